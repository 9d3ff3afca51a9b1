//! Puts the texts of the catalogue at their places in a schema.

use schemars::Schema;
use serde_json::{Map, Value, json};

use super::Subject;
use crate::text::language::Language;
use crate::text::schema;

/// Gives the schema its title, and every property and every kind of change its text.
pub(super) fn explain(schema: &mut Schema, subject: Subject, language: Language) {
    let mut put = |place: &str, part: &mut Map<String, Value>| {
        if let Some(text) = schema::description(subject, place, language) {
            // Beside a reference nothing else counts in this draft.
            if let Some(reference) = part.remove("$ref") {
                part.insert("allOf".to_owned(), json!([{ "$ref": reference }]));
            }
            part.insert("description".to_owned(), text.into());
        }
    };
    let root = schema.ensure_object();
    root.insert("title".to_owned(), schema::title(subject, language).into());
    put("", root);
    visit(root, "", &mut put);
}

/// Goes to every part that should have a text. Its place is the path of keys to it: `model.weights.befolkning`. Where
/// there are several kinds of one table, the kind stands in brackets: `change[merge].into`. A definition begins a
/// path of its own.
fn visit(schema: &mut Map<String, Value>, place: &str, put: &mut impl FnMut(&str, &mut Map<String, Value>)) {
    if let Some(Value::Object(properties)) = schema.get_mut("properties") {
        for (key, property) in properties {
            let place = if place.is_empty() { key.clone() } else { format!("{place}.{key}") };
            if let Value::Object(property) = property {
                put(&place, property);
                visit(property, &place, put);
            }
        }
    }
    for list in ["anyOf", "oneOf"] {
        for kind in schema.get_mut(list).and_then(Value::as_array_mut).into_iter().flatten() {
            let Value::Object(kind) = kind else { continue };
            match kind.get("title").and_then(Value::as_str) {
                Some(title) => {
                    let place = format!("{place}[{title}]");
                    put(&place, kind);
                    visit(kind, &place, put);
                }
                None => visit(kind, place, put),
            }
        }
    }
    if let Some(Value::Object(items)) = schema.get_mut("items") {
        visit(items, place, put);
    }
    if let Some(Value::Object(definitions)) = schema.get_mut("definitions") {
        for (name, definition) in definitions {
            if let Value::Object(definition) = definition {
                put(name, definition);
                visit(definition, name, put);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_has_a_text_and_every_text_a_place() {
        for subject in Subject::ALL {
            let mut places = vec![String::new()];
            let mut schema = super::super::bare(subject);
            visit(schema.ensure_object(), "", &mut |place, _| places.push(place.to_owned()));
            places.sort_unstable();
            let mut told: Vec<_> = schema::places(subject).map(str::to_owned).collect();
            told.sort_unstable();
            let without: Vec<_> = places.iter().filter(|place| !told.contains(place)).collect();
            let left: Vec<_> = told.iter().filter(|place| !places.contains(place)).collect();
            assert!(without.is_empty(), "{subject:?}: no text of {without:#?}");
            assert!(left.is_empty(), "{subject:?}: nothing at {left:#?}");
            assert_eq!(places, told, "{subject:?}: something is told twice");
        }
    }
}
