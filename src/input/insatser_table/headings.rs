//! What the columns of a table of insatser hold.

use std::collections::BTreeSet;

use crate::diagnostic::{Diagnostic, Diagnostics, FileProblem, InsatsProblem, TableProblem};
use crate::input::grid::Grid;
use crate::input::import::column_mapping::ColumnMapping;
use crate::input::names::{nearest, plain_heading};
use crate::model::name::{LONGEST, canonical, is_too_long};

use super::persons::is_figure;
use super::words::{Count, Heading, Whole, is_no_result, without_apostrophe};

/// The rows among which the headings are looked for.
const FIRST_ROWS: usize = 40;

/// What a column holds.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Role {
    Insats,
    Forbund,
    Ort,
    Malgrupp,
    Source,
    /// Where participants live: rows of several kommuner are added up.
    Kommun,
    /// Rows of both sexes are added up.
    Kon,
    Year,
    Kostnad,
    Platser,
    Deltagare,
    Avslutade,
    /// Persons with a result, by its position among all kinds.
    Result(usize),
    /// The same in percent, of those whom the heading names.
    Share(usize, Option<Whole>),
    /// Those of the participants who ended, in percent.
    ShareEnded,
    /// Nothing that is read.
    Other,
}

/// What people call the columns, as headings are compared.
const HEADINGS: [(Role, &[&str]); 12] = [
    (Role::Insats, &["insats", "insatser", "insatsnamn", "insatsens_namn"]),
    (Role::Forbund, &["forbund", "samordningsforbund", "finsamforbund"]),
    (Role::Ort, &["ort", "insatsens_ort", "insatsort"]),
    (Role::Malgrupp, &["malgrupp", "malgrupper"]),
    (Role::Source, &["source", "kalla"]),
    (
        Role::Kommun,
        &["kommun", "kommunkod", "kommunnamn", "hemkommun", "bostadskommun", "deltagarens_kommun"],
    ),
    (Role::Kon, &["kon"]),
    (Role::Year, &["ar", "year"]),
    (Role::Kostnad, &["kostnad", "kostnad_kr", "kostnad_kr_per_ar", "kostnad_per_ar"]),
    (Role::Platser, &["platser", "antal_platser"]),
    (
        Role::Deltagare,
        &[
            "deltagare", "antal_deltagare", "deltagare_antal", "unika_deltagare", "deltagare_totalt",
            "totalt_antal_deltagare", "antal_deltagare_totalt", "antal_unika_deltagare",
        ],
    ),
    (
        Role::Avslutade,
        &["avslutade", "antal_avslutade", "avslutade_antal", "avslutade_deltagare", "avslut", "antal_avslut"],
    ),
];

/// Where the columns of a sheet stand.
#[derive(Debug)]
pub(super) struct Headings {
    /// The row of the headings.
    pub(super) row: usize,
    /// What each column holds.
    pub(super) roles: Vec<Role>,
    /// Whether no two columns hold the same, and each says what it counts.
    pub(super) is_clear: bool,
    /// Columns that are in percent by their cells alone.
    pub(super) in_percent_by_cells: BTreeSet<usize>,
}

/// A heading in the form in which headings of known columns are compared.
fn plain(heading: &str) -> String {
    let plain = plain_heading(heading).replace([',', '(', ')', '.', ':'], "_");
    let words: Vec<&str> = plain.split('_').filter(|word| !word.is_empty()).collect();
    words.join("_")
}

/// The heading of a column, or the name that a user gives it.
fn called<'text>(heading: &'text str, mappings: &'text [ColumnMapping]) -> &'text str {
    let given = mappings.iter().find(|mapping| mapping.is_for(heading));
    given.map_or_else(|| without_apostrophe(heading), |mapping| mapping.name.as_str())
}

fn known(heading: &str, mappings: &[ColumnMapping]) -> Option<Role> {
    let plain = plain(called(heading, mappings));
    HEADINGS.iter().find(|(_, names)| names.contains(&plain.as_str())).map(|(role, _)| *role)
}

impl Headings {
    /// Those of a sheet with a column of insatser.
    pub(super) fn find(grid: &Grid, mappings: &[ColumnMapping]) -> Option<usize> {
        (0..grid.len().min(FIRST_ROWS)).find(|&row| {
            (0..grid.width(row)).any(|column| known(grid.text(row, column), mappings) == Some(Role::Insats))
        })
    }

    /// What the columns hold below the row of the headings; new kinds of results are added to `kinds`.
    pub(super) fn read(
        grid: &Grid,
        row: usize,
        mappings: &[ColumnMapping],
        kinds: &mut Vec<String>,
        diagnostics: &mut Diagnostics,
    ) -> Self {
        let mut headings =
            Self { row, roles: Vec::new(), is_clear: true, in_percent_by_cells: BTreeSet::new() };
        for column in 0..grid.width(row) {
            let heading = grid.text(row, column);
            let full = in_full(grid, (row, column), called(heading, mappings));
            let read = known(&full, &[]).map_or_else(|| headings.of_figures(grid, column, &full, kinds), Ok);
            let role = match read {
                Ok(role) => role,
                Err(problem) => {
                    diagnostics.push(Diagnostic::at(problem, &grid.source, grid.span(row, column)));
                    headings.is_clear = false;
                    headings.roles.push(Role::Other);
                    continue;
                }
            };
            let span = grid.span(row, column);
            if matches!(role, Role::Result(_) | Role::Share(..)) && is_too_long(heading) {
                let problem = FileProblem::NameTooLong { most: LONGEST };
                diagnostics.push(Diagnostic::at(problem, &grid.source, span.clone()));
            }
            if let Role::Result(kind) = role
                && let Some(nearest) = near_known(&kinds[kind])
            {
                let problem = InsatsProblem::HeadingNear { heading: heading.to_owned(), nearest };
                diagnostics.push_warning(|| Diagnostic::at(problem, &grid.source, span.clone()));
            }
            if role == Role::Other && !heading.is_empty() && has_figures(grid, (row, column)) {
                let problem = InsatsProblem::HeadingNotRead { heading: heading.to_owned() };
                diagnostics.push_warning(|| Diagnostic::at(problem, &grid.source, span.clone()));
            }
            let first = headings.roles.iter().position(|known| *known == role);
            if let Some(first) = first.filter(|_| !matches!(role, Role::Other | Role::Kommun)) {
                let problem = TableProblem::ColumnTwice { column: heading.to_owned() };
                let diagnostic = Diagnostic::at(problem, &grid.source, span);
                diagnostics.push(diagnostic.and(&grid.source, grid.span(row, first)));
                headings.is_clear = false;
            }
            headings.roles.push(role);
        }
        headings
    }

    /// What a column holds that is called like none that is known: a result where there are figures in it.
    fn of_figures(
        &mut self,
        grid: &Grid,
        column: usize,
        heading: &str,
        kinds: &mut Vec<String>,
    ) -> Result<Role, InsatsProblem> {
        if heading.is_empty() || !has_figures(grid, (self.row, column)) {
            return Ok(Role::Other);
        }
        let read = Heading::read(heading);
        let is_persons = read.count == Count::Persons;
        if read.count == Count::Unclear || (read.is_bare && is_persons) {
            return Err(InsatsProblem::HeadingUnclear { heading: heading.to_owned() });
        }
        match known(&read.kind, &[]) {
            Some(role @ (Role::Deltagare | Role::Avslutade | Role::Platser)) if is_persons => {
                return Ok(role);
            }
            Some(Role::Avslutade) if !is_persons => return Ok(Role::ShareEnded),
            // A share of kommuner, and other columns of no persons with a result.
            Some(_) => return Ok(Role::Other),
            None if is_no_result(heading) => return Ok(Role::Other),
            None => {}
        }
        let position = kinds.iter().position(|known| canonical(known) == canonical(&read.kind));
        let position = position.unwrap_or_else(|| {
            kinds.push(read.kind);
            kinds.len() - 1
        });
        let is_by_cells = is_persons && below(grid, (self.row, column)).any(|text| text.ends_with('%'));
        if is_by_cells {
            self.in_percent_by_cells.insert(column);
        }
        Ok(match read.count {
            Count::Share(whole) => Role::Share(position, whole),
            _ if is_by_cells => Role::Share(position, None),
            _ => Role::Result(position),
        })
    }

    /// The columns that hold something.
    pub(super) fn columns(&self, wanted: Role) -> impl Iterator<Item = usize> {
        let columns = self.roles.iter().enumerate().filter(move |(_, role)| **role == wanted);
        columns.map(|(column, _)| column)
    }

    /// The first column that holds something.
    pub(super) fn column(&self, wanted: Role) -> Option<usize> {
        self.columns(wanted).next()
    }

    /// Whom percentages are of: those that their heading names, else those who ended where the sheet tells them, else the
    /// participants; `None` where it does not tell them.
    pub(super) fn whole(&self, named: Option<Whole>) -> Option<Whole> {
        let has = |whole: Whole| match whole {
            Whole::Deltagare => self.roles.contains(&Role::Deltagare),
            Whole::Avslutade => {
                self.roles.contains(&Role::Avslutade)
                    || self.roles.contains(&Role::ShareEnded) && self.roles.contains(&Role::Deltagare)
            }
        };
        match named {
            Some(named) => Some(named).filter(|named| has(*named)),
            None => [Whole::Avslutade, Whole::Deltagare].into_iter().find(|whole| has(*whole)),
        }
    }
}

/// The cells below a heading that are not empty.
fn below(grid: &Grid, (row, column): (usize, usize)) -> impl Iterator<Item = &str> {
    (row + 1..grid.len()).map(move |row| grid.text(row, column)).filter(|text| !text.is_empty())
}

fn has_figures(grid: &Grid, place: (usize, usize)) -> bool {
    below(grid, place).any(|text| is_figure(text.trim_end_matches('%').trim_end()))
}

/// A heading with that above it, where it says only how something is counted: "Antal" under "Deltagare".
fn in_full(grid: &Grid, (row, column): (usize, usize), heading: &str) -> String {
    let is_bare = !heading.is_empty() && Heading::read(heading).is_bare;
    let Some(above) = row.checked_sub(1).filter(|_| is_bare) else { return heading.to_owned() };
    let has_several =
        (0..grid.width(above)).filter(|column| !grid.text(above, *column).is_empty()).count() > 1;
    // A cell over several columns stands in the first of them.
    let over = (0..=column).rev().map(|column| grid.text(above, column)).find(|text| !text.is_empty());
    match over.filter(|_| has_several) {
        Some(over) => format!("{over} {heading}"),
        None => heading.to_owned(),
    }
}

/// The heading of a known column that a result may be a slip of.
fn near_known(kind: &str) -> Option<String> {
    // Of short words too many others are near.
    let known = HEADINGS.iter().flat_map(|(_, names)| *names).filter(|name| name.len() > 5);
    nearest(&plain(kind), known.copied())
}

/// That no sheet has a column of insatser, at the row that is most like one of headings, and that its percentages are of
/// nobody.
pub(super) fn missing(grids: &[Grid]) -> Vec<Diagnostic> {
    let has_text = |grid: &Grid, row: usize| {
        (0..grid.width(row)).filter(|column| !grid.text(row, *column).is_empty()).count()
    };
    let rows = |grid| (0..Grid::len(grid).min(FIRST_ROWS)).map(move |row| (grid, row));
    let rows = grids.iter().flat_map(rows).filter(|(grid, row)| has_text(grid, *row) > 0);
    let is_known = |(grid, row): &(&Grid, usize)| {
        (0..grid.width(*row)).any(|column| known(grid.text(*row, column), &[]).is_some())
    };
    let all: Vec<(&Grid, usize)> = rows.collect();
    let Some((grid, row)) = all.iter().find(|row| is_known(row)).or(all.first()).copied() else {
        return Vec::new();
    };
    let is_of_persons =
        |column| matches!(known(grid.text(row, column), &[]), Some(Role::Deltagare | Role::Avslutade));
    let has_persons = (0..grid.width(row)).any(is_of_persons);
    let is_share = |column: &usize| matches!(Heading::read(grid.text(row, *column)).count, Count::Share(_));
    let shares = (0..grid.width(row)).filter(|column| !has_persons && is_share(column));
    let shares = shares.map(|column| {
        let problem = InsatsProblem::OnlyPercent { column: grid.text(row, column).to_owned() };
        Diagnostic::at(problem, &grid.source, grid.span(row, column))
    });
    let shares: Vec<Diagnostic> = shares.collect();
    let found: Vec<String> = (0..grid.width(row)).map(|column| grid.text(row, column).to_owned()).collect();
    let unknown = found.iter().filter(|heading| known(heading, &[]).is_none()).map(String::as_str);
    let nearest = nearest("insats", unknown);
    let place = grid.span(row, 0).start..grid.span(row, grid.width(row) - 1).end;
    let found = found.into_iter().take(12).collect();
    let problem =
        TableProblem::ColumnMissing { first: "insats".to_owned(), others: Vec::new(), nearest, found };
    [Diagnostic::at(problem, &grid.source, place)].into_iter().chain(shares).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_headings_are_found_whatever_stands_between_their_words() {
        assert_eq!(known("Kostnad (kr)", &[]), Some(Role::Kostnad));
        assert_eq!(known("Antal  deltagare", &[]), Some(Role::Deltagare));
        assert_eq!(known("MÅLGRUPP", &[]), Some(Role::Malgrupp));
        assert_eq!(known("Kostnad, tkr", &[]), None);
    }
}
