//! A TOML file as a tree whose every value knows its place, and readers that collect all errors.
//!
//! The tree is walked by hand rather than deserialised, because deserialising stops at the first error and takes
//! decimals through binary floats.

use std::cell::RefCell;
use std::sync::Arc;

use memchr::memchr3_iter;
use toml::de::DeTable;

pub use super::section::{At, ChoiceOrNumbers, Section, TextOrTexts, Value};
use super::toml_error;
use crate::diagnostic::{Diagnostic, Diagnostics, DocumentProblem, Source};

/// Whether a line of a text begins in one of some ways. The text need not be valid.
pub(super) fn begins(text: &str, beginnings: &[&str]) -> bool {
    text.lines().any(|line| beginnings.iter().any(|beginning| line.trim_start().starts_with(beginning)))
}

/// Signs that can each make a table: the parser takes a kilobyte for one. Twenty thousand checks have half as many.
const MOST_BRACKETS: usize = 200_000;

/// Reads a TOML file and hands its root to `read`, which builds the file's values *as written*. All errors of the
/// form go to `diagnostics`; `None` if the text is no TOML at all.
pub fn read<Value>(
    source: &Arc<Source>,
    diagnostics: &mut Diagnostics,
    read: impl FnOnce(&Section<'_>) -> Value,
) -> Option<Value> {
    if let Some(sign) = memchr3_iter(b'{', b'[', b'.', source.text.as_bytes()).nth(MOST_BRACKETS) {
        let problem = DocumentProblem::TooManyBrackets { most: MOST_BRACKETS };
        diagnostics.push(Diagnostic::at(problem, source, sign..sign + 1));
        return None;
    }
    let root = match DeTable::parse(&source.text) {
        Ok(root) => root,
        Err(first) => {
            report_syntax(source, first, diagnostics);
            return None;
        }
    };
    let sink = RefCell::new(Diagnostics::default());
    let root_span = 0..source.text.find('\n').unwrap_or(source.text.len());
    let section = Section::new(root.get_ref(), root_span, source, &sink);
    let value = read(&section);
    section.finish();
    diagnostics.append(sink.into_inner());
    Some(value)
}

/// Every error of the text, as far as it is looked through for more than the first. The parser goes on after an error
/// and often stumbles again on the same line; only the first of a line counts.
fn report_syntax(source: &Arc<Source>, first: toml::de::Error, diagnostics: &mut Diagnostics) {
    /// Bytes that are parsed behind the first error: each can be an error of its own.
    const LOOKED_THROUGH: usize = 64 * 1024;
    let text = &source.text;
    let behind = first.span().map_or(text.len(), |span| span.end) + LOOKED_THROUGH;
    let rest = text.get(text.floor_char_boundary(behind)..).unwrap_or_default();
    let end = rest.find('\n').map_or(text.len(), |length| text.len() - rest.len() + length + 1);
    let (_, mut errors) = DeTable::parse_recoverable(&text[..end]);
    if end < text.len() {
        // What is only an error because the text breaks off is none.
        errors.retain(|error| error.span().is_some_and(|span| span.end < end));
    }
    let errors = if errors.is_empty() { vec![first] } else { errors };
    let mut lines_seen = Vec::new();
    for error in errors.into_iter().take(2 * Diagnostics::MOST) {
        let end = text.len();
        let span = error.span().map_or(end..end, |span| span.start.min(end)..span.end.min(end));
        let line = source.line(span.start);
        if lines_seen.contains(&line) {
            continue;
        }
        lines_seen.push(line);
        let problem = toml_error::problem(&error, &source.text, span.clone());
        diagnostics.push(Diagnostic::at(problem, source, span));
    }
}
