//! The report of one scenario.

use std::collections::BTreeSet;

use super::assumptions;
use super::bound;
use super::break_even;
use super::columns::Columns;
use super::document::{Cell, Document, List, Row, RowKind, Table};
use super::headline;
use super::holdings;
use super::insatser;
use super::kansli;
use super::maximum;
use super::posts_in_kind;
use super::redistribution::Redistribution;
use super::reference;
use super::rows;
use super::screen::{self, Length};
use super::smallest_forbund;
use super::society_value;
use super::summary;
use super::years;
use crate::analysis::alternatives::Alternatives;
use crate::analysis::ratio::kr_per_inhabitant;
use crate::analysis::rests_on::shows_illustrative_kansli;
use crate::analysis::result::{
    BaselineHead, Contribution, ForbundResult, GrossAndNet, Head, KommunResult, ScenarioResult, SideResult,
    Total,
};
use crate::input::sources_file::ColumnSource;
use crate::model::kronor::Kronor;
use crate::report::words::period::Period;
use crate::report::words::sentence::{lower_first, marked};
use crate::report::words::{decision, import, screen as words, sentence};
use crate::text::label::{Labels, column, labels};
use crate::text::language::Language;
use crate::text::number;

/// The report of one scenario.
#[must_use]
pub fn document(
    result: &ScenarioResult,
    redistribution: Redistribution,
    length: Length,
    language: Language,
) -> Document {
    let mut document = of_forbund(result, redistribution, length, language);
    let labels = labels(language);
    document.tables.push(kommun_table(result, redistribution, labels));
    document.tables.push(region_table(result, redistribution, labels));
    if length == Length::Screen {
        let parties = summary::parties(result, redistribution, language);
        match document.lead.get_mut(1) {
            // Of the same year as the sentence before them.
            Some(of_year) if result.path.is_some() => {
                *of_year = [vec![of_year.clone()], parties].concat().join(" ");
            }
            _ => document.lead.extend(parties),
        }
        let rules = usize::from(bound::table(result, redistribution, language).is_some());
        let shown = 1 + rules + years::tables(result, redistribution, language).len();
        screen::shorten(&mut document, shown, &[alone(result)], language);
    }
    document
}

/// The whole report but for what kommuner and regions pay, where that stands elsewhere.
#[must_use]
pub fn without_contributions(
    result: &ScenarioResult,
    redistribution: Redistribution,
    language: Language,
) -> Document {
    of_forbund(result, redistribution, Length::Full, language)
}

/// The report with what the förbund have, and without what each party pays.
fn of_forbund(
    result: &ScenarioResult,
    redistribution: Redistribution,
    length: Length,
    language: Language,
) -> Document {
    let labels = labels(language);
    let mut lead: Vec<String> = headline::of_path(result, redistribution, language).into_iter().collect();
    lead.push(headline::of_scenario(result, redistribution, language));
    lead.extend(result.head.scenario.description.clone());
    let mut tables = years::tables(result, redistribution, language);
    tables.push(forbund_table(result, redistribution, length, labels));
    tables.extend(bound::table(result, redistribution, language));
    tables.extend(break_even::table(result, redistribution, language));
    if length == Length::Full {
        tables.extend(kansli::table(result, language));
        tables.extend(smallest_forbund::table(result, redistribution, language));
        tables.extend(holdings::tables(result, redistribution, language));
        tables.extend(insatser::tables(result, redistribution, language));
        tables.extend(posts_in_kind::table(result, language));
        tables.extend(society_value::table(result, language));
        tables.extend(reference::table(result, language));
    } else {
        // Only named where the rest is.
        tables.extend(insatser::tables(result, redistribution, language).into_iter().take(1));
    }
    tables.extend(maximum::table(result, redistribution, language));
    let mut lists = assumptions::all(&[alone(result)], language);
    lists.push(List { title: labels.sources.to_owned(), items: sources(&result.head, language) });
    Document { title: result.head.scenario.name.clone(), lead, tables, lists, more: None }
}

/// What every förbund has, gross and net.
pub(super) fn forbund_in_full(
    result: &ScenarioResult,
    redistribution: Redistribution,
    language: Language,
) -> Table {
    forbund_table(result, redistribution, Length::Full, labels(language))
}

fn alone(result: &ScenarioResult) -> Alternatives<'_> {
    Alternatives::alone(std::slice::from_ref(result))
}

/// What the figures rest on, by file.
pub(super) fn sources(head: &Head, language: Language) -> Vec<String> {
    let labels = labels(language);
    let mut items = Vec::new();
    let scenario = &head.scenario;
    let named = (scenario.name.as_str(), scenario.file.as_str());
    items.push(source(language, labels.scenario, named, scenario.source.as_deref()));
    items.extend(baseline_sources(&head.baseline, language));
    items
}

/// What a baseline rests on, by file.
pub(super) fn baseline_sources(baseline: &BaselineHead, language: Language) -> Vec<String> {
    let labels = labels(language);
    let named = (baseline.name.as_str(), baseline.file.as_str());
    let mut items = vec![source(language, labels.baseline, named, baseline.source.as_deref())];
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
        let mut names: Vec<String> =
            source.columns.iter().map(|one| column(language, one).to_owned()).collect();
        // Within the list they go on as a sentence does.
        names.iter_mut().skip(1).for_each(|name| *name = lower_first(name));
        format!("{}{derived}: {}", language.list(&names), import::citation(language, source))
    }));
    items
}

/// A file by what it is, its name, and where it comes from.
pub(super) fn source(language: Language, what: &str, head: (&str, &str), source: Option<&str>) -> String {
    let (name, file) = head;
    let file = sentence::file(language, file, ("inbyggt exempel", "built-in example"));
    match source {
        Some(source) => format!("{what} {name} ({file}): {source}"),
        None => format!("{what} {name} ({file})"),
    }
}

fn forbund_table(
    result: &ScenarioResult,
    redistribution: Redistribution,
    length: Length,
    labels: &Labels,
) -> Table {
    let figures = &result.figures;
    let columns = Columns::new()
        .text(labels.forbund, |line: &Line| line.label.clone())
        .figures(Total::state.heading(labels.language), |line| line.amount(line.total.state))
        .figures(labels.region, |line| line.amount(line.total.region))
        .figures(labels.kommuner, |line| line.amount(line.total.kommuner))
        .figures(Total::total.heading(labels.language), |line| line.amount(line.total.total))
        .figures(Total::kansli.heading(labels.language), |line| line.amount(line.total.kansli))
        .joined(Total::insatser.heading(labels.language), |line| line.amount(line.total.insatser))
        .joined(ForbundResult::kr_per_inhabitant.heading(labels.language), |line| {
            line.per_inhabitant.clone()
        });
    let rows_with = |folded: &Folded<'_>| {
        let side_rows = |heading: &str, side: &SideResult, delta: Option<&Total>| {
            side_rows(&columns, heading, side, delta, (folded, labels))
        };
        let mut rows = side_rows(labels.forbund_today, &figures.before, None);
        // What is the same is shown once.
        let agree = redistribution == Redistribution::Both
            && figures.after.net.as_ref() == Some(&figures.after.gross);
        if redistribution.gross() {
            let (side, delta) = (&figures.after.gross, &figures.delta.gross);
            let heading = if agree { labels.after_both } else { labels.after_gross };
            rows.extend(side_rows(heading, side, Some(delta)));
        }
        if let (true, Some(side)) = (redistribution.net() && !agree, &figures.after.net) {
            let mut net = side_rows(labels.after_net, side, figures.delta.net.as_ref());
            if length == Length::Screen && redistribution.gross() {
                // What each förbund has net is a little more or less than gross.
                net.retain(|row| row.kind != RowKind::Body);
            }
            rows.extend(net);
        }
        rows
    };
    let mut rows = rows_with(&Folded::default());
    if length == Length::Screen && rows.len() > screen::MOST_ROWS {
        rows = rows_with(&Folded::of(result, redistribution));
    }
    let mut notes: Vec<String> = kansli_share(result, redistribution, labels.language).into_iter().collect();
    notes.push(labels.note_per_inhabitant.to_owned());
    if rows::have_months(result) {
        notes.push(labels.note_months.to_owned());
    }
    let sides = [Some(&figures.before), Some(&figures.after.gross), figures.after.net.as_ref()];
    let is_full = length == Length::Full;
    if is_full && sides.into_iter().flatten().any(|side| has_odd_kronor(&side.total, side.forbund.len())) {
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
    notes.extend(note_no_net(result, redistribution, labels));
    let caption = Period::of(result).caption(labels.language, |captions| captions.forbund);
    columns.table(caption, rows, notes)
}

/// What the kanslier take of the income today and afterwards; nothing where that is not known.
fn kansli_share(result: &ScenarioResult, shown: Redistribution, language: Language) -> Option<String> {
    let figures = &result.figures;
    let share = |side: &SideResult| side.total.kansli_share;
    let net = figures.after.net.as_ref().filter(|_| shown.net()).and_then(share);
    let gross = share(&figures.after.gross).filter(|_| shown.gross() || net.is_none());
    let is_any_outside = figures.after.gross.forbund.iter().any(|row| row.outside);
    gross.or(net)?;
    let after = GrossAndNet { gross, net: Some(net) };
    Some(sentence::kansli_share(language, Period::of(result), share(&figures.before)?, after, is_any_outside))
}

/// Whether the sums of the two quarters differ by more than the krona that one förbund explains. Each of the rows can
/// give the region one krona more, so a larger difference has another cause: other shares than a quarter each.
pub(super) fn has_odd_kronor(total: &Total, rows: usize) -> bool {
    let difference = (total.region - total.kommuner).get();
    difference > 1 && usize::try_from(difference).is_ok_and(|difference| difference <= rows)
}

/// A row of the table of förbund.
struct Line {
    label: String,
    total: Total,
    is_change: bool,
    per_inhabitant: Cell,
}

impl Line {
    fn amount(&self, amount: impl Into<Option<Kronor>>) -> Cell {
        let amount = amount.into();
        if self.is_change { Cell::Change(amount) } else { Cell::Amount(amount) }
    }
}

fn side_rows(
    columns: &Columns<'_, Line>,
    heading: &str,
    side: &SideResult,
    delta: Option<&Total>,
    (folded, labels): (&Folded<'_>, &Labels),
) -> Vec<Row> {
    let line = |kind: RowKind, label: &str, total: Total, per_inhabitant: Cell| {
        let is_change = kind == RowKind::Change;
        columns.row(kind, &Line { label: label.to_owned(), total, is_change, per_inhabitant })
    };
    let mut rows = vec![Row::heading(heading)];
    let (others, shown): (Vec<&ForbundResult>, Vec<&ForbundResult>) =
        side.forbund.iter().partition(|row| folded.names.contains(row.name.as_str()));
    rows.extend(shown.iter().map(|row| {
        let total = Total::of([*row]);
        line(RowKind::Body, &marked(&row.name, row.outside), total, Cell::Decimal(row.kr_per_inhabitant))
    }));
    if !others.is_empty() {
        let total = Total::of(others.iter().copied());
        let each = kr_per_inhabitant(total.total, others.iter().map(|row| row.befolkning_16_64).sum());
        let name = words::forbund_left_alone(labels.language, others.len(), folded.keep_money);
        rows.push(line(RowKind::Body, &name, total, each.into()));
    }
    rows.push(line(RowKind::Total, labels.sum, side.total, Cell::Empty));
    rows.extend(delta.map(|delta| line(RowKind::Change, labels.change, *delta, Cell::Empty)));
    rows
}

/// The förbund that a screen shows as one row, as the alternative leaves them as they are.
#[derive(Default)]
struct Folded<'run> {
    names: BTreeSet<&'run str>,
    /// Whether they have the same money afterwards: what is freed elsewhere returns to all förbund, net.
    keep_money: bool,
}

impl<'run> Folded<'run> {
    /// All that stay as they are; one alone keeps its name.
    fn of(result: &'run ScenarioResult, shown: Redistribution) -> Self {
        let (before, gross) = (&result.figures.before, &result.figures.after.gross);
        let stays = |row: &&ForbundResult| {
            let after = gross.of(&row.name);
            after.is_some_and(|after| (&after.members, after.kansli) == (&row.members, row.kansli))
        };
        let names: BTreeSet<&str> =
            before.forbund.iter().filter(stays).map(|row| row.name.as_str()).collect();
        if names.len() > 1 { Self { names, keep_money: shown.gross() } } else { Self::default() }
    }
}

/// Who pays: a kommun with the förbund that it leaves, a region, or all of them.
struct Payer {
    name: String,
    from: Cell,
    pays: Contribution,
}

impl Payer {
    /// All of some; who takes no part on a side pays nothing there.
    fn all(label: &str, all: &[Contribution]) -> Self {
        let sum = |amount: fn(Contribution) -> Option<Kronor>| -> Kronor {
            all.iter().copied().filter_map(amount).sum()
        };
        let pays = Contribution::new(
            Some(sum(|pays| pays.before)),
            Some(sum(|pays| pays.after.gross)),
            Some(Some(sum(|pays| pays.after.net.flatten()))),
        );
        Self { name: label.to_owned(), from: Cell::Empty, pays }
    }
}

/// What somebody pays today and on the sides that are shown, each with its change.
fn pays<'run>(
    columns: Columns<'run, Payer>,
    result: &ScenarioResult,
    shown: Redistribution,
    labels: &Labels,
) -> Columns<'run, Payer> {
    let net = shown.net() && result.figures.after.net.is_some();
    columns
        .figures(labels.today, |payer| Cell::Amount(payer.pays.before))
        .when(shown.gross(), |columns| {
            columns
                .figures(labels.gross, |payer| Cell::Amount(payer.pays.after.gross))
                .joined(labels.change, |payer| Cell::Change(payer.pays.delta.gross))
        })
        .when(net, |columns| {
            columns
                .figures(labels.net, |payer| Cell::Amount(payer.pays.after.net.flatten()))
                .joined(labels.change, |payer| Cell::Change(payer.pays.delta.net.flatten()))
        })
}

/// What every party pays today and afterwards: the state, the regions and the kommuner.
pub(super) fn party_table(
    result: &ScenarioResult,
    redistribution: Redistribution,
    language: Language,
) -> Table {
    let (labels, figures) = (labels(language), &result.figures);
    let columns = Columns::new().text(decision::labels(language).party, |payer: &Payer| payer.name.clone());
    let columns = pays(columns, result, redistribution, labels);
    let row = |name: &str, pays: Contribution| {
        columns.row(RowKind::Body, &Payer { name: name.to_owned(), from: Cell::Empty, pays })
    };
    let of = |side: &SideResult| Some(side.total.state);
    let after = figures.after.as_ref().map(of);
    let state = Contribution::new(of(&figures.before), after.gross, after.net);
    let regions = figures.regions.iter().map(|region| (region.region.as_str(), region.contribution));
    let kommuner = figures.kommuner.iter().map(|kommun| (kommun.kommun.as_str(), kommun.contribution));
    let parties: Vec<(&str, Contribution)> = regions.chain(kommuner).collect();
    let all: Vec<Contribution> = parties.iter().map(|(_, pays)| *pays).chain([state]).collect();
    let mut rows = vec![row(Total::state.heading(language), state)];
    rows.extend(parties.into_iter().map(|(name, pays)| row(name, pays)));
    rows.push(columns.row(RowKind::Total, &Payer::all(labels.sum, &all)));
    let notes = [note_no_member(&rows, labels), note_no_net(result, redistribution, labels)];
    let caption = Period::of(result).caption(language, |captions| captions.contributions);
    columns.table(caption, rows, notes.into_iter().flatten())
}

/// That there are no net amounts, where they are asked for.
fn note_no_net(result: &ScenarioResult, redistribution: Redistribution, labels: &Labels) -> Option<String> {
    (redistribution.net() && result.figures.after.net.is_none()).then(|| labels.note_no_net.to_owned())
}

fn kommun_table(result: &ScenarioResult, redistribution: Redistribution, labels: &Labels) -> Table {
    let figures = &result.figures;
    let moved = figures.kommuner.iter().any(|kommun| came_from(kommun).is_some());
    let columns = Columns::new()
        .text(labels.kommun, |payer: &Payer| payer.name.clone())
        .when(moved, |columns| columns.text(labels.from, |payer| payer.from.clone()));
    let columns = pays(columns, result, redistribution, labels);
    let body = |kommun: &KommunResult| {
        let from = Cell::Text(came_from(kommun).unwrap_or_default());
        let payer = Payer { name: kommun.kommun.clone(), from, pays: kommun.contribution };
        columns.row(RowKind::Body, &payer)
    };
    let mut rows = Vec::new();
    for forbund in rows::at_the_end(result) {
        rows.push(Row::heading(&marked(&forbund.name, forbund.outside)));
        let members =
            figures.kommuner.iter().filter(|kommun| kommun.forbund_after.as_ref() == Some(&forbund.name));
        rows.extend(members.map(body));
    }
    let mut without = figures.kommuner.iter().filter(|kommun| kommun.forbund_after.is_none()).peekable();
    if without.peek().is_some() {
        rows.push(Row::heading(labels.no_forbund));
        rows.extend(without.map(body));
    }
    rows.push(Row::heading(labels.all_kommuner));
    let contributions: Vec<_> = figures.kommuner.iter().map(|kommun| kommun.contribution).collect();
    rows.push(columns.row(RowKind::Total, &Payer::all(labels.sum, &contributions)));
    let notes = note_no_member(&rows, labels);
    let caption = Period::of(result).caption(labels.language, |captions| captions.kommuner);
    columns.table(caption, rows, notes)
}

/// The förbund a kommun leaves; nothing where it stays, a dash where it was in none.
fn came_from(kommun: &KommunResult) -> Option<String> {
    if kommun.forbund_before == kommun.forbund_after {
        return None;
    }
    Some(kommun.forbund_before.clone().unwrap_or_else(|| number::UNKNOWN.to_owned()))
}

fn region_table(result: &ScenarioResult, redistribution: Redistribution, labels: &Labels) -> Table {
    let regions = &result.figures.regions;
    let columns = Columns::new().text(labels.region, |payer: &Payer| payer.name.clone());
    let columns = pays(columns, result, redistribution, labels);
    let payers = regions.iter().map(|region| Payer {
        name: region.region.clone(),
        from: Cell::Empty,
        pays: region.contribution,
    });
    let mut rows = columns.rows(payers);
    let contributions: Vec<_> = regions.iter().map(|region| region.contribution).collect();
    rows.push(columns.row(RowKind::Total, &Payer::all(labels.sum, &contributions)));
    let notes = note_no_member(&rows, labels);
    let caption = Period::of(result).caption(labels.language, |captions| captions.regions);
    columns.table(caption, rows, notes)
}

/// What a dash in a table of contributions is, where there is one.
fn note_no_member(rows: &[Row], labels: &Labels) -> Option<String> {
    let has_dash = rows.iter().any(|row| row.cells.contains(&Cell::Amount(None)));
    has_dash.then(|| labels.note_no_member.to_owned())
}
