//! The years of a path as tables: what each year brings, and what all of them add up to against today.

use std::collections::{BTreeMap, BTreeSet};

use super::chart::{Chart, Content, YearsLine};
use super::columns::Columns;
use super::document::{Cell, RowKind, Table};
use super::redistribution::Redistribution;
use crate::analysis::path::{Accumulated, PathResult, YearParties, YearResult};
use crate::analysis::rests_on::shows_illustrative_kansli;
use crate::analysis::result::{GrossAndNet, KommunResult, ScenarioResult, SideResult, Total};
use crate::model::kommun::Kommunkod;
use crate::model::kronor::Kronor;
use crate::report::words::headline::{self, Shown};
use crate::report::words::period::Period;
use crate::report::words::sentence::marked;
use crate::report::words::years::{self as words, Payback};
use crate::text::label::labels;
use crate::text::language::Language;
use crate::text::number;

/// The first and the last year.
pub(super) fn span(path: &PathResult) -> Option<(i64, i64)> {
    Some((path.years.first()?.year, path.years.last()?.year))
}

/// One of gross and net, where it is known.
pub(super) fn side<Figure>(figures: GrossAndNet<Figure>, is_net: bool) -> Option<Figure> {
    if is_net { figures.net } else { Some(figures.gross) }
}

/// Whether anything is shown of net that differs from gross, in some year of some path.
fn sides(paths: &[&PathResult], shown: Redistribution) -> Vec<(bool, Shown)> {
    let years = || paths.iter().flat_map(|path| &path.years);
    let knows_net = years().all(|year| year.net.is_some());
    if shown == Redistribution::Both && years().all(|year| year.net.as_ref() == Some(&year.gross)) {
        return vec![(false, Shown::Both)];
    }
    let gross = shown.gross().then_some((false, Shown::Gross));
    let net = (shown.net() && knows_net).then_some((true, Shown::Net));
    gross.into_iter().chain(net).collect()
}

/// What the years change for insatser, less one-off costs, or in income where that of insatser is not known: year by
/// year and so far.
pub(super) struct Course {
    /// Whether it is of insatser.
    pub(super) is_insatser: bool,
    /// The change of each year, without one-off costs.
    changes: Vec<Kronor>,
    /// The sum up to each year, with one-off costs where it is of insatser.
    pub(super) so_far: Vec<Kronor>,
}

impl Course {
    /// Of one side; none where it is not known.
    pub(super) fn of(path: &PathResult, is_net: bool) -> Option<Self> {
        let is_insatser = path.accumulated.gross.insatser.is_some();
        let deltas: Vec<&Total> =
            path.years.iter().map(|year| side(year.delta.as_ref(), is_net)).collect::<Option<_>>()?;
        let changes: Vec<Kronor> = deltas
            .iter()
            .map(|delta| if is_insatser { delta.insatser } else { Some(delta.total) })
            .collect::<Option<_>>()?;
        let so_far = path.years.iter().zip(&changes).scan(Kronor::ZERO, |sum, (year, change)| {
            let cost = if is_insatser { year.one_off } else { Kronor::ZERO };
            *sum = *sum + *change - cost;
            Some(*sum)
        });
        let so_far = so_far.collect();
        Some(Self { is_insatser, changes, so_far })
    }
}

/// When what was spent is paid back on a side; none where that is not known.
pub(super) fn payback(path: &PathResult, is_net: bool) -> Option<Payback> {
    Course::of(path, is_net).filter(|course| course.is_insatser)?;
    Some(match side(path.payback_year, is_net).flatten() {
        // Money that goes on being less was not laid out to come back.
        _ if path.accumulated.gross.one_off == Kronor::ZERO => Payback::Nothing,
        Some(year) => Payback::From(year),
        None => Payback::Never,
    })
}

/// "återbetald 2029", on the sides that are shown.
pub(super) fn paid_back(path: &PathResult, shown: Redistribution, language: Language) -> Option<String> {
    let of = |is_net: bool, is_shown: bool| payback(path, is_net).filter(|_| is_shown);
    let net = of(true, shown.net());
    words::paid_back(language, of(false, shown.gross() || net.is_none()), net)
}

/// What alternatives have paid back, each with its name; nothing where none has anything to pay back.
pub(super) fn paid_back_by(
    results: &[ScenarioResult],
    shown: Redistribution,
    language: Language,
) -> Option<String> {
    let of_each = results.iter().filter_map(|result| {
        let said = paid_back(result.path.as_ref()?, shown, language)?;
        Some(format!("{}: {said}", result.head.scenario.name))
    });
    let of_each: Vec<String> = of_each.collect();
    (!of_each.is_empty()).then(|| format!("{}.", of_each.join("; ")))
}

/// The years at whose end kommuner are in other förbund than at the end of the year before.
fn regrouped(parties: &[YearParties]) -> Vec<bool> {
    type Of = fn(&KommunResult) -> &Option<String>;
    fn grouping(parties: &YearParties, of: Of) -> BTreeMap<Kommunkod, &str> {
        let kommuner = parties.kommuner.iter();
        kommuner.filter_map(|kommun| Some((kommun.kommunkod, of(kommun).as_deref()?))).collect()
    }
    let today = parties.first().map(|first| grouping(first, |kommun| &kommun.forbund_before));
    let ends = parties.iter().map(|year| grouping(year, |kommun| &kommun.forbund_after));
    let ends: Vec<BTreeMap<Kommunkod, &str>> = today.into_iter().chain(ends).collect();
    ends.windows(2).map(|pair| pair[0] != pair[1]).collect()
}

/// A row of the table of years.
struct Line {
    label: String,
    /// What there is after the changes.
    total: Option<Total>,
    change: Cell,
    one_off: Cell,
    so_far: Cell,
}

impl Line {
    fn amount(&self, of: impl Fn(&Total) -> Option<Kronor>) -> Cell {
        Cell::or_empty(self.total.as_ref().map(|total| Cell::Amount(of(total))))
    }
}

/// The same columns and the change of the column before.
fn change<'run>(columns: Columns<'run, Line>, heading: &str) -> Columns<'run, Line> {
    columns.joined(heading, |line| line.change.clone())
}

/// The years of one alternative, gross and net; nothing where it has no path.
pub(super) fn tables(result: &ScenarioResult, shown: Redistribution, language: Language) -> Vec<Table> {
    let Some(path) = &result.path else { return Vec::new() };
    let of_side = |(is_net, shown)| table(result, path, (is_net, shown), language);
    said_once(sides(&[path], shown).into_iter().filter_map(of_side).collect())
}

/// Tables whose notes stand below the first that needs them.
fn said_once(mut tables: Vec<Table>) -> Vec<Table> {
    let mut said = BTreeSet::new();
    for table in &mut tables {
        table.notes.retain(|note| said.insert(note.clone()));
    }
    tables
}

fn table(
    result: &ScenarioResult,
    path: &PathResult,
    (is_net, shown): (bool, Shown),
    language: Language,
) -> Option<Table> {
    let (labels, words) = (labels(language), words::labels(language));
    let course = Course::of(path, is_net)?;
    let accumulated = side(path.accumulated.as_ref(), is_net)?;
    let after = |year| side(YearResult::after(year), is_net);
    let knows_kansli = path.years.iter().any(|year| year.gross.total.kansli.is_some());
    let has_cost = accumulated.one_off != Kronor::ZERO;
    let is_insatser = course.is_insatser;
    let columns = Columns::new()
        .text(labels.year, |line: &Line| line.label.clone())
        .figures(Total::state.heading(language), |line| line.amount(|total| Some(total.state)))
        .figures(Total::total.heading(language), |line| line.amount(|total| Some(total.total)))
        .when(!is_insatser, |columns| change(columns, labels.change))
        .when(knows_kansli, |columns| {
            columns
                .figures(Total::kansli.heading(language), |line| line.amount(|total| total.kansli))
                .figures(Total::insatser.heading(language), |line| line.amount(|total| total.insatser))
        })
        .when(is_insatser, |columns| change(columns, labels.change))
        .when(has_cost, |columns| {
            columns.joined(YearResult::one_off.heading(language), |line| line.one_off.clone())
        })
        .joined(words.accumulated, |line| line.so_far.clone())
        .when(knows_kansli, |columns| {
            columns.figures(Total::kansli_share.heading(language), |line| {
                Cell::or_empty(line.total.as_ref().map(|total| Cell::from(total.kansli_share)))
            })
        });
    let regrouped = regrouped(&result.parties);
    let of_years = path.years.iter().zip(&regrouped).zip(course.changes.iter().zip(&course.so_far));
    let mut rows = columns.rows(of_years.map(|((year, regrouped), (change, so_far))| Line {
        label: marked(&year.year.to_string(), *regrouped),
        total: after(year).map(|after| after.total),
        change: Cell::Change(Some(*change)),
        one_off: Cell::Amount(Some(year.one_off)),
        so_far: Cell::Change(Some(*so_far)),
    }));
    let all: Vec<&SideResult> = path.years.iter().map(after).collect::<Option<_>>()?;
    let sum = course.changes.iter().copied().sum();
    rows.push(columns.row(
        RowKind::Total,
        &Line {
            label: labels.sum.to_owned(),
            // The number of förbund is no sum, and is not shown.
            total: Some(Total::of(all.iter().flat_map(|side| &side.forbund))),
            change: Cell::Change(Some(sum)),
            one_off: Cell::Amount(Some(accumulated.one_off)),
            so_far: Cell::Change(course.so_far.last().copied()),
        },
    ));
    if let Some(value) = accumulated.present_value {
        rows.push(columns.row(
            RowKind::Change,
            &Line {
                label: Accumulated::present_value.heading(language).to_owned(),
                total: None,
                change: Cell::Empty,
                one_off: Cell::Empty,
                so_far: Cell::Change(Some(value)),
            },
        ));
    }
    let notes = [
        Some(match (is_insatser, has_cost) {
            (true, true) => words.note_change_less_cost,
            (true, false) => words.note_change,
            (false, _) => words.note_change_of_income,
        }),
        regrouped.contains(&true).then_some(words.note_grouping),
        accumulated.present_value.map(|_| words.note_present_value),
        (knows_kansli && shows_illustrative_kansli(result)).then_some(labels.note_illustrative),
    ];
    let notes = notes.into_iter().flatten().map(str::to_owned);
    Some(columns.table(words::caption(language, shown), rows, notes))
}

/// What alternatives change year by year, and what that adds up to; nothing where there is no path.
pub(super) fn comparison(
    results: &[ScenarioResult],
    shown: Redistribution,
    language: Language,
) -> Vec<Table> {
    let Some(compared) = Compared::of(results, language) else { return Vec::new() };
    let changes = compared.sides(shown).map(|side| compared.changes(side));
    said_once(changes.chain(accumulated(results, shown, language)).collect())
}

/// What the years of alternatives add up to; nothing where there is no path.
pub(super) fn accumulated(
    results: &[ScenarioResult],
    shown: Redistribution,
    language: Language,
) -> Vec<Table> {
    let Some(compared) = Compared::of(results, language) else { return Vec::new() };
    said_once(compared.sides(shown).map(|side| compared.accumulated(side)).collect())
}

/// The paths of alternatives, which are compared only if all have equal ones.
fn paths(results: &[ScenarioResult]) -> Option<Vec<&PathResult>> {
    let paths: Vec<&PathResult> = results.iter().map(|result| result.path.as_ref()).collect::<Option<_>>()?;
    (!paths.is_empty()).then_some(paths)
}

/// No chart has more lines; those are shown that end farthest from zero.
const MOST_LINES: usize = 8;

/// What every alternative adds up to from year to year, on the side that pictures show; nothing where there is no path
/// or nothing changes.
pub(super) fn chart(results: &[ScenarioResult], shown: Redistribution, language: Language) -> Option<Chart> {
    let paths = paths(results)?;
    let (first, span) = (paths[0], span(paths[0])?);
    let (is_net, side) = match sides(&paths, shown)[..] {
        [(_, Shown::Both)] => (false, Shown::Both),
        _ if shown.gross() => (false, Shown::Gross),
        _ => (true, Shown::Net),
    };
    let is_insatser = paths.iter().any(|path| path.accumulated.gross.insatser.is_some());
    let is_drawn = |course: &Course| course.is_insatser == is_insatser;
    let named = results.iter().map(|result| result.head.scenario.name.as_str());
    let courses: Vec<(&str, Option<Course>)> =
        named.zip(paths.iter().map(|path| Course::of(path, is_net).filter(is_drawn))).collect();
    let unknown: Vec<&str> =
        courses.iter().filter(|(_, course)| course.is_none()).map(|(name, _)| *name).collect();
    let mut lines: Vec<YearsLine> = courses
        .iter()
        .filter_map(|(name, course)| {
            Some(YearsLine { name: (*name).to_owned(), amounts: course.as_ref()?.so_far.clone() })
        })
        .collect();
    let all = lines.len();
    if all > MOST_LINES {
        let last = |line: &YearsLine| line.amounts.last().map(|amount| amount.get().unsigned_abs());
        let mut sizes: Vec<Option<u64>> = lines.iter().map(last).collect();
        sizes.sort_unstable_by(|one, other| other.cmp(one));
        lines.retain(|line| last(line) >= sizes[MOST_LINES - 1]);
        lines.truncate(MOST_LINES);
    }
    let said = lines.iter().map(|line| {
        let last = line.amounts.last().copied().unwrap_or_default();
        format!("{} {}", line.name, number::exact_change(language, last))
    });
    let has_cost = paths.iter().any(|path| path.accumulated.gross.one_off != Kronor::ZERO);
    let is_illustrative = is_insatser && results.iter().any(shows_illustrative_kansli);
    let notes = [
        paid_back_by(results, shown, language),
        (all > MOST_LINES).then(|| words::largest_drawn(language, MOST_LINES, all)),
        (!unknown.is_empty()).then(|| headline::insatser_unknown(language, Some(&language.list(&unknown)))),
    ];
    let chart = Chart {
        title: words::chart_title(language, span, is_insatser, (has_cost, is_illustrative)),
        description: said.collect::<Vec<_>>().join("; ") + ".",
        unit: words::chart_unit(language, side),
        period: Period::Years(span.0, span.1),
        notes: notes.into_iter().flatten().collect(),
        content: Content::Years { years: first.years.iter().map(|year| year.year).collect(), lines },
    };
    (!chart.says_nothing()).then_some(chart)
}

/// Alternatives with the same years.
struct Compared<'run> {
    results: &'run [ScenarioResult],
    paths: Vec<&'run PathResult>,
    language: Language,
}

impl<'run> Compared<'run> {
    /// Alternatives with equal paths; `None` where there is no path.
    fn of(results: &'run [ScenarioResult], language: Language) -> Option<Self> {
        Some(Self { results, paths: paths(results)?, language })
    }

    fn sides(&self, shown: Redistribution) -> impl Iterator<Item = (bool, Shown)> + use<> {
        sides(&self.paths, shown).into_iter()
    }

    /// A row per year, a column per alternative.
    fn changes(&self, (is_net, shown): (bool, Shown)) -> Table {
        let (results, paths, language) = (self.results, &self.paths, self.language);
        let (labels, words) = (labels(language), words::labels(language));
        let is_insatser = paths.iter().any(|path| path.accumulated.gross.insatser.is_some());
        let of = move |total: &Total| if is_insatser { total.insatser } else { Some(total.total) };
        let columns = Columns::new().text(labels.year, |&year: &Option<usize>| match year {
            Some(year) => paths[0].years[year].year.to_string(),
            None => labels.sum.to_owned(),
        });
        let columns = columns.each(results.iter().zip(paths), |columns, (result, path)| {
            columns.figures(&result.head.scenario.name, move |&year| {
                let sum = || {
                    let sum = side(path.accumulated.as_ref(), is_net)?;
                    if is_insatser { sum.insatser } else { Some(sum.total) }
                };
                Cell::Change(match year {
                    Some(year) => side(path.years[year].delta.as_ref(), is_net).and_then(of),
                    None => sum(),
                })
            })
        });
        let mut rows = columns.rows((0..paths[0].years.len()).map(Some));
        rows.push(columns.row(RowKind::Total, &None));
        let unknown = rows.iter().any(|row| row.cells.iter().any(Cell::is_unknown));
        let notes = [
            Some(words.note_today),
            unknown.then_some(labels.note_unknown),
            (is_insatser && results.iter().any(shows_illustrative_kansli))
                .then_some(labels.note_illustrative),
        ];
        let notes = notes.into_iter().flatten().map(str::to_owned);
        columns.table(words::caption_changes(language, is_insatser, shown), rows, notes)
    }

    /// A row per alternative.
    fn accumulated(&self, (is_net, shown): (bool, Shown)) -> Table {
        type One<'run> = (&'run str, &'run PathResult, Option<&'run Accumulated>);
        let (results, paths, language) = (self.results, &self.paths, self.language);
        let (labels, words) = (labels(language), words::labels(language));
        let knows_insatser = paths.iter().any(|path| path.accumulated.gross.insatser.is_some());
        let has_cost = paths.iter().any(|path| path.accumulated.gross.one_off != Kronor::ZERO);
        let has_value = paths.iter().any(|path| path.accumulated.gross.present_value.is_some());
        let change =
            |(_, _, one): &One<'_>, of: fn(&Accumulated) -> Option<Kronor>| Cell::Change(one.and_then(of));
        let columns = Columns::new()
            .text(labels.alternative, |(name, ..): &One<'_>| (*name).to_owned())
            .figures(Accumulated::total.heading(language), |one| change(one, |sum| Some(sum.total)))
            .when(knows_insatser, |columns| {
                columns
                    .figures(Accumulated::insatser.heading(language), |one| change(one, |sum| sum.insatser))
            })
            .when(has_cost, |columns| {
                let columns = columns.joined(YearResult::one_off.heading(language), |(.., one)| {
                    Cell::Amount(one.map(|sum| sum.one_off))
                });
                columns.when(knows_insatser, |columns| {
                    columns.joined(words.after_one_off, |one| change(one, |sum| sum.insatser_after_one_off))
                })
            })
            .when(has_value, |columns| {
                columns.joined(Accumulated::present_value.heading(language), |one| {
                    change(one, |sum| sum.present_value)
                })
            })
            .when(knows_insatser, |columns| {
                columns.joined(PathResult::payback_year.heading(language), |(_, path, _)| {
                    match payback(path, is_net) {
                        None => Cell::Unknown,
                        Some(Payback::Nothing) => Cell::Empty,
                        Some(Payback::From(year)) => Cell::Text(year.to_string()),
                        Some(Payback::Never) => Cell::from(words.never),
                    }
                })
            });
        let all = results.iter().zip(paths).map(|(result, path)| {
            let sum = side(path.accumulated.as_ref(), is_net);
            (result.head.scenario.name.as_str(), *path, sum)
        });
        let rows = columns.rows(all);
        let unknown = rows.iter().any(|row| row.cells.iter().any(Cell::is_unknown));
        let notes = [
            (knows_insatser && has_cost).then_some(words.note_after_one_off),
            has_value.then_some(words.note_present_value),
            unknown.then_some(labels.note_unknown),
            (knows_insatser && results.iter().any(shows_illustrative_kansli))
                .then_some(labels.note_illustrative),
        ];
        let notes: Vec<String> = notes.into_iter().flatten().map(str::to_owned).collect();
        let span = span(paths[0]).expect("a path has a year");
        columns.table(words::caption_accumulated(language, span, shown), rows, notes)
    }
}
