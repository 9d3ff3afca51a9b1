//! What is said of charts.

use super::language::Language;

/// The step of what the locked national total gives back.
#[must_use]
pub fn redistribution(language: Language) -> &'static str {
    language.pick("Omfördelning i riket", "National redistribution")
}

/// The title of the chart of what is left for insatser.
#[must_use]
pub fn insatser(language: Language, is_illustrative: bool) -> &'static str {
    if is_illustrative {
        return language.pick(
            "Pengar till insatser per år, brutto (illustrativa kanslikostnader)",
            "Money for insatser per year, gross (illustrative kansli costs)",
        );
    }
    language.pick("Pengar till insatser per år, brutto", "Money for insatser per year, gross")
}

/// The title of a waterfall.
#[must_use]
pub fn waterfall(language: Language, scenario: &str) -> String {
    say!(
        language,
        "Från nuläget till {scenario}: intäkter per år",
        "From today to {scenario}: income per year"
    )
}

/// The description of the contributions of many kommuner, which stand in the table below the chart.
#[must_use]
pub fn contributions(language: Language, kommuner: usize) -> String {
    say!(
        language,
        "Bidraget från var och en av {kommuner} kommuner i dag och efter ändringarna, brutto. Beloppen står i tabellen.",
        "The contribution of each of {kommuner} kommuner today and after the changes, gross. The amounts stand in the table."
    )
}

/// The contents of a page.
#[must_use]
pub fn contents(language: Language) -> &'static str {
    language.pick("Innehåll", "Contents")
}

/// Which program made a page.
#[must_use]
pub fn made_by(language: Language, version: &str) -> String {
    say!(language, "Skapad med finsam {version}.", "Made with finsam {version}.")
}
