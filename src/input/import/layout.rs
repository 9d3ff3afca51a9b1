//! How a grid is laid out: where its header is, and what stands in each column.
//!
//! The kommuner show the way: the column where most different ones are found is that of the places, the rows above
//! the first of them are title and header. So a table is understood whoever wrote it, and the words of publishers
//! are needed only for what the other columns hold.

use std::cell::{Cell, OnceCell};
use std::collections::BTreeSet;
use std::ops::Range;

use super::ages::Ages;
use super::column_mapping::ColumnMapping;
use super::form::Form;
use super::heading::{self, Dimension, dimension, plain};
use super::kolada;
use super::period::Period;
use super::place_column::{FIRST_COLUMNS, is_heading_of_figures, place_column};
use super::register::{Register, ResolvedPlace};
use super::value;
use crate::input::grid::Grid;
use crate::input::marks::{self, Level, Mark};

/// Columns that are held against that of the kommuner. A table names them once or twice.
const MOST_COMPARED: usize = 20;
/// Texts of a column that are looked at to see whether they are names of series.
const MOST_SERIES: usize = 200;

/// What stands in a column.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Role {
    /// Which kommun.
    Place,
    /// The code or the name of it once more.
    OtherPlace,
    Dimension(Dimension),
    /// A division that finsam does not know by name: civil status, branch.
    Category,
    /// Figures.
    Figures(FigureColumn),
    /// Whether the row is a kommun or a sum of kommuner, in a table of ours.
    Level,
    /// Whether Kolada has deleted the row.
    Deleted,
    /// What is said of another column, at this place.
    Mark(usize, Mark),
    /// Nothing that is needed.
    Ignored,
}

/// A column of figures, as far as its heading tells.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct FigureColumn {
    pub(super) column: usize,
    pub(super) series: String,
    pub(super) period: Option<Period>,
    pub(super) ages: Option<Ages>,
}

/// How a grid is laid out.
#[derive(Clone, Debug)]
pub(super) struct Layout {
    /// The row of the headings.
    pub(super) header: usize,
    /// The first row below it.
    pub(super) first: usize,
    /// The headings as their publisher wrote them.
    pub(super) headings: Vec<String>,
    pub(super) roles: Vec<Role>,
    /// Whether an empty cell of a dimension means the one above it, as in workbooks of `PxWeb`.
    pub(super) fill_down: bool,
    /// Whether one of the headings is "value", as Kolada's is.
    has_value_heading: bool,
    /// Columns that may still be held against that of the kommuner.
    left_to_compare: Cell<usize>,
    /// The columns of the dimensions, by [`Dimension`], found once when the layout is known.
    dimensions: OnceCell<[Option<usize>; Dimension::COUNT]>,
    /// What stands above the table.
    pub(super) title: String,
    /// Whether a series is named in its rows, and a column says that only its values stand there.
    pub(super) has_values: bool,
}

impl Layout {
    /// The layout of a grid; `None` if no column holds kommuner below a header.
    pub(super) fn find(grid: &Grid, register: &Register, mappings: &[ColumnMapping]) -> Option<Self> {
        let (place, first) = place_column(grid, register)?;
        let is_filled = |row: usize| {
            (0..grid.width(row)).any(|column| column != place && !grid.text(row, column).is_empty())
        };
        // A heading above the kommuner is one even if it stands alone.
        let is_header = |row: usize| is_filled(row) || heading::is_of_place(grid.text(row, place));
        let header = (0..first).rev().find(|&row| is_header(row))?;
        // What stands to the right of the last heading belongs to no column.
        let width = grid.width(header).max(place + 1);
        let written: Vec<String> = (0..width).map(|column| grid.text(header, column).to_owned()).collect();
        let marked = marks::marked(&written);
        let headings: Vec<String> = written.iter().map(|heading| heading::as_published(heading)).collect();
        let above = second_header(grid, header, place, &headings);
        let title = (0..header)
            .map(|row| grid.text(row, 0))
            .filter(|text| !text.is_empty())
            .collect::<Vec<_>>()
            .join(" ");
        let roles = vec![Role::Ignored; width];
        let has_value_heading = headings.iter().any(|heading| plain(heading) == "value");
        let mut layout = Self {
            header,
            first,
            headings,
            roles,
            fill_down: false,
            has_value_heading,
            left_to_compare: Cell::new(MOST_COMPARED),
            dimensions: OnceCell::new(),
            title,
            has_values: false,
        };
        let mut above_now = String::new();
        for (column, mark) in marked.into_iter().enumerate() {
            if let Some(above) = above {
                let text = grid.text(above, column);
                if !text.is_empty() {
                    text.clone_into(&mut above_now);
                }
            }
            layout.roles[column] = match mark {
                Some((of, mark)) => Role::Mark(of, mark),
                None => layout.role(grid, (column, place), &above_now, register, mappings),
            };
        }
        layout.find_series_in_rows(grid);
        layout.fill_down = layout.is_filled_down(grid, place);
        Some(layout)
    }

    fn role(
        &self,
        grid: &Grid,
        (column, place): (usize, usize),
        above: &str,
        register: &Register,
        mappings: &[ColumnMapping],
    ) -> Role {
        if column == place {
            return Role::Place;
        }
        let heading = self.headings[column].as_str();
        let rows = self.first..grid.len();
        let cells = || rows.clone().map(|row| grid.text(row, column)).filter(|text| !text.is_empty());
        if cells().next().is_none() {
            return Role::Ignored;
        }
        // A formula that was never computed stands where a figure should.
        let figures = || cells().filter(|text| value::is_figure(text) || text.starts_with('=')).count();
        let are_figures = || figures() * 2 > cells().count();
        let (series, period) = match Period::at_end(heading) {
            Some((series, period)) => (series, Some(period)),
            None => (heading, None),
        };
        let of_figures = || {
            let ages = Ages::parse(series).filter(|_| !heading::is_series(series));
            let series = if series.is_empty() || ages.is_some() { above } else { series };
            Role::Figures(FigureColumn { column, series: series.to_owned(), period, ages })
        };
        // What was asked for is a figure, whatever else such a heading can mean.
        if mappings.iter().any(|mapping| mapping.is_for(heading)) && are_figures() {
            return of_figures();
        }
        if column == 0
            && heading::is_of_row_numbers(grid.text(self.header, column))
            && are_row_numbers(cells())
        {
            return Role::Ignored;
        }
        let names_kommuner = || {
            let left = self.left_to_compare.get();
            self.left_to_compare.set(left.saturating_sub(1));
            left > 0 && agrees(grid, column, place, rows.clone(), register)
        };
        match dimension(heading) {
            Some(Dimension::Region) if names_kommuner() => return Role::OtherPlace,
            // The name of a series is no number.
            Some(Dimension::Series) if are_figures() => {}
            Some(dimension) => return Role::Dimension(dimension),
            None => {}
        }
        match plain(heading).as_str() {
            marks::LEVEL if cells().all(|cell| Level::parse(cell).is_some()) => return Role::Level,
            "isdeleted" | "is-deleted" => return Role::Deleted,
            // Kolada counts the values behind each of its own.
            "count" if self.has_value_heading => return Role::Ignored,
            _ => {}
        }
        if heading::is_of_place(heading)
            || column < FIRST_COLUMNS && !is_heading_of_figures(heading) && names_kommuner()
        {
            return Role::OtherPlace;
        }
        // A column that is known to hold figures is read as such, to report every cell that is none.
        let is_known = heading::meaning(series).is_some() && figures() > 0;
        if is_known || are_figures() {
            return of_figures();
        }
        // Workbooks of `PxWeb` have no headings above ages and sexes either.
        let all = |is: &dyn Fn(&str) -> bool| cells().all(is);
        if all(&|text| Ages::parse(text).is_some()) {
            return Role::Dimension(Dimension::Age);
        }
        if all(&|text| {
            ["kvinnor", "man", "totalt", "kvinnor och man", "t", "k", "m"].contains(&plain(text).as_str())
        }) {
            return Role::Dimension(Dimension::Sex);
        }
        // Kolada's workbooks have no heading above the names of the key figures.
        if heading.is_empty() { Role::Dimension(Dimension::Series) } else { Role::Category }
    }

    /// Finds the column that names series in its rows, whatever its heading: one with a name that is known, beside a
    /// column that says nothing of what it counts.
    fn find_series_in_rows(&mut self, grid: &Grid) {
        let is_value = |role: &Role| match role {
            Role::Figures(figure) => figure.series.is_empty() || heading::says_nothing(&figure.series),
            _ => false,
        };
        if !self.roles.iter().any(is_value) {
            return;
        }
        if !self.roles.contains(&Role::Dimension(Dimension::Series)) {
            let names_series = |&column: &usize| {
                let mut seen = BTreeSet::new();
                let cells = (self.first..grid.len()).map(|row| grid.text(row, column));
                let mut names = cells.filter(|text| seen.insert(*text)).take(MOST_SERIES);
                names.any(|text| heading::meaning(text).is_some())
            };
            let found = self.columns(|role| *role == Role::Category).into_iter().find(names_series);
            let Some(column) = found else { return };
            self.roles[column] = Role::Dimension(Dimension::Series);
        }
        self.has_values = true;
    }

    /// Whether places or dimensions stand only in the first row of those they are for.
    fn is_filled_down(&self, grid: &Grid, place: usize) -> bool {
        let rows = self.first..grid.len();
        let figures: Vec<usize> = self.columns(|role| matches!(role, Role::Figures(_)));
        let dimensions: Vec<usize> = self.columns(|role| matches!(role, Role::Dimension(_) | Role::Category));
        let any =
            |row: usize, columns: &[usize]| columns.iter().any(|&column| !grid.text(row, column).is_empty());
        let empty = rows
            .clone()
            .filter(|&row| grid.text(row, place).is_empty() && any(row, &figures) && any(row, &dimensions))
            .count();
        empty * 4 > rows.len()
    }

    /// The columns with a role.
    pub(super) fn columns(&self, is: impl Fn(&Role) -> bool) -> Vec<usize> {
        self.roles.iter().enumerate().filter(|(_, role)| is(role)).map(|(column, _)| column).collect()
    }

    /// The column of a dimension, the first of several. Every cell may ask, so the columns are looked through once.
    pub(super) fn dimension(&self, wanted: Dimension) -> Option<usize> {
        let columns = self.dimensions.get_or_init(|| {
            let mut columns = [None; Dimension::COUNT];
            for (column, role) in self.roles.iter().enumerate() {
                if let Role::Dimension(dimension) = role {
                    columns[*dimension as usize].get_or_insert(column);
                }
            }
            columns
        });
        columns[wanted as usize]
    }

    /// The form that a grid seems to have.
    pub(super) fn form(&self, grid: &Grid) -> Form {
        let headings: Vec<String> = self.headings.iter().map(|heading| plain(heading)).collect();
        let has = |wanted: &[&str]| headings.iter().any(|heading| wanted.contains(&heading.as_str()));
        let blank_series =
            self.dimension(Dimension::Series).is_some_and(|column| grid.text(self.header, column).is_empty());
        let is_of_kolada = has(&["kpi"]) && has(&["municipality"]) || blank_series;
        if kolada::is_of(grid) {
            Form::KoladaJson
        } else if grid.sheet.as_deref() == Some("Kolada nyckeltal") || is_of_kolada && grid.sheet.is_some() {
            Form::KoladaWorkbook
        } else if has(&["kommunkod"]) && has(&["befolkning-16-64", "forsorjningsmatt"]) {
            Form::KommunTable
        } else if has(&["ohalsotalet", "ohalsotal", "sjukpenningtalet", "sjukpenningtal"]) && has(&["manad"])
        {
            Form::Forsakringskassan
        } else if self.place_is_region() || self.place_is_coded_name(grid) {
            Form::Scb
        } else {
            Form::Plain
        }
    }

    /// Whether the places stand below "region", as in tables of `PxWeb`. Beside another heading of places a region is
    /// the body that pays.
    fn place_is_region(&self) -> bool {
        let place = self.roles.iter().position(|role| *role == Role::Place);
        place.is_some_and(|place| plain(&self.headings[place]) == "region")
    }

    /// Whether the places are written as `PxWeb` does: "0114 Upplands Väsby".
    fn place_is_coded_name(&self, grid: &Grid) -> bool {
        let Some(place) = self.roles.iter().position(|role| *role == Role::Place) else { return false };
        let text = grid.text(self.first, place);
        let name = text.trim_start_matches(|letter: char| letter.is_ascii_digit());
        text.len() - name.len() == 4 && name.trim_start().starts_with(char::is_alphabetic)
    }
}

/// Whether cells number the rows: each holds another whole number.
fn are_row_numbers<'cells>(cells: impl Iterator<Item = &'cells str>) -> bool {
    let mut seen = BTreeSet::new();
    let mut cells = cells.map(|cell| cell.parse::<u32>().ok());
    cells.all(|number| number.is_some_and(|number| seen.insert(number)))
}

/// Whether a column names the same kommuner as the place column.
fn agrees(grid: &Grid, column: usize, place: usize, rows: Range<usize>, register: &Register) -> bool {
    let (mut same, mut other) = (0, 0);
    for row in rows.take(300) {
        let (one, two) = (register.resolve(grid.text(row, place)), register.resolve(grid.text(row, column)));
        if let (ResolvedPlace::Kommun { kommunkod: one, .. }, ResolvedPlace::Kommun { kommunkod: two, .. }) =
            (one, two)
        {
            if one == two { same += 1 } else { other += 1 }
        } else {
            other += 1;
        }
    }
    same > other
}

/// A row above the header that names series or periods too: its cells are for all columns up to the next one.
fn second_header(grid: &Grid, header: usize, place: usize, headings: &[String]) -> Option<usize> {
    let above = header.checked_sub(1)?;
    let filled: Vec<usize> =
        (0..grid.width(above)).filter(|&column| !grid.text(above, column).is_empty()).collect();
    let names_columns = filled.iter().any(|&column| column > place);
    let header_has_periods = headings
        .iter()
        .take(grid.width(header))
        .any(|heading| heading::says_nothing(heading) || Period::at_end(heading).is_some());
    (names_columns && header_has_periods).then_some(above)
}
