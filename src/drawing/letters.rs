//! How wide text is, for what is laid out before it is known in which font it will be shown.
//!
//! The widths are those of Arial, which Helvetica, Liberation Sans and Arimo share. [`super::svg`] states the computed
//! width beside every text, so that another font is fitted to it.

use super::geometry::{Point, Rect};

/// How thick letters are.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Weight {
    /// As in running text.
    Regular,
    /// For what stands out.
    Bold,
}

/// From the blank to the tilde, in thousandths of the size of the letters.
const REGULAR: [u16; 95] = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556,
    556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278,
    500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469,
    556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500,
    278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
];
const BOLD: [u16; 95] = [
    278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556,
    556, 556, 556, 556, 556, 333, 333, 584, 584, 584, 611, 975, 722, 722, 722, 722, 667, 611, 778, 722, 278,
    556, 722, 611, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 333, 278, 333, 584,
    556, 333, 556, 611, 556, 611, 556, 333, 611, 611, 278, 278, 556, 278, 889, 611, 611, 611, 611, 389, 556,
    333, 611, 556, 778, 556, 556, 500, 389, 280, 389, 584,
];

/// How far letters of `size` rise above the line they stand on: a capital with its ring.
#[must_use]
pub const fn ascent(size: i64) -> i64 {
    size * 9 / 10
}

/// How far letters of `size` go below the line they stand on.
#[must_use]
pub const fn descent(size: i64) -> i64 {
    size * 22 / 100
}

/// From one line of text to the next.
#[must_use]
pub const fn line_height(size: i64) -> i64 {
    size * 118 / 100
}

/// The width of a text in letters of `size`, rounded up, in the unit of `size`.
#[must_use]
pub fn width(text: &str, size: i64, weight: Weight) -> i64 {
    scaled(thousandths(text, weight), size)
}

/// The width of a text in thousandths of the size of its letters.
fn thousandths(text: &str, weight: Weight) -> i64 {
    text.chars().map(|letter| i64::from(advance(letter, weight))).sum()
}

fn scaled(thousandths: i64, size: i64) -> i64 {
    thousandths.saturating_mul(size).div_euclid(1_000) + 1
}

/// The rectangle that a text needs which begins at `start`, a point on the line it stands on.
#[must_use]
pub fn bounds(text: &str, start: Point, size: i64, weight: Weight) -> Rect {
    let corner = Point::new(start.x, start.y - ascent(size));
    Rect::at(corner, width(text, size, weight), ascent(size) + descent(size))
}

/// The text in lines of at most `widest`, broken at blanks, else after `/` and `-`, else anywhere.
#[must_use]
pub fn wrap(text: &str, widest: i64, size: i64, weight: Weight) -> Vec<String> {
    let fits = |text: &str| width(text, size, weight) <= widest;
    let mut lines = Vec::new();
    let mut line = String::new();
    for piece in pieces(text) {
        let longer = format!("{line}{piece}");
        if fits(longer.trim_end()) {
            line = longer;
            continue;
        }
        if !line.is_empty() {
            lines.push(line.trim_end().to_owned());
        }
        piece.clone_into(&mut line);
        while !fits(line.trim_end()) {
            // At least one letter on each line, however narrow it is.
            let mut ends = line.char_indices().map(|(start, letter)| start + letter.len_utf8());
            let first = ends.next().unwrap_or(line.len());
            let end = ends.take_while(|end| fits(&line[..*end])).last().unwrap_or(first);
            if end == line.len() {
                break;
            }
            let rest = line.split_off(end);
            lines.push(std::mem::replace(&mut line, rest));
        }
    }
    if !line.trim_end().is_empty() {
        lines.push(line.trim_end().to_owned());
    }
    lines
}

/// The text in at most so many lines, the widest as narrow as can be without breaking a word.
pub(crate) fn balanced(text: &str, lines: usize, size: i64, weight: Weight) -> Option<Vec<String>> {
    // Each piece with and without the blanks at its end.
    let pieces =
        pieces(text).map(|piece| (thousandths(piece, weight), thousandths(piece.trim_end(), weight)));
    let pieces: Vec<(i64, i64)> = pieces.collect();
    let mut narrow = scaled(pieces.iter().map(|(_, trimmed)| *trimmed).max()?, size);
    let mut wide = width(text, size, weight);
    // As many as `wrap` makes, where no piece is wider than a line.
    let count = |widest: i64| {
        let (mut count, mut line) = (1, 0);
        for (whole, trimmed) in &pieces {
            if *trimmed > 0 && line > 0 && scaled(line + trimmed, size) > widest {
                count += 1;
                line = 0;
            }
            line += whole;
        }
        count
    };
    if count(wide) > lines {
        return None;
    }
    while wide - narrow > 10 {
        let middle = i64::midpoint(narrow, wide);
        if count(middle) <= lines {
            wide = middle;
        } else {
            narrow = middle;
        }
    }
    Some(wrap(text, wide, size, weight))
}

/// The parts of a text between which a line may be broken: their concatenation is the text.
pub(crate) fn pieces(text: &str) -> impl Iterator<Item = &str> {
    text.split_inclusive([' ', '/', '-', '–'])
}

/// The width of a letter in thousandths of its size.
fn advance(letter: char, weight: Weight) -> u16 {
    let table = match weight {
        Weight::Regular => &REGULAR,
        Weight::Bold => &BOLD,
    };
    let plain = match letter {
        ' '..='~' => letter,
        'À'..='Å' => 'A',
        'Ç' => 'C',
        'È'..='Ë' => 'E',
        'Ì'..='Ï' => 'I',
        'Ð' => 'D',
        'Ñ' => 'N',
        'Ò'..='Ö' | 'Ø' => 'O',
        'Ù'..='Ü' => 'U',
        'Ý' => 'Y',
        'Š' => 'S',
        // Wider than o and s.
        'Ž' | 'ø' | 'ß' => 'Z',
        'à'..='å' => 'a',
        'ç' | 'č' | 'ć' => 'c',
        'è'..='ë' => 'e',
        'ì'..='ï' => 'i',
        'ñ' => 'n',
        'ð' | 'ò'..='ö' | 'ő' => 'o',
        'ù'..='ü' | 'ű' => 'u',
        'ý' | 'ÿ' => 'y',
        'š' => 's',
        'ž' => 'z',
        '\u{a0}' | '\u{2009}' | '\u{202f}' => ' ',
        '−' => '+',
        '–' | '€' => '0',
        '‐' | '‑' => '-',
        '‘' | '’' => 'l',
        '·' => '.',
        // Marks that stand over the letter before them.
        '\u{300}'..='\u{36f}' => return 0,
        '“' | '”' => return 500,
        '≤' | '≥' => return 549,
        // Letters of other scripts are wider than ours.
        _ => return 1_000,
    };
    table[usize::from(u8::try_from(plain).unwrap_or(b'm') - b' ')]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn swedish_names_are_as_wide_as_in_arial() {
        // V 667, ä 556, n 556, e 556, r 333, s 500, b 556, o 556, r 333, g 556.
        assert_eq!(width("Vänersborg", 1_000, Weight::Regular), 5_170);
        assert_eq!(width("Åå", 120, Weight::Bold), (722 + 556) * 120 / 1_000 + 1);
        assert_eq!(width("", 120, Weight::Bold), 1);
        assert_eq!(width("a\u{30a}", 1_000, Weight::Regular), width("å", 1_000, Weight::Regular));
    }

    #[test]
    fn lines_are_broken_at_blanks_and_marks_and_lose_nothing() {
        let lines = wrap("Samordningsförbundet Vänersborg/Mellerud", 1_300, 120, Weight::Regular);
        assert_eq!(lines, ["Samordningsförbundet", "Vänersborg/Mellerud"]);
        assert_eq!(wrap("Vänersborg/Mellerud", 800, 120, Weight::Regular), ["Vänersborg/", "Mellerud"]);
        assert!(wrap("  ", 800, 120, Weight::Regular).is_empty());
    }

    #[test]
    fn lines_are_balanced_as_they_are_wrapped() {
        let names = ["Vänersborg", "Dals-Ed", "Trollhättan, Lilla Edet och Grästorp", "a  b - c", "A/B – C"];
        for (name, lines) in names.into_iter().flat_map(|name| (1..5).map(move |lines| (name, lines))) {
            let Some(balanced) = balanced(name, lines, 120, Weight::Regular) else { continue };
            assert!(balanced.len() <= lines, "{balanced:?}");
            let widest = balanced.iter().map(|line| width(line, 120, Weight::Regular)).max().unwrap_or(0);
            let word =
                pieces(name).map(|piece| width(piece.trim_end(), 120, Weight::Regular)).max().unwrap_or(0);
            // Nothing much narrower would do, but for words that are not broken.
            let narrower = wrap(name, widest - 12, 120, Weight::Regular).len();
            assert!(narrower > lines || widest <= word + 12, "{balanced:?}");
        }
        assert_eq!(balanced("ab cd", 2, 120, Weight::Regular), Some(vec!["ab".into(), "cd".into()]));
        assert_eq!(balanced("", 2, 120, Weight::Regular), None);
    }

    #[test]
    fn a_word_wider_than_the_line_is_broken_anywhere() {
        let word = "m".repeat(100);
        let lines = wrap(&word, 1_000, 120, Weight::Regular);
        assert!(lines.iter().all(|line| width(line, 120, Weight::Regular) <= 1_000));
        assert_eq!(lines.concat(), word);
        assert_eq!(wrap("abc", 0, 120, Weight::Regular), ["a", "b", "c"]);
    }
}
