//! The report of several alternatives side by side.

use super::assumptions;
use super::boards;
use super::break_even;
use super::by_baseline;
use super::columns::Columns;
use super::document::{Cell, Document, List, Table};
use super::flip;
use super::headline;
use super::insatser;
use super::matrix::{self, By};
use super::positions;
use super::posts_in_kind;
use super::redistribution::Redistribution;
use super::reference;
use super::screen::{self, Length};
use super::simulation::{baseline_sources, has_odd_kronor, source};
use super::smallest_forbund;
use super::society_value;
use super::years;
use crate::analysis::alternatives::Alternatives;
use crate::analysis::ratio::percent;
use crate::analysis::rests_on::shows_illustrative_kansli;
use crate::analysis::result::{ScenarioResult, Total};
use crate::model::kronor::Kronor;
use crate::report::words::by_baseline as words;
use crate::report::words::period::Period;
use crate::text::label::{Labels, labels};
use crate::text::language::Language;

/// The report of alternatives: a row per alternative, today first, or a matrix of each figure `by` förbund or kommun.
/// Those of each baseline have their own row of today. There is at least one alternative.
#[must_use]
pub fn document(
    groups: &[Alternatives<'_>],
    by: Option<By>,
    redistribution: Redistribution,
    length: Length,
    language: Language,
) -> Document {
    // A matrix was asked for by name, and a screen shows all of them.
    let mut shown = by_baseline::tables(groups, language, |results| match by {
        None => years::comparison(results, redistribution, language),
        Some(by) => matrix::tables(results, by, redistribution, language),
    });
    if length == Length::Screen && by.is_none() {
        shown.extend(in_short(groups, redistribution, language));
    }
    let on_screen = shown.len();
    if by.is_none() {
        let others = |results: &[ScenarioResult]| tables(results, redistribution, language);
        shown.extend(by_baseline::tables(groups, language, others));
    }
    let mut document = around(shown, groups, redistribution, language);
    if length == Length::Screen {
        screen::shorten(&mut document, on_screen, groups, language);
    }
    document
}

/// Income, what is left for insatser, and break-even, a row per alternative.
fn tables(results: &[ScenarioResult], redistribution: Redistribution, language: Language) -> Vec<Table> {
    let labels = labels(language);
    let net = redistribution.net_of(results);
    let mut tables = Vec::new();
    if redistribution.gross() {
        tables.push(income_table(results, false, labels));
    }
    if net {
        let mut table = income_table(results, true, labels);
        // Said once will do.
        table.notes.retain(|note| tables.iter().all(|before: &Table| !before.notes.contains(note)));
        tables.push(table);
    }
    tables.push(insatser_table(results, redistribution.gross(), net, labels));
    if redistribution.net()
        && !net
        && let Some(table) = tables.last_mut()
    {
        table.notes.push(labels.note_no_net.to_owned());
    }
    tables.extend(smallest_forbund::comparison(results, redistribution, language));
    tables.extend(insatser::comparison(results, redistribution, language));
    tables.extend(society_value::comparison(results, language));
    tables.extend(reference::table(&results[0], language));
    tables.extend(break_even::comparison(results, redistribution, language));
    tables.extend(flip::table(results, redistribution, language));
    tables.extend(positions::tables(results, redistribution, language));
    tables.extend(boards::tables(results, language));
    tables.extend(posts_in_kind::comparison(results, language));
    tables
}

/// The report that these tables stand in.
fn around(
    tables: Vec<Table>,
    groups: &[Alternatives<'_>],
    redistribution: Redistribution,
    language: Language,
) -> Document {
    let labels = labels(language);
    let mut lead = headlines(groups, redistribution, language);
    lead.push(baselines(groups, language));
    let mut lists = assumptions::all(groups, language);
    lists.extend(groups.iter().map(|group| List {
        title: words::labelled(group.baseline, labels.sources),
        items: sources(group.results, language),
    }));
    let title = format!("{}: {}", labels.comparison, baseline_names(groups));
    Document { title, lead, tables, lists, more: None }
}

/// What the alternatives of each baseline change most and least.
pub(super) fn headlines(
    groups: &[Alternatives<'_>],
    redistribution: Redistribution,
    language: Language,
) -> Vec<String> {
    by_baseline::sentences(groups, |results| {
        let of_paths = headline::of_paths(results, redistribution, language).into_iter();
        let money = of_paths.chain([headline::of_comparison(results, redistribution, language)]);
        money.chain(positions::sentences(results, language)).collect()
    })
}

/// The names of the baselines.
pub(super) fn baseline_names(groups: &[Alternatives<'_>]) -> String {
    words::names(&named(groups))
}

fn named<'run>(groups: &[Alternatives<'run>]) -> Vec<&'run str> {
    let name = |group: &Alternatives<'run>| {
        group.baseline.or_else(|| Some(group.results.first()?.head.baseline.name.as_str()))
    };
    groups.iter().filter_map(name).collect()
}

/// Which baselines there are.
pub(super) fn baselines(groups: &[Alternatives<'_>], language: Language) -> String {
    match named(groups)[..] {
        [one] => format!("{}: {one}.", labels(language).baseline),
        ref several => words::several(language, several),
    }
}

/// The files of a baseline and of its alternatives.
fn sources(results: &[ScenarioResult], language: Language) -> Vec<String> {
    let of_baseline = results.first().map(|first| baseline_sources(&first.head.baseline, language));
    let of_scenarios = results.iter().map(|result| {
        let scenario = &result.head.scenario;
        let named = (scenario.name.as_str(), scenario.file.as_str());
        source(language, labels(language).scenario, named, scenario.source.as_deref())
    });
    of_baseline.into_iter().flatten().chain(of_scenarios).collect()
}

/// Today in one row of each baseline, and what each alternative changes in its.
pub(super) fn in_short(groups: &[Alternatives<'_>], shown: Redistribution, language: Language) -> Vec<Table> {
    by_baseline::tables(groups, language, |results| vec![short_table(results, shown, language)])
}

/// Today in one row, and what each alternative changes in its.
fn short_table(results: &[ScenarioResult], shown: Redistribution, language: Language) -> Table {
    let labels = labels(language);
    let gross = shown.gross().then_some(false);
    let net = shown.net_of(results).then_some(true);
    let sides: Vec<(bool, Vec<Line<'_>>)> =
        gross.into_iter().chain(net).map(|net| (net, lines(results, net, labels))).collect();
    let Some((_, first)) = sides.first() else { return Table::default() };
    let figure = |line: &Line<'_>, of: fn(&Total) -> Option<Kronor>| match &line.delta {
        None => Cell::Amount(line.total.as_ref().and_then(of)),
        Some(delta) => Cell::Change(of(delta)),
    };
    let heading = |figure: &str, net: bool, place: usize| side_heading(figure, (net, place), labels);
    let mut columns = Columns::new()
        .text(labels.alternative, |&row: &usize| first[row].name)
        .figures(Total::forbund.heading(language), |&row| {
            first[row].total.map(|total| Cell::Count(total.forbund))
        });
    for (place, (net, lines)) in sides.iter().enumerate() {
        let heading = heading(labels.income, *net, place);
        let income = move |&row: &usize| figure(&lines[row], |one| Some(one.total));
        columns =
            if place == 0 { columns.figures(&heading, income) } else { columns.joined(&heading, income) };
    }
    columns = columns.figures(Total::kansli.heading(language), |&row| figure(&first[row], |one| one.kansli));
    for (place, (net, lines)) in sides.iter().enumerate() {
        let heading = heading(Total::insatser.heading(language), *net, place);
        let insatser = move |&row: &usize| figure(&lines[row], |one| one.insatser);
        columns =
            if place == 0 { columns.figures(&heading, insatser) } else { columns.joined(&heading, insatser) };
    }
    let rows = columns.rows(0..first.len());
    let unknown = rows.iter().any(|row| row.cells.iter().any(Cell::is_unknown));
    let notes = [
        unknown.then_some(labels.note_unknown),
        results.iter().any(shows_illustrative_kansli).then_some(labels.note_illustrative),
    ];
    let caption = Period::of_all(results).caption(language, |captions| captions.in_short);
    columns.table(caption, rows, notes.into_iter().flatten().map(str::to_owned))
}

/// The heading of a figure on one side; the first of them names the figure.
fn side_heading(figure: &str, (is_net, place): (bool, usize), labels: &Labels) -> String {
    let side = if is_net { labels.net } else { labels.gross };
    if place == 0 { format!("{figure}, {}", side.to_lowercase()) } else { side.to_owned() }
}

/// Today, or an alternative: its sums on one side, and how they differ from today's.
#[derive(Clone, Copy)]
struct Line<'run> {
    name: &'run str,
    total: Option<Total>,
    delta: Option<Total>,
    today: Kronor,
}

/// Today, then a side of every alternative.
fn lines<'run>(results: &'run [ScenarioResult], net: bool, labels: &'static Labels) -> Vec<Line<'run>> {
    let today = results.first().map(|first| {
        let total = first.figures.before.total;
        Line { name: labels.today, total: Some(total), delta: None, today: total.total }
    });
    let after = results.iter().map(|result| {
        let (after, delta) = (&result.figures.after, &result.figures.delta);
        let side = if net { after.net.as_ref() } else { Some(&after.gross) };
        Line {
            name: &result.head.scenario.name,
            total: side.map(|side| side.total),
            delta: if net { delta.net } else { Some(delta.gross) },
            today: result.figures.before.total.total,
        }
    });
    today.into_iter().chain(after).collect()
}

fn income_table(results: &[ScenarioResult], net: bool, labels: &'static Labels) -> Table {
    let amount =
        |figure: fn(&Total) -> Kronor| move |line: &(Line<'_>, Total)| Cell::Amount(Some(figure(&line.1)));
    let columns = Columns::new()
        .text(labels.alternative, |(line, _): &(Line<'_>, Total)| line.name.to_owned())
        .figures(Total::forbund.heading(labels.language), |(_, total)| Cell::Count(total.forbund))
        .figures(Total::state.heading(labels.language), amount(|total| total.state))
        .figures(labels.region, amount(|total| total.region))
        .figures(labels.kommuner, amount(|total| total.kommuner))
        .figures(Total::total.heading(labels.language), amount(|total| total.total))
        .joined(labels.change, |(line, _)| {
            Cell::or_empty(line.delta.map(|delta| Cell::Change(Some(delta.total))))
        })
        .joined(labels.percent, |(line, _)| {
            Cell::or_empty(line.delta.map(|delta| Cell::Percent(percent(delta.total, line.today))))
        });
    let known = lines(results, net, labels);
    let known: Vec<(Line<'_>, Total)> =
        known.into_iter().filter_map(|line| Some((line, line.total?))).collect();
    let today = results.first().map(|first| first.figures.before.forbund.len());
    let after = results.iter().map(|result| result.figures.after.gross.forbund.len());
    let is_odd = known
        .iter()
        .zip(today.into_iter().chain(after))
        .any(|((_, total), rows)| has_odd_kronor(total, rows));
    let rows = columns.rows(known);
    let caption = Period::of_all(results)
        .caption(labels.language, |captions| if net { captions.income_net } else { captions.income_gross });
    columns.table(caption, rows, is_odd.then(|| labels.note_odd_kronor.to_owned()))
}

fn insatser_table(
    results: &[ScenarioResult],
    gross_shown: bool,
    net_shown: bool,
    labels: &'static Labels,
) -> Table {
    let (gross, net) = (lines(results, false, labels), lines(results, true, labels));
    // A kansli costs the same gross and net.
    let mut columns = Columns::new()
        .text(labels.alternative, |&row: &usize| gross[row].name)
        .figures(Total::kansli.heading(labels.language), |&row| {
            Cell::Amount(gross[row].total.and_then(|total| total.kansli))
        })
        .joined(labels.change, |&row| {
            Cell::or_empty(gross[row].delta.map(|delta| Cell::Change(delta.kansli)))
        });
    let sides =
        [(gross_shown, false, labels.insatser_gross, &gross), (net_shown, true, labels.insatser_net, &net)];
    let sides = || sides.into_iter().filter(|(is_shown, ..)| *is_shown);
    for (_, _, heading, side) in sides() {
        columns = columns
            .figures(heading, |&row| Cell::Amount(side[row].total.and_then(|total| total.insatser)))
            .joined(labels.change, |&row| {
                Cell::or_empty(
                    (row > 0).then(|| Cell::Change(side[row].delta.and_then(|delta| delta.insatser))),
                )
            });
    }
    // It is of the income of the side.
    for (place, (_, is_net, _, side)) in sides().enumerate() {
        let heading = side_heading(Total::kansli_share.heading(labels.language), (is_net, place), labels);
        let share = |&row: &usize| side[row].total.and_then(|total| total.kansli_share);
        columns = if place == 0 { columns.figures(&heading, share) } else { columns.joined(&heading, share) };
    }
    let rows = columns.rows(0..gross.len());
    let unknown = rows.iter().any(|row| row.cells.contains(&Cell::Amount(None)));
    let notes = [
        unknown.then_some(labels.note_unknown),
        results.iter().any(shows_illustrative_kansli).then_some(labels.note_illustrative),
    ];
    let caption = Period::of_all(results).caption(labels.language, |captions| captions.insatser);
    columns.table(caption, rows, notes.into_iter().flatten().map(str::to_owned))
}
