//! Rules: the reference first held by itself, then the program against it on random plans.

mod worked;

use std::collections::BTreeSet;

use serde_json::Value;

use super::{Run, disagreement_about, no_seed_fails};
use crate::reference::case::Change;
use crate::reference::changes::Situation;
use crate::reference::first_difference;
use crate::reference::money::exact;
use crate::reference::rules::bounds::{Before, Bounds};
use crate::reference::rules::caps::{self, Cap, Ceiling, Payer};
use crate::reference::rules::past::Past;
use crate::reference::rules::{
    BaseGrant, Lambda, Redistribution, Rules, Step, bounded, brought, generate, holdings,
};
use crate::reference::years::{self, expected, files};

/// What the program is held against.
const PLANS: u64 = 400;

/// What the reference is held by itself with.
const OWN_PLANS: u64 = 150;

const UNPAYABLE: u64 = 4;

#[test]
fn the_program_agrees_with_the_reference_on_rules() {
    no_seed_fails(PLANS, |seed| {
        let plan = generate::plan(seed);
        disagreement_about(&files::texts(&plan), &expected(&plan))
    });
}

#[test]
fn the_program_refuses_rules_that_cannot_be_paid_for() {
    no_seed_fails(UNPAYABLE, |seed| {
        let texts = files::texts(&generate::unpayable(seed));
        let run = Run::of(&texts);
        let is_refused = run.output.status.code() == Some(2) && run.output.stdout.is_empty();
        let difference = || format!("no λ exists, but the program ends with {}", run.output.status);
        (!is_refused).then(|| run.described(&texts, &difference()))
    });
}

#[test]
fn rules_that_never_bind_change_nothing() {
    no_seed_fails(OWN_PLANS, |seed| {
        let mut plan = if seed % 2 == 0 { years::generate::plan(seed) } else { generate::plan(seed) };
        plan.rules = None;
        let without = expected(&plan);
        for (forbund, equity) in plan.forbund.iter_mut().zip(1..) {
            forbund.eget_kapital = Some(years::plan::Amount::Plain(equity));
            forbund.matchning = None;
        }
        for timing in &mut plan.timings {
            timing.holdings.clear();
        }
        plan.rules = Some(Rules {
            redistribution: Redistribution::Alla,
            guard: None,
            equity: vec![Step { above: "1".to_owned(), reduce: "1".to_owned() }],
            caps: vec![Cap { payer: Payer::All, ceiling: Ceiling::Most(1_000_000_000_000) }],
        });
        match years::computed(&plan) {
            Ok(with) => first_difference("", &without, &with),
            // λ is not defined where the budgets come to more than the appropriation.
            Err(reason) => {
                (!plan.case.is_calibrated()).then(|| format!("no answer where nothing binds: {reason}"))
            }
        }
    });
}

/// Before any rounding, what the förbund of the country get is the appropriation.
#[test]
fn the_appropriation_is_paid_out_exactly() {
    let mut checked = 0;
    for seed in 1..=OWN_PLANS {
        let plan = generate::plan(seed);
        let rules = plan.rules.as_ref().expect("a plan with rules");
        let year = *plan.years().start();
        let case = plan.in_year(year);
        let basis = plan.basis(&case, year);
        let today = Situation::today(&case);
        let Some(pot) = basis.pot(&today) else { continue };
        let rows = exact(&case, &today, &basis.gross());
        let past = Past::of(&case, &[(12, rows.clone())]);
        let before = Before { guard: Some(&past), equity: &past };
        let holdings = holdings::after(&plan, &case, year, &[]);
        let mut bounds: Vec<Bounds> =
            rows.iter().map(|row| Bounds::of(&case, rules, row, &holdings[&row.name], &before)).collect();
        caps::narrow(&case, rules, &rows, &mut bounds);
        let Ok((solved, lambda, bindings)) = bounded(&rows, &bounds, &Lambda::Solved { pot: &pot }) else {
            continue;
        };
        let rest = &pot - rows.iter().map(brought).sum::<num_rational::BigRational>();
        let paid = solved.iter().map(|row| &row.base + brought(row)).sum::<num_rational::BigRational>();
        let base = rows.iter().map(|row| row.base.clone()).sum::<num_rational::BigRational>();
        assert_eq!(paid + lambda * rest, pot + base, "seed {seed}");
        checked += usize::from(!bindings.is_empty());
    }
    assert!(checked > 20, "only {checked} in which a rule binds");
}

/// A scenario that changes nothing leaves every side as `before` is, with the same rules binding.
#[test]
fn without_changes_nothing_differs() {
    no_seed_fails(OWN_PLANS, |seed| {
        let mut plan = generate::plan(seed);
        if plan.path.is_none() {
            // The guard is then in force after, and not before.
            plan.rules.as_mut().expect("rules").guard = None;
        }
        plan.case.changes.clear();
        plan.timings.clear();
        let Ok(result) = years::computed(&plan) else { return None };
        let of = |redistribution: Value| -> Vec<Value> {
            let bound = result["bound"].as_array().expect("a list").iter();
            let of_side = bound.filter(|entry| entry["redistribution"] == redistribution);
            of_side
                .map(|entry| {
                    serde_json::json!([entry["forbund"], entry["rule"], entry["without"], entry["with"]])
                })
                .collect()
        };
        for side in ["gross", "net"] {
            if result["after"][side].is_null() {
                continue;
            }
            let difference = first_difference(side, &result["before"], &result["after"][side]);
            if difference.is_some() {
                return difference;
            }
            if of(Value::Null) != of(side.into()) {
                return Some(format!("{side}: {} ", result["bound"]));
            }
        }
        None
    });
}

#[test]
fn the_plans_reach_what_the_rules_describe() {
    let mut found: BTreeSet<String> = BTreeSet::new();
    for seed in 1..=OWN_PLANS {
        let plan = generate::plan(seed);
        let path = if plan.path.is_some() { "with a path" } else { "without a path" };
        let rules = plan.rules.as_ref().expect("a plan with rules");
        let result = expected(&plan);
        for entry in result["bound"].as_array().expect("a list") {
            let side = entry["redistribution"].as_str().unwrap_or("before");
            found.insert(format!("{path}: {} binds {side}", entry["rule"].as_str().expect("a rule")));
        }
        if !result["bound"].as_array().expect("a list").is_empty() {
            found.insert(format!("{path}: {:?}", rules.redistribution));
            for change in &plan.case.changes {
                found.insert(verb(change).to_owned());
            }
            found.insert(if plan.case.is_calibrated() { "calibrated" } else { "national" }.to_owned());
        }
        if result["bound"].as_array().expect("a list").iter().any(|entry| entry["rule"] == "cap") {
            found.extend(rules.caps.iter().map(|cap| payer(cap).to_owned()));
        }
        let guard = rules.guard.as_ref();
        found.extend(guard.map(|guard| format!("{path}: base grant {:?}", guard.base_grant)));
        found.extend(guard.and_then(|guard| guard.years.as_ref()).map(|_| "years of the guard".to_owned()));
        let spans = plan.years().map(|year| years::spans::of(&plan, &plan.in_year(year), year).len());
        if spans.max() > Some(1) {
            found.insert("months".to_owned());
        }
    }
    let mut missing: Vec<String> = Vec::new();
    let sides = ["before", "gross", "net"];
    for path in ["with a path", "without a path"] {
        for rule in ["guard", "equity", "matching", "cap"] {
            missing.extend(sides.map(|side| format!("{path}: {rule} binds {side}")));
        }
        missing.extend([Redistribution::Alla, Redistribution::Staten].map(|to| format!("{path}: {to:?}")));
        missing.extend(
            [BaseGrant::Lapses, BaseGrant::Follows].map(|what| format!("{path}: base grant {what:?}")),
        );
    }
    missing.extend(["calibrated", "national", "months", "years of the guard"].map(str::to_owned));
    missing.extend(["a region", "a kommun", "a förbund", "all förbund"].map(str::to_owned));
    missing.extend(
        ["move", "outside", "merge", "split", "create", "shared", "leave", "dissolve", "elsewhere"]
            .map(str::to_owned),
    );
    missing.retain(|feature| !found.contains(feature) && feature != "without a path: guard binds before");
    assert_eq!(missing, Vec::<String>::new(), "no plan reaches these");
}

fn payer(cap: &Cap) -> &'static str {
    match &cap.payer {
        Payer::Region(_) => "a region",
        Payer::Kommun(_) => "a kommun",
        Payer::Forbund(_) => "a förbund",
        Payer::All => "all förbund",
    }
}

fn verb(change: &Change) -> &'static str {
    match change {
        Change::MoveTo { .. } => "move",
        Change::MoveOutside { .. } => "outside",
        Change::Merge { .. } => "merge",
        Change::Split { .. } => "split",
        Change::Create(_) => "create",
        Change::SharedKansli { .. } => "shared",
        Change::Leave { .. } => "leave",
        Change::Dissolve { .. } => "dissolve",
        Change::Elsewhere { .. } => "elsewhere",
    }
}
