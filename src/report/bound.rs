//! Which rules bound the state's money to whom, and by how much.

use super::columns::Columns;
use super::document::{Cell, Table};
use super::redistribution::Redistribution;
use crate::analysis::bound::{BoundResult, BoundRule, BoundSide};
use crate::analysis::result::ScenarioResult;
use crate::text::label::{Labels, labels};
use crate::text::language::Language;

/// A rule that bound something in a year, if it was in one.
struct Line<'run> {
    year: Option<i64>,
    bound: &'run BoundResult,
}

/// Every rule that bound something on a side that is shown; nothing where none did.
#[must_use]
pub(super) fn table(result: &ScenarioResult, shown: Redistribution, language: Language) -> Option<Table> {
    let labels = labels(language);
    let is_shown = |line: &Line<'_>| match line.bound.redistribution {
        None => true,
        Some(BoundSide::Gross) => shown.gross(),
        Some(BoundSide::Net) => shown.net(),
    };
    let of_years = result.path.iter().flat_map(|path| &path.years);
    let of_years =
        of_years.flat_map(|year| year.bound.iter().map(|bound| Line { year: Some(year.year), bound }));
    let lines: Vec<Line<'_>> = if result.path.is_some() {
        of_years.filter(is_shown).collect()
    } else {
        result.bound.iter().map(|bound| Line { year: None, bound }).filter(is_shown).collect()
    };
    if lines.is_empty() {
        return None;
    }
    let columns = Columns::new()
        .when(result.path.is_some(), |columns| {
            columns.text(labels.year, |line: &Line<'_>| {
                line.year.map(|year| year.to_string()).unwrap_or_default()
            })
        })
        .text(labels.forbund, |line| line.bound.forbund.clone())
        .text(labels.side, |line| side(line.bound.redistribution, labels))
        .text(labels.rule, |line| rule(line.bound.rule, labels))
        .figures(BoundResult::without.heading(language), |line| Cell::Amount(Some(line.bound.without)))
        .figures(BoundResult::with.heading(language), |line| Cell::Amount(Some(line.bound.with)))
        .joined(labels.change, |line| Cell::Change(Some(line.bound.with - line.bound.without)));
    let rows = columns.rows(lines);
    Some(columns.table(labels.caption_bound.to_owned(), rows, [labels.note_bound.to_owned()]))
}

fn side(side: Option<BoundSide>, labels: &Labels) -> String {
    let name = match side {
        None => labels.today,
        Some(BoundSide::Gross) => labels.gross,
        Some(BoundSide::Net) => labels.net,
    };
    name.to_owned()
}

fn rule(rule: BoundRule, labels: &Labels) -> String {
    let name = match rule {
        BoundRule::Guard => labels.rule_guard,
        BoundRule::Equity => labels.rule_equity,
        BoundRule::Matching => labels.rule_matching,
        BoundRule::Cap => labels.rule_cap,
    };
    name.to_owned()
}
