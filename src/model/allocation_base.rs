//! What state money above the base grant is allocated by.

use super::error::ModelError;
use super::kommun::KommunId;

/// The allocation base of a kommun, or of a group of them: what the rates are multiplied by. On the national basis
/// försörjningsmått (in units of the table's smallest decimal) and inhabitants 16–64, on the calibrated one the whole
/// kronor of both parts.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct AllocationBase {
    /// Units of försörjningsmått.
    pub forsorjningsmatt: u64,
    /// Units of befolkning.
    pub befolkning: u64,
}

impl AllocationBase {
    /// By one part.
    #[must_use]
    pub fn of(self, part: Part) -> u64 {
        match part {
            Part::Forsorjningsmatt => self.forsorjningsmatt,
            Part::Befolkning => self.befolkning,
        }
    }

    /// Both together.
    ///
    /// # Errors
    /// If the sum has more digits than can be computed with.
    pub fn plus(self, other: Self) -> Result<Self, ModelError> {
        let forsorjningsmatt = self.forsorjningsmatt.checked_add(other.forsorjningsmatt);
        let sums = forsorjningsmatt.zip(self.befolkning.checked_add(other.befolkning));
        let (forsorjningsmatt, befolkning) = sums.ok_or(ModelError::TooLarge)?;
        Ok(Self { forsorjningsmatt, befolkning })
    }

    /// This without a part of it.
    ///
    /// # Panics
    /// If it is no part of it.
    #[must_use]
    pub fn less(self, part: Self) -> Self {
        let less = |whole: u64, part: u64| whole.checked_sub(part).expect("a part of the whole");
        Self {
            forsorjningsmatt: less(self.forsorjningsmatt, part.forsorjningsmatt),
            befolkning: less(self.befolkning, part.befolkning),
        }
    }

    /// The sum of several.
    ///
    /// # Errors
    /// If it has more digits than can be computed with.
    pub fn sum(bases: impl IntoIterator<Item = Self>) -> Result<Self, ModelError> {
        bases.into_iter().try_fold(Self::default(), Self::plus)
    }
}

/// The two parts of state money above the base grant.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Part {
    /// By försörjningsmått.
    Forsorjningsmatt,
    /// By inhabitants 16–64.
    Befolkning,
}

impl Part {
    /// Both, in the order of the components.
    pub const BOTH: [Self; 2] = [Self::Forsorjningsmatt, Self::Befolkning];
}

/// The sums of one row: of a förbund, or of the kommuner of an outside one that are known. All that the kernel needs
/// to know of a set of kommuner.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct RowBase {
    /// The sum over its kommuner.
    pub base: AllocationBase,
    /// Whether it has a base grant; an outside row has none.
    pub has_base_grant: bool,
    /// Its lowest kommunkod, which decides ties.
    pub lowest: KommunId,
}

impl RowBase {
    /// A row without kommuner, to be filled by [`super::partition::Partition::sum_rows`].
    #[must_use]
    pub fn empty(has_base_grant: bool, lowest: KommunId) -> Self {
        Self { base: AllocationBase::default(), has_base_grant, lowest }
    }
}
