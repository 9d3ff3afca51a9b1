//! What stands below a report that was shortened for a screen.

use std::collections::BTreeSet;

use super::sentence::lower_first;
use crate::text::language::Language;
use crate::text::say;

/// Förbund that an alternative leaves as they are, or whose kommuner alone it leaves as they are.
#[must_use]
pub fn forbund_left_alone(language: Language, number: usize, keep_money: bool) -> String {
    if keep_money {
        say!(language, "{number} oförändrade förbund", "{number} unchanged förbund")
    } else {
        say!(language, "{number} förbund med samma kommuner", "{number} förbund with the same kommuner")
    }
}

/// How many more assumptions there are, if any, and which tables, and how to see them.
#[must_use]
pub fn more(language: Language, assumptions: usize, tables: &[String]) -> String {
    // Gross and net have one name, and so may tables of several baselines.
    let mut seen = BTreeSet::new();
    let mut tables: Vec<String> = tables
        .iter()
        .map(|caption| lower_first(caption.split([':', ',']).next().unwrap_or_default()))
        .collect();
    tables.retain(|name| seen.insert(name.clone()));
    let sources = language.pick("källor", "sources").to_owned();
    let counted = match assumptions {
        0 => None,
        1 => Some(say!(language, "ett antagande till", "one more assumption")),
        _ => Some(say!(language, "{assumptions} antaganden till", "{assumptions} more assumptions")),
    };
    let all = language.list(&[counted.into_iter().collect(), tables, vec![sources]].concat());
    say!(language, "--full visar också {all}.", "--full also shows {all}.")
}

/// Where the rest of a summary stands.
#[must_use]
pub fn rest_in_full(language: Language) -> &'static str {
    language.pick(
        "Alla tabeller, antaganden och källor står i den fullständiga rapporten.",
        "All tables, assumptions and sources stand in the full report.",
    )
}

/// Which of the first pictures and tables shows what, and where the rest stands.
#[must_use]
pub fn guide(language: Language, has_map: bool, is_short: bool) -> String {
    let map = if has_map {
        language.pick(
            "Figur 1 visar vilka kommuner som samverkar, tabell 1",
            "Figure 1 shows who is with whom, table 1",
        )
    } else {
        language.pick("Tabell 1 visar", "Table 1 shows")
    };
    let rest = if is_short {
        ""
    } else {
        language.pick(
            " Alla uppgifter, antaganden och källor står i bilagan.",
            " All figures, assumptions and sources stand in the appendix.",
        )
    };
    say!(language, "{map} vad varje alternativ ändrar.{rest}", "{map} what each alternative changes.{rest}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn assumptions_are_counted_as_people_count_and_not_named_where_there_are_none() {
        let swedish = |count| more(Language::Swedish, count, &["Brytpunkt (kr)".to_owned()]);
        assert_eq!(swedish(0), "--full visar också brytpunkt (kr) och källor.");
        assert_eq!(swedish(1), "--full visar också ett antagande till, brytpunkt (kr) och källor.");
        assert_eq!(swedish(2), "--full visar också 2 antaganden till, brytpunkt (kr) och källor.");
        let english = |count| more(Language::English, count, &[]);
        assert_eq!(english(0), "--full also shows sources.");
        assert_eq!(english(1), "--full also shows one more assumption and sources.");
        assert_eq!(english(2), "--full also shows 2 more assumptions and sources.");
    }
}
