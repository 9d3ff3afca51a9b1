//! Quotients that are shown with a fixed number of decimals, rounded half away from zero like all money.

use rust_decimal::{Decimal, RoundingStrategy};

use crate::model::fraction::Fraction;
use crate::model::kronor::Kronor;
use crate::model::rounding::half_away_from_zero;

/// kr per inhabitant 16–64, two decimals; `None` without inhabitants.
#[must_use]
pub fn kr_per_inhabitant(total: Kronor, inhabitants: u64) -> Option<Decimal> {
    kr_per_person(total, inhabitants)
}

/// kr per person, two decimals; `None` without persons.
#[must_use]
pub fn kr_per_person(total: Kronor, persons: u64) -> Option<Decimal> {
    quotient(total.get(), i64::try_from(persons).ok()?, 100, 2)
}

/// `part ÷ whole` in percent, two decimals; `None` if the whole is zero.
#[must_use]
pub fn percent(part: Kronor, whole: Kronor) -> Option<Decimal> {
    quotient(part.get(), whole.get(), 10_000, 2)
}

/// An exact fraction of kronor with two decimals; `None` if it does not fit.
#[must_use]
pub fn kr_of(fraction: Fraction) -> Option<Decimal> {
    of_fraction(fraction, 2)
}

/// An exact fraction with so many decimals; `None` if it does not fit.
#[must_use]
pub fn of_fraction(fraction: Fraction, decimals: u32) -> Option<Decimal> {
    let numerator = fraction.numerator().checked_mul(10_u128.checked_pow(decimals)?)?;
    rounded(numerator, fraction.denominator(), false, decimals)
}

/// Kronor of at most two decimals in hundredths of a krona.
#[must_use]
pub fn hundredths(kronor: Decimal) -> Option<i64> {
    let hundredths = (kronor * Decimal::ONE_HUNDRED).normalize();
    if hundredths.scale() == 0 { i64::try_from(hundredths.mantissa()).ok() } else { None }
}

/// `part ÷ whole` in percent, one decimal, of whole numbers; `None` if the whole is zero.
#[must_use]
pub fn share(part: i64, whole: i64) -> Option<Decimal> {
    quotient(part, whole, 1_000, 1)
}

/// `part ÷ whole` in percent, one decimal, of figures that are not money; `None` if the whole is zero.
#[must_use]
pub fn share_of(part: Decimal, whole: Decimal) -> Option<Decimal> {
    let percent = unrounded_percent(part, whole)?;
    let mut percent = percent.round_dp_with_strategy(1, RoundingStrategy::MidpointAwayFromZero);
    // One decimal even where it is zero.
    percent.rescale(1);
    Some(percent)
}

/// `part ÷ whole` in percent with as many decimals as a decimal keeps; `None` if the whole is zero.
#[must_use]
pub fn unrounded_percent(part: Decimal, whole: Decimal) -> Option<Decimal> {
    part.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(whole)
}

/// `part ÷ whole` in percent, two decimals, of any exact figures; `None` if the whole is zero, or has more digits
/// than can be divided exactly.
#[must_use]
pub fn percent_of(part: Decimal, whole: Decimal) -> Option<Decimal> {
    quotient_of(part, whole, 100, 2)
}

/// `part ÷ whole × times` with so many decimals, of any exact figures; `None` if the whole is zero, or has more digits
/// than can be divided exactly.
#[must_use]
pub fn quotient_of(part: Decimal, whole: Decimal, times: u32, decimals: u32) -> Option<Decimal> {
    let scale = part.normalize().scale().max(whole.normalize().scale());
    let size = |number: Decimal| units(number, scale).map(i128::unsigned_abs);
    let negative = part.is_sign_negative() != whole.is_sign_negative();
    let factor = u128::from(times).checked_mul(10_u128.checked_pow(decimals)?)?;
    rounded(size(part)?.checked_mul(factor)?, size(whole)?, negative, decimals)
}

/// `Σ figure·weight ÷ Σ weight` with so many decimals; `None` if the weights sum to zero, or the figures have more
/// digits than can be computed with exactly.
#[must_use]
pub fn weighted_mean(figures: &[(Decimal, Decimal)], decimals: u32) -> Option<Decimal> {
    let scale = |numbers: &dyn Fn(&(Decimal, Decimal)) -> Decimal| {
        figures.iter().map(|pair| numbers(pair).normalize().scale()).max().unwrap_or_default()
    };
    let (figure_scale, weight_scale) = (scale(&|pair| pair.0), scale(&|pair| pair.1));
    let (mut sum, mut weights) = (0_i128, 0_i128);
    for &(figure, weight) in figures {
        let weight = units(weight, weight_scale)?;
        sum = sum.checked_add(units(figure, figure_scale)?.checked_mul(weight)?)?;
        weights = weights.checked_add(weight)?;
    }
    let weights = u128::try_from(weights).ok()?.checked_mul(10_u128.checked_pow(figure_scale)?)?;
    let size = sum.unsigned_abs().checked_mul(10_u128.checked_pow(decimals)?)?;
    rounded(size, weights, sum < 0, decimals)
}

/// `one + other`, exactly; `None` if the sum has more digits than a decimal keeps. The operators of decimals would
/// round it then.
#[must_use]
pub fn sum(one: Decimal, other: Decimal) -> Option<Decimal> {
    let scale = one.normalize().scale().max(other.normalize().scale());
    let sum = units(one, scale)?.checked_add(units(other, scale)?)?;
    Decimal::try_from_i128_with_scale(sum, scale).ok()
}

pub(super) fn quotient(numerator: i64, denominator: i64, factor: u128, decimals: u32) -> Option<Decimal> {
    let size = u128::from(numerator.unsigned_abs()).checked_mul(factor)?;
    let negative = (numerator < 0) != (denominator < 0);
    rounded(size, denominator.unsigned_abs().into(), negative, decimals)
}

/// A number in units of its decimal at `scale`, which is not below its own; `None` if it does not fit.
fn units(number: Decimal, scale: u32) -> Option<i128> {
    let number = number.normalize();
    number.mantissa().checked_mul(10_i128.checked_pow(scale - number.scale())?)
}

/// A quotient of units of the last decimal, rounded half away from zero; `None` without a denominator or if it does not
/// fit.
fn rounded(numerator: u128, denominator: u128, negative: bool, decimals: u32) -> Option<Decimal> {
    let size = i128::try_from(half_away_from_zero(numerator, denominator)?).ok()?;
    Decimal::try_from_i128_with_scale(if negative { -size } else { size }, decimals).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn halves_go_away_from_zero_on_both_sides() {
        assert_eq!(kr_per_inhabitant(Kronor::new(1_001), 200), Some(Decimal::new(501, 2)));
        assert_eq!(percent(Kronor::new(-1), Kronor::new(8)), Some(Decimal::new(-1250, 2)));
        assert_eq!(percent(Kronor::new(1), Kronor::ZERO), None);
        assert_eq!(percent_of(Decimal::new(-1, 1), Decimal::new(8, 1)), Some(Decimal::new(-1250, 2)));
        assert_eq!(percent_of(Decimal::new(1, 5), Decimal::ONE), Some(Decimal::new(0, 2)));
        assert_eq!(percent_of(Decimal::ONE, Decimal::ZERO), None);
        assert_eq!([share(1, 2_000), share(1, 0)], [Some(Decimal::new(1, 1)), None]);
        assert_eq!(share_of(Decimal::from(-1), Decimal::from(8)), Some(Decimal::new(-125, 1)));
        assert_eq!(
            share_of(Decimal::ZERO, Decimal::TWO).map(|share| share.to_string()),
            Some("0.0".to_owned())
        );
    }

    #[test]
    fn a_sum_is_exact_or_not_at_all() {
        let thin = Decimal::from_i128_with_scale(1, 28);
        assert_eq!(sum(Decimal::new(1, 1), Decimal::new(-25, 2)), Some(Decimal::new(-15, 2)));
        assert_eq!(sum(thin, -thin), Some(Decimal::ZERO));
        assert_eq!(sum(Decimal::from(-800_000), thin), None);
        assert_eq!(sum(Decimal::MAX, Decimal::MAX), None);
        assert_eq!(sum(Decimal::MAX, Decimal::MIN), Some(Decimal::ZERO));
    }

    #[test]
    fn a_mean_weighs_and_rounds_once() {
        let figures = [(Decimal::new(205, 1), Decimal::from(1)), (Decimal::from(-30), Decimal::new(25, 1))];
        // (20.5 − 75) ÷ 3.5 = −15.571…
        assert_eq!(weighted_mean(&figures, 2), Some(Decimal::new(-1557, 2)));
        assert_eq!(weighted_mean(&[(Decimal::new(25, 2), Decimal::ONE)], 1), Some(Decimal::new(3, 1)));
        assert_eq!(weighted_mean(&[(Decimal::ONE, Decimal::ZERO)], 1), None);
        assert_eq!(weighted_mean(&[], 1), None);
        assert_eq!(weighted_mean(&[(Decimal::MAX, Decimal::MAX)], 1), None);
    }
}
