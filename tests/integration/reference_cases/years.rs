//! Years: the reference first held by itself, then the program against it on random plans.

pub(super) mod worked;

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::{disagreement_about, no_seed_fails};
use crate::reference::changes::Situation;
use crate::reference::money::{Basis, exact};
use crate::reference::years;
use crate::reference::years::plan::{Path, Plan};
use crate::reference::years::spans::{self, Span};
use crate::reference::{expected, first_difference, generate};

/// What the program is held against.
const PLANS: u64 = 400;

/// What the reference is held by itself with.
const OWN_PLANS: u64 = 150;

#[test]
fn the_program_agrees_with_the_reference_on_years() {
    no_seed_fails(PLANS, |seed| {
        let plan = years::generate::plan(seed);
        disagreement_about(&years::files::texts(&plan), &years::expected(&plan))
    });
}

#[test]
fn a_constant_path_gives_the_result_without_one_every_year() {
    no_seed_fails(200, |seed| {
        let case = generate::case(seed);
        let plain = expected(&case);
        let path = Path { from: 2026, to: 2027, ..one_year() };
        let with_path = years::expected(&Plan::constant(case, Some(path)));
        let year = |index: usize| {
            let year = &with_path["path"]["years"][index];
            let sides = json!({ "gross": year["gross"], "net": year["net"] });
            json!({ "before": year["before"], "after": sides, "delta": year["delta"] })
        };
        let sides = json!({ "before": plain["before"], "after": plain["after"], "delta": plain["delta"] });
        first_difference("", &plain, &with_path)
            .or_else(|| first_difference("first", &sides, &year(0)))
            .or_else(|| first_difference("second", &sides, &year(1)))
    });
}

#[test]
fn the_months_of_one_grouping_are_a_year() {
    no_seed_fails(100, |seed| {
        let case = generate::case(seed);
        let rows = exact(&case, &Situation::after(&case), &Basis::of(&case).gross());
        let months = [1, 4, 7].map(|months| (months, rows.clone()));
        (spans::weighed(&months) != rows).then(|| "the sum of the months is another year".to_owned())
    });
}

#[test]
fn the_accumulated_figures_are_sums_of_the_years() {
    no_seed_fails(OWN_PLANS, |seed| {
        let result = years::expected(&years::generate::plan(seed));
        let years = result["path"]["years"].as_array().expect("years");
        let one_off: i64 = years.iter().map(|year| whole_number(&year["one_off"])).sum();
        ["gross", "net"].into_iter().find_map(|side| {
            let accumulated = &result["path"]["accumulated"][side];
            if accumulated.is_null() {
                let known = years.iter().any(|year| !year[side].is_null());
                return known.then(|| format!("{side} is known, but nothing accumulated"));
            }
            let sum = |key: &str| -> Option<i64> {
                years.iter().map(|year| year["delta"][side][key].as_i64()).sum()
            };
            let expected = json!({
                "total": sum("total"),
                "insatser": sum("insatser"),
                "one_off": one_off,
                "insatser_after_one_off": sum("insatser").map(|insatser| insatser - one_off),
            });
            first_difference(side, &expected, accumulated)
        })
    });
}

/// Every year's tables add up, those of a year with months too.
#[test]
fn every_year_adds_up() {
    no_seed_fails(OWN_PLANS, |seed| {
        let result = years::expected(&years::generate::plan(seed));
        let years = result["path"]["years"].as_array().expect("years").iter();
        years.flat_map(|year| ["before", "gross", "net"].map(|side| &year[side])).find_map(does_not_add_up)
    });
}

fn does_not_add_up(side: &Value) -> Option<String> {
    let rows = side["forbund"].as_array()?;
    for row in rows {
        let state = &row["state"];
        let parts = ["base", "forsorjningsmatt", "befolkning"].map(|part| whole_number(&state[part]));
        let regions = row["regions"].as_array().expect("regions").iter();
        let of_regions: i64 = regions.map(|region| whole_number(&region["amount"])).sum();
        let payers = ["region", "kommuner"].map(|payer| whole_number(&row[payer]));
        let all = whole_number(&state["total"]) + payers[0] + payers[1];
        if parts.iter().sum::<i64>() != whole_number(&state["total"])
            || of_regions != payers[0]
            || all != whole_number(&row["total"])
        {
            return Some(format!("does not add up: {row}"));
        }
    }
    let total: i64 = rows.iter().map(|row| whole_number(&row["total"])).sum();
    (total != whole_number(&side["total"]["total"])).then(|| format!("does not add up: {side}"))
}

fn whole_number(value: &Value) -> i64 {
    value.as_i64().unwrap_or_else(|| panic!("{value} should be a whole number"))
}

fn one_year() -> Path {
    Path { from: 2026, to: 2026, figures_lag: 0, kansli_index: "0".to_owned(), discount_rate: None }
}

#[test]
fn the_plans_reach_what_the_contract_describes() {
    let mut found: BTreeSet<&'static str> = BTreeSet::new();
    for seed in 1..=OWN_PLANS {
        found.extend(features(&years::generate::plan(seed)));
    }
    let missing: Vec<_> = EVERY_FEATURE.iter().filter(|feature| !found.contains(*feature)).collect();
    assert_eq!(missing, Vec::<&&str>::new(), "no plan reaches these");
}

const EVERY_FEATURE: [&str; 19] = [
    "a change in a month",
    "a dated budget",
    "a dated change stands before an undated one",
    "a dated kansli from before the path",
    "a förbund that is there again within the year",
    "a kommun without figures of the year",
    "a one-off cost by year",
    "a one-off cost",
    "a row that ceased in the year",
    "calibrated",
    "insatser unknown",
    "national",
    "net unknown",
    "no years in the table",
    "one year",
    "payback after the first change",
    "payback in the year of the first change",
    "several changes in one year's months",
    "six years",
];

fn features(plan: &Plan) -> Vec<&'static str> {
    let path = plan.path.as_ref().expect("a path");
    let result = years::expected(plan);
    let mut found = vec![if plan.case.is_calibrated() { "calibrated" } else { "national" }];
    let mut with = |holds: bool, feature| {
        if holds {
            found.push(feature);
        }
    };
    with(path.from == path.to, "one year");
    with(path.to == path.from + 5, "six years");
    with(plan.figures.is_empty(), "no years in the table");
    let codes: BTreeSet<&String> = plan.figures.iter().map(|(_, kommun)| &kommun.code).collect();
    let rows_of = |year| plan.figures.iter().filter(|(of, _)| Some(*of) == plan.figures_year(year)).count();
    with(
        (path.from..=path.to).any(|year| rows_of(year) < codes.len()),
        "a kommun without figures of the year",
    );
    with(plan.forbund.iter().any(|forbund| !forbund.money.0.is_empty()), "a dated budget");
    with(
        plan.forbund.iter().any(|forbund| forbund.kansli.at(path.from - 1).is_some()),
        "a dated kansli from before the path",
    );
    let undated = plan.timings.iter().rposition(|timing| timing.from.is_none());
    let dated = plan.timings.iter().position(|timing| timing.from.is_some_and(|date| date.year > path.from));
    with(
        undated.is_some() && dated.is_some() && undated > dated,
        "a dated change stands before an undated one",
    );
    for timing in &plan.timings {
        with(timing.from.is_some_and(|date| date.month > 1), "a change in a month");
        with(matches!(timing.one_off, Some(years::plan::OneOff::Whole(_))), "a one-off cost");
        with(matches!(timing.one_off, Some(years::plan::OneOff::ByYear(_))), "a one-off cost by year");
    }
    for year in path.from..=path.to {
        let spans = spans::of(plan, &plan.in_year(year), year);
        with(spans.len() > 2, "several changes in one year's months");
        let Span { situation: last, .. } = spans.last().expect("a span");
        let names = |index: usize| spans[index].situation.forbund.iter().map(|row| &row.name);
        with(
            (0..spans.len()).flat_map(names).any(|name| !last.has_forbund(name)),
            "a row that ceased in the year",
        );
        let comes_again = |name: &String| {
            let there: Vec<bool> = spans.iter().map(|span| span.situation.has_forbund(name)).collect();
            there.windows(2).any(|two| two == [true, false]) && there.last() == Some(&true)
        };
        with(
            last.forbund.iter().any(|row| comes_again(&row.name)),
            "a förbund that is there again within the year",
        );
    }
    let net = &result["path"]["accumulated"]["net"];
    with(net.is_null(), "net unknown");
    with(!net.is_null() && net["insatser"].is_null(), "insatser unknown");
    let first_change = plan.order().first().map(|(_, date)| u64::from(date.year));
    let payback = result["path"]["payback_year"]["gross"].as_u64();
    with(payback.is_some() && payback == first_change, "payback in the year of the first change");
    with(payback > first_change, "payback after the first change");
    found
}
