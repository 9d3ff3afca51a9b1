//! How much a figure may differ, as typed behind an option: "±1%", "-5 tkr", "+10 helårsekvivalenter".
//!
//! A sign gives the direction and none means both. The unit must be written out: nobody should guess whether 5 is
//! kronor or thousands of them.

use std::ops::Range;
use std::sync::Arc;

use rust_decimal::Decimal;

use super::names::nearest;
use super::number;
use crate::catalogue::Unit;
use crate::diagnostic::{CommandProblem, Diagnostic, Diagnostics, Source};
use crate::model::name::folded;

/// The largest number before a unit, and the most decimals it may have: beyond any figure there is, and few enough
/// digits to be compared exactly.
const LARGEST: i64 = 1_000_000_000_000;
const MOST_DECIMALS: u32 = 6;

/// Percent as people write it.
const PERCENT: [&str; 3] = ["%", "procent", "percent"];

/// Which way a figure may differ.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Direction {
    /// Either way.
    Both,
    /// It may be more.
    More,
    /// It may be less.
    Less,
}

/// How far it may.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Size {
    /// Percent of the absolute value of what it is compared with.
    Percent(Decimal),
    /// This many.
    Absolute(Decimal, Unit),
}

/// How much a figure may differ.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Tolerance {
    /// Which way.
    pub direction: Direction,
    /// How far, the end included.
    pub size: Size,
    /// As it was typed.
    pub typed: String,
}

impl Tolerance {
    /// Whether a figure that differs by `change` from `reference` is within it. An absolute tolerance is for figures
    /// of its own unit only.
    #[must_use]
    pub fn covers(&self, change: Decimal, reference: Decimal, unit: Unit) -> bool {
        let right_way = match self.direction {
            Direction::Both => true,
            Direction::More => change >= Decimal::ZERO,
            Direction::Less => change <= Decimal::ZERO,
        };
        right_way
            && match self.size {
                Size::Absolute(most, of) => of == unit && change.abs() <= most,
                Size::Percent(percent) => at_most_percent(change.abs(), percent, reference.abs()),
            }
    }

    /// Whether it can be a tolerance of such figures.
    #[must_use]
    pub fn fits(&self, unit: Unit) -> bool {
        match self.size {
            Size::Percent(_) => true,
            Size::Absolute(_, of) => of == unit,
        }
    }
}

/// Whether `change` × 100 ≤ `percent` × `reference`, exactly: whole numbers are compared, nothing is rounded. What
/// does not fit in 128 bits is no figure of a result, and not within it.
fn at_most_percent(change: Decimal, percent: Decimal, reference: Decimal) -> bool {
    let whole = |number: Decimal| number.normalize().mantissa().unsigned_abs();
    let scale = |number: Decimal| number.normalize().scale();
    let (left_scale, right_scale) = (scale(change), scale(percent) + scale(reference));
    let scaled = |number: u128, missing: u32| number.checked_mul(10_u128.checked_pow(missing)?);
    let left =
        whole(change).checked_mul(100).and_then(|left| scaled(left, right_scale.saturating_sub(left_scale)));
    let right = whole(percent)
        .checked_mul(whole(reference))
        .and_then(|right| scaled(right, left_scale.saturating_sub(right_scale)));
    left.zip(right).is_some_and(|(left, right)| left <= right)
}

/// Reads a tolerance alone.
///
/// # Errors
/// If it is none.
pub fn tolerance(option: &str, typed: &str) -> Result<Tolerance, Diagnostics> {
    let source = Source::typed(option, typed);
    read(&source, trimmed(typed, 0..typed.len()))
}

/// Reads the tolerance at a place.
///
/// # Errors
/// If it is none.
pub fn read(source: &Arc<Source>, span: Range<usize>) -> Result<Tolerance, Diagnostics> {
    let typed = &source.text[span.clone()];
    let refuse =
        |problem: CommandProblem| Err(Diagnostics::from(Diagnostic::at(problem, source, span.clone())));
    let (direction, rest) = signed(typed);
    let end = rest.find(|letter: char| !belongs_to_number(letter)).unwrap_or(rest.len());
    let (digits, unit) = (rest[..end].trim(), rest[end..].trim());
    // The sign has been read already.
    let number =
        number::decimal(digits).ok().filter(|_| digits.starts_with(|digit: char| digit.is_ascii_digit()));
    let number = number.filter(|number| *number <= LARGEST.into() && number.scale() <= MOST_DECIMALS);
    let Some(number) = number else { return refuse(CommandProblem::ToleranceUnusable) };
    if unit.is_empty() {
        return refuse(CommandProblem::ToleranceWithoutUnit);
    }
    let wanted = folded(unit);
    let size = if PERCENT.contains(&wanted.as_str()) {
        Size::Percent(number)
    } else {
        let found = Unit::all_written().find(|(written, ..)| folded(written) == wanted);
        let Some((_, times, of)) = found else {
            let known = PERCENT.into_iter().take(1).chain(Unit::all_written().map(|(written, ..)| written));
            return refuse(CommandProblem::ToleranceUnitUnknown {
                unit: unit.to_owned(),
                nearest: nearest(unit, known),
            });
        };
        // At most 10¹² · 10⁶ with six decimals: 24 digits.
        Size::Absolute(number * Decimal::from(times), of)
    };
    Ok(Tolerance { direction, size, typed: typed.to_owned() })
}

/// The sign and what follows it.
fn signed(typed: &str) -> (Direction, &str) {
    let signs = [
        ("±", Direction::Both),
        ("+-", Direction::Both),
        ("+/-", Direction::Both),
        ("+", Direction::More),
        ("-", Direction::Less),
        ("−", Direction::Less),
    ];
    let found = signs.iter().find_map(|(sign, direction)| Some((*direction, typed.strip_prefix(sign)?)));
    let (direction, rest) = found.unwrap_or((Direction::Both, typed));
    (direction, rest.trim_start())
}

fn belongs_to_number(letter: char) -> bool {
    letter.is_ascii_digit() || letter.is_whitespace() || matches!(letter, ',' | '.' | '+' | '-' | '−')
}

/// The place without the blanks around it.
#[must_use]
pub fn trimmed(text: &str, span: Range<usize>) -> Range<usize> {
    let part = &text[span.clone()];
    let start = span.start + (part.len() - part.trim_start().len());
    start..start + part.trim().len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decimal(text: &str) -> Decimal {
        Decimal::from_str_exact(text).expect("a decimal")
    }

    fn read(typed: &str) -> Tolerance {
        tolerance("--max-change", typed).unwrap_or_else(|_| panic!("{typed} is a tolerance"))
    }

    #[test]
    fn the_sign_gives_the_direction_and_none_means_both() {
        for (typed, direction) in [
            ("1%", Direction::Both),
            ("±1 %", Direction::Both),
            ("+-1%", Direction::Both),
            ("+/- 1 procent", Direction::Both),
            ("+1%", Direction::More),
            ("-1 %", Direction::Less),
            (" −1%", Direction::Less),
        ] {
            let read = read(typed);
            assert_eq!((read.direction, read.size), (direction, Size::Percent(Decimal::ONE)), "{typed}");
        }
    }

    #[test]
    fn units_are_turned_into_what_figures_count() {
        for (typed, number, unit) in [
            ("±5000 kr", "5000", Unit::Kronor),
            ("±5 000 kr", "5000", Unit::Kronor),
            ("5 TKR", "5000", Unit::Kronor),
            ("±0,5 mnkr", "500000", Unit::Kronor),
            ("±0.000005mnkr", "5", Unit::Kronor),
            ("0,25 kr/inv.", "0.25", Unit::KronorPerInhabitant),
            ("+10 helarsekvivalenter", "10", Unit::FullYearEquivalents),
            ("1.5 full-year equivalents", "1.5", Unit::FullYearEquivalents),
            ("3 invånare", "3", Unit::Inhabitants),
            ("1 förbund", "1", Unit::Forbund),
        ] {
            let Size::Absolute(found, of) = read(typed).size else { panic!("{typed} is absolute") };
            assert_eq!((found, of), (decimal(number), unit), "{typed}");
        }
    }

    #[test]
    fn what_is_no_tolerance_is_refused() {
        for typed in [
            "", "%", "±", "1", "±5000", "1 euro", "--1%", "1e3 kr", "5,0,0 kr", "1000000000001 kr",
            "0,0000001%",
        ] {
            assert!(tolerance("--max-change", typed).is_err(), "{typed}");
        }
    }

    #[test]
    fn the_end_is_within_and_a_hair_beyond_is_not() {
        let within = |typed: &str, change: &str, reference: &str| {
            read(typed).covers(decimal(change), decimal(reference), Unit::Kronor)
        };
        assert!(within("±1%", "8000", "-800000") && within("±1%", "-8000", "-800000"));
        assert!(!within("±1%", "8001", "-800000") && !within("±1%", "-8000.0001", "-800000"));
        assert!(within("+1%", "8000", "800000") && !within("+1%", "-1", "800000"));
        assert!(within("-1%", "-8000", "800000") && !within("-1%", "1", "800000"));
        assert!(within("1%", "0", "0") && !within("1%", "1", "0"));
        assert!(within("0,5 tkr", "-500", "1") && !within("0,5 tkr", "-500.01", "1"));
        // Thirds of a percent are not rounded.
        assert!(within("33,333333%", "333333.33", "1000000"));
        assert!(!within("33,333333%", "333333.34", "1000000"));
        assert!(!read("9 invånare").covers(Decimal::ONE, Decimal::ONE, Unit::Kronor));
    }
}
