//! What must be saved, and when a cost is paid back, as tables.

use super::document::{Cell, Column, Row, RowKind, Table};
use super::simulation::Redistribution;
use crate::analysis::break_even::BreakEven;
use crate::analysis::result::{ScenarioResult, Total};
use crate::text::label::{Labels, labels};
use crate::text::language::Language;

/// One side of a result: its figures of break-even and its difference from today.
struct Side<'result> {
    heading: &'static str,
    cells: [Cell; 4],
    delta: &'result Total,
}

/// The sides that are shown and known: what must be saved, per förbund, what the kanslier cost more or less, and the
/// years until the one-off cost is paid back.
fn sides<'result>(
    result: &'result ScenarioResult,
    shown: Redistribution,
    labels: &Labels,
) -> Vec<Side<'result>> {
    let found = &result.figures.break_even;
    let delta = &result.figures.delta;
    let mut sides = Vec::new();
    if shown.gross() {
        let needed = Cell::Amount(Some(found.saving_needed.gross));
        let per_forbund = Cell::Amount(found.saving_needed_per_forbund.gross);
        let years = years(found.payback_years.gross, &delta.gross, labels);
        let kansli = Cell::Change(delta.gross.kansli);
        sides.push(Side {
            heading: labels.gross,
            cells: [needed, per_forbund, kansli, years],
            delta: &delta.gross,
        });
    }
    if let (true, Some(net)) = (shown.net(), &delta.net) {
        let needed = Cell::Amount(found.saving_needed.net);
        let per_forbund = Cell::Amount(found.saving_needed_per_forbund.net.flatten());
        let years = years(found.payback_years.net.flatten(), net, labels);
        let kansli = Cell::Change(net.kansli);
        sides.push(Side { heading: labels.net, cells: [needed, per_forbund, kansli, years], delta: net });
    }
    sides
}

/// Years, "never" where insatser gain nothing, or unknown.
fn years(years: Option<rust_decimal::Decimal>, delta: &Total, labels: &Labels) -> Cell {
    match (years, delta.insatser) {
        (Some(years), _) => Cell::Decimal(years),
        (None, Some(_)) => Cell::Text(labels.never.to_owned()),
        (None, None) => Cell::Unknown,
    }
}

/// Of one alternative; none if there is nothing to break even with.
#[must_use]
pub fn table(result: &ScenarioResult, shown: Redistribution, language: Language) -> Option<Table> {
    let labels = labels(language);
    let found = &result.figures.break_even;
    if !found.is_of_interest() {
        return None;
    }
    let sides = sides(result, shown, labels);
    let row = |label: &str, cell: &dyn Fn(&Side<'_>) -> Cell| {
        let cells = std::iter::once(Cell::Text(label.to_owned())).chain(sides.iter().map(cell));
        Row { kind: RowKind::Body, cells: cells.collect() }
    };
    let mut rows = vec![row(BreakEven::saving_needed.heading(language), &|side| side.cells[0].clone())];
    if sides.iter().any(|side| side.delta.forbund < 0) {
        rows.push(row(BreakEven::saving_needed_per_forbund.heading(language), &|side| side.cells[1].clone()));
    }
    rows.push(row(labels.kansli_against_today, &|side| side.cells[2].clone()));
    if found.engangskostnad.is_some() {
        rows.push(row(BreakEven::engangskostnad.heading(language), &|_| Cell::Amount(found.engangskostnad)));
        rows.push(row(BreakEven::payback_years.heading(language), &|side| side.cells[3].clone()));
    }
    let columns = std::iter::once(Column::text(labels.per_year))
        .chain(sides.iter().map(|side| Column::figures(side.heading)))
        .collect();
    Some(Table {
        caption: labels.caption_break_even.to_owned(),
        columns,
        notes: notes(&[result], &rows, labels),
        rows,
    })
}

/// Of alternatives side by side; none if none of them has anything to break even with.
#[must_use]
pub fn comparison(results: &[ScenarioResult], shown: Redistribution, language: Language) -> Option<Table> {
    let labels = labels(language);
    let interesting: Vec<&ScenarioResult> =
        results.iter().filter(|result| result.figures.break_even.is_of_interest()).collect();
    let first = interesting.first()?;
    let has_cost = interesting.iter().any(|result| result.figures.break_even.engangskostnad.is_some());
    let mut columns = vec![Column::text(labels.alternative)];
    let known = sides(first, shown, labels);
    for side in &known {
        let heading =
            format!("{}, {}", BreakEven::saving_needed.heading(language), side.heading.to_lowercase());
        columns.extend([
            Column::figures(&heading),
            Column::figures(BreakEven::saving_needed_per_forbund.heading(language)).joined(),
        ]);
        if has_cost {
            columns.push(Column::figures(BreakEven::payback_years.heading(language)).joined());
        }
    }
    if has_cost {
        columns.push(Column::figures(BreakEven::engangskostnad.heading(language)));
    }
    let rows = interesting.iter().map(|result| {
        let found = &result.figures.break_even;
        let mut cells = vec![Cell::Text(result.head.scenario.name.clone())];
        let sides = sides(result, shown, labels);
        for known in &known {
            let side = sides.iter().find(|side| side.heading == known.heading);
            let [needed, per_forbund, _, years] =
                side.map_or([const { Cell::Unknown }; 4], |side| side.cells.clone());
            let is_fewer = side.is_none_or(|side| side.delta.forbund < 0);
            cells.extend([needed, if is_fewer { per_forbund } else { Cell::Empty }]);
            if has_cost {
                cells.push(if found.engangskostnad.is_some() { years } else { Cell::Empty });
            }
        }
        if has_cost {
            cells.push(found.engangskostnad.map_or(Cell::Empty, |cost| Cell::Amount(Some(cost))));
        }
        Row { kind: RowKind::Body, cells }
    });
    let rows: Vec<Row> = rows.collect();
    Some(Table {
        caption: labels.caption_break_even.to_owned(),
        columns,
        notes: notes(&interesting, &rows, labels),
        rows,
    })
}

fn notes(results: &[&ScenarioResult], rows: &[Row], labels: &Labels) -> Vec<String> {
    let has_cost = results.iter().any(|result| result.figures.break_even.engangskostnad.is_some());
    let is_unknown = |cell: &Cell| matches!(cell, Cell::Unknown | Cell::Amount(None) | Cell::Change(None));
    let has_dash = rows.iter().any(|row| row.cells.iter().any(is_unknown));
    let notes = [
        Some(labels.note_break_even),
        has_cost.then_some(labels.note_payback),
        has_dash.then_some(labels.note_unknown),
    ];
    notes.into_iter().flatten().map(str::to_owned).collect()
}
