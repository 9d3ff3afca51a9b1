//! What must be saved, and when a cost is paid back, as tables.

use super::columns::Columns;
use super::document::{Cell, Column, Row, RowKind, Table};
use super::redistribution::Redistribution;
use crate::analysis::break_even::BreakEven;
use crate::analysis::result::{ScenarioResult, Total};
use crate::model::kronor::Kronor;
use crate::report::words::period::Period;
use crate::text::label::{Labels, labels};
use crate::text::language::Language;

/// One side of a result: its figures of break-even and its difference from today.
struct Side<'result> {
    heading: &'static str,
    needed: Cell,
    per_forbund: Cell,
    years: Cell,
    delta: &'result Total,
}

/// The sides that are shown and known: what must be saved, per förbund, and the years until the one-off cost is paid
/// back.
fn sides<'result>(
    result: &'result ScenarioResult,
    shown: Redistribution,
    labels: &Labels,
) -> Vec<Side<'result>> {
    let (found, delta) = (&result.figures.break_even, &result.figures.delta);
    let (needed, per_forbund) = (found.saving_needed, found.saving_needed_per_forbund);
    let paid_back = found.payback_years;
    let side = |heading, delta, needed, per_forbund, paid_back| Side {
        heading,
        needed: Cell::Amount(needed),
        per_forbund: Cell::Amount(per_forbund),
        years: years(paid_back, delta, labels),
        delta,
    };
    let gross = shown
        .gross()
        .then(|| side(labels.gross, &delta.gross, Some(needed.gross), per_forbund.gross, paid_back.gross));
    let net =
        delta.net.as_ref().filter(|_| shown.net()).map(|delta| {
            side(labels.net, delta, needed.net, per_forbund.net.flatten(), paid_back.net.flatten())
        });
    gross.into_iter().chain(net).collect()
}

/// Years, "never" where insatser gain nothing, or unknown.
fn years(years: Option<rust_decimal::Decimal>, delta: &Total, labels: &Labels) -> Cell {
    match (years, delta.insatser) {
        (Some(years), _) => Cell::Decimal(years),
        (None, Some(_)) => Cell::Text(labels.never.to_owned()),
        (None, None) => Cell::Unknown,
    }
}

/// Whether there is a one-off cost to pay back from what one year leaves. In a path it is paid back over the years.
fn has_cost(result: &ScenarioResult) -> bool {
    result.path.is_none() && result.figures.break_even.engangskostnad.is_some()
}

/// Whether there is anything to break even with in the year.
fn is_of_interest(result: &ScenarioResult) -> bool {
    let found = &result.figures.break_even;
    found.is_of_interest() && (has_cost(result) || found.saving_needed.gross > Kronor::ZERO)
}

/// Of one alternative; none if there is nothing to break even with.
#[must_use]
pub fn table(result: &ScenarioResult, shown: Redistribution, language: Language) -> Option<Table> {
    let (labels, period) = (labels(language), Period::of(result));
    let found = &result.figures.break_even;
    if !is_of_interest(result) {
        return None;
    }
    let sides = sides(result, shown, labels);
    let row = |label: &str, cell: &dyn Fn(&Side<'_>) -> Cell| {
        let cells = std::iter::once(Cell::Text(label.to_owned())).chain(sides.iter().map(cell));
        Row { kind: RowKind::Body, cells: cells.collect() }
    };
    let mut rows = vec![row(BreakEven::saving_needed.heading(labels.language), &|side| side.needed.clone())];
    if sides.iter().any(|side| side.delta.forbund < 0) {
        rows.push(row(BreakEven::saving_needed_per_forbund.heading(labels.language), &|side| {
            side.per_forbund.clone()
        }));
    }
    rows.push(row(labels.kansli_against_today, &|side| Cell::Change(side.delta.kansli)));
    if has_cost(result) {
        rows.push(row(BreakEven::engangskostnad.heading(labels.language), &|_| {
            Cell::Amount(found.engangskostnad)
        }));
        rows.push(row(BreakEven::payback_years.heading(labels.language), &|side| side.years.clone()));
    }
    let columns = std::iter::once(Column::text(&period.heading(language)))
        .chain(sides.iter().map(|side| Column::figures(side.heading)))
        .collect();
    Some(Table {
        caption: period.caption(language, |captions| captions.break_even),
        columns,
        notes: notes(&[result], &rows, labels),
        rows,
    })
}

/// Of alternatives side by side; none if none of them has anything to break even with.
#[must_use]
pub fn comparison(results: &[ScenarioResult], shown: Redistribution, language: Language) -> Option<Table> {
    let (labels, period) = (labels(language), Period::of_all(results));
    let interesting: Vec<&ScenarioResult> = results.iter().filter(|result| is_of_interest(result)).collect();
    let first = interesting.first()?;
    let has_cost = interesting.iter().copied().any(has_cost);
    let known: Vec<&str> = sides(first, shown, labels).iter().map(|side| side.heading).collect();
    let columns = Columns::new()
        .text(labels.alternative, |result: &&ScenarioResult| result.head.scenario.name.clone())
        .each(known, |columns, heading| {
            let side =
                move |result| sides(result, shown, labels).into_iter().find(|side| side.heading == heading);
            let needed =
                format!("{}, {}", BreakEven::saving_needed.heading(labels.language), heading.to_lowercase());
            columns
                .figures(&needed, move |result| side(result).map(|side| side.needed))
                .joined(BreakEven::saving_needed_per_forbund.heading(labels.language), move |result| {
                    side(result)
                        .map(|side| if side.delta.forbund < 0 { side.per_forbund } else { Cell::Empty })
                })
                .when(has_cost, |columns| {
                    columns.joined(BreakEven::payback_years.heading(labels.language), move |result| {
                        let cost = result.figures.break_even.engangskostnad;
                        Cell::or_empty(cost.map(|_| Cell::from(side(result).map(|side| side.years))))
                    })
                })
        })
        .when(has_cost, |columns| {
            columns.figures(BreakEven::engangskostnad.heading(labels.language), |result| {
                let cost = result.figures.break_even.engangskostnad;
                Cell::or_empty(cost.map(|cost| Cell::Amount(Some(cost))))
            })
        });
    let rows = columns.rows(interesting.iter().copied());
    let notes = notes(&interesting, &rows, labels);
    Some(columns.table(period.caption(language, |captions| captions.break_even), rows, notes))
}

fn notes(results: &[&ScenarioResult], rows: &[Row], labels: &Labels) -> Vec<String> {
    let has_cost = results.iter().copied().any(has_cost);
    let has_dash = rows.iter().any(|row| row.cells.iter().any(Cell::is_unknown));
    let notes = [
        Some(labels.note_break_even),
        has_cost.then_some(labels.note_payback),
        has_dash.then_some(labels.note_unknown),
    ];
    notes.into_iter().flatten().map(str::to_owned).collect()
}
