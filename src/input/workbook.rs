//! Workbooks, as spreadsheets save them (.xlsx): the stored values of every sheet as rows of cells.
//!
//! A workbook can come from anyone. Everything that is read is bounded, before it takes memory: how much it unpacks
//! to (`workbook_package`), what its XML may say (`workbook_markup`), and how many cells and
//! letters are kept, here. Formulas are never computed, and what a workbook refers to elsewhere is never fetched.

use std::collections::BTreeSet;
use std::io::Cursor;

use calamine::{Reader, SheetType, Xlsx, XlsxCellReader, XlsxError};

use super::grid::{Builder, Grid, MOST_CELLS, MOST_COLUMNS};
pub use super::workbook_cell::number;
pub use super::workbook_error::{Size, WorkbookError};
use super::{workbook_cell, workbook_markup, workbook_package};

/// Bytes of text of all cells together: many cells may share one long string.
const MOST_TEXT: usize = 64 * 1024 * 1024;

/// How a number is read whose cell shows percent.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Percent {
    /// As it is stored: 0.5.
    Stored,
    /// As it is shown: 50 %.
    Shown,
}

/// Reads every sheet, also hidden ones, of the workbook at `path`, in their order, with the numbers that are stored.
///
/// # Errors
/// If the bytes are no valid workbook, or there is too much in it, or nothing at all.
pub fn read(bytes: &[u8], path: &str) -> Result<Vec<Grid>, WorkbookError> {
    read_with(bytes, path, Percent::Stored)
}

/// Reads every sheet as [`read`] does, with percentages as is said.
///
/// # Errors
/// If the bytes are no valid workbook, or there is too much in it, or nothing at all.
pub fn read_with(bytes: &[u8], path: &str, percent: Percent) -> Result<Vec<Grid>, WorkbookError> {
    workbook_package::check(bytes)?;
    let mut workbook = Xlsx::new(Cursor::new(bytes)).map_err(|error| broken(&error))?;
    let sheets = workbook.sheets_metadata().to_vec();
    let mut remaining = Remaining { cells: MOST_CELLS as u64, text: MOST_TEXT };
    let mut grids = Vec::new();
    let mut names = BTreeSet::new();
    // Charts can be sheets too.
    for sheet in sheets.iter().filter(|sheet| sheet.typ == SheetType::WorkSheet) {
        // A sheet is found by its name: of two that share one, the first would be read twice.
        if !names.insert(&sheet.name) {
            return Err(WorkbookError::Damaged);
        }
        let in_percent = match percent {
            Percent::Stored => BTreeSet::new(),
            Percent::Shown => {
                let cells = workbook.worksheet_cells_reader(&sheet.name).map_err(|error| broken(&error))?;
                in_percent(cells)?
            }
        };
        let cells = workbook.worksheet_cells_reader(&sheet.name).map_err(|error| broken(&error))?;
        grids.push(remaining.read(cells, &in_percent)?.finish(path, &sheet.name));
    }
    if grids.iter().all(Grid::is_empty) { Err(WorkbookError::NoCells) } else { Ok(grids) }
}

fn broken(error: &XlsxError) -> WorkbookError {
    match error {
        XlsxError::Password => WorkbookError::Protected,
        _ => WorkbookError::Damaged,
    }
}

/// The rows and columns of the cells whose format shows percent.
fn in_percent(mut cells: XlsxCellReader<'_, Cursor<&[u8]>>) -> Result<BTreeSet<(u32, u32)>, WorkbookError> {
    let styles = cells.styles().iter().map(|style| {
        let format = style.number_format.as_ref();
        format.is_some_and(|format| workbook_cell::is_percent_format(&format.format_code))
    });
    let styles: Vec<bool> = styles.collect();
    let mut found = BTreeSet::new();
    if !styles.contains(&true) {
        return Ok(found);
    }
    while let Some((row, column, style)) = cells.next_style_id().map_err(|error| broken(&error))? {
        if styles[style] {
            found.insert((row, column));
            if found.len() > MOST_CELLS {
                return Err(Size::Cells.too_large(MOST_CELLS as u64));
            }
        }
    }
    Ok(found)
}

/// What may still be read.
struct Remaining {
    /// Of all sheets together, with the empty ones to the left of others and one more for each row.
    cells: u64,
    text: usize,
}

impl Remaining {
    fn read(
        &mut self,
        mut cells: XlsxCellReader<'_, Cursor<&[u8]>>,
        in_percent: &BTreeSet<(u32, u32)>,
    ) -> Result<Builder, WorkbookError> {
        let mut builder = Builder::default();
        let mut last = None;
        // Not the way that spells out shared formulas, which allocates as many as a file says there are.
        while let Some(cell) = cells.next_cell_with_formula_metadata().map_err(|error| broken(&error))? {
            let (row, column) = cell.pos;
            let percent =
                if in_percent.contains(&cell.pos) { workbook_cell::percent(&cell.value) } else { None };
            let text = percent.unwrap_or_else(|| workbook_cell::text(cell.value, cell.formula.as_ref()));
            // People colour whole rows to the end of the sheet; that costs nothing here.
            if text.trim().is_empty() {
                continue;
            }
            if row >= workbook_markup::MOST_ROWS {
                return Err(Size::Rows.too_large(workbook_markup::MOST_ROWS.into()));
            }
            // A cell far to the right makes every row as wide.
            if column as usize >= MOST_COLUMNS {
                return Err(Size::Columns.too_large(MOST_COLUMNS as u64));
            }
            let (rows, columns) = match last {
                Some(last) if last >= (row, column) => return Err(WorkbookError::Damaged),
                Some((last_row, last_column)) if last_row == row => (0, column - last_column),
                Some((last_row, _)) => (row - last_row, column + 1),
                None => (row + 1, column + 1),
            };
            self.take_cells(u64::from(rows) + u64::from(columns))?;
            self.text = self.text.checked_sub(text.len()).ok_or(Size::Text.too_large(MOST_TEXT as u64))?;
            builder.push(row as usize, column as usize, &text);
            last = Some((row, column));
        }
        Ok(builder)
    }

    fn take_cells(&mut self, cells: u64) -> Result<(), WorkbookError> {
        self.cells = self.cells.checked_sub(cells).ok_or(Size::Cells.too_large(MOST_CELLS as u64))?;
        Ok(())
    }
}
