//! `finsam search`: every possible grouping searched, counted and ranked.

use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use super::ending::Ending;
use super::output::{Style, Target};
use super::settings::{Format, SearchSettings};
use super::terminal;
use super::transaction::{self, NewFile};
use super::written_path::written_path;
use crate::analysis::inquiry;
use crate::analysis::search::{Limits, SearchAnswer, scenarios, search};
use crate::diagnostic::{Diagnostics, both};
use crate::input::files::Files;
use crate::input::search::{self, LoadedSearch};
use crate::render::{csv, json, markdown, text};
use crate::report::search as report;
use crate::starter::new_scenario::{NewScenario, Origin};
use crate::text::language::Language;
use crate::text::say;

/// How long a search may take unless it is said.
const USUAL_TIME: Duration = Duration::from_mins(10);

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
    let references = match settings.rank.as_slice() {
        [] => Ok(Vec::new()),
        wanted => inquiry::compute(&files, wanted, None).map(|inquiry| {
            warnings.append(inquiry.warnings);
            inquiry.scenarios
        }),
    };
    let (output, (loaded, references)) = both(output, both(loaded, references))?;
    output.refuse_inputs(&files)?;
    terminal::report(&warnings, settings.language);
    let mut progress = Progress { language: settings.language, shown: false };
    let limits = Limits {
        most_enumerated: search::MOST_ENUMERATED,
        threads: thread::available_parallelism().map_or(1, usize::from),
        until: Instant::now().checked_add(settings.time.unwrap_or(USUAL_TIME)),
        progress: &mut |seen, all| progress.tell(seen, all),
    };
    let answer = search(&loaded, &references, limits)?;
    progress.end();
    if let Some(folder) = &settings.scenarios {
        let written = scenario_files(&loaded, &answer, folder, settings.language)?;
        transaction::refuse_inputs(&written, &files)?;
        transaction::write(&written, settings.force, true, || Ok(()))?;
    }
    let text = page(&loaded, &answer, settings, output.style());
    output.write(&text)?;
    Ok(Ending::Done)
}

/// What is said on a terminal while one waits.
struct Progress {
    language: Language,
    shown: bool,
}

impl Progress {
    fn tell(&mut self, seen: u64, all: u64) {
        if seen == 0 {
            return;
        }
        let percent = u128::from(seen) * 100 / u128::from(all.max(1));
        let line = say!(
            self.language,
            "{percent} % av {all} indelningar genomgångna",
            "{percent} % of {all} groupings looked at"
        );
        self.shown |= terminal::progress(&line);
    }

    fn end(&mut self) {
        if self.shown {
            terminal::progress("");
        }
    }
}

fn page(loaded: &LoadedSearch, answer: &SearchAnswer, settings: &SearchSettings, style: Style) -> String {
    let document = || report::document(loaded, answer, settings.language);
    match settings.format {
        Format::Json => json::search(&answer.result),
        Format::Csv => csv::table(&report::long_table(answer), settings.csv_dialect),
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
