//! `finsam check`: whether what the scenarios say of their results holds.

use super::ending::Ending;
use super::scenarios::{self, Asked};
use super::settings::{CheckFormat, CheckSettings};
use crate::analysis::allowance::{self, Allowance};
use crate::analysis::inquiry::{ComputedScenario, Inquiry};
use crate::diagnostic::Diagnostics;
use crate::render::{clean, csv, github, json, junit, markdown, sarif};
use crate::report::checks::{self, CheckedScenario};

/// What a change is allowed with.
const ALLOW_CHANGE: &str = "--allow-change";

/// Answers.
///
/// # Errors
/// All that is wrong with the files, or with what is to be allowed.
pub(super) fn run(settings: &CheckSettings) -> anyhow::Result<Ending> {
    let allowances = allowances(&settings.allow_change)?;
    let asked = Asked {
        files: &settings.files,
        baseline: None,
        output: settings.output.as_deref(),
        language: settings.language,
        is_document: false,
    };
    scenarios::run(asked, |scenarios, _| answer(scenarios, settings, &allowances))
}

/// Reads what is allowed.
///
/// # Errors
/// All that is wrong with it.
pub(super) fn allowances(typed: &[String]) -> Result<Vec<Allowance>, Diagnostics> {
    let mut found = Diagnostics::default();
    let mut allowances = Vec::with_capacity(typed.len());
    for typed in typed {
        match allowance::read(ALLOW_CHANGE, typed) {
            Ok(allowance) => allowances.push(allowance),
            Err(problems) => found.append(problems),
        }
    }
    if found.has_errors() { Err(found) } else { Ok(allowances) }
}

/// The answer as text: nothing for people when all hold, and everything for machines.
fn answer(
    scenarios: &Inquiry,
    settings: &CheckSettings,
    allowances: &[Allowance],
) -> Result<(String, Ending), Diagnostics> {
    let all = scenarios.scenarios.iter().flat_map(|computed| &computed.checks);
    allowance::refuse_unused(allowances, all)?;
    let checked = |computed: &ComputedScenario| {
        let mut checks = computed.checks.clone();
        allowance::apply(&mut checks, allowances);
        CheckedScenario { result: computed.result.clone(), checks, text: computed.scenario.text.clone() }
    };
    let checked: Vec<CheckedScenario> = scenarios.scenarios.iter().map(checked).collect();
    let language = settings.language;
    let failures = checks::failures(&checked, language);
    let ending = if failures.is_empty() { Ending::Done } else { Ending::Failed };
    let text = match settings.format {
        CheckFormat::Json => json::checks(&checked),
        CheckFormat::Csv => csv::checks(&checked, settings.csv_dialect),
        CheckFormat::Junit => junit::checks(&checked, language),
        CheckFormat::Sarif => sarif::checks(&checked, language),
        CheckFormat::Github => github::checks(&failures, language),
        CheckFormat::Markdown if failures.is_empty() => String::new(),
        CheckFormat::Markdown => markdown::table(&checks::table(&failures, language), settings.look),
        CheckFormat::Table => {
            let line = |failure| clean::line(&checks::line(failure, language)) + "\n";
            failures.iter().map(line).collect()
        }
    };
    Ok((text, ending))
}
