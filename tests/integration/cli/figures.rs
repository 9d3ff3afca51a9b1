//! One catalogue of figures: what is declared of a figure where its value stands is all that the JSON, the long table,
//! the schema and `diff` know of it.

use std::collections::{BTreeMap, BTreeSet};

use finsam::analysis::answer::ResultDocument;
use finsam::analysis::criteria::{CriteriaTotal, ForbundCriteria};
use finsam::analysis::result::{ForbundResult, Total};
use finsam::analysis::written;
use finsam::catalogue::{Described, Figure, Is, Row, RowKind, Shape, flat, joined};
use finsam::diagnostic::Source;
use serde_json::Value;

use super::run::{Place, SCENARIOS};

/// The example with what the compiled ones lack: further columns, two regions, and a cost that is paid back.
const TABLE: &str = "kommunkod,kommun,lan,befolkning_16_64,forsorjningsmatt,folkmangd,lat,lon,ohalsotal\n\
    1401,Alfa,Väst,6000,1000,10000,58.0,12.0,20.5\n\
    1402,Beta,Väst,3000,500,5000,58.0,13.0,30\n\
    1701,Gamma,Öst,1000,400,2000,59.0,12.0,10\n";

const BASELINE: &str = "name = \"Tre kommuner\"\nkommuner = \"kommuner.csv\"\n\
    styrelse = { ersattare_per_part = 1, moten_per_ar = 6, timmar_per_mote = 3.5, arvode_per_timme = 250 }\n\
    [indicators]\nandel = { of = \"forsorjningsmatt\", per = \"folkmangd\", times = 100 }\n\
    [model]\nappropriation = 300_000_000\nrest_of_country = { forbund = 60, befolkning_16_64 = 6_000_000, forsorjningsmatt = 720_000 }\n\
    [[forbund]]\nname = \"A\"\nkommuner = [\"Alfa\", \"Beta\"]\nbudget = 4_000_000\nkansli = 900_000\n\
    tjanster = 1.5\neget_kapital = 500_000\noverfort = 30_000\novriga_intakter = 20_000\n\
    [[forbund]]\nname = \"B\"\nkommuner = [\"Gamma\"]\nbudget = 2_400_000\nkansli = 700_000\n\
    tjanster = 0.8\neget_kapital = 100_000\noverfort = 0\novriga_intakter = 5_000\n\
    [[reference]]\nforbund = \"B\"\nyear = 2006\ntotal = 2_000_000\nkr_per_inhabitant = 95.5\nsource = \"Budget 2006\"\n\
    [[insats]]\nname = \"Team\"\nforbund = \"A\"\nkostnad = 700_000\nplatser = 10\ndeltagare = 30\navslutade = 20\nmalgrupp = \"Unga\"\n\
    resultat = { arbete = 6 }\nort = \"Alfa\"\nnatura = { \"Beta\" = 5_000 }\nnatura_tjanster = { \"Alfa\" = 0.5, FK = 0.25 }\n\
    [[insats]]\nname = \"Stöd\"\nforbund = \"A\"\nkostnad = 100_000\nplatser = 5\ndeltagare = 10\navslutade = 5\nresultat = { arbete = 2 }\n\
    [[value]]\nresultat = \"arbete\"\nlow = 250_000\nhigh = 400_000\nsource = \"Payoff\"\n\
    [smallest_forbund]\nkansli = 900_000\nmost_share = 0.25\n\
    [[payment]]
kommun = \"Beta\"
amount = 40_000
\
    [[position]]
party = \"Alfa\"
ranking = [\"nulaget\", \"ett\"]
\
    [[position]]
party = \"Gamma\"
reject = [\"Ett förbund\"]
";

const MERGER: &str = "name = \"Ett förbund\"\nbaseline = \"utgangslage.toml\"\n\
    [[change]]\nmerge = [\"A\", \"B\"]\ninto = \"AB\"\nkansli = 100_000\nengangskostnad = 500_000\n";

/// The same over several years.
const PATH: &str = "[path]\nfrom = 2026\nto = 2028\ndiscount_rate = 0.03\n";

/// A guard that binds.
const GUARD: &str = "[rules.guard]\nmost_decrease = 0.01\nbase_grant = \"follows\"\n";

fn three_kommuner() -> Place {
    let over_years =
        MERGER.replace("[[change]]\n", &format!("{PATH}{GUARD}[[change]]\nfrom = \"2026-07\"\n"));
    Place::with(&[
        ("kommuner.csv", TABLE),
        ("utgangslage.toml", BASELINE),
        ("ett.toml", MERGER),
        ("flera_ar.toml", &over_years),
    ])
}

/// Every result of the examples, and of the one above.
fn results() -> Vec<Value> {
    let place = three_kommuner();
    let examples =
        SCENARIOS.iter().map(|scenario| place.run(&format!("simulate {scenario} --format json")).json());
    let own =
        ["ett", "flera_ar"].map(|name| place.run(&format!("simulate {name}.toml --format json")).json());
    examples.chain(own).collect()
}

/// Every declared figure by its path, in which a star stands for the items of a list.
fn declared() -> BTreeMap<String, Figure> {
    fn collect(shape: &Shape, path: &str, figure: Option<Figure>, found: &mut BTreeMap<String, Figure>) {
        match shape.known() {
            Shape::Object(fields) => {
                for field in flat(fields) {
                    collect(&field.shape, &joined(path, field.key), field.figure.or(figure), found);
                }
            }
            Shape::List(item, _) => collect(item, &joined(path, "*"), figure, found),
            Shape::Whole | Shape::Decimal => {
                let before = figure.map(|figure| found.insert(path.to_owned(), figure));
                assert!(before.flatten().is_none(), "{path} is declared twice");
            }
            Shape::Text | Shape::Flag | Shape::Unknown(_) => {}
        }
    }
    let mut found = BTreeMap::new();
    collect(&ResultDocument::SHAPE, "", None, &mut found);
    found
}

/// Every number in a value, by its path with stars: what JSON calls one, and texts of digits.
fn numbers(value: &Value, path: &str, found: &mut BTreeSet<String>) {
    let is_decimal = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit() || b"-.".contains(&byte));
    match value {
        Value::Object(fields) => {
            for (key, field) in fields {
                numbers(field, &joined(path, key), found);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| numbers(item, &joined(path, "*"), found)),
        Value::Number(_) => _ = found.insert(path.to_owned()),
        Value::String(text) if !text.is_empty() && is_decimal(text) => _ = found.insert(path.to_owned()),
        Value::String(_) | Value::Bool(_) | Value::Null => {}
    }
}

/// Numbers that are no figures: versions, years, names of digits and what a ratio is multiplied by.
fn is_no_figure(path: &str) -> bool {
    let last = path.rsplit('.').find(|step| *step != "*");
    last.is_some_and(|last| {
        ["schema_version", "year", "figures_year", "kommunkod", "members", "times"].contains(&last)
    })
}

#[test]
fn every_number_of_a_result_is_a_declared_figure_and_every_figure_has_a_number() {
    let mut found = BTreeSet::new();
    for result in results() {
        numbers(&result, "", &mut found);
    }
    found.retain(|path| !is_no_figure(path));
    let declared: BTreeSet<String> = declared().into_keys().collect();
    assert_eq!(found, declared);
}

#[test]
fn every_figure_has_headings_and_descriptions_and_is_found_by_its_path() {
    for (path, figure) in declared() {
        assert!(figure.headings.iter().all(|heading| !heading.is_empty()), "{path} has no heading");
        let found = ResultDocument::SHAPE.find(&path.replace('*', "0")).expect("a declared path");
        assert_eq!(found.figure, figure, "{path}");
        assert!(found.description.iter().all(|text| !text.is_empty()), "{path} is not described");
    }
}

/// The text of each path in the schema of the result.
fn described() -> BTreeSet<String> {
    fn collect(schema: &Value, root: &Value, path: &str, found: &mut BTreeSet<String>) {
        let reference = schema["$ref"].as_str().map(|reference| reference.trim_start_matches('#'));
        if let Some(definition) = reference.and_then(|reference| root.pointer(reference)) {
            collect(definition, root, path, found);
        }
        for list in ["allOf", "anyOf", "oneOf"] {
            for one in schema[list].as_array().into_iter().flatten() {
                collect(one, root, path, found);
            }
        }
        if schema["items"].is_object() && !path.is_empty() {
            collect(&schema["items"], root, &joined(path, "*"), found);
        }
        for (key, property) in schema["properties"].as_object().into_iter().flatten() {
            let path = joined(path, key);
            if property["description"].as_str().is_some_and(|text| !text.is_empty()) {
                found.insert(path.clone());
            }
            collect(property, root, &path, found);
        }
    }
    let schema: Value =
        serde_json::from_str(&Place::empty().run("schema result").answer()).expect("a schema is JSON");
    let mut found = BTreeSet::new();
    collect(&schema, &schema, "", &mut found);
    found
}

#[test]
fn the_schema_knows_every_figure() {
    let described = described();
    for path in declared().into_keys() {
        assert!(described.contains(&path), "the schema does not describe {path}");
    }
}

/// The path of a figure as a row of a list of figures has it: lists of rows are no steps of it, and of what is known by
/// its name a star stands for the name.
fn as_metrics(shape: &Shape) -> BTreeSet<String> {
    fn collect(shape: &Shape, path: &str, is_figure: bool, found: &mut BTreeSet<String>) {
        match shape.known() {
            Shape::Object(fields) => {
                for field in flat(fields) {
                    let step = if field.is(Is::Here) { "" } else { field.key };
                    let is_figure = is_figure || field.figure.is_some();
                    match field.shape.known() {
                        Shape::List(item, Some(Row { kind: RowKind::Level(_), .. })) => {
                            collect(item, path, is_figure, found);
                        }
                        Shape::List(item, Some(Row { kind: RowKind::Named, .. })) => {
                            collect(item, &joined(&joined(path, step), "*"), is_figure, found);
                        }
                        shape => collect(shape, &joined(path, step), is_figure, found),
                    }
                }
            }
            Shape::List(item, _) => collect(item, path, is_figure, found),
            Shape::Whole | Shape::Decimal if is_figure => _ = found.insert(path.to_owned()),
            _ => {}
        }
    }
    let mut found = BTreeSet::new();
    collect(shape, "", false, &mut found);
    found
}

/// A path with stars for the names of keys and columns.
fn starred(metric: &str) -> String {
    let mut steps: Vec<&str> = metric.split('.').collect();
    for position in 1..steps.len() {
        let named_lists =
            ["keys", "indicators", "ratios", "years", "insatser", "resultat", "malgrupper", "natura_parties"];
        let is_named = named_lists.contains(&steps[position - 1]) && !steps.contains(&"remedy");
        if is_named || steps[0] == "smallest_forbund" && steps[position - 1] == "forbund" {
            steps[position] = "*";
        }
    }
    steps.join(".")
}

#[test]
fn diff_reads_every_figure() {
    let mut read = BTreeSet::new();
    for result in results() {
        let source = Source::typed("result.json", &result.to_string());
        let written = written::read(&source).unwrap_or_else(|_| panic!("a result can be read back"));
        read.extend(written[0].figures.iter().map(|figure| starred(&figure.metric)));
    }
    assert_eq!(read, as_metrics(&ResultDocument::SHAPE));
}

#[test]
fn the_long_table_has_every_figure_of_a_total_and_of_a_forbund() {
    let place = three_kommuner();
    let table = place.run("simulate ett.toml --format csv --criteria").answer();
    let cells = table.lines().skip(1).map(|line| line.split(',').collect::<Vec<_>>());
    let found: BTreeSet<String> = cells.map(|cells| format!("{} {}", cells[3], starred(cells[5]))).collect();
    for (level, prefix, shape) in [
        ("total", "", Total::SHAPE),
        ("forbund", "", ForbundResult::SHAPE),
        ("total", "criteria", CriteriaTotal::SHAPE),
        ("forbund", "criteria", ForbundCriteria::SHAPE),
    ] {
        // What each region pays to a förbund has no row, and förbund are counted among the sums.
        let without = ["regions.amount", "criteria.forbund"];
        for metric in as_metrics(&shape).iter().map(|path| joined(prefix, path)) {
            let is_there = found.contains(&format!("{level} {metric}"));
            assert_eq!(is_there, !without.contains(&metric.as_str()), "{level} {metric}: {found:#?}");
        }
    }
}
