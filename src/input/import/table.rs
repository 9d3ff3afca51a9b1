//! What an import makes: figures per year and kommun, each with the cell it came from.

use std::collections::BTreeMap;
use std::sync::Arc;

use rust_decimal::Decimal;

use super::form::Form;
use crate::diagnostic::Label;
use crate::input::grid::Grid;
use crate::input::sources_file::ColumnSource;
use crate::model::kommun::Kommunkod;

/// The columns that every table has, in the order in which they are written; the last one may be missing.
pub const KNOWN_COLUMNS: [&str; 3] = ["befolkning_16_64", "forsorjningsmatt", "folkmangd"];
/// The place of inhabitants 16–64 among the columns.
pub const BEFOLKNING: usize = 0;
/// The place of the försörjningsmått among the columns.
pub const FORSORJNINGSMATT: usize = 1;
/// The place of all inhabitants among the columns.
pub const FOLKMANGD: usize = 2;
/// Decimals that imported figures keep; further ones are rounded half away from zero.
pub const DECIMALS: u32 = 6;

/// Figures per year and kommun.
#[derive(Clone, Debug, Default)]
pub struct FigureTable {
    /// First [`KNOWN_COLUMNS`], then indicators.
    pub columns: Vec<Column>,
    /// The rows by year and kommunkod.
    pub rows: BTreeMap<(i64, Kommunkod), Row>,
    /// The grids that the figures came from.
    pub grids: Vec<Arc<Grid>>,
    /// Whether all of them are tables that `data show` wrote: of the kommuner that somebody chose.
    pub is_shown: bool,
}

/// A column, and what it was made of.
#[derive(Clone, Debug, Default)]
pub struct Column {
    /// Its heading.
    pub name: String,
    /// Every series that went into it.
    pub parts: Vec<Part>,
}

impl Column {
    /// Whether some of its figures are derived.
    #[must_use]
    pub fn is_derived(&self) -> bool {
        self.known().any(|source| source.derived)
    }

    /// What tables of ours said of where it comes from.
    pub fn known(&self) -> impl Iterator<Item = &ColumnSource> {
        self.parts.iter().flat_map(|part| &part.known)
    }
}

/// A series of a file that went into a column.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Part {
    /// The place of the file among those that were given.
    pub file: usize,
    /// The sheet, in a workbook.
    pub sheet: Option<String>,
    /// The form of the file.
    pub form: Form,
    /// The name of the series in the file.
    pub series: String,
    /// What was done with its figures.
    pub steps: Steps,
    /// What a table of ours said of where it comes from.
    pub known: Vec<ColumnSource>,
}

/// What was done with figures before they stood in a column.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is a step of its own, and any may go with any")]
pub struct Steps {
    /// Ages or age groups were added up.
    pub sum_of_ages: bool,
    /// Women and men were added up.
    pub sum_of_sexes: bool,
    /// Twelve months were averaged.
    pub mean_of_months: bool,
    /// The figure of December was taken.
    pub december: bool,
    /// Decimals beyond [`DECIMALS`] were rounded.
    pub rounded: bool,
}

impl Steps {
    /// These and others.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self {
            sum_of_ages: self.sum_of_ages || other.sum_of_ages,
            sum_of_sexes: self.sum_of_sexes || other.sum_of_sexes,
            mean_of_months: self.mean_of_months || other.mean_of_months,
            december: self.december || other.december,
            rounded: self.rounded || other.rounded,
        }
    }
}

/// A kommun in a year.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Row {
    /// Its name.
    pub kommun: String,
    /// Its län.
    pub lan: String,
    /// The body that pays the region's part, where the table says.
    pub region: Option<String>,
    /// Today's förbund, where the table says.
    pub forbund: Option<String>,
    /// A figure per column.
    pub figures: Vec<Option<Figure>>,
}

/// A figure and its cell.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Figure {
    /// The figure.
    pub value: Decimal,
    /// Where it came from; of a sum, its first part.
    pub origin: Origin,
}

/// A cell of a grid.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Origin {
    /// The place among [`FigureTable::grids`].
    pub grid: u32,
    /// The row.
    pub row: u32,
    /// The column.
    pub column: u32,
}

impl Origin {
    pub(super) fn new(grid: usize, row: usize, column: usize) -> Self {
        let small = |number: usize| u32::try_from(number).expect("fewer cells than bytes of a file");
        Self { grid: small(grid), row: small(row), column: small(column) }
    }
}

impl FigureTable {
    /// The years, in order.
    #[must_use]
    pub fn years(&self) -> Vec<i64> {
        let mut years: Vec<i64> = self.rows.keys().map(|(year, _)| *year).collect();
        years.dedup();
        years
    }

    /// The rows of a year.
    pub fn of_year(&self, year: i64) -> impl Iterator<Item = (Kommunkod, &Row)> {
        self.rows
            .range((year, Kommunkod::FIRST)..)
            .take_while(move |((of, _), _)| *of == year)
            .map(|((_, kommunkod), row)| (*kommunkod, row))
    }

    /// A figure.
    #[must_use]
    pub fn value(&self, year: i64, kommunkod: Kommunkod, column: usize) -> Option<Decimal> {
        let figure = self.rows.get(&(year, kommunkod))?.figures.get(column).copied().flatten();
        figure.map(|figure| figure.value)
    }

    /// The years in which kommuner have no figure of a column.
    #[must_use]
    pub fn blank_years(&self, column: usize) -> Vec<i64> {
        let blank = |row: &Row| row.figures.get(column).copied().flatten().is_none();
        let mut years: Vec<i64> =
            self.rows.iter().filter(|(_, row)| blank(row)).map(|((year, _), _)| *year).collect();
        years.dedup();
        years
    }

    /// Where a cell stands.
    #[must_use]
    pub fn label(&self, origin: Origin) -> Option<Label> {
        let place = |number: u32| usize::try_from(number).expect("32 bits");
        let grid = self.grids.get(place(origin.grid))?;
        Some(Label { source: grid.source.clone(), span: grid.span(place(origin.row), place(origin.column)) })
    }

    /// Whether a column has any figure.
    #[must_use]
    pub fn has(&self, column: usize) -> bool {
        self.rows.values().any(|row| row.figures.get(column).is_some_and(Option::is_some))
    }

    /// Drops indicators without a single figure.
    pub(super) fn drop_empty_columns(&mut self) {
        let kept: Vec<bool> =
            (0..self.columns.len()).map(|column| column < KNOWN_COLUMNS.len() || self.has(column)).collect();
        let is_kept = |position: usize| kept.get(position).copied().unwrap_or(false);
        let mut position = 0;
        self.columns.retain(|_| {
            position += 1;
            is_kept(position - 1)
        });
        for row in self.rows.values_mut() {
            let figures = std::mem::take(&mut row.figures);
            row.figures = figures
                .into_iter()
                .enumerate()
                .filter(|(position, _)| is_kept(*position))
                .map(|(_, figure)| figure)
                .collect();
        }
    }
}
