//! The kommun table: one year of a CSV file, every cell that matters checked.
//!
//! Only the rows of the wanted year are read in full; an unusable figure of another year harms nobody. Places are
//! found again only when there is something to say about them, so that a sound file is read in one go.

use std::collections::HashMap;
use std::io::Cursor;
use std::ops::Range;
use std::sync::Arc;

use csv::ByteRecord;
use memchr::{memchr, memchr_iter};
use rust_decimal::Decimal;

use super::document::At;
use super::further_columns::{Collector, FurtherColumns};
use super::kommun_columns::{Column, Columns, plain_heading};
use super::lan::lan_name;
use super::names::nearest;
use super::number::{self, NumberError};
use crate::diagnostic::{Diagnostic, Diagnostics, Problem, Source, TableProblem};
use crate::model::kommun::{Kommun, Kommuner, Kommunkod, RegionId};
use crate::model::name::canonical;

/// What a table held.
#[derive(Clone, Debug)]
pub struct KommunTable {
    /// The kommuner of the year.
    pub kommuner: Kommuner,
    /// The year of the figures, where the table or the baseline names one.
    pub year: Option<i64>,
    /// Whether the regions were read off the kommunkoder, because no column names them.
    pub regions_from_kommunkod: bool,
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
    /// The only one. That there are several is told at the place of the table's path in the baseline.
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

/// Reads the kommuner of one year; `None` where something was wrong and went to `diagnostics`.
#[must_use]
pub fn read(source: &Arc<Source>, wanted: &WantedYear, diagnostics: &mut Diagnostics) -> Option<KommunTable> {
    TableReader::new(source, None, diagnostics).read(wanted)
}

/// Reads the kommuner of one year with the columns that the model does not need.
#[must_use]
pub fn read_further(
    source: &Arc<Source>,
    wanted: &WantedYear,
    diagnostics: &mut Diagnostics,
) -> Option<(KommunTable, FurtherColumns)> {
    let mut reader = TableReader::new(source, Some(Collector::default()), diagnostics);
    let table = reader.read(wanted)?;
    let further = reader.further()?;
    Some((table, further))
}

/// On which line each kommun of a year stands. A table is read for its lines only where somebody asks for them;
/// `None` where it cannot be read any more, and that went to `diagnostics`.
#[must_use]
pub fn read_places(
    source: &Arc<Source>,
    wanted: &WantedYear,
    diagnostics: &mut Diagnostics,
) -> Option<TablePlaces> {
    let mut reader = TableReader::new(source, None, diagnostics);
    reader.rows = Some(Vec::new());
    reader.read(wanted)?;
    let heading = |column| reader.columns.position(column).map(|position| reader.columns.name(position));
    // The rows in the order of the file, so that its lines are counted once.
    let mut rows: Vec<(usize, Kommunkod)> = reader.rows.take().unwrap_or_default();
    rows.sort_unstable();
    let (mut counted, mut line) = (0, 1);
    let lines = rows.into_iter().map(|(start, kommunkod)| {
        line += memchr_iter(b'\n', &source.text.as_bytes()[counted..start]).count();
        counted = start;
        (kommunkod, line)
    });
    Some(TablePlaces {
        lines: lines.collect(),
        befolkning_16_64: heading(Column::Befolkning).unwrap_or_default(),
        forsorjningsmatt: heading(Column::Forsorjningsmatt).unwrap_or_default(),
        folkmangd: heading(Column::Folkmangd).unwrap_or_default(),
    })
}

/// Where the figures of a table stand.
#[derive(Clone, Debug)]
pub struct TablePlaces {
    /// The heading of inhabitants 16–64.
    pub befolkning_16_64: String,
    /// The heading of försörjningsmått.
    pub forsorjningsmatt: String,
    /// The heading of all inhabitants, if there is such a column.
    pub folkmangd: String,
    /// The line, from 1, on which the row of each kommun starts.
    lines: HashMap<Kommunkod, usize>,
}

impl TablePlaces {
    /// The line, from 1, on which the row of a kommun starts.
    #[must_use]
    pub fn line(&self, kommunkod: Kommunkod) -> Option<usize> {
        self.lines.get(&kommunkod).copied()
    }
}

/// The delimiter of the header: the one that splits it into most fields.
fn delimiter(text: &str) -> u8 {
    let header = text.lines().find(|line| !line.trim().is_empty()).unwrap_or("");
    let count = |delimiter: u8| header.bytes().filter(|&byte| byte == delimiter).count();
    // The last of equals, so the comma where there is none at all.
    [b';', b'\t', b','].into_iter().max_by_key(|&delimiter| count(delimiter)).unwrap_or(b',')
}

struct TableReader<'read> {
    source: &'read Arc<Source>,
    delimiter: u8,
    columns: Columns,
    /// Takes what the model does not need, where somebody asked for it.
    collector: Option<Collector>,
    /// Where the row of each kommun starts, where somebody asked for it.
    rows: Option<Vec<(usize, Kommunkod)>>,
    failed: bool,
    diagnostics: &'read mut Diagnostics,
}

/// The places of a row's code and name, for rows that stand twice.
struct Place {
    start: usize,
    field: usize,
}

impl<'read> TableReader<'read> {
    fn new(
        source: &'read Arc<Source>,
        collector: Option<Collector>,
        diagnostics: &'read mut Diagnostics,
    ) -> Self {
        let delimiter = delimiter(&source.text);
        let columns = Columns::default();
        Self { source, delimiter, columns, collector, rows: None, failed: false, diagnostics }
    }

    fn read(&mut self, wanted: &WantedYear) -> Option<KommunTable> {
        let mut rows = csv::ReaderBuilder::new()
            .delimiter(self.delimiter)
            .has_headers(false)
            .flexible(true)
            .from_reader(Cursor::new(self.source.text.as_bytes()));
        let mut record = ByteRecord::new();
        if !rows.read_byte_record(&mut record).unwrap_or(false) {
            self.report(TableProblem::Empty { file: true }, 0..0);
            return None;
        }
        self.read_header(&record);
        self.refuse_odd_quotes();
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
                // Back to the first row below the header; text in memory can always be sought.
                rows.seek(body.clone()).ok()?;
                years.last().copied()
            }
        };
        // As many as the country has.
        let mut kommuner = Vec::with_capacity(300);
        let mut regions: Vec<String> = Vec::new();
        let mut codes: HashMap<Kommunkod, Place> = HashMap::with_capacity(kommuner.capacity());
        let mut names: HashMap<String, Place> = HashMap::with_capacity(kommuner.capacity());
        let window = self.window(&body, year);
        let mut first = body.clone();
        first.set_byte(window.start as u64);
        rows.seek(first).ok()?;
        while rows.read_byte_record(&mut record).unwrap_or(false) && start(&record) < window.end {
            if !self.is_of_year(&record, year) || is_blank(&record) {
                continue;
            }
            // A quote that is never closed takes the following rows into its cell: nobody would miss them.
            if let Some(field) = self.swallowing_field(&record) {
                self.report(TableProblem::QuoteUnclosed, self.first_line_of_field(start(&record), field));
                continue;
            }
            if record.len() != self.columns.names.len() {
                let problem =
                    TableProblem::RowLength { expected: self.columns.names.len(), found: record.len() };
                self.report(problem, self.line(start(&record)));
                continue;
            }
            if let Some(kommun) = self.kommun(&record, &mut regions, &mut codes, &mut names) {
                if let Some(collector) = &mut self.collector {
                    collector.take(kommun.kommunkod, start(&record), record.iter().map(text));
                }
                if let Some(rows) = &mut self.rows {
                    rows.push((line_start(&self.source.text, start(&record)), kommun.kommunkod));
                }
                kommuner.push(kommun);
            }
        }
        if let (true, false, WantedYear::This { source, year }, Some(position)) =
            (kommuner.is_empty(), self.failed, wanted, self.columns.position(Column::Ar))
        {
            rows.seek(body).ok()?;
            let years = self.years(&mut rows, position)?;
            if years.is_empty() {
                self.report(TableProblem::Empty { file: false }, 0..0);
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
            self.report(TableProblem::Empty { file: false }, 0..0);
            return None;
        }
        let regions_from_kommunkod =
            self.columns.position(Column::Region).or(self.columns.position(Column::Lan)).is_none();
        let year = year.or(wanted.year());
        Some(KommunTable { kommuner: Kommuner::new(kommuner, regions), year, regions_from_kommunkod })
    }

    /// The further columns, or `None` where one of their cells is wrong and was told of.
    fn further(&mut self) -> Option<FurtherColumns> {
        let found = self.collector.take()?.finish(&self.columns);
        for fault in &found.faults {
            let field = self.field(fault.record, fault.position);
            self.report(fault.problem.clone(), field);
        }
        if self.failed { None } else { Some(found.columns) }
    }

    fn read_header(&mut self, header: &ByteRecord) {
        self.columns.names = header.iter().map(|name| text(name).trim().to_owned()).collect();
        for (position, name) in self.columns.names.clone().iter().enumerate() {
            let plain = plain_heading(name);
            let Some((column, ..)) = Column::ALL.iter().find(|(_, known, _)| *known == plain) else {
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
        let missing: Vec<String> = missing.map(|(_, name, _)| name.to_owned()).collect();
        if let Some(first) = missing.first() {
            let known = |name: &str| Column::ALL.iter().any(|(_, known, _)| *known == name);
            let unknown = self.columns.names.iter().map(String::as_str).filter(|name| !known(name));
            let nearest = nearest(first, unknown);
            let found = self.columns.names.iter().take(12).cloned().collect();
            let problem = TableProblem::ColumnMissing { missing, nearest, found };
            self.report(problem, self.line(start(header)));
        }
    }

    /// The bytes between which all rows of the year stand. Tables of many years are mostly sorted by year, so most
    /// of the file need not be parsed; where a quote could hide a line break, all of it is.
    fn window(&self, body: &csv::Position, year: Option<i64>) -> Range<usize> {
        let text = &self.source.text;
        let whole = usize::try_from(body.byte()).unwrap_or(0)..text.len();
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
            // A row whose year cannot be read stays in, to be told of.
            if !year.is_some_and(is_other) && !line.trim_ascii().is_empty() {
                window = window.start.min(place)..place + length;
            }
            place += length;
        }
        if window.start > window.end { window.end..window.end } else { window }
    }

    /// A field that holds a line break where it cannot: in a column that finsam reads, or with what looks like rows
    /// behind it. Notes of several lines in other columns are left alone.
    fn swallowing_field(&self, record: &ByteRecord) -> Option<usize> {
        record.iter().enumerate().position(|(position, field)| {
            let Some(end) = memchr(b'\n', field) else { return false };
            let delimiters = memchr_iter(self.delimiter, &field[end..]).count();
            self.columns.positions.contains(&Some(position)) || delimiters >= 3
        })
    }

    /// An odd number of quotes leaves one open; the last line that has an odd number is where to look.
    fn refuse_odd_quotes(&mut self) {
        if let Some(quote) = unclosed_quote(&self.source.text) {
            self.report(TableProblem::QuoteUnclosed, quote);
        }
    }

    /// The part of a field that stands on its first line.
    fn first_line_of_field(&self, record_start: usize, field: usize) -> Range<usize> {
        let span = self.field(record_start, field);
        let length = self.source.text[span.clone()].find(['\r', '\n']).unwrap_or(span.len());
        span.start..span.start + length
    }

    /// Every year of the table.
    fn years(&mut self, rows: &mut csv::Reader<Cursor<&[u8]>>, position: usize) -> Option<Vec<i64>> {
        let mut years: Vec<i64> = Vec::new();
        let mut record = ByteRecord::new();
        while rows.read_byte_record(&mut record).unwrap_or(false) {
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

    fn kommun(
        &mut self,
        record: &ByteRecord,
        regions: &mut Vec<String>,
        codes: &mut HashMap<Kommunkod, Place>,
        names: &mut HashMap<String, Place>,
    ) -> Option<Kommun> {
        let kommunkod = self.kommunkod(record);
        let name = self.text_cell(record, Column::Kommun);
        let befolkning_16_64 = self.inhabitants(record, Column::Befolkning);
        let forsorjningsmatt = self.forsorjningsmatt(record);
        let folkmangd = match self.columns.position(Column::Folkmangd) {
            Some(position) if !text(&record[position]).trim().is_empty() => {
                Some(self.inhabitants(record, Column::Folkmangd)?)
            }
            // All inhabitants are optional: it is for the key that needs them to miss them.
            _ => None,
        };
        let region = match self.columns.position(Column::Region).map(|_| Column::Region) {
            Some(column) => self.text_cell(record, column),
            None if self.columns.position(Column::Lan).is_some() => self.text_cell(record, Column::Lan),
            None => kommunkod.map(|kommunkod| lan_name(kommunkod.lan())),
        };
        let (kommunkod, name, region) = (kommunkod?, name?, region?);
        let place =
            |column| Place { start: start(record), field: self.columns.position(column).unwrap_or_default() };
        let (code_place, name_place) = (place(Column::Kommunkod), place(Column::Kommun));
        if let Some(first) = codes.get(&kommunkod) {
            let problem = TableProblem::KommunkodTwice { kommunkod: kommunkod.to_string() };
            self.report_twice(problem, &code_place, first);
        } else {
            codes.insert(kommunkod, code_place);
        }
        let plain_name = canonical(&name);
        if let Some(first) = names.get(&plain_name) {
            self.report_twice(TableProblem::KommunNameTwice { kommun: name.clone() }, &name_place, first);
        } else {
            names.insert(plain_name, name_place);
        }
        // As written mostly; a region in other capitals is the same region .
        let known = regions.iter().position(|known| *known == region);
        let known = known.or_else(|| {
            let plain = canonical(&region);
            regions.iter().position(|known| canonical(known) == plain)
        });
        let region = if let Some(known) = known {
            // Of two spellings always the same one, whichever row comes first.
            if region < regions[known] {
                regions[known] = region;
            }
            known
        } else {
            regions.push(region);
            regions.len() - 1
        };
        Some(Kommun {
            kommunkod,
            name,
            region: RegionId::new(region),
            befolkning_16_64: befolkning_16_64?,
            forsorjningsmatt: forsorjningsmatt?,
            folkmangd,
        })
    }

    fn kommunkod(&mut self, record: &ByteRecord) -> Option<Kommunkod> {
        let position = self.columns.position(Column::Kommunkod)?;
        let written = text(&record[position]).trim().to_owned();
        let kommunkod = Kommunkod::parse(&written);
        if kommunkod.is_none() {
            let problem = if written.is_empty() {
                TableProblem::CellEmpty { column: self.columns.name(position) }
            } else {
                // Spreadsheets take "0114" for a number and lose the nought.
                let lost_zero = Kommunkod::parse(&format!("0{written}")).map(|_| format!("0{written}"));
                TableProblem::KommunkodInvalid { lost_zero }
            };
            self.report_cell(problem, record, position);
        }
        kommunkod
    }

    fn text_cell(&mut self, record: &ByteRecord, column: Column) -> Option<String> {
        let position = self.columns.position(column)?;
        let written = text(&record[position]).trim();
        if written.is_empty() {
            let problem = TableProblem::CellEmpty { column: self.columns.name(position) };
            self.report_cell(problem, record, position);
            return None;
        }
        Some(written.to_owned())
    }

    /// A whole number of inhabitants. A decimal point is refused even before noughts: "1.000" is one to some
    /// programs and a thousand to others.
    fn inhabitants(&mut self, record: &ByteRecord, column: Column) -> Option<u64> {
        let position = self.columns.position(column)?;
        let written = text(&record[position]).trim();
        if !written.is_empty() && written.len() < 10 && written.bytes().all(|byte| byte.is_ascii_digit()) {
            return written.parse().ok();
        }
        let number = self.number(record, position)?;
        let whole = u64::try_from(number.mantissa()).ok().filter(|_| number.scale() == 0);
        if whole.is_none() || written.contains([',', '.']) {
            let problem = TableProblem::CellNotWhole { column: self.columns.name(position) };
            self.report_cell(problem, record, position);
            return None;
        }
        if whole.is_some_and(|whole| whole > Kommuner::MOST_INHABITANTS) {
            let problem = TableProblem::CellTooLarge { column: self.columns.name(position) };
            self.report_cell(problem, record, position);
            return None;
        }
        whole
    }

    fn forsorjningsmatt(&mut self, record: &ByteRecord) -> Option<Decimal> {
        let position = self.columns.position(Column::Forsorjningsmatt)?;
        let number = self.number(record, position)?;
        if number.scale() > Kommuner::MOST_DECIMALS || number > Decimal::from(Kommuner::MOST_INHABITANTS) {
            let problem = TableProblem::CellTooLarge { column: self.columns.name(position) };
            self.report_cell(problem, record, position);
            return None;
        }
        Some(number)
    }

    /// A number that is not negative.
    fn number(&mut self, record: &ByteRecord, position: usize) -> Option<Decimal> {
        let written = text(&record[position]);
        let column = || self.columns.name(position);
        let problem = match number::decimal(written) {
            Ok(number) if number.is_sign_negative() && !number.is_zero() => {
                TableProblem::CellNegative { column: column() }
            }
            Ok(number) => return Some(number),
            Err(_) if written.trim().is_empty() => TableProblem::CellEmpty { column: column() },
            Err(NumberError::NotANumber) => TableProblem::CellNotANumber { column: column() },
            Err(NumberError::TooLarge) => TableProblem::CellTooLarge { column: column() },
        };
        self.report_cell(problem, record, position);
        None
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

    fn report_twice(&mut self, problem: TableProblem, place: &Place, first: &Place) {
        self.failed = true;
        let diagnostic = Diagnostic::at(problem, self.source, self.field(place.start, place.field));
        self.diagnostics.push(diagnostic.and(self.source, self.field(first.start, first.field)));
    }

    /// The bytes of a field, found by reading its record once more.
    fn field(&self, record_start: usize, field: usize) -> Range<usize> {
        let bytes = self.source.text.as_bytes();
        // A position after CRLF or an empty line stands on the line break.
        let skipped = bytes[record_start..].iter().take_while(|&&byte| matches!(byte, b'\r' | b'\n')).count();
        let mut start = record_start + skipped;
        let mut reader = csv_core::ReaderBuilder::new().delimiter(self.delimiter).build();
        let mut buffer = [0; 256];
        for position in 0.. {
            let mut end = start;
            let result = loop {
                let (result, read, _) = reader.read_field(&bytes[end..], &mut buffer);
                end += read;
                match result {
                    csv_core::ReadFieldResult::OutputFull => {}
                    other => break other,
                }
            };
            if position == field || !matches!(result, csv_core::ReadFieldResult::Field { record_end: false })
            {
                let ended = [self.delimiter, b'\r', b'\n'];
                while end > start && ended.contains(&bytes[end - 1]) {
                    end -= 1;
                }
                return start..end;
            }
            start = end;
        }
        start..start
    }

    /// The bytes of the line on which a record starts.
    fn line(&self, record_start: usize) -> Range<usize> {
        let text = &self.source.text;
        let start = line_start(text, record_start);
        start..text[start..].find(['\r', '\n']).map_or(text.len(), |length| start + length)
    }
}

/// The quote that is never closed, if the quotes of a text are odd in number: on the last line where they are.
pub(super) fn unclosed_quote(text: &str) -> Option<Range<usize>> {
    let odd = |text: &str| memchr_iter(b'"', text.as_bytes()).count() % 2 == 1;
    if !odd(text) {
        return None;
    }
    let mut place = 0;
    let mut found = 0..0;
    for line in text.split_inclusive('\n') {
        if odd(line) {
            let quote = place + line.rfind('"').unwrap_or(0);
            found = quote..place + line.trim_end().len();
        }
        place += line.len();
    }
    Some(found)
}

/// A position after CRLF or an empty line stands on the line break; the record starts behind it.
fn line_start(text: &str, record_start: usize) -> usize {
    let skipped = text[record_start..].find(|letter| !matches!(letter, '\r' | '\n')).unwrap_or(0);
    record_start + skipped
}

fn start(record: &ByteRecord) -> usize {
    record.position().and_then(|position| usize::try_from(position.byte()).ok()).unwrap_or_default()
}

/// The whole file was decoded to UTF-8, and delimiters are ASCII, so every field is text.
fn text(field: &[u8]) -> &str {
    std::str::from_utf8(field).unwrap_or_default()
}

/// Spreadsheets leave rows of nothing but delimiters below a table.
fn is_blank(record: &ByteRecord) -> bool {
    record.iter().all(|field| field.iter().all(u8::is_ascii_whitespace))
}

fn parse_year(cell: &[u8]) -> Option<i64> {
    text(cell).trim().parse().ok().filter(|year| (1..=9_999).contains(year))
}
