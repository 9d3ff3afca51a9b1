//! How much of the state's money the förbund could have, how much of it they have, and what nobody uses.

use super::columns::Columns;
use super::document::{Cell, RowKind, Table};
use super::redistribution::Redistribution;
use crate::analysis::assumption::Assumption;
use crate::analysis::result::{BasisName, ScenarioResult, SideResult, StateResult};
use crate::model::kronor::Kronor;
use crate::report::words::period::Period;
use crate::text::label::labels;
use crate::text::language::Language;

/// A förbund on a side, or the sum of one.
struct Line<'run> {
    name: &'run str,
    side: &'run str,
    state: StateResult,
}

/// Every förbund on each side that is shown, where some of them have less than they could, or where what parties match is
/// stated; nothing elsewhere.
#[must_use]
pub(super) fn table(result: &ScenarioResult, shown: Redistribution, language: Language) -> Option<Table> {
    let labels = labels(language);
    let figures = &result.figures;
    let sides = [
        Some((labels.today, &figures.before)),
        shown.gross().then_some((labels.gross, &figures.after.gross)),
        figures.after.net.as_ref().filter(|_| shown.net()).map(|net| (labels.net, net)),
    ];
    let sides: Vec<(&str, &SideResult)> = sides.into_iter().flatten().collect();
    let is_used = |state: &StateResult| state.unused.is_none_or(|unused| unused == Kronor::ZERO);
    let is_stated = result
        .assumptions
        .iter()
        .any(|one| matches!(one, Assumption::Cap { .. } | Assumption::MatchingCapped { .. }));
    let all = || sides.iter().flat_map(|(_, side)| &side.forbund);
    let is_known = all().any(|row| row.state.maximum.is_some());
    if !is_known || !is_stated && all().all(|row| is_used(&row.state)) {
        return None;
    }
    let columns = Columns::new()
        .text(labels.forbund, |line: &Line<'_>| line.name.to_owned())
        .text(labels.side, |line| line.side.to_owned())
        .figures(StateResult::maximum.heading(language), |line| Cell::Amount(line.state.maximum))
        .figures(StateResult::total.heading(language), |line| Cell::Amount(Some(line.state.total)))
        .joined(StateResult::unused.heading(language), |line| Cell::Amount(line.state.unused));
    let mut rows = Vec::new();
    for (heading, side) in sides {
        // What one outside could have is not known here.
        let inside = || side.forbund.iter().filter(|row| !row.outside);
        rows.extend(columns.rows(inside().map(|row| Line {
            name: &row.name,
            side: heading,
            state: row.state,
        })));
        let sum = |of: fn(&StateResult) -> Option<Kronor>| inside().map(|row| of(&row.state)).sum();
        let total: Option<Kronor> = sum(|state| Some(state.total));
        let state = StateResult {
            base: Kronor::ZERO,
            forsorjningsmatt: Kronor::ZERO,
            befolkning: Kronor::ZERO,
            total: total.unwrap_or_default(),
            base_share: None,
            maximum: sum(|state| state.maximum),
            unused: sum(|state| state.unused),
        };
        let sum = Line { name: labels.sum, side: heading, state };
        rows.push(columns.row(RowKind::Total, &sum));
    }
    let mut notes = vec![labels.note_maximum.to_owned()];
    if result.head.basis == BasisName::Calibrated {
        notes.push(labels.note_maximum_decided.to_owned());
    }
    let caption = Period::of(result).caption(language, |captions| captions.maximum);
    Some(columns.table(caption, rows, notes))
}
