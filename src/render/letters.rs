//! About how wide letters are, for what is laid out before it is known in which font it will be shown.

/// About as wide as a text is, in thousandths of the size of its letters: as in bold Arial, which others of its kind
/// come near.
#[must_use]
pub fn width(text: &str) -> u32 {
    text.chars().map(width_of_letter).fold(0, u32::saturating_add)
}

fn width_of_letter(letter: char) -> u32 {
    match letter {
        ' ' | '\u{a0}' | '.' | ',' | ':' | ';' | 'i' | 'l' | 'j' | 'I' | '|' | '\'' => 280,
        '(' | ')' | '-' | 'f' | 't' | 'r' | '/' | '!' => 390,
        '0'..='9' | 'a' | 'c' | 'e' | 'k' | 's' | 'v' | 'x' | 'y' | 'z' | 'å' | 'ä' | 'é' | '–' => 560,
        '+' | '−' | 'b' | 'd' | 'g' | 'h' | 'n' | 'o' | 'p' | 'q' | 'u' | 'ö' => 610,
        'm' | 'w' | 'M' | 'W' | '%' | '…' => 900,
        'A'..='Z' | 'Å' | 'Ä' | 'Ö' => 740,
        // Letters of other scripts are wider than ours.
        _ => 1_000,
    }
}
