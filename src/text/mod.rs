//! The catalogue: every sentence in Swedish and English side by side, and the one formatter of numbers.
//!
//! `say!` takes both languages at once, so that a missing translation does not compile.

pub mod label;
pub mod language;
pub mod letter;
pub mod localize;
pub mod number;
pub mod word;

pub(crate) use language::say;
