//! TOML as JSON, and schemas to hold it against.

use std::fs;
use std::path::{Path, PathBuf};

use finsam::schema::{self, Subject};
use finsam::text::language::Language;
use jsonschema::Validator;
use serde_json::Value;
use toml::de::{DeTable, DeValue};

/// The schema of something.
pub(super) fn schema(subject: Subject) -> Value {
    serde_json::from_str(&schema::text(subject, Language::Swedish)).expect("a schema in JSON")
}

pub(super) fn validator(subject: Subject) -> Validator {
    jsonschema::validator_for(&schema(subject)).expect("a sound schema")
}

/// What a schema has against a value.
pub(super) fn errors(validator: &Validator, value: &Value) -> Vec<String> {
    validator.iter_errors(value).map(|error| format!("{}: {error}", error.instance_path())).collect()
}

/// The JSON that an editor's extension sees in a TOML text.
pub(super) fn as_json(toml: &str) -> Value {
    let table = DeTable::parse(toml).unwrap_or_else(|error| panic!("{error}\n{toml}"));
    object(table.get_ref())
}

fn object(table: &DeTable<'_>) -> Value {
    table.iter().map(|(key, value)| (key.get_ref().to_string(), json(value.get_ref()))).collect()
}

fn json(value: &DeValue<'_>) -> Value {
    match value {
        DeValue::String(text) => Value::from(text.as_ref()),
        DeValue::Integer(number) => {
            i64::from_str_radix(number.as_str(), number.radix()).expect("64 bits").into()
        }
        DeValue::Float(number) => number.as_str().parse::<f64>().expect("a number").into(),
        DeValue::Boolean(truth) => Value::from(*truth),
        DeValue::Datetime(date) => Value::from(date.to_string()),
        DeValue::Array(list) => list.iter().map(|item| json(item.get_ref())).collect(),
        DeValue::Table(table) => object(table),
    }
}

/// The folder of the project.
pub(super) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("this package lies in the project")
}

pub(super) fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// What stands in a folder of the project, in order.
fn entries(folder: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(root().join(folder)).expect("a folder of the project");
    let mut paths: Vec<_> = entries.map(|entry| entry.expect("an entry").path()).collect();
    paths.sort();
    paths
}

/// The baselines, scenarios and searches that the program is shipped with.
pub(super) fn shipped() -> Vec<(Subject, PathBuf)> {
    let baselines = entries("data").into_iter().map(|path| path.join("utgangslage.toml"));
    let baselines = baselines.filter(|path| path.exists()).map(|path| (Subject::Baseline, path));
    let scenarios = entries("scenarios").into_iter().map(|path| (Subject::Scenario, path));
    let searches = entries("searches").into_iter().map(|path| (Subject::Search, path));
    baselines.chain(scenarios).chain(searches).collect()
}

/// The baselines and scenarios of the worked examples.
pub(super) fn worked() -> Vec<(Subject, PathBuf)> {
    let of_folder = |folder: PathBuf| {
        [(Subject::Baseline, "utgangslage.toml"), (Subject::Scenario, "scenario.toml")]
            .map(|(subject, name)| (subject, folder.join(name)))
    };
    entries("tests/examples").into_iter().filter(|path| path.is_dir()).flat_map(of_folder).collect()
}
