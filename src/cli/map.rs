//! `finsam map`: who works with whom today and in each alternative, as one SVG file.

use std::path::Path;

use super::ending::Ending;
use super::scenarios::{self, Asked};
use super::settings::MapSettings;
use crate::analysis::alternatives::refuse_several_baselines;
use crate::analysis::inquiry::Inquiry;
use crate::diagnostic::{CommandProblem, Diagnostic, Diagnostics};
use crate::drawing::svg;
use crate::report::map;
use crate::text::language::Language;

/// The ending of the file.
const ENDING: &str = "svg";

/// Answers.
///
/// # Errors
/// All that is wrong with the files or with the name of the map.
pub(super) fn run(settings: &MapSettings) -> anyhow::Result<Ending> {
    if let Some(output) = &settings.output {
        refuse_other_formats(output)?;
    }
    let asked = Asked {
        files: &settings.files,
        baseline: None,
        output: settings.output.as_deref(),
        language: settings.language,
        is_document: false,
    };
    scenarios::run(asked, |scenarios, _| answer(scenarios, settings.language))
}

/// The map as text.
///
/// # Errors
/// If the scenarios rest on different baselines, or none of their kommuner is on the map.
fn answer(scenarios: &Inquiry, language: Language) -> Result<(String, Ending), Diagnostics> {
    refuse_several_baselines(&scenarios.scenarios)?;
    let results: Vec<_> = scenarios.scenarios.iter().map(|computed| computed.result.clone()).collect();
    let picture = map::picture(&results, language).ok_or_else(|| {
        let kommuner = results.iter().flat_map(|result| &result.figures.kommuner);
        let mut kommunkoder: Vec<String> = kommuner.map(|kommun| kommun.kommunkod.to_string()).collect();
        kommunkoder.sort_unstable();
        kommunkoder.dedup();
        Diagnostic::without_place(CommandProblem::MapWithoutKommuner { kommunkoder })
    })?;
    Ok((svg::document(&picture, "karta") + "\n", Ending::Done))
}

/// Whoever gives another ending wants a file that the map would not be.
fn refuse_other_formats(output: &Path) -> Result<(), Diagnostics> {
    let is_other = output.extension().is_some_and(|ending| !ending.eq_ignore_ascii_case(ENDING));
    if is_other {
        let path = output.display().to_string();
        return Err(Diagnostic::without_place(CommandProblem::MapFormat { path }).into());
    }
    Ok(())
}
