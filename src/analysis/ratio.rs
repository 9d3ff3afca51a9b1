//! Quotients that are shown with a fixed number of decimals, rounded half away from zero like all money.

use rust_decimal::{Decimal, RoundingStrategy};

use crate::model::kronor::Kronor;
use crate::model::rounding::half_away_from_zero;

/// kr per inhabitant 16–64, two decimals; `None` without inhabitants.
#[must_use]
pub fn kr_per_inhabitant(total: Kronor, inhabitants: u64) -> Option<Decimal> {
    quotient(total.get(), i64::try_from(inhabitants).ok()?, 100, 2)
}

/// `part ÷ whole` in percent, two decimals; `None` if the whole is nought.
#[must_use]
pub fn percent(part: Kronor, whole: Kronor) -> Option<Decimal> {
    quotient(part.get(), whole.get(), 10_000, 2)
}

/// An amount in thousands (`unit` 1 000) or millions of kronor with `decimals` decimals.
#[must_use]
pub fn in_unit(amount: Kronor, unit: i64, decimals: u32) -> Option<Decimal> {
    quotient(amount.get(), unit, 10_u128.pow(decimals), decimals)
}

/// `part ÷ whole` in percent, one decimal, of figures that are no money; `None` if the whole is nought.
#[must_use]
pub fn share_of(part: Decimal, whole: Decimal) -> Option<Decimal> {
    let percent = part.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(whole)?;
    let mut percent = percent.round_dp_with_strategy(1, RoundingStrategy::MidpointAwayFromZero);
    percent.rescale(1);
    Some(percent)
}

/// `part ÷ whole` in percent, two decimals, of any exact figures; `None` if the whole is nought, or has more digits
/// than can be divided exactly.
#[must_use]
pub fn percent_of(part: Decimal, whole: Decimal) -> Option<Decimal> {
    let (part, whole) = (part.normalize(), whole.normalize());
    let scale = part.scale().max(whole.scale());
    let mantissa = |number: Decimal| {
        let times = 10_u128.checked_pow(scale - number.scale())?;
        number.mantissa().unsigned_abs().checked_mul(times)
    };
    let size = half_away_from_zero(mantissa(part)?.checked_mul(10_000)?, mantissa(whole)?)?;
    let size = i128::try_from(size).ok()?;
    let negative = part.is_sign_negative() != whole.is_sign_negative();
    Decimal::try_from_i128_with_scale(if negative { -size } else { size }, 2).ok()
}

pub(super) fn quotient(numerator: i64, denominator: i64, factor: u128, decimals: u32) -> Option<Decimal> {
    let size = u128::from(numerator.unsigned_abs()).checked_mul(factor)?;
    let size = half_away_from_zero(size, u128::from(denominator.unsigned_abs()))?;
    let size = i128::try_from(size).ok()?;
    let negative = (numerator < 0) != (denominator < 0);
    Decimal::try_from_i128_with_scale(if negative { -size } else { size }, decimals).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn halves_go_away_from_zero_on_both_sides() {
        assert_eq!(kr_per_inhabitant(Kronor::new(1_001), 200), Some(Decimal::new(501, 2)));
        assert_eq!(percent(Kronor::new(-1), Kronor::new(8)), Some(Decimal::new(-1250, 2)));
        assert_eq!(in_unit(Kronor::new(-1_550_000), 1_000_000, 1), Some(Decimal::new(-16, 1)));
        assert_eq!(in_unit(Kronor::new(1_549_999), 1_000_000, 1), Some(Decimal::new(15, 1)));
        assert_eq!(percent(Kronor::new(1), Kronor::ZERO), None);
        assert_eq!(percent_of(Decimal::new(-1, 1), Decimal::new(8, 1)), Some(Decimal::new(-1250, 2)));
        assert_eq!(percent_of(Decimal::new(1, 5), Decimal::ONE), Some(Decimal::new(0, 2)));
        assert_eq!(percent_of(Decimal::ONE, Decimal::ZERO), None);
    }
}
