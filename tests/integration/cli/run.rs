//! Folders to run the program in, and what a run left behind.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;
use tempfile::TempDir;

/// Every scenario of the project that is of one year, those of one baseline together.
pub(super) const SCENARIOS: [&str; 13] = [
    "jonkoping_lansforbund",
    "jonkoping_oforandrat",
    "jonkoping_samordnad_administration",
    "forsakringskassan",
    "sammanslagning",
    "tankespar1",
    "tankespar1_samordnare",
    "tankespar2",
    "tankespar3",
    "tankespar4",
    "vanersborg_trollhattan",
    "sodra_vanern_2022",
    "fallstudier_2006",
];

/// Those of them that are over years.
pub(super) const OVER_YEARS: [&str; 6] = [
    "tankespar1_ar_for_ar", "tankespar3_sedan_ett", "alv_kust_2018", "sodra_norrbotten_2020",
    "umearegionen_2014_2019", "goteborg_2019",
];

/// What a run left behind.
#[derive(PartialEq, Eq, Debug)]
pub(super) struct Run {
    pub(super) stdout: String,
    pub(super) stderr: String,
    pub(super) code: Option<i32>,
}

impl Run {
    /// The run of a report without the line that says which files it wrote.
    #[track_caller]
    pub(super) fn wrote(mut self) -> Self {
        let before = self.stderr.trim_end_matches('\n').rfind('\n').map_or(0, |end| end + 1);
        let line = self.stderr.split_off(before);
        assert!(line.starts_with("Skrev ") || line.starts_with("Wrote "), "{before}: {line}");
        self
    }

    /// The run without its warnings, which may be of these codes only.
    #[track_caller]
    pub(super) fn warned(mut self, codes: &[&str]) -> Self {
        let heads = self.stderr.lines().filter_map(|line| line.split_once("]: ")?.0.split_once('['));
        for (level, code) in heads {
            assert!(level == "varning" && codes.contains(&code), "{}", self.stderr);
        }
        self.stderr.clear();
        self
    }

    /// The answer of a run that had nothing to complain of.
    #[track_caller]
    pub(super) fn answer(self) -> String {
        assert_eq!((self.code, self.stderr.as_str()), (Some(0), ""), "{}", self.stdout);
        self.stdout
    }

    /// The answer as JSON.
    #[track_caller]
    pub(super) fn json(self) -> Value {
        serde_json::from_str(&self.answer()).expect("an answer in JSON")
    }

    /// That the input was refused for one reason, and nothing answered.
    #[track_caller]
    pub(super) fn assert_refused(&self, code: &str) {
        assert_eq!((self.code, self.stdout.as_str()), (Some(2), ""), "{}", self.stderr);
        assert!(self.stderr.starts_with(&format!("fel[{code}]: ")), "{}", self.stderr);
    }
}

/// A folder of its own.
pub(super) struct Place(TempDir);

impl Place {
    pub(super) fn empty() -> Self {
        Self(tempfile::tempdir().expect("a temporary folder"))
    }

    pub(super) fn with(files: &[(&str, &str)]) -> Self {
        let place = Self::empty();
        for (name, text) in files {
            place.write(name, text);
        }
        place
    }

    /// A baseline, and the scenario `s.toml` that makes these changes of it.
    pub(super) fn changed(baseline: &str, changes: &str) -> Self {
        Self::with(&[
            ("u.toml", baseline),
            ("s.toml", &format!("name = \"S\"\nbaseline = \"u.toml\"\n{changes}")),
        ])
    }

    /// A copy of a worked example in `tests/examples`.
    pub(super) fn example(name: &str) -> Self {
        let place = Self::empty();
        for file in ["kommuner.csv", "utgangslage.toml", "scenario.toml", "result.json"] {
            place.write(file, &of_project(&format!("tests/examples/{name}/{file}")));
        }
        place
    }

    /// A copy of the project's scenarios and data.
    pub(super) fn project() -> Self {
        let place = Self::empty();
        let data = ["kommuner.csv", "kommuner.kallor.toml"];
        let baselines = [
            "alv_kust/utgangslage.toml",
            "fallstudier_2006/utgangslage.toml",
            "goteborg/utgangslage.toml",
            "integratia_2017/utgangslage.toml",
            "integratia_2017/utgangslage_2016_2021.toml",
            "jonkoping/utgangslage.toml",
            "sodra_norrbotten/utgangslage.toml",
            "sodra_vanern/utgangslage.toml",
            "umearegionen/utgangslage.toml",
        ];
        for file in data.iter().chain(&baselines) {
            place.write(&format!("data/{file}"), &of_project(&format!("data/{file}")));
        }
        for name in SCENARIOS.into_iter().chain(OVER_YEARS) {
            let file = format!("scenarios/{name}.toml");
            place.write(&file, &of_project(&file));
        }
        place
    }

    pub(super) fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    pub(super) fn write(&self, name: &str, text: &str) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder for the file");
        fs::write(path, text).expect("a file is written");
    }

    pub(super) fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).expect("a file that is there")
    }

    /// The names of all that stands in the folder.
    pub(super) fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(self.0.path()).expect("the folder");
        let name = |entry: fs::DirEntry| entry.file_name().to_string_lossy().into_owned();
        let mut names: Vec<String> = entries.map(|entry| name(entry.expect("an entry"))).collect();
        names.sort();
        names
    }

    /// The program with its arguments, parted by blanks.
    pub(super) fn command(&self, arguments: &str) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_finsam"));
        command
            .args(arguments.split_whitespace())
            .current_dir(self.0.path())
            .env_clear()
            .stdin(Stdio::null());
        command
    }

    pub(super) fn run(&self, arguments: &str) -> Run {
        finish(&mut self.command(arguments))
    }
}

/// Runs to the end.
pub(super) fn finish(command: &mut Command) -> Run {
    let output = command.output().expect("the program starts");
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    Run { stdout: text(output.stdout), stderr: text(output.stderr), code: output.status.code() }
}

/// The text of a file of the project.
pub(super) fn of_project(path: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}
