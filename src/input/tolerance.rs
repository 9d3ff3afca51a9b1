//! How much a figure may differ, as typed behind an option: "±1%", "-5 tkr", "+10 helårsekvivalenter".
//!
//! A sign gives the direction and none means both. The unit must be written out: nobody should guess whether 5 is
//! kronor or thousands of them.

use std::ops::Range;
use std::sync::Arc;

use rust_decimal::Decimal;

use super::document::At;
use super::names::nearest;
use super::number;
use super::result_criteria::CRITERIA;
use crate::diagnostic::{CommandProblem, Diagnostic, Diagnostics, Source};
use crate::model::kronor::Kronor;
use crate::model::name::folded;

/// The largest number before a unit, and the most decimals it may have: beyond any figure there is, and few enough
/// digits to be compared exactly.
const LARGEST: i64 = 1_000_000_000_000;
const MOST_DECIMALS: u32 = 6;

/// What a figure counts.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Quantity {
    /// Kronor a year.
    Kronor,
    /// Kronor per inhabitant.
    KronorPerInhabitant,
    /// Förbund.
    Forbund,
    /// Inhabitants.
    Inhabitants,
    /// Helårsekvivalenter.
    FullYearEquivalents,
    /// Ledamöter of boards.
    Ledamoter,
    /// Km.
    Kilometres,
    /// Percent of something; a difference is in percentage points.
    PercentagePoints,
    /// Something that has no unit, such as a year.
    Plain,
}

impl Quantity {
    /// What the figure at a path into the result counts. Paths into one row of it count the same.
    #[must_use]
    pub fn of(metric: &str) -> Self {
        let mut steps = metric.rsplit('.');
        let (last, above) = (steps.next().unwrap_or_default(), steps.next().unwrap_or_default());
        let is_criterion = metric.split('.').next() == Some(CRITERIA);
        let is_money = metric.contains(".contribution_") || metric.contains(".change_from_today.");
        match last {
            "ledamoter" | "ledamoter_state" => Self::Ledamoter,
            "km" | "farthest_km" => Self::Kilometres,
            "share_of_inhabitants" | "share_of_contributions" | "largest_share_of_inhabitants" => {
                Self::PercentagePoints
            }
            // An indicator may be called what it likes.
            _ if above == "indicators" => Self::Plain,
            "forbund" => Self::Forbund,
            "befolkning_16_64" => Self::Inhabitants,
            // Beside it stands the state money that it brings.
            "forsorjningsmatt" if above != "state" => Self::FullYearEquivalents,
            "kr_per_inhabitant" => Self::KronorPerInhabitant,
            "year" | "schema_version" | "kommunkod" => Self::Plain,
            _ if above == "payback_years" || (is_criterion && !is_money) => Self::Plain,
            _ if above == "members" => Self::Plain,
            _ => Self::Kronor,
        }
    }
}

impl Quantity {
    /// Beyond any figure of this quantity, whatever the files: what is further from zero is a slip of the pen.
    #[must_use]
    pub fn largest(self) -> Decimal {
        /// As many kommuner as there are kommunkoder.
        const KOMMUNER: i64 = 10_000;
        /// Half of the way round the earth.
        const KILOMETRES: i64 = 20_004;
        let largest = match self {
            Self::Kronor | Self::KronorPerInhabitant => Kronor::LARGEST_RESULT.get(),
            Self::Forbund => KOMMUNER,
            Self::Inhabitants | Self::FullYearEquivalents => LARGEST * 100,
            // Each kommun has one, each region at most as many as it has kommuner, and the state two in each förbund.
            Self::Ledamoter => 4 * KOMMUNER,
            Self::Kilometres => KILOMETRES,
            Self::PercentagePoints => 100,
            // Figures of any column, added up.
            Self::Plain => LARGEST * KOMMUNER,
        };
        largest.into()
    }
}

/// Between what the figure at a path into the result, or into one row of it, must be: only differences, money for insatser
/// and what a table calls as it likes can be less than zero.
#[must_use]
pub fn range(metric: &str) -> [Decimal; 2] {
    let quantity = Quantity::of(metric);
    let largest = quantity.largest();
    let mut steps = metric.split('.');
    let is_difference =
        steps.clone().any(|step| ["delta", "contribution_delta", "change_from_today"].contains(&step));
    let can_be_negative =
        is_difference || quantity == Quantity::Plain || steps.any(|step| step == "insatser");
    [if can_be_negative { -largest } else { Decimal::ZERO }, largest]
}

/// Every unit with what it counts and how many of that it is. The first of a quantity is the one to suggest.
const UNITS: [(&str, Quantity, i64); 22] = [
    ("kr", Quantity::Kronor, 1),
    ("kronor", Quantity::Kronor, 1),
    ("tkr", Quantity::Kronor, 1_000),
    ("mnkr", Quantity::Kronor, 1_000_000),
    ("kr/invånare", Quantity::KronorPerInhabitant, 1),
    ("kr/inv.", Quantity::KronorPerInhabitant, 1),
    ("kr/inhabitant", Quantity::KronorPerInhabitant, 1),
    ("kr/inh.", Quantity::KronorPerInhabitant, 1),
    ("förbund", Quantity::Forbund, 1),
    ("invånare", Quantity::Inhabitants, 1),
    ("inhabitant", Quantity::Inhabitants, 1),
    ("inhabitants", Quantity::Inhabitants, 1),
    ("helårsekvivalenter", Quantity::FullYearEquivalents, 1),
    ("helårsekvivalent", Quantity::FullYearEquivalents, 1),
    ("full-year equivalent", Quantity::FullYearEquivalents, 1),
    ("full-year equivalents", Quantity::FullYearEquivalents, 1),
    ("ledamöter", Quantity::Ledamoter, 1),
    ("ledamot", Quantity::Ledamoter, 1),
    ("km", Quantity::Kilometres, 1),
    ("procentenheter", Quantity::PercentagePoints, 1),
    ("procentenhet", Quantity::PercentagePoints, 1),
    ("percentage points", Quantity::PercentagePoints, 1),
];

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
    Absolute(Decimal, Quantity),
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
    /// of its own quantity only.
    #[must_use]
    pub fn covers(&self, change: Decimal, reference: Decimal, quantity: Quantity) -> bool {
        let right_way = match self.direction {
            Direction::Both => true,
            Direction::More => change >= Decimal::ZERO,
            Direction::Less => change <= Decimal::ZERO,
        };
        right_way
            && match self.size {
                Size::Absolute(most, of) => of == quantity && change.abs() <= most,
                Size::Percent(percent) => at_most_percent(change.abs(), percent, reference.abs()),
            }
    }

    /// Whether it can be a tolerance of such figures.
    #[must_use]
    pub fn fits(&self, quantity: Quantity) -> bool {
        match self.size {
            Size::Percent(_) => true,
            Size::Absolute(_, of) => of == quantity,
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

/// A tolerance for one figure.
#[derive(Clone, Debug)]
pub struct Allowance {
    /// The path of the figure.
    pub metric: At<String>,
    /// How much it may differ.
    pub tolerance: Tolerance,
    /// The place of the tolerance.
    pub span: Range<usize>,
    /// What was typed.
    pub source: Arc<Source>,
}

/// Reads `METRIC=TOLERANCE`.
///
/// # Errors
/// If it has another form, or the tolerance is none.
pub fn allowance(option: &str, typed: &str) -> Result<Allowance, Diagnostics> {
    let source = Source::typed(option, typed);
    let Some((metric, rest)) = typed.split_once('=').filter(|(metric, _)| !metric.trim().is_empty()) else {
        return Err(Diagnostic::at(CommandProblem::AllowanceForm, &source, 0..typed.len()).into());
    };
    let metric = At { span: trimmed(typed, 0..metric.len()), value: metric.trim().to_owned() };
    let span = trimmed(typed, typed.len() - rest.len()..typed.len());
    let tolerance = read(&source, span.clone())?;
    let allowance = Allowance { metric, tolerance, span, source };
    allowance.refuse_unfit(Quantity::of(&allowance.metric.value))?;
    Ok(allowance)
}

impl Allowance {
    fn refuse_unfit(&self, quantity: Quantity) -> Result<(), Diagnostics> {
        if self.tolerance.fits(quantity) {
            return Ok(());
        }
        let fitting = UNITS.iter().filter(|(_, of, _)| *of == quantity).map(|(unit, ..)| (*unit).to_owned());
        let problem = CommandProblem::ToleranceUnitUnfit {
            metric: self.metric.value.clone(),
            fitting: std::iter::once("%".to_owned()).chain(fitting).collect(),
        };
        Err(Diagnostic::at(problem, &self.source, self.span.clone()).into())
    }
}

/// Reads a tolerance alone.
///
/// # Errors
/// If it is none.
pub fn tolerance(option: &str, typed: &str) -> Result<Tolerance, Diagnostics> {
    let source = Source::typed(option, typed);
    read(&source, trimmed(typed, 0..typed.len()))
}

fn read(source: &Arc<Source>, span: Range<usize>) -> Result<Tolerance, Diagnostics> {
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
        let found = UNITS.iter().find(|(unit, ..)| folded(unit) == wanted);
        let Some((_, quantity, times)) = found else {
            let units = || PERCENT.into_iter().take(1).chain(UNITS.iter().map(|(unit, ..)| *unit));
            return refuse(CommandProblem::ToleranceUnitUnknown {
                unit: unit.to_owned(),
                nearest: nearest(unit, units()),
            });
        };
        // At most 10¹² · 10⁶ with six decimals: 24 digits.
        Size::Absolute(number * Decimal::from(*times), *quantity)
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
fn trimmed(text: &str, span: Range<usize>) -> Range<usize> {
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
        for (typed, number, quantity) in [
            ("±5000 kr", "5000", Quantity::Kronor),
            ("±5 000 kr", "5000", Quantity::Kronor),
            ("5 TKR", "5000", Quantity::Kronor),
            ("±0,5 mnkr", "500000", Quantity::Kronor),
            ("±0.000005mnkr", "5", Quantity::Kronor),
            ("0,25 kr/inv.", "0.25", Quantity::KronorPerInhabitant),
            ("+10 helarsekvivalenter", "10", Quantity::FullYearEquivalents),
            ("1.5 full-year equivalents", "1.5", Quantity::FullYearEquivalents),
            ("3 invånare", "3", Quantity::Inhabitants),
            ("1 förbund", "1", Quantity::Forbund),
        ] {
            let Size::Absolute(found, of) = read(typed).size else { panic!("{typed} is absolute") };
            assert_eq!((found, of), (decimal(number), quantity), "{typed}");
        }
    }

    #[test]
    fn what_is_no_tolerance_is_refused() {
        for typed in [
            "",
            "%",
            "±",
            "1",
            "±5000",
            "1 euro",
            "--1%",
            "1e3 kr",
            "5,0,0 kr",
            "1000000000001 kr",
            "0,0000001%",
        ] {
            assert!(tolerance("--max-change", typed).is_err(), "{typed}");
        }
    }

    #[test]
    fn the_end_is_within_and_a_hair_beyond_is_not() {
        let within = |typed: &str, change: &str, reference: &str| {
            read(typed).covers(decimal(change), decimal(reference), Quantity::Kronor)
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
        assert!(!read("9 invånare").covers(Decimal::ONE, Decimal::ONE, Quantity::Kronor));
    }

    #[test]
    fn what_a_path_counts_is_known() {
        for (metric, quantity) in [
            ("delta.gross.total", Quantity::Kronor),
            ("delta.gross.forbund", Quantity::Forbund),
            ("kr_per_inhabitant", Quantity::KronorPerInhabitant),
            ("after.gross.forbund.0.forsorjningsmatt", Quantity::FullYearEquivalents),
            ("state.forsorjningsmatt", Quantity::Kronor),
            ("befolkning_16_64", Quantity::Inhabitants),
            ("contribution_delta.gross", Quantity::Kronor),
            ("baseline.year", Quantity::Plain),
        ] {
            assert_eq!(Quantity::of(metric), quantity, "{metric}");
        }
    }
}
