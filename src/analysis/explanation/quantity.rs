//! Exact numbers of any size with what they count.

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{Signed, ToPrimitive};
use rust_decimal::Decimal;

use crate::model::fraction::Fraction;
use crate::model::kronor::Kronor;

/// An exact number of any size: parts of kronor are added and compared here, and never rounded.
pub type Exact = BigRational;

/// A number and what it counts.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Quantity {
    /// The exact number.
    pub number: Exact,
    /// What it counts.
    pub unit: Unit,
    /// Whether it is a difference, so that more has a sign too.
    pub change: bool,
}

/// What a number counts.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Unit {
    /// kr a year.
    Kronor,
    /// kr, paid once.
    KronorOnce,
    /// Years.
    Years,
    /// kr per helårsekvivalent.
    KronorPerFullYear,
    /// kr per inhabitant 16–64.
    KronorPerInhabitant,
    /// Months.
    Months,
    /// Persons with a result.
    Persons,
    /// Helårsekvivalenter.
    FullYears,
    /// Inhabitants.
    Inhabitants,
    /// Förbund.
    Forbund,
    /// A share of a whole.
    Share,
    /// Hundredths of a whole.
    Percent,
    /// A number without a unit.
    Number,
}

impl Quantity {
    /// A number of units.
    #[must_use]
    pub fn new(number: Exact, unit: Unit) -> Self {
        Self { number, unit, change: false }
    }

    /// Whole kronor.
    #[must_use]
    pub fn kronor(amount: Kronor) -> Self {
        Self::new(whole(amount.get()), Unit::Kronor)
    }

    /// A number with as many decimals, half away from zero; `None` if it does not fit.
    #[must_use]
    pub fn rounded(&self, decimals: u32) -> Option<Decimal> {
        let scale = Exact::from(BigInt::from(10_u8).pow(decimals));
        let digits = round_away(&(&self.number * scale)).to_integer().to_i128()?;
        Decimal::try_from_i128_with_scale(digits, decimals).ok()
    }

    /// The number as a decimal without rounding, where it has one.
    #[must_use]
    pub fn decimal(&self) -> Option<Decimal> {
        let most = Decimal::MAX_SCALE.min(12);
        let rounded = self.rounded(most)?.normalize();
        (exact_decimal(rounded) == self.number).then_some(rounded)
    }
}

/// Rounded to a whole number, half away from zero.
pub(super) fn round_away(number: &Exact) -> Exact {
    let half = Exact::new(BigInt::from(1), BigInt::from(2));
    let size = (number.abs() + half).floor();
    if number.is_negative() { -size } else { size }
}

/// A whole number, exactly.
pub(super) fn whole(number: impl Into<BigInt>) -> Exact {
    Exact::from(number.into())
}

/// A fraction of the model.
pub(super) fn exact(fraction: Fraction) -> Exact {
    Exact::new(fraction.numerator().into(), fraction.denominator().into())
}

/// A decimal as written.
pub(super) fn exact_decimal(decimal: Decimal) -> Exact {
    Exact::new(decimal.mantissa().into(), BigInt::from(10_u8).pow(decimal.scale()))
}

/// Units of the smallest decimal in use.
pub(super) fn scaled(units: u64, decimals: u32) -> Exact {
    Exact::new(units.into(), BigInt::from(10_u8).pow(decimals))
}
