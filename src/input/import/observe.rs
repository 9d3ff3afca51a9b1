//! From the rows of a grid to observations.

use std::collections::{BTreeSet, HashMap};

use rust_decimal::Decimal;

use super::ages::{Ages, is_total};
use super::column_mapping::ColumnMapping;
use super::form::Form;
use super::heading::{Dimension, plain};
use super::layout::{FigureColumn, Role};
use super::observation::Observation;
use super::observer::Observer;
use super::period::Period;
use super::row_facts::{RowFacts, Seen};
use super::series::{SeriesMatch, is_assistance};
use super::table::{BEFOLKNING, FOLKMANGD, Origin};
use super::value::{self, Value};
use crate::diagnostic::{Diagnostic, ImportProblem, TableProblem};
use crate::input::lan;
use crate::input::marks::Level;

/// The largest figure that is taken: above every statistic's, and low enough that no sum can overflow.
const LARGEST: i64 = 1_000_000_000_000;

impl Observer<'_> {
    /// The period of figures that name none: the year in the title or the name of the sheet, else the one asked for.
    /// If both are there and differ, that is reported.
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

    /// Finds the columns that are asked for by a heading or a series of this grid: what else would be such a column
    /// is none then.
    pub(super) fn find_requested(&mut self) {
        if self.options.columns.is_empty() {
            return;
        }
        let headings = self.figure_columns();
        let headings = headings.iter().map(|figure| self.layout.headings[figure.column].as_str());
        let series = self.layout.dimension(Dimension::Series);
        let rows = self.layout.first..self.grid.len();
        let in_rows = series.into_iter().flat_map(|column| rows.clone().map(move |row| (row, column)));
        let names: BTreeSet<&str> =
            headings.chain(in_rows.map(|(row, column)| self.grid.text(row, column))).collect();
        let is_here = |mapping: &&ColumnMapping| names.iter().any(|name| mapping.is_for(name));
        let mappings = self.options.columns.iter().filter(is_here);
        self.requested = mappings.map(|mapping| mapping.name.clone()).collect();
    }

    /// Notes every figure.
    pub(super) fn observe(&mut self) {
        let mut places = self.layout.columns(|role| *role == Role::Place);
        places.extend(self.layout.columns(|role| *role == Role::OtherPlace));
        let Some(place) = places.first().copied() else { return };
        let Some(wanted) = self.categories(place) else { return };
        let figures = self.figure_columns();
        let names: Vec<_> = figures.iter().map(|figure| self.series_name(&figure.series)).collect();
        let (level, deleted) = (
            self.layout.columns(|role| *role == Role::Level),
            self.layout.columns(|role| *role == Role::Deleted),
        );
        let mut seen = Seen::default();
        // A series without a name is one of its own in each column.
        let mut matches: HashMap<(String, Option<usize>), Option<SeriesMatch>> = HashMap::new();
        // For each column the row that its cell is taken from.
        let mut rows: Vec<usize> = vec![self.layout.first; self.layout.roles.len()];
        let mut year_unknown = false;
        for row in self.layout.first..self.grid.len() {
            for (column, from) in rows.iter_mut().enumerate() {
                if !self.layout.fill_down || !self.grid.text(row, column).is_empty() {
                    *from = row;
                }
            }
            if self.any_cell(row, &deleted, is_yes) {
                self.observed.deleted += 1;
                continue;
            }
            let has_place = self.any_cell(row, &places, |text| !text.is_empty());
            if !has_place && self.any_cell(row, &level, |text| Level::parse(text) == Some(Level::Sum)) {
                self.observed.own_sums += 1;
                continue;
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
            self.note_marks(row);
            self.note_signs(row, &figures);
            for (figure, name) in figures.iter().zip(&names) {
                let name = self.series_in_row(name, &rows);
                let column = name.is_empty().then_some(figure.column);
                let key = (name, column);
                if !matches.contains_key(&key) {
                    let found = self.match_series(&key.0, figure);
                    matches.insert(key.clone(), found);
                }
                let found = matches.get(&key).copied();
                let (name, _) = key;
                let Some(period) = figure.period.or(facts.period) else {
                    if let Some(Some(found)) = found {
                        year_unknown = true;
                        let ages = found.ages.or(figure.ages).or(facts.ages);
                        self.observed.undated.insert(found.target.column(ages));
                    }
                    continue;
                };
                if self.options.year.is_some_and(|wanted| wanted != period.year) {
                    let text = self.grid.text(row, figure.column);
                    if let (Some(Some(found)), Value::Figure(_)) = (found, value::read(text)) {
                        let ages = found.ages.or(figure.ages).or(facts.ages);
                        self.observed.note_year(self.number, found.target.column(ages), period.year);
                    }
                    continue;
                }
                match found {
                    Some(Some(found)) => {
                        let facts = RowFacts { ages: figure.ages.or(facts.ages), ..facts };
                        self.note_figure((row, figure.column), found, period, &facts);
                    }
                    // Social assistance is a part of every helårsekvivalent, and SCB writes 0 where it is missing.
                    _ if is_assistance(&name) => self.note_assistance((row, figure.column), period, &facts),
                    _ => {}
                }
            }
        }
        self.refuse_ambiguous();
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

    /// Whether some of these columns hold such a text in a row.
    fn any_cell(&self, row: usize, columns: &[usize], is: impl Fn(&str) -> bool) -> bool {
        columns.iter().any(|&column| is(self.grid.text(row, column)))
    }

    /// Reports a row of a CSV file that has more cells than headings: with a delimiter too many, each of its figures
    /// would stand under the wrong heading. In a sheet every cell has its column whatever stands beside it.
    fn is_out_of_step(&mut self, row: usize) -> bool {
        let expected = self.grid.width(self.layout.header);
        let last = (0..self.grid.width(row)).rev().find(|&column| !self.grid.text(row, column).is_empty());
        let found = last.map_or(0, |last| last + 1);
        if self.grid.source.is_sheet || found <= expected {
            return false;
        }
        let span = self.grid.span(row, 0).start..self.grid.span(row, found - 1).end;
        let problem = TableProblem::RowTooLong { expected, found };
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

    /// For each division that finsam does not know, the value whose rows are meant: the one for all there are, or
    /// the only one. `None` if there are several and none is for all.
    fn categories(&mut self, place: usize) -> Option<Vec<(usize, String)>> {
        let mut wanted = Vec::new();
        // A second column of the same dimension says what the first does.
        let mut dimensions = self.layout.columns(|role| matches!(role, Role::Dimension(_)));
        dimensions.retain(|&column| match self.layout.roles[column] {
            Role::Dimension(dimension) => self.layout.dimension(dimension) == Some(column),
            _ => false,
        });
        for column in self.layout.columns(|role| *role == Role::Category) {
            let mut values: BTreeSet<String> = BTreeSet::new();
            let mut seen = HashMap::new();
            let mut repeats = false;
            let mut kommun = "";
            for row in self.layout.first..self.grid.len() {
                let text = self.grid.text(row, column);
                let named = self.grid.text(row, place);
                // Where a kommun is named once for all its rows, those below are of the same one.
                if !self.layout.fill_down || !named.is_empty() {
                    kommun = named;
                }
                if text.is_empty() || kommun.is_empty() {
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
            let heading = self.layout.headings[column].clone();
            let some = values.into_iter().take(5).collect();
            let problem = ImportProblem::DivisionWithoutTotal { column: heading, values: some };
            self.report(problem, self.grid.span(self.layout.header, column));
            return None;
        }
        Some(wanted)
    }

    fn note_figure(
        &mut self,
        (row, column): (usize, usize),
        series: SeriesMatch,
        period: Period,
        facts: &RowFacts,
    ) {
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
        // The name of the series and the row can both give ages; "all" in the row is all of those.
        let ages = match (series.ages, facts.ages) {
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
        let target = series.target.column(ages);
        // Of people who are not whole more is said when the table is made.
        if value.is_integer() || !is_of_people(target) {
            self.separators.entry(target).or_default().take(text, (row, column));
        }
        self.observed.note_year(self.number, target, period.year);
        self.observed.observations.push(Observation {
            target: series.target,
            series: series.series,
            kommunkod: facts.kommunkod,
            period,
            ages,
            sex: facts.sex,
            value,
            origin: Origin::new(self.number, row, column),
        });
    }

    /// Notes which decimal signs the figures of a row have. In a sheet numbers have a point, whatever sign the texts
    /// beside them have.
    fn note_signs(&mut self, row: usize, figures: &[FigureColumn]) {
        if self.grid.source.is_sheet {
            return;
        }
        for figure in figures {
            self.signs.take_other(self.grid.text(row, figure.column));
        }
    }

    /// Refuses figures of which nobody can know whether they have decimals or thousands.
    fn refuse_ambiguous(&mut self) {
        for (column, mut separators) in std::mem::take(&mut self.separators) {
            // Of whole numbers only their own column shows that they have decimals.
            if !is_of_people(column) {
                separators.take_signs_of(&self.signs);
            }
            for (row, place) in separators.ambiguous(is_of_people(column)) {
                let name = self.observed.columns[column].clone();
                let problem = TableProblem::CellAmbiguous { column: name };
                self.diagnostics.push(Diagnostic::at(problem, &self.grid.source, self.grid.span(row, place)));
            }
        }
    }

    /// Notes a zero of social assistance.
    fn note_assistance(&mut self, (row, column): (usize, usize), period: Period, facts: &RowFacts) {
        if value::read(self.grid.text(row, column)) == Value::Figure(Decimal::ZERO) {
            let origin = Origin::new(self.number, row, column);
            let known = self.observed.without_assistance.entry((period.year, facts.kommunkod));
            known.or_insert(origin);
        }
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
        if self.form != Form::KommunTable {
            return;
        }
        if let Some(lan) = text(Dimension::Lan) {
            let lan = lan::lan_of_body(&lan).map_or(lan, str::to_owned);
            self.observed.lan.insert(facts.kommunkod, lan);
        }
        if let Some(region) = text(Dimension::Region) {
            self.observed.region.insert(facts.kommunkod, region);
        }
    }

    /// Notes what a row of a table of ours says of its columns.
    fn note_marks(&mut self, row: usize) {
        for (column, role) in self.layout.roles.iter().enumerate() {
            if let Role::Mark(of, mark) = *role {
                self.marks.take(&self.layout.headings[of], mark, self.grid.text(row, column));
            }
        }
    }
}

fn is_of_people(column: usize) -> bool {
    column == BEFOLKNING || column == FOLKMANGD
}

/// Whether a cell says yes, as programs and Swedish Excel write it.
fn is_yes(text: &str) -> bool {
    text.len() < 5 && ["true", "sant", "1", "ja", "yes"].contains(&text.to_lowercase().as_str())
}
