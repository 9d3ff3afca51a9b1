//! `finsam import`: one kommun table from the files that publishers and spreadsheets give.

use std::path::Path;

use time::OffsetDateTime;

use super::ending::Ending;
use super::import_insatser;
use super::output::{self, Target};
use super::settings::ImportSettings;
use super::terminal;
use super::transaction::{self, NewFile};
use crate::analysis::plausibility;
use crate::diagnostic::{CommandProblem, Diagnostic, Diagnostics, ImportProblem, both};
use crate::input::files::{Files, Location, sha256};
use crate::input::import::{self, Form, Imported};
use crate::input::sources_file;
use crate::render::{cell, kommun_table, sources_file as side_file, text};
use crate::report::import::{Written, document};

/// Imports, checks and writes.
///
/// # Errors
/// All that is wrong with the files or the place of the output; with `--strict` every warning too. Then nothing is
/// written.
pub(super) fn run(settings: &ImportSettings) -> anyhow::Result<Ending> {
    if settings.options.form == Some(Form::Insatser) {
        return import_insatser::run(settings);
    }
    let language = settings.language;
    let files = Files::on_disk();
    let prepared = both(today(), open(settings.output.as_deref()));
    let mut found = Diagnostics::default();
    let locations: Vec<Location> = settings.files.iter().cloned().map(Location::Disk).collect();
    let imported = import::import(&files, &locations, &settings.options, &mut found);
    let ((today, target), imported) = match (prepared, imported) {
        (Ok(prepared), Some(imported)) => (prepared, imported),
        (prepared, _) => {
            let mut all = prepared.err().unwrap_or_default();
            // What a kommun table lacks says nothing of another one.
            all.append(import_insatser::meant(settings, &files, &locations).unwrap_or(found));
            return Err(all.into());
        }
    };
    plausibility::warn(&imported.table, &import::known(&files), &mut found);
    if settings.strict && !found.is_empty() {
        let problem = ImportProblem::Strict { warnings: found.len() };
        found.push(Diagnostic::without_place(problem));
        return Err(found.into());
    }
    let csv = kommun_table::csv(&imported.table);
    let target = match (&settings.output, target) {
        (Some(given), Target::File(_)) => given,
        // What is read on at once has no file beside it.
        (_, stream) => {
            terminal::report(&found, language);
            terminal::note(&summary(settings, &imported, None));
            stream.write(&csv)?;
            return Ok(Ending::Done);
        }
    };
    let toml = side_file::toml(&imported, &name(target), &sha256(csv.as_bytes()), &today, language);
    let side_file = sources_file::beside(target);
    let summary = summary(settings, &imported, Some(&side_file));
    let written = [
        NewFile { path: side_file, bytes: toml.into_bytes() },
        NewFile { path: target.clone(), bytes: csv.into_bytes() },
    ];
    transaction::refuse_inputs(&written, &files)?;
    transaction::write(&written, true, false, || {
        terminal::report(&found, language);
        output::print(&summary)
    })?;
    Ok(Ending::Done)
}

/// Finds the place of the table and of its side file.
///
/// # Errors
/// If the table cannot be written there, or the side file would replace somebody's work.
fn open(output: Option<&Path>) -> Result<Target, Diagnostics> {
    if let Some(output) = output {
        output::refuse_documents(output, true)?;
    }
    let target = Target::open(output)?;
    if let (Some(output), Target::File(_)) = (output, &target) {
        refuse_own_work(&sources_file::beside(output))?;
    }
    Ok(target)
}

/// Refuses to replace a side file that no import wrote: it was not asked for, and somebody's work would be gone.
fn refuse_own_work(side_file: &Path) -> Result<(), Diagnostics> {
    let location = Location::Disk(side_file.to_owned());
    let files = Files::on_disk();
    if !files.is_file(&location) || sources_file::is_imported(&files, &location) {
        return Ok(());
    }
    Err(Diagnostic::without_place(ImportProblem::SourcesExist { path: location.display() }).into())
}

fn summary(settings: &ImportSettings, imported: &Imported, sources: Option<&Path>) -> String {
    let target = settings.output.as_ref().map(|target| target.display().to_string());
    let sources = sources.map(|sources| sources.display().to_string());
    let written = target.as_deref().zip(sources.as_deref());
    let written = written.map(|(table, sources)| Written { table, sources });
    let document = document(imported, written, settings.language);
    let look = cell::Look { language: settings.language, ..cell::Look::default() };
    text::document(&document, look, settings.width.unwrap_or_else(terminal::width), false)
}

fn name(target: &Path) -> String {
    target.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

/// The day of the import, in universal time. `SOURCE_DATE_EPOCH` stands in for the clock, so that a build that must
/// give the same bytes again can have them.
///
/// # Errors
/// If it holds no time.
fn today() -> Result<String, Diagnostics> {
    let Some(given) = std::env::var_os("SOURCE_DATE_EPOCH") else {
        return Ok(OffsetDateTime::now_utc().date().to_string());
    };
    let seconds = given.to_str().and_then(|seconds| seconds.parse::<u64>().ok());
    let seconds = seconds.and_then(|seconds| i64::try_from(seconds).ok());
    let time = seconds.and_then(|seconds| OffsetDateTime::from_unix_timestamp(seconds).ok());
    time.map(|time| time.date().to_string()).ok_or_else(|| {
        let value = given.to_string_lossy().into_owned();
        Diagnostic::without_place(CommandProblem::SourceDateEpoch { value }).into()
    })
}
