//! The years that are computed, and how costs and values change over them.

use std::ops::RangeInclusive;

use num_bigint::{BigInt, BigUint};
use num_rational::BigRational;
use num_traits::{One, Signed, ToPrimitive};
use rust_decimal::Decimal;

use super::kronor::Kronor;
use super::shares::scaled;

/// Which years are computed, with which figures and at which prices.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Path {
    /// The first year.
    pub from: i64,
    /// The last one, not before the first.
    pub to: i64,
    /// So many years old are the figures of the kommuner that a year is computed with.
    pub figures_lag: i64,
    /// By how much kanslier grow a year after the first one.
    pub kansli_index: Growth,
    /// What later years are discounted by, where they are.
    pub discount_rate: Option<Growth>,
}

impl Path {
    /// Years that a path can have.
    pub const MOST_YEARS: i64 = 100;

    /// All years.
    #[must_use]
    pub fn years(&self) -> RangeInclusive<i64> {
        self.from..=self.to
    }

    /// The year whose figures a year is computed with, where there are some.
    #[must_use]
    pub fn figures_wanted(&self, year: i64) -> i64 {
        year - self.figures_lag
    }
}

/// Months that a year has.
pub const MONTHS: u32 = 12;

/// A month of a year.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Month {
    /// The year.
    pub year: i64,
    /// From 1 to 12.
    pub month: u32,
}

impl Month {
    /// The first one of a year.
    #[must_use]
    pub fn first(year: i64) -> Self {
        Self { year, month: 1 }
    }
}

/// A rate by which something grows every year, such as 0.025.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Growth {
    /// As written.
    rate: Decimal,
    /// 1 + the rate in units of [`Growth::UNIT`], above zero.
    factor: u64,
}

impl Growth {
    /// Decimals that a rate may have.
    pub const MOST_DECIMALS: u32 = 9;
    const UNIT: u64 = 1_000_000_000;

    /// Nothing grows.
    pub const NONE: Self = Self { rate: Decimal::ZERO, factor: Self::UNIT };

    /// A rate above −1 and below 1; `None` for others, and for more than [`Self::MOST_DECIMALS`] decimals.
    #[must_use]
    pub fn new(rate: Decimal) -> Option<Self> {
        let factor = scaled(Decimal::ONE.checked_add(rate)?, Self::MOST_DECIMALS)?;
        (factor > 0 && factor < 2 * Self::UNIT).then_some(Self { rate, factor })
    }

    /// The rate as written.
    #[must_use]
    pub fn rate(self) -> Decimal {
        self.rate
    }

    /// An amount so many years later, rounded once, half away from zero; `None` if it does not fit.
    #[must_use]
    pub fn grown(self, amount: Kronor, years: i64) -> Option<Kronor> {
        if self.factor == Self::UNIT || years == 0 {
            return Some(amount);
        }
        let grown = rounded(&(BigRational::from_integer(amount.get().into()) * self.power(years)));
        grown.and_then(|grown| u128::try_from(grown).ok()).and_then(Kronor::from_unsigned)
    }

    /// (1 + rate) to a power, exactly.
    fn power(self, years: i64) -> BigRational {
        let exponent = u32::try_from(years).expect("years that follow each other");
        let power = |base: u64| BigInt::from(BigUint::from(base).pow(exponent));
        BigRational::new(power(self.factor), power(Self::UNIT))
    }

    /// What amounts of several years are worth in the first of them, rounded once; `None` if it does not fit.
    #[must_use]
    pub fn present_value(self, amounts: impl IntoIterator<Item = Kronor>) -> Option<Kronor> {
        let worth = |(years, amount): (i64, Kronor)| {
            BigRational::from_integer(amount.get().into()) / self.power(years)
        };
        let sum: BigRational = (0..).zip(amounts).map(worth).sum();
        rounded(&sum).map(Kronor::new)
    }
}

/// The nearest whole number, a half away from zero; `None` if it does not fit.
pub(super) fn rounded(exact: &BigRational) -> Option<i64> {
    let half = BigRational::new(BigInt::one(), BigInt::from(2));
    let whole = if exact.is_negative() { (exact - half).ceil() } else { (exact + half).floor() };
    whole.to_integer().to_i64()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn growth(rate: Decimal) -> Growth {
        Growth::new(rate).expect("a rate")
    }

    #[test]
    fn costs_grow_by_exact_powers_and_are_rounded_once() {
        // 1 200 000 × 1.025² = 1 260 750, × 1.025³ = 1 292 268.75.
        let index = growth(Decimal::new(25, 3));
        let cost = Kronor::new(1_200_000);
        let after = |years| index.grown(cost, years).map(Kronor::get);
        assert_eq!([0, 2, 3].map(after), [Some(1_200_000), Some(1_260_750), Some(1_292_269)]);
        assert_eq!(Growth::NONE.grown(cost, 50), Some(cost));
        // A half is rounded away from zero: 1 × 1.5.
        assert_eq!(growth(Decimal::new(5, 1)).grown(Kronor::new(1), 1), Some(Kronor::new(2)));
        assert_eq!(growth(Decimal::new(9, 1)).grown(Kronor::LARGEST_INPUT, 99), None);
    }

    #[test]
    fn later_amounts_are_worth_less() {
        // −300 + 200 ÷ 1.03 + 200 ÷ 1.03² = −300 + 194.1747… + 188.5191… = 82.69….
        let rate = growth(Decimal::new(3, 2));
        let value = rate.present_value([-300, 200, 200].map(Kronor::new));
        assert_eq!(value, Some(Kronor::new(83)));
        assert_eq!(rate.present_value([Kronor::new(-7)]), Some(Kronor::new(-7)));
    }

    #[test]
    fn a_rate_is_above_minus_one_and_below_one() {
        let rate = |digits, decimals| Growth::new(Decimal::new(digits, decimals)).is_some();
        assert_eq!([rate(-1, 0), rate(-999, 3), rate(999, 3), rate(1, 0)], [false, true, true, false]);
        assert!(!rate(1, 10) && rate(1, 9));
    }
}
