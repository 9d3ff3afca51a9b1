//! The figures of a path: those of each year, carried forward where a kommun has none of it.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use super::reader::{KommunRow, TableReader};
use super::table::{KommunTable, WantedYear};
use crate::diagnostic::{Diagnostic, Diagnostics, PathProblem, Source};
use crate::input::further_columns::FurtherColumns;
use crate::input::kommun_columns::Column;
use crate::model::figures::KommunFigures;
use crate::model::kommun::{Kommun, Kommunkod};
use crate::model::path::Path;

/// What a table has for the years of a path.
#[derive(Clone, Debug)]
pub struct TableOfYears {
    /// The kommuner, with the figures of the last year.
    pub table: KommunTable,
    /// What each year is computed with.
    pub of_years: FiguresOfYears,
}

/// What the years of a path are computed with.
#[derive(Clone, Debug)]
pub struct FiguresOfYears {
    /// The figures of each year.
    pub years: Vec<FiguresOfYear>,
    /// Columns that end before the path does, with the last year that they have.
    pub carried: Vec<CarriedColumn>,
    /// Kommuner for which a year is computed with older figures than others have.
    pub behind: Vec<String>,
}

/// The figures that a year is computed with.
#[derive(Clone, Debug)]
pub struct FiguresOfYear {
    /// The latest year among them; nothing where the table has no years.
    pub year: Option<i64>,
    /// In the order of the kommuner.
    pub figures: Vec<KommunFigures>,
}

/// A column of which the latest figures are carried forward.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CarriedColumn {
    /// Its heading.
    pub column: &'static str,
    /// The last year that it has figures of.
    pub last: i64,
}

/// Where a path is written, for what its years lack.
#[derive(Clone, Copy, Debug)]
pub struct PathPlace<'load> {
    /// The file.
    pub source: &'load Arc<Source>,
    /// The place in it.
    pub span: &'load Range<usize>,
}

/// Reads what the years of a path are computed with; `None` where something was wrong and went to `diagnostics`.
#[must_use]
pub fn read_years(
    source: &Arc<Source>,
    path: &Path,
    place: PathPlace<'_>,
    diagnostics: &mut Diagnostics,
) -> Option<(TableOfYears, FurtherColumns)> {
    let mut reader = TableReader::new(source, true, diagnostics);
    reader.every_year = true;
    reader.blanks_allowed = true;
    let rows = reader.read_rows(&WantedYear::Latest)?;
    let has_years = reader.table.columns.position(Column::Ar).is_some();
    let last_wanted = path.figures_wanted(path.to);
    let mut by_kommun: BTreeMap<Kommunkod, Vec<&KommunRow>> = BTreeMap::new();
    for row in rows.kommuner.iter().filter(|row| !has_years || row.year <= last_wanted) {
        by_kommun.entry(row.kommun.kommunkod).or_default().push(row);
    }
    for rows in by_kommun.values_mut() {
        rows.sort_by_key(|row| row.year);
    }
    let latest = |figure: fn(&KommunRow) -> bool| {
        by_kommun.values().flatten().filter(|row| figure(row)).map(|row| row.year).max()
    };
    let columns = [
        ("befolkning_16_64", latest(|row| row.figures.befolkning_16_64.is_some())),
        ("forsorjningsmatt", latest(|row| row.figures.forsorjningsmatt.is_some())),
    ];
    let (mut years, mut behind) = (Vec::new(), Vec::new());
    let mut lacking = None;
    for year in path.years() {
        let wanted = if has_years { path.figures_wanted(year) } else { 0 };
        let mut figures = Vec::with_capacity(by_kommun.len());
        let newest = by_kommun.values().flatten().map(|row| row.year).filter(|year| *year <= wanted).max();
        for rows in by_kommun.values() {
            let known = rows.partition_point(|row| row.year <= wanted);
            match carried(&rows[..known]) {
                Ok(found) => figures.push(found),
                Err(column) => {
                    lacking.get_or_insert((rows[0].kommun.name.clone(), column, wanted, year));
                }
            }
            let name = &rows[rows.len() - 1].kommun.name;
            if rows[..known].last().map(|row| row.year) != newest && !behind.contains(name) {
                behind.push(name.clone());
            }
        }
        years.push(FiguresOfYear { year: newest.filter(|_| has_years), figures });
    }
    if let Some((kommun, column, wanted, year)) = lacking {
        let problem = PathProblem::FiguresMissing { kommun, column: column.to_owned(), wanted, year };
        reader.table.diagnostics.push(Diagnostic::at(problem, place.source, place.span.clone()));
        return None;
    }
    let carried = columns.into_iter().filter_map(|(column, last)| {
        let last = last.filter(|last| has_years && *last < last_wanted)?;
        Some(CarriedColumn { column, last })
    });
    let carried = carried.collect();
    let kommuner: Vec<Kommun> =
        by_kommun.values().filter_map(|rows| rows.last()).map(|row| row.kommun.clone()).collect();
    let last = years.last()?;
    let further = reader.further_of(last.year, kommuner.len());
    let (figures, year) = (last.figures.clone(), last.year);
    let table = reader.table_of(kommuner, figures, year, rows.known);
    let of_years = FiguresOfYears { years, carried, behind };
    Some((TableOfYears { table, of_years }, further))
}

/// The latest figures of rows in order of their years, or the column that none of them has.
fn carried(rows: &[&KommunRow]) -> Result<KommunFigures, &'static str> {
    let rows = || rows.iter().rev().map(|row| &row.figures);
    Ok(KommunFigures {
        befolkning_16_64: rows().find_map(|row| row.befolkning_16_64).ok_or("befolkning_16_64")?,
        forsorjningsmatt: rows().find_map(|row| row.forsorjningsmatt).ok_or("forsorjningsmatt")?,
        folkmangd: rows().find_map(|row| row.folkmangd),
    })
}
