//! The screen: its width, and the one door to stderr.

#![expect(clippy::disallowed_methods, reason = "this is the door to stderr")]

use std::io::{IsTerminal, Write};

use crate::diagnostic::Diagnostics;
use crate::render;
use crate::render::text::PAGE_WIDTH;
use crate::text::label::labels;
use crate::text::language::Language;

/// The width of the terminal, or of a page where there is none.
pub(super) fn width() -> usize {
    terminal_size::terminal_size_of(std::io::stdout())
        .map_or(PAGE_WIDTH, |(terminal_size::Width(width), _)| usize::from(width))
}

/// Reports what is wrong, in colours where stderr is a terminal that wants them.
pub(super) fn report(diagnostics: &Diagnostics, language: Language) {
    // Styled text goes through a stream that takes the styles out where they are not wanted.
    let text = render::diagnostic::diagnostics(diagnostics, language, true);
    // There is nobody left to read it when stderr is closed.
    let _ = anstream::stderr().write_all(text.as_bytes());
}

/// Writes something that is not an answer, which stdout has.
pub(super) fn note(text: &str) {
    let _ = anstream::stderr().write_all(text.as_bytes());
}

/// Says how far a computation has come, on a terminal only.
pub(super) fn progress(language: Language, percent: u64) {
    if std::io::stderr().is_terminal() {
        let text =
            language.pick("klart, Ctrl-C avslutar med det som finns", "done, Ctrl-C ends with what there is");
        let _ = write!(anstream::stderr(), "\r{percent:>3} % {text}");
    }
}

/// Takes away what [`progress`] wrote.
pub(super) fn end_progress() {
    if std::io::stderr().is_terminal() {
        let _ = write!(anstream::stderr(), "\r{:60}\r", "");
    }
}

/// Reports what nobody foresaw, with what led to it.
pub(super) fn report_chain(error: &anyhow::Error, language: Language) {
    let _ = writeln!(anstream::stderr(), "{}: {error:#}", labels(language).error);
}
