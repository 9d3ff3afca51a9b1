//! Numbers of a TOML file by their digits as written: a binary float would no longer be what stands there.

use rust_decimal::Decimal;
use toml::de::DeValue;

use super::number::NumberError;

/// The most digits before the decimal point that any number here can have: those of a decimal.
const MOST_DIGITS: i64 = 29;

/// A number where a whole one is wanted.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Whole {
    /// This one.
    Number(i128),
    /// Written with decimals. Also where they are all zero: 1.000 is a thousand to one reader and one to another.
    WithDecimals,
    /// With more digits than any number here can have.
    TooLarge,
}

/// Reads a whole number, which may have an exponent (`1.5e6`); `None` if the value is no number.
pub(super) fn whole(value: &DeValue<'_>) -> Option<Whole> {
    match value {
        DeValue::Integer(integer) => {
            let number = i128::from_str_radix(integer.as_str(), integer.radix());
            Some(number.map_or(Whole::TooLarge, Whole::Number))
        }
        DeValue::Float(float) if is_finite(float.as_str()) => {
            let digits = float.as_str();
            if !digits.contains(['e', 'E']) {
                return Some(Whole::WithDecimals);
            }
            let Some(number) = exact(digits) else { return Some(Whole::TooLarge) };
            let number = number.normalize();
            Some(if number.scale() == 0 { Whole::Number(number.mantissa()) } else { Whole::WithDecimals })
        }
        _ => None,
    }
}

/// Reads a number.
///
/// # Errors
/// If the value is no number, or has more digits than a decimal keeps exactly.
pub(super) fn decimal(value: &DeValue<'_>) -> Result<Decimal, NumberError> {
    let exact = match value {
        DeValue::Integer(integer) => {
            let number = i128::from_str_radix(integer.as_str(), integer.radix()).ok();
            number.and_then(|number| Decimal::try_from_i128_with_scale(number, 0).ok())
        }
        DeValue::Float(float) if is_finite(float.as_str()) => exact(float.as_str()),
        _ => return Err(NumberError::NotANumber),
    };
    exact.ok_or(NumberError::TooLarge)
}

/// TOML also knows `inf` and `nan`.
fn is_finite(digits: &str) -> bool {
    digits.contains(|letter: char| letter.is_ascii_digit())
}

/// A decimal of digits that may have a decimal point and an exponent.
fn exact(written: &str) -> Option<Decimal> {
    let (mantissa, exponent) = written.split_once(['e', 'E']).unwrap_or((written, "0"));
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let (sign, whole) = match whole.strip_prefix('-') {
        Some(whole) => ("-", whole),
        None => ("", whole.strip_prefix('+').unwrap_or(whole)),
    };
    let digits: String = whole.chars().chain(fraction.chars()).collect();
    let significant = digits.trim_start_matches('0').trim_end_matches('0');
    if significant.is_empty() {
        return Some(Decimal::ZERO);
    }
    // The digits are those of a whole number times a power of ten.
    let exponent: i64 = exponent.parse().ok()?;
    let fraction = i64::try_from(fraction.len()).ok()?;
    let dropped = i64::try_from(digits.len() - digits.trim_end_matches('0').len()).ok()?;
    let power = exponent.checked_sub(fraction)?.checked_add(dropped)?;
    match u32::try_from(-i128::from(power)) {
        Ok(decimals) => {
            let number = format!("{sign}{significant}").parse().ok()?;
            Decimal::try_from_i128_with_scale(number, decimals).ok()
        }
        Err(_) if (1..=MOST_DIGITS).contains(&power) => {
            let zeros = "0".repeat(usize::try_from(power).ok()?);
            Decimal::from_str_exact(&format!("{sign}{significant}{zeros}")).ok()
        }
        Err(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_are_taken_as_they_stand() {
        for (written, plain) in [
            ("0.1", "0.1"),
            ("-0.25", "-0.25"),
            ("1e6", "1000000"),
            ("1E+6", "1000000"),
            ("1.5e6", "1500000"),
            ("+1.50e1", "15"),
            ("-4e5", "-400000"),
            ("1250e-2", "12.5"),
            ("1e-28", "0.0000000000000000000000000001"),
            ("7.9228162514264337593543950335e28", "79228162514264337593543950335"),
            ("10000000000000000000000000000000000000000.0e-40", "1"),
            ("0e999999999999999999999", "0"),
            ("0.0", "0"),
        ] {
            assert_eq!(exact(written), Decimal::from_str_exact(plain).ok(), "{written}");
        }
    }

    #[test]
    fn what_would_lose_a_digit_is_refused() {
        for written in [
            "1e29",
            "1e-29",
            "8e28",
            "1e99999999999999999999999",
            "1e-99999999999999999999999",
            "1e9223372036854775807",
            "1e-9223372036854775808",
            "0.123456789012345678901234567890",
            "123456789012345678901234567890.5",
        ] {
            assert_eq!(exact(written), None, "{written}");
        }
    }
}
