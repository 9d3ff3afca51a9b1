//! What is said of alternatives that rest on several baselines.

use crate::text::language::Language;
use crate::text::say;

/// A text with the name of the baseline that it is about, where there are several.
#[must_use]
pub fn labelled(baseline: Option<&str>, text: &str) -> String {
    match baseline {
        // Names and texts may have colons of their own.
        Some(baseline) => format!("{baseline} – {text}"),
        None => text.to_owned(),
    }
}

/// The names of several baselines, which may hold "och" and commas.
#[must_use]
pub fn names(baselines: &[&str]) -> String {
    baselines.join("; ")
}

/// Which baselines there are, and that they have nothing in common.
#[must_use]
pub fn several(language: Language, baselines: &[&str]) -> String {
    let names = names(baselines);
    say!(
        language,
        "Utgångslägen: {names}. Varje utgångsläge har sitt eget nuläge; inget summeras eller rangordnas mellan dem.",
        "Baselines: {names}. Each baseline has its own row of today; nothing is summed or ranked across them."
    )
}
