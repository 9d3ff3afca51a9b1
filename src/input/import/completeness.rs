//! Whether a table has the columns and years that it must have, and what became of everything that was asked for.

use std::collections::BTreeSet;

use super::column_mapping::ColumnMapping;
use super::observation::Observed;
use super::options::Options;
use super::period::Period;
use super::table::{BEFOLKNING, FOLKMANGD, FORSORJNINGSMATT, FigureTable, KNOWN_COLUMNS};
use crate::diagnostic::{Diagnostic, Diagnostics, ImportProblem};
use crate::model::kommun::Kommunkod;

/// Series that are named where some are missing.
const NAMED: usize = 8;

/// The columns that a kommun table must have.
const REQUIRED: [usize; 2] = [BEFOLKNING, FORSORJNINGSMATT];

/// Makes sure of the columns and years that a kommun table must have; rows and years that lack some are left out, unless
/// earlier ones have it and that is enough. Of a column in `lost` it is reported elsewhere why it has no figures.
pub(super) fn complete(
    table: &mut FigureTable,
    observed: &Observed,
    diagnostics: &mut Diagnostics,
    options: &Options,
    lost: &BTreeSet<String>,
) {
    let wanted_year = options.year;
    // What was refused for another reason is not missing.
    if diagnostics.has_errors() {
        return;
    }
    let name = |column: usize| observed.columns[column].clone();
    let required = REQUIRED;
    let missing: Vec<usize> = required.into_iter().filter(|&column| !table.has(column)).collect();
    let is_lost = |column: &usize| lost.contains(&observed.columns[*column]);
    if missing.iter().any(is_lost) && missing.iter().all(is_lost) {
        return;
    }
    if !missing.is_empty() {
        let missing: Vec<usize> = missing.into_iter().filter(|column| !is_lost(column)).collect();
        let problem = missing_columns(&missing, observed, wanted_year);
        diagnostics.push(Diagnostic::without_place(problem));
        return;
    }
    let of_required = required.map(|column| years_of(table, column));
    let common: Vec<i64> =
        of_required[0].iter().copied().filter(|year| of_required[1].contains(year)).collect();
    if common.is_empty() {
        let [befolkning, forsorjningsmatt] = of_required;
        let problem = ImportProblem::NoCommonYear { befolkning, forsorjningsmatt };
        diagnostics.push(Diagnostic::without_place(problem));
        return;
    }
    let kept = if options.incomplete_years { carried(table) } else { BTreeSet::new() };
    let is_kept =
        |year: &i64| kept.range((*year, Kommunkod::FIRST)..).next().is_some_and(|(of, _)| of == year);
    for (column, years) in required.into_iter().zip(&of_required) {
        let is_alone = |year: &i64| !common.contains(year) && !is_kept(year);
        let alone: Vec<i64> = years.iter().copied().filter(is_alone).collect();
        if !alone.is_empty() {
            let problem = ImportProblem::YearsLeftOut { years: alone, column: name(column) };
            diagnostics.push(Diagnostic::without_place(problem));
        }
    }
    table.rows.retain(|(year, _), _| common.contains(year) || is_kept(year));
    for year in table.years() {
        for column in required {
            let missing: Vec<String> = table
                .of_year(year)
                .filter(|(kommunkod, row)| {
                    row.figures[column].is_none() && !kept.contains(&(year, *kommunkod))
                })
                .map(|(_, row)| row.kommun.clone())
                .collect();
            if !missing.is_empty() {
                let problem =
                    ImportProblem::KommunerLeftOut { kommuner: missing, column: name(column), year };
                diagnostics.push(Diagnostic::without_place(problem));
            }
        }
    }
    table.rows.retain(|key, row| {
        kept.contains(key) || required.iter().all(|&column| row.figures[column].is_some())
    });
}

/// The rows that have every required figure themselves or in an earlier row that is kept too.
fn carried(table: &FigureTable) -> BTreeSet<(i64, Kommunkod)> {
    let mut known: BTreeSet<(Kommunkod, usize)> = BTreeSet::new();
    let mut kept = BTreeSet::new();
    // They stand in order of their years.
    for ((year, kommunkod), row) in &table.rows {
        let has = |column: &usize| row.figures[*column].is_some();
        if REQUIRED.iter().all(|column| has(column) || known.contains(&(*kommunkod, *column))) {
            known.extend(REQUIRED.iter().filter(|column| has(column)).map(|column| (*kommunkod, *column)));
            kept.insert((*year, *kommunkod));
        }
    }
    kept
}

/// That required columns have no figures: of the wanted year, or at all.
fn missing_columns(columns: &[usize], observed: &Observed, wanted_year: Option<i64>) -> ImportProblem {
    let names = columns.iter().map(|&column| observed.columns[column].clone()).collect();
    if let Some(year) = wanted_year
        && columns.iter().all(|column| observed.years.contains_key(column))
    {
        let years = columns.iter().flat_map(|column| &observed.years[column]).copied();
        let years: BTreeSet<i64> = years.filter(|other| *other != year).collect();
        if !years.is_empty() {
            let years = years.into_iter().collect();
            let all = columns.len() == [BEFOLKNING, FORSORJNINGSMATT].len();
            return if all {
                ImportProblem::YearNotThere { year, years }
            } else {
                ImportProblem::YearNotThereFor { columns: names, year, years }
            };
        }
    }
    ImportProblem::ColumnsMissing {
        columns: names,
        only_years: !observed.left_out.is_empty()
            && observed.left_out.iter().all(|heading| Period::parse(heading).is_some()),
        found: observed.left_out.iter().take(NAMED).cloned().collect(),
        unnamed: observed.unnamed.iter().take(NAMED).map(|(_, letters)| letters.clone()).collect(),
    }
}

fn years_of(table: &FigureTable, column: usize) -> Vec<i64> {
    let has = |year: &i64| table.of_year(*year).any(|(_, row)| row.figures[column].is_some());
    table.years().into_iter().filter(has).collect()
}

/// The columns that were asked for, and what was found.
#[derive(Clone, Copy)]
pub(super) struct RequestedColumns<'found> {
    pub(super) mappings: &'found [ColumnMapping],
    pub(super) observed: &'found Observed,
    pub(super) wanted_year: Option<i64>,
}

impl RequestedColumns<'_> {
    /// The mappings that can be wrong each by itself, with their places: not those of a name that is none, or of a
    /// heading that is to be two columns, which are errors already.
    fn usable(&self) -> impl Iterator<Item = (usize, &ColumnMapping)> {
        let is_first = |position: usize, mapping: &ColumnMapping| {
            self.mappings[..position].iter().all(|other| other.heading != mapping.heading)
        };
        let mappings = self.mappings.iter().enumerate();
        mappings.filter(move |(position, mapping)| mapping.has_usable_name() && is_first(*position, mapping))
    }

    fn column(&self, position: usize) -> Option<usize> {
        let name = &self.mappings[position].name;
        self.observed.columns.iter().position(|column| column == name)
    }

    fn is_undated(&self, position: usize) -> bool {
        self.column(position).is_some_and(|column| self.observed.undated.contains(&column))
    }

    /// The years that there are figures of for what was asked for.
    fn years(&self, position: usize) -> Vec<i64> {
        if !self.observed.mappings_matched.contains(&position) {
            return Vec::new();
        }
        let column = self.column(position);
        let years = column.and_then(|column| self.observed.years.get(&column));
        years.into_iter().flatten().copied().collect()
    }

    /// Every column that was asked for by a heading which no figure stands below, with what is to be said of it.
    /// `is_heading` says whether a file has such a heading at all.
    pub(super) fn without_figures(
        &self,
        is_heading: impl Fn(&ColumnMapping) -> bool,
    ) -> Vec<(String, ImportProblem)> {
        let mut problems = Vec::new();
        for (position, mapping) in self.usable() {
            // That figures have no year is an error already.
            if self.is_undated(position) || !self.years(position).is_empty() {
                continue;
            }
            let heading = mapping.heading.clone();
            let is_matched = self.observed.mappings_matched.contains(&position);
            let problem = if is_matched || is_heading(mapping) {
                let wanted = self.wanted_year.into_iter().collect();
                ImportProblem::SeriesWithoutFigures { heading, wanted, years: Vec::new() }
            } else {
                let nearest = mapping.nearest(&self.observed.left_out);
                let found = self.observed.left_out.iter().take(NAMED).cloned().collect();
                ImportProblem::SeriesNotFound { heading, nearest, found }
            };
            problems.push((mapping.name.clone(), problem));
        }
        problems
    }

    /// Reports every other mapping whose figures are of other years than the table. What is
    /// required was reported already.
    pub(super) fn report_other_years(
        &self,
        table: &FigureTable,
        lost: &BTreeSet<String>,
        diagnostics: &mut Diagnostics,
    ) {
        let is_whole = !diagnostics.has_errors();
        let required = [BEFOLKNING, FORSORJNINGSMATT].map(|column| self.observed.columns[column].as_str());
        for (position, mapping) in self.usable() {
            if self.is_undated(position)
                || lost.contains(&mapping.name)
                || required.contains(&mapping.name.as_str())
            {
                continue;
            }
            let (heading, years) = (mapping.heading.clone(), self.years(position));
            let wanted = if self.wanted_year.is_some_and(|year| !years.contains(&year)) {
                self.wanted_year.into_iter().collect()
            } else if is_whole && !table.years().iter().any(|year| years.contains(year)) {
                table.years()
            } else {
                continue;
            };
            let problem = ImportProblem::SeriesWithoutFigures { heading, wanted, years };
            diagnostics.push(Diagnostic::without_place(problem));
        }
    }
}

/// Reports columns that nobody asked for by name and that have figures of other years only.
pub(super) fn report_lost_columns(
    mappings: &[ColumnMapping],
    table: &FigureTable,
    observed: &Observed,
    diagnostics: &mut Diagnostics,
) {
    let others = std::iter::once(FOLKMANGD).chain(KNOWN_COLUMNS.len()..observed.columns.len());
    for column in others {
        let name = &observed.columns[column];
        let Some(years) = observed.years.get(&column) else { continue };
        let is_lost = !table.years().iter().any(|year| years.contains(year));
        if is_lost && mappings.iter().all(|mapping| mapping.name != *name) {
            let years = years.iter().copied().collect();
            let problem = ImportProblem::YearsLeftOut { years, column: name.clone() };
            diagnostics.push(Diagnostic::without_place(problem));
        }
    }
}
