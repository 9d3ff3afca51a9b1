//! JSON: what scripts rely on.

use serde_json::Value;

use super::run::{Place, SCENARIOS};

const RESULT: &[&str] = &[
    "schema_version", "scenario", "baseline", "basis", "assumptions", "before", "after", "delta", "kommuner",
    "regions",
];
const SCENARIO: &[&str] = &["name", "description", "source", "file"];
const BASELINE: &[&str] = &["name", "file", "year"];
const GROSS_AND_NET: &[&str] = &["gross", "net"];
const SIDE: &[&str] = &["forbund", "total"];
const TOTAL: &[&str] = &["forbund", "state", "region", "kommuner", "total", "kansli", "insatser"];
const FORBUND: &[&str] = &[
    "name",
    "outside",
    "members",
    "befolkning_16_64",
    "forsorjningsmatt",
    "state",
    "region",
    "regions",
    "kommuner",
    "total",
    "kansli",
    "insatser",
    "kr_per_inhabitant",
    "insatser_per_inhabitant",
    "kansli_share",
];
const STATE: &[&str] = &["base", "forsorjningsmatt", "befolkning", "total"];
const KOMMUN: &[&str] = &[
    "kommunkod",
    "kommun",
    "forbund_before",
    "forbund_after",
    "contribution_before",
    "contribution_after",
    "contribution_delta",
    "contribution_per_inhabitant_before",
    "contribution_per_inhabitant_after",
];
const REGION: &[&str] = &["region", "contribution_before", "contribution_after", "contribution_delta"];
/// What may be unknown.
const NULLABLE: [&str; 7] =
    ["kansli", "insatser", "contribution_before", "contribution_after", "contribution_delta", "gross", "net"];

#[track_caller]
fn assert_keys(value: &Value, keys: &[&str]) {
    let object = value.as_object().unwrap_or_else(|| panic!("no object: {value}"));
    for key in keys {
        assert!(object.contains_key(*key), "\"{key}\" is missing in {value}");
    }
}

/// That these are whole kronor, or unknown where they may be.
#[track_caller]
fn assert_money(value: &Value, keys: &[&str]) {
    for key in keys {
        let amount = &value[*key];
        assert!(amount.is_i64() || amount.is_null() && NULLABLE.contains(key), "{key}: {amount}");
    }
}

fn list(value: &Value) -> &[Value] {
    value.as_array().unwrap_or_else(|| panic!("no list: {value}"))
}

fn assert_forbund(forbund: &Value) {
    assert_keys(forbund, FORBUND);
    assert!(forbund["outside"].is_boolean() && forbund["befolkning_16_64"].is_u64(), "{forbund}");
    assert!(list(&forbund["members"]).iter().all(Value::is_string));
    assert!(forbund["forsorjningsmatt"].is_string(), "{forbund}");
    let per_inhabitant = forbund["kr_per_inhabitant"].as_str().expect("a string");
    assert_eq!(per_inhabitant.split_once('.').map(|(_, decimals)| decimals.len()), Some(2), "{forbund}");
    assert_keys(&forbund["state"], STATE);
    let share = forbund["state"]["base_share"].as_str().and_then(|share| share.split_once('.'));
    let decimals = (forbund["outside"] == false).then_some(2);
    assert_eq!(share.map(|(_, decimals)| decimals.len()), decimals, "{forbund}");
    assert_money(&forbund["state"], STATE);
    assert_money(forbund, &["region", "kommuner", "total", "kansli", "insatser"]);
    for region in list(&forbund["regions"]) {
        assert_keys(region, &["region", "amount"]);
        assert_money(region, &["amount"]);
    }
}

/// The kanslier's share of income is a string with two decimals, and null where a kansli is unknown.
fn assert_total(total: &Value) {
    assert_keys(total, TOTAL);
    assert_money(total, TOTAL);
    let share = &total["kansli_share"];
    let decimals = share.as_str().and_then(|share| share.split_once('.')).map(|(_, decimals)| decimals.len());
    let expected = total["kansli"].is_i64().then_some(2);
    assert_eq!(decimals, expected, "{total}");
}

fn assert_side(side: &Value) {
    assert_keys(side, SIDE);
    assert_total(&side["total"]);
    list(&side["forbund"]).iter().for_each(assert_forbund);
}

fn assert_contribution(party: &Value) {
    assert_money(party, &["contribution_before"]);
    for key in ["contribution_after", "contribution_delta"] {
        assert_keys(&party[key], GROSS_AND_NET);
        assert_money(&party[key], GROSS_AND_NET);
    }
}

fn assert_result(result: &Value) {
    assert_keys(result, RESULT);
    assert_eq!(result["schema_version"], 1);
    assert_keys(&result["scenario"], SCENARIO);
    assert_keys(&result["baseline"], BASELINE);
    for assumption in list(&result["assumptions"]) {
        assert!(assumption["id"].is_string() && assumption["text"].is_string(), "{assumption}");
    }
    assert_side(&result["before"]);
    assert_keys(&result["after"], GROSS_AND_NET);
    assert_keys(&result["delta"], GROSS_AND_NET);
    assert_side(&result["after"]["gross"]);
    assert_total(&result["delta"]["gross"]);
    assert_eq!(result["after"]["net"].is_null(), result["delta"]["net"].is_null());
    if !result["after"]["net"].is_null() {
        assert_side(&result["after"]["net"]);
        assert_total(&result["delta"]["net"]);
    }
    for kommun in list(&result["kommuner"]) {
        assert_keys(kommun, KOMMUN);
        assert_contribution(kommun);
    }
    for region in list(&result["regions"]) {
        assert_keys(region, REGION);
        assert_contribution(region);
    }
}

/// That all of `expected` is in `actual`, which may have further keys.
fn assert_within(expected: &Value, actual: &Value, path: &str) {
    match (expected, actual) {
        (Value::Object(keys), _) => {
            keys.iter().for_each(|(key, value)| assert_within(value, &actual[key], &format!("{path}.{key}")));
        }
        (Value::Array(expected), Value::Array(actual)) => {
            assert_eq!(expected.len(), actual.len(), "{path}");
            for (position, (expected, actual)) in expected.iter().zip(actual).enumerate() {
                assert_within(expected, actual, &format!("{path}.{position}"));
            }
        }
        _ => assert_eq!(expected, actual, "{path}"),
    }
}

/// A calibrated baseline that does not say what the country has.
fn without_appropriation() -> Place {
    let place = Place::example("move_outside_calibrated");
    let baseline = place.read("utgangslage.toml");
    let sparse = baseline.replace("appropriation = 339_000_000\n", "");
    assert_ne!(baseline, sparse);
    place.write("utgangslage.toml", &sparse);
    place
}

#[test]
fn the_worked_examples_come_out_to_the_krona() {
    let names = [
        "merge_national",
        "move_outside_calibrated",
        "split_shared_kansli",
        "leave_national",
        "dissolve_elsewhere_calibrated",
    ];
    for name in names {
        let place = Place::example(name);
        let expected: Value = serde_json::from_str(&place.read("result.json")).expect("JSON");
        let result = place.run("simulate scenario.toml --format json").json();
        assert_within(&expected, &result, name);
        assert_result(&result);
    }
}

#[test]
fn every_promised_key_is_there_and_money_is_whole() {
    let place = Place::empty();
    let results = place.run(&format!("simulate {} --format json", SCENARIOS.join(" "))).json();
    assert_eq!(list(&results).len(), SCENARIOS.len());
    list(&results).iter().for_each(assert_result);
}

#[test]
fn one_file_gives_an_object_and_several_or_a_comparison_a_list() {
    let place = Place::empty();
    let one = place.run("simulate tankespar1 --format json").json();
    assert!(one.is_object());
    let other = place.run("simulate tankespar3 --format json").json();
    let both = Value::Array(vec![one.clone(), other]);
    assert_eq!(place.run("simulate tankespar1 tankespar3 --format json").json(), both);
    assert_eq!(place.run("compare tankespar1 tankespar3 --format json").json(), both);
    assert_eq!(place.run("compare tankespar1 --format json").json(), Value::Array(vec![one]));
}

#[test]
fn json_has_gross_and_net_in_kronor_whatever_tables_would_show() {
    let place = Place::empty();
    let answer = place.run("simulate tankespar1 --format json").answer();
    for options in ["--redistribution gross", "--redistribution net", "--unit mnkr", "--width 40"] {
        assert_eq!(place.run(&format!("simulate tankespar1 --format json {options}")).answer(), answer);
    }
}

#[test]
fn assumptions_have_the_same_ids_and_other_texts_in_the_other_language() {
    let place = Place::empty();
    for name in SCENARIOS {
        let [sv, en] = ["sv", "en"].map(|language| {
            let result = place.run(&format!("simulate {name} --format json --lang {language}")).json();
            list(&result["assumptions"]).to_vec()
        });
        assert_eq!(sv.len(), en.len());
        for (sv, en) in sv.iter().zip(&en) {
            assert_eq!(sv["id"], en["id"]);
            assert_ne!(sv["text"], en["text"]);
        }
    }
}

#[test]
fn net_is_null_where_the_appropriation_is_not_given() {
    let place = without_appropriation();
    let result = place.run("simulate scenario.toml --format json").json();
    assert_result(&result);
    assert_eq!(result["basis"], "calibrated");
    assert_eq!((&result["after"]["net"], &result["delta"]["net"]), (&Value::Null, &Value::Null));
    for party in list(&result["kommuner"]).iter().chain(list(&result["regions"])) {
        assert_eq!(party["contribution_after"]["net"], Value::Null);
        assert_eq!(party["contribution_delta"]["net"], Value::Null);
    }
    assert!(result["after"]["gross"]["total"]["total"].is_i64());
}

#[test]
fn figures_that_are_only_net_are_refused_where_there_are_none() {
    let place = without_appropriation();
    for format in ["table", "markdown", "csv", "json"] {
        for command in ["simulate", "compare"] {
            let arguments = format!("{command} scenario.toml --redistribution net --format {format}");
            place.run(&arguments).assert_refused("net_unavailable");
        }
    }
    let page = place.run("simulate scenario.toml").answer();
    assert!(page.contains("Nettobelopp saknas"), "{page}");
    assert!(!page.contains("Efter, netto"), "{page}");
}

#[test]
fn an_outside_row_is_marked_and_not_counted() {
    let result = Place::empty().run("simulate tankespar2 --format json").json();
    for side in ["gross", "net"] {
        let rows = list(&result["after"][side]["forbund"]);
        let outside: Vec<_> = rows.iter().filter(|row| row["outside"] == true).collect();
        assert_eq!(outside.len(), 1);
        assert_eq!(outside[0]["name"], "ett förbund i Värmland");
        assert_eq!((&outside[0]["state"]["base"], &outside[0]["kansli"]), (&Value::from(0), &Value::from(0)));
        assert_eq!((rows.len(), &result["after"][side]["total"]["forbund"]), (3, &Value::from(2)));
    }
}
