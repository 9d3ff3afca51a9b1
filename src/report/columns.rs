//! Tables as columns: each says its heading and what stands in it for an item.

use super::document::{Cell, Column, Row, RowKind, Table};

/// What stands in a column for an item.
type Content<'run, Item> = Box<dyn Fn(&Item) -> Cell + 'run>;

/// The columns of a table whose rows are made from items.
pub(super) struct Columns<'run, Item> {
    columns: Vec<Column>,
    cells: Vec<Content<'run, Item>>,
}

impl<'run, Item> Columns<'run, Item> {
    pub(super) fn new() -> Self {
        Self { columns: Vec::new(), cells: Vec::new() }
    }

    /// The same with one more column.
    pub(super) fn with<Known: Into<Cell>>(
        mut self,
        column: Column,
        cell: impl Fn(&Item) -> Known + 'run,
    ) -> Self {
        self.columns.push(column);
        self.cells.push(Box::new(move |item| cell(item).into()));
        self
    }

    /// The same with one more column of texts.
    pub(super) fn text<Known: Into<Cell>>(self, heading: &str, cell: impl Fn(&Item) -> Known + 'run) -> Self {
        self.with(Column::text(heading), cell)
    }

    /// The same with one more column of figures.
    pub(super) fn figures<Known: Into<Cell>>(
        self,
        heading: &str,
        cell: impl Fn(&Item) -> Known + 'run,
    ) -> Self {
        self.with(Column::figures(heading), cell)
    }

    /// The same with one more column of figures, which belongs to the column before it.
    pub(super) fn joined<Known: Into<Cell>>(
        self,
        heading: &str,
        cell: impl Fn(&Item) -> Known + 'run,
    ) -> Self {
        self.with(Column::figures(heading).joined(), cell)
    }

    /// The same with more columns, if a condition holds.
    pub(super) fn when(self, holds: bool, more: impl FnOnce(Self) -> Self) -> Self {
        if holds { more(self) } else { self }
    }

    /// The same with more columns for each of some things.
    pub(super) fn each<Thing>(
        self,
        things: impl IntoIterator<Item = Thing>,
        more: impl Fn(Self, Thing) -> Self,
    ) -> Self {
        things.into_iter().fold(self, more)
    }

    /// The row of an item.
    pub(super) fn row(&self, kind: RowKind, item: &Item) -> Row {
        Row { kind, cells: self.cells.iter().map(|cell| cell(item)).collect() }
    }

    /// Rows of items that are one among others.
    pub(super) fn rows(&self, items: impl IntoIterator<Item = Item>) -> Vec<Row> {
        items.into_iter().map(|item| self.row(RowKind::Body, &item)).collect()
    }

    /// The table of these columns.
    pub(super) fn table(
        self,
        caption: impl Into<String>,
        rows: Vec<Row>,
        notes: impl IntoIterator<Item = String>,
    ) -> Table {
        Table { caption: caption.into(), columns: self.columns, rows, notes: notes.into_iter().collect() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_has_a_cell_of_every_column() {
        let columns = Columns::new()
            .text("name", |item: &(&str, usize)| item.0)
            .when(false, |columns| columns.figures("never", |_| Cell::Empty))
            .each([1, 2], |columns, times| columns.joined("count", move |item| item.1 * times));
        let rows = columns.rows([("a", 3), ("b", 4)]);
        assert_eq!(rows[1].cells, [Cell::Text("b".to_owned()), Cell::Count(4), Cell::Count(8)]);
        let table = columns.table("caption", rows, None);
        assert_eq!(table.columns.iter().map(|column| column.joined).collect::<Vec<_>>(), [false, true, true]);
    }
}
