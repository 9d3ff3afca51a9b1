//! What the boards take of people and time in each alternative, and of each party.

use super::columns::Columns;
use super::document::{Cell, RowKind, Table};
use super::rows;
use crate::analysis::boards::{BoardSide, BoardTotal, PartyTime};
use crate::analysis::result::{ForbundResult, ScenarioResult, SideResult};
use crate::report::words::boards as words;
use crate::report::words::period::Period;
use crate::text::label::labels;
use crate::text::language::Language;

/// Today, or an alternative.
struct Line<'run> {
    name: &'run str,
    boards: &'run BoardSide,
    forbund: &'run SideResult,
    /// Whether the grouping changes within the year.
    has_months: bool,
}

/// A row per alternative, then the hours and the arvoden of each party; none where the files say nothing of boards.
#[must_use]
pub fn tables(results: &[ScenarioResult], language: Language) -> Vec<Table> {
    let lines = lines(results, language);
    if lines.is_empty() {
        return Vec::new();
    }
    let period = Period::of_all(results);
    let mut tables = vec![of_alternatives(&lines, period, language)];
    if lines.iter().any(|line| line.boards.parties.iter().any(|party| party.timmar.is_some())) {
        let caption = period.caption(language, |captions| captions.board_hours);
        let hours = |time: &PartyTime| time.timmar.map_or(Cell::Unknown, Cell::Decimal);
        let all = |total: &BoardTotal| total.timmar.map_or(Cell::Unknown, Cell::Decimal);
        tables.push(of_parties(&lines, caption, hours, all, language));
    }
    if lines.iter().any(|line| line.boards.parties.iter().any(|party| party.arvoden.is_some())) {
        let caption = period.caption(language, |captions| captions.board_arvoden);
        let arvoden = |time: &PartyTime| Cell::Amount(time.arvoden);
        let all = |total: &BoardTotal| Cell::Amount(total.arvoden);
        tables.push(of_parties(&lines, caption, arvoden, all, language));
    }
    tables
}

/// Today and the alternatives, where boards are stated of all of them.
fn lines(results: &[ScenarioResult], language: Language) -> Vec<Line<'_>> {
    // A change may state what the baseline does not: then there is something to say of that alternative only.
    let stated = || results.iter().filter_map(|result| Some((result, result.boards.as_ref()?)));
    let today = stated().take(1).map(|(result, boards)| Line {
        name: labels(language).today,
        boards: &boards.before,
        forbund: &result.figures.before,
        has_months: false,
    });
    let after = stated().map(|(result, boards)| Line {
        name: &result.head.scenario.name,
        boards: &boards.after,
        forbund: &result.figures.after.gross,
        has_months: rows::have_months(result),
    });
    today.chain(after).collect()
}

fn of_alternatives(lines: &[Line<'_>], period: Period, language: Language) -> Table {
    let (of, labels) = (words::labels(language), labels(language));
    let has_posts = lines.iter().any(|line| line.forbund.forbund.iter().any(|row| row.tjanster.is_some()));
    let columns = Columns::new()
        .text(labels.alternative, |line: &&Line<'_>| line.name)
        .figures(of.boards, |line| line.boards.forbund.len())
        .figures(BoardTotal::ledamoter.heading(language), |line| line.boards.total.ledamoter)
        .figures(BoardTotal::ersattare.heading(language), |line| line.boards.total.ersattare)
        .figures(BoardTotal::moten.heading(language), |line| line.boards.total.moten)
        .figures(BoardTotal::timmar.heading(language), |line| {
            line.boards.total.timmar.map_or(Cell::Unknown, Cell::Decimal)
        })
        .figures(BoardTotal::arvoden.heading(language), |line| Cell::Amount(line.boards.total.arvoden))
        .when(has_posts, |columns| {
            columns.figures(ForbundResult::tjanster.heading(language), |line| {
                let posts = line.forbund.forbund.iter().map(|row| row.tjanster.flatten());
                posts.sum::<Option<_>>().map_or(Cell::Unknown, Cell::Decimal)
            })
        });
    let rows = columns.rows(lines);
    let mut notes = vec![of.note_boards.to_owned(), of.note_arvoden.to_owned()];
    if lines.iter().any(|line| line.has_months) {
        notes.push(of.note_months.to_owned());
    }
    if has_posts {
        notes.push(of.note_posts.to_owned());
    }
    if rows.iter().any(|row| row.cells.iter().any(Cell::is_unknown)) {
        notes.push(of.note_unknown.to_owned());
    }
    columns.table(period.caption(language, |captions| captions.board_time), rows, notes)
}

/// A row per party, a column per alternative.
fn of_parties(
    lines: &[Line<'_>],
    caption: String,
    of_party: impl Fn(&PartyTime) -> Cell,
    of_all: impl Fn(&BoardTotal) -> Cell,
    language: Language,
) -> Table {
    let (of, labels) = (words::labels(language), labels(language));
    let mut parties: Vec<&PartyTime> = Vec::new();
    for party in lines.iter().flat_map(|line| &line.boards.parties) {
        if parties.iter().all(|known| !is_same(known, party)) {
            parties.push(party);
        }
    }
    // Kommuner, regions, the state's parties; those that only an alternative has among their like.
    parties.sort_by_key(|party| party.kind as u8);
    let (of_party, of_all) = (&of_party, &of_all);
    // The row below the last party is their sum.
    let columns = Columns::new().text(of.party, |&row: &usize| {
        parties.get(row).map_or(labels.sum, |party| party.party.as_str()).to_owned()
    });
    let columns = columns.each(lines, |columns, line| {
        let parties = &parties;
        columns.figures(line.name, move |&row| match parties.get(row) {
            None => of_all(&line.boards.total),
            Some(party) => {
                let there = line.boards.parties.iter().find(|other| is_same(other, party));
                there.map_or(Cell::Empty, of_party)
            }
        })
    });
    let mut rows = columns.rows(0..parties.len());
    rows.push(columns.row(RowKind::Total, &parties.len()));
    let is_absent = rows.iter().any(|row| row.cells.contains(&Cell::Empty));
    columns.table(caption, rows, is_absent.then(|| of.note_absent.to_owned()))
}

fn is_same(one: &PartyTime, other: &PartyTime) -> bool {
    (one.kind, &one.party) == (other.kind, &other.party)
}
