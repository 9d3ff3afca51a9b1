//! What the state would give if every party matched all of it: the most that a förbund can grow to.

use std::borrow::Cow;

use super::allocation::Model;
use super::baseline::{Baseline, Basis};
use super::bounded::Rulebook;
use super::outcome::Outcome;
use super::recorder::Silent;
use super::year::Span;

impl Model {
    /// The outcome of a year by the national formula, with the guard and the staircase where they are in force, but without
    /// what parties can match and without caps. The year before is what it was. `None` where the formula cannot be
    /// computed: where the rest of the country is not known, or the floors cannot be paid then.
    ///
    /// # Panics
    /// If there is no span.
    #[must_use]
    pub fn fully_matched(&self, spans: &[Span], rulebook: Option<&Rulebook<'_>>) -> Option<Outcome> {
        let model = self.by_national_formula()?;
        let Some(rulebook) = rulebook else { return model.outcome_of_year(spans).ok() };
        let fully_matched = Rulebook { is_fully_matched: true, ..*rulebook };
        model.bounded_outcome_of_year(spans, &fully_matched, &mut Silent).ok().map(|(outcome, _)| outcome)
    }

    /// The model by the national formula, whatever amounts are decided.
    fn by_national_formula(&self) -> Option<Cow<'_, Self>> {
        let Basis::Calibrated { rest, .. } = &self.baseline().basis else { return Some(Cow::Borrowed(self)) };
        let rest = rest.clone()?;
        self.baseline().parameters.country?;
        let national = Baseline { basis: Basis::National { rest }, ..self.baseline().clone() };
        Self::new(national).ok().map(Cow::Owned)
    }
}
