//! The first sentences of a report: those that are read when nothing else is.
//!
//! They state gross and net and say where these disagree; they rank by nothing that is unknown, or that one alternative
//! has only because somebody made it up.

use std::cmp::Reverse;

use super::flip;
use super::redistribution::Redistribution;
use super::years;
use crate::analysis::assumption::Assumption;
use crate::analysis::path::{Accumulated, PathResult};
use crate::analysis::ranking::{self, Ends, Measure};
use crate::analysis::rests_on::{Derived, changes_illustrative_kansli};
use crate::analysis::result::{GrossAndNet, ScenarioResult, Total};
use crate::model::kronor::Kronor;
use crate::report::words::headline::{self as words, About, End, RestsOn, Shown, Subject};
use crate::report::words::period::Period;
use crate::report::words::{sentence, years as years_words};
use crate::text::language::Language;
use crate::text::number;

/// Of more alternatives the first sentences do not say one by one what they leave for insatser and when they are paid
/// back: a table says it better.
const MOST_LISTED: usize = 5;

/// What one alternative changes.
#[must_use]
pub fn of_scenario(result: &ScenarioResult, redistribution: Redistribution, language: Language) -> String {
    let income = change(result, |total| Some(total.total)).expect("income is always known");
    let changes = [Some(income), change(result, |total| total.insatser)];
    let [income, insatser] = written_changes(changes, redistribution, language);
    let period = Period::of(result);
    let insatser = insatser.map(|insatser| insatser.more_or_less(language, period));
    let of_year = period.heading(language);
    let name = if period.is_of_path() { &of_year } else { &result.head.scenario.name };
    let (before, after) = (result.figures.before.total.forbund, result.figures.after.gross.total.forbund);
    let first = words::of_scenario(
        language,
        (name, period),
        &income.map(|income| income.signed(language)).unwrap_or_default(),
        insatser.as_deref(),
        changes_illustrative_kansli(result),
        (before, after),
    );
    let mut sentences = vec![first];
    if redistribution == Redistribution::Both {
        sentences
            .extend(turns(result).map(|(what, falls)| words::turns(language, (what, period), None, falls)));
    }
    sentences.extend(joined(result).map(|kommuner| words::counts_more(language, None, &kommuner)));
    sentences.join(" ")
}

/// What changes on the sides that are shown; at least one of them is.
struct Written {
    gross: Option<words::Change>,
    net: Option<words::Change>,
}

impl Written {
    /// "−0,80 mnkr brutto (−0,78 mnkr netto)".
    fn signed(&self, language: Language) -> String {
        match (&self.gross, &self.net) {
            (Some(gross), Some(net)) => sentence::gross_and_net(language, &gross.signed, &net.signed),
            (Some(gross), None) => sentence::gross(language, &gross.signed),
            (None, net) => net.as_ref().map(|net| sentence::net(language, &net.signed)).unwrap_or_default(),
        }
    }

    /// "0,80 mnkr mindre än i dag brutto (0,78 mnkr netto)".
    fn more_or_less(&self, language: Language, period: Period) -> String {
        let today = Some(period.today(language));
        words::more_or_less(language, today, self.gross.as_ref(), self.net.as_ref())
    }
}

/// Changes of one sentence, in one precision, each on the sides that are shown.
fn written_changes<const N: usize>(
    changes: [Option<GrossAndNet<Kronor>>; N],
    redistribution: Redistribution,
    language: Language,
) -> [Option<Written>; N] {
    let mut written = all_written(&changes, redistribution, language).into_iter();
    changes.map(|_| written.next().flatten())
}

fn all_written(
    changes: &[Option<GrossAndNet<Kronor>>],
    redistribution: Redistribution,
    language: Language,
) -> Vec<Option<Written>> {
    let sides = changes.iter().map(|change| {
        let GrossAndNet { gross, net } = (*change)?;
        let net = net.filter(|_| redistribution.net());
        Some((Some(gross).filter(|_| redistribution.gross() || net.is_none()), net))
    });
    let sides: Vec<Option<(Option<Kronor>, Option<Kronor>)>> = sides.collect();
    let amounts: Vec<Kronor> =
        sides.iter().flatten().flat_map(|(gross, net)| [*gross, *net]).flatten().collect();
    let mut amounts = words::Change::all(language, &amounts).into_iter();
    let mut written = |side: Option<Kronor>| side.and_then(|_| amounts.next());
    sides
        .into_iter()
        .map(|sides| {
            let (gross, net) = sides?;
            Some(Written { gross: written(gross), net: written(net) })
        })
        .collect()
}

/// What the years of one alternative add up to; none where it has no path.
#[must_use]
pub fn of_path(
    result: &ScenarioResult,
    redistribution: Redistribution,
    language: Language,
) -> Option<String> {
    let path = result.path.as_ref()?;
    let sum = |of: fn(&Accumulated) -> Option<Kronor>| {
        let GrossAndNet { gross, net } = path.accumulated.as_ref().map(of);
        gross.map(|gross| GrossAndNet { gross, net: net.flatten() })
    };
    // Of nothing at all the present value goes without saying.
    let is_any =
        |sum: &GrossAndNet<Kronor>| *sum != GrossAndNet { gross: Kronor::ZERO, net: Some(Kronor::ZERO) };
    let insatser = [sum(|sum| sum.insatser_after_one_off), sum(|sum| sum.present_value).filter(is_any)];
    let [insatser, present_value] = written_changes(insatser, redistribution, language);
    let [income] = written_changes([sum(|sum| Some(sum.total))], redistribution, language);
    let signed = |written: Option<Written>| written.map(|written| written.signed(language));
    let (first, last) = years::span(path)?;
    let insatser = insatser.map(|insatser| insatser.more_or_less(language, Period::Years(first, last)));
    let one_off = Some(path.accumulated.gross.one_off).filter(|cost| *cost != Kronor::ZERO);
    let one_off = one_off.map(|cost| number::amount(language, cost));
    Some(years_words::sum(
        language,
        years_words::Sum {
            name: &result.head.scenario.name,
            years: (first, last),
            income: &signed(income).unwrap_or_default(),
            insatser: insatser.as_deref(),
            present_value: signed(present_value).as_deref(),
            one_off: one_off.as_deref(),
            is_illustrative: changes_illustrative_kansli(result),
            paid_back: years::paid_back(path, redistribution, language).as_deref(),
        },
    ))
}

/// Which of several alternatives changes most and which least, all years together; none where there is no path.
#[must_use]
pub fn of_paths(
    results: &[ScenarioResult],
    redistribution: Redistribution,
    language: Language,
) -> Option<String> {
    let (from, to) = years::span(results.first()?.path.as_ref()?)?;
    let measure = Measure::of(results);
    let period = Period::Years(from, to);
    let ranking = Ranking::new(results, &measure, period, redistribution, language);
    let mut sentences = vec![ranking.sentence()];
    sentences.extend(ranking.insatser_of_others(results, redistribution));
    let unknown = results
        .iter()
        .filter(|result| result.path.as_ref().is_some_and(|path| path.accumulated.gross.insatser.is_none()));
    let unknown: Vec<&str> = unknown.map(|result| result.head.scenario.name.as_str()).collect();
    if measure == Measure::Insatser && !unknown.is_empty() {
        // In some year, though not in the last one.
        let some = (unknown.len() < results.len()).then(|| language.list(&unknown));
        sentences.push(words::insatser_unknown(language, some.as_deref()));
    }
    if results.len() <= MOST_LISTED {
        sentences.extend(years::paid_back_by(results, redistribution, language));
    }
    Some(sentences.join(" "))
}

/// Which of several alternatives changes most, and which least, in the last year where there is a path.
#[must_use]
pub fn of_comparison(
    results: &[ScenarioResult],
    redistribution: Redistribution,
    language: Language,
) -> String {
    let measure = Measure::of(results);
    let name = |position: &usize| results[*position].head.scenario.name.as_str();
    let period = Period::of_all(results);
    let ranking = Ranking::new(results, &measure, period, redistribution, language);
    let mut sentences = vec![ranking.sentence()];
    // Of years of a path it is said of all years together.
    if !period.is_of_path() {
        sentences.extend(ranking.insatser_of_others(results, redistribution));
    }
    match &measure {
        Measure::Insatser => {}
        Measure::IncomeAsUnknown(unknown) => {
            let names: Vec<&str> = unknown.iter().map(name).collect();
            let some = (names.len() < results.len()).then(|| language.list(&names));
            sentences.push(words::insatser_unknown(language, some.as_deref()));
        }
        Measure::IncomeAsIllustrative(changed) => {
            let kansli = |position: &usize| {
                results[*position].figures.delta.gross.kansli.expect("known where it is illustrative")
            };
            let changed: Vec<(&str, String)> = changed
                .iter()
                .map(|position| (name(position), number::exact_change(language, kansli(position))))
                .collect();
            sentences.push(words::not_ranked(language, period, &changed));
            sentences.extend(flip::sentences(results, redistribution, language));
        }
    }
    if redistribution == Redistribution::Both {
        sentences.extend(turned(results, language));
    }
    let is_one = results.len() == 1;
    sentences.extend(results.iter().filter_map(|result| {
        let name = (!is_one).then_some(result.head.scenario.name.as_str());
        Some(words::counts_more(language, name, &joined(result)?))
    }));
    sentences.join(" ")
}

/// A figure of the totals, afterwards less today.
fn change(result: &ScenarioResult, figure: impl Fn(&Total) -> Option<Kronor>) -> Option<GrossAndNet<Kronor>> {
    let delta = &result.figures.delta;
    Some(GrossAndNet { gross: figure(&delta.gross)?, net: delta.net.as_ref().and_then(figure) })
}

/// What of an alternative falls on one side and rises on the other, and whether it falls gross.
fn turns(result: &ScenarioResult) -> Option<(Subject, bool)> {
    let income = change(result, |total| Some(total.total)).and_then(ranking::turns);
    let insatser = change(result, |total| total.insatser).and_then(ranking::turns);
    match (income, insatser) {
        (Some(income), Some(insatser)) if income == insatser => Some((Subject::IncomeAndInsatser, income)),
        // Income that falls on one side and insatser that fall on the other: no kansli costs less and more.
        (Some(income), _) => Some((Subject::Income, income)),
        (None, insatser) => Some((Subject::Insatser, insatser?)),
    }
}

/// A sentence for all alternatives of which the same falls on one side and rises on the other.
fn turned(results: &[ScenarioResult], language: Language) -> Vec<String> {
    let period = Period::of_all(results);
    let mut groups: Vec<((Subject, bool), Vec<&str>)> = Vec::new();
    for result in results {
        let Some(turn) = turns(result) else { continue };
        let name = result.head.scenario.name.as_str();
        match groups.iter_mut().find(|(known, _)| *known == turn) {
            Some((_, names)) => names.push(name),
            None => groups.push((turn, vec![name])),
        }
    }
    let sentence = |((what, falls), names): ((Subject, bool), Vec<&str>)| {
        words::turns(language, (what, period), Some(&language.list(&names)), falls)
    };
    groups.into_iter().map(sentence).collect()
}

/// The kommuner that take part afterwards and in none of today's förbund.
fn joined(result: &ScenarioResult) -> Option<Vec<String>> {
    result.assumptions.iter().find_map(|assumption| match assumption {
        Assumption::Joined { held, entering } => Some(held.iter().chain(entering).cloned().collect()),
        _ => None,
    })
}

/// The sentence that ranks.
struct Ranking<'results> {
    names: Vec<&'results str>,
    subject: Subject,
    period: Period,
    /// Whether one-off costs were deducted.
    after_one_off: bool,
    /// What each alternative changes, gross and net, as far as it is shown and known.
    gross: Option<Vec<Kronor>>,
    net: Option<Vec<Kronor>>,
    illustrative: Option<String>,
    derived: [bool; 2],
    language: Language,
}

impl<'results> Ranking<'results> {
    fn new(
        results: &'results [ScenarioResult],
        measure: &Measure,
        period: Period,
        redistribution: Redistribution,
        language: Language,
    ) -> Self {
        let is_of_years = matches!(period, Period::Years(..));
        let is_known = |path: &PathResult| path.accumulated.gross.insatser.is_some();
        let paths = || results.iter().filter_map(|result| result.path.as_ref());
        let is_insatser = *measure == Measure::Insatser && (!is_of_years || paths().all(is_known));
        let figure = |result: &ScenarioResult, is_net: bool| -> Option<Kronor> {
            if !is_of_years {
                return measure.figure(years::side(result.figures.delta.as_ref(), is_net)?);
            }
            let sum = years::side(result.path.as_ref()?.accumulated.as_ref(), is_net)?;
            if is_insatser { sum.insatser_after_one_off } else { Some(sum.total) }
        };
        let of_side =
            |is_net| -> Option<Vec<Kronor>> { results.iter().map(|result| figure(result, is_net)).collect() };
        let net = of_side(true).filter(|_| redistribution.net());
        let gross = of_side(false);
        let has_cost = |path: &PathResult| path.accumulated.gross.one_off != Kronor::ZERO;
        let changed = results.iter().filter(|result| changes_illustrative_kansli(result));
        let changed: Vec<&str> = changed.map(|result| result.head.scenario.name.as_str()).collect();
        let rests = |side: &str| {
            let path = format!("delta.{side}.{}", measure.name());
            results.iter().any(|result| Derived::of(result).is_below(&path))
        };
        Self {
            names: results.iter().map(|result| result.head.scenario.name.as_str()).collect(),
            subject: if is_insatser { Subject::Insatser } else { Subject::Income },
            period,
            after_one_off: is_of_years && is_insatser && paths().any(has_cost),
            gross: gross.filter(|_| redistribution.gross() || net.is_none()),
            net,
            illustrative: (is_insatser && !changed.is_empty()).then(|| language.list(&changed)),
            derived: [rests("gross"), rests("net")],
            language,
        }
    }

    fn sentence(&self) -> String {
        let language = self.language;
        let (shown, first) = match (&self.gross, &self.net) {
            (Some(gross), Some(_)) => (Shown::Both, gross),
            (None, Some(net)) => (Shown::Net, net),
            (Some(gross), None) => (Shown::Gross, gross),
            (None, None) => return String::new(),
        };
        let Some(ends) = ranking::ends(first) else { return String::new() };
        let on = RestsOn {
            illustrative: self.illustrative.as_deref(),
            derived_gross: self.derived[0],
            derived_net: self.derived[1],
        };
        let Self { subject, period, after_one_off, .. } = *self;
        let about = About { subject, shown, period, after_one_off };
        let of_net = self.net.as_deref().and_then(ranking::ends).filter(|_| shown == Shown::Both);
        if let Some((net, of_net)) = self.net.as_deref().zip(of_net.filter(|of_net| *of_net != ends)) {
            let [gross, net] = self.sides([(first, &ends), (net, &of_net)]);
            return words::disagreeing(language, about, gross.as_ends(), net.as_ends(), on);
        }
        let texts = self.texts(&ends);
        match texts.as_ends() {
            (all, None) => words::alike(language, about, all, self.names.len() == 1, on),
            (most, Some(least)) => {
                let both = self.gross.as_deref().zip(self.net.as_deref());
                let differs = both.is_some_and(|(gross, net)| ranking::orders_differ(gross, net));
                words::ranked(language, about, (most, least), differs, on)
            }
        }
    }

    /// What the alternatives that the ranking does not say it of leave for insatser.
    fn insatser_of_others(
        &self,
        results: &[ScenarioResult],
        redistribution: Redistribution,
    ) -> Option<String> {
        if results.len() > MOST_LISTED {
            return None;
        }
        let named = self.named_ends();
        let others: Vec<&ScenarioResult> = results
            .iter()
            .enumerate()
            .filter(|(position, _)| !named.contains(position))
            .map(|(_, result)| result)
            .collect();
        let is_of_years = matches!(self.period, Period::Years(..));
        let left = |result: &ScenarioResult| {
            if !is_of_years {
                return change(result, |total| total.insatser);
            }
            let GrossAndNet { gross, net } =
                result.path.as_ref()?.accumulated.as_ref().map(|sum| sum.insatser_after_one_off);
            Some(GrossAndNet { gross: gross?, net: net.flatten() })
        };
        let mut others: Vec<(&ScenarioResult, Option<GrossAndNet<Kronor>>)> =
            others.into_iter().map(|result| (result, left(result))).collect();
        // What must not be ranked by it stands in the order of the files.
        if self.subject == Subject::Insatser {
            others.sort_by_key(|(_, left)| Reverse(left.map(|left| (left.gross, left.net))));
        }
        let changes: Vec<Option<GrossAndNet<Kronor>>> = others.iter().map(|(_, left)| *left).collect();
        let written = all_written(&changes, redistribution, self.language);
        let mut of_each: Vec<(String, Vec<String>)> = Vec::new();
        for ((result, _), written) in others.iter().zip(written) {
            let Some(Written { gross, net }) = written else { continue };
            let said = words::more_or_less(self.language, None, gross.as_ref(), net.as_ref());
            let name = result.head.scenario.name.as_str();
            let name = if changes_illustrative_kansli(result) {
                words::with_illustrative(self.language, name)
            } else {
                name.to_owned()
            };
            match of_each.iter_mut().find(|(known, _)| *known == said) {
                Some((_, all)) => all.push(name),
                None => of_each.push((said, vec![name])),
            }
        }
        let has_cost = |(result, _): &(&ScenarioResult, _)| {
            result.path.as_ref().is_some_and(|path| path.accumulated.gross.one_off != Kronor::ZERO)
        };
        let after_one_off = is_of_years && others.iter().any(has_cost);
        (!of_each.is_empty()).then(|| {
            words::insatser_of_others(self.language, self.period, after_one_off, !named.is_empty(), &of_each)
        })
    }

    /// The alternatives of which the ranking says what they leave for insatser.
    fn named_ends(&self) -> Vec<usize> {
        if self.subject != Subject::Insatser {
            return Vec::new();
        }
        let sides = [&self.gross, &self.net].into_iter().flatten();
        let ends: Vec<Ends> = sides.filter_map(|changes| ranking::ends(changes)).collect();
        match ends.as_slice() {
            [one, others @ ..] if others.iter().all(|other| other == one) => {
                one.most.iter().chain(&one.least).copied().collect()
            }
            _ => Vec::new(),
        }
    }

    /// The ends of both sides, which are not the same.
    fn sides(&self, sides: [(&[Kronor], &Ends); 2]) -> [Texts; 2] {
        let of_sides = sides.map(|(changes, ends)| [changes[ends.most[0]], changes[ends.least[0]]]);
        let [most, least] = self.written(&of_sides);
        [0, 1].map(|side| self.with_names(sides[side].1, most[side].clone(), least[side].clone()))
    }

    /// The ends on which all sides that are shown agree.
    fn texts(&self, ends: &Ends) -> Texts {
        let sides: Vec<&[Kronor]> =
            [&self.gross, &self.net].into_iter().flatten().map(Vec::as_slice).collect();
        let of_sides: Vec<[Kronor; 2]> =
            sides.iter().map(|changes| [changes[ends.most[0]], changes[ends.least[0]]]).collect();
        let [most, least] = self.written(&of_sides).map(|sides| match sides.as_slice() {
            [gross, net] => words::gross_and_net(self.language, gross, net),
            one => one.concat(),
        });
        self.with_names(ends, most, least)
    }

    /// What changes most and least on each side, in words: to the krona where hundredths of millions hide the difference.
    fn written(&self, of_sides: &[[Kronor; 2]]) -> [Vec<String>; 2] {
        const HUNDREDTH: i64 = 10_000;
        let is_close =
            of_sides.iter().any(|[most, least]| most != least && (*most - *least).get() < HUNDREDTH);
        let amounts = of_sides.as_flattened();
        let written = if is_close {
            words::Change::exact(self.language, amounts)
        } else {
            words::Change::all(self.language, amounts)
        };
        let written: Vec<String> = match self.subject {
            Subject::Insatser => written.iter().map(|change| change.in_words(self.language)).collect(),
            _ => written.into_iter().map(|change| change.signed).collect(),
        };
        [0, 1].map(|end| written.iter().skip(end).step_by(2).cloned().collect())
    }

    fn with_names(&self, ends: &Ends, most: String, least: String) -> Texts {
        let names = |ends: &[usize]| {
            self.language.list(&ends.iter().map(|position| self.names[*position]).collect::<Vec<_>>())
        };
        let least = (ends.most != ends.least).then(|| (names(&ends.least), least));
        Texts { most: (names(&ends.most), most), least }
    }
}

/// The names and the change at each end; the second is missing where all change as much.
struct Texts {
    most: (String, String),
    least: Option<(String, String)>,
}

impl Texts {
    fn as_ends(&self) -> (End<'_>, Option<End<'_>>) {
        let end = |(names, change)| End { names, change };
        let (names, change) = &self.most;
        (end((names, change)), self.least.as_ref().map(|(names, change)| end((names, change))))
    }
}
