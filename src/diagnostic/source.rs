//! The text of a file, and how places in it are called.

use std::borrow::Cow;
use std::sync::Arc;

/// A file that was read, as text.
#[derive(Debug)]
pub struct Source {
    /// Its path, as users know it.
    pub path: String,
    /// Its text; that of a compiled-in example is not copied.
    pub text: Cow<'static, str>,
    /// Whether it is a sheet written down as text: a line per row, tabs between cells.
    pub is_sheet: bool,
}

impl Source {
    /// What was typed behind an option, so that errors can show the place in it.
    #[must_use]
    pub fn typed(option: &str, text: &str) -> Arc<Self> {
        Arc::new(Self { path: option.to_owned(), text: text.to_owned().into(), is_sheet: false })
    }

    /// The number of the line, from 1, on which a byte of the text stands.
    #[must_use]
    pub fn line(&self, place: usize) -> usize {
        self.text[..place].matches('\n').count() + 1
    }

    /// The number of the character in its line, from 1, that begins at a byte of the text.
    #[must_use]
    pub fn column(&self, place: usize) -> usize {
        let line_start = self.text[..place].rfind('\n').map_or(0, |end| end + 1);
        self.text[line_start..place].chars().count() + 1
    }

    /// The name of the cell, "C17", at a byte of a sheet; `None` if this is no sheet.
    #[must_use]
    pub fn cell_name(&self, place: usize) -> Option<String> {
        if !self.is_sheet {
            return None;
        }
        let line_start = self.text[..place].rfind('\n').map_or(0, |end| end + 1);
        let letters = column_letters(self.text[line_start..place].matches('\t').count());
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
