//! The columns of a table, as its header names them.

use csv::ByteRecord;

use super::cells::{start, text};
use super::open_table::OpenTable;
use crate::diagnostic::{Diagnostic, FileProblem, TableProblem};
use crate::input::grid::MOST_COLUMNS;
use crate::input::kommun_columns::Column;
use crate::input::marks;
use crate::input::names::{nearest, plain_heading};
use crate::model::name::{LONGEST, is_too_long};

impl OpenTable<'_> {
    /// Finds the columns, and reports what is wrong with them.
    pub(super) fn read_header(&mut self, header: &ByteRecord) {
        if header.len() > MOST_COLUMNS {
            let problem = || TableProblem::TooManyColumns { most: MOST_COLUMNS };
            return self.report(problem, |cells| cells.line(start(header)));
        }
        self.columns.names = header.iter().map(|name| text(name).trim().to_owned()).collect();
        for (position, name) in header.iter().enumerate() {
            if is_too_long(text(name)) {
                self.report_cell(|_| FileProblem::NameTooLong { most: LONGEST }, header, position);
            }
        }
        if self.failed {
            return;
        }
        let marked = marks::marked(&self.columns.names);
        for (position, name) in self.columns.names.clone().iter().enumerate() {
            if let Some((of, mark)) = marked[position] {
                self.columns.marks.push((position, of, mark));
                continue;
            }
            let plain = plain_heading(name);
            if plain == marks::LEVEL {
                self.columns.level = Some(position);
            }
            let Some((column, ..)) = Column::ALL.iter().find(|(_, known, _)| *known == plain) else {
                self.columns.further.push(position);
                continue;
            };
            let place = &mut self.columns.positions[*column as usize];
            if let Some(first) = place.replace(position) {
                let cells = self.cells;
                self.failed = true;
                self.diagnostics.push_error(|| {
                    let [other, span] = [first, position].map(|field| cells.field(start(header), field));
                    let problem = TableProblem::ColumnTwice { column: name.clone() };
                    Diagnostic::at(problem, cells.source, span).and(cells.source, other)
                });
            }
        }
        let missing = Column::ALL
            .into_iter()
            .filter(|(column, _, required)| *required && self.columns.position(*column).is_none());
        let mut missing = missing.map(|(_, name, _)| name.to_owned());
        if let Some(first) = missing.next() {
            let known = |name: &str| Column::ALL.iter().any(|(_, known, _)| *known == name);
            let unknown = self.columns.names.iter().map(String::as_str).filter(|name| !known(name));
            let nearest = nearest(&first, unknown);
            let found = self.columns.names.iter().take(12).cloned().collect();
            let others = missing.collect();
            let problem = || TableProblem::ColumnMissing { first, others, nearest, found };
            self.report(problem, |cells| cells.line(start(header)));
        }
    }
}
