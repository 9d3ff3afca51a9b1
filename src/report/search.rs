//! The answer to a search as tables.

use rust_decimal::Decimal;

use super::columns::Columns;
use super::document::{Cell, Document, List, Row, RowKind, Table};
use super::simulation;
use super::words::search as words;
use super::words::sentence::capital;
use crate::analysis::assumption::Assumption;
use crate::analysis::gross_and_net::GrossAndNet;
use crate::analysis::search::{
    ByNumberResult, FixedResult, GroupingResult, GroupingValues, SearchAnswer, Way, today_assumptions,
};
use crate::input::search::LoadedSearch;
use crate::model::kommun::Kommunkod;
use crate::model::kronor::Kronor;
use crate::search::criterion::By;
use crate::search::kommun_set::KommunSet;
use crate::search::problem::Problem;
use crate::text::label::labels;
use crate::text::language::Language;
use crate::text::localize::Localize;
use crate::text::number;

/// Groupings whose kommuner are shown.
const MOST_SHOWN: usize = 5;

/// The answer for people.
#[must_use]
pub fn document(loaded: &LoadedSearch, answer: &SearchAnswer, language: Language) -> Document {
    let has_best = answer.result.best_by_number.iter().any(|one| one.best.is_some());
    let of_numbers = if has_best { by_number } else { numbers };
    let mut tables = vec![
        best(loaded, answer, language),
        groups(answer, language),
        of_numbers(loaded, answer, language),
        groups_by_number(answer, language),
        by_fixed(answer, language),
        pareto(loaded, answer, language),
    ];
    tables.retain(|table| !table.rows.is_empty());
    Document {
        title: loaded.name.clone(),
        lead: lead(loaded, answer, language),
        tables,
        lists: vec![
            List {
                title: words::labels(language).conditions.to_owned(),
                items: rules(loaded, answer, language),
            },
            List { title: labels(language).assumptions.to_owned(), items: assumed(loaded, answer, language) },
            List { title: labels(language).sources.to_owned(), items: sources(loaded, answer, language) },
        ],
        more: Some(words::more(language)),
    }
}

/// What the figures rest on: what those of today do, which every grouping is computed with.
fn assumed(loaded: &LoadedSearch, answer: &SearchAnswer, language: Language) -> Vec<String> {
    let criteria = super::words::criteria::labels(language);
    // A kansli that is unknown today has a cost in the search, which says it.
    let holds = |one: &Assumption| {
        !(matches!(one, Assumption::KansliUnknown { .. }) && loaded.problem.kansli.is_some())
    };
    let of_today = today_assumptions(loaded).into_iter().filter(holds).map(|one| one.localize(language));
    let notes = [criteria.note_distance, criteria.note_largest_share].map(str::to_owned);
    of_today.chain(notes).chain([boards(loaded, answer, language)]).collect()
}

/// What the figures rest on, by file.
fn sources(loaded: &LoadedSearch, answer: &SearchAnswer, language: Language) -> Vec<String> {
    let (words, result) = (words::labels(language), &answer.result);
    let named = (result.search.name.as_str(), result.search.file.as_str());
    let mut items = vec![simulation::source(language, words.search, named, None)];
    items.extend(simulation::baseline_sources(&result.baseline, language));
    items.extend(loaded.problem.conditions.contiguous.then(|| words.source_of_borders.to_owned()));
    items
}

/// Who sits on the boards.
fn boards(loaded: &LoadedSearch, answer: &SearchAnswer, language: Language) -> String {
    let of_all = loaded.baseline.written.styrelse.as_ref();
    let is_stated = of_all.is_some_and(|of_all| of_all.ledamoter_per_part.is_some());
    let of_new = answer.problem.ledamoter_per_part;
    let others = answer.problem.today.iter().any(|today| today.ledamoter_per_part != of_new);
    words::boards(language, is_stated.then_some(of_new), others)
}

fn lead(loaded: &LoadedSearch, answer: &SearchAnswer, language: Language) -> Vec<String> {
    let (result, labels) = (&answer.result, words::labels(language));
    let all = &result.groupings.all;
    let feasible_known = result.groupings.feasible.as_deref();
    let mut lead = vec![words::counted(language, result.kommuner.len(), all, feasible_known)];
    let is_empty = result.groupings.feasible.as_deref() == Some("0");
    lead.extend(words::way(language, answer.way, loaded.rank.by, &result.groupings).filter(|_| !is_empty));
    if answer.way != Way::Enumerated && !result.groupings.pareto_proved && !is_empty {
        let label = if result.pareto.is_empty() { labels.no_pareto } else { labels.some_pareto };
        lead.push(label.to_owned());
    }
    if is_empty && (result.groupings.exact || !answer.contradiction.is_empty()) {
        let conditions = answer.contradiction.iter();
        let conditions: Vec<String> = conditions.map(|one| condition(answer, *one, language)).collect();
        lead.push(words::contradiction(language, &conditions));
    }
    let today = (labels.today_itself, result.today.feasible, &result.today.rank);
    let scenarios = result.scenarios.iter().map(|one| (one.name.as_str(), one.feasible, &one.rank));
    for (what, is_feasible, rank) in std::iter::once(today).chain(scenarios) {
        match rank {
            Some(rank) => lead.push(words::place(language, what, rank, feasible_known)),
            None if what == labels.today_itself && !answer.today_is_grouping => {
                lead.push(labels.some_outside.to_owned());
            }
            None if !is_feasible => lead.push(words::infeasible(language, what)),
            None if result.groupings.proved && !result.best.is_empty() => {
                lead.push(words::not_listed(language, what, result.best.len()));
            }
            None => {}
        }
    }
    lead.extend(today_by_fixed(answer, language));
    let net = loaded.rank.net;
    if let (By::Insatser, Some(first)) = (loaded.rank.by, result.best.first())
        && answer.today_is_grouping
        && let (Some(best), Some(today)) =
            (side(first.values.insatser, net).flatten(), side(result.today.values.insatser, net).flatten())
    {
        if first.values.moved == 0 && result.today.feasible {
            lead.push(labels.today_is_best.to_owned());
        } else {
            let change = number::changes(language, &[best - today]);
            let (proved, feasible) = (result.groupings.proved, result.today.feasible);
            lead.extend(change.iter().map(|change| words::gain(language, change, net, proved, feasible)));
        }
    }
    lead
}

/// What a new kansli must cost for today to be the best.
fn today_by_fixed(answer: &SearchAnswer, language: Language) -> Option<String> {
    let cost = answer.problem.kansli?;
    let may_be_best = answer.today_is_grouping && answer.result.today.feasible;
    let all = answer.result.best_by_fixed.as_ref().filter(|_| may_be_best)?;
    let today = |one: &&FixedResult| one.best.values.moved == 0;
    let amount = |amount: Kronor| number::exact_amount(language, amount);
    let stated = amount(Kronor::exact(cost.fixed));
    let range = all.iter().find(today).map(|one| {
        let is_last = all.last().is_some_and(|last| last.from == one.from);
        ((one.from.get() > 0).then(|| amount(one.from)), (!is_last).then(|| amount(one.to)))
    });
    Some(words::today_by_fixed(language, range.as_ref(), &stated))
}

pub(super) fn side<Figure>(figure: GrossAndNet<Figure>, net: bool) -> Option<Figure> {
    if net { figure.net } else { Some(figure.gross) }
}

/// What a grouping is worth by a criterion, in the smallest unit that is shown.
pub(super) fn figure(by: By, values: &GroupingValues, net: bool) -> Option<i64> {
    let tenths = |share: Decimal| i64::try_from((share * Decimal::TEN).trunc().mantissa()).ok();
    match by {
        By::Insatser => side(values.insatser, net).flatten().map(Kronor::get),
        By::Total => side(values.total, net).map(Kronor::get),
        By::State => side(values.state, net).map(Kronor::get),
        By::Contribution => values.contribution.and_then(|pays| side(pays, net)).map(Kronor::get),
        By::Kansli => values.kansli.map(Kronor::get),
        By::FarthestKm => values.farthest_km.and_then(|km| i64::try_from(km).ok()),
        By::Smallest => i64::try_from(values.smallest).ok(),
        By::LargestShare => tenths(values.largest_share.unwrap_or_default()),
        By::Moved => Some(values.moved.into()),
        By::Ledamoter => Some(values.ledamoter.into()),
    }
}

/// How it was searched: what is best, what kanslier cost, and the conditions.
fn rules(loaded: &LoadedSearch, answer: &SearchAnswer, language: Language) -> Vec<String> {
    let problem = &answer.problem;
    let payer = loaded.rank.payer.map(|kommun| names(problem, KommunSet::only(kommun)).concat());
    let mut rules = vec![
        words::ranked_by(language, loaded.rank.by, payer.as_deref(), loaded.rank.net),
        words::labels(language).ties.to_owned(),
    ];
    rules.push(match problem.kansli {
        None => words::kansli_unknown(language),
        Some(cost) => {
            let amount = |kronor: u64| number::amount(language, Kronor::exact(kronor));
            let [numerator, denominator] = cost.per_inhabitant.map(Decimal::from);
            let per_inhabitant = number::decimal(language, (numerator / denominator).normalize());
            let per_inhabitant = format!("{per_inhabitant}{}kr", number::NO_BREAK);
            words::kansli(language, [amount(cost.fixed), amount(cost.per_kommun), per_inhabitant])
        }
    });
    if problem.kansli.is_some_and(|cost| cost.per_inhabitant[0] % cost.per_inhabitant[1] > 0) {
        rules.push(words::labels(language).rounded_kanslier.to_owned());
    }
    if counts(loaded, By::LargestShare) {
        rules.push(words::labels(language).exact_shares.to_owned());
    }
    if !answer.result.scenarios.is_empty() {
        rules.push(words::labels(language).own_kanslier.to_owned());
    }
    let conditions = problem.conditions.each();
    rules.extend(conditions.iter().map(|one| capital(&condition(answer, *one, language)) + "."));
    rules
}

fn condition(answer: &SearchAnswer, one: crate::search::conditions::Condition, language: Language) -> String {
    let problem = &answer.problem;
    words::condition(language, &problem.conditions, one, &|set| names(problem, set))
}

fn names(problem: &Problem, set: KommunSet) -> Vec<String> {
    problem.ids(set).into_iter().map(|id| problem.table.get(id).name.clone()).collect()
}

/// Whether groupings are ranked by something, or it counts in trade-offs.
fn counts(loaded: &LoadedSearch, by: By) -> bool {
    loaded.rank.by == by || loaded.rank.pareto.contains(&by)
}

/// A grouping in a row.
struct Shown<'run> {
    label: String,
    values: &'run GroupingValues,
}

/// The figures of a grouping as columns, behind those that say which one it is; with how many förbund it has, or without.
fn figures<'run>(
    columns: Columns<'run, Shown<'run>>,
    loaded: &LoadedSearch,
    language: Language,
    with_forbund: bool,
) -> Columns<'run, Shown<'run>> {
    let net = loaded.rank.net;
    let side_of = words::side(language, net);
    let heading = |figure: crate::catalogue::Figure| format!("{}, {side_of}", figure.heading(language));
    let amount = move |figure: GrossAndNet<Kronor>| Cell::Amount(side(figure, net));
    let count = |figure: u64| Cell::Count(i64::try_from(figure).expect("a count"));
    columns
        .when(loaded.rank.payer.is_some(), |columns| {
            columns.figures(
                &format!("{}, {side_of}", language.pick("Bidrag", "Contribution")),
                move |shown: &Shown<'_>| {
                    Cell::Amount(shown.values.contribution.and_then(|figure| side(figure, net)))
                },
            )
        })
        .figures(&heading(GroupingValues::insatser), move |shown: &Shown<'_>| {
            Cell::Amount(side(shown.values.insatser, net).flatten())
        })
        .figures(&heading(GroupingValues::total), move |shown: &Shown<'_>| amount(shown.values.total))
        .when(counts(loaded, By::State), |columns| {
            columns
                .figures(&heading(GroupingValues::state), move |shown: &Shown<'_>| amount(shown.values.state))
        })
        .figures(GroupingValues::kansli.heading(language), |shown: &Shown<'_>| {
            Cell::Amount(shown.values.kansli)
        })
        .when(with_forbund, |columns| {
            let heading = GroupingValues::forbund.heading(language);
            columns.figures(heading, |shown: &Shown<'_>| shown.values.forbund)
        })
        .figures(GroupingValues::moved.heading(language), move |shown: &Shown<'_>| {
            count(shown.values.moved.into())
        })
        .figures(GroupingValues::farthest_km.heading(language), move |shown: &Shown<'_>| {
            shown.values.farthest_km.map_or(Cell::Unknown, count)
        })
        .figures(GroupingValues::smallest.heading(language), move |shown: &Shown<'_>| {
            count(shown.values.smallest)
        })
        .figures(GroupingValues::largest_share.heading(language), |shown: &Shown<'_>| {
            Cell::or_empty(shown.values.largest_share)
        })
        .figures(GroupingValues::ledamoter.heading(language), move |shown: &Shown<'_>| {
            count(shown.values.ledamoter.into())
        })
}

fn best(loaded: &LoadedSearch, answer: &SearchAnswer, language: Language) -> Table {
    let (result, labels) = (&answer.result, words::labels(language));
    let rank = |rank: &Option<String>| {
        rank.as_ref().map_or_else(|| number::UNKNOWN.to_owned(), |rank| words::digits(language, rank))
    };
    let columns = Columns::new().text(labels.grouping, |shown: &Shown<'_>| shown.label.clone());
    let columns = figures(columns, loaded, language, true);
    let label = |what: &str, place: &Option<String>| format!("{what} ({})", rank(place));
    let today = Shown { label: label(labels.today, &result.today.rank), values: &result.today.values };
    let scenarios = result.scenarios.iter();
    let scenarios = scenarios.map(|one| Shown { label: label(&one.name, &one.rank), values: &one.values });
    let best = result.best.iter().map(|one| Shown { label: rank(&one.rank), values: &one.values });
    let rows = columns.rows(std::iter::once(today).chain(scenarios).chain(best));
    let mut table = columns.table(words::best_by(language, labels.best, loaded.rank.by), rows, None);
    if result.best.is_empty() {
        table.rows.clear();
    }
    let worth = |place: &usize| match loaded.rank.by {
        // Its figure is rounded.
        By::LargestShare => answer.problem.largest_share(&answer.best[*place]).map(i64::from),
        by => figure(by, &result.best[*place].values, loaded.rank.net),
    };
    let count = result.best.len();
    let as_good = (0..count).take_while(|place| worth(place) == worth(&0)).count();
    let is_full = count == loaded.rank.top;
    if as_good > 1 {
        table.notes.push(words::as_good(language, loaded.rank.by, as_good, as_good == count && is_full));
    }
    let as_last = (0..count).rev().take_while(|place| worth(place) == worth(&(count - 1))).count();
    if is_full && (2..count).contains(&as_last) {
        table.notes.push(words::as_last(language, loaded.rank.by, count - as_last + 1, count));
    }
    table
}

fn by_number(loaded: &LoadedSearch, answer: &SearchAnswer, language: Language) -> Table {
    let labels = words::labels(language);
    let all = &answer.result.best_by_number;
    let shown = |number: usize| Shown {
        label: count_of(&all[number], language),
        values: &all[number].best.as_ref().expect("one that was found").values,
    };
    let columns = Columns::new()
        .figures(GroupingValues::forbund.heading(language), |shown: &Shown<'_>| shown.values.forbund)
        .figures(labels.count, |shown| Cell::Text(shown.label.clone()));
    let columns = figures(columns, loaded, language, false);
    let found = (0..all.len()).filter(|number| all[*number].best.is_some());
    let rows = columns.rows(found.map(shown));
    columns.table(words::best_by(language, labels.by_number, loaded.rank.by), rows, None)
}

/// How many groupings there are of a number of förbund.
fn count_of(one: &ByNumberResult, language: Language) -> String {
    one.count.as_ref().map_or_else(|| number::UNKNOWN.to_owned(), |count| words::digits(language, count))
}

/// How many groupings there are of each number of förbund, where no best one is known.
fn numbers(_: &LoadedSearch, answer: &SearchAnswer, language: Language) -> Table {
    let labels = words::labels(language);
    let columns = Columns::new()
        .figures(GroupingValues::forbund.heading(language), |one: &&ByNumberResult| one.forbund)
        .figures(labels.count, move |one| count_of(one, language));
    let rows = columns.rows(&answer.result.best_by_number);
    columns.table(labels.counts, rows, None)
}

fn pareto(loaded: &LoadedSearch, answer: &SearchAnswer, language: Language) -> Table {
    let labels = words::labels(language);
    let columns = Columns::new().text(labels.number, |shown: &Shown<'_>| shown.label.clone());
    let columns = figures(columns, loaded, language, true);
    let shown = answer.result.pareto.iter().enumerate();
    let rows =
        columns.rows(shown.map(|(at, one)| Shown { label: (at + 1).to_string(), values: &one.values }));
    let criteria = loaded.rank.pareto.iter().map(|by| words::criterion(language, *by));
    let counts = words::counts_in_front(language, &criteria.collect::<Vec<_>>());
    columns.table(labels.pareto, rows, [counts, labels.first_of_equal.to_owned()])
}

/// The names of kommuner.
fn names_of(problem: &Problem, kommunkoder: &[Kommunkod]) -> String {
    let name = |kommunkod: &Kommunkod| {
        let id = problem.table.with_code(*kommunkod).expect("a kommun of the table");
        problem.table.get(id).name.clone()
    };
    kommunkoder.iter().map(name).collect::<Vec<_>>().join(", ")
}

/// The kommuner of the first groupings, and where each förbund has its seat best.
fn groups(answer: &SearchAnswer, language: Language) -> Table {
    let words = words::labels(language);
    let heading =
        |one: &GroupingResult| format!("{} {}", words.rank, one.rank.as_deref().unwrap_or_default());
    let shown = answer.result.best.iter().take(MOST_SHOWN).map(|one| (heading(one), one));
    members(answer, words.groups, shown, language)
}

/// The same of the best of each number of förbund that are not among those.
fn groups_by_number(answer: &SearchAnswer, language: Language) -> Table {
    let words = words::labels(language);
    let is_shown = |one: &GroupingResult| {
        answer.result.best.iter().take(MOST_SHOWN).any(|shown| shown.forbund == one.forbund)
    };
    let best = answer.result.best_by_number.iter().filter_map(|one| one.best.as_ref());
    let (above, others): (Vec<_>, Vec<_>) = best.partition(|one| is_shown(one));
    let heading = |one: &GroupingResult| format!("{} {} förbund", words.best_with, one.forbund.len());
    let others = others.into_iter().map(|one| (heading(one), one));
    let mut table = members(answer, words.by_number_groups, others, language);
    let numbers: Vec<String> = above.iter().map(|one| one.forbund.len().to_string()).collect();
    table.notes.extend((!numbers.is_empty()).then(|| super::words::search::shown_above(language, &numbers)));
    table
}

/// The same of the groupings that no other one beats, by their numbers.
pub(super) fn groups_of_front(answer: &SearchAnswer, language: Language) -> Table {
    let words = words::labels(language);
    let numbered = (1..).zip(&answer.result.pareto);
    let shown = numbered.map(|(number, one): (usize, _)| (format!("{} {number}", words.number), one));
    members(answer, words.pareto_groups, shown, language)
}

/// The kommuner of groupings, each below its heading.
fn members<'run>(
    answer: &SearchAnswer,
    caption: &str,
    groupings: impl Iterator<Item = (String, &'run GroupingResult)>,
    language: Language,
) -> Table {
    let words = words::labels(language);
    let problem = &answer.problem;
    let mut rows = Vec::new();
    for (heading, grouping) in groupings {
        rows.push(Row::heading(&heading));
        let alone: Vec<Kommunkod> =
            grouping.forbund.iter().filter(|forbund| forbund.len() == 1).flatten().copied().collect();
        // Of several that stand alone there is nothing to say but which they are.
        let is_row = |forbund: &Vec<Kommunkod>| forbund.len() > 1 || alone.len() == 1;
        for (forbund, seat) in grouping.forbund.iter().zip(&grouping.seats).filter(|(one, _)| is_row(one)) {
            let place = |sate: Option<Kommunkod>, km: Option<u32>| match (sate, km) {
                (Some(sate), Some(km)) => {
                    Cell::Text(words::seat(&names_of(problem, &[sate]), &number::whole(language, km.into())))
                }
                _ => Cell::Unknown,
            };
            let cells = vec![
                Cell::from(forbund.len()),
                Cell::Text(names_of(problem, forbund)),
                place(Some(seat.sate), seat.km),
                place(seat.best, seat.best_km),
            ];
            rows.push(Row { kind: RowKind::Body, cells });
        }
        if alone.len() > 1 {
            let names = words::each_alone(language, &names_of(problem, &alone));
            let cells = vec![Cell::Count(1), Cell::Text(names), Cell::Empty, Cell::Empty];
            rows.push(Row { kind: RowKind::Body, cells });
        }
    }
    let columns = Columns::<()>::new()
        .figures(words.of_kommuner, |()| Cell::Empty)
        .text(words.members, |()| Cell::Empty)
        .text(words.seat, |()| Cell::Empty)
        .text(words.best_seat, |()| Cell::Empty);
    columns.table(caption, rows, None)
}

/// Which grouping is the best, by what a new kansli costs.
fn by_fixed(answer: &SearchAnswer, language: Language) -> Table {
    let labels = words::labels(language);
    let all: &[FixedResult] = answer.result.best_by_fixed.as_deref().unwrap_or_default();
    let names = |one: &&FixedResult| {
        let groups = one.best.forbund.iter().map(|forbund| names_of(&answer.problem, forbund));
        groups.collect::<Vec<_>>().join(" | ")
    };
    let columns = Columns::new()
        .figures(labels.from, |one: &&FixedResult| Cell::Amount(Some(one.from)))
        .figures(labels.to, |one| {
            let is_last = all.last().is_some_and(|last| last.from == one.from);
            if is_last { Cell::from(labels.and_more) } else { Cell::Amount(Some(one.to)) }
        })
        .figures(GroupingValues::forbund.heading(language), |one| one.best.values.forbund)
        .figures(GroupingValues::moved.heading(language), |one| Cell::Count(one.best.values.moved.into()))
        .text(labels.members, names);
    let rows = columns.rows(all);
    let mut table = columns.table(labels.by_fixed, rows, None);
    table.notes.push(labels.note_by_fixed.to_owned());
    table
}

/// Every grouping in one table, for programs: of which list it is, its place, its förbund with their kommunkoder, its
/// figures.
#[must_use]
pub fn long_table(answer: &SearchAnswer) -> Table {
    struct Line<'run> {
        list: &'static str,
        rank: Option<&'run str>,
        forbund: Option<&'run [Vec<Kommunkod>]>,
        values: &'run GroupingValues,
    }
    let result = &answer.result;
    let amount = |amount: Option<Kronor>| Cell::Amount(amount);
    let columns = Columns::new()
        .text("list", |line: &Line<'_>| line.list)
        .text("rank", |line| line.rank.map_or(Cell::Empty, Cell::from))
        .text("groups", |line| {
            let codes = |forbund: &Vec<Kommunkod>| {
                forbund.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
            };
            Cell::or_empty(line.forbund.map(|all| all.iter().map(codes).collect::<Vec<_>>().join(" | ")))
        })
        .figures("forbund", |line| line.values.forbund)
        .figures("kansli", move |line| amount(line.values.kansli))
        .figures("farthest_km", |line| line.values.farthest_km.map(Decimal::from))
        .figures("smallest", |line| Decimal::from(line.values.smallest))
        .figures("largest_share", |line| Cell::or_empty(line.values.largest_share))
        .figures("moved", |line| Decimal::from(line.values.moved))
        .figures("ledamoter", |line| Decimal::from(line.values.ledamoter))
        .figures("state_gross", move |line| amount(Some(line.values.state.gross)))
        .figures("state_net", move |line| amount(line.values.state.net))
        .figures("total_gross", move |line| amount(Some(line.values.total.gross)))
        .figures("total_net", move |line| amount(line.values.total.net))
        .figures("insatser_gross", move |line| amount(line.values.insatser.gross))
        .figures("insatser_net", move |line| amount(line.values.insatser.net.flatten()));
    let mut lines = vec![Line {
        list: "today",
        rank: result.today.rank.as_deref(),
        forbund: None,
        values: &result.today.values,
    }];
    lines.extend(result.scenarios.iter().map(|one| Line {
        list: "scenarios",
        rank: one.rank.as_deref(),
        forbund: None,
        values: &one.values,
    }));
    let by_number = result.best_by_number.iter().filter_map(|one| one.best.as_ref());
    let lists = [
        ("best", result.best.iter().collect::<Vec<_>>()),
        ("best_by_number", by_number.collect()),
        ("pareto", result.pareto.iter().collect()),
    ];
    for (list, groupings) in lists {
        lines.extend(groupings.into_iter().map(|one| Line {
            list,
            rank: one.rank.as_deref(),
            forbund: Some(&one.forbund),
            values: &one.values,
        }));
    }
    let rows = columns.rows(lines);
    columns.table("search", rows, None)
}
