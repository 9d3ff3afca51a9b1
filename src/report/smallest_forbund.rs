//! The smallest förbund that bears a kansli of some size, and which förbund are smaller.

use super::columns::Columns;
use super::document::{Cell, Row, RowKind, Table};
use super::redistribution::Redistribution;
use super::words::smallest_forbund::{self as words, Words};
use crate::analysis::result::{BasisName, ScenarioResult};
use crate::analysis::smallest_forbund::{SizeResult, SmallestForbundResult, SmallestForbundSide};
use crate::report::words::period::Period;
use crate::text::label::labels;
use crate::text::language::Language;

/// Every förbund of today and of afterwards, below how many inhabitants 16–64 the smallest has; nothing where the baseline does
/// not ask for it.
#[must_use]
pub(super) fn table(result: &ScenarioResult, shown: Redistribution, language: Language) -> Option<Table> {
    let found = result.figures.smallest_forbund.as_ref()?;
    let (labels, words) = (labels(language), words::words(language));
    let columns = Columns::new()
        .text(labels.forbund, |one: &&SizeResult| one.name.clone())
        .figures(SizeResult::befolkning_16_64.heading(language), |one| count(one.befolkning_16_64))
        .figures(SizeResult::kansli_share.heading(language), |one| Cell::from(one.kansli_share))
        .text(words.below, |one| one.below.map(|below| if below { words.yes } else { words.no }));
    let after = &found.after;
    let sides = [
        Some((labels.forbund_today, &found.before)),
        shown.gross().then_some((labels.after_gross, &after.gross)),
        after.net.as_ref().filter(|_| shown.net()).map(|net| (labels.after_net, net)),
    ];
    let mut rows = Vec::new();
    for (heading, side) in sides.into_iter().flatten() {
        rows.push(Row::heading(heading));
        let cells = vec![words.smallest.into(), smallest(side, words), Cell::Empty, Cell::Empty];
        rows.extend(columns.rows(&side.forbund));
        rows.push(Row { kind: RowKind::Total, cells });
    }
    let caption = words::caption(language, found, Period::of(result));
    let mut notes = notes(&[result], language);
    notes.insert(1, words.note_own.to_owned());
    Some(columns.table(caption, rows, notes))
}

/// Today and each alternative: how many inhabitants the smallest has, and which förbund have fewer; nothing where the baseline
/// does not ask for it.
#[must_use]
pub(super) fn comparison(
    results: &[ScenarioResult],
    shown: Redistribution,
    language: Language,
) -> Option<Table> {
    struct Line<'run> {
        name: &'run str,
        gross: &'run SmallestForbundSide,
        net: Option<&'run SmallestForbundSide>,
    }
    let first = results.first()?.figures.smallest_forbund.as_ref()?;
    let (labels, words) = (labels(language), words::words(language));
    let net = shown.net_of(results);
    let today = Line { name: labels.today, gross: &first.before, net: Some(&first.before) };
    let after = results.iter().filter_map(|result| {
        let after = &result.figures.smallest_forbund.as_ref()?.after;
        Some(Line { name: &result.head.scenario.name, gross: &after.gross, net: after.net.as_ref() })
    });
    let below = move |side: &SmallestForbundSide| {
        let names: Vec<&str> =
            side.forbund.iter().filter(|one| one.below == Some(true)).map(|one| one.name.as_str()).collect();
        match side.inhabitants {
            None => Cell::Unknown,
            Some(_) => Cell::or_empty((!names.is_empty()).then(|| language.list(&names))),
        }
    };
    let columns = Columns::new()
        .text(labels.alternative, |line: &Line<'_>| line.name.to_owned())
        .when(shown.gross(), |columns| {
            columns
                .figures(words.smallest_gross, |line| smallest(line.gross, words))
                .text(words.who_is_below, move |line| below(line.gross))
        })
        .when(net, |columns| {
            columns
                .figures(words.smallest_net, |line| line.net.map(|net| smallest(net, words)))
                .text(words.who_is_below, move |line| line.net.map(below))
        });
    let rows = columns.rows(std::iter::once(today).chain(after));
    let all: Vec<&ScenarioResult> = results.iter().collect();
    let caption = words::caption(language, first, Period::of_all(results));
    Some(columns.table(caption, rows, notes(&all, language)))
}

/// How many inhabitants the smallest has.
fn smallest(side: &SmallestForbundSide, words: &Words) -> Cell {
    match side.inhabitants {
        None => Cell::Unknown,
        Some(0) => words.any_size.into(),
        Some(inhabitants) => count(inhabitants),
    }
}

fn count(inhabitants: u64) -> Cell {
    i64::try_from(inhabitants).map_or(Cell::Unknown, Cell::Count)
}

fn notes(results: &[&ScenarioResult], language: Language) -> Vec<String> {
    let words = words::words(language);
    let is_calibrated = results.iter().any(|result| result.head.basis == BasisName::Calibrated);
    let sides = || {
        let found = results.iter().filter_map(|result| result.figures.smallest_forbund.as_ref());
        found.flat_map(|SmallestForbundResult { before, after, .. }| {
            [Some(before), Some(&after.gross), after.net.as_ref()].into_iter().flatten()
        })
    };
    let has = |inhabitants: Option<u64>| sides().any(|side| side.inhabitants == inhabitants);
    let mean = if is_calibrated { words.note_mean_of_file } else { words.note_mean_of_country };
    let notes =
        [Some(mean), has(Some(0)).then_some(words.note_any_size), has(None).then_some(words.note_unknown)];
    notes.into_iter().flatten().map(str::to_owned).collect()
}
