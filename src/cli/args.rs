//! What was typed, and what it means.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::builder::Styles;
use clap::{ArgAction, Args, CommandFactory, FromArgMatches, Parser, Subcommand, ValueEnum};

use crate::render::cell::{Look, Unit};
use crate::render::csv::Dialect;
use crate::report::simulation::Redistribution;
use crate::text::help::{HelpTexts, help_texts};
use crate::text::language::Language;

/// What is to be done.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Command {
    Simulate,
    Compare,
    Check,
}

/// How, and with what.
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
}

#[derive(Args)]
struct TypedSettings {
    #[arg(required = true)]
    files: Vec<String>,
    #[arg(long, value_enum, default_value = "table")]
    format: Format,
    #[arg(short, long)]
    output: Option<PathBuf>,
    #[arg(long, value_enum, default_value = "sv")]
    lang: TypedLanguage,
    #[arg(long, value_enum, default_value = "both")]
    redistribution: TypedRedistribution,
    #[arg(long, value_enum, default_value = "kr")]
    unit: TypedUnit,
    #[arg(long, value_enum, default_value = "plain")]
    csv_dialect: TypedDialect,
    #[arg(long, value_parser = clap::value_parser!(u16).range(40..=1000))]
    width: Option<u16>,
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

/// Understands the arguments; the error is help, version, or wrong usage.
pub(super) fn parse(arguments: &[OsString]) -> Result<(Command, Settings), clap::Error> {
    let texts = help_texts(language_of(arguments));
    let matches = command(texts).try_get_matches_from(arguments)?;
    let typed = Typed::from_arg_matches(&matches)?;
    let (command, typed) = match typed.command {
        TypedCommand::Simulate(settings) => (Command::Simulate, settings),
        TypedCommand::Compare(settings) => (Command::Compare, settings),
        TypedCommand::Check(settings) => (Command::Check, settings),
    };
    let language = match typed.lang {
        TypedLanguage::Sv => Language::Swedish,
        TypedLanguage::En => Language::English,
    };
    let unit = match typed.unit {
        TypedUnit::Kr => Unit::Kr,
        TypedUnit::Tkr => Unit::Tkr,
        TypedUnit::Mnkr => Unit::Mnkr,
    };
    let settings = Settings {
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
        csv_dialect: match typed.csv_dialect {
            TypedDialect::Plain => Dialect::Plain,
            TypedDialect::Excel => Dialect::Excel,
        },
        width: typed.width.map(usize::from),
    };
    Ok((command, settings))
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

/// The command line with its help in the language asked for.
fn command(texts: &'static HelpTexts) -> clap::Command {
    let template = format!("{{about}}\n\n{}: {{usage}}\n\n{{all-args}}{{after-help}}", texts.usage);
    let mut command = dressed(Typed::command(), texts, &template)
        .about(texts.about)
        .after_help(texts.after)
        .subcommand_help_heading(texts.commands)
        .subcommand_value_name(texts.command)
        .arg(
            clap::Arg::new("version")
                .short('V')
                .long("version")
                .action(ArgAction::Version)
                .help(texts.version)
                .help_heading(texts.options),
        )
        .disable_version_flag(true);
    for (name, about) in [("simulate", texts.simulate), ("compare", texts.compare), ("check", texts.check)] {
        command = command.mut_subcommand(name, |subcommand| {
            let help = |id: &str| match id {
                "files" => texts.files,
                "format" => texts.format,
                "output" => texts.output,
                "lang" => texts.lang,
                "redistribution" => texts.redistribution,
                "unit" => texts.unit,
                "csv_dialect" => texts.csv_dialect,
                _ => texts.width,
            };
            let subcommand = subcommand.mut_args(|arg| {
                let heading = if arg.get_id() == "files" { texts.arguments } else { texts.options };
                let text = help(arg.get_id().as_str());
                // The texts name values and defaults themselves: clap would do so in English only.
                let arg = match arg.get_id().as_str() {
                    "files" | "output" => arg.value_name(texts.file),
                    "width" => arg.value_name("N"),
                    "format" => arg.value_name(texts.value_format),
                    "lang" => arg.value_name(texts.value_language),
                    "unit" => arg.value_name(texts.value_unit),
                    _ => arg.value_name(texts.value_choice),
                };
                arg.help(text).help_heading(heading).hide_possible_values(true).hide_default_value(true)
            });
            let usage = format!("finsam {name} [{}] <{}>…", texts.options_in_usage, texts.file);
            dressed(subcommand, texts, &template).about(about).override_usage(usage)
        });
    }
    command
}

/// A command with our own help flag and template.
fn dressed(command: clap::Command, texts: &'static HelpTexts, template: &str) -> clap::Command {
    command.styles(Styles::plain()).help_template(template.to_owned()).disable_help_flag(true).arg(
        clap::Arg::new("help")
            .short('h')
            .long("help")
            .action(ArgAction::Help)
            .help(texts.help)
            .help_heading(texts.options),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_line_is_sound_in_both_languages() {
        for language in [Language::Swedish, Language::English] {
            command(help_texts(language)).debug_assert();
        }
    }
}
