//! A figure of a result by its path, as `[[check]]` names it.

use num_rational::BigRational;
use rust_decimal::Decimal;

use super::exact::ExactMetric;
use crate::analysis::check;
use crate::analysis::result::ScenarioResult;
use crate::analysis::simulation::simulate;
use crate::diagnostic::CheckProblem;
use crate::input::scenario::LoadedScenario;

/// A figure of every result.
#[derive(Clone, Debug)]
pub struct Metric {
    path: String,
    exact: Option<ExactMetric>,
}

impl Metric {
    /// The figure at a path.
    #[must_use]
    pub fn new(path: &str) -> Self {
        Self { path: path.to_owned(), exact: ExactMetric::of(path) }
    }

    /// The path.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The figure of a result.
    ///
    /// # Errors
    /// If there is none at the path, or it is unknown or no number.
    pub fn of(&self, result: &ScenarioResult) -> Result<Decimal, CheckProblem> {
        check::metric(&self.path, result)
    }

    /// The figure of a scenario; `None` where it cannot be computed or is unknown.
    #[must_use]
    pub fn of_scenario(&self, scenario: &LoadedScenario) -> Option<Decimal> {
        self.of(&simulate(scenario).ok()?).ok()
    }

    /// The figure of a scenario before it is rounded; the rounded one where it is not known how it was made.
    #[must_use]
    pub(super) fn unrounded(&self, scenario: &LoadedScenario) -> Option<BigRational> {
        if let Some(exact) = self.exact.as_ref().filter(|_| ExactMetric::is_known_of(scenario)) {
            return exact.figure(scenario);
        }
        self.of_scenario(scenario).map(super::critical::fraction)
    }
}
