//! What the commands on data share: which table is meant, and how a neutral report is written.

use super::output::{Style, Target};
use super::settings::{Format, PageSettings};
use super::terminal;
use crate::diagnostic::{Diagnostic, Diagnostics, both};
use crate::input::files::{Files, Location};
use crate::input::lookup;
use crate::input::table_file::BUILTIN_TABLE;
use crate::render::cell::Look;
use crate::render::{csv, json, markdown, text};
use crate::report::document::Document;

/// The table that is meant: the one given, else the built-in one.
///
/// # Errors
/// If there is no such file.
pub(super) fn table(files: &Files, given: Option<&str>) -> Result<Location, Diagnostics> {
    let Some(given) = given else { return Ok(Location::Builtin(BUILTIN_TABLE.to_owned())) };
    lookup::table(files, given).map_err(|problem| Diagnostic::without_place(problem).into())
}

/// Whether a program is to read the answer.
pub(super) fn for_programs(settings: &PageSettings) -> bool {
    matches!(settings.format, Format::Csv | Format::Json)
}

/// Answers with a report, or reports all that is wrong.
///
/// # Errors
/// If there is no answer, or its place does not take it.
pub(super) fn answer(
    files: &Files,
    settings: &PageSettings,
    report: impl FnOnce(&Files, &mut Diagnostics) -> Result<Document, Diagnostics>,
) -> anyhow::Result<()> {
    let mut warnings = Diagnostics::default();
    // The place of the output is tried first: nobody should wait for an answer that cannot be written.
    let output = Target::open(settings.output.as_deref());
    let (output, document) = both(output, report(files, &mut warnings))?;
    output.refuse_inputs(files)?;
    let text = page(&document, settings, output.style());
    terminal::report(&warnings, settings.language);
    Ok(output.write(&text)?)
}

fn page(document: &Document, settings: &PageSettings, style: Style) -> String {
    let look = Look { language: settings.language, ..Look::default() };
    match settings.format {
        Format::Json => json::report(document),
        Format::Csv => document.tables.iter().map(|table| csv::table(table, settings.csv_dialect)).collect(),
        Format::Markdown => markdown::document(document, look),
        Format::Table => {
            text::document(document, look, settings.width.unwrap_or(style.width), style.coloured)
        }
    }
}
