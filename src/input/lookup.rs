//! Finding the scenario that a user means.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use super::builtin;
use super::files::{BUILTIN_PREFIX, Files, LARGEST_DOCUMENT, Location};
use super::names::nearest;
use crate::diagnostic::{FileProblem, OtherFile};

/// What a baseline is called.
pub const BASELINE: &str = "utgangslage.toml";
/// What a kommun table is called in a folder of its own: `finsam import … -o kommuner.csv` writes it.
pub const OWN_TABLE: &str = "kommuner.csv";

/// Refuses a path, written in a file, that does not end as what it is for does. Whoever checks a stranger's scenario
/// has files that the stranger has not: none of them is to be read, and shown in an error, because the scenario names
/// it.
///
/// # Errors
/// If it ends otherwise.
pub fn refuse_other_endings(path: &str, location: &Location, named: Named) -> Result<(), FileProblem> {
    // Of a folder there is nothing to show, and it is reported as one.
    if matches!(location, Location::Disk(path) if path.is_dir()) {
        return Ok(());
    }
    let endings = named.endings();
    let ending = Path::new(path).extension().and_then(|ending| ending.to_str());
    if ending.is_some_and(|ending| endings.iter().any(|known| known.eq_ignore_ascii_case(ending))) {
        return Ok(());
    }
    let (path, endings) = (path.to_owned(), endings.iter().map(|ending| format!(".{ending}")).collect());
    Err(match named {
        Named::Table => FileProblem::NotNamedAsTable { path, endings },
        _ => FileProblem::NotNamedAsBaseline { path, endings },
    })
}

/// What somebody names a file as: a user, or another file.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[expect(missing_docs, reason = "the names are those of the files")]
pub enum Named {
    Scenario,
    Search,
    Baseline,
    Table,
    /// The side file of a table.
    Sources,
}

impl Named {
    /// How the names of such files end.
    #[must_use]
    pub fn endings(self) -> &'static [&'static str] {
        match self {
            Self::Scenario | Self::Search | Self::Baseline | Self::Sources => &["toml"],
            Self::Table => &["csv", "tsv", "txt", "xlsx"],
        }
    }

    /// That a file has nothing of one.
    #[must_use]
    pub fn foreign(self, path: String) -> FileProblem {
        match self {
            Self::Scenario => FileProblem::NoScenario { path },
            Self::Search => FileProblem::NoSearch { path },
            Self::Baseline => FileProblem::NoBaseline { path },
            Self::Table => FileProblem::NoTable { path },
            Self::Sources => FileProblem::NoSources { path },
        }
    }
}

/// Files that are opened to find a scenario among them.
const MOST_OPENED: usize = 100;

/// Finds a scenario: a path as given; else under `scenarios/`; else among the examples compiled into the program;
/// each with or without `.toml`.
///
/// # Errors
/// If there is none, with the places that were tried and the nearest name, or if it is a folder.
pub fn scenario(files: &Files, wanted: &str) -> Result<Location, FileProblem> {
    example(files, wanted, "scenarios")
}

/// Finds a search as [`scenario`] does a scenario, under `searches/`.
///
/// # Errors
/// As [`scenario`].
pub fn search(files: &Files, wanted: &str) -> Result<Location, FileProblem> {
    example(files, wanted, "searches")
}

/// Finds a file of which there are examples in a folder.
fn example(files: &Files, wanted: &str, folder: &str) -> Result<Location, FileProblem> {
    if let Some(builtin) = wanted.strip_prefix(BUILTIN_PREFIX) {
        let found = Location::Builtin(builtin.to_owned());
        let missing = || not_found(files, wanted, vec![found.display()], folder);
        return if files.is_file(&found) { Ok(found.clone()) } else { Err(missing()) };
    }
    let with_ending = format!("{wanted}.toml");
    let spellings: &[&str] = match wanted {
        "" => &[],
        _ if is_toml(wanted) => &[wanted],
        _ => &[wanted, with_ending.as_str()],
    };
    let under_folder = |name: &&str| Path::new(folder).join(name);
    let on_disk =
        spellings.iter().map(PathBuf::from).chain(spellings.iter().map(under_folder)).map(Location::Disk);
    let compiled = spellings.iter().flat_map(|name| {
        let plain = name.strip_prefix("./").unwrap_or(name);
        [format!("{folder}/{plain}"), plain.to_owned()].map(Location::Builtin)
    });
    let held = spellings.iter().map(|name| Location::Held((*name).to_owned()));
    let candidates: Vec<Location> = on_disk.chain(held).chain(compiled).collect();
    if let Some(found) = candidates.iter().find(|location| files.is_file(location)) {
        let is_scenario = || is_document(found) || names_a_baseline(files, found) == Some(true);
        return match other_file(files, found).filter(|_| !is_scenario()) {
            Some(what) => Err(as_scenario(what, found.display())),
            None => Ok(found.clone()),
        };
    }
    if Path::new(wanted).is_dir() {
        let entries = files.entries(Path::new(wanted)).into_iter();
        let documents = entries.filter(|path| is_toml(&path.to_string_lossy())).take(MOST_OPENED);
        let is_scenario =
            |path: &PathBuf| files.beginning(path).lines().any(|line| line.starts_with("baseline"));
        let example = documents.into_iter().find(is_scenario).map(|path| path.display().to_string());
        return Err(FileProblem::IsFolder { path: wanted.to_owned(), example });
    }
    let tried = candidates.iter().filter(|location| matches!(location, Location::Disk(_)));
    // A whole path is the same below any folder.
    let mut tried: Vec<String> = tried.map(Location::display).collect();
    let mut seen = HashSet::new();
    tried.retain(|path| seen.insert(path.clone()));
    Err(not_found(files, wanted, tried, folder))
}

/// Finds a kommun table: a path as given, or with `builtin:` before it one of the examples.
///
/// # Errors
/// If there is none.
pub fn table(files: &Files, wanted: &str) -> Result<Location, FileProblem> {
    let found = match wanted.strip_prefix(BUILTIN_PREFIX) {
        Some(builtin) => Location::Builtin(builtin.to_owned()),
        None => Location::Disk(PathBuf::from(wanted)),
    };
    if files.is_file(&found) {
        return table_by_name(files, found);
    }
    if Path::new(wanted).is_dir() {
        return Err(given(
            files,
            FileProblem::IsFolder { path: wanted.to_owned(), example: None },
            Named::Table.endings(),
        ));
    }
    let (wanted, nearest) = (wanted.to_owned(), found.nearest_builtin());
    let missing = FileProblem::NotFound { wanted, tried: Vec::new(), nearest };
    Err(given(files, missing, Named::Table.endings()))
}

/// A problem with a file that was given on the command line, where it is looked for from the folder one stands in:
/// with the file that may be meant, of those with one of these endings.
#[must_use]
pub fn given(files: &Files, problem: FileProblem, endings: &[&str]) -> FileProblem {
    match problem {
        FileProblem::NotFound { wanted, tried, nearest } if tried.is_empty() => {
            let nearest = nearest.or_else(|| nearest_beside(files, &wanted, endings));
            FileProblem::NotThere { wanted, nearest }
        }
        FileProblem::IsFolder { path, example: None } => {
            let example = names_in(files, Path::new(&path), endings).into_iter().next();
            let example = example.map(|name| Location::Disk(Path::new(&path).join(name)).display());
            FileProblem::IsFolder { path, example }
        }
        other => other,
    }
}

/// Whether a file in the folder, found by its bare name, hides an example of that name that says something else.
#[must_use]
pub fn shadowed_example(files: &Files, wanted: &str, found: &Location) -> Option<FileProblem> {
    let Location::Disk(path) = found else { return None };
    if Path::new(wanted).components().count() != 1 {
        return None;
    }
    let example = format!("scenarios/{}", path.file_name()?.to_str()?);
    let (own, other) = (files.read(found, LARGEST_DOCUMENT).ok()?, builtin::file(&example)?);
    (own != other.as_bytes()).then(|| FileProblem::ShadowsExample {
        wanted: wanted.to_owned(),
        path: found.display(),
        example: Location::Builtin(example).display(),
    })
}

/// Refuses what is no table, by its name.
fn table_by_name(files: &Files, found: Location) -> Result<Location, FileProblem> {
    match other_file(files, &found) {
        None | Some(OtherFile::Table) => Ok(found),
        Some(what) => Err(as_table(what, found.display())),
    }
}

/// That something else was given as a scenario.
fn as_scenario(what: OtherFile, path: String) -> FileProblem {
    match what {
        OtherFile::Table => FileProblem::TableAsScenario { path },
        OtherFile::Workbook => FileProblem::WorkbookAsScenario { path },
        OtherFile::Json => FileProblem::JsonAsScenario { path },
        OtherFile::Scenario | OtherFile::Baseline | OtherFile::Document => {
            FileProblem::OtherAsScenario { path, what }
        }
    }
}

/// That something else was given as a kommun table.
fn as_table(what: OtherFile, path: String) -> FileProblem {
    match what {
        OtherFile::Workbook => FileProblem::WorkbookAsTable { path },
        OtherFile::Json => FileProblem::JsonAsTable { path },
        OtherFile::Baseline => FileProblem::BaselineAsTable { path },
        OtherFile::Table | OtherFile::Scenario | OtherFile::Document => {
            FileProblem::OtherAsTable { path, what }
        }
    }
}

/// Finds a result: a path as given. What is not one is reported by its name, unless it begins like one.
///
/// # Errors
/// If it is something else; whether it is there is found out when it is read.
pub fn result(files: &Files, wanted: &str) -> Result<Location, FileProblem> {
    let found = Location::Disk(PathBuf::from(wanted));
    // A scenario is found by less than its path, and was meant then.
    let other = if files.is_file(&found) { Some(found.clone()) } else { scenario(files, wanted).ok() };
    let other = other.filter(|other| !begins_like_json(files, other));
    let path = || wanted.to_owned();
    match other.and_then(|other| other_file(files, &other)) {
        None | Some(OtherFile::Json) => Ok(found),
        Some(OtherFile::Scenario) => Err(FileProblem::ScenarioAsResult { path: path() }),
        Some(what) => Err(FileProblem::OtherAsResult { path: path(), what }),
    }
}

/// Refuses a scenario or a baseline where a file with figures is wanted, by its name.
///
/// # Errors
/// If it is one.
pub fn refuse_documents(files: &Files, location: &Location) -> Result<(), FileProblem> {
    match other_file(files, location).filter(|_| is_document(location) && files.is_file(location)) {
        Some(what) => Err(as_table(what, location.display())),
        None => Ok(()),
    }
}

/// What a file is by its name; `None` if that does not tell.
fn other_file(files: &Files, location: &Location) -> Option<OtherFile> {
    let name = location.display();
    let ending = Path::new(&name).extension()?.to_str()?.to_lowercase();
    match ending.as_str() {
        "toml" => names_a_baseline(files, location)
            .map(|names_one| if names_one { OtherFile::Scenario } else { OtherFile::Baseline }),
        "csv" | "tsv" => Some(OtherFile::Table),
        "xlsx" | "xls" | "ods" => Some(OtherFile::Workbook),
        "json" => Some(OtherFile::Json),
        "html" | "htm" | "docx" | "doc" | "odt" | "pdf" | "md" => Some(OtherFile::Document),
        _ => None,
    }
}

/// Whether a file on disk begins with a JSON object or list.
fn begins_like_json(files: &Files, location: &Location) -> bool {
    let Location::Disk(path) = location else { return false };
    files.beginning(path).trim_start_matches('\u{feff}').trim_start().starts_with(['{', '['])
}

/// Whether a file, whatever its name, says which baseline it changes; `None` if it cannot be read.
fn names_a_baseline(files: &Files, location: &Location) -> Option<bool> {
    let bytes = files.read(location, LARGEST_DOCUMENT).ok()?;
    Some(bytes.split(|byte| *byte == b'\n').any(|line| line.trim_ascii_start().starts_with(b"baseline")))
}

/// The file beside a missing one whose name is nearest, of those with one of these endings.
fn nearest_beside(files: &Files, wanted: &str, endings: &[&str]) -> Option<String> {
    let path = Path::new(wanted);
    let folder = path.parent().unwrap_or(Path::new(""));
    let names = names_in(files, folder, endings);
    let near = nearest(path.file_name()?.to_str()?, names.iter().map(String::as_str))?;
    Some(Location::Disk(folder.join(near)).display())
}

/// The names in a folder that have one of these endings, in order.
fn names_in(files: &Files, folder: &Path, endings: &[&str]) -> Vec<String> {
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    let entries = files.entries(folder);
    let names = entries.iter().filter_map(|path| path.file_name()?.to_str().map(str::to_owned));
    let fits = |name: &String| {
        let ending = Path::new(name).extension().and_then(|ending| ending.to_str());
        ending.is_some_and(|ending| endings.iter().any(|known| known.eq_ignore_ascii_case(ending)))
    };
    names.filter(fits).collect()
}

/// Finds a baseline or a kommun table: a path as given, with or without `.toml`; else among the examples, where
/// the name of its folder is enough ("jonkoping"). A folder on disk means the baseline in it.
///
/// # Errors
/// If there is none, with the places that were tried and the nearest example.
pub fn baseline_or_table(files: &Files, wanted: &str) -> Result<Location, FileProblem> {
    let inside = Location::Disk(Path::new(wanted).join(BASELINE));
    if Path::new(wanted).is_dir() && files.is_file(&inside) {
        return Ok(inside);
    }
    if let Some(builtin) = wanted.strip_prefix(BUILTIN_PREFIX) {
        let found = Location::Builtin(builtin.to_owned());
        return if is_document(&found) && files.is_file(&found) { Ok(found) } else { table(files, wanted) };
    }
    if Path::new(wanted).is_dir() {
        return table(files, wanted);
    }
    let on_disk = [PathBuf::from(wanted), PathBuf::from(format!("{wanted}.toml"))].map(Location::Disk);
    let compiled = [wanted.to_owned(), format!("data/{wanted}"), format!("data/{wanted}/{BASELINE}")];
    let compiled = compiled.map(Location::Builtin);
    let mut candidates = on_disk.iter().chain(&compiled);
    if let Some(found) = candidates.find(|location| !wanted.is_empty() && files.is_file(location)) {
        return if is_document(found) { Ok(found.clone()) } else { table_by_name(files, found.clone()) };
    }
    // A scenario is reported as one, at its place.
    if let Ok(found) = scenario(files, wanted) {
        return Ok(found);
    }
    let folder =
        |path: &'static str| Some(path.strip_prefix("data/")?.strip_suffix(BASELINE)?.trim_end_matches('/'));
    let names = builtin::FILES.iter().filter_map(|(path, _)| folder(path));
    Err(FileProblem::NotFound {
        wanted: wanted.to_owned(),
        tried: on_disk.iter().map(Location::display).collect(),
        nearest: nearest(wanted, names)
            .or_else(|| nearest_beside(files, wanted, &["toml", "csv", "tsv", "txt", "xlsx"])),
    })
}

/// Finds a baseline: as [`baseline_or_table`], and no table.
///
/// # Errors
/// As [`baseline_or_table`], or if it does not end as a baseline does.
pub fn baseline(files: &Files, wanted: &str) -> Result<Location, FileProblem> {
    let found = baseline_or_table(files, wanted)?;
    refuse_other_endings(&found.display(), &found, Named::Baseline)?;
    Ok(found)
}

/// Finds a table that stands for a scenario: a path as given, else under `scenarios/`. `None` if there is none, or the
/// name is that of another file.
#[must_use]
pub fn table_of_scenario(files: &Files, wanted: &str) -> Option<Location> {
    let ending = Path::new(wanted).extension()?.to_str()?;
    if !Named::Table.endings().iter().any(|known| known.eq_ignore_ascii_case(ending)) {
        return None;
    }
    let paths = [PathBuf::from(wanted), Path::new("scenarios").join(wanted)];
    let mut candidates = paths.into_iter().map(Location::Disk);
    candidates.find(|location| files.is_file(location))
}

/// Whether a file is a TOML file by its name, else a table.
#[must_use]
pub fn is_document(location: &Location) -> bool {
    is_toml(&location.display())
}

fn is_toml(path: &str) -> bool {
    Path::new(path).extension().is_some_and(|ending| ending.eq_ignore_ascii_case("toml"))
}

/// The name of a file, without its folder and its ending.
#[must_use]
pub fn stem(path: &str) -> String {
    Path::new(path).file_stem().map_or_else(|| path.to_owned(), |stem| stem.to_string_lossy().into_owned())
}

fn not_found(files: &Files, wanted: &str, tried: Vec<String>, folder: &str) -> FileProblem {
    let stem = |path: &str| Path::new(path).file_stem().map(|stem| stem.to_string_lossy().into_owned());
    let compiled = builtin::scenarios().chain(builtin::searches()).filter(|path| path.starts_with(folder));
    let mut names: Vec<String> = compiled.filter_map(stem).collect();
    let on_disk = files.entries(Path::new(folder));
    names.extend(on_disk.iter().filter_map(|path| stem(&path.to_string_lossy())));
    names.sort();
    let name = stem(wanted).unwrap_or_else(|| wanted.to_owned());
    FileProblem::NotFound {
        wanted: wanted.to_owned(),
        tried,
        nearest: nearest(&name, names.iter().map(String::as_str))
            .or_else(|| nearest_beside(files, wanted, &["toml"])),
    }
}
