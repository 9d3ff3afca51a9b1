//! What the XML of a workbook may say, checked before the library that reads workbooks sees it.
//!
//! That library trusts a file in what it says of itself: it allocates space for as many strings as are announced, adds
//! up the digits of a row whatever their number, and copies a font for every cell format that names it. Nothing is
//! wrong with that in a workbook that a spreadsheet wrote; here a workbook may come from anywhere. The same parser with
//! the same settings is used, so that nothing is read later that was not seen here.

use std::collections::BTreeSet;
use std::io::BufRead;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::workbook_entry::{Metered, extension, last_name};
use super::workbook_error::{Size, WorkbookError};

/// Rows and columns of a sheet, in any spreadsheet.
pub(super) const MOST_ROWS: u32 = 1_048_576;
const MOST_COLUMNS: u32 = 16_384;
/// Strings that cells share. More than cells are read would be for nothing.
const MOST_STRINGS: u64 = 2_000_000;
/// Cells, most of them empty: people colour whole columns. They take no memory, only time.
const MOST_PLACES: u64 = 10_000_000;
/// Bytes that copying fonts, fills, borders and number formats for each cell format may take: each of these may be
/// long, or there may be many cell formats, but not both.
const MOST_BYTES_OF_FORMATS: u64 = 64 * 1024 * 1024;
/// Brackets in a number format, which are counted in a byte.
const MOST_BRACKETS: usize = 200;

/// An element that is kept in memory as a whole.
struct Kept {
    name: &'static str,
    most: u64,
    most_bytes: u64,
}

const CELL_FORMAT: usize = 0;
/// Those that are copied for each cell format.
const COPIED: [usize; 4] = [1, 2, 3, 4];
/// Far above what spreadsheets write: 32 767 letters in a cell, 64 000 cell formats, 65 530 links on a sheet.
const KEPT: [Kept; 10] = [
    Kept { name: "xf", most: 200_000, most_bytes: 64 * 1024 },
    Kept { name: "font", most: 200_000, most_bytes: 64 * 1024 },
    Kept { name: "fill", most: 200_000, most_bytes: 64 * 1024 },
    Kept { name: "border", most: 200_000, most_bytes: 64 * 1024 },
    Kept { name: "numFmt", most: 200_000, most_bytes: 64 * 1024 },
    Kept { name: "si", most: MOST_STRINGS, most_bytes: 1024 * 1024 },
    Kept { name: "c", most: MOST_PLACES, most_bytes: 1024 * 1024 },
    Kept { name: "sheet", most: 1_000, most_bytes: 64 * 1024 },
    Kept { name: "definedName", most: 500_000, most_bytes: 1024 * 1024 },
    Kept { name: "Relationship", most: 500_000, most_bytes: 64 * 1024 },
];

/// Files that are read wherever they are found, beside those that others refer to.
const ALWAYS_READ: [&str; 3] = ["sharedstrings.xml", "styles.xml", "theme1.xml"];

/// How much of a kind of element was seen.
#[derive(Default)]
struct Seen {
    count: u64,
    longest: u64,
    /// Where one began that has not ended, and its name with prefix: what ends it must bear the same.
    open: Option<u64>,
    full_name: String,
}

impl Seen {
    fn end(&mut self, at: u64, most_bytes: u64) -> Result<(), WorkbookError> {
        if let Some(start) = self.open.take() {
            self.longest = self.longest.max(at - start);
        }
        if self.longest > most_bytes { Err(Size::Element.too_large(most_bytes)) } else { Ok(()) }
    }
}

/// What was seen so far in all files of a workbook.
#[derive(Default)]
pub(super) struct Markup {
    seen: [Seen; KEPT.len()],
    /// Names of files that others say are the workbook or a sheet.
    named: BTreeSet<String>,
    /// What the list of sheets calls those files.
    sheets: BTreeSet<String>,
    /// Names of files that were not read as XML.
    not_walked: BTreeSet<String>,
}

impl Markup {
    /// Reads a file, if it is one of XML, as far as it is well formed.
    pub(super) fn walk(&mut self, path: &str, part: &mut Metered<impl BufRead>) -> Result<(), WorkbookError> {
        let name = last_name(path).to_ascii_lowercase();
        if !matches!(extension(&name), Some("xml" | "rels")) {
            self.not_walked.insert(name);
            return Ok(());
        }
        let mut xml = Reader::from_reader(&mut *part);
        let config = xml.config_mut();
        config.check_end_names = false;
        config.check_comments = false;
        config.expand_empty_elements = true;
        let mut buffer = Vec::new();
        loop {
            xml.get_mut().begin_piece();
            let start = xml.buffer_position();
            buffer.clear();
            match xml.read_event_into(&mut buffer) {
                Ok(Event::Start(element)) => self.start(&element, start)?,
                Ok(Event::End(element)) => {
                    let (kind, full_name) = (element.local_name(), element.name());
                    let Some(position) = position(kind.as_ref()) else { continue };
                    if self.seen[position].full_name == full_name.as_ref() {
                        self.seen[position].end(xml.buffer_position(), KEPT[position].most_bytes)?;
                    }
                }
                Ok(Event::Eof) | Err(_) => break,
                Ok(_) => {}
            }
        }
        let end = xml.buffer_position();
        for (seen, kept) in self.seen.iter_mut().zip(&KEPT) {
            seen.end(end, kept.most_bytes)?;
        }
        if part.piece_is_too_long() {
            self.not_walked.insert(name);
        }
        Ok(())
    }

    fn start(&mut self, element: &BytesStart<'_>, at: u64) -> Result<(), WorkbookError> {
        let kind = element.local_name();
        let kind = kind.as_ref();
        if let Some(position) = position(kind) {
            let (seen, kept) = (&mut self.seen[position], &KEPT[position]);
            seen.count += 1;
            if seen.count > kept.most {
                return Err(Size::Elements.too_large(kept.most));
            }
            if seen.open.is_none() {
                seen.open = Some(at);
                seen.full_name.clear();
                seen.full_name.push_str(element.name().as_ref());
            }
        }
        match kind {
            "sst" => each(element, "uniqueCount", check_count),
            "dimension" | "row" | "c" | "f" => {
                each(element, "r", check_reference)?;
                each(element, "ref", check_reference)
            }
            "numFmt" => each(element, "formatCode", check_brackets),
            "Relationship" => self.relationship(element),
            "sheet" => self.sheet(element),
            _ => Ok(()),
        }
    }

    /// Notes which files are the workbook and its sheets. Each is a sheet once only: of a thousand sheets that are
    /// all the same file, each would be small enough.
    fn relationship(&mut self, element: &BytesStart<'_>) -> Result<(), WorkbookError> {
        let (mut is_workbook, mut is_sheet) = (false, false);
        each(element, "Type", |kind| {
            let kind = kind.rsplit('/').next();
            is_workbook |= kind == Some("officeDocument");
            is_sheet |= kind == Some("worksheet");
            Ok(())
        })?;
        if !is_workbook && !is_sheet {
            return Ok(());
        }
        each(element, "Target", |path| {
            let is_new = self.named.insert(last_name(path).to_ascii_lowercase());
            // A path written in some roundabout way could lead anywhere.
            if path.contains('&') || is_sheet && !is_new { Err(WorkbookError::Damaged) } else { Ok(()) }
        })
    }

    /// Notes what the list of sheets calls a sheet: `r:id`, with whatever letters before it.
    fn sheet(&mut self, element: &BytesStart<'_>) -> Result<(), WorkbookError> {
        each(element, "id", |id| {
            if self.sheets.insert(id.to_owned()) { Ok(()) } else { Err(WorkbookError::Damaged) }
        })
    }

    /// Checks what can be known only at the end.
    pub(super) fn finish(self) -> Result<(), WorkbookError> {
        let copied: u64 = COPIED.iter().map(|&position| self.seen[position].longest).sum();
        if self.seen[CELL_FORMAT].count.saturating_mul(copied) > MOST_BYTES_OF_FORMATS {
            return Err(Size::Formats.too_large(MOST_BYTES_OF_FORMATS));
        }
        let is_read = |name: &String| {
            let is_always_read = ALWAYS_READ.contains(&name.as_str()) || extension(name) == Some("rels");
            is_always_read || self.named.contains(name)
        };
        if self.not_walked.iter().any(is_read) { Err(WorkbookError::Damaged) } else { Ok(()) }
    }
}

fn position(name: &str) -> Option<usize> {
    KEPT.iter().position(|kept| kept.name == name)
}

/// Does something with every attribute of a name, whatever its prefix. One that is no attribute might be taken for
/// another elsewhere.
fn each(
    element: &BytesStart<'_>,
    name: &str,
    mut check: impl FnMut(&str) -> Result<(), WorkbookError>,
) -> Result<(), WorkbookError> {
    // Comparing each with all others takes long where there are very many.
    for attribute in element.attributes().with_checks(false) {
        let attribute = attribute.map_err(|_| WorkbookError::Damaged)?;
        if attribute.key.local_name().as_ref() == name {
            check(&attribute.value)?;
        }
    }
    Ok(())
}

/// A number of strings for which space is allocated.
fn check_count(count: &str) -> Result<(), WorkbookError> {
    let is_small = count.parse().is_ok_and(|count: u64| count <= MOST_STRINGS);
    if is_small { Ok(()) } else { Err(Size::Elements.too_large(MOST_STRINGS)) }
}

fn check_brackets(format: &str) -> Result<(), WorkbookError> {
    let brackets = format.matches('[').count() + format.matches("&#").count();
    if brackets > MOST_BRACKETS { Err(WorkbookError::Damaged) } else { Ok(()) }
}

/// A row, a cell, or a range from a cell to one that is not before it.
fn check_reference(reference: &str) -> Result<(), WorkbookError> {
    let Some((first, last)) = reference.split_once(':') else { return place(reference).map(drop) };
    let (first, last) = (place(first)?, place(last)?);
    if first.0 > last.0 || first.1 > last.1 { Err(WorkbookError::Damaged) } else { Ok(()) }
}

/// The row and the column of "C17", from 1.
fn place(cell: &str) -> Result<(u32, u32), WorkbookError> {
    let (letters, digits) =
        cell.split_at(cell.find(|letter: char| letter.is_ascii_digit()).unwrap_or(cell.len()));
    if digits.is_empty()
        || !letters.bytes().all(|letter| letter.is_ascii_alphabetic())
        || !digits.bytes().all(|digit| digit.is_ascii_digit())
    {
        return Err(WorkbookError::Damaged);
    }
    let row = digits.parse().ok().filter(|row| *row <= MOST_ROWS);
    let row = row.ok_or_else(|| Size::Rows.too_large(MOST_ROWS.into()))?;
    let column = letters.bytes().try_fold(0_u32, |column, letter| {
        let letter = u32::from(letter.to_ascii_uppercase() - b'A') + 1;
        Some(column * 26 + letter).filter(|column| *column <= MOST_COLUMNS)
    });
    Ok((row, column.ok_or_else(|| Size::Columns.too_large(MOST_COLUMNS.into()))?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reference_lies_on_the_sheet_and_runs_forward() {
        for valid in ["A1", "XFD1048576", "17", "a1:b2", "B2:B2", "A0"] {
            assert_eq!(check_reference(valid), Ok(()), "{valid}");
        }
        for damaged in ["", "A", "A1:", "B1:A2", "A2:A1", "1A", "Å1", "A1:B2:C3", "$A$1", "A-1"] {
            assert_eq!(check_reference(damaged), Err(WorkbookError::Damaged), "{damaged}");
        }
        for row in ["A1048577", "99999999999999999999"] {
            assert_eq!(check_reference(row), Err(Size::Rows.too_large(MOST_ROWS.into())), "{row}");
        }
        for column in ["XFE1", "ZZZZZZZZZZZZZZZZ1"] {
            assert_eq!(
                check_reference(column),
                Err(Size::Columns.too_large(MOST_COLUMNS.into())),
                "{column}"
            );
        }
    }
}
