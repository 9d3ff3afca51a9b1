//! From the rows of a grid to observations: a figure of a series for a kommun, a period, an age and a sex.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::Range;

use rust_decimal::Decimal;

use super::ages::{Ages, is_total};
use super::form::Form;
use super::heading::{self, Dimension, Meaning, meaning, plain};
use super::layout::{FigureColumn, Layout, Role};
use super::period::{Period, month_number};
use super::register::{Place, Register};
use super::table::{BEFOLKNING, FOLKMANGD, FORSORJNINGSMATT, KNOWN_COLUMNS, Origin};
use super::value::{self, Value};
use super::{ColumnWish, Options};
use crate::diagnostic::{Diagnostic, Diagnostics, ImportProblem, TableProblem};
use crate::input::grid::Grid;
use crate::input::names::nearest;
use crate::model::kommun::Kommunkod;

/// The largest figure that is taken: above every statistic's, and low enough that no sum can overflow.
const LARGEST: i64 = 1_000_000_000_000;

/// What a series is for.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Target {
    /// Inhabitants by age: for the columns of inhabitants 16–64 and of all.
    Population,
    /// A column as it is.
    Column(usize),
}

/// Women, men, or all.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Sex {
    Total,
    Women,
    Men,
}

/// A figure as it stands in a file.
#[derive(Clone, Debug)]
pub(super) struct Observation {
    pub(super) target: Target,
    /// The place among [`Observed::series`].
    pub(super) series: usize,
    pub(super) kommunkod: Kommunkod,
    pub(super) period: Period,
    /// The ages, where a column or the name of the series gives them.
    pub(super) ages: Option<Ages>,
    pub(super) sex: Sex,
    pub(super) value: Decimal,
    pub(super) origin: Origin,
}

/// A series of a grid.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Series {
    pub(super) grid: usize,
    pub(super) name: String,
    /// Whether each month is of the twelve months up to it, so that December is the year: ohälsotal.
    pub(super) at_end_of_year: bool,
}

/// What was found in all grids.
#[derive(Debug, Default)]
pub(super) struct Observed {
    pub(super) observations: Vec<Observation>,
    pub(super) series: Vec<Series>,
    /// The names of the columns: the known ones, then indicators.
    pub(super) columns: Vec<String>,
    /// Today's förbund, where a table says.
    pub(super) forbund: BTreeMap<(i64, Kommunkod), String>,
    /// The län or region, where a table of ours says.
    pub(super) lan: BTreeMap<Kommunkod, String>,
    /// Kommuner and years where social assistance is nought, with one such cell.
    pub(super) without_assistance: BTreeMap<(i64, Kommunkod), Origin>,
    /// Rows of the country, counties and averages.
    pub(super) aggregates: usize,
    /// Kommunkoder that had lost their leading nought.
    pub(super) lost_noughts: usize,
    /// Cells without a figure.
    pub(super) missing: usize,
    /// The names of series that are no column.
    pub(super) left_out: BTreeSet<String>,
    /// Wishes that found their series.
    pub(super) wishes_met: BTreeSet<usize>,
    /// Every year that any figure is of.
    pub(super) years: BTreeSet<i64>,
}

impl Observed {
    pub(super) fn new() -> Self {
        let columns = KNOWN_COLUMNS.map(str::to_owned).to_vec();
        Self { columns, ..Self::default() }
    }

    fn column(&mut self, name: &str) -> usize {
        if let Some(known) = self.columns.iter().position(|column| column == name) {
            return known;
        }
        self.columns.push(name.to_owned());
        self.columns.len() - 1
    }
}

/// Reads the rows of a grid.
pub(super) struct Observer<'read> {
    pub(super) grid: &'read Grid,
    /// Its place among all grids.
    pub(super) number: usize,
    pub(super) layout: &'read Layout,
    pub(super) form: Form,
    pub(super) register: &'read Register,
    pub(super) options: &'read Options,
    pub(super) diagnostics: &'read mut Diagnostics,
    pub(super) observed: &'read mut Observed,
    /// The period of figures that name none themselves.
    pub(super) stated_period: Option<Period>,
    /// Columns of which it was told that a cell cannot be read.
    pub(super) unread: BTreeSet<usize>,
}

/// What the place cells read so far mean, and those nobody knows.
#[derive(Default)]
struct Seen {
    places: HashMap<String, Place>,
    unknown: BTreeSet<String>,
}

impl Seen {
    /// What a cell means, looked up once however often it stands.
    fn resolve(&mut self, text: &str, register: &Register) -> &Place {
        if !self.places.contains_key(text) {
            self.places.insert(text.to_owned(), register.resolve(text));
        }
        &self.places[text]
    }
}

/// What a row says of its figures.
#[derive(Clone, Copy)]
struct RowFacts {
    kommunkod: Kommunkod,
    period: Option<Period>,
    ages: Option<Ages>,
    sex: Sex,
}

/// A series that was met: which one, and what it is for.
#[derive(Clone, Copy)]
struct Met {
    target: Target,
    series: usize,
    ages: Option<Ages>,
}

impl Observer<'_> {
    fn report(&mut self, problem: ImportProblem, span: Range<usize>) {
        self.diagnostics.push(Diagnostic::at(problem, &self.grid.source, span));
    }

    /// Notes every figure.
    pub(super) fn observe(&mut self) {
        let mut places = self.layout.columns(|role| *role == Role::Place);
        places.extend(self.layout.columns(|role| *role == Role::OtherPlace));
        let Some(place) = places.first().copied() else { return };
        let Some(wanted) = self.categories(place) else { return };
        let figures = self.figure_columns();
        let mut seen = Seen::default();
        let mut met: HashMap<String, Option<Met>> = HashMap::new();
        // For each column the row that its cell is taken from.
        let mut rows: Vec<usize> = vec![self.layout.first; self.layout.roles.len()];
        let mut year_unknown = false;
        for row in self.layout.first..self.grid.len() {
            for (column, from) in rows.iter_mut().enumerate() {
                if !self.layout.fill_down || !self.grid.text(row, column).is_empty() {
                    *from = row;
                }
            }
            let has_figure = figures.iter().any(|figure| {
                let text = self.grid.text(row, figure.column);
                !text.is_empty() && value::is_figure(text)
            });
            let Some(kommunkod) = self.kommun(row, rows[place], &places, has_figure, &mut seen) else {
                continue;
            };
            let is_wanted =
                |(column, value): &(usize, String)| plain(self.grid.text(rows[*column], *column)) == *value;
            if !wanted.iter().all(is_wanted) {
                continue;
            }
            if self.is_out_of_step(row) {
                continue;
            }
            let Some(facts) = self.facts(kommunkod, &rows) else { continue };
            self.note_texts(row, &facts);
            for figure in &figures {
                let Some(period) = figure.period.or(facts.period) else {
                    year_unknown = true;
                    continue;
                };
                if self.options.year.is_some_and(|wanted| wanted != period.year) {
                    self.observed.years.insert(period.year);
                    continue;
                }
                let name = self.series_name(&figure.series, &rows);
                if !met.contains_key(&name) {
                    let found = self.meet(&name, figure);
                    met.insert(name.clone(), found);
                }
                match met.get(&name).copied() {
                    Some(Some(found)) => {
                        let facts = RowFacts { ages: figure.ages.or(facts.ages), ..facts };
                        self.note_figure((row, figure.column), found, period, &facts);
                    }
                    // Social assistance is a part of every helårsekvivalent, and SCB writes 0 where it lacks.
                    _ if is_assistance(&name) => self.note_assistance((row, figure.column), period, &facts),
                    _ => {}
                }
            }
        }
        let is_dated = self.layout.dimension(Dimension::Year).is_some()
            || figures.iter().any(|figure| figure.period.is_some());
        let stated = self.stated_period.filter(|_| !is_dated).map(|period| period.year);
        if let (Some(stated), Some(asked)) = (stated, self.options.year)
            && stated != asked
        {
            let span = self.grid.span(self.layout.header, 0);
            self.report(ImportProblem::YearContradicts { stated, asked }, span);
        }
        if year_unknown {
            let header = self.layout.header;
            let span = self.grid.span(header, 0).start..self.grid.span(header, self.grid.width(header)).end;
            self.report(ImportProblem::YearUnknown, span);
        }
    }

    /// Tells of a row of a CSV file that has more cells than headings: with a delimiter too many, each of its figures
    /// would stand under the wrong heading. In a sheet every cell has its column whatever stands beside it.
    fn is_out_of_step(&mut self, row: usize) -> bool {
        let expected = self.grid.width(self.layout.header);
        let last = (0..self.grid.width(row)).rev().find(|&column| !self.grid.text(row, column).is_empty());
        let found = last.map_or(0, |last| last + 1);
        if self.grid.source.is_sheet || found <= expected {
            return false;
        }
        let span = self.grid.span(row, 0).start..self.grid.span(row, found - 1).end;
        let problem = TableProblem::RowLength { expected, found };
        self.diagnostics.push(Diagnostic::at(problem, &self.grid.source, span));
        true
    }

    fn figure_columns(&self) -> Vec<FigureColumn> {
        let columns = self.layout.roles.iter().filter_map(|role| match role {
            Role::Figures(column) => Some(column.clone()),
            _ => None,
        });
        columns.collect()
    }

    /// The kommun of a row; what is no kommun is counted or told.
    fn kommun(
        &mut self,
        row: usize,
        place_row: usize,
        columns: &[usize],
        has_figure: bool,
        seen: &mut Seen,
    ) -> Option<Kommunkod> {
        let place = *columns.first()?;
        // Where the code lacks, the name may be there.
        let (place_row, place) = if self.grid.text(place_row, place).is_empty() {
            let filled = columns.iter().copied().find(|&column| !self.grid.text(row, column).is_empty());
            (row, filled.unwrap_or(place))
        } else {
            (place_row, place)
        };
        let text = self.grid.text(place_row, place);
        let span = self.grid.span(row, place);
        match seen.resolve(text, self.register) {
            Place::Kommun { kommunkod, lost_nought } => {
                self.observed.lost_noughts += usize::from(*lost_nought && place_row == row);
                let kommunkod = *kommunkod;
                let others = columns.iter().copied().filter(|column| *column != place);
                return self.agrees(row, kommunkod, others, seen).then_some(kommunkod);
            }
            Place::Aggregate => self.observed.aggregates += usize::from(has_figure),
            Place::Differ { of_code, of_name } => {
                let (of_code, of_name) = (of_code.clone(), of_name.clone());
                self.report(ImportProblem::CodeAndNameDiffer { of_code, of_name }, span);
            }
            Place::Unknown | Place::Nothing => {
                if has_figure && seen.unknown.insert(text.to_owned()) {
                    let (name, nearest) = (text.to_owned(), self.register.nearest(text));
                    self.report(ImportProblem::UnknownPlace { name, nearest }, span);
                }
            }
        }
        None
    }

    fn note_figure(&mut self, (row, column): (usize, usize), met: Met, period: Period, facts: &RowFacts) {
        let text = self.grid.text(row, column);
        let value = match value::read(text) {
            Value::Figure(value) if value.abs() <= Decimal::from(LARGEST) => value,
            Value::Figure(_) => return self.report(ImportProblem::TooLarge, self.grid.span(row, column)),
            Value::Missing => {
                self.observed.missing += 1;
                return;
            }
            Value::LostDigits => return self.report(ImportProblem::LostDigits, self.grid.span(row, column)),
            Value::NoFigure => {
                let formula = text.starts_with('=');
                return self.report(ImportProblem::NoFigure { formula }, self.grid.span(row, column));
            }
        };
        self.observed.years.insert(period.year);
        // The name of the series and the row can both give ages; "all" in the row is all of those.
        let ages = match (met.ages, facts.ages) {
            (Some(of_series), Some(of_row)) if of_row != of_series && of_row != Ages::ALL => {
                // Once for a column: it is its heading that is wrong, or its rows.
                if self.unread.insert(column) {
                    let problem =
                        ImportProblem::AgesContradict { series: of_series.to_text(), row: of_row.to_text() };
                    self.report(problem, self.grid.span(row, column));
                }
                return;
            }
            (of_series, of_row) => of_series.or(of_row),
        };
        self.observed.observations.push(Observation {
            target: met.target,
            series: met.series,
            kommunkod: facts.kommunkod,
            period,
            ages,
            sex: facts.sex,
            value,
            origin: Origin::new(self.number, row, column),
        });
    }

    /// Notes a nought of social assistance.
    fn note_assistance(&mut self, (row, column): (usize, usize), period: Period, facts: &RowFacts) {
        if value::read(self.grid.text(row, column)) == Value::Figure(Decimal::ZERO) {
            let origin = Origin::new(self.number, row, column);
            let known = self.observed.without_assistance.entry((period.year, facts.kommunkod));
            known.or_insert(origin);
        }
    }

    /// Whether the other columns of places name the same kommun.
    fn agrees(
        &mut self,
        row: usize,
        kommunkod: Kommunkod,
        columns: impl Iterator<Item = usize>,
        seen: &mut Seen,
    ) -> bool {
        for column in columns {
            let place = seen.resolve(self.grid.text(row, column), self.register);
            let Place::Kommun { kommunkod: other, .. } = *place else { continue };
            if other != kommunkod {
                let name = |code: Kommunkod| {
                    self.register.get(code).map(|entry| entry.name.clone()).unwrap_or_default()
                };
                let (one, two) = (name(kommunkod), name(other));
                let is_code = self.grid.text(row, column).starts_with(|letter: char| letter.is_ascii_digit());
                let (of_code, of_name) = if is_code { (two, one) } else { (one, two) };
                self.report(
                    ImportProblem::CodeAndNameDiffer { of_code, of_name },
                    self.grid.span(row, column),
                );
                return false;
            }
        }
        true
    }

    /// Period, ages and sex of a row; `None` if one of them cannot be read, which is told once for a column.
    fn facts(&mut self, kommunkod: Kommunkod, rows: &[usize]) -> Option<RowFacts> {
        let text = |dimension: Dimension| {
            self.layout.dimension(dimension).map(|column| self.grid.text(rows[column], column))
        };
        // A column of months can name the year too: "2021M01".
        let of_month = text(Dimension::Month).and_then(Period::parse);
        let year = text(Dimension::Year).map(Period::parse);
        let month =
            text(Dimension::Month).map(|text| of_month.map_or_else(|| month_number(text), |of| of.month));
        let ages = text(Dimension::Age).map(Ages::parse);
        let sex = match text(Dimension::Sex).map(plain) {
            None => Some(Sex::Total),
            Some(text) if is_total(&text) || text.is_empty() => Some(Sex::Total),
            Some(text) if text.starts_with('k') || text.starts_with('f') => Some(Sex::Women),
            Some(text) if text.starts_with('m') => Some(Sex::Men),
            Some(_) => None,
        };
        let unread = [
            (Dimension::Year, year == Some(None)),
            (Dimension::Month, month == Some(None)),
            (Dimension::Age, ages == Some(None)),
            (Dimension::Sex, sex.is_none()),
        ];
        if let Some((dimension, _)) = unread.into_iter().find(|(_, is_unread)| *is_unread) {
            self.tell_unread(dimension, rows);
            return None;
        }
        let mut period = year.flatten().or(of_month).or(self.stated_period);
        if let (Some(period), Some(Some(month))) = (&mut period, month) {
            period.month = Some(month);
        }
        Some(RowFacts { kommunkod, period, ages: ages.flatten(), sex: sex? })
    }

    fn tell_unread(&mut self, dimension: Dimension, rows: &[usize]) {
        let Some(column) = self.layout.dimension(dimension) else { return };
        if !self.unread.insert(column) {
            return;
        }
        let heading = self.grid.text(self.layout.header, column).to_owned();
        let value = self.grid.text(rows[column], column).to_owned();
        let problem = ImportProblem::CellUnread { column: heading, value };
        self.report(problem, self.grid.span(rows[column], column));
    }

    /// The period of figures that name none: the year in the title or the name of the sheet, else the one asked for.
    /// If both are there and differ, that is told.
    pub(super) fn state_period(&mut self) {
        let sheet =
            if self.form == Form::KoladaJson { "" } else { self.grid.sheet.as_deref().unwrap_or_default() };
        let title = format!("{} {sheet}", self.layout.title);
        let words = title.split([' ', '\u{a0}', ',', '(', ')', ':', '.']);
        let mut years: Vec<i64> = words
            .filter(|word| word.len() == 4)
            .filter_map(Period::parse)
            .map(|period| period.year)
            .collect();
        years.sort_unstable();
        years.dedup();
        let in_title = match years.as_slice() {
            [only] => Some(*only),
            _ => None,
        };
        let year = in_title.or(self.options.year);
        self.stated_period = year.map(|year| Period { year, month: None });
    }

    /// Notes what a row says of its kommun beside figures.
    fn note_texts(&mut self, row: usize, facts: &RowFacts) {
        let text = |dimension: Dimension| {
            let column = self.layout.dimension(dimension)?;
            Some(self.grid.text(row, column).to_owned()).filter(|text| !text.is_empty())
        };
        if let Some((forbund, period)) = text(Dimension::Forbund).zip(facts.period) {
            self.observed.forbund.insert((period.year, facts.kommunkod), forbund);
        }
        if let (Form::KommunTable, Some(lan)) = (self.form, text(Dimension::Lan)) {
            self.observed.lan.insert(facts.kommunkod, lan);
        }
    }

    /// The name of a series: in the row, above the column, or above the table.
    fn series_name(&self, heading: &str, rows: &[usize]) -> String {
        if let Some(column) = self.layout.dimension(Dimension::Series) {
            let name = self.grid.text(rows[column], column);
            if !name.is_empty() {
                return name.split_whitespace().collect::<Vec<_>>().join(" ");
            }
        }
        let name = if heading::says_nothing(heading) && !self.layout.title.is_empty() {
            &self.layout.title
        } else {
            heading
        };
        name.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// Decides what a series is for when it is met for the first time.
    fn meet(&mut self, name: &str, figure: &FigureColumn) -> Option<Met> {
        let heading = self.grid.text(self.layout.header, figure.column).to_owned();
        let wish = self.options.columns.iter().position(|wish| wish.is_for(name) || wish.is_for(&heading));
        let (target, ages) = match (wish, meaning(name)) {
            (Some(position), _) => {
                self.observed.wishes_met.insert(position);
                let name = self.options.columns[position].name.clone();
                let column = self.observed.column(&name);
                let by_age = self.layout.dimension(Dimension::Age).is_some() || figure.ages.is_some();
                // Of inhabitants by age the wanted ages are taken, as of any other population.
                if by_age && (column == BEFOLKNING || column == FOLKMANGD) {
                    (Target::Population, None)
                } else {
                    (Target::Column(column), None)
                }
            }
            (None, Some(Meaning::Forsorjningsmatt)) => (Target::Column(FORSORJNINGSMATT), None),
            // Ours are whole sums already, whatever else the table is divided by.
            (None, Some(Meaning::Population(None))) if self.form == Form::KommunTable => {
                (Target::Column(FOLKMANGD), None)
            }
            (None, Some(Meaning::Population(ages))) => {
                let by_column = self.layout.dimension(Dimension::Age).is_some() || figure.ages.is_some();
                (Target::Population, if by_column { ages } else { Some(ages.unwrap_or(Ages::ALL)) })
            }
            (None, None) if self.form == Form::KommunTable => {
                let name = column_name(&heading)?;
                (Target::Column(self.observed.column(&name)), None)
            }
            (None, None) => {
                self.observed.left_out.insert(name.to_owned());
                return None;
            }
        };
        let at_end_of_year = self.form == Form::Forsakringskassan;
        self.observed.series.push(Series { grid: self.number, name: name.to_owned(), at_end_of_year });
        Some(Met { target, series: self.observed.series.len() - 1, ages })
    }

    /// For each division that finsam does not know, the value whose rows are meant: the one for all there are, or
    /// the only one. `None` if there are several and none is for all.
    fn categories(&mut self, place: usize) -> Option<Vec<(usize, String)>> {
        let mut wanted = Vec::new();
        let dimensions = self.layout.columns(|role| matches!(role, Role::Dimension(_)));
        for column in self.layout.columns(|role| *role == Role::Category) {
            let mut values: BTreeSet<String> = BTreeSet::new();
            let mut seen = HashMap::new();
            let mut repeats = false;
            for row in self.layout.first..self.grid.len() {
                let text = self.grid.text(row, column);
                let kommun = self.grid.text(row, place);
                if text.is_empty() || kommun.is_empty() && !self.layout.fill_down {
                    continue;
                }
                if values.len() < 200 {
                    values.insert(plain(text));
                }
                // A text that never differs within the same kommun, period, age and sex only describes it.
                let mut key = vec![kommun];
                key.extend(dimensions.iter().map(|&column| self.grid.text(row, column)));
                repeats |= *seen.entry(key).or_insert_with(|| plain(text)) != plain(text);
            }
            if !repeats {
                continue;
            }
            if let Some(total) = values.iter().find(|value| is_total(value)) {
                wanted.push((column, total.clone()));
                continue;
            }
            let heading = self.grid.text(self.layout.header, column).to_owned();
            let some = values.into_iter().take(5).collect();
            let problem = ImportProblem::DivisionWithoutTotal { column: heading, values: some };
            self.report(problem, self.grid.span(self.layout.header, column));
            return None;
        }
        Some(wanted)
    }
}

impl ColumnWish {
    /// Whether it asks for a series or heading: by its whole name, or by the key figure in it.
    fn is_for(&self, name: &str) -> bool {
        let (wanted, name) = (plain(&self.heading), plain(name));
        wanted == name
            || Period::at_end(&name).is_some_and(|(rest, _)| plain(rest) == wanted)
            || name.split([' ', ',', ':']).next() == Some(wanted.as_str()) && is_key_figure(&wanted)
    }

    /// The name nearest to what was asked for, among those that were left out.
    pub(super) fn nearest(&self, left_out: &BTreeSet<String>) -> Option<String> {
        nearest(&self.heading, left_out.iter().map(String::as_str))
    }
}

/// Whether a word is an id of Kolada's: a letter and five digits.
fn is_key_figure(word: &str) -> bool {
    word.len() == 6
        && word.starts_with(|letter: char| letter.is_ascii_alphabetic())
        && word[1..].bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether a series is that of ekonomiskt bistånd.
fn is_assistance(name: &str) -> bool {
    plain(name).contains("ekonomiskt bistand")
}

/// The heading of a column of ours: small letters, digits and underscores.
pub(super) fn column_name(heading: &str) -> Option<String> {
    let name: String = plain(heading)
        .chars()
        .map(|letter| if letter.is_ascii_alphanumeric() { letter } else { '_' })
        .collect();
    let name = name.trim_matches('_').to_owned();
    (!name.is_empty()).then_some(name)
}
