//! Every figure of every example.

use std::path::PathBuf;

use finsam::analysis::explanation::{Exact, MetricError, Node, Question};
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
pub(super) fn numbers(value: &Value, prefix: &str, found: &mut Vec<(String, Exact)>) {
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

/// Figures without an explanation of their own: those that stand in a file, what sources say, and the criteria, which are read off the
/// kommun table and the members.
pub(super) fn is_given(path: &str) -> bool {
    // What is stated beside the model.
    const BESIDE: [&str; 5] =
        ["eget_kapital", "overfort", "ovriga_intakter", "insatser_available", "tjanster"];
    let last = path.rsplit('.').next().unwrap_or(path);
    BESIDE.iter().any(|beside| last.starts_with(beside))
        || path.starts_with("insats.") && !path.ends_with(".total.kostnad")
        || ["schema_version", "baseline.year"].contains(&path)
        || path.starts_with("criteria.")
        || path.starts_with("references.")
        || path.ends_with(".kommunkod")
        || path.contains(".members.")
}

#[track_caller]
pub(super) fn assert_holds(node: &Node, path: &str) {
    for part in node.all() {
        assert!(part.holds(), "{path}: {part:#?}");
    }
}

/// That every figure of a result is explained; how many there are.
fn assert_all_explained(example: &Computed) -> usize {
    let explainer = example.explainer();
    let mut paths = Vec::new();
    numbers(&serde_json::to_value(&example.result).expect("JSON"), "", &mut paths);
    let mut figures = 0;
    // Those of the years are explained year by year.
    paths.retain(|(path, _)| !path.starts_with("path."));
    for (path, value) in paths {
        match explainer.explain(&Question { metric: path.clone(), row: None, net: false }) {
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
    figures
}

#[test]
fn every_figure_of_every_example_is_explained_and_adds_up() {
    let figures: usize = examples().iter().map(assert_all_explained).sum();
    assert!(figures > 1_000, "{figures}");
}

const TABLE: &str = "kommunkod,kommun,lan,befolkning_16_64,forsorjningsmatt,folkmangd\n\
                     1001,Adala,Ett,1000,10.25,1500\n1002,Bedala,Två,3001,30.5,5000\n\
                     1003,Cedala,Ett,6000,60,9000\n1004,Dedala,Två,777,7.125,1000\n\
                     1005,Edala,Ett,0,1,1\n1006,Efdala,Ett,500,4,700\n";

/// Kommuner that join from nowhere and from the rest, one without inhabitants, keys of every kind, a stated kansli
/// that gives way, a shared one, and a move outside.
#[test]
fn odd_alternatives_are_explained_too() {
    let baseline = |keys: &str, model: &str| {
        format!(
            "name = \"N\"\nkommuner = \"kommuner.csv\"\n{keys}\n[model]\nappropriation = 10_000_001\n{model}\n\
             [[forbund]]\nname = \"X\"\nkommuner = [\"Adala\", \"Edala\"]\nkansli = 100_000\n\
             [[forbund]]\nname = \"Y\"\nkommuner = [\"Bedala\"]\nkansli = 33_333\n"
        )
    };
    let listed = "[model.rest_of_country]\nforbund = 2\nkommuner = [\"Cedala\"]";
    let sums = "[model.rest_of_country]\nforbund = 2\nbefolkning_16_64 = 5000\nforsorjningsmatt = 44.5";
    let keys = [
        "kommun_key = \"lika\"\nregion_key = \"lika\"",
        "kommun_key = \"folkmangd\"\nregion_key = \"forsorjningsmatt\"",
        "kommun_key = { Adala = 1.5, Bedala = 2, Cedala = 1, Dedala = 3, Edala = 1, Efdala = 1 }",
    ];
    let models = [
        listed.to_owned(),
        sums.to_owned(),
        format!("base_grant = 0\nweights = {{ forsorjningsmatt = 0, befolkning = 1 }}\n{listed}"),
    ];
    let changes = [
        "[[change]]\nmove = [\"Cedala\", \"Dedala\"]\nto = \"Y\"\nkansli = 50_000\n\
         [[change]]\nmove = [\"Efdala\"]\nto = \"X\"\n[[change]]\nmove = [\"Adala\"]\noutside = \"Z\"\n",
        "[[change]]\ncreate = \"W\"\nkommuner = [\"Adala\", \"Edala\", \"Efdala\"]\n\
         [[change]]\nshared_kansli = [\"W\", \"Y\"]\nkansli = 70_001\nsplit_by = \"befolkning_16_64\"\n\
         [[change]]\nmerge = [\"W\", \"Y\"]\ninto = \"Y\"\n",
        "[[change]]\nmerge = [\"X\", \"Y\"]\ninto = \"V\"\n\
         [[change]]\nsplit = \"V\"\ninto = [{ name = \"V1\", kommuner = [\"Adala\", \"Edala\"] }, \
         { name = \"V2\", kommuner = [\"Bedala\"], kansli = 9 }]\n\
         [[change]]\nshared_kansli = [\"V1\", \"V2\"]\nkansli = 70_001\nsplit_by = \"lika\"\n",
        "[[change]]\nmove = [\"Cedala\", \"Dedala\"]\nto = \"Y\"\n[[change]]\nleave = [\"Bedala\", \"Dedala\"]\n\
         [[change]]\nelsewhere = -1\n",
        "[[change]]\ndissolve = \"X\"\n[[change]]\nelsewhere = 3\n[[change]]\nmove = [\"Edala\"]\nto = \"Y\"\n",
    ];
    for keys in keys {
        for model in &models {
            for changes in changes {
                let scenario = format!("name = \"S\"\nbaseline = \"utgangslage.toml\"\n{changes}");
                let files = Files::held([
                    ("kommuner.csv", TABLE.to_owned()),
                    ("utgangslage.toml", baseline(keys, model)),
                    ("scenario.toml", scenario),
                ]);
                assert_all_explained(&Computed::at(&files, &Location::Held("scenario.toml".to_owned())));
            }
        }
    }
}
