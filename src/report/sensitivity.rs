//! What a figure hinges on, as tables.

use num_traits::ToPrimitive;
use rust_decimal::Decimal;

use super::columns::Columns;
use super::document::{Cell, Column, Document, List, Row, RowKind, Table};
use super::inquiry::{Report, Section};
use super::picture::Picture;
use super::sensitivity_charts::{Figure, in_short, moving, tornado, turned};
use super::words::uncertain as words;
use crate::analysis::sensitivity::{Critical, Grid, Order, ScenarioSensitivity, Sensitivity, SensitivityRow};
use crate::text::language::Language;
use crate::text::number;

/// The report: a table per alternative, one of those that change places, and the two-way table that was asked for.
#[must_use]
pub fn document(sensitivity: &Sensitivity, language: Language) -> Document {
    let metric = Figure::of(sensitivity);
    let (moved, still): (Vec<_>, Vec<_>) =
        sensitivity.scenarios.iter().partition(|scenario| moving(scenario).next().is_some());
    let mut tables: Vec<Table> =
        moved.into_iter().map(|scenario| of_scenario(scenario, &metric, true, language)).collect();
    if !sensitivity.order.is_empty() {
        tables.push(order(sensitivity, language));
    }
    if let Some(grid) = &sensitivity.grid {
        tables.extend(grids(sensitivity, grid, &metric, language));
    }
    Document {
        title: words::title(language, &metric.name(language)),
        lead: still.into_iter().map(|scenario| in_short(scenario, &metric, language)).collect(),
        tables,
        lists: vec![assumed(sensitivity, language)],
        more: None,
    }
}

/// What must be known to read the tables.
fn assumed(sensitivity: &Sensitivity, language: Language) -> List {
    let labels = words::labels(language);
    let no_order = sensitivity.order.is_empty() && sensitivity.scenarios.len() > 1;
    let notes = [
        Some(labels.note_one_at_a_time),
        sensitivity.is_usual.then_some(labels.note_usual),
        no_order.then_some(labels.no_order),
    ];
    let items = notes.into_iter().flatten().map(str::to_owned).collect();
    List { title: crate::text::label::labels(language).assumptions.to_owned(), items }
}

/// The report with pictures: what decides, when alternatives change places, and each alternative with its chart.
#[must_use]
pub fn report(sensitivity: &Sensitivity, language: Language) -> Report {
    let figure = Figure::of(sensitivity);
    let section = |title: &str, pictures: Vec<Picture>, tables: Vec<Table>| Section {
        pictures,
        document: Document { title: title.to_owned(), tables, ..Document::default() },
        guide: None,
    };
    let order = (!sensitivity.order.is_empty()).then(|| order(sensitivity, language));
    let mut first =
        section(crate::text::label::labels(language).summary, Vec::new(), order.into_iter().collect());
    first.document.lead =
        sensitivity.scenarios.iter().map(|scenario| in_short(scenario, &figure, language)).collect();
    first.document.lists = vec![assumed(sensitivity, language)];
    let mut grids = sensitivity.grid.iter().flat_map(|grid| grids(sensitivity, grid, &figure, language));
    let mut sections = vec![first];
    for scenario in &sensitivity.scenarios {
        let chart = tornado(scenario, &figure, language).map(Picture::Chart);
        let is_moved = moving(scenario).next().is_some();
        let mut tables: Vec<Table> =
            is_moved.then(|| of_scenario(scenario, &figure, false, language)).into_iter().collect();
        tables.extend(grids.next());
        // What nothing moves has been said above.
        if !tables.is_empty() {
            sections.push(section(&scenario.name, chart.into_iter().collect(), tables));
        }
    }
    let title = words::labels(language).page_title.to_owned();
    Report { title, about: Vec::new(), sections, language }
}

/// The table of an alternative; `has_bars` says that a column of it draws them with plain characters.
fn of_scenario(
    scenario: &ScenarioSensitivity,
    metric: &Figure<'_>,
    has_bars: bool,
    language: Language,
) -> Table {
    let labels = words::labels(language);
    let (without, shown): (Vec<_>, Vec<_>) =
        scenario.rows.iter().partition(|row| row.width().is_some_and(|width| width.is_zero()));
    let end = |place: usize| move |row: &&SensitivityRow| Cell::Decimal(row.ends[place].normalize());
    let figure = |place: usize| move |row: &&SensitivityRow| metric.cell(row.figures[place]);
    let columns = Columns::new()
        .text(labels.number, |row: &&SensitivityRow| words::number(language, &row.varying))
        .figures(labels.low, end(0))
        .joined(labels.high, end(1))
        .figures(labels.at_low, figure(0))
        .joined(labels.at_high, figure(1))
        .when(has_bars, |columns| columns.text(labels.bar, |row| Cell::or_empty(bar(row, scenario))))
        .figures(labels.turns, |row| {
            Cell::or_empty(row.critical.as_ref().map(|critical| turned(critical, &row.varying, language)))
        });
    let rows = columns.rows(shown.iter().copied());
    let is_near = shown.iter().any(|row| row.critical.as_ref().is_some_and(|critical| !critical.is_exact));
    let names: Vec<String> = without.iter().map(|row| words::number(language, &row.varying)).collect();
    let notes = [
        (!names.is_empty()).then(|| words::without_effect(language, &names)),
        is_near.then(|| labels.note_exact.to_owned()),
    ];
    let value = metric.text(scenario.value, language);
    columns.table(
        words::caption(&scenario.name, &metric.comes_to(&value, language)),
        rows,
        notes.into_iter().flatten(),
    )
}

/// Characters of a bar.
const BAR: usize = 11;

/// The figure from low to high as a bar of plain characters, on the scale of all numbers of an alternative; a stroke stands
/// where it is with all numbers as they stand.
fn bar(row: &SensitivityRow, scenario: &ScenarioSensitivity) -> Option<String> {
    let figures = scenario.rows.iter().flat_map(|row| row.figures).flatten().chain([scenario.value]);
    let (least, most) = figures.fold((scenario.value, scenario.value), |(least, most), figure| {
        (least.min(figure), most.max(figure))
    });
    let steps = Decimal::from(BAR - 1);
    let place = |figure: Decimal| ((figure - least) * steps).checked_div(most - least)?.round().to_usize();
    let [one, other] = row.figures;
    let (one, other, value) = (place(one?)?, place(other?)?, place(scenario.value)?);
    let range = one.min(other)..=one.max(other);
    let letter = |at: usize| match at {
        _ if at == value => '|',
        _ if range.contains(&at) => '=',
        _ => '.',
    };
    Some((0..BAR).map(letter).collect())
}

fn order(sensitivity: &Sensitivity, language: Language) -> Table {
    let labels = words::labels(language);
    let name = |place: usize| move |order: &&Order| sensitivity.scenarios[order.pair[place]].name.clone();
    let columns = Columns::new()
        .text(labels.number, |order: &&Order| words::number(language, &order.varying))
        .with(Column::figures(labels.changes_order), |order| {
            turned(&order.critical, &order.varying, language)
        })
        .text(labels.more_below, name(0))
        .text(labels.more_above, name(1));
    let rows = columns.rows(&sensitivity.order);
    let is_near = sensitivity.order.iter().any(|order| !order.critical.is_exact);
    let notes = is_near.then(|| labels.note_exact.to_owned());
    columns.table(words::order_caption(language, &Figure::of(sensitivity).name(language)), rows, notes)
}

fn grids(sensitivity: &Sensitivity, grid: &Grid, metric: &Figure<'_>, language: Language) -> Vec<Table> {
    let [rows, columns] = &grid.axes;
    let [of_rows, of_columns] = [rows, columns].map(|axis| words::number(language, &axis.varying));
    let table = |(scenario, figures): (&ScenarioSensitivity, &Vec<Vec<Option<Decimal>>>)| {
        let headings = columns.values.iter().map(|value| number::decimal(language, value.normalize()));
        let row = |(value, figures): (&Decimal, &Vec<Option<Decimal>>)| {
            let first = Cell::Text(number::decimal(language, value.normalize()));
            let cells = std::iter::once(first).chain(figures.iter().map(|figure| metric.cell(*figure)));
            Row { kind: RowKind::Body, cells: cells.collect() }
        };
        Table {
            caption: words::grid_caption(
                language,
                &scenario.name,
                &metric.name(language),
                &of_rows,
                &of_columns,
            ),
            columns: std::iter::once(Column::text(&of_rows))
                .chain(headings.map(|heading| Column::figures(&heading)))
                .collect(),
            rows: rows.values.iter().zip(figures).map(row).collect(),
            notes: Vec::new(),
        }
    };
    sensitivity.scenarios.iter().zip(&grid.figures).map(table).collect()
}

/// The answer for programs: a row per alternative and number; with a two-way table that one.
#[must_use]
pub fn long_table(sensitivity: &Sensitivity) -> Table {
    if let Some(grid) = &sensitivity.grid {
        return long_grid(sensitivity, grid);
    }
    let decimal = |value: Option<Decimal>| Cell::or_empty(value);
    let columns = Columns::new()
        .text("scenario", |(scenario, _): &(&str, &SensitivityRow)| (*scenario).to_owned())
        .text("what", |(_, row)| row.varying.what().key())
        .text("whose", |(_, row)| Cell::or_empty(row.varying.whose.clone()))
        .figures("value", |(_, row)| Cell::Decimal(row.varying.now))
        .figures("low", |(_, row)| Cell::Decimal(row.ends[0]))
        .figures("high", |(_, row)| Cell::Decimal(row.ends[1]))
        .figures("at_low", move |(_, row)| decimal(row.figures[0]))
        .figures("at_high", move |(_, row)| decimal(row.figures[1]))
        .text("critical", |(_, row)| Cell::or_empty(row.critical.as_ref().map(Critical::text)));
    let rows = sensitivity.scenarios.iter();
    let rows = rows.flat_map(|scenario| scenario.rows.iter().map(|row| (scenario.name.as_str(), row)));
    let rows = columns.rows(rows);
    columns.table("", rows, None)
}

fn long_grid(sensitivity: &Sensitivity, grid: &Grid) -> Table {
    let [rows, columns] = &grid.axes;
    let mut items = Vec::new();
    for (scenario, figures) in sensitivity.scenarios.iter().zip(&grid.figures) {
        for (row, figures) in rows.values.iter().zip(figures) {
            for (column, figure) in columns.values.iter().zip(figures) {
                items.push((scenario.name.clone(), *row, *column, *figure));
            }
        }
    }
    let table = Columns::new()
        .text("scenario", |item: &(String, Decimal, Decimal, Option<Decimal>)| item.0.clone())
        .figures(&rows.varying.name(), |item| item.1)
        .figures(&columns.varying.name(), |item| item.2)
        .figures("value", |item| Cell::or_empty(item.3));
    let rows = table.rows(items);
    table.table("", rows, None)
}
