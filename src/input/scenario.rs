//! A scenario, ready to be computed.

use std::ops::Range;
use std::sync::Arc;

use rust_decimal::Decimal;

use super::baseline::{LoadedBaseline, StatedRules, WrittenAssumption};
use super::document::At;
pub use super::row_names::{find_region, find_row, region_names, unfound_region, unfound_row};
use super::scenario_file::{ChangeSection, ScenarioFile};
use super::uncertain::Uncertain;
use crate::diagnostic::{BaselineProblem, Diagnostic, Label, Problem, RulesProblem, ScenarioProblem, Source};
use crate::model::change::Change;
use crate::model::error::ModelError;
use crate::model::grouping::Grouping;
use crate::model::insatser::Insatser;
use crate::model::kansli::KansliRule;
use crate::model::kommun::{KommunId, RegionId};
use crate::model::kronor::Kronor;
use crate::model::path::Month;
use crate::model::payments::Payments;
use crate::model::year::Span;

/// A scenario, ready to be computed.
#[derive(Clone, Debug)]
pub struct LoadedScenario {
    /// `name` of the file.
    pub name: String,
    /// `description` of the file.
    pub description: Option<String>,
    /// `source` of the file.
    pub source: Option<String>,
    /// Its path, to show.
    pub file: String,
    /// What it changes.
    pub baseline: Arc<LoadedBaseline>,
    /// The grouping after all changes.
    pub after: Grouping,
    /// The years, where there is a path; what stands beside is of the last of them.
    pub path: Option<Arc<ScenarioPath>>,
    /// The rules in force: its own, else those of the baseline.
    pub rules: Option<StatedRules>,
    /// What all changes cost once, kr, if any of them states it.
    pub engangskostnad: Option<Kronor>,
    /// The changes, in the order in which they are done; those of [`LoadedScenario::written`] are in the same order.
    pub changes: Vec<Change>,
    /// The insatser of today and after each change, by the figures of the last year; nothing where the files have none.
    pub insatser: Arc<Vec<Arc<Insatser>>>,
    /// What kommuner are paid today and after each change; nothing where the files say nothing of it.
    pub payments: Arc<Vec<Arc<Payments>>>,
    /// What must hold.
    pub checks: Vec<Check>,
    /// Assumptions written in the file.
    pub assumptions: Vec<WrittenAssumption>,
    /// The numbers that the file calls uncertain, beside those of the baseline.
    pub uncertain: Vec<Uncertain>,
    /// The text of the file.
    pub text: Arc<Source>,
    /// It as written, with places in the text.
    pub written: ScenarioFile,
    /// Where the baseline is named.
    pub baseline_named: Label,
    /// The place of the last change, for what only all of them together bring about.
    pub(super) last_change: Range<usize>,
}

/// The years of a scenario.
#[derive(Clone, Debug)]
pub struct ScenarioPath {
    /// Each of them, in the order of those of the baseline.
    pub years: Vec<ScenarioYear>,
    /// When each change is done.
    pub dates: Vec<Month>,
    /// The changes with the costs that the file states, in the order in which they are done.
    pub stated: Vec<Change>,
    /// The rules that decided costs which were not stated, at any time.
    pub rules: Vec<KansliRule>,
}

/// A year of a scenario.
#[derive(Clone, Debug)]
pub struct ScenarioYear {
    /// The year.
    pub year: i64,
    /// The groupings of the year, in order of time.
    pub spans: Vec<Span>,
    /// The changes that are done by its end, at its prices.
    pub changes: Vec<Change>,
    /// What changes cost once in it, kr.
    pub one_off: Kronor,
}

/// What must hold of the result.
#[derive(Clone, Debug)]
pub struct Check {
    /// Its name, if it has one.
    pub name: Option<String>,
    /// A path into the result, or into one row of it.
    pub metric: At<String>,
    /// The row.
    pub row: Option<CheckRow>,
    /// Whether the net row is meant.
    pub net: bool,
    /// The year that is meant, if not the last one.
    pub year: Option<i64>,
    /// The value must be this.
    pub equals: Option<At<Decimal>>,
    /// The value must not be less.
    pub min: Option<At<Decimal>>,
    /// The value must not be more.
    pub max: Option<At<Decimal>>,
    /// By how much it may miss.
    pub tolerance: Decimal,
}

/// The row a check looks at.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum CheckRow {
    /// This förbund, or outside one, after.
    Forbund(String),
    /// This kommun.
    Kommun(KommunId),
    /// This region.
    Region(RegionId),
}

/// What all changes cost once; `None` where none of them says.
pub(super) fn engangskostnad(changes: &[ChangeSection]) -> Option<Kronor> {
    let mut stated = changes.iter().filter_map(ChangeSection::one_off).peekable();
    stated.peek()?;
    Some(stated.sum())
}

impl ScenarioYear {
    /// The first month of a part of the year, and its last.
    #[must_use]
    pub fn months(&self, span: usize) -> Option<(u32, u32)> {
        let before: u32 = self.spans.get(..span)?.iter().map(|span| span.months).sum();
        Some((before + 1, before + self.spans.get(span)?.months))
    }
}

impl LoadedScenario {
    /// The year of its path that it is of: the last one, unless it is the scenario of another.
    #[must_use]
    pub fn year(&self) -> Option<&ScenarioYear> {
        let year = self.baseline.path_year?;
        self.path.as_ref()?.years.iter().find(|one| one.year == year)
    }

    /// The scenario as it is at the end of a year of its path; `None` where that is none.
    #[must_use]
    pub fn of_year(&self, year: i64) -> Option<Self> {
        let years = &self.path.as_ref()?.years;
        let spans = years.iter().find(|one| one.year == year)?.spans.len();
        self.of_span(year, spans.checked_sub(1)?)
    }

    /// The scenario as it is in a part of a year of its path.
    #[must_use]
    pub fn of_span(&self, year: i64, span: usize) -> Option<Self> {
        let path = self.path.as_ref()?;
        let of_year = path.years.iter().find(|one| one.year == year)?;
        let (month, _) = of_year.months(span)?;
        let done = path.dates.iter().filter(|date| **date <= Month { year, month }).count();
        let mut written = self.written.clone();
        written.changes.truncate(done);
        Some(Self {
            baseline: Arc::new(self.baseline.of_year(year)?),
            after: of_year.spans[span].after.clone(),
            changes: of_year.changes[..done].to_vec(),
            written,
            ..self.clone()
        })
    }

    /// Puts an error that only the whole grouping shows at its place in the file.
    #[must_use]
    pub fn model_problem(&self, error: &ModelError) -> Diagnostic {
        let baseline = self.baseline.model.baseline();
        let problem: Problem = match error {
            ModelError::BaseGrantsExceed { forbund } => BaselineProblem::BaseGrantsExceed {
                forbund: *forbund,
                base_grant: baseline.parameters.base_grant,
                appropriation: (baseline.parameters.country.map(|country| country.appropriation))
                    .expect("an appropriation that is exceeded"),
            }
            .into(),
            ModelError::NoForsorjningsmatt(None) => {
                ScenarioProblem::CountryLeftWithoutForsorjningsmatt.into()
            }
            ModelError::NoInhabitants(None) => ScenarioProblem::CountryLeftWithoutInhabitants.into(),
            ModelError::LeaversTakePot => ScenarioProblem::LeaversTakePot.into(),
            ModelError::KeyMissing { kommun, agreed, .. } => {
                BaselineProblem::key_lacks(baseline.kommuner.get(*kommun).name.clone(), *agreed).into()
            }
            ModelError::KeyIsZero { forbund, .. } => {
                BaselineProblem::KeyIsZero { forbund: forbund.clone() }.into()
            }
            ModelError::TooLarge => BaselineProblem::FiguresTooLarge.into(),
            ModelError::RulesLack { lacking } => RulesProblem::Lack { lacking: *lacking }.into(),
            ModelError::RulesLeave { left } => RulesProblem::Leave { left: *left }.into(),
            ModelError::RestBelowZero => RulesProblem::RestBelowZero.into(),
            ModelError::NothingToScale { forbund } => {
                RulesProblem::NothingToScale { forbund: forbund.clone() }.into()
            }
            // These follow from the baseline alone, which was computed when it was loaded.
            ModelError::NoForsorjningsmatt(Some(_))
            | ModelError::NoInhabitants(Some(_))
            | ModelError::StateBelowBase { .. }
            | ModelError::NoAppropriation
            | ModelError::NoPot => unreachable!("found when the baseline was loaded: {error}"),
        };
        match (&problem, &self.rules) {
            (Problem::Rules(_), Some(rules)) => {
                Diagnostic::at(problem, &rules.place.source, rules.place.span.clone())
            }
            _ => Diagnostic::at(problem, &self.text, self.last_change.clone()),
        }
    }
}
