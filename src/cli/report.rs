//! `finsam report`: the whole report of an inquiry, in one or several files at once.

use std::path::{Path, PathBuf};

use super::ending::Ending;
use super::settings::ReportSettings;
use super::simulate::results;
use super::terminal;
use super::transaction::{self, NewFile};
use super::workbook;
use crate::analysis::alternatives::ByBaseline;
use crate::analysis::inquiry::compute;
use crate::analysis::result::ScenarioResult;
use crate::diagnostic::{CommandProblem, Diagnostic, Diagnostics, both};
use crate::input::files::Files;
use crate::render::{clean, html, markdown, word};
use crate::report::inquiry;
use crate::report::picture::most_alternatives;
use crate::text::say;

/// The formats, by the ending of the file.
const FORMATS: [(&str, Format); 5] = [
    ("html", Format::Html),
    ("htm", Format::Html),
    ("docx", Format::Word),
    ("xlsx", Format::Workbook),
    ("md", Format::Markdown),
];

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Format {
    Html,
    Markdown,
    Word,
    Workbook,
}

/// Writes every file, or none.
///
/// # Errors
/// All that is wrong with the scenarios or with the names of the files to write.
pub(super) fn run(ReportSettings { settings, options, outputs }: &ReportSettings) -> anyhow::Result<Ending> {
    let files = Files::on_disk_with_hashes();
    let formats = formats(outputs);
    let loaded = compute(&files, &settings.files, settings.baseline.as_deref());
    let (formats, loaded) = both(formats, loaded)?;
    let by_baseline = ByBaseline::of(&loaded.scenarios)?;
    let results = results(&loaded.scenarios, settings)?;
    refuse_too_many(&results, outputs, &formats)?;
    let report = inquiry::report(&by_baseline.alternatives(), &files.hashes(), options, settings.language);
    let written = outputs.iter().zip(formats).map(|(output, format)| {
        let path = output.clone();
        let bytes = match format {
            Format::Html => html::report(&report, settings.look).into_bytes(),
            Format::Markdown => markdown::report(&report, settings.look).into_bytes(),
            Format::Word => word::report(&report, settings.look)?,
            Format::Workbook => workbook::bytes(&files, &loaded.scenarios, &report, settings, &path)?,
        };
        Ok(NewFile { path, bytes })
    });
    let written = written.collect::<anyhow::Result<Vec<NewFile>>>()?;
    transaction::refuse_inputs(&written, &files)?;
    transaction::write(&written, true, false, || Ok(()))?;
    terminal::report(&loaded.warnings, settings.language);
    let names: Vec<String> = written.iter().map(|file| file.path.display().to_string()).collect();
    let names = settings.language.list(&names);
    let written = say!(settings.language, "Skrev {names}.", "Wrote {names}.");
    terminal::note(&(clean::line(&written) + "\n"));
    Ok(Ending::Done)
}

/// Pages and Word documents have pictures and tables of every alternative.
fn refuse_too_many(
    results: &[ScenarioResult],
    outputs: &[PathBuf],
    formats: &[Format],
) -> Result<(), Diagnostics> {
    // Of several baselines the one with most kommuner counts.
    let kommuner = results.iter().map(|result| result.figures.kommuner.len()).max().unwrap_or(0);
    let alternatives = results.len();
    let most = most_alternatives(kommuner);
    let mut found = Diagnostics::default();
    for (output, format) in outputs.iter().zip(formats) {
        if alternatives > most && matches!(format, Format::Html | Format::Word) {
            let path = output.display().to_string();
            let problem = CommandProblem::TooManyAlternatives { path, alternatives, kommuner, most };
            found.push(Diagnostic::without_place(problem));
        }
    }
    if found.has_errors() { Err(found) } else { Ok(()) }
}

/// Whether a file is a report by its ending.
pub(super) fn is_report(path: impl AsRef<Path>) -> bool {
    format(path.as_ref()).is_some()
}

/// The format of a file by its ending.
pub(super) fn format(path: &Path) -> Option<Format> {
    let ending = path.extension()?.to_string_lossy().to_lowercase();
    FORMATS.iter().find(|(known, _)| *known == ending).map(|(_, format)| *format)
}

/// The format of each file.
fn formats(outputs: &[PathBuf]) -> Result<Vec<Format>, Diagnostics> {
    let mut found = Diagnostics::default();
    let mut formats = Vec::new();
    for output in outputs {
        if let Some(format) = format(output) {
            formats.push(format);
            continue;
        }
        let path = output.display().to_string();
        let endings = FORMATS.iter().map(|(ending, _)| format!(".{ending}")).collect();
        found.push(Diagnostic::without_place(CommandProblem::report_format(path, endings)));
    }
    if found.has_errors() { Err(found) } else { Ok(formats) }
}
