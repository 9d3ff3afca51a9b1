//! What `--help` says.

use super::language::Language;

/// The texts of `--help` in one language.
#[derive(Debug)]
#[expect(missing_docs, reason = "the texts say what they are")]
pub struct HelpTexts {
    pub about: &'static str,
    pub after: &'static str,
    pub usage: &'static str,
    pub commands: &'static str,
    pub command: &'static str,
    pub arguments: &'static str,
    pub options: &'static str,
    pub options_in_usage: &'static str,
    pub file: &'static str,
    pub simulate: &'static str,
    pub compare: &'static str,
    pub check: &'static str,
    pub files: &'static str,
    pub format: &'static str,
    pub output: &'static str,
    pub lang: &'static str,
    pub redistribution: &'static str,
    pub unit: &'static str,
    pub csv_dialect: &'static str,
    pub width: &'static str,
    pub value_format: &'static str,
    pub value_language: &'static str,
    pub value_unit: &'static str,
    pub value_choice: &'static str,
    pub help: &'static str,
    pub version: &'static str,
}

static SWEDISH: HelpTexts = HelpTexts {
    about: "Räknar ut vad det betyder i kronor att slå ihop, dela eller samordna samordningsförbund.",
    after: "Börja med:\n  finsam simulate tankespar1\n  finsam compare tankespar1 tankespar3 sammanslagning\n\n\
            Ett scenario söks som sökväg, under scenarios/ och bland de inbyggda exemplen.\n\
            Slutstatus: 0 klart, 1 en kontroll håller inte, 2 felaktig användning eller indata.",
    usage: "Användning",
    commands: "Kommandon",
    command: "KOMMANDO",
    arguments: "Argument",
    options: "Flaggor",
    options_in_usage: "FLAGGOR",
    file: "FIL",
    simulate: "Räknar ett scenario: förbund före och efter, förändringar, bidrag",
    compare: "Ställer alternativ bredvid varandra, en rad per alternativ",
    check: "Prövar varje [[check]] i scenarierna; tyst när alla håller",
    files: "Scenarier (TOML), med eller utan .toml",
    format: "Format: table, markdown, csv eller json [table]",
    output: "Skriv till en fil i stället för till skärmen",
    lang: "Språk: sv eller en [sv]",
    redistribution: "Visa gross (brutto), net (netto) eller both [both]; JSON har alltid båda",
    unit: "Belopp i tabeller i kr, tkr eller mnkr [kr]",
    csv_dialect: "CSV för plain (program) eller excel (svenska Excel) [plain]",
    width: "Bredd i tecken för tabeller [terminalens, annars 100]",
    value_format: "FORMAT",
    value_language: "SPRÅK",
    value_unit: "ENHET",
    value_choice: "VAL",
    help: "Visa denna hjälp",
    version: "Visa versionen",
};

static ENGLISH: HelpTexts = HelpTexts {
    about: "Computes in kronor what it means to merge, split or coordinate samordningsförbund.",
    after: "Begin with:\n  finsam simulate tankespar1\n  finsam compare tankespar1 tankespar3 sammanslagning\n\n\
            A scenario is looked for as a path, under scenarios/ and among the built-in examples.\n\
            Exit status: 0 done, 1 a check does not hold, 2 wrong usage or input.",
    usage: "Usage",
    commands: "Commands",
    command: "COMMAND",
    arguments: "Arguments",
    options: "Options",
    options_in_usage: "OPTIONS",
    file: "FILE",
    simulate: "Compute a scenario: förbund before and after, changes, contributions",
    compare: "Put alternatives side by side, a row per alternative",
    check: "Test every [[check]] of the scenarios; silent when all hold",
    files: "Scenarios (TOML), with or without .toml",
    format: "Format: table, markdown, csv or json [table]",
    output: "Write to a file instead of the screen",
    lang: "Language: sv or en [sv]",
    redistribution: "Show gross, net or both [both]; JSON always has both",
    unit: "Amounts in tables in kr, tkr or mnkr [kr]",
    csv_dialect: "CSV for plain (programs) or excel (Swedish Excel) [plain]",
    width: "Width of tables in characters [the terminal's, else 100]",
    value_format: "FORMAT",
    value_language: "LANGUAGE",
    value_unit: "UNIT",
    value_choice: "CHOICE",
    help: "Show this help",
    version: "Show the version",
};

/// The texts of `--help` in a language.
#[must_use]
pub fn help_texts(language: Language) -> &'static HelpTexts {
    language.pick(&SWEDISH, &ENGLISH)
}
