//! Where the text of an answer goes.

use std::path::Path;

use super::target::{Failure, STDOUT};
pub(super) use super::target::{Style, Target};
use super::transaction;
use crate::diagnostic::{CommandProblem, Diagnostic, Diagnostics, FileProblem};
use crate::input::files::Files;

/// Endings of files that are no text: what is written through [`Target::open`] could not be opened there.
const NOT_TEXT: [&str; 10] = ["pdf", "docx", "doc", "odt", "rtf", "xlsx", "xls", "ods", "html", "htm"];

impl Target {
    /// Finds the place of a text and makes sure that it can be written. Nothing and `-` are stdout.
    ///
    /// # Errors
    /// If it cannot be written, or is to be a document.
    pub(super) fn open(target: Option<&Path>) -> Result<Self, Diagnostics> {
        refuse_documents(target.unwrap_or(Path::new(STDOUT)), false)?;
        Self::open_any(target)
    }

    /// The same for an answer that may be a document.
    ///
    /// # Errors
    /// If it cannot be written.
    pub(super) fn open_any(target: Option<&Path>) -> Result<Self, Diagnostics> {
        let given = target.unwrap_or(Path::new(STDOUT));
        Self::at(given).map_err(|reason| unwritable(Failure::new(given, reason)))
    }

    /// Refuses to overwrite a file that was read.
    ///
    /// # Errors
    /// If the target is one of them.
    pub(super) fn refuse_inputs(&self, files: &Files) -> Result<(), Diagnostics> {
        match self {
            Self::File(place) if files.was_read(&place.real) => {
                let path = place.given.display().to_string();
                Err(Diagnostic::without_place(FileProblem::OutputIsInput { path }).into())
            }
            _ => Ok(()),
        }
    }

    /// Writes the answer.
    ///
    /// # Errors
    /// If the place does not take it; a reader that has gone away is no error.
    pub(super) fn write(self, answer: impl AsRef<[u8]>) -> Result<(), Diagnostics> {
        transaction::write_one(self, answer.as_ref()).map_err(unwritable)
    }
}

/// Writes a text to stdout, as the last part of a [`transaction`].
///
/// # Errors
/// As [`Stream::write`].
pub(super) fn print(text: &str) -> Result<(), Failure> {
    match Target::stdout() {
        Target::Stream(stdout) => stdout.write(text.as_bytes()),
        Target::File(_) => Ok(()),
    }
}

/// Refuses a file that a text would not be: nobody could open it.
///
/// # Errors
/// If it ends as a document does. `is_table` says that the text is a kommun table.
pub(super) fn refuse_documents(given: &Path, is_table: bool) -> Result<(), Diagnostics> {
    let ending = given.extension().and_then(|ending| ending.to_str());
    if !ending.is_some_and(|ending| NOT_TEXT.iter().any(|known| known.eq_ignore_ascii_case(ending))) {
        return Ok(());
    }
    let path = given.display().to_string();
    Err(Diagnostic::without_place(CommandProblem::OutputNotText { path, is_table }).into())
}

/// That the answer could not be written.
fn unwritable(failure: Failure) -> Diagnostics {
    let Failure { path, reason, left } = failure;
    Diagnostic::without_place(FileProblem::OutputUnwritable { path, reason, left }).into()
}
