//! `finsam compare`: alternatives side by side.

use super::ending::Ending;
use super::output::Style;
use super::scenarios;
use super::settings::{Format, Settings};
use super::simulate::{page, results};
use crate::analysis::inquiry::{ComputedScenario, Inquiry};
use crate::diagnostic::{Diagnostic, Diagnostics, FileProblem, PathProblem, Problem, RulesProblem};
use crate::render::{csv, json};
use crate::report::{comparison, criteria};

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
/// If the scenarios rest on different baselines, or only net figures were asked for and there are none.
fn answer(scenarios: &Inquiry, settings: &Settings, style: Style) -> Result<(String, Ending), Diagnostics> {
    refuse_different_baselines(&scenarios.scenarios)?;
    let results = results(&scenarios.scenarios, settings)?;
    let text = match settings.format {
        Format::Json => json::results(&results, true, settings.language),
        Format::Csv => {
            csv::results(&results, settings.redistribution, settings.criteria, settings.csv_dialect)
        }
        Format::Table | Format::Markdown => {
            let (shown, language) = (settings.redistribution, settings.language);
            let mut document =
                comparison::document(&results, settings.by, shown, settings.length(), language);
            if settings.criteria {
                document.tables.extend(criteria::comparison(&results, shown, language));
            }
            page(&document, settings, style)
        }
    };
    Ok((text, Ending::Done))
}

/// Two files that say the same are the same baseline.
pub(super) fn refuse_different_baselines(scenarios: &[ComputedScenario]) -> Result<(), Diagnostics> {
    let Some((first, others)) = scenarios.split_first() else { return Ok(()) };
    let mut found = Diagnostics::default();
    let years = |computed: &ComputedScenario| {
        let path = computed.scenario.baseline.path.clone();
        path.map(|loaded| loaded.path.clone())
    };
    let rules = |computed: &ComputedScenario| {
        let rules = computed.scenario.rules.clone();
        rules.map(|stated| stated.rules)
    };
    for other in others {
        let problem: Option<Problem> = if years(other) != years(first) {
            let [name, first] = [other, first].map(|computed| computed.scenario.name.clone());
            Some(PathProblem::Differ { name, first }.into())
        } else if !first.scenario.baseline.says_the_same(&other.scenario.baseline) {
            let [first, other] = [first, other].map(|computed| computed.scenario.baseline.file.clone());
            Some(FileProblem::DifferentBaselines { first, other }.into())
        } else if rules(other) != rules(first) {
            let [name, first] = [other, first].map(|computed| computed.scenario.name.clone());
            Some(RulesProblem::Differ { name, first }.into())
        } else {
            None
        };
        if let Some(problem) = problem {
            let [place, earlier] = [other, first].map(|computed| computed.scenario.baseline_named.clone());
            let diagnostic = Diagnostic::at(problem, &place.source, place.span);
            found.push(diagnostic.and(&earlier.source, earlier.span));
        }
    }
    if found.has_errors() { Err(found) } else { Ok(()) }
}
