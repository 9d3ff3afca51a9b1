//! Workflow commands of GitHub Actions: an annotation at its line for every check that does not hold.
//!
//! A command is one line, `::error file=…,line=…,title=…::message`, so what could end a line, a value or the command
//! is written as GitHub asks for: `%`, CR and LF in all parts, `:` and `,` in values too.

use std::fmt::Write;

use super::clean::{no_command, sanitized};
use crate::report::checks::{self, Verdict};
use crate::text::language::Language;

/// A line per check that does not hold; nothing when all do.
#[must_use]
pub fn checks(failures: &[Verdict], language: Language) -> String {
    failures.iter().map(|failure| command(failure, language)).collect()
}

fn command(failure: &Verdict, language: Language) -> String {
    let mut out = "::error ".to_owned();
    if let Some(place) = failure.place {
        let _ = write!(out, "file={},line={},col={}", value(&failure.file), place.line, place.column);
        // The last column is included there.
        let last = place.end_column.saturating_sub(1).max(1);
        let _ = write!(out, ",endLine={},endColumn={last},", place.end_line);
    }
    let title = value(&failure.scenario);
    let message = match failure.place {
        Some(_) => checks::message(failure, language),
        // Without a place nothing else would name the file.
        None => checks::line(failure, language),
    };
    let _ = writeln!(out, "title={title}::{}", data(&message));
    out
}

/// The message of a command.
fn data(text: &str) -> String {
    no_command(&sanitized(text, false)).replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// The value of a property.
fn value(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_cannot_end_a_value_a_line_or_the_command() {
        assert_eq!(value("100%: a,b\n::error::x"), "100%25%3A a%2Cb %3A%3Aerror%3A%3Ax");
        assert_eq!(data("a\r\n\u{1b}[31m%0A"), "a  ?[31m%250A");
    }
}
