//! Caps on what somebody pays, and what förbund could have without them.
//!
//! Two alike förbund of one kommun each; the eight others of the country have as much each. The appropriation of 44
//! million leaves 40 above the base grants, so that each has 400 000 + 4 000 000 from the state and 8 800 000 in all.

use serde_json::{Value, json};

use super::run::Place;

const TABLE: &str = "kommunkod,kommun,region,befolkning_16_64,forsorjningsmatt\n\
    0101,Ale,Region Halland,1000,100\n\
    0102,Habo,Region Halland,1000,100\n";

const MODEL: &str = "name = \"Två lika\"\nkommuner = \"kommuner.csv\"\n\
    [model]\nappropriation = 44_000_000\n[model.rest_of_country]\nforbund = 8\n";

const SUMS: &str = "befolkning_16_64 = 8_000\nforsorjningsmatt = 800\n";

/// A place with the baseline that `rest`, and what the förbund have, make, and a scenario without changes but these.
fn place(rest: &str, [a, b]: [&str; 2], scenario: &str) -> Place {
    let forbund = |name: &str, kommun: &str, more: &str| {
        format!("[[forbund]]\nname = \"{name}\"\nkommuner = [\"{kommun}\"]\n{more}\n")
    };
    let baseline = [MODEL, rest, &forbund("A", "Ale", a), &forbund("B", "Habo", b)].concat();
    let scenario = format!("name = \"S\"\nbaseline = \"utgangslage.toml\"\n{scenario}");
    Place::with(&[("kommuner.csv", TABLE), ("utgangslage.toml", &baseline), ("s.toml", &scenario)])
}

/// What the state gives, could give, and what of that is unused, for A and B.
fn state(result: &Value, side: &str) -> [[Value; 3]; 2] {
    let rows = result.pointer(side).expect("a side");
    [0, 1].map(|row| ["total", "maximum", "unused"].map(|key| rows["forbund"][row]["state"][key].clone()))
}

/// A has 2 600 000, as much as its parties can match; the 1 800 000 that it frees is a twentieth of the 36 000 000 above
/// the base grants of all others, and B has 400 000 + 1.05 · 4 000 000.
#[test]
fn what_a_förbund_cannot_match_is_unused() {
    let place = place(SUMS, ["matchning = 2_600_000", ""], "[rules]\n");
    let result = place.run("simulate s --format json").json();
    for side in ["/before", "/after/gross", "/after/net"] {
        let [a, b] = state(&result, side);
        assert_eq!(a, [json!(2_600_000), json!(4_400_000), json!(1_800_000)], "{side}");
        assert_eq!(b, [json!(4_600_000), json!(4_400_000), json!(-200_000)], "{side}");
    }
}

/// Without rules nobody has less than the formula gives.
#[test]
fn without_caps_nothing_is_unused() {
    let place = place(SUMS, ["", ""], "");
    let result = place.run("simulate s --format json").json();
    let all = [json!(4_400_000), json!(4_400_000), json!(0)];
    assert_eq!(state(&result, "/before"), [all.clone(), all]);
    assert!(!place.run("simulate s --full").stdout.contains("Outnyttjat"));
}

/// A's budget is less than the formula gives. Without the sums of the rest of the country nobody knows.
#[test]
fn decided_budgets_are_compared_with_the_formula() {
    let budgets = ["budget = 8_000_000", "budget = 8_800_000"];
    let result = place(SUMS, budgets, "").run("simulate s --format json").json();
    let [a, b] = state(&result, "/before");
    assert_eq!(a, [json!(4_000_000), json!(4_400_000), json!(400_000)]);
    assert_eq!(b, [json!(4_400_000), json!(4_400_000), json!(0)]);
    let unknown = place("", budgets, "").run("simulate s --format json").json();
    assert_eq!(state(&unknown, "/before")[0], [json!(4_000_000), Value::Null, Value::Null]);
}

/// The caps of a scenario are in force in the place of those of its baseline: the region then pays 3 300 000 of 4 400 000,
/// three quarters, and not half of it.
#[test]
fn caps_of_a_scenario_replace_those_of_the_baseline() {
    let cap = |most: &str| format!("[[cap]]\nregion = \"Region Halland\"\nmost = {most}\n");
    let of_baseline = place(&[SUMS, &cap("2_200_000")].concat(), ["", ""], "");
    let result = of_baseline.run("simulate s --format json").json();
    assert_eq!(result["before"]["total"]["region"], json!(2_200_000));
    let scenario = place(&[SUMS, &cap("2_200_000")].concat(), ["", ""], &cap("3_300_000"));
    let result = scenario.run("simulate s --format json").json();
    assert_eq!(result["before"]["total"]["region"], json!(3_300_000));
    let none = place(&[SUMS, &cap("2_200_000")].concat(), ["", ""], "cap = []\n");
    let result = none.run("simulate s --format json").json();
    assert_eq!(result["before"]["total"]["region"], json!(4_400_000));
    assert_eq!(result["bound"], json!([]));
}

/// The report has a table of it, and says what the cap is.
#[test]
fn the_report_says_what_is_unused() {
    let cap = "[[cap]]\nkommun = \"Ale\"\nshare = 0.05\nof = 22_000_000\nsource = \"Budget 2026\"\n";
    let place = place(SUMS, ["", ""], cap);
    insta::assert_snapshot!(place.run("simulate s --full").stdout);
}
