//! Parts of a whole that sum to exactly one: the weights of the model and the parties' shares.

use num_bigint::BigInt;
use num_rational::BigRational;
use rust_decimal::Decimal;

use super::fraction::greatest_common_divisor;

/// `N` shares that are not negative and sum to exactly 1, kept as the decimals the user wrote and as integers
/// over one common denominator (in lowest terms).
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Shares<const N: usize> {
    written: [Decimal; N],
    numerators: [u64; N],
    denominator: u64,
}

/// Why some decimals are no [`Shares`].
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum SharesError {
    /// They sum to something else than 1.
    #[error("the shares sum to {0}, not to 1")]
    Sum(Decimal),
    /// The one at this position is negative or has more than nine decimals.
    #[error("share {0} is negative or has too many decimals")]
    OutOfRange(usize),
}

impl<const N: usize> Shares<N> {
    /// Decimals a share may have.
    pub const MOST_DECIMALS: u32 = 9;

    /// Shares from decimals as written.
    ///
    /// # Errors
    /// If one is negative or has more than [`Self::MOST_DECIMALS`] decimals, or if they do not sum to 1.
    pub fn new(written: [Decimal; N]) -> Result<Self, SharesError> {
        let scale = 10_u64.pow(Self::MOST_DECIMALS);
        let mut numerators = [0; N];
        for (position, share) in written.iter().enumerate() {
            numerators[position] =
                scaled(*share, Self::MOST_DECIMALS).ok_or(SharesError::OutOfRange(position))?;
        }
        let sum = numerators.iter().map(|&numerator| u128::from(numerator)).sum::<u128>();
        if sum != u128::from(scale) {
            return Err(SharesError::Sum(written.iter().copied().sum()));
        }
        let common = numerators.iter().fold(u128::from(scale), |common, &numerator| {
            greatest_common_divisor(common, u128::from(numerator))
        });
        let common = u64::try_from(common).expect("a divisor of 10⁹");
        Ok(Self { written, numerators: numerators.map(|n| n / common), denominator: scale / common })
    }

    /// The shares as written.
    #[must_use]
    pub fn written(&self) -> &[Decimal; N] {
        &self.written
    }

    /// Each share's numerator over [`Self::denominator`].
    #[must_use]
    pub fn numerators(&self) -> &[u64; N] {
        &self.numerators
    }

    /// The common denominator, at most 10⁹.
    #[must_use]
    pub fn denominator(&self) -> u64 {
        self.denominator
    }
}

/// `number × 10^decimals` as a whole number; `None` if it is negative, has more decimals or does not fit.
#[must_use]
pub fn scaled(number: Decimal, decimals: u32) -> Option<u64> {
    let number = number.normalize();
    let missing = decimals.checked_sub(number.scale())?;
    let mantissa = u128::try_from(number.mantissa()).ok()?;
    u64::try_from(mantissa.checked_mul(10_u128.checked_pow(missing)?)?).ok()
}

/// A decimal as an exact fraction.
#[must_use]
pub fn exact(number: Decimal) -> BigRational {
    let unit = BigInt::from(10).pow(number.scale());
    BigRational::new(number.mantissa().into(), unit)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decimal(text: &str) -> Decimal {
        Decimal::from_str_exact(text).expect("a decimal")
    }

    #[test]
    fn three_quarters_and_one_quarter_are_three_and_one_of_four() {
        let shares = Shares::new([decimal("0.75"), decimal("0.25")]).expect("sum is 1");
        assert_eq!((shares.numerators(), shares.denominator()), (&[3, 1], 4));
    }

    #[test]
    fn shares_that_do_not_sum_to_one_are_refused_to_the_last_decimal() {
        let error = Shares::new([decimal("0.75"), decimal("0.250000001")]).expect_err("sum is above 1");
        assert_eq!(error, SharesError::Sum(decimal("1.000000001")));
        assert_eq!(Shares::new([decimal("-0.5"), decimal("1.5")]), Err(SharesError::OutOfRange(0)));
        assert_eq!(
            Shares::new([decimal("0.5"), decimal("0.5000000000001")]),
            Err(SharesError::OutOfRange(1))
        );
    }
}
