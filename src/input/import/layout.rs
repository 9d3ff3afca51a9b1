//! How a grid is laid out: where its header is, and what stands in each column.
//!
//! The kommuner show the way: the column where most different ones are found is that of the places, the rows above
//! the first of them are title and header. So a table is understood whoever wrote it, and the words of publishers
//! are needed only for what the other columns hold.

use std::cell::{Cell, OnceCell};
use std::collections::{BTreeSet, HashMap};
use std::ops::Range;

use super::ages::Ages;
use super::column_mapping::ColumnMapping;
use super::form::Form;
use super::heading::{self, Dimension, dimension, plain};
use super::kolada;
use super::period::Period;
use super::register::{Register, ResolvedPlace};
use super::value;
use crate::input::grid::Grid;
use crate::input::lan;
use crate::input::marks::{self, Level, Mark};

/// Different texts of a column that are kept with what they mean.
const MOST_KNOWN: usize = 20_000;
/// Columns among which that of the kommuner is looked for.
const FIRST_COLUMNS: usize = 12;
/// Columns that are held against that of the kommuner. A table names them once or twice.
const MOST_COMPARED: usize = 20;
/// Cells of a column that are looked at to see whether they are län: there are 21.
const LAN_ROWS: usize = 2_000;
/// Texts of a column that are looked at to see whether they are names of series.
const MOST_SERIES: usize = 200;
/// Columns among which a figure is looked for where nobody knows what a row is of.
const MOST_COLUMNS_SEEN: usize = 100;

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
        let is_header = |row: usize| is_filled(row) || is_place_heading(grid.text(row, place));
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
        if is_place_heading(heading)
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

/// What speaks for a column to hold the places, the weakest first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Evidence {
    /// Nearly all its cells could be codes. Some of any figures could.
    Codes,
    /// Its cells are names.
    Names,
    /// Its heading says so, and most of its cells are places.
    Heading,
}

/// How well a column would do for the places.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Fitness {
    evidence: Evidence,
    /// Different kommuner in it.
    kommuner: usize,
}

/// The column where most different kommuner are found, and the first row of the table's body.
fn place_column(grid: &Grid, register: &Register) -> Option<(usize, usize)> {
    let width = (0..grid.len()).map(|row| grid.width(row)).max().unwrap_or(0).min(FIRST_COLUMNS);
    let mut best: Option<(Fitness, usize, usize)> = None;
    for column in 0..width {
        let Some((fitness, first)) = fitness(grid, column, register) else { continue };
        if best.is_none_or(|(most, ..)| fitness > most) {
            best = Some((fitness, column, first));
        }
    }
    let (_, column, mut first) = best?;
    // The country and the counties often stand above the first kommun.
    let has_figure = |row: usize| {
        let others = (0..grid.width(row)).filter(|&other| other != column).map(|other| grid.text(row, other));
        others.filter(|text| !text.is_empty()).any(value::is_figure)
    };
    let levels = level_headings(grid, first);
    // A sum that we wrote can be sorted above the first kommun.
    let is_own_sum = |row: usize| {
        let is_level = |column: &usize| levels.get(column).is_some_and(|&heading| heading < row);
        let is_sum = |column: usize| Level::parse(grid.text(row, column)) == Some(Level::Sum);
        (0..grid.width(row)).filter(is_level).any(is_sum)
    };
    let is_aggregate = |row: usize| {
        register.resolve(grid.text(row, column)) == ResolvedPlace::Aggregate && has_figure(row)
            || is_own_sum(row)
    };
    while first > 1 && is_aggregate(first - 1) {
        first -= 1;
    }
    Some((column, first))
}

/// The columns that say what a row is, with the row of the heading that says so, among the first rows.
fn level_headings(grid: &Grid, rows: usize) -> HashMap<usize, usize> {
    let cells = (0..rows).rev().flat_map(|row| (0..grid.width(row)).map(move |column| (column, row)));
    cells.filter(|&(column, row)| plain(grid.text(row, column)) == marks::LEVEL).collect()
}

/// How well a column would do for the places, and its first kommun; `None` if it cannot be the one.
fn fitness(grid: &Grid, column: usize, register: &Register) -> Option<(Fitness, usize)> {
    let mut known: HashMap<&str, ResolvedPlace> = HashMap::new();
    let mut kommuner = BTreeSet::new();
    let (mut names, mut codes, mut others, mut aggregates) = (0_usize, 0_usize, 0_usize, 0_usize);
    let mut first = None;
    let mut of_lan = LanNames::default();
    for row in 0..grid.len() {
        let text = grid.text(row, column);
        if text.is_empty() {
            continue;
        }
        // A code as some programs write it, "1487.0", is a bare number too.
        let is_bare = value::is_figure(text);
        let mut look_up = || {
            let place = register.resolve(text);
            if !is_bare {
                of_lan.take(text, &place);
            }
            place
        };
        let looked_up;
        let place = if known.len() < MOST_KNOWN {
            known.entry(text).or_insert_with(look_up)
        } else if let Some(place) = known.get(text) {
            place
        } else {
            looked_up = look_up();
            &looked_up
        };
        match place {
            ResolvedPlace::Kommun { kommunkod, .. } => {
                kommuner.insert(*kommunkod);
                first = first.or(Some(row));
                if is_bare { codes += 1 } else { names += 1 }
            }
            ResolvedPlace::Aggregate if is_bare => {
                codes += usize::from(text.len() == 4 || text.starts_with('0'));
            }
            ResolvedPlace::Aggregate => aggregates += 1,
            _ if first.is_some() => others += 1,
            _ => {}
        }
    }
    let first = first?;
    let above = || (0..first).map(|row| plain(grid.text(row, column)));
    // A year is also somebody's code, 2021 is Vansbro; and some counties have the name of a kommun in them.
    let of_time = [Dimension::Year, Dimension::Month, Dimension::Age].map(Some);
    let is_other = |heading: &String| {
        of_time.contains(&dimension(heading)) || ["lan", "lansnamn", "county"].contains(&heading.as_str())
    };
    if above().any(|heading| is_other(&heading)) || is_heading_of_figures(heading_above(grid, column, first))
    {
        return None;
    }
    let is_of_kommuner = |heading: &String| heading.starts_with("kommun");
    if of_lan.are_all() && !above().any(|heading| is_of_kommuner(&heading)) {
        return None;
    }
    let has_heading = above().any(|heading| is_place_heading(&heading) || heading == "region");
    let evidence = if has_heading && others <= names + codes + aggregates {
        Evidence::Heading
    } else if names > 0 && names >= codes {
        Evidence::Names
    } else if others * 9 <= codes {
        Evidence::Codes
    } else {
        return None;
    };
    Some((Fitness { evidence, kommuner: kommuner.len() }, first))
}

/// The heading above the rows of a column: the last text above them that does not stand alone in its row, as titles
/// do, and is no figure of the country's.
fn heading_above(grid: &Grid, column: usize, first: usize) -> &str {
    let is_alone =
        |row: usize| (0..grid.width(row)).filter(|&other| !grid.text(row, other).is_empty()).count() < 2;
    let above = (0..first).rev().map(|row| (row, grid.text(row, column)));
    let mut headings = above.filter(|(row, text)| {
        let is_figure = value::is_figure(text) && Period::parse(text).is_none();
        !is_figure && !is_alone(*row)
    });
    headings.next().map_or("", |(_, text)| text)
}

/// Whether a heading says that figures stand below it, whatever they look like.
fn is_heading_of_figures(heading: &str) -> bool {
    let heading = heading::as_published(heading);
    if heading.is_empty() {
        return false;
    }
    match Period::at_end(&heading) {
        Some(_) => true,
        None => heading::says_nothing(&heading) || heading::meaning(&heading).is_some(),
    }
}

/// The cells of a column that name a län without saying so: "Kalmar" can be a kommun, "Värmland" cannot.
#[derive(Default)]
struct LanNames {
    looked_up: usize,
    /// Whether some name is that of a kommun and of no län.
    has_kommun: bool,
    lan_only: BTreeSet<u16>,
}

impl LanNames {
    fn take(&mut self, text: &str, place: &ResolvedPlace) {
        if self.has_kommun || self.looked_up == LAN_ROWS {
            return;
        }
        self.looked_up += 1;
        match (lan::number(text), place) {
            (None, ResolvedPlace::Kommun { .. }) => self.has_kommun = true,
            (Some(lan), ResolvedPlace::Unknown) => {
                self.lan_only.insert(lan);
            }
            _ => {}
        }
    }

    /// Whether all names are of län, and some of nothing else.
    fn are_all(&self) -> bool {
        !self.has_kommun && self.lan_only.len() >= 2
    }
}

/// Of whom the figures of a grid are that has no column of kommuner, as far as that can be seen.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Others {
    /// The country, groups of kommuner.
    Groups,
    /// Län and their regions.
    Lan,
}

/// Of whom the figures of a grid are, by its first column of places other than kommuner.
pub(super) fn others(grid: &Grid, register: &Register) -> Option<Others> {
    let rows = grid.len().min(LAN_ROWS);
    let width = (0..grid.len()).map(|row| grid.width(row)).max().unwrap_or(0).min(FIRST_COLUMNS);
    let of_column = |column: usize| {
        let mut found = None;
        let mut heading = String::new();
        for row in 0..rows {
            let text = grid.text(row, column);
            let has_figure = (0..grid.width(row).min(MOST_COLUMNS_SEEN))
                .filter(|&other| other != column)
                .map(|other| grid.text(row, other))
                .any(|text| !text.is_empty() && value::is_figure(text));
            match other_place(text, &heading, register) {
                Some(other) => found = found.max(Some(other).filter(|_| has_figure)),
                None if matches!(register.resolve(text), ResolvedPlace::Kommun { .. }) => return None,
                None if !text.is_empty() => heading = plain(&heading::as_published(text)),
                None => {}
            }
        }
        found
    };
    (0..width).filter_map(of_column).max()
}

/// Who is meant by what stands below a heading, if it is the country, a län or a group; a number alone can be anything.
fn other_place(text: &str, heading: &str, register: &Register) -> Option<Others> {
    let name = text.trim_start_matches(|letter: char| letter.is_ascii_digit()).trim();
    let number: Option<u16> = text.parse().ok();
    match number {
        None if !name.is_empty() && lan::number(name).is_some() => Some(Others::Lan),
        None if register.resolve(text) == ResolvedPlace::Aggregate => Some(Others::Groups),
        Some(number) if HEADINGS_OF_LAN.contains(&heading) && lan::is_number(number) => Some(Others::Lan),
        // Kolada's regions have the number of their län, the country has zero.
        Some(0) if text.len() == 4 && heading == "municipality" => Some(Others::Groups),
        Some(number) if text.len() == 4 && heading == "municipality" && lan::is_number(number) => {
            Some(Others::Lan)
        }
        _ => None,
    }
}

/// Headings of the numbers and the names of län.
const HEADINGS_OF_LAN: [&str; 6] = ["lan", "lanskod", "lan-kod", "lansnamn", "lansnr", "county"];

/// Whether cells number the rows: each holds another whole number.
fn are_row_numbers<'cells>(cells: impl Iterator<Item = &'cells str>) -> bool {
    let mut seen = BTreeSet::new();
    let mut cells = cells.map(|cell| cell.parse::<u32>().ok());
    cells.all(|number| number.is_some_and(|number| seen.insert(number)))
}

/// Whether a heading is that of a code or a name of a place.
fn is_place_heading(heading: &str) -> bool {
    [
        "kommunkod",
        "kommun",
        "kommunnamn",
        "kod",
        "namn",
        "regionkod",
        "kommun-kod",
        "kommun-id",
        "municipality",
        "municipality-id",
        "lanskod",
        "lan-kod",
    ]
    .contains(&plain(heading).as_str())
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
