//! Numbers of persons in cells, and the persons that a percentage is of.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::diagnostic::{ImportProblem, InsatsProblem, Problem, TableProblem};
use crate::input::import::value::{self, Value};

/// Persons that a cell can state, and kronor.
pub(super) const MOST_PERSONS: i64 = 10_000_000;
pub(super) const MOST_KRONOR: i64 = 1_000_000_000_000;

/// Whether a cell holds a figure, and not only a mark for a missing one.
pub(super) fn is_figure(text: &str) -> bool {
    matches!(value::read(text), Value::Figure(_))
}

/// Why a cell has no usable number.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum CellFault {
    NotANumber,
    LostDigits,
    Negative,
    TooLarge,
    NotWhole,
}

impl CellFault {
    /// What is said of a cell with this text, in a column that holds at most so much.
    pub(super) fn problem(self, text: &str, column: String, most: i64) -> Problem {
        match self {
            Self::NotANumber if text.starts_with(['<', '≤']) => InsatsProblem::Suppressed { column }.into(),
            Self::NotANumber => TableProblem::CellNotANumber { column }.into(),
            Self::LostDigits => ImportProblem::LostDigits.into(),
            Self::Negative => InsatsProblem::Negative { column }.into(),
            Self::TooLarge => InsatsProblem::NumberTooLarge { column, most }.into(),
            Self::NotWhole => TableProblem::CellNotWhole { column }.into(),
        }
    }
}

/// A figure of a cell that is not below zero; `None` where it is empty or has a mark for a missing figure.
pub(super) fn figure(text: &str, most: i64) -> Result<Option<Decimal>, CellFault> {
    let figure = match value::read(text) {
        Value::Missing => return Ok(None),
        Value::Figure(figure) => figure,
        Value::LostDigits => return Err(CellFault::LostDigits),
        Value::NoFigure => return Err(CellFault::NotANumber),
    };
    if figure < Decimal::ZERO {
        return Err(CellFault::Negative);
    }
    if figure > Decimal::from(most) {
        return Err(CellFault::TooLarge);
    }
    Ok(Some(figure.normalize()))
}

/// Decimals of a percentage that are kept: a spreadsheet shows two, and stores as many as a third has.
const PERCENT_DECIMALS: u32 = 10;

/// A percentage of a cell, with or without its sign.
pub(super) fn percent(text: &str) -> Result<Option<Decimal>, CellFault> {
    let text = text.trim_end_matches('%').trim_end();
    match value::read(text) {
        Value::Figure(percent) if percent > Decimal::ONE_HUNDRED => Err(CellFault::TooLarge),
        Value::Figure(percent) if percent >= Decimal::ZERO => {
            Ok(Some(percent.round_dp(PERCENT_DECIMALS).normalize()))
        }
        _ => figure(text, 100),
    }
}

/// A whole number of a cell.
pub(super) fn whole(text: &str, most: i64) -> Result<Option<u64>, CellFault> {
    let Some(figure) = figure(text, most)? else { return Ok(None) };
    if figure.scale() > 0 {
        return Err(CellFault::NotWhole);
    }
    Ok(Some(figure.to_u64().expect("a whole number within bounds")))
}

/// The persons that a percentage of some others is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Counted {
    /// The nearest number of persons.
    pub(super) persons: u64,
    /// How many more or fewer would round to the same percentage.
    pub(super) off: u64,
}

/// The number of persons of which a rounded percentage of `all` can be; `None` where no number gives it.
///
/// The percentage is at most 100, with at most [`PERCENT_DECIMALS`], and `all` at most [`MOST_PERSONS`], so that all fits.
pub(super) fn of_percentage(percent: Decimal, all: u64) -> Option<Counted> {
    let percent = percent.normalize();
    let unit = 10_i128.pow(percent.scale());
    // In units of the last decimal of a person in a hundred.
    let (wanted, person, all) = (percent.mantissa() * i128::from(all), 100 * unit, i128::from(all));
    let persons = (2 * wanted + person) / (2 * person);
    let is_of_nobody = all == 0 && !percent.is_zero();
    if is_of_nobody || 2 * (persons * person - wanted).abs() > all {
        return None;
    }
    let whole = |number: i128| u64::try_from(number).expect("persons are not below zero");
    Some(Counted { persons: whole(persons), off: whole(all / (2 * person)) })
}

/// Whether so many persons of `all` are a rounded percentage.
pub(super) fn are(persons: u64, percent: Decimal, all: u64) -> bool {
    let percent = percent.normalize();
    let unit = 10_i128.pow(percent.scale());
    let difference = 100 * unit * i128::from(persons) - percent.mantissa() * i128::from(all);
    2 * difference.abs() <= i128::from(all)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(percent: &str, all: u64) -> Option<(u64, u64)> {
        let percent = percent.parse().expect("a decimal");
        of_percentage(percent, all).map(|counted| (counted.persons, counted.off))
    }

    /// 33 % of 90 is 29.7: 30 of 90 are 33.3 and 29 are 32.2. 7 % of 900 is 63, but 59 to 67 round to 7 too. 50 % of 3 is
    /// nobody's: one is 33 and two are 67.
    #[test]
    fn a_percentage_is_the_persons_that_round_to_it() {
        assert_eq!(of("33", 90), Some((30, 0)));
        assert_eq!(of("7", 900), Some((63, 4)));
        assert_eq!(of("7.0", 900), Some((63, 4)));
        assert_eq!(of("7.2", 900), Some((65, 0)));
        assert_eq!(of("50", 3), None);
        assert_eq!(of("66.7", 3), Some((2, 0)));
        assert_eq!([of("0", 0), of("100", 17), of("1", 0)], [Some((0, 0)), Some((17, 0)), None]);
    }

    #[test]
    fn every_number_of_persons_is_found_again_from_its_percentage() {
        for all in 1..=100_u64 {
            for persons in 0..=all {
                let percent = Decimal::from(100 * persons) / Decimal::from(all);
                let rounded =
                    percent.round_dp_with_strategy(0, rust_decimal::RoundingStrategy::MidpointAwayFromZero);
                let counted = of_percentage(rounded, all).expect("a percentage of persons");
                assert_eq!(counted, Counted { persons, off: 0 }, "{persons} of {all}");
                assert!(are(persons, rounded, all));
            }
        }
    }
}
