//! Text from files is never trusted: what could steer a terminal, a spreadsheet or a page is made harmless.

/// A text without characters that could steer a terminal or turn the reading direction, of the same length in
/// bytes, so that places in it stay true. Line breaks and tabs become blanks unless `lines` are kept.
#[must_use]
pub fn harmless(text: &str, lines: bool) -> String {
    let harmless = text.chars().map(|letter| match letter {
        '\n' if lines => '\n',
        '\n' | '\r' | '\t' => ' ',
        '\0'..='\u{1f}' | '\u{7f}' => '?',
        // Two bytes each, like what replaces them.
        '\u{80}'..='\u{9f}' | '\u{61c}' => '¿',
        // Three bytes each: marks that turn the direction of what follows.
        '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => '\u{fffd}',
        other => other,
    });
    harmless.collect()
}

/// A text that no spreadsheet takes for a formula: an apostrophe before what could begin one.
#[must_use]
pub fn no_formula(text: &str) -> String {
    let text = harmless(text, false);
    match text.trim_start().chars().next() {
        Some('=' | '+' | '-' | '@') => format!("'{text}"),
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escape_sequences_are_defused_and_places_stay() {
        let text = "a\u{1b}[31mb\u{9b}c\u{202e}d\ne";
        assert_eq!(harmless(text, false), "a?[31mb¿c\u{fffd}d e");
        assert_eq!(harmless(text, true).len(), text.len());
    }

    #[test]
    fn formulas_become_text() {
        assert_eq!(no_formula("=HYPERLINK(1)"), "'=HYPERLINK(1)");
        assert_eq!(no_formula("\t@x"), "' @x");
        assert_eq!(no_formula("Dals-Ed"), "Dals-Ed");
    }
}
