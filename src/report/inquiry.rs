//! The whole report of an inquiry: the alternatives side by side, then each of them, with charts.
//!
//! One value feeds every format, so that a page and a document say the same in the same rounding.

use super::chart::{Chart, Group, Picture, Step};
use super::comparison;
use super::criteria;
use super::document::{Document, List};
use super::redistribution::Redistribution;
use super::simulation;
use super::summary;
use crate::analysis::rests_on::shows_illustrative_kansli;
use crate::analysis::result::{ScenarioResult, Total};
use crate::model::kronor::Kronor;
use crate::text::chart as words;
use crate::text::label::labels;
use crate::text::language::Language;
use crate::text::{import, number};

/// A report.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Report {
    /// What it is about.
    pub title: String,
    /// The comparison, then every alternative.
    pub sections: Vec<Section>,
    /// Its language.
    pub language: Language,
}

/// A part of a report.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Section {
    /// Its pictures, which come before its tables.
    pub charts: Vec<Chart>,
    /// What it says.
    pub document: Document,
}

/// The report of alternatives that rest on one baseline. There is at least one. `files` are those that were read, each
/// with its hash.
#[must_use]
pub fn report(
    results: &[ScenarioResult],
    files: &[(String, String)],
    redistribution: Redistribution,
    language: Language,
) -> Report {
    let mut comparison = comparison::document(results, redistribution, language);
    comparison.tables.extend(criteria::comparison(results, redistribution, language));
    let of_files = files.iter().map(|(path, hash)| import::hash_of_file(path, hash));
    comparison
        .lists
        .push(List { title: labels(language).caption_files.to_owned(), items: of_files.collect() });
    comparison.lead.push(summary::today(&results[0], language));
    comparison.lead.extend(results.iter().map(|result| summary::in_short(result, redistribution, language)));
    let title = results[0].head.baseline.name.clone();
    let mut sections = vec![Section {
        charts: [total_chart(results, language), insatser_chart(results, language)]
            .into_iter()
            .flatten()
            .collect(),
        document: Document { title: labels(language).comparison.to_owned(), ..comparison },
    }];
    sections.extend(results.iter().map(|result| {
        let mut document = simulation::document(result, redistribution, language);
        document.tables.extend(criteria::tables(result, redistribution, language));
        document.lead.push(summary::alternative(result, redistribution, language));
        Section {
            charts: vec![waterfall(result, redistribution, language), contributions(result, language)],
            // Assumptions and sources of all of them stand with the comparison.
            document: Document { lists: Vec::new(), ..document },
        }
    }));
    Report { title, sections, language }
}

/// Today and every alternative.
fn alternatives(
    results: &[ScenarioResult],
    language: Language,
    figures: impl Fn(&Total) -> Vec<Option<Kronor>>,
) -> Vec<Group> {
    let today = results.first().map(|first| Group {
        label: labels(language).today.to_owned(),
        amounts: figures(&first.figures.before.total),
    });
    let after = results.iter().map(|result| Group {
        label: result.head.scenario.name.clone(),
        amounts: figures(&result.figures.after.gross.total),
    });
    today.into_iter().chain(after).collect()
}

/// Where the income comes from, gross.
fn total_chart(results: &[ScenarioResult], language: Language) -> Option<Chart> {
    let labels = labels(language);
    let groups = alternatives(results, language, |total| {
        [total.state, total.region, total.kommuner].map(Some).to_vec()
    });
    let sums = alternatives(results, language, |total| vec![Some(total.total)]);
    (!groups.is_empty()).then(|| Chart {
        title: labels.caption_income_gross.to_owned(),
        description: in_words(&sums, language),
        picture: Picture::Bars {
            series: [labels.state, labels.region, labels.kommuner].map(str::to_owned).to_vec(),
            groups,
            stacked: true,
        },
    })
}

/// What is left for insatser, gross; none if that is known of no alternative.
fn insatser_chart(results: &[ScenarioResult], language: Language) -> Option<Chart> {
    let groups = alternatives(results, language, |total| vec![total.insatser]);
    let is_illustrative = results.iter().any(shows_illustrative_kansli);
    groups.iter().flat_map(|group| &group.amounts).any(Option::is_some).then(|| Chart {
        title: words::insatser(language, is_illustrative).to_owned(),
        description: in_words(&groups, language),
        picture: Picture::Bars {
            series: vec![labels(language).insatser_gross.to_owned()],
            groups,
            stacked: false,
        },
    })
}

/// From today's income to that of an alternative, party by party; then what the country's redistribution gives back.
fn waterfall(result: &ScenarioResult, redistribution: Redistribution, language: Language) -> Chart {
    let labels = labels(language);
    let figures = &result.figures;
    let step = |label: &str, amount| Step { label: label.to_owned(), amount, is_level: false };
    let level = |label: &str, amount| Step { label: label.to_owned(), amount, is_level: true };
    let delta = &figures.delta.gross;
    let mut steps = vec![
        level(labels.today, figures.before.total.total),
        step(labels.state, delta.state),
        step(labels.region, delta.region),
        step(labels.kommuner, delta.kommuner),
        level(labels.after_gross, figures.after.gross.total.total),
    ];
    if let (true, Some(net)) = (redistribution.net(), &figures.after.net) {
        let gross = figures.after.gross.total.total;
        steps.push(step(words::redistribution(language), net.total.total - gross));
        steps.push(level(labels.after_net, net.total.total));
    }
    let said = steps.iter().map(|step| {
        let amount = if step.is_level {
            number::amount(language, step.amount)
        } else {
            number::change(language, step.amount)
        };
        format!("{} {amount}", step.label)
    });
    Chart {
        title: words::waterfall(language, &result.head.scenario.name),
        description: said.collect::<Vec<_>>().join("; ") + ".",
        picture: Picture::Waterfall(steps),
    }
}

/// What each kommun pays today and afterwards, gross.
fn contributions(result: &ScenarioResult, language: Language) -> Chart {
    let labels = labels(language);
    let groups: Vec<Group> = result
        .figures
        .kommuner
        .iter()
        .map(|kommun| Group {
            label: kommun.kommun.clone(),
            amounts: vec![kommun.contribution.before, kommun.contribution.after.gross],
        })
        .collect();
    Chart {
        title: labels.caption_kommuner.to_owned(),
        description: words::contributions(language, groups.len()),
        picture: Picture::Bars {
            series: [labels.today, labels.after_gross].map(str::to_owned).to_vec(),
            groups,
            stacked: false,
        },
    }
}

/// "Nuläge 14 827 810 kr; Tankespår 1 14 027 810 kr."
fn in_words(groups: &[Group], language: Language) -> String {
    let said = groups.iter().map(|group| {
        let amount = group.amounts.first().copied().flatten();
        let amount =
            amount.map_or_else(|| number::UNKNOWN.to_owned(), |amount| number::amount(language, amount));
        format!("{} {amount}", group.label)
    });
    said.collect::<Vec<_>>().join("; ") + "."
}
