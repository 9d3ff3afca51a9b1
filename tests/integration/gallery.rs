//! The gallery of error messages: one minimal broken input per code, with its exact text in Swedish and English.
//!
//! `tests/gallery/<code>/` holds the files of a case. Where one code says several things, `<code>.<variant>/` holds
//! a further case of it. Beside the input there may stand:
//!
//! * `arguments`: what to run, one argument per line, else `simulate` and `scenario.toml`;
//! * `environment`: variables, `NAME=value`, one per line;
//! * `make`: one word for an input that cannot be stored, see [`make`];
//! * `warning`: the program is to warn and answer all the same;
//! * `also`: further codes that are reported beside it, one per line.
//!
//! `stderr.sv.txt` and `stderr.en.txt` are the expected texts; `FINSAM_UPDATE_GALLERY=1` writes them anew. The
//! program itself lists its codes, so that no new error goes without a case.

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsString;
use std::fmt::Write;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use finsam::diagnostic::{Problem, Severity};
use rust_xlsxwriter::{Workbook, Worksheet};
use tempfile::TempDir;

/// The folder of sound files that the cases share; it is no case itself.
const SOUND: &str = "_sound";

/// Each language with the words that diagnostics begin with in it.
const LANGUAGES: [(&str, [&str; 2]); 2] = [("sv", ["fel", "varning"]), ("en", ["error", "warning"])];

#[test]
fn every_code_has_a_case_and_every_case_a_code() {
    let codes: BTreeSet<(String, bool)> =
        Problem::codes().map(|(code, severity)| (code.to_owned(), severity == Severity::Warning)).collect();
    let cases: BTreeSet<(String, bool)> =
        cases().iter().map(|case| (case.code.clone(), case.is_warning())).collect();
    let without_case: Vec<_> = codes.difference(&cases).collect();
    let without_code: Vec<_> = cases.difference(&codes).collect();
    assert!(
        without_case.is_empty(),
        "codes (and whether they warn) without a folder in tests/gallery: {without_case:?}"
    );
    assert!(
        without_code.is_empty(),
        "folders in tests/gallery (and whether they warn) without a code: {without_code:?}"
    );
}

#[test]
fn every_message_is_word_for_word() {
    let mut faults = String::new();
    for case in cases() {
        for (language, words) in LANGUAGES {
            for fault in case.faults(language, words) {
                writeln!(faults, "{} ({language}): {fault}", case.name).expect("a string takes everything");
            }
        }
    }
    assert!(faults.is_empty(), "\n{faults}\nFINSAM_UPDATE_GALLERY=1 writes the expected texts anew.");
}

/// A folder of the gallery.
struct Case {
    /// The name of the folder.
    name: String,
    /// The code that is to be reported.
    code: String,
    folder: PathBuf,
}

fn cases() -> Vec<Case> {
    let folders = sorted(&gallery()).into_iter().filter(|path| path.is_dir());
    let named = folders.map(|folder| (file_name(&folder), folder)).filter(|(name, _)| name != SOUND);
    named
        .map(|(name, folder)| {
            let code = name.split('.').next().unwrap_or_default().to_owned();
            Case { name, code, folder }
        })
        .collect()
}

impl Case {
    /// Whether the program is to warn and answer all the same.
    fn is_warning(&self) -> bool {
        self.folder.join("warning").exists()
    }

    /// What is not as it should be in one language.
    fn faults(&self, language: &str, words: [&str; 2]) -> Vec<String> {
        let place = self.set_up();
        let before = lengths(place.path());
        let output = self.run(&place, language);
        let stderr = shown(&output.stderr, &place);
        let mut faults = self.faults_of_ending(&output);
        if lengths(place.path()) != before {
            faults.push("a file was written, changed or removed".to_owned());
        }
        let (mut reported, mut expected) = (codes_reported(&stderr, words), self.expected_codes());
        reported.sort();
        expected.sort();
        if reported != expected {
            faults.push(format!("reported {reported:?} instead of {expected:?}"));
        }
        faults.extend(self.compare(language, &stderr));
        faults
    }

    fn faults_of_ending(&self, output: &Output) -> Vec<String> {
        let warning = self.is_warning();
        let mut faults = Vec::new();
        let status = if warning { 0 } else { 2 };
        if output.status.code() != Some(status) {
            faults.push(format!("ended with {} instead of {status}", output.status));
        }
        match (output.stdout.is_empty(), warning) {
            (false, false) => faults.push("something on stdout in spite of an error".to_owned()),
            (true, true) => faults.push("nothing on stdout, though only a warning was expected".to_owned()),
            _ => {}
        }
        faults
    }

    /// The case and the sound files in a folder of their own: what a run does never reaches the sources.
    fn set_up(&self) -> TempDir {
        let place = tempfile::tempdir().expect("a temporary folder");
        for folder in [&self.folder, &gallery().join(SOUND)] {
            let copy = place.path().join(file_name(folder));
            fs::create_dir(&copy).expect("a folder for the case");
            for file in sorted(folder).into_iter().filter(|file| is_input(file)) {
                fs::copy(&file, copy.join(file_name(&file))).expect("a copy of an input file");
            }
        }
        if let Some(word) = self.text("make") {
            make(word.trim(), &place.path().join(&self.name)).expect("an input made for the case");
        }
        place
    }

    fn run(&self, place: &TempDir, language: &str) -> Output {
        let arguments = fs::read(self.folder.join("arguments"));
        let arguments = arguments.unwrap_or_else(|_| b"simulate\nscenario.toml\n".to_vec());
        let arguments = arguments.strip_suffix(b"\n").unwrap_or(&arguments).split(|&byte| byte == b'\n');
        Command::new(env!("CARGO_BIN_EXE_finsam"))
            .args(arguments.map(argument))
            .args(["--lang", language])
            .current_dir(place.path().join(&self.name))
            .env_clear()
            .envs(
                self.text("environment").unwrap_or_default().lines().filter_map(|line| line.split_once('=')),
            )
            .stdin(Stdio::null())
            .output()
            .expect("the program starts")
    }

    fn expected_codes(&self) -> Vec<String> {
        let also = self.text("also").unwrap_or_default();
        [self.code.as_str()].into_iter().chain(also.lines()).map(str::to_owned).collect()
    }

    /// The difference from the expected text, unless that is to be written anew.
    fn compare(&self, language: &str, stderr: &str) -> Option<String> {
        let name = format!("stderr.{language}.txt");
        if std::env::var_os("FINSAM_UPDATE_GALLERY").is_some_and(|value| value == "1") {
            fs::write(self.folder.join(&name), stderr).expect("the expected text is written");
            return None;
        }
        let Some(expected) = self.text(&name) else { return Some(format!("{name} is missing")) };
        (expected != stderr).then(|| format!("not as in {name}\n{}", difference(&expected, stderr)))
    }

    fn text(&self, name: &str) -> Option<String> {
        let path = self.folder.join(name);
        path.exists().then(|| read(&path))
    }
}

/// An argument, which need not be UTF-8 where the system does not ask for it.
fn argument(bytes: &[u8]) -> OsString {
    #[cfg(unix)]
    return std::os::unix::ffi::OsStringExt::from_vec(bytes.to_vec());
    #[cfg(not(unix))]
    String::from_utf8_lossy(bytes).into_owned().into()
}

/// Makes an input that is too large for the repository.
fn make(word: &str, folder: &Path) -> io::Result<()> {
    match word {
        // A sparse file: a byte more than is read, and no space on the disk.
        "large_table" => fs::File::create(folder.join("kommuner.csv"))?.set_len(64 * 1024 * 1024 + 1),
        "empty_workbook" => save(&folder.join("b.xlsx"), |_| {}),
        "wide_workbook" => save(&folder.join("b.xlsx"), |sheet| {
            sheet.write_string(0, 2_000, "långt bort").expect("a cell");
        }),
        "two_groupings" => two_groupings(&folder.join("b.xlsx")),
        // More cells than any statistic has.
        "many_cells" => fs::write(folder.join("t.csv"), ",".repeat(2_000_001)),
        "many_columns" => many_columns(folder),
        "many_brackets" => {
            let scenario = format!("name = \"S\"\nbaseline = \"b.toml\"\n{}", "[[change]]\n".repeat(100_001));
            fs::write(folder.join("scenario.toml"), scenario)
        }
        "many_figures" => many_figures(folder),
        "many_insatser" => {
            let table = (0..2_001).fold("insats\n".to_owned(), |all, insats| all + &format!("{insats}\n"));
            fs::write(folder.join("t.csv"), table)
        }
        "many_kommuner" => many_kommuner(folder),
        "many_shared" => many_shared(folder),
        _ => panic!("nobody knows how to make \"{word}\""),
    }
}

/// A förbund of more kommuner than a workbook has space for, and a scenario that leaves it as it is.
fn many_kommuner(folder: &Path) -> io::Result<()> {
    let codes: Vec<String> = (1_000..1_601).map(|code| code.to_string()).collect();
    let rows = codes.iter().map(|code| format!("{code},K{code},R,1000,100\n"));
    let table = "kommunkod,kommun,region,befolkning_16_64,forsorjningsmatt\n".to_owned();
    fs::write(folder.join("kommuner.csv"), table + &rows.collect::<String>())?;
    let baseline = format!(
        "name = \"Många\"\nkommuner = \"kommuner.csv\"\n\n[[forbund]]\nname = \"Alla\"\nbudget = 9_000_000\n\
         kommuner = {codes:?}\n"
    );
    fs::write(folder.join("utgangslage.toml"), baseline)?;
    fs::write(folder.join("scenario.toml"), "name = \"Som i dag\"\nbaseline = \"utgangslage.toml\"\n")
}

/// A table with a column more than is read.
fn many_columns(folder: &Path) -> io::Result<()> {
    let known = ["kommunkod", "kommun", "befolkning_16_64", "forsorjningsmatt"];
    let further = (known.len()..1_025).fold(String::new(), |all, column| all + &format!(",i{column}"));
    fs::write(folder.join("kommuner.csv"), known.join(",") + &further + "\n")
}

/// A table of a row more than there are figures for.
fn many_figures(folder: &Path) -> io::Result<()> {
    let headings = (0..1_000).fold(String::new(), |all, column| all + &format!(",i{column}"));
    let row = |code: usize| format!("{:04},K{code},1000,100{}\n", 1_000 + code, ",1".repeat(1_000));
    let rows = (0..201).map(row).collect::<String>();
    let header = "kommunkod,kommun,befolkning_16_64,forsorjningsmatt";
    fs::write(folder.join("kommuner.csv"), format!("{header}{headings}\n{rows}"))
}

/// A hundred pairs of förbund with a kansli each, and one pair more.
fn many_shared(folder: &Path) -> io::Result<()> {
    let mut table = "kommunkod,kommun,region,befolkning_16_64,forsorjningsmatt\n".to_owned();
    let mut baseline = "name = \"Många\"\nkommuner = \"kommuner.csv\"\n".to_owned();
    let mut scenario = "name = \"Par om par\"\nbaseline = \"utgangslage.toml\"\n".to_owned();
    for code in 1_000..1_202 {
        let written = |error: std::fmt::Error| io::Error::other(error);
        writeln!(table, "{code},K{code},R,1000,100").map_err(written)?;
        let forbund = format!("name = \"F{code}\"\nkommuner = [\"{code}\"]\nbudget = 900_000");
        writeln!(baseline, "[[forbund]]\n{forbund}").map_err(written)?;
        if code % 2 == 1 {
            let pair =
                format!("shared_kansli = [\"F{}\", \"F{code}\"]\nkansli = 1\nsplit_by = \"lika\"", code - 1);
            writeln!(scenario, "[[change]]\n{pair}").map_err(written)?;
        }
    }
    fs::write(folder.join("kommuner.csv"), table)?;
    fs::write(folder.join("utgangslage.toml"), baseline)?;
    fs::write(folder.join("scenario.toml"), scenario)
}

/// A workbook with two sheets that each list kommuner and their förbund.
fn two_groupings(path: &Path) -> io::Result<()> {
    let mut workbook = Workbook::new();
    for name in ["Förslag 1", "Förslag 2"] {
        let sheet = workbook.add_worksheet().set_name(name).expect("a name");
        for (row, [kommun, forbund]) in [["Kommun", "Förbund"], ["Åmål", "Norr"]].into_iter().enumerate() {
            let row = u32::try_from(row).expect("a few rows");
            sheet
                .write_string(row, 0, kommun)
                .expect("a cell")
                .write_string(row, 1, forbund)
                .expect("a cell");
        }
    }
    workbook.save(path).map_err(io::Error::other)
}

/// A workbook of one sheet.
fn save(path: &Path, fill: impl Fn(&mut Worksheet)) -> io::Result<()> {
    let mut workbook = Workbook::new();
    fill(workbook.add_worksheet());
    workbook.save(path).map_err(io::Error::other)
}

/// Whether a file of a case is input of the program, not a word to the harness.
fn is_input(path: &Path) -> bool {
    let name = file_name(path);
    let for_harness = ["arguments", "environment", "make", "warning", "also"].contains(&name.as_str());
    !for_harness && !name.starts_with("stderr.")
}

/// The messages. A path that is shown in full begins with the temporary folder, which is another one each time.
fn shown(stderr: &[u8], place: &TempDir) -> String {
    let text = str::from_utf8(stderr).expect("messages in UTF-8");
    let folder = place.path().canonicalize().expect("a folder that is there");
    text.replace(&*folder.to_string_lossy(), "…")
}

/// The codes of the diagnostics, in their order: `fel[unknown_key]: …` reports `unknown_key`.
fn codes_reported(stderr: &str, words: [&str; 2]) -> Vec<String> {
    let reported = stderr.lines().filter_map(|line| {
        let (word, rest) = line.split_once('[')?;
        let (code, _) = rest.split_once("]: ")?;
        words.contains(&word).then(|| code.to_owned())
    });
    reported.collect()
}

/// Both texts line by line; lines that are the same stand once.
fn difference(expected: &str, actual: &str) -> String {
    let (expected, actual): (Vec<_>, Vec<_>) = (expected.lines().collect(), actual.lines().collect());
    let mut text = String::new();
    for position in 0..expected.len().max(actual.len()) {
        let (old, new) = (expected.get(position), actual.get(position));
        if old == new {
            text += &marked(' ', old);
        } else {
            text += &marked('-', old);
            text += &marked('+', new);
        }
    }
    text
}

fn marked(mark: char, line: Option<&&str>) -> String {
    line.map(|line| format!("  {mark} {line}\n")).unwrap_or_default()
}

/// Every file below a folder with its length: enough to see that nothing was written.
fn lengths(folder: &Path) -> BTreeMap<PathBuf, u64> {
    let mut found = BTreeMap::new();
    for path in sorted(folder) {
        if path.is_dir() {
            found.extend(lengths(&path));
        } else {
            let length = path.metadata().expect("a file that is there").len();
            found.insert(path, length);
        }
    }
    found
}

/// What stands in a folder, in order.
fn sorted(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut paths: Vec<PathBuf> =
        entries.map(|entry| entry.expect("an entry of the folder").path()).collect();
    paths.sort();
    paths
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn gallery() -> PathBuf {
    root().join("tests/gallery")
}
