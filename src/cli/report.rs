//! `finsam report`: the whole report of an inquiry, in one or several files at once.

use std::path::{Path, PathBuf};

use super::ending::Ending;
use super::settings::{Decision, ReportSettings, Settings};
use super::simulate::results;
use super::terminal;
use super::transaction::{self, NewFile};
use super::workbook;
use crate::analysis::alternatives::ByBaseline;
use crate::analysis::inquiry::{ComputedScenario, compute};
use crate::analysis::result::ScenarioResult;
use crate::diagnostic::{CommandProblem, Diagnostic, Diagnostics, Source, both};
use crate::input::files::Files;
use crate::input::names::nearest;
use crate::input::{lookup, search};
use crate::model::name::canonical;
use crate::render::{clean, html, markdown, word, xlsx};
use crate::report::decision;
use crate::report::inquiry::{self, Report, Section};
use crate::report::picture::most_alternatives;
use crate::report::workbook::tables::tables;
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
pub(super) fn run(asked: &ReportSettings) -> anyhow::Result<Ending> {
    let ReportSettings { settings, options, outputs, .. } = asked;
    let files = Files::on_disk_with_hashes();
    let formats = formats(outputs);
    if let Some(search) = settings.files.first().and_then(|file| search::find(&files, file)) {
        let (formats, ()) = both(formats, refuse_for_search(asked))?;
        let (report, warnings) = super::search::report(&files, search, settings, options)?;
        let outputs = outputs.iter().zip(formats).collect();
        return write(&files, settings, (report, Vec::new()), &warnings, outputs, |report, _| {
            Ok(xlsx::workbook(&tables(report), settings.language)?)
        });
    }
    let loaded = compute(&files, &settings.files, settings.baseline.as_deref());
    let (formats, loaded) = both(formats, loaded)?;
    let by_baseline = ByBaseline::of(&loaded.scenarios)?;
    let results = results(&loaded.scenarios, settings)?;
    refuse_too_many(&results, outputs, &formats)?;
    let decided = match &asked.decision {
        None => None,
        Some(asked) => Some(decided(asked, &loaded.scenarios, outputs, &formats)?),
    };
    let language = settings.language;
    let report = inquiry::report(&by_baseline.alternatives(), &files.hashes(), options, language);
    let draft = decided.map(|computed| decision::sections(computed, options.redistribution, language));
    let parts = (report, draft.unwrap_or_default());
    let outputs = outputs.iter().zip(formats).collect();
    write(&files, settings, parts, &loaded.warnings, outputs, |report, path| {
        workbook::bytes(&files, &loaded.scenarios, report, settings, path)
    })
}

/// Refuses what says something of scenarios only.
fn refuse_for_search(asked: &ReportSettings) -> Result<(), Diagnostics> {
    let mut found = Diagnostics::default();
    for (option, is_asked) in [
        ("--redistribution", asked.has_redistribution),
        ("--short", asked.options.is_short),
        ("--decision", asked.decision.is_some()),
    ] {
        if is_asked {
            let problem = CommandProblem::OptionWithoutScenario { option: option.to_owned() };
            found.push(Diagnostic::without_place(problem));
        }
    }
    if found.has_errors() { Err(found) } else { Ok(()) }
}

/// Writes a report in every format that was asked for, and with it a draft, which workbooks do without: they have the
/// figures alone.
fn write(
    files: &Files,
    settings: &Settings,
    (mut report, draft): (Report, Vec<Section>),
    warnings: &Diagnostics,
    outputs: Vec<(&PathBuf, Format)>,
    workbook: impl Fn(&Report, &Path) -> anyhow::Result<Vec<u8>>,
) -> anyhow::Result<Ending> {
    let of_workbook = |(output, format): &(&PathBuf, Format)| match format {
        Format::Workbook => workbook(&report, output).map(Some),
        Format::Html | Format::Markdown | Format::Word => Ok(None),
    };
    let workbooks = outputs.iter().map(of_workbook).collect::<anyhow::Result<Vec<_>>>()?;
    report.sections.extend(draft);
    let written = outputs.into_iter().zip(workbooks).map(|((output, format), workbook)| {
        let path = output.clone();
        let bytes = match format {
            Format::Html => html::report(&report, settings.look).into_bytes(),
            Format::Markdown => markdown::report(&report, settings.look).into_bytes(),
            Format::Word => word::report(&report, settings.look)?,
            Format::Workbook => workbook.expect("every workbook was made above"),
        };
        Ok(NewFile { path, bytes })
    });
    let written = written.collect::<anyhow::Result<Vec<NewFile>>>()?;
    transaction::refuse_inputs(&written, files)?;
    transaction::write(&written, true, false, || Ok(()))?;
    terminal::report(warnings, settings.language);
    let names: Vec<String> = written.iter().map(|file| file.path.display().to_string()).collect();
    let names = settings.language.list(&names);
    let written = say!(settings.language, "Skrev {names}.", "Wrote {names}.");
    terminal::note(&(clean::line(&written) + "\n"));
    Ok(Ending::Done)
}

/// The alternative that the parties decide on, by its name or by that of its file.
fn decided<'run>(
    decision: &Decision,
    scenarios: &'run [ComputedScenario],
    outputs: &[PathBuf],
    formats: &[Format],
) -> Result<&'run ComputedScenario, Diagnostics> {
    if let (Some(output), true) = (outputs.first(), formats.iter().all(|format| *format == Format::Workbook))
    {
        let path = output.display().to_string();
        return Err(Diagnostic::without_place(CommandProblem::DecisionInWorkbook { path }).into());
    }
    let names = || scenarios.iter().map(|computed| computed.scenario.name.as_str());
    let existing = || names().map(str::to_owned).collect();
    let Decision::Of(wanted) = decision else {
        return match scenarios {
            [one] => Ok(one),
            _ => {
                Err(Diagnostic::without_place(CommandProblem::DecisionOfWhich { existing: existing() })
                    .into())
            }
        };
    };
    let file = |computed: &ComputedScenario| lookup::stem(&computed.scenario.file);
    let found: Vec<&ComputedScenario> = scenarios
        .iter()
        .filter(|computed| {
            canonical(&computed.scenario.name) == canonical(wanted) || file(computed) == *wanted
        })
        .collect();
    let problem = match found.as_slice() {
        [one] => return Ok(one),
        [] => {
            let files: Vec<String> = scenarios.iter().map(file).collect();
            let nearest = nearest(wanted, names().chain(files.iter().map(String::as_str)));
            CommandProblem::DecisionUnknown { name: wanted.clone(), nearest, existing: existing() }
        }
        _ => {
            let files = found.into_iter().map(file).collect();
            CommandProblem::DecisionAmbiguous { name: wanted.clone(), files }
        }
    };
    Err(Diagnostic::at(problem, &Source::typed("--decision", wanted), 0..wanted.len()).into())
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
