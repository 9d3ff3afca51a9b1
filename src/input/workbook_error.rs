//! Why a workbook cannot be read.

/// Why a workbook cannot be read.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum WorkbookError {
    /// It breaks the rules of its format, or breaks off.
    #[error("a damaged workbook")]
    Damaged,
    /// It is something else.
    #[error("no workbook")]
    NotAWorkbook,
    /// It is an .xls file from before 2007, to be saved as .xlsx.
    #[error("a workbook in an old format")]
    OldFormat,
    /// It is protected by a password.
    #[error("a workbook with a password")]
    Protected,
    /// It is a workbook in another format, to be saved as .xlsx.
    #[error("a workbook in the format .{name}")]
    OtherFormat {
        /// The extension that files of the format have.
        name: &'static str,
    },
    /// It is packed in a way that no spreadsheet uses.
    #[error("a workbook packed in an unknown way")]
    UnknownCompression,
    /// There is too much of something in it.
    #[error("a workbook that is too large: more than {limit} {what:?}")]
    TooLarge {
        /// Of what.
        what: Size,
        /// How much is read.
        limit: u64,
    },
    /// All its sheets are empty.
    #[error("a workbook without cells")]
    NoCells,
}

/// What there can be too much of in a workbook.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Size {
    /// Files in the zip file that a workbook is.
    Entries,
    /// Bytes of these files unpacked.
    Bytes,
    /// Elements of XML of one kind: strings, cell formats, sheets.
    Elements,
    /// Bytes of one such element.
    Element,
    /// Bytes of fonts and the like for all cell formats.
    Formats,
    /// Rows of a sheet.
    Rows,
    /// Columns of a sheet.
    Columns,
    /// Cells of all sheets.
    Cells,
    /// Bytes of text in all cells.
    Text,
}

impl Size {
    /// The error that there is more of it than `limit`.
    pub(super) fn too_large(self, limit: u64) -> WorkbookError {
        WorkbookError::TooLarge { what: self, limit }
    }
}
