//! The catalogue: every sentence in Swedish and English side by side, and the one formatter of numbers.
//!
//! `say!` takes both languages at once, so that a missing translation does not compile.

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

pub mod label;
pub mod language;
pub mod letter;
pub mod localize;
pub mod number;
pub mod word;
