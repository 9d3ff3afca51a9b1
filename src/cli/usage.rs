//! Wrong usage: what clap found, as diagnostics in the language of the answers. clap's own sentences are English only,
//! so its errors are taken apart by kind and context, and none of its words reaches the user.

use std::error::Error as _;
use std::ffi::OsString;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, Command};

use super::called::called;
use super::help;
use super::report;
use super::words::help_texts;
use crate::diagnostic::{
    Diagnostic, Diagnostics, DocumentProblem, MeantCommand, MeantOption, MissingArgument, Problem, Source,
    UsageProblem,
};
use crate::input::files::Files;
use crate::input::lookup;
use crate::input::names::nearest;
use crate::text::language::Language;

/// A command line that cannot be understood.
#[derive(Debug)]
pub(super) struct WrongUsage {
    /// What is wrong with it.
    pub(super) diagnostics: Diagnostics,
    /// How the command is used; nothing where only a value is wrong.
    pub(super) usage: String,
    /// The language to say so in.
    pub(super) language: Language,
}

/// Why the value of an option is refused.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub(super) enum ValueError {
    /// It is no whole number between these, the ends included.
    #[error("no whole number from {lowest} to {highest}")]
    NotWithin {
        /// The lowest.
        lowest: i64,
        /// The highest.
        highest: i64,
    },
    /// It is no year between these, the ends included.
    #[error("no year from {lowest} to {highest}")]
    NoYear {
        /// The first.
        lowest: i64,
        /// The last.
        highest: i64,
    },
    /// It is not `NAME=HEADING`.
    #[error("no NAME=HEADING")]
    ColumnForm,
}

/// Options that people take for commands.
const CALLED_AS_COMMANDS: [(&str, &str); 3] =
    [("help", "--help"), ("hjälp", "--help"), ("version", "--version")];

const FORMAT: &str = "--format";

/// The command whose formats are said by the endings of files.
const REPORT: &str = "report";

/// Formats that people ask every command for and `report` alone writes.
const FORMATS_OF_REPORT: [&str; 8] = ["html", "docx", "word", "xlsx", "excel", "pdf", "page", "sida"];

/// What clap found wrong. `program` is the command line with its texts.
pub(super) fn explain(
    error: &clap::Error,
    program: &Command,
    arguments: &[OsString],
    language: Language,
) -> WrongUsage {
    let called = Called::new(program, arguments);
    let diagnostic = called.diagnostic(error);
    let usage = if diagnostic.place.is_some() { String::new() } else { called.usage(language) };
    WrongUsage { diagnostics: diagnostic.into(), usage, language }
}

/// The command that was called, as far as the arguments name one.
struct Called<'run> {
    program: &'run Command,
    command: &'run Command,
    /// "finsam data show".
    path: String,
    arguments: &'run [OsString],
}

impl<'run> Called<'run> {
    fn new(program: &'run Command, arguments: &'run [OsString]) -> Self {
        let (mut command, mut path) = (program, program.get_name().to_owned());
        for word in arguments.iter().skip(1) {
            let Some(below) = word.to_str().and_then(|word| command.find_subcommand(word)) else { break };
            path = format!("{path} {}", below.get_name());
            command = below;
        }
        Self { program, command, path, arguments }
    }

    /// "Användning: finsam import [FLAGGOR] <FIL>…", and where to read more.
    fn usage(&self, language: Language) -> String {
        let (texts, path) = (help_texts(language), &self.path);
        let usage = help::usage(self.command, path, texts);
        format!("\n{}: {usage}\n{}: {path} --help\n", texts.usage, texts.more_help)
    }

    fn diagnostic(&self, error: &clap::Error) -> Diagnostic {
        let argument = one(error, ContextKind::InvalidArg).unwrap_or_default();
        let value = one(error, ContextKind::InvalidValue).unwrap_or_default();
        let command = self.path.clone();
        let problem = match error.kind() {
            ErrorKind::InvalidSubcommand => self.unknown_command(error),
            ErrorKind::InvalidValue | ErrorKind::ValueValidation if value.is_empty() => {
                UsageProblem::ValueMissing {
                    option: shown(argument),
                    allowed: several(error, ContextKind::ValidValue),
                    purpose: self.purpose(argument),
                }
            }
            ErrorKind::InvalidValue => return unknown_value(error, argument, value),
            ErrorKind::ValueValidation => return refused_value(error, argument, value),
            ErrorKind::TooManyValues => UsageProblem::ValueUnexpected { option: name(argument) },
            ErrorKind::ArgumentConflict => {
                let others = several(error, ContextKind::PriorArg);
                if others.iter().any(|other| other == argument) {
                    UsageProblem::OptionTwice { option: name(argument) }
                } else {
                    let others = others.iter().map(|other| name(other)).collect();
                    UsageProblem::OptionsConflict { one: name(argument), others }
                }
            }
            ErrorKind::MissingRequiredArgument => {
                let missing = several(error, ContextKind::InvalidArg);
                let missing: Vec<MissingArgument> = missing
                    .iter()
                    .map(|written| MissingArgument {
                        written: shown(written),
                        purpose: self.purpose(written),
                    })
                    .collect();
                let report = self.report_without_option(&missing);
                UsageProblem::ArgumentMissing { command, missing, report }
            }
            ErrorKind::UnknownArgument if argument.starts_with('-') && argument.len() > 1 => {
                self.unknown_option(argument)
            }
            // The other kinds are of arguments that this command line does not have.
            _ => UsageProblem::UnexpectedArgument { command, argument: argument.to_owned() },
        };
        Diagnostic::without_place(problem)
    }

    fn unknown_command(&self, error: &clap::Error) -> UsageProblem {
        let word = one(error, ContextKind::InvalidSubcommand).unwrap_or_default();
        let commands: Vec<String> =
            self.command.get_subcommands().map(|command| command.get_name().to_owned()).collect();
        let command = self.path.clone();
        let is_program = std::ptr::eq(self.program, self.command);
        let meant = if let Some((_, option)) = CALLED_AS_COMMANDS.iter().find(|(called, _)| *called == word) {
            MeantCommand::Option { command, option }
        } else if is_program && lookup::scenario(&Files::on_disk(), word).is_ok() {
            MeantCommand::Scenario { command, word: word.to_owned() }
        } else if let Some(nearest) = meant(word, &commands) {
            MeantCommand::Nearest { command, nearest }
        } else {
            MeantCommand::Any { commands }
        };
        UsageProblem::UnknownCommand { command: self.path.clone(), word: word.to_owned(), meant }
    }

    fn unknown_option(&self, argument: &str) -> UsageProblem {
        let option = self.as_typed(argument);
        let own = options(self.command);
        let near = meant(&option, &own);
        // Those below the command that was called are nearer than all others.
        let below = self.command.has_subcommands();
        let (root, path) =
            if below { (self.command, self.path.as_str()) } else { (self.program, self.program.get_name()) };
        let of = |wanted: &str| with_option(root, path, wanted);
        let (named, commands) = match (of(&option), &near) {
            (commands, None) if commands.is_empty() => {
                let all = all_options(root);
                let meant = meant(&option, &all);
                let commands = meant.as_deref().map(of).unwrap_or_default();
                (meant.unwrap_or_default(), commands)
            }
            (commands, _) => (option.clone(), commands),
        };
        let meant = match near {
            _ if option == FORMAT && self.command.get_name() == REPORT => MeantOption::FormatByEnding,
            // What other programs show their help for.
            _ if option == "-?" => MeantOption::Nearest { nearest: "--help".to_owned() },
            nearest if !commands.is_empty() && below => {
                MeantOption::Below { option: named, commands, nearest }
            }
            nearest if !commands.is_empty() => MeantOption::Of { option: named, commands, nearest },
            Some(nearest) => MeantOption::Nearest { nearest },
            None => MeantOption::Any { options: own },
        };
        UsageProblem::UnknownOption { command: self.path.clone(), option, meant }
    }

    /// The whole word that an option was typed with: of "-format", clap names the first letter only.
    fn as_typed(&self, argument: &str) -> String {
        let is_short = !argument.starts_with("--");
        let typed = self.arguments.iter().filter_map(|typed| typed.to_str());
        let typed = typed.filter(|typed| is_short && !typed.starts_with("--"));
        let typed = typed.map(name).find(|typed| typed.starts_with(argument));
        typed.unwrap_or_else(|| argument.to_owned())
    }

    /// What an argument is for; `written` is clap's way to write it.
    fn purpose(&self, written: &str) -> String {
        let argument = self.command.get_arguments().find(|argument| argument.to_string() == written);
        argument.and_then(Arg::get_help).map(ToString::to_string).unwrap_or_default()
    }

    /// The file of a report that was given without `-o` before it.
    fn report_without_option(&self, missing: &[MissingArgument]) -> Option<String> {
        if !missing.iter().any(|argument| argument.written.starts_with("--output")) {
            return None;
        }
        let typed = self.arguments.iter().skip(1).filter_map(|typed| typed.to_str());
        typed.filter(|typed| report::is_report(typed)).map(str::to_owned).next()
    }
}

/// A value that is none of those to choose from.
fn unknown_value(error: &clap::Error, argument: &str, value: &str) -> Diagnostic {
    let option = name(argument);
    let lower = value.to_lowercase();
    let problem: Problem = if option == FORMAT && FORMATS_OF_REPORT.contains(&lower.as_str()) {
        UsageProblem::FormatOfReport { format: value.to_owned() }.into()
    } else {
        let allowed = several(error, ContextKind::ValidValue);
        let nearest = meant(value, &allowed);
        DocumentProblem::InvalidChoice { value: value.to_owned(), nearest, allowed }.into()
    };
    typed(problem, &option, value)
}

/// A value that its reader refuses.
fn refused_value(error: &clap::Error, argument: &str, value: &str) -> Diagnostic {
    let option = name(argument);
    let key = option.clone();
    let problem: Problem = match error.source().and_then(|source| source.downcast_ref()) {
        Some(ValueError::NotWithin { lowest, highest }) => {
            DocumentProblem::NumberOutOfRange { key, lowest: (*lowest).into(), highest: (*highest).into() }
                .into()
        }
        Some(ValueError::NoYear { lowest, highest }) => {
            DocumentProblem::YearOutOfRange { key, lowest: *lowest, highest: *highest }.into()
        }
        Some(ValueError::ColumnForm) => UsageProblem::ColumnForm.into(),
        None => {
            DocumentProblem::InvalidChoice { value: value.to_owned(), allowed: Vec::new(), nearest: None }
                .into()
        }
    };
    typed(problem, &option, value)
}

fn typed(problem: Problem, option: &str, value: &str) -> Diagnostic {
    Diagnostic::at(problem, &Source::typed(option, value), 0..value.len())
}

/// The long options of a command, as they are typed.
fn options(command: &Command) -> Vec<String> {
    command.get_arguments().filter_map(Arg::get_long).map(|long| format!("--{long}")).collect()
}

/// The commands below one that have an option.
fn with_option(command: &Command, path: &str, option: &str) -> Vec<String> {
    let below = command.get_subcommands();
    let below = below.map(|below| (below, format!("{path} {}", below.get_name())));
    let found = below.flat_map(|(below, path)| {
        let of_below = with_option(below, &path, option);
        let has = options(below).iter().any(|known| known == option);
        has.then_some(path).into_iter().chain(of_below)
    });
    found.collect()
}

/// The long options of a command and of all below it.
fn all_options(command: &Command) -> Vec<String> {
    let below = command.get_subcommands().flat_map(all_options);
    options(command).into_iter().chain(below).collect()
}

/// Which of the words that are known was meant: by its Swedish name, by its first letter, else the nearest.
fn meant(word: &str, known: &[String]) -> Option<String> {
    let dashes = if word.starts_with("--") { "--" } else { "" };
    let called = called(&word[dashes.len()..]).map(|called| format!("{dashes}{called}"));
    called
        .filter(|called| known.contains(called))
        .or_else(|| by_first_letter(word, known))
        .or_else(|| nearest(word, known.iter().map(String::as_str)))
}

/// The first option, as help lists them, that begins with the letter of a short one.
fn by_first_letter(word: &str, known: &[String]) -> Option<String> {
    let letter = word.strip_prefix('-').filter(|letter| letter.chars().count() == 1)?;
    known.iter().find(|known| known.starts_with(&format!("--{letter}"))).cloned()
}

fn one(error: &clap::Error, kind: ContextKind) -> Option<&str> {
    match error.get(kind) {
        Some(ContextValue::String(text)) => Some(text),
        _ => None,
    }
}

fn several(error: &clap::Error, kind: ContextKind) -> Vec<String> {
    match error.get(kind) {
        Some(ContextValue::String(text)) => vec![text.clone()],
        Some(ContextValue::Strings(texts)) => texts.clone(),
        _ => Vec::new(),
    }
}

/// "--format" of "--format <FORMAT>" and of "--format=json"; what stands at a place keeps its brackets.
fn name(argument: &str) -> String {
    let end = argument.find(|letter: char| letter == '=' || letter.is_whitespace());
    let end = end.filter(|_| argument.starts_with('-')).unwrap_or(argument.len());
    shown(&argument[..end])
}

/// An argument as the usage writes it.
fn shown(argument: &str) -> String {
    argument.replace("...", "…")
}
