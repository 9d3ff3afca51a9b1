//! The money of a result, or of one of its years, without what inquiries weigh beside it.

use serde::Serialize;

use super::break_even::BreakEven;
use super::result::{GrossAndNet, KommunResult, RegionResult, ScenarioResult, SideResult, Total};

/// The figures of a result without its criteria, as its JSON has them; of a year as it would have them if that were
/// the only one.
#[derive(Debug, Serialize)]
pub struct Money<'result> {
    /// Today.
    pub before: &'result SideResult,
    /// Afterwards.
    pub after: GrossAndNet<&'result SideResult>,
    /// The change.
    pub delta: &'result GrossAndNet<Total>,
    /// Where it breaks even; of a single year that is not asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub break_even: Option<&'result BreakEven>,
    /// What each kommun pays.
    pub kommuner: &'result [KommunResult],
    /// What each region pays.
    pub regions: &'result [RegionResult],
}

impl<'result> Money<'result> {
    /// That of a result; where there is a path, of its last year.
    #[must_use]
    pub fn of(result: &'result ScenarioResult) -> Self {
        let figures = &result.figures;
        Self {
            before: &figures.before,
            after: figures.after.as_ref(),
            delta: &figures.delta,
            break_even: Some(&figures.break_even),
            kommuner: &figures.kommuner,
            regions: &figures.regions,
        }
    }

    /// That of each year of a path with the year; none where there is no path.
    pub fn of_years(result: &'result ScenarioResult) -> impl Iterator<Item = (i64, Self)> {
        let years = result.path.iter().flat_map(|path| &path.years).zip(&result.parties);
        years.map(|(year, parties)| {
            let money = Self {
                before: &year.before,
                after: year.after(),
                delta: &year.delta,
                break_even: None,
                kommuner: &parties.kommuner,
                regions: &parties.regions,
            };
            (year.year, money)
        })
    }
}
