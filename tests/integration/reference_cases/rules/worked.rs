//! Rules worked out by hand, for A and B of the worked years: each has a base grant of 400 000 and 4 000 000 above it,
//! the eight others of the country have 3 200 000 and 32 000 000, together the appropriation of 44 000 000.

use serde_json::{Value, json};

use super::super::years::worked::two_alike;
use crate::reference::case::{Change, Kansli};
use crate::reference::first_difference;
use crate::reference::rules::caps::{Cap, Ceiling, Payer};
use crate::reference::rules::{BaseGrant, Guard, Redistribution, Rules, Step};
use crate::reference::years::plan::{Amount, Date, Dated, Path, Plan, Timing};
use crate::reference::years::{computed, expected};

fn merge() -> Change {
    Change::Merge {
        parts: vec!["A".to_owned(), "B".to_owned()],
        into: "AB".to_owned(),
        kansli: Some(Kansli::Sum(1_000_000)),
        kommun_key: None,
    }
}

fn no_rules(redistribution: Redistribution) -> Rules {
    Rules { redistribution, guard: None, equity: Vec::new(), caps: Vec::new() }
}

fn guard(most_decrease: &str, base_grant: BaseGrant) -> Guard {
    Guard { most_decrease: most_decrease.to_owned(), years: None, base_grant, except_equity_above: None }
}

fn assert_holds(expected: &Value, actual: &Value) {
    assert_eq!(first_difference("", expected, actual), None, "in {actual:#}");
}

fn bound(forbund: &str, redistribution: Option<&str>, rule: &str, without: i64, with: i64) -> Value {
    json!({
        "forbund": forbund, "redistribution": redistribution, "rule": rule, "without": without, "with": with,
    })
}

/// Region and kommuner of A pay 2 600 000 at most, so that the state does too. It frees 1 800 000, a twentieth of the
/// 36 000 000 above the base grants of all others: λ = 1.05, and B has 400 000 + 4 200 000.
///
/// Merged, nobody knows what B's parties can pay, and no rule binds: gross 400 000 + 1.05 · 8 000 000 = 8 800 000, net
/// 400 000 + 8 000 000 · 40.4 ÷ 40 = 8 480 000.
#[test]
fn a_cap_frees_money_for_all() {
    let mut plan = Plan::constant(two_alike(vec![merge()]), None);
    plan.forbund[0].matchning = Some(Amount::Plain(2_600_000));
    plan.rules = Some(no_rules(Redistribution::Alla));
    let result = expected(&plan);
    assert_holds(
        &json!({
            "before": { "forbund": [
                { "state": { "base": 400_000, "forsorjningsmatt": 1_650_000, "befolkning": 550_000 }, "total": 5_200_000 },
                { "state": { "base": 400_000, "forsorjningsmatt": 3_150_000, "befolkning": 1_050_000 } },
            ] },
            "after": {
                "gross": { "forbund": [{ "state": { "total": 8_800_000 } }] },
                "net": { "forbund": [{ "state": { "total": 8_480_000 } }] },
            },
            "bound": [bound("A", None, "matching", 4_400_000, 2_600_000)],
        }),
        &result,
    );

    // What B's parties can pay being known, 6 000 000, AB is capped at 8 600 000. Net is below that.
    plan.forbund[1].matchning = Some(Amount::Plain(6_000_000));
    let result = expected(&plan);
    assert_holds(
        &json!([
            bound("A", None, "matching", 4_400_000, 2_600_000),
            bound("AB", Some("gross"), "matching", 8_400_000, 8_600_000),
        ]),
        &result["bound"],
    );
    assert_holds(&json!({ "gross": { "total": { "state": 8_600_000 } } }), &result["after"]);

    // The state keeps what the cap frees.
    plan.rules = Some(no_rules(Redistribution::Staten));
    let result = expected(&plan);
    assert_holds(&json!([bound("A", None, "matching", 4_400_000, 2_600_000)]), &result["bound"]);
    let states = [0, 1].map(|row| result["before"]["forbund"][row]["state"]["total"].clone());
    assert_eq!(states, [json!(2_600_000), json!(4_400_000)]);
    assert_holds(&json!({ "gross": { "total": { "state": 8_400_000 } } }), &result["after"]);
}

/// A's equity of 5 000 000 is 57 percent of its income of 8 800 000. Of the steps above 0.25 and 0.5 the second leaves
/// less: a tenth of 4 400 000, which is 40 000 above the base grant. It frees 3 960 000: λ = 1.11.
#[test]
fn the_steepest_step_holds() {
    let mut plan = Plan::constant(two_alike(Vec::new()), None);
    plan.forbund[0].eget_kapital = Some(Amount::Plain(5_000_000));
    let steps = [("0.25", "0.5"), ("0.5", "0.9"), ("0.6", "1")];
    let equity = steps.map(|(above, reduce)| Step { above: above.to_owned(), reduce: reduce.to_owned() });
    plan.rules = Some(Rules { equity: equity.to_vec(), ..no_rules(Redistribution::Alla) });
    let result = expected(&plan);
    let rows = json!({ "forbund": [
        { "state": { "base": 400_000, "forsorjningsmatt": 30_000, "befolkning": 10_000, "total": 440_000 } },
        { "state": { "base": 400_000, "forsorjningsmatt": 3_330_000, "befolkning": 1_110_000 } },
    ] });
    assert_holds(
        &json!({
            "before": rows,
            "after": { "gross": rows, "net": rows },
            "bound": [
                bound("A", None, "equity", 4_400_000, 440_000),
                bound("A", Some("gross"), "equity", 4_400_000, 440_000),
                bound("A", Some("net"), "equity", 4_400_000, 440_000),
            ],
        }),
        &result,
    );
}

/// Without a path the guard compares with `before`: with one base grant AB had 8 400 000 and loses nothing gross; with
/// the base grants of both, 8 800 000, it may lose nothing and keeps 8 400 000 above its own. Net without the rule is
/// 400 000 + 8 080 000.
#[test]
fn base_grants_lapse_or_follow() {
    let mut plan = Plan::constant(two_alike(vec![merge()]), None);
    let rules =
        |base_grant| Some(Rules { guard: Some(guard("0", base_grant)), ..no_rules(Redistribution::Alla) });
    plan.rules = rules(BaseGrant::Lapses);
    assert_eq!(expected(&plan)["bound"], json!([]));
    plan.rules = rules(BaseGrant::Follows);
    let result = expected(&plan);
    assert_holds(
        &json!([
            bound("AB", Some("gross"), "guard", 8_400_000, 8_800_000),
            bound("AB", Some("net"), "guard", 8_480_000, 8_800_000),
        ]),
        &result["bound"],
    );
    let state = json!({ "base": 400_000, "forsorjningsmatt": 6_300_000, "befolkning": 2_100_000 });
    assert_holds(&json!({ "gross": { "forbund": [{ "state": state }] } }), &result["after"]);
}

/// The appropriation falls to 36 000 000 in 2027, when A and B merge; nothing else changes.
fn falling(base_grant: BaseGrant) -> Plan {
    let path =
        Path { from: 2026, to: 2028, figures_lag: 0, kansli_index: "0".to_owned(), discount_rate: None };
    let from = Some(Date { year: 2027, month: 1 });
    let mut plan = Plan {
        appropriation: Dated([(2026, 44_000_000), (2027, 36_000_000)].into()),
        timings: vec![Timing { from, ..Timing::default() }],
        ..Plan::constant(two_alike(vec![merge()]), Some(path))
    };
    // Only B's equity is known: all of its income, which leaves it without a guard.
    plan.forbund[1].eget_kapital = Some(Amount::Plain(8_800_000));
    let guard = Some(Guard { except_equity_above: Some("0.5".to_owned()), ..guard("0.1", base_grant) });
    plan.rules = Some(Rules { guard, ..no_rules(Redistribution::Alla) });
    plan
}

/// 2027, before: the formula gives 400 000 + 3 200 000 each. A keeps nine tenths of 4 400 000 = 3 960 000. B has
/// 400 000 + λ · 3 200 000, the others 3 200 000 + λ · 25 600 000; together 36 000 000 at λ = 28.44 ÷ 28.8 = 0.9875, so
/// that B has 3 560 000. 2028: nine tenths of 3 960 000 is less than 3 600 000, and nothing binds.
///
/// 2027, gross: at 0.9875 · 6 400 000 + 400 000 = 6 720 000 AB would have less than nine tenths of 8 400 000 =
/// 7 560 000. 2028: 6 800 000 is less than nine tenths of that, 6 804 000.
///
/// 2027, net: 400 000 + 6 400 000 · 32.4 ÷ 32 = 6 880 000 without the guard. 2028: the same, and nothing binds.
#[test]
fn the_guard_holds_from_year_to_year() {
    let result = expected(&falling(BaseGrant::Lapses));
    let years = &result["path"]["years"];
    assert_eq!(years[0]["bound"], json!([]));
    assert_holds(
        &json!([
            bound("A", None, "guard", 3_600_000, 3_960_000),
            bound("AB", Some("gross"), "guard", 6_800_000, 7_560_000),
            bound("AB", Some("net"), "guard", 6_880_000, 7_560_000),
        ]),
        &years[1]["bound"],
    );
    let states = |side: &Value| -> Vec<i64> {
        let rows = side["forbund"].as_array().expect("rows").iter();
        rows.map(|row| row["state"]["total"].as_i64().expect("kronor")).collect()
    };
    assert_eq!(states(&years[1]["before"]), [3_960_000, 3_560_000]);
    assert_eq!(states(&years[1]["gross"]), [7_560_000]);
    assert_eq!(states(&years[2]["before"]), [3_600_000, 3_600_000]);
    assert_eq!(states(&years[2]["gross"]), [6_804_000]);
    assert_eq!(states(&years[2]["net"]), [6_880_000]);
    assert_holds(&json!([bound("AB", Some("gross"), "guard", 6_800_000, 6_804_000)]), &result["bound"]);
}

/// With the base grants of both AB keeps nine tenths of 8 800 000 = 7 920 000 in 2027. In 2028 the year before is its
/// parts, 7 520 000, and its own base grant: 7 920 000 again.
#[test]
fn base_grants_that_follow_count_once_a_year() {
    let result = expected(&falling(BaseGrant::Follows));
    let years = &result["path"]["years"];
    assert_holds(&json!({ "total": { "state": 7_920_000 } }), &years[1]["gross"]);
    assert_holds(&json!({ "total": { "state": 7_128_000 } }), &years[2]["gross"]);
}

/// Merged in July, AB is bound for half of 2027 only: half of 6 800 000 and of 7 560 000.
#[test]
fn a_rule_that_binds_for_half_a_year() {
    let mut plan = falling(BaseGrant::Lapses);
    plan.timings[0].from = Some(Date { year: 2027, month: 7 });
    let result = expected(&plan);
    let year = &result["path"]["years"][1];
    assert_holds(
        &json!([
            bound("A", None, "guard", 3_600_000, 3_960_000),
            bound("A", Some("gross"), "guard", 1_800_000, 1_980_000),
            bound("AB", Some("gross"), "guard", 3_400_000, 3_780_000),
            bound("A", Some("net"), "guard", 1_800_000, 1_980_000),
            bound("AB", Some("net"), "guard", 3_440_000, 3_780_000),
        ]),
        &year["bound"],
    );
    let states = [0, 1, 2].map(|row| year["gross"]["forbund"][row]["state"]["total"].clone());
    assert_eq!(states, [json!(3_780_000), json!(1_980_000), json!(1_780_000)]);
}

/// Where the guard asks for more than A's parties can match, what they can match holds.
#[test]
fn a_cap_holds_against_the_guard() {
    let mut plan = falling(BaseGrant::Lapses);
    plan.forbund[0].matchning =
        Some(Amount::Dated(Dated([(2026, 9_000_000), (2027, 3_800_000), (2028, 9_000_000)].into())));
    let result = expected(&plan);
    assert_holds(
        &bound("A", None, "matching", 3_600_000, 3_800_000),
        &result["path"]["years"][1]["bound"][0],
    );
}

/// Two floors of nine tenths of 4 400 000 and the base grants of the others are more than 11 000 000.
#[test]
fn floors_that_cannot_be_paid_for() {
    let mut plan = falling(BaseGrant::Lapses);
    plan.forbund[1].eget_kapital = None;
    plan.appropriation.0.insert(2027, 11_120_000);
    assert!(computed(&plan).is_ok(), "what is just enough");
    plan.appropriation.0.insert(2027, 11_119_999);
    assert!(computed(&plan).is_err_and(|reason| reason.starts_with("no λ")));
}

fn cap(payer: Payer, most: u64) -> Cap {
    Cap { payer, ceiling: Ceiling::Most(most) }
}

fn capped(caps: Vec<Cap>) -> Rules {
    Rules { caps, ..no_rules(Redistribution::Alla) }
}

/// Region Halland pays 2 200 000 in A and in B, and 3 300 000 at most: three quarters of everything. Merged, AB would
/// have 8 400 000 gross, of which the region matches half, 4 200 000; at 3 300 000 the state pays 6 600 000.
#[test]
fn a_region_is_capped_over_all_its_forbund() {
    let mut plan = Plan::constant(two_alike(vec![merge()]), None);
    plan.rules = Some(capped(vec![cap(Payer::Region("Region Halland".to_owned()), 3_300_000)]));
    let result = expected(&plan);
    assert_holds(
        &json!({
            "before": { "total": { "state": 6_600_000, "region": 3_300_000 } },
            "bound": [
                bound("A", None, "cap", 4_400_000, 3_300_000),
                bound("B", None, "cap", 4_400_000, 3_300_000),
                bound("AB", Some("gross"), "cap", 8_400_000, 6_600_000),
                bound("AB", Some("net"), "cap", 8_480_000, 6_600_000),
            ],
        }),
        &result,
    );

    // The same as a twentieth of a sum, for all parties together: 13 200 000 of 17 600 000.
    let ceiling = Ceiling::Share { share: "0.05".to_owned(), of: 264_000_000 };
    plan.rules = Some(capped(vec![Cap { payer: Payer::All, ceiling }]));
    assert_eq!(expected(&plan)["bound"], result["bound"]);
}

/// Of the kommun's 2 200 000 a half: A has 2 200 000, and 2 200 000 more are for the 36 000 000 of the others. B then has
/// 400 000 + 4 000 000 · 38.2 ÷ 36.
#[test]
fn a_kommun_is_capped_where_it_pays() {
    let mut plan = Plan::constant(two_alike(Vec::new()), None);
    plan.rules = Some(capped(vec![cap(Payer::Kommun("0101".to_owned()), 1_100_000)]));
    let result = expected(&plan);
    assert_holds(&bound("A", None, "cap", 4_400_000, 2_200_000), &result["bound"][0]);
    let states = [0, 1].map(|row| result["before"]["forbund"][row]["state"]["total"].clone());
    assert_eq!(states, [json!(2_200_000), json!(4_644_444)]);
}

/// B would have 8 800 000 by the formula and may have 8 900 000: what A's cap frees, 1 800 000 of 36 000 000, would make it
/// 9 200 000.
#[test]
fn a_cap_holds_against_what_others_free() {
    let mut plan = Plan::constant(two_alike(Vec::new()), None);
    plan.forbund[0].matchning = Some(Amount::Plain(2_600_000));
    plan.rules = Some(capped(vec![cap(Payer::Forbund("B".to_owned()), 8_900_000)]));
    let result = expected(&plan);
    assert_holds(&json!({ "forbund": [{ "total": 5_200_000 }, { "total": 8_900_000 }] }), &result["before"]);
    assert_holds(&bound("A", None, "matching", 4_400_000, 2_600_000), &result["bound"][0]);
    assert_holds(&bound("B", None, "cap", 4_400_000, 4_450_000), &result["bound"][1]);
}
