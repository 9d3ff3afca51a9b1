//! What was typed, command by command, and how it is resolved. What several commands take stands in
//! [`super::shared_args`], how `--help` looks in [`super::help`].

use std::ffi::OsString;
use std::path::PathBuf;
use std::time::Duration;

use clap::builder::{NonEmptyStringValueParser, PossibleValuesParser, ValueParser};
use clap::error::ErrorKind;
use clap::{Args, CommandFactory, FromArgMatches, Parser, Subcommand, ValueEnum, ValueHint};
use clap_complete::Shell;

use super::help;
use super::settings::{
    CheckFormat, CheckSettings, Command, Decision, DiffSettings, ExplainFormat, ExplainSettings, Format,
    ImportSettings, InitSettings, KommunerSettings, MapSettings, NewSettings, ReportSettings, RiskSettings,
    SearchSettings, SensitivitySettings, Settings, ShowSettings, ValidateSettings,
};
use super::shared_args::{
    TypedAnswer, TypedFigures, TypedLang, TypedPage, TypedShared, TypedTable, TypedText, TypedUnits,
    TypedWidth, whole, year,
};
use super::typed_changes::TypedChanges;
use super::usage::{self, ValueError, WrongUsage};
use crate::input::import::column_mapping::ColumnMapping;
use crate::input::import::{Form, Options};
use crate::input::years::YEARS;
use crate::render::csv::Dialect;
use crate::report::inquiry;
use crate::report::matrix::By;
use crate::schema::Subject;
use crate::starter::division::Request;
use crate::text::language::Language;

/// Why the arguments are no command to run.
pub(super) enum Refusal {
    /// They ask for a page of the program itself: help or the version.
    Page(clap::Error),
    /// They cannot be understood.
    Usage(WrongUsage),
}

/// Understands the arguments.
pub(super) fn parse(arguments: &[OsString]) -> Result<Command, Refusal> {
    let read = |program: clap::Command| {
        program.try_get_matches_from(arguments).and_then(|matches| Typed::from_arg_matches(&matches))
    };
    // The texts of help are needed for help and errors only; most runs want neither.
    let typed = read(command()).or_else(|_| {
        let language = language_of(arguments);
        let mut program = help::localized(command(), language);
        read(program.clone()).map_err(|error| match error.kind() {
            ErrorKind::DisplayHelp
            | ErrorKind::DisplayVersion
            | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => Refusal::Page(error),
            _ => {
                // What an argument is called is known once the command is built.
                program.build();
                Refusal::Usage(usage::explain(&error, &program, arguments, language))
            }
        })
    })?;
    Ok(match typed.command {
        TypedCommand::Simulate(settings) => Command::Simulate(settings.into()),
        TypedCommand::Compare(settings) => Command::Compare(settings.into()),
        TypedCommand::Check(settings) => Command::Check(settings.into()),
        TypedCommand::Diff(settings) => Command::Diff(settings.into()),
        TypedCommand::Report(report) => report.into(),
        TypedCommand::Map(settings) => Command::Map(settings.into()),
        TypedCommand::Search(settings) => Command::Search(settings.into()),
        TypedCommand::Explain(settings) => Command::Explain(settings.into()),
        TypedCommand::Sensitivity(settings) => Command::Sensitivity(settings.into()),
        TypedCommand::Risk(settings) => Command::Risk(settings.into()),
        TypedCommand::Import(settings) => Command::Import(settings.into()),
        TypedCommand::Init(init) => Command::Init(init.into()),
        TypedCommand::New(new) => Command::New(new.into()),
        TypedCommand::Data(data) => data.command.into(),
        TypedCommand::Schema { kind, page } => Command::Schema(kind.into(), page.into()),
        TypedCommand::Completions { shell, page } => Command::Completions(shell, page.into()),
        TypedCommand::Man { page } => Command::Man(page.into()),
    })
}

/// The command line without its texts.
pub(super) fn command() -> clap::Command {
    with_values(Typed::command())
}

/// A command and all below it, whose arguments of text take no empty one: a variable of a shell that was never set.
fn with_values(command: clap::Command) -> clap::Command {
    let text = ValueParser::string().type_id();
    command
        .mut_args(|argument| {
            let is_text = argument.get_value_parser().type_id() == text;
            if is_text && argument.get_possible_values().is_empty() {
                argument.value_parser(NonEmptyStringValueParser::new())
            } else {
                argument
            }
        })
        .mut_subcommands(with_values)
}

/// The language of help and of wrong usage, which must be known before the arguments are: the last `--lang` counts,
/// wherever it stands before a `--`.
pub(super) fn language_of(arguments: &[OsString]) -> Language {
    let mut language = Language::default();
    let mut words =
        arguments.iter().skip(1).filter_map(|word| word.to_str()).take_while(|word| *word != "--");
    while let Some(word) = words.next() {
        let asked = if word == "--lang" { words.next() } else { word.strip_prefix("--lang=") };
        match asked {
            Some(asked) if asked.eq_ignore_ascii_case("en") => language = Language::English,
            Some(asked) if asked.eq_ignore_ascii_case("sv") => language = Language::Swedish,
            _ => {}
        }
    }
    language
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
    Compare(TypedCompare),
    Check(TypedCheck),
    Diff(TypedDiff),
    Report(TypedReport),
    Map(TypedMap),
    Search(TypedSearch),
    Explain(TypedExplain),
    Sensitivity(TypedSensitivity),
    Risk(TypedRisk),
    Import(TypedImport),
    Init(TypedInit),
    New(TypedNew),
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
struct TypedSettings {
    #[arg(required = true, value_hint = ValueHint::FilePath)]
    files: Vec<String>,
    #[arg(long, value_hint = ValueHint::FilePath)]
    baseline: Option<String>,
    #[arg(long, value_enum, default_value = "table")]
    format: Format,
    #[arg(long)]
    criteria: bool,
    #[arg(long)]
    full: bool,
    #[command(flatten)]
    shared: TypedShared,
}

#[derive(Args)]
struct TypedCompare {
    #[command(flatten)]
    settings: TypedSettings,
    #[arg(long, value_enum)]
    by: Option<TypedBy>,
}

#[derive(Clone, Copy, ValueEnum)]
enum TypedBy {
    Forbund,
    Kommun,
}

impl From<TypedCompare> for Settings {
    fn from(typed: TypedCompare) -> Self {
        let by = typed.by.map(|by| match by {
            TypedBy::Forbund => By::Forbund,
            TypedBy::Kommun => By::Kommun,
        });
        Self { by, ..typed.settings.into() }
    }
}

impl From<TypedSettings> for Settings {
    fn from(typed: TypedSettings) -> Self {
        let shared = typed.shared;
        Self {
            files: typed.files,
            baseline: typed.baseline,
            format: typed.format,
            criteria: typed.criteria,
            full: typed.full,
            by: None,
            language: shared.lang.language(),
            look: shared.figures.look(shared.lang.language()),
            redistribution: shared.figures.redistribution(),
            csv_dialect: shared.page.csv_dialect(),
            width: shared.page.width.width(),
            output: shared.output,
        }
    }
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
    #[arg(long)]
    full: bool,
    #[command(flatten)]
    page: TypedAnswer,
}

impl From<TypedDiff> for DiffSettings {
    fn from(typed: TypedDiff) -> Self {
        Self {
            old: typed.old,
            new: typed.new,
            allow_change: typed.allow_change,
            max_change: typed.max_change,
            full: typed.full,
            page: typed.page.into(),
        }
    }
}

#[derive(Args)]
struct TypedReport {
    #[arg(required = true)]
    files: Vec<String>,
    #[arg(long, value_hint = ValueHint::FilePath)]
    baseline: Option<String>,
    #[arg(short, long, required = true, value_hint = ValueHint::FilePath)]
    output: Vec<PathBuf>,
    #[arg(long)]
    short: bool,
    #[arg(long, num_args = 0..=1)]
    #[expect(clippy::option_option, reason = "an option whose value may be left out")]
    decision: Option<Option<String>>,
    #[arg(long)]
    title: Option<String>,
    #[arg(long)]
    author: Option<String>,
    #[arg(long)]
    date: Option<String>,
    #[command(flatten)]
    lang: TypedLang,
    #[command(flatten)]
    figures: TypedFigures,
}

impl From<TypedReport> for Command {
    fn from(typed: TypedReport) -> Self {
        let language = typed.lang.language();
        let settings = Settings {
            files: typed.files,
            baseline: typed.baseline,
            format: Format::Table,
            criteria: true,
            full: true,
            by: None,
            output: None,
            language,
            redistribution: typed.figures.redistribution(),
            look: typed.figures.look(language),
            csv_dialect: Dialect::Plain,
            width: None,
        };
        let options = inquiry::Options {
            redistribution: settings.redistribution,
            is_short: typed.short,
            title: typed.title,
            about: typed.author.into_iter().chain(typed.date).collect(),
        };
        let decision = typed.decision.map(|name| name.map_or(Decision::OfTheOne, Decision::Of));
        let has_redistribution = typed.figures.has_redistribution();
        Self::Report(ReportSettings {
            settings,
            options,
            has_redistribution,
            decision,
            outputs: typed.output,
        })
    }
}

#[derive(Args)]
struct TypedMap {
    #[arg(required = true, value_hint = ValueHint::FilePath)]
    files: Vec<String>,
    #[arg(short, long, value_hint = ValueHint::FilePath)]
    output: Option<PathBuf>,
    #[command(flatten)]
    lang: TypedLang,
}

impl From<TypedMap> for MapSettings {
    fn from(typed: TypedMap) -> Self {
        Self { files: typed.files, output: typed.output, language: typed.lang.language() }
    }
}

#[derive(Args)]
struct TypedSearch {
    #[arg(value_hint = ValueHint::FilePath)]
    file: String,
    #[arg(long, value_hint = ValueHint::FilePath)]
    rank: Vec<String>,
    #[arg(long, value_hint = ValueHint::DirPath)]
    scenarios: Option<PathBuf>,
    #[arg(long)]
    force: bool,
    #[arg(long, value_parser = whole(1, 604_800))]
    time: Option<i64>,
    #[arg(long, value_parser = whole(1, 1_000_000))]
    memory: Option<i64>,
    #[arg(long, value_enum, default_value = "table")]
    format: Format,
    #[arg(short, long, value_hint = ValueHint::FilePath)]
    output: Option<PathBuf>,
    #[command(flatten)]
    lang: TypedLang,
    #[command(flatten)]
    unit: TypedUnits,
    #[command(flatten)]
    page: TypedPage,
}

impl From<TypedSearch> for SearchSettings {
    fn from(typed: TypedSearch) -> Self {
        Self {
            file: typed.file,
            rank: typed.rank,
            scenarios: typed.scenarios,
            force: typed.force,
            time: typed.time.and_then(|seconds| u64::try_from(seconds).ok()).map(Duration::from_secs),
            memory: typed
                .memory
                .and_then(|megabytes| usize::try_from(megabytes).ok()?.checked_mul(1_000_000)),
            format: typed.format,
            output: typed.output,
            language: typed.lang.language(),
            look: typed.unit.look(typed.lang.language()),
            csv_dialect: typed.page.csv_dialect(),
            width: typed.page.width.width(),
        }
    }
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
    #[arg(long, value_parser = year(YEARS))]
    year: Option<i64>,
    #[arg(long, value_parser = whole(0, 100))]
    depth: Option<i64>,
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
            year: typed.year,
            depth: typed.depth.and_then(|depth| usize::try_from(depth).ok()),
            format: typed.format,
            output: typed.output,
            language: typed.lang.language(),
            width: typed.width.width(),
        }
    }
}

#[derive(Args)]
struct TypedSensitivity {
    #[arg(required = true, value_hint = ValueHint::FilePath)]
    files: Vec<String>,
    #[arg(long, value_hint = ValueHint::FilePath)]
    baseline: Option<String>,
    #[arg(long)]
    metric: Option<String>,
    #[arg(long)]
    grid: Option<String>,
    #[command(flatten)]
    page: TypedAnswer,
}

impl From<TypedSensitivity> for SensitivitySettings {
    fn from(typed: TypedSensitivity) -> Self {
        Self {
            files: typed.files,
            baseline: typed.baseline,
            metric: typed.metric,
            grid: typed.grid,
            page: typed.page.into(),
        }
    }
}

#[derive(Args)]
struct TypedRisk {
    #[arg(required = true, value_hint = ValueHint::FilePath)]
    files: Vec<String>,
    #[arg(long, value_hint = ValueHint::FilePath)]
    baseline: Option<String>,
    #[arg(long, value_parser = whole(1, MOST_DRAWS))]
    draws: Option<i64>,
    #[arg(long, value_parser = whole(0, i64::MAX))]
    seed: Option<i64>,
    #[arg(long)]
    shard: Option<String>,
    #[arg(long, conflicts_with_all = ["baseline", "draws", "seed", "shard"])]
    merge: bool,
    #[command(flatten)]
    page: TypedAnswer,
}

/// Draws that can be asked for.
const MOST_DRAWS: i64 = 1_000_000_000_000;

/// Draws that are made where none are asked for.
const DRAWS: u64 = 10_000;

impl From<TypedRisk> for RiskSettings {
    fn from(typed: TypedRisk) -> Self {
        let number = |typed: Option<i64>| typed.and_then(|number| u64::try_from(number).ok());
        Self {
            files: typed.files,
            baseline: typed.baseline,
            draws: number(typed.draws).unwrap_or(DRAWS),
            seed: number(typed.seed).unwrap_or(1),
            shard: typed.shard,
            merge: typed.merge,
            page: typed.page.into(),
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
    #[arg(long, value_parser = column_mapping)]
    column: Vec<ColumnMapping>,
    #[arg(long, value_parser = year((1900, 2100)))]
    year: Option<i64>,
    #[arg(long)]
    incomplete_years: bool,
    #[arg(long)]
    strict: bool,
    #[command(flatten)]
    lang: TypedLang,
    #[command(flatten)]
    width: TypedWidth,
}

/// `NAME=HEADING`.
fn column_mapping(written: &str) -> Result<ColumnMapping, ValueError> {
    let (name, heading) = written.split_once('=').ok_or(ValueError::ColumnForm)?;
    Ok(ColumnMapping { name: name.trim().to_owned(), heading: heading.trim().to_owned() })
}

impl From<TypedImport> for ImportSettings {
    fn from(typed: TypedImport) -> Self {
        let form = typed
            .form
            .and_then(|wanted| Form::ALL.into_iter().find(|(word, _)| *word == wanted).map(|(_, form)| form));
        Self {
            files: typed.files,
            output: typed.output,
            options: Options {
                form,
                sheet: typed.sheet,
                columns: typed.column,
                year: typed.year,
                incomplete_years: typed.incomplete_years,
            },
            strict: typed.strict,
            language: typed.lang.language(),
            width: typed.width.width(),
        }
    }
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

#[derive(Args)]
struct TypedNew {
    #[arg(value_hint = ValueHint::FilePath)]
    file: String,
    #[arg(long, required = true, value_hint = ValueHint::FilePath)]
    baseline: String,
    #[arg(long)]
    name: Option<String>,
    #[command(flatten)]
    changes: TypedChanges,
    #[arg(long, value_hint = ValueHint::FilePath)]
    from: Option<String>,
    #[arg(long)]
    force: bool,
    #[command(flatten)]
    lang: TypedLang,
    #[command(flatten)]
    width: TypedWidth,
}

impl From<TypedNew> for NewSettings {
    fn from(typed: TypedNew) -> Self {
        Self {
            file: typed.file,
            baseline: typed.baseline,
            name: typed.name,
            changes: typed.changes.0,
            from: typed.from,
            force: typed.force,
            language: typed.lang.language(),
            width: typed.width.width(),
        }
    }
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

#[derive(Args)]
struct TypedValidate {
    #[arg(required = true)]
    files: Vec<String>,
    #[arg(long, value_parser = year(YEARS))]
    year: Option<i64>,
    #[arg(long)]
    strict: bool,
    #[command(flatten)]
    lang: TypedLang,
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

#[derive(Clone, Copy, ValueEnum)]
enum TypedSubject {
    Baseline,
    Scenario,
    Search,
    Result,
}

impl From<TypedSubject> for Subject {
    fn from(typed: TypedSubject) -> Self {
        match typed {
            TypedSubject::Baseline => Self::Baseline,
            TypedSubject::Scenario => Self::Scenario,
            TypedSubject::Search => Self::Search,
            TypedSubject::Result => Self::Result,
        }
    }
}
