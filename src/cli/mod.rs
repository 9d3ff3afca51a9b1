//! The command line: what was typed, where the answer goes, and the exit status. One file per command.

mod args;
mod check;
mod compare;
mod load;
mod output;
mod simulate;
mod terminal;

use std::ffi::OsString;
use std::process::ExitCode;

use args::{Command, Settings};
use output::Output;

use crate::diagnostic::Diagnostics;
use crate::input::files::Files;

/// How a run ended.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Ending {
    /// Done.
    Done,
    /// A check did not hold.
    CheckFailed,
}

/// Runs the program with the process's own arguments.
#[must_use]
pub fn main() -> ExitCode {
    let arguments: Vec<OsString> = std::env::args_os().collect();
    let (command, settings) = match args::parse(&arguments) {
        Ok(parsed) => parsed,
        // Help and version are answers, the rest is wrong usage; clap knows which goes where.
        Err(error) => {
            let status = if error.use_stderr() { 2 } else { 0 };
            let _ = error.print();
            return ExitCode::from(status);
        }
    };
    match run(command, &settings) {
        Ok(Ending::Done) => ExitCode::SUCCESS,
        Ok(Ending::CheckFailed) => ExitCode::from(1),
        Err(error) => {
            match error.downcast_ref::<Diagnostics>() {
                Some(diagnostics) => terminal::tell(diagnostics, settings.language),
                None => terminal::tell_chain(&error, settings.language),
            }
            ExitCode::from(2)
        }
    }
}

fn run(command: Command, settings: &Settings) -> anyhow::Result<Ending> {
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
    let (text, ending) = match command {
        Command::Simulate => (simulate::answer(&scenarios, settings, output.style())?, Ending::Done),
        Command::Compare => (compare::answer(&scenarios, settings, output.style())?, Ending::Done),
        Command::Check => check::answer(scenarios.scenarios, settings),
    };
    terminal::tell(&scenarios.warnings, settings.language);
    output.write(&text)?;
    Ok(ending)
}
