//! Reads the rows of a table.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Cursor;
use std::sync::Arc;

use csv::ByteRecord;
use rust_decimal::Decimal;

use super::cells::{Cells, IN_MEMORY, is_blank, line_start, start, text};
use super::form::delimiter;
use super::open_table::OpenTable;
use super::regions::{Origin, Regions};
use super::row::{KnownRows, RowFigures};
use super::table::{KommunTable, WantedYear};
use crate::diagnostic::{Diagnostic, Diagnostics, FigureProblem, ImportProblem, Source, TableProblem};
use crate::input::csv_quotes::{swallowing_field, unclosed_quote};
use crate::input::further_columns::{Collector, Fault, FurtherColumns};
use crate::input::grid::{MOST_CELLS, has_too_many_cells};
use crate::input::kommun_columns::{Column, Columns};
use crate::input::marks::{Level, Marks};
use crate::input::number::odd_share;
use crate::input::separators::Separators;
use crate::model::figures::KommunFigures;
use crate::model::kommun::{Kommun, Kommuner, Kommunkod};

/// Cells of further columns that are kept of one year: seven hundred columns of all kommuner. A result has a figure for
/// each förbund and column, on every side.
const MOST_FIGURES: usize = 200_000;

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
/// once, however many years there are. A figure may be blank where an earlier year of the kommun has it.
pub fn check_every_year(source: &Arc<Source>, diagnostics: &mut Diagnostics) {
    let mut reader = TableReader::new(source, true, diagnostics);
    reader.every_year = true;
    reader.blanks_allowed = true;
    if let Some(rows) = reader.read_rows(&WantedYear::Latest) {
        reader.refuse_blanks(rows.kommuner);
        reader.further();
    }
}

pub(super) struct TableReader<'read> {
    pub(super) table: OpenTable<'read>,
    /// Whether every year is read, each with its own kommuner.
    pub(super) every_year: bool,
    /// Whether figures may be blank, as those of other years are carried forward.
    pub(super) blanks_allowed: bool,
    /// Take what the model does not need, one for each year, where somebody asked for it.
    collectors: Option<BTreeMap<i64, Collector>>,
    /// Where the row of each kommun starts, where somebody asked for it.
    pub(super) rows: Option<Vec<(usize, Kommunkod)>>,
    own_sums: usize,
    marks: Marks,
    /// How the figures of each year are written that need not be whole, by where their rows start.
    separators: BTreeMap<i64, Separators<usize>>,
    /// The first kommun whose försörjningsmått can hardly be right.
    odd_share: Option<OddShare>,
    odd_shares: usize,
}

/// What the rows of a year say, or those of every year.
pub(super) struct KommunRows {
    pub(super) kommuner: Vec<KommunRow>,
    pub(super) known: KnownRows,
    year: Option<i64>,
}

/// What a row says of a kommun.
pub(super) struct KommunRow {
    /// The year, 0 where the table has none.
    pub(super) year: i64,
    pub(super) kommun: Kommun,
    pub(super) figures: RowFigures,
    /// Where the row starts.
    start: usize,
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
    pub(super) fn new(
        source: &'read Arc<Source>,
        collects: bool,
        diagnostics: &'read mut Diagnostics,
    ) -> Self {
        let cells = Cells { source, delimiter: delimiter(&source.text) };
        Self {
            table: OpenTable { cells, columns: Columns::default(), failed: false, diagnostics },
            every_year: false,
            blanks_allowed: false,
            collectors: collects.then(BTreeMap::new),
            rows: None,
            own_sums: 0,
            marks: Marks::default(),
            separators: BTreeMap::new(),
            odd_share: None,
            odd_shares: 0,
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

    pub(super) fn read(&mut self, wanted: &WantedYear) -> Option<KommunTable> {
        let KommunRows { mut kommuner, known, year } = self.read_rows(wanted)?;
        kommuner.sort_unstable_by_key(|row| row.kommun.kommunkod);
        let complete = |row: KommunRow| (row.kommun, row.figures.complete().expect("none may be blank"));
        let (kommuner, figures) = kommuner.into_iter().map(complete).unzip();
        Some(self.table_of(kommuner, figures, year, known))
    }

    /// A table of kommuner in order of kommunkod with their figures.
    pub(super) fn table_of(
        &mut self,
        kommuner: Vec<Kommun>,
        figures: Vec<KommunFigures>,
        year: Option<i64>,
        known: KnownRows,
    ) -> KommunTable {
        KommunTable {
            regions_from_kommunkod: matches!(known.regions.origin(), Origin::Kommunkod),
            restored_zeros: known.restored_zeros,
            kommuner: Kommuner::new(kommuner, known.regions.into_names()),
            figures,
            year,
            own_sums: self.own_sums,
            marks: std::mem::take(&mut self.marks),
        }
    }

    pub(super) fn read_rows(&mut self, wanted: &WantedYear) -> Option<KommunRows> {
        let Cells { source, delimiter } = self.table.cells;
        if has_too_many_cells(&source.text, delimiter) {
            let (path, most) = (source.path.clone(), MOST_CELLS);
            self.table
                .diagnostics
                .push(Diagnostic::without_place(ImportProblem::TooManyCells { path, most }));
            return None;
        }
        let mut rows = csv::ReaderBuilder::new()
            .delimiter(delimiter)
            .has_headers(false)
            .flexible(true)
            .from_reader(Cursor::new(source.text.as_bytes()));
        let mut record = ByteRecord::new();
        if !rows.read_byte_record(&mut record).expect(IN_MEMORY) {
            self.table.report(|| TableProblem::EmptyFile, |_| 0..0);
            return None;
        }
        self.table.read_header(&record);
        if let Some(quote) = unclosed_quote(&source.text) {
            self.table.report(|| TableProblem::QuoteUnclosed, |_| quote);
        }
        if self.table.failed {
            return None;
        }
        let body = rows.position().clone();
        let year = match (self.table.columns.position(Column::Ar).filter(|_| !self.every_year), wanted.year())
        {
            (None, _) => None,
            (Some(_), Some(year)) => Some(year),
            (Some(position), None) => Some(self.table.latest_year(&mut rows, position, wanted)?),
        };
        // As many as the country has.
        let mut kommuner = Vec::with_capacity(300);
        let mut known = KnownRows::new(Regions::new(self.origin_of_regions()));
        known.blanks_allowed = self.blanks_allowed;
        let window = self.table.window(&body, year);
        let mut first = body.clone();
        first.set_byte(window.start as u64);
        rows.seek(first).expect(IN_MEMORY);
        while rows.read_byte_record(&mut record).expect(IN_MEMORY) && start(&record) < window.end {
            let Some(of_year) = self.table.year_of(&record, year) else { continue };
            if is_blank(&record) || !self.is_kommun(&record) {
                continue;
            }
            self.take_marks(&record);
            self.take_separators(&record, of_year);
            known.year = of_year;
            if let Some((kommun, figures)) = self.table.kommun(&record, &mut known) {
                self.collect(of_year, kommun.kommunkod, &record)?;
                if let Some(rows) = &mut self.rows {
                    rows.push((line_start(&source.text, start(&record)), kommun.kommunkod));
                }
                let of_year = self.table.columns.position(Column::Ar).map(|_| of_year).or(wanted.year());
                if let Some(figures) = figures.complete() {
                    self.take_share(&kommun.name, &figures, of_year, start(&record));
                }
                kommuner.push(KommunRow { year: known.year, kommun, figures, start: start(&record) });
            }
        }
        self.refuse_ambiguous();
        if let (true, false, WantedYear::This { source, year }, Some(position)) =
            (kommuner.is_empty(), self.table.failed, wanted, self.table.columns.position(Column::Ar))
        {
            rows.seek(body).expect(IN_MEMORY);
            let years = self.table.years(&mut rows, position)?;
            if years.is_empty() {
                self.table.report(|| TableProblem::NoRows, |_| 0..0);
                return None;
            }
            let problem = TableProblem::YearMissing { year: year.value, years };
            self.table.diagnostics.push(Diagnostic::at(problem, source, year.span.clone()));
            return None;
        }
        if self.table.failed {
            return None;
        }
        if kommuner.is_empty() {
            self.table.report(|| TableProblem::NoRows, |_| 0..0);
            return None;
        }
        self.warn_of(&known.regions);
        self.warn_of_shares();
        Some(KommunRows { kommuner, known, year: year.or(wanted.year()) })
    }

    /// Refuses figures that are blank where no earlier year of the kommun has them.
    fn refuse_blanks(&mut self, mut rows: Vec<KommunRow>) {
        rows.sort_by_key(|row| (row.year, row.start));
        let mut known: BTreeSet<(Kommunkod, usize)> = BTreeSet::new();
        let mut blank: Vec<(usize, usize)> = Vec::new();
        for row in &rows {
            let figures = [
                (Column::Befolkning, row.figures.befolkning_16_64.is_some()),
                (Column::Forsorjningsmatt, row.figures.forsorjningsmatt.is_some()),
            ];
            for (column, has) in figures {
                let Some(position) = self.table.columns.position(column) else { continue };
                let key = (row.kommun.kommunkod, position);
                if has {
                    known.insert(key);
                } else if !known.contains(&key) {
                    blank.push((row.start, position));
                }
            }
        }
        blank.sort_unstable();
        for (record, position) in blank {
            let column = self.table.columns.name(position);
            self.table.report(|| TableProblem::CellEmpty { column }, |cells| cells.field(record, position));
        }
    }

    /// Takes what the model does not need, where somebody asked for it; `None` where that is too much.
    fn collect(&mut self, year: i64, kommunkod: Kommunkod, record: &ByteRecord) -> Option<()> {
        let Some(collectors) = &mut self.collectors else { return Some(()) };
        let collector = collectors.entry(year).or_default();
        if (collector.len() + 1) * self.table.columns.further.len() > MOST_FIGURES {
            let problem = || TableProblem::TooManyFigures { most: MOST_FIGURES };
            self.table.report(problem, |cells| cells.line(start(record)));
            return None;
        }
        let cells = self.table.columns.further.iter().map(|&position| text(&record[position]));
        collector.take(kommunkod, start(record), cells);
        Some(())
    }

    /// Whether a row has the cells of a kommun: if not, it is reported, or counted where it is a sum of ours.
    fn is_kommun(&mut self, record: &ByteRecord) -> bool {
        let is_read = |position| self.table.columns.positions.contains(&Some(position));
        if let Some(field) = swallowing_field(record, self.table.cells.delimiter, is_read) {
            let place = |cells: Cells<'_>| cells.first_line_of_field(start(record), field);
            self.table.report(|| TableProblem::QuoteUnclosed, place);
            return false;
        }
        let (expected, found) = (self.table.columns.names.len(), record.len());
        if found != expected {
            let problem = || {
                if found < expected {
                    TableProblem::RowTooShort { expected, found }
                } else {
                    TableProblem::RowTooLong { expected, found }
                }
            };
            self.table.report(problem, |cells| cells.line(start(record)));
            return false;
        }
        if self.table.level(record) == Some(Level::Sum) {
            self.own_sums += 1;
            return false;
        }
        true
    }

    fn take_marks(&mut self, record: &ByteRecord) {
        for &(position, of, mark) in &self.table.columns.marks {
            let cell = text(record.get(position).unwrap_or_default());
            self.marks.take(self.table.columns.name_in_sources(of), mark, cell);
        }
    }

    fn take_separators(&mut self, record: &ByteRecord, year: i64) {
        let Some(position) = self.table.columns.position(Column::Forsorjningsmatt) else { return };
        let separators = self.separators.entry(year).or_default();
        separators.take(text(&record[position]), start(record));
        for other in self.table.columns.further.iter().filter_map(|&other| record.get(other)) {
            separators.take_other(text(other));
        }
    }

    /// Refuses figures of which nobody can know whether they have decimals or thousands.
    fn refuse_ambiguous(&mut self) {
        let Some(position) = self.table.columns.position(Column::Forsorjningsmatt) else { return };
        for record in std::mem::take(&mut self.separators).into_values().flat_map(|one| one.ambiguous(false))
        {
            let column = self.table.columns.name(position);
            self.table
                .report(|| TableProblem::CellAmbiguous { column }, |cells| cells.field(record, position));
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
        let Some(position) = self.table.columns.position(Column::Forsorjningsmatt) else { return };
        let (cells, others) = (self.table.cells, self.odd_shares - 1);
        self.table.diagnostics.push_warning(|| {
            let problem = FigureProblem::ForsorjningsmattShare { kommun, year, percent, others };
            Diagnostic::at(problem, cells.source, cells.field(record, position))
        });
    }

    fn origin_of_regions(&self) -> Origin {
        [Column::Region, Column::Lan]
            .into_iter()
            .find_map(|column| Some(Origin::Column(column, self.table.columns.position(column)?)))
            .unwrap_or(Origin::Kommunkod)
    }

    fn warn_of(&mut self, regions: &Regions) {
        let cells = self.table.cells;
        for (problem, record, position) in regions.problems() {
            let place = || cells.field(record, position);
            self.table.diagnostics.push_warning(|| Diagnostic::at(problem, cells.source, place()));
        }
    }

    /// The further columns of the last year that was read, or `None` where one of their cells is wrong and was
    /// reported.
    fn further(&mut self) -> Option<FurtherColumns> {
        let mut columns = None;
        for collector in self.collectors.take()?.into_values() {
            let found = collector.finish(&self.table.columns);
            for Fault { record, position, problem } in found.faults {
                self.table.report(|| problem, |cells| cells.field(record, position));
            }
            columns = Some(found.columns);
        }
        columns.filter(|_| !self.table.failed)
    }

    /// The further columns of a year, without those that have a wrong cell, which are reported; none where that year has
    /// not all of so many kommuner.
    pub(super) fn further_of(&mut self, year: Option<i64>, kommuner: usize) -> FurtherColumns {
        if let Some(collectors) = &mut self.collectors {
            collectors
                .retain(|of_year, collector| *of_year == year.unwrap_or(0) && collector.len() == kommuner);
        }
        self.usable_further()
    }

    /// The further columns without those that have a wrong cell, which are reported.
    fn usable_further(&mut self) -> FurtherColumns {
        let last = self.collectors.take().and_then(|mut collectors| collectors.pop_last());
        let Some((_, collector)) = last else { return FurtherColumns::default() };
        let mut found = collector.finish(&self.table.columns);
        // The first fault of each column, and how many others there are.
        let mut faulty: BTreeMap<usize, (usize, usize)> = BTreeMap::new();
        for fault in &found.faults {
            faulty.entry(fault.position).and_modify(|(_, others)| *others += 1).or_insert((fault.record, 0));
        }
        found.columns.leave_out(faulty.keys().map(|&position| self.table.columns.names[position].as_str()));
        let (cells, columns) = (self.table.cells, &self.table.columns);
        for (position, (record, others)) in faulty {
            self.table.diagnostics.push_warning(|| {
                let problem = TableProblem::ColumnLeftOut { column: columns.name(position), others };
                Diagnostic::at(problem, cells.source, cells.field(record, position))
            });
        }
        found.columns
    }
}
