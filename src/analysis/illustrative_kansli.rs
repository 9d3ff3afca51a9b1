//! Which kansli costs are examples.

use crate::input::baseline::WrittenAssumption;
use crate::input::scenario::LoadedScenario;

/// Which kansli costs are examples that no source states, as the files say of themselves.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct IllustrativeKansli {
    /// Those of the baseline.
    pub today: bool,
    /// Those that the changes of the scenario state.
    pub stated: bool,
}

impl IllustrativeKansli {
    /// What the files say.
    #[must_use]
    pub fn of(scenario: &LoadedScenario) -> Self {
        let says =
            |written: &[WrittenAssumption]| written.iter().any(WrittenAssumption::is_of_illustrative_kansli);
        Self { today: says(&scenario.baseline.assumptions), stated: says(&scenario.assumptions) }
    }

    /// Whether any is.
    #[must_use]
    pub fn any(self) -> bool {
        self.today || self.stated
    }
}
