//! Numbers as people write them in tables.

use rust_decimal::{Decimal, RoundingStrategy};

use crate::model::kronor::Kronor;

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
    if let Some(number) = plain(text) {
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

/// Whole kronor as people write them, up to 10¹² and not negative: "1 250 000", also with `_`.
#[must_use]
pub fn whole_kronor(text: &str) -> Option<Kronor> {
    let number = decimal(&text.replace('_', "")).ok().filter(|number| number.scale() == 0)?;
    let whole = i64::try_from(number.mantissa()).ok()?;
    (0..=1_000_000_000_000).contains(&whole).then(|| Kronor::new(whole))
}

/// A number of few digits and nothing else but a decimal sign, as most are written; `None` for any other text.
fn plain(text: &str) -> Option<Decimal> {
    let (whole, fraction) = text.split_once([',', '.']).unwrap_or((text, "0"));
    if whole.is_empty() || fraction.is_empty() || text.len() > 18 {
        return None;
    }
    let fraction = fraction.trim_end_matches('0');
    let mut digits = whole.bytes().chain(fraction.bytes());
    let number = digits.try_fold(0, |number: i64, digit| {
        digit.is_ascii_digit().then(|| 10 * number + i64::from(digit - b'0'))
    })?;
    Some(Decimal::new(number, u32::try_from(fraction.len()).expect("few digits")))
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
    fn few_digits_and_many_are_read_alike() {
        for text in
            ["0", "00", "0.00", "007", "1500", "1,50", "26584", "59.51667", "999999999999999999", "0,000001"]
        {
            let [few, many] =
                [text.to_owned(), format!(" +{text}")].map(|text| decimal(&text).expect("a number"));
            assert_eq!((few, few.scale()), (many, many.scale()), "{text}");
        }
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
}
