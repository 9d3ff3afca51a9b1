//! The zip file that a workbook is, unpacked once into nothing, to know that all of it is small enough to be read.
//!
//! What a zip file says of its sizes is not believed: 300 kB can unpack to 300 MB and say anything about it.

use std::io::{self, BufReader, Cursor, Read};

use memchr::memmem;
use zip::result::ZipError;
use zip::{CompressionMethod, ZipArchive};

use super::workbook_entry::{Metered, extension, last_name};
use super::workbook_error::{Size, WorkbookError};
use super::workbook_markup::Markup;

/// Files in the zip file. A workbook has some for each sheet, and one for each picture.
pub(super) const MOST_ENTRIES: u64 = 10_000;
/// Bytes of all files unpacked. A table of all kommuner for 30 years takes some 5 MiB.
pub(super) const MOST_BYTES: u64 = 256 * 1024 * 1024;
/// The file in which a document of `LibreOffice` says what it is.
const MIMETYPE: &str = "mimetype";
/// Bytes of the words with which a document of `LibreOffice` says what it is.
const MOST_BYTES_OF_TYPE: u64 = 200;

/// What the file of an old or a protected workbook begins with.
pub(super) const COMPOUND_FILE: &[u8] = b"\xd0\xcf\x11\xe0";
/// What a file in a zip file begins with.
pub(super) const LOCAL_HEADER: &[u8] = b"PK\x03\x04";
/// What an empty zip file begins with.
pub(super) const EMPTY_ARCHIVE: &[u8] = b"PK\x05\x06";
/// What an entry of the list of all files begins with.
const CENTRAL_HEADER: &[u8] = b"PK\x01\x02";

/// Checks that a file is a workbook and unpacks to no more than is read.
pub(super) fn check(bytes: &[u8]) -> Result<(), WorkbookError> {
    if bytes.starts_with(COMPOUND_FILE) {
        let holds = |name: &str| {
            let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
            memmem::find(bytes, &name).is_some()
        };
        return Err(if holds("EncryptedPackage") {
            WorkbookError::Protected
        } else if holds("WordDocument") {
            WorkbookError::OtherFormat { name: "doc" }
        } else {
            WorkbookError::OldFormat
        });
    }
    if !bytes.starts_with(LOCAL_HEADER) {
        return Err(WorkbookError::NotAWorkbook);
    }
    // Before the list is read: a million entries would fill memory by themselves.
    if memmem::find_iter(bytes, CENTRAL_HEADER).count() as u64 > MOST_ENTRIES {
        return Err(Size::Entries.too_large(MOST_ENTRIES));
    }
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| broken(&error))?;
    check_kind(&mut archive)?;
    let mut markup = Markup::default();
    let mut left = MOST_BYTES;
    for position in 0..archive.len() {
        let entry = archive.by_index(position).map_err(|error| broken(&error))?;
        // Whatever else zip files may hold, no spreadsheet writes it.
        if !matches!(entry.compression(), CompressionMethod::Stored | CompressionMethod::Deflated) {
            return Err(WorkbookError::UnknownCompression);
        }
        let name = entry.name().map_err(|error| broken(&error))?.into_owned();
        let mut part = Metered::new(BufReader::new(entry), left);
        markup.walk(&name, &mut part)?;
        // What follows where the XML breaks off, and what is no XML.
        part.end_pieces();
        let rest = io::copy(&mut part, &mut io::sink());
        left = part.left;
        if left == 0 {
            return Err(Size::Bytes.too_large(MOST_BYTES));
        }
        rest.map_err(|_| WorkbookError::Damaged)?;
    }
    markup.finish()
}

/// Distinguishes workbooks from other things that are zip files.
fn check_kind(archive: &mut ZipArchive<Cursor<&[u8]>>) -> Result<(), WorkbookError> {
    let mut is_workbook = false;
    let mut other = None;
    let mut has_type = false;
    for name in archive.file_names() {
        let name = name.map_err(|error| broken(&error))?.to_ascii_lowercase();
        let file = last_name(&name);
        if file == "workbook.bin" {
            return Err(WorkbookError::OtherFormat { name: "xlsb" });
        }
        match name.as_str() {
            MIMETYPE => has_type = true,
            "word/document.xml" => other = Some("docx"),
            "ppt/presentation.xml" => other = Some("pptx"),
            _ => {}
        }
        is_workbook |= file.starts_with("workbook") && extension(file) == Some("xml");
    }
    if is_workbook {
        return Ok(());
    }
    // Formats of LibreOffice say which they are.
    if has_type {
        let mut words = String::new();
        let entry = archive.by_name(MIMETYPE).map_err(|error| broken(&error))?;
        let is_read = entry.take(MOST_BYTES_OF_TYPE).read_to_string(&mut words).is_ok();
        other =
            Some(if is_read && words.trim_end().rsplit('.').next() == Some("text") { "odt" } else { "ods" });
    }
    Err(other.map_or(WorkbookError::NotAWorkbook, |name| WorkbookError::OtherFormat { name }))
}

fn broken(error: &ZipError) -> WorkbookError {
    match error {
        ZipError::UnsupportedArchive(reason) if *reason == ZipError::PASSWORD_REQUIRED => {
            WorkbookError::Protected
        }
        _ => WorkbookError::Damaged,
    }
}
