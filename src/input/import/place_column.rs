//! Which column of a grid names the kommuner, or of whom else its figures are.

use std::collections::{BTreeSet, HashMap};

use super::heading::{self, Dimension, dimension, plain};
use super::period::Period;
use super::register::{Register, ResolvedPlace};
use super::value;
use crate::input::grid::Grid;
use crate::input::lan;
use crate::input::marks::{self, Level};

/// Different texts of a column that are kept with what they mean.
const MOST_KNOWN: usize = 20_000;
/// Columns among which that of the kommuner is looked for.
pub(super) const FIRST_COLUMNS: usize = 12;
/// Cells of a column that are looked at to see whether they are län: there are 21.
const LAN_ROWS: usize = 2_000;
/// Columns among which a figure is looked for where nobody knows what a row is of.
const MOST_COLUMNS_SEEN: usize = 100;

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
pub(super) fn place_column(grid: &Grid, register: &Register) -> Option<(usize, usize)> {
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
    let has_heading = above().any(|heading| heading::is_of_place(&heading) || heading == "region");
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
pub(super) fn is_heading_of_figures(heading: &str) -> bool {
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
