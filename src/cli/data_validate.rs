//! `finsam data validate`: everything that is wrong with a table, a baseline, a scenario or a search, and everything in its
//! figures that is hardly right, without showing a result.

use super::ending::Ending;
use super::output::Target;
use super::settings::ValidateSettings;
use super::terminal;
use crate::analysis::inquiry;
use crate::analysis::plausibility;
use crate::diagnostic::{Diagnostic, Diagnostics, FileProblem, ImportProblem, Problem};
use crate::input::baseline::{self, LoadedBaseline};
use crate::input::document;
use crate::input::files::{Files, LARGEST_DOCUMENT, Location};
use crate::input::import::table::{BEFOLKNING, FORSORJNINGSMATT, KNOWN_COLUMNS};
use crate::input::import::{self, Form, Options};
use crate::input::lookup;
use crate::input::search;
use crate::input::table_file;
use crate::input::text_file;
use crate::render::clean;
use crate::report::words::import as words;
use crate::text::language::Language;

/// What a file was taken for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Kind {
    Table,
    Baseline,
    Scenario,
    Search,
}

/// Validates every file and says how each one is.
///
/// # Errors
/// If one of them has errors; with `--strict`, or warnings.
pub(super) fn run(settings: &ValidateSettings) -> anyhow::Result<Ending> {
    let files = Files::on_disk();
    let language = settings.language;
    let mut all = Diagnostics::default();
    let mut lines = String::new();
    for wanted in &settings.files {
        let mut found = Diagnostics::default();
        let what = match find(&files, wanted) {
            Ok((location, kind)) => validate(&files, &location, kind, settings, &mut found),
            Err(mut missing) => {
                found.append(std::mem::take(&mut missing));
                None
            }
        };
        let warnings = found.iter().filter(|one| one.is_warning()).count();
        if let (Some(what), false) = (what, found.has_errors()) {
            lines += &clean::line(&words::validated(language, wanted, &what, warnings));
            lines.push('\n');
        }
        all.append(found);
    }
    if settings.strict && !all.has_errors() && !all.is_empty() {
        let problem = ImportProblem::Strict { warnings: all.len() };
        all.push(Diagnostic::without_place(problem));
    }
    if all.has_errors() {
        return Err(all.into());
    }
    terminal::report(&all, language);
    Target::stdout().write(&lines)?;
    Ok(Ending::Done)
}

/// The file that is meant, and what it is: a search says what it searches or ranks by, a scenario names its baseline, every other TOML file is a baseline.
fn find(files: &Files, wanted: &str) -> Result<(Location, Kind), Diagnostics> {
    let location = match lookup::baseline_or_table(files, wanted) {
        // The names tried for a scenario are those that users know.
        Err(FileProblem::NotFound { .. }) => lookup::scenario(files, wanted)
            .or_else(|missing| lookup::search(files, wanted).map_err(|_| missing)),
        found => found,
    };
    let location = location.map_err(Diagnostic::without_place)?;
    if !lookup::is_document(&location) {
        return Ok((location, Kind::Table));
    }
    let mut ignored = Diagnostics::default();
    let source = text_file::read(files, &location, LARGEST_DOCUMENT, &mut ignored)
        .map_err(Diagnostic::without_place)?;
    let kind = document::read(&source, &mut ignored, |root| {
        root.know_everything();
        if root.has("search") || root.has("rank") {
            Kind::Search
        } else if root.has("baseline") || root.has("change") {
            Kind::Scenario
        } else {
            Kind::Baseline
        }
    });
    Ok((location, kind.unwrap_or(Kind::Baseline)))
}

/// Reports all problems of a file; returns what it is, in words, if it could be read.
fn validate(
    files: &Files,
    location: &Location,
    kind: Kind,
    settings: &ValidateSettings,
    found: &mut Diagnostics,
) -> Option<String> {
    let language = settings.language;
    match kind {
        Kind::Table => table(files, location, settings.year, language, found),
        Kind::Baseline => match baseline::load(files, location, None, found) {
            Ok(loaded) => {
                figures(files, &loaded, found);
                Some(words::is_baseline(language, loaded.model.baseline().forbund.len()))
            }
            Err(errors) => {
                found.append(errors);
                None
            }
        },
        Kind::Search => match search::load_at(files, location.clone(), found) {
            Ok(loaded) => {
                figures(files, &loaded.baseline, found);
                let baseline = &loaded.baseline.model.baseline().name;
                Some(words::is_search(language, baseline, loaded.problem.kommuner.len()))
            }
            Err(errors) => {
                found.append(errors);
                None
            }
        },
        Kind::Scenario => match inquiry::compute_at(files, std::slice::from_ref(location)) {
            Ok(loaded) => {
                found.append(loaded.warnings);
                let scenario = &loaded.scenarios.first()?.scenario;
                figures(files, &scenario.baseline, found);
                Some(words::is_scenario(
                    language,
                    &scenario.baseline.model.baseline().name,
                    scenario.checks.len(),
                ))
            }
            Err(errors) => {
                found.append(errors);
                None
            }
        },
    }
}

/// A table: first by the rules of kommun tables, each year of it, then its figures.
fn table(
    files: &Files,
    location: &Location,
    year: Option<i64>,
    language: Language,
    found: &mut Diagnostics,
) -> Option<String> {
    let checked = match year {
        Some(_) => table_file::load(files, location, year, found).map(drop),
        None => table_file::check_every_year(files, location, found),
    };
    if let Err(errors) = checked {
        found.append(errors);
        return None;
    }
    let incomplete_years = year.is_none();
    let options = Options { form: Some(Form::KommunTable), year, incomplete_years, ..Options::default() };
    let mut of_import = Diagnostics::default();
    let read = import::import(files, std::slice::from_ref(location), &options, &mut of_import);
    let Some(read) = read else {
        let is_only_year = |one: &Diagnostic| one.problem == Problem::Import(ImportProblem::YearUnknown);
        let unread = of_import.iter().any(|one| !one.is_warning() && !is_only_year(one));
        append_new(found, &of_import, |one| unread || !is_only_year(one));
        return (!unread).then(|| words::is_table_without_year(language));
    };
    append_new(found, &of_import, |_| true);
    plausibility::warn(&read.table, &import::known(files), found);
    let kommuner = read.table.rows.keys().map(|(_, kommunkod)| kommunkod);
    let count = kommuner.collect::<std::collections::BTreeSet<_>>().len();
    let mut what = words::is_table(language, count, &read.table.years());
    for column in [BEFOLKNING, FORSORJNINGSMATT] {
        let blank = read.table.blank_years(column);
        if !blank.is_empty() {
            what += &words::with_blanks(language, KNOWN_COLUMNS[column], &blank);
        }
    }
    Some(what)
}

/// The figures of a baseline's table in its year, or in all where there is a path. Those compiled into the program are
/// the ones to compare with.
fn figures(files: &Files, baseline: &LoadedBaseline, found: &mut Diagnostics) {
    let location = &baseline.table_location;
    if matches!(location, Location::Builtin(_)) || baseline.year.is_none() {
        return;
    }
    let incomplete_years = baseline.path.is_some();
    let year = baseline.year.filter(|_| !incomplete_years);
    let options = Options { form: Some(Form::KommunTable), year, incomplete_years, ..Options::default() };
    let mut of_import = Diagnostics::default();
    let read = import::import(files, std::slice::from_ref(location), &options, &mut of_import);
    append_new(found, &of_import, |_| true);
    if let Some(read) = read {
        plausibility::warn(&read.table, &import::known(files), found);
    }
}

/// Adds what only the import could tell; the rest was reported when the file was read by its own rules.
fn append_new(found: &mut Diagnostics, of_import: &Diagnostics, also: impl Fn(&Diagnostic) -> bool) {
    let is_of_import = |one: &&Diagnostic| matches!(one.problem, Problem::Import(_) | Problem::Figure(_));
    for one in of_import.iter().filter(is_of_import).filter(|one| also(one)) {
        found.push(one.clone());
    }
}
