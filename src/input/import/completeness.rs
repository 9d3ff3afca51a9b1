//! Whether a table has the columns and years that it must have, and what became of everything that was asked for.

use super::observation::Observed;
use super::table::{BEFOLKNING, FOLKMANGD, FORSORJNINGSMATT, FigureTable, KNOWN_COLUMNS};
use super::wish::ColumnWish;
use crate::diagnostic::{Diagnostic, Diagnostics, ImportProblem};

/// Series that are named where some are missing.
const NAMED: usize = 8;

/// Makes sure of the columns and years that a kommun table must have; rows and years that lack some are left out.
pub(super) fn complete(
    table: &mut FigureTable,
    observed: &Observed,
    diagnostics: &mut Diagnostics,
    wanted_year: Option<i64>,
) {
    // What was refused for another reason does not lack.
    if diagnostics.has_errors() {
        return;
    }
    let name = |column: usize| observed.columns[column].clone();
    let required = [BEFOLKNING, FORSORJNINGSMATT];
    let lacking: Vec<usize> = required.into_iter().filter(|&column| !table.has(column)).collect();
    if !lacking.is_empty() {
        let problem = lacks(&lacking, observed, wanted_year);
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
    for (column, years) in required.into_iter().zip(&of_required) {
        let alone: Vec<i64> = years.iter().copied().filter(|year| !common.contains(year)).collect();
        if !alone.is_empty() {
            let problem = ImportProblem::YearsLeftOut { years: alone, column: name(column) };
            diagnostics.push(Diagnostic::without_place(problem));
        }
    }
    table.rows.retain(|(year, _), _| common.contains(year));
    for year in common {
        for column in required {
            let lacking: Vec<String> = table
                .of_year(year)
                .filter(|(_, row)| row.figures[column].is_none())
                .map(|(_, row)| row.kommun.clone())
                .collect();
            if !lacking.is_empty() {
                let problem =
                    ImportProblem::KommunerLeftOut { kommuner: lacking, column: name(column), year };
                diagnostics.push(Diagnostic::without_place(problem));
            }
        }
    }
    table.rows.retain(|_, row| required.iter().all(|&column| row.figures[column].is_some()));
}

/// That required columns have no figures: of the wanted year, or at all.
fn lacks(columns: &[usize], observed: &Observed, wanted_year: Option<i64>) -> ImportProblem {
    let names = columns.iter().map(|&column| observed.columns[column].clone()).collect();
    if let Some(year) = wanted_year
        && columns.iter().all(|column| observed.years.contains_key(column))
    {
        let years = columns.iter().flat_map(|column| &observed.years[column]).copied();
        let years: std::collections::BTreeSet<i64> = years.filter(|other| *other != year).collect();
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
        found: observed.left_out.iter().take(NAMED).cloned().collect(),
        unnamed: observed.unnamed.iter().take(NAMED).map(|(_, letters)| letters.clone()).collect(),
    }
}

fn years_of(table: &FigureTable, column: usize) -> Vec<i64> {
    let has = |year: &i64| table.of_year(*year).any(|(_, row)| row.figures[column].is_some());
    table.years().into_iter().filter(has).collect()
}

/// Tells of every wish that no figure came of. `is_heading` says whether a file has such a heading at all.
pub(super) fn tell_of_wishes(
    wishes: &[ColumnWish],
    table: &FigureTable,
    observed: &Observed,
    wanted_year: Option<i64>,
    is_heading: impl Fn(&ColumnWish) -> bool,
    diagnostics: &mut Diagnostics,
) {
    let is_whole = !diagnostics.has_errors();
    for (position, wish) in wishes.iter().enumerate() {
        let column = observed.columns.iter().position(|column| *column == wish.name);
        // What is required was told to be missing already, a name to be none, a heading for two columns to be one.
        let is_required = column.is_some_and(|column| column == BEFOLKNING || column == FORSORJNINGSMATT);
        if is_required
            || !wish.has_usable_name()
            || wishes[..position].iter().any(|other| other.heading == wish.heading)
        {
            continue;
        }
        let heading = wish.heading.clone();
        let years: Vec<i64> =
            column.and_then(|column| observed.years.get(&column)).into_iter().flatten().copied().collect();
        let is_met = observed.wishes_met.contains(&position);
        let problem = if !is_met && !is_heading(wish) {
            ImportProblem::SeriesNotFound {
                heading,
                nearest: wish.nearest(&observed.left_out),
                found: observed.left_out.iter().take(NAMED).cloned().collect(),
            }
        } else if !is_met || years.is_empty() || wanted_year.is_some_and(|year| !years.contains(&year)) {
            match wanted_year {
                Some(wanted) => ImportProblem::SeriesWithoutYear { heading, wanted: vec![wanted], years },
                None => ImportProblem::SeriesWithoutFigures { heading },
            }
        } else if is_whole && !table.years().iter().any(|year| years.contains(year)) {
            ImportProblem::SeriesWithoutYear { heading, wanted: table.years(), years }
        } else {
            continue;
        };
        diagnostics.push(Diagnostic::without_place(problem));
    }
}

/// Tells of columns that nobody asked for by name and that have figures of other years only.
pub(super) fn tell_of_lost_columns(
    wishes: &[ColumnWish],
    table: &FigureTable,
    observed: &Observed,
    diagnostics: &mut Diagnostics,
) {
    let others = std::iter::once(FOLKMANGD).chain(KNOWN_COLUMNS.len()..observed.columns.len());
    for column in others {
        let name = &observed.columns[column];
        let Some(years) = observed.years.get(&column) else { continue };
        let is_lost = !table.years().iter().any(|year| years.contains(year));
        if is_lost && wishes.iter().all(|wish| wish.name != *name) {
            let years = years.iter().copied().collect();
            let problem = ImportProblem::YearsLeftOut { years, column: name.clone() };
            diagnostics.push(Diagnostic::without_place(problem));
        }
    }
}
