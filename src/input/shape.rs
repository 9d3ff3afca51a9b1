//! How the values of a file look to an editor: for each kind of value that [`super::document`] reads, its JSON Schema.

use std::borrow::Cow;

use rust_decimal::Decimal;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::json;

use super::dated::Dated;
use super::document::{At, ChoiceOrNumbers};
use super::section::POSTS;
use super::years::YEARS;
use crate::model::kansli::Cost;
use crate::model::kronor::Kronor;
use crate::model::path::Month;

/// How full-time posts are written.
pub(super) enum Posts {}

impl Shape for Posts {
    fn shape(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "number", "minimum": POSTS[0], "maximum": POSTS[1] })
    }
}

/// A value as it is written in a file. Apart from [`JsonSchema`], because an amount in a file has bounds that an
/// amount in a result has not.
pub trait Shape {
    /// What may be written.
    fn shape(generator: &mut SchemaGenerator) -> Schema;
}

impl<Value: Shape> JsonSchema for At<Value> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "At".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        Value::shape(generator)
    }
}

impl<Value: Shape> JsonSchema for Dated<Value> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Dated".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let value = Value::shape(generator);
        let by_year = json_schema!({
            "type": "object",
            "patternProperties": { "^[12][0-9]{3}$": value.clone() },
            "additionalProperties": false,
            "minProperties": 1,
        });
        json_schema!({ "anyOf": [value, by_year] })
    }
}

impl Shape for String {
    fn shape(_: &mut SchemaGenerator) -> Schema {
        // A text of nothing but blanks counts as empty.
        json_schema!({ "type": "string", "pattern": "\\S" })
    }
}

impl Shape for Vec<At<String>> {
    fn shape(generator: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "array", "items": String::shape(generator), "minItems": 1 })
    }
}

impl Shape for i64 {
    fn shape(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "integer" })
    }
}

impl Shape for Decimal {
    fn shape(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "number" })
    }
}

impl Shape for Month {
    fn shape(_: &mut SchemaGenerator) -> Schema {
        let year = json_schema!({ "type": "integer", "minimum": YEARS.0, "maximum": YEARS.1 });
        let month = json_schema!({ "type": "string", "pattern": "^[12][0-9]{3}(-(0[1-9]|1[0-2]))?$" });
        json_schema!({ "anyOf": [year, month] })
    }
}

impl Shape for Kronor {
    fn shape(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "integer", "minimum": 0, "maximum": Self::LARGEST_INPUT.get() })
    }
}

/// A cost: an amount, or a table of named items.
impl Shape for Cost {
    fn shape(generator: &mut SchemaGenerator) -> Schema {
        let (amount, items) = (Kronor::shape(generator), Items::shape(generator));
        json_schema!({ "anyOf": [amount, items] })
    }
}

/// A cost that is a table of named items.
#[derive(Debug)]
pub enum Items {}

impl Shape for Items {
    fn shape(generator: &mut SchemaGenerator) -> Schema {
        let amount = Kronor::shape(generator);
        json_schema!({ "type": "object", "additionalProperties": amount, "minProperties": 1 })
    }
}

impl<Choice: Shape> Shape for ChoiceOrNumbers<Choice> {
    fn shape(generator: &mut SchemaGenerator) -> Schema {
        let numbers = json_schema!({
            "type": "object",
            "additionalProperties": { "type": "number", "minimum": 0 },
            "minProperties": 1,
        });
        json_schema!({ "anyOf": [Choice::shape(generator), numbers] })
    }
}

/// One of the words that a reader knows.
#[must_use]
pub fn words<Choice>(choices: &[(&str, Choice)]) -> Schema {
    let words: Vec<&str> = choices.iter().map(|(word, _)| *word).collect();
    json_schema!({ "type": "string", "enum": words })
}

/// A table of shares of one whole, all of which must stand; each with its text in Swedish and in English.
#[must_use]
pub fn shares(shares: &[(&str, &str, &str)]) -> Schema {
    let share = |(name, swedish, english): &(&str, &str, &str)| {
        let share =
            json!({ "type": "number", "minimum": 0, "maximum": 1, "sv": swedish, "description": english });
        ((*name).to_owned(), share)
    };
    let properties: serde_json::Map<_, _> = shares.iter().map(share).collect();
    let names: Vec<&str> = shares.iter().map(|(name, ..)| *name).collect();
    json_schema!({
        "type": "object",
        "properties": properties,
        "required": names,
        "additionalProperties": false,
    })
}
