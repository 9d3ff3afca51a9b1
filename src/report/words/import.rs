//! The sentences of an import: what was seen, what was made of it, where it came from.

use crate::input::files::BUILTIN_PREFIX;
use crate::input::import::Form;
use crate::input::import::table::Steps;
use crate::input::sources_file::ColumnSource;
use crate::text::language::Language;
use crate::text::number;
use crate::text::say;

/// What a file was taken for.
#[must_use]
pub fn form(form: Form, language: Language) -> &'static str {
    match form {
        Form::KoladaJson => language.pick("Kolada, API-svar (JSON)", "Kolada, API answer (JSON)"),
        Form::KoladaWorkbook => language.pick("Kolada, arbetsbok", "Kolada, workbook"),
        Form::Scb => language.pick("SCB:s databas", "Statistics Sweden's database"),
        Form::Forsakringskassan => "Försäkringskassan",
        Form::KommunTable => language.pick("kommuntabell", "kommun table"),
        Form::Plain => language.pick("egen tabell", "own table"),
        Form::Insatser => language.pick("tabell med insatser", "table of insatser"),
    }
}

/// Where a column came from: "Kolada, API-svar (JSON): N01711".
#[must_use]
pub fn source_title(language: Language, of: Form, series: &str, steps: Steps) -> String {
    let form = form(of, language);
    let mut title = if series.is_empty() { form.to_owned() } else { format!("{form}: {series}") };
    for note in step_notes(language, steps) {
        title.push_str("; ");
        title.push_str(note);
    }
    title
}

/// What was done with the figures.
fn step_notes(language: Language, steps: Steps) -> Vec<&'static str> {
    let notes = [
        (steps.sum_of_ages, ("åldrar summerade", "ages added up")),
        (steps.sum_of_sexes, ("kvinnor och män summerade", "women and men added up")),
        (steps.mean_of_months, ("medelvärde av tolv månader", "mean of twelve months")),
        (steps.december, ("december", "December")),
        (steps.rounded, ("avrundat till sex decimaler", "rounded to six decimals")),
    ];
    let done = notes.into_iter().filter(|(done, _)| *done);
    done.map(|(_, (swedish, english))| language.pick(swedish, english)).collect()
}

/// A source with the file that it was imported from.
#[must_use]
pub fn citation(language: Language, source: &ColumnSource) -> String {
    let title = source.title_in(language);
    match &source.file {
        Some(file) => {
            let (hash, day) = (source.sha256.as_deref(), source.imported.as_deref());
            format!("{title} ({})", provenance(language, (file, source.sheet.as_deref()), hash, day))
        }
        None => title.to_owned(),
    }
}

/// A source of figures that were changed after they were imported.
#[must_use]
pub fn changed_afterwards(language: Language, citation: &str, file: &str) -> String {
    say!(
        language,
        "{citation}; ändrad i {file} efter importen",
        "{citation}; changed in {file} after it was imported"
    )
}

/// The file of a source, with the sheet, the beginning of its SHA-256 and the day of the import.
#[must_use]
pub fn provenance(
    language: Language,
    (file, sheet): (&str, Option<&str>),
    sha256: Option<&str>,
    imported: Option<&str>,
) -> String {
    let mut parts = vec![match sheet {
        Some(sheet) => say!(language, "{file}, blad {sheet}", "{file}, sheet {sheet}"),
        None => file.to_owned(),
    }];
    if let Some(sha256) = sha256 {
        let start: String = sha256.chars().take(12).collect();
        parts.push(format!("SHA-256 {start}…"));
    }
    if let Some(day) = imported {
        parts.push(say!(language, "importerad {day}", "imported {day}"));
    }
    parts.join(", ")
}

/// A file with the whole SHA-256 of its bytes.
#[must_use]
pub fn hash_of_file(language: Language, path: &str, sha256: &str) -> String {
    let file = match path.strip_prefix(BUILTIN_PREFIX) {
        Some(path) => say!(language, "{path}, inbyggd i finsam", "{path}, built into finsam"),
        None => path.to_owned(),
    };
    format!("{file}: SHA-256 {sha256}")
}

/// The first line of the summary.
#[must_use]
pub fn summary(language: Language, kommuner: usize, years: &[i64], output: Option<&str>) -> String {
    let years = language.years(years);
    let kommuner = self::kommuner(kommuner);
    match output {
        Some(output) => format!("{output}: {kommuner}, {years}."),
        None => format!("{kommuner}, {years}."),
    }
}

/// So many kommuner; the word is the same in both languages.
fn kommuner(count: usize) -> String {
    if count == 1 { "1 kommun".to_owned() } else { format!("{count} kommuner") }
}

/// Rows that are no kommuner, and values that Kolada has struck out; at least one of the two is there.
#[must_use]
pub fn not_taken(language: Language, aggregates: usize, deleted: usize) -> String {
    let count = |rows: usize| number::whole(language, i64::try_from(rows).expect("a count"));
    let mut parts = Vec::new();
    if aggregates > 0 {
        let rows = count(aggregates);
        parts.push(match aggregates {
            1 => say!(
                language,
                "1 rad för riket, län, regioner, grupper eller medelvärden",
                "1 row of the country, counties, regions, groups or averages"
            ),
            _ => say!(
                language,
                "{rows} rader för riket, län, regioner, grupper och medelvärden",
                "{rows} rows of the country, counties, regions, groups and averages"
            ),
        });
    }
    if deleted > 0 {
        let rows = count(deleted);
        parts.push(match deleted {
            1 => say!(language, "1 värde som Kolada har tagit bort", "1 value that Kolada has deleted"),
            _ => say!(
                language,
                "{rows} värden som Kolada har tagit bort",
                "{rows} values that Kolada has deleted"
            ),
        });
    }
    let parts = parts.join(language.pick(" och ", " and "));
    say!(language, "Räknas inte med: {parts}.", "Not counted: {parts}.")
}

/// Sums of kommuner in a table of ours.
#[must_use]
pub fn own_sums(language: Language, rows: usize) -> String {
    say!(
        language,
        "Rader med finsams egna summor, som inte räknas en gång till: {rows}.",
        "Rows with finsam's own sums, which are not counted once more: {rows}."
    )
}

/// Columns that keep their mark.
#[must_use]
pub fn stays_derived(language: Language, columns: &[&str]) -> String {
    let columns = language.list(columns);
    say!(
        language,
        "Härlett, inte publicerad statistik: {columns}. Märkningen följer med i tabellen och i källorna.",
        "Derived (härlett), not published statistics: {columns}. The mark goes along in the table and its \
         sources."
    )
}

/// Columns of figures that no heading names.
#[must_use]
pub fn unnamed(language: Language, columns: &[(String, String)]) -> String {
    let column = |(file, letters): &(String, String)| {
        say!(language, "kolumn {letters} i {file}", "column {letters} of {file}")
    };
    let columns = language.list(&columns.iter().map(column).collect::<Vec<_>>());
    say!(
        language,
        "Uppgifter utan rubrik är inte med: {columns}. Ge kolumnen en rubrik i filen om den ska med.",
        "Figures without a heading are not taken along: {columns}. Give the column a heading in the file if \
         you need it."
    )
}

/// Kommunkoder that were repaired.
#[must_use]
pub fn lost_zeros(language: Language, codes: usize) -> String {
    say!(
        language,
        "Kommunkoder som hade förlorat sin första nolla (114 är 0114): {codes}.",
        "Kommunkoder that had lost their leading zero (114 is 0114): {codes}."
    )
}

/// Cells that held nothing, or a mark for nothing.
#[must_use]
pub fn missing(language: Language, cells: usize) -> String {
    say!(language, "Celler utan uppgift: {cells}.", "Cells without a figure: {cells}.")
}

/// Series that are in the files and not in the table.
#[must_use]
pub fn left_out(language: Language, series: &[String], example: &str) -> String {
    let series = language.list(&series.iter().map(|name| format!("”{name}”")).collect::<Vec<_>>());
    say!(
        language,
        "Inte med i tabellen: {series}. Ta med en serie under ett eget namn med till exempel --column \
         {example}.",
        "Not in the table: {series}. Take a series along under a name of your own with for example --column \
         {example}."
    )
}

/// Where the sources were written.
#[must_use]
pub fn sources_written(language: Language, file: &str) -> String {
    say!(
        language,
        "Källorna står i {file} och skrivs ut under varje resultat.",
        "The sources stand in {file} and are printed below every result."
    )
}

/// The table went to the screen, so nothing keeps its sources.
#[must_use]
pub fn sources_not_written(language: Language) -> String {
    say!(language, "Källorna sparas bara med -o FIL.", "The sources are kept only with -o FILE.")
}

/// What to run next. A table of the whole country does not say which kommuner are meant, if it names no förbund.
#[must_use]
pub fn next(language: Language, table: &str, says_which: bool, year: Option<i64>) -> String {
    let lan = if says_which { "" } else { " --lan LÄN" };
    let year = year.map_or_else(String::new, |year| format!(" --year {year}"));
    say!(
        language,
        "Fortsätt med: finsam init --table {table}{year}{lan}, eller finsam data validate {table}.",
        "Go on with: finsam init --table {table}{year}{lan}, or finsam data validate {table}."
    )
}

/// The comment at the top of a side file.
#[must_use]
pub fn side_file_comment(language: Language, table: &str) -> String {
    say!(
        language,
        "# Källor till {table}, skrivna av finsam import. finsam läser filen och skriver ut källorna under\n\
         # varje resultat, och varnar om tabellen har ändrats efteråt.\n",
        "# Sources of {table}, written by finsam import. finsam reads this file and prints the sources \
         below\n\
         # every result, and warns if the table was changed afterwards.\n"
    )
}

/// What `data validate` says of a sound file.
#[must_use]
pub fn validated(language: Language, file: &str, what: &str, warnings: usize) -> String {
    match warnings {
        0 => say!(language, "{file}: {what}, utan anmärkning.", "{file}: {what}, nothing to remark."),
        1 => say!(language, "{file}: {what}, 1 varning.", "{file}: {what}, 1 warning."),
        _ => say!(language, "{file}: {what}, {warnings} varningar.", "{file}: {what}, {warnings} warnings."),
    }
}

/// A kommun table with its years.
#[must_use]
pub fn is_table(language: Language, kommuner: usize, years: &[i64]) -> String {
    let (kommuner, years) = (self::kommuner(kommuner), language.years(years));
    say!(language, "kommuntabell med {kommuner}, {years}", "kommun table with {kommuner}, {years}")
}

/// The same, behind what a table is.
#[must_use]
pub fn with_blanks(language: Language, column: &str, years: &[i64]) -> String {
    let years = language.years(years);
    say!(language, " ({column} saknas för {years})", " (without {column} for {years})")
}

/// Years that have no figures of a column, though an earlier one has.
#[must_use]
pub fn blank_years(language: Language, column: &str, years: &[i64]) -> String {
    let years = language.years(years);
    say!(
        language,
        "{column} saknas för {years}: i en tidsplan gäller då varje kommuns senaste uppgift. Ett enskilt år väljs \
         bland de andra.",
        "{column} is missing for {years}: in a path the latest figure of each kommun holds then. A single year is \
         one of the others."
    )
}

/// A kommun table whose figures cannot be compared with those of any year.
#[must_use]
pub fn is_table_without_year(language: Language) -> String {
    say!(
        language,
        "kommuntabell utan år (med --year ÅR jämförs uppgifterna också)",
        "kommun table without year (with --year YEAR its figures are compared too)"
    )
}

/// A baseline.
#[must_use]
pub fn is_baseline(language: Language, forbund: usize) -> String {
    say!(language, "utgångsläge med {forbund} förbund", "baseline with {forbund} förbund")
}

/// A search among so many kommuner.
#[must_use]
pub fn is_search(language: Language, baseline: &str, kommuner: usize) -> String {
    say!(
        language,
        "sökning bland {kommuner} kommuner på ”{baseline}”",
        "search among {kommuner} kommuner on \"{baseline}\""
    )
}

/// A scenario.
#[must_use]
pub fn is_scenario(language: Language, baseline: &str, checks: usize) -> String {
    match checks {
        0 => say!(language, "scenario på ”{baseline}”", "scenario on \"{baseline}\""),
        1 => say!(
            language,
            "scenario på ”{baseline}” med 1 kontroll",
            "scenario on \"{baseline}\" with 1 check"
        ),
        _ => say!(
            language,
            "scenario på ”{baseline}” med {checks} kontroller",
            "scenario on \"{baseline}\" with {checks} checks"
        ),
    }
}
