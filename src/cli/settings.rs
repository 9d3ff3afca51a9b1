//! What is to be done, how, and with what: what was typed, resolved for the commands.

use std::path::{Path, PathBuf};
use std::time::Duration;

use clap::ValueEnum;
use clap_complete::Shell;

use super::scenarios::Asked;
use crate::input::import::Options as ImportOptions;
use crate::render::cell::Look;
use crate::render::csv::Dialect;
use crate::report::inquiry::Options;
use crate::report::matrix::By;
use crate::report::redistribution::Redistribution;
use crate::report::screen::Length;
use crate::schema::Subject;
use crate::starter::division::Request;
use crate::starter::typed_changes::TypedOptions;
use crate::text::language::Language;

/// What is to be done, how, and with what.
#[derive(Clone, Debug)]
pub(super) enum Command {
    Simulate(Settings),
    Compare(Settings),
    Check(CheckSettings),
    Diff(DiffSettings),
    Report(ReportSettings),
    Map(MapSettings),
    Search(SearchSettings),
    Explain(ExplainSettings),
    Sensitivity(SensitivitySettings),
    Risk(RiskSettings),
    Import(ImportSettings),
    Init(InitSettings),
    New(NewSettings),
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
            Self::Simulate(settings) | Self::Compare(settings) => settings.language,
            Self::Report(report) => report.settings.language,
            Self::Check(settings) => settings.language,
            Self::Diff(settings) => settings.page.language,
            Self::Map(settings) => settings.language,
            Self::Search(settings) => settings.language,
            Self::Explain(settings) => settings.language,
            Self::Sensitivity(settings) => settings.page.language,
            Self::Risk(settings) => settings.page.language,
            Self::Import(settings) => settings.language,
            Self::Init(settings) => settings.language,
            Self::New(settings) => settings.language,
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
    /// The baseline of tables among the files.
    pub(super) baseline: Option<String>,
    pub(super) format: Format,
    /// Whether tables and CSV tell what inquiries weigh beside money.
    pub(super) criteria: bool,
    /// Whether a screen is to show all that files do.
    pub(super) full: bool,
    /// What alternatives are compared by, if not as wholes.
    pub(super) by: Option<By>,
    pub(super) output: Option<PathBuf>,
    pub(super) language: Language,
    pub(super) redistribution: Redistribution,
    pub(super) look: Look,
    pub(super) csv_dialect: Dialect,
    pub(super) width: Option<usize>,
}

impl Settings {
    /// How much of a report is shown: a file holds all.
    pub(super) fn length(&self) -> Length {
        length(self.format, self.output.as_deref(), self.full)
    }

    /// Which scenarios, and where the answer goes.
    pub(super) fn asked(&self) -> Asked<'_> {
        let (files, baseline) = (&self.files, self.baseline.as_deref());
        let output = self.output.as_deref();
        Asked { files, baseline, output, language: self.language, is_document: false }
    }
}

/// How a report is made, and the files that it is written to.
#[derive(Clone, Debug)]
pub(super) struct ReportSettings {
    pub(super) settings: Settings,
    pub(super) options: Options,
    /// Whether it was typed which amounts are shown.
    pub(super) has_redistribution: bool,
    pub(super) decision: Option<Decision>,
    pub(super) outputs: Vec<PathBuf>,
}

/// Of which alternative the draft is that the parties decide on.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Decision {
    /// The only one that there is.
    OfTheOne,
    /// The one with this name.
    Of(String),
}

fn length(format: Format, output: Option<&Path>, full: bool) -> Length {
    let is_screen = format == Format::Table && output.is_none();
    if is_screen && !full { Length::Screen } else { Length::Full }
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
    /// Whether a screen is to show all that files do.
    pub(super) full: bool,
    pub(super) page: PageSettings,
}

impl DiffSettings {
    /// How much of the report is shown: a file holds all.
    pub(super) fn length(&self) -> Length {
        length(self.page.format, self.page.output.as_deref(), self.full)
    }
}

/// Of which scenarios maps are drawn.
#[derive(Clone, Debug)]
pub(super) struct MapSettings {
    pub(super) files: Vec<String>,
    pub(super) output: Option<PathBuf>,
    pub(super) language: Language,
}

/// What is searched, and what becomes of it.
#[derive(Clone, Debug)]
pub(super) struct SearchSettings {
    pub(super) file: String,
    /// Scenarios whose place is asked for.
    pub(super) rank: Vec<String>,
    /// The folder that the best are written to.
    pub(super) scenarios: Option<PathBuf>,
    pub(super) force: bool,
    /// How long it may take.
    pub(super) time: Option<Duration>,
    /// The memory that it may take, bytes.
    pub(super) memory: Option<usize>,
    pub(super) format: Format,
    pub(super) output: Option<PathBuf>,
    pub(super) language: Language,
    pub(super) look: Look,
    pub(super) csv_dialect: Dialect,
    pub(super) width: Option<usize>,
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
    /// Of the years of a path, if not the last one.
    pub(super) year: Option<i64>,
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

/// What is asked of what a figure hinges on.
#[derive(Clone, Debug)]
pub(super) struct SensitivitySettings {
    pub(super) files: Vec<String>,
    /// The baseline of tables among the files.
    pub(super) baseline: Option<String>,
    /// The path of the figure, if not the usual one.
    pub(super) metric: Option<String>,
    /// The two numbers of a two-way table.
    pub(super) grid: Option<String>,
    pub(super) page: PageSettings,
}

/// What is drawn, how often, and of which part the answer is.
#[derive(Clone, Debug)]
pub(super) struct RiskSettings {
    pub(super) files: Vec<String>,
    /// The baseline of tables among the files.
    pub(super) baseline: Option<String>,
    pub(super) draws: u64,
    pub(super) seed: u64,
    /// Which shard is drawn, as typed.
    pub(super) shard: Option<String>,
    /// Whether the files are shards to put together.
    pub(super) merge: bool,
    pub(super) page: PageSettings,
}

/// How files are imported.
#[derive(Clone, Debug)]
pub(super) struct ImportSettings {
    pub(super) files: Vec<PathBuf>,
    pub(super) output: Option<PathBuf>,
    pub(super) options: ImportOptions,
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

/// Which alternative is written, and where to.
#[derive(Clone, Debug)]
pub(super) struct NewSettings {
    pub(super) file: String,
    pub(super) baseline: String,
    pub(super) name: Option<String>,
    pub(super) changes: TypedOptions,
    /// The table that the changes are found from.
    pub(super) from: Option<String>,
    pub(super) force: bool,
    pub(super) language: Language,
    pub(super) width: Option<usize>,
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
