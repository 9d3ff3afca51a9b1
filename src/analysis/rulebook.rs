//! The rules of a year with what it is compared with.

use crate::input::scenario::LoadedScenario;
use crate::model::bounded::{Past, Rulebook, SidesBefore};
use crate::model::error::ModelError;
use crate::model::outcome::Outcome;
use crate::model::recorder::Silent;
use crate::model::year::Span;

/// The rules that are in force in a scenario, of a year of its path after one with these sides; `None` where there are
/// none.
pub(super) fn rulebook<'year>(
    scenario: &'year LoadedScenario,
    year: Option<i64>,
    sides: Option<&'year SidesBefore>,
) -> Option<Rulebook<'year>> {
    let rules = &scenario.rules.as_ref()?.rules;
    let past = match (year, sides) {
        (None, _) => Past::NoPath,
        (Some(_), None) => Past::FirstYear,
        (Some(year), Some(sides)) => {
            let guard = rules.guard.as_ref().is_some_and(|guard| guard.holds_in(year));
            Past::Year { sides, guard }
        }
    };
    Some(Rulebook::new(rules, past))
}

/// What the year that a scenario is of leads to.
///
/// # Errors
/// None but those that the scenario had when it was computed first.
pub(crate) fn outcome_of_year(scenario: &LoadedScenario, spans: &[Span]) -> Result<Outcome, ModelError> {
    let model = &scenario.baseline.model;
    let sides = sides_before(scenario)?;
    match rulebook(scenario, scenario.baseline.path_year, sides.as_ref()) {
        None => model.outcome_of_year(spans),
        Some(rulebook) => {
            model.bounded_outcome_of_year(spans, &rulebook, &mut Silent).map(|(outcome, _)| outcome)
        }
    }
}

/// What the year of a scenario is compared with: the sides of the year before it; `None` where there is none, or no rules
/// are in force.
///
/// # Errors
/// None but those that the scenario had when it was computed first.
pub(super) fn sides_before(scenario: &LoadedScenario) -> Result<Option<SidesBefore>, ModelError> {
    let mut sides = None;
    let (Some(loaded), Some(path), Some(of)) =
        (&scenario.baseline.path, &scenario.path, scenario.baseline.path_year)
    else {
        return Ok(sides);
    };
    let years = loaded.years.iter().zip(&path.years).take_while(|(_, year)| year.year < of);
    for (of_baseline, of_year) in years {
        let Some(rulebook) = rulebook(scenario, Some(of_year.year), sides.as_ref()) else { return Ok(None) };
        let model = &of_baseline.model;
        let (_, of_this) = model.bounded_outcome_of_year(&of_year.spans, &rulebook, &mut Silent)?;
        sides = Some(of_this);
    }
    Ok(sides)
}
