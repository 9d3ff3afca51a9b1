//! What is said of uncertain numbers: what they are called, and the tables of what a result hinges on.

use crate::analysis::sensitivity::varying::Varying;
use crate::input::uncertain_section::What;
use crate::text::label::label_table;
use crate::text::language::Language;
use crate::text::say;

label_table!(
    /// The short texts of what a result hinges on.
    pub fn labels(language: Language) -> &'static Labels {
        number = ("Tal", "Number");
        low = ("Låg", "Low");
        high = ("Hög", "High");
        at_low = ("Vid låg", "At low");
        at_high = ("Vid hög", "At high");
        bar = ("Spann", "Range");
        turns = ("Byter tecken vid", "Changes sign at");
        changes_order = ("Byter plats vid", "Change places at");
        more_below = ("Mer under", "More below");
        more_above = ("Mer över", "More above");
        note_usual = (
            "Inget tal anges som osäkert i filerna. Här varieras i stället anslaget och försörjningsmåtten ±5 procent, antalet \
             övriga förbund ±5, varje kansli ±20 procent och vikterna från 65/35 till 85/15.",
            "The files call no number uncertain. Varied here instead: the appropriation and the försörjningsmått ±5 percent, the \
             number of other förbund ±5, each kansli ±20 percent, and the weights from 65/35 to 85/15.",
        );
        note_one_at_a_time = (
            "Ett tal i taget ändras, alla andra är som de står i filerna.",
            "One number is changed at a time, all others are as they stand in the files.",
        );
        note_exact = (
            "* Första enheten efter bytet: måttet är inte linjärt i talet.",
            "* The first unit beyond the turn: the figure is not linear in the number.",
        );
        no_order = (
            "Inga två alternativ byter plats inom gränserna.",
            "No two alternatives change places within the ranges.",
        );
    }
);

/// A number with whose it is and its unit: "Kansli: Finnveden (kr)".
#[must_use]
pub fn number(language: Language, varying: &Varying) -> String {
    let (swedish, english) = match varying.what() {
        What::Appropriation => ("Statens anslag", "The state's appropriation"),
        What::BaseGrant => ("Grundtilldelning", "Base grant"),
        What::RestForbund => ("Övriga förbund i landet", "Other förbund of the country"),
        What::RestBefolkning => {
            ("Invånare 16–64 i resten av landet", "Inhabitants 16–64 of the rest of the country")
        }
        What::RestForsorjningsmatt => {
            ("Försörjningsmått i resten av landet", "Försörjningsmått of the rest of the country")
        }
        What::Weight => ("Vikten för försörjningsmått", "The weight of försörjningsmått"),
        What::KansliIndex => ("Kansliernas ökning per år", "The growth of kanslier a year"),
        What::Forsorjningsmatt => ("Försörjningsmått", "Försörjningsmått"),
        What::Befolkning => ("Invånare 16–64", "Inhabitants 16–64"),
        What::Kansli => ("Kansli", "Kansli"),
        What::Engangskostnad => ("Engångskostnad", "One-off cost"),
    };
    let name = language.pick(swedish, english);
    let whose = varying.whose.as_ref().map(|whose| format!(": {whose}")).unwrap_or_default();
    let unit = match varying.what() {
        What::Appropriation | What::BaseGrant | What::Kansli | What::Engangskostnad => " (kr)",
        _ => "",
    };
    format!("{name}{whose}{unit}")
}

/// The title of what a figure hinges on.
#[must_use]
pub fn title(language: Language, metric: &str) -> String {
    say!(language, "Vad {metric} hänger på", "What {metric} hinges on")
}

/// The caption of the table of an alternative.
#[must_use]
pub fn caption(language: Language, scenario: &str, metric: &str, value: &str) -> String {
    say!(language, "{scenario}: {metric} är {value}", "{scenario}: {metric} is {value}")
}

/// The caption of the table of alternatives that change places.
#[must_use]
pub fn order_caption(language: Language, metric: &str) -> String {
    say!(language, "När alternativ byter plats efter {metric}", "When alternatives change places by {metric}")
}

/// The caption of a two-way table.
#[must_use]
pub fn grid_caption(language: Language, scenario: &str, metric: &str, rows: &str, columns: &str) -> String {
    say!(
        language,
        "{scenario}: {metric} efter {rows} (rader) och {columns} (kolumner)",
        "{scenario}: {metric} by {rows} (rows) and {columns} (columns)"
    )
}

/// How many numbers make no difference.
#[must_use]
pub fn without_effect(language: Language, names: &[String]) -> String {
    let names = language.first_names(names);
    say!(language, "Ingen skillnad gör: {names}.", "No difference is made by: {names}.")
}
