//! What inquiries weigh beside money, as tables.

use super::base_grant;
use super::by_baseline;
use super::columns::Columns;
use super::document::{Cell, Row, RowKind, Table};
use super::redistribution::Redistribution;
use crate::analysis::alternatives::Alternatives;
use crate::analysis::criteria::Member;
use crate::analysis::criteria::{
    Criteria, CriteriaSide, CriteriaTotal, ForbundCriteria, KeyResult, KommunUnderKey,
};
use crate::analysis::result::ForbundResult;
use crate::analysis::result::Total;
use crate::analysis::result::{KommunResult, ScenarioResult};
use crate::model::identity::ByIdentity;
use crate::model::kronor::Kronor;
use crate::report::words::criteria as words;
use crate::report::words::period::Period;
use crate::text::label::labels;
use crate::text::language::Language;

/// Of one alternative.
#[must_use]
pub fn tables(result: &ScenarioResult, shown: Redistribution, language: Language) -> Vec<Table> {
    [organisation(result, shown, language), keys_of(result, shown, language)].concat()
}

/// Parties, boards, distances and indicators of one alternative.
#[must_use]
pub fn organisation(result: &ScenarioResult, shown: Redistribution, language: Language) -> Vec<Table> {
    let (criteria, period) = (&result.figures.criteria, Period::of(result));
    let mut tables = vec![parties(criteria, has_outside(result), period, language)];
    tables.extend(distance(criteria, period, language));
    tables.extend(indicators(result, language));
    tables.push(base_grant::table(result, shown, language));
    tables
}

/// What the kommuner pay under each key in one alternative.
#[must_use]
pub fn keys_of(result: &ScenarioResult, shown: Redistribution, language: Language) -> Vec<Table> {
    let (criteria, period) = (&result.figures.criteria, Period::of(result));
    let side = if shown.gross() { KeySide::Gross } else { KeySide::Net };
    let of_keys: Vec<&KeyResult> = criteria.keys.iter().collect();
    vec![
        keys(&result.figures.kommuner, &of_keys, side, period, language),
        winners(criteria, side, period, language),
    ]
}

/// Of alternatives side by side, today first, and what the kommuner would pay today under each key.
#[must_use]
pub fn comparison(groups: &[Alternatives<'_>], shown: Redistribution, language: Language) -> Vec<Table> {
    by_baseline::tables(groups, language, |results| of_one_baseline(results, shown, language))
}

fn of_one_baseline(results: &[ScenarioResult], shown: Redistribution, language: Language) -> Vec<Table> {
    let Some(first) = results.first() else { return Vec::new() };
    let side = if shown.gross() { KeySide::Gross } else { KeySide::Net };
    let mut tables = vec![totals(results, language)];
    tables.extend(distances(results, language));
    tables.push(winners_of_all(results, side, language));
    let (kommuner, of_keys) = (&first.figures.kommuner, keys_of_all(results));
    tables.push(keys(kommuner, &of_keys, KeySide::Today, Period::of(first), language));
    tables
}

fn figure(number: u64) -> Cell {
    Cell::Count(i64::try_from(number).expect("a count"))
}

fn notes<const N: usize>(notes: [Option<&str>; N]) -> impl Iterator<Item = String> {
    notes.into_iter().flatten().map(str::to_owned)
}

/// The rows of both sides, each below its heading.
fn both_sides<'run>(
    criteria: &'run Criteria,
    columns: &Columns<'run, &'run ForbundCriteria>,
    language: Language,
) -> Vec<Row> {
    let sides: [(&str, &'run CriteriaSide); 2] = [
        (labels(language).forbund_today, &criteria.before),
        (words::labels(language).after, &criteria.after),
    ];
    let of_side = |(heading, side): (&str, &'run CriteriaSide)| {
        let rows = columns.rows(&side.forbund);
        std::iter::once(Row::heading(heading)).chain(rows).collect::<Vec<_>>()
    };
    sides.into_iter().flat_map(of_side).collect()
}

fn parties(criteria: &Criteria, has_outside: bool, period: Period, language: Language) -> Table {
    let (labels, words) = (labels(language), words::labels(language));
    let columns = Columns::new()
        .text(labels.forbund, |forbund: &&ForbundCriteria| forbund.name.clone())
        .figures(labels.kommuner, |forbund| forbund.kommuner)
        .figures(ForbundCriteria::regions.heading(language), |forbund| forbund.regions)
        .figures(CriteriaTotal::ledamoter.heading(language), |forbund| forbund.ledamoter)
        .joined(CriteriaTotal::ledamoter_state.heading(language), |forbund| forbund.ledamoter_state)
        .text(words.largest_kommun, |forbund| forbund.largest_kommun.name.kommun.clone())
        .joined(Member::share_of_inhabitants.heading(language), |forbund| {
            forbund.largest_kommun.share_of_inhabitants
        })
        .joined(Member::share_of_contributions.heading(language), |forbund| {
            forbund.largest_kommun.share_of_contributions
        })
        .text(words.smallest_kommun, |forbund| forbund.smallest_kommun.name.kommun.clone())
        .joined(ForbundResult::befolkning_16_64.heading(labels.language), |forbund| {
            figure(forbund.smallest_kommun.befolkning_16_64)
        });
    let mut rows = both_sides(criteria, &columns, language);
    let total = |total: &CriteriaTotal| {
        let mut cells = vec![labels.sum.into(), Cell::Empty, Cell::Empty];
        cells.extend([total.ledamoter.into(), total.ledamoter_state.into()]);
        cells.extend(std::iter::repeat_n(Cell::Empty, 5));
        Row { kind: RowKind::Total, cells }
    };
    // Below the heading and the rows of each side.
    rows.insert(criteria.before.forbund.len() + 1, total(&criteria.before.total));
    rows.push(total(&criteria.after.total));
    let outside = has_outside.then_some(words.note_outside);
    let notes = notes([Some(words.note_parties), Some(words.note_shares), outside]);
    columns.table(period.caption(language, |captions| captions.parties), rows, notes)
}

/// None where the places of the kommuner are not known.
fn distance(criteria: &Criteria, period: Period, language: Language) -> Option<Table> {
    let (labels, words) = (labels(language), words::labels(language));
    let sides = [&criteria.before, &criteria.after];
    if sides.iter().flat_map(|side| &side.forbund).all(|forbund| forbund.distance.is_none()) {
        return None;
    }
    let columns = Columns::new()
        .text(labels.forbund, |forbund: &&ForbundCriteria| forbund.name.clone())
        .text(words.measured_from, |forbund| {
            let from = forbund.distance.as_ref().map(|distance| &distance.from.kommun);
            from.map(|from| words::measured_from(language, from, forbund.sate.is_some()))
        })
        .text(words.farthest, |forbund| {
            let farthest = forbund.distance.as_ref().map(|distance| &distance.farthest.kommun);
            farthest.map(|farthest| Cell::or_empty((forbund.kommuner > 1).then_some(farthest.as_str())))
        })
        .joined(CriteriaTotal::farthest_km.heading(language), |forbund| {
            forbund.distance.as_ref().map(|distance| figure(distance.km))
        })
        .text(&words::beyond(language), |forbund| {
            let far = forbund.distance.as_ref().map(|distance| {
                distance.beyond_50_km.iter().map(|kommun| kommun.kommun.as_str()).collect::<Vec<_>>()
            });
            far.map(|far| Cell::or_empty((!far.is_empty()).then(|| language.list(&far))))
        });
    let rows = both_sides(criteria, &columns, language);
    let notes = distance_notes(criteria.places_filled_in, language).chain(note_unknown(&rows, language));
    let notes: Vec<String> = notes.collect();
    Some(columns.table(period.caption(language, |captions| captions.distance), rows, notes))
}

fn distance_notes(places_filled_in: bool, language: Language) -> impl Iterator<Item = String> {
    let words = words::labels(language);
    notes([Some(words.note_distance), places_filled_in.then_some(words.note_places)])
}

/// None where the kommun table has no further columns.
fn indicators(result: &ScenarioResult, language: Language) -> Option<Table> {
    let criteria = &result.figures.criteria;
    let known = &criteria.before.forbund.first()?.indicators;
    if known.is_empty() {
        return None;
    }
    // Every förbund has the same indicators in the same order.
    let columns = Columns::new()
        .text(labels(language).forbund, |forbund: &&ForbundCriteria| forbund.name.clone())
        .each(known.iter().enumerate(), |columns, (position, indicator)| {
            columns.figures(&indicator.column, move |forbund| {
                forbund.indicators.get(position).and_then(|indicator| indicator.value)
            })
        });
    let mut rows = both_sides(criteria, &columns, language);
    let has_ratios = !criteria.before.total.ratios.is_empty();
    if has_ratios {
        let means = known.len() - criteria.before.total.ratios.len();
        let total = |total: &CriteriaTotal| {
            let mut cells = vec![labels(language).all_forbund.into()];
            cells.extend(std::iter::repeat_n(Cell::Empty, means));
            cells.extend(total.ratios.iter().map(|ratio| Cell::from(ratio.value)));
            Row { kind: RowKind::Total, cells }
        };
        // Below the heading and the rows of each side.
        rows.insert(criteria.before.forbund.len() + 1, total(&criteria.before.total));
        rows.push(total(&criteria.after.total));
    }
    let weights = known.iter().map(|indicator| words::weight(language, indicator));
    let others = (has_ratios && has_other_kommuner(result)).then_some(words::labels(language).note_ratios);
    let notes = weights.chain(others.map(str::to_owned)).chain(note_unknown(&rows, language));
    let notes: Vec<String> = notes.collect();
    let caption = Period::of(result).caption(language, |captions| captions.indicators);
    Some(columns.table(caption, rows, notes))
}

/// What the dash is, where there is one.
fn note_unknown(rows: &[Row], language: Language) -> Option<String> {
    let is_unknown = rows.iter().any(|row| row.cells.contains(&Cell::Unknown));
    is_unknown.then(|| labels(language).note_unknown.to_owned())
}

/// Of which side contributions are shown.
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

fn keys(
    kommuner: &[KommunResult],
    keys: &[&KeyResult],
    side: KeySide,
    period: Period,
    language: Language,
) -> Table {
    let (labels, words) = (labels(language), words::labels(language));
    let columns = Columns::new()
        .text(labels.kommun, |payer: &Payer| payer.name.clone())
        .figures(labels.today, |payer| Cell::Amount(payer.today))
        .each(keys.iter().enumerate(), |columns, (position, key)| {
            columns
                .figures(&words::key(language, key.key, key.in_use), move |payer| {
                    Cell::Amount(payer.under_keys[position].0)
                })
                .joined(labels.change, move |payer| Cell::Change(payer.under_keys[position].1))
        });
    let of_keys: Vec<_> = keys.iter().map(|key| ByIdentity::new(&key.kommuner)).collect();
    let is_shown = |kommun: &&KommunResult| side != KeySide::Today || kommun.contribution.before.is_some();
    let payers: Vec<Payer> = kommuner
        .iter()
        .filter(is_shown)
        .map(|kommun| {
            let today = kommun.contribution.before;
            let under = |key: &ByIdentity<'_, KommunUnderKey>| {
                key.get(kommun).map_or((None, None), |under| side.amounts(under, today))
            };
            let under_keys = of_keys.iter().map(under).collect();
            Payer { name: kommun.kommun.clone(), today, under_keys }
        })
        .collect();
    let all = Payer::all(labels.sum, &payers, keys.len());
    let mut rows = columns.rows(payers);
    rows.push(columns.row(RowKind::Total, &all));
    let caption = period.caption(language, |captions| match side {
        KeySide::Today => captions.keys_today,
        KeySide::Gross => captions.keys_gross,
        KeySide::Net => captions.keys_net,
    });
    let mut notes = vec![words.note_keys.to_owned()];
    notes.extend(words::keys_left_out(language, keys.iter().map(|key| key.key)));
    if rows.iter().any(|row| row.cells.contains(&Cell::Amount(None))) {
        notes.extend([words.note_no_member.to_owned(), words.note_sums.to_owned()]);
    }
    columns.table(caption, rows, notes)
}

/// What somebody pays today, and under each key with how much more that is.
struct Payer {
    name: String,
    today: Option<Kronor>,
    under_keys: Vec<(Option<Kronor>, Option<Kronor>)>,
}

impl Payer {
    /// All of some; who takes no part on a side pays nothing there.
    fn all(label: &str, payers: &[Self], keys: usize) -> Self {
        let sum = |amount: &dyn Fn(&Self) -> Option<Kronor>| payers.iter().filter_map(amount).sum::<Kronor>();
        let today = sum(&|payer| payer.today);
        let under_key = |key: usize| {
            let amount = sum(&|payer| payer.under_keys[key].0);
            (Some(amount), Some(amount - today))
        };
        Self { name: label.to_owned(), today: Some(today), under_keys: (0..keys).map(under_key).collect() }
    }
}

/// How many pay less and more than today under each key, and who most so.
fn winners(criteria: &Criteria, side: KeySide, period: Period, language: Language) -> Table {
    let (change, words) = (labels(language).change, words::labels(language));
    let name = |found: Option<(Kronor, &str)>| Cell::or_empty(found.map(|(_, kommun)| kommun));
    let amount =
        |found: Option<(Kronor, &str)>| Cell::or_empty(found.map(|(change, _)| Cell::Change(Some(change))));
    let columns = Columns::new()
        .text(words.key, |(key, _): &(&KeyResult, Movers<'_>)| words::key(language, key.key, key.in_use))
        .figures(words.pay_less, |(_, movers)| movers.less)
        .figures(words.pay_more, |(_, movers)| movers.more)
        .text(words.falls_most, move |(_, movers)| name(movers.falls_most))
        .joined(change, move |(_, movers)| amount(movers.falls_most))
        .text(words.rises_most, move |(_, movers)| name(movers.rises_most))
        .joined(change, move |(_, movers)| amount(movers.rises_most));
    let rows = columns.rows(criteria.keys.iter().map(|key| (key, movers(key, side))));
    let caption = words::caption_winners(language, side == KeySide::Net, period);
    let parts = criteria.keys.iter().any(has_parts).then_some(words.note_parts);
    columns.table(caption, rows, notes([Some(words.note_winners), parts]))
}

/// The same of every alternative, in numbers only.
fn winners_of_all(results: &[ScenarioResult], side: KeySide, language: Language) -> Table {
    let words = words::labels(language);
    let counts = |result: &ScenarioResult, wanted: &KeyResult| {
        let key = result.figures.criteria.keys.iter().find(|key| key.key == wanted.key);
        key.map(|key| movers(key, side)).map(|movers| [movers.less, movers.more])
    };
    // All rest on one baseline; a key that can share in none of them has no column.
    let columns = Columns::new()
        .text(labels(language).alternative, |result: &&ScenarioResult| result.head.scenario.name.clone())
        .each(keys_of_all(results), |columns, key| {
            let heading = words::key(language, key.key, key.in_use);
            columns
                .figures(&format!("{heading}: {}", words.less), move |result| {
                    counts(result, key).map(|[less, _]| less)
                })
                .joined(words.more, move |result| counts(result, key).map(|[_, more]| more))
        });
    let rows = columns.rows(results);
    let caption = words::caption_winners(language, side == KeySide::Net, Period::of_all(results));
    let parts = results.iter().any(|result| !result.divided.is_empty()).then_some(words.note_parts);
    columns.table(caption, rows, notes([Some(words.note_winners), parts]))
}

fn has_parts(key: &KeyResult) -> bool {
    key.kommuner.iter().any(|kommun| kommun.kommunkod.is_part())
}

/// How many kommuner pay less and more than today, and whose contribution falls and rises most.
struct Movers<'run> {
    less: usize,
    more: usize,
    falls_most: Option<(Kronor, &'run str)>,
    rises_most: Option<(Kronor, &'run str)>,
}

fn movers(key: &KeyResult, side: KeySide) -> Movers<'_> {
    let changes = key.kommuner.iter().filter_map(|kommun| {
        let (_, change) = side.amounts(kommun, None);
        change.map(|change| (change, kommun.kommun.as_str()))
    });
    let (less, more): (Vec<_>, Vec<_>) =
        changes.filter(|(change, _)| *change != Kronor::ZERO).partition(|(change, _)| *change < Kronor::ZERO);
    Movers {
        less: less.len(),
        more: more.len(),
        // Of equals the lowest kommunkod.
        falls_most: less.into_iter().min_by_key(|(change, _)| *change),
        rises_most: more.into_iter().rev().max_by_key(|(change, _)| *change),
    }
}

/// Whether other kommuner are in the förbund of the baseline afterwards than today.
fn has_other_kommuner(result: &ScenarioResult) -> bool {
    let after = &result.figures.after.gross.forbund;
    let is_inside = |name: &str| after.iter().all(|row| row.name != name || !row.outside);
    result.figures.kommuner.iter().any(|kommun| {
        kommun.forbund_before.is_some() != kommun.forbund_after.as_deref().is_some_and(is_inside)
    })
}

fn has_outside(result: &ScenarioResult) -> bool {
    result.figures.after.gross.forbund.iter().any(|row| row.outside)
}

fn totals(results: &[ScenarioResult], language: Language) -> Table {
    let (labels, words) = (labels(language), words::labels(language));
    let columns = Columns::new()
        .text(labels.alternative, |(name, _): &(&str, &CriteriaSide)| (*name).to_owned())
        .figures(Total::forbund.heading(labels.language), |(_, side)| side.total.forbund)
        .figures(CriteriaTotal::ledamoter.heading(language), |(_, side)| side.total.ledamoter)
        .joined(CriteriaTotal::ledamoter_state.heading(language), |(_, side)| side.total.ledamoter_state)
        .figures(CriteriaTotal::largest_share_of_inhabitants.heading(language), |(_, side)| {
            side.total.largest_share_of_inhabitants
        });
    let rows = columns.rows(sides(results, language));
    let outside = results.iter().any(has_outside).then_some(words.note_outside);
    let notes = notes([Some(words.note_parties), Some(words.note_largest_share), outside]);
    let notes: Vec<String> = notes.chain(note_unknown(&rows, language)).collect();
    columns.table(Period::of_all(results).caption(language, |captions| captions.boards), rows, notes)
}

/// Today, then every alternative.
fn sides(results: &[ScenarioResult], language: Language) -> Vec<(&str, &CriteriaSide)> {
    let today = results.first().map(|first| (labels(language).today, &first.figures.criteria.before));
    let after =
        results.iter().map(|result| (result.head.scenario.name.as_str(), &result.figures.criteria.after));
    today.into_iter().chain(after).collect()
}

/// The longest way of each alternative. None where none is known.
fn distances(results: &[ScenarioResult], language: Language) -> Option<Table> {
    let (labels, words) = (labels(language), words::labels(language));
    let sides = sides(results, language);
    if sides.iter().all(|(_, side)| side.farthest().is_none()) {
        return None;
    }
    let columns = Columns::new()
        .text(labels.alternative, |(name, _): &(&str, &CriteriaSide)| (*name).to_owned())
        .text(words.farthest, |(_, side)| {
            side.farthest().map(|(_, distance)| distance.farthest.kommun.clone())
        })
        .text(words.measured_from, |(_, side)| {
            let farthest = side.farthest();
            farthest.map(|(forbund, distance)| {
                words::measured_from(language, &distance.from.kommun, forbund.sate.is_some())
            })
        })
        .joined(CriteriaTotal::farthest_km.heading(language), |(_, side)| {
            side.farthest().map(|(_, distance)| figure(distance.km))
        })
        .figures(&words::beyond(language), |(_, side)| side.total.beyond_50_km);
    let filled_in = results.iter().any(|result| result.figures.criteria.places_filled_in);
    let mut from_seats = sides.iter().filter_map(|(_, side)| Some(side.farthest()?.0.sate.is_some()));
    let is_mixed = from_seats.next().is_some_and(|first| from_seats.any(|other| other != first));
    let further = notes([
        is_mixed.then_some(words.note_mixed_distances),
        results.iter().any(has_outside).then_some(words.note_outside),
    ]);
    let rows = columns.rows(sides);
    let notes = distance_notes(filled_in, language).chain(further).chain(note_unknown(&rows, language));
    let notes: Vec<String> = notes.collect();
    Some(columns.table(Period::of_all(results).caption(language, |captions| captions.distances), rows, notes))
}
