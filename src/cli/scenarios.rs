//! What the commands on scenarios share: load, compute, answer, write.

use super::Ending;
use super::args::Settings;
use super::load::{self, Scenarios};
use super::output::{Output, Style};
use super::terminal;
use crate::diagnostic::Diagnostics;
use crate::input::files::Files;

/// The answer of a command and how it ended.
///
/// # Errors
/// If the scenarios cannot be answered for.
pub(super) type Answer = fn(&Scenarios, &Settings, Style) -> Result<(String, Ending), Diagnostics>;

/// Runs a command on scenarios.
///
/// # Errors
/// All that is wrong with the files, or with the place of the output.
pub(super) fn run(settings: &Settings, answer: Answer) -> anyhow::Result<Ending> {
    let files = Files::on_disk();
    // The place of the output is tried first: nobody should wait for a result that cannot be written.
    let output = Output::open(settings.output.as_deref());
    let scenarios = load::scenarios(&files, &settings.files);
    let (output, scenarios) = match (output, scenarios) {
        (Ok(output), Ok(scenarios)) => (output, scenarios),
        (Err(found), Ok(_)) | (Ok(_), Err(found)) => return Err(found.into()),
        (Err(mut found), Err(others)) => {
            found.append(others);
            return Err(found.into());
        }
    };
    output.refuse_inputs(&files)?;
    let (text, ending) = answer(&scenarios, settings, output.style())?;
    terminal::tell(&scenarios.warnings, settings.language);
    output.write(&text)?;
    Ok(ending)
}
