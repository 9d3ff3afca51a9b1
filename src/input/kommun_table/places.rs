//! Where the cells of a table stand in its file. They are found again only when there is something to say about
//! them, so that a sound file is read in one go.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use memchr::memchr_iter;

use super::{TableReader, WantedYear};
use crate::diagnostic::{Diagnostics, Source};
use crate::input::kommun_columns::Column;
use crate::model::kommun::Kommunkod;

/// On which line each kommun of a year stands. A table is read for its lines only where somebody asks for them;
/// `None` where it cannot be read any more, and that went to `diagnostics`.
#[must_use]
pub fn read_places(
    source: &Arc<Source>,
    wanted: &WantedYear,
    diagnostics: &mut Diagnostics,
) -> Option<TablePlaces> {
    let mut reader = TableReader::new(source, false, diagnostics);
    reader.rows = Some(Vec::new());
    reader.read(wanted)?;
    let heading = |column| reader.columns.position(column).map(|position| reader.columns.name(position));
    // The rows in the order of the file, so that its lines are counted once.
    let mut rows: Vec<(usize, Kommunkod)> = reader.rows.take().expect("asked for above");
    rows.sort_unstable();
    let (mut counted, mut line) = (0, 1);
    let lines = rows.into_iter().map(|(start, kommunkod)| {
        line += memchr_iter(b'\n', &source.text.as_bytes()[counted..start]).count();
        counted = start;
        (kommunkod, line)
    });
    Some(TablePlaces {
        lines: lines.collect(),
        befolkning_16_64: heading(Column::Befolkning).unwrap_or_default(),
        forsorjningsmatt: heading(Column::Forsorjningsmatt).unwrap_or_default(),
        folkmangd: heading(Column::Folkmangd).unwrap_or_default(),
    })
}

/// Where the figures of a table stand.
#[derive(Clone, Debug)]
pub struct TablePlaces {
    /// The heading of inhabitants 16–64.
    pub befolkning_16_64: String,
    /// The heading of försörjningsmått.
    pub forsorjningsmatt: String,
    /// The heading of all inhabitants, if there is such a column.
    pub folkmangd: String,
    /// The line, from 1, on which the row of each kommun starts.
    lines: HashMap<Kommunkod, usize>,
}

impl TablePlaces {
    /// The line, from 1, on which the row of a kommun starts.
    #[must_use]
    pub fn line(&self, kommunkod: Kommunkod) -> Option<usize> {
        self.lines.get(&kommunkod).copied()
    }
}

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
