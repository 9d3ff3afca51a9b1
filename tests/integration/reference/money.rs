//! Section 6 of the contract, step by step: the money of one side.

use std::collections::BTreeMap;

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::Zero;

use super::case::{Case, KommunKey, Money, RegionKey, Rest};
use super::changes::{Row, Situation};
use super::fractions::{decimal, largest_remainder, round_half_away, share_by_weight, whole};

/// What a kommun brings to its row: its försörjningsmått part and its befolkning part.
type Part = (BigRational, BigRational);

/// By kommunkod.
type Parts = BTreeMap<String, Part>;

/// The figures of a row.
pub(crate) struct Figures {
    pub name: String,
    pub outside: bool,
    pub members: Vec<String>,
    pub befolkning_16_64: BigInt,
    pub forsorjningsmatt: BigRational,
    pub state: BigInt,
    pub state_base: BigInt,
    pub state_forsorjningsmatt: BigInt,
    pub state_befolkning: BigInt,
    pub region: BigInt,
    /// Region and amount, the region with the lowest kommunkod first.
    pub regions: Vec<(String, BigInt)>,
    pub kommuner: BigInt,
    /// Kommunkod and amount.
    pub contributions: Vec<(String, BigInt)>,
    pub total: BigInt,
    pub kansli: Option<BigInt>,
}

/// Today's side.
pub(crate) fn before(case: &Case) -> Vec<Figures> {
    side(case, &Situation::today(case), &parts_in_the_baseline(case))
}

/// Gross: the baseline's kronor per unit, or the parts of step 0, wherever the kommuner are now.
pub(crate) fn after_gross(case: &Case, after: &Situation) -> Vec<Figures> {
    side(case, after, &parts_in_the_baseline(case))
}

/// Net: the pot and, nationally, the sums as they are after the changes. None where the baseline
/// does not state what it takes.
pub(crate) fn after_net(case: &Case, after: &Situation) -> Option<Vec<Figures>> {
    let new_pot = pot(case, after.forbund.len(), after.elsewhere)?;
    if after.forbund.is_empty() && after.outside.is_empty() {
        return Some(Vec::new());
    }
    let parts = if case.is_calibrated() {
        let parts = calibrated_parts(case);
        let scale = new_pot / pot_of_those_who_stay(case, after)?;
        parts
            .into_iter()
            .map(|(code, (forsorjningsmatt, befolkning))| {
                (code, (forsorjningsmatt * &scale, befolkning * &scale))
            })
            .collect()
    } else {
        national_parts(case, &new_pot, &national_sums_after(case, after))
    };
    Some(side(case, after, &parts))
}

fn parts_in_the_baseline(case: &Case) -> Parts {
    if case.is_calibrated() {
        calibrated_parts(case)
    } else {
        let pot = pot(case, case.forbund.len(), 0).expect("what a national baseline states");
        national_parts(case, &pot, &national_sums_before(case))
    }
}

/// `P − n·G − what they brought`, "they" being the kommuner that are in no förbund now.
pub(crate) fn pot_of_those_who_stay(case: &Case, after: &Situation) -> Option<BigRational> {
    let parts = calibrated_parts(case);
    let brought: BigRational = after.left.iter().map(|code| &parts[code].0 + &parts[code].1).sum();
    Some(pot(case, case.forbund.len(), 0)? - brought)
}

/// `P − n·G`, n being the förbund of this side and those in the rest of the country, of which there may be more
/// than today.
fn pot(case: &Case, forbund: usize, elsewhere: i64) -> Option<BigRational> {
    let in_the_country = whole(forbund) + whole(case.rest_forbund?) + whole(elsewhere);
    Some(whole(case.appropriation?) - in_the_country * whole(case.base_grant))
}

/// `0.75·pot/Σh` per unit of försörjningsmått and `0.25·pot/Σb` per inhabitant.
fn national_parts(case: &Case, pot: &BigRational, sums: &Part) -> Parts {
    let (sum_forsorjningsmatt, sum_befolkning) = sums;
    let per_unit = decimal(&case.weight_forsorjningsmatt) * pot / sum_forsorjningsmatt;
    let per_inhabitant = decimal(&case.weight_befolkning) * pot / sum_befolkning;
    case.table
        .iter()
        .map(|kommun| {
            let part = (
                &per_unit * decimal(&kommun.forsorjningsmatt),
                &per_inhabitant * whole(kommun.befolkning_16_64),
            );
            (kommun.code.clone(), part)
        })
        .collect()
}

/// Σh and Σb of all kommuner that belong to a förbund today, in the baseline or in the rest.
fn national_sums_before(case: &Case) -> Part {
    let (mut forsorjningsmatt, mut befolkning) = match &case.rest {
        Rest::Sums { befolkning_16_64, forsorjningsmatt } => {
            (decimal(forsorjningsmatt), whole(*befolkning_16_64))
        }
        Rest::Unstated | Rest::Alla | Rest::Listed(_) => (BigRational::zero(), BigRational::zero()),
    };
    for kommun in &case.table {
        if case.forbund_of(&kommun.code).is_some() || rest_holds(case, &kommun.code) {
            forsorjningsmatt += decimal(&kommun.forsorjningsmatt);
            befolkning += whole(kommun.befolkning_16_64);
        }
    }
    (forsorjningsmatt, befolkning)
}

/// The sums after: those who left are not in them, and those enter that nobody held before.
fn national_sums_after(case: &Case, after: &Situation) -> Part {
    let (mut forsorjningsmatt, mut befolkning) = national_sums_before(case);
    for row in after.forbund.iter().chain(&after.outside) {
        for code in &row.members {
            if case.forbund_of(code).is_none() && !rest_holds(case, code) {
                let kommun = case.kommun(code);
                forsorjningsmatt += decimal(&kommun.forsorjningsmatt);
                befolkning += whole(kommun.befolkning_16_64);
            }
        }
    }
    for code in &after.left {
        // One that joined from no förbund and left again never entered them.
        if case.forbund_of(code).is_some() || rest_holds(case, code) {
            let kommun = case.kommun(code);
            forsorjningsmatt -= decimal(&kommun.forsorjningsmatt);
            befolkning -= whole(kommun.befolkning_16_64);
        }
    }
    (forsorjningsmatt, befolkning)
}

pub(crate) fn rest_holds(case: &Case, code: &str) -> bool {
    match &case.rest {
        Rest::Alla => case.forbund_of(code).is_none(),
        Rest::Listed(kommuner) => kommuner.iter().any(|listed| listed == code),
        Rest::Unstated | Rest::Sums { .. } => false,
    }
}

/// Step 0: the whole kronor that each kommun brings on a calibrated basis.
fn calibrated_parts(case: &Case) -> Parts {
    let mut parts = Parts::new();
    for forbund in &case.forbund {
        let state = match forbund.money {
            Money::StateGrant(state) => BigInt::from(state),
            Money::Budget(budget) => round_half_away(&(whole(budget) * decimal(&case.state_share))),
            Money::Formula => unreachable!("a calibrated baseline states all its money"),
        };
        let above_base = state - BigInt::from(case.base_grant);
        let all_forsorjningsmatt: BigRational =
            forbund.kommuner.iter().map(|code| decimal(&case.kommun(code).forsorjningsmatt)).sum();
        let all_befolkning: BigRational =
            forbund.kommuner.iter().map(|code| whole(case.kommun(code).befolkning_16_64)).sum();
        // A tie goes to the lowest kommunkod, then to försörjningsmått, which is 0 in the key.
        let mut claims: Vec<((&String, u8), BigRational)> = Vec::new();
        for code in &forbund.kommuner {
            let kommun = case.kommun(code);
            claims.push((
                (code, 0),
                whole(above_base.clone())
                    * decimal(&case.weight_forsorjningsmatt)
                    * decimal(&kommun.forsorjningsmatt)
                    / &all_forsorjningsmatt,
            ));
            claims.push((
                (code, 1),
                whole(above_base.clone()) * decimal(&case.weight_befolkning) * whole(kommun.befolkning_16_64)
                    / &all_befolkning,
            ));
        }
        let shares = largest_remainder(&above_base, &claims);
        for (index, code) in forbund.kommuner.iter().enumerate() {
            let forsorjningsmatt = whole(shares[2 * index].clone());
            let befolkning = whole(shares[2 * index + 1].clone());
            parts.insert(code.clone(), (forsorjningsmatt, befolkning));
        }
    }
    parts
}

/// Steps 1 to 4 for all rows of one side.
fn side(case: &Case, situation: &Situation, parts: &Parts) -> Vec<Figures> {
    let rows: Vec<(&Row, bool)> = situation
        .forbund
        .iter()
        .map(|row| (row, false))
        .chain(situation.outside.iter().map(|row| (row, true)))
        .collect();

    // Step 1: exact amounts of each row, their sum rounded, and the rows' shares of it.
    let exact: Vec<[BigRational; 3]> = rows
        .iter()
        .map(|(row, outside)| {
            let base = if *outside { BigRational::zero() } else { whole(case.base_grant) };
            let forsorjningsmatt = row.members.iter().map(|code| parts[code].0.clone()).sum();
            let befolkning = row.members.iter().map(|code| parts[code].1.clone()).sum();
            [base, forsorjningsmatt, befolkning]
        })
        .collect();
    let claims: Vec<(String, BigRational)> = rows
        .iter()
        .zip(&exact)
        .map(|((row, _), components)| {
            let lowest = row.members.first().expect("a kommun").clone();
            (lowest, components.iter().sum())
        })
        .collect();
    let exact_sum: BigRational = claims.iter().map(|(_, amount)| amount.clone()).sum();
    let state = largest_remainder(&round_half_away(&exact_sum), &claims);

    rows.iter()
        .zip(exact)
        .zip(state)
        .map(|(((row, outside), components), state)| figures(case, row, *outside, components, state))
        .collect()
}

/// Steps 2 to 4 for one row.
fn figures(case: &Case, row: &Row, outside: bool, components: [BigRational; 3], state: BigInt) -> Figures {
    let members: Vec<String> = row.members.iter().cloned().collect();

    // Step 2: base, försörjningsmått, befolkning, in the order in which they win a tie.
    let [base, forsorjningsmatt, befolkning] = components;
    let of_state = largest_remainder(&state, &[(0, base), (1, forsorjningsmatt), (2, befolkning)]);

    // Step 3: the total, and what is not the state's; region wins a tie.
    let total = round_half_away(&(whole(state.clone()) / decimal(&case.state_share)));
    let not_the_states = &total - &state;
    let of_the_others = share_by_weight(
        &not_the_states,
        &[(0, decimal(&case.region_share)), (1, decimal(&case.kommuner_share))],
    );
    let (region, kommuner) = (of_the_others[0].clone(), of_the_others[1].clone());

    // Step 4: the kommuner's part by the key, the region's part over its regions.
    let kommun_weights: Vec<(String, BigRational)> =
        members.iter().map(|code| (code.clone(), kommun_weight(case, code))).collect();
    let contributions = members.iter().cloned().zip(share_by_weight(&kommuner, &kommun_weights)).collect();
    let mut kommuner_of_region: BTreeMap<&str, Vec<&String>> = BTreeMap::new();
    for code in &members {
        kommuner_of_region.entry(&case.kommun(code).region).or_default().push(code);
    }
    let mut regions: Vec<(&String, &str, BigRational)> = kommuner_of_region
        .iter()
        .map(|(name, codes)| {
            let weight = match case.region_key {
                RegionKey::Befolkning => {
                    codes.iter().map(|code| whole(case.kommun(code).befolkning_16_64)).sum()
                }
                RegionKey::Lika => whole(1),
            };
            (*codes.iter().min().expect("a kommun"), *name, weight)
        })
        .collect();
    regions.sort();
    let region_weights: Vec<(&String, BigRational)> =
        regions.iter().map(|(lowest, _, weight)| (*lowest, weight.clone())).collect();
    let regions = regions
        .iter()
        .map(|(_, name, _)| (*name).to_owned())
        .zip(share_by_weight(&region, &region_weights))
        .collect();

    Figures {
        name: row.name.clone(),
        outside,
        befolkning_16_64: members.iter().map(|code| BigInt::from(case.kommun(code).befolkning_16_64)).sum(),
        forsorjningsmatt: members.iter().map(|code| decimal(&case.kommun(code).forsorjningsmatt)).sum(),
        members,
        state,
        state_base: of_state[0].clone(),
        state_forsorjningsmatt: of_state[1].clone(),
        state_befolkning: of_state[2].clone(),
        region,
        regions,
        kommuner,
        contributions,
        total,
        kansli: row.office.known(),
    }
}

fn kommun_weight(case: &Case, code: &str) -> BigRational {
    let kommun = case.kommun(code);
    match &case.kommun_key {
        KommunKey::Befolkning => whole(kommun.befolkning_16_64),
        KommunKey::Folkmangd => whole(kommun.folkmangd),
        KommunKey::Forsorjningsmatt => decimal(&kommun.forsorjningsmatt),
        KommunKey::Lika => whole(1),
        KommunKey::Explicit(weights) => weights
            .iter()
            .find(|(member, _)| member == code)
            .map(|(_, weight)| decimal(weight))
            .expect("a weight for every kommun"),
    }
}
