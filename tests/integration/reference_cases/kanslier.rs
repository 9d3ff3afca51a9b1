//! Kanslier by item, and shared ones: the reference first held by itself, then the program against it on random cases.

mod worked;

use std::collections::BTreeMap;

use serde_json::Value;

use super::{Run, a_constant_path_changes_nothing, agrees_on_cases, agrees_on_plans, no_seed_fails};
use crate::reference::case::{Case, Change, Kansli, Sharing, SplitBy};
use crate::reference::changes::Situation;
use crate::reference::generate::kanslier::{case, plan, refused_case};
use crate::reference::{expected, files, first_difference};

/// What the program is held against.
const CASES: u64 = 400;

const PLANS: u64 = 200;

const REFUSED: u64 = 40;

/// What the reference is held by itself with.
const OWN_CASES: u64 = 300;

#[test]
fn the_program_agrees_with_the_reference_on_kanslier() {
    agrees_on_cases(CASES, case);
}

#[test]
fn the_program_agrees_with_the_reference_on_kanslier_of_years() {
    agrees_on_plans(PLANS, plan);
}

#[test]
fn the_program_refuses_an_item_of_a_plain_sum() {
    no_seed_fails(REFUSED, |seed| {
        let texts = files::texts(&refused_case(seed));
        let run = Run::of(&texts);
        let is_refused = run.output.status.code() == Some(2) && run.output.stdout.is_empty();
        let difference =
            || format!("a plain sum may hold the item, but the program ends with {}", run.output.status);
        (!is_refused).then(|| run.described(&texts, &difference()))
    });
}

/// What a case states for today, and nothing else, is what the kanslier of today cost.
#[test]
fn today_costs_what_is_stated() {
    no_seed_fails(OWN_CASES, |seed| {
        let case = case(seed);
        let actual = expected(&case)["before"]["total"]["kansli"].clone();
        let has_a_whole_one = |name: &String| {
            case.shared.iter().any(|sharing| !sharing.only_items && sharing.participants.contains(name))
        };
        let own: Option<u64> = case
            .forbund
            .iter()
            .map(|forbund| match &forbund.kansli {
                Some(kansli) => Some(kansli.sum()),
                None => has_a_whole_one(&forbund.name).then_some(0),
            })
            .sum();
        let shared: u64 = case.shared.iter().map(|sharing| sharing.kansli.sum()).sum();
        let wanted = own.map_or(Value::Null, |own| (own + shared).into());
        first_difference("kansli", &wanted, &actual)
    });
}

/// "A change saves nothing unless it states `kansli`": mergers and splits, whatever is shared today.
#[test]
fn mergers_and_splits_alone_save_nothing() {
    let mut checked = 0;
    for seed in 1..=OWN_CASES {
        let mut case = case(seed);
        let mut situation = Situation::today(&case);
        let mut kept = Vec::new();
        for mut change in case.changes.clone() {
            match &mut change {
                Change::Merge { kansli, .. } => *kansli = None,
                Change::Split { into, .. } => into.iter_mut().for_each(|part| part.kansli = None),
                _ => continue,
            }
            let fits = match &change {
                Change::Split { whole, into } => {
                    let members = situation.forbund.iter().find(|row| row.name == *whole);
                    members.is_some_and(|row| {
                        row.members.len() == into.iter().map(|part| part.kommuner.len()).sum::<usize>()
                            && into
                                .iter()
                                .all(|part| part.kommuner.iter().all(|code| row.members.contains(code)))
                    })
                }
                _ => situation.refusal(&change, &case).is_none(),
            };
            if fits {
                situation.apply(&change, &case.table);
                kept.push(change);
            }
        }
        case.changes = kept;
        let result = expected(&case);
        let [before, after] =
            [&result["before"], &result["after"]["gross"]].map(|side| &side["total"]["kansli"]);
        assert_eq!(before, after, "seed {seed}");
        checked += usize::from(!case.changes.is_empty() && !case.shared.is_empty() && !before.is_null());
    }
    assert!(checked > 30, "only {checked} in which something is shared and changed");
}

/// Every förbund of the case by the same single item, nothing shared today, and this one change.
fn with_one_item(seed: u64, sharing: impl Fn(Vec<String>) -> Sharing) -> Case {
    let mut case = case(seed);
    case.shared.clear();
    for (forbund, amount) in case.forbund.iter_mut().zip(seed..) {
        forbund.kansli = Some(Kansli::Items(vec![("forbundschef".to_owned(), 900_001 + amount)]));
    }
    let names = case.forbund.iter().map(|forbund| forbund.name.clone()).collect();
    case.changes = vec![Change::SharedKansli(sharing(names))];
    case
}

fn one_item(amount: u64) -> Kansli {
    Kansli::Items(vec![("forbundschef".to_owned(), amount)])
}

/// Where a kansli has one item, that is the whole of it.
#[test]
fn the_only_item_is_the_kansli() {
    no_seed_fails(OWN_CASES / 3, |seed| {
        let [items, whole] = [true, false].map(|only_items| {
            expected(&with_one_item(seed, |participants| Sharing {
                participants,
                kansli: if only_items { one_item(2_000_003) } else { Kansli::Sum(2_000_003) },
                only_items,
                split_by: if seed % 2 == 0 { SplitBy::Budget } else { SplitBy::Lika },
            }))
        });
        first_difference("", &whole, &items)
    });
}

/// Where every participant pays for an item what it cost alone, nothing differs; nor where nobody has the item and it
/// costs nothing.
#[test]
fn an_item_at_its_old_cost_changes_nothing() {
    no_seed_fails(OWN_CASES / 3, |seed| {
        let old = with_one_item(seed, |participants| Sharing {
            participants,
            kansli: Kansli::Items(vec![("revision".to_owned(), 0)]),
            only_items: true,
            split_by: SplitBy::Lika,
        });
        let amounts: Vec<u64> =
            old.forbund.iter().map(|forbund| forbund.kansli.as_ref().expect("a kansli").sum()).collect();
        let new = with_one_item(seed, |participants| Sharing {
            split_by: SplitBy::Shares(
                participants.iter().cloned().zip(amounts.iter().map(ToString::to_string)).collect(),
            ),
            participants,
            kansli: one_item(amounts.iter().sum()),
            only_items: true,
        });
        let [old, new] = [old, new].map(|case| expected(&case));
        first_difference("", &old["before"], &old["after"]["gross"])
            .or_else(|| first_difference("", &old, &new))
    });
}

#[test]
fn a_constant_path_gives_the_result_without_one() {
    a_constant_path_changes_nothing(OWN_CASES / 3, case);
}

#[test]
fn the_cases_reach_what_is_said_of_kanslier() {
    const AT_LEAST: usize = 5;
    let mut found: BTreeMap<&'static str, usize> = BTreeMap::new();
    for seed in 1..=OWN_CASES {
        for feature in features(&case(seed)) {
            *found.entry(feature).or_default() += 1;
        }
    }
    let seldom: Vec<_> =
        EVERY_FEATURE.iter().filter(|feature| found.get(*feature).copied().unwrap_or(0) < AT_LEAST).collect();
    assert!(seldom.is_empty(), "in less than {AT_LEAST} cases: {seldom:#?} of {found:#?}");
}

const EVERY_FEATURE: [&str; 21] = [
    "a kansli is passed on",
    "a merged förbund has the sum",
    "a part in a shared kansli ends",
    "a participant is split",
    "a participant merges with another förbund",
    "a sum shared today on top of items",
    "a table of shares by a change",
    "a table of shares today",
    "a whole kansli shared anew",
    "an item by two changes",
    "an item is split off from others",
    "an item of its own is taken",
    "an item that it shares is taken",
    "kansli after is known in all, and items were taken",
    "kansli before is known only by what is shared",
    "nobody is left in a kansli that is shared today",
    "others carry an item",
    "parts of a split share",
    "two kanslier shared today",
    "two participants merge",
    "what is shared today is by items",
];

fn features(case: &Case) -> Vec<&'static str> {
    let after = Situation::after(case);
    let mut found: Vec<&'static str> = after.used.iter().copied().collect();
    let mut with = |holds: bool, feature| {
        if holds {
            found.push(feature);
        }
    };
    let is_table = |sharing: &Sharing| matches!(sharing.split_by, SplitBy::Shares(_));
    with(case.shared.len() > 1, "two kanslier shared today");
    with(case.shared.iter().any(is_table), "a table of shares today");
    with(case.shared.iter().any(|sharing| sharing.only_items), "what is shared today is by items");
    let by_changes: Vec<&Sharing> = case
        .changes
        .iter()
        .filter_map(|change| match change {
            Change::SharedKansli(sharing) => Some(sharing),
            _ => None,
        })
        .collect();
    with(by_changes.iter().any(|sharing| is_table(sharing)), "a table of shares by a change");
    with(by_changes.iter().any(|sharing| !sharing.only_items), "a whole kansli shared anew");
    let items = by_changes.iter().filter(|sharing| sharing.only_items).count();
    with(items > 1, "an item by two changes");
    let is_known = after.forbund.iter().all(|row| row.office.known().is_some());
    with(
        is_known && after.used.contains("an item of its own is taken"),
        "kansli after is known in all, and items were taken",
    );
    let today = Situation::today(case);
    for (forbund, row) in case.forbund.iter().zip(&today.forbund) {
        let is_unstated = forbund.kansli.is_none();
        with(is_unstated && row.office.known().is_some(), "kansli before is known only by what is shared");
        let has_items = forbund.kansli.as_ref().is_some_and(|kansli| kansli.items().is_some());
        let shares_a_sum = |sharing: &Sharing| {
            sharing.kansli.items().is_none() && sharing.participants.contains(&forbund.name)
        };
        with(has_items && case.shared.iter().any(shares_a_sum), "a sum shared today on top of items");
    }
    found
}
