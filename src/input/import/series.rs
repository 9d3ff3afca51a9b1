//! What a series is called, and what it is for: a column that was asked for, one that is known, or none.

use super::ages::Ages;
use super::column_mapping::column_name;
use super::form::Form;
use super::heading::{self, Dimension, Meaning, meaning, plain};
use super::layout::FigureColumn;
use super::observation::{Series, Target};
use super::observe::Observer;
use super::table::{BEFOLKNING, FOLKMANGD, FORSORJNINGSMATT, KNOWN_COLUMNS};
use crate::diagnostic::column_letters;

/// A series that was found: which one, and what it is for.
#[derive(Clone, Copy)]
pub(super) struct SeriesMatch {
    pub(super) target: Target,
    pub(super) series: usize,
    pub(super) ages: Option<Ages>,
}

impl Observer<'_> {
    /// The name of a series: in the row, above the column, or above the table.
    pub(super) fn series_name(&self, heading: &str, rows: &[usize]) -> String {
        let in_row = self.layout.dimension(Dimension::Series);
        // Beside a column of values one with a name of its own holds something else.
        let is_other = self.layout.has_values && !heading.is_empty() && !heading::says_nothing(heading);
        let in_row = in_row
            .map(|column| self.grid.text(rows[column], column))
            .filter(|name| !name.is_empty() && !is_other);
        let title = self.layout.title.as_str();
        let above = if heading::says_nothing(heading) && !title.is_empty() { title } else { heading };
        in_row.unwrap_or(above).split_whitespace().collect::<Vec<_>>().join(" ")
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
                (Target::Column(self.observed.column(&name)), None)
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

/// Whether a series is that of ekonomiskt bistånd.
pub(super) fn is_assistance(name: &str) -> bool {
    plain(name).contains("ekonomiskt bistand")
}
