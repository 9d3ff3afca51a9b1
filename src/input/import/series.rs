//! What a series is called, and what it is for: a column that was asked for, one that is known, or none.

use super::ages::Ages;
use super::column_mapping::column_name;
use super::form::Form;
use super::heading::{self, Dimension, Meaning, meaning, plain};
use super::layout::FigureColumn;
use super::observation::{Series, Target};
use super::observer::Observer;
use super::table::{BEFOLKNING, FOLKMANGD, FORSORJNINGSMATT, KNOWN_COLUMNS};
use crate::diagnostic::{Diagnostic, TableProblem, column_letters};
use crate::input::grid::MOST_COLUMNS;

/// A series that was found: which one, and what it is for.
#[derive(Clone, Copy)]
pub(super) struct SeriesMatch {
    pub(super) target: Target,
    pub(super) series: usize,
    pub(super) ages: Option<Ages>,
}

/// Where the name of a column's series stands. It is found out once: the column can have a million cells.
pub(super) struct SeriesName {
    /// The column that names it in each row, if its cell is not empty.
    in_row: Option<usize>,
    /// Its name where no row names it: above the column, or above the table.
    above: String,
}

impl Observer<'_> {
    /// Where the name of a series below this heading stands.
    pub(super) fn series_name(&self, heading: &str) -> SeriesName {
        let says_nothing = heading::says_nothing(heading);
        // Beside a column of values one with a name of its own holds something else.
        let is_other = self.layout.has_values && !heading.is_empty() && !says_nothing;
        let title = self.layout.title.as_str();
        SeriesName {
            in_row: self.layout.dimension(Dimension::Series).filter(|_| !is_other),
            above: with_single_blanks(if says_nothing && !title.is_empty() { title } else { heading }),
        }
    }

    /// The name of a series in a row.
    pub(super) fn series_in_row(&self, series: &SeriesName, rows: &[usize]) -> String {
        let in_row = series.in_row.map(|column| self.grid.text(rows[column], column));
        in_row.filter(|name| !name.is_empty()).map_or_else(|| series.above.clone(), with_single_blanks)
    }

    /// Whether the column that a series of this meaning would be is asked for by another heading of this grid.
    fn is_replaced(&self, meaning: Meaning, figure: &FigureColumn) -> bool {
        let by_age = self.layout.dimension(Dimension::Age).is_some() || figure.ages.is_some();
        let column = match meaning {
            Meaning::Forsorjningsmatt => FORSORJNINGSMATT,
            Meaning::Population(Some(Ages::WORKING)) => BEFOLKNING,
            Meaning::Population(ages) if ages.map_or(!by_age, |ages| ages == Ages::ALL) => FOLKMANGD,
            // Some ages may be part of either.
            Meaning::Population(_) => return false,
        };
        self.requested.contains(KNOWN_COLUMNS[column])
    }

    /// Decides what a series is for when it is found for the first time.
    pub(super) fn match_series(&mut self, name: &str, figure: &FigureColumn) -> Option<SeriesMatch> {
        let heading = self.layout.headings[figure.column].clone();
        let mapping =
            self.options.columns.iter().position(|mapping| mapping.is_for(name) || mapping.is_for(&heading));
        let (target, ages) = match (mapping, meaning(name)) {
            (Some(position), _) => {
                self.observed.mappings_matched.insert(position);
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
            (None, Some(meaning)) if self.is_replaced(meaning, figure) => {
                self.observed.left_out.insert(name.to_owned());
                return None;
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
            (None, None) if name.is_empty() => {
                // "2021" or "16-64 år" is a heading, but says nothing of what is counted.
                if heading.is_empty() {
                    let file = self.grid.source.path.clone();
                    self.observed.unnamed.insert((file, column_letters(figure.column)));
                } else {
                    self.observed.left_out.insert(heading);
                }
                return None;
            }
            (None, None) if self.form == Form::KommunTable => {
                let name = column_name(&heading)?;
                let column = self.observed.column(&name);
                if column >= MOST_COLUMNS {
                    let span = self.grid.span(self.layout.header, figure.column);
                    let problem = || TableProblem::TooManyColumns { most: MOST_COLUMNS };
                    self.diagnostics.push_error(|| Diagnostic::at(problem(), &self.grid.source, span));
                    return None;
                }
                (Target::Column(column), None)
            }
            (None, None) => {
                self.observed.left_out.insert(name.to_owned());
                return None;
            }
        };
        let at_end_of_year = self.form == Form::Forsakringskassan;
        self.observed.series.push(Series { grid: self.number, name: name.to_owned(), at_end_of_year });
        Some(SeriesMatch { target, series: self.observed.series.len() - 1, ages })
    }
}

fn with_single_blanks(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether a series is that of ekonomiskt bistånd.
pub(super) fn is_assistance(name: &str) -> bool {
    plain(name).contains("ekonomiskt bistand")
}
