//! The model: what each kommun brings, what a unit is worth before and after, and by which keys parts are shared.

use super::allocation_base::AllocationBase;
use super::baseline::{Baseline, Basis, Country, Key, Rest};
use super::error::ModelError;
use super::figures::Figures;
use super::fraction::Fraction;
use super::grouping::{Grouping, Row, lowest};
use super::kernel::{Rates, RowBase};
use super::key::{KeyLack, KeyWeights};
use super::kommun::KommunId;
use super::kronor::Kronor;
use super::recorder::{Part, Recorder, Silent, Step};
use super::rounding::share_by_wide_weight;

/// A baseline with all that the kernel needs, made once and used for every alternative.
#[derive(Clone, Debug)]
pub struct Model {
    baseline: Baseline,
    before: Grouping,
    /// What each kommun of the table brings to its row.
    units: Vec<AllocationBase>,
    /// The weights of each kommun under the two keys.
    kommun_weights: KeyWeights,
    region_weights: KeyWeights,
    rates: Rates,
    national: Option<NationalSums>,
}

/// The sums of a national baseline's kommuner that belong to a förbund, and who is in them.
#[derive(Clone, Debug)]
struct NationalSums {
    sums: AllocationBase,
    holds: Vec<bool>,
}

impl Model {
    /// All that follows from a baseline without computing a side of it; see [`Model::new`].
    pub(super) fn prepared<R: Recorder>(baseline: Baseline, recorder: &mut R) -> Result<Self, ModelError> {
        let before = Grouping::new(&baseline);
        recorder.record(|| Step::Decimals(baseline.figures.decimals()));
        let (units, rates, national) = match &baseline.basis {
            Basis::National { rest, .. } => {
                let units = national_units(&baseline.figures);
                let national = national_sums(&baseline, &before, rest, &units)?;
                recorder.record(|| members_and_rest(&before, &units, national.sums));
                let forbund = baseline.forbund.len() as u64;
                let per_unit = national_rates(&baseline, national.sums, forbund, recorder)?;
                let rates = make_rates(&baseline, per_unit, &units)?;
                (units, rates, Some(national))
            }
            Basis::Calibrated { state_money, country } => {
                let units = calibrated_units(&baseline, state_money, recorder)?;
                if let Some(country) = country {
                    let pot = pot(&baseline, *country, baseline.forbund.len() as u64, recorder)?;
                    if pot == 0 {
                        return Err(ModelError::NoPot);
                    }
                }
                let rates = make_rates(&baseline, [Fraction::ONE; 2], &units)?;
                (units, rates, None)
            }
        };
        let weights = |key| KeyWeights::new(key, &baseline.figures);
        let kommun_weights = weights(&baseline.parameters.kommun_key)?;
        let region_weights = weights(&baseline.parameters.region_key)?;
        Ok(Self { baseline, before, units, kommun_weights, region_weights, rates, national })
    }

    /// The baseline it was made of.
    #[must_use]
    pub fn baseline(&self) -> &Baseline {
        &self.baseline
    }

    /// Today's grouping.
    #[must_use]
    pub fn before(&self) -> &Grouping {
        &self.before
    }

    /// What each kommun of the table brings, in order of kommunkod.
    #[must_use]
    pub fn units(&self) -> &[AllocationBase] {
        &self.units
    }

    /// The rates of today, which gross figures keep.
    #[must_use]
    pub fn gross_rates(&self) -> &Rates {
        &self.rates
    }

    /// The rates after the national redistribution when this many of the baseline's förbund are left and these kommuner
    /// have joined from no förbund; `None` where the appropriation or the number of other förbund is not known.
    ///
    /// # Errors
    /// If the base grants of that number of förbund exceed the appropriation.
    pub fn net_rates<R: Recorder>(
        &self,
        forbund: u64,
        joined: &[KommunId],
        recorder: &mut R,
    ) -> Result<Option<Rates>, ModelError> {
        let Some(country) = self.baseline.country() else { return Ok(None) };
        let per_unit = if let Some(national) = &self.national {
            let mut sums = national.sums;
            for &kommun in joined.iter().filter(|kommun| !national.holds[kommun.index()]) {
                sums = added(sums, self.units[kommun.index()])?;
                recorder.record(|| Step::CountryJoined { kommun });
            }
            national_rates(&self.baseline, sums, forbund, recorder)?
        } else {
            let before = pot(&self.baseline, country, self.baseline.forbund.len() as u64, &mut Silent)?;
            let now = pot(&self.baseline, country, forbund, recorder)?;
            let scale = Fraction::new(u128::from(now), u128::from(before)).ok_or(ModelError::NoPot)?;
            recorder.record(|| Step::Scaled(scale));
            [scale; 2]
        };
        make_rates(&self.baseline, per_unit, &self.units).map(Some)
    }

    /// The sums that a row of a grouping brings to the kernel.
    #[must_use]
    pub fn row_units(&self, row: &Row) -> RowBase {
        let units = row.members.iter().map(|member| self.units[member.index()]);
        let units = units.fold(AllocationBase::default(), |sum, units| AllocationBase {
            forsorjningsmatt: sum.forsorjningsmatt + units.forsorjningsmatt,
            befolkning: sum.befolkning + units.befolkning,
        });
        RowBase { units, has_base: !row.outside, lowest: lowest(&row.members) }
    }

    /// What the kommuner's part of a förbund is shared by.
    pub(super) fn kommun_weights(&self) -> &KeyWeights {
        &self.kommun_weights
    }

    /// What the regions' part of a förbund is shared by: the numbers of each region's kommuner in it.
    pub(super) fn region_weights(&self) -> &KeyWeights {
        &self.region_weights
    }

    /// What the kommuner count under another fördelningsnyckel than the baseline's.
    ///
    /// # Errors
    /// If agreed numbers have more digits than can be computed with.
    pub fn weights_under(&self, key: &Key) -> Result<KeyWeights, ModelError> {
        KeyWeights::new(key, &self.baseline.figures)
    }

    /// Whether the kommun was in the country's sums before: as a member or as part of the rest.
    #[must_use]
    pub fn country_holds(&self, kommun: KommunId) -> bool {
        self.national.as_ref().is_some_and(|national| national.holds[kommun.index()])
    }

    /// Whether the decided amounts are more than the appropriation leaves after the base grants of all other
    /// förbund: they can be computed with, but hardly be right.
    #[must_use]
    pub fn state_exceeds_appropriation(&self) -> bool {
        let Basis::Calibrated { state_money, country: Some(country) } = &self.baseline.basis else {
            return false;
        };
        let base_grant = u128::from(self.baseline.parameters.base_grant.unsigned());
        let others = u128::from(country.other_forbund) * base_grant;
        let ours: u128 = state_money.iter().map(|state| u128::from(state.unsigned())).sum();
        ours + others > u128::from(country.appropriation.unsigned())
    }

    /// Makes sure that both keys can share something in every row.
    ///
    /// # Errors
    /// If a kommun in a row lacks the number that a key needs, or the numbers of a row sum to nought.
    pub fn check_keys(&self, grouping: &Grouping) -> Result<(), ModelError> {
        let parameters = &self.baseline.parameters;
        let keys = [
            (&parameters.kommun_key, &self.kommun_weights, false),
            (&parameters.region_key, &self.region_weights, true),
        ];
        for row in grouping.rows() {
            for (key, weights, regions) in keys {
                match weights.lack(&row.members) {
                    None => {}
                    Some(KeyLack::Kommun(kommun)) => {
                        let agreed = matches!(key, Key::Explicit(_));
                        return Err(ModelError::KeyLacks { kommun, regions, agreed });
                    }
                    Some(KeyLack::Nought) => {
                        return Err(ModelError::KeyIsNought { forbund: row.name.clone(), regions });
                    }
                }
            }
        }
        Ok(())
    }
}

fn national_units(figures: &Figures) -> Vec<AllocationBase> {
    let units = figures.forsorjningsmatt().iter().zip(figures.befolkning_16_64());
    units.map(|(&forsorjningsmatt, &befolkning)| AllocationBase { forsorjningsmatt, befolkning }).collect()
}

fn national_sums(
    baseline: &Baseline,
    before: &Grouping,
    rest: &Rest,
    units: &[AllocationBase],
) -> Result<NationalSums, ModelError> {
    let mut holds: Vec<bool> = baseline
        .kommuner
        .iter()
        .map(|(id, _)| before.row_of(id).is_some() || *rest == Rest::AllOthers)
        .collect();
    let mut sums = AllocationBase::default();
    match rest {
        Rest::AllOthers => {}
        Rest::Listed(listed) => listed.iter().for_each(|kommun| holds[kommun.index()] = true),
        Rest::Sums { befolkning_16_64, forsorjningsmatt } => {
            let forsorjningsmatt = baseline.figures.units(*forsorjningsmatt)?;
            sums = AllocationBase { forsorjningsmatt, befolkning: *befolkning_16_64 };
        }
    }
    for (units, _) in units.iter().zip(&holds).filter(|(_, holds)| **holds) {
        sums = added(sums, *units)?;
    }
    Ok(NationalSums { sums, holds })
}

/// The country's sums, split into those who are in the baseline's förbund and the rest.
fn members_and_rest(before: &Grouping, units: &[AllocationBase], sums: AllocationBase) -> Step {
    let members = before.rows().iter().flat_map(|row| &row.members).map(|member| units[member.index()]);
    let members = members.fold(AllocationBase::default(), |sum, units| AllocationBase {
        forsorjningsmatt: sum.forsorjningsmatt + units.forsorjningsmatt,
        befolkning: sum.befolkning + units.befolkning,
    });
    let rest = AllocationBase {
        forsorjningsmatt: sums.forsorjningsmatt - members.forsorjningsmatt,
        befolkning: sums.befolkning - members.befolkning,
    };
    Step::CountrySums { members, rest }
}

fn added(sums: AllocationBase, units: AllocationBase) -> Result<AllocationBase, ModelError> {
    let forsorjningsmatt = sums.forsorjningsmatt.checked_add(units.forsorjningsmatt);
    let befolkning = sums.befolkning.checked_add(units.befolkning);
    match (forsorjningsmatt, befolkning) {
        (Some(forsorjningsmatt), Some(befolkning)) => Ok(AllocationBase { forsorjningsmatt, befolkning }),
        _ => Err(ModelError::TooLarge),
    }
}

/// What the appropriation leaves after the base grants of the baseline's `forbund` and the others, kr.
fn pot<R: Recorder>(
    baseline: &Baseline,
    country: Country,
    forbund: u64,
    recorder: &mut R,
) -> Result<u64, ModelError> {
    let forbund = u64::from(country.other_forbund) + forbund;
    let base_grants = u128::from(forbund) * u128::from(baseline.parameters.base_grant.unsigned());
    let pot = u128::from(country.appropriation.unsigned()).checked_sub(base_grants);
    let pot = pot.and_then(|pot| u64::try_from(pot).ok()).ok_or(ModelError::BaseGrantsExceed { forbund })?;
    recorder.record(|| Step::Pot { forbund, pot });
    Ok(pot)
}

/// `weight × (P − n·G) ÷ Σ` for both parts (FK 2015; the denominators are finsam's reading).
fn national_rates<R: Recorder>(
    baseline: &Baseline,
    sums: AllocationBase,
    forbund: u64,
    recorder: &mut R,
) -> Result<[Fraction; 2], ModelError> {
    let Some(country) = baseline.country() else { return Err(ModelError::NoPot) };
    let pot = pot(baseline, country, forbund, recorder)?;
    let weights = &baseline.parameters.weights;
    let rate = |weight: u64, sum: u64, lacking: ModelError| {
        if weight == 0 {
            return Ok(Fraction::ZERO);
        }
        let part = Fraction::new(u128::from(weight), u128::from(weights.denominator()));
        let per_unit = Fraction::new(u128::from(pot), u128::from(sum)).ok_or(lacking)?;
        part.and_then(|part| part.times(per_unit)).ok_or(ModelError::TooLarge)
    };
    let [forsorjningsmatt, befolkning] = *weights.numerators();
    let rates = [
        rate(forsorjningsmatt, sums.forsorjningsmatt, ModelError::NoForsorjningsmatt(None))?,
        rate(befolkning, sums.befolkning, ModelError::NoInhabitants(None))?,
    ];
    for ((part, sum), rate) in Part::BOTH.into_iter().zip([sums.forsorjningsmatt, sums.befolkning]).zip(rates)
    {
        recorder.record(|| Step::Rate { part, sum, rate });
    }
    Ok(rates)
}

fn make_rates(
    baseline: &Baseline,
    per_unit: [Fraction; 2],
    units: &[AllocationBase],
) -> Result<Rates, ModelError> {
    let all = units.iter().try_fold(AllocationBase::default(), |sums, units| added(sums, *units))?;
    let [forsorjningsmatt, befolkning] = per_unit;
    Rates::new(baseline.parameters.base_grant, forsorjningsmatt, befolkning, all, units.len())
}

/// Step 0: a förbund's state money above the base grant, shared once over its kommuner and both parts in
/// proportion to weight × the kommun's share of the förbund; by largest remainder, ties to the lowest kommunkod
/// and then to försörjningsmått.
fn calibrated_units<R: Recorder>(
    baseline: &Baseline,
    state_money: &[Kronor],
    recorder: &mut R,
) -> Result<Vec<AllocationBase>, ModelError> {
    let mut units = vec![AllocationBase::default(); baseline.kommuner.len()];
    let base = baseline.parameters.base_grant;
    let [weight_forsorjningsmatt, weight_befolkning] = *baseline.parameters.weights.numerators();
    for (position, (forbund, &state)) in baseline.forbund.iter().zip(state_money).enumerate() {
        if state < base {
            return Err(ModelError::StateBelowBase { position, state });
        }
        let mut members = forbund.members.clone();
        members.sort_unstable();
        let sum = |figure: &dyn Fn(KommunId) -> u64| {
            members.iter().map(|&member| u128::from(figure(member))).sum::<u128>()
        };
        let matt = |member: KommunId| baseline.figures.forsorjningsmatt()[member.index()];
        let befolkning = |member: KommunId| baseline.figures.befolkning_16_64()[member.index()];
        let (sum_matt, sum_befolkning) = (sum(&matt), sum(&befolkning));
        if weight_forsorjningsmatt > 0 && sum_matt == 0 {
            return Err(ModelError::NoForsorjningsmatt(Some(position)));
        }
        if sum_befolkning == 0 {
            return Err(ModelError::NoInhabitants(Some(position)));
        }
        // weight·h/Σh and weight·b/Σb over the common denominator Σh·Σb.
        let mut quotas = Vec::with_capacity(2 * members.len());
        for &member in &members {
            let over = |weight: u64, figure: u64, other_sum: u128| {
                u128::from(weight).checked_mul(u128::from(figure))?.checked_mul(other_sum.max(1))
            };
            quotas.push(over(weight_forsorjningsmatt, matt(member), sum_befolkning));
            quotas.push(over(weight_befolkning, befolkning(member), sum_matt));
        }
        let quotas = quotas.into_iter().collect::<Option<Vec<u128>>>().ok_or(ModelError::TooLarge)?;
        let shares = share_by_wide_weight((state - base).unsigned(), &quotas).ok_or(ModelError::TooLarge)?;
        for (member, parts) in members.iter().zip(shares.chunks_exact(2)) {
            units[member.index()] = AllocationBase { forsorjningsmatt: parts[0], befolkning: parts[1] };
        }
        recorder.record(|| Step::Calibrated {
            forbund: position,
            above_base: state - base,
            parts: members.iter().map(|member| units[member.index()]).collect(),
            kommuner: members,
        });
    }
    Ok(units)
}
