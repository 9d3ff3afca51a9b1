//! Cells as text, and where they stand in their file. Their places are found again only when there is something to say
//! about them, so that a valid file is read in one go.

use std::ops::Range;
use std::sync::Arc;

use csv::ByteRecord;

use crate::diagnostic::Source;

/// Why reading and seeking cannot fail: rows may have any number of fields.
pub(super) const IN_MEMORY: &str = "a text in memory is read without errors";

/// The text of a table, and what parts its cells.
#[derive(Clone, Copy)]
pub(super) struct Cells<'read> {
    pub(super) source: &'read Arc<Source>,
    pub(super) delimiter: u8,
}

impl Cells<'_> {
    /// The bytes of a field, found by reading its record once more.
    pub(super) fn field(self, record_start: usize, field: usize) -> Range<usize> {
        let bytes = self.source.text.as_bytes();
        // A position after CRLF or an empty line stands on the line break.
        let skipped = bytes[record_start..].iter().take_while(|&&byte| matches!(byte, b'\r' | b'\n')).count();
        let mut start = record_start + skipped;
        let mut reader = csv_core::ReaderBuilder::new().delimiter(self.delimiter).build();
        let mut buffer = [0; 256];
        for position in 0.. {
            let mut end = start;
            let result = loop {
                let (result, read, _) = reader.read_field(&bytes[end..], &mut buffer);
                end += read;
                match result {
                    csv_core::ReadFieldResult::OutputFull => {}
                    other => break other,
                }
            };
            if position == field || !matches!(result, csv_core::ReadFieldResult::Field { record_end: false })
            {
                let ended = [self.delimiter, b'\r', b'\n'];
                while end > start && ended.contains(&bytes[end - 1]) {
                    end -= 1;
                }
                return start..end;
            }
            start = end;
        }
        start..start
    }

    /// The part of a field that stands on its first line.
    pub(super) fn first_line_of_field(self, record_start: usize, field: usize) -> Range<usize> {
        let span = self.field(record_start, field);
        let length = self.source.text[span.clone()].find(['\r', '\n']).unwrap_or(span.len());
        span.start..span.start + length
    }

    /// The bytes of the line on which a record starts.
    pub(super) fn line(self, record_start: usize) -> Range<usize> {
        let text = &self.source.text;
        let start = line_start(text, record_start);
        start..text[start..].find(['\r', '\n']).map_or(text.len(), |length| start + length)
    }
}

/// A position after CRLF or an empty line stands on the line break; the record starts behind it.
pub(super) fn line_start(text: &str, record_start: usize) -> usize {
    let skipped = text[record_start..].find(|letter| !matches!(letter, '\r' | '\n')).unwrap_or(0);
    record_start + skipped
}

/// Where a record starts in the file.
pub(super) fn start(record: &ByteRecord) -> usize {
    let position = record.position().expect("a record that was read");
    usize::try_from(position.byte()).expect("a place in memory")
}

/// The whole file was decoded to UTF-8, and delimiters are ASCII, so every field is text.
pub(super) fn text(field: &[u8]) -> &str {
    std::str::from_utf8(field).expect("a field of a text")
}

/// Spreadsheets leave rows of nothing but delimiters below a table.
pub(super) fn is_blank(record: &ByteRecord) -> bool {
    record.iter().all(|field| field.iter().all(u8::is_ascii_whitespace))
}
