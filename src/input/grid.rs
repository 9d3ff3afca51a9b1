//! Rows of cells, whatever file they came from: a CSV file, a sheet of a workbook, the values of a JSON document.
//!
//! The cells point into a [`Source`], so that every figure can be shown where it stands. A CSV file is its own
//! source; a sheet is written down as text with a line per row and tabs between the cells ([`Builder`]), so that
//! the number of the line is that of the row.

use std::ops::Range;
use std::sync::Arc;

use memchr::memchr2_iter;

use crate::diagnostic::Source;

/// Cells that are read of a table, whatever its form: all kommuner by age and sex have as many in thirty years.
pub const MOST_CELLS: usize = 2_000_000;
/// Columns that are read of a sheet, and of a kommun table. Real ones have fewer than a hundred; everything that is
/// shown of a table has a part for each.
pub const MOST_COLUMNS: usize = 1_024;

/// Whether a text has more cells than are read. Those that only look like some, inside quotes, count too.
#[must_use]
pub fn has_too_many_cells(text: &str, delimiter: u8) -> bool {
    // A cell more takes a character more.
    text.len() > MOST_CELLS && memchr2_iter(delimiter, b'\n', text.as_bytes()).nth(MOST_CELLS).is_some()
}

/// Rows of cells.
#[derive(Clone, Debug)]
pub struct Grid {
    /// The text that the cells stand in.
    pub source: Arc<Source>,
    /// The name of the sheet, in a workbook.
    pub sheet: Option<String>,
    rows: Rows,
}

/// A cell.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Cell {
    /// Where it stands in the source.
    pub span: Range<usize>,
    /// Its text where that is not what stands there: quotes in CSV.
    pub text: Option<Box<str>>,
}

/// Cells row by row, in one piece: a table may have a million rows of one cell.
#[derive(Clone, Default, Debug)]
pub struct Rows {
    cells: Vec<Cell>,
    /// Where each row ends among them.
    ends: Vec<usize>,
}

impl Rows {
    /// Adds a cell to the row that is not yet ended.
    pub fn push(&mut self, cell: Cell) {
        self.cells.push(cell);
    }

    /// Ends a row.
    pub fn end_row(&mut self) {
        self.ends.push(self.cells.len());
    }

    /// How many rows have ended.
    #[must_use]
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether no row has ended.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// The cells of the row that is not yet ended.
    #[must_use]
    pub fn open(&self) -> &[Cell] {
        &self.cells[self.ends.last().copied().unwrap_or(0)..]
    }

    /// The cells of a row; none where there is no such row.
    #[must_use]
    pub fn row(&self, row: usize) -> &[Cell] {
        let Some(&end) = self.ends.get(row) else { return &[] };
        let start = row.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.cells[start..end]
    }
}

impl Grid {
    /// Rows whose cells point into `source`.
    #[must_use]
    pub fn new(source: Arc<Source>, sheet: Option<String>, rows: Rows) -> Self {
        Self { source, sheet, rows }
    }

    /// How many rows there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there is no row.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// How many cells a row has.
    #[must_use]
    pub fn width(&self, row: usize) -> usize {
        self.rows.row(row).len()
    }

    /// The text of a cell without blanks around it; nothing where there is no cell.
    #[must_use]
    pub fn text(&self, row: usize, column: usize) -> &str {
        let Some(cell) = self.rows.row(row).get(column) else { return "" };
        cell.text.as_deref().unwrap_or(&self.source.text[cell.span.clone()]).trim()
    }

    /// Where a cell stands; the end of its row where there is none.
    #[must_use]
    pub fn span(&self, row: usize, column: usize) -> Range<usize> {
        let cells = self.rows.row(row);
        match (cells.get(column), cells.last()) {
            (Some(cell), _) => cell.span.clone(),
            (None, Some(last)) => last.span.end..last.span.end,
            (None, None) => 0..0,
        }
    }
}

/// Writes a sheet down as text.
#[derive(Debug, Default)]
pub struct Builder {
    text: String,
    rows: Rows,
    /// Whether a row was begun.
    begun: bool,
}

impl Builder {
    /// Adds a cell at a place at or after the last one added, row by row. What lies between is empty.
    pub fn push(&mut self, row: usize, column: usize, text: &str) {
        self.begun = true;
        while self.rows.len() < row {
            self.rows.end_row();
            self.text.push('\n');
        }
        let mut cells = self.rows.open().len();
        while cells <= column {
            if cells > 0 {
                self.text.push('\t');
            }
            self.rows.push(Cell { span: self.text.len()..self.text.len(), text: None });
            cells += 1;
        }
        let start = self.text.len();
        // A line break or a tab inside a cell would be taken for the next one.
        self.text.extend(text.trim().chars().map(|letter| if letter.is_control() { ' ' } else { letter }));
        if let Some(cell) = self.rows.cells.last_mut() {
            cell.span = start..self.text.len();
        }
    }

    /// Bytes of text so far.
    #[must_use]
    pub fn bytes(&self) -> usize {
        self.text.len()
    }

    /// The sheet called `sheet` of the file at `path`.
    #[must_use]
    pub fn finish(mut self, path: &str, sheet: &str) -> Grid {
        if self.begun {
            self.rows.end_row();
        }
        let path = format!("{path}[{sheet}]");
        let source = Arc::new(Source::sheet(path, self.text));
        Grid::new(source, Some(sheet.to_owned()), self.rows)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sheet_written_down_keeps_its_rows_and_columns() {
        let mut builder = Builder::default();
        builder.push(0, 0, "Titel");
        builder.push(2, 1, "2023");
        builder.push(2, 3, " två\nrader ");
        let grid = builder.finish("ark.xlsx", "Blad1");
        assert_eq!(grid.source.text, "Titel\n\n\t2023\t\ttvå rader");
        assert_eq!((grid.text(2, 1), grid.text(2, 2), grid.text(2, 3)), ("2023", "", "två rader"));
        assert_eq!((grid.len(), grid.width(1), grid.text(9, 9)), (3, 0, ""));
        assert_eq!(grid.source.cell_name(grid.span(2, 3).start), Some("D3".to_owned()));
    }
}
