//! Files as text, and whether they are what they are taken for.

use std::ops::Range;
use std::sync::Arc;

use super::baseline_file;
use super::document::begins;
use super::encoding::{self, NotText};
use super::files::{Files, LARGEST_DOCUMENT, LARGEST_TABLE, Location};
use super::kommun_table;
use super::lookup::Named;
use crate::diagnostic::{Diagnostic, Diagnostics, FileProblem, Source};

/// Reads a file as text.
///
/// # Errors
/// If it cannot be read, is too large, or is no text. A guessed encoding is a warning among `diagnostics`.
pub fn read(
    files: &Files,
    location: &Location,
    limit: u64,
    diagnostics: &mut Diagnostics,
) -> Result<Arc<Source>, FileProblem> {
    let path = location.display();
    if let Some(text) = files.compiled_in(location) {
        return Ok(Arc::new(Source::new(path, text)));
    }
    match encoding::decode(files.read(location, limit)?) {
        Ok(decoded) => {
            let source = Arc::new(Source::new(path, decoded.text));
            if decoded.guessed {
                let span = first_word_beyond_ascii(&source.text);
                diagnostics.push(Diagnostic::at(FileProblem::EncodingGuessed, &source, span));
            }
            Ok(source)
        }
        Err(NotText::Broken) => Err(FileProblem::EncodingBroken { path }),
        Err(not_text) => Err(FileProblem::NotText { path, workbook: not_text == NotText::Workbook }),
    }
}

/// Reads a file of finsam's own forms as text. What is none of them at all is refused without a word of what stands in
/// it: a path in a scenario can name any file, and somebody else may read the errors.
///
/// # Errors
/// As [`read`], or if nothing in it belongs to such a file.
pub fn open(
    files: &Files,
    location: &Location,
    named: Named,
    diagnostics: &mut Diagnostics,
) -> Result<Arc<Source>, FileProblem> {
    let limit = if named == Named::Table { LARGEST_TABLE } else { LARGEST_DOCUMENT };
    let mut of_reading = Diagnostics::default();
    let source = read(files, location, limit, &mut of_reading)?;
    let text = &source.text;
    let is_meant = match named {
        // What is only a name so far is a scenario that somebody has begun.
        Named::Scenario | Named::Search => baseline_file::is_meant(text) || begins(text, &["name"]),
        Named::Baseline => baseline_file::is_meant(text),
        Named::Table => text.trim().is_empty() || kommun_table::is_meant(text),
        Named::Sources => begins(text, &["[[source]]", "source", "table_sha256"]),
    };
    if !is_meant {
        return Err(named.foreign(source.path.clone()));
    }
    diagnostics.append(of_reading);
    Ok(source)
}

/// The first word that reads differently in another encoding.
pub(super) fn first_word_beyond_ascii(text: &str) -> Range<usize> {
    let Some(letter) = text.find(|letter: char| !letter.is_ascii()) else { return 0..0 };
    let is_edge = |letter: char| !letter.is_alphanumeric() && letter != '-';
    let start = text[..letter].char_indices().rev().find(|(_, letter)| is_edge(*letter));
    let start = start.map_or(0, |(place, edge)| place + edge.len_utf8());
    let end = text[letter..].char_indices().skip(1).find(|(_, letter)| is_edge(*letter));
    start..end.map_or(text.len(), |(place, _)| letter + place)
}
