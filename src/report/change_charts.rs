//! The charts of a report: what each alternative changes, and for whom.

use super::chart::{ChangeRow, Chart, Content, PairRow, WaterfallStep};
use super::contribution_changes::{Change, ContributionChanges, more_and_less};
use super::map::Looks;
use super::redistribution::Redistribution;
use super::rows;
use crate::analysis::ratio::{hundredths, kr_per_inhabitant};
use crate::analysis::rests_on::shows_illustrative_kansli;
use crate::analysis::result::{ForbundResult, ScenarioResult, SideResult, Total};
use crate::model::kronor::Kronor;
use crate::report::words::chart as words;
use crate::report::words::period::Period;
use crate::text::label::labels;
use crate::text::language::Language;
use crate::text::number;

/// No chart of kommuner has more rows; those are shown whose contributions per inhabitant change most.
const MOST_ROWS: usize = 30;

/// The side after the changes that is shown.
fn side_after(result: &ScenarioResult, redistribution: Redistribution) -> Option<&SideResult> {
    let after = result.figures.after.as_ref();
    if redistribution.gross() { Some(after.gross) } else { after.net }
}

/// What every alternative changes in the money for insatser, or in the income where that is not known of any; nothing if
/// none changes more than rounding does.
pub(super) fn changes(
    results: &[ScenarioResult],
    redistribution: Redistribution,
    language: Language,
) -> Option<Chart> {
    let knows_insatser = results.iter().any(|result| result.figures.delta.gross.insatser.is_some());
    let figure = |total: &Total| if knows_insatser { total.insatser } else { Some(total.total) };
    let mut rows: Vec<ChangeRow> = results
        .iter()
        .map(|result| {
            let delta = result.figures.delta.as_ref();
            let (gross, net) = (figure(delta.gross), delta.net.and_then(figure));
            let change = if redistribution.gross() { gross } else { net };
            let net = net.filter(|_| redistribution == Redistribution::Both);
            ChangeRow { name: result.head.scenario.name.clone(), change, net }
        })
        .collect();
    let is_seen = |(result, row): (&ScenarioResult, &ChangeRow)| {
        [row.change, row.net].into_iter().flatten().any(|change| !is_rounding(result, change))
    };
    if !results.iter().zip(&rows).any(is_seen) {
        return None;
    }
    rows.sort_by_key(|row| std::cmp::Reverse(row.change));
    // Where the two differ anywhere, the marks say which is which.
    let sides = match redistribution {
        Redistribution::Net => Some(Redistribution::Net),
        _ if rows.iter().any(|row| row.net.is_some() && row.net != row.change) => None,
        Redistribution::Both if rows.iter().all(|row| row.net.is_some()) => Some(Redistribution::Both),
        _ => Some(Redistribution::Gross),
    };
    let is_illustrative = knows_insatser && results.iter().any(shows_illustrative_kansli);
    let said = rows.iter().map(|row| {
        let amount = row.change.map(|change| number::exact_change(language, change));
        format!("{} {}", row.name, amount.unwrap_or_else(|| number::UNKNOWN.to_owned()))
    });
    let period = Period::of_all(results);
    Some(Chart {
        title: words::changes(language, period, knows_insatser, is_illustrative),
        description: said.collect::<Vec<_>>().join("; ") + ".",
        unit: words::kr_against_today(language, period, sides),
        period,
        notes: Vec::new(),
        content: Content::Changes(rows),
    })
}

/// The charts of an alternative; none that shows no difference.
pub(super) fn of_alternative(
    result: &ScenarioResult,
    looks: &Looks,
    redistribution: Redistribution,
    language: Language,
) -> Vec<Chart> {
    let charts = [
        insatser(result, looks, redistribution, language),
        Some(contributions(result, looks, redistribution, language)),
        waterfall(result, redistribution, language),
    ];
    charts.into_iter().flatten().filter(|chart| !chart.says_nothing()).collect()
}

/// The money for insatser per inhabitant of every förbund of today, and of the one that its kommuner are in afterwards.
/// Outside rows are left out: who else is in them is not known.
fn insatser(
    result: &ScenarioResult,
    looks: &Looks,
    redistribution: Redistribution,
    language: Language,
) -> Option<Chart> {
    let per_inhabitant =
        |row: &ForbundResult| hundredths(kr_per_inhabitant(row.insatser?, row.befolkning_16_64)?);
    // The money of some months is no money per inhabitant and year.
    if rows::have_months(result) {
        return None;
    }
    let is_inside = |row: &&ForbundResult| !row.outside;
    let before: Vec<&ForbundResult> = result.figures.before.forbund.iter().filter(is_inside).collect();
    let after: Vec<&ForbundResult> =
        side_after(result, redistribution)?.forbund.iter().filter(is_inside).collect();
    let mut rows = Vec::new();
    for one in &after {
        let parts: Vec<&&ForbundResult> = before
            .iter()
            .filter(|row| row.members.iter().any(|member| one.members.contains(member)))
            .collect();
        let style = looks.style(&one.name);
        let row = |name: &str, note: String, amount: Option<i64>| PairRow {
            name: name.to_owned(),
            note,
            before: amount,
            after: per_inhabitant(one),
            change: None,
            style,
        };
        if parts.is_empty() {
            rows.push(row(&one.name, String::new(), None));
        }
        for part in parts {
            let note = if part.name == one.name { String::new() } else { words::into(language, &one.name) };
            rows.push(row(&part.name, note, per_inhabitant(part)));
        }
    }
    let unknown = rows.iter().filter(|row| row.before.is_none() && row.after.is_none()).count();
    let known = rows.len() - unknown;
    rows.retain(|row| row.before != row.after);
    let unchanged = known - rows.len();
    rows.sort_by_key(|row| row.before.zip(row.after).map(|(before, after)| before - after));
    let described = rows.iter().map(|row| {
        let said = |amount: Option<i64>| {
            amount.map_or_else(|| number::UNKNOWN.to_owned(), |amount| words::kr(language, amount))
        };
        let name = if row.note.is_empty() { row.name.clone() } else { format!("{} {}", row.name, row.note) };
        words::from_to(language, &name, &said(row.before), &said(row.after))
    });
    let period = Period::of(result);
    Some(Chart {
        title: words::insatser_per_inhabitant(
            language,
            period,
            &result.head.scenario.name,
            shows_illustrative_kansli(result),
        ),
        description: described.collect::<Vec<_>>().join("; ") + ".",
        unit: words::kr_per_inhabitant(language, period, redistribution.gross()),
        period,
        notes: [
            (unchanged > 0).then(|| words::unchanged_forbund(language, period, unchanged)),
            (unknown > 0).then(|| words::unknown_forbund(language, unknown)),
        ]
        .into_iter()
        .flatten()
        .collect(),
        content: Content::Pairs { rows, has_changes: false },
    })
}

/// What each kommun pays per inhabitant today and afterwards, those with the largest rise first.
fn contributions(
    result: &ScenarioResult,
    looks: &Looks,
    redistribution: Redistribution,
    language: Language,
) -> Chart {
    let (contributions, period) = (ContributionChanges::of(result, redistribution), Period::of(result));
    let (more, less) = more_and_less(contributions.amounts().map(|(_, amount)| amount));
    let changed = more + less;
    let unchanged = contributions.amounts().count() - changed;
    let rows = contributions.amounts().filter(|(_, change)| *change != Kronor::ZERO);
    let rows = rows.filter_map(|(kommun, change)| {
        let inhabitants = *result.inhabitants.get(&kommun.kommunkod)?;
        // Whoever is in no förbund pays nothing.
        let per_inhabitant =
            |amount: Option<Kronor>| hundredths(kr_per_inhabitant(amount.unwrap_or_default(), inhabitants)?);
        Some(PairRow {
            name: kommun.kommun.clone(),
            note: String::new(),
            before: per_inhabitant(kommun.contribution.before),
            after: per_inhabitant(redistribution.shown(kommun.contribution.after)),
            change: Some(change),
            style: looks.style(kommun.forbund_after.as_ref()?),
        })
    });
    let mut rows: Vec<PairRow> = rows.collect();
    let falls = |row: &PairRow| row.before.zip(row.after).map(|(before, after)| before - after);
    rows.sort_by_key(|row| std::cmp::Reverse(falls(row).map(i64::abs)));
    rows.truncate(MOST_ROWS);
    rows.sort_by_key(falls);
    let leaving = contributions.names(|change| matches!(change, Change::Leaves(_)));
    let unknown = contributions.names(|change| change == Change::Unknown);
    let notes = [
        (changed > MOST_ROWS).then(|| words::largest_changes(language, MOST_ROWS, changed)),
        (unchanged > 0).then(|| words::unchanged_kommuner(language, period, unchanged)),
        (!leaving.is_empty()).then(|| words::leaving_kommuner(language, &leaving)),
        (!unknown.is_empty()).then(|| words::unknown_kommuner(language, &unknown)),
    ];
    Chart {
        title: words::contributions(language, period, &result.head.scenario.name),
        description: words::contributions_described(language, period, more, less),
        unit: words::kr_per_inhabitant(language, period, redistribution.gross()),
        period,
        notes: notes.into_iter().flatten().collect(),
        content: Content::Pairs { rows, has_changes: true },
    }
}

/// Whether a sum of a side has changed by no more than what is rounded anew: at most a krona per row.
fn is_rounding(result: &ScenarioResult, change: Kronor) -> bool {
    let figures = &result.figures;
    let rows = figures.before.forbund.len().max(figures.after.gross.forbund.len());
    u64::try_from(rows).is_ok_and(|rows| change.get().unsigned_abs() <= rows)
}

/// From today's income to that of an alternative, party by party; then what the country's redistribution gives back.
/// Only where something falls by more than rounding.
fn waterfall(result: &ScenarioResult, redistribution: Redistribution, language: Language) -> Option<Chart> {
    let labels = labels(language);
    let figures = &result.figures;
    let delta = &figures.delta.gross;
    let parties = [
        (Total::state.heading(language), delta.state),
        (Total::region.heading(language), delta.region),
        (Total::kommuner.heading(language), delta.kommuner),
    ];
    if parties.iter().all(|(_, change)| *change >= Kronor::ZERO || is_rounding(result, *change)) {
        return None;
    }
    let step = |label: &str, amount, is_level| WaterfallStep { label: label.to_owned(), amount, is_level };
    let gross = figures.after.gross.total.total;
    let mut steps = vec![step(labels.today, figures.before.total.total, true)];
    let changed = parties.iter().filter(|(_, change)| *change != Kronor::ZERO);
    steps.extend(changed.map(|(label, change)| step(label, *change, false)));
    steps.push(step(labels.after_gross, gross, true));
    if let (true, Some(net)) = (redistribution.net(), &figures.after.net) {
        steps.push(step(words::redistribution(language), net.total.total - gross, false));
        steps.push(step(labels.after_net, net.total.total, true));
    }
    let said = steps.iter().map(|step| {
        let write = if step.is_level { number::exact_amount } else { number::exact_change };
        format!("{} {}", step.label, write(language, step.amount))
    });
    let period = Period::of(result);
    Some(Chart {
        title: words::waterfall(language, period, &result.head.scenario.name),
        description: said.collect::<Vec<_>>().join("; ") + ".",
        unit: words::kr_per_year(language, period),
        period,
        notes: Vec::new(),
        content: Content::Waterfall(steps),
    })
}
