//! Takes away what the derived schemas say beyond the shape.

use super::explain::TEXT;
use schemars::Schema;
use schemars::transform::{Transform, transform_subschemas};
use serde_json::{Value, json};

/// Leaves the shape and the texts meant for users: none for programmers, no sizes of integers, and null only where `has_null`.
pub(super) fn tidy(schema: &mut Schema, has_null: bool) {
    Tidy { has_null }.transform(schema);
}

struct Tidy {
    has_null: bool,
}

impl Transform for Tidy {
    fn transform(&mut self, schema: &mut Schema) {
        words_in_one_list(schema);
        for key in ["description", "sv", "each", "format"] {
            schema.remove(key);
        }
        if let Some(text) = schema.remove(TEXT) {
            schema.insert("description".to_owned(), text);
        }
        if !self.has_null {
            without_null(schema);
        }
        transform_subschemas(self, schema);
    }
}

/// Words that each came with a text become one list of words.
fn words_in_one_list(schema: &mut Schema) {
    let Some(choices) = schema.get("oneOf").and_then(Value::as_array) else { return };
    let words: Option<Vec<Value>> = choices.iter().map(|choice| choice.get("const").cloned()).collect();
    if let Some(words) = words {
        schema.remove("oneOf");
        schema.insert("type".to_owned(), json!("string"));
        schema.insert("enum".to_owned(), Value::Array(words));
    }
}

fn without_null(schema: &mut Schema) {
    if let Some(Value::Array(kinds)) = schema.get_mut("type") {
        kinds.retain(|kind| kind != "null");
        if let [kind] = kinds.as_slice() {
            let kind = kind.clone();
            schema.insert("type".to_owned(), kind);
        }
    }
    if let Some(Value::Array(words)) = schema.get_mut("enum") {
        words.retain(|word| !word.is_null());
    }
    if let Some(Value::Array(choices)) = schema.get_mut("anyOf") {
        choices.retain(|choice| *choice != json!({ "type": "null" }));
        if choices.len() == 1
            && let Some(Value::Object(only)) = choices.pop()
        {
            schema.remove("anyOf");
            schema.ensure_object().extend(only);
        }
    }
}
