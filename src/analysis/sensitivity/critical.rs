//! The value of a number at which something turns: a figure its sign, or two alternatives their order.

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{Signed, ToPrimitive, Zero};
use rust_decimal::Decimal;

/// The value at which something turns.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Critical {
    /// The value; where it is not exact, the first one in the smallest unit of the number at which it has turned.
    pub value: BigRational,
    /// Whether it is exact: then the figure is linear in the number.
    pub is_exact: bool,
}

impl Critical {
    /// The value with so many decimals, half away from zero.
    #[must_use]
    pub fn rounded(&self, decimals: u32) -> Option<Decimal> {
        let unit = BigRational::from_integer(BigInt::from(10).pow(decimals));
        let units = (&self.value * unit).round().to_integer().to_i128()?;
        Decimal::try_from_i128_with_scale(units, decimals).ok()
    }

    /// The value as an exact decimal; as a fraction where it has none.
    #[must_use]
    pub fn text(&self) -> String {
        let exact = (0..=12).find_map(|decimals| {
            let rounded = self.rounded(decimals)?;
            (fraction(rounded) == self.value).then(|| rounded.to_string())
        });
        exact.unwrap_or_else(|| format!("{}/{}", self.value.numer(), self.value.denom()))
    }
}

/// A decimal as a fraction.
pub(super) fn fraction(number: Decimal) -> BigRational {
    BigRational::new(number.mantissa().into(), BigInt::from(10).pow(number.scale()))
}

/// Parts that an interval is looked through in, where a figure is not linear.
const PARTS: i64 = 16;

/// The first value from `low` to `high` at which a figure turns from one side of zero to the other; `None` where it does
/// not, or the figure is not known throughout. `step` is the smallest unit of the number.
pub(super) fn turn(
    [low, high]: [Decimal; 2],
    decimals: u32,
    figure: &dyn Fn(Decimal) -> Option<BigRational>,
) -> Option<Critical> {
    let scale = Decimal::from(10_i64.pow(decimals));
    let [first, last] = [low, high].map(|end| (end * scale).round().to_i64());
    let (first, last) = (first?, last?);
    let value = |units: i64| Decimal::from(units) / scale;
    let at = |units: i64| figure(value(units));
    let [at_first, at_last] = [at(first)?, at(last)?];
    if first == last {
        return None;
    }
    let exact = |units: i64| BigRational::new(units.into(), BigInt::from(10).pow(decimals));
    let inner = [first + (last - first) / 3, last - (last - first) / 5];
    let slope = (&at_last - &at_first) / BigRational::from_integer((last - first).into());
    let mut is_linear = true;
    for units in inner {
        let expected = &at_first + &slope * BigRational::from_integer((units - first).into());
        is_linear &= at(units)? == expected;
    }
    if is_linear {
        let value = || exact(first) - &at_first / slope * exact(1);
        let turns = side(&at_first) * side(&at_last) < 0;
        return turns.then(|| Critical { value: value(), is_exact: true });
    }
    // The first part in which it turns, then halves of it.
    let (mut below, mut side_below) = (first, side(&at_first));
    for part in 1..=PARTS {
        let above =
            first + i64::try_from(i128::from(last - first) * i128::from(part) / i128::from(PARTS)).ok()?;
        let side_above = side(&at(above)?);
        if side_above * side_below < 0 {
            let mut above = above;
            while above - below > 1 {
                let middle = below + (above - below) / 2;
                if side(&at(middle)?) == side_below { below = middle } else { above = middle }
            }
            return Some(Critical { value: exact(above), is_exact: false });
        }
        if side_above != 0 {
            (below, side_below) = (above, side_above);
        }
    }
    None
}

/// On which side of zero a figure is.
fn side(figure: &BigRational) -> i8 {
    if figure.is_zero() {
        0
    } else if figure.is_positive() {
        1
    } else {
        -1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn whole(number: i64) -> BigRational {
        BigRational::from_integer(number.into())
    }

    #[test]
    fn a_linear_figure_turns_at_an_exact_fraction() {
        let figure = |x: Decimal| Some(whole(7) * fraction(x) - whole(5));
        let found = turn([Decimal::ZERO, Decimal::from(3)], 0, &figure).expect("it turns");
        assert_eq!((found.value.clone(), found.is_exact), (BigRational::new(5.into(), 7.into()), true));
        assert_eq!((found.text(), found.rounded(2)), ("5/7".to_owned(), Some(Decimal::new(71, 2))));
        assert_eq!(turn([Decimal::from(1), Decimal::from(3)], 0, &figure), None);
        // With other units than whole ones.
        let found = turn([Decimal::new(5, 1), Decimal::from(3)], 2, &figure).expect("it turns");
        assert_eq!(found.value, BigRational::new(5.into(), 7.into()));
    }

    #[test]
    fn another_figure_turns_at_the_first_unit_on_the_other_side() {
        // x² − 2 is zero at 1.414….
        let figure = |x: Decimal| Some(fraction(x) * fraction(x) - whole(2));
        let found = turn([Decimal::ZERO, Decimal::from(3)], 2, &figure).expect("it turns");
        assert_eq!((found.text(), found.is_exact), ("1.42".to_owned(), false));
        // Of two turns the first one counts.
        let figure = |x: Decimal| {
            Some((fraction(x) - whole(1)) * (fraction(x) - whole(2)) + BigRational::new(1.into(), 10.into()))
        };
        let found = turn([Decimal::ZERO, Decimal::from(3)], 2, &figure).expect("it turns");
        assert_eq!(found.text(), "1.12");
        assert_eq!(turn([Decimal::ZERO, Decimal::from(1)], 2, &|_| None), None);
    }
}
