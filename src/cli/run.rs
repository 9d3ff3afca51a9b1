//! A run: reads what was typed, runs the command, and ends with its status.

use std::ffi::OsString;
use std::process::ExitCode;

use super::args::{self, Refusal};
use super::ending::Ending;
use super::output::Target;
use super::settings::Command;
use super::terminal;
use super::{
    check, compare, completions, data_kommuner, data_show, data_validate, diff, explain, import, init, man,
    map, new, report, risk, schema, search, sensitivity, simulate,
};

use crate::diagnostic::{CommandProblem, Diagnostic, Diagnostics};
use crate::text::language::Language;

/// Runs the program with the process's own arguments.
#[must_use]
pub fn main() -> ExitCode {
    let arguments: Vec<OsString> = std::env::args_os().collect();
    // No file of finsam's could hold such a name, so all commands refuse it.
    if let Some(broken) = arguments.iter().skip(1).find(|argument| argument.to_str().is_none()) {
        let problem = CommandProblem::NotUtf8 { name: broken.to_string_lossy().into_owned() };
        terminal::report(&Diagnostic::without_place(problem).into(), args::language_of(&arguments));
        return ExitCode::from(2);
    }
    let command = match args::parse(&arguments) {
        Ok(parsed) => parsed,
        // Without arguments the page stands in for what is missing.
        Err(Refusal::Page(page)) if page.use_stderr() => {
            terminal::note(&page.to_string());
            return ExitCode::from(2);
        }
        Err(Refusal::Page(page)) => {
            let written = Target::stdout().write(page.to_string()).map(|()| Ending::Done);
            return ended(written.map_err(Into::into), args::language_of(&arguments));
        }
        Err(Refusal::Usage(wrong)) => {
            terminal::report(&wrong.diagnostics, wrong.language);
            terminal::note(&wrong.usage);
            return ExitCode::from(2);
        }
    };
    ended(run(&command), command.language())
}

/// The status of a run that has ended. Reports what went wrong.
fn ended(ending: anyhow::Result<Ending>, language: Language) -> ExitCode {
    match ending {
        Ok(Ending::Done) => ExitCode::SUCCESS,
        Ok(Ending::Failed) => ExitCode::from(1),
        Err(error) => {
            match error.downcast_ref::<Diagnostics>() {
                Some(diagnostics) => terminal::report(diagnostics, language),
                None => terminal::report_chain(&error, language),
            }
            ExitCode::from(2)
        }
    }
}

fn run(command: &Command) -> anyhow::Result<Ending> {
    match command {
        Command::Simulate(settings) => simulate::run(settings),
        Command::Compare(settings) => compare::run(settings),
        Command::Check(settings) => check::run(settings),
        Command::Diff(settings) => diff::run(settings),
        Command::Report(settings) => report::run(settings),
        Command::Map(settings) => map::run(settings),
        Command::Search(settings) => search::run(settings),
        Command::Explain(settings) => explain::run(settings),
        Command::Sensitivity(settings) => sensitivity::run(settings),
        Command::Risk(settings) => risk::run(settings),
        Command::Import(settings) => import::run(settings),
        Command::Init(settings) => init::run(settings),
        Command::New(settings) => new::run(settings),
        Command::DataShow(settings) => data_show::run(settings),
        Command::DataKommuner(settings) => data_kommuner::run(settings),
        Command::DataValidate(settings) => data_validate::run(settings),
        Command::Schema(subject, page) => schema::run(*subject, page),
        Command::Completions(shell, page) => completions::run(*shell, page),
        Command::Man(page) => man::run(page),
    }
}
