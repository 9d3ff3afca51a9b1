//! Who prefers what, who rejects and blocks what, and what more parties prefer than not.

use super::compared::{Alternative, Compared};
use crate::analysis::stance::{ArgumentResult, Majority, Meaning, PartyKind, PartyResult, Standing};
use crate::report::columns::Columns;
use crate::report::document::{Cell, Row, RowKind, Table};
use crate::report::words::positions as words;
use crate::text::label::labels;

/// The tables of positions; none where nobody has answered.
pub(super) fn tables(compared: &Compared<'_>) -> Vec<Table> {
    if !compared.has_positions() {
        return Vec::new();
    }
    vec![who_prefers(compared), who_blocks(compared), majorities(compared)]
}

/// A row per party, a column per alternative.
fn who_prefers(compared: &Compared<'_>) -> Table {
    let (of, language) = (words::labels(compared.language), compared.language);
    let parties = compared.parties();
    let is_on_others = |place: usize| {
        let says_nothing = |one: &Alternative<'_>| one.standing_at(place) == Standing::Unranked;
        parties[place].answered && compared.alternatives.iter().all(says_nothing)
    };
    let columns = Columns::new().text(of.party, |&party: &usize| match parties[party].kind {
        PartyKind::Board => of.board.to_owned(),
        _ => parties[party].party.clone(),
    });
    let columns = columns.each(compared.alternatives.iter().enumerate(), |columns, (place, alternative)| {
        columns.figures(alternative.name, move |&party| match alternative.standing_at(party) {
            Standing::Ranked(rank) => Cell::from(rank),
            Standing::Rejected => Cell::from(of.rejects),
            // Once in a row will do.
            Standing::Unranked if place > 0 => Cell::Empty,
            Standing::Unranked if !parties[party].answered => Cell::from(of.no_answer),
            Standing::Unranked => Cell::or_empty(is_on_others(party).then_some(of.on_others)),
        })
    });
    let mut rows = Vec::new();
    let mut groups: Vec<Option<&str>> = Vec::new();
    for party in parties {
        let group = party.forbund.as_deref();
        if !groups.contains(&group) {
            groups.push(group);
        }
    }
    // Those of no förbund in particular come last.
    groups.sort_by_key(Option::is_none);
    for group in groups {
        rows.push(Row::heading(group.unwrap_or(of.other_parties)));
        let of_group = (0..parties.len()).filter(|&party| parties[party].forbund.as_deref() == group);
        rows.extend(of_group.map(|party| columns.row(RowKind::Body, &party)));
    }
    let mut notes = vec![of.note_ranks.to_owned()];
    if parties.iter().any(|party| !party.answered) {
        notes.push(of.note_no_answer.to_owned());
    }
    if (0..parties.len()).any(is_on_others) {
        notes.push(of.note_on_others.to_owned());
    }
    let others = not_compared(compared);
    if !others.is_empty() {
        notes.push(words::not_compared(language, &others));
    }
    columns.table(of.caption_preferences, rows, notes)
}

/// What is named in positions and is none of the alternatives that are compared.
fn not_compared<'run>(compared: &Compared<'run>) -> Vec<&'run str> {
    let Some(first) = compared.named.first() else { return Vec::new() };
    let is_other = |place: &usize| compared.named.iter().all(|named| named[*place].1 == Meaning::Other);
    (0..first.len()).filter(is_other).map(|place| first[place].0.as_str()).collect()
}

/// A row per alternative: how many want it most, who rejects and who blocks it.
fn who_blocks(compared: &Compared<'_>) -> Table {
    let (of, labels) = (words::labels(compared.language), labels(compared.language));
    let names = |parties: Vec<&PartyResult>| {
        let names: Vec<String> = parties.into_iter().map(|party| compared.name(party)).collect();
        if names.is_empty() { of.nobody.to_owned() } else { compared.language.list(&names) }
    };
    let by_party = compared.by_party();
    let columns = Columns::new()
        .text(labels.alternative, |one: &&Alternative<'_>| one.name)
        .figures(of.first, |one| {
            let is_first = |place: &usize| one.standing_at(*place) == Standing::Ranked(1);
            by_party.iter().filter(|places| places.iter().any(is_first)).count()
        })
        .text(of.rejected_by, |one| names(one.parties.iter().filter(|party| one.rejects(party)).collect()))
        .text(of.blocked_by, |one| {
            if one.is_today {
                return Cell::Empty;
            }
            names(one.parties.iter().filter(|party| party.blocks).collect()).into()
        });
    let rows = columns.rows(&compared.alternatives);
    columns.table(of.caption_blocks, rows, [of.note_blocks.to_owned()])
}

/// Alternatives two by two.
fn majorities(compared: &Compared<'_>) -> Table {
    let (of, labels) = (words::labels(compared.language), labels(compared.language));
    let voters = compared.voters();
    let alternatives = &compared.alternatives;
    let columns = Columns::new().text(labels.alternative, |&row: &usize| alternatives[row].name).each(
        alternatives.iter().enumerate(),
        |columns, (column, alternative)| {
            let voters = &voters;
            columns.figures(alternative.name, move |&row| {
                if row == column {
                    return Cell::Empty;
                }
                let pair = Majority::of(voters, [row, column]);
                Cell::Text(format!("{}–{}", pair.first, pair.other))
            })
        },
    );
    let rows = columns.rows(0..alternatives.len());
    let name = |place: usize| alternatives[place].name;
    let outcome = if let Some(winner) = Majority::condorcet(&voters, alternatives.len()) {
        words::condorcet(compared.language, name(winner))
    } else if let Some(cycle) = Majority::cycle(&voters, alternatives.len()) {
        words::cycle(compared.language, &cycle.into_iter().map(name).collect::<Vec<_>>())
    } else {
        of.no_condorcet.to_owned()
    };
    columns.table(of.caption_majorities, rows, [outcome, of.note_majorities.to_owned()])
}

/// What is said for and against each alternative; none where nothing is said of any that is compared.
pub(super) fn arguments(compared: &Compared<'_>) -> Option<Table> {
    let of = words::labels(compared.language);
    let columns = Columns::new()
        .text(of.side, |argument: &&ArgumentResult| if argument.is_for { of.is_for } else { of.is_against })
        .text(of.argument, |argument| argument.text.clone())
        .text(of.party, |argument| Cell::or_empty(argument.party.clone()))
        .text(of.source, |argument| Cell::or_empty(argument.source.clone()));
    let mut rows = Vec::new();
    for alternative in &compared.alternatives {
        let said = alternative.arguments;
        if said.is_empty() {
            continue;
        }
        rows.push(Row::heading(alternative.name));
        // For it first.
        let (is_for, against): (Vec<_>, Vec<_>) = said.iter().partition(|argument| argument.is_for);
        rows.extend(columns.rows(is_for.into_iter().chain(against)));
    }
    (!rows.is_empty()).then(|| columns.table(of.caption_arguments, rows, None))
}
