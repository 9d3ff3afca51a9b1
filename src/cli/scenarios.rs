//! What the commands on scenarios share: load, compute, answer, write.

use std::path::Path;

use super::ending::Ending;
use super::output::{Style, Target};
use super::terminal;
use crate::analysis::inquiry::{self, Inquiry};
use crate::diagnostic::both;
use crate::input::files::Files;
use crate::text::language::Language;

/// Which scenarios, and where the answer goes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Asked<'settings> {
    pub(super) files: &'settings [String],
    /// The baseline of tables among them.
    pub(super) baseline: Option<&'settings str>,
    pub(super) output: Option<&'settings Path>,
    pub(super) language: Language,
    /// Whether the answer is a document and not a text.
    pub(super) is_document: bool,
}

/// Runs a command on scenarios; `answer` gives what is written and how it ended.
///
/// # Errors
/// All that is wrong with the files, or with the place of the output, and what `answer` refuses.
pub(super) fn run<Answer: AsRef<[u8]>, Refused: Into<anyhow::Error>>(
    asked: Asked<'_>,
    answer: impl FnOnce(&Inquiry, Style) -> Result<(Answer, Ending), Refused>,
) -> anyhow::Result<Ending> {
    let files = Files::on_disk();
    // The place of the output is tried first: nobody should wait for a result that cannot be written.
    let output = if asked.is_document { Target::open_any(asked.output) } else { Target::open(asked.output) };
    let scenarios = inquiry::compute(&files, asked.files, asked.baseline);
    let (output, scenarios) = both(output, scenarios)?;
    output.refuse_inputs(&files)?;
    let (written, ending) = answer(&scenarios, output.style()).map_err(Into::into)?;
    terminal::report(&scenarios.warnings, asked.language);
    output.write(written)?;
    Ok(ending)
}
