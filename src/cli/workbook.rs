//! The workbook of a report: the scenarios are computed once more for it, and their files asked for the places of
//! figures.

use std::path::Path;

use super::settings::Settings;
use crate::analysis::alternatives::refuse_several_baselines;
use crate::analysis::explanation::Places;
use crate::analysis::inquiry::ComputedScenario;
use crate::diagnostic::{CommandProblem, Diagnostic, Diagnostics};
use crate::input::files::Files;
use crate::render::xlsx;
use crate::report::inquiry::Report;
use crate::report::workbook::build::{self, Unbuilt, workbook};

/// The bytes of the workbook to be written at `path`.
///
/// # Errors
/// If the scenarios rest on different baselines, it would be larger than a spreadsheet program can work with, or a file cannot be read any more.
pub(super) fn bytes(
    files: &Files,
    scenarios: &[ComputedScenario],
    report: &Report,
    settings: &Settings,
    path: &Path,
) -> anyhow::Result<Vec<u8>> {
    refuse_several_baselines(scenarios)?;
    let with_places = scenarios.iter().map(|computed| Ok((computed, Places::of(files, &computed.scenario)?)));
    let with_places = with_places.collect::<Result<Vec<_>, Diagnostics>>()?;
    let computed: Vec<build::Computed<'_>> = with_places
        .iter()
        .map(|(computed, places)| build::Computed {
            scenario: &computed.scenario,
            result: &computed.result,
            places,
        })
        .collect();
    let book = workbook(&computed, report, settings.redistribution).map_err(|problem| match problem {
        Unbuilt::Model { scenario, error } => scenarios[scenario].scenario.model_problem(&error),
        Unbuilt::TooLarge => {
            let path = path.display().to_string();
            let (kommuner, lines) = (build::MOST_KOMMUNER, build::MOST_LINES);
            Diagnostic::without_place(CommandProblem::ReportTooLarge { path, kommuner, lines })
        }
    });
    let book = book.map_err(Diagnostics::from)?;
    // What the library refuses was made impossible above, so its own words will do.
    Ok(xlsx::workbook(&book, report.language)?)
}
