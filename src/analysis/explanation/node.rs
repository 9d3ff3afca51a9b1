//! A figure with what it was made of.

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{Signed, ToPrimitive, Zero};
use rust_decimal::Decimal;

use super::origin::Origin;
use super::what::What;
use crate::model::fraction::Fraction;
use crate::model::kronor::Kronor;

/// An exact number of any size: parts of kronor are added and compared here, and never rounded.
pub type Exact = BigRational;

/// A figure of an explanation.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Node {
    /// What it is.
    pub what: What,
    /// The metric that explains it by itself, where there is one.
    pub metric: Option<String>,
    /// How much.
    pub value: Quantity,
    /// How the children make it.
    pub formula: Formula,
    /// Where it was given, for figures that nothing was computed from.
    pub origin: Option<Origin>,
    /// What it was made of.
    pub children: Vec<Node>,
    /// Whether its children stand elsewhere: at the same figure nearer to the top, or behind its metric.
    pub elsewhere: bool,
    /// How many children are not there because the tree is deep enough without them.
    pub cut: usize,
    /// Children that several figures have in common, and that are put in where they are explained.
    pub(super) kept: Option<KeptId>,
}

/// Children that are kept once, see [`super::kept`].
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct KeptId(pub(super) usize);

/// A number and what it counts.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Quantity {
    /// The exact number.
    pub number: Exact,
    /// What it counts.
    pub unit: Unit,
    /// Whether it is a difference, so that more has a sign too.
    pub change: bool,
}

/// What a number counts.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Unit {
    /// kr a year.
    Kronor,
    /// kr, paid once.
    KronorOnce,
    /// Years.
    Years,
    /// kr per helårsekvivalent.
    KronorPerFullYear,
    /// kr per inhabitant 16–64.
    KronorPerInhabitant,
    /// Helårsekvivalenter.
    FullYears,
    /// Inhabitants.
    Inhabitants,
    /// Förbund.
    Forbund,
    /// A share of a whole.
    Share,
    /// A number without a unit.
    Number,
}

/// How the children of a figure make it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Formula {
    /// It was given.
    Given,
    /// They add up to it.
    Sum,
    /// The first less the second.
    Difference,
    /// They are multiplied.
    Product,
    /// All but the last are multiplied, and divided by the last.
    Quotient,
    /// The first, multiplied by what the second is more than the third.
    ProductOfDifference,
    /// The only one, or zero where that is less.
    AtLeastZero,
    /// The first divided by the second, rounded half away from zero.
    RoundedQuotient {
        /// To so many decimals.
        decimals: u32,
    },
}

impl Node {
    /// A figure that was given.
    pub(super) fn given(what: What, value: Quantity, origin: Option<Origin>) -> Self {
        Self {
            what,
            metric: None,
            value,
            formula: Formula::Given,
            origin,
            children: Vec::new(),
            elsewhere: false,
            cut: 0,
            kept: None,
        }
    }

    /// A figure that others make.
    pub(super) fn made(what: What, value: Quantity, formula: Formula, children: Vec<Self>) -> Self {
        Self { value, formula, children, ..Self::given(what, Quantity::new(whole(0), Unit::Number), None) }
    }

    /// The same with the metric that explains it.
    pub(super) fn at(self, metric: String) -> Self {
        Self { metric: Some(metric), ..self }
    }

    /// The same as a difference.
    pub(super) fn change(mut self) -> Self {
        self.value.change = true;
        self
    }

    /// A sum whose parts are explained by its metric.
    pub(super) fn elsewhere(what: What, value: Quantity, metric: String) -> Self {
        Self { elsewhere: true, ..Self::made(what, value, Formula::Sum, Vec::new()) }.at(metric)
    }

    /// Whether the formula, worked out exactly on the children, gives the value. What was given, stands elsewhere or
    /// is cut, is what it is.
    #[must_use]
    pub fn holds(&self) -> bool {
        if self.elsewhere || self.cut > 0 {
            return true;
        }
        let numbers: Vec<&Exact> = self.children.iter().map(|child| &child.value.number).collect();
        let value = &self.value.number;
        match (self.formula, numbers.as_slice()) {
            (Formula::Given, []) => true,
            (Formula::Sum, all) => all.iter().copied().sum::<Exact>() == *value,
            (Formula::Difference, [one, other]) => *one - *other == *value,
            (Formula::AtLeastZero, [one]) => (*one).max(&whole(0)) == value,
            (Formula::Product, all) => all.iter().copied().product::<Exact>() == *value,
            (Formula::Quotient, [all @ .., last]) if !last.is_zero() => {
                all.iter().copied().product::<Exact>() / *last == *value
            }
            (Formula::ProductOfDifference, [one, more, less]) => *one * (*more - *less) == *value,
            (Formula::RoundedQuotient { decimals }, [one, other]) if !other.is_zero() => {
                let scale = Exact::from(BigInt::from(10_u8).pow(decimals));
                round_away(&(*one / *other * &scale)) == value * scale
            }
            _ => false,
        }
    }

    /// Every figure of the tree, from the top down.
    #[must_use]
    pub fn all(&self) -> Vec<&Self> {
        let mut all = vec![self];
        for child in &self.children {
            all.extend(child.all());
        }
        all
    }
}

impl Quantity {
    /// A number of units.
    #[must_use]
    pub fn new(number: Exact, unit: Unit) -> Self {
        Self { number, unit, change: false }
    }

    /// Whole kronor.
    #[must_use]
    pub fn kronor(amount: Kronor) -> Self {
        Self::new(whole(amount.get()), Unit::Kronor)
    }

    /// A number with as many decimals, half away from zero; `None` if it does not fit.
    #[must_use]
    pub fn rounded(&self, decimals: u32) -> Option<Decimal> {
        let scale = Exact::from(BigInt::from(10_u8).pow(decimals));
        let digits = round_away(&(&self.number * scale)).to_integer().to_i128()?;
        Decimal::try_from_i128_with_scale(digits, decimals).ok()
    }

    /// The number as a decimal without rounding, where it has one.
    #[must_use]
    pub fn decimal(&self) -> Option<Decimal> {
        let most = Decimal::MAX_SCALE.min(12);
        let rounded = self.rounded(most)?.normalize();
        (exact_decimal(rounded) == self.number).then_some(rounded)
    }
}

fn round_away(number: &Exact) -> Exact {
    let half = Exact::new(BigInt::from(1), BigInt::from(2));
    let size = (number.abs() + half).floor();
    if number.is_negative() { -size } else { size }
}

/// A whole number, exactly.
pub(super) fn whole(number: impl Into<BigInt>) -> Exact {
    Exact::from(number.into())
}

/// A fraction of the model.
pub(super) fn exact(fraction: Fraction) -> Exact {
    Exact::new(fraction.numerator().into(), fraction.denominator().into())
}

/// A decimal as written.
pub(super) fn exact_decimal(decimal: Decimal) -> Exact {
    Exact::new(decimal.mantissa().into(), BigInt::from(10_u8).pow(decimal.scale()))
}

/// Units of the smallest decimal in use.
pub(super) fn scaled(units: u64, decimals: u32) -> Exact {
    Exact::new(units.into(), BigInt::from(10_u8).pow(decimals))
}
