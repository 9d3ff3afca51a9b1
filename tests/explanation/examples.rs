//! Every figure of every example.

use std::path::PathBuf;

use finsam::analysis::explanation::{Exact, MetricError, Node};
use finsam::input::files::{Files, Location};
use serde_json::Value;

use super::scenario::Computed;

/// Every scenario of the project and every worked example.
fn examples() -> Vec<Computed> {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let files = Files::on_disk();
    let mut paths: Vec<PathBuf> = Vec::new();
    let names = |folder: &str| std::fs::read_dir(root.join(folder)).expect("a folder of the project");
    paths.extend(names("scenarios").map(|entry| entry.expect("an entry").path()));
    paths.extend(names("tests/examples").map(|entry| entry.expect("an entry").path().join("scenario.toml")));
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "toml"));
    paths.sort();
    paths.into_iter().map(|path| Computed::at(&files, &Location::Disk(path))).collect()
}

/// The paths of all numbers of a result, with their values.
fn numbers(value: &Value, prefix: &str, found: &mut Vec<(String, Exact)>) {
    let path = |key: &str| if prefix.is_empty() { key.to_owned() } else { format!("{prefix}.{key}") };
    match value {
        Value::Object(fields) => fields.iter().for_each(|(key, field)| numbers(field, &path(key), found)),
        Value::Array(list) => {
            list.iter()
                .enumerate()
                .for_each(|(position, one)| numbers(one, &path(&position.to_string()), found));
        }
        Value::Number(number) => found.push((prefix.to_owned(), exact(&number.to_string()))),
        Value::String(text) if text.parse::<rust_decimal::Decimal>().is_ok() => {
            found.push((prefix.to_owned(), exact(text)));
        }
        _ => {}
    }
}

fn exact(text: &str) -> Exact {
    let (digits, decimals) = text.split_once('.').unwrap_or((text, ""));
    let scale = num_bigint::BigInt::from(10).pow(u32::try_from(decimals.len()).expect("few"));
    Exact::new(format!("{digits}{decimals}").parse().expect("digits"), scale)
}

/// Figures that nobody computes: they stand in a file.
fn is_given(path: &str) -> bool {
    ["schema_version", "baseline.year"].contains(&path)
        || path.ends_with(".kommunkod")
        || path.contains(".members.")
}

#[track_caller]
fn assert_holds(node: &Node, path: &str) {
    for part in node.all() {
        assert!(part.holds(), "{path}: {part:#?}");
    }
}

#[test]
fn every_figure_of_every_example_is_explained_and_adds_up() {
    let mut figures = 0;
    for example in examples() {
        let explainer = example.explainer();
        let mut paths = Vec::new();
        numbers(&serde_json::to_value(&example.result).expect("JSON"), "", &mut paths);
        for (path, value) in paths {
            let question =
                finsam::analysis::explanation::Question { metric: path.clone(), row: None, net: false };
            match explainer.explain(&question) {
                Ok(node) => {
                    assert!(!is_given(&path), "{path}");
                    assert_eq!(node.value.number, value, "{path}");
                    assert_eq!(node.metric.as_ref(), Some(&path));
                    assert_holds(&node, &path);
                    figures += 1;
                }
                Err(error) => {
                    assert_eq!(error, MetricError::NotComputed, "{path}");
                    assert!(is_given(&path), "{path}");
                }
            }
        }
    }
    assert!(figures > 1_000, "{figures}");
}
