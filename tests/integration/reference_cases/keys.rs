//! Keys of förbund and changes: the reference first held by itself, then the program against it on random cases.

mod worked;

use std::collections::BTreeSet;

use serde_json::Value;

use super::{a_constant_path_changes_nothing, agrees_on_cases, agrees_on_plans, no_seed_fails};
use crate::reference::case::{Case, Change, KommunKey};
use crate::reference::changes::{Row, Situation};
use crate::reference::generate::keys::{case, plan};
use crate::reference::{expected, first_difference};

/// What the program is held against.
const CASES: u64 = 300;

const PLANS: u64 = 150;

/// What the reference is held by itself with.
const OWN_CASES: u64 = 200;

#[test]
fn the_program_agrees_with_the_reference_on_keys() {
    agrees_on_cases(CASES, case);
}

#[test]
fn the_program_agrees_with_the_reference_on_keys_of_years() {
    agrees_on_plans(PLANS, plan);
}

#[test]
fn a_mixture_of_one_key_is_that_key() {
    no_seed_fails(OWN_CASES, |seed| {
        let [mut plain, mut mixed] = [case(seed), case(seed)];
        for key in plain.kommun_keys() {
            if let KommunKey::Mixed { shares, .. } = key {
                *key = shares[0].0.clone();
            }
        }
        for key in mixed.kommun_keys() {
            if let KommunKey::Mixed { shares, minimum } = key {
                shares.truncate(1);
                "1.0".clone_into(&mut shares[0].1);
                *minimum = minimum.map(|_| 0);
            }
        }
        first_difference("", &expected(&plain), &expected(&mixed))
    });
}

/// Where every förbund states the baseline's key nothing differs from where none does.
#[test]
fn a_stated_key_that_is_the_baselines_changes_nothing() {
    no_seed_fails(OWN_CASES, |seed| {
        let [mut without, mut with] = [case(seed), case(seed)];
        let baselines = with.kommun_key.clone();
        for (case, key) in [(&mut without, None), (&mut with, Some(baselines))] {
            for forbund in &mut case.forbund {
                forbund.kommun_key.clone_from(&key);
            }
            for stated in case.changes.iter_mut().flat_map(Change::kommun_keys) {
                stated.clone_from(&key);
            }
        }
        first_difference("", &expected(&without), &expected(&with))
    });
}

#[test]
fn a_constant_path_gives_the_result_without_one() {
    a_constant_path_changes_nothing(OWN_CASES / 2, case);
}

/// Every förbund's kommuner pay its kommuner's part, and no kommun less than the minimum of its key unless the minima
/// exceed that part; all pay alike then.
#[test]
fn contributions_add_up_and_minima_hold() {
    no_seed_fails(OWN_CASES, |seed| {
        let case = case(seed);
        let result = expected(&case);
        let sides = [
            (Situation::today(&case), &result["before"], "/contribution_before"),
            (Situation::after(&case), &result["after"]["gross"], "/contribution_after/gross"),
            (Situation::after(&case), &result["after"]["net"], "/contribution_after/net"),
        ];
        sides.iter().filter(|(_, side, _)| !side.is_null()).find_map(|(situation, side, path)| {
            let rows = situation.forbund.iter().chain(&situation.outside);
            let parts = side["forbund"].as_array().expect("rows").iter().map(|row| kronor(&row["kommuner"]));
            rows.zip(parts)
                .find_map(|(row, part)| wrong_in_a_row(&case, row, part, &result["kommuner"], path))
        })
    });
}

fn wrong_in_a_row(case: &Case, row: &Row, part: i64, kommuner: &Value, path: &str) -> Option<String> {
    let kommuner = kommuner.as_array().expect("kommuner").iter();
    let of_the_row =
        kommuner.filter(|kommun| row.members.contains(kommun["kommunkod"].as_str().expect("a code")));
    let paid: Vec<i64> = of_the_row.map(|kommun| kronor(kommun.pointer(path).expect("a side"))).collect();
    let wrong = |what: &str| Some(format!("{}: {paid:?} of {part}: {what}", row.name));
    if paid.iter().sum::<i64>() != part {
        return wrong("not the sum");
    }
    let minimum = minimum(row.key.as_ref().unwrap_or(&case.kommun_key));
    let (least, most) = (*paid.iter().min()?, *paid.iter().max()?);
    if minimum * i64::try_from(paid.len()).expect("a few") > part {
        return if most - least > 1 { wrong("not alike") } else { None };
    }
    if least < minimum { wrong("below the minimum") } else { None }
}

fn minimum(key: &KommunKey) -> i64 {
    let KommunKey::Mixed { minimum, .. } = key else { return 0 };
    i64::try_from(minimum.unwrap_or(0)).expect("a sum of kronor")
}

fn kronor(value: &Value) -> i64 {
    value.as_i64().unwrap_or_else(|| panic!("{value} should be a whole number"))
}

#[test]
fn the_cases_reach_what_is_said_of_keys() {
    let mut found: BTreeSet<&'static str> = BTreeSet::new();
    for seed in 1..=OWN_CASES {
        found.extend(features(&case(seed)));
    }
    let missing: Vec<_> = EVERY_FEATURE.iter().filter(|feature| !found.contains(*feature)).collect();
    assert_eq!(missing, Vec::<&&str>::new(), "no case reaches these");
}

const EVERY_FEATURE: [&str; 13] = [
    "a key by kommun of a förbund",
    "a minimum that binds",
    "a mixture of four",
    "a mixture of one",
    "kommuner join a förbund with its own key",
    "minima above the part",
    "the key of a merged one",
    "the key of a part",
    "the key of one created",
    "the mixed key of the baseline",
    "the mixed key of the baseline in an outside row",
    "the mixed key of the baseline where a förbund with its own was merged",
    "two förbund with keys of their own",
];

fn features(case: &Case) -> Vec<&'static str> {
    let mut found = Vec::new();
    let mut with = |holds: bool, feature| {
        if holds {
            found.push(feature);
        }
    };
    let of_several = |count: usize| move |key: &KommunKey| matches!(key, KommunKey::Mixed { shares, .. } if shares.len() == count);
    let keys: Vec<KommunKey> = case.clone().kommun_keys().map(|key| key.clone()).collect();
    with(keys.iter().any(of_several(1)), "a mixture of one");
    with(keys.iter().any(of_several(4)), "a mixture of four");
    let is_mixed = matches!(case.kommun_key, KommunKey::Mixed { .. });
    let own = case.forbund.iter().filter(|forbund| forbund.kommun_key.is_some());
    with(own.clone().count() > 1, "two förbund with keys of their own");
    with(
        own.clone().any(|forbund| matches!(forbund.kommun_key, Some(KommunKey::Explicit(_)))),
        "a key by kommun of a förbund",
    );
    with(is_mixed, "the mixed key of the baseline");
    let after = Situation::after(case);
    with(is_mixed && !after.outside.is_empty(), "the mixed key of the baseline in an outside row");
    let has_own = |name: &String| own.clone().any(|forbund| forbund.name == *name);
    for change in &case.changes {
        match change {
            Change::Merge { parts, kommun_key, .. } => {
                with(kommun_key.is_some(), "the key of a merged one");
                with(
                    is_mixed && kommun_key.is_none() && parts.iter().any(has_own),
                    "the mixed key of the baseline where a förbund with its own was merged",
                );
            }
            Change::Create(part) => with(part.kommun_key.is_some(), "the key of one created"),
            Change::Split { into, .. } => {
                with(into.iter().any(|part| part.kommun_key.is_some()), "the key of a part");
            }
            Change::MoveTo { to, .. } => with(has_own(to), "kommuner join a förbund with its own key"),
            _ => {}
        }
    }
    let result = expected(case);
    for (row, figures) in
        after.forbund.iter().zip(result["after"]["gross"]["forbund"].as_array().expect("rows"))
    {
        let minimum = minimum(row.key.as_ref().unwrap_or(&case.kommun_key));
        let count = i64::try_from(row.members.len()).expect("a few");
        let exceeds = minimum * count > kronor(&figures["kommuner"]);
        with(exceeds, "minima above the part");
        let pays_it = |kommun: &Value| {
            kommun["contribution_after"]["gross"] == minimum
                && row.members.contains(kommun["kommunkod"].as_str().expect("a code"))
        };
        let mut kommuner = result["kommuner"].as_array().expect("kommuner").iter();
        with(!exceeds && minimum > 1 && kommuner.any(pays_it), "a minimum that binds");
    }
    found
}
