//! The draft of a letter of intent.

use super::start::Start;
use crate::analysis::result::ScenarioResult;
use crate::model::kronor::Kronor;
use crate::report::columns::Columns;
use crate::report::document::{Cell, Document, Row, RowKind, Table};
use crate::report::redistribution::Redistribution;
use crate::report::words::decision as words;
use crate::report::{holdings, positions, rows, simulation, summary};
use crate::text::label::labels;
use crate::text::language::Language;

/// The letter; `result` is of the förbund concerned.
pub(super) fn document(
    result: &ScenarioResult,
    starts: &[Start],
    shown: Redistribution,
    language: Language,
) -> Document {
    let mut tables = vec![
        simulation::party_table(result, shown, language),
        simulation::forbund_in_full(result, shown, language),
    ];
    tables.extend(holdings::tables(result, shown, language));
    tables.push(signatures(result, language));
    Document {
        title: words::letter_of(language, &result.head.scenario.name),
        lead: paragraphs(result, starts, shown, language),
        tables,
        lists: Vec::new(),
        more: None,
    }
}

fn paragraphs(
    result: &ScenarioResult,
    starts: &[Start],
    shown: Redistribution,
    language: Language,
) -> Vec<String> {
    let figures = &result.figures;
    let kommuner = kommuner(result);
    let regions: Vec<&str> = figures.regions.iter().map(|region| region.region.as_str()).collect();
    let mut paragraphs = vec![words::is_a_draft(language).to_owned()];
    paragraphs.push(words::parties(language, &kommuner, &regions));
    let steps: Vec<_> =
        starts.iter().map(|start| (start.from, start.forbund.as_slice(), start.shares_kansli)).collect();
    paragraphs.push(words::intention(language, &result.head.scenario.name, &steps));
    paragraphs.extend(result.head.scenario.description.clone());
    paragraphs.extend(ceasing(result, language));
    paragraphs.extend(forbund(result, language));
    paragraphs.push(words::money(language, &summary::money(result, shown, language)));
    paragraphs.push(one_off(result, language));
    paragraphs.push(words::equity(language).to_owned());
    paragraphs.push(words::conditions(language).to_owned());
    paragraphs.extend(positions::rejected(result, language));
    paragraphs
}

/// The kommuner that decide; one of which parts are members decides as a whole.
fn kommuner(result: &ScenarioResult) -> Vec<&str> {
    let mut names: Vec<&str> = Vec::new();
    for kommun in &result.figures.kommuner {
        let divided = result.divided.iter().find(|whole| whole.kommunkod == kommun.kommunkod.whole());
        let name = divided.map_or(&kommun.kommun, |whole| &whole.kommun).as_str();
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

/// The förbund of today that there are no longer afterwards.
fn ceasing(result: &ScenarioResult, language: Language) -> Option<String> {
    let left = rows::at_the_end(result);
    let before = result.figures.before.forbund.iter().map(|row| row.name.as_str());
    let ceasing: Vec<&str> = before.filter(|name| left.iter().all(|row| row.name != *name)).collect();
    (!ceasing.is_empty()).then(|| words::cease(language, &ceasing))
}

/// What each förbund consists of, and who is in none.
fn forbund(result: &ScenarioResult, language: Language) -> Vec<String> {
    let kommuner = &result.figures.kommuner;
    let names = |of: Option<&str>| -> Vec<&str> {
        let members = kommuner.iter().filter(|kommun| kommun.forbund_after.as_deref() == of);
        members.map(|kommun| kommun.kommun.as_str()).collect()
    };
    let criteria = &result.figures.criteria.after.forbund;
    let of_row = |name: &str, outside: bool| {
        let seat = criteria.iter().find(|row| row.name == name).and_then(|row| row.sate.as_ref());
        let seat = seat.map(|seat| seat.kommun.as_str());
        words::consists_of(language, name, &names(Some(name)), seat, outside)
    };
    let rows = rows::at_the_end(result);
    let mut paragraphs: Vec<String> = rows.iter().map(|row| of_row(&row.name, row.outside)).collect();
    let none = names(None);
    paragraphs.extend((!none.is_empty()).then(|| words::in_none(language, &none)));
    paragraphs
}

/// What the changes cost once, by year where there is a path.
fn one_off(result: &ScenarioResult, language: Language) -> String {
    let by_year = result.path.iter().flat_map(|path| &path.years);
    let by_year: Vec<(i64, Kronor)> =
        by_year.filter(|year| year.one_off != Kronor::ZERO).map(|year| (year.year, year.one_off)).collect();
    let all = match &result.path {
        Some(_) => Some(by_year.iter().map(|(_, cost)| *cost).sum()).filter(|cost| *cost != Kronor::ZERO),
        None => result.figures.break_even.engangskostnad,
    };
    words::one_off(language, all, &by_year)
}

/// A line for everyone who signs.
fn signatures(result: &ScenarioResult, language: Language) -> Table {
    let labels = labels(language);
    let words = words::labels(language);
    let regions = result.figures.regions.iter().map(|region| region.region.as_str());
    let columns = Columns::new()
        .text(words.party, |name: &&str| (*name).to_owned())
        .text(words.decided, |_| Cell::Empty)
        .text(words.signature, |_| Cell::Empty);
    let row = |name| columns.row(RowKind::Form, &name);
    let mut rows = vec![Row::heading(labels.kommuner)];
    rows.extend(kommuner(result).into_iter().map(row));
    rows.push(Row::heading(words.regions));
    rows.extend(regions.map(row));
    rows.push(Row::heading(words.state));
    rows.extend(words::STATE_PARTIES.map(row));
    columns.table(words.signatures.to_owned(), rows, [words.note_signatures.to_owned()])
}
