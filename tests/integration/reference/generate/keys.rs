//! Cases whose förbund divide the kommuner's part by keys of their own, mixed ones too, with least contributions.

use super::{Random, draw, draw_explicit, is_answered};
use crate::reference::case::{Case, Change, Kommun, KommunKey};
use crate::reference::years::generate as years;
use crate::reference::years::plan::Plan;

/// Shares that sum to 1.
const SHARES: [&[&str]; 9] = [
    &["0.5", "0.5"],
    &["0.3", "0.7"],
    &["0.333", "0.667"],
    &["1"],
    &["1.0", "0"],
    &["0.2", "0.3", "0.5"],
    &["0.125", "0.5", "0.375"],
    &["0.25", "0.25", "0.25", "0.25"],
    &["0.1", "0.2", "0.3", "0.4"],
];

const MINIMA: [u64; 9] = [0, 1, 1_000, 50_000, 100_000, 100_001, 300_000, 1_000_000, 5_000_000];

/// The case of a seed.
pub(crate) fn case(seed: u64) -> Case {
    let mut random = Random::seeded(seed);
    loop {
        let mut case = draw(&mut random);
        if is_answered(&case) {
            state_keys(&mut random, &mut case);
            return case;
        }
    }
}

/// The plan of a seed.
pub(crate) fn plan(seed: u64) -> Plan {
    let mut random = Random::seeded(seed);
    loop {
        let mut plan = years::draw(&mut random);
        if years::is_answered(&plan) {
            state_keys(&mut random, &mut plan.case);
            return plan;
        }
    }
}

fn state_keys(random: &mut Random, case: &mut Case) {
    let table = case.table.clone();
    if random.chance(40) {
        case.kommun_key = draw_mixed(random);
    }
    let often = *random.pick(&[20, 50, 90]);
    let mut stated = |key: &mut Option<KommunKey>| {
        if random.chance(often) {
            *key = Some(draw_key(random, &table));
        }
    };
    for forbund in &mut case.forbund {
        stated(&mut forbund.kommun_key);
    }
    for key in case.changes.iter_mut().flat_map(Change::kommun_keys) {
        stated(key);
    }
    let needs_folkmangd = case.kommun_keys().any(|key| needs_folkmangd(key));
    case.layout.folkmangd_column |= needs_folkmangd;
}

fn needs_folkmangd(key: &KommunKey) -> bool {
    match key {
        KommunKey::Folkmangd => true,
        KommunKey::Mixed { shares, .. } => shares.iter().any(|(key, _)| needs_folkmangd(key)),
        _ => false,
    }
}

const PLAIN: [KommunKey; 4] =
    [KommunKey::Befolkning, KommunKey::Folkmangd, KommunKey::Forsorjningsmatt, KommunKey::Lika];

fn draw_key(random: &mut Random, table: &[Kommun]) -> KommunKey {
    match random.between(0, 9) {
        0 | 1 => draw_explicit(random, table),
        2 | 3 => random.pick(&PLAIN).clone(),
        _ => draw_mixed(random),
    }
}

fn draw_mixed(random: &mut Random) -> KommunKey {
    let shares = *random.pick(&SHARES);
    let keys = random.some(&PLAIN, shares.len());
    KommunKey::Mixed {
        shares: keys.into_iter().zip(shares.iter().map(|share| (*share).to_owned())).collect(),
        minimum: random.chance(60).then(|| *random.pick(&MINIMA)),
    }
}
