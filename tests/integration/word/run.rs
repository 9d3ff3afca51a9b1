//! Reports in a folder of their own.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

/// A folder with reports.
pub(super) struct Reports(TempDir);

impl Reports {
    /// Writes reports; what is typed is parted by blanks.
    pub(super) fn written(arguments: &str) -> Self {
        let reports = Self(tempfile::tempdir().expect("a folder"));
        reports.write(arguments);
        reports
    }

    /// The same, of a worked example with another scenario.
    pub(super) fn of_scenario(scenario: &str, arguments: &str) -> Self {
        let reports = Self(tempfile::tempdir().expect("a folder"));
        let example = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/examples/merge_national");
        for file in ["kommuner.csv", "utgangslage.toml"] {
            fs::copy(example.join(file), reports.path(file)).expect("an example");
        }
        fs::write(reports.path("scenario.toml"), scenario).expect("a scenario");
        reports.write(arguments);
        reports
    }

    fn write(&self, arguments: &str) {
        let output = Command::new(env!("CARGO_BIN_EXE_finsam"))
            .arg("report")
            .args(arguments.split_whitespace())
            .current_dir(self.0.path())
            .env_clear()
            .output()
            .expect("the program runs");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }

    pub(super) fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    pub(super) fn bytes(&self, name: &str) -> Vec<u8> {
        fs::read(self.path(name)).expect("a report")
    }

    pub(super) fn text(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).expect("a report")
    }
}
