//! The schemas that lie in the project. `FINSAM_UPDATE_SCHEMAS=1` writes them anew.

use std::fs;

use finsam::schema::{self, Subject};
use finsam::text::language::Language;
use serde_json::Value;

use super::document::{read, root, shipped};

#[test]
fn the_schemas_of_the_project_are_those_that_the_program_prints() {
    for subject in Subject::ALL {
        let path = root().join("schemas").join(subject.file_name());
        let text = schema::text(subject, Language::Swedish);
        if std::env::var_os("FINSAM_UPDATE_SCHEMAS").is_some_and(|value| value == "1") {
            fs::write(&path, text).expect("the schema is written");
        } else {
            assert!(
                read(&path) == text,
                "{} is out of date: run with FINSAM_UPDATE_SCHEMAS=1",
                path.display()
            );
        }
    }
}

#[test]
fn every_example_names_its_schema_on_its_first_line() {
    let examples = shipped();
    assert!(examples.len() > 10);
    for (subject, path) in examples {
        let text = read(&path);
        let named = text.lines().next().and_then(|line| line.strip_prefix("#:schema "));
        let named = named.unwrap_or_else(|| panic!("{}: no schema is named", path.display()));
        let schema = path.parent().expect("a folder").join(named).canonicalize();
        let expected = root().join("schemas").join(subject.file_name()).canonicalize();
        assert_eq!(
            schema.expect("a schema that is there"),
            expected.expect("the schema"),
            "{}",
            path.display()
        );
    }
}

#[test]
fn every_key_and_every_table_says_what_it_is() {
    for subject in Subject::ALL {
        for language in [Language::Swedish, Language::English] {
            let text = schema::text(subject, language);
            let schema: Value = serde_json::from_str(&text).expect("a schema is JSON");
            let mut silent = Vec::new();
            untold("", &schema, &mut silent);
            for (name, table) in schema["definitions"].as_object().into_iter().flatten() {
                if table.get("description").is_none() {
                    silent.push(name.clone());
                }
                untold(name, table, &mut silent);
            }
            assert!(silent.is_empty(), "{subject:?}, {language:?}: {silent:?}");
        }
    }
}

/// Keys without a description, with their path.
fn untold(path: &str, schema: &Value, silent: &mut Vec<String>) {
    for (key, value) in schema["properties"].as_object().into_iter().flatten() {
        let path = format!("{path}.{key}");
        if value.get("description").is_none() {
            silent.push(path.clone());
        }
        untold(&path, value, silent);
    }
}
