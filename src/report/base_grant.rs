//! How much of the state's money to each förbund is base grant: what a small förbund has much of.

use super::columns::Columns;
use super::document::{Cell, Row, RowKind, Table};
use super::redistribution::Redistribution;
use crate::analysis::result::{ForbundResult, ScenarioResult, SideResult, StateResult};
use crate::report::words::period::Period;
use crate::text::label::labels;
use crate::text::language::Language;

/// Every förbund today and afterwards, gross and net as far as they are shown; one outside the baseline has no base grant
/// there.
#[must_use]
pub(super) fn table(result: &ScenarioResult, shown: Redistribution, language: Language) -> Table {
    let (labels, figures) = (labels(language), &result.figures);
    let columns = Columns::new()
        .text(labels.forbund, |row: &ForbundResult| row.name.clone())
        .figures(StateResult::total.heading(language), |row| Cell::Amount(Some(row.state.total)))
        .figures(StateResult::base.heading(language), |row| Cell::Amount(Some(row.state.base)))
        .joined(labels.percent, |row| row.state.base_share);
    let of_side = |(heading, side): (&str, &SideResult)| {
        let inside = side.forbund.iter().filter(|row| !row.outside);
        let rows = inside.map(|row| columns.row(RowKind::Body, row));
        std::iter::once(Row::heading(heading)).chain(rows).collect::<Vec<_>>()
    };
    let sides = [
        Some((labels.forbund_today, &figures.before)),
        shown.gross().then_some((labels.after_gross, &figures.after.gross)),
        figures.after.net.as_ref().filter(|_| shown.net()).map(|net| (labels.after_net, net)),
    ];
    let rows: Vec<Row> = sides.into_iter().flatten().flat_map(of_side).collect();
    let caption = Period::of(result).caption(language, |captions| captions.base_grant);
    columns.table(caption, rows, None)
}
