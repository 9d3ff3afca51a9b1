//! What is said of uncertain numbers: what they are called, and the tables of what a result hinges on.

use super::period::Period;
use super::risk;
use super::sentence::lower_first;
use crate::analysis::sensitivity::varying::Varying;
use crate::input::uncertain_section::What;
use crate::text::label::label_table;
use crate::text::language::Language;
use crate::text::say;

label_table!(
    /// The short texts of what a result hinges on.
    pub fn labels(language: Language) -> &'static Labels {
        page_title = ("Vad hänger resultatet på?", "What does the result hinge on?");
        as_they_stand = ("som talen står:", "as the numbers stand:");
        bar_at_low = ("när talet är lågt", "with the number at its low");
        bar_at_high = ("när talet är högt", "with the number at its high");
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
    let unit = match unit(varying) {
        "" => String::new(),
        unit => format!(" ({unit})"),
    };
    format!("{}{unit}", name(language, varying))
}

/// The unit of a number, where it has one that can be written: "kr".
#[must_use]
pub fn unit(varying: &Varying) -> &'static str {
    match varying.what() {
        What::Appropriation | What::BaseGrant | What::Kansli | What::Engangskostnad => "kr",
        _ => "",
    }
}

/// A number with whose it is: "Kansli: Finnveden".
#[must_use]
pub fn name(language: Language, varying: &Varying) -> String {
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
    format!("{name}{whose}")
}

/// What a figure is called, from its path: "insatser (netto)", "insatser (netto, 2030)"; else the path itself.
#[must_use]
pub fn figure(language: Language, path: &str, year: Option<i64>) -> String {
    if !is_change(path) {
        return format!("{path}{}", year.map_or(Period::EachYear, Period::Year).beside(language));
    }
    let name = lower_first(&risk::metric(language, path, year.as_slice()));
    match name.split_once(", ") {
        Some((sum, side)) => format!("{sum} ({side})"),
        None => name,
    }
}

/// Whether a figure is the change of a sum of money, which has a name in words.
fn is_change(path: &str) -> bool {
    let parts: Vec<&str> = path.split('.').collect();
    matches!(parts[..], ["delta", "gross" | "net", "state" | "total" | "kansli" | "insatser"])
}

/// The unit of the axis of what a figure hinges on.
#[must_use]
pub fn axis(language: Language, figure: &str, is_money: bool) -> String {
    let unit = if is_money { language.pick(", kr mot i dag", ", kr against today") } else { "" };
    format!("{figure}{unit}")
}

/// The title of the chart of an alternative: what moves the figure most.
#[must_use]
pub fn decides(language: Language, scenario: &str, figure: &str, number: &str) -> String {
    let number = lower_first(number);
    say!(
        language,
        "{scenario}: {figure} hänger mest på {number}",
        "{scenario}: {figure} hinges most on {number}"
    )
}

/// The same with the figures, in a sentence.
#[must_use]
pub fn moves(
    language: Language,
    number: &str,
    [low, high]: [&str; 2],
    [at_low, at_high]: [&str; 2],
) -> String {
    say!(
        language,
        "{number}: {at_low} vid {low}, {at_high} vid {high}",
        "{number}: {at_low} at {low}, {at_high} at {high}"
    )
}

/// That nothing moves the figure of an alternative.
#[must_use]
pub fn nothing_decides(language: Language, scenario: &str, comes: &str) -> String {
    say!(
        language,
        "{scenario}: {comes}, vilket av talen som än ändras inom sina gränser.",
        "{scenario}: {comes}, whichever of the numbers changes within its range."
    )
}

/// What a figure is: "insatser (netto) ändras med −266 130 kr".
#[must_use]
pub fn comes_to(language: Language, (path, year): (&str, Option<i64>), value: &str) -> String {
    let figure = figure(language, path, year);
    if is_change(path) {
        return say!(language, "{figure} ändras med {value}", "{figure} changes by {value}");
    }
    say!(language, "{figure} är {value}", "{figure} is {value}")
}

/// What an alternative comes to, and what moves that most.
#[must_use]
pub fn in_short(language: Language, scenario: &str, comes: &str, moves: &str) -> String {
    let moves = lower_first(moves);
    say!(
        language,
        "{scenario}: {comes}. Störst skillnad gör {moves}.",
        "{scenario}: {comes}. It hinges most on {moves}."
    )
}

/// What the bars of a workbook begin at.
#[must_use]
pub fn against_base(language: Language, base: &str) -> String {
    say!(
        language,
        "Staplarna visar skillnaden mot vad måttet är som talen står: {base}.",
        "The bars show the difference from what the figure is as the numbers stand: {base}."
    )
}

/// That only the numbers that move a figure most are drawn.
#[must_use]
pub fn widest_drawn(language: Language, shown: usize, of: usize) -> String {
    say!(
        language,
        "De {shown} tal av {of} som gör störst skillnad visas; alla står i tabellen.",
        "The {shown} numbers of {of} that move it most are shown; all are in the table."
    )
}

/// The title of what a figure hinges on.
#[must_use]
pub fn title(language: Language, metric: &str) -> String {
    say!(language, "Vad {metric} hänger på", "What {metric} hinges on")
}

/// The caption of the table of an alternative: what the figure is.
#[must_use]
pub fn caption(scenario: &str, comes: &str) -> String {
    format!("{scenario}: {comes}")
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
