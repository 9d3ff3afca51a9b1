//! The report of what changed between two results.

use super::columns::Columns;
use super::document::{Cell, Column, Document, List, Row, RowKind, Table};
use crate::analysis::difference::{Difference, FigureChange, ScenarioDifference};
use crate::catalogue::Level;
use crate::report::words::difference as words;
use crate::text::label::labels;
use crate::text::language::Language;

/// The one line of two results that differ in nothing but what is allowed.
#[must_use]
pub fn quiet_line(difference: &Difference, language: Language) -> String {
    words::unchanged(language, counts(difference).1)
}

/// The report for people: what changed beyond what is allowed, and what is reported beside the figures.
#[must_use]
pub fn document(difference: &Difference, (old, new): (&str, &str), language: Language) -> Document {
    let (beyond, within) = counts(difference);
    let summary = if difference.is_beyond() && beyond > 0 {
        words::changed(language, beyond, within)
    } else {
        words::unchanged(language, within)
    };
    let levels = [Level::Total, Level::Forbund, Level::Kommun, Level::Region];
    let tables = difference
        .scenarios
        .iter()
        .flat_map(|scenario| levels.into_iter().filter_map(|level| table(scenario, level, language)));
    let lists = [
        (labels(language).came_and_went, rows(difference, language)),
        (labels(language).beside_the_figures, texts(difference, language)),
    ];
    let lists = lists.into_iter().filter(|(_, items)| !items.is_empty());
    Document {
        title: words::title(language, old, new),
        lead: vec![summary],
        tables: tables.collect(),
        lists: lists.map(|(title, items)| List { title: title.to_owned(), items }).collect(),
        more: None,
    }
}

/// How many figures changed beyond what is allowed, and how many within it.
fn counts(difference: &Difference) -> (i64, i64) {
    let count = |allowed: bool| difference.figures().filter(|figure| figure.allowed == allowed).count();
    let whole = |count: usize| i64::try_from(count).expect("a count");
    (whole(count(false)), whole(count(true)))
}

/// A figure that changed, below the label of its row.
struct Line<'run> {
    label: String,
    figure: &'run FigureChange,
}

/// The figures of a level: a row per figure of the total, and below each metric a row per förbund, kommun or region.
fn table(scenario: &ScenarioDifference, level: Level, language: Language) -> Option<Table> {
    let labels = labels(language);
    let first = match level {
        Level::Total => labels.figure,
        Level::Forbund => labels.forbund,
        Level::Kommun => labels.kommun,
        Level::Region => labels.region,
    };
    let columns = Columns::new()
        .text(first, |line: &Line<'_>| line.label.clone())
        .figures(labels.old, |line| line.figure.old)
        .figures(labels.new, |line| line.figure.new)
        .figures(labels.change, |line| line.figure.change.map(Cell::Difference))
        .joined(labels.percent, |line| Cell::Percent(line.figure.percent));
    let beyond = scenario.figures.iter().filter(|figure| figure.level == level && !figure.allowed);
    let mut rows = Vec::new();
    let mut heading = None;
    for figure in beyond {
        let metric = match figure.unit.shown(language) {
            Some(unit) => format!("{} ({unit})", figure.metric),
            None => figure.metric.clone(),
        };
        let label = if level == Level::Total {
            metric
        } else {
            if heading != Some(&figure.metric) {
                heading = Some(&figure.metric);
                rows.push(Row::heading(&metric));
            }
            figure.name.clone()
        };
        rows.push(columns.row(RowKind::Body, &Line { label, figure }));
    }
    (!rows.is_empty()).then(|| columns.table(words::caption(language, &scenario.name, level), rows, None))
}

fn rows(difference: &Difference, language: Language) -> Vec<String> {
    let scenarios = |names: &[String], came| {
        names.iter().map(|name| words::scenario(language, name, came)).collect::<Vec<_>>()
    };
    let mut items = scenarios(&difference.added, true);
    items.extend(scenarios(&difference.removed, false));
    for scenario in &difference.scenarios {
        items.extend(
            scenario
                .rows
                .iter()
                .map(|row| words::row(language, &scenario.name, (row.level, &row.side), &row.name, row.came)),
        );
    }
    items
}

fn texts(difference: &Difference, language: Language) -> Vec<String> {
    let of_scenario = |scenario: &ScenarioDifference| {
        let sentence = |text: &crate::analysis::difference::TextChange| {
            let which = (scenario.name.as_str(), text.metric.as_str(), text.name.as_str());
            words::text(language, which, text.old.as_deref(), text.new.as_deref())
        };
        scenario.texts.iter().map(sentence).collect::<Vec<_>>()
    };
    difference.scenarios.iter().flat_map(of_scenario).collect()
}

/// What a level is called in tables for programs.
#[must_use]
pub fn level_name(level: Level) -> &'static str {
    match level {
        Level::Total => "total",
        Level::Forbund => "forbund",
        Level::Kommun => "kommun",
        Level::Region => "region",
    }
}

/// The long table for programs: all that changed, what is allowed too. Of what came or went the other side is empty.
#[must_use]
pub fn long_table(difference: &Difference) -> Table {
    let mut rows = Vec::new();
    let text = |text: &str| Cell::Text(text.to_owned());
    let either = |came: bool, name: &str| {
        if came { [Cell::Empty, text(name)] } else { [text(name), Cell::Empty] }
    };
    let mut push = |names: [&str; 5], values: [Cell; 2], further: [Cell; 3]| {
        let cells = names.map(text).into_iter().chain(values).chain(further);
        rows.push(Row { kind: RowKind::Body, cells: cells.collect() });
    };
    let nothing = || [Cell::Empty, Cell::Empty, text("false")];
    for (names, came) in [(&difference.added, true), (&difference.removed, false)] {
        for name in names {
            push([name, "scenario", "", "", ""], either(came, name), nothing());
        }
    }
    for scenario in &difference.scenarios {
        let name = scenario.name.as_str();
        for row in &scenario.rows {
            let level = level_name(row.level);
            push([name, "row", level, &row.name, &row.side], either(row.came, &row.name), nothing());
        }
        for figure in &scenario.figures {
            push(
                [name, "figure", level_name(figure.level), &figure.name, &figure.metric],
                [figure.old.into(), figure.new.into()],
                [figure.change.into(), figure.percent.into(), text(&figure.allowed.to_string())],
            );
        }
        for change in &scenario.texts {
            let values = [&change.old, &change.new].map(|value| Cell::or_empty(value.as_deref()));
            push(
                [name, "text", "", &change.name, &change.metric],
                values,
                [Cell::Empty, Cell::Empty, text("true")],
            );
        }
    }
    let columns =
        ["scenario", "kind", "level", "name", "metric", "old", "new", "change", "percent", "allowed"];
    Table {
        caption: String::new(),
        columns: columns.iter().map(|name| Column::text(name)).collect(),
        rows,
        notes: Vec::new(),
    }
}
