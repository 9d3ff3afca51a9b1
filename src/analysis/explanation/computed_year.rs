//! A year of a path as a result of its own.

use crate::analysis::gross_and_net::GrossAndNet;
use crate::analysis::result::{Figures, ScenarioResult};
use crate::input::scenario::LoadedScenario;

/// A scenario and its result in a year of its path, or as they are where there is none.
#[derive(Debug)]
pub struct ComputedYear {
    /// The scenario.
    pub scenario: LoadedScenario,
    /// Its money in the year. What stands beside, as the criteria do, is of the last one.
    pub result: ScenarioResult,
}

impl ComputedYear {
    /// A year of the path of a scenario, the last one if none is named; `None` where the path has no such year.
    #[must_use]
    pub fn of(scenario: &LoadedScenario, result: &ScenarioResult, year: Option<i64>) -> Option<Self> {
        let Some(path) = &result.path else {
            return year.is_none().then(|| Self { scenario: scenario.clone(), result: result.clone() });
        };
        let year = year.or(path.years.last().map(|last| last.year))?;
        let position = path.years.iter().position(|one| one.year == year)?;
        let (of_year, parties) = (&path.years[position], result.parties.get(position)?);
        let figures = Figures {
            before: of_year.before.clone(),
            after: GrossAndNet { gross: of_year.gross.clone(), net: of_year.net.clone() },
            delta: of_year.delta,
            kommuner: parties.kommuner.clone(),
            regions: parties.regions.clone(),
            ..result.figures.clone()
        };
        Some(Self { scenario: scenario.of_year(year)?, result: ScenarioResult { figures, ..result.clone() } })
    }
}
