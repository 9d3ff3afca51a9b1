//! Years worked out by hand.
//!
//! Two alike förbund, A and B, of one kommun each, with a tenth each of the country's försörjningsmått (1 000) and
//! inhabitants (10 000). There are ten förbund, the base grant is 400 000 and the appropriation 44 000 000, so that the
//! pot is 40 000 000: a unit of försörjningsmått is worth 0.75 · 40 000 000 ÷ 1 000 = 30 000, an inhabitant
//! 0.25 · 40 000 000 ÷ 10 000 = 1 000. Each förbund has 400 000 + 3 000 000 + 1 000 000 = 4 400 000 from the state and
//! twice that, 8 800 000, in all. Both kanslier cost 1 000 000 at the prices of 2026, a tenth more every year.
//!
//! They merge in July 2027, with a kansli of 1 500 000 at the prices of 2026 and a one-off cost of 600 000.

use serde_json::{Value, json};

use crate::reference::case::{
    Case, Change, Forbund, Kansli, Kommun, KommunKey, Layout, Money, RegionKey, Rest,
};
use crate::reference::first_difference;
use crate::reference::years::expected;
use crate::reference::years::plan::{Date, OneOff, Path, Plan, Timing};

/// A merger in July of 2027, into a förbund of this name.
pub(in crate::reference_cases) fn plan(into: &str, kansli: u64, one_off: u64) -> Plan {
    let merge = Change::Merge {
        parts: vec!["A".to_owned(), "B".to_owned()],
        into: into.to_owned(),
        kansli: Some(Kansli::Sum(kansli)),
        kommun_key: None,
    };
    let path = Path {
        from: 2026,
        to: 2028,
        figures_lag: 0,
        kansli_index: "0.1".to_owned(),
        discount_rate: Some("0.25".to_owned()),
    };
    let timing = Timing {
        from: Some(Date { year: 2027, month: 7 }),
        one_off: Some(OneOff::Whole(one_off)),
        ..Timing::default()
    };
    Plan { timings: vec![timing], ..Plan::constant(two_alike(vec![merge]), Some(path)) }
}

pub(in crate::reference_cases) fn two_alike(changes: Vec<Change>) -> Case {
    let kommun = |code: &str, name: &str| Kommun {
        code: code.to_owned(),
        name: name.to_owned(),
        region: "Region Halland".to_owned(),
        befolkning_16_64: 1_000,
        forsorjningsmatt: "100".to_owned(),
        folkmangd: 1_600,
    };
    let forbund = |name: &str, code: &str| Forbund {
        name: name.to_owned(),
        kommuner: vec![code.to_owned()],
        money: Money::Formula,
        kansli: Some(Kansli::Sum(1_000_000)),
        kommun_key: None,
    };
    Case {
        table: vec![kommun("0101", "Ale"), kommun("0102", "Habo")],
        other_year: Vec::new(),
        kommun_key: KommunKey::Befolkning,
        region_key: RegionKey::Befolkning,
        appropriation: Some(44_000_000),
        base_grant: 400_000,
        weight_forsorjningsmatt: "0.75".to_owned(),
        weight_befolkning: "0.25".to_owned(),
        rest_forbund: Some(8),
        rest: Rest::Sums { befolkning_16_64: 8_000, forsorjningsmatt: "800".to_owned() },
        state_share: "0.5".to_owned(),
        region_share: "0.25".to_owned(),
        kommuner_share: "0.25".to_owned(),
        forbund: vec![forbund("A", "0101"), forbund("B", "0102")],
        shared: Vec::new(),
        changes,
        layout: Layout::PLAIN,
    }
}

fn assert_holds(expected: &Value, actual: &Value) {
    assert_eq!(first_difference("", expected, actual), None, "in {actual:#}");
}

/// 2027, gross. January to June: A and B with 4 400 000 each, of which a half counts, 2 200 000 each. July to December:
/// AB with 400 000 + 8 000 000 = 8 400 000, of which a half, 4 200 000. Kanslier at the prices of 2027: half of
/// 1 100 000 each, and half of 1 650 000.
#[test]
fn a_merger_in_july() {
    let result = expected(&plan("AB", 1_500_000, 600_000));
    let [first, second, third] = [0, 1, 2].map(|index| result["path"]["years"][index].clone());
    let nothing = json!({ "forbund": 0, "state": 0, "region": 0, "kommuner": 0, "total": 0, "kansli": 0, "insatser": 0 });
    assert_holds(
        &json!({ "year": 2026, "figures_year": null, "one_off": 0, "delta": { "gross": nothing, "net": nothing } }),
        &first,
    );

    let row = |name: &str, members: Value, base: i64, matt: i64, befolkning: i64, kansli: i64| {
        let state = base + matt + befolkning;
        json!({
            "name": name, "members": members,
            "state": { "base": base, "forsorjningsmatt": matt, "befolkning": befolkning, "total": state },
            "region": state / 2, "kommuner": state / 2, "total": 2 * state,
            "kansli": kansli, "insatser": 2 * state - kansli,
        })
    };
    assert_holds(
        &json!({
            "year": 2027,
            "one_off": 600_000,
            "before": {
                "total": { "forbund": 2, "state": 8_800_000, "total": 17_600_000, "kansli": 2_200_000 },
            },
            "gross": {
                "forbund": [
                    row("AB", json!(["0101", "0102"]), 200_000, 3_000_000, 1_000_000, 825_000),
                    row("A", json!(["0101"]), 200_000, 1_500_000, 500_000, 550_000),
                    row("B", json!(["0102"]), 200_000, 1_500_000, 500_000, 550_000),
                ],
                "total": { "forbund": 1, "state": 8_600_000, "total": 17_200_000, "kansli": 1_925_000 },
            },
            // The base grant that is freed for half a year is in the pot of that half: 40 400 000, so that AB has
            // 400 000 + 1.01 · 8 000 000 = 8 480 000 a year.
            "net": {
                "forbund": [
                    row("AB", json!(["0101", "0102"]), 200_000, 3_030_000, 1_010_000, 825_000),
                    row("A", json!(["0101"]), 200_000, 1_500_000, 500_000, 550_000),
                    row("B", json!(["0102"]), 200_000, 1_500_000, 500_000, 550_000),
                ],
            },
            "delta": {
                "gross": { "forbund": -1, "total": -400_000, "kansli": -275_000, "insatser": -125_000 },
                "net": { "total": -320_000, "insatser": -45_000 },
            },
        }),
        &second,
    );
    // Kanslier at the prices of 2028: 1 210 000 each before, 1 815 000 after.
    assert_holds(
        &json!({
            "year": 2028,
            "one_off": 0,
            "before": { "total": { "kansli": 2_420_000 } },
            "gross": { "forbund": [{ "name": "AB" }], "total": { "state": 8_400_000, "kansli": 1_815_000 } },
            "delta": {
                "gross": { "total": -800_000, "kansli": -605_000, "insatser": -195_000 },
                "net": { "total": -640_000, "insatser": -35_000 },
            },
        }),
        &third,
    );
    // Present values at 25 %: 2027 ÷ 1.25, 2028 ÷ 1.5625. Gross −725 000 ÷ 1.25 = −580 000 and
    // −195 000 ÷ 1.5625 = −124 800; net −645 000 ÷ 1.25 = −516 000 and −35 000 ÷ 1.5625 = −22 400.
    assert_holds(
        &json!({
            "accumulated": {
                "gross": {
                    "total": -1_200_000, "insatser": -320_000, "one_off": 600_000,
                    "insatser_after_one_off": -920_000, "present_value": -704_800,
                },
                "net": {
                    "total": -960_000, "insatser": -80_000, "one_off": 600_000,
                    "insatser_after_one_off": -680_000, "present_value": -538_400,
                },
            },
            "payback_year": { "gross": null, "net": null },
        }),
        &result["path"],
    );
}

/// As above, but the new förbund is called A: its half year and A's are one row.
#[test]
fn the_same_name_is_the_same_row() {
    let result = expected(&plan("A", 1_500_000, 600_000));
    assert_holds(
        &json!({
            "forbund": [
                {
                    "name": "A", "members": ["0101", "0102"], "kansli": 1_375_000,
                    "state": { "base": 400_000, "forsorjningsmatt": 4_500_000, "befolkning": 1_500_000 },
                    "total": 12_800_000,
                },
                { "name": "B", "members": ["0102"], "kansli": 550_000, "total": 4_400_000 },
            ],
            "total": { "forbund": 1 },
        }),
        &result["path"]["years"][1]["gross"],
    );
}

/// Where the path ends in the year of the merger, Ale pays half of AB's 2 100 000 and all of A's 1 100 000.
#[test]
fn a_kommun_pays_in_every_row_it_is_a_member_of() {
    let mut plan = plan("AB", 1_500_000, 600_000);
    plan.path.as_mut().expect("a path").to = 2027;
    let result = expected(&plan);
    assert_holds(
        &json!([
            {
                "kommunkod": "0101", "forbund_before": "A", "forbund_after": "AB", "contribution_before": 2_200_000,
                "contribution_after": { "gross": 2_150_000 }, "contribution_delta": { "gross": -50_000 },
            },
            { "kommunkod": "0102", "forbund_before": "B", "contribution_after": { "gross": 2_150_000 } },
        ]),
        &result["kommuner"],
    );
    assert_holds(&result["after"]["gross"], &result["path"]["years"][1]["gross"]);
}

/// Without a kansli AB leaves 1 100 000 − 400 000 = 700 000 more in 2027, and 2 420 000 − 800 000 = 1 620 000 in 2028.
#[test]
fn a_merger_pays_back() {
    for (one_off, year) in [(600_000, Some(2027)), (700_001, Some(2028)), (2_320_001, None)] {
        let result = expected(&plan("AB", 0, one_off));
        assert_eq!(result["path"]["payback_year"]["gross"], json!(year), "{one_off}");
    }
}

/// With a lag of two years and figures of 2024 and 2026, of which Habo has only the first: 2026 and 2027 are computed
/// with those of 2024, 2028 with Ale's of 2026 and Habo's of 2024.
#[test]
fn figures_lag() {
    let mut plan = plan("AB", 1_500_000, 600_000);
    plan.path.as_mut().expect("a path").figures_lag = 2;
    let [ale, habo] = [0, 1].map(|index| plan.case.table[index].clone());
    let later = Kommun { befolkning_16_64: 2_000, ..ale.clone() };
    plan.figures = vec![(2024, ale), (2026, later), (2024, habo)];
    let years = &expected(&plan)["path"]["years"];
    let shown = [0, 1, 2].map(|index| {
        let year = &years[index];
        (year["figures_year"].clone(), year["before"]["forbund"][0]["befolkning_16_64"].clone())
    });
    assert_eq!(
        shown,
        [(json!(2024), json!(1_000)), (json!(2024), json!(1_000)), (json!(2026), json!(2_000))]
    );
    assert_eq!(years[2]["before"]["forbund"][1]["befolkning_16_64"], json!(1_000));
}
