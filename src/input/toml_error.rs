//! What kind of error the TOML parser has found.
//!
//! The parser gives its errors no kind, only a message. Rather than knowing its wording, a message is compared with
//! what the same parser says of texts that are known to be wrong in one way.

use std::ops::Range;
use std::sync::LazyLock;

use toml::de::{DeTable, Error};

use crate::diagnostic::DocumentProblem;

/// The messages for a key that is there twice, and for values and keys nested too deeply.
struct Messages {
    duplicate_key: Option<String>,
    too_deep: [Option<String>; 2],
}

static MESSAGES: LazyLock<Messages> = LazyLock::new(|| {
    /// Deeper than the parser goes.
    const DEEP: usize = 1000;
    Messages {
        duplicate_key: first_message("key = 0\nkey = 0\n"),
        too_deep: [
            first_message(&format!("key = {}{}\n", "[".repeat(DEEP), "]".repeat(DEEP))),
            first_message(&format!("{}key = 0\n", "key.".repeat(DEEP))),
        ],
    }
});

fn first_message(text: &str) -> Option<String> {
    let (_, errors) = DeTable::parse_recoverable(text);
    errors.first().map(|error| error.message().to_owned())
}

/// The problem that an error of the parser is, which it has found at `span` of `text`.
pub(super) fn problem(error: &Error, text: &str, span: Range<usize>) -> DocumentProblem {
    let message = error.message();
    let is = |known: &Option<String>| known.as_deref() == Some(message);
    if is(&MESSAGES.duplicate_key) {
        let key = text[span].trim();
        // A key may be quoted, and the message quotes it too.
        let quoted = ['"', '\''].into_iter().find_map(|quote| key.strip_prefix(quote)?.strip_suffix(quote));
        DocumentProblem::DuplicateKey { key: quoted.unwrap_or(key).to_owned() }
    } else if MESSAGES.too_deep.iter().any(is) {
        DocumentProblem::TooDeep
    } else {
        DocumentProblem::Syntax { message: message.to_owned() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Problem;
    use crate::text::language::Language;

    fn code(text: &str) -> String {
        let (_, errors) = DeTable::parse_recoverable(text);
        let error = errors.first().expect("a text that is wrong");
        Problem::from(problem(error, text, error.span().unwrap_or_default()))
            .describe(Language::English)
            .code
            .to_owned()
    }

    #[test]
    fn every_way_to_write_a_key_twice_is_a_duplicate_key() {
        for text in ["a = 1\na = 2\n", "[a]\n[a]\n", "[[a]]\n[a]\n", "a = 1\n[a]\n", "a = {b = 1, b = 2}\n"] {
            assert_eq!(code(text), "duplicate_key", "{text}");
        }
    }

    #[test]
    fn a_quoted_key_is_named_without_its_quotes() {
        for text in ["a = {\"b\" = 1, \"b\" = 2}\n", "'b' = 1\n'b' = 2\n", "b = 1\nb = 2\n"] {
            let (_, errors) = DeTable::parse_recoverable(text);
            let error = errors.first().expect("a text that is wrong");
            let found = problem(error, text, error.span().unwrap_or_default());
            assert!(matches!(&found, DocumentProblem::DuplicateKey { key } if key == "b"), "{found:?}");
        }
    }

    #[test]
    fn every_way_to_nest_too_deeply_is_too_deep() {
        for text in [
            format!("a = {}{}\n", "[".repeat(100), "]".repeat(100)),
            format!("a = {}1{}\n", "{b = ".repeat(100), "}".repeat(100)),
            format!("{}a = 1\n", "a.".repeat(100)),
            format!("[{}a]\n", "a.".repeat(100)),
        ] {
            assert_eq!(code(&text), "toml_too_deep", "{text}");
        }
    }

    #[test]
    fn whatever_else_is_wrong_is_the_syntax() {
        for text in [
            "a\n", "a = 1\na.b = 2\n", "a = \n", "a = [1\n", "a = \"duplicate key\n", "recurs recurs = 1\n",
            "= 1\n",
        ] {
            assert_eq!(code(text), "toml_syntax", "{text}");
        }
    }
}
