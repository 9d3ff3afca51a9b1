//! What is found in the rows of grids: a figure of a series for a kommun, a period, an age and a sex, and what stands
//! beside figures.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use rust_decimal::Decimal;

use super::ages::Ages;
use super::period::Period;
use super::table::{BEFOLKNING, FOLKMANGD, KNOWN_COLUMNS, Origin};
use crate::model::kommun::Kommunkod;

/// What a series is for.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Target {
    /// Inhabitants by age: for the columns of inhabitants 16–64 and of all.
    Population,
    /// A column as it is.
    Column(usize),
}

impl Target {
    /// The column that figures of some ages are for.
    pub(super) fn column(self, ages: Option<Ages>) -> usize {
        match self {
            Self::Population if ages == Some(Ages::ALL) => FOLKMANGD,
            Self::Population => BEFOLKNING,
            Self::Column(column) => column,
        }
    }
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
    /// The place of each among them.
    positions: HashMap<String, usize>,
    /// Today's förbund, where a table says.
    pub(super) forbund: BTreeMap<(i64, Kommunkod), String>,
    /// The län, where a table of ours says.
    pub(super) lan: BTreeMap<Kommunkod, String>,
    /// The region, where a table of ours says.
    pub(super) region: BTreeMap<Kommunkod, String>,
    /// Kommuner and years where social assistance is zero, with one such cell.
    pub(super) without_assistance: BTreeMap<(i64, Kommunkod), Origin>,
    /// Rows of the country, counties, groups and averages.
    pub(super) aggregates: usize,
    /// Sums of kommuner that a table of ours has beside them.
    pub(super) own_sums: usize,
    /// Values that Kolada has deleted.
    pub(super) deleted: usize,
    /// Kommunkoder that had lost their leading zero.
    pub(super) lost_zeros: usize,
    /// Cells without a figure.
    pub(super) missing: usize,
    /// The names of series that are no column.
    pub(super) left_out: BTreeSet<String>,
    /// Columns of figures that have no name: the file, and the letters that spreadsheets call them by.
    pub(super) unnamed: BTreeSet<(String, String)>,
    /// Mappings that found their series.
    pub(super) mappings_matched: BTreeSet<usize>,
    /// The years that each column has figures of, whichever was asked for.
    pub(super) years: BTreeMap<usize, BTreeSet<i64>>,
    /// The same for each grid.
    pub(super) years_of_grid: BTreeMap<usize, BTreeSet<i64>>,
    /// Columns with figures of which no year is known.
    pub(super) undated: BTreeSet<usize>,
}

impl Observed {
    pub(super) fn new() -> Self {
        let mut observed = Self::default();
        for column in KNOWN_COLUMNS {
            observed.column(column);
        }
        observed
    }

    /// The place of a column, which is new if it was not known before.
    pub(super) fn column(&mut self, name: &str) -> usize {
        if let Some(&known) = self.positions.get(name) {
            return known;
        }
        let position = self.columns.len();
        self.columns.push(name.to_owned());
        self.positions.insert(name.to_owned(), position);
        position
    }

    /// Notes that a grid has a figure of a year.
    pub(super) fn note_year(&mut self, grid: usize, column: usize, year: i64) {
        self.years.entry(column).or_default().insert(year);
        self.years_of_grid.entry(grid).or_default().insert(year);
    }
}
