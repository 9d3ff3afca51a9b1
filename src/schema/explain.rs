//! Puts the texts of the types at their places in a schema.

use schemars::Schema;
use serde_json::{Map, Value};

use crate::text::language::Language;

/// Where a text stands until everything but the shape has been taken away.
pub(super) const TEXT: &str = "text";

/// Every property and every kind of change has a text: in English what documents it in the code, in Swedish what
/// stands beside that as `sv`. Other parts have none.
pub(super) fn explain(schema: &mut Schema, language: Language) {
    let mut put = |_: &str, part: &mut Map<String, Value>| {
        if let Some(text) = text(part, language) {
            part.insert(TEXT.to_owned(), text.into());
        }
    };
    let root = schema.ensure_object();
    put("", root);
    visit(root, "", &mut put);
}

/// The text of a part. The lines of a comment are one paragraph, and what is code in it stands without marks.
fn text(part: &Map<String, Value>, language: Language) -> Option<String> {
    let text = |key| part.get(key).and_then(Value::as_str);
    let (swedish, english) = text("sv").zip(text("description"))?;
    Some(language.pick(swedish.to_owned(), english.replace('\n', " ").replace('`', "")))
}

/// Goes to every part that should have a text. Its place is the path of keys to it: `model.weights.befolkning`. Where
/// there are several kinds of one table, the kind stands in brackets: `change[merge].into`. A definition begins a
/// path of its own.
fn visit(schema: &mut Map<String, Value>, place: &str, put: &mut impl FnMut(&str, &mut Map<String, Value>)) {
    let each = schema.remove("each");
    if let Some(Value::Object(properties)) = schema.get_mut("properties") {
        for (key, property) in properties {
            let place = if place.is_empty() { key.clone() } else { format!("{place}.{key}") };
            if let Value::Object(property) = property {
                if let Some(each) = &each {
                    gross_or_net(property, key, each);
                }
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

/// Says in full what the gross or the net half of a figure is, where the figure says what `each` is.
fn gross_or_net(half: &mut Map<String, Value>, key: &str, each: &Value) {
    let [swedish, english] = match key {
        "gross" => [", brutto: med dagens kronor per enhet.", ", gross: at today's kronor per unit."],
        _ => [
            ", netto: när rikets låsta anslag har fördelats på nytt. Null där det inte går att veta.",
            ", net: when the country's locked appropriation has been shared out anew. Null where that is \
             unknown.",
        ],
    };
    for (key, position, ending) in [("sv", 0, swedish), ("description", 1, english)] {
        let text = each[position].as_str().unwrap_or_default();
        half.insert(key.to_owned(), format!("{text}{ending}").into());
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Subject, bare};
    use super::*;

    #[test]
    fn every_place_has_a_text_in_both_languages() {
        for subject in Subject::ALL {
            let mut without = Vec::new();
            let mut schema = bare(subject);
            let mut put = |place: &str, part: &mut Map<String, Value>| {
                if text(part, Language::Swedish).is_none_or(|text| text.is_empty()) {
                    without.push(place.to_owned());
                }
            };
            put("", schema.ensure_object());
            visit(schema.ensure_object(), "", &mut put);
            assert!(without.is_empty(), "{subject:?}: no text of {without:#?}");
        }
    }
}
