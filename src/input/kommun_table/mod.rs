//! The kommun table: one year of a CSV file, every cell that matters checked.
//!
//! Only the rows of the wanted year are read in full; an unusable figure of another year harms nobody.

pub mod places;
mod regions;
mod row;

use std::collections::{BTreeSet, HashMap};
use std::io::Cursor;
use std::ops::Range;
use std::sync::Arc;

use csv::ByteRecord;
use memchr::{memchr, memchr_iter};
use rust_decimal::Decimal;

use self::places::line_start;
use self::regions::{Origin, Regions};
use self::row::CellPosition;
use super::csv_quotes::{swallowing_field, unclosed_quote};
use super::document::At;
use super::further_columns::{Collector, FurtherColumns};
use super::kommun_columns::{Column, Columns, plain_heading};
use super::marks::{self, Level, Marks};
use super::names::nearest;
use super::number::odd_share;
use super::separators::Separators;
use crate::diagnostic::{Diagnostic, Diagnostics, FigureProblem, Problem, Source, TableProblem};
use crate::model::figures::KommunFigures;
use crate::model::kommun::{Kommuner, Kommunkod};

/// What a table held.
#[derive(Clone, Debug)]
pub struct KommunTable {
    /// The kommuner of the year.
    pub kommuner: Kommuner,
    /// Their figures, in the same order.
    pub figures: Vec<KommunFigures>,
    /// The year of the figures, where the table or the baseline names one.
    pub year: Option<i64>,
    /// Whether the regions were read off the kommunkoder, because no column names them.
    pub regions_from_kommunkod: bool,
    /// Rows that were passed over because finsam itself wrote them as sums of kommuner.
    pub own_sums: usize,
    /// Kommunkoder of a table of ours that a spreadsheet had taken the leading zero from.
    pub restored_zeros: usize,
    /// What the table says of its columns.
    pub(in crate::input) marks: Marks,
}

/// Which year of a table is wanted, and where that was said.
#[derive(Clone, Debug)]
pub enum WantedYear {
    /// This one; its place in a baseline or in what was typed.
    This {
        /// What it stands in.
        source: Arc<Source>,
        /// The year.
        year: At<i64>,
    },
    /// The only one. That there are several is reported at the place of the table's path in the baseline.
    Only {
        /// The baseline.
        source: Arc<Source>,
        /// The place of the path.
        path: Range<usize>,
    },
    /// The latest, for those who look at a table and have no baseline.
    Latest,
}

impl WantedYear {
    fn year(&self) -> Option<i64> {
        match self {
            Self::This { year, .. } => Some(year.value),
            Self::Only { .. } | Self::Latest => None,
        }
    }
}

/// Why reading and seeking cannot fail: rows may have any number of fields.
const IN_MEMORY: &str = "a text in memory is read without errors";

/// Reads the kommuner of one year with the columns that the model does not need; `None` where something was wrong and
/// went to `diagnostics`.
#[must_use]
pub fn read_further(
    source: &Arc<Source>,
    wanted: &WantedYear,
    diagnostics: &mut Diagnostics,
) -> Option<(KommunTable, FurtherColumns)> {
    let (mut reader, table) = TableReader::collecting(source, wanted, diagnostics)?;
    Some((table, reader.further()?))
}

/// [`read_further`] for those who can do without a further column: one with an unusable cell is left out, and a
/// warning says so.
#[must_use]
pub fn read_usable(
    source: &Arc<Source>,
    wanted: &WantedYear,
    diagnostics: &mut Diagnostics,
) -> Option<(KommunTable, FurtherColumns)> {
    let (mut reader, table) = TableReader::collecting(source, wanted, diagnostics)?;
    Some((table, reader.usable_further()))
}

/// The delimiter of the header: the one that splits it into most fields.
fn delimiter(text: &str) -> u8 {
    let header = text.lines().find(|line| !line.trim().is_empty()).unwrap_or("");
    let count = |delimiter: u8| header.bytes().filter(|&byte| byte == delimiter).count();
    // The last of equals, so the comma where there is none at all.
    [b';', b'\t', b','].into_iter().max_by_key(|&delimiter| count(delimiter)).unwrap_or(b',')
}

/// Whether a text is meant to be a kommun table: its first line has a heading that only such a table has.
#[must_use]
pub fn is_meant(text: &str) -> bool {
    let header = text.lines().find(|line| !line.trim().is_empty()).unwrap_or("");
    // Of a line without end the beginning shows as much.
    let header = &header[..header.floor_char_boundary(64 * 1024)];
    let mut headings =
        header.split(char::from(delimiter(text))).map(|name| plain_heading(name.trim_matches([' ', '"'])));
    headings.any(|heading| Column::ALL.iter().any(|(_, known, required)| *required && *known == heading))
}

struct TableReader<'read> {
    source: &'read Arc<Source>,
    delimiter: u8,
    columns: Columns,
    /// Takes what the model does not need, where somebody asked for it.
    collector: Option<Collector>,
    /// Where the row of each kommun starts, where somebody asked for it.
    rows: Option<Vec<(usize, Kommunkod)>>,
    own_sums: usize,
    restored_zeros: usize,
    marks: Marks,
    /// How the figures are written that need not be whole, by where their rows start.
    separators: Separators<usize>,
    /// The first kommun whose försörjningsmått can hardly be right: where its row starts, its name and the share.
    odd_share: Option<(usize, String, Decimal)>,
    odd_shares: usize,
    failed: bool,
    diagnostics: &'read mut Diagnostics,
}

impl<'read> TableReader<'read> {
    fn new(
        source: &'read Arc<Source>,
        collector: Option<Collector>,
        diagnostics: &'read mut Diagnostics,
    ) -> Self {
        let delimiter = delimiter(&source.text);
        let columns = Columns::default();
        Self {
            source,
            delimiter,
            columns,
            collector,
            rows: None,
            own_sums: 0,
            restored_zeros: 0,
            marks: Marks::default(),
            separators: Separators::default(),
            odd_share: None,
            odd_shares: 0,
            failed: false,
            diagnostics,
        }
    }

    /// A reader that has read a table, and what the model does not need of it.
    fn collecting(
        source: &'read Arc<Source>,
        wanted: &WantedYear,
        diagnostics: &'read mut Diagnostics,
    ) -> Option<(Self, KommunTable)> {
        let mut reader = Self::new(source, Some(Collector::default()), diagnostics);
        let table = reader.read(wanted)?;
        Some((reader, table))
    }

    fn read(&mut self, wanted: &WantedYear) -> Option<KommunTable> {
        let mut rows = csv::ReaderBuilder::new()
            .delimiter(self.delimiter)
            .has_headers(false)
            .flexible(true)
            .from_reader(Cursor::new(self.source.text.as_bytes()));
        let mut record = ByteRecord::new();
        if !rows.read_byte_record(&mut record).expect(IN_MEMORY) {
            self.report(TableProblem::EmptyFile, 0..0);
            return None;
        }
        self.read_header(&record);
        if let Some(quote) = unclosed_quote(&self.source.text) {
            self.report(TableProblem::QuoteUnclosed, quote);
        }
        if self.failed {
            return None;
        }
        let body = rows.position().clone();
        let year = match (self.columns.position(Column::Ar), wanted.year()) {
            (None, _) => None,
            (Some(_), Some(year)) => Some(year),
            (Some(position), None) => {
                let years = self.years(&mut rows, position)?;
                if let (WantedYear::Only { source, path }, true) = (wanted, years.len() > 1) {
                    let problem = TableProblem::YearRequired { years };
                    self.diagnostics.push(Diagnostic::at(problem, source, path.clone()));
                    return None;
                }
                // Back to the first row below the header.
                rows.seek(body.clone()).expect(IN_MEMORY);
                years.last().copied()
            }
        };
        // As many as the country has.
        let mut kommuner = Vec::with_capacity(300);
        let mut regions = Regions::new(self.origin_of_regions());
        let mut codes: HashMap<Kommunkod, CellPosition> = HashMap::with_capacity(kommuner.capacity());
        let mut names: HashMap<String, CellPosition> = HashMap::with_capacity(kommuner.capacity());
        let window = self.window(&body, year);
        let mut first = body.clone();
        first.set_byte(window.start as u64);
        rows.seek(first).expect(IN_MEMORY);
        while rows.read_byte_record(&mut record).expect(IN_MEMORY) && start(&record) < window.end {
            if !self.is_of_year(&record, year) || is_blank(&record) {
                continue;
            }
            if !self.is_kommun(&record) {
                continue;
            }
            self.take_marks(&record);
            self.take_separators(&record);
            if let Some((kommun, figures)) = self.kommun(&record, &mut regions, &mut codes, &mut names) {
                if let Some(collector) = &mut self.collector {
                    let cell = |&position: &usize| (position, text(&record[position]));
                    let cells = self.columns.further.iter().map(cell);
                    collector.take(kommun.kommunkod, start(&record), cells);
                }
                if let Some(rows) = &mut self.rows {
                    rows.push((line_start(&self.source.text, start(&record)), kommun.kommunkod));
                }
                self.take_share(&kommun.name, &figures, start(&record));
                kommuner.push((kommun, figures));
            }
        }
        self.refuse_ambiguous();
        if let (true, false, WantedYear::This { source, year }, Some(position)) =
            (kommuner.is_empty(), self.failed, wanted, self.columns.position(Column::Ar))
        {
            rows.seek(body).expect(IN_MEMORY);
            let years = self.years(&mut rows, position)?;
            if years.is_empty() {
                self.report(TableProblem::NoRows, 0..0);
                return None;
            }
            let problem = TableProblem::YearMissing { year: year.value, years };
            self.diagnostics.push(Diagnostic::at(problem, source, year.span.clone()));
            return None;
        }
        if self.failed {
            return None;
        }
        if kommuner.is_empty() {
            self.report(TableProblem::NoRows, 0..0);
            return None;
        }
        self.warn_of(&regions);
        self.warn_of_shares(year.or(wanted.year()));
        let regions_from_kommunkod = matches!(regions.origin(), Origin::Kommunkod);
        let year = year.or(wanted.year());
        kommuner.sort_unstable_by_key(|(kommun, _)| kommun.kommunkod);
        let (kommuner, figures) = kommuner.into_iter().unzip();
        Some(KommunTable {
            kommuner: Kommuner::new(kommuner, regions.into_names()),
            figures,
            year,
            regions_from_kommunkod,
            own_sums: self.own_sums,
            restored_zeros: self.restored_zeros,
            marks: std::mem::take(&mut self.marks),
        })
    }

    /// Whether a row has the cells of a kommun: if not, it is reported, or counted where it is a sum of ours.
    fn is_kommun(&mut self, record: &ByteRecord) -> bool {
        let is_read = |position| self.columns.positions.contains(&Some(position));
        if let Some(field) = swallowing_field(record, self.delimiter, is_read) {
            self.report(TableProblem::QuoteUnclosed, self.first_line_of_field(start(record), field));
            return false;
        }
        if record.len() != self.columns.names.len() {
            let (expected, found) = (self.columns.names.len(), record.len());
            let problem = if found < expected {
                TableProblem::RowTooShort { expected, found }
            } else {
                TableProblem::RowTooLong { expected, found }
            };
            self.report(problem, self.line(start(record)));
            return false;
        }
        if self.level(record) == Some(Level::Sum) {
            self.own_sums += 1;
            return false;
        }
        true
    }

    /// What a row of a table of ours is. A sum has neither code nor name of a kommun, whatever stands in somebody
    /// else's column of that heading.
    fn level(&self, record: &ByteRecord) -> Option<Level> {
        let level = Level::parse(text(record.get(self.columns.level?)?))?;
        let is_named = [Column::Kommunkod, Column::Kommun].into_iter().any(|column| {
            let cell = self.columns.position(column).and_then(|position| record.get(position));
            cell.is_some_and(|cell| !cell.trim_ascii().is_empty())
        });
        (is_named == (level == Level::Kommun)).then_some(level)
    }

    fn take_marks(&mut self, record: &ByteRecord) {
        for &(position, of, mark) in &self.columns.marks {
            let cell = text(record.get(position).unwrap_or_default());
            self.marks.take(self.columns.name_in_sources(of), mark, cell);
        }
    }

    fn take_separators(&mut self, record: &ByteRecord) {
        let Some(position) = self.columns.position(Column::Forsorjningsmatt) else { return };
        self.separators.take(text(&record[position]), start(record));
        for other in self.columns.further.iter().filter_map(|&other| record.get(other)) {
            self.separators.take_other(text(other));
        }
    }

    /// Refuses figures of which nobody can know whether they have decimals or thousands.
    fn refuse_ambiguous(&mut self) {
        let Some(position) = self.columns.position(Column::Forsorjningsmatt) else { return };
        for record in self.separators.ambiguous(false) {
            let column = self.columns.name(position);
            let field = self.field(record, position);
            self.report(TableProblem::CellAmbiguous { column }, field);
        }
    }

    fn take_share(&mut self, kommun: &str, figures: &KommunFigures, record: usize) {
        let Some(percent) = odd_share(figures.forsorjningsmatt, Decimal::from(figures.befolkning_16_64))
        else {
            return;
        };
        self.odd_shares += 1;
        self.odd_share.get_or_insert_with(|| (record, kommun.to_owned(), percent));
    }

    fn warn_of_shares(&mut self, year: Option<i64>) {
        let Some((record, kommun, percent)) = self.odd_share.take() else { return };
        let Some(position) = self.columns.position(Column::Forsorjningsmatt) else { return };
        let others = self.odd_shares - 1;
        let problem = FigureProblem::ForsorjningsmattShare { kommun, year, percent, others };
        self.diagnostics.push(Diagnostic::at(problem, self.source, self.field(record, position)));
    }

    fn origin_of_regions(&self) -> Origin {
        [Column::Region, Column::Lan]
            .into_iter()
            .find_map(|column| Some(Origin::Column(column, self.columns.position(column)?)))
            .unwrap_or(Origin::Kommunkod)
    }

    fn warn_of(&mut self, regions: &Regions) {
        for (problem, record, position) in regions.problems() {
            let cell = self.field(record, position);
            self.diagnostics.push(Diagnostic::at(problem, self.source, cell));
        }
    }

    /// The further columns, or `None` where one of their cells is wrong and was reported.
    fn further(&mut self) -> Option<FurtherColumns> {
        let found = self.collector.take()?.finish(&self.columns);
        for fault in &found.faults {
            let field = self.field(fault.record, fault.position);
            self.report(fault.problem.clone(), field);
        }
        if self.failed { None } else { Some(found.columns) }
    }

    /// The further columns without those that have a wrong cell, which are reported.
    fn usable_further(&mut self) -> FurtherColumns {
        let Some(collector) = self.collector.take() else { return FurtherColumns::default() };
        let mut found = collector.finish(&self.columns);
        let mut reported = BTreeSet::new();
        for fault in &found.faults {
            if reported.insert(fault.position) {
                let column = self.columns.name(fault.position);
                found.columns.leave_out(&column);
                let others = found.faults.iter().filter(|other| other.position == fault.position).count() - 1;
                let field = self.field(fault.record, fault.position);
                let problem = TableProblem::ColumnLeftOut { column, others };
                self.diagnostics.push(Diagnostic::at(problem, self.source, field));
            }
        }
        found.columns
    }

    fn read_header(&mut self, header: &ByteRecord) {
        self.columns.names = header.iter().map(|name| text(name).trim().to_owned()).collect();
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
                let other = self.field(start(header), first);
                let span = self.field(start(header), position);
                self.failed = true;
                self.diagnostics.push(
                    Diagnostic::at(TableProblem::ColumnTwice { column: name.clone() }, self.source, span)
                        .and(self.source, other),
                );
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
            let problem = TableProblem::ColumnMissing { first, others: missing.collect(), nearest, found };
            self.report(problem, self.line(start(header)));
        }
    }

    /// The bytes between which all rows of the year stand. Tables of many years are mostly sorted by year, so most
    /// of the file need not be parsed; where a quote could hide a line break, all of it is.
    fn window(&self, body: &csv::Position, year: Option<i64>) -> Range<usize> {
        let text = &self.source.text;
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
            let year = line.split(|&byte| byte == self.delimiter).nth(position);
            // A row whose year cannot be read stays in, to be reported.
            if !year.is_some_and(is_other) && !line.trim_ascii().is_empty() {
                window = window.start.min(place)..place + length;
            }
            place += length;
        }
        if window.start > window.end { window.end..window.end } else { window }
    }

    /// Every year of the table.
    fn years(&mut self, rows: &mut csv::Reader<Cursor<&[u8]>>, position: usize) -> Option<Vec<i64>> {
        let mut years: Vec<i64> = Vec::new();
        let mut record = ByteRecord::new();
        while rows.read_byte_record(&mut record).expect(IN_MEMORY) {
            let cell = record.get(position).unwrap_or_default();
            match parse_year(cell) {
                // Files are sorted by year or by kommun: the last one met is the likeliest.
                Some(year) if years.last() == Some(&year) || years.contains(&year) => {}
                Some(year) => years.push(year),
                None if is_blank(&record) => {}
                None => self.report_year(&record, position),
            }
        }
        years.sort_unstable();
        if self.failed { None } else { Some(years) }
    }

    fn report_year(&mut self, record: &ByteRecord, position: usize) {
        let column = self.columns.name(position);
        let empty = text(record.get(position).unwrap_or_default()).trim().is_empty();
        let problem =
            if empty { TableProblem::CellEmpty { column } } else { TableProblem::CellNoYear { column } };
        self.report_cell(problem, record, position);
    }

    /// Whether a row is of the year; one whose year cannot be read is reported.
    fn is_of_year(&mut self, record: &ByteRecord, year: Option<i64>) -> bool {
        match (self.columns.position(Column::Ar), year) {
            (Some(position), Some(year)) => {
                let of_row = record.get(position).and_then(parse_year);
                if of_row.is_none() && !is_blank(record) {
                    self.report_year(record, position);
                }
                of_row == Some(year)
            }
            _ => true,
        }
    }

    fn report(&mut self, problem: impl Into<Problem>, span: Range<usize>) {
        self.failed = true;
        self.diagnostics.push(Diagnostic::at(problem, self.source, span));
    }

    /// Reports a cell; its place is looked up only if the report is kept.
    fn report_cell(&mut self, problem: TableProblem, record: &ByteRecord, position: usize) {
        let full = self.diagnostics.is_full();
        let span = if full { 0..0 } else { self.field(start(record), position) };
        self.report(problem, span);
    }
}

fn start(record: &ByteRecord) -> usize {
    let position = record.position().expect("a record that was read");
    usize::try_from(position.byte()).expect("a place in memory")
}

/// The whole file was decoded to UTF-8, and delimiters are ASCII, so every field is text.
fn text(field: &[u8]) -> &str {
    std::str::from_utf8(field).expect("a field of a text")
}

/// Spreadsheets leave rows of nothing but delimiters below a table.
fn is_blank(record: &ByteRecord) -> bool {
    record.iter().all(|field| field.iter().all(u8::is_ascii_whitespace))
}

fn parse_year(cell: &[u8]) -> Option<i64> {
    text(cell).trim().parse().ok().filter(|year| (1..=9_999).contains(year))
}
