//! What several commands take alike: the kommun table, which amounts, the form of an answer, the language.

use std::path::PathBuf;

use clap::{Args, ValueEnum, ValueHint};

use super::settings::{Format, Page, PageSettings};
use super::usage::ValueError;
use crate::input::years::YEARS;
use crate::render::cell::{Look, Unit};
use crate::render::csv::Dialect;
use crate::report::redistribution::Redistribution;
use crate::text::language::Language;

/// The kommun table, for every command that reads one without a baseline.
#[derive(Args)]
pub(super) struct TypedTable {
    #[arg(long)]
    pub(super) table: Option<String>,
    #[arg(long, value_parser = year(YEARS))]
    pub(super) year: Option<i64>,
}

/// The form of an answer without amounts, and where it goes.
#[derive(Args)]
pub(super) struct TypedAnswer {
    #[arg(long, value_enum, default_value = "table")]
    format: Format,
    #[arg(short, long)]
    output: Option<PathBuf>,
    #[command(flatten)]
    lang: TypedLang,
    #[command(flatten)]
    page: TypedPage,
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

/// What all commands on scenarios take.
#[derive(Args)]
pub(super) struct TypedShared {
    #[arg(short, long, value_hint = ValueHint::FilePath)]
    pub(super) output: Option<PathBuf>,
    #[command(flatten)]
    pub(super) lang: TypedLang,
    #[command(flatten)]
    pub(super) figures: TypedFigures,
    #[command(flatten)]
    pub(super) page: TypedPage,
}

/// Which amounts are shown, and in which unit.
#[derive(Args)]
pub(super) struct TypedFigures {
    #[arg(long, value_enum)]
    redistribution: Option<TypedRedistribution>,
    #[command(flatten)]
    unit: TypedUnits,
}

/// In which unit amounts are shown.
#[derive(Args)]
pub(super) struct TypedUnits {
    #[arg(long, value_enum, default_value = "kr")]
    unit: TypedUnit,
}

impl TypedUnits {
    pub(super) fn look(&self, language: Language) -> Look {
        let unit = match self.unit {
            TypedUnit::Kr => Unit::Kr,
            TypedUnit::Tkr => Unit::Tkr,
            TypedUnit::Mnkr => Unit::Mnkr,
        };
        Look { language, unit }
    }
}

impl TypedFigures {
    pub(super) fn redistribution(&self) -> Redistribution {
        match self.redistribution {
            Some(TypedRedistribution::Gross) => Redistribution::Gross,
            Some(TypedRedistribution::Net) => Redistribution::Net,
            Some(TypedRedistribution::Both) | None => Redistribution::Both,
        }
    }

    /// Whether that was typed.
    pub(super) fn has_redistribution(&self) -> bool {
        self.redistribution.is_some()
    }

    pub(super) fn look(&self, language: Language) -> Look {
        self.unit.look(language)
    }
}

/// What the commands take that print a text about the program.
#[derive(Args)]
pub(super) struct TypedText {
    #[arg(short, long, value_hint = ValueHint::FilePath)]
    output: Option<PathBuf>,
    #[command(flatten)]
    lang: TypedLang,
}

impl From<TypedText> for Page {
    fn from(typed: TypedText) -> Self {
        Self { output: typed.output, language: typed.lang.language() }
    }
}

/// The language, which every command takes.
#[derive(Args)]
pub(super) struct TypedLang {
    #[arg(long, value_enum, default_value = "sv")]
    lang: TypedLanguage,
}

impl TypedLang {
    pub(super) fn language(&self) -> Language {
        match self.lang {
            TypedLanguage::Sv => Language::Swedish,
            TypedLanguage::En => Language::English,
        }
    }
}

/// How tables are written, for every command that writes some.
#[derive(Args)]
pub(super) struct TypedPage {
    #[arg(long, value_enum, default_value = "plain")]
    csv_dialect: TypedDialect,
    #[command(flatten)]
    pub(super) width: TypedWidth,
}

impl TypedPage {
    pub(super) fn csv_dialect(&self) -> Dialect {
        match self.csv_dialect {
            TypedDialect::Plain => Dialect::Plain,
            TypedDialect::Excel => Dialect::Excel,
        }
    }
}

/// How wide tables may be.
#[derive(Args)]
pub(super) struct TypedWidth {
    #[arg(long, value_parser = whole(40, 1000))]
    width: Option<i64>,
}

impl TypedWidth {
    pub(super) fn width(&self) -> Option<usize> {
        self.width.and_then(|width| usize::try_from(width).ok())
    }
}

/// Reads a whole number between these, the ends included.
pub(super) fn whole(
    lowest: i64,
    highest: i64,
) -> impl Fn(&str) -> Result<i64, ValueError> + Clone + Send + Sync {
    move |typed| within(typed, lowest, highest).ok_or(ValueError::NotWithin { lowest, highest })
}

/// Reads a year between these, the ends included.
pub(super) fn year(
    (lowest, highest): (i64, i64),
) -> impl Fn(&str) -> Result<i64, ValueError> + Clone + Send + Sync {
    move |typed| within(typed, lowest, highest).ok_or(ValueError::NoYear { lowest, highest })
}

fn within(typed: &str, lowest: i64, highest: i64) -> Option<i64> {
    typed.parse().ok().filter(|number| (lowest..=highest).contains(number))
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
