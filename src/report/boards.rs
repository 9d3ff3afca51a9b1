//! What the boards take of people and time in each alternative, and of each party.

use super::by_party::{self, OfAlternative, OfParty};
use super::columns::Columns;
use super::document::{Cell, Table};
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
    let of_line = |line: &Line<'_>| OfAlternative {
        name: line.name.to_owned(),
        parties: line
            .boards
            .parties
            .iter()
            .map(|one| OfParty::of(one.kind, &one.party, of_party(one)))
            .collect(),
        sum: of_all(&line.boards.total),
    };
    let all: Vec<OfAlternative> = lines.iter().map(of_line).collect();
    let mut table = by_party::table(&all, caption, &Cell::Empty, language);
    if table.rows.iter().any(|row| row.cells.contains(&Cell::Empty)) {
        table.notes.push(words::labels(language).note_absent.to_owned());
    }
    table
}
