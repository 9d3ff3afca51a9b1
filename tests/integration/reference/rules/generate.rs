//! Random plans with rules, with and without a path. What the rules ask is near what the förbund have, so that they
//! often bind.

use serde_json::Value;

use super::caps::{Cap, Ceiling, Payer};
use super::holdings::StatedHolding;
use super::{BaseGrant, Guard, Redistribution, Rules, Step};
use crate::reference::case::Change;
use crate::reference::generate::{self, Random};
use crate::reference::years::generate::{dated, draw as draw_on_a_path, is_answered};
use crate::reference::years::plan::{Amount, Path, Plan, StatedIn};
use crate::reference::years::{self, computed};

/// The plan of a seed.
pub(crate) fn plan(seed: u64) -> Plan {
    drawn_until(seed, |plan| computed(plan).is_ok())
}

/// A plan of a seed whose rules cannot be paid for.
pub(crate) fn unpayable(seed: u64) -> Plan {
    drawn_until(seed, |plan| computed(plan).is_err_and(|reason| reason.starts_with("no λ")))
}

fn drawn_until(seed: u64, is_wanted: impl Fn(&Plan) -> bool) -> Plan {
    let mut random = Random::seeded(seed);
    loop {
        let mut plan =
            if random.chance(65) { draw_on_a_path(&mut random) } else { without_a_path(&mut random) };
        if !is_answered(&plan) {
            continue;
        }
        draw_rules(&mut random, &mut plan);
        if is_wanted(&plan) {
            return plan;
        }
    }
}

fn without_a_path(random: &mut Random) -> Plan {
    let mut case = generate::draw(random);
    case.other_year = Vec::new();
    case.layout.year_stated = false;
    case.layout.year_column = None;
    Plan::constant(case, None)
}

fn draw_rules(random: &mut Random, plan: &mut Plan) {
    let figures = years::expected(plan);
    let first = if plan.path.is_some() { &figures["path"]["years"][0] } else { &figures };
    hold(random, plan, &first["before"]["forbund"]);
    state_on_changes(random, plan);
    let guard = random.chance(85).then(|| draw_guard(random, plan.path.as_ref()));
    let steps = if random.chance(45) { random.count(1, 3) } else { 0 };
    let above = random.some(&["0", "0.1", "0.25", "0.5", "0.75"], steps);
    let equity = above.into_iter().map(|above| Step {
        above: above.to_owned(),
        reduce: draw_of(random, &["0.05", "0.1", "0.25", "0.333", "0.5", "0.99"]),
    });
    let equity = equity.collect();
    plan.rules = Some(Rules {
        equity,
        guard,
        caps: draw_caps(random, plan, &first["before"]["forbund"]),
        redistribution: if random.chance(65) { Redistribution::Alla } else { Redistribution::Staten },
    });
    plan.rules_stated = *random.pick(&[StatedIn::Baseline, StatedIn::Scenario, StatedIn::Both]);
    plan.caps_stated = *random.pick(&[StatedIn::Baseline, StatedIn::Scenario, StatedIn::Both]);
}

/// Somewhat less or more than what somebody pays before.
fn draw_caps(random: &mut Random, plan: &Plan, before: &Value) -> Vec<Cap> {
    let count = if random.chance(50) { random.count(1, 2) } else { 0 };
    let rows = before.as_array().expect("rows");
    let amount = |key: &Value| key.as_u64().expect("an amount");
    let cap = |random: &mut Random| {
        let row = random.pick(rows);
        let (payer, pays) = match random.between(0, 3) {
            0 => {
                let paying = rows.iter().flat_map(|row| row["regions"].as_array().expect("regions"));
                let paying: Vec<&Value> = paying.collect();
                let region = &random.pick(&paying)["region"];
                let own = paying.iter().filter(|paid| paid["region"] == *region);
                let pays = own.map(|paid| amount(&paid["amount"])).sum();
                (Payer::Region(region.as_str().expect("a name").to_owned()), pays)
            }
            1 => {
                let members = row["members"].as_array().expect("members");
                let code = random.pick(members).as_str().expect("a code").to_owned();
                (Payer::Kommun(code), amount(&row["kommuner"]) / members.len() as u64)
            }
            2 => {
                let name = random.pick(&plan.case.forbund).name.clone();
                let named = rows.iter().find(|row| row["name"] == *name).expect("a förbund of today");
                (Payer::Forbund(name), amount(&named["total"]))
            }
            _ => (Payer::All, rows.iter().map(|row| amount(&row["total"])).sum()),
        };
        let most = 1 + pays * random.between(60, 125) / 100;
        let ceiling = if random.chance(70) {
            Ceiling::Most(most)
        } else {
            Ceiling::Share { share: "0.05".to_owned(), of: most * 20 }
        };
        Cap { payer, ceiling }
    };
    (0..count).map(|_| cap(random)).collect()
}

fn draw_of(random: &mut Random, texts: &[&str]) -> String {
    (*random.pick(texts)).to_owned()
}

fn draw_guard(random: &mut Random, path: Option<&Path>) -> Guard {
    let years = path.filter(|_| random.chance(35)).map(|path| {
        let all: Vec<u32> = (path.from + 1..=path.to).collect();
        let mut years = random.some(&all, 1 + all.len() / 2);
        years.sort_unstable();
        years
    });
    Guard {
        most_decrease: match path {
            Some(_) => draw_of(random, &["0.1", "0.1", "0", "0.05", "0.2", "0.015"]),
            // A change alone costs less than a year.
            None => draw_of(random, &["0", "0", "0.015", "0.05", "0.1"]),
        },
        // Without later years there are none to name.
        years: years.filter(|years| !years.is_empty()),
        base_grant: if random.chance(50) { BaseGrant::Lapses } else { BaseGrant::Follows },
        except_equity_above: random.chance(40).then(|| draw_of(random, &["0.3", "0.1", "0.5", "0"])),
    }
}

/// Equity of up to one and a half year's income, and somewhat less or more than region and kommuner pay.
fn hold(random: &mut Random, plan: &mut Plan, before: &Value) {
    let [equity_known, matching_known] = [100, 70].map(|most| *random.pick(&[0, most / 2, most]));
    let path = plan.path.clone();
    for (index, forbund) in plan.forbund.iter_mut().enumerate() {
        let amount = |key: &Value| key.as_u64().expect("an amount");
        let (total, state) = (amount(&before[index]["total"]), amount(&before[index]["state"]["total"]));
        let equity = |random: &mut Random| total * random.between(0, 150) / 100;
        let matching = |random: &mut Random| (total - state) * random.between(70, 130) / 100;
        forbund.eget_kapital =
            random.chance(equity_known).then(|| draw_amount(random, path.as_ref(), equity));
        forbund.matchning =
            random.chance(matching_known).then(|| draw_amount(random, path.as_ref(), matching));
    }
}

fn draw_amount(random: &mut Random, path: Option<&Path>, amount: impl Fn(&mut Random) -> u64) -> Amount {
    match path {
        Some(path) if random.chance(35) => Amount::Dated(dated(random, path, amount)),
        _ => Amount::Plain(amount(random)),
    }
}

fn state_on_changes(random: &mut Random, plan: &mut Plan) {
    let often = *random.pick(&[0, 40, 80]);
    for (change, timing) in plan.case.changes.iter().zip(&mut plan.timings) {
        let parts = match change {
            Change::MoveTo { .. } | Change::Merge { .. } | Change::Create(_) => 1,
            Change::Split { into, .. } => into.len(),
            Change::MoveOutside { .. }
            | Change::SharedKansli { .. }
            | Change::Leave { .. }
            | Change::Dissolve { .. }
            | Change::Elsewhere { .. } => 0,
        };
        let mut stated = |most: u64| random.chance(often).then(|| random.between(1_000, most));
        timing.holdings = (0..parts)
            .map(|_| StatedHolding { eget_kapital: stated(9_000_000), matchning: stated(9_000_000) })
            .collect();
    }
}
