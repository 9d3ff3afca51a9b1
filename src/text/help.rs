//! What `--help` says.

use super::language::Language;

/// The texts of `--help` that every command shares.
#[derive(Debug)]
#[expect(missing_docs, reason = "the texts say what they are")]
pub struct HelpTexts {
    pub after: &'static str,
    pub usage: &'static str,
    pub commands: &'static str,
    pub command: &'static str,
    pub arguments: &'static str,
    pub options: &'static str,
    pub options_in_usage: &'static str,
    pub help: &'static str,
    pub version: &'static str,
    pub name: &'static str,
    pub notes: &'static str,
}

static SWEDISH: HelpTexts = HelpTexts {
    after: "Börja med:\n  finsam simulate tankespar1\n  finsam compare tankespar1 tankespar3 sammanslagning\n\n\
            Ett scenario söks som sökväg, under scenarios/ och bland de inbyggda exemplen.\n\
            Slutstatus: 0 klart, 1 en kontroll håller inte, 2 felaktig användning eller indata.",
    usage: "Användning",
    commands: "Kommandon",
    command: "KOMMANDO",
    arguments: "Argument",
    options: "Flaggor",
    options_in_usage: "FLAGGOR",
    help: "Visa denna hjälp",
    version: "Visa versionen",
    name: "Namn",
    notes: "Att börja",
};

static ENGLISH: HelpTexts = HelpTexts {
    after: "Begin with:\n  finsam simulate tankespar1\n  finsam compare tankespar1 tankespar3 sammanslagning\n\n\
            A scenario is looked for as a path, under scenarios/ and among the built-in examples.\n\
            Exit status: 0 done, 1 a check does not hold, 2 wrong usage or input.",
    usage: "Usage",
    commands: "Commands",
    command: "COMMAND",
    arguments: "Arguments",
    options: "Options",
    options_in_usage: "OPTIONS",
    help: "Show this help",
    version: "Show the version",
    name: "Name",
    notes: "Getting started",
};

/// The shared texts of `--help` in a language.
#[must_use]
pub fn help_texts(language: Language) -> &'static HelpTexts {
    language.pick(&SWEDISH, &ENGLISH)
}

/// What a command does. `command` is "simulate" or "data show", and "finsam" the program itself; `None` if there is
/// no such command.
#[must_use]
pub fn command(command: &str, language: Language) -> Option<&'static str> {
    let (swedish, english) = match command {
        "finsam" => (
            "Räknar ut vad det betyder i kronor att slå ihop, dela eller samordna samordningsförbund.",
            "Computes in kronor what it means to merge, split or coordinate samordningsförbund.",
        ),
        "simulate" => (
            "Räknar ett scenario: förbund före och efter, förändringar, bidrag",
            "Compute a scenario: förbund before and after, changes, contributions",
        ),
        "compare" => (
            "Ställer alternativ bredvid varandra, en rad per alternativ",
            "Put alternatives side by side, a row per alternative",
        ),
        "check" => (
            "Prövar varje [[check]] i scenarierna; tyst när alla håller",
            "Test every [[check]] of the scenarios; silent when all hold",
        ),
        "schema" => (
            "Skriver JSON Schema för en fil eller för resultatet, till editorer och program",
            "Print JSON Schema of a file or of the result, for editors and programs",
        ),
        "completions" => (
            "Skriver det som ett skal behöver för att fylla i kommandon och flaggor",
            "Print what a shell needs to complete commands and options",
        ),
        "man" => (
            "Skriver manualsidan för hela programmet (roff)",
            "Print the manual page of the whole program (roff)",
        ),
        _ => return None,
    };
    Some(language.pick(swedish, english))
}

/// The text of an argument.
#[derive(Clone, Copy, Debug)]
pub struct ArgumentText {
    /// What its value is called, if it takes one.
    pub value: Option<&'static str>,
    /// What it is for.
    pub help: &'static str,
}

/// What an argument of a command is for; `None` if there is no such argument.
#[must_use]
pub fn argument(_command: &str, argument: &str, language: Language) -> Option<ArgumentText> {
    let file = Some(("FIL", "FILE"));
    let choice = Some(("VAL", "CHOICE"));
    let (value, swedish, english) = match argument {
        "files" => {
            (file, "Scenarier (TOML), med eller utan .toml", "Scenarios (TOML), with or without .toml")
        }
        "format" => (
            Some(("FORMAT", "FORMAT")),
            "Format: table, markdown, csv eller json [table]",
            "Format: table, markdown, csv or json [table]",
        ),
        "output" => {
            (file, "Skriv till en fil i stället för till skärmen", "Write to a file instead of the screen")
        }
        "lang" => (Some(("SPRÅK", "LANGUAGE")), "Språk: sv eller en [sv]", "Language: sv or en [sv]"),
        "redistribution" => (
            choice,
            "Visa gross (brutto), net (netto) eller both [both]; JSON har alltid båda",
            "Show gross, net or both [both]; JSON always has both",
        ),
        "unit" => (
            Some(("ENHET", "UNIT")),
            "Belopp i tabeller i kr, tkr eller mnkr [kr]",
            "Amounts in tables in kr, tkr or mnkr [kr]",
        ),
        "csv_dialect" => (
            choice,
            "CSV för plain (program) eller excel (svenska Excel) [plain]",
            "CSV for plain (programs) or excel (Swedish Excel) [plain]",
        ),
        "kind" => (
            Some(("SLAG", "KIND")),
            "Vad: baseline (utgångsläge), scenario eller result (JSON-resultatet)",
            "Of what: baseline, scenario or result (the JSON)",
        ),
        "shell" => (
            Some(("SKAL", "SHELL")),
            "Skal: bash, zsh, fish, elvish eller powershell",
            "Shell: bash, zsh, fish, elvish or powershell",
        ),
        "width" => (
            Some(("N", "N")),
            "Bredd i tecken för tabeller [terminalens, annars 100]",
            "Width of tables in characters [the terminal's, else 100]",
        ),
        _ => return None,
    };
    let value = value.map(|(swedish, english)| language.pick(swedish, english));
    Some(ArgumentText { value, help: language.pick(swedish, english) })
}
