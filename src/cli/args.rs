//! What was typed, and what it means. How `--help` looks stands in [`super::help`].

use std::ffi::OsString;
use std::path::PathBuf;

use clap::{Args, CommandFactory, FromArgMatches, Parser, Subcommand, ValueEnum, ValueHint};
use clap_complete::Shell;

use super::help;
use crate::render::cell::{Look, Unit};
use crate::render::csv::Dialect;
use crate::report::simulation::Redistribution;
use crate::schema::Subject;
use crate::text::language::Language;

/// What is to be done, how, and with what.
#[derive(Clone, Debug)]
pub(super) enum Command {
    Simulate(Settings),
    Compare(Settings),
    Check(Settings),
    Schema(Subject, Page),
    Completions(Shell, Page),
    Man(Page),
}

impl Command {
    /// The language of answers and errors.
    pub(super) fn language(&self) -> Language {
        match self {
            Self::Simulate(settings) | Self::Compare(settings) | Self::Check(settings) => settings.language,
            Self::Schema(_, page) | Self::Completions(_, page) | Self::Man(page) => page.language,
        }
    }
}

/// Where a text about the program goes, and its language.
#[derive(Clone, Debug)]
pub(super) struct Page {
    pub(super) output: Option<PathBuf>,
    pub(super) language: Language,
}

/// How scenarios are computed and shown.
#[derive(Clone, Debug)]
pub(super) struct Settings {
    pub(super) files: Vec<String>,
    pub(super) format: Format,
    pub(super) output: Option<PathBuf>,
    pub(super) language: Language,
    pub(super) redistribution: Redistribution,
    pub(super) look: Look,
    pub(super) csv_dialect: Dialect,
    pub(super) width: Option<usize>,
}

/// The form of an answer.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub(super) enum Format {
    Table,
    Markdown,
    Csv,
    Json,
}

#[derive(Parser)]
#[command(name = "finsam", version, disable_help_subcommand = true)]
struct Typed {
    #[command(subcommand)]
    command: TypedCommand,
}

#[derive(Subcommand)]
enum TypedCommand {
    Simulate(TypedSettings),
    Compare(TypedSettings),
    Check(TypedSettings),
    Schema {
        #[arg(value_enum)]
        kind: TypedSubject,
        #[command(flatten)]
        page: TypedText,
    },
    Completions {
        #[arg(value_enum)]
        shell: Shell,
        #[command(flatten)]
        page: TypedText,
    },
    Man {
        #[command(flatten)]
        page: TypedText,
    },
}

#[derive(Args)]
struct TypedSettings {
    #[arg(required = true, value_hint = ValueHint::FilePath)]
    files: Vec<String>,
    #[arg(long, value_enum, default_value = "table")]
    format: Format,
    #[arg(short, long, value_hint = ValueHint::FilePath)]
    output: Option<PathBuf>,
    #[command(flatten)]
    lang: TypedLang,
    #[arg(long, value_enum, default_value = "both")]
    redistribution: TypedRedistribution,
    #[arg(long, value_enum, default_value = "kr")]
    unit: TypedUnit,
    #[command(flatten)]
    page: TypedPage,
}

/// What the commands take that print a text about the program.
#[derive(Args)]
struct TypedText {
    #[arg(short, long, value_hint = ValueHint::FilePath)]
    output: Option<PathBuf>,
    #[command(flatten)]
    lang: TypedLang,
}

/// The language, which every command takes.
#[derive(Args)]
struct TypedLang {
    #[arg(long, value_enum, default_value = "sv")]
    lang: TypedLanguage,
}

/// How tables are written, for every command that writes some.
#[derive(Args)]
struct TypedPage {
    #[arg(long, value_enum, default_value = "plain")]
    csv_dialect: TypedDialect,
    #[arg(long, value_parser = clap::value_parser!(u16).range(40..=1000))]
    width: Option<u16>,
}

#[derive(Clone, Copy, ValueEnum)]
enum TypedSubject {
    Baseline,
    Scenario,
    Result,
}

#[derive(Clone, Copy, ValueEnum)]
enum TypedLanguage {
    Sv,
    En,
}

#[derive(Clone, Copy, ValueEnum)]
enum TypedRedistribution {
    Gross,
    Net,
    Both,
}

#[derive(Clone, Copy, ValueEnum)]
enum TypedUnit {
    Kr,
    Tkr,
    Mnkr,
}

#[derive(Clone, Copy, ValueEnum)]
enum TypedDialect {
    Plain,
    Excel,
}

impl TypedLang {
    fn language(&self) -> Language {
        match self.lang {
            TypedLanguage::Sv => Language::Swedish,
            TypedLanguage::En => Language::English,
        }
    }
}

impl TypedPage {
    fn csv_dialect(&self) -> Dialect {
        match self.csv_dialect {
            TypedDialect::Plain => Dialect::Plain,
            TypedDialect::Excel => Dialect::Excel,
        }
    }
}

impl From<TypedSubject> for Subject {
    fn from(typed: TypedSubject) -> Self {
        match typed {
            TypedSubject::Baseline => Self::Baseline,
            TypedSubject::Scenario => Self::Scenario,
            TypedSubject::Result => Self::Result,
        }
    }
}

impl From<TypedText> for Page {
    fn from(typed: TypedText) -> Self {
        Self { output: typed.output, language: typed.lang.language() }
    }
}

impl From<TypedSettings> for Settings {
    fn from(typed: TypedSettings) -> Self {
        let language = typed.lang.language();
        let unit = match typed.unit {
            TypedUnit::Kr => Unit::Kr,
            TypedUnit::Tkr => Unit::Tkr,
            TypedUnit::Mnkr => Unit::Mnkr,
        };
        Self {
            files: typed.files,
            format: typed.format,
            output: typed.output,
            language,
            redistribution: match typed.redistribution {
                TypedRedistribution::Gross => Redistribution::Gross,
                TypedRedistribution::Net => Redistribution::Net,
                TypedRedistribution::Both => Redistribution::Both,
            },
            look: Look { language, unit },
            csv_dialect: typed.page.csv_dialect(),
            width: typed.page.width.map(usize::from),
        }
    }
}

/// Understands the arguments; the error is help, version, or wrong usage.
pub(super) fn parse(arguments: &[OsString]) -> Result<Command, clap::Error> {
    // The texts of help are needed for help and errors only; most runs want neither.
    let matches = match command().try_get_matches_from(arguments) {
        Ok(matches) => matches,
        Err(_) => help::dressed(command(), language_of(arguments)).try_get_matches_from(arguments)?,
    };
    Ok(match Typed::from_arg_matches(&matches)?.command {
        TypedCommand::Simulate(settings) => Command::Simulate(settings.into()),
        TypedCommand::Compare(settings) => Command::Compare(settings.into()),
        TypedCommand::Check(settings) => Command::Check(settings.into()),
        TypedCommand::Schema { kind, page } => Command::Schema(kind.into(), page.into()),
        TypedCommand::Completions { shell, page } => Command::Completions(shell, page.into()),
        TypedCommand::Man { page } => Command::Man(page.into()),
    })
}

/// The command line without its texts.
pub(super) fn command() -> clap::Command {
    Typed::command()
}

/// The language of help, which must be known before the arguments are.
fn language_of(arguments: &[OsString]) -> Language {
    let english = |argument: &OsString| argument == "en";
    let asked = arguments.windows(2).any(|pair| pair[0] == "--lang" && english(&pair[1]));
    if asked || arguments.iter().any(|argument| argument == "--lang=en") {
        Language::English
    } else {
        Language::Swedish
    }
}
