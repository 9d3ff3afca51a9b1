//! `finsam completions`: what a shell needs to complete commands and options.

use clap_complete::{Shell, generate};

use super::args;
use super::ending::Ending;
use super::help;
use super::output::Target;
use super::settings::Page;

/// Writes the script for a shell.
///
/// # Errors
/// If it cannot be written there.
pub(super) fn run(shell: Shell, page: &Page) -> anyhow::Result<Ending> {
    let output = Target::open(page.output.as_deref())?;
    let mut command = help::localized(args::command(), page.language);
    let name = command.get_name().to_owned();
    let mut script = Vec::new();
    generate(shell, &mut command, name, &mut script);
    output.write(&String::from_utf8(script)?)?;
    Ok(Ending::Done)
}
