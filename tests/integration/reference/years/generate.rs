//! Random plans: a random case, spread over the years of a path.

use std::collections::BTreeMap;

use num_traits::Signed;

use super::plan::{Date, Dated, DatedForbund, OneOff, Path, Plan, StatedIn, Timing};
use super::spans;
use crate::reference::case::{Case, Kommun, Money};
use crate::reference::changes::Situation;
use crate::reference::generate::{self, Random, WEIGHTS};

/// The plan of a seed.
pub(crate) fn plan(seed: u64) -> Plan {
    let mut random = Random::seeded(seed);
    loop {
        let plan = draw(&mut random);
        if is_answered(&plan) {
            return plan;
        }
    }
}

/// Whether the contract answers every question of the plan, in every span of every year.
pub(crate) fn is_answered(plan: &Plan) -> bool {
    plan.years().all(|year| {
        let case = plan.in_year(year);
        if case.is_calibrated() && !plan.has_base_grants(year) {
            return false;
        }
        let basis = plan.basis(&case, year);
        let mut situations: Vec<Situation> =
            spans::of(plan, &case, year).into_iter().map(|span| span.situation).collect();
        situations.push(Situation::today(&case));
        situations.iter().all(|situation| {
            let there = case.rest_forbund.map(|forbund| forbund.cast_signed() + situation.elsewhere);
            // Where nobody is left there is nothing to divide by.
            let is_left = !situation.forbund.is_empty() || !situation.outside.is_empty();
            (is_left || case.is_calibrated())
                && situation.doubts.is_empty()
                && there.is_none_or(|forbund| forbund >= 0)
                && basis.pot(situation).is_none_or(|pot| pot.is_positive())
                && (!case.is_calibrated()
                    || basis.pot_of_those_who_stay(situation).is_none_or(|pot| pot.is_positive()))
        })
    })
}

pub(crate) fn draw(random: &mut Random) -> Plan {
    let case = generate::draw(random);
    over(random, case)
}

/// Over the years of a path, a case without one.
pub(crate) fn over(random: &mut Random, mut case: Case) -> Plan {
    case.other_year = Vec::new();
    // A path needs no year.
    case.layout.year_stated = false;
    let path = draw_path(random);
    let figures = if random.chance(8) { Vec::new() } else { draw_years(random, &path, &case.table) };
    let mut plan = Plan {
        figures,
        path_stated: *random.pick(&[StatedIn::Baseline, StatedIn::Scenario, StatedIn::Both]),
        ..Plan::constant(case, Some(path))
    };
    date_the_model(random, &mut plan);
    date_the_forbund(random, &mut plan);
    date_the_changes(random, &mut plan);
    plan
}

fn draw_path(random: &mut Random) -> Path {
    let from = 2020 + u32::try_from(random.between(0, 10)).expect("a small number");
    Path {
        from,
        to: from + *random.pick(&[0, 1, 1, 2, 2, 3, 4, 5]),
        figures_lag: *random.pick(&[0, 0, 1, 2, 3]),
        kansli_index: (*random.pick(&["0", "0", "0.025", "0.03", "0.0125", "0.1"])).to_owned(),
        discount_rate: random.chance(60).then(|| (*random.pick(&["0.03", "0", "0.015", "0.04"])).to_owned()),
    }
}

/// One to four years of the table. Every kommun has figures of the first of them; it may lack later ones.
fn draw_years(random: &mut Random, path: &Path, table: &[Kommun]) -> Vec<(u32, Kommun)> {
    let first = path.from - path.figures_lag - *random.pick(&[0, 0, 0, 1, 2]);
    let mut rows: Vec<(u32, Kommun)> = table.iter().map(|kommun| (first, kommun.clone())).collect();
    let mut later: Vec<u32> = (first + 1..=path.to + 1).collect();
    random.shuffle(&mut later);
    later.truncate(random.count(0, 3));
    let lacking = if random.chance(35) { 25 } else { 0 };
    let alike = random.chance(30);
    for year in later {
        for kommun in table {
            if random.chance(lacking) {
                continue;
            }
            let figures = if alike { somewhat_other(random, kommun) } else { generate::draw_figures(random) };
            let kommun = Kommun {
                code: kommun.code.clone(),
                name: kommun.name.clone(),
                region: kommun.region.clone(),
                ..figures
            };
            rows.push((year, kommun));
        }
    }
    if random.chance(50) {
        random.shuffle(&mut rows);
    }
    rows
}

fn somewhat_other(random: &mut Random, kommun: &Kommun) -> Kommun {
    Kommun {
        befolkning_16_64: kommun.befolkning_16_64 + random.between(0, 9),
        folkmangd: kommun.folkmangd + random.between(0, 9),
        ..kommun.clone()
    }
}

/// A table of years: its first year covers the first of the path.
pub(crate) fn dated<Value>(
    random: &mut Random,
    path: &Path,
    mut value: impl FnMut(&mut Random) -> Value,
) -> Dated<Value> {
    let mut years = BTreeMap::new();
    years.insert(path.from - *random.pick(&[0, 0, 0, 1, 3]), value(random));
    for _ in 0..random.count(0, 2) {
        let year = path.from + u32::try_from(random.between(0, 5)).expect("a small number");
        if year <= path.to {
            years.insert(year, value(random));
        }
    }
    Dated(years)
}

fn date_the_model(random: &mut Random, plan: &mut Plan) {
    let path = plan.path.clone().expect("a plan with a path");
    if let Some(plain) = plan.case.appropriation
        && random.chance(50)
    {
        plan.appropriation =
            dated(random, &path, |random| plain * random.between(90, 115) / 100 + random.between(0, 9));
    }
    if random.chance(25) {
        plan.base_grant = dated(random, &path, |random| *random.pick(&[300_000, 400_000, 400_001, 420_000]));
    }
    if random.chance(20) {
        plan.weights = dated(random, &path, |random| {
            let (forsorjningsmatt, befolkning) = *random.pick(&WEIGHTS);
            (forsorjningsmatt.to_owned(), befolkning.to_owned())
        });
    }
    if plan.case.rest_forbund.is_some() && random.chance(30) {
        plan.rest_forbund = dated(random, &path, |random| random.between(1, 80));
    }
}

fn date_the_forbund(random: &mut Random, plan: &mut Plan) {
    let path = plan.path.clone().expect("a plan with a path");
    let often = *random.pick(&[0, 30, 70]);
    for (forbund, dated_forbund) in plan.case.forbund.iter().zip(&mut plan.forbund) {
        let mut money = Dated::default();
        if random.chance(often) {
            money = match forbund.money {
                Money::Formula => money,
                // The state's share is three tenths or more, no base grant above 600 001.
                Money::Budget(_) => dated(random, &path, |random| random.between(2_000_009, 30_000_000)),
                Money::StateGrant(_) => dated(random, &path, |random| random.between(600_002, 9_000_000)),
            };
        }
        let mut kansli = Dated::default();
        if forbund.kansli.is_some() && random.chance(often) {
            kansli = dated(random, &path, generate::draw_kansli);
        }
        *dated_forbund = DatedForbund { money, kansli, ..DatedForbund::default() };
    }
}

/// The changes of the case, in their order, get dates; then they stand in the file in any order that leaves that one.
fn date_the_changes(random: &mut Random, plan: &mut Plan) {
    let path = plan.path.clone().expect("a plan with a path");
    let start = Date { year: path.from, month: 1 };
    let months = *random.pick(&[0, 50, 100]);
    let in_the_first_year = *random.pick(&[0, 30, 100]);
    let mut dates: Vec<Date> = plan
        .case
        .changes
        .iter()
        .map(|_| {
            let later = u64::from(path.to - path.from);
            let year = if random.chance(in_the_first_year) { 0 } else { random.between(0, later) };
            let month = if random.chance(months) { random.between(1, 12) } else { 1 };
            let small = |number: u64| u32::try_from(number).expect("a small number");
            Date { year: path.from + small(year), month: small(month) }
        })
        .collect();
    dates.sort_unstable();
    let mut places: Vec<usize> = (0..dates.len()).collect();
    if random.chance(50) {
        random.shuffle(&mut places);
    }
    // Changes of one date stand in their order.
    let mut by_date: BTreeMap<Date, Vec<usize>> = BTreeMap::new();
    for (date, place) in dates.iter().zip(&places) {
        by_date.entry(*date).or_default().push(*place);
    }
    for places in by_date.values_mut() {
        places.sort_unstable();
    }
    let places: Vec<usize> = by_date.into_values().flatten().collect();

    let mut standing: Vec<_> = places.into_iter().zip(dates).zip(plan.case.changes.clone()).collect();
    standing.sort_by_key(|((place, _), _)| *place);
    let costly = *random.pick(&[0, 30, 80]);
    plan.timings.clear();
    plan.case.changes.clear();
    for ((_, date), change) in standing {
        let undated = date == start && random.chance(60);
        let one_off = random.chance(costly).then(|| draw_one_off(random, &path));
        plan.timings.push(Timing { from: (!undated).then_some(date), one_off, ..Timing::default() });
        plan.case.changes.push(change);
    }
}

fn draw_one_off(random: &mut Random, path: &Path) -> OneOff {
    let cost = |random: &mut Random| {
        if random.chance(20) { random.between(0, 50) } else { random.between(0, 3_000_000) }
    };
    if random.chance(60) {
        return OneOff::Whole(cost(random));
    }
    let mut costs = BTreeMap::new();
    for year in path.from..=path.to {
        if random.chance(50) {
            costs.insert(year, cost(random));
        }
    }
    if costs.is_empty() {
        costs.insert(path.from, 1);
    }
    OneOff::ByYear(costs)
}
