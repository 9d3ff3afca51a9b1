//! What is said of a command line that cannot be understood.

use super::language::Language;
use crate::diagnostic::Description;
use crate::diagnostic::{MeantCommand, MeantOption, MissingArgument, UsageProblem};

pub(super) fn describe(problem: &UsageProblem, language: Language) -> Description {
    match problem {
        UsageProblem::UnknownCommand { command, word, meant } => Description::new(
            "unknown_command",
            say!(language, "{command} har inget kommando ”{word}”", "{command} has no command \"{word}\""),
        )
        .help(meant_command(command, word, meant, language)),
        UsageProblem::UnknownOption { command, option, meant } => Description::new(
            "unknown_option",
            say!(language, "{command} har ingen flagga ”{option}”", "{command} has no option \"{option}\""),
        )
        .help(meant_option(meant, language)),
        UsageProblem::UnexpectedArgument { command, argument } => Description::new(
            "unexpected_argument",
            say!(
                language,
                "”{argument}” är ett argument för mycket för {command}",
                "\"{argument}\" is one argument too many for {command}"
            ),
        )
        .help(say!(
            language,
            "Ta bort det. Ett namn med blanksteg ska stå inom citattecken: \"Lilla Edet\".",
            "Remove it. A name with a blank must stand in quotes: \"Lilla Edet\"."
        )),
        UsageProblem::ArgumentMissing { command, missing, report } => {
            let written: Vec<&String> = missing.iter().map(|argument| &argument.written).collect();
            let written = language.list(&written);
            Description::new(
                "argument_missing",
                say!(language, "{command} saknar {written}", "{command} needs {written}"),
            )
            .help(match report {
                Some(report) => say!(language, "Menade du ”-o {report}”?", "Did you mean \"-o {report}\"?"),
                None => purposes(missing),
            })
        }
        UsageProblem::ValueMissing { option, allowed, purpose } => Description::new(
            "value_missing",
            say!(language, "{option} behöver ett värde", "{option} needs a value"),
        )
        .help(if allowed.is_empty() {
            format!("{purpose}.")
        } else {
            let allowed = language.alternatives(allowed);
            say!(language, "Välj {allowed}.", "Choose {allowed}.")
        }),
        UsageProblem::ValueUnexpected { option } => Description::new(
            "value_unexpected",
            say!(language, "flaggan {option} tar inget värde", "the option {option} takes no value"),
        )
        .help(say!(language, "Skriv bara {option}.", "Write {option} alone.")),
        UsageProblem::OptionsConflict { one, others } => {
            let others = language.list(others);
            Description::new(
                "options_conflict",
                say!(
                    language,
                    "{one} kan inte stå tillsammans med {others}",
                    "{one} cannot stand together with {others}"
                ),
            )
            .help(say!(language, "Ange bara en av dem.", "Give only one of them."))
        }
        UsageProblem::OptionTwice { option } => Description::new(
            "option_twice",
            say!(language, "{option} står två gånger", "{option} stands twice"),
        )
        .help(say!(language, "Ta bort en av dem.", "Remove one of them.")),
        UsageProblem::ColumnForm => Description::new(
            "column_form",
            say!(
                language,
                "en kolumn ska skrivas NAMN=RUBRIK",
                "a column must be written NAME=HEADING"
            ),
        )
        .label(say!(language, "inget = mellan två delar", "no = between two parts"))
        .help(say!(
            language,
            "Till exempel --column \"ohalsotal=Ohälsotal\".",
            "For example --column \"ohalsotal=Ohälsotal\"."
        )),
        UsageProblem::FormatOfReport { format } => Description::new(
            "format_of_report",
            say!(
                language,
                "”{format}” skrivs av finsam report",
                "\"{format}\" is written by finsam report"
            ),
        )
        .label(say!(language, "inte här", "not here"))
        .help(say!(
            language,
            "Till exempel finsam report tankespar1 -o rapport.docx; ändelsen .html, .docx eller .xlsx säger formatet.",
            "For example finsam report tankespar1 -o report.docx; the ending .html, .docx or .xlsx says the format."
        )),
    }
}

fn meant_command(command: &str, word: &str, meant: &MeantCommand, language: Language) -> String {
    match meant {
        MeantCommand::Nearest(nearest) => {
            say!(language, "Menade du ”{command} {nearest}”?", "Did you mean \"{command} {nearest}\"?")
        }
        MeantCommand::Scenario => say!(
            language,
            "Ett scenario räknas med {command} simulate {word}.",
            "A scenario is computed by {command} simulate {word}."
        ),
        MeantCommand::Option(option) => {
            say!(language, "Skriv {command} {option}.", "Write {command} {option}.")
        }
        MeantCommand::Any(commands) => {
            let commands = language.list(commands);
            say!(language, "Kommandona är {commands}.", "The commands are {commands}.")
        }
    }
}

fn meant_option(meant: &MeantOption, language: Language) -> String {
    match meant {
        MeantOption::Nearest(nearest) => {
            say!(language, "Menade du ”{nearest}”?", "Did you mean \"{nearest}\"?")
        }
        MeantOption::Of { option, commands, nearest, below } => {
            let (commands, more) = first_commands(commands, language);
            let text = if *below {
                say!(
                    language,
                    "{option} skrivs efter kommandot: den hör till {commands}{more}.",
                    "{option} is written after the command: it belongs to {commands}{more}."
                )
            } else {
                say!(language, "{option} hör till {commands}{more}.", "{option} belongs to {commands}{more}.")
            };
            match nearest {
                Some(nearest) => {
                    say!(language, "{text} Menade du ”{nearest}”?", "{text} Did you mean \"{nearest}\"?")
                }
                None => text,
            }
        }
        MeantOption::FormatByEnding => say!(
            language,
            "Filens ändelse säger formatet: -o rapport.html, .docx, .xlsx eller .md.",
            "The ending of the file says the format: -o report.html, .docx, .xlsx or .md."
        ),
        MeantOption::Any(options) => {
            let options = language.list(options);
            say!(language, "Flaggorna är {options}.", "The options are {options}.")
        }
    }
}

/// The first of many commands, and that there are more.
fn first_commands(commands: &[String], language: Language) -> (String, &'static str) {
    const SHOWN: usize = 3;
    if commands.len() <= SHOWN {
        return (language.list(commands), "");
    }
    (commands[..SHOWN].join(", "), language.pick(" med flera", " and others"))
}

fn purposes(missing: &[MissingArgument]) -> String {
    let each = missing.iter().map(|argument| format!("{}: {}.", argument.written, argument.purpose));
    each.collect::<Vec<_>>().join(" ")
}
