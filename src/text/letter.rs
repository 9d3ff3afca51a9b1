//! Letters that are more than letters.

/// Whether a character could control a terminal, cannot be seen, turns the reading direction, or may not stand in XML.
#[must_use]
pub fn is_unsafe(letter: char) -> bool {
    matches!(
        letter,
        '\0'..='\u{1f}'
            | '\u{7f}'..='\u{9f}'
            | '\u{61c}'
            | '\u{180e}'
            | '\u{200b}'..='\u{200f}'
            | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{feff}'
            | '\u{fff9}'..='\u{fffb}'
            | '\u{fffe}'
            | '\u{ffff}'
    )
}

/// A text without the characters that are unsafe (see [`is_unsafe`]), of the same length in bytes, so that places in it
/// stay true. Tabs become blanks, and line breaks too unless `lines` are kept.
#[must_use]
pub fn sanitized(text: &str, lines: bool) -> String {
    // Nearly all texts are safe as they are.
    if !text.chars().any(is_unsafe) {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    out.extend(text.chars().map(|letter| match letter {
        '\n' if lines => '\n',
        '\n' | '\r' | '\t' => ' ',
        letter if !is_unsafe(letter) => letter,
        // As many bytes as what they replace.
        letter => match letter.len_utf8() {
            1 => '?',
            2 => '¿',
            _ => '\u{fffd}',
        },
    }));
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escape_sequences_are_defused_and_places_stay() {
        let text = "a\u{1b}[31mb\u{9b}c\u{202e}d\ne\u{ffff}";
        assert_eq!(sanitized(text, false), "a?[31mb¿c\u{fffd}d e\u{fffd}");
        assert_eq!(sanitized(text, true).len(), text.len());
    }
}
