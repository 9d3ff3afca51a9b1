//! `finsam check`: whether what the scenarios say of their results holds.

use super::Ending;
use super::args::{Format, Settings};
use super::load::{Computed, Scenarios};
use super::output::Style;
use crate::diagnostic::Diagnostics;
use crate::render::clean::harmless;
use crate::render::{csv, json, markdown};
use crate::report::checks::{self, CheckedScenario};

/// The answer as text: nothing for people when all hold, and everything for machines.
///
/// # Errors
/// None; every loaded scenario can be checked.
#[expect(clippy::unnecessary_wraps, reason = "the other commands can fail")]
pub(super) fn answer(
    scenarios: &Scenarios,
    settings: &Settings,
    _: Style,
) -> Result<(String, Ending), Diagnostics> {
    let checked = |computed: &Computed| CheckedScenario {
        result: computed.result.clone(),
        checks: computed.checks.clone(),
    };
    let checked: Vec<CheckedScenario> = scenarios.scenarios.iter().map(checked).collect();
    let failures = checks::failures(&checked, settings.language);
    let ending = if failures.is_empty() { Ending::Done } else { Ending::CheckFailed };
    let text = match settings.format {
        Format::Json => json::checks(&checked),
        Format::Csv => csv::checks(&checked, settings.csv_dialect),
        _ if failures.is_empty() => String::new(),
        Format::Markdown => markdown::table(&checks::table(&failures, settings.language), settings.look),
        Format::Table => {
            let line = |failure| harmless(&checks::line(failure, settings.language), false) + "\n";
            failures.iter().map(line).collect()
        }
    };
    Ok((text, ending))
}
