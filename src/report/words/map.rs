//! What is said of maps.

use super::period::Period;
use crate::text::language::Language;
use crate::text::{number, say};

/// The title of maps of today's förbund and of those of the alternatives.
#[must_use]
pub fn title(language: Language, baseline: &str) -> String {
    say!(language, "{baseline}: vilka kommuner som samverkar", "{baseline}: which kommuner work together")
}

/// The title of the maps of a report.
#[must_use]
pub fn caption(language: Language, period: Period) -> String {
    let year = period.beside(language);
    say!(
        language,
        "Vilka kommuner som samverkar i dag och i varje alternativ{year}",
        "Which kommuner work together today and in each alternative{year}"
    )
}

/// The title of the maps of a report on a search.
#[must_use]
pub fn search_caption(language: Language, period: Period) -> String {
    let year = period.beside(language);
    say!(
        language,
        "Vilka kommuner som samverkar i dag och i de bästa indelningarna{year}",
        "Which kommuner work together today and in the best groupings{year}"
    )
}

/// The title of the maps of what each kommun pays more or less.
#[must_use]
pub fn change_caption(language: Language, period: Period, is_gross: bool) -> String {
    let year = period.beside(language);
    let side = if is_gross { language.pick("brutto", "gross") } else { language.pick("netto", "net") };
    say!(
        language,
        "Så ändras kommunernas bidrag{year}, kr per invånare 16–64 år, {side}",
        "How the contributions of the kommuner change{year}, kr per inhabitant 16–64, {side}"
    )
}

/// What a map of changes shows, in words: how many kommuner pay more, and how many less.
#[must_use]
pub fn change_description(language: Language, alternative: &str, more: usize, less: usize) -> String {
    let (more, less) = number::both_in_words(language, more, less);
    say!(
        language,
        "{alternative}: kommuner som betalar mer: {more}; mindre: {less}. Beloppen står i tabellen.",
        "{alternative}: kommuner that pay more: {more}; less: {less}. The amounts are in the table."
    )
}

/// The unit of a map of changes.
#[must_use]
pub fn change_unit(language: Language) -> &'static str {
    language.pick("Kr per invånare 16–64 år", "Kr per inhabitant 16–64")
}

/// Below zero, on a map of changes.
#[must_use]
pub fn pays_less(language: Language) -> &'static str {
    language.pick("betalar mindre", "pays less")
}

/// Above zero, on a map of changes.
#[must_use]
pub fn pays_more(language: Language) -> &'static str {
    language.pick("betalar mer", "pays more")
}

/// Why kommuner have no change on a map: in no förbund today or afterwards, on the way out of them, or not known.
#[must_use]
pub fn without_change(language: Language) -> [&'static str; 3] {
    language.pick(
        ["betalar inget", "lämnar förbunden", "uppgift saknas"],
        ["pays nothing", "leaves the förbund", "not known"],
    )
}

/// What the numbers on maps stand for.
#[must_use]
pub fn numbers(language: Language, named: &[String]) -> String {
    let named = named.join("; ");
    say!(language, "Nummer på kartorna: {named}.", "Numbers on the maps: {named}.")
}

/// Beside the mark of a seat.
#[must_use]
pub fn seat(language: Language) -> &'static str {
    language.pick("säte", "seat")
}

/// For kommuner in no förbund.
#[must_use]
pub fn no_forbund(language: Language) -> &'static str {
    language.pick("i inget förbund", "in no förbund")
}

/// For those, and for kommuner whose parts are in several.
#[must_use]
pub fn no_forbund_or_several(language: Language) -> &'static str {
    language.pick("i inget förbund eller i flera", "in no förbund or in several")
}

/// What a map shows, in words: a caption, and each förbund with its kommuner.
#[must_use]
pub fn description(language: Language, caption: &str, forbund: &[(&str, Vec<&str>)]) -> String {
    let forbund = forbund.iter().map(|(name, kommuner)| format!(" {name}: {}.", language.list(kommuner)));
    format!("{caption}.{}", forbund.collect::<String>())
}

/// What a map of many kommuner shows, in words: a caption, and how many kommuner each förbund has.
#[must_use]
pub fn description_in_numbers(language: Language, caption: &str, forbund: &[(&str, usize)]) -> String {
    let said = forbund.iter().map(|(name, kommuner)| {
        let kommuner = number::whole(language, i64::try_from(*kommuner).unwrap_or(i64::MAX));
        say!(language, "{name}: {kommuner} kommuner", "{name}: {kommuner} kommuner")
    });
    format!("{caption}. {}.", said.collect::<Vec<_>>().join("; "))
}

/// That kommuner are not on the map, since it has no outline for their kommunkod.
#[must_use]
pub fn without_outline(language: Language, kommuner: &[String]) -> String {
    let kommuner = language.list(kommuner);
    say!(
        language,
        "Visas inte på kartan, som inte har någon yta för kommunkoden: {kommuner}.",
        "Not shown on the map, which has no outline for the kommunkod: {kommuner}."
    )
}

/// That kommuner have no colour on a map where their parts are in different förbund.
#[must_use]
pub fn without_colour(language: Language, kommuner: &[String]) -> String {
    let kommuner = language.list(kommuner);
    say!(
        language,
        "Delar av kommunen hör till olika förbund, och den har då ingen färg: {kommuner}.",
        "Parts of the kommun belong to different förbund, and it then has no colour: {kommuner}."
    )
}

/// That kommuner have no name on the map: these, or so many.
#[must_use]
pub fn unnamed(language: Language, kommuner: &[&str]) -> String {
    const LISTED: usize = 20;
    if kommuner.len() <= LISTED {
        let kommuner = language.list(kommuner);
        return say!(
            language,
            "Namnet får inte plats på kartan: {kommuner}.",
            "The name does not fit on the map: {kommuner}."
        );
    }
    let number = number::whole(language, i64::try_from(kommuner.len()).unwrap_or(i64::MAX));
    say!(
        language,
        "Namnen på {number} kommuner får inte plats på kartan.",
        "The names of {number} kommuner do not fit on the map."
    )
}

/// Where the outlines come from.
#[must_use]
pub fn source(language: Language) -> &'static str {
    language.pick(
        "Karta: SCB (kommungränser, förenklade) och Natural Earth (grannländer).",
        "Map: SCB (borders of kommuner, simplified) and Natural Earth (neighbouring countries).",
    )
}
