//! A JSON file as values that know their place and keep their digits.
//!
//! Nothing is parsed before it is asked for, so that a file of any depth takes no stack, and what nobody asks for no
//! space. Numbers are read off their digits: a binary float would lose some.

use std::fmt;
use std::ops::Range;
use std::sync::Arc;

use rust_decimal::Decimal;
use serde::Deserialize;
use serde::de::{Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;

use crate::diagnostic::{Diagnostic, Diagnostics, ResultKind, ResultProblem, Source};

/// The most entries a list or a table may have.
pub const MOST_ENTRIES: usize = 10_000;

/// A value, and where it stands.
#[derive(Clone, Debug)]
pub struct Node<'text> {
    source: &'text Arc<Source>,
    raw: &'text RawValue,
    path: String,
}

impl<'text> Node<'text> {
    /// The root of a file.
    ///
    /// # Errors
    /// If the text is no JSON.
    pub fn root(source: &'text Arc<Source>) -> Result<Self, Diagnostics> {
        match serde_json::from_str::<&RawValue>(&source.text) {
            Ok(raw) => Ok(Self { source, raw, path: String::new() }),
            Err(error) => {
                let place = place(&source.text, error.line(), error.column());
                Err(Diagnostic::at(ResultProblem::Broken, source, place..place).into())
            }
        }
    }

    /// Something wrong with this value.
    #[must_use]
    pub fn problem(&self, problem: ResultProblem) -> Diagnostics {
        Diagnostic::at(problem, self.source, self.span()).into()
    }

    /// That it is not what was expected.
    #[must_use]
    pub fn wrong(&self, expected: ResultKind) -> Diagnostics {
        self.problem(ResultProblem::WrongKind { path: self.path.clone(), expected })
    }

    fn span(&self) -> Range<usize> {
        let start = self.raw.get().as_ptr().addr() - self.source.text.as_ptr().addr();
        // The start of a long value says enough.
        let first_line = self.raw.get().lines().next().map_or(0, str::len);
        start..start + first_line
    }

    /// Whether it is null.
    #[must_use]
    pub fn is_null(&self) -> bool {
        self.raw.get() == "null"
    }

    /// Whether it is a list.
    #[must_use]
    pub fn is_list(&self) -> bool {
        self.raw.get().starts_with('[')
    }

    /// Whether it is an object.
    #[must_use]
    pub fn is_object(&self) -> bool {
        self.raw.get().starts_with('{')
    }

    /// Its entries by key.
    ///
    /// # Errors
    /// If it is no object, or names a key twice.
    pub fn fields(&self) -> Result<Fields<'text>, Diagnostics> {
        if !self.is_object() {
            return Err(self.wrong(ResultKind::Object));
        }
        let entries: Entries<'text> = self.parse(ResultKind::Object)?;
        if entries.too_many {
            return Err(self.too_many());
        }
        let mut keys: Vec<&str> = entries.list.iter().map(|(key, _)| key.as_str()).collect();
        keys.sort_unstable();
        if let Some(pair) = keys.windows(2).find(|pair| pair[0] == pair[1]) {
            return Err(self.problem(ResultProblem::KeyTwice { path: self.below(pair[0]) }));
        }
        Ok(Fields { of: self.clone(), entries: entries.list })
    }

    /// Its items.
    ///
    /// # Errors
    /// If it is no list.
    pub fn items(&self) -> Result<Vec<Self>, Diagnostics> {
        if !self.is_list() {
            return Err(self.wrong(ResultKind::List));
        }
        let items: Items<'text> = self.parse(ResultKind::List)?;
        if items.too_many {
            return Err(self.too_many());
        }
        let item = |(position, raw): (usize, &'text RawValue)| Self {
            source: self.source,
            raw,
            path: self.below(&position.to_string()),
        };
        Ok(items.list.into_iter().enumerate().map(item).collect())
    }

    /// Its text.
    ///
    /// # Errors
    /// If it is no text.
    pub fn text(&self) -> Result<String, Diagnostics> {
        self.parse(ResultKind::Text)
    }

    /// Whether it is true.
    ///
    /// # Errors
    /// If it is neither true nor false.
    pub fn boolean(&self) -> Result<bool, Diagnostics> {
        self.parse(ResultKind::Boolean)
    }

    /// A whole number that every reader of JSON keeps exactly.
    ///
    /// # Errors
    /// If it is something else.
    pub fn whole(&self) -> Result<i64, Diagnostics> {
        let number = self.raw.get().parse::<i64>().ok();
        let exact = number.filter(|number| number.unsigned_abs() <= 1 << 53);
        exact.ok_or_else(|| self.wrong(ResultKind::Whole))
    }

    /// A decimal, written as a text.
    ///
    /// # Errors
    /// If it is something else, or has more digits than are kept exactly.
    pub fn decimal(&self) -> Result<Decimal, Diagnostics> {
        let text: String = self.parse(ResultKind::Decimal)?;
        let is_plain = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit() || b"-.".contains(&byte));
        let number = Decimal::from_str_exact(&text).ok().filter(|_| is_plain(&text));
        number.ok_or_else(|| self.wrong(ResultKind::Decimal))
    }

    fn parse<Value: Deserialize<'text>>(&self, expected: ResultKind) -> Result<Value, Diagnostics> {
        serde_json::from_str(self.raw.get()).map_err(|_| self.wrong(expected))
    }

    fn too_many(&self) -> Diagnostics {
        self.problem(ResultProblem::TooMany { path: self.path.clone(), most: MOST_ENTRIES })
    }

    fn below(&self, step: &str) -> String {
        if self.path.is_empty() { step.to_owned() } else { format!("{}.{step}", self.path) }
    }
}

/// The entries of an object.
#[derive(Debug)]
pub struct Fields<'text> {
    of: Node<'text>,
    entries: Vec<(String, &'text RawValue)>,
}

impl<'text> Fields<'text> {
    /// The value behind a key that must be there.
    ///
    /// # Errors
    /// If it is not.
    pub fn get(&self, key: &str) -> Result<Node<'text>, Diagnostics> {
        let missing = || self.of.problem(ResultProblem::Missing { path: self.of.below(key) });
        self.find(key).ok_or_else(missing)
    }

    /// The value behind a key, unless it is missing or null.
    #[must_use]
    pub fn known(&self, key: &str) -> Option<Node<'text>> {
        self.find(key).filter(|node| !node.is_null())
    }

    fn find(&self, key: &str) -> Option<Node<'text>> {
        let (_, raw) = self.entries.iter().find(|(name, _)| name == key)?;
        Some(Node { source: self.of.source, raw, path: self.of.below(key) })
    }
}

/// The byte that a reader calls line and column, both from 1.
fn place(text: &str, line: usize, column: usize) -> usize {
    let start: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    text.floor_char_boundary((start + column.saturating_sub(1)).min(text.len()))
}

/// The entries of an object as far as they are kept.
struct Entries<'text> {
    list: Vec<(String, &'text RawValue)>,
    too_many: bool,
}

/// The items of a list as far as they are kept.
struct Items<'text> {
    list: Vec<&'text RawValue>,
    too_many: bool,
}

impl<'text> Deserialize<'text> for Entries<'text> {
    fn deserialize<D: Deserializer<'text>>(deserializer: D) -> Result<Self, D::Error> {
        struct Reader;
        impl<'text> Visitor<'text> for Reader {
            type Value = Entries<'text>;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("an object")
            }

            fn visit_map<Map: MapAccess<'text>>(self, mut map: Map) -> Result<Self::Value, Map::Error> {
                let mut entries = Entries { list: Vec::new(), too_many: false };
                while entries.list.len() < MOST_ENTRIES {
                    let Some(entry) = map.next_entry()? else { return Ok(entries) };
                    entries.list.push(entry);
                }
                while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {
                    entries.too_many = true;
                }
                Ok(entries)
            }
        }
        deserializer.deserialize_map(Reader)
    }
}

impl<'text> Deserialize<'text> for Items<'text> {
    fn deserialize<D: Deserializer<'text>>(deserializer: D) -> Result<Self, D::Error> {
        struct Reader;
        impl<'text> Visitor<'text> for Reader {
            type Value = Items<'text>;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("a list")
            }

            fn visit_seq<Seq: SeqAccess<'text>>(self, mut seq: Seq) -> Result<Self::Value, Seq::Error> {
                let mut items = Items { list: Vec::new(), too_many: false };
                while items.list.len() < MOST_ENTRIES {
                    let Some(item) = seq.next_element()? else { return Ok(items) };
                    items.list.push(item);
                }
                while seq.next_element::<IgnoredAny>()?.is_some() {
                    items.too_many = true;
                }
                Ok(items)
            }
        }
        deserializer.deserialize_seq(Reader)
    }
}
