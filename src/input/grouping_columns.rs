//! Where the columns of a list of kommuner and förbund stand.

use super::grid::Grid;
use super::marks::{self, Level};
use super::names::{nearest, plain_heading};
use crate::diagnostic::{Diagnostic, Diagnostics, GroupingProblem, TableProblem};

/// The rows among which the headings are looked for.
const FIRST_ROWS: usize = 40;

/// What people call the columns, as headings are compared.
const KOMMUN: [&str; 4] = ["kommun", "kommuner", "kommunnamn", "kommunens_namn"];
const KOMMUNKOD: [&str; 4] = ["kommunkod", "kommunnummer", "kommunnr", "kod"];
const FORBUND: [&str; 3] = ["forbund", "samordningsforbund", "finsamforbund"];

/// Where the columns stand.
#[derive(Clone, Debug)]
pub(super) struct GroupingColumns {
    /// The row of the headings.
    pub(super) header: usize,
    pub(super) kommun: Option<usize>,
    pub(super) kommunkod: Option<usize>,
    pub(super) forbund: usize,
    /// What a row is, in a table that finsam wrote.
    level: Option<usize>,
}

/// What a row of headings has.
#[derive(Default)]
struct Headings {
    kommun: Vec<usize>,
    kommunkod: Vec<usize>,
    forbund: Vec<usize>,
    /// Those that speak of förbund, in a table whose headings do not say just that.
    of_forbund: Vec<usize>,
}

impl Headings {
    fn of(grid: &Grid, row: usize) -> Self {
        let mut headings = Self::default();
        for column in 0..grid.width(row) {
            let plain = plain_heading(grid.text(row, column));
            let plain = plain.as_str();
            let lists = [
                (KOMMUN.contains(&plain), &mut headings.kommun),
                (KOMMUNKOD.contains(&plain), &mut headings.kommunkod),
                (FORBUND.contains(&plain), &mut headings.forbund),
                (plain.contains("forbund"), &mut headings.of_forbund),
            ];
            for (_, list) in lists.into_iter().filter(|(fits, _)| *fits) {
                list.push(column);
            }
        }
        if headings.forbund.is_empty() {
            headings.forbund.clone_from(&headings.of_forbund);
        }
        headings
    }

    fn names_kommuner(&self) -> bool {
        !self.kommun.is_empty() || !self.kommunkod.is_empty()
    }

    fn are_complete(&self) -> bool {
        self.names_kommuner() && !self.forbund.is_empty()
    }
}

impl GroupingColumns {
    /// The sheet that has the columns, and where; `None` where that is not clear, which goes to `diagnostics`.
    pub(super) fn find<'grids>(
        grids: &'grids [Grid],
        path: &str,
        diagnostics: &mut Diagnostics,
    ) -> Option<(&'grids Grid, Self)> {
        let found: Vec<(&Grid, usize, Headings)> = grids.iter().filter_map(complete).collect();
        match found.as_slice() {
            [] => {
                diagnostics.push(missing(grids));
                None
            }
            [(grid, header, headings)] => {
                let columns = Self::of(grid, *header, headings, diagnostics)?;
                Some((grid, columns))
            }
            several => {
                let sheets = several.iter().filter_map(|(grid, ..)| grid.sheet.clone()).collect();
                let path = path.to_owned();
                diagnostics.push(Diagnostic::without_place(GroupingProblem::SeveralSheets { path, sheets }));
                None
            }
        }
    }

    fn of(grid: &Grid, header: usize, headings: &Headings, diagnostics: &mut Diagnostics) -> Option<Self> {
        let name = |column: usize| grid.text(header, column).to_owned();
        let mut is_clear = true;
        for columns in [&headings.kommun, &headings.kommunkod, &headings.forbund] {
            let &[first, second, ..] = columns.as_slice() else { continue };
            is_clear = false;
            let [place, other] = [second, first].map(|column| grid.span(header, column));
            let diagnostic = if plain_heading(&name(first)) == plain_heading(&name(second)) {
                Diagnostic::at(TableProblem::ColumnTwice { column: name(second) }, &grid.source, place)
            } else {
                let columns = columns.iter().map(|column| name(*column)).collect();
                Diagnostic::at(GroupingProblem::ColumnUnclear { columns }, &grid.source, place)
            };
            diagnostics.push(diagnostic.and(&grid.source, other));
        }
        let level = (0..grid.width(header)).find(|column| plain_heading(&name(*column)) == marks::LEVEL);
        is_clear.then(|| Self {
            header,
            kommun: headings.kommun.first().copied(),
            kommunkod: headings.kommunkod.first().copied(),
            forbund: headings.forbund[0],
            level,
        })
    }

    /// Whether a row without a kommun is a sum, in a table that finsam wrote.
    pub(super) fn is_sum(&self, grid: &Grid, row: usize) -> bool {
        let level = self.level.and_then(|column| Level::parse(grid.text(row, column)));
        level.is_some_and(|level| level != Level::Kommun)
    }
}

/// The first row with headings of all that is needed.
fn complete(grid: &Grid) -> Option<(&Grid, usize, Headings)> {
    let mut rows = (0..grid.len().min(FIRST_ROWS)).map(|row| (grid, row, Headings::of(grid, row)));
    rows.find(|(_, _, headings)| headings.are_complete())
}

/// That columns are missing, at the row that is most like one of headings.
fn missing(grids: &[Grid]) -> Diagnostic {
    let rows = |grid: &'_ Grid| {
        (0..grid.len().min(FIRST_ROWS)).filter(|row| has_text(grid, *row)).collect::<Vec<_>>()
    };
    let all: Vec<(&Grid, usize)> =
        grids.iter().flat_map(|grid| rows(grid).into_iter().map(move |row| (grid, row))).collect();
    let has_one = |(grid, row): &&(&Grid, usize)| {
        let headings = Headings::of(grid, *row);
        headings.names_kommuner() || !headings.forbund.is_empty()
    };
    let Some(&(grid, row)) = all.iter().find(has_one).or(all.first()) else {
        let source = &grids.first().expect("a file has a sheet").source;
        return Diagnostic::at(GroupingProblem::TableEmpty, source, 0..0);
    };
    let headings = Headings::of(grid, row);
    let wanted = [("kommun", headings.names_kommuner()), ("forbund", !headings.forbund.is_empty())];
    let mut missing = wanted.into_iter().filter(|(_, is_there)| !is_there).map(|(name, _)| name.to_owned());
    let first = missing.next().expect("a row that is not complete");
    let found: Vec<String> = (0..grid.width(row)).map(|column| grid.text(row, column).to_owned()).collect();
    let known = headings.kommun.iter().chain(&headings.kommunkod).chain(&headings.forbund);
    let known: Vec<usize> = known.copied().collect();
    let unknown = found.iter().enumerate().filter(|(column, _)| !known.contains(column));
    let nearest = nearest(&first, unknown.map(|(_, name)| name.as_str()));
    let place = grid.span(row, 0).start..grid.span(row, grid.width(row) - 1).end;
    let found = found.into_iter().take(12).collect();
    let problem = TableProblem::ColumnMissing { first, others: missing.collect(), nearest, found };
    Diagnostic::at(problem, &grid.source, place)
}

fn has_text(grid: &Grid, row: usize) -> bool {
    (0..grid.width(row)).any(|column| !grid.text(row, column).is_empty())
}
