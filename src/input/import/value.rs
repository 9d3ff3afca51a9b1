//! Figures as tables write them.

use rust_decimal::Decimal;

use crate::input::number::{self, NumberError};

/// What a cell of figures holds.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::input) enum Value {
    /// A figure.
    Figure(Decimal),
    /// A mark for a figure that is missing or secret.
    Missing,
    /// A figure in exponent form, which has lost its last digits: "1,2E+05".
    LostDigits,
    /// Something else.
    NoFigure,
}

/// Bytes that a figure can have, with blanks and zeros enough.
const LONGEST: usize = 100;

/// The figure that a cell holds.
pub(in crate::input) fn read(text: &str) -> Value {
    if text.len() > LONGEST {
        return Value::NoFigure;
    }
    if is_missing(text) {
        return Value::Missing;
    }
    match number::decimal(text) {
        Ok(figure) => Value::Figure(figure),
        Err(NumberError::TooLarge) => Value::NoFigure,
        Err(NumberError::NotANumber) => exponent(text),
    }
}

/// Whether a cell would do for a figure.
pub(super) fn is_figure(text: &str) -> bool {
    read(text) != Value::NoFigure
}

/// The marks of publishers and programs for no figure.
fn is_missing(text: &str) -> bool {
    [
        "", "..", ".", "-", "–", "—", "x", "X", "…", "null", "NULL", "NaN", "nan", "NA", "N/A", "#N/A",
        "#SAKNAS!",
    ]
    .contains(&text)
}

/// A number in exponent form keeps its value only if it still has all its digits: JSON writes 1.2e2 for 120.
fn exponent(text: &str) -> Value {
    let Some((mantissa, power)) = text.split_once(['e', 'E']) else { return Value::NoFigure };
    let (Ok(mantissa), Ok(power)) = (number::decimal(mantissa), power.trim_start_matches('+').parse::<i32>())
    else {
        return Value::NoFigure;
    };
    let decimals = i32::try_from(mantissa.normalize().scale()).expect("at most 28 decimals");
    if mantissa.is_zero() {
        return Value::Figure(Decimal::ZERO);
    }
    // Fewer digits than the power of ten: what stood behind them is gone.
    if power > decimals || power.unsigned_abs() > 20 {
        return Value::LostDigits;
    }
    let ten = |power: u32| Decimal::from_i128_with_scale(10_i128.pow(power), 0);
    let shifted = match u32::try_from(power) {
        Ok(power) => mantissa.checked_mul(ten(power)),
        Err(_) if power.unsigned_abs() <= 12 => mantissa.checked_div(ten(power.unsigned_abs())),
        Err(_) => None,
    };
    shifted.map_or(Value::LostDigits, |figure| Value::Figure(figure.normalize()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_marks_and_lost_digits_are_distinguished() {
        assert_eq!(read("4 512,5"), Value::Figure(Decimal::new(45_125, 1)));
        for mark in ["", "..", "-", "–", "x", "#N/A"] {
            assert_eq!(read(mark), Value::Missing, "{mark}");
        }
        assert_eq!(read("1,2E+05"), Value::LostDigits);
        assert_eq!(read("1.2345e2"), Value::Figure(Decimal::new(12_345, 2)));
        assert_eq!(read("5e-1"), Value::Figure(Decimal::new(5, 1)));
        assert_eq!(
            read("1.00000000000000000001e20"),
            Value::Figure(Decimal::from(100_000_000_000_000_000_001_u128))
        );
        for text in ["=A1+A2", "Källa: SCB", "1.234,5", "e", "1e99e"] {
            assert_eq!(read(text), Value::NoFigure, "{text}");
        }
    }
}
