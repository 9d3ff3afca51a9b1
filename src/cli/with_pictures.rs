//! Answers with pictures: a page, a Word document or a workbook, by the ending of the file they are written to.

use super::report::{Format as ReportFormat, format};
use super::settings::{Format, PageSettings};
use crate::render::cell::Look;
use crate::render::{html, word, xlsx};
use crate::report::document::Table;
use crate::report::inquiry::Report;
use crate::report::workbook::plain;

/// A form that has pictures.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Form {
    Page,
    Word,
    Workbook,
}

impl Form {
    /// The form of an answer; none where it is a text, as where a format is asked for that has no pictures.
    pub(super) fn of(page: &PageSettings) -> Option<Self> {
        let output = page.output.as_deref().filter(|_| page.format == Format::Table)?;
        match format(output)? {
            ReportFormat::Html => Some(Self::Page),
            ReportFormat::Word => Some(Self::Word),
            ReportFormat::Workbook => Some(Self::Workbook),
            ReportFormat::Markdown => None,
        }
    }

    /// The bytes of a file; `figures` is the answer for programs, which a workbook holds too.
    ///
    /// # Errors
    /// None but those of packing in memory.
    pub(super) fn bytes(self, report: &Report, figures: &Table) -> anyhow::Result<Vec<u8>> {
        let look = Look { language: report.language, ..Look::default() };
        Ok(match self {
            Self::Page => html::report(report, look).into_bytes(),
            Self::Word => word::report(report, look)?,
            Self::Workbook => xlsx::workbook(&plain::workbook(report, figures), report.language)?,
        })
    }
}
