//! The years of a table: which there are, which one is read, and where its rows stand.

use std::collections::BTreeSet;
use std::io::Cursor;
use std::ops::Range;

use csv::ByteRecord;
use memchr::{memchr, memchr_iter};

use super::cells::{IN_MEMORY, is_blank, text};
use super::open_table::OpenTable;
use super::table::WantedYear;
use crate::diagnostic::{Diagnostic, TableProblem};
use crate::input::kommun_columns::Column;

impl OpenTable<'_> {
    /// The latest year of the table, from its first row on; `None` where there is an error.
    pub(super) fn latest_year(
        &mut self,
        rows: &mut csv::Reader<Cursor<&[u8]>>,
        position: usize,
        wanted: &WantedYear,
    ) -> Option<i64> {
        let body = rows.position().clone();
        let years = self.years(rows, position)?;
        if let (WantedYear::Only { source, path }, true) = (wanted, years.len() > 1) {
            let problem = TableProblem::YearRequired { years };
            self.diagnostics.push(Diagnostic::at(problem, source, path.clone()));
            return None;
        }
        // Back to the first row below the header.
        rows.seek(body).expect(IN_MEMORY);
        if years.is_empty() {
            self.report(|| TableProblem::NoRows, |_| 0..0);
        }
        years.last().copied()
    }

    /// The bytes between which all rows of the year stand. Tables of many years are mostly sorted by year, so most
    /// of the file need not be parsed; where a quote could hide a line break, all of it is.
    pub(super) fn window(&self, body: &csv::Position, year: Option<i64>) -> Range<usize> {
        let text = &self.cells.source.text;
        let whole = usize::try_from(body.byte()).expect("a place in memory")..text.len();
        let (Some(position), Some(year)) = (self.columns.position(Column::Ar), year) else { return whole };
        // A quote can hide a line break, and a carriage return alone can be one.
        let alone = |place: usize| text.as_bytes().get(place + 1) != Some(&b'\n');
        if memchr(b'"', text.as_bytes()).is_some() || memchr_iter(b'\r', text.as_bytes()).any(alone) {
            return whole;
        }
        let wanted = format!("{year:04}").into_bytes();
        // Four digits are a year, and only the wanted one needs to be read as a number.
        let is_other = |cell: &[u8]| cell.len() == 4 && cell != wanted && cell.iter().all(u8::is_ascii_digit);
        let mut window = whole.end..whole.start;
        let mut place = whole.start;
        while place < whole.end {
            let rest = &text.as_bytes()[place..];
            let length = memchr(b'\n', rest).map_or(rest.len(), |end| end + 1);
            let line = &rest[..length];
            let year = line.split(|&byte| byte == self.cells.delimiter).nth(position);
            // A row whose year cannot be read stays in, to be reported.
            if !year.is_some_and(is_other) && !line.trim_ascii().is_empty() {
                window = window.start.min(place)..place + length;
            }
            place += length;
        }
        if window.start > window.end { window.end..window.end } else { window }
    }

    /// Every year of the table.
    pub(super) fn years(
        &mut self,
        rows: &mut csv::Reader<Cursor<&[u8]>>,
        position: usize,
    ) -> Option<Vec<i64>> {
        let mut years: BTreeSet<i64> = BTreeSet::new();
        let mut last = None;
        let mut record = ByteRecord::new();
        while rows.read_byte_record(&mut record).expect(IN_MEMORY) {
            let cell = record.get(position).unwrap_or_default();
            match parse_year(cell) {
                // Files are sorted by year: the last one seen is the likeliest.
                Some(year) if last == Some(year) => {}
                Some(year) => {
                    last = Some(year);
                    years.insert(year);
                }
                None if is_blank(&record) => {}
                None => self.report_year(&record, position),
            }
        }
        if self.failed { None } else { Some(years.into_iter().collect()) }
    }

    fn report_year(&mut self, record: &ByteRecord, position: usize) {
        let empty = text(record.get(position).unwrap_or_default()).trim().is_empty();
        let problem = |column| {
            if empty { TableProblem::CellEmpty { column } } else { TableProblem::CellNoYear { column } }
        };
        self.report_cell(problem, record, position);
    }

    /// The year of a row if it is to be read, 0 where the table has none; a year that cannot be read is reported.
    pub(super) fn year_of(&mut self, record: &ByteRecord, wanted: Option<i64>) -> Option<i64> {
        let Some(position) = self.columns.position(Column::Ar) else { return Some(0) };
        let year = record.get(position).and_then(parse_year);
        if year.is_none() && !is_blank(record) {
            self.report_year(record, position);
        }
        year.filter(|year| wanted.is_none_or(|wanted| wanted == *year))
    }
}

fn parse_year(cell: &[u8]) -> Option<i64> {
    text(cell).trim().parse().ok().filter(|year| (1..=9_999).contains(year))
}
