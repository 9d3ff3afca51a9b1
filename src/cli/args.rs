//! What was typed, and what it means. How `--help` looks stands in [`super::help`].

use std::ffi::OsString;
use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{Args, CommandFactory, FromArgMatches, Parser, Subcommand, ValueEnum, ValueHint};
use clap_complete::Shell;

use super::help;
use super::scenarios::Asked;
use crate::input::baseline_file::YEARS;
use crate::input::import::{ColumnWish, Form, Options};
use crate::render::cell::{Look, Unit};
use crate::render::csv::Dialect;
use crate::report::simulation::Redistribution;
use crate::schema::Subject;
use crate::starter::division::Request;
use crate::text::language::Language;

/// What is to be done, how, and with what.
#[derive(Clone, Debug)]
pub(super) enum Command {
    Simulate(Settings),
    Compare(Settings),
    Check(CheckSettings),
    Diff(DiffSettings),
    Report(Settings, Vec<PathBuf>),
    Explain(ExplainSettings),
    Import(ImportSettings),
    Init(InitSettings),
    DataShow(ShowSettings),
    DataKommuner(KommunerSettings),
    DataValidate(ValidateSettings),
    Schema(Subject, Page),
    Completions(Shell, Page),
    Man(Page),
}

impl Command {
    /// The language of answers and errors.
    pub(super) fn language(&self) -> Language {
        match self {
            Self::Simulate(settings) | Self::Compare(settings) | Self::Report(settings, _) => {
                settings.language
            }
            Self::Check(settings) => settings.language,
            Self::Diff(settings) => settings.page.language,
            Self::Explain(settings) => settings.language,
            Self::Import(settings) => settings.language,
            Self::Init(settings) => settings.language,
            Self::DataShow(settings) => settings.page.language,
            Self::DataKommuner(settings) => settings.page.language,
            Self::DataValidate(settings) => settings.language,
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

impl Settings {
    /// Which scenarios, and where the answer goes.
    pub(super) fn asked(&self) -> Asked<'_> {
        Asked { files: &self.files, output: self.output.as_deref(), language: self.language }
    }
}

/// How scenarios are checked.
#[derive(Clone, Debug)]
pub(super) struct CheckSettings {
    pub(super) files: Vec<String>,
    pub(super) format: CheckFormat,
    pub(super) allow_change: Vec<String>,
    pub(super) output: Option<PathBuf>,
    pub(super) language: Language,
    pub(super) look: Look,
    pub(super) csv_dialect: Dialect,
}

/// Which results are compared, and what may have changed.
#[derive(Clone, Debug)]
pub(super) struct DiffSettings {
    pub(super) old: String,
    pub(super) new: String,
    pub(super) allow_change: Vec<String>,
    pub(super) max_change: Vec<String>,
    pub(super) page: PageSettings,
}

/// Which figure is explained, and how.
#[derive(Clone, Debug)]
pub(super) struct ExplainSettings {
    pub(super) file: String,
    pub(super) metric: Option<String>,
    pub(super) forbund: Option<String>,
    pub(super) kommun: Option<String>,
    pub(super) region: Option<String>,
    /// Whether net was asked for; none if nothing was.
    pub(super) net: Option<bool>,
    pub(super) depth: Option<usize>,
    pub(super) format: ExplainFormat,
    pub(super) output: Option<PathBuf>,
    pub(super) language: Language,
    pub(super) width: Option<usize>,
}

/// The form of an explanation.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub(super) enum ExplainFormat {
    Table,
    Json,
}

/// How files are imported.
#[derive(Clone, Debug)]
pub(super) struct ImportSettings {
    pub(super) files: Vec<PathBuf>,
    pub(super) output: Option<PathBuf>,
    pub(super) options: Options,
    pub(super) strict: bool,
    pub(super) language: Language,
    pub(super) width: Option<usize>,
}

/// What a new inquiry is about, and where its files go.
#[derive(Clone, Debug)]
pub(super) struct InitSettings {
    pub(super) folder: Option<String>,
    pub(super) request: Request,
    pub(super) table: Option<String>,
    pub(super) year: Option<i64>,
    pub(super) kansli: Option<String>,
    pub(super) force: bool,
    pub(super) language: Language,
}

/// How an answer without amounts is shown.
#[derive(Clone, Debug)]
pub(super) struct PageSettings {
    pub(super) format: Format,
    pub(super) output: Option<PathBuf>,
    pub(super) language: Language,
    pub(super) csv_dialect: Dialect,
    pub(super) width: Option<usize>,
}

/// Which kommuner with their figures are shown.
#[derive(Clone, Debug)]
pub(super) struct ShowSettings {
    pub(super) file: Option<String>,
    pub(super) lan: Option<String>,
    pub(super) table: Option<String>,
    pub(super) year: Option<i64>,
    pub(super) sort: Option<String>,
    pub(super) page: PageSettings,
}

/// Which kommuner are listed.
#[derive(Clone, Debug)]
pub(super) struct KommunerSettings {
    pub(super) word: Option<String>,
    pub(super) table: Option<String>,
    pub(super) year: Option<i64>,
    pub(super) page: PageSettings,
}

/// Which files are validated.
#[derive(Clone, Debug)]
pub(super) struct ValidateSettings {
    pub(super) files: Vec<String>,
    pub(super) year: Option<i64>,
    pub(super) strict: bool,
    pub(super) language: Language,
}

/// The form of an answer.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub(super) enum Format {
    Table,
    Markdown,
    Csv,
    Json,
}

/// The form of what is said of checks: also those that build servers read.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub(super) enum CheckFormat {
    Table,
    Markdown,
    Csv,
    Json,
    Junit,
    Github,
    Sarif,
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
    Check(TypedCheck),
    Diff(TypedDiff),
    Report(TypedReport),
    Explain(TypedExplain),
    Import(TypedImport),
    Init(TypedInit),
    Data(TypedData),
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
struct TypedInit {
    folder: Option<String>,
    #[arg(long)]
    lan: Vec<String>,
    #[arg(long)]
    kommuner: Vec<String>,
    #[arg(long)]
    forbund: Vec<String>,
    #[command(flatten)]
    table: TypedTable,
    #[arg(long)]
    kansli: Option<String>,
    #[arg(long)]
    force: bool,
    #[command(flatten)]
    lang: TypedLang,
}

#[derive(Args)]
struct TypedData {
    #[command(subcommand)]
    command: TypedDataCommand,
}

#[derive(Subcommand)]
enum TypedDataCommand {
    Show(TypedShow),
    Kommuner(TypedKommuner),
    Validate(TypedValidate),
}

#[derive(Args)]
struct TypedValidate {
    #[arg(required = true)]
    files: Vec<String>,
    #[arg(long, value_parser = clap::value_parser!(i64).range(YEARS.0..=YEARS.1))]
    year: Option<i64>,
    #[arg(long)]
    strict: bool,
    #[command(flatten)]
    lang: TypedLang,
}

#[derive(Args)]
struct TypedShow {
    #[arg(conflicts_with = "table")]
    file: Option<String>,
    #[arg(long)]
    lan: Option<String>,
    #[command(flatten)]
    table: TypedTable,
    #[arg(long, allow_hyphen_values = true)]
    sort: Option<String>,
    #[command(flatten)]
    page: TypedAnswer,
}

#[derive(Args)]
struct TypedKommuner {
    word: Option<String>,
    #[command(flatten)]
    table: TypedTable,
    #[command(flatten)]
    page: TypedAnswer,
}

/// The kommun table, for every command that reads one without a baseline.
#[derive(Args)]
struct TypedTable {
    #[arg(long)]
    table: Option<String>,
    #[arg(long, value_parser = clap::value_parser!(i64).range(YEARS.0..=YEARS.1))]
    year: Option<i64>,
}

/// The form of an answer without amounts, and where it goes.
#[derive(Args)]
struct TypedAnswer {
    #[arg(long, value_enum, default_value = "table")]
    format: Format,
    #[arg(short, long)]
    output: Option<PathBuf>,
    #[command(flatten)]
    lang: TypedLang,
    #[command(flatten)]
    page: TypedPage,
}

#[derive(Args)]
struct TypedSettings {
    #[arg(required = true, value_hint = ValueHint::FilePath)]
    files: Vec<String>,
    #[arg(long, value_enum, default_value = "table")]
    format: Format,
    #[command(flatten)]
    shared: TypedShared,
}

#[derive(Args)]
struct TypedCheck {
    #[arg(required = true, value_hint = ValueHint::FilePath)]
    files: Vec<String>,
    #[arg(long, value_enum, default_value = "table")]
    format: CheckFormat,
    #[arg(long)]
    allow_change: Vec<String>,
    #[command(flatten)]
    shared: TypedShared,
}

#[derive(Args)]
struct TypedDiff {
    // Help would else put them in the order of the alphabet.
    #[arg(value_hint = ValueHint::FilePath, display_order = 0)]
    old: String,
    #[arg(value_hint = ValueHint::FilePath, display_order = 1)]
    new: String,
    #[arg(long)]
    allow_change: Vec<String>,
    #[arg(long, allow_hyphen_values = true)]
    max_change: Vec<String>,
    #[command(flatten)]
    page: TypedAnswer,
}

/// What all commands on scenarios take.
#[derive(Args)]
struct TypedShared {
    #[arg(short, long, value_hint = ValueHint::FilePath)]
    output: Option<PathBuf>,
    #[command(flatten)]
    lang: TypedLang,
    #[command(flatten)]
    figures: TypedFigures,
    #[command(flatten)]
    page: TypedPage,
}

/// Which amounts are shown, and in which unit.
#[derive(Args)]
struct TypedFigures {
    #[arg(long, value_enum, default_value = "both")]
    redistribution: TypedRedistribution,
    #[arg(long, value_enum, default_value = "kr")]
    unit: TypedUnit,
}

impl TypedFigures {
    fn redistribution(&self) -> Redistribution {
        match self.redistribution {
            TypedRedistribution::Gross => Redistribution::Gross,
            TypedRedistribution::Net => Redistribution::Net,
            TypedRedistribution::Both => Redistribution::Both,
        }
    }

    fn look(&self, language: Language) -> Look {
        let unit = match self.unit {
            TypedUnit::Kr => Unit::Kr,
            TypedUnit::Tkr => Unit::Tkr,
            TypedUnit::Mnkr => Unit::Mnkr,
        };
        Look { language, unit }
    }
}

#[derive(Args)]
struct TypedReport {
    #[arg(required = true)]
    files: Vec<String>,
    #[arg(short, long, required = true, value_hint = ValueHint::FilePath)]
    output: Vec<PathBuf>,
    #[command(flatten)]
    lang: TypedLang,
    #[command(flatten)]
    figures: TypedFigures,
}

#[derive(Args)]
struct TypedExplain {
    #[arg(value_hint = ValueHint::FilePath)]
    scenario: String,
    #[arg(long)]
    metric: Option<String>,
    #[arg(long, conflicts_with_all = ["kommun", "region"])]
    forbund: Option<String>,
    #[arg(long, conflicts_with = "region")]
    kommun: Option<String>,
    #[arg(long)]
    region: Option<String>,
    #[arg(long, value_enum)]
    redistribution: Option<TypedOneRedistribution>,
    #[arg(long, value_parser = clap::value_parser!(u16).range(0..=100))]
    depth: Option<u16>,
    #[arg(long, value_enum, default_value = "table")]
    format: ExplainFormat,
    #[arg(short, long, value_hint = ValueHint::FilePath)]
    output: Option<PathBuf>,
    #[command(flatten)]
    lang: TypedLang,
    #[command(flatten)]
    width: TypedWidth,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum TypedOneRedistribution {
    Gross,
    Net,
}

impl From<TypedExplain> for ExplainSettings {
    fn from(typed: TypedExplain) -> Self {
        Self {
            file: typed.scenario,
            metric: typed.metric,
            forbund: typed.forbund,
            kommun: typed.kommun,
            region: typed.region,
            net: typed.redistribution.map(|side| side == TypedOneRedistribution::Net),
            depth: typed.depth.map(usize::from),
            format: typed.format,
            output: typed.output,
            language: typed.lang.language(),
            width: typed.width.width(),
        }
    }
}

#[derive(Args)]
struct TypedImport {
    #[arg(required = true)]
    files: Vec<PathBuf>,
    #[arg(short, long)]
    output: Option<PathBuf>,
    #[arg(long = "as", value_parser = PossibleValuesParser::new(Form::ALL.map(|(word, _)| word)))]
    form: Option<String>,
    #[arg(long)]
    sheet: Option<String>,
    #[arg(long, value_parser = column_wish)]
    column: Vec<ColumnWish>,
    #[arg(long, value_parser = clap::value_parser!(i64).range(1900..=2100))]
    year: Option<i64>,
    #[arg(long)]
    strict: bool,
    #[command(flatten)]
    lang: TypedLang,
    #[command(flatten)]
    width: TypedWidth,
}

/// `NAME=HEADING`.
fn column_wish(written: &str) -> Result<ColumnWish, String> {
    let (name, heading) = written.split_once('=').ok_or("NAMN=RUBRIK / NAME=HEADING")?;
    Ok(ColumnWish { name: name.trim().to_owned(), heading: heading.trim().to_owned() })
}

impl From<TypedImport> for ImportSettings {
    fn from(typed: TypedImport) -> Self {
        let form = typed
            .form
            .and_then(|wanted| Form::ALL.into_iter().find(|(word, _)| *word == wanted).map(|(_, form)| form));
        Self {
            files: typed.files,
            output: typed.output,
            options: Options { form, sheet: typed.sheet, columns: typed.column, year: typed.year },
            strict: typed.strict,
            language: typed.lang.language(),
            width: typed.width.width(),
        }
    }
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
    #[command(flatten)]
    width: TypedWidth,
}

/// How wide tables may be.
#[derive(Args)]
struct TypedWidth {
    #[arg(long, value_parser = clap::value_parser!(u16).range(40..=1000))]
    width: Option<u16>,
}

impl TypedWidth {
    fn width(&self) -> Option<usize> {
        self.width.map(usize::from)
    }
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
        let shared = typed.shared;
        Self {
            files: typed.files,
            format: typed.format,
            language: shared.lang.language(),
            look: shared.figures.look(shared.lang.language()),
            redistribution: shared.figures.redistribution(),
            csv_dialect: shared.page.csv_dialect(),
            width: shared.page.width.width(),
            output: shared.output,
        }
    }
}

impl From<TypedCheck> for CheckSettings {
    fn from(typed: TypedCheck) -> Self {
        let shared = typed.shared;
        Self {
            files: typed.files,
            format: typed.format,
            allow_change: typed.allow_change,
            language: shared.lang.language(),
            look: shared.figures.look(shared.lang.language()),
            csv_dialect: shared.page.csv_dialect(),
            output: shared.output,
        }
    }
}

impl From<TypedDiff> for DiffSettings {
    fn from(typed: TypedDiff) -> Self {
        Self {
            old: typed.old,
            new: typed.new,
            allow_change: typed.allow_change,
            max_change: typed.max_change,
            page: typed.page.into(),
        }
    }
}

impl From<TypedAnswer> for PageSettings {
    fn from(typed: TypedAnswer) -> Self {
        Self {
            format: typed.format,
            output: typed.output,
            language: typed.lang.language(),
            csv_dialect: typed.page.csv_dialect(),
            width: typed.page.width.width(),
        }
    }
}

impl From<TypedInit> for InitSettings {
    fn from(typed: TypedInit) -> Self {
        Self {
            folder: typed.folder,
            request: Request { lan: typed.lan, kommuner: typed.kommuner, forbund: typed.forbund },
            table: typed.table.table,
            year: typed.table.year,
            kansli: typed.kansli,
            force: typed.force,
            language: typed.lang.language(),
        }
    }
}

impl From<TypedDataCommand> for Command {
    fn from(typed: TypedDataCommand) -> Self {
        match typed {
            TypedDataCommand::Show(typed) => Self::DataShow(ShowSettings {
                file: typed.file,
                lan: typed.lan,
                table: typed.table.table,
                year: typed.table.year,
                sort: typed.sort,
                page: typed.page.into(),
            }),
            TypedDataCommand::Validate(typed) => Self::DataValidate(ValidateSettings {
                files: typed.files,
                year: typed.year,
                strict: typed.strict,
                language: typed.lang.language(),
            }),
            TypedDataCommand::Kommuner(typed) => Self::DataKommuner(KommunerSettings {
                word: typed.word,
                table: typed.table.table,
                year: typed.table.year,
                page: typed.page.into(),
            }),
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
        TypedCommand::Diff(settings) => Command::Diff(settings.into()),
        TypedCommand::Report(typed) => {
            let language = typed.lang.language();
            let settings = Settings {
                files: typed.files,
                format: Format::Table,
                output: None,
                language,
                redistribution: typed.figures.redistribution(),
                look: typed.figures.look(language),
                csv_dialect: Dialect::Plain,
                width: None,
            };
            Command::Report(settings, typed.output)
        }
        TypedCommand::Explain(settings) => Command::Explain(settings.into()),
        TypedCommand::Import(settings) => Command::Import(settings.into()),
        TypedCommand::Init(init) => Command::Init(init.into()),
        TypedCommand::Data(data) => data.command.into(),
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
