//! Whole kronor.

use std::iter::Sum;
use std::ops::{Add, Sub};

use num_rational::BigRational;
use schemars::JsonSchema;
use serde::Serialize;

/// An amount in whole kronor (kr), positive or negative.
///
/// Amounts that users write are at most [`Kronor::LARGEST_INPUT`]; amounts that the model computes are checked
/// against [`Kronor::LARGEST_RESULT`], so that adding up all rows of a side can neither overflow an `i64` nor
/// lose a digit in a reader that knows only doubles.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default, JsonSchema, Serialize)]
#[serde(transparent)]
#[schemars(inline)]
pub struct Kronor(i64);

impl Kronor {
    /// No money.
    pub const ZERO: Self = Self(0);
    /// The largest amount accepted in a file: 10¹² kr.
    pub const LARGEST_INPUT: Self = Self(1_000_000_000_000);
    /// The largest sum of one side: 2⁵³ kr, beyond which JSON readers with doubles lose kronor.
    pub const LARGEST_RESULT: Self = Self(1 << 53);

    /// An amount of `kronor` whole kronor.
    #[must_use]
    pub const fn new(kronor: i64) -> Self {
        Self(kronor)
    }

    /// The number of kronor.
    #[must_use]
    pub const fn get(self) -> i64 {
        self.0
    }

    /// The number of kronor of an amount that cannot be negative.
    ///
    /// # Panics
    /// If it is negative all the same.
    #[must_use]
    pub fn unsigned(self) -> u64 {
        u64::try_from(self.0).expect("an amount that is not negative")
    }

    /// An amount that is known to fit, because it is a part of one that was checked.
    ///
    /// # Panics
    /// If it does not fit all the same.
    #[must_use]
    pub fn exact(kronor: u64) -> Self {
        Self(i64::try_from(kronor).expect("a part of a checked sum"))
    }

    /// An amount from an unsigned count, or `None` above [`Kronor::LARGEST_RESULT`].
    #[must_use]
    pub fn from_unsigned(kronor: u128) -> Option<Self> {
        i64::try_from(kronor).ok().map(Self).filter(|amount| *amount <= Self::LARGEST_RESULT)
    }
}

impl From<Kronor> for BigRational {
    fn from(amount: Kronor) -> Self {
        Self::from_integer(amount.0.into())
    }
}

impl Add for Kronor {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl Sub for Kronor {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }
}

impl Sum for Kronor {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        amounts.fold(Self::ZERO, Add::add)
    }
}
