//! The whole report of an inquiry: the alternatives side by side, then each of them, with maps and charts.
//!
//! One value feeds every format, so that a page and a document say the same in the same rounding.

use super::change_charts;
use super::comparison;
use super::criteria;
use super::document::{Document, List};
use super::map::{self, Looks};
use super::picture::Picture;
use super::redistribution::Redistribution;
use super::screen::Length;
use super::simulation;
use super::summary;
use crate::analysis::result::ScenarioResult;
use crate::report::words::import;
use crate::text::label::labels;
use crate::text::language::Language;

/// A report.
#[derive(Debug)]
pub struct Report {
    /// What it is about.
    pub title: String,
    /// The comparison, then every alternative.
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
    let mut comparison = comparison::document(results, redistribution, Length::Full, language);
    comparison.tables.extend(criteria::comparison(results, redistribution, language));
    let of_files = files.iter().map(|(path, hash)| import::hash_of_file(path, hash));
    comparison
        .lists
        .push(List { title: labels(language).caption_files.to_owned(), items: of_files.collect() });
    comparison.lead.push(summary::today(&results[0], language));
    comparison.lead.extend(results.iter().map(|result| summary::in_short(result, redistribution, language)));
    let title = results[0].head.baseline.name.clone();
    let looks = Looks::of(results);
    let changes = change_charts::changes(results, redistribution, language);
    let maps = map::maps(results, &looks, redistribution, language).unwrap_or_else(|without| {
        comparison.lead.extend(without);
        Vec::new()
    });
    let mut sections = vec![Section {
        pictures: maps.into_iter().map(Picture::Maps).chain(changes.map(Picture::Chart)).collect(),
        document: Document { title: labels(language).comparison.to_owned(), ..comparison },
    }];
    sections.extend(results.iter().map(|result| {
        let mut document = simulation::document(result, redistribution, Length::Full, language);
        document.tables.extend(criteria::tables(result, redistribution, language));
        document.lead.push(summary::alternative(result, redistribution, language));
        Section {
            pictures: change_charts::of_alternative(result, &looks, redistribution, language)
                .into_iter()
                .map(Picture::Chart)
                .collect(),
            // Assumptions and sources of all of them stand with the comparison.
            document: Document { lists: Vec::new(), ..document },
        }
    }));
    Report { title, sections, language }
}
