//! Text from files is never trusted: what could steer a terminal, a spreadsheet or a page is made harmless.

/// Whether a character could steer a terminal, cannot be seen, turns the reading direction, or may not stand in XML.
#[must_use]
pub fn steers(letter: char) -> bool {
    matches!(letter,
        '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{61c}' | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{fffe}' | '\u{ffff}')
}

/// A text without characters that [`steers`] names, of the same length in bytes, so that places in it stay true.
/// Tabs become blanks, and line breaks too unless `lines` are kept.
#[must_use]
pub fn harmless(text: &str, lines: bool) -> String {
    let harmless = text.chars().map(|letter| match letter {
        '\n' if lines => '\n',
        '\n' | '\r' | '\t' => ' ',
        letter if !steers(letter) => letter,
        // As many bytes as what they replace.
        letter => match letter.len_utf8() {
            1 => '?',
            2 => '¿',
            _ => '\u{fffd}',
        },
    });
    harmless.collect()
}

/// A text that no page and no picture takes for markup.
#[must_use]
pub fn markup(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            other => out.push(other),
        }
    }
    out
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
        let text = "a\u{1b}[31mb\u{9b}c\u{202e}d\ne\u{ffff}";
        assert_eq!(harmless(text, false), "a?[31mb¿c\u{fffd}d e\u{fffd}");
        assert_eq!(harmless(text, true).len(), text.len());
    }

    #[test]
    fn formulas_become_text() {
        assert_eq!(no_formula("=HYPERLINK(1)"), "'=HYPERLINK(1)");
        assert_eq!(no_formula("\t@x"), "' @x");
        assert_eq!(no_formula("Dals-Ed"), "Dals-Ed");
    }
}
