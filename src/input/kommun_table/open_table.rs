//! A table that is being read, and the reports of what is wrong with it.

use std::ops::Range;

use csv::ByteRecord;

use super::cells::{Cells, start, text};
use crate::diagnostic::{Diagnostic, Diagnostics, Problem};
use crate::input::kommun_columns::{Column, Columns};
use crate::input::marks::Level;

/// A table that is being read.
pub(super) struct OpenTable<'read> {
    pub(super) cells: Cells<'read>,
    pub(super) columns: Columns,
    /// Whether an error was reported.
    pub(super) failed: bool,
    pub(super) diagnostics: &'read mut Diagnostics,
}

impl OpenTable<'_> {
    /// What a row of a table of ours is. A sum has neither code nor name of a kommun, whatever stands in somebody
    /// else's column of that heading.
    pub(super) fn level(&self, record: &ByteRecord) -> Option<Level> {
        let level = Level::parse(text(record.get(self.columns.level?)?))?;
        let is_named = [Column::Kommunkod, Column::Kommun].into_iter().any(|column| {
            let cell = self.columns.position(column).and_then(|position| record.get(position));
            cell.is_some_and(|cell| !cell.trim_ascii().is_empty())
        });
        (is_named == (level == Level::Kommun)).then_some(level)
    }

    /// Reports an error. What it is and where are found out only if it is kept: a table can have a million.
    pub(super) fn report<Of: Into<Problem>>(
        &mut self,
        problem: impl FnOnce() -> Of,
        place: impl FnOnce(Cells<'_>) -> Range<usize>,
    ) {
        self.failed = true;
        let cells = self.cells;
        self.diagnostics.push_error(|| Diagnostic::at(problem(), cells.source, place(cells)));
    }

    /// Reports a cell; what is wrong with it names its column.
    pub(super) fn report_cell<Of: Into<Problem>>(
        &mut self,
        problem: impl FnOnce(String) -> Of,
        record: &ByteRecord,
        position: usize,
    ) {
        self.failed = true;
        let (cells, columns) = (self.cells, &self.columns);
        self.diagnostics.push_error(|| {
            let place = cells.field(start(record), position);
            Diagnostic::at(problem(columns.name(position)), cells.source, place)
        });
    }
}
