//! When two names are the same.

use unicode_normalization::UnicodeNormalization;

/// Characters that a name may have. No table, chart or list is legible with longer ones, and a report repeats a name in
/// every row that is about it.
pub const LONGEST: usize = 300;

/// Whether a name has more characters than [`LONGEST`].
#[must_use]
pub fn is_too_long(name: &str) -> bool {
    name.len() > LONGEST && name.chars().nth(LONGEST).is_some()
}

/// As much of a text as a name may have: what tells whether it is one.
#[must_use]
pub fn start(text: &str) -> &str {
    &text[..text.floor_char_boundary(LONGEST)]
}

/// The form in which names are compared: composed (NFC), trimmed, with single plain blanks, lower case.
/// So "VÄNERSBORG " is "Vänersborg", and å typed as a + ring is å.
#[must_use]
pub fn canonical(name: &str) -> String {
    let mut canonical = String::with_capacity(name.len());
    for word in name.split_whitespace() {
        if !canonical.is_empty() {
            canonical.push(' ');
        }
        // Composing is expensive, and below the first combining mark there is nothing to compose.
        if word.chars().all(|letter| letter < '\u{300}') {
            word.chars().for_each(|letter| push_lower_case(&mut canonical, letter));
        } else {
            word.nfc().for_each(|letter| push_lower_case(&mut canonical, letter));
        }
    }
    canonical
}

/// Every name of every table comes by here, and most letters are plain.
fn push_lower_case(text: &mut String, letter: char) {
    if letter.is_ascii() {
        text.push(letter.to_ascii_lowercase());
    } else {
        text.extend(letter.to_lowercase());
    }
}

/// [`canonical`], with å ä ö folded to a a o. Different names can have the same folded form (Habo, Håbo).
#[must_use]
pub fn folded(name: &str) -> String {
    folded_canonical(&canonical(name))
}

/// [`folded`] of a name whose [`canonical`] form is known.
#[must_use]
pub fn folded_canonical(canonical: &str) -> String {
    let mut folded = String::with_capacity(canonical.len());
    folded.extend(canonical.chars().map(|letter| match letter {
        'å' | 'ä' => 'a',
        'ö' => 'o',
        other => other,
    }));
    folded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_blanks_and_composition_do_not_matter_but_letters_do() {
        assert_eq!(canonical("  Upplands\u{a0}VÄSBY "), canonical("upplands väsby"));
        assert_eq!(canonical("Ha\u{30a}bo"), canonical("Håbo"));
        assert_ne!(canonical("Habo"), canonical("Håbo"));
        assert_eq!(folded("Habo"), folded("Håbo"));
    }
}
