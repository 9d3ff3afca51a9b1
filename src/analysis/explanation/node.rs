//! A figure with what it was made of.

use num_bigint::BigInt;
use num_traits::Zero;

use super::origin::Origin;
use super::quantity::{Exact, Quantity, Unit, round_away, whole};
use super::what::What;

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
    /// The first, multiplied by itself as often as the second says.
    Power,
    /// All but the last are multiplied, and divided by the last, rounded half away from zero.
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

    /// No kronor.
    pub(super) fn nothing(what: What) -> Self {
        Self::given(what, Quantity::new(whole(0), Unit::Kronor), None)
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
            (Formula::Power, [base, exponent]) => {
                let exponent = exponent.is_integer().then(|| u32::try_from(exponent.to_integer()).ok());
                let power = |exponent| num_traits::Pow::pow(*base, exponent);
                exponent.flatten().map(power).as_ref() == Some(value)
            }
            (Formula::Product, all) => all.iter().copied().product::<Exact>() == *value,
            (Formula::Quotient, [all @ .., last]) if !last.is_zero() => {
                all.iter().copied().product::<Exact>() / *last == *value
            }
            (Formula::ProductOfDifference, [one, more, less]) => *one * (*more - *less) == *value,
            (Formula::RoundedQuotient { decimals }, [all @ .., last]) if !last.is_zero() => {
                let scale = Exact::from(BigInt::from(10_u8).pow(decimals));
                round_away(&(all.iter().copied().product::<Exact>() / *last * &scale)) == value * scale
            }
            _ => false,
        }
    }

    /// How many levels stand below it.
    #[must_use]
    pub fn depth(&self) -> usize {
        self.children.iter().map(|child| child.depth() + 1).max().unwrap_or_default()
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
