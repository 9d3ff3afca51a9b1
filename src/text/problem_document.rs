//! What is said of problems with the form of a TOML file.

use super::language::Language;
use super::number;
use super::problem::Description;
use crate::diagnostic::{DocumentProblem, Kind};

pub(super) fn describe(problem: &DocumentProblem, language: Language) -> Description {
    match problem {
        DocumentProblem::Syntax { message } => Description::new(
            "toml_syntax",
            say!(language, "filen är inte riktig TOML", "the file is not valid TOML"),
        )
        .label(syntax(language, message))
        .help(say!(
            language,
            "Skriv nyckel = värde; text inom \"citattecken\", tal utan blanksteg (1_250_000), listor inom [hakparentes].",
            "Write key = value; text in \"quotes\", numbers without blanks (1_250_000), lists in [brackets]."
        )),
        DocumentProblem::DuplicateKey { key } => Description::new(
            "duplicate_key",
            say!(language, "”{key}” finns redan", "\"{key}\" is there already"),
        )
        .label(say!(language, "står en gång till", "stands once more"))
        .help(say!(language, "Ta bort en av dem.", "Remove one of them.")),
        DocumentProblem::TooDeep => Description::new(
            "toml_too_deep",
            say!(language, "filen är för djupt nästlad", "the file is nested too deeply"),
        )
        .label(say!(language, "här tar det slut", "this is where it ends"))
        .help(say!(
            language,
            "Ett scenario behöver aldrig fler än fyra nivåer.",
            "A scenario never needs more than four levels."
        )),
        DocumentProblem::TooManyBrackets { most } => {
            let most = number::whole(language, i64::try_from(*most).expect("a count"));
            Description::new(
                "toml_too_many_brackets",
                say!(
                    language,
                    "filen har fler än {most} punkter och parenteser och läses inte",
                    "the file has more than {most} full stops and brackets and is not read"
                ),
            )
        }
        .label(say!(language, "hit räcker det", "this is as far as is read"))
        .help(say!(
            language,
            "Så stor blir ingen fil som människor skriver. Kontrollera att det är rätt fil, eller dela den i flera scenarier.",
            "No file that people write is that large. Check that it is the right file, or split it into several scenarios."
        )),
        DocumentProblem::UnknownKey { key, nearest, allowed } => {
            let allowed = language.list(allowed);
            Description::new("unknown_key", say!(language, "okänd nyckel ”{key}”", "unknown key \"{key}\""))
                .label(say!(language, "känns inte igen här", "is not known here"))
                .nearest(
                    language,
                    nearest.as_deref(),
                    say!(language, "Här kan stå {allowed}.", "Known here are {allowed}."),
                )
        }
        DocumentProblem::MissingKey { key } => {
            Description::new("missing_key", say!(language, "”{key}” saknas", "\"{key}\" is missing"))
                .label(say!(language, "behöver ”{key}”", "needs \"{key}\""))
                .help(say!(language, "Lägg till {key} = …", "Add {key} = …"))
        }
        DocumentProblem::WrongType { key, expected, found } => {
            let wanted = expected;
            let (expected, found) = (kind(language, *expected), kind(language, *found));
            Description::new(
                "wrong_type",
                say!(language, "”{key}” ska vara {expected}", "\"{key}\" must be {expected}"),
            )
            .label(say!(language, "är {found}", "is {found}"))
            .help(example(language, *wanted))
        }
        DocumentProblem::NotWholeKronor { key } => Description::new(
            "not_whole_kronor",
            say!(language, "”{key}” ska vara hela kronor", "\"{key}\" must be whole kronor"),
        )
        .label(say!(language, "har decimaler", "has decimals"))
        .help(say!(
            language,
            "Skriv beloppet i kronor utan decimaler, till exempel 1_250_000.",
            "Write the amount in kronor without decimals, for example 1_250_000."
        )),
        DocumentProblem::EmptyValue { key } => {
            Description::new("empty_value", say!(language, "”{key}” är tom", "\"{key}\" is empty"))
                .label(say!(language, "inget står här", "nothing stands here"))
                .help(say!(language, "Fyll i: en text inom citattecken, eller minst ett namn i listan.", "Fill it in: a text in quotes, or at least one name in the list."))
        }
        DocumentProblem::InvalidChoice { value, allowed, nearest } => {
            let allowed = match allowed.as_slice() {
                [only] => say!(language, "\"{only}\" eller en lista", "\"{only}\" or a list"),
                several => language.alternatives(several),
            };
            Description::new(
                "invalid_choice",
                say!(language, "”{value}” går inte att välja här", "\"{value}\" cannot be chosen here"),
            )
            .label(say!(language, "ska vara {allowed}", "must be {allowed}"))
            .nearest(
                language,
                nearest.as_deref(),
                say!(language, "Välj {allowed}.", "Choose {allowed}."),
            )
        }
        DocumentProblem::AmountOutOfRange { key } => Description::new(
            "amount_out_of_range",
            say!(language, "”{key}” är inget möjligt belopp", "\"{key}\" is no possible amount"),
        )
        .label(say!(language, "ska vara 0–1 000 000 000 000 kr", "must be 0–1,000,000,000,000 kr"))
        .help(say!(
            language,
            "Belopp skrivs i hela kronor och är aldrig negativa.",
            "Amounts are written in whole kronor and are never negative."
        )),
        DocumentProblem::NumberOutOfRange { key, lowest, highest } => {
            let (lowest, highest) = (number::whole(language, *lowest), number::whole(language, *highest));
            Description::new(
                "number_out_of_range",
                say!(language, "värdet för ”{key}” är inget möjligt tal", "the value of \"{key}\" is not a possible number"),
            )
            .label(say!(language, "ska vara {lowest}–{highest}", "must be {lowest}–{highest}"))
            .help(say!(language, "Kontrollera talet.", "Check the number."))
        }
        DocumentProblem::YearOutOfRange { key, lowest, highest } => Description::new(
            "year_out_of_range",
            say!(language, "värdet för ”{key}” är inget möjligt år", "the value of \"{key}\" is not a possible year"),
        )
        .label(say!(language, "ska vara {lowest}–{highest}", "must be {lowest}–{highest}"))
        .help(say!(
            language,
            "Skriv det år i kommuntabellen som ska gälla.",
            "Write the year of the kommun table that is to count."
        )),
        DocumentProblem::NegativeNumber { key } => Description::new(
            "negative_number",
            say!(language, "talet för ”{key}” får inte vara negativt", "the number for \"{key}\" must not be negative"),
        )
        .label(say!(language, "mindre än noll", "less than nought"))
        .help(say!(language, "Ta bort minustecknet eller rätta talet.", "Remove the minus sign or correct the number.")),
        DocumentProblem::DecimalOutOfRange { key } => Description::new(
            "decimal_out_of_range",
            say!(language, "”{key}” går inte att läsa exakt", "\"{key}\" cannot be read exactly"),
        )
        .label(say!(language, "har för många siffror", "has too many digits"))
        .help(say!(
            language,
            "Kontrollera antalet siffror. Högst tolv decimaler går att läsa: 0.25.",
            "Check the number of digits. At most twelve decimals can be read: 0.25."
        )),
        DocumentProblem::WrongKindOfFile { baseline_given } => {
            let title = if *baseline_given {
                say!(
                    language,
                    "detta är ett utgångsläge, inte ett scenario",
                    "this is a baseline, not a scenario"
                )
            } else {
                say!(
                    language,
                    "detta är ett scenario, inte ett utgångsläge",
                    "this is a scenario, not a baseline"
                )
            };
            Description::new("wrong_kind_of_file", title)
                .label(if *baseline_given {
                    say!(language, "hör till ett utgångsläge", "belongs to a baseline")
                } else {
                    say!(language, "hör till ett scenario", "belongs to a scenario")
                })
                .help(if *baseline_given {
                    say!(
                        language,
                        "Ange ett scenario som pekar på utgångsläget: baseline = \"utgangslage.toml\".",
                        "Give a scenario that points to the baseline: baseline = \"utgangslage.toml\"."
                    )
                } else {
                    say!(
                        language,
                        "Ett utgångsläge har [[forbund]]: ange den filen, här eller i ”baseline”. Ett scenario räknas med finsam simulate.",
                        "A baseline has [[forbund]]: give that file, here or in \"baseline\". A scenario is computed by finsam simulate."
                    )
                })
        }
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

fn kind(language: Language, kind: Kind) -> &'static str {
    match kind {
        Kind::Text => language.pick("en text inom citattecken", "a text in quotes"),
        Kind::Whole => language.pick("ett heltal", "a whole number"),
        Kind::Decimal => language.pick("ett tal", "a number"),
        Kind::NotFinite => language.pick("inf eller nan", "inf or nan"),
        Kind::Boolean => language.pick("true eller false", "true or false"),
        Kind::Date => language.pick("ett datum", "a date"),
        Kind::List => language.pick("en lista", "a list"),
        Kind::Table => language.pick("en tabell", "a table"),
        Kind::NameOrTable => language
            .pick("en nyckels namn eller en tabell med tal", "the name of a key or a table of numbers"),
        Kind::SumOrTable => language.pick("en summa eller en tabell med poster", "a sum or a table of items"),
        Kind::AllaOrList => {
            language.pick("\"alla\" eller en lista med kommuner", "\"alla\" or a list of kommuner")
        }
        Kind::ListOfTexts => language.pick("en lista med namn", "a list of names"),
        Kind::ListOfTables => language.pick("en lista med tabeller", "a list of tables"),
    }
}

/// How a value of a kind is written.
fn example(language: Language, kind: Kind) -> String {
    match kind {
        Kind::Text => say!(language, "Skriv \"Väst\".", "Write \"Väst\"."),
        Kind::Whole => say!(
            language,
            "Skriv bara siffror, utan citattecken: 1_250_000 eller 2021.",
            "Write digits only, without quotes: 1_250_000 or 2021."
        ),
        Kind::Decimal => {
            say!(language, "Skriv talet utan citattecken: 0.25.", "Write the number without quotes: 0.25.")
        }
        Kind::ListOfTexts | Kind::List => {
            say!(language, "Skriv [\"Väst\", \"Norr\"].", "Write [\"Väst\", \"Norr\"].")
        }
        Kind::ListOfTables => say!(
            language,
            "Skriv rubriken med dubbla hakparenteser, [[change]], en gång för varje.",
            "Write the header in double brackets, [[change]], once for each."
        ),
        Kind::AllaOrList => say!(
            language,
            "Skriv \"alla\" eller [\"Ale\", \"Tjörn\"].",
            "Write \"alla\" or [\"Ale\", \"Tjörn\"]."
        ),
        Kind::SumOrTable => say!(
            language,
            "Skriv 1_250_000 eller {{ forbundschef = 900_000, lokaler = 350_000 }}.",
            "Write 1_250_000 or {{ forbundschef = 900_000, lokaler = 350_000 }}."
        ),
        Kind::Boolean | Kind::Date | Kind::Table | Kind::NameOrTable | Kind::NotFinite => {
            let kind = self::kind(language, kind);
            say!(language, "Skriv {kind}.", "Write {kind}.")
        }
    }
}

#[cfg(test)]
mod tests {
    use toml::de::DeTable;

    use super::*;

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
