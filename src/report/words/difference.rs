//! What is said of the difference between two results.

use super::sentence::lower_first;
use crate::analysis::answer::ResultDocument;
use crate::catalogue::{Described, Level};
use crate::text::language::Language;
use crate::text::number;
use crate::text::say;

/// The title.
#[must_use]
pub fn title(language: Language, old: &str, new: &str) -> String {
    say!(language, "Ändringar från {old} till {new}", "Changes from {old} to {new}")
}

/// That nothing changed, or not beyond what is allowed: `within` figures changed less.
#[must_use]
pub fn unchanged(language: Language, within: i64) -> String {
    let count = number::whole(language, within);
    match within {
        0 => say!(language, "Inga uppgifter har ändrats.", "No figure changed."),
        1 => say!(
            language,
            "Ingen uppgift har ändrats mer än tillåtet; 1 har ändrats mindre.",
            "No figure changed more than allowed; 1 changed less."
        ),
        _ => say!(
            language,
            "Inga uppgifter har ändrats mer än tillåtet; {count} har ändrats mindre.",
            "No figure changed more than allowed; {count} changed less."
        ),
    }
}

/// How many figures changed, and how many of them no more than allowed.
#[must_use]
pub fn changed(language: Language, beyond: i64, within: i64) -> String {
    let count = number::whole(language, beyond);
    let figures = match beyond {
        1 => say!(language, "1 uppgift har ändrats", "1 figure changed"),
        _ => say!(language, "{count} uppgifter har ändrats", "{count} figures changed"),
    };
    if within == 0 {
        return format!("{figures}.");
    }
    let within = number::whole(language, within);
    say!(
        language,
        "{figures} mer än tillåtet; {within} till har ändrats mindre.",
        "{figures} more than allowed; {within} more changed less."
    )
}

/// The caption of the figures of a scenario at one level.
#[must_use]
pub fn caption(language: Language, scenario: &str, level: Level) -> String {
    match level {
        Level::Total => say!(language, "{scenario}: alla förbund", "{scenario}: all förbund"),
        Level::Forbund => say!(language, "{scenario}: per förbund", "{scenario}: per förbund"),
        Level::Kommun => say!(language, "{scenario}: per kommun", "{scenario}: per kommun"),
        Level::Region => say!(language, "{scenario}: per region", "{scenario}: per region"),
    }
}

/// How many figures, rows and texts more there are, and how to see them.
#[must_use]
pub fn more(language: Language, figures: usize, rows: usize, texts: usize) -> String {
    let counted = |count: usize, [one, several]: [String; 2]| match count {
        0 => None,
        1 => Some(one),
        _ => Some(several),
    };
    let of_figures = [
        say!(language, "1 uppgift till", "1 more figure"),
        say!(language, "{figures} uppgifter till", "{figures} more figures"),
    ];
    let of_rows = [
        say!(language, "1 tillkommen eller bortfallen till", "1 more that came or went"),
        say!(language, "{rows} tillkomna och bortfallna till", "{rows} more that came or went"),
    ];
    let of_texts = [
        say!(language, "1 text till", "1 more text"),
        say!(language, "{texts} texter till", "{texts} more texts"),
    ];
    let all = [counted(figures, of_figures), counted(rows, of_rows), counted(texts, of_texts)];
    let all = language.list(&all.into_iter().flatten().collect::<Vec<_>>());
    say!(language, "--full visar också {all}.", "--full also shows {all}.")
}

/// A scenario that came or went.
#[must_use]
pub fn scenario(language: Language, name: &str, came: bool) -> String {
    if came {
        say!(language, "Scenariot ”{name}” har tillkommit.", "The scenario \"{name}\" came.")
    } else {
        say!(language, "Scenariot ”{name}” har fallit bort.", "The scenario \"{name}\" went.")
    }
}

/// A row that came or went.
#[must_use]
pub fn row(
    language: Language,
    scenario: &str,
    (level, side): (Level, &str),
    name: &str,
    came: bool,
) -> String {
    let what = match level {
        Level::Total => "",
        Level::Forbund => language.pick("förbundet", "the förbund"),
        Level::Kommun => language.pick("kommunen", "the kommun"),
        Level::Region => language.pick("regionen", "the region"),
    };
    let side = match side {
        "before" => language.pick(" i nuläget", " of today"),
        "after.gross" => language.pick(" efteråt, brutto,", " afterwards, gross,"),
        "after.net" => language.pick(" efteråt, netto,", " afterwards, net,"),
        _ => "",
    };
    if came {
        say!(
            language,
            "{scenario}: {what} ”{name}”{side} har tillkommit.",
            "{scenario}: {what} \"{name}\"{side} came."
        )
    } else {
        say!(
            language,
            "{scenario}: {what} ”{name}”{side} har fallit bort.",
            "{scenario}: {what} \"{name}\"{side} went."
        )
    }
}

/// A text that changed, came or went, alike in the rows with these names; `what` it is says [`described`].
#[must_use]
pub fn text(
    language: Language,
    (scenario, what, names): (&str, &str, &[&str]),
    old: Option<&str>,
    new: Option<&str>,
) -> String {
    let which = if names.is_empty() { String::new() } else { format!(" ({})", language.list(names)) };
    let metric = what;
    match (old, new) {
        (Some(old @ ("true" | "false")), Some(new @ ("true" | "false"))) => {
            let [old, new] = [old, new].map(|flag| yes_or_no(language, flag));
            say!(
                language,
                "{scenario}: {metric}{which}: {old} har blivit {new}",
                "{scenario}: {metric}{which}: {old} became {new}"
            )
        }
        (Some(old), Some(new)) => say!(
            language,
            "{scenario}: {metric}{which}: ”{old}” har blivit ”{new}”",
            "{scenario}: {metric}{which}: \"{old}\" became \"{new}\""
        ),
        (None, Some(new)) => say!(
            language,
            "{scenario}: {metric}{which} har tillkommit: ”{new}”",
            "{scenario}: {metric}{which} came: \"{new}\""
        ),
        (Some(old), None) => say!(
            language,
            "{scenario}: {metric}{which} har fallit bort: ”{old}”",
            "{scenario}: {metric}{which} went: \"{old}\""
        ),
        (None, None) => String::new(),
    }
}

fn yes_or_no(language: Language, flag: &str) -> &'static str {
    if flag == "true" { language.pick("ja", "yes") } else { language.pick("nej", "no") }
}

/// What a text is: the beginning of its description, else its path.
#[must_use]
pub fn described(language: Language, metric: &str) -> String {
    if metric == "assumptions" {
        return language.pick("antagandet", "the assumption").to_owned();
    }
    let Some([swedish, english]) = ResultDocument::SHAPE.description(metric) else {
        return metric.to_owned();
    };
    let beginning = language.pick(swedish, english).split(['.', ':', ',']).next().unwrap_or_default();
    lower_first(beginning.trim())
}
