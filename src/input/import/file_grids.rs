//! The grids of a file, whatever its format.

use std::sync::Arc;

use super::csv_text;
use super::kolada;
use super::web_page;
use crate::diagnostic::{
    Diagnostic, Diagnostics, FileProblem, ImportProblem, Problem, Site, Source, TableProblem,
};
use crate::input::csv_quotes::unclosed_quote;
use crate::input::encoding::{self, NotText};
use crate::input::grid::Grid;
use crate::input::names::nearest;
use crate::input::text_file;
use crate::input::workbook::{self, Percent, WorkbookError};
use crate::input::workbook_package::{COMPOUND_FILE, EMPTY_ARCHIVE, LOCAL_HEADER};
use crate::model::name::canonical;

/// What a file holds.
#[derive(Default)]
pub(in crate::input) struct FileGrids {
    pub(in crate::input) grids: Vec<Grid>,
    /// Whether it is a page of Kolada's that has one after it.
    pub(super) has_next: bool,
    /// Whether it is one that has one before it.
    pub(super) has_previous: bool,
    /// Values that Kolada has deleted.
    pub(super) deleted: usize,
}

/// Reads a file. That its encoding was guessed goes to `warnings`.
///
/// # Errors
/// If it holds no grids, or more than is read.
pub(in crate::input) fn read(
    bytes: Vec<u8>,
    path: &str,
    warnings: &mut Diagnostics,
) -> Result<FileGrids, Diagnostics> {
    read_with(bytes, path, Percent::Stored, warnings)
}

/// Reads a file as [`read`] does, with the percentages of a workbook as is said.
///
/// # Errors
/// If it holds no grids, or more than is read.
pub(in crate::input) fn read_with(
    bytes: Vec<u8>,
    path: &str,
    percent: Percent,
    warnings: &mut Diagnostics,
) -> Result<FileGrids, Diagnostics> {
    if is_workbook(&bytes) {
        let grids = workbook::read_with(&bytes, path, percent)
            .map_err(|error| refused(unreadable(error, path.to_owned())));
        return Ok(FileGrids { grids: grids?, ..FileGrids::default() });
    }
    let web_page = |site: Site| refused(ImportProblem::WebPage { path: path.to_owned(), site });
    if let Some(site) = web_page::site_of_archive(&bytes) {
        return Err(web_page(site));
    }
    let decoded = encoding::decode(bytes).map_err(|error| {
        let path = path.to_owned();
        refused(match error {
            NotText::Broken => FileProblem::EncodingBroken { path },
            _ => FileProblem::NotText { path, workbook: false },
        })
    })?;
    if let Some(site) = web_page::site(&decoded.text) {
        return Err(web_page(site));
    }
    if kolada::is_json(&decoded.text, path) {
        let kolada::Page { grid, has_next, has_previous, deleted } =
            kolada::read(&decoded.text, path).map_err(refused)?;
        return Ok(FileGrids { grids: vec![grid], has_next, has_previous, deleted });
    }
    let source = Arc::new(Source::new(path.to_owned(), decoded.text));
    if decoded.guessed {
        let span = text_file::first_word_beyond_ascii(&source.text);
        warnings.push(Diagnostic::at(FileProblem::EncodingGuessed, &source, span));
    }
    // A quote that is never closed takes the following rows into its cell: they would be lost silently.
    if let Some(quote) = unclosed_quote(&source.text) {
        return Err(Diagnostic::at(TableProblem::QuoteUnclosed, &source, quote).into());
    }
    Ok(FileGrids { grids: vec![csv_text::read(&source)?], ..FileGrids::default() })
}

/// The sheet that was asked for, of a workbook that has it; all where none was.
///
/// # Errors
/// If no sheet is called that.
pub(in crate::input) fn wanted_sheets(
    mut grids: Vec<Grid>,
    wanted: Option<&str>,
    path: &str,
) -> Result<Vec<Grid>, Diagnostics> {
    let is_workbook = grids.iter().any(|grid| grid.source.is_sheet && !kolada::is_of(grid));
    let Some(wanted) = wanted.filter(|_| is_workbook) else { return Ok(grids) };
    let sheets: Vec<String> = grids.iter().filter_map(|grid| grid.sheet.clone()).collect();
    grids.retain(|grid| grid.sheet.as_deref().is_some_and(|name| canonical(name) == canonical(wanted)));
    if !grids.is_empty() {
        return Ok(grids);
    }
    let nearest = nearest(wanted, sheets.iter().map(String::as_str));
    let (path, sheet) = (path.to_owned(), wanted.to_owned());
    Err(refused(ImportProblem::SheetNotThere { path, sheet, sheets, nearest }))
}

fn refused(problem: impl Into<Problem>) -> Diagnostics {
    Diagnostic::without_place(problem).into()
}

/// Whether bytes begin like a workbook of any age: a zip file, empty ones too, or the container that Office used
/// before.
fn is_workbook(bytes: &[u8]) -> bool {
    [LOCAL_HEADER, EMPTY_ARCHIVE, COMPOUND_FILE].iter().any(|beginning| bytes.starts_with(beginning))
}

fn unreadable(error: WorkbookError, path: String) -> ImportProblem {
    match error {
        WorkbookError::Damaged | WorkbookError::UnknownCompression => ImportProblem::WorkbookDamaged { path },
        WorkbookError::NotAWorkbook => ImportProblem::NotAWorkbook { path },
        WorkbookError::OldFormat => ImportProblem::WorkbookOld { path },
        WorkbookError::Protected => ImportProblem::WorkbookProtected { path },
        WorkbookError::OtherFormat { name: name @ ("doc" | "docx" | "odt" | "pptx") } => {
            ImportProblem::DocumentNoWorkbook { path, name }
        }
        WorkbookError::OtherFormat { name } => ImportProblem::WorkbookOtherFormat { path, name },
        WorkbookError::TooLarge { .. } => ImportProblem::WorkbookTooLarge { path },
        WorkbookError::NoCells => ImportProblem::WorkbookEmpty { path },
    }
}
