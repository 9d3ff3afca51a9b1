//! What can be wrong with the form of a TOML file.

use rust_decimal::Decimal;

use super::declare::problems;
use super::file::OtherFile;
use crate::text::language::Language;
use crate::text::localize::words;
use crate::text::say;

words!(
    /// What a TOML value is, and how one of the kind is written.
    #[derive(Clone, Copy, PartialEq, Eq, Debug)]
    pub enum Kind {
        #[words("en text inom citattecken", "a text in quotes")]
        #[help("Skriv \"Väst\".", "Write \"Väst\".")]
        Text,
        #[words("ett heltal", "a whole number")]
        #[help = "Skriv bara siffror, utan citattecken: 1_250_000 eller 2021."]
        #[en = "Write digits only, without quotes: 1_250_000 or 2021."]
        Whole,
        #[words("ett tal", "a number")]
        #[help("Skriv talet utan citattecken: 0.25.", "Write the number without quotes: 0.25.")]
        Decimal,
        #[words("ett decimaltal", "a number with decimals")]
        #[help("Skriv ett decimaltal: 0.25.", "Write a number with decimals: 0.25.")]
        Float,
        #[words("true eller false", "true or false")]
        #[help("Skriv true eller false.", "Write true or false.")]
        Boolean,
        #[words("ett datum", "a date")]
        #[help("Skriv ett datum.", "Write a date.")]
        Date,
        #[words("en lista", "a list")]
        #[help("Skriv [\"Väst\", \"Norr\"].", "Write [\"Väst\", \"Norr\"].")]
        List,
        #[words("en tabell", "a table")]
        #[help("Skriv en tabell.", "Write a table.")]
        Table,
        #[words("inf eller nan", "inf or nan")]
        #[help("Skriv inf eller nan.", "Write inf or nan.")]
        NotFinite,
        #[words("en nyckels namn eller en tabell med tal", "the name of a key or a table of numbers")]
        #[help = "Skriv en nyckels namn eller en tabell med tal."]
        #[en = "Write the name of a key or a table of numbers."]
        NameOrTable,
        #[words("en summa eller en tabell med poster", "a sum or a table of items")]
        #[help = "Skriv 1_250_000 eller {{ forbundschef = 900_000, lokaler = 350_000 }}."]
        #[en = "Write 1_250_000 or {{ forbundschef = 900_000, lokaler = 350_000 }}."]
        SumOrTable,
        #[words("\"alla\" eller en lista med kommuner", "\"alla\" or a list of kommuner")]
        #[help("Skriv \"alla\" eller [\"Ale\", \"Tjörn\"].", "Write \"alla\" or [\"Ale\", \"Tjörn\"].")]
        AllaOrList,
        #[words("en lista med namn", "a list of names")]
        #[help("Skriv [\"Väst\", \"Norr\"].", "Write [\"Väst\", \"Norr\"].")]
        ListOfTexts,
        #[words("en lista med listor", "a list of lists")]
        #[help("Skriv [[\"Eksjö\", \"Nässjö\"]].", "Write [[\"Eksjö\", \"Nässjö\"]].")]
        ListOfLists,
        #[words(
            "\"baseline\", en lista med kommuner eller ett län",
            "\"baseline\", a list of kommuner or a län"
        )]
        #[help = "Skriv \"baseline\", [\"Ale\", \"Tjörn\"] eller {{ lan = \"Jönköpings län\" }}."]
        #[en = "Write \"baseline\", [\"Ale\", \"Tjörn\"] or {{ lan = \"Jönköpings län\" }}."]
        Scope,
        #[words("en tabell med parter och heltidstjänster", "a table of parties and full-time posts")]
        #[help = "Skriv {{ \"Habo\" = 0.5, FK = 1 }}."]
        #[en = "Write {{ \"Habo\" = 0.5, FK = 1 }}."]
        PostsByParty,
        #[words("en tabell med min och max", "a table of min and max")]
        #[help = "Skriv {{ min = 2, max = 9 }}, eller bara en av dem."]
        #[en = "Write {{ min = 2, max = 9 }}, or one of them alone."]
        Limits,
        #[words("en tabell med max", "a table with max")]
        #[help("Skriv {{ max = 3 }}.", "Write {{ max = 3 }}.")]
        Most,
        #[words("en tabell med max", "a table with max")]
        #[help("Skriv {{ max = 0.8 }}.", "Write {{ max = 0.8 }}.")]
        MostShare,
        #[words("en lista med år", "a list of years")]
        #[help("Skriv [2027, 2028].", "Write [2027, 2028].")]
        ListOfYears,
        #[words("en lista med tal", "a list of numbers")]
        #[help("Skriv [66, 67, 70].", "Write [66, 67, 70].")]
        ListOfNumbers,
        #[words("en lista med tabeller", "a list of tables")]
        #[help = "Skriv rubriken med dubbla hakparenteser, [[change]], en gång för varje."]
        #[en = "Write the header in double brackets, [[change]], once for each."]
        ListOfTables,
    }
);

problems!(
    /// What can be wrong with the form of a TOML file.
    pub enum DocumentProblem {
        #[error("toml_syntax")]
        #[title("filen är inte riktig TOML", "the file is not valid TOML")]
        #[label("{reason}", "{reason}")]
        #[help = "Skriv nyckel = värde; text inom \"citattecken\", tal utan blanksteg (1_250_000), listor \
            inom [hakparentes]."]
        #[en = "Write key = value; text in \"quotes\", numbers without spaces (1_250_000), lists in \
            [brackets]."]
        #[with(reason, syntax(message))]
        Syntax { message: String },
        #[error("duplicate_key")]
        #[title("”{key}” finns redan", "\"{key}\" is already there")]
        #[label("står en gång till", "appears again")]
        #[help("Ta bort en av dem.", "Remove one of them.")]
        DuplicateKey { key: String },
        #[error("toml_too_deep")]
        #[title("filen är för djupt nästlad", "the file is nested too deeply")]
        #[label("här tar det slut", "this is where it ends")]
        #[help = "Ett scenario behöver aldrig fler än fyra nivåer."]
        #[en = "A scenario never needs more than four levels."]
        TooDeep,
        #[error("toml_too_many_brackets")]
        #[title = "filen har fler än {most} punkter och parenteser och läses inte"]
        #[en = "the file has more than {most} full stops and brackets and is not read"]
        #[label("hit räcker det", "this is as far as is read")]
        #[help = "Så stor blir ingen fil som människor skriver. Kontrollera att det är rätt fil, eller dela den \
            i flera scenarier."]
        #[en = "No file that people write is that large. Check that it is the right file, or split it into \
            several scenarios."]
        TooManyBrackets { most: usize },
        #[error("unknown_key")]
        #[title("okänd nyckel ”{key}”", "unknown key \"{key}\"")]
        #[label("känns inte igen här", "is not recognized here")]
        #[did_you_mean(nearest)]
        #[help("Här kan stå {allowed}.", "Allowed here are {allowed}.")]
        UnknownKey { key: String, nearest: Option<String>, allowed: Vec<String> },
        #[error("unknown_key")]
        #[title(
            "”{key}” står inte överst i utgångsläget",
            "\"{key}\" does not stand at the top of the baseline"
        )]
        #[label("känns inte igen här", "is not recognized here")]
        #[help = "Flytta raden överst i utgångsläget, bredvid kommuner: efter en rad som [[forbund]] hör den till den."]
        #[en = "Move the line to the top of the baseline, beside kommuner: after a line such as [[forbund]] it belongs to that."]
        KeyOfTop { key: String },
        #[error("missing_key")]
        #[title("”{key}” saknas", "\"{key}\" is missing")]
        #[label("behöver ”{key}”", "needs \"{key}\"")]
        #[help("Lägg till {key} = …", "Add {key} = …")]
        MissingKey { key: String },
        #[error("wrong_type")]
        #[title("”{key}” ska vara {expected}", "\"{key}\" must be {expected}")]
        #[label("är {found}", "is {found}")]
        #[help_of(expected)]
        WrongType { key: String, expected: Kind, found: Kind },
        #[error("year_out_of_range")]
        #[title("värdet för ”{key}” är inget möjligt år", "the value of \"{key}\" is not a possible year")]
        #[label("ska vara {lowest}–{highest}", "must be {lowest}–{highest}")]
        #[help = "Skriv det år i kommuntabellen som ska gälla."]
        #[en = "Write the year of the kommun table that applies."]
        YearOutOfRange { key: String, lowest: i64, highest: i64 },
        #[error("not_whole_kronor")]
        #[title("”{key}” ska vara hela kronor", "\"{key}\" must be whole kronor")]
        #[label("har decimaler", "has decimals")]
        #[help = "Skriv beloppet i kronor utan decimaler, till exempel 1_250_000."]
        #[en = "Write the amount in kronor without decimals, for example 1_250_000."]
        NotWholeKronor { key: String },
        #[error("empty_value")]
        #[title("”{key}” är tom", "\"{key}\" is empty")]
        #[label("inget står här", "nothing is written here")]
        #[help = "Fyll i: en text inom citattecken, eller minst ett namn i listan."]
        #[en = "Fill it in: a text in quotes, or at least one name in the list."]
        EmptyValue { key: String },
        #[error("invalid_choice")]
        #[title("”{value}” går inte att välja här", "\"{value}\" cannot be chosen here")]
        #[label("ska vara {allowed}", "must be {allowed}")]
        #[did_you_mean(nearest)]
        #[help("Välj {allowed}.", "Choose {allowed}.")]
        #[with(allowed, choices(allowed))]
        InvalidChoice { value: String, allowed: Vec<String>, nearest: Option<String> },
        #[error("amount_out_of_range")]
        #[title("”{key}” är inget möjligt belopp", "\"{key}\" is not a possible amount")]
        #[label("ska vara 0–1 000 000 000 000 kr", "must be 0–1,000,000,000,000 kr")]
        #[help = "Belopp skrivs i hela kronor och är aldrig negativa."]
        #[en = "Amounts are written in whole kronor and are never negative."]
        AmountOutOfRange { key: String },
        #[error("number_out_of_range")]
        #[title("värdet för ”{key}” är inget möjligt tal", "the value of \"{key}\" is not a possible number")]
        #[label("ska vara {lowest}–{highest}", "must be {lowest}–{highest}")]
        #[help("Kontrollera talet.", "Check the number.")]
        NumberOutOfRange { key: String, lowest: Decimal, highest: Decimal },
        /// As [`DocumentProblem::InvalidChoice`], where more than words can be written.
        #[error("invalid_choice")]
        #[title("”{value}” går inte att välja här", "\"{value}\" cannot be chosen here")]
        #[label("ska vara {expected}", "must be {expected}")]
        #[did_you_mean(nearest)]
        #[help_of(expected)]
        NotWritten { value: String, expected: Kind, nearest: Option<String> },
        /// As [`DocumentProblem::DecimalOutOfRange`], where fewer decimals can be.
        #[error("decimal_out_of_range")]
        #[title("”{key}” har för många decimaler", "\"{key}\" has too many decimals")]
        #[label("högst {most} decimaler", "at most {most} decimals")]
        #[help("Avrunda till högst {most} decimaler.", "Round to at most {most} decimals.")]
        TooManyDecimals { key: String, most: usize },
        #[error("decimal_out_of_range")]
        #[title("”{key}” går inte att läsa exakt", "\"{key}\" cannot be read exactly")]
        #[label("har för många siffror", "has too many digits")]
        #[help = "Kontrollera antalet siffror. Högst tolv decimaler går att läsa: 0.25."]
        #[en = "Check the number of digits. At most twelve decimals can be read: 0.25."]
        DecimalOutOfRange { key: String },
        #[error("negative_number")]
        #[title("talet för ”{key}” får inte vara negativt", "the number for \"{key}\" must not be negative")]
        #[label("mindre än noll", "less than zero")]
        #[help("Ta bort minustecknet eller rätta talet.", "Remove the minus sign or correct the number.")]
        NegativeNumber { key: String },
        #[error("wrong_kind_of_file")]
        #[title("detta är ett utgångsläge, inte ett scenario", "this is a baseline, not a scenario")]
        #[label("hör till ett utgångsläge", "belongs to a baseline")]
        #[help = "Ange ett scenario som pekar på utgångsläget: baseline = \"utgangslage.toml\"."]
        #[en = "Give a scenario that points to the baseline: baseline = \"utgangslage.toml\"."]
        BaselineAsScenario,
        #[error("wrong_kind_of_file")]
        #[title("detta är en sökning, inte ett scenario", "this is a search, not a scenario")]
        #[label("hör till en sökning", "belongs to a search")]
        #[help = "Kör den med finsam search. Med --scenarios MAPP skriver den de bästa indelningarna som scenarier."]
        #[en = "Run it with finsam search. With --scenarios FOLDER it writes the best groupings as scenarios."]
        SearchAsScenario,
        #[error("wrong_kind_of_file")]
        #[title("detta är {what}, inte en sökning", "this is {what}, not a search")]
        #[label("hör inte till en sökning", "does not belong to a search")]
        #[help = "En sökning har name, baseline och oftast [search] och [rank]. Se finsam schema search."]
        #[en = "A search has name, baseline and mostly [search] and [rank]. See finsam schema search."]
        NotASearch { what: OtherFile },
        #[error("wrong_kind_of_file")]
        #[title("detta är ett scenario, inte ett utgångsläge", "this is a scenario, not a baseline")]
        #[label("hör till ett scenario", "belongs to a scenario")]
        #[help = "Ett utgångsläge har [[forbund]]: ange den filen, här eller i ”baseline”. Ett scenario \
            beräknas med finsam simulate."]
        #[en = "A baseline has [[forbund]]: give that file, here or in \"baseline\". A scenario is computed \
            by finsam simulate."]
        ScenarioAsBaseline,
    }
);

/// What can be chosen. Where that is one word, a list is possible too.
fn choices(language: Language, allowed: &[String]) -> String {
    match allowed {
        [only] => say!(language, "\"{only}\" eller en lista", "\"{only}\" or a list"),
        several => language.alternatives(several),
    }
}

/// The parser's own words are English; what users stumble over most is said in both languages.
fn syntax(language: Language, message: &str) -> String {
    // The first that is contained counts, so longer ones stand before what they contain.
    let known = [
        ("unclosed array table", "rubriken stängs aldrig: ]] saknas"),
        ("unclosed array", "listan stängs aldrig: ] saknas"),
        ("unclosed inline table", "tabellen stängs aldrig: } saknas"),
        ("unclosed table", "rubriken stängs aldrig: ] saknas"),
        (
            "string values must be quoted",
            "text ska stå inom raka \"citattecken\", tal utan blanksteg och enhet: 1_900_000",
        ),
        ("basic string", "texten stängs aldrig: \" saknas"),
        ("literal string", "texten stängs aldrig: ' saknas"),
        ("missing opening quote", "citattecknet i början saknas"),
        ("expected `true`", "text ska stå inom \"citattecken\""),
        ("expected `false`", "text ska stå inom \"citattecken\""),
        ("key with no value", "nyckeln har inget värde: = saknas"),
        ("missing value", "värdet saknas efter ="),
        ("missing assignment", "= saknas mellan nyckel och värde"),
        ("invalid float", "inget tal: skriv 1_900_000 eller 0.25, och text inom \"citattecken\""),
        ("invalid mantissa", "inget tal: skriv 1_900_000 eller 0.25"),
        ("invalid fraction", "siffror saknas efter decimalpunkten"),
        ("redundant numeric sign", "ett tecken för mycket före talet"),
        ("invalid key-value pair", "raden ska vara nyckel = värde"),
        ("extra `=`", "ett = för mycket"),
        ("extra assignment", "ett = för mycket"),
        ("unexpected `=` in array", "ett = hör inte hemma i en lista"),
        ("missing comma", "ett komma saknas"),
        ("extra comma", "ett komma för mycket"),
        ("invalid unquoted key", "nycklar med å, ä, ö eller blanksteg ska stå inom \"citattecken\""),
        ("unquoted keys cannot be empty", "nyckeln före = saknas"),
        ("unexpected leading zero", "tal får inte börja med 0; en kod ska stå inom \"citattecken\""),
        ("`_` may only go between digits", "_ får bara stå mellan siffror"),
        ("unexpected key or value", "oväntad fortsättning: saknas ett komma eller ett radslut?"),
        ("unexpected content", "oväntad fortsättning: saknas ett radslut?"),
        ("carriage return", "ett ensamt vagnreturtecken: spara filen med vanliga radslut"),
        ("unicode value", "efter \\u ska stå fyra hexadecimala siffror, efter \\U åtta"),
        ("escape", "ett \\ i en text ska skrivas \\\\"),
        ("comment", "ett otillåtet tecken i en kommentar"),
        ("invalid exponent", "siffror saknas efter e"),
        ("radix", "inget tal: skriv 1_900_000 eller 0.25"),
        ("hexadecimal", "inget tal: skriv 1_900_000 eller 0.25"),
        ("octal", "inget tal: skriv 1_900_000 eller 0.25"),
        ("binary", "inget tal: skriv 1_900_000 eller 0.25"),
        ("number", "inget tal: skriv 1_900_000 eller 0.25"),
        ("sign", "ett tecken för mycket före talet"),
        ("date", "inget datum; text ska stå inom \"citattecken\""),
        ("time", "inget datum; text ska stå inom \"citattecken\""),
        ("multi-line", "en nyckel får bara stå på en rad"),
        ("missing key", "nyckeln före = saknas"),
        ("invalid key", "nyckeln går inte att läsa"),
        ("invalid value", "värdet går inte att läsa"),
    ];
    let swedish = known.iter().find(|(english, _)| message.contains(english));
    match (language, swedish) {
        (Language::Swedish, Some((_, swedish))) => (*swedish).to_owned(),
        (Language::Swedish, None) => "här stannar läsningen".to_owned(),
        (Language::English, _) => message.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use toml::de::DeTable;

    use super::{Language, syntax};

    #[test]
    fn every_slip_in_toml_has_swedish_words() {
        for text in [
            "a = ",
            "a = \"x",
            "a = 'x",
            "a = \"\"\"x",
            "a \"x\"",
            "= 1",
            "a = x",
            "a = 12 34",
            "a = 1.2.3",
            "a = 0123",
            "a = 1__2",
            "a = [1, 2",
            "a = [1 2]",
            "a = [,]",
            "a = { b = 1",
            "[a",
            "[[a]",
            "a]",
            "[]",
            "a = \"x\" y",
            "a = \"\\q\"",
            "a = \"\\u12\"",
            "a = 2021-13-45",
            "a = 2021-02-30T25:00:00",
            "a = 12:99",
            "a = tru",
            "a = +",
            "a = ++1",
            "a = 1e",
            "a = 0xZZ",
            "a = 0o9",
            "a = 0b2",
            "a = -0x1",
            "a = 0XFF",
            "a b = 1",
            "å = 1",
            "\"a = 1",
            "a = ”x”",
            "a = 5 %",
            "a == 1",
            "# \u{1}",
            "a = \"\u{1}\"",
            "\u{1}",
            "a = {b = 1 c = 2}",
            "\"\"\"a\"\"\" = 1",
            "a = 1\rb = 2",
        ] {
            let (_, errors) = DeTable::parse_recoverable(text);
            assert!(!errors.is_empty(), "{text}");
            for error in errors {
                let words = syntax(Language::Swedish, error.message());
                assert_ne!(words, "här stannar läsningen", "{text}: {}", error.message());
                assert!(!words.contains(error.message()), "{text}: {words}");
            }
        }
    }
}
