//! The kommun table: one year of a CSV file, every cell that matters checked.
//!
//! Only the rows of the wanted year are read in full; an unusable figure of another year does not matter.

pub mod places;
mod regions;
mod row;

use std::collections::{BTreeMap, BTreeSet};
use std::io::Cursor;
use std::ops::Range;
use std::sync::Arc;

use csv::ByteRecord;
use memchr::{memchr, memchr_iter};
use rust_decimal::Decimal;

use self::places::{Cells, line_start};
use self::regions::{Origin, Regions};
use self::row::Known;
use super::csv_quotes::{swallowing_field, unclosed_quote};
use super::document::At;
use super::further_columns::{Collector, Fault, FurtherColumns};
use super::grid::{MOST_CELLS, MOST_COLUMNS, has_too_many_cells};
use super::kommun_columns::{Column, Columns};
use super::marks::{self, Level, Marks};
use super::names::{nearest, plain_heading};
use super::number::odd_share;
use super::separators::Separators;
use crate::diagnostic::{
    Diagnostic, Diagnostics, FigureProblem, FileProblem, ImportProblem, Problem, Source, TableProblem,
};
use crate::model::figures::KommunFigures;
use crate::model::kommun::{Kommun, Kommuner, Kommunkod};
use crate::model::name::{LONGEST, is_too_long};

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

/// Checks every year of a table by the rules of [`read_further`]; what is wrong goes to `diagnostics`. Each row is read
/// once, however many years there are.
pub fn check_every_year(source: &Arc<Source>, diagnostics: &mut Diagnostics) {
    let mut reader = TableReader::new(source, true, diagnostics);
    reader.every_year = true;
    if reader.read_rows(&WantedYear::Latest).is_some() {
        reader.further();
    }
}

/// Cells of further columns that are kept of one year: seven hundred columns of all kommuner. A result has a figure for
/// each förbund and column, on every side.
const MOST_FIGURES: usize = 200_000;

/// The first line of a text that is not empty, without the blanks before it.
fn header(text: &str) -> &str {
    text.trim_start().lines().next().unwrap_or("")
}

/// The delimiter of the header: the one that splits it into most fields.
fn delimiter(text: &str) -> u8 {
    let header = header(text);
    let count = |delimiter: u8| header.bytes().filter(|&byte| byte == delimiter).count();
    // The last of equals, so the comma where there is none at all.
    [b';', b'\t', b','].into_iter().max_by_key(|&delimiter| count(delimiter)).unwrap_or(b',')
}

/// Whether a text is meant to be a kommun table: its first line has a heading that only such a table has.
#[must_use]
pub fn is_meant(text: &str) -> bool {
    let header = header(text);
    // Of a line without end the beginning shows as much.
    let header = &header[..header.floor_char_boundary(64 * 1024)];
    let mut headings =
        header.split(char::from(delimiter(text))).map(|name| plain_heading(name.trim_matches([' ', '"'])));
    headings.any(|heading| Column::ALL.iter().any(|(_, known, required)| *required && *known == heading))
}

struct TableReader<'read> {
    cells: Cells<'read>,
    columns: Columns,
    /// Whether every year is read, each with its own kommuner.
    every_year: bool,
    /// Take what the model does not need, one for each year, where somebody asked for it.
    collectors: Option<BTreeMap<i64, Collector>>,
    /// Where the row of each kommun starts, where somebody asked for it.
    rows: Option<Vec<(usize, Kommunkod)>>,
    own_sums: usize,
    restored_zeros: usize,
    marks: Marks,
    /// How the figures of each year are written that need not be whole, by where their rows start.
    separators: BTreeMap<i64, Separators<usize>>,
    /// The first kommun whose försörjningsmått can hardly be right.
    odd_share: Option<OddShare>,
    odd_shares: usize,
    failed: bool,
    diagnostics: &'read mut Diagnostics,
}

/// What the rows of a year say, or those of every year.
struct KommunRows {
    kommuner: Vec<(Kommun, KommunFigures)>,
    regions: Regions,
    year: Option<i64>,
}

/// A kommun whose försörjningsmått can hardly be right.
struct OddShare {
    /// Where its row starts.
    record: usize,
    kommun: String,
    year: Option<i64>,
    percent: Decimal,
}

impl<'read> TableReader<'read> {
    fn new(source: &'read Arc<Source>, collects: bool, diagnostics: &'read mut Diagnostics) -> Self {
        Self {
            cells: Cells { source, delimiter: delimiter(&source.text) },
            columns: Columns::default(),
            every_year: false,
            collectors: collects.then(BTreeMap::new),
            rows: None,
            own_sums: 0,
            restored_zeros: 0,
            marks: Marks::default(),
            separators: BTreeMap::new(),
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
        let mut reader = Self::new(source, true, diagnostics);
        let table = reader.read(wanted)?;
        Some((reader, table))
    }

    fn read(&mut self, wanted: &WantedYear) -> Option<KommunTable> {
        let KommunRows { mut kommuner, regions, year } = self.read_rows(wanted)?;
        let regions_from_kommunkod = matches!(regions.origin(), Origin::Kommunkod);
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

    fn read_rows(&mut self, wanted: &WantedYear) -> Option<KommunRows> {
        let Cells { source, delimiter } = self.cells;
        if has_too_many_cells(&source.text, delimiter) {
            let (path, most) = (source.path.clone(), MOST_CELLS);
            self.diagnostics.push(Diagnostic::without_place(ImportProblem::TooManyCells { path, most }));
            return None;
        }
        let mut rows = csv::ReaderBuilder::new()
            .delimiter(delimiter)
            .has_headers(false)
            .flexible(true)
            .from_reader(Cursor::new(source.text.as_bytes()));
        let mut record = ByteRecord::new();
        if !rows.read_byte_record(&mut record).expect(IN_MEMORY) {
            self.report(|| TableProblem::EmptyFile, |_| 0..0);
            return None;
        }
        self.read_header(&record);
        if let Some(quote) = unclosed_quote(&source.text) {
            self.report(|| TableProblem::QuoteUnclosed, |_| quote);
        }
        if self.failed {
            return None;
        }
        let body = rows.position().clone();
        let year = match (self.columns.position(Column::Ar).filter(|_| !self.every_year), wanted.year()) {
            (None, _) => None,
            (Some(_), Some(year)) => Some(year),
            (Some(position), None) => Some(self.latest_year(&mut rows, position, wanted)?),
        };
        // As many as the country has.
        let mut kommuner = Vec::with_capacity(300);
        let mut regions = Regions::new(self.origin_of_regions());
        let mut known = Known::default();
        let window = self.window(&body, year);
        let mut first = body.clone();
        first.set_byte(window.start as u64);
        rows.seek(first).expect(IN_MEMORY);
        while rows.read_byte_record(&mut record).expect(IN_MEMORY) && start(&record) < window.end {
            let Some(of_year) = self.year_of(&record, year) else { continue };
            if is_blank(&record) || !self.is_kommun(&record) {
                continue;
            }
            self.take_marks(&record);
            self.take_separators(&record, of_year);
            known.year = of_year;
            if let Some((kommun, figures)) = self.kommun(&record, &mut regions, &mut known) {
                self.collect(of_year, kommun.kommunkod, &record)?;
                if let Some(rows) = &mut self.rows {
                    rows.push((line_start(&source.text, start(&record)), kommun.kommunkod));
                }
                let of_year = self.columns.position(Column::Ar).map(|_| of_year).or(wanted.year());
                self.take_share(&kommun.name, &figures, of_year, start(&record));
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
                self.report(|| TableProblem::NoRows, |_| 0..0);
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
            self.report(|| TableProblem::NoRows, |_| 0..0);
            return None;
        }
        self.warn_of(&regions);
        self.warn_of_shares();
        Some(KommunRows { kommuner, regions, year: year.or(wanted.year()) })
    }

    /// The latest year of the table, from its first row on; `None` where there is an error.
    fn latest_year(
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

    /// Takes what the model does not need, where somebody asked for it; `None` where that is too much.
    fn collect(&mut self, year: i64, kommunkod: Kommunkod, record: &ByteRecord) -> Option<()> {
        let Some(collectors) = &mut self.collectors else { return Some(()) };
        let collector = collectors.entry(year).or_default();
        if (collector.len() + 1) * self.columns.further.len() > MOST_FIGURES {
            let problem = || TableProblem::TooManyFigures { most: MOST_FIGURES };
            self.report(problem, |cells| cells.line(start(record)));
            return None;
        }
        let cells = self.columns.further.iter().map(|&position| text(&record[position]));
        collector.take(kommunkod, start(record), cells);
        Some(())
    }

    /// Whether a row has the cells of a kommun: if not, it is reported, or counted where it is a sum of ours.
    fn is_kommun(&mut self, record: &ByteRecord) -> bool {
        let is_read = |position| self.columns.positions.contains(&Some(position));
        if let Some(field) = swallowing_field(record, self.cells.delimiter, is_read) {
            let place = |cells: Cells<'_>| cells.first_line_of_field(start(record), field);
            self.report(|| TableProblem::QuoteUnclosed, place);
            return false;
        }
        let (expected, found) = (self.columns.names.len(), record.len());
        if found != expected {
            let problem = || {
                if found < expected {
                    TableProblem::RowTooShort { expected, found }
                } else {
                    TableProblem::RowTooLong { expected, found }
                }
            };
            self.report(problem, |cells| cells.line(start(record)));
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

    fn take_separators(&mut self, record: &ByteRecord, year: i64) {
        let Some(position) = self.columns.position(Column::Forsorjningsmatt) else { return };
        let separators = self.separators.entry(year).or_default();
        separators.take(text(&record[position]), start(record));
        for other in self.columns.further.iter().filter_map(|&other| record.get(other)) {
            separators.take_other(text(other));
        }
    }

    /// Refuses figures of which nobody can know whether they have decimals or thousands.
    fn refuse_ambiguous(&mut self) {
        let Some(position) = self.columns.position(Column::Forsorjningsmatt) else { return };
        for record in std::mem::take(&mut self.separators).into_values().flat_map(|one| one.ambiguous(false))
        {
            let column = self.columns.name(position);
            self.report(|| TableProblem::CellAmbiguous { column }, |cells| cells.field(record, position));
        }
    }

    fn take_share(&mut self, kommun: &str, figures: &KommunFigures, year: Option<i64>, record: usize) {
        let Some(percent) = odd_share(figures.forsorjningsmatt, Decimal::from(figures.befolkning_16_64))
        else {
            return;
        };
        self.odd_shares += 1;
        self.odd_share.get_or_insert_with(|| OddShare { record, kommun: kommun.to_owned(), year, percent });
    }

    fn warn_of_shares(&mut self) {
        let Some(OddShare { record, kommun, year, percent }) = self.odd_share.take() else { return };
        let Some(position) = self.columns.position(Column::Forsorjningsmatt) else { return };
        let (cells, others) = (self.cells, self.odd_shares - 1);
        self.diagnostics.push_warning(|| {
            let problem = FigureProblem::ForsorjningsmattShare { kommun, year, percent, others };
            Diagnostic::at(problem, cells.source, cells.field(record, position))
        });
    }

    fn origin_of_regions(&self) -> Origin {
        [Column::Region, Column::Lan]
            .into_iter()
            .find_map(|column| Some(Origin::Column(column, self.columns.position(column)?)))
            .unwrap_or(Origin::Kommunkod)
    }

    fn warn_of(&mut self, regions: &Regions) {
        let cells = self.cells;
        for (problem, record, position) in regions.problems() {
            let place = || cells.field(record, position);
            self.diagnostics.push_warning(|| Diagnostic::at(problem, cells.source, place()));
        }
    }

    /// The further columns of the last year that was read, or `None` where one of their cells is wrong and was
    /// reported.
    fn further(&mut self) -> Option<FurtherColumns> {
        let mut columns = None;
        for collector in self.collectors.take()?.into_values() {
            let found = collector.finish(&self.columns);
            for Fault { record, position, problem } in found.faults {
                self.report(|| problem, |cells| cells.field(record, position));
            }
            columns = Some(found.columns);
        }
        columns.filter(|_| !self.failed)
    }

    /// The further columns without those that have a wrong cell, which are reported.
    fn usable_further(&mut self) -> FurtherColumns {
        let last = self.collectors.take().and_then(|mut collectors| collectors.pop_last());
        let Some((_, collector)) = last else { return FurtherColumns::default() };
        let mut found = collector.finish(&self.columns);
        // The first fault of each column, and how many others there are.
        let mut faulty: BTreeMap<usize, (usize, usize)> = BTreeMap::new();
        for fault in &found.faults {
            faulty.entry(fault.position).and_modify(|(_, others)| *others += 1).or_insert((fault.record, 0));
        }
        found.columns.leave_out(faulty.keys().map(|&position| self.columns.names[position].as_str()));
        let (cells, columns) = (self.cells, &self.columns);
        for (position, (record, others)) in faulty {
            self.diagnostics.push_warning(|| {
                let problem = TableProblem::ColumnLeftOut { column: columns.name(position), others };
                Diagnostic::at(problem, cells.source, cells.field(record, position))
            });
        }
        found.columns
    }

    fn read_header(&mut self, header: &ByteRecord) {
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

    /// The bytes between which all rows of the year stand. Tables of many years are mostly sorted by year, so most
    /// of the file need not be parsed; where a quote could hide a line break, all of it is.
    fn window(&self, body: &csv::Position, year: Option<i64>) -> Range<usize> {
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
    fn years(&mut self, rows: &mut csv::Reader<Cursor<&[u8]>>, position: usize) -> Option<Vec<i64>> {
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
    fn year_of(&mut self, record: &ByteRecord, wanted: Option<i64>) -> Option<i64> {
        let Some(position) = self.columns.position(Column::Ar) else { return Some(0) };
        let year = record.get(position).and_then(parse_year);
        if year.is_none() && !is_blank(record) {
            self.report_year(record, position);
        }
        year.filter(|year| wanted.is_none_or(|wanted| wanted == *year))
    }

    /// Reports an error. What it is and where are found out only if it is kept: a table can have a million.
    fn report<Of: Into<Problem>>(
        &mut self,
        problem: impl FnOnce() -> Of,
        place: impl FnOnce(Cells<'_>) -> Range<usize>,
    ) {
        self.failed = true;
        let cells = self.cells;
        self.diagnostics.push_error(|| Diagnostic::at(problem(), cells.source, place(cells)));
    }

    /// Reports a cell; what is wrong with it names its column.
    fn report_cell<Of: Into<Problem>>(
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
