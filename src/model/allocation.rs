//! The model: a baseline with the allocation bases of its kommuner, today's rates, and what each kommun counts under
//! the keys.

use std::borrow::Cow;
use std::sync::Arc;

use super::allocation_base::{AllocationBase, RowBase};
use super::baseline::{Baseline, Basis, Rest};
use super::calibration::calibrated_bases;
use super::error::ModelError;
use super::fraction::Fraction;
use super::grouping::{Grouping, Row};
use super::key::{Key, KeyError, KeyWeights};
use super::kommun::KommunId;
use super::rates::{Bounds, Rates};
use super::recorder::Recorder;
use super::side::Side;
use super::step::Step;

/// A baseline with all that the kernel needs, made once and used for every alternative.
#[derive(Clone, Debug)]
pub struct Model {
    baseline: Baseline,
    before: Grouping,
    /// The allocation base of each kommun of the table.
    bases: Vec<AllocationBase>,
    /// No side is larger than all kommuner together.
    bounds: Bounds,
    gross_rates: Rates,
    /// The country's sums, on the national basis.
    country: Option<CountrySums>,
    /// What the kommuner's part of a förbund is shared by.
    pub(super) kommun_weights: KeyWeights,
    /// What the regions' part is shared by: the numbers of each region's kommuner.
    pub(super) region_weights: KeyWeights,
    /// Today's side: the same for every alternative. Empty until [`Model::new`] has computed it.
    pub(super) today: Side,
}

/// What of the country is another after changes, for its rates.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct CountryAfter<'grouping> {
    /// Förbund besides the other ones of today: those of the baseline that are left, and what there are more elsewhere.
    pub forbund: i64,
    /// Kommuner that have joined from no förbund.
    pub joined: &'grouping [KommunId],
    /// Kommuner that have left and are in no förbund.
    pub left: &'grouping [KommunId],
}

impl<'grouping> CountryAfter<'grouping> {
    /// The country with this grouping in it.
    ///
    /// # Panics
    /// If there are more förbund than can be counted.
    #[must_use]
    pub fn of(grouping: &'grouping Grouping) -> Self {
        let forbund = i64::try_from(grouping.forbund_count()).expect("a count of förbund");
        Self { forbund: forbund + grouping.elsewhere(), joined: grouping.joined(), left: grouping.left() }
    }
}

/// The sums over the kommuner that belong to some förbund of the country, and which of the table these are.
#[derive(Clone, Debug)]
struct CountrySums {
    sums: AllocationBase,
    holds: Vec<bool>,
}

impl Model {
    /// All that follows from a baseline without computing a side of it; see [`Model::new`].
    pub(super) fn prepared<R: Recorder>(baseline: Baseline, recorder: &mut R) -> Result<Self, ModelError> {
        let before = Grouping::new(&baseline);
        recorder.record(|| Step::Decimals(baseline.figures.decimals));
        let parameters = &baseline.parameters;
        let forbund = i64::try_from(baseline.forbund.len()).expect("a count of förbund");
        let (bases, bounds, gross_rates, country) = match &baseline.basis {
            Basis::National { rest } => {
                let figures =
                    baseline.figures.forsorjningsmatt.iter().zip(&baseline.figures.befolkning_16_64);
                let base = |(&forsorjningsmatt, &befolkning)| AllocationBase { forsorjningsmatt, befolkning };
                let bases: Vec<_> = figures.map(base).collect();
                let country = CountrySums::new(&baseline, &before, rest, &bases)?;
                let bounds = Bounds::of(&bases)?;
                recorder.record(|| country.step(&before, &bases));
                let rates = Rates::national(parameters, country.sums, forbund, bounds, recorder)?;
                (bases, bounds, rates, Some(country))
            }
            Basis::Calibrated { state_money, .. } => {
                let bases = calibrated_bases(&baseline, state_money, recorder)?;
                let bounds = Bounds::of(&bases)?;
                let nothing = AllocationBase::default();
                let rates = Rates::decided(parameters, [forbund; 2], nothing, bounds, recorder)?;
                (bases, bounds, rates, None)
            }
        };
        let kommun_weights = KeyWeights::new(&baseline.keys.kommuner, &baseline.figures)?;
        let region_weights = KeyWeights::new(&baseline.keys.regions, &baseline.figures)?;
        Ok(Self {
            baseline,
            before,
            bases,
            bounds,
            gross_rates,
            country,
            kommun_weights,
            region_weights,
            today: Side::default(),
        })
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

    /// The allocation base of each kommun of the table, in order of kommunkod.
    #[must_use]
    pub fn bases(&self) -> &[AllocationBase] {
        &self.bases
    }

    /// The rates of today, which gross figures keep.
    #[must_use]
    pub fn gross_rates(&self) -> &Rates {
        &self.gross_rates
    }

    /// The rates after the national redistribution, from how many förbund and which kommuner there are in the country
    /// then; `None` where the appropriation or the number of other förbund is not known.
    ///
    /// # Errors
    /// If the base grants of that number of förbund exceed the appropriation.
    pub fn net_rates<R: Recorder>(
        &self,
        country: CountryAfter<'_>,
        recorder: &mut R,
    ) -> Result<Option<Rates>, ModelError> {
        let CountryAfter { forbund, left, .. } = country;
        let parameters = &self.baseline.parameters;
        if parameters.country.is_none() {
            return Ok(None);
        }
        let rates = if let Some(sums) = self.country_sums(country, recorder)? {
            Rates::national(parameters, sums, forbund, self.bounds, recorder)?
        } else {
            let before = i64::try_from(self.baseline.forbund.len()).expect("a count of förbund");
            let taken_along = sum_of(left, &self.bases)?;
            for &kommun in left {
                recorder.record(|| Step::CountryLeft { kommun });
            }
            Rates::decided(parameters, [before, forbund], taken_along, self.bounds, recorder)?
        };
        Ok(Some(rates))
    }

    /// The sums of the country with a grouping in it, on the national basis.
    ///
    /// # Errors
    /// If they have more digits than can be computed with.
    pub(super) fn country_sums<R: Recorder>(
        &self,
        CountryAfter { joined, left, .. }: CountryAfter<'_>,
        recorder: &mut R,
    ) -> Result<Option<AllocationBase>, ModelError> {
        let Some(country) = &self.country else { return Ok(None) };
        let mut sums = country.sums;
        for &kommun in joined.iter().filter(|&&kommun| !self.country_holds(kommun)) {
            sums = sums.plus(self.bases[kommun.index()])?;
            recorder.record(|| Step::CountryJoined { kommun });
        }
        // One that nobody had counted, and that came and went, is not in them.
        for &kommun in left.iter().filter(|&&kommun| self.country_holds(kommun)) {
            sums = sums.less(self.bases[kommun.index()]);
            recorder.record(|| Step::CountryLeft { kommun });
        }
        Ok(Some(sums))
    }

    /// The sums of a row of a grouping.
    #[must_use]
    pub(super) fn row_base(&self, row: &Row) -> RowBase {
        let base = sum_of(&row.members, &self.bases).expect("a part of the sum of all kommuner");
        RowBase { base, has_base_grant: !row.outside, lowest: row.lowest() }
    }

    /// What a helårsekvivalent brings a row of the state's money at some rates, kr a year, before rules that bound it: the
    /// rate of the country, or on the calibrated basis the row's part by försörjningsmått divided by its
    /// försörjningsmått. `None` where that is zero, or the fraction has more digits than can be computed with.
    #[must_use]
    pub fn per_helarsekvivalent(&self, rates: &Rates, row: &Row) -> Option<Fraction> {
        let figures = &self.baseline.figures;
        let (base, units) = if self.country.is_some() {
            (AllocationBase { forsorjningsmatt: 1, befolkning: 0 }, 1)
        } else {
            let units = row.members.iter().map(|kommun| u128::from(figures.forsorjningsmatt[kommun.index()]));
            (self.row_base(row).base, units.sum())
        };
        let [part, _] = rates.exact_parts(base);
        part.times(Fraction::new(10_u128.checked_pow(figures.decimals)?, units)?)
    }

    /// What the kommuner count under another fördelningsnyckel than the baseline's.
    ///
    /// # Errors
    /// If agreed numbers have more digits than can be computed with.
    pub fn weights_under(&self, key: &Key) -> Result<KeyWeights, ModelError> {
        KeyWeights::new(key, &self.baseline.figures)
    }

    /// What the kommuner of a row count under its key.
    ///
    /// # Errors
    /// If agreed numbers have more digits than can be computed with.
    pub fn weights_of(&self, row: &Row) -> Result<Cow<'_, KeyWeights>, ModelError> {
        Ok(match &row.key {
            None => Cow::Borrowed(&self.kommun_weights),
            Some(key) => Cow::Owned(self.weights_under(key)?),
        })
    }

    /// Whether the kommun was in the country's sums before: as a member or as part of the rest.
    #[must_use]
    pub fn country_holds(&self, kommun: KommunId) -> bool {
        self.country.as_ref().is_some_and(|country| country.holds[kommun.index()])
    }

    /// Whether the decided amounts are more than the appropriation leaves after the base grants of all other
    /// förbund: they can be computed with, but hardly be right.
    #[must_use]
    pub fn state_exceeds_appropriation(&self) -> bool {
        let (Basis::Calibrated { state_money, .. }, Some(country)) =
            (&self.baseline.basis, self.baseline.parameters.country)
        else {
            return false;
        };
        let base_grant = u128::from(self.baseline.parameters.base_grant.unsigned());
        let others = u128::from(country.other_forbund) * base_grant;
        let ours: u128 = state_money.iter().map(|state| u128::from(state.unsigned())).sum();
        ours + others > u128::from(country.appropriation.unsigned())
    }

    /// Whether a row is one of today's, of which nothing has changed.
    pub(super) fn is_as_today(&self, row: &Arc<Row>) -> bool {
        self.before.rows().get(row.id.index()).is_some_and(|today| Arc::ptr_eq(today, row))
    }

    /// The rows that are not as today.
    pub(super) fn changed<'rows>(&self, grouping: &'rows Grouping) -> impl Iterator<Item = &'rows Arc<Row>> {
        grouping.rows().iter().filter(|row| !self.is_as_today(row))
    }

    /// Of some kommuner those that count nothing under the keys of the baseline, for each part of a key: a förbund of such
    /// alone cannot share its sum.
    ///
    /// # Errors
    /// If a key has no number for one of the kommuner.
    pub fn counting_nothing(&self, kommuner: &[KommunId]) -> Result<Vec<Vec<KommunId>>, ModelError> {
        let mut found = Vec::new();
        let keys = &self.baseline.keys;
        for (key, weights, regions) in
            [(&keys.kommuner, &self.kommun_weights, false), (&keys.regions, &self.region_weights, true)]
        {
            if let Err(KeyError::Missing(kommun)) = weights.check(kommuner) {
                return Err(ModelError::KeyMissing {
                    kommun,
                    regions,
                    agreed: matches!(key, Key::Explicit(_)),
                });
            }
            found.extend(weights.counting_nothing(kommuner));
        }
        Ok(found)
    }

    /// Makes sure that both keys can share something in each of these rows.
    ///
    /// # Errors
    /// If a key has no number for a kommun in a row, or the numbers of a row sum to zero.
    pub(super) fn check_keys<'rows>(
        &self,
        rows: impl IntoIterator<Item = &'rows Arc<Row>>,
    ) -> Result<(), ModelError> {
        for row in rows {
            let kommuner = self.weights_of(row)?;
            let key_of_row = row.key.as_deref();
            let keys = [
                (key_of_row.map_or(&self.baseline.keys.kommuner, |own| own), &*kommuner, false),
                (&self.baseline.keys.regions, &self.region_weights, true),
            ];
            for (key, weights, regions) in keys {
                let agreed = matches!(key, Key::Explicit(_));
                weights.check(&row.members).map_err(|error| match error {
                    KeyError::Missing(kommun) => ModelError::KeyMissing { kommun, regions, agreed },
                    KeyError::Zero => ModelError::KeyIsZero { forbund: row.name.clone(), regions },
                })?;
            }
        }
        Ok(())
    }
}

impl CountrySums {
    fn new(
        baseline: &Baseline,
        before: &Grouping,
        rest: &Rest,
        bases: &[AllocationBase],
    ) -> Result<Self, ModelError> {
        let is_member = |(kommun, _)| before.holds(kommun);
        let mut holds: Vec<bool> = baseline.kommuner.iter().map(is_member).collect();
        let mut sums = AllocationBase::default();
        match rest {
            Rest::AllOthers => holds.fill(true),
            Rest::Listed(listed) => listed.iter().for_each(|kommun| holds[kommun.index()] = true),
            Rest::Sums { befolkning_16_64, forsorjningsmatt } => {
                let forsorjningsmatt = baseline.figures.units(*forsorjningsmatt)?;
                sums = AllocationBase { forsorjningsmatt, befolkning: *befolkning_16_64 };
            }
        }
        for (base, _) in bases.iter().zip(&holds).filter(|(_, holds)| **holds) {
            sums = sums.plus(*base)?;
        }
        Ok(Self { sums, holds })
    }

    /// The sums, split into those who are in the baseline's förbund and the rest.
    fn step(&self, before: &Grouping, bases: &[AllocationBase]) -> Step {
        let members = before.rows().iter().flat_map(|row| &row.members);
        let members = sum_of(members, bases).expect("a part of the country's sums");
        let rest = AllocationBase {
            forsorjningsmatt: self.sums.forsorjningsmatt - members.forsorjningsmatt,
            befolkning: self.sums.befolkning - members.befolkning,
        };
        Step::CountrySums { members, rest }
    }
}

fn sum_of<'kommuner>(
    kommuner: impl IntoIterator<Item = &'kommuner KommunId>,
    bases: &[AllocationBase],
) -> Result<AllocationBase, ModelError> {
    AllocationBase::sum(kommuner.into_iter().map(|kommun| bases[kommun.index()]))
}
