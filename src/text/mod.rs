//! The catalogue: every sentence in Swedish and English side by side, and the one formatter of numbers.
//!
//! `say!` takes both languages at once, so that a missing translation does not compile.

#![expect(clippy::too_many_lines, reason = "a catalogue has an arm per sentence")]

/// A sentence in the language asked for, with values captured by name as in `format!`.
macro_rules! say {
    ($language:expr, $swedish:literal, $english:literal $(,)?) => {
        match $language {
            $crate::text::language::Language::Swedish => format!($swedish),
            $crate::text::language::Language::English => format!($english),
        }
    };
    // As an attribute has them.
    ($language:expr, ($swedish:literal, $english:literal)) => {
        $crate::text::say!($language, $swedish, $english)
    };
    ($language:expr, = $swedish:literal, $english:literal) => {
        $crate::text::say!($language, $swedish, $english)
    };
}

pub(crate) use say;

pub mod assumption;
pub mod chart;
pub mod criteria;
pub mod difference;
pub mod explanation;
pub mod headline;
pub mod help;
pub mod import;
pub mod label;
pub mod language;
pub mod letter;
pub mod localize;
pub mod map;
pub mod number;
pub mod schema;
pub mod sentence;
pub mod starter;
pub mod summary;
pub mod word;
pub mod workbook;
