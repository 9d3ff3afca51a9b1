//! Section 6 of the contract, step by step: the money of one side.

use std::collections::{BTreeMap, BTreeSet};

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::Zero;

use super::case::{Case, Forbund, KommunKey, Money, RegionKey, Rest};
use super::changes::{Row, Situation};
use super::fractions::{decimal, largest_remainder, round_half_away, share_by_weight, whole};
use super::keys;

/// What a kommun brings to its row: its försörjningsmått part and its befolkning part.
pub(crate) type Part = (BigRational, BigRational);

/// By kommunkod.
pub(crate) type Parts = BTreeMap<String, Part>;

/// The figures of a row.
pub(crate) struct Figures {
    pub name: String,
    pub outside: bool,
    /// Whether it is no longer there at the end of the year.
    pub ceased: bool,
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

/// What the kommuner of a case bring on each side.
pub(crate) struct Basis<'case> {
    pub case: &'case Case,
    /// The parts of step 0, on a calibrated basis.
    calibrated: Option<Parts>,
}

impl<'case> Basis<'case> {
    pub(crate) fn of(case: &'case Case) -> Basis<'case> {
        Basis { case, calibrated: case.is_calibrated().then(|| calibrated_parts(case)) }
    }

    /// With parts of step 0 that are not those of the case's own figures.
    pub(crate) fn with_parts(case: &'case Case, calibrated: Option<Parts>) -> Basis<'case> {
        Basis { case, calibrated }
    }

    /// Today, and gross: the baseline's kronor per unit, or the parts of step 0, wherever the kommuner are now.
    pub(crate) fn gross(&self) -> Parts {
        self.calibrated.clone().unwrap_or_else(|| {
            let pot = self.pot_today().expect("what a national baseline states");
            national_parts(self.case, &pot, &national_sums_before(self.case))
        })
    }

    /// Net: the pot and, nationally, the sums as they are after the changes. None where the baseline does not state
    /// what it takes.
    pub(crate) fn net(&self, after: &Situation) -> Option<Parts> {
        let new_pot = self.pot(after)?;
        if after.forbund.is_empty() && after.outside.is_empty() {
            return Some(Parts::new());
        }
        let Some(parts) = &self.calibrated else {
            return Some(national_parts(self.case, &new_pot, &national_sums_after(self.case, after)));
        };
        Some(scaled(parts, &(new_pot / self.pot_of_those_who_stay(after)?)))
    }

    fn pot_today(&self) -> Option<BigRational> {
        pot(self.case, self.case.forbund.len(), 0)
    }

    /// `P − n'·G`
    pub(crate) fn pot(&self, after: &Situation) -> Option<BigRational> {
        pot(self.case, after.forbund.len(), after.elsewhere)
    }

    /// `P − n·G − what they brought`, "they" being the kommuner that are in no förbund now.
    pub(crate) fn pot_of_those_who_stay(&self, after: &Situation) -> Option<BigRational> {
        let parts = self.calibrated.as_ref().expect("a calibrated basis");
        let brought: BigRational = after.left.iter().map(|code| &parts[code].0 + &parts[code].1).sum();
        Some(self.pot_today()? - brought)
    }
}

pub(crate) fn scaled(parts: &Parts, factor: &BigRational) -> Parts {
    parts
        .iter()
        .map(|(code, (forsorjningsmatt, befolkning))| {
            (code.clone(), (forsorjningsmatt * factor, befolkning * factor))
        })
        .collect()
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
    case.forbund.iter().flat_map(|forbund| parts_of_money(case, forbund)).collect()
}

/// Step 0 of one förbund.
/// The decided state money of a förbund above the base grant.
pub(crate) fn above_base(case: &Case, forbund: &Forbund) -> BigInt {
    let state = match forbund.money {
        Money::StateGrant(state) => BigInt::from(state),
        Money::Budget(budget) => round_half_away(&(whole(budget) * decimal(&case.state_share))),
        Money::Formula => unreachable!("a calibrated baseline states all its money"),
    };
    state - BigInt::from(case.base_grant)
}

pub(crate) fn parts_of_money(case: &Case, forbund: &Forbund) -> Parts {
    let mut parts = Parts::new();
    let above_base = above_base(case, forbund);
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
    parts
}

/// A row before any rounding.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct ExactRow {
    pub name: String,
    pub outside: bool,
    /// Whether it is no longer there at the end of the year.
    pub ceased: bool,
    pub members: BTreeSet<String>,
    pub key: KommunKey,
    /// How much of a year it stood.
    pub standing: BigRational,
    pub base: BigRational,
    /// What its kommuner bring; of a year with months also those that were in it for some of them.
    pub parts: Parts,
    /// None where it is unknown.
    pub kansli: Option<BigRational>,
}

impl ExactRow {
    /// Base, försörjningsmått, befolkning.
    pub(crate) fn components(&self) -> [BigRational; 3] {
        let forsorjningsmatt = self.parts.values().map(|part| part.0.clone()).sum();
        let befolkning = self.parts.values().map(|part| part.1.clone()).sum();
        [self.base.clone(), forsorjningsmatt, befolkning]
    }
}

/// The exact rows of one side, each of which has its base grant and what its kommuner bring.
pub(crate) fn exact(case: &Case, situation: &Situation, parts: &Parts) -> Vec<ExactRow> {
    let row = |row: &Row, outside: bool| ExactRow {
        name: row.name.clone(),
        outside,
        ceased: false,
        members: row.members.clone(),
        key: row.key.as_ref().unwrap_or(&case.kommun_key).clone(),
        standing: whole(1),
        base: if outside { BigRational::zero() } else { whole(case.base_grant) },
        parts: row.members.iter().map(|code| (code.clone(), parts[code].clone())).collect(),
        kansli: row.office.known().map(whole),
    };
    let forbund = situation.forbund.iter().map(|forbund| row(forbund, false));
    forbund.chain(situation.outside.iter().map(|outside| row(outside, true))).collect()
}

/// Who wins a tie between rows.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Ties {
    LowestKommunkod,
    /// Where a kommun may be in several rows.
    Order,
}

/// Steps 1 to 4 for all rows of one side.
pub(crate) fn rounded(case: &Case, rows: &[ExactRow], ties: Ties) -> Vec<Figures> {
    let key = |index: usize, row: &ExactRow| match ties {
        Ties::LowestKommunkod => (0, row.members.first().expect("a kommun").clone()),
        Ties::Order => (index, String::new()),
    };
    // Step 1: exact amounts of each row, their sum rounded, and the rows' shares of it.
    let state = share_the_rounded_sum(
        rows.iter().enumerate().map(|(index, row)| (key(index, row), row.components().iter().sum())),
    );
    // Kanslier are whole kronor but where months are weighed.
    let known =
        rows.iter().enumerate().filter_map(|(index, row)| Some((key(index, row), row.kansli.clone()?)));
    let mut kanslier = share_the_rounded_sum(known).into_iter();
    rows.iter()
        .zip(state)
        .map(|(row, state)| {
            let kansli = row.kansli.as_ref().and_then(|_| kanslier.next());
            figures(case, row, state, kansli)
        })
        .collect()
}

fn share_the_rounded_sum<Key: Ord>(claims: impl Iterator<Item = (Key, BigRational)>) -> Vec<BigInt> {
    let claims: Vec<(Key, BigRational)> = claims.collect();
    let sum: BigRational = claims.iter().map(|(_, amount)| amount.clone()).sum();
    largest_remainder(&round_half_away(&sum), &claims)
}

/// Steps 2 to 4 for one row.
fn figures(case: &Case, row: &ExactRow, state: BigInt, kansli: Option<BigInt>) -> Figures {
    let members: Vec<String> = row.members.iter().cloned().collect();

    // Step 2: base, försörjningsmått, befolkning, in the order in which they win a tie.
    let [base, forsorjningsmatt, befolkning] = row.components();
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
    let contributions = members.iter().cloned().zip(keys::contributions(case, row, &kommuner)).collect();
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
        outside: row.outside,
        ceased: row.ceased,
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
        kansli,
    }
}
