//! What is said of problems with a kommun table.

use super::language::Language;
use super::number;
use super::problem::Description;
use crate::diagnostic::TableProblem;

pub(super) fn describe(problem: &TableProblem, language: Language) -> Description {
    match problem {
        TableProblem::Empty { file } => Description::new(
            "table_empty",
            if *file {
                say!(language, "filen är tom", "the file is empty")
            } else {
                say!(language, "tabellen har inga kommuner", "the table has no kommuner")
            },
        )
        .label(if *file {
            say!(language, "inget att läsa", "nothing to read")
        } else {
            say!(language, "inga rader under rubriken", "no rows below the header")
        })
        .help(say!(
            language,
            "Första raden ska vara kommunkod,kommun,befolkning_16_64,forsorjningsmatt och därunder en rad per kommun.",
            "The first row must be kommunkod,kommun,befolkning_16_64,forsorjningsmatt, with a row per kommun below."
        )),
        TableProblem::QuoteUnclosed => Description::new(
            "quote_unclosed",
            say!(language, "citattecknet stängs aldrig på raden", "the quote is never closed on the row"),
        )
        .label(say!(language, "börjar här", "begins here"))
        .help(say!(
            language,
            "Sätt ett \" också i slutet, eller ta bort det. Annars skulle raderna under försvinna in i cellen.",
            "Put a \" at the end too, or remove it. Else the rows below would vanish into the cell."
        )),
        TableProblem::ColumnMissing { missing, nearest, found } => {
            let (found, columns) = (language.list(found), language.list(missing));
            let title = match missing.as_slice() {
                [_] => say!(language, "kolumnen ”{columns}” saknas", "the column \"{columns}\" is missing"),
                _ => say!(language, "kolumnerna {columns} saknas", "the columns {columns} are missing"),
            };
            let first = missing.first().map_or("", String::as_str);
            Description::new("column_missing", title)
                .label(say!(language, "ska detta vara rubrikraden?", "is this meant to be the header?"))
                .help(match nearest {
                    Some(nearest) => say!(
                        language,
                        "Ska ”{nearest}” heta ”{first}”?",
                        "Should \"{nearest}\" be called \"{first}\"?"
                    ),
                    None => say!(
                        language,
                        "Kolumnerna är nu {found}. Första raden ska vara rubriken; ta bort titelrader och sep= ovanför den.",
                        "The columns now are {found}. The first row must be the header; remove titles and sep= above it."
                    ),
                })
        }
        TableProblem::ColumnTwice { column } => Description::new(
            "column_twice",
            say!(language, "kolumnen ”{column}” finns två gånger", "the column \"{column}\" stands twice"),
        )
        .label(say!(language, "andra gången", "the second time"))
        .other(say!(language, "första gången", "the first time"))
        .help(say!(language, "Ta bort den ena.", "Remove one of them.")),
        TableProblem::RowLength { expected, found } => Description::new(
            "row_length",
            say!(
                language,
                "raden har {found} fält men rubriken {expected}",
                "the row has {found} fields but the header {expected}"
            ),
        )
        .label(say!(language, "{found} fält", "{found} fields"))
        .help(if found < expected {
            say!(
                language,
                "Saknas ett värde? Låt cellen vara tom men behåll skiljetecknet.",
                "Is a value missing? Leave the cell empty but keep the delimiter."
            )
        } else {
            say!(
            language,
            "Finns det ett skiljetecken eller ett decimalkomma för mycket? Sätt sådan text inom \"citattecken\".",
            "Is there a delimiter or a decimal comma too many? Put such text in \"quotes\"."
            )
        }),
        TableProblem::CellEmpty { column } => Description::new(
            "cell_empty",
            say!(language, "”{column}” är tom", "\"{column}\" is empty"),
        )
        .label(say!(language, "ett värde behövs", "a value is needed"))
        .help(say!(
            language,
            "Fyll i värdet. En kommun utan siffror kan inte räknas med; ta annars bort raden.",
            "Fill in the value. A kommun without figures cannot be counted; else remove the row."
        )),
        TableProblem::CellNotANumber { column } => Description::new(
            "cell_not_a_number",
            say!(language, "”{column}” är inget tal", "\"{column}\" is no number"),
        )
        .label(say!(language, "går inte att läsa som ett tal", "cannot be read as a number"))
        .help(say!(
            language,
            "Skriv till exempel 4512,5 eller 4 512,5: blanksteg bara mellan tusental och högst ett decimaltecken.",
            "Write for example 4512.5 or 4 512.5: blanks only between thousands and at most one decimal sign."
        )),
        TableProblem::CellNotWhole { column } => Description::new(
            "cell_not_whole",
            say!(language, "”{column}” ska vara ett heltal", "\"{column}\" must be a whole number"),
        )
        .label(say!(language, "inget heltal", "no whole number"))
        .help(say!(
            language,
            "Skriv talet utan punkt och komma; 1.363 kan betyda både 1363 och drygt 1.",
            "Write the number without point and comma; 1.363 can mean both 1363 and a little over 1."
        )),
        TableProblem::CellAmbiguous { column } => Description::new(
            "cell_ambiguous",
            say!(language, "”{column}” kan betyda två tal", "\"{column}\" can mean two numbers"),
        )
        .label(say!(language, "tusental eller decimaler?", "thousands or decimals?"))
        .help(say!(
            language,
            "Skriv tusental utan punkt och komma, och samma decimaltecken i hela filen; 1.442 kan betyda både 1442 och drygt 1.",
            "Write thousands without point and comma, and the same decimal sign in the whole file; 1.442 can mean both 1442 and a little over 1."
        )),
        TableProblem::CellNoYear { column } => Description::new(
            "cell_no_year",
            say!(language, "”{column}” är inget år", "\"{column}\" is no year"),
        )
        .label(say!(language, "inget år", "no year"))
        .help(say!(language, "Skriv året med fyra siffror: 2021.", "Write the year in four digits: 2021.")),
        TableProblem::CellNegative { column } => Description::new(
            "cell_negative",
            say!(language, "”{column}” är negativ", "\"{column}\" is negative"),
        )
        .label(say!(language, "mindre än noll", "less than nought"))
        .help(say!(
            language,
            "Antal personer och helårsekvivalenter kan inte vara negativa.",
            "Numbers of persons and helårsekvivalenter cannot be negative."
        )),
        TableProblem::CellTooLarge { column } => Description::new(
            "cell_too_large",
            say!(
                language,
                "”{column}” är för stor eller har för många decimaler",
                "\"{column}\" is too large or has too many decimals"
            ),
        )
        .label(say!(language, "går inte att räkna med exakt", "cannot be computed with exactly"))
        .help(say!(
            language,
            "Högst tio miljarder och tolv decimaler. Avrunda själv, så att du vet vad som räknas.",
            "At most ten thousand million and twelve decimals. Round it yourself, so that you know what is counted."
        )),
        TableProblem::TooManyColumns { most } => Description::new("too_many_columns", {
            let most = number::whole(language, i64::try_from(*most).expect("a count"));
            say!(
                language,
                "tabellen har fler än {most} kolumner och läses inte",
                "the table has more than {most} columns and is not read"
            )
        })
        .help(say!(
            language,
            "Ta bara med de kolumner som behövs; varje blir en indikator i resultatet.",
            "Take only the columns that are needed; each becomes an indicator of the result."
        )),
        TableProblem::TooManyFigures { most } => Description::new("too_many_figures", {
            let most = number::whole(language, i64::try_from(*most).expect("a count"));
            say!(
                language,
                "tabellens övriga kolumner har fler än {most} värden för ett år",
                "the further columns of the table have more than {most} values for one year"
            )
        })
        .label(say!(language, "hit räcker det", "this is as far as is read"))
        .help(say!(
            language,
            "Ta bara med de kolumner och kommuner som behövs; varje kolumn blir en indikator i resultatet.",
            "Take only the columns and kommuner that are needed; each column becomes an indicator of the result."
        )),
        TableProblem::ColumnLeftOut { column, others } => Description::new(
            "column_left_out",
            say!(
                language,
                "kolumnen ”{column}” räknas inte med: en cell går inte att läsa",
                "the column \"{column}\" is left out: a cell cannot be read"
            ),
        )
        .label(match others {
            0 => say!(language, "inget tal som kan användas", "no number that can be used"),
            _ => say!(
                language,
                "inget tal som kan användas; {others} till i kolumnen",
                "no number that can be used; {others} more in the column"
            ),
        })
        .help(say!(
            language,
            "Kronorna berörs inte. Rätta cellen, eller låt den vara tom.",
            "The kronor are not affected. Mend the cell, or leave it empty."
        )),
        TableProblem::KommunkodInvalid { lost_zero } => Description::new(
            "kommunkod_invalid",
            say!(language, "kommunkoden ska ha fyra siffror", "the kommunkod must have four digits"),
        )
        .label(say!(language, "inte fyra siffror", "not four digits"))
        .help(match lost_zero {
            Some(kommunkod) => say!(
                language,
                "Menade du ”{kommunkod}”? Kalkylprogram tappar nollan först; låt kolumnen vara text.",
                "Did you mean \"{kommunkod}\"? Spreadsheets lose the first nought; let the column be text."
            ),
            None => say!(
                language,
                "Skriv koden med fyra siffror, till exempel 0114.",
                "Write the code in four digits, for example 0114."
            ),
        }),
        TableProblem::KommunkodTwice { kommunkod } => Description::new(
            "kommunkod_twice",
            say!(
                language,
                "kommunkoden {kommunkod} finns två gånger samma år",
                "the kommunkod {kommunkod} stands twice in the same year"
            ),
        )
        .label(say!(language, "andra gången", "the second time"))
        .other(say!(language, "första gången", "the first time"))
        .help(say!(language, "Ta bort den rad som är fel.", "Remove the row that is wrong.")),
        TableProblem::KommunNameTwice { kommun } => Description::new(
            "kommun_name_twice",
            say!(
                language,
                "kommunen ”{kommun}” finns två gånger samma år",
                "the kommun \"{kommun}\" stands twice in the same year"
            ),
        )
        .label(say!(language, "andra gången", "the second time"))
        .other(say!(language, "första gången", "the first time"))
        .help(say!(
            language,
            "Ta bort den rad som är fel, eller ge kommunerna olika namn.",
            "Remove the row that is wrong, or give the kommuner different names."
        )),
        TableProblem::ChangedSinceImport { table } => Description::new(
            "table_changed_since_import",
            say!(
                language,
                "”{table}” har ändrats efter importen",
                "\"{table}\" was changed after it was imported"
            ),
        )
        .label(say!(language, "kontrollsumman när källorna skrevs", "its hash when the sources were written"))
        .help(say!(
            language,
            "Källorna stämmer kanske inte längre. Kör finsam import på nytt, eller ta bort table_sha256 och skriv själv vad som ändrats.",
            "The sources may no longer hold. Run finsam import again, or remove table_sha256 and write down yourself what was changed."
        )),
        TableProblem::LanAsRegion { lan, region, others } => Description::new(
            "lan_as_region",
            say!(
                language,
                "”{lan}” är ingen region; den som betalar heter ”{region}”",
                "\"{lan}\" is not a region; the body that pays is called \"{region}\""
            ),
        )
        .label(match others {
            0 => say!(language, "räknas som ”{region}”", "taken to be \"{region}\""),
            1 => say!(
                language,
                "räknas som ”{region}”, här och på 1 rad till",
                "taken to be \"{region}\", here and in 1 more row"
            ),
            _ => say!(
                language,
                "räknas som ”{region}”, här och på {others} rader till",
                "taken to be \"{region}\", here and in {others} more rows"
            ),
        })
        .help(say!(
            language,
            "Skriv ”{region}”: ett län betalar inget, det gör regionen.",
            "Write \"{region}\": a län pays nothing, its region does."
        )),
        TableProblem::LanUnknown { lan, nearest, others } => Description::new(
            "lan_unknown",
            say!(language, "inget län heter ”{lan}”", "no län is called \"{lan}\""),
        )
        .label(match others {
            0 => say!(language, "räknas som en egen region", "taken to be a region of its own"),
            1 => say!(
                language,
                "räknas som en egen region, här och på 1 rad till",
                "taken to be a region of its own, here and in 1 more row"
            ),
            _ => say!(
                language,
                "räknas som en egen region, här och på {others} rader till",
                "taken to be a region of its own, here and in {others} more rows"
            ),
        })
        .help(say!(
            language,
            "Menade du ”{nearest}”? En region med eget namn skrivs i en kolumn som heter region.",
            "Did you mean \"{nearest}\"? A region of another name belongs in a column called region."
        )),
        TableProblem::YearRequired { years } => {
            let years = years_in_words(language, years);
            Description::new(
                "year_required",
                say!(language, "tabellen har flera år: {years}", "the table has several years: {years}"),
            )
            .label(say!(language, "vilket år av denna tabell?", "which year of this table?"))
            .help(say!(
                language,
                "Lägg till year = … i utgångsläget.",
                "Add year = … to the baseline."
            ))
        }
        TableProblem::YearMissing { year, years } => {
            let years = years_in_words(language, years);
            Description::new(
                "year_missing",
                say!(language, "tabellen har inga siffror för {year}", "the table has no figures of {year}"),
            )
            .label(say!(language, "året finns inte", "there is no such year"))
            .help(say!(language, "Åren i tabellen är {years}.", "The years of the table are {years}."))
        }
    }
}

fn years_in_words(language: Language, years: &[i64]) -> String {
    match years {
        [] => language.pick("inga", "none").to_owned(),
        [first, .., last] if *last - *first + 1 == i64::try_from(years.len()).unwrap_or(0) => {
            format!("{first}–{last}")
        }
        some => language.numbers(&some[..some.len().min(12)]),
    }
}
