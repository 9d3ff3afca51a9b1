//! The one formatter of numbers that people read.
//!
//! Swedish: no-break blank between thousands, decimal comma. English: comma and point. Both: a real minus sign.
//! Machine formats do not come here; they write plain digits.

use rust_decimal::Decimal;

use super::language::Language;
use crate::model::kronor::Kronor;
use crate::model::rounding::half_away_from_zero;

/// What stands for a figure that is not known.
pub const UNKNOWN: &str = "–";

/// The no-break blank.
pub const NO_BREAK: char = '\u{a0}';

/// A whole number: "−1 600 000".
#[must_use]
pub fn whole(language: Language, number: i64) -> String {
    written(language, number < 0, &number.unsigned_abs().to_string())
}

/// A decimal with the decimals it has: "204,12".
#[must_use]
pub fn decimal(language: Language, number: Decimal) -> String {
    written(language, number.is_sign_negative() && !number.is_zero(), &number.abs().to_string())
}

/// A number that is written plainly, in the form of the language.
fn written(language: Language, is_negative: bool, plain: &str) -> String {
    let (digits, fraction) = match plain.split_once('.') {
        Some((digits, fraction)) => (digits, Some(fraction)),
        None => (plain, None),
    };
    let mut text = String::with_capacity(plain.len() + plain.len() / 3 + 3);
    if is_negative {
        text.push('−');
    }
    for (position, digit) in digits.chars().enumerate() {
        if position > 0 && (digits.len() - position).is_multiple_of(3) {
            text.push(language.pick(NO_BREAK, ','));
        }
        text.push(digit);
    }
    if let Some(fraction) = fraction {
        text.push(language.pick(',', '.'));
        text.push_str(fraction);
    }
    text
}

/// A difference: a plus sign before what is more.
#[must_use]
pub fn signed(language: Language, number: Decimal) -> String {
    let text = decimal(language, number);
    if number > Decimal::ZERO { format!("+{text}") } else { text }
}

/// An amount in thousands (`unit` 1 000) or millions of kronor with `decimals` decimals, half away from zero.
#[must_use]
pub fn in_unit(amount: Kronor, unit: u128, decimals: u32) -> Decimal {
    let size = u128::from(amount.get().unsigned_abs()) * 10_u128.pow(decimals);
    let size = half_away_from_zero(size, unit).and_then(|size| i128::try_from(size).ok());
    let size = size.expect("kronor have few digits");
    Decimal::from_i128_with_scale(if amount < Kronor::ZERO { -size } else { size }, decimals)
}

/// The differences of one sentence, all in one precision: "−1,60 mnkr" beside "−1,57 mnkr", "+12 345 kr", "±0 kr".
///
/// From 100 000 kr on in millions with at most two decimals, which is how inquiries speak; to the krona where one of
/// them is less.
#[must_use]
pub fn changes(language: Language, amounts: &[Kronor]) -> Vec<String> {
    const LEAST_IN_MILLIONS: u64 = 100_000;
    let other = || amounts.iter().copied().filter(|&amount| amount != Kronor::ZERO);
    let in_millions = |amount, decimals| in_unit(amount, 1_000_000, decimals);
    let is_small = other().any(|amount| amount.get().unsigned_abs() < LEAST_IN_MILLIONS);
    let decimals = other().map(|amount| in_millions(amount, 2).normalize().scale()).max();
    let write = |&amount: &Kronor| match decimals.filter(|_| amount != Kronor::ZERO && !is_small) {
        None => exact_change(language, amount),
        Some(decimals) => {
            let millions = signed(language, in_millions(amount, decimals));
            format!("{millions}{NO_BREAK}{}", language.pick("mnkr", "million kr"))
        }
    };
    amounts.iter().map(write).collect()
}

/// An amount in running text: "339 mnkr" where it is whole millions, else "1 250 000 kr".
#[must_use]
pub fn amount(language: Language, amount: Kronor) -> String {
    if amount != Kronor::ZERO && amount.get() % 1_000_000 == 0 {
        let millions = whole(language, amount.get() / 1_000_000);
        return format!("{millions}{NO_BREAK}{}", language.pick("mnkr", "million kr"));
    }
    exact_amount(language, amount)
}

/// An amount in running text to the krona: "1 250 000 kr".
#[must_use]
pub fn exact_amount(language: Language, amount: Kronor) -> String {
    format!("{}{NO_BREAK}kr", whole(language, amount.get()))
}

/// A difference in running text to the krona: "+1 250 000 kr", "±0 kr".
#[must_use]
pub fn exact_change(language: Language, amount: Kronor) -> String {
    let sign = if amount == Kronor::ZERO { "±" } else { "" };
    format!("{sign}{}{NO_BREAK}kr", signed(language, Decimal::from(amount.get())))
}

/// A number of things in running text, in words from two to twelve. One is left to those who know what is counted:
/// Swedish says "en" or "ett".
#[must_use]
pub fn in_words(language: Language, number: usize) -> String {
    const SWEDISH: [&str; 11] =
        ["två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv"];
    const ENGLISH: [&str; 11] =
        ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
    let word = number.checked_sub(2).and_then(|place| language.pick(SWEDISH, ENGLISH).get(place).copied());
    word.map_or_else(|| whole(language, i64::try_from(number).expect("a count")), str::to_owned)
}

/// Two numbers of things that Swedish counts with "en", such as kommuner and boards, which stand beside each other: both
/// in words, or both in figures.
#[must_use]
pub fn both_in_words(language: Language, one: usize, other: usize) -> (String, String) {
    let in_words = |number: usize| match number {
        1 => language.pick("en", "one").to_owned(),
        more => in_words(language, more),
    };
    if [one, other].iter().all(|number| (1..=12).contains(number)) {
        return (in_words(one), in_words(other));
    }
    let figures = |number: usize| whole(language, i64::try_from(number).expect("a count"));
    (figures(one), figures(other))
}

/// A share as percent: 0.75 is "75 %".
#[must_use]
pub fn share(language: Language, share: &Decimal) -> String {
    let percent = (share * Decimal::ONE_HUNDRED).normalize();
    format!("{}{}", decimal(language, percent), language.pick("\u{a0}%", "%"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_signs_and_decimals_follow_the_language() {
        let sv = Language::Swedish;
        assert_eq!(whole(sv, -1_600_000), "−1\u{a0}600\u{a0}000");
        assert_eq!(whole(Language::English, 1_234), "1,234");
        assert_eq!(whole(sv, 999), "999");
        assert_eq!(decimal(sv, Decimal::new(123_456, 2)), "1\u{a0}234,56");
        assert_eq!(signed(sv, Decimal::new(5, 1)), "+0,5");
        assert_eq!([2, 12, 13, 1_300].map(|count| in_words(sv, count)), ["två", "tolv", "13", "1\u{a0}300"]);
        assert_eq!(both_in_words(sv, 1, 5), ("en".to_owned(), "fem".to_owned()));
        assert_eq!(both_in_words(Language::English, 1, 12), ("one".to_owned(), "twelve".to_owned()));
        assert_eq!(both_in_words(sv, 1, 13), ("1".to_owned(), "13".to_owned()));
        assert_eq!(exact_change(sv, Kronor::new(1_250_000)), "+1\u{a0}250\u{a0}000\u{a0}kr");
        assert_eq!(exact_change(sv, Kronor::ZERO), "±0\u{a0}kr");
        assert_eq!(share(sv, &Decimal::new(75, 2)), "75\u{a0}%");
    }

    #[test]
    fn halves_of_a_unit_go_away_from_zero() {
        assert_eq!(in_unit(Kronor::new(-1_550_000), 1_000_000, 1), Decimal::new(-16, 1));
        assert_eq!(in_unit(Kronor::new(1_549_999), 1_000_000, 1), Decimal::new(15, 1));
    }

    #[test]
    fn the_changes_of_a_sentence_have_one_precision() {
        let said = |amounts: &[i64]| {
            let amounts: Vec<Kronor> = amounts.iter().copied().map(Kronor::new).collect();
            changes(Language::Swedish, &amounts).join("; ").replace(NO_BREAK, " ")
        };
        assert_eq!(said(&[-800_000, -783_742]), "−0,80 mnkr; −0,78 mnkr");
        assert_eq!(said(&[-1_600_000, 0, 400_000]), "−1,6 mnkr; ±0 kr; +0,4 mnkr");
        assert_eq!(said(&[2_000_000, -5_000_000]), "+2 mnkr; −5 mnkr");
        assert_eq!(said(&[-800_000, 99_999]), "−800 000 kr; +99 999 kr");
    }

    #[test]
    fn running_text_speaks_of_millions_from_a_tenth_of_one() {
        let sv = Language::Swedish;
        let change = |amount| changes(sv, &[Kronor::new(amount)]).concat();
        assert_eq!(change(-1_600_000), "−1,6\u{a0}mnkr");
        assert_eq!(change(-1_566_004), "−1,57\u{a0}mnkr");
        assert_eq!(change(99_999), "+99\u{a0}999\u{a0}kr");
        assert_eq!(change(0), "±0\u{a0}kr");
        assert_eq!(amount(sv, Kronor::new(339_000_000)), "339\u{a0}mnkr");
        assert_eq!(amount(sv, Kronor::new(400_000)), "400\u{a0}000\u{a0}kr");
    }
}
