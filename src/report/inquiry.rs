//! The whole report of an inquiry in the order in which it is read: the answer with maps and charts, each alternative,
//! and an appendix with all figures and what they rest on.
//!
//! One value feeds every format, so that a page and a document say the same in the same rounding.

use super::assumptions;
use super::by_baseline;
use super::change_charts;
use super::comparison;
use super::criteria;
use super::document::{Document, List, Table};
use super::map::{self, Looks};
use super::matrix;
use super::picture::Picture;
use super::redistribution::Redistribution;
use super::screen::Length;
use super::simulation;
use super::summary;
use super::years;
use crate::analysis::alternatives::Alternatives;
use crate::analysis::result::{ScenarioResult, SideResult};
use crate::report::words::{by_baseline as words_of_baselines, import, screen as words};
use crate::text::label::labels;
use crate::text::language::Language;

/// A report.
#[derive(Debug)]
pub struct Report {
    /// What it is about.
    pub title: String,
    /// Who wrote it and when.
    pub about: Vec<String>,
    /// The summary, every alternative that changes something, and the appendix. Where there are several baselines, each
    /// has a section before its alternatives.
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

/// The report of alternatives: the answer, each alternative, and what it all rests on. There is at least one. `files`
/// are those that were read, each with its hash.
#[must_use]
pub fn report(
    groups: &[Alternatives<'_>],
    files: &[(String, String)],
    options: &Options,
    language: Language,
) -> Report {
    let shown = options.redistribution;
    let looks: Vec<Looks> = groups.iter().map(|group| Looks::of(group.results)).collect();
    let mut sections = Vec::new();
    if let ([one], [looks]) = (groups, looks.as_slice()) {
        sections.push(summary_section(one.results, looks, options, language));
    } else {
        sections.push(overview(groups, options, language));
    }
    for (group, looks) in groups.iter().zip(&looks) {
        if group.baseline.is_some() {
            sections.push(of_baseline(group, looks, shown, language));
        }
        if !options.is_short {
            let changing = group.results.iter().filter(|result| changes_something(result, shown));
            sections.extend(changing.map(|result| {
                let section = alternative(result, looks, shown, language);
                let title = words_of_baselines::labelled(group.baseline, &section.document.title);
                Section { document: Document { title, ..section.document }, ..section }
            }));
        }
    }
    if !options.is_short {
        sections.push(appendix(groups, files, shown, language));
    }
    let title = options.title.clone().unwrap_or_else(|| comparison::baseline_names(groups));
    Report { title, about: options.about.clone(), sections, language }
}

/// What a council reads: the answer, who is with whom, what each alternative changes, and what decides it.
fn summary_section(
    results: &[ScenarioResult],
    looks: &Looks,
    options: &Options,
    language: Language,
) -> Section {
    let (shown, group) = (options.redistribution, [Alternatives::alone(results)]);
    let short = Short::new(results, looks, shown, language);
    let mut lead = comparison::headlines(&group, shown, language);
    lead.extend(short.lead);
    if options.is_short {
        lead.push(words::rest_in_full(language).to_owned());
    }
    let mut tables = short.accumulated;
    tables.extend(comparison::in_short(&group, shown, language));
    tables.extend(short.contributions);
    Section {
        guide: Some(words::guide(language, short.has_map, options.is_short)),
        pictures: short.pictures,
        document: Document {
            title: labels(language).summary.to_owned(),
            lead,
            tables,
            lists: assumptions::special(&group, language),
            more: None,
        },
    }
}

/// The same of several baselines: the answer for each, and what decides it. The rest stands with each.
fn overview(groups: &[Alternatives<'_>], options: &Options, language: Language) -> Section {
    let shown = options.redistribution;
    let mut lead = comparison::headlines(groups, shown, language);
    lead.push(comparison::baselines(groups, language));
    if options.is_short {
        lead.push(words::rest_in_full(language).to_owned());
    }
    let tables = comparison::in_short(groups, shown, language);
    // Alternatives of different years have tables of their own.
    let guide = (tables.len() == 1).then(|| words::guide(language, false, options.is_short));
    Section {
        pictures: Vec::new(),
        document: Document {
            title: labels(language).summary.to_owned(),
            lead,
            tables,
            lists: assumptions::special(groups, language),
            more: None,
        },
        guide,
    }
}

/// Who is with whom and what the alternatives of one baseline among several change.
fn of_baseline(
    group: &Alternatives<'_>,
    looks: &Looks,
    shown: Redistribution,
    language: Language,
) -> Section {
    let short = Short::new(group.results, looks, shown, language);
    let tables = short.accumulated.into_iter().chain(short.contributions);
    Section {
        pictures: short.pictures,
        document: Document {
            title: group.baseline.unwrap_or_default().to_owned(),
            lead: short.lead,
            tables: tables.collect(),
            lists: Vec::new(),
            more: None,
        },
        guide: None,
    }
}

/// What a summary says of the alternatives of one baseline beside the answer.
struct Short {
    lead: Vec<String>,
    has_map: bool,
    pictures: Vec<Picture>,
    accumulated: Vec<Table>,
    contributions: Option<Table>,
}

impl Short {
    fn new(results: &[ScenarioResult], looks: &Looks, shown: Redistribution, language: Language) -> Self {
        let mut lead = vec![summary::today(&results[0], language)];
        lead.extend(results.iter().map(|result| summary::in_short(result, shown, language)));
        let maps = map::maps(results, looks, shown, language).unwrap_or_else(|without| {
            lead.extend(without);
            Vec::new()
        });
        let charts = years::chart(results, shown, language);
        let charts = charts.into_iter().chain(change_charts::changes(results, shown, language));
        let is_small = results.iter().all(|result| result.figures.kommuner.len() <= MOST_IN_SUMMARY);
        Self {
            lead,
            has_map: !maps.is_empty(),
            pictures: maps.into_iter().map(Picture::Maps).chain(charts.map(Picture::Chart)).collect(),
            accumulated: years::accumulated(results, shown, language),
            // Net ones stand with each alternative.
            contributions: matrix::contribution_changes(results, shown, language).filter(|_| is_small),
        }
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
        document.tables.extend(criteria::organisation(result, shown, language));
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
    groups: &[Alternatives<'_>],
    files: &[(String, String)],
    shown: Redistribution,
    language: Language,
) -> Section {
    let labels = labels(language);
    let mut document = comparison::document(groups, None, shown, Length::Full, language);
    let of_all = |results: &[ScenarioResult]| matrix::report(results, shown, language);
    document.tables.extend(by_baseline::tables(groups, language, of_all));
    document.tables.extend(criteria::comparison(groups, shown, language));
    let of_files = files.iter().map(|(path, hash)| import::hash_of_file(language, path, hash));
    document.lists.push(List { title: labels.caption_files.to_owned(), items: of_files.collect() });
    Section {
        pictures: Vec::new(),
        document: Document { title: labels.appendix.to_owned(), lead: Vec::new(), ..document },
        guide: None,
    }
}
