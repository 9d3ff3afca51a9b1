//! Whether a text is a kommun table, and what parts its cells.

use crate::input::kommun_columns::Column;
use crate::input::names::plain_heading;

/// The first line of a text that is not empty, without the blanks before it.
fn header(text: &str) -> &str {
    text.trim_start().lines().next().unwrap_or("")
}

/// The delimiter of the header: the one that splits it into most fields.
pub(super) fn delimiter(text: &str) -> u8 {
    let header = header(text);
    let count = |delimiter: u8| header.bytes().filter(|&byte| byte == delimiter).count();
    // The last of equals, so the comma where there is none at all.
    [b';', b'\t', b','].into_iter().max_by_key(|&delimiter| count(delimiter)).unwrap_or(b',')
}

/// Whether a text is meant to be a kommun table: its first line has a heading that only such a table has.
#[must_use]
pub fn is_meant(text: &str) -> bool {
    let header = header(text);
    // Of a line without end the beginning shows as much.
    let header = &header[..header.floor_char_boundary(64 * 1024)];
    let mut headings =
        header.split(char::from(delimiter(text))).map(|name| plain_heading(name.trim_matches([' ', '"'])));
    headings.any(|heading| Column::ALL.iter().any(|(_, known, required)| *required && *known == heading))
}
