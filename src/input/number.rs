//! Numbers as people write them in tables.

use rust_decimal::{Decimal, RoundingStrategy};

/// Why a text is no usable number.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum NumberError {
    /// It holds something that is no number.
    #[error("no number")]
    NotANumber,
    /// It has more digits than can be kept exactly.
    #[error("more digits than can be kept exactly")]
    TooLarge,
}

/// A decimal: digits, at most one decimal point or comma, a sign, and blanks between groups of three digits
/// ("4 512,5", also with U+00A0, U+202F and U+2009; "−" is a minus sign).
///
/// # Errors
/// If it is written otherwise, or has more digits than are kept exactly.
pub fn decimal(text: &str) -> Result<Decimal, NumberError> {
    let text = text.trim();
    if let Some(number) = short(text.as_bytes()) {
        return Ok(number);
    }
    let (negative, digits) = match text.strip_prefix(['-', '−']) {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let (whole, fraction) = match digits.split_once([',', '.']) {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (digits, None),
    };
    let whole = without_thousands(whole).ok_or(NumberError::NotANumber)?;
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if !is_digits(&whole) || fraction.is_some_and(|fraction| !is_digits(fraction)) {
        return Err(NumberError::NotANumber);
    }
    let fraction = fraction.unwrap_or("").trim_end_matches('0');
    let plain = if fraction.is_empty() { whole } else { format!("{whole}.{fraction}") };
    let number = Decimal::from_str_exact(&plain).map_err(|_| NumberError::TooLarge)?;
    Ok(if negative { -number } else { number })
}

/// A number of so few digits that nothing about it is in doubt: most cells hold one, and there can be millions.
fn short(text: &[u8]) -> Option<Decimal> {
    const DIGITS: usize = 18;
    let point = text.iter().position(|byte| matches!(byte, b',' | b'.'));
    let (whole, fraction) = match point {
        Some(point) => (&text[..point], &text[point + 1..]),
        None => (text, &[][..]),
    };
    if whole.is_empty() || point.is_some() && fraction.is_empty() || whole.len() + fraction.len() > DIGITS {
        return None;
    }
    let zeros = fraction.iter().rev().take_while(|byte| **byte == b'0').count();
    let fraction = &fraction[..fraction.len() - zeros];
    let mut units: i64 = 0;
    for byte in whole.iter().chain(fraction) {
        units = units * 10 + i64::from(char::from(*byte).to_digit(10)?);
    }
    Some(Decimal::new(units, u32::try_from(fraction.len()).ok()?))
}

/// The digits of "1 234 567" without its blanks; `None` where a blank stands anywhere else.
fn without_thousands(whole: &str) -> Option<String> {
    let mut groups = whole.split([' ', '\u{a0}', '\u{202f}', '\u{2009}']);
    let first = groups.next()?;
    let mut digits = first.to_owned();
    for group in groups {
        if group.len() != 3 || first.is_empty() || first.len() > 3 {
            return None;
        }
        digits.push_str(group);
    }
    Some(digits)
}

/// The försörjningsmått in percent of the inhabitants 16–64 where it can hardly be right: below 2 or above 60.
#[must_use]
pub fn odd_share(forsorjningsmatt: Decimal, befolkning_16_64: Decimal) -> Option<Decimal> {
    if befolkning_16_64.is_zero() {
        return None;
    }
    let percent = forsorjningsmatt.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(befolkning_16_64)?;
    let is_odd = percent < Decimal::TWO || percent > Decimal::from(60);
    // Of a tiny share more decimals tell something.
    let decimals = if percent < Decimal::ONE { 2 } else { 1 };
    is_odd
        .then(|| percent.round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero).normalize())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn swedish_and_plain_forms_are_the_same_number() {
        for text in ["4512.5", "4512,5", "4 512,5", "4\u{a0}512,50", " 4\u{202f}512.5 ", "+4512,5"] {
            assert_eq!(decimal(text), Ok(Decimal::new(45_125, 1)), "{text}");
        }
        assert_eq!(decimal("−3"), Ok(Decimal::from(-3)));
    }

    #[test]
    fn what_could_mean_two_things_is_no_number() {
        for text in ["", "-", "1.234,5", "1,234.5", "12 34", "1234 567", "1e3", "..", "5,", ",5", "0x10", "٣"]
        {
            assert_eq!(decimal(text), Err(NumberError::NotANumber), "{text}");
        }
        assert_eq!(decimal("123456789012345678901234567890"), Err(NumberError::TooLarge));
        assert_eq!(decimal("0,12345678901234567890123456789012"), Err(NumberError::TooLarge));
    }

    #[test]
    fn short_numbers_are_read_as_all_others_are() {
        for text in [
            "0",
            "007",
            "12",
            "1,50",
            "1.05",
            "0,000",
            "123456789012345678",
            "12345678,9012345678",
            "1,",
            ",1",
            "1.2.3",
            "1a",
            "٣",
            "",
        ] {
            let Some(number) = short(text.as_bytes()) else { continue };
            // A sign takes the other way.
            assert_eq!(decimal(&format!("+{text}")), Ok(number), "{text}");
            assert_eq!(decimal(&format!("+{text}")).map(|long| long.scale()), Ok(number.scale()), "{text}");
        }
        assert_eq!(short(b"1,50"), Some(Decimal::new(15, 1)));
        assert_eq!(
            ["1,", ",1", "1.2.3", "1a", "1234567890123456789"].map(|text| short(text.as_bytes())),
            [None; 5]
        );
    }
}
