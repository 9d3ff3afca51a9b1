//! The whole report of an inquiry in the order in which it is read: the answer with maps and charts, each alternative,
//! and an appendix with all figures and what they rest on.
//!
//! One value feeds every format, so that a page and a document say the same in the same rounding.

use super::assumptions;
use super::change_charts;
use super::comparison;
use super::criteria;
use super::document::{Document, List};
use super::headline;
use super::map::{self, Looks};
use super::matrix;
use super::picture::Picture;
use super::redistribution::Redistribution;
use super::screen::Length;
use super::simulation;
use super::summary;
use super::years;
use crate::analysis::result::{ScenarioResult, SideResult};
use crate::report::words::{import, screen as words};
use crate::text::label::labels;
use crate::text::language::Language;

/// A report.
#[derive(Debug)]
pub struct Report {
    /// What it is about.
    pub title: String,
    /// Who wrote it and when.
    pub about: Vec<String>,
    /// The summary, every alternative that changes something, and the appendix.
    pub sections: Vec<Section>,
    /// Its language.
    pub language: Language,
}

/// A part of a report.
#[derive(Debug)]
pub struct Section {
    /// Its pictures, which come before its tables.
    pub pictures: Vec<Picture>,
    /// What it says.
    pub document: Document,
    /// Which pictures and tables show what, by the numbers that pages and Word documents give them.
    pub guide: Option<String>,
}

/// How a report is made.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Gross, net or both.
    pub redistribution: Redistribution,
    /// Whether it is the summary alone.
    pub is_short: bool,
    /// What it is called, if not as its baseline.
    pub title: Option<String>,
    /// Who wrote it and when.
    pub about: Vec<String>,
}

/// The most kommuner whose contributions stand in the summary; those of more fill pages.
const MOST_IN_SUMMARY: usize = 24;

/// The report of alternatives that rest on one baseline: the answer, each alternative, and what it all rests on. There
/// is at least one. `files` are those that were read, each with its hash.
#[must_use]
pub fn report(
    results: &[ScenarioResult],
    files: &[(String, String)],
    options: &Options,
    language: Language,
) -> Report {
    let looks = Looks::of(results);
    let mut sections = vec![summary_section(results, &looks, options, language)];
    if !options.is_short {
        let changing = results.iter().filter(|result| changes_something(result, options.redistribution));
        sections.extend(changing.map(|result| alternative(result, &looks, options.redistribution, language)));
        sections.push(appendix(results, files, options.redistribution, language));
    }
    let title = options.title.clone().unwrap_or_else(|| results[0].head.baseline.name.clone());
    Report { title, about: options.about.clone(), sections, language }
}

/// What a council reads: the answer, who is with whom, what each alternative changes, and what decides it.
fn summary_section(
    results: &[ScenarioResult],
    looks: &Looks,
    options: &Options,
    language: Language,
) -> Section {
    let (labels, shown) = (labels(language), options.redistribution);
    let mut lead: Vec<String> = headline::of_paths(results, shown, language).into_iter().collect();
    lead.extend([headline::of_comparison(results, shown, language), summary::today(&results[0], language)]);
    lead.extend(results.iter().map(|result| summary::in_short(result, shown, language)));
    let maps = map::maps(results, looks, shown, language).unwrap_or_else(|without| {
        lead.extend(without);
        Vec::new()
    });
    if options.is_short {
        lead.push(words::rest_in_full(language).to_owned());
    }
    let charts = years::chart(results, shown, language);
    let charts = charts.into_iter().chain(change_charts::changes(results, shown, language));
    let mut tables = years::accumulated(results, shown, language);
    tables.push(comparison::in_short(results, shown, language));
    if results.iter().all(|result| result.figures.kommuner.len() <= MOST_IN_SUMMARY) {
        // Net ones stand with each alternative.
        tables.extend(matrix::contribution_changes(results, shown, language));
    }
    let guide = words::guide(language, !maps.is_empty(), options.is_short);
    Section {
        pictures: maps.into_iter().map(Picture::Maps).chain(charts.map(Picture::Chart)).collect(),
        document: Document {
            title: labels.summary.to_owned(),
            lead,
            tables,
            lists: vec![List {
                title: labels.decisive.to_owned(),
                items: assumptions::special(results, language),
            }],
            more: None,
        },
        guide: Some(guide),
    }
}

/// Whether an alternative is another than today on a side that is shown, in any year. More förbund elsewhere change net
/// figures only.
fn changes_something(result: &ScenarioResult, shown: Redistribution) -> bool {
    let differs = |before: &SideResult, gross: &SideResult, net: Option<&SideResult>| {
        gross != before || net.is_some_and(|net| shown.net() && net != before)
    };
    let figures = &result.figures;
    let mut years = result.path.iter().flat_map(|path| &path.years);
    differs(&figures.before, &figures.after.gross, figures.after.net.as_ref())
        || years.any(|year| differs(&year.before, &year.gross, year.net.as_ref()))
}

/// Whether somebody pays more or less.
fn changes_contributions(result: &ScenarioResult) -> bool {
    let kommuner = result.figures.kommuner.iter().map(|kommun| &kommun.contribution);
    let mut parties = kommuner.chain(result.figures.regions.iter().map(|region| &region.contribution));
    parties.any(|pays| {
        let net = pays.after.net.unwrap_or(pays.after.gross);
        pays.after.gross != pays.before || net != pays.before
    })
}

fn alternative(result: &ScenarioResult, looks: &Looks, shown: Redistribution, language: Language) -> Section {
    // What all parties pay stands in the appendix too.
    let mut document = if changes_contributions(result) {
        simulation::document(result, shown, Length::Full, language)
    } else {
        simulation::without_contributions(result, shown, language)
    };
    if result.figures.criteria.before != result.figures.criteria.after {
        document.tables.extend(criteria::organisation(result, language));
    }
    document.lead.push(summary::alternative(result, shown, language));
    let charts = change_charts::of_alternative(result, looks, shown, language);
    Section {
        pictures: charts.into_iter().map(Picture::Chart).collect(),
        // Assumptions and sources of all of them stand in the appendix.
        document: Document { lists: Vec::new(), ..document },
        guide: None,
    }
}

/// All figures side by side, and what they rest on.
fn appendix(
    results: &[ScenarioResult],
    files: &[(String, String)],
    shown: Redistribution,
    language: Language,
) -> Section {
    let labels = labels(language);
    let mut document = comparison::document(results, None, shown, Length::Full, language);
    document.tables.extend(matrix::report(results, shown, language));
    document.tables.extend(criteria::comparison(results, shown, language));
    let of_files = files.iter().map(|(path, hash)| import::hash_of_file(language, path, hash));
    document.lists.push(List { title: labels.caption_files.to_owned(), items: of_files.collect() });
    Section {
        pictures: Vec::new(),
        document: Document { title: labels.appendix.to_owned(), lead: Vec::new(), ..document },
        guide: None,
    }
}
