//! Quotes that are never closed: what follows them would be lost silently in one field.

use std::ops::Range;

use csv::ByteRecord;
use memchr::{memchr, memchr_iter};

/// The quote that is never closed, if the quotes of a text are odd in number: on the last line where they are.
pub(super) fn unclosed_quote(text: &str) -> Option<Range<usize>> {
    let odd = |text: &str| memchr_iter(b'"', text.as_bytes()).count() % 2 == 1;
    if !odd(text) {
        return None;
    }
    let mut place = 0;
    let mut found = 0..0;
    for line in text.split_inclusive('\n') {
        if odd(line) {
            let quote = place + line.rfind('"').expect("an odd number of quotes is not zero");
            found = quote..place + line.trim_end().len();
        }
        place += line.len();
    }
    Some(found)
}

/// A field that holds a line break where it cannot: in a column that finsam reads, or with what looks like rows
/// behind it. Notes of several lines in other columns are left alone.
pub(super) fn swallowing_field(
    record: &ByteRecord,
    delimiter: u8,
    is_read: impl Fn(usize) -> bool,
) -> Option<usize> {
    record.iter().enumerate().position(|(position, field)| {
        let Some(end) = memchr(b'\n', field) else { return false };
        let delimiters = memchr_iter(delimiter, &field[end..]).count();
        is_read(position) || delimiters >= 3
    })
}
