//! Keys worked out by hand.
//!
//! A has a budget of 4 000 000, of which its three kommuner pay 1 000 000. Ale has 6 000 inhabitants 16–64, Eksjö 3 000
//! and Habo 1 000.

use crate::reference_cases::alike_kommun;
use serde_json::{Value, json};

use super::super::years::worked::{plan, two_alike};
use crate::reference::case::{Case, Change, Forbund, KommunKey, Money, Part, Rest};
use crate::reference::expected;
use crate::reference::fractions::whole;
use crate::reference::keys::at_least;
use crate::reference::years;

fn mixed(shares: &[(KommunKey, &str)], minimum: Option<u64>) -> KommunKey {
    let shares = shares.iter().map(|(key, share)| (key.clone(), (*share).to_owned())).collect();
    KommunKey::Mixed { shares, minimum }
}

fn by_halves(minimum: Option<u64>) -> KommunKey {
    mixed(&[(KommunKey::Befolkning, "0.5"), (KommunKey::Lika, "0.5")], minimum)
}

fn three(kommun_key: Option<KommunKey>, changes: Vec<Change>) -> Case {
    Case {
        table: vec![
            alike_kommun("0101", "Ale", 6_000),
            alike_kommun("0102", "Eksjö", 3_000),
            alike_kommun("0103", "Habo", 1_000),
        ],
        appropriation: None,
        rest_forbund: None,
        rest: Rest::Unstated,
        forbund: vec![Forbund {
            name: "A".to_owned(),
            kommuner: ["0101", "0102", "0103"].map(str::to_owned).to_vec(),
            money: Money::Budget(4_000_000),
            kansli: None,
            kommun_key,
        }],
        ..two_alike(changes)
    }
}

fn paid(result: &Value, path: &str) -> Vec<i64> {
    let kommuner = result["kommuner"].as_array().expect("kommuner").iter();
    kommuner.map(|kommun| kommun.pointer(path).and_then(Value::as_i64).expect("kronor")).collect()
}

fn pay(key: KommunKey) -> Vec<i64> {
    paid(&expected(&three(Some(key), Vec::new())), "/contribution_before")
}

/// Ale's quota is 0.5 · 600 000 + 0.5 · 333 333 1/3 = 466 666 2/3, Eksjö's 316 666 2/3 and Habo's 216 666 2/3. Two
/// kronor are left, and all fractions are equal.
#[test]
fn half_by_inhabitants_and_half_alike() {
    assert_eq!(pay(by_halves(None)), [466_667, 316_667, 216_666]);
    assert_eq!(pay(by_halves(Some(0))), [466_667, 316_667, 216_666]);
    assert_eq!(pay(by_halves(Some(216_666))), [466_667, 316_667, 216_666]);
}

/// Habo pays 250 000. The others have 750 000 left, by their quotas of together 783 333 1/3: λ = 45/47, so that Ale has
/// 446 808 24/47 and Eksjö 303 191 23/47.
#[test]
fn one_pays_the_minimum() {
    assert_eq!(pay(by_halves(Some(250_000))), [446_809, 303_191, 250_000]);
}

/// Where Habo alone paid it, Eksjö would have 316 666 2/3 · 700 000 ÷ 783 333 1/3 = 282 978 34/47: it pays 300 000 too.
#[test]
fn two_pay_the_minimum() {
    assert_eq!(pay(by_halves(Some(300_000))), [400_000, 300_000, 300_000]);
    assert_eq!(pay(by_halves(Some(333_333))), [333_334, 333_333, 333_333]);
}

#[test]
fn minima_that_exceed_the_part() {
    assert_eq!(pay(by_halves(Some(400_000))), [333_334, 333_333, 333_333]);
}

/// At the λ that makes the sum nobody has less than the least, and those above it keep their proportions.
#[test]
fn the_least_and_the_others() {
    let quotas: Vec<_> = [10, 5, 0, 1].map(whole).to_vec();
    let paid = at_least(&whole(3), &quotas);
    assert_eq!(paid, [whole(20) / whole(3), whole(10) / whole(3), whole(3), whole(3)]);
    assert_eq!(at_least(&whole(4), &quotas), [4, 4, 4, 4].map(whole));
    assert_eq!(at_least(&whole(0), &quotas), quotas);
    assert_eq!(at_least(&whole(0), &[whole(0), whole(0)]), vec![whole(0); 2]);
}

/// A is split: Ale and Eksjö by a key of their own, Habo and its minimum alone. What A had is no part's.
#[test]
fn a_part_has_its_own_key_or_the_baselines() {
    let part = |name: &str, kommuner: &[&str], kommun_key| Part {
        name: name.to_owned(),
        kommuner: kommuner.iter().map(|code| (*code).to_owned()).collect(),
        kansli: None,
        kommun_key,
    };
    let split = |key| Change::Split {
        whole: "A".to_owned(),
        into: vec![part("A", &["0101", "0102"], key), part("B", &["0103"], Some(by_halves(Some(900_000))))],
    };
    let after = |key| {
        let result = expected(&three(Some(KommunKey::Lika), vec![split(key)]));
        let rows = &result["after"]["gross"]["forbund"];
        let parts = [0, 1].map(|row| rows[row]["kommuner"].as_i64().expect("kronor"));
        (parts, paid(&result, "/contribution_after/gross"))
    };
    // Of the 1 600 000 above the base grant Ale has 400 000 by its försörjningsmått and 240 000 by its inhabitants, Eksjö
    // 400 000 and 120 000, Habo 400 000 and 40 000. Each part has 400 000 more, and its kommuner pay half as much.
    let parts = [780_000, 420_000];
    // By inhabitants, the baseline's key: two thirds of 780 000.
    assert_eq!(after(None), (parts, vec![520_000, 260_000, 420_000]));
    // Half of it alike: 0.5 · 520 000 + 0.5 · 390 000.
    assert_eq!(after(Some(by_halves(None))), (parts, vec![455_000, 325_000, 420_000]));
}

/// In the worked years A and B merge in July 2027; AB's kommuner pay 2 100 000 for half a year and 4 200 000 in 2028.
/// By folkmängd Ale would pay nine tenths and Habo one. A minimum of 600 000 a year is 300 000 for half of it. Before,
/// both pay 1 100 000 for half a year in A and B.
#[test]
fn the_minimum_of_half_a_year() {
    let mut plan = plan("AB", 1_500_000, 0);
    plan.case.table[0].folkmangd = 9_000;
    plan.case.table[1].folkmangd = 1_000;
    let Change::Merge { kommun_key, .. } = &mut plan.case.changes[0] else { unreachable!("a merger") };
    *kommun_key = Some(mixed(&[(KommunKey::Folkmangd, "1")], Some(600_000)));
    let after = |to| {
        let mut plan = plan.clone();
        plan.path.as_mut().expect("a path").to = to;
        let result = years::expected(&plan);
        assert_eq!(result["path"]["years"][0]["before"]["forbund"][0]["kommuner"], json!(2_200_000));
        paid(&result, "/contribution_after/gross")
    };
    assert_eq!(after(2027), [1_100_000 + 1_800_000, 1_100_000 + 300_000]);
    assert_eq!(after(2028), [3_600_000, 600_000]);
}
