//! Names that every spreadsheet program accepts, each of them once.

use std::collections::BTreeSet;

use crate::text::letter::is_unsafe;

/// Characters of a sheet name, as they are counted there: units of UTF-16.
const LONGEST_SHEET_NAME: usize = 31;

/// Hands out names that are unlike each other, whatever the case of their letters.
#[derive(Default, Debug)]
pub(super) struct Unique {
    taken: BTreeSet<String>,
}

impl Unique {
    /// For sheets: "History" is a name that Excel keeps for itself.
    pub(super) fn sheets() -> Self {
        Self { taken: BTreeSet::from(["history".to_owned()]) }
    }

    /// A name for a sheet, as near to the one wanted as can be.
    pub(super) fn sheet(&mut self, wanted: &str) -> String {
        let wanted = acceptable(wanted);
        let wanted = if wanted.is_empty() { "–".to_owned() } else { wanted };
        self.first_free(|suffix| {
            let space = LONGEST_SHEET_NAME - suffix.encode_utf16().count();
            format!("{}{suffix}", shortened(&wanted, space).trim_end_matches([' ', '\'']))
        })
    }

    /// A label for a row.
    pub(super) fn label(&mut self, wanted: &str) -> String {
        let wanted: String = wanted.chars().map(visible).collect();
        self.first_free(|suffix| format!("{wanted}{suffix}"))
    }

    fn first_free(&mut self, named: impl Fn(&str) -> String) -> String {
        let numbered = (2..).map(|number| named(&format!(" ({number})")));
        let mut candidates = std::iter::once(named("")).chain(numbered);
        candidates.find(|name| self.taken.insert(name.to_lowercase())).expect("numbers do not run out")
    }
}

/// Without what a sheet's name must not hold. A quotation mark, or a function's name before a parenthesis, would be
/// taken for a part of the formulas that name the sheet.
fn acceptable(name: &str) -> String {
    let mut acceptable = String::with_capacity(name.len());
    let mut last = ' ';
    for letter in name.chars().map(visible) {
        match letter {
            '[' | '{' => acceptable.push('('),
            ']' | '}' => acceptable.push(')'),
            '/' | '\\' | ':' => acceptable.push('-'),
            '?' | '*' | '!' => acceptable.push(' '),
            '"' => acceptable.push('”'),
            '(' if last.is_ascii_uppercase() || last.is_ascii_digit() || last == '.' => {
                acceptable.push_str(" (");
            }
            letter => acceptable.push(letter),
        }
        last = letter;
    }
    acceptable.trim_matches([' ', '\'']).to_owned()
}

/// A letter that can be seen: names that look alike must not differ only by what nobody sees.
fn visible(letter: char) -> char {
    match letter {
        '\t' | '\n' | '\r' => ' ',
        letter if is_unsafe(letter) => '\u{fffd}',
        letter => letter,
    }
}

/// As many whole words as have space, unless they are less than half of it: then the next word is cut.
fn shortened(text: &str, space: usize) -> &str {
    let mut used = 0;
    let end = text.char_indices().find(|(_, letter)| {
        used += letter.len_utf16();
        used > space
    });
    let Some((end, next)) = end else { return text };
    let cut = &text[..end];
    let words = if next == ' ' { cut } else { cut.rsplit_once(' ').map_or("", |(words, _)| words) };
    // What leads on to the next word is no end of a name.
    let words = words.trim_end_matches([' ', ',', '–', '-', '(']);
    if 2 * words.encode_utf16().count() < space { cut } else { words }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sheets_that_begin_alike_have_names_of_their_own() {
        let mut names = Unique::sheets();
        let long = "En sammanslagning av alla förbund i länet";
        assert_eq!(names.sheet(long), "En sammanslagning av alla");
        assert_eq!(names.sheet(&format!("{long} och Habo")), "En sammanslagning av alla (2)");
        assert_eq!(names.sheet("EN SAMMANSLAGNING AV ALLA FÖRBUND"), "EN SAMMANSLAGNING AV ALLA (3)");
        assert_eq!(names.sheet("En sammanslagning av alla – med Habo"), "En sammanslagning av alla – med");
        assert_eq!(names.sheet("Jönköpings län, alla indelningar – Habo"), "Jönköpings län, alla");
        // One long word is cut, and so is one that would leave little before it.
        assert_eq!(
            names.sheet("Ett samordningsförbundssammanslagningsförslag"),
            "Ett samordningsförbundssammansl"
        );
        assert_eq!(names.sheet(&"😀".repeat(20)).encode_utf16().count(), 30);
    }

    #[test]
    fn sheets_have_names_that_are_accepted() {
        let mut names = Unique::sheets();
        assert_eq!(names.sheet("'=cmd|' /C [x]:*?'"), "=cmd|' -C (x)-");
        assert_eq!(names.sheet("FILTER(A1)\"{\u{7}"), "FILTER (A1)”(\u{fffd}");
        assert_eq!((names.sheet("'''"), names.sheet(" ")), ("–".to_owned(), "– (2)".to_owned()));
        assert_eq!(names.sheet("History"), "History (2)");
    }

    #[test]
    fn rows_that_look_alike_get_different_names() {
        let mut names = Unique::default();
        assert_eq!([names.label("a\u{1}"), names.label("a\u{2}")], ["a\u{fffd}", "a\u{fffd} (2)"]);
    }
}
