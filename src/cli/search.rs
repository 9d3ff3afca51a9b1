//! `finsam search`: every possible grouping searched, counted and ranked.

use std::path::Path;
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

use super::ending::Ending;
use super::output::{Style, Target};
use super::settings::{Format, SearchSettings, Settings};
use super::terminal;
use super::transaction::{self, NewFile};
use super::written_path::written_path;
use crate::analysis::inquiry::{self, ComputedScenario};
use crate::analysis::search::{Limits, MOST_COVERED, Progress, SearchAnswer, scenarios, search};
use crate::diagnostic::{Diagnostic, Diagnostics, SearchProblem, Source, both};
use crate::input::files::{Files, Location};
use crate::input::search::{self, LoadedSearch};
use crate::render::{csv, json, markdown, text};
use crate::report::inquiry::{Options, Report};
use crate::report::words::search as words;
use crate::report::{search as tables, search_report};
use crate::search::criterion::By;
use crate::starter::new_scenario::{NewScenario, Origin};
use crate::text::language::Language;
use crate::text::say;

/// How long a search may take unless it is said.
const USUAL_TIME: Duration = Duration::from_mins(10);

/// The memory that a search may take unless it is said, bytes.
const USUAL_MEMORY: usize = 1_000_000_000;

/// Answers.
///
/// # Errors
/// All that is wrong with the files, or with the places of what is written.
pub(super) fn run(settings: &SearchSettings) -> anyhow::Result<Ending> {
    let files = Files::on_disk();
    // The place of the output is tried first: nobody should wait for an answer that cannot be written.
    let output = Target::open(settings.output.as_deref());
    let mut warnings = Diagnostics::default();
    let loaded = search::load(&files, &settings.file, &mut warnings);
    let references = ranked_scenarios(&files, &settings.rank, None, &mut warnings);
    let (output, (loaded, references)) = both(output, both(loaded, references))?;
    output.refuse_inputs(&files)?;
    terminal::report(&warnings, settings.language);
    let until = Instant::now().checked_add(settings.time.unwrap_or(USUAL_TIME));
    let answer =
        answered(&loaded, &references, until, settings.memory.unwrap_or(USUAL_MEMORY), settings.language)?;
    if let Some(folder) = settings.scenarios.as_ref().filter(|_| answer.best.is_empty()) {
        let infeasible = answer.result.groupings.feasible.as_deref() == Some("0");
        let folder = folder.display().to_string();
        let nothing = Diagnostic::without_place(SearchProblem::NothingWritten { folder, infeasible });
        terminal::report(&nothing.into(), settings.language);
    } else if let Some(folder) = &settings.scenarios {
        let written = scenario_files(&loaded, &answer, folder, settings.language)?;
        transaction::refuse_inputs(&written, &files)?;
        transaction::write(&written, settings.force, true, || Ok(()))?;
    }
    let text = page(&loaded, &answer, settings, output.style());
    output.write(&text)?;
    Ok(Ending::Done)
}

/// Searches, and says on a terminal how far it is.
fn answered(
    loaded: &LoadedSearch,
    references: &[ComputedScenario],
    until: Option<Instant>,
    memory: usize,
    language: Language,
) -> Result<SearchAnswer, Diagnostics> {
    let begun = Instant::now();
    let mut line = ProgressLine { by: loaded.rank.by, language, begun, said: None, is_shown: false };
    let limits = Limits {
        most_enumerated: search::MOST_ENUMERATED,
        most_covered: MOST_COVERED,
        memory,
        threads: thread::available_parallelism().map_or(1, usize::from),
        until,
        progress: &mut |progress| line.tell(progress),
    };
    let answer = search(loaded, references, limits);
    line.end();
    answer
}

/// The report of the search at a location, with the places of the scenarios that are named after it.
///
/// # Errors
/// All that is wrong with the files.
pub(super) fn report(
    files: &Files,
    location: Location,
    settings: &Settings,
    options: &Options,
) -> Result<(Report, Diagnostics), Diagnostics> {
    let language = settings.language;
    let mut warnings = Diagnostics::default();
    let loaded = search::load_at(files, location, &mut warnings);
    let references =
        ranked_scenarios(files, &settings.files[1..], settings.baseline.as_deref(), &mut warnings);
    let (loaded, references) = both(loaded, references)?;
    let until = Instant::now().checked_add(USUAL_TIME);
    let answer = answered(&loaded, &references, until, USUAL_MEMORY, language)?;
    let drawn = answer.best.iter().take(search_report::MOST_DRAWN).enumerate().map(|(at, groups)| {
        let place = at + 1;
        let name = say!(language, "Plats {place}", "Place {place}");
        let file = scenarios::scenario(&answer.problem, &loaded.baseline, groups, name, language);
        let (baseline, origin) = (loaded.baseline_location.display(), Origin::Search(&loaded.file));
        let new = NewScenario { file: &file, baseline: &baseline, origin, language };
        let text = Arc::new(Source::new(loaded.file.clone(), new.text()));
        let computed = inquiry::compute_over(&loaded.baseline, &text)?;
        Ok(computed.scenarios.into_iter().map(|computed| computed.result))
    });
    let drawn: Vec<_> = drawn.collect::<Result<Vec<_>, Diagnostics>>()?.into_iter().flatten().collect();
    let report = search_report::report(&loaded, &answer, &drawn, &files.hashes(), options, language);
    Ok((report, warnings))
}

fn ranked_scenarios(
    files: &Files,
    wanted: &[String],
    baseline: Option<&str>,
    warnings: &mut Diagnostics,
) -> Result<Vec<ComputedScenario>, Diagnostics> {
    if wanted.is_empty() && baseline.is_none() {
        return Ok(Vec::new());
    }
    let inquiry = inquiry::compute(files, wanted, baseline)?;
    warnings.append(inquiry.warnings);
    Ok(inquiry.scenarios)
}

/// What is said on a terminal while one waits.
struct ProgressLine {
    by: By,
    language: Language,
    begun: Instant,
    /// When something was said last.
    said: Option<Instant>,
    is_shown: bool,
}

/// How often a line is replaced by the next one.
const REPLACED: Duration = Duration::from_millis(200);

impl ProgressLine {
    fn tell(&mut self, progress: Progress) {
        let now = Instant::now();
        if self.said.is_some_and(|said| now - said < REPLACED) {
            return;
        }
        self.said = Some(now);
        let line = words::progress(self.language, self.by, progress, now - self.begun);
        self.is_shown |= terminal::progress(&line);
    }

    fn end(&mut self) {
        if self.is_shown {
            terminal::progress("");
        }
    }
}

fn page(loaded: &LoadedSearch, answer: &SearchAnswer, settings: &SearchSettings, style: Style) -> String {
    let document = || tables::document(loaded, answer, settings.language);
    match settings.format {
        Format::Json => json::search(&answer.result),
        Format::Csv => csv::table(&tables::long_table(answer), settings.csv_dialect),
        Format::Markdown => markdown::document(&document(), settings.look),
        Format::Table => {
            text::document(&document(), settings.look, settings.width.unwrap_or(style.width), style.coloured)
        }
    }
}

/// The best groupings as files in a folder, `plats_01.toml` first.
fn scenario_files(
    loaded: &LoadedSearch,
    answer: &SearchAnswer,
    folder: &Path,
    language: Language,
) -> Result<Vec<NewFile>, Diagnostics> {
    let baseline = written_path(&loaded.baseline_location, folder)?;
    let digits = answer.best.len().to_string().len().max(2);
    let file = |(at, groups): (usize, &Vec<_>)| {
        let place = at + 1;
        let of_search = &loaded.name;
        let name = say!(language, "{of_search}, plats {place}", "{of_search}, place {place}");
        let file = scenarios::scenario(&answer.problem, &loaded.baseline, groups, name, language);
        let origin = Origin::Search(&loaded.file);
        let text = NewScenario { file: &file, baseline: &baseline, origin, language }.text();
        NewFile { path: folder.join(format!("plats_{place:0digits$}.toml")), bytes: text.into_bytes() }
    };
    Ok(answer.best.iter().enumerate().map(file).collect())
}
