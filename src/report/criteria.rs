//! What inquiries weigh beside money, as tables.

use std::collections::HashMap;

use rust_decimal::Decimal;

use super::document::{Cell, Column, Row, RowKind, Table};
use super::simulation::Redistribution;
use crate::analysis::criteria::{
    Criteria, CriteriaSide, CriteriaTotal, ForbundCriteria, KeyResult, KommunUnderKey,
};
use crate::analysis::result::{KommunResult, ScenarioResult};
use crate::model::identity::ByIdentity;
use crate::model::kronor::Kronor;
use crate::text::criteria as words;
use crate::text::label::labels;
use crate::text::language::Language;

/// Of one alternative.
#[must_use]
pub fn tables(result: &ScenarioResult, shown: Redistribution, language: Language) -> Vec<Table> {
    let criteria = &result.figures.criteria;
    let has_outside = result.figures.after.gross.forbund.iter().any(|row| row.outside);
    let mut tables = vec![parties(criteria, has_outside, language)];
    tables.extend(distance(criteria, language));
    tables.extend(indicators(criteria, language));
    let side = if shown.gross() { KeySide::Gross } else { KeySide::Net };
    let of_keys: Vec<&KeyResult> = criteria.keys.iter().collect();
    tables.push(keys(&result.figures.kommuner, &of_keys, side, language));
    tables.push(winners(criteria, side, language));
    tables
}

/// Of alternatives side by side, today first, and what the kommuner would pay today under each key.
#[must_use]
pub fn comparison(results: &[ScenarioResult], shown: Redistribution, language: Language) -> Vec<Table> {
    let Some(first) = results.first() else { return Vec::new() };
    let side = if shown.gross() { KeySide::Gross } else { KeySide::Net };
    let mut tables = vec![totals(results, language)];
    tables.extend(distances(results, language));
    tables.push(winners_of_all(results, side, language));
    tables.push(keys(&first.figures.kommuner, &keys_of_all(results), KeySide::Today, language));
    tables
}

fn text(text: &str) -> Cell {
    Cell::Text(text.to_owned())
}

fn count(number: usize) -> Cell {
    Cell::Count(i64::try_from(number).expect("a count"))
}

fn figure(number: u64) -> Cell {
    Cell::Count(i64::try_from(number).expect("a count"))
}

/// The rows of both sides, each below its heading.
fn both_sides(
    criteria: &Criteria,
    language: Language,
    row: impl Fn(&ForbundCriteria) -> Vec<Cell>,
    total: impl Fn(&CriteriaTotal) -> Option<Vec<Cell>>,
) -> Vec<Row> {
    let sides: [(&str, &CriteriaSide); 2] =
        [(labels(language).today, &criteria.before), (words::labels(language).after, &criteria.after)];
    let mut rows = Vec::new();
    for (heading, side) in sides {
        rows.push(Row::heading(heading));
        rows.extend(side.forbund.iter().map(|forbund| {
            let cells = std::iter::once(text(&forbund.name)).chain(row(forbund));
            Row { kind: RowKind::Body, cells: cells.collect() }
        }));
        rows.extend(total(&side.total).map(|cells| Row { kind: RowKind::Total, cells }));
    }
    rows
}

fn parties(criteria: &Criteria, has_outside: bool, language: Language) -> Table {
    let (labels, words) = (labels(language), words::labels(language));
    let columns = vec![
        Column::text(labels.forbund),
        Column::figures(labels.kommuner),
        Column::figures(words.regions),
        Column::figures(words.ledamoter),
        Column::figures(words.of_the_state).joined(),
        Column::text(words.largest_kommun),
        Column::figures(words.share_of_inhabitants).joined(),
        Column::figures(words.share_of_contributions).joined(),
        Column::text(words.smallest_kommun),
        Column::figures(labels.inhabitants).joined(),
    ];
    let row = |forbund: &ForbundCriteria| {
        let (largest, smallest) = (&forbund.largest_kommun, &forbund.smallest_kommun);
        vec![
            count(forbund.kommuner),
            count(forbund.regions),
            count(forbund.ledamoter),
            count(forbund.ledamoter_state),
            text(&largest.name.kommun),
            Cell::Decimal(largest.share_of_inhabitants),
            largest.share_of_contributions.map_or(Cell::Unknown, Cell::Decimal),
            text(&smallest.name.kommun),
            figure(smallest.befolkning_16_64),
        ]
    };
    let total = |total: &CriteriaTotal| {
        let mut cells = vec![text(labels.sum), Cell::Empty, Cell::Empty];
        cells.extend([count(total.ledamoter), count(total.ledamoter_state)]);
        cells.extend(std::iter::repeat_n(Cell::Empty, 5));
        Some(cells)
    };
    let mut notes = vec![words.note_parties.to_owned(), words.note_shares.to_owned()];
    notes.extend(has_outside.then(|| words.note_outside.to_owned()));
    let rows = both_sides(criteria, language, row, total);
    Table { caption: words.caption_parties.to_owned(), columns, rows, notes }
}

/// None where the places of the kommuner are not known.
fn distance(criteria: &Criteria, language: Language) -> Option<Table> {
    let (labels, words) = (labels(language), words::labels(language));
    let sides = [&criteria.before, &criteria.after];
    if sides.iter().flat_map(|side| &side.forbund).all(|forbund| forbund.distance.is_none()) {
        return None;
    }
    let row = |forbund: &ForbundCriteria| match &forbund.distance {
        None => vec![Cell::Unknown, Cell::Unknown, Cell::Unknown, Cell::Unknown],
        Some(distance) => {
            let far: Vec<&str> = distance.beyond_50_km.iter().map(|kommun| kommun.kommun.as_str()).collect();
            let farthest = if forbund.kommuner > 1 { text(&distance.farthest.kommun) } else { Cell::Empty };
            let far = if far.is_empty() { Cell::Empty } else { Cell::Text(language.list(&far)) };
            let from = words::measured_from(language, &distance.from.kommun, forbund.sate.is_some());
            vec![Cell::Text(from), farthest, figure(distance.km), far]
        }
    };
    let rows = both_sides(criteria, language, row, |_| None);
    let mut notes = distance_notes(criteria.places_filled_in, language);
    notes.extend(note_unknown(&rows, language));
    Some(Table {
        caption: words.caption_distance.to_owned(),
        columns: vec![
            Column::text(labels.forbund),
            Column::text(words.measured_from),
            Column::text(words.farthest),
            Column::figures(words.km).joined(),
            Column::text(&words::beyond(language)),
        ],
        rows,
        notes,
    })
}

fn distance_notes(places_filled_in: bool, language: Language) -> Vec<String> {
    let words = words::labels(language);
    let mut notes = vec![words.note_distance.to_owned()];
    notes.extend(places_filled_in.then(|| words.note_places.to_owned()));
    notes
}

/// None where the kommun table has no further columns.
fn indicators(criteria: &Criteria, language: Language) -> Option<Table> {
    let (labels, words) = (labels(language), words::labels(language));
    let known = &criteria.before.forbund.first()?.indicators;
    if known.is_empty() {
        return None;
    }
    let columns = known.iter().map(|indicator| Column::figures(&indicator.column));
    let row = |forbund: &ForbundCriteria| {
        let mut of: HashMap<&str, Option<Decimal>> = HashMap::new();
        for indicator in &forbund.indicators {
            of.entry(&indicator.column).or_insert(indicator.value);
        }
        let values = known.iter().map(|indicator| of.get(indicator.column.as_str()).copied().flatten());
        values.map(|value| value.map_or(Cell::Unknown, Cell::Decimal)).collect()
    };
    let rows = both_sides(criteria, language, row, |_| None);
    let weights = known.iter().map(|indicator| words::weight(language, &indicator.column, indicator.weight));
    let notes = weights.chain(note_unknown(&rows, language)).collect();
    Some(Table {
        caption: words.caption_indicators.to_owned(),
        columns: std::iter::once(Column::text(labels.forbund)).chain(columns).collect(),
        rows,
        notes,
    })
}

/// What the dash is, where there is one.
fn note_unknown(rows: &[Row], language: Language) -> Option<String> {
    let is_unknown = rows.iter().any(|row| row.cells.contains(&Cell::Unknown));
    is_unknown.then(|| labels(language).note_unknown.to_owned())
}

/// Of which side contributions are told.
#[derive(Clone, Copy, PartialEq, Eq)]
enum KeySide {
    Today,
    Gross,
    Net,
}

impl KeySide {
    /// What a kommun pays under a key, and how much more than today that is.
    fn amounts(self, kommun: &KommunUnderKey, today: Option<Kronor>) -> (Option<Kronor>, Option<Kronor>) {
        match self {
            Self::Today => {
                let before = kommun.contribution_before;
                (before, before.zip(today).map(|(before, today)| before - today))
            }
            Self::Gross => (kommun.contribution_after.gross, kommun.change_from_today.gross),
            Self::Net => (kommun.contribution_after.net.flatten(), kommun.change_from_today.net.flatten()),
        }
    }
}

/// Every key that can share in some alternative, once. What the kommuner pay under it today is the same in all.
fn keys_of_all(results: &[ScenarioResult]) -> Vec<&KeyResult> {
    let mut keys: Vec<&KeyResult> = Vec::new();
    for key in results.iter().flat_map(|result| &result.figures.criteria.keys) {
        if !keys.iter().any(|known| known.key == key.key) {
            keys.push(key);
        }
    }
    keys.sort_by_key(|key| key.key);
    keys
}

fn keys(kommuner: &[KommunResult], keys: &[&KeyResult], side: KeySide, language: Language) -> Table {
    let (labels, words) = (labels(language), words::labels(language));
    let mut columns = vec![Column::text(labels.kommun), Column::figures(labels.today)];
    for key in keys {
        columns.push(Column::figures(&words::key(language, key.key, key.in_use)));
        columns.push(Column::figures(labels.change).joined());
    }
    let under_keys: Vec<_> = keys.iter().map(|key| ByIdentity::new(&key.kommuner)).collect();
    let is_shown = |kommun: &&KommunResult| side != KeySide::Today || kommun.contribution.before.is_some();
    let rows = kommuner.iter().filter(is_shown).map(|kommun| {
        let today = kommun.contribution.before;
        let mut cells = vec![text(&kommun.kommun), Cell::Amount(today)];
        for key in &under_keys {
            let (amount, change) = key.get(kommun).map_or((None, None), |under| side.amounts(under, today));
            cells.extend([Cell::Amount(amount), Cell::Change(change)]);
        }
        Row { kind: RowKind::Body, cells }
    });
    let mut rows: Vec<Row> = rows.collect();
    rows.push(sum_row(&rows, keys.len(), labels.sum));
    let net = match side {
        KeySide::Today => None,
        KeySide::Gross => Some(false),
        KeySide::Net => Some(true),
    };
    let caption = words::caption_keys(language, net);
    let mut notes = vec![words.note_keys.to_owned()];
    notes.extend(words::keys_left_out(language, keys.iter().map(|key| key.key)));
    if rows.iter().any(|row| row.cells.contains(&Cell::Amount(None))) {
        notes.extend([words.note_no_member.to_owned(), words.note_sums.to_owned()]);
    }
    Table { caption, columns, rows, notes }
}

/// What all pay today and under each key; who takes no part on a side pays nothing there.
fn sum_row(rows: &[Row], keys: usize, label: &str) -> Row {
    let sum = |column: usize| -> Kronor {
        let amounts = rows.iter().filter_map(|row| match row.cells.get(column) {
            Some(Cell::Amount(amount)) => *amount,
            _ => None,
        });
        amounts.sum()
    };
    let today = sum(1);
    let mut cells = vec![text(label), Cell::Amount(Some(today))];
    for key in 0..keys {
        let under_key = sum(2 + 2 * key);
        cells.extend([Cell::Amount(Some(under_key)), Cell::Change(Some(under_key - today))]);
    }
    Row { kind: RowKind::Total, cells }
}

/// How many pay less and more than today under each key, and who most so.
fn winners(criteria: &Criteria, side: KeySide, language: Language) -> Table {
    let (change, words) = (labels(language).change, words::labels(language));
    let rows = criteria.keys.iter().map(|key| winners_row(key, side, language));
    Table {
        caption: words::caption_winners(language, side == KeySide::Net),
        columns: vec![
            Column::text(words.key),
            Column::figures(words.pay_less),
            Column::figures(words.pay_more),
            Column::text(words.falls_most),
            Column::figures(change).joined(),
            Column::text(words.rises_most),
            Column::figures(change).joined(),
        ],
        rows: rows.collect(),
        notes: vec![words.note_winners.to_owned()],
    }
}

/// The same of every alternative, in numbers only.
fn winners_of_all(results: &[ScenarioResult], side: KeySide, language: Language) -> Table {
    let (labels, words) = (labels(language), words::labels(language));
    // All rest on one baseline; a key that can share in none of them has no column.
    let keys = keys_of_all(results);
    let mut columns = vec![Column::text(labels.alternative)];
    for key in &keys {
        let heading = words::key(language, key.key, key.in_use);
        columns.push(Column::figures(&format!("{heading}: {}", words.less)));
        columns.push(Column::figures(words.more).joined());
    }
    let rows = results.iter().map(|result| {
        let of_keys = keys.iter().flat_map(|wanted| {
            let key = result.figures.criteria.keys.iter().find(|key| key.key == wanted.key);
            key.map_or([Cell::Unknown, Cell::Unknown], |key| {
                let changes = changes(key, side);
                let less = changes.iter().filter(|(change, _)| *change < Kronor::ZERO).count();
                let more = changes.iter().filter(|(change, _)| *change > Kronor::ZERO).count();
                [count(less), count(more)]
            })
        });
        let cells = std::iter::once(text(&result.head.scenario.name)).chain(of_keys);
        Row { kind: RowKind::Body, cells: cells.collect() }
    });
    Table {
        caption: words::caption_winners(language, side == KeySide::Net),
        columns,
        rows: rows.collect(),
        notes: vec![words.note_winners.to_owned()],
    }
}

/// By how much each kommun pays more than today, as far as that is known.
fn changes(key: &KeyResult, side: KeySide) -> Vec<(Kronor, &str)> {
    let changes = key.kommuner.iter().filter_map(|kommun| {
        let (_, change) = side.amounts(kommun, None);
        change.map(|change| (change, kommun.kommun.as_str()))
    });
    changes.collect()
}

fn winners_row(key: &KeyResult, side: KeySide, language: Language) -> Row {
    let changes = changes(key, side);
    let named = |found: Option<&(Kronor, &str)>| {
        found.map_or([Cell::Empty, Cell::Empty], |(change, kommun)| {
            [text(kommun), Cell::Change(Some(*change))]
        })
    };
    let less = || changes.iter().filter(|(change, _)| *change < Kronor::ZERO);
    let more = || changes.iter().filter(|(change, _)| *change > Kronor::ZERO);
    // Of equals the lowest kommunkod.
    let falls_most = less().min_by_key(|(change, _)| *change);
    let rises_most = more().rev().max_by_key(|(change, _)| *change);
    let mut cells = vec![
        Cell::Text(words::key(language, key.key, key.in_use)),
        count(less().count()),
        count(more().count()),
    ];
    cells.extend([falls_most, rises_most].into_iter().flat_map(named));
    Row { kind: RowKind::Body, cells }
}

fn totals(results: &[ScenarioResult], language: Language) -> Table {
    let (labels, words) = (labels(language), words::labels(language));
    let row = |name: &str, total: &CriteriaTotal| {
        let cells = vec![
            text(name),
            count(total.forbund),
            count(total.ledamoter),
            count(total.ledamoter_state),
            total.largest_share_of_inhabitants.map_or(Cell::Unknown, Cell::Decimal),
        ];
        Row { kind: RowKind::Body, cells }
    };
    let today = results.first().map(|first| row(labels.today, &first.figures.criteria.before.total));
    let after =
        results.iter().map(|result| row(&result.head.scenario.name, &result.figures.criteria.after.total));
    let mut notes = vec![words.note_parties.to_owned(), words.note_largest_share.to_owned()];
    let has_outside =
        results.iter().any(|result| result.figures.after.gross.forbund.iter().any(|row| row.outside));
    notes.extend(has_outside.then(|| words.note_outside.to_owned()));
    let rows: Vec<Row> = today.into_iter().chain(after).collect();
    notes.extend(note_unknown(&rows, language));
    Table {
        caption: words.caption_comparison.to_owned(),
        columns: vec![
            Column::text(labels.alternative),
            Column::figures(labels.number_of_forbund),
            Column::figures(words.ledamoter),
            Column::figures(words.of_the_state).joined(),
            Column::figures(words.largest_share),
        ],
        rows,
        notes,
    }
}

/// The longest way of each alternative. None where none is known.
fn distances(results: &[ScenarioResult], language: Language) -> Option<Table> {
    let (labels, words) = (labels(language), words::labels(language));
    let first = &results.first()?.figures.criteria;
    let after =
        results.iter().map(|result| (result.head.scenario.name.as_str(), &result.figures.criteria.after));
    let sides: Vec<_> = std::iter::once((labels.today, &first.before)).chain(after).collect();
    if sides.iter().all(|(_, side)| side.farthest().is_none()) {
        return None;
    }
    let row = |&(name, side): &(&str, &CriteriaSide)| {
        let mut cells = vec![text(name)];
        match side.farthest() {
            None => cells.extend(std::iter::repeat_n(Cell::Unknown, 3)),
            Some((forbund, distance)) => {
                let from = words::measured_from(language, &distance.from.kommun, forbund.sate.is_some());
                cells.extend([text(&distance.farthest.kommun), Cell::Text(from), figure(distance.km)]);
            }
        }
        cells.push(side.total.beyond_50_km.map_or(Cell::Unknown, count));
        Row { kind: RowKind::Body, cells }
    };
    let rows: Vec<Row> = sides.iter().map(row).collect();
    let filled_in = results.iter().any(|result| result.figures.criteria.places_filled_in);
    let mut notes = distance_notes(filled_in, language);
    let mut from_seats = sides.iter().filter_map(|(_, side)| Some(side.farthest()?.0.sate.is_some()));
    let is_mixed = from_seats.next().is_some_and(|first| from_seats.any(|other| other != first));
    notes.extend(is_mixed.then(|| words.note_mixed_distances.to_owned()));
    let has_outside =
        results.iter().any(|result| result.figures.after.gross.forbund.iter().any(|row| row.outside));
    notes.extend(has_outside.then(|| words.note_outside.to_owned()));
    notes.extend(note_unknown(&rows, language));
    Some(Table {
        caption: words.caption_distances.to_owned(),
        columns: vec![
            Column::text(labels.alternative),
            Column::text(words.farthest),
            Column::text(words.measured_from),
            Column::figures(words.km).joined(),
            Column::figures(&words::beyond(language)),
        ],
        rows,
        notes,
    })
}
