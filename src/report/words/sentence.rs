//! The sentences of reports that are made of figures and names.

use rust_decimal::Decimal;

use super::period::Period;
use crate::analysis::result::GrossAndNet;
use crate::input::files::BUILTIN_PREFIX;
use crate::text::language::Language;
use crate::text::number;
use crate::text::say;

/// A name, with the mark that a note explains.
#[must_use]
pub fn marked(name: &str, is_marked: bool) -> String {
    if is_marked { format!("{name} *") } else { name.to_owned() }
}

/// A gross figure with the net one behind it.
#[must_use]
pub fn gross_and_net(language: Language, gross: &str, net: &str) -> String {
    if gross == net {
        return say!(language, "{gross} brutto och netto", "{gross} gross and net");
    }
    say!(language, "{gross} brutto ({net} netto)", "{gross} gross ({net} net)")
}

/// What the kanslier take of the income, in percent, today and afterwards on the sides that are shown.
#[must_use]
pub fn kansli_share(
    language: Language,
    period: Period,
    before: Decimal,
    after: GrossAndNet<Option<Decimal>>,
    is_any_outside: bool,
) -> String {
    let percent =
        |share: Decimal| format!("{}{}", number::decimal(language, share), language.pick("\u{a0}%", "%"));
    let (before, today) = (percent(before), period.today(language));
    let after = match (after.gross.map(percent), after.net.flatten().map(percent)) {
        (Some(gross), Some(net)) => gross_and_net(language, &gross, &net),
        (Some(one), None) => gross(language, &one),
        (None, one) => one.map(|one| net(language, &one)).unwrap_or_default(),
    };
    let outside = if is_any_outside {
        language.pick(" (utom dem utanför utgångsläget)", " (but for that outside the baseline)")
    } else {
        ""
    };
    say!(
        language,
        "Kansliernas andel av intäkterna{outside}: {before} {today}, {after} efteråt.",
        "The kanslier's share of income{outside}: {before} {today}, {after} afterwards."
    )
}

/// A gross figure.
#[must_use]
pub fn gross(language: Language, gross: &str) -> String {
    say!(language, "{gross} brutto", "{gross} gross")
}

/// A net figure.
#[must_use]
pub fn net(language: Language, net: &str) -> String {
    say!(language, "{net} netto", "{net} net")
}

/// A file of the user by its path; one that is compiled into the program by what it is.
#[must_use]
pub fn file<'path>(language: Language, path: &'path str, builtin: (&'path str, &'path str)) -> &'path str {
    let (swedish, english) = builtin;
    if path.starts_with(BUILTIN_PREFIX) { language.pick(swedish, english) } else { path }
}

/// A kommun table and the year of its figures.
#[must_use]
pub fn table_of_year(language: Language, what: &str, table: &str, year: i64) -> String {
    let table = file(language, table, ("inbyggd i finsam", "built into finsam"));
    say!(language, "{what}: {table}, år {year}", "{what}: {table}, year {year}")
}

/// A check with what it found, as one line.
#[must_use]
pub fn verdict(
    language: Language,
    check: &str,
    (expected, actual, difference): (&str, &str, &str),
) -> String {
    say!(
        language,
        "{check}: väntat {expected}, blev {actual}, skillnad {difference}",
        "{check}: expected {expected}, actual {actual}, difference {difference}"
    )
}

/// That a difference was allowed on the command line.
#[must_use]
pub fn allowed(language: Language, tolerance: &str) -> String {
    say!(language, "tillåtet med {tolerance}", "allowed by {tolerance}")
}

/// Between two bounds.
#[must_use]
pub fn between(language: Language, min: &str, max: &str) -> String {
    say!(language, "mellan {min} och {max}", "between {min} and {max}")
}

/// Not less than a bound.
#[must_use]
pub fn at_least(language: Language, min: &str) -> String {
    say!(language, "minst {min}", "at least {min}")
}

/// Not more than a bound.
#[must_use]
pub fn at_most(language: Language, max: &str) -> String {
    say!(language, "högst {max}", "at most {max}")
}

/// What a table of kommuner shows: how many, of how many förbund, and of which year.
#[must_use]
pub fn kommuner_shown(
    language: Language,
    title: &str,
    kommuner: usize,
    forbund: usize,
    year: Option<i64>,
) -> String {
    let of_year = year.map(|year| say!(language, ", år {year}", ", year {year}")).unwrap_or_default();
    match (kommuner, forbund) {
        (1, 0) => say!(language, "{title}: 1 kommun{of_year}.", "{title}: 1 kommun{of_year}."),
        (_, 0) => {
            say!(language, "{title}: {kommuner} kommuner{of_year}.", "{title}: {kommuner} kommuner{of_year}.")
        }
        (1, _) => say!(
            language,
            "{title}: 1 kommun i {forbund} förbund{of_year}.",
            "{title}: 1 kommun in {forbund} förbund{of_year}."
        ),
        _ => say!(
            language,
            "{title}: {kommuner} kommuner i {forbund} förbund{of_year}.",
            "{title}: {kommuner} kommuner in {forbund} förbund{of_year}."
        ),
    }
}

/// Förbund of which only some kommuner are shown.
#[must_use]
pub fn partly_shown(language: Language, forbund: &str) -> String {
    say!(
        language,
        "Av {forbund} visas bara kommunerna i länet.",
        "Of {forbund} only the kommuner in the län are shown."
    )
}

/// A sentence that begins as one.
pub(in crate::report) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// A text that goes on within a sentence.
pub(in crate::report) fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}
