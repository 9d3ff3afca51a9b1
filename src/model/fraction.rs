//! Exact fractions that are not negative.

use num_rational::BigRational;

/// A fraction in lowest terms, not negative. Every operation is checked: `None` means that the exact value does
/// not fit in 128 bits, never that it was rounded.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Fraction {
    numerator: u128,
    denominator: u128,
}

impl Default for Fraction {
    fn default() -> Self {
        Self::ZERO
    }
}

impl Fraction {
    /// Zero.
    pub const ZERO: Self = Self { numerator: 0, denominator: 1 };
    /// One.
    pub const ONE: Self = Self { numerator: 1, denominator: 1 };

    /// `numerator ÷ denominator`, reduced; `None` for a denominator of zero.
    #[must_use]
    pub fn new(numerator: u128, denominator: u128) -> Option<Self> {
        if denominator == 0 {
            return None;
        }
        let common = greatest_common_divisor(numerator, denominator);
        Some(Self { numerator: numerator / common, denominator: denominator / common })
    }

    /// The numerator in lowest terms.
    #[must_use]
    pub fn numerator(self) -> u128 {
        self.numerator
    }

    /// The denominator in lowest terms, never zero.
    #[must_use]
    pub fn denominator(self) -> u128 {
        self.denominator
    }

    /// The product, or `None` if it does not fit.
    #[must_use]
    pub fn times(self, other: Self) -> Option<Self> {
        // Crosswise reduction first keeps the products as small as the result allows.
        let left = Self::new(self.numerator, other.denominator)?;
        let right = Self::new(other.numerator, self.denominator)?;
        Some(Self {
            numerator: left.numerator.checked_mul(right.numerator)?,
            denominator: left.denominator.checked_mul(right.denominator)?,
        })
    }
}

impl From<Fraction> for BigRational {
    fn from(fraction: Fraction) -> Self {
        Self::new(fraction.numerator.into(), fraction.denominator.into())
    }
}

/// The least common multiple, or `None` if it does not fit; zero has none.
pub(crate) fn least_common_multiple(left: u128, right: u128) -> Option<u128> {
    (left / greatest_common_divisor(left, right)).checked_mul(right)
}

/// Euclid's algorithm; at least 1, so that it can be divided by.
pub(crate) fn greatest_common_divisor(mut left: u128, mut right: u128) -> u128 {
    while right != 0 {
        (left, right) = (right, left % right);
    }
    left.max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fractions_stand_in_lowest_terms() {
        let fraction = Fraction::new(75, 100).expect("denominator is not zero");
        assert_eq!((fraction.numerator(), fraction.denominator()), (3, 4));
        assert_eq!(Fraction::new(1, 0), None);
    }

    #[test]
    fn a_product_that_does_not_fit_is_none_and_one_that_does_is_exact() {
        let huge = Fraction::new(u128::MAX, 1).expect("denominator is not zero");
        assert_eq!(huge.times(Fraction::new(2, 1).expect("not zero")), None);
        assert_eq!(huge.times(Fraction::new(1, u128::MAX).expect("not zero")), Some(Fraction::ONE));
    }
}
