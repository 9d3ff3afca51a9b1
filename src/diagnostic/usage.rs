//! What can be wrong with how the command line is written.

use super::declare::{did_you_mean, problems};
use crate::text::language::Language;
use crate::text::localize::{Localize, words};
use crate::text::say;

words!(
    /// Which command may have been meant.
    #[derive(Clone, PartialEq, Eq, Debug)]
    pub enum MeantCommand {
        #[words("Menade du ”{command} {nearest}”?", "Did you mean \"{command} {nearest}\"?")]
        Nearest { command: String, nearest: String },
        /// The word is a scenario, for a command that computes one.
        #[words = "Ett scenario beräknas med {command} simulate {word}."]
        #[en = "A scenario is computed by {command} simulate {word}."]
        Scenario { command: String, word: String },
        #[words("Skriv {command} {option}.", "Write {command} {option}.")]
        Option { command: String, option: &'static str },
        #[words("Kommandona är {commands}.", "The commands are {commands}.")]
        Any { commands: Vec<String> },
    }
);

words!(
    /// Which option may have been meant.
    #[derive(Clone, PartialEq, Eq, Debug)]
    pub enum MeantOption {
        #[words("Menade du ”{nearest}”?", "Did you mean \"{nearest}\"?")]
        Nearest { nearest: String },
        /// Or the nearest of its own.
        #[words("{option} hör till {commands}.{or_nearest}", "{option} belongs to {commands}.{or_nearest}")]
        #[with(commands, first_commands(commands))]
        #[with(or_nearest, or_nearest(nearest))]
        Of { option: String, commands: Vec<String>, nearest: Option<String> },
        /// It stands before the command that it belongs to.
        #[words = "{option} skrivs efter kommandot: den hör till {commands}.{or_nearest}"]
        #[en = "{option} is written after the command: it belongs to {commands}.{or_nearest}"]
        #[with(commands, first_commands(commands))]
        #[with(or_nearest, or_nearest(nearest))]
        Below { option: String, commands: Vec<String>, nearest: Option<String> },
        #[words = "Filens ändelse säger formatet: -o rapport.html, .docx, .xlsx eller .md."]
        #[en = "The ending of the file says the format: -o report.html, .docx, .xlsx or .md."]
        FormatByEnding,
        #[words("Flaggorna är {options}.", "The options are {options}.")]
        Any { options: Vec<String> },
    }
);

/// An argument that must be given.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct MissingArgument {
    /// How it is written: `--output <FIL>`.
    pub written: String,
    /// What it is for.
    pub purpose: String,
}

impl Localize for MissingArgument {
    fn localize(&self, _: Language) -> String {
        self.written.clone()
    }
}

problems!(
    /// What can be wrong with how the command line is written. `command` is the whole of it: "finsam data show".
    pub enum UsageProblem {
        #[error("unknown_command")]
        #[title("{command} har inget kommando ”{word}”", "{command} has no command \"{word}\"")]
        #[help("{meant}", "{meant}")]
        UnknownCommand { command: String, word: String, meant: MeantCommand },
        #[error("unknown_option")]
        #[title("{command} har ingen flagga ”{option}”", "{command} has no option \"{option}\"")]
        #[help("{meant}", "{meant}")]
        UnknownOption { command: String, option: String, meant: MeantOption },
        #[error("unexpected_argument")]
        #[title = "”{argument}” är ett argument för mycket för {command}"]
        #[en = "\"{argument}\" is one argument too many for {command}"]
        #[help = "Ta bort det. Ett namn med blanksteg ska stå inom citattecken: \"Lilla Edet\"."]
        #[en = "Remove it. A name with a space must be in quotes: \"Lilla Edet\"."]
        UnexpectedArgument { command: String, argument: String },
        #[error("argument_missing")]
        #[title("{command} saknar {missing}", "{command} needs {missing}")]
        #[help("Menade du ”-o {report}”?", "Did you mean \"-o {report}\"?")]
        #[when(report)]
        #[help("{purposes}", "{purposes}")]
        #[with(purposes, purposes(missing))]
        ArgumentMissing { command: String, missing: Vec<MissingArgument>, report: Option<String> },
        #[error("value_missing")]
        #[title("{option} behöver ett värde", "{option} needs a value")]
        #[help("Välj {allowed}.", "Choose {allowed}.")]
        #[when(allowed)]
        #[help("{purpose}.", "{purpose}.")]
        #[with(allowed, Language::alternatives(allowed))]
        ValueMissing { option: String, allowed: Vec<String>, purpose: String },
        #[error("value_unexpected")]
        #[title("flaggan {option} tar inget värde", "the option {option} takes no value")]
        #[help("Skriv bara {option}.", "Write {option} alone.")]
        ValueUnexpected { option: String },
        #[error("options_conflict")]
        #[title("{one} kan inte stå tillsammans med {others}", "{one} cannot be combined with {others}")]
        #[help("Ange bara en av dem.", "Give only one of them.")]
        OptionsConflict { one: String, others: Vec<String> },
        #[error("option_twice")]
        #[title("{option} står två gånger", "{option} is given twice")]
        #[help("Ta bort en av dem.", "Remove one of them.")]
        OptionTwice { option: String },
        #[error("column_form")]
        #[title("en kolumn ska skrivas NAMN=RUBRIK", "a column must be written NAME=HEADING")]
        #[label("inget = mellan två delar", "no = between two parts")]
        #[help = "Till exempel --column \"ohalsotal=Ohälsotal\"."]
        #[en = "For example --column \"ohalsotal=Ohälsotal\"."]
        ColumnForm,
        #[error("format_of_report")]
        #[title("”{format}” skrivs av finsam report", "\"{format}\" is written by finsam report")]
        #[label("inte här", "not here")]
        #[help = "Till exempel finsam report tankespar1 -o rapport.docx; ändelsen .html, .docx eller .xlsx \
            säger formatet."]
        #[en = "For example finsam report tankespar1 -o report.docx; the ending .html, .docx or .xlsx says \
            the format."]
        FormatOfReport { format: String },
    }
);

/// The first of many commands, and that there are more.
fn first_commands(language: Language, commands: &[String]) -> String {
    const SHOWN: usize = 3;
    if commands.len() <= SHOWN {
        return language.list(commands);
    }
    let first = commands[..SHOWN].join(", ");
    say!(language, "{first} med flera", "{first} and others")
}

/// The question after the end of a sentence, where there is something to ask.
#[expect(clippy::ref_option, reason = "fields are given by reference")]
fn or_nearest(language: Language, nearest: &Option<String>) -> String {
    did_you_mean(language, nearest.as_deref()).map(|question| format!(" {question}")).unwrap_or_default()
}

fn purposes(_: Language, missing: &[MissingArgument]) -> String {
    let each = missing.iter().map(|argument| format!("{}: {}.", argument.written, argument.purpose));
    each.collect::<Vec<_>>().join(" ")
}
