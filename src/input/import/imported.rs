//! What an import gives.

use super::form::Form;
use super::table::FigureTable;
use crate::input::column_source::ColumnSource;

/// A file that was read.
#[derive(Clone, Debug)]
pub struct FileRead {
    /// Its path, to show.
    pub path: String,
    /// The SHA-256 of its bytes, in hexadecimal.
    pub sha256: String,
    /// What each of its sheets was taken for.
    pub sheets: Vec<SheetRead>,
    /// What a table of ours and its side file say of its columns.
    pub sources: Vec<ColumnSource>,
    /// Whether the table is another one than the one whose sources its side file has.
    pub table_changed: bool,
}

/// A sheet that was read, or the whole of a text file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SheetRead {
    /// Its name, in a workbook.
    pub sheet: Option<String>,
    /// What it was taken for.
    pub form: Form,
    /// Rows below its header.
    pub rows: usize,
}

/// What an import gave.
#[derive(Clone, Debug)]
pub struct Imported {
    /// The table.
    pub table: FigureTable,
    /// The files, in the order given.
    pub files: Vec<FileRead>,
    /// Rows of the country, counties, groups and averages that were dropped.
    pub aggregates: usize,
    /// Sums in tables of ours that were dropped.
    pub own_sums: usize,
    /// Values that Kolada has deleted.
    pub deleted: usize,
    /// Kommunkoder whose leading zero was put back.
    pub lost_zeros: usize,
    /// Cells without a figure.
    pub missing: usize,
    /// Series that no column was made of.
    pub left_out: Vec<String>,
    /// Columns of figures without a name: the file, and the letters that spreadsheets call them by.
    pub unnamed: Vec<(String, String)>,
}
