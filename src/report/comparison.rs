//! The report of several alternatives side by side.

use super::break_even;
use super::document::{Cell, Column, Document, List, Row, RowKind, Table};
use super::headline;
use super::simulation::{Redistribution, baseline_sources, has_odd_kronor, shared_assumptions};
use crate::analysis::ratio::percent;
use crate::analysis::rests_on::shows_illustrative_kansli;
use crate::analysis::result::{ScenarioResult, Total};
use crate::text::label::{Labels, labels};
use crate::text::language::Language;

/// The report of alternatives that rest on one baseline: a row per alternative, today first. There is at least one.
#[must_use]
pub fn document(results: &[ScenarioResult], redistribution: Redistribution, language: Language) -> Document {
    let labels = labels(language);
    let Some(first) = results.first() else {
        return Document { title: String::new(), lead: Vec::new(), tables: Vec::new(), lists: Vec::new() };
    };
    let net_known = results.iter().all(|result| result.figures.after.net.is_some());
    let net = redistribution.net() && net_known;
    let mut tables = Vec::new();
    if redistribution.gross() {
        tables.push(income_table(labels.caption_income_gross, results, labels, gross));
    }
    if net {
        let mut table = income_table(labels.caption_income_net, results, labels, net_side);
        // Said once will do.
        table.notes.retain(|note| tables.iter().all(|before: &Table| !before.notes.contains(note)));
        tables.push(table);
    }
    tables.push(insatser_table(results, redistribution.gross(), net, labels));
    if redistribution.net()
        && !net_known
        && let Some(table) = tables.last_mut()
    {
        table.notes.push(labels.note_no_net.to_owned());
    }
    tables.extend(break_even::comparison(results, redistribution, language));
    let mut sources = baseline_sources(&first.head.baseline, language);
    sources.extend(results.iter().map(|result| {
        let scenario = &result.head.scenario;
        let source = scenario.source.as_ref().map(|source| format!(": {source}")).unwrap_or_default();
        format!("{} {} ({}){source}", labels.scenario, scenario.name, scenario.file)
    }));
    Document {
        title: format!("{}: {}", labels.comparison, first.head.baseline.name),
        lead: vec![
            headline::of_comparison(results, redistribution, language),
            format!("{}: {}.", labels.baseline, first.head.baseline.name),
        ],
        tables,
        lists: vec![
            List { title: labels.assumptions.to_owned(), items: shared_assumptions(results, language) },
            List { title: labels.sources.to_owned(), items: sources },
        ],
    }
}

/// One side of a result and its difference from today.
type Side = for<'result> fn(&'result ScenarioResult) -> Option<(&'result Total, &'result Total)>;

#[expect(clippy::unnecessary_wraps, reason = "the form that gross and net have in common")]
fn gross(result: &ScenarioResult) -> Option<(&Total, &Total)> {
    Some((&result.figures.after.gross.total, &result.figures.delta.gross))
}

fn net_side(result: &ScenarioResult) -> Option<(&Total, &Total)> {
    let after = result.figures.after.net.as_ref()?;
    Some((&after.total, result.figures.delta.net.as_ref()?))
}

fn income_table(caption: &str, results: &[ScenarioResult], labels: &Labels, side: Side) -> Table {
    let mut rows = Vec::with_capacity(results.len() + 1);
    if let Some(first) = results.first() {
        let mut cells = income_cells(labels.today, &first.figures.before.total);
        cells.extend([Cell::Empty, Cell::Empty]);
        rows.push(Row { kind: RowKind::Body, cells });
    }
    for result in results {
        let Some((after, delta)) = side(result) else { continue };
        let mut cells = income_cells(&result.head.scenario.name, after);
        cells.push(Cell::Change(Some(delta.total)));
        cells.push(Cell::Percent(percent(delta.total, result.figures.before.total.total)));
        rows.push(Row { kind: RowKind::Body, cells });
    }
    let today = results.iter().map(|result| (&result.figures.before.total, &result.figures.before.forbund));
    let after =
        results.iter().filter_map(|result| Some((side(result)?.0, &result.figures.after.gross.forbund)));
    let is_odd = today.chain(after).any(|(total, rows)| has_odd_kronor(total, rows.len()));
    let notes = if is_odd { vec![labels.note_odd_kronor.to_owned()] } else { Vec::new() };
    Table {
        caption: caption.to_owned(),
        columns: vec![
            Column::text(labels.alternative),
            Column::figures(labels.number_of_forbund),
            Column::figures(labels.state),
            Column::figures(labels.region),
            Column::figures(labels.kommuner),
            Column::figures(labels.total),
            Column::figures(labels.change).joined(),
            Column::figures(labels.percent).joined(),
        ],
        rows,
        notes,
    }
}

fn income_cells(name: &str, total: &Total) -> Vec<Cell> {
    let mut cells = vec![Cell::Text(name.to_owned()), Cell::Count(total.forbund)];
    cells.extend([total.state, total.region, total.kommuner, total.total].map(|sum| Cell::Amount(Some(sum))));
    cells
}

fn insatser_table(results: &[ScenarioResult], gross_shown: bool, net_shown: bool, labels: &Labels) -> Table {
    let shown = |wanted: bool, side: Side, heading: &'static str| wanted.then_some((side, heading));
    let sides: Vec<(Side, &str)> =
        [shown(gross_shown, gross, labels.insatser_gross), shown(net_shown, net_side, labels.insatser_net)]
            .into_iter()
            .flatten()
            .collect();
    let mut columns = vec![
        Column::text(labels.alternative),
        Column::figures(labels.kansli),
        Column::figures(labels.change).joined(),
    ];
    for (_, heading) in &sides {
        columns.extend([Column::figures(heading), Column::figures(labels.change).joined()]);
    }
    let mut rows = Vec::with_capacity(results.len() + 1);
    if let Some(first) = results.first() {
        let before = &first.figures.before.total;
        let mut cells = vec![Cell::Text(labels.today.to_owned()), Cell::Amount(before.kansli), Cell::Empty];
        for _ in &sides {
            cells.extend([Cell::Amount(before.insatser), Cell::Empty]);
        }
        rows.push(Row { kind: RowKind::Body, cells });
    }
    for result in results {
        // A kansli costs the same gross and net.
        let (after, delta) = (&result.figures.after.gross.total, &result.figures.delta.gross);
        let mut cells = vec![
            Cell::Text(result.head.scenario.name.clone()),
            Cell::Amount(after.kansli),
            Cell::Change(delta.kansli),
        ];
        for (side, _) in &sides {
            let totals = side(result);
            cells.push(Cell::Amount(totals.and_then(|(after, _)| after.insatser)));
            cells.push(Cell::Change(totals.and_then(|(_, delta)| delta.insatser)));
        }
        rows.push(Row { kind: RowKind::Body, cells });
    }
    let unknown = rows.iter().any(|row| row.cells.contains(&Cell::Amount(None)));
    let mut notes = if unknown { vec![labels.note_unknown.to_owned()] } else { Vec::new() };
    if results.iter().any(shows_illustrative_kansli) {
        notes.push(labels.note_illustrative.to_owned());
    }
    Table { caption: labels.caption_insatser.to_owned(), columns, rows, notes }
}
