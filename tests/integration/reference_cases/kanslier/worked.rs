//! Shared kanslier worked out by hand.
//!
//! A is of Ale (3 000 inhabitants 16–64) and Eksjö (1 000), B of Habo and C of Orust. A pays 200 000 for lokaler and
//! 100 000 for ekonomi, B 150 000 that it does not divide, C 800 000 for a förbundschef and 90 000 for lokaler. Today A
//! and B share a förbundschef for 1 100 000, of which A pays six tenths:
//!
//! | | own | shared | kansli |
//! |---|---|---|---|
//! | A | 300 000 | 660 000 | 960 000 |
//! | B | 150 000 | 440 000 | 590 000 |
//! | C | 890 000 | | 890 000 |

use crate::reference_cases::alike_kommun;
use serde_json::{Value, json};

use super::super::years::worked::two_alike;
use crate::reference::case::{Case, Change, Forbund, Kansli, Money, Part, Rest, Sharing, SplitBy};
use crate::reference::changes::Situation;
use crate::reference::years::plan::{Date, Path, Plan, Timing};
use crate::reference::{expected, years};

fn items(items: &[(&str, u64)]) -> Kansli {
    Kansli::Items(items.iter().map(|(name, amount)| ((*name).to_owned(), *amount)).collect())
}

fn names(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}

fn shares(shares: &[(&str, &str)]) -> SplitBy {
    SplitBy::Shares(shares.iter().map(|(name, share)| ((*name).to_owned(), (*share).to_owned())).collect())
}

/// Items of these names, each with what it costs now.
fn share_items(participants: &[&str], costs: &[(&str, u64)], split_by: SplitBy) -> Change {
    let participants = names(participants);
    Change::SharedKansli(Sharing { participants, kansli: items(costs), only_items: true, split_by })
}

fn share_all(participants: &[&str], kansli: Kansli, split_by: SplitBy) -> Change {
    Change::SharedKansli(Sharing { participants: names(participants), kansli, only_items: false, split_by })
}

fn merge(parts: &[&str], into: &str) -> Change {
    Change::Merge { parts: names(parts), into: into.to_owned(), kansli: None, kommun_key: None }
}

fn split_a(kansli_of_a1: Option<u64>) -> Change {
    let part = |name: &str, code: &str, kansli: Option<u64>| Part {
        name: name.to_owned(),
        kommuner: names(&[code]),
        kansli: kansli.map(Kansli::Sum),
        kommun_key: None,
    };
    let into = vec![part("A1", "0101", kansli_of_a1), part("A2", "0104", None)];
    Change::Split { whole: "A".to_owned(), into }
}

fn three(changes: Vec<Change>) -> Case {
    let forbund = |name: &str, kommuner: &[&str], kansli| Forbund {
        name: name.to_owned(),
        kommuner: names(kommuner),
        money: Money::Budget(8_000_000),
        kansli: Some(kansli),
        kommun_key: None,
    };
    Case {
        table: vec![
            alike_kommun("0101", "Ale", 3_000),
            alike_kommun("0102", "Habo", 2_000),
            alike_kommun("0103", "Orust", 2_000),
            alike_kommun("0104", "Eksjö", 1_000),
        ],
        appropriation: None,
        rest_forbund: None,
        rest: Rest::Unstated,
        forbund: vec![
            forbund("A", &["0101", "0104"], items(&[("lokaler", 200_000), ("ekonomi", 100_000)])),
            forbund("B", &["0102"], Kansli::Sum(150_000)),
            forbund("C", &["0103"], items(&[("forbundschef", 800_000), ("lokaler", 90_000)])),
        ],
        shared: vec![Sharing {
            participants: names(&["B", "A"]),
            kansli: items(&[("forbundschef", 1_100_000)]),
            only_items: true,
            split_by: shares(&[("A", "0.6"), ("B", "0.4")]),
        }],
        ..two_alike(changes)
    }
}

fn kanslier(side: &Value) -> Vec<Option<i64>> {
    side["forbund"].as_array().expect("rows").iter().map(|row| row["kansli"].as_i64()).collect()
}

fn after(changes: Vec<Change>) -> Vec<i64> {
    kanslier(&expected(&three(changes))["after"]["gross"])
        .into_iter()
        .map(|kansli| kansli.expect("known"))
        .collect()
}

#[test]
fn shared_today() {
    let result = expected(&three(Vec::new()));
    for side in [&result["before"], &result["after"]["gross"]] {
        assert_eq!(kanslier(side), [960_000, 590_000, 890_000].map(Some));
    }
}

/// C takes part, at 1 500 000: 500 000 each, and nobody has another förbundschef.
#[test]
fn one_more_shares_the_item() {
    let cost = [("forbundschef", 1_500_000)];
    assert_eq!(after(vec![share_items(&["C", "A", "B"], &cost, SplitBy::Lika)]), [800_000, 650_000, 590_000]);
}

/// A shares one with C instead, 700 000 each; B is left with the whole of 1 100 000.
#[test]
fn who_is_left_carries_the_item() {
    let cost = [("forbundschef", 1_400_000)];
    assert_eq!(after(vec![share_items(&["A", "C"], &cost, SplitBy::Lika)]), [1_000_000, 1_250_000, 790_000]);
}

/// A gives 100 000, C has no such item; the odd krona is A's.
#[test]
fn an_item_that_one_of_them_has() {
    let cost = [("ekonomi", 50_001)];
    assert_eq!(after(vec![share_items(&["C", "A"], &cost, SplitBy::Lika)]), [885_001, 590_000, 915_000]);
}

/// B's sum may hold ekonomi; that it shares a förbundschef is known by name.
#[test]
fn an_item_of_a_plain_sum_is_refused() {
    let case = three(Vec::new());
    let refusal = |item: &str| {
        Situation::today(&case).refusal(&share_items(&["B", "C"], &[(item, 50_000)], SplitBy::Lika), &case)
    };
    assert!(refusal("ekonomi").is_some());
    assert!(refusal("forbundschef").is_none());
}

/// Two items for one sum of 1 600 001, by inhabitants 16–64: A has two thirds. B is left with the old förbundschef.
#[test]
fn two_items_at_once() {
    let costs = [("forbundschef", 1_500_000), ("lokaler", 100_001)];
    assert_eq!(
        after(vec![share_items(&["A", "C"], &costs, SplitBy::Befolkning)]),
        [100_000 + 1_066_667, 1_250_000, 533_334]
    );
}

/// The whole kansli of A and C is shared; what A shared today is B's.
#[test]
fn a_shared_kansli_ends_what_was_shared() {
    let all = |kansli| vec![share_all(&["A", "C"], kansli, shares(&[("A", "0.75"), ("C", "0.25")]))];
    assert_eq!(after(all(Kansli::Sum(2_000_000))), [1_500_000, 1_250_000, 500_000]);
    // Its items are theirs: one of them is shared by another share, 300 000 ÷ 3 each, and the others stay.
    let mut changes = all(items(&[("forbundschef", 1_600_000), ("lokaler", 400_000)]));
    changes.push(share_items(&["A", "B"], &[("forbundschef", 1_000_000)], SplitBy::Lika));
    // C carries the 1 600 000 alone; the lokaler are still 300 000 and 100 000. B has nothing of today's förbundschef.
    assert_eq!(after(changes), [300_000 + 500_000, 150_000 + 500_000, 100_000 + 1_600_000]);
}

/// A merged förbund takes part for both, and with the items of both.
#[test]
fn items_survive_a_merger() {
    assert_eq!(after(vec![merge(&["B", "A"], "AB")]), [1_550_000, 890_000]);
    assert_eq!(after(vec![merge(&["A", "C"], "AC")]), [300_000 + 890_000 + 660_000, 590_000]);
    let cost = [("forbundschef", 1_200_000)];
    let shared = share_items(&["AC", "B"], &cost, shares(&[("AC", "0.75"), ("B", "0.25")]));
    assert_eq!(after(vec![merge(&["A", "C"], "AC"), shared]), [390_000 + 900_000, 150_000 + 300_000]);
    // AC has lokaler for 290 000.
    let all = [("lokaler", 300_000)];
    let alone = |split_by| vec![merge(&["A", "C"], "A"), share_items(&["A", "B"], &all, split_by)];
    let case = three(alone(SplitBy::Lika));
    let merged = Situation::after(&Case { changes: case.changes[..1].to_vec(), ..case.clone() });
    assert!(merged.refusal(&case.changes[1], &case).is_some(), "B's sum may hold lokaler");
}

/// Three quarters of what A has go to A1: of its own 300 000, and of its six tenths. Where A1 states its kansli, A2 has
/// 0.15 of what is left, 0.55.
#[test]
fn parts_take_part() {
    assert_eq!(after(vec![split_a(None)]), [225_000 + 495_000, 75_000 + 165_000, 590_000, 890_000]);
    assert_eq!(after(vec![split_a(Some(500_000))]), [500_000, 75_000 + 300_000, 150_000 + 800_000, 890_000]);
}

/// Eksjö joins B, which states its kansli: A carries what they shared.
#[test]
fn a_stated_kansli_ends_a_part() {
    let kommuner = names(&["0104"]);
    let joins = |kansli| vec![Change::MoveTo { kommuner: kommuner.clone(), to: "B".to_owned(), kansli }];
    assert_eq!(after(joins(None)), [960_000, 590_000, 890_000]);
    assert_eq!(after(joins(Some(Kansli::Sum(400_000)))), [1_400_000, 400_000, 890_000]);
}

/// A förbund that states nothing has its part of a whole kansli, and nobody knows what it has beside a shared item.
#[test]
fn what_is_not_stated() {
    let mut case = three(Vec::new());
    case.forbund[1].kansli = None;
    assert_eq!(kanslier(&expected(&case)["before"]), [Some(960_000), None, Some(890_000)]);
    case.shared[0].only_items = false;
    assert_eq!(kanslier(&expected(&case)["before"]), [960_000, 440_000, 890_000].map(Some));
}

/// Prices rise by a tenth a year: in 2027 A has 330 000 + 726 000. In 2028 what is left of 7 + 8 kronor is 8, at the
/// prices of that year 9.68: 10 kronor, not 18 less 8.
#[test]
fn every_stated_sum_is_indexed_once() {
    let mut case = three(vec![share_items(&["A", "C"], &[("lokaler", 100_000)], SplitBy::Lika)]);
    case.forbund[0].kansli = Some(items(&[("lokaler", 7), ("ekonomi", 8)]));
    let path =
        Path { from: 2026, to: 2028, figures_lag: 0, kansli_index: "0.1".to_owned(), discount_rate: None };
    let timings = vec![Timing { from: Some(Date { year: 2027, month: 7 }), ..Timing::default() }];
    let result = years::expected(&Plan { timings, ..Plan::constant(case, Some(path)) });
    let years = &result["path"]["years"];
    let of = |year: usize, side: &str| kanslier(&years[year][side]).into_iter().flatten().collect::<Vec<_>>();
    assert_eq!(of(0, "before"), [15 + 660_000, 590_000, 890_000]);
    // 16.5 kronor are 17.
    assert_eq!(of(1, "before"), [17 + 726_000, 165_000 + 484_000, 979_000]);
    assert_eq!(of(2, "before"), [18 + 798_600, 181_500 + 532_400, 1_076_900]);
    // C keeps its förbundschef of 968 000.
    assert_eq!(of(2, "gross"), [10 + 798_600 + 60_500, 181_500 + 532_400, 968_000 + 60_500]);
    // Half of 2027 as before; then A has 9 + 726 000 + 55 000 and C 880 000 + 55 000.
    assert_eq!(of(1, "gross"), [753_513, 649_000, 957_000]);
    assert_eq!(years[1]["gross"]["total"]["kansli"], json!(753_513 + 649_000 + 957_000));
}
