//! `finsam import --as insatser`: one table of insatser, with participants and results added up.

use super::ending::Ending;
use super::output::{self, Target};
use super::settings::ImportSettings;
use super::terminal;
use super::transaction::{self, NewFile};
use crate::diagnostic::{Diagnostic, Diagnostics, ImportProblem, InsatsProblem, both};
use crate::input::files::{Files, Location};
use crate::input::insatser_table;
use crate::render::csv::{self, Dialect};
use crate::render::{cell, text};
use crate::report::import_insatser::{document, table};

/// Imports and writes.
///
/// # Errors
/// All that is wrong with the files or the place of the output; with `--strict` every warning too. Then nothing is
/// written.
pub(super) fn run(settings: &ImportSettings) -> anyhow::Result<Ending> {
    let language = settings.language;
    let files = Files::on_disk();
    let refused = match &settings.output {
        Some(output) => output::refuse_documents(output, true),
        None => Ok(()),
    };
    let target = refused.and_then(|()| Target::open(settings.output.as_deref()));
    let mut found = Diagnostics::default();
    let locations: Vec<Location> = settings.files.iter().cloned().map(Location::Disk).collect();
    let imported = insatser_table::import(&files, &locations, &settings.options, &mut found);
    let imported = imported.ok_or_else(|| std::mem::take(&mut found));
    let (target, imported) = both(target, imported)?;
    if settings.strict && !found.is_empty() {
        let problem = ImportProblem::Strict { warnings: found.len() };
        found.push(Diagnostic::without_place(problem));
        return Err(found.into());
    }
    // Opened by double-click it has its columns, and the costs can be filled in.
    let csv = csv::table(&table(&imported), Dialect::Excel);
    let written = settings.output.as_ref().map(|output| output.display().to_string());
    let look = cell::Look { language, ..cell::Look::default() };
    let width = settings.width.unwrap_or_else(terminal::width);
    let summary = text::document(&document(&imported, written.as_deref(), language), look, width, false);
    match (&settings.output, target) {
        (Some(given), Target::File(_)) => {
            let written = [NewFile { path: given.clone(), bytes: csv.into_bytes() }];
            transaction::refuse_inputs(&written, &files)?;
            transaction::write(&written, true, false, || {
                terminal::report(&found, language);
                output::print(&summary)
            })?;
        }
        (_, stream) => {
            terminal::report(&found, language);
            terminal::note(&summary);
            stream.write(&csv)?;
        }
    }
    Ok(Ending::Done)
}

/// What is said of files that were not asked to be read as insatser, and are tables of them.
pub(super) fn meant(settings: &ImportSettings, files: &Files, locations: &[Location]) -> Option<Diagnostics> {
    let is_open = settings.options.form.is_none();
    let is_one = |location: &&Location| insatser_table::is_one(files, location, &settings.options);
    let location = locations.iter().filter(|_| is_open).find(is_one)?;
    Some(Diagnostic::without_place(InsatsProblem::TableMeant { path: location.display() }).into())
}
