//! What is printed with `--format json` passes the schema of the result.

use std::path::{Path, PathBuf};
use std::process::Command;

use finsam::schema::Subject;
use serde_json::Value;

use super::document::{errors, root, schema, shipped, validator, worked};

/// The program, as `cargo build` leaves it above the folder of this test.
fn program() -> PathBuf {
    let test = std::env::current_exe().expect("the path of this test");
    let built = test.ancestors().nth(2).expect("the folder that cargo builds in");
    let program = built.join(format!("finsam{}", std::env::consts::EXE_SUFFIX));
    assert!(program.exists(), "{} is missing: run cargo build first", program.display());
    program
}

/// The answer of the program, run in a folder.
fn json(folder: &Path, arguments: &[&str]) -> Value {
    let output = Command::new(program())
        .args(arguments)
        .args(["--format", "json"])
        .current_dir(folder)
        .env_clear()
        .output()
        .expect("the program runs");
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).expect("an answer in JSON")
}

/// Every scenario, shipped and worked, with the folder to run it in.
fn scenarios() -> Vec<(PathBuf, String)> {
    let files = shipped().into_iter().chain(worked()).filter(|(subject, _)| *subject == Subject::Scenario);
    files
        .map(|(_, path)| {
            let name = path.file_name().expect("a name").to_string_lossy().into_owned();
            (path.parent().expect("a folder").to_owned(), name)
        })
        .collect()
}

#[test]
fn every_answer_passes() {
    let validator = validator(Subject::Result);
    for (folder, name) in scenarios() {
        for arguments in
            [vec!["simulate", &name], vec!["simulate", &name, &name, "--lang", "en"], vec!["compare", &name]]
        {
            let found = errors(&validator, &json(&folder, &arguments));
            assert!(found.is_empty(), "{arguments:?}: {found:#?}");
        }
    }
}

/// A schema that asks for less than is printed would pass too.
#[test]
fn every_key_that_is_printed_is_in_the_schema_and_required() {
    let schema = schema(Subject::Result);
    let definition = |name: &str| &schema["definitions"][name];
    for (folder, name) in scenarios() {
        let answer = json(&folder, &["simulate", &name]);
        assert_alike(&answer, definition("ScenarioResult"), definition, &name);
    }
}

/// What is stated beside the model is only printed where some förbund or the file states it.
const BESIDE: [&str; 28] = [
    "eget_kapital",
    "eget_kapital_after",
    "eget_kapital_before",
    "insats",
    "insats_balance_after",
    "insats_balance_after_net",
    "insats_balance_before",
    "insats_kostnad",
    "insats_kvar",
    "insats_received_after",
    "insats_received_before",
    "insatser_available",
    "kr_per_helarsekvivalent",
    "natura_after",
    "natura_before",
    "natura_parties",
    "natura_tjanster",
    "overfort",
    "ovriga_intakter",
    "payment_after",
    "payment_before",
    "ratios",
    "references",
    "smallest_forbund",
    "society_value",
    "tjanster",
    "values",
    "without_malgrupp",
];

/// That a value has exactly the keys that its schema describes, all the way down.
fn assert_alike<'schema>(
    value: &Value,
    schema: &'schema Value,
    definition: impl Fn(&str) -> &'schema Value + Copy,
    place: &str,
) {
    let Some(schema) = described(value, schema, definition) else { return };
    match value {
        Value::Object(keys) => {
            let Some(properties) = schema["properties"].as_object() else { panic!("{place}: {schema}") };
            let printed: Vec<&String> = keys.keys().collect();
            let described =
                properties.keys().filter(|key| keys.contains_key(*key) || !BESIDE.contains(&key.as_str()));
            assert_eq!(described.collect::<Vec<_>>(), printed, "{place}");
            let mut required: Vec<&str> =
                schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
            required.sort_unstable();
            let printed: Vec<&String> =
                printed.into_iter().filter(|key| !BESIDE.contains(&key.as_str())).collect();
            assert_eq!(required, printed, "{place}");
            for (key, value) in keys {
                assert_alike(value, &properties[key], definition, &format!("{place}.{key}"));
            }
        }
        Value::Array(items) => {
            for item in items {
                assert_alike(item, &schema["items"], definition, place);
            }
        }
        _ => {}
    }
}

/// The part of a schema that describes a value: behind references, and not the null of what may be unknown.
fn described<'schema>(
    value: &Value,
    schema: &'schema Value,
    definition: impl Fn(&str) -> &'schema Value + Copy,
) -> Option<&'schema Value> {
    if value.is_null() {
        return None;
    }
    if let Some(reference) = schema["$ref"].as_str() {
        return Some(definition(reference.rsplit('/').next().unwrap_or_default()));
    }
    for list in ["allOf", "anyOf"] {
        let choices = schema[list].as_array().into_iter().flatten();
        if let Some(choice) = choices.into_iter().find(|choice| choice["type"] != "null") {
            return described(value, choice, definition);
        }
    }
    Some(schema)
}

#[test]
fn other_json_is_refused() {
    let validator = validator(Subject::Result);
    let answer = json(root(), &["simulate", "tankespar1"]);
    assert!(errors(&validator, &answer).is_empty());
    for (place, other) in [
        ("/schema_version", Value::from(2)),
        ("/basis", Value::from("guessed")),
        ("/before/total/state", Value::from(1.5)),
        ("/before/forbund/0/forsorjningsmatt", Value::from(1)),
        ("/before/forbund/0/kr_per_inhabitant", Value::from("125,5")),
        ("/scenario/name", Value::Null),
        ("/kommuner", Value::Null),
    ] {
        let mut changed = answer.clone();
        *changed.pointer_mut(place).expect("a place in the answer") = other;
        assert!(!errors(&validator, &changed).is_empty(), "{place}");
    }
    let mut richer = answer;
    richer["new"] = Value::from(1);
    assert!(errors(&validator, &richer).is_empty(), "keys may be added");
}
