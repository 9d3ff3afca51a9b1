//! What can be wrong with a kommun table.

use super::declare::problems;
use crate::text::language::Language;
use crate::text::say;

problems!(
    /// What can be wrong with a kommun table.
    pub enum TableProblem {
        #[error("table_empty")]
        #[title("filen är tom", "the file is empty")]
        #[label("inget att läsa", "nothing to read")]
        #[help = "Första raden ska vara kommunkod,kommun,befolkning_16_64,forsorjningsmatt och därunder en \
            rad per kommun."]
        #[en = "The first row must be kommunkod,kommun,befolkning_16_64,forsorjningsmatt, with a row per \
            kommun below."]
        EmptyFile,
        #[error("table_empty")]
        #[title("tabellen har inga kommuner", "the table has no kommuner")]
        #[label("inga rader under rubriken", "no rows below the header")]
        #[help = "Första raden ska vara kommunkod,kommun,befolkning_16_64,forsorjningsmatt och därunder en \
            rad per kommun."]
        #[en = "The first row must be kommunkod,kommun,befolkning_16_64,forsorjningsmatt, with a row per \
            kommun below."]
        NoRows,
        #[error("quote_unclosed")]
        #[title("citattecknet stängs aldrig på raden", "the quote is never closed on the row")]
        #[label("börjar här", "begins here")]
        #[help = "Sätt ett \" också i slutet, eller ta bort det. Annars skulle raderna under försvinna in i \
            cellen."]
        #[en = "Put a \" at the end too, or remove it. Otherwise the rows below would vanish into the cell."]
        QuoteUnclosed,
        /// A column that is required is missing, or several.
        #[error("column_missing")]
        #[title("{columns}", "{columns}")]
        #[label("ska detta vara rubrikraden?", "is this meant to be the header?")]
        #[help("Ska ”{nearest}” heta ”{first}”?", "Should \"{nearest}\" be called \"{first}\"?")]
        #[when(nearest)]
        #[help = "Kolumnerna är nu {found}. Första raden ska vara rubriken; ta bort titelrader och sep= \
            ovanför den."]
        #[en = "The columns now are {found}. The first row must be the header; remove titles and sep= above \
            it."]
        #[with(columns, missing_columns(first, others))]
        ColumnMissing { first: String, others: Vec<String>, nearest: Option<String>, found: Vec<String> },
        #[error("column_twice")]
        #[title("kolumnen ”{column}” finns två gånger", "the column \"{column}\" appears twice")]
        #[label("andra gången", "the second time")]
        #[other("första gången", "the first time")]
        #[help("Ta bort den ena.", "Remove one of them.")]
        ColumnTwice { column: String },
        #[error("row_length")]
        #[title = "raden har {found} fält men rubriken {expected}"]
        #[en = "the row has {found} fields but the header {expected}"]
        #[label("{found} fält", "{found} fields")]
        #[help = "Saknas ett värde? Låt cellen vara tom men behåll skiljetecknet."]
        #[en = "Is a value missing? Leave the cell empty but keep the delimiter."]
        RowTooShort { expected: usize, found: usize },
        #[error("row_length")]
        #[title = "raden har {found} fält men rubriken {expected}"]
        #[en = "the row has {found} fields but the header {expected}"]
        #[label("{found} fält", "{found} fields")]
        #[help = "Finns det ett skiljetecken eller ett decimalkomma för mycket? Sätt sådan text inom \
            \"citattecken\"."]
        #[en = "Is there a delimiter or a decimal comma too many? Put such text in \"quotes\"."]
        RowTooLong { expected: usize, found: usize },
        #[error("cell_empty")]
        #[title("”{column}” är tom", "\"{column}\" is empty")]
        #[label("ett värde behövs", "a value is needed")]
        #[help = "Fyll i värdet. En kommun utan uppgifter kan inte räknas med; ta annars bort raden."]
        #[en = "Fill in the value. A kommun without figures cannot be counted; otherwise remove the row."]
        CellEmpty { column: String },
        #[error("cell_not_a_number")]
        #[title("”{column}” är inget tal", "\"{column}\" is not a number")]
        #[label("går inte att läsa som ett tal", "cannot be read as a number")]
        #[help = "Skriv till exempel 4512,5 eller 4 512,5: blanksteg bara mellan tusental och högst ett \
            decimaltecken."]
        #[en = "Write for example 4512.5 or 4 512.5: spaces only between thousands and at most one decimal \
            sign."]
        CellNotANumber { column: String },
        #[error("cell_not_whole")]
        #[title("”{column}” ska vara ett heltal", "\"{column}\" must be a whole number")]
        #[label("inget heltal", "not a whole number")]
        #[help = "Skriv talet utan punkt och komma; 1.363 kan betyda både 1363 och drygt 1."]
        #[en = "Write the number without point and comma; 1.363 can mean both 1363 and a little over 1."]
        CellNotWhole { column: String },
        #[error("cell_ambiguous")]
        #[title("”{column}” kan betyda två tal", "\"{column}\" can mean two numbers")]
        #[label("tusental eller decimaler?", "thousands or decimals?")]
        #[help = "Skriv tusental utan punkt och komma, och samma decimaltecken i hela filen; 1.442 kan betyda \
            både 1442 och drygt 1."]
        #[en = "Write thousands without point and comma, and the same decimal sign in the whole file; 1.442 \
            can mean both 1442 and a little over 1."]
        CellAmbiguous { column: String },
        #[error("cell_no_year")]
        #[title("”{column}” är inget år", "\"{column}\" is not a year")]
        #[label("inget år", "not a year")]
        #[help("Skriv året med fyra siffror: 2021.", "Write the year in four digits: 2021.")]
        CellNoYear { column: String },
        #[error("cell_negative")]
        #[title("”{column}” är negativ", "\"{column}\" is negative")]
        #[label("mindre än noll", "less than zero")]
        #[help = "Antal personer och helårsekvivalenter kan inte vara negativa."]
        #[en = "Numbers of people and helårsekvivalenter cannot be negative."]
        CellNegative { column: String },
        #[error("cell_too_large")]
        #[title = "”{column}” är för stor eller har för många decimaler"]
        #[en = "\"{column}\" is too large or has too many decimals"]
        #[label("går inte att räkna med exakt", "cannot be computed with exactly")]
        #[help = "Högst tio miljarder och tolv decimaler. Avrunda själv, så att du vet vad som räknas."]
        #[en = "At most ten billion and twelve decimals. Round it yourself, so that you know what is \
            counted."]
        CellTooLarge { column: String },
        #[error("too_many_columns")]
        #[title = "tabellen har fler än {most} kolumner och läses inte"]
        #[en = "the table has more than {most} columns and is not read"]
        #[help = "Ta bara med de kolumner som behövs; varje blir en indikator i resultatet."]
        #[en = "Take only the columns that are needed; each becomes an indicator of the result."]
        TooManyColumns { most: usize },
        #[error("too_many_figures")]
        #[title = "tabellens övriga kolumner har fler än {most} värden för ett år"]
        #[en = "the further columns of the table have more than {most} values for one year"]
        #[label("hit räcker det", "this is as far as is read")]
        #[help = "Ta bara med de kolumner och kommuner som behövs; varje kolumn blir en indikator i \
            resultatet."]
        #[en = "Take only the columns and kommuner that are needed; each column becomes an indicator of the \
            result."]
        TooManyFigures { most: usize },
        #[warning("column_left_out")]
        #[title = "kolumnen ”{column}” räknas inte med: en cell går inte att läsa"]
        #[en = "the column \"{column}\" is left out: a cell cannot be read"]
        #[label = "inget tal som kan användas; {others} till i kolumnen"]
        #[en = "no number that can be used; {others} more in the column"]
        #[when(others)]
        #[label("inget tal som kan användas", "no number that can be used")]
        #[help = "Kronorna berörs inte. Rätta cellen, eller låt den vara tom."]
        #[en = "The kronor are not affected. Correct the cell, or leave it empty."]
        ColumnLeftOut { column: String, others: usize },
        #[error("kommunkod_invalid")]
        #[title("kommunkoden ska ha fyra siffror", "the kommunkod must have four digits")]
        #[label("inte fyra siffror", "not four digits")]
        #[help = "Menade du ”{lost_zero}”? Kalkylprogram tappar nollan först; låt kolumnen vara text."]
        #[en = "Did you mean \"{lost_zero}\"? Spreadsheets lose the leading zero; let the column be text."]
        #[when(lost_zero)]
        #[help = "Skriv koden med fyra siffror, till exempel 0114."]
        #[en = "Write the code in four digits, for example 0114."]
        KommunkodInvalid { lost_zero: Option<String> },
        #[error("kommunkod_twice")]
        #[title = "kommunkoden {kommunkod} finns två gånger samma år"]
        #[en = "the kommunkod {kommunkod} appears twice in the same year"]
        #[label("andra gången", "the second time")]
        #[other("första gången", "the first time")]
        #[help("Ta bort den rad som är fel.", "Remove the row that is wrong.")]
        KommunkodTwice { kommunkod: String },
        #[error("kommun_name_twice")]
        #[title = "kommunen ”{kommun}” finns två gånger samma år"]
        #[en = "the kommun \"{kommun}\" appears twice in the same year"]
        #[label("andra gången", "the second time")]
        #[other("första gången", "the first time")]
        #[help = "Ta bort den rad som är fel, eller ge kommunerna olika namn."]
        #[en = "Remove the row that is wrong, or give the kommuner different names."]
        KommunNameTwice { kommun: String },
        #[error("year_required")]
        #[title("tabellen har flera år: {years}", "the table has several years: {years}")]
        #[label("vilket år av denna tabell?", "which year of this table?")]
        #[help("Lägg till year = … i utgångsläget.", "Add year = … to the baseline.")]
        #[with(years, Language::years(years))]
        YearRequired { years: Vec<i64> },
        #[error("year_missing")]
        #[title("tabellen har inga uppgifter för {year}", "the table has no figures of {year}")]
        #[label("året finns inte", "there is no such year")]
        #[help("Åren i tabellen är {years}.", "The years of the table are {years}.")]
        #[with(years, Language::years(years))]
        YearMissing { year: i64, years: Vec<i64> },
        #[warning("table_changed_since_import")]
        #[title("”{table}” har ändrats efter importen", "\"{table}\" was changed after it was imported")]
        #[label("kontrollsumman när källorna skrevs", "its hash when the sources were written")]
        #[help = "Källorna stämmer kanske inte längre. Kör finsam import på nytt, eller ta bort table_sha256 \
            och skriv själv vad som ändrats."]
        #[en = "The sources may no longer hold. Run finsam import again, or remove table_sha256 and write \
            down yourself what was changed."]
        ChangedSinceImport { table: String },
        #[warning("lan_as_region")]
        #[title = "”{lan}” är ingen region; den som betalar heter ”{region}”"]
        #[en = "\"{lan}\" is not a region; the body that pays is called \"{region}\""]
        #[label("räknas som ”{region}”{more}", "taken to be \"{region}\"{more}")]
        #[help = "Skriv ”{region}”: ett län betalar inget, det gör regionen."]
        #[en = "Write \"{region}\": a län pays nothing, its region does."]
        #[with(more, in_more_rows(others))]
        LanAsRegion { lan: String, region: String, others: usize },
        #[warning("lan_unknown")]
        #[title("inget län heter ”{lan}”", "no län is called \"{lan}\"")]
        #[label("räknas som en egen region{more}", "taken to be a region of its own{more}")]
        #[help = "Menade du ”{nearest}”? En region med eget namn skrivs i en kolumn som heter region."]
        #[en = "Did you mean \"{nearest}\"? A region of another name belongs in a column called region."]
        #[with(more, in_more_rows(others))]
        LanUnknown { lan: String, nearest: String, others: usize },
    }
);

fn missing_columns(language: Language, first: &str, others: &[String]) -> String {
    if others.is_empty() {
        return say!(language, "kolumnen ”{first}” saknas", "the column \"{first}\" is missing");
    }
    let columns: Vec<&str> = [first].into_iter().chain(others.iter().map(String::as_str)).collect();
    let columns = language.list(&columns);
    say!(language, "kolumnerna {columns} saknas", "the columns {columns} are missing")
}

/// In how many rows beside the one that is shown.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "fields are given by reference")]
fn in_more_rows(language: Language, others: &usize) -> String {
    match others {
        0 => String::new(),
        1 => say!(language, ", här och på 1 rad till", ", here and in 1 more row"),
        _ => say!(language, ", här och på {others} rader till", ", here and in {others} more rows"),
    }
}
