//! `finsam new`: an alternative as a scenario file, from options or from a table of kommuner and their förbund.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::ending::Ending;
use super::output::{self, Target};
use super::settings::NewSettings;
use super::terminal;
use super::transaction::{self, NewFile};
use super::written_path::written_path;
use crate::analysis::inquiry::{self, Inquiry};
use crate::diagnostic::{
    CommandProblem, Diagnostic, Diagnostics, DocumentProblem, FileProblem, Problem, Source,
};
use crate::input::baseline::{self, LoadedBaseline};
use crate::input::files::{Files, Location};
use crate::input::lookup;
use crate::input::scenario_file::ScenarioFile;
use crate::input::scenario_resolver;
use crate::input::{grouping_scenario, grouping_table};
use crate::model::name::{LONGEST, is_too_long};
use crate::render::cell::Look;
use crate::render::{clean, text};
use crate::report::redistribution::Redistribution;
use crate::report::screen::Length;
use crate::report::simulation;
use crate::starter::full_names;
use crate::starter::new_scenario::{NewScenario, Origin};
use crate::starter::typed_changes;
use crate::text::say;

/// Writes the file, and answers as `finsam simulate` does.
///
/// # Errors
/// All that is wrong with the baseline, the table or what was typed, or if the file is there already or cannot be
/// written. Then nothing is written.
pub(super) fn run(settings: &NewSettings) -> anyhow::Result<Ending> {
    let files = Files::on_disk();
    let mut warnings = Diagnostics::default();
    let path = with_ending(&settings.file);
    let location = Location::Disk(path.clone());
    let (baseline_location, baseline) = load(&files, &settings.baseline, &mut warnings)?;
    let file = changes(&files, settings, &location, &baseline, &mut warnings)?;
    if !settings.force && std::fs::symlink_metadata(&path).is_ok() {
        let path = location.display();
        return Err(Diagnostics::from(Diagnostic::without_place(CommandProblem::FileExists { path })).into());
    }
    let new = NewScenario {
        file: &file,
        baseline: &written_path(&baseline_location, path.parent().unwrap_or(Path::new("")))?,
        origin: settings.from.as_deref().map_or(Origin::Typed, Origin::Table),
        language: settings.language,
    };
    let bytes = new.text();
    let computed =
        inquiry::compute_over(&baseline, &Arc::new(Source::new(location.display(), bytes.clone())))?;
    let answer = answer(&computed, settings);
    let written = [NewFile { path, bytes: bytes.into_bytes() }];
    transaction::refuse_inputs(&written, &files)?;
    transaction::write(&written, settings.force, true, || {
        terminal::report(&warnings, settings.language);
        output::print(&answer)
    })?;
    let path = location.display();
    let note = say!(settings.language, "Skrev {path}.", "Wrote {path}.");
    terminal::note(&(clean::line(&note) + "\n"));
    Ok(Ending::Done)
}

/// The file that is meant, which may be typed without its ending.
fn with_ending(file: &str) -> PathBuf {
    if lookup::is_document(&Location::Disk(file.into())) {
        file.into()
    } else {
        format!("{file}.toml").into()
    }
}

fn load(
    files: &Files,
    wanted: &str,
    warnings: &mut Diagnostics,
) -> Result<(Location, Arc<LoadedBaseline>), Diagnostics> {
    let (source, whole) = (Source::typed("--baseline", wanted), 0..wanted.len());
    let location = lookup::baseline(files, wanted)
        .map_err(|problem| Diagnostic::at(problem, &source, whole.clone()))
        .map_err(Diagnostics::from)?;
    let loaded = baseline::load(files, &location, None, warnings)
        .map_err(|found| found.named_at(&location.display(), &source, &whole))?;
    Ok((location, Arc::new(loaded)))
}

/// The name that was typed, if a file may have it.
fn typed_name(typed: &str) -> Result<String, Diagnostics> {
    let problem: Problem = if typed.trim().is_empty() {
        DocumentProblem::EmptyValue { key: "--name".to_owned() }.into()
    } else if is_too_long(typed) {
        FileProblem::NameTooLong { most: LONGEST }.into()
    } else {
        return Ok(typed.to_owned());
    };
    Err(Diagnostic::at(problem, &Source::typed("--name", typed), 0..typed.len()).into())
}

/// The changes, which can all be done.
fn changes(
    files: &Files,
    settings: &NewSettings,
    location: &Location,
    baseline: &Arc<LoadedBaseline>,
    warnings: &mut Diagnostics,
) -> Result<ScenarioFile, Diagnostics> {
    let name = match &settings.name {
        Some(typed) => typed_name(typed)?,
        None => lookup::stem(&location.display()),
    };
    let mut found = Diagnostics::default();
    let resolve = |file: &ScenarioFile, text: &Arc<Source>, found: &mut Diagnostics| {
        scenario_resolver::resolve(file, text, location.display(), baseline.clone(), found)
    };
    let Some(table) = &settings.from else {
        let typed = typed_changes::scenario(&settings.changes, name);
        found = typed.found;
        let is_wrong = found.has_errors();
        let resolved = typed.is_readable.then(|| resolve(&typed.file, &typed.text, &mut found)).flatten();
        if resolved.is_none() || is_wrong {
            found.sort();
            return Err(found);
        }
        warnings.append(found);
        return Ok(full_names::with_full_names(typed.file, baseline));
    };
    let table = Location::Disk(table.into());
    let Some(table) = grouping_table::read(files, &table, baseline, &mut found) else { return Err(found) };
    let file = grouping_scenario::scenario(&table, name, baseline);
    warnings.append(std::mem::take(&mut found));
    // The changes are ours: how they go together is nothing to warn of.
    resolve(&file, &table.source, &mut found).map(|_| file).ok_or(found)
}

/// What `finsam simulate` would say of the file.
fn answer(computed: &Inquiry, settings: &NewSettings) -> String {
    let style = Target::stdout().style();
    let look = Look { language: settings.language, ..Look::default() };
    let width = settings.width.unwrap_or(style.width);
    let documents = computed.scenarios.iter().map(|one| {
        simulation::document(&one.result, Redistribution::Both, Length::Screen, settings.language)
    });
    documents.map(|document| text::document(&document, look, width, style.coloured)).collect()
}
