//! The report of one scenario.

use std::collections::{BTreeSet, HashMap};

use super::break_even;
use super::document::{Cell, Column, Document, List, Row, RowKind, Table};
use super::headline;
use crate::analysis::rests_on::shows_illustrative_kansli;
use crate::analysis::result::{
    BaselineHead, Contribution, ForbundResult, Head, KommunResult, ScenarioResult, SideResult, Total,
};
use crate::input::sources_file::ColumnSource;
use crate::model::kronor::Kronor;
use crate::text::label::{Labels, labels};
use crate::text::language::Language;
use crate::text::{assumption, import, number, sentence};

/// Which figures a report shows.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Redistribution {
    /// Gross only.
    Gross,
    /// Net only.
    Net,
    /// Both, gross first.
    #[default]
    Both,
}

impl Redistribution {
    /// Whether gross figures are shown.
    #[must_use]
    pub fn gross(self) -> bool {
        self != Self::Net
    }

    /// Whether net figures are shown, where they are known.
    #[must_use]
    pub fn net(self) -> bool {
        self != Self::Gross
    }
}

/// The report of one scenario.
#[must_use]
pub fn document(result: &ScenarioResult, redistribution: Redistribution, language: Language) -> Document {
    let labels = labels(language);
    let mut lead = vec![headline::of_scenario(result, redistribution, language)];
    lead.extend(result.head.scenario.description.clone());
    let mut tables = vec![forbund_table(result, redistribution, labels)];
    tables.extend(break_even::table(result, redistribution, language));
    tables.push(kommun_table(result, redistribution, labels));
    tables.push(region_table(result, redistribution, labels));
    Document {
        title: result.head.scenario.name.clone(),
        lead,
        tables,
        lists: vec![
            List {
                title: labels.assumptions.to_owned(),
                items: result.assumptions.iter().map(|one| assumption::text(one, language)).collect(),
            },
            List { title: labels.sources.to_owned(), items: sources(&result.head, language) },
        ],
    }
}

/// What the figures rest on, by file.
pub(super) fn sources(head: &Head, language: Language) -> Vec<String> {
    let labels = labels(language);
    let mut items = Vec::new();
    items.push(source(
        labels.scenario,
        &head.scenario.name,
        head.scenario.source.as_deref(),
        &head.scenario.file,
    ));
    items.extend(baseline_sources(&head.baseline, language));
    items
}

/// What a baseline rests on, by file.
pub(super) fn baseline_sources(baseline: &BaselineHead, language: Language) -> Vec<String> {
    let labels = labels(language);
    let mut items = vec![source(labels.baseline, &baseline.name, baseline.source.as_deref(), &baseline.file)];
    items.extend(table_sources(&baseline.table, baseline.year, &baseline.sources, language));
    items
}

/// What a kommun table rests on.
pub(super) fn table_sources(
    table: &str,
    year: Option<i64>,
    sources: &[ColumnSource],
    language: Language,
) -> Vec<String> {
    let labels = labels(language);
    let what = labels.kommun_table;
    let mut items = vec![match year {
        Some(year) => sentence::table_of_year(language, what, table, year),
        None => format!("{what}: {table}"),
    }];
    items.extend(sources.iter().map(|source| {
        let derived = if source.derived { labels.derived_mark } else { "" };
        format!("{}{derived}: {}", language.list(&source.columns), import::citation(language, source))
    }));
    items
}

fn source(what: &str, name: &str, source: Option<&str>, file: &str) -> String {
    match source {
        Some(source) => format!("{what} {name} ({file}): {source}"),
        None => format!("{what} {name} ({file})"),
    }
}

fn forbund_table(result: &ScenarioResult, redistribution: Redistribution, labels: &Labels) -> Table {
    let figures = &result.figures;
    let mut rows = Vec::new();
    side_rows(labels.today, &figures.before, None, labels, &mut rows);
    if redistribution.gross() {
        let (side, delta) = (&figures.after.gross, &figures.delta.gross);
        side_rows(labels.after_gross, side, Some(delta), labels, &mut rows);
    }
    if let (true, Some(side)) = (redistribution.net(), &figures.after.net) {
        side_rows(labels.after_net, side, figures.delta.net.as_ref(), labels, &mut rows);
    }
    let mut notes = vec![labels.note_per_inhabitant.to_owned()];
    let sides = [Some(&figures.before), Some(&figures.after.gross), figures.after.net.as_ref()];
    if sides.into_iter().flatten().any(|side| has_odd_kronor(&side.total, side.forbund.len())) {
        notes.push(labels.note_odd_kronor.to_owned());
    }
    if figures.after.gross.forbund.iter().any(|row| row.outside) {
        notes.push(labels.note_outside.to_owned());
    }
    if figures.before.total.kansli.is_none() || figures.after.gross.total.kansli.is_none() {
        notes.push(labels.note_unknown_sum.to_owned());
    }
    if shows_illustrative_kansli(result) {
        notes.push(labels.note_illustrative.to_owned());
    }
    if redistribution.net() && figures.after.net.is_none() {
        notes.push(labels.note_no_net.to_owned());
    }
    Table {
        caption: labels.caption_forbund.to_owned(),
        columns: vec![
            Column::text(labels.forbund),
            Column::figures(labels.state),
            Column::figures(labels.region),
            Column::figures(labels.kommuner),
            Column::figures(labels.total),
            Column::figures(labels.kansli),
            Column::figures(labels.insatser).joined(),
            Column::figures(labels.kr_per_inhabitant).joined(),
        ],
        rows,
        notes,
    }
}

/// Whether the sums of the two quarters differ by more than the krona that one förbund explains. Each of the rows can
/// give the region one krona more, so a larger difference has another cause: other shares than a quarter each.
pub(super) fn has_odd_kronor(total: &Total, rows: usize) -> bool {
    let difference = (total.region - total.kommuner).get();
    difference > 1 && usize::try_from(difference).is_ok_and(|difference| difference <= rows)
}

fn side_rows(heading: &str, side: &SideResult, delta: Option<&Total>, labels: &Labels, rows: &mut Vec<Row>) {
    rows.push(Row::heading(heading));
    rows.extend(side.forbund.iter().map(forbund_row));
    let total = &side.total;
    let mut cells = vec![Cell::Text(labels.sum.to_owned())];
    cells.extend([total.state, total.region, total.kommuner, total.total].map(|sum| Cell::Amount(Some(sum))));
    cells.extend([Cell::Amount(total.kansli), Cell::Amount(total.insatser), Cell::Empty]);
    rows.push(Row { kind: RowKind::Total, cells });
    if let Some(delta) = delta {
        let mut cells = vec![Cell::Text(labels.change.to_owned())];
        cells.extend(
            [delta.state, delta.region, delta.kommuner, delta.total].map(|sum| Cell::Change(Some(sum))),
        );
        cells.extend([Cell::Change(delta.kansli), Cell::Change(delta.insatser), Cell::Empty]);
        rows.push(Row { kind: RowKind::Change, cells });
    }
}

fn forbund_row(row: &ForbundResult) -> Row {
    let mut cells = vec![Cell::Text(marked_name(row))];
    cells.extend([row.state.total, row.region, row.kommuner, row.total].map(|sum| Cell::Amount(Some(sum))));
    cells.extend([
        Cell::Amount(row.kansli),
        Cell::Amount(row.insatser),
        Cell::Decimal(row.kr_per_inhabitant),
    ]);
    Row { kind: RowKind::Body, cells }
}

/// The name of a row, outside ones with the mark that the notes explain.
fn marked_name(row: &ForbundResult) -> String {
    if row.outside { format!("{} *", row.name) } else { row.name.clone() }
}

fn kommun_table(result: &ScenarioResult, redistribution: Redistribution, labels: &Labels) -> Table {
    let figures = &result.figures;
    let moved = figures.kommuner.iter().any(|kommun| came_from(kommun).is_some());
    let mut columns = vec![Column::text(labels.kommun)];
    if moved {
        columns.push(Column::text(labels.from));
    }
    let net_known = figures.after.net.is_some();
    columns.extend(contribution_columns(redistribution, net_known, labels));
    let mut rows = Vec::new();
    let body = |kommun: &KommunResult| {
        let mut cells = vec![Cell::Text(kommun.kommun.clone())];
        if moved {
            cells.push(Cell::Text(came_from(kommun).unwrap_or_default()));
        }
        cells.extend(contribution_cells(&kommun.contribution, redistribution, net_known));
        Row { kind: RowKind::Body, cells }
    };
    for forbund in &figures.after.gross.forbund {
        rows.push(Row::heading(&marked_name(forbund)));
        let members = figures.kommuner.iter().filter(|kommun| forbund.members.contains(&kommun.kommunkod));
        rows.extend(members.map(body));
    }
    let mut without = figures.kommuner.iter().filter(|kommun| kommun.forbund_after.is_none()).peekable();
    if without.peek().is_some() {
        rows.push(Row::heading(labels.no_forbund));
        rows.extend(without.map(body));
    }
    rows.push(Row::heading(labels.all_kommuner));
    let sum = sum_of(figures.kommuner.iter().map(|kommun| &kommun.contribution));
    let mut cells = vec![Cell::Text(labels.sum.to_owned())];
    if moved {
        cells.push(Cell::Empty);
    }
    cells.extend(contribution_cells(&sum, redistribution, net_known));
    rows.push(Row { kind: RowKind::Total, cells });
    let notes = note_no_member(&rows, labels);
    Table { caption: labels.caption_kommuner.to_owned(), columns, rows, notes }
}

/// The förbund a kommun leaves; nothing where it stays, a dash where it was in none.
fn came_from(kommun: &KommunResult) -> Option<String> {
    if kommun.forbund_before == kommun.forbund_after {
        return None;
    }
    Some(kommun.forbund_before.clone().unwrap_or_else(|| number::UNKNOWN.to_owned()))
}

fn region_table(result: &ScenarioResult, redistribution: Redistribution, labels: &Labels) -> Table {
    let figures = &result.figures;
    let net_known = figures.after.net.is_some();
    let mut columns = vec![Column::text(labels.region)];
    columns.extend(contribution_columns(redistribution, net_known, labels));
    let row = |kind: RowKind, label: &str, contribution: &Contribution| {
        let mut cells = vec![Cell::Text(label.to_owned())];
        cells.extend(contribution_cells(contribution, redistribution, net_known));
        Row { kind, cells }
    };
    let mut rows: Vec<Row> = figures
        .regions
        .iter()
        .map(|region| row(RowKind::Body, &region.region, &region.contribution))
        .collect();
    let sum = sum_of(figures.regions.iter().map(|region| &region.contribution));
    rows.push(row(RowKind::Total, labels.sum, &sum));
    let notes = note_no_member(&rows, labels);
    Table { caption: labels.caption_regions.to_owned(), columns, rows, notes }
}

/// The sum of contributions; who takes no part on a side pays nothing there.
fn sum_of<'result>(contributions: impl Iterator<Item = &'result Contribution>) -> Contribution {
    let contributions: Vec<&Contribution> = contributions.collect();
    let sum = |amount: fn(&Contribution) -> Option<Kronor>| -> Kronor {
        contributions.iter().filter_map(|contribution| amount(contribution)).sum()
    };
    let net = sum(|contribution| contribution.after.net.flatten());
    Contribution::new(
        Some(sum(|contribution| contribution.before)),
        Some(sum(|contribution| contribution.after.gross)),
        Some(Some(net)),
    )
}

/// What a dash in a table of contributions is, where there is one.
fn note_no_member(rows: &[Row], labels: &Labels) -> Vec<String> {
    let has_dash = rows.iter().any(|row| row.cells.contains(&Cell::Amount(None)));
    if has_dash { vec![labels.note_no_member.to_owned()] } else { Vec::new() }
}

fn contribution_columns(redistribution: Redistribution, net_known: bool, labels: &Labels) -> Vec<Column> {
    let mut columns = vec![Column::figures(labels.today)];
    if redistribution.gross() {
        columns.extend([Column::figures(labels.gross), Column::figures(labels.change).joined()]);
    }
    if redistribution.net() && net_known {
        columns.extend([Column::figures(labels.net), Column::figures(labels.change).joined()]);
    }
    columns
}

fn contribution_cells(
    contribution: &Contribution,
    redistribution: Redistribution,
    net_known: bool,
) -> Vec<Cell> {
    let mut cells = vec![Cell::Amount(contribution.before)];
    if redistribution.gross() {
        cells.extend([Cell::Amount(contribution.after.gross), Cell::Change(contribution.delta.gross)]);
    }
    if redistribution.net() && net_known {
        let (after, delta) = (contribution.after.net.flatten(), contribution.delta.net.flatten());
        cells.extend([Cell::Amount(after), Cell::Change(delta)]);
    }
    cells
}

/// Assumptions of several results: those all have in common, then the others with the name of their scenario.
#[must_use]
pub fn shared_assumptions(results: &[ScenarioResult], language: Language) -> Vec<String> {
    let texts: Vec<Vec<String>> = results
        .iter()
        .map(|result| result.assumptions.iter().map(|one| assumption::text(one, language)).collect())
        .collect();
    // How many results rest on each.
    let mut held: HashMap<&str, usize> = HashMap::new();
    for of_result in &texts {
        for text in of_result.iter().map(String::as_str).collect::<BTreeSet<_>>() {
            *held.entry(text).or_default() += 1;
        }
    }
    let in_all = |text: &str| held.get(text) == Some(&results.len());
    let mut items: Vec<String> =
        texts.first().into_iter().flatten().filter(|text| in_all(text)).cloned().collect();
    for (result, texts) in results.iter().zip(&texts) {
        let own = texts.iter().filter(|text| !in_all(text));
        items.extend(own.map(|text| format!("{}: {text}", result.head.scenario.name)));
    }
    items
}
