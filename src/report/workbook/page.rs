//! A sheet that is being written: tables whose columns say what they are called and what stands in each row.

use super::book::{Cell, Kind, Role, Sheet};
use super::formula::{CellAddress, sum};
use super::layout::Table;

/// A sheet that is being written.
pub(super) struct Page {
    pub(super) sheet: Sheet,
}

/// A column of a table.
pub(super) struct Column<'run> {
    at: u16,
    heading: String,
    cell: Box<dyn Fn(usize) -> Option<Cell> + 'run>,
    total: Option<Total>,
}

/// What stands below a column.
enum Total {
    Sum(Kind),
    Cell(Cell),
}

/// A column with a heading; `cell` says what stands in each row, by its number from zero.
pub(super) fn column<'run, Content: Into<Option<Cell>>>(
    at: u16,
    heading: &str,
    cell: impl Fn(usize) -> Content + 'run,
) -> Column<'run> {
    let cell = Box::new(move |row| cell(row).into());
    Column { at, heading: heading.to_owned(), cell, total: None }
}

/// A column of texts.
pub(super) fn texts<'run, Text: Into<String>>(
    at: u16,
    heading: &str,
    text: impl Fn(usize) -> Text + 'run,
) -> Column<'run> {
    column(at, heading, move |row| Cell::text(Kind::Text, text(row)))
}

impl Column<'_> {
    /// The same with the sum of its cells below it.
    pub(super) fn summed(self, kind: Kind) -> Self {
        Self { total: Some(Total::Sum(kind)), ..self }
    }

    /// The same with another cell below it.
    pub(super) fn total(self, cell: Cell) -> Self {
        Self { total: Some(Total::Cell(cell)), ..self }
    }
}

impl Page {
    /// A sheet with its title, and what stands below that. The title stays in sight, as does the first column.
    pub(super) fn new(name: String, printed_columns: u16, title: &str, below: &str) -> Self {
        let mut page = Self { sheet: Sheet::new(name, printed_columns) };
        for (row, kind, text) in [(0, Kind::Title, title), (1, Kind::Paragraph, below)] {
            page.put(CellAddress { sheet: 0, row, column: 0 }, Cell::text(kind, text));
        }
        page.sheet.frozen_rows = 1;
        page.sheet.frozen_columns = 1;
        page.sheet.repeated_rows = Some((0, 0));
        page
    }

    pub(super) fn put(&mut self, place: CellAddress, cell: Cell) {
        self.sheet.put(place, cell);
    }

    /// A table with its caption.
    pub(super) fn table(&mut self, table: Table, caption: &str, columns: &[Column<'_>]) {
        self.put(table.caption(), Cell::text(Kind::Caption, caption));
        // The band of the headings has no holes, though some columns may stand empty.
        let printed = columns.iter().map(|column| column.at).filter(|&at| at < self.sheet.printed_columns);
        for at in 0..=printed.max().unwrap_or(0) {
            self.put(table.heading(at), Cell::text(Kind::Heading, ""));
        }
        self.columns(table, columns);
    }

    /// The headings, rows and sums of a table.
    pub(super) fn columns(&mut self, table: Table, columns: &[Column<'_>]) {
        for column in columns {
            self.put(table.heading(column.at), Cell::text(Kind::Heading, &column.heading));
            for row in table.rows() {
                if let Some(cell) = (column.cell)(row) {
                    self.put(table.cell(row, column.at), cell);
                }
            }
            let total = column.total.as_ref().map(|total| match total {
                Total::Sum(kind) => Cell::working(*kind, sum([table.column(column.at)])).role(Role::Total),
                Total::Cell(cell) => cell.clone(),
            });
            if let Some(total) = total {
                self.put(table.total(column.at), total);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_has_a_caption_a_band_of_headings_its_rows_and_sums() {
        let mut page = Page::new("Blad".to_owned(), 4, "Titel", "");
        let table = Table::new(0, 3, 2);
        let number = |row: usize| (row > 0).then(|| Cell::number(Kind::Count, row as u64));
        let columns = [texts(0, "Namn", |row| format!("rad {row}")), column(2, "Antal", number)];
        let [names, numbers] = columns;
        page.table(table, "Tabell", &[names, numbers.summed(Kind::Count)]);
        let places: Vec<String> =
            page.sheet.cells().map(|(row, column, _)| CellAddress { sheet: 0, row, column }.name()).collect();
        assert_eq!(places, ["A1", "A2", "A4", "A5", "B5", "C5", "A6", "A7", "C7", "C8"]);
    }
}
