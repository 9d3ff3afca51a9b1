//! The text of a file, and how places in it are called.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::{Arc, OnceLock};

use memchr::{memchr_iter, memrchr};

/// A file that was read, as text.
#[derive(Debug)]
pub struct Source {
    /// Its path, as users know it.
    pub path: String,
    /// Its text; that of a compiled-in example is not copied.
    pub text: Cow<'static, str>,
    /// Whether it is a sheet written down as text: a line per row, tabs between cells.
    pub is_sheet: bool,
    /// Where the lines are, as soon as somebody asks.
    blocks: OnceLock<Blocks>,
}

/// What stands before each block of a text, so that the line and the column of a place cost the same wherever it is.
#[derive(Debug)]
struct Blocks(Vec<Before>);

/// What stands before a byte of a text.
#[derive(Clone, Copy, Default, Debug)]
struct Before {
    /// Lines that have ended.
    lines: usize,
    /// Characters.
    characters: usize,
    /// Where the line starts that the byte stands on.
    line_start: usize,
}

impl Blocks {
    /// Bytes of a block.
    const SIZE: usize = 4 * 1024;

    fn of(text: &str) -> Self {
        let mut before = Before::default();
        let blocks = (0..text.len()).step_by(Self::SIZE).map(|start| {
            let first = before;
            before = before.and(text, start..(start + Self::SIZE).min(text.len()));
            first
        });
        Self(blocks.collect())
    }

    fn before(&self, text: &str, place: usize) -> Before {
        // The end of a text can be the start of a block that there is not.
        let block = (place / Self::SIZE).min(self.0.len().saturating_sub(1));
        let first = self.0.get(block).copied();
        first.map_or(Before::default(), |first| first.and(text, block * Self::SIZE..place))
    }
}

impl Before {
    /// The same behind some more bytes.
    fn and(self, text: &str, bytes: Range<usize>) -> Self {
        let passed = &text.as_bytes()[bytes.clone()];
        Self {
            lines: self.lines + memchr_iter(b'\n', passed).count(),
            // All bytes of a character but its first are marked as such.
            characters: self.characters + passed.iter().filter(|&&byte| byte & 0xc0 != 0x80).count(),
            line_start: memrchr(b'\n', passed).map_or(self.line_start, |end| bytes.start + end + 1),
        }
    }
}

impl Source {
    /// The text of the file at `path`.
    #[must_use]
    pub fn new(path: String, text: impl Into<Cow<'static, str>>) -> Self {
        Self { path, text: text.into(), is_sheet: false, blocks: OnceLock::new() }
    }

    /// A sheet written down as text: a line per row, tabs between cells.
    #[must_use]
    pub fn sheet(path: String, text: String) -> Self {
        Self { is_sheet: true, ..Self::new(path, text) }
    }

    /// What was typed behind an option, so that errors can show the place in it.
    #[must_use]
    pub fn typed(option: &str, text: &str) -> Arc<Self> {
        Arc::new(Self::new(option.to_owned(), text.to_owned()))
    }

    /// The number of the line, from 1, on which a byte of the text stands.
    #[must_use]
    pub fn line(&self, place: usize) -> usize {
        self.before(place).lines + 1
    }

    /// Where the line starts on which a byte of the text stands.
    #[must_use]
    pub fn line_start(&self, place: usize) -> usize {
        self.before(place).line_start
    }

    fn before(&self, place: usize) -> Before {
        self.blocks.get_or_init(|| Blocks::of(&self.text)).before(&self.text, place)
    }

    /// The number of the character in its line, from 1, that begins at a byte of the text.
    #[must_use]
    pub fn column(&self, place: usize) -> usize {
        let before = self.before(place);
        before.characters - self.before(before.line_start).characters + 1
    }

    /// The name of the cell, "C17", at a byte of a sheet; `None` if this is no sheet.
    #[must_use]
    pub fn cell_name(&self, place: usize) -> Option<String> {
        if !self.is_sheet {
            return None;
        }
        let line = &self.text.as_bytes()[self.line_start(place)..place];
        let letters = column_letters(memchr_iter(b'\t', line).count());
        Some(format!("{letters}{}", self.line(place)))
    }
}

/// What spreadsheets call a column, counted from 0: "C" is the third, "AA" the one after "Z".
#[must_use]
pub fn column_letters(mut column: usize) -> String {
    let mut letters = Vec::new();
    loop {
        letters.push(char::from(b'A' + u8::try_from(column % 26).expect("below 26")));
        match column / 26 {
            0 => break,
            rest => column = rest - 1,
        }
    }
    letters.into_iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_and_columns_are_counted_as_if_from_the_top() {
        let line = |number: usize| format!("{}å\tä\n", "x".repeat(number * 37 % 400));
        let text: String = (0..60).map(line).collect::<String>() + &"ö".repeat(Blocks::SIZE * 2);
        for text in
            [text, String::new(), "\n".to_owned(), "a".repeat(Blocks::SIZE), "\n".repeat(Blocks::SIZE)]
        {
            let sheet = Source::sheet(String::new(), text.clone());
            let is_of_interest = |place: &usize| {
                let of_block = place % Blocks::SIZE;
                *place < 500 || !(3..=Blocks::SIZE - 3).contains(&of_block) || place + 3 > text.len()
            };
            let places = (0..=text.len()).filter(is_of_interest);
            for place in places.filter(|&place| text.is_char_boundary(place)) {
                let start = text[..place].rfind('\n').map_or(0, |end| end + 1);
                let line = text[..place].matches('\n').count() + 1;
                assert_eq!((sheet.line(place), sheet.line_start(place)), (line, start), "{place}");
                assert_eq!(sheet.column(place), text[start..place].chars().count() + 1, "{place}");
                let letters = column_letters(text[start..place].matches('\t').count());
                assert_eq!(sheet.cell_name(place), Some(format!("{letters}{line}")));
            }
        }
    }
}
