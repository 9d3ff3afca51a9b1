//! The columns that a user asks for by name.

use std::collections::BTreeSet;

use super::heading::{as_published, plain};
use super::period::Period;
use crate::input::marks::{LEVEL, is_mark};
use crate::input::names::nearest;

/// A column and the series or heading that it is to be taken from.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ColumnMapping {
    /// The column of the kommun table.
    pub name: String,
    /// The name of the series, the heading, or the id of the key figure.
    pub heading: String,
}

impl ColumnMapping {
    /// Whether every program can use the name of the column, and it means nothing else in a table.
    pub(super) fn has_usable_name(&self) -> bool {
        !self.is_taken() && column_name(&self.name).as_ref() == Some(&self.name)
    }

    /// Whether the name means something else in a table.
    pub(super) fn is_taken(&self) -> bool {
        ["ar", "kommunkod", "kommun", "lan", "region", "forbund", LEVEL].contains(&self.name.as_str())
            || is_mark(&self.name)
    }

    /// Whether it asks for a series or heading: by its whole name, or by the key figure in it.
    pub(in crate::input) fn is_for(&self, name: &str) -> bool {
        let (wanted, name) = (plain(&as_published(&self.heading)), plain(name));
        wanted == name
            || Period::at_end(&name).is_some_and(|(rest, _)| plain(rest) == wanted)
            || name.split([' ', ',', ':']).next() == Some(wanted.as_str()) && is_key_figure(&wanted)
    }

    /// The name nearest to what was asked for, among those that were left out.
    pub(super) fn nearest(&self, left_out: &BTreeSet<String>) -> Option<String> {
        nearest(&self.heading, left_out.iter().map(String::as_str))
    }
}

/// Whether a word is an id of Kolada's: a letter and five digits.
fn is_key_figure(word: &str) -> bool {
    word.len() == 6
        && word.starts_with(|letter: char| letter.is_ascii_alphabetic())
        && word[1..].bytes().all(|byte| byte.is_ascii_digit())
}

/// The heading of a column of ours: small letters, digits and underscores.
pub(super) fn column_name(heading: &str) -> Option<String> {
    let name: String = plain(heading)
        .chars()
        .map(|letter| if letter.is_ascii_alphanumeric() { letter } else { '_' })
        .collect();
    let name = name.trim_matches('_').to_owned();
    (!name.is_empty()).then_some(name)
}
