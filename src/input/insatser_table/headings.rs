//! What the columns of a table of insatser hold.

use crate::diagnostic::{Diagnostic, Diagnostics, FileProblem, InsatsProblem, TableProblem};
use crate::input::grid::Grid;
use crate::input::import::column_mapping::ColumnMapping;
use crate::input::names::{nearest, plain_heading};
use crate::model::name::{LONGEST, canonical, is_too_long};

use super::persons::is_figure;

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
    /// The same in percent.
    Share(usize),
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
        &["deltagare", "antal_deltagare", "deltagare_antal", "unika_deltagare", "deltagare_totalt"],
    ),
    (
        Role::Avslutade,
        &["avslutade", "antal_avslutade", "avslutade_antal", "avslutade_deltagare", "avslut", "antal_avslut"],
    ),
];

/// Words of a heading that say how a result is counted, and not which it is.
const OF_COUNTS: [&str; 5] = ["antal", "antalet", "st", "personer", "deltagare"];
const OF_SHARES: [&str; 5] = ["%", "procent", "andel", "andelen", "andelar"];
/// Ends of a heading that say what a percentage is of.
const OF_WHOM: [&str; 5] = ["av avslutade", "av deltagare", "av deltagarna", "av de avslutade", "i"];

/// Where the columns of a sheet stand.
#[derive(Debug)]
pub(super) struct Headings {
    /// The row of the headings.
    pub(super) row: usize,
    /// What each column holds.
    pub(super) roles: Vec<Role>,
    /// Whether no two columns hold the same.
    pub(super) is_clear: bool,
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
    given.map_or(heading, |mapping| mapping.name.as_str())
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
        let mut headings = Self { row, roles: Vec::new(), is_clear: true };
        for column in 0..grid.width(row) {
            let heading = grid.text(row, column);
            let role = known(heading, mappings)
                .unwrap_or_else(|| result(grid, (row, column), called(heading, mappings), kinds));
            let span = grid.span(row, column);
            if matches!(role, Role::Result(_) | Role::Share(_)) && is_too_long(heading) {
                let problem = FileProblem::NameTooLong { most: LONGEST };
                diagnostics.push(Diagnostic::at(problem, &grid.source, span.clone()));
            }
            if let Role::Result(kind) = role
                && let Some(nearest) = near_known(&kinds[kind])
            {
                let problem = InsatsProblem::HeadingNear { heading: heading.to_owned(), nearest };
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

    /// The columns that hold something.
    pub(super) fn columns(&self, wanted: Role) -> impl Iterator<Item = usize> {
        let columns = self.roles.iter().enumerate().filter(move |(_, role)| **role == wanted);
        columns.map(|(column, _)| column)
    }

    /// The first column that holds something.
    pub(super) fn column(&self, wanted: Role) -> Option<usize> {
        self.columns(wanted).next()
    }

    /// What the percentages of the sheet are of: those who ended where it tells them, else the participants.
    pub(super) fn whole(&self) -> Option<Role> {
        [Role::Avslutade, Role::Deltagare].into_iter().find(|whole| self.roles.contains(whole))
    }
}

/// The heading of a known column that a result may be a slip of.
fn near_known(kind: &str) -> Option<String> {
    // Of short words too many others are near.
    let known = HEADINGS.iter().flat_map(|(_, names)| *names).filter(|name| name.len() > 5);
    nearest(&plain(kind), known.copied())
}

/// What a column holds that is called like none that is known: a result where there are figures in it.
fn result(grid: &Grid, (row, column): (usize, usize), heading: &str, kinds: &mut Vec<String>) -> Role {
    let below = || (row + 1..grid.len()).map(|row| grid.text(row, column)).filter(|text| !text.is_empty());
    if heading.is_empty() || !below().any(|text| is_figure(text.trim_end_matches('%').trim_end())) {
        return Role::Other;
    }
    let (kind, is_share) = kind(heading);
    // The share of participants that ended is no result, and its column would be taken for their number.
    if known(&kind, &[]).is_some() {
        return Role::Other;
    }
    let position = kinds.iter().position(|known| canonical(known) == canonical(&kind));
    let position = position.unwrap_or_else(|| {
        kinds.push(kind);
        kinds.len() - 1
    });
    if is_share || below().any(|text| text.ends_with('%')) {
        Role::Share(position)
    } else {
        Role::Result(position)
    }
}

/// Which result a heading is of, and whether it is in percent: "Andel till studier (%)" is studier.
fn kind(heading: &str) -> (String, bool) {
    let separated = heading.replace('%', " % ");
    let words = separated.split(|letter: char| letter.is_whitespace() || "(),:".contains(letter));
    let words: Vec<String> = words.filter(|word| !word.is_empty()).map(str::to_lowercase).collect();
    let is_share = words.iter().any(|word| OF_SHARES.contains(&word.as_str()));
    let mut named = words.join(" ");
    if is_share {
        let kept = words.iter().filter(|word| !OF_SHARES.contains(&word.as_str()));
        named = kept.map(String::as_str).collect::<Vec<_>>().join(" ");
        let whole = OF_WHOM.iter().find_map(|end| named.strip_suffix(end).filter(|rest| rest.ends_with(' ')));
        named = whole.unwrap_or(&named).trim_end().to_owned();
    }
    let mut rest = named.as_str();
    while let Some((first, after)) = rest.split_once(' ')
        && (OF_COUNTS.contains(&first) || first == "till")
    {
        rest = after;
    }
    while let Some((before, last)) = rest.rsplit_once(' ')
        && OF_COUNTS.contains(&last)
    {
        rest = before;
    }
    (if rest.is_empty() { "resultat".to_owned() } else { rest.to_owned() }, is_share)
}

/// That no sheet has a column of insatser, at the row that is most like one of headings.
pub(super) fn missing(grids: &[Grid]) -> Option<Diagnostic> {
    let has_text = |grid: &Grid, row: usize| {
        (0..grid.width(row)).filter(|column| !grid.text(row, *column).is_empty()).count()
    };
    let rows = |grid| (0..Grid::len(grid).min(FIRST_ROWS)).map(move |row| (grid, row));
    let rows = grids.iter().flat_map(rows).filter(|(grid, row)| has_text(grid, *row) > 0);
    let is_known = |(grid, row): &(&Grid, usize)| {
        (0..grid.width(*row)).any(|column| known(grid.text(*row, column), &[]).is_some())
    };
    let all: Vec<(&Grid, usize)> = rows.collect();
    let (grid, row) = *all.iter().find(|row| is_known(row)).or(all.first())?;
    let found: Vec<String> = (0..grid.width(row)).map(|column| grid.text(row, column).to_owned()).collect();
    let unknown = found.iter().filter(|heading| known(heading, &[]).is_none()).map(String::as_str);
    let nearest = nearest("insats", unknown);
    let place = grid.span(row, 0).start..grid.span(row, grid.width(row) - 1).end;
    let found = found.into_iter().take(12).collect();
    let problem =
        TableProblem::ColumnMissing { first: "insats".to_owned(), others: Vec::new(), nearest, found };
    Some(Diagnostic::at(problem, &grid.source, place))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_heading_says_which_result_and_how_it_is_counted() {
        for (heading, expected, is_share) in [
            ("Till arbete", "arbete", false),
            ("Antal till arbete", "arbete", false),
            ("Arbete, antal", "arbete", false),
            ("Studier (%)", "studier", true),
            ("Andel till studier av avslutade", "studier", true),
            ("Studier i procent", "studier", true),
            ("Aktivt arbetssökande %", "aktivt arbetssökande", true),
            ("%", "resultat", true),
        ] {
            assert_eq!(kind(heading), (expected.to_owned(), is_share), "{heading}");
        }
    }

    #[test]
    fn known_headings_are_found_whatever_stands_between_their_words() {
        assert_eq!(known("Kostnad (kr)", &[]), Some(Role::Kostnad));
        assert_eq!(known("Antal  deltagare", &[]), Some(Role::Deltagare));
        assert_eq!(known("MÅLGRUPP", &[]), Some(Role::Malgrupp));
        assert_eq!(known("Kostnad, tkr", &[]), None);
    }
}
