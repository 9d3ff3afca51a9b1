//! The charts of a report: what each alternative changes, and for whom.

use super::chart::{ChangeRow, Chart, Content, PairRow, WaterfallStep};
use super::map::Looks;
use super::redistribution::Redistribution;
use crate::analysis::ratio::{hundredths, kr_per_inhabitant};
use crate::analysis::rests_on::shows_illustrative_kansli;
use crate::analysis::result::{ForbundResult, ScenarioResult, SideResult, Total};
use crate::model::kronor::Kronor;
use crate::report::words::chart as words;
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
/// none changes anything.
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
    rows.sort_by_key(|row| std::cmp::Reverse(row.change));
    let is_illustrative = knows_insatser && results.iter().any(shows_illustrative_kansli);
    let said = rows.iter().map(|row| {
        let amount = row.change.map(|change| number::exact_change(language, change));
        format!("{} {}", row.name, amount.unwrap_or_else(|| number::UNKNOWN.to_owned()))
    });
    let chart = Chart {
        title: words::changes(language, knows_insatser, is_illustrative),
        description: said.collect::<Vec<_>>().join("; ") + ".",
        unit: words::kr_against_today(language).to_owned(),
        notes: Vec::new(),
        content: Content::Changes(rows),
    };
    (!chart.says_nothing()).then_some(chart)
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
    let all = rows.len();
    rows.retain(|row| row.before != row.after);
    rows.sort_by_key(|row| row.before.zip(row.after).map(|(before, after)| before - after));
    let described = rows.iter().map(|row| {
        let said = |amount: Option<i64>| {
            amount.map_or_else(|| number::UNKNOWN.to_owned(), |amount| words::kr(language, amount))
        };
        let name = if row.note.is_empty() { row.name.clone() } else { format!("{} {}", row.name, row.note) };
        words::from_to(language, &name, &said(row.before), &said(row.after))
    });
    Some(Chart {
        title: words::insatser_per_inhabitant(
            language,
            &result.head.scenario.name,
            shows_illustrative_kansli(result),
        ),
        description: described.collect::<Vec<_>>().join("; ") + ".",
        unit: words::kr_per_inhabitant(language, redistribution.gross()).to_owned(),
        notes: unchanged(all - rows.len(), language),
        content: Content::Pairs { rows, has_changes: false },
    })
}

/// That so many förbund are as today.
fn unchanged(count: usize, language: Language) -> Vec<String> {
    if count == 0 { Vec::new() } else { vec![words::unchanged_forbund(language, count)] }
}

/// What each kommun pays per inhabitant today and afterwards, those with the largest rise first.
fn contributions(
    result: &ScenarioResult,
    looks: &Looks,
    redistribution: Redistribution,
    language: Language,
) -> Chart {
    let kommuner = &result.figures.kommuner;
    let mut rows: Vec<PairRow> = kommuner
        .iter()
        .filter_map(|kommun| {
            let contribution = kommun.contribution;
            let inhabitants = *result.inhabitants.get(&kommun.kommunkod)?;
            // Whoever is in no förbund pays nothing.
            let per_inhabitant = |amount: Option<Kronor>| {
                hundredths(kr_per_inhabitant(amount.unwrap_or_default(), inhabitants)?)
            };
            let forbund = kommun.forbund_after.as_ref().or(kommun.forbund_before.as_ref())?;
            Some(PairRow {
                name: kommun.kommun.clone(),
                note: String::new(),
                before: per_inhabitant(contribution.before),
                after: per_inhabitant(redistribution.shown(contribution.after)),
                change: redistribution.shown(contribution.delta),
                style: looks.style(forbund),
            })
        })
        .collect();
    let all = rows.len();
    rows.retain(|row| row.change.is_some_and(|change| change != Kronor::ZERO));
    let changed = rows.len();
    let (more, less) = (count(&rows, 1), count(&rows, -1));
    let falls = |row: &PairRow| row.before.zip(row.after).map(|(before, after)| before - after);
    rows.sort_by_key(|row| std::cmp::Reverse(falls(row).map(i64::abs)));
    rows.truncate(MOST_ROWS);
    rows.sort_by_key(falls);
    let mut notes = Vec::new();
    if changed > MOST_ROWS {
        notes.push(words::largest_changes(language, MOST_ROWS, changed));
    }
    if changed < all && changed > 0 {
        notes.push(words::unchanged_kommuner(language, all - changed));
    }
    Chart {
        title: words::contributions(language, &result.head.scenario.name),
        description: words::contributions_described(language, more, less),
        unit: words::kr_per_inhabitant(language, redistribution.gross()).to_owned(),
        notes,
        content: Content::Pairs { rows, has_changes: true },
    }
}

fn count(rows: &[PairRow], sign: i64) -> usize {
    rows.iter().filter(|row| row.change.is_some_and(|change| change.get().signum() == sign)).count()
}

/// From today's income to that of an alternative, party by party; then what the country's redistribution gives back.
/// Only where something falls.
fn waterfall(result: &ScenarioResult, redistribution: Redistribution, language: Language) -> Option<Chart> {
    let labels = labels(language);
    let figures = &result.figures;
    let delta = &figures.delta.gross;
    let parties = [
        (Total::state.heading(language), delta.state),
        (Total::region.heading(language), delta.region),
        (Total::kommuner.heading(language), delta.kommuner),
    ];
    if parties.iter().all(|(_, change)| *change >= Kronor::ZERO) {
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
        let amount = if step.is_level {
            number::amount(language, step.amount)
        } else {
            number::change(language, step.amount)
        };
        format!("{} {amount}", step.label)
    });
    Some(Chart {
        title: words::waterfall(language, &result.head.scenario.name),
        description: said.collect::<Vec<_>>().join("; ") + ".",
        unit: words::kr_per_year(language).to_owned(),
        notes: Vec::new(),
        content: Content::Waterfall(steps),
    })
}
