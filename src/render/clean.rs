//! Text from files is never trusted: what could control a terminal, a spreadsheet or a page is sanitized.

pub use crate::text::letter::{is_unsafe, sanitized};

/// A text in which no build server that reads the log finds a command, of the same length in bytes: Azure takes
/// `##vso[` for the start of one anywhere in a line, GitHub `##[`, `TeamCity` `##teamcity[`.
#[must_use]
pub fn no_command(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (place, letter) in text.char_indices() {
        let is_mark = letter == '#' && out.ends_with('#') && {
            let word = text[place + 1..].trim_start_matches(|letter: char| letter.is_ascii_alphanumeric());
            word.starts_with('[')
        };
        out.push(if is_mark { '?' } else { letter });
    }
    out
}

/// A text as a part of a line of output: [`sanitized`], and wherever the line is broken, none of its lines is a
/// command. GitHub takes `::word` for one at the start of a line, after any blanks.
#[must_use]
pub fn line(text: &str) -> String {
    no_command(&sanitized(text, false)).replace("::", ":?")
}

/// A text as a cell of CSV, which no spreadsheet takes for a formula and no build server for a command: an apostrophe
/// stands before what could begin one.
#[must_use]
pub fn no_formula(text: &str) -> String {
    let text = no_command(&sanitized(text, false));
    let start = text.trim_start();
    if start.starts_with(['=', '+', '-', '@']) || start.starts_with("::") { format!("'{text}") } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commands_to_build_servers_are_broken_up() {
        assert_eq!(line("::error ::x"), ":?error :?x");
        assert_eq!(line(":::::"), ":?:?:");
        assert_eq!(line("Nr ## 5 [a]; ##[error]; ###vso[x]"), "Nr ## 5 [a]; #?[error]; ##?vso[x]");
        assert_eq!(no_formula(" ::error::x"), "' ::error::x");
    }

    #[test]
    fn formulas_become_text() {
        assert_eq!(no_formula("=HYPERLINK(1)"), "'=HYPERLINK(1)");
        assert_eq!(no_formula("\t@x"), "' @x");
        assert_eq!(no_formula("Dals-Ed"), "Dals-Ed");
    }
}
