//! `finsam simulate`: one scenario after the other.

use super::ending::Ending;
use super::output::Style;
use super::scenarios;
use super::settings::{Format, Settings};
use crate::analysis::inquiry::{ComputedScenario, Inquiry};
use crate::analysis::result::ScenarioResult;
use crate::diagnostic::{Diagnostic, Diagnostics, FileProblem};
use crate::render::{csv, json, markdown, text};
use crate::report::criteria;
use crate::report::document::Document;
use crate::report::redistribution::Redistribution;
use crate::report::simulation;

/// Answers.
///
/// # Errors
/// All that is wrong with the files, and what [`answer`] refuses.
pub(super) fn run(settings: &Settings) -> anyhow::Result<Ending> {
    scenarios::run(settings.asked(), |scenarios, style| answer(scenarios, settings, style))
}

/// The answer as text.
///
/// # Errors
/// If only net figures were asked for and there are none.
fn answer(scenarios: &Inquiry, settings: &Settings, style: Style) -> Result<(String, Ending), Diagnostics> {
    let results = results(&scenarios.scenarios, settings)?;
    let documents = results.iter().map(|result| {
        let (shown, language) = (settings.redistribution, settings.language);
        let mut document = simulation::document(result, shown, settings.length(), language);
        if settings.criteria {
            document.tables.extend(criteria::tables(result, shown, language));
        }
        document
    });
    let text = match settings.format {
        Format::Json => json::results(&results, results.len() > 1, settings.language),
        Format::Csv => {
            csv::results(&results, settings.redistribution, settings.criteria, settings.csv_dialect)
        }
        Format::Table | Format::Markdown => {
            documents.map(|document| page(&document, settings, style)).collect::<Vec<_>>().join("\n")
        }
    };
    Ok((text, Ending::Done))
}

/// A document in one of the formats that people read.
pub(super) fn page(document: &Document, settings: &Settings, style: Style) -> String {
    match settings.format {
        Format::Markdown => markdown::document(document, settings.look),
        _ => text::document(document, settings.look, settings.width.unwrap_or(style.width), style.coloured),
    }
}

/// The results, where the figures asked for are known.
pub(super) fn results(
    scenarios: &[ComputedScenario],
    settings: &Settings,
) -> Result<Vec<ScenarioResult>, Diagnostics> {
    let missing = scenarios.iter().find(|computed| computed.result.figures.after.net.is_none());
    if let (Redistribution::Net, Some(missing)) = (settings.redistribution, missing) {
        let scenario = missing.scenario.name.clone();
        return Err(Diagnostic::without_place(FileProblem::NetUnavailable { scenario }).into());
    }
    Ok(scenarios.iter().map(|computed| computed.result.clone()).collect())
}
