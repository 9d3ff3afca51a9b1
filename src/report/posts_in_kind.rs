//! The full-time posts that parties give to insatser in kind: of each insats, and of each party in each alternative.

use rust_decimal::Decimal;

use super::by_party::{self, OfAlternative, OfParty};
use super::columns::Columns;
use super::document::{Cell, Row, RowKind, Table};
use super::rows;
use super::words::boards;
use super::words::insatser::{caption, words};
use crate::analysis::insatser::{InsatsResult, InsatserResult, InsatserSide, InsatserTotal, PartyPosts};
use crate::analysis::result::ScenarioResult;
use crate::report::words::period::Period;
use crate::text::label::{Labels, labels};
use crate::text::language::Language;

/// What a party gives, today and afterwards; nothing where there is no such insats.
type Line<'run> = (&'run str, [Option<Decimal>; 2]);

/// Each insats with the parties that give to it, then all of them together; nothing where no posts are stated.
#[must_use]
pub(super) fn table(result: &ScenarioResult, language: Language) -> Option<Table> {
    let insats = result.figures.insats.as_ref()?;
    let sides = [&insats.before, &insats.after];
    // Each side names all of either.
    let mut parties: Vec<&PartyPosts> = sides[0].natura_parties.as_ref()?.iter().collect();
    parties.sort_by_key(|party| party.kind as u8);
    let (words, labels) = (words(language), labels(language));
    let changes = of_side(sides[0]) != of_side(sides[1]);
    let posts = |side: usize| move |(_, both): &Line<'_>| both[side].map_or(Cell::Empty, Cell::Decimal);
    let columns =
        Columns::new().text(boards::labels(language).party, |(party, _): &Line<'_>| (*party).to_owned());
    let columns = if changes {
        columns.figures(words.today, posts(0)).joined(words.after, posts(1))
    } else {
        columns.figures(InsatserTotal::natura_tjanster.heading(language), posts(0))
    };
    let block =
        |name: &str, of: [Option<&[PartyPosts]>; 2], sum: [Option<Decimal>; 2]| {
            let gives = |party: &&&PartyPosts| of.iter().flatten().any(|given| find(given, party).is_some());
            let mut rows = vec![Row::heading(name)];
            rows.extend(columns.rows(parties.iter().filter(gives).map(|party| {
                (party.party.as_str(), of.map(|given| given.map(|given| of_party(given, party))))
            })));
            rows.push(columns.row(RowKind::Total, &(labels.sum, sum)));
            rows
        };
    let mut rows = Vec::new();
    let names = names(insats);
    for name in &names {
        let both = sides.map(|side| side.insatser.iter().find(|one| one.name == *name));
        let given = both.map(|one| one.and_then(|one| one.natura_parties.as_deref()));
        rows.extend(block(name, given, both.map(|one| one.and_then(|one| one.natura_tjanster))));
    }
    if names.len() > 1 {
        let given = sides.map(|side| side.natura_parties.as_deref());
        rows.extend(block(words.all, given, sides.map(|side| side.total.natura_tjanster)));
    }
    let is_absent = rows.iter().any(|row| row.kind != RowKind::Heading && row.cells.contains(&Cell::Empty));
    let mut notes = notes(&[result], labels, language);
    notes.extend(is_absent.then(|| words.note_absent.to_owned()));
    Some(columns.table(caption(words.posts, Period::of(result), language), rows, notes))
}

/// A row for each party, a column for today and each alternative; nothing where no posts are stated.
#[must_use]
pub(super) fn comparison(results: &[ScenarioResult], language: Language) -> Option<Table> {
    let (words, labels) = (words(language), labels(language));
    // A change may state what the baseline does not.
    let of_parties = |name: &str, side: &InsatserSide| OfAlternative {
        name: name.to_owned(),
        parties: side
            .natura_parties
            .iter()
            .flatten()
            .map(|one| OfParty::of(one.kind, &one.party, Cell::Decimal(one.natura_tjanster)))
            .collect(),
        sum: Cell::Decimal(side.total.natura_tjanster.unwrap_or(Decimal::new(0, 2))),
    };
    let insats = || results.iter().filter_map(|result| Some((result, result.figures.insats.as_ref()?)));
    if insats().all(|(_, insats)| insats.before.natura_parties.is_none()) {
        return None;
    }
    let today = insats().take(1).map(|(_, insats)| of_parties(labels.today, &insats.before));
    let after = insats().map(|(result, insats)| of_parties(&result.head.scenario.name, &insats.after));
    let all: Vec<OfAlternative> = today.chain(after).collect();
    let caption = caption(words.posts_by_party, Period::of_all(results), language);
    let mut table = by_party::table(&all, caption, &Cell::Decimal(Decimal::new(0, 2)), language);
    table.notes = notes(&results.iter().collect::<Vec<_>>(), labels, language);
    Some(table)
}

/// The posts of each insats of a side that is given some.
fn of_side(side: &InsatserSide) -> Vec<(&str, &[PartyPosts])> {
    side.insatser.iter().filter_map(|one| given(one).map(|given| (one.name.as_str(), given))).collect()
}

fn given(insats: &InsatsResult) -> Option<&[PartyPosts]> {
    insats.natura_parties.as_deref().filter(|given| !given.is_empty())
}

/// The insatser that are given posts today or afterwards.
fn names(insats: &InsatserResult) -> Vec<&str> {
    let mut names: Vec<&str> = Vec::new();
    for (name, _) in of_side(&insats.before).into_iter().chain(of_side(&insats.after)) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

fn find<'run>(given: &'run [PartyPosts], party: &PartyPosts) -> Option<&'run PartyPosts> {
    given.iter().find(|one| (one.kind, &one.party) == (party.kind, &party.party))
}

/// What a party gives to an insats that there is.
fn of_party(given: &[PartyPosts], party: &PartyPosts) -> Decimal {
    find(given, party).map_or(Decimal::new(0, 2), |one| one.natura_tjanster)
}

fn notes(results: &[&ScenarioResult], labels: &Labels, language: Language) -> Vec<String> {
    let mut notes = vec![words(language).note_natura_tjanster.to_owned()];
    if results.iter().any(|result| rows::have_months(result)) {
        notes.push(labels.note_posts_at_end.to_owned());
    }
    notes
}
