//! What a unit is worth: all that national and calibrated, gross and net figures differ in. No grouping and no baseline
//! is needed, only parameters, the country's sums and how many förbund there are.

use std::ops::Shr;

use super::allocation_base::{AllocationBase, Part, RowBase};
use super::error::ModelError;
use super::fraction::{Fraction, least_common_multiple};
use super::kronor::Kronor;
use super::parameters::Parameters;
use super::recorder::{Recorder, Silent};
use super::step::Step;

/// The base grant, and kronor per unit over one common denominator.
#[derive(Clone, Debug)]
pub struct Rates {
    base_grant: u64,
    per_forsorjningsmatt: u128,
    per_befolkning: u128,
    denominator: u128,
    /// The same in 64 bits, where they fit.
    pub(super) narrow: Option<Narrow>,
}

/// The largest side that rates are made for: amounts up to that fit.
#[derive(Clone, Copy, Debug)]
pub struct Bounds {
    /// The sum of all rows.
    pub all: AllocationBase,
    /// How many rows there can be.
    pub rows: usize,
}

impl Bounds {
    /// Those of all kommuner, each of which can be a row of its own.
    ///
    /// # Errors
    /// If their sum has more digits than can be computed with.
    pub fn of(kommuner: &[AllocationBase]) -> Result<Self, ModelError> {
        Ok(Self { all: AllocationBase::sum(kommuner.iter().copied())?, rows: kommuner.len() })
    }
}

/// The exact state money of a row: whole kronor and what is left of the next one, over [`Rates::denominator`].
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct ExactMoney {
    /// Whole kronor.
    pub whole: u64,
    /// Less than the denominator.
    pub remainder: u128,
}

impl Rates {
    /// On the national basis `weight × (P − n·G) ÷ Σ` for both parts (FK 2015; the denominators are finsam's reading):
    /// `sums` are the country's, and `forbund` is the number of förbund besides the others of the country.
    ///
    /// # Errors
    /// If the appropriation is not known or the base grants exceed it, a part with a weight has no sum, or an amount
    /// that such a side can have does not fit.
    pub(super) fn national<R: Recorder>(
        parameters: &Parameters,
        sums: AllocationBase,
        forbund: i64,
        bounds: Bounds,
        recorder: &mut R,
    ) -> Result<Self, ModelError> {
        let pot = u128::from(pot(parameters, forbund, recorder)?);
        let denominator = u128::from(parameters.weights.denominator());
        let rate = |weight: u64, part: Part, no_sum: ModelError| {
            if weight == 0 {
                return Ok(Fraction::ZERO);
            }
            let share = Fraction::new(u128::from(weight), denominator);
            let per_unit = Fraction::new(pot, u128::from(sums.of(part))).ok_or(no_sum)?;
            share.and_then(|share| share.times(per_unit)).ok_or(ModelError::TooLarge)
        };
        let [forsorjningsmatt, befolkning] = *parameters.weights.numerators();
        let rates = [
            rate(forsorjningsmatt, Part::Forsorjningsmatt, ModelError::NoForsorjningsmatt(None))?,
            rate(befolkning, Part::Befolkning, ModelError::NoInhabitants(None))?,
        ];
        for (part, rate) in Part::BOTH.into_iter().zip(rates) {
            recorder.record(|| Step::Rate { part, sum: sums.of(part), rate });
        }
        Self::new(parameters.base_grant, rates, bounds)
    }

    /// On the calibrated basis, where units are decided kronor: as many kronor each as the pot of `now` förbund is times
    /// that of `before` without what those who left the country's förbund brought, and one where the appropriation is
    /// not known.
    ///
    /// # Errors
    /// As [`Rates::national`], and if the base grants of those before take the whole appropriation or those who left
    /// had all that they leave of it.
    pub(super) fn decided<R: Recorder>(
        parameters: &Parameters,
        [before, now]: [i64; 2],
        taken_along: AllocationBase,
        bounds: Bounds,
        recorder: &mut R,
    ) -> Result<Self, ModelError> {
        let mut scale = Fraction::ONE;
        if parameters.country.is_some() {
            let before = pot(parameters, before, &mut Silent)?;
            if before == 0 {
                return Err(ModelError::NoPot);
            }
            let taken_along = taken_along.forsorjningsmatt.checked_add(taken_along.befolkning);
            let staying = taken_along.and_then(|gone| before.checked_sub(gone));
            let staying = staying.ok_or(ModelError::LeaversTakePot)?;
            let now = pot(parameters, now, recorder)?;
            scale = Fraction::new(now.into(), staying.into()).ok_or(ModelError::LeaversTakePot)?;
            recorder.record(|| Step::Scaled(scale));
        }
        Self::new(parameters.base_grant, [scale; 2], bounds)
    }

    /// Rates of these kronor per unit of försörjningsmått and of befolkning.
    ///
    /// # Errors
    /// If an amount that a side within the bounds can have does not fit.
    pub fn new(base_grant: Kronor, per_unit: [Fraction; 2], bounds: Bounds) -> Result<Self, ModelError> {
        Self::checked(base_grant.unsigned(), per_unit, bounds).ok_or(ModelError::TooLarge)
    }

    fn checked(base_grant: u64, per_unit: [Fraction; 2], bounds: Bounds) -> Option<Self> {
        let [forsorjningsmatt, befolkning] = per_unit;
        let denominator = least_common_multiple(forsorjningsmatt.denominator(), befolkning.denominator())?;
        let over_common = |rate: Fraction| rate.numerator().checked_mul(denominator / rate.denominator());
        let per_forsorjningsmatt = over_common(forsorjningsmatt)?;
        let per_befolkning = over_common(befolkning)?;
        // The largest numerator there can be: every product and sum of a side is at most this. The remainders of all
        // rows together must fit too.
        let largest = per_forsorjningsmatt
            .checked_mul(u128::from(bounds.all.forsorjningsmatt))?
            .checked_add(per_befolkning.checked_mul(u128::from(bounds.all.befolkning))?)?;
        let rows = bounds.rows as u128 + 1;
        denominator.checked_mul(2)?.checked_mul(rows)?;
        let sum = (largest / denominator).checked_add(u128::from(base_grant).checked_mul(rows)?)?;
        Kronor::from_unsigned(sum.checked_add(rows)?)?;
        let narrow = Narrow::new(per_forsorjningsmatt, per_befolkning, denominator);
        Some(Self { base_grant, per_forsorjningsmatt, per_befolkning, denominator, narrow })
    }

    /// What remainders are counted in: a krona has so many.
    #[must_use]
    pub fn denominator(&self) -> u128 {
        self.denominator
    }

    /// The exact state money of a set of kommuner that form a row, from their sums alone.
    ///
    /// ```
    /// # use finsam::model::{allocation_base::*, fraction::Fraction, kommun::KommunId, kronor::Kronor, rates::*};
    /// // 2.5 kr per unit of försörjningsmått and a third of a krona per inhabitant, for at most 100 units of each.
    /// let base = |forsorjningsmatt, befolkning| AllocationBase { forsorjningsmatt, befolkning };
    /// let per_unit = [Fraction::new(5, 2), Fraction::new(1, 3)].map(|rate| rate.expect("not divided by zero"));
    /// let rates = Rates::new(Kronor::new(1_000), per_unit, Bounds { all: base(100, 100), rows: 2 })?;
    /// // Two kommuner with 7 and 4 units, 10 and 20 inhabitants: 1 000 + 11 × 2.5 + 30 ÷ 3 kr.
    /// let sums = base(7, 10).plus(base(4, 20))?;
    /// let row = RowBase { base: sums, has_base_grant: true, lowest: KommunId::new(0) };
    /// assert_eq!(rates.denominator(), 6);
    /// assert_eq!(rates.exact_money(row), ExactMoney { whole: 1_037, remainder: 3 });
    /// # Ok::<(), finsam::model::error::ModelError>(())
    /// ```
    #[must_use]
    pub fn exact_money(&self, row: RowBase) -> ExactMoney {
        let (above, remainder) = match &self.narrow {
            Some(narrow) => {
                let (above, remainder) = narrow.exact(row.base);
                (above, remainder.into())
            }
            None => self.exact(row.base),
        };
        ExactMoney { whole: self.base_grant(row) + above, remainder }
    }

    /// The base grant of a row, kr.
    #[inline]
    pub(super) fn base_grant(&self, row: RowBase) -> u64 {
        if row.has_base_grant { self.base_grant } else { 0 }
    }

    /// Numerators over [`Self::denominator`] of both parts of an allocation base.
    #[inline]
    pub(super) fn parts(&self, base: AllocationBase) -> [u128; 2] {
        [
            self.per_forsorjningsmatt * u128::from(base.forsorjningsmatt),
            self.per_befolkning * u128::from(base.befolkning),
        ]
    }

    /// Both parts of an allocation base, kr.
    pub(super) fn exact_parts(&self, base: AllocationBase) -> [Fraction; 2] {
        self.parts(base).map(|numerator| self.fraction(numerator))
    }

    /// A numerator over [`Self::denominator`] as a fraction.
    pub(super) fn fraction(&self, numerator: u128) -> Fraction {
        Fraction::new(numerator, self.denominator).expect("a denominator that is not zero")
    }
}

impl Rates {
    /// What the appropriation leaves after the base grants of so many förbund and the others of the country, kr.
    ///
    /// # Errors
    /// If the appropriation is not known or the base grants exceed it.
    pub(super) fn pot_of(parameters: &Parameters, forbund: i64) -> Result<u64, ModelError> {
        pot(parameters, forbund, &mut Silent)
    }
}

/// What the appropriation leaves after the base grants of these `forbund` and the others of the country, kr.
fn pot<R: Recorder>(parameters: &Parameters, forbund: i64, recorder: &mut R) -> Result<u64, ModelError> {
    let country = parameters.country.ok_or(ModelError::NoAppropriation)?;
    let forbund = i64::from(country.other_forbund) + forbund;
    let forbund = u64::try_from(forbund).expect("a change that leaves fewer than none is refused");
    let base_grants = u128::from(forbund) * u128::from(parameters.base_grant.unsigned());
    let pot = u128::from(country.appropriation.unsigned()).checked_sub(base_grants);
    let pot = pot.and_then(|pot| u64::try_from(pot).ok()).ok_or(ModelError::BaseGrantsExceed { forbund })?;
    recorder.record(|| Step::Pot { forbund, pot });
    Ok(pot)
}

/// How the exact money of an allocation base is computed: whole kronor, and the remainder over the common denominator.
pub(super) trait Arithmetic {
    /// The type of a remainder.
    type Part: Copy + Ord + Default + Shr<u32, Output = Self::Part> + Into<u128>;
    /// `(rate · base) ÷ denominator`.
    fn exact(&self, base: AllocationBase) -> (u64, Self::Part);
}

impl Arithmetic for Rates {
    type Part = u128;
    fn exact(&self, base: AllocationBase) -> (u64, u128) {
        let [forsorjningsmatt, befolkning] = self.parts(base);
        let numerator = forsorjningsmatt + befolkning;
        let whole = u64::try_from(numerator / self.denominator).expect("a side within the bounds");
        (whole, numerator % self.denominator)
    }
}

/// Rates that fit in 64 bits, with the reciprocal of their denominator: a quotient costs two multiplications instead
/// of a division of 128 bits (Möller & Granlund, "Improved division by invariant integers", 2011, algorithm 4).
#[derive(Clone, Copy, Debug)]
pub(super) struct Narrow {
    per_forsorjningsmatt: u64,
    per_befolkning: u64,
    /// The denominator, shifted until its highest bit is set.
    normalized: u64,
    /// By how much.
    shift: u32,
    /// ⌊(2¹²⁸ − 1) ÷ normalized⌋ − 2⁶⁴.
    inverse: u64,
}

impl Narrow {
    fn new(per_forsorjningsmatt: u128, per_befolkning: u128, denominator: u128) -> Option<Self> {
        let denominator = u64::try_from(denominator).ok().filter(|&denominator| denominator > 0)?;
        let shift = denominator.leading_zeros();
        let normalized = denominator << shift;
        let inverse = u64::try_from(u128::MAX / u128::from(normalized) - (1 << 64)).ok()?;
        Some(Self {
            per_forsorjningsmatt: u64::try_from(per_forsorjningsmatt).ok()?,
            per_befolkning: u64::try_from(per_befolkning).ok()?,
            normalized,
            shift,
            inverse,
        })
    }

    /// Quotient and remainder of a numerator by the denominator.
    ///
    /// # Panics
    /// If the quotient is 2⁶⁴ or more, which no side within the bounds has.
    #[expect(clippy::cast_possible_truncation, reason = "high and low halves are taken on purpose")]
    #[inline]
    fn divide(&self, numerator: u128) -> (u64, u64) {
        assert!(((numerator >> 64) as u64) < self.normalized >> self.shift, "a side within the bounds");
        let numerator = numerator << self.shift;
        let (high, low) = ((numerator >> 64) as u64, numerator as u64);
        let estimate = u128::from(self.inverse).wrapping_mul(u128::from(high)).wrapping_add(numerator);
        let mut quotient = ((estimate >> 64) as u64).wrapping_add(1);
        let mut remainder = low.wrapping_sub(quotient.wrapping_mul(self.normalized));
        if remainder > estimate as u64 {
            quotient = quotient.wrapping_sub(1);
            remainder = remainder.wrapping_add(self.normalized);
        }
        if remainder >= self.normalized {
            quotient = quotient.wrapping_add(1);
            remainder -= self.normalized;
        }
        (quotient, remainder >> self.shift)
    }
}

impl Arithmetic for Narrow {
    type Part = u64;
    #[inline]
    fn exact(&self, base: AllocationBase) -> (u64, u64) {
        let product = |rate: u64, units: u64| u128::from(rate) * u128::from(units);
        let forsorjningsmatt = product(self.per_forsorjningsmatt, base.forsorjningsmatt);
        self.divide(forsorjningsmatt + product(self.per_befolkning, base.befolkning))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn rates_that_could_overflow_are_refused() {
        let all = AllocationBase { forsorjningsmatt: u64::MAX, befolkning: 1 };
        assert!(Rates::new(Kronor::ZERO, [Fraction::ONE; 2], Bounds { all, rows: 10 }).is_err());
    }

    #[test]
    #[should_panic(expected = "a side within the bounds")]
    fn a_quotient_that_does_not_fit_stops() {
        let narrow = Narrow::new(1, 1, 10).expect("fits");
        assert_eq!(narrow.divide(10 << 64), (0, 0));
    }

    proptest! {
        #[test]
        fn division_by_reciprocal_is_division(
            divisor in prop_oneof![1_u64..1_000, Just(1_u64 << 63), Just(u64::MAX), 1_u64..],
            quotient in prop_oneof![Just(u64::MAX), any::<u64>()],
            rest in prop_oneof![Just(u64::MAX), any::<u64>()],
        ) {
            let rest = rest % divisor;
            let numerator = u128::from(quotient) * u128::from(divisor) + u128::from(rest);
            let narrow = Narrow::new(1, 1, u128::from(divisor)).expect("fits and is not zero");
            prop_assert_eq!(narrow.divide(numerator), (quotient, rest));
        }
    }
}
