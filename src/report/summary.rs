//! The summary of a report in running text: today, and what each alternative changes.

use std::collections::BTreeSet;

use super::contribution_changes::{Change, ContributionChanges};
use super::headline as headlines;
use super::redistribution::Redistribution;
use super::rows;
use crate::analysis::criteria::{Criteria, CriteriaSide};
use crate::analysis::rests_on::{changes_illustrative_kansli, shows_illustrative_kansli};
use crate::analysis::result::{Figures, ForbundResult, ScenarioResult, SideResult, Total};
use crate::model::kommun::Kommunkod;
use crate::model::kronor::Kronor;
use crate::report::words::headline;
use crate::report::words::period::Period;
use crate::report::words::summary as words;
use crate::text::language::Language;

/// Where everybody starts from; all alternatives rest on one baseline.
#[must_use]
pub fn today(result: &ScenarioResult, language: Language) -> String {
    let before = &result.figures.before;
    let members = before.forbund.iter().flat_map(|forbund| &forbund.members);
    let kommuner = members.map(|member| member.whole()).collect::<BTreeSet<_>>().len();
    let total = &before.total;
    let forbund = before.forbund.len();
    let known = total.kansli.zip(total.insatser);
    words::today(
        language,
        Period::of(result),
        (forbund, kommuner),
        total.total,
        known,
        result.illustrative_kansli.today,
    )
}

/// What an alternative changes in money, and who gains and loses, with its name.
#[must_use]
pub fn in_short(result: &ScenarioResult, shown: Redistribution, language: Language) -> String {
    let of_path = headlines::of_path(result, shown, language);
    let mut sentences = vec![money(result, shown, language)];
    sentences.extend(parties(result, shown, language));
    if let Some(of_path) = of_path {
        return format!("{of_path} {}", sentences.join(" "));
    }
    format!("{}: {}", result.head.scenario.name, sentences.join(" "))
}

/// Who pays and gets more or less than today, in a sentence each.
#[must_use]
pub fn parties(result: &ScenarioResult, shown: Redistribution, language: Language) -> Vec<String> {
    let of_forbund = insatser(result, shown, language);
    contributions(result, shown, language).into_iter().chain(of_forbund).collect()
}

/// What an alternative changes, sentence by sentence.
#[must_use]
pub fn alternative(result: &ScenarioResult, shown: Redistribution, language: Language) -> String {
    let figures = &result.figures;
    let (delta, _) = deltas(figures, shown);
    let mut sentences = vec![money(result, shown, language)];
    sentences.extend(break_even(result, delta, shown, language));
    sentences.extend(parties(result, shown, language));
    sentences.extend(boards(&figures.criteria, language));
    sentences.extend(distance(&figures.criteria, language));
    sentences.join(" ")
}

/// The difference that is stated first, and the net one if it stands behind that.
fn deltas(figures: &Figures, shown: Redistribution) -> (&Total, Option<&Total>) {
    let net = figures.delta.net.as_ref().filter(|_| shown.net());
    match net {
        Some(net) if !shown.gross() => (net, None),
        net => (&figures.delta.gross, net),
    }
}

/// What changes in income, kanslier and money for insatser.
pub(super) fn money(result: &ScenarioResult, shown: Redistribution, language: Language) -> String {
    let (delta, net) = deltas(&result.figures, shown);
    let income =
        words::income(language, Period::of(result), delta.total, net.map(|net| net.total), shown.gross());
    let insatser = match delta.kansli.zip(delta.insatser) {
        None => headline::insatser_unknown(language, None),
        Some((kansli, insatser)) => {
            let insatser = (insatser, net.and_then(|net| net.insatser), shown.gross());
            words::insatser(language, insatser, kansli, changes_illustrative_kansli(result))
        }
    };
    format!("{income} {insatser}")
}

/// Only where income falls: else there is nothing to make up for.
fn break_even(
    result: &ScenarioResult,
    delta: &Total,
    shown: Redistribution,
    language: Language,
) -> Option<String> {
    let found = &result.figures.break_even;
    let falls = |needed: Kronor| needed > Kronor::ZERO;
    let gross = Some(found.saving_needed.gross).filter(|_| shown.gross());
    let net = found.saving_needed.net.filter(|_| shown.net());
    let (gross, net) = (gross.filter(|needed| falls(*needed)), net.filter(|needed| falls(*needed)));
    gross.or(net)?;
    Some(words::break_even(language, Period::of(result), gross, net, delta.kansli))
}

/// Who pays more and less, and whose contribution changes most.
fn contributions(result: &ScenarioResult, shown: Redistribution, language: Language) -> Option<String> {
    let all = ContributionChanges::of(result, shown).of_kommuner(result);
    // One who joins pays more than nothing, which is no news beside those who stay.
    let stay = all.values().filter(|kommun| kommun.is_member_today);
    let changes = stay.filter_map(|kommun| match kommun.change {
        Change::By(change) => Some((kommun.name, change)),
        Change::Leaves(_) | Change::Unknown => None,
    });
    let changes: Vec<(&str, Kronor)> = changes.collect();
    words::contributions(language, shown.gross(), &changes)
}

/// Who has more and less left for insatser: the förbund, where they keep their kommuner, else per inhabitant of each
/// kommun.
fn insatser(result: &ScenarioResult, shown: Redistribution, language: Language) -> Option<String> {
    // What förbund have in some months is not to be compared with today.
    if rows::have_months(result) {
        return None;
    }
    let figures = &result.figures;
    let after = if shown.gross() { Some(&figures.after.gross) } else { figures.after.net.as_ref() }?;
    let before = &figures.before;
    let stays = |row: &ForbundResult| after.of(&row.name).is_some_and(|now| now.members == row.members);
    let is_illustrative = shows_illustrative_kansli(result);
    let about = (shown.gross(), is_illustrative);
    if before.forbund.len() == after.forbund.len() && before.forbund.iter().all(stays) {
        let changes = before.forbund.iter().map(|row| {
            let change = after.of(&row.name)?.insatser? - row.insatser?;
            Some((row.name.as_str(), change))
        });
        let changes: Vec<(&str, Kronor)> = changes.collect::<Option<_>>()?;
        return words::insatser_of_forbund(language, about, &changes);
    }
    let each = |side: &SideResult, code: Kommunkod| {
        let row = side.forbund.iter().find(|row| row.members.contains(&code) && !row.outside)?;
        row.insatser_per_inhabitant
    };
    // Who joins or leaves has nothing to be compared with.
    let changes = figures.kommuner.iter().filter_map(|kommun| {
        let (before, after) = (each(before, kommun.kommunkod)?, each(after, kommun.kommunkod)?);
        Some((kommun.kommun.as_str(), after - before))
    });
    words::insatser_of_kommuner(language, about, &changes.collect::<Vec<_>>())
}

fn boards(criteria: &Criteria, language: Language) -> Option<String> {
    let (before, after) = (&criteria.before.total, &criteria.after.total);
    let changes = (before.forbund, before.ledamoter) != (after.forbund, after.ledamoter);
    (changes && after.forbund > 0).then(|| {
        let ledamoter = (before.ledamoter, after.ledamoter);
        words::boards(language, (before.forbund, after.forbund), ledamoter)
    })
}

/// The longest way afterwards, where it is another than today.
fn distance(criteria: &Criteria, language: Language) -> Option<String> {
    let (before, after) = (way(&criteria.before)?, way(&criteria.after)?);
    (after != before).then(|| words::distance(language, &before, &after))
}

fn way(side: &CriteriaSide) -> Option<words::Way<'_>> {
    let (forbund, distance) = side.farthest()?;
    let (from, to) = (distance.from.kommun.as_str(), distance.farthest.kommun.as_str());
    Some(words::Way { from, is_seat: forbund.sate.is_some(), to, km: distance.km })
}
