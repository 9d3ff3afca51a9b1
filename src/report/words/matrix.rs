//! The captions of matrices.

use crate::text::language::Language;
use crate::text::say;

/// A caption with the side that the figures of the alternatives are on, where it matters.
#[must_use]
pub fn caption(language: Language, caption: &str, is_gross: bool, is_net: bool) -> String {
    match (is_gross, is_net) {
        (true, _) => say!(language, "{caption}, brutto", "{caption}, gross"),
        (_, true) => say!(language, "{caption}, netto", "{caption}, net"),
        _ => caption.to_owned(),
    }
}

/// Kommuner that an alternative moves to förbund outside the baseline.
#[must_use]
pub fn outside(language: Language, alternative: &str, kommuner: &str) -> String {
    say!(
        language,
        "{alternative}: {kommuner} går till ett förbund utanför utgångsläget; där visas bara vad de tar med sig.",
        "{alternative}: {kommuner} go to a förbund outside the baseline; there, only what they bring is shown."
    )
}

/// The caption of a table that shows today and what alternatives change.
#[must_use]
pub fn changes(language: Language, caption: &str) -> String {
    say!(
        language,
        "{caption}: i dag, och vad varje alternativ ändrar",
        "{caption}: today, and what each alternative changes"
    )
}
