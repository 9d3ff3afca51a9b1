//! The report of what changed between two results.

use super::columns::Columns;
use super::difference_lines::{Group, Line, groups, height, shortened};
use super::document::{Cell, Column, Document, List, Row, RowKind, Table};
use super::screen::Length;
use crate::analysis::difference::{Difference, ScenarioDifference};
use crate::catalogue::Level;
use crate::report::words::difference as words;
use crate::text::label::labels;
use crate::text::language::Language;

/// The one line of two results that differ in nothing but what is allowed.
#[must_use]
pub fn quiet_line(difference: &Difference, language: Language) -> String {
    words::unchanged(language, counts(difference).1)
}

/// The report for people: what changed beyond what is allowed, and what is reported beside the figures. A screen shows a
/// page of it, and says how much more there is.
#[must_use]
pub fn document(
    difference: &Difference,
    (old, new): (&str, &str),
    length: Length,
    language: Language,
) -> Document {
    let (beyond, within) = counts(difference);
    let summary = if beyond > 0 {
        words::changed(language, beyond, within)
    } else {
        words::unchanged(language, within)
    };
    let mut lists = [
        (labels(language).came_and_went, rows(difference, language)),
        (labels(language).beside_the_figures, texts(difference, language)),
    ];
    let all_items = lists.each_ref().map(|(_, items)| items.len());
    let mut tables = tables(difference, language);
    if length == Length::Screen {
        for (_, items) in &mut lists {
            items.truncate(MOST_ITEMS);
        }
        let of_lists =
            lists.iter().filter(|(_, items)| !items.is_empty()).map(|(_, items)| items.len() + AROUND_LIST);
        shorten(&mut tables, MOST_LINES.saturating_sub(AROUND + of_lists.sum::<usize>()));
    }
    let shown: usize = tables
        .iter()
        .flat_map(|table| &table.groups)
        .flat_map(|group| &group.lines)
        .map(|line| line.figures)
        .sum();
    let figures = usize::try_from(beyond).expect("a count") - shown;
    let [rows, texts] = [0, 1].map(|list| all_items[list] - lists[list].1.len());
    let lists = lists.into_iter().filter(|(_, items)| !items.is_empty());
    Document {
        title: words::title(language, old, new),
        lead: vec![summary],
        tables: tables.iter().map(|table| table.shown(language)).collect(),
        lists: lists.map(|(title, items)| List { title: title.to_owned(), items }).collect(),
        more: (figures + rows + texts > 0).then(|| words::more(language, figures, rows, texts)),
    }
}

/// Lines of a page; those of the summary and of what is said of the rest, with the space around them; and those around a
/// table and around a list.
const MOST_LINES: usize = 40;
const AROUND: usize = 3;
const AROUND_TABLE: usize = 4;
const AROUND_LIST: usize = 2;
/// A table with fewer lines says too little for the space it takes.
const FEWEST_ROWS: usize = 2;
/// Items of a list on a screen.
const MOST_ITEMS: usize = 3;

/// How many figures changed beyond what is allowed, and how many within it.
fn counts(difference: &Difference) -> (i64, i64) {
    let count = |allowed: bool| difference.figures().filter(|figure| figure.allowed == allowed).count();
    let whole = |count: usize| i64::try_from(count).expect("a count");
    (whole(count(false)), whole(count(true)))
}

/// The figures of a level of a scenario.
struct LevelTable<'run> {
    scenario: &'run ScenarioDifference,
    level: Level,
    groups: Vec<Group<'run>>,
}

/// The tables of every scenario: all förbund together, then each of them, each kommun and each region.
fn tables(difference: &Difference, language: Language) -> Vec<LevelTable<'_>> {
    let levels = [Level::Total, Level::Forbund, Level::Kommun, Level::Region];
    let all = difference.scenarios.iter().flat_map(|scenario| {
        levels.map(|level| LevelTable { scenario, level, groups: groups(scenario, level, language) })
    });
    all.filter(|table| !table.groups.is_empty()).collect()
}

/// Leaves what has space in so many lines: the sums of every scenario come before its förbund, and these before the rest.
fn shorten(tables: &mut Vec<LevelTable<'_>>, lines: usize) {
    let most = (lines / (AROUND_TABLE + FEWEST_ROWS)).max(1);
    let mut order: Vec<usize> = (0..tables.len()).collect();
    order.sort_by_key(|&place| tables[place].level);
    order.truncate(most);
    let mut left = lines.saturating_sub(order.len() * AROUND_TABLE);
    // Who needs least is asked first, and leaves the others the rest.
    order.sort_by_key(|&place| height(&tables[place].groups));
    for (asked, &place) in order.iter().enumerate() {
        let groups = shortened(std::mem::take(&mut tables[place].groups), left / (order.len() - asked));
        left = left.saturating_sub(height(&groups));
        tables[place].groups = groups;
    }
    let mut place = 0..;
    tables.retain(|_| place.next().is_some_and(|place| order.contains(&place)));
}

impl LevelTable<'_> {
    /// The table as it is shown.
    fn shown(&self, language: Language) -> Table {
        let labels = labels(language);
        let first = match self.level {
            Level::Total => labels.figure,
            Level::Forbund => labels.forbund,
            Level::Kommun => labels.kommun,
            Level::Region => labels.region,
        };
        let columns = Columns::new()
            .text(first, |line: &&Line<'_>| line.label.clone())
            .figures(labels.old, |line| line.figure.old)
            .figures(labels.new, |line| line.figure.new)
            .figures(labels.change, |line| line.figure.change.map(Cell::Difference))
            .joined(labels.percent, |line| Cell::Percent(line.figure.percent));
        let rows = self.groups.iter().flat_map(|group| {
            let heading = group.heading().map(Row::heading);
            heading.into_iter().chain(columns.rows(&group.lines)).collect::<Vec<_>>()
        });
        let rows = rows.collect();
        columns.table(words::caption(language, &self.scenario.name, self.level), rows, None)
    }
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

/// A text that changed alike in several rows: gross and net, or several kommuner.
struct ChangedText<'run> {
    what: String,
    old: Option<&'run str>,
    new: Option<&'run str>,
    /// The rows, where they have names.
    names: Vec<&'run str>,
}

fn texts(difference: &Difference, language: Language) -> Vec<String> {
    let mut sentences = Vec::new();
    for scenario in &difference.scenarios {
        let mut alike: Vec<ChangedText<'_>> = Vec::new();
        for text in &scenario.texts {
            let what = words::described(language, &text.metric);
            let (old, new) = (text.old.as_deref(), text.new.as_deref());
            let known = alike.iter().position(|one| (&one.what, one.old, one.new) == (&what, old, new));
            let place = known.unwrap_or_else(|| {
                alike.push(ChangedText { what, old, new, names: Vec::new() });
                alike.len() - 1
            });
            let names = &mut alike[place].names;
            if !text.name.is_empty() && !names.contains(&text.name.as_str()) {
                names.push(&text.name);
            }
        }
        sentences.extend(
            alike
                .iter()
                .map(|one| words::text(language, (&scenario.name, &one.what, &one.names), one.old, one.new)),
        );
    }
    sentences
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
