//! What a förbund has beside the money of the model: what of it is merged, split and stated by the same rules.

use num_rational::BigRational;

/// Something that a förbund has.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Holding {
    /// Equity, kr.
    Equity,
    /// The most that region and kommuner together pay, kr a year.
    Matching,
    /// Money carried over from the year before, kr.
    CarriedOver,
    /// Income beside that of the parties, kr a year.
    OtherIncome,
    /// Full-time posts of its own kansli, without its part of those of shared ones.
    Posts,
}

impl Holding {
    /// How many there are.
    const COUNT: usize = 5;
}

/// What a förbund has, exactly; what is not known is missing.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Holdings([Option<BigRational>; Holding::COUNT]);

impl Holdings {
    /// How much it has of something, if that is known.
    #[must_use]
    pub fn of(&self, holding: Holding) -> Option<&BigRational> {
        self.0[holding as usize].as_ref()
    }

    /// With so much of something; `None` is unknown.
    #[must_use]
    pub fn with(mut self, holding: Holding, amount: Option<impl Into<BigRational>>) -> Self {
        self.0[holding as usize] = amount.map(Into::into);
        self
    }

    /// Sets how much it has of something; `None` is unknown.
    pub(super) fn set(&mut self, holding: Holding, amount: Option<BigRational>) {
        self.0[holding as usize] = amount;
    }

    /// What several have together. What is not known of one is not known of all.
    ///
    /// # Panics
    /// If there are none.
    pub(super) fn sum<'all>(all: impl Iterator<Item = &'all Self>) -> Self {
        all.cloned().reduce(Self::plus).expect("at least two have something together")
    }

    fn plus(mut self, other: Self) -> Self {
        for (sum, more) in self.0.iter_mut().zip(other.0) {
            *sum = sum.take().zip(more).map(|(sum, more)| sum + more);
        }
        self
    }

    /// What so many parts of the whole are.
    pub(super) fn part(&self, part: &BigRational) -> Self {
        Self(self.0.each_ref().map(|amount| amount.as_ref().map(|amount| amount * part)))
    }

    /// Takes over what is stated.
    pub(super) fn take_over(&mut self, stated: &Self) {
        for (amount, stated) in self.0.iter_mut().zip(&stated.0) {
            if let Some(stated) = stated {
                *amount = Some(stated.clone());
            }
        }
    }
}
