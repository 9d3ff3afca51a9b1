//! The words of an import of insatser.

use crate::text::label::label_table;
use crate::text::language::Language;
use crate::text::say;

label_table!(
    /// The words of an import of insatser.
    pub(in crate::report) fn words(language: Language) -> &'static Words {
        title = ("Import av insatser", "Import of insatser");
        insats = ("Insats", "Insats");
        insatser = ("Insatserna, rad för rad hoplagda", "The insatser, with their rows added up");
        rows = ("Rader", "Rows");
        deltagare = ("Deltagare", "Participants");
        avslutade = ("Avslutade", "Finished");
        results = ("Resultat i alla insatser tillsammans", "Results in all insatser together");
        resultat = ("Resultat", "Result");
        personer = ("Personer", "Persons");
        of_all = ("% av deltagare", "% of participants");
        of_ended = ("% av avslutade", "% of finished");
        weights = (
            "Personer läggs ihop över rader, och andelar är summa delat med summa: varje insats väger så mycket som den har \
             deltagare eller avslutade, aldrig lika per kommun.",
            "Persons are added up over rows, and percentages are sum divided by sum: each insats weighs as much as it has \
             participants or ended ones, never alike per kommun.",
        );
        percent_of_ended = (
            "Andelar i filerna är av avslutade, och blev det antal personer som ger dem.",
            "Percentages in the files are of those who finished, and became the number of persons that gives them.",
        );
        percent_of_all = (
            "Andelar i filerna är av dem som rubriken säger, annars av avslutade där de anges och av deltagare där de inte gör det, \
             och blev det antal personer som ger dem.",
            "Percentages in the files are of those whom the heading names, else of those who finished where they are stated and of \
             participants where they are not, and became the number of persons that gives them.",
        );
    }
);

/// The first line of the summary.
pub(in crate::report) fn lead(written: Option<&str>, insatser: usize) -> String {
    let insatser = match insatser {
        1 => "1 insats".to_owned(),
        _ => format!("{insatser} insatser"),
    };
    match written {
        Some(written) => format!("{written}: {insatser}."),
        None => format!("{insatser}."),
    }
}

/// Rows that are the sum of all insatser.
pub(in crate::report) fn totals(language: Language, rows: usize) -> String {
    say!(
        language,
        "Rader med summor som inte räknas med: {rows}.",
        "Rows with sums that do not count: {rows}."
    )
}

/// Lines that say something of a table.
pub(in crate::report) fn notes(language: Language, rows: usize) -> String {
    say!(
        language,
        "Anmärkningar under tabellen, som inte är insatser: {rows}.",
        "Notes below the table, which are no insatser: {rows}."
    )
}

/// Columns that hold nothing that is read.
pub(in crate::report) fn left_out(language: Language, headings: &[String]) -> String {
    let headings = language.first_names(headings);
    say!(language, "Kolumner som inte läses: {headings}.", "Columns that are not read: {headings}.")
}

/// What a baseline needs and the files do not say.
pub(in crate::report) fn fill_in(language: Language, columns: &[&str]) -> String {
    let columns = language.list(columns);
    say!(
        language,
        "Fyll i {columns} i tabellen innan ett utgångsläge använder den, och gärna ort och malgrupp.",
        "Fill in {columns} in the table before a baseline uses it, and preferably ort and malgrupp."
    )
}

/// How to continue.
pub(in crate::report) fn next(language: Language, table: &str) -> String {
    say!(
        language,
        "Fortsätt med: insatser = \"{table}\" i utgångsläget, före den första tabellen.",
        "Continue with: insatser = \"{table}\" in the baseline, before the first table."
    )
}
