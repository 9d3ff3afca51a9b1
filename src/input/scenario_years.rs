//! The changes of a scenario in the years of a path: when each is done, and the groupings of every year.

use std::collections::HashSet;
use std::ops::Range;
use std::sync::Arc;

use super::baseline::{BaselineYear, StatedRules};
use super::caps_section::{PayerNames, StatedCaps};
use super::change_problem::change_problem;
use super::dated::Dated;
use super::document::At;
use super::row_names::find_row;
use super::scenario::{ScenarioPath, ScenarioYear};
use super::scenario_file::{ChangeSection, ScenarioFile, Verb};
use super::scenario_resolver::Resolver;
use crate::diagnostic::{BaselineProblem, Diagnostic, PathProblem};
use crate::model::change::{Change, ChangeError};
use crate::model::kansli::KansliRule;
use crate::model::kronor::Kronor;
use crate::model::name::canonical;
use crate::model::path::{Month, Path};
use crate::model::year::{MONTHS, Span};

impl Resolver<'_> {
    fn years(&self) -> Option<&Path> {
        self.baseline.path.as_ref().map(|loaded| &loaded.path)
    }

    /// Puts changes in the order in which they are done, and says when; `None` where there is no path.
    pub(super) fn put_in_order(&mut self, changes: &mut [ChangeSection]) -> Option<Vec<Month>> {
        let Some(path) = self.years().cloned() else {
            for change in changes.iter() {
                let from = change.from.as_ref().map(|from| ("from", &from.span));
                let cost = change.engangskostnad.as_ref();
                let cost = cost.filter(|cost| cost.first_year().is_some());
                let cost = cost.map(|cost| ("engangskostnad", &cost.span));
                for (key, span) in from.into_iter().chain(cost) {
                    self.failed = true;
                    let problem = PathProblem::Missing { key: key.to_owned() };
                    self.diagnostics.push(Diagnostic::at(problem, self.text, span.clone()));
                }
            }
            return None;
        };
        for change in changes.iter() {
            let from = change.from.iter().map(|from| (from.value.year, &from.span));
            let cost = change.engangskostnad.iter().flat_map(Dated::years);
            let cost = cost.map(|(year, _)| (year.value, &year.span));
            for (year, span) in from.chain(cost).filter(|(year, _)| !path.years().contains(year)) {
                self.failed = true;
                let problem = PathProblem::Outside { year, from: path.from, to: path.to };
                self.diagnostics.push(Diagnostic::at(problem, self.text, span.clone()));
            }
        }
        let date = |change: &ChangeSection| {
            change.from.as_ref().map_or_else(|| Month::first(path.from), |from| from.value)
        };
        self.dates = changes.iter().map(|change| (change.span.start, date(change))).collect();
        changes.sort_by_key(date);
        Some(changes.iter().map(date).collect())
    }

    /// The rules of the scenario, else those of its baseline.
    pub(super) fn rules_in_force(&mut self, file: &ScenarioFile) -> Option<StatedRules> {
        let caps = self.caps(file);
        let rules = match &file.rules {
            Some(section) => {
                let resolved = section.resolve(self.text, self.diagnostics);
                self.failed |= resolved.is_none();
                Some(resolved?)
            }
            None => self.baseline.rules.clone(),
        };
        let rules = StatedRules::with_caps(rules, caps)?;
        for year in &rules.years {
            let problem = match self.years() {
                None => PathProblem::Missing { key: "years".to_owned() },
                Some(path) if !path.years().contains(&year.value) => {
                    PathProblem::Outside { year: year.value, from: path.from, to: path.to }
                }
                Some(_) => continue,
            };
            self.failed = true;
            self.diagnostics.push(Diagnostic::at(problem, &rules.place.source, year.span.clone()));
        }
        Some(rules)
    }

    /// The caps of the scenario, else those of its baseline.
    fn caps(&mut self, file: &ScenarioFile) -> Option<StatedCaps> {
        let Some(sections) = &file.caps else { return self.baseline.caps.clone() };
        let of_baseline = self.baseline.model.baseline();
        let mut forbund: Vec<String> = of_baseline.forbund.iter().map(|one| one.name.clone()).collect();
        let verbs = file.changes.iter().filter_map(|change| change.verb.as_ref());
        forbund.extend(verbs.flat_map(Verb::makes).map(str::to_owned));
        // One that a change makes may reuse a name.
        let mut known = HashSet::new();
        forbund.retain(|name| known.insert(canonical(name)));
        let kommun_names = &self.baseline.kommun_names;
        let names = PayerNames { kommuner: &of_baseline.kommuner, kommun_names, forbund };
        let resolved = StatedCaps::resolve(sections, &names, self.text, self.diagnostics);
        self.failed |= resolved.is_none();
        resolved
    }

    /// When the change is done that a place in the file belongs to; `None` where there is no path.
    pub(super) fn date_of(&self, place: &Range<usize>) -> Option<Month> {
        let before = self.dates.partition_point(|(start, _)| *start <= place.start);
        before.checked_sub(1).map(|change| self.dates[change].1)
    }

    /// Reports a year that the path does not have.
    pub(super) fn refuse_other_years(&mut self, year: Option<&At<i64>>) -> Option<()> {
        let Some(year) = year else { return Some(()) };
        let problem = match self.years() {
            None => PathProblem::Missing { key: "year".to_owned() },
            Some(path) if !path.years().contains(&year.value) => {
                PathProblem::Outside { year: year.value, from: path.from, to: path.to }
            }
            Some(_) => return Some(()),
        };
        self.failed = true;
        self.diagnostics.push(Diagnostic::at(problem, self.text, year.span.clone()));
        None
    }

    /// The name of a row that a year has, at its end or before; of the last year where none is named.
    pub(super) fn row_of_year(&self, written: &str, year: Option<i64>) -> Option<String> {
        let years = &self.path.as_ref()?.years;
        let of_year = match year {
            Some(year) => years.iter().find(|one| one.year == year),
            None => years.last(),
        };
        let mut spans = of_year?.spans.iter().rev();
        spans.find_map(|span| find_row(written, &span.after).ok())
    }

    /// A change at the prices of the last year.
    pub(super) fn at_prices(&mut self, change: &Change, section: &ChangeSection) -> Option<Change> {
        let Some(path) = self.years() else { return Some(change.clone()) };
        let found = in_year(path, path.to, change);
        if found.is_none() {
            self.failed = true;
            let problem = BaselineProblem::FiguresTooLarge;
            self.diagnostics.push(Diagnostic::at(problem, self.text, section.span.clone()));
        }
        found
    }

    /// The groupings of every year, once all changes are known to be possible in the last.
    pub(super) fn path(
        &mut self,
        dates: Vec<Month>,
        sections: &[ChangeSection],
    ) -> Option<Arc<ScenarioPath>> {
        let loaded = self.baseline.path.clone().filter(|_| !self.failed)?;
        let stated = std::mem::take(&mut self.stated);
        let mut years = Vec::with_capacity(loaded.years.len());
        for of_year in &loaded.years {
            match year(of_year, &loaded.path, (&stated, &dates, sections)) {
                Ok(year) => years.push(year),
                Err((position, error)) => {
                    self.failed = true;
                    let section = &sections[position];
                    let (problem, span) = match error {
                        YearError::TooLarge => {
                            (BaselineProblem::FiguresTooLarge.into(), section.span.clone())
                        }
                        YearError::Change(error) => {
                            let verb = section.verb.as_ref()?;
                            let (problem, span, _) = change_problem(error, verb, section, self.baseline);
                            (problem, span)
                        }
                    };
                    self.diagnostics.push(Diagnostic::at(problem, self.text, span));
                    return None;
                }
            }
        }
        let rules = self.rules(&stated, &dates);
        Some(Arc::new(ScenarioPath { years, dates, stated, rules }))
    }
}

/// Why a change cannot be done in a year.
#[derive(Debug)]
pub(super) enum YearError {
    /// What it costs is too much at the prices of the year.
    TooLarge,
    /// It cannot be done.
    Change(ChangeError),
}

/// A year of a scenario: its groupings, from changes with the costs that are stated and their dates, in the order in
/// which they are done.
///
/// # Errors
/// The position of a change that cannot be done, and why.
pub(super) fn year(
    of_year: &BaselineYear,
    path: &Path,
    (stated, dates, sections): (&[Change], &[Month], &[ChangeSection]),
) -> Result<ScenarioYear, (usize, YearError)> {
    let year = of_year.year;
    let mut grouping = of_year.model.before().clone();
    let mut spans: Vec<Span> = Vec::new();
    let mut changes = Vec::new();
    let mut begins = 1;
    for (position, (change, date)) in stated.iter().zip(dates).enumerate() {
        if date.year > year {
            break;
        }
        let month = if date.year == year { date.month } else { 1 };
        if month > begins {
            spans.push(Span { months: month - begins, after: grouping.clone() });
            begins = month;
        }
        let change = in_year(path, year, change).ok_or((position, YearError::TooLarge))?;
        let done = grouping.apply(&change, of_year.model.baseline());
        done.map_err(|error| (position, YearError::Change(error)))?;
        changes.push(change);
    }
    spans.push(Span { months: MONTHS + 1 - begins, after: grouping });
    Ok(ScenarioYear { year, spans, changes, one_off: one_off(year, dates, sections) })
}

/// A change at the prices of a year: what it states is at those of the first. `None` if that is too much.
fn in_year(path: &Path, year: i64, change: &Change) -> Option<Change> {
    change.with_costs(|cost| cost.grown(path.kansli_index, year - path.from).ok_or(())).ok()
}

impl Resolver<'_> {
    /// The rules that decided costs at any time, with the costs that were stated, each once.
    fn rules(&self, stated: &[Change], dates: &[Month]) -> Vec<KansliRule> {
        let baseline = self.baseline.model.baseline();
        let mut grouping = self.baseline.model.before().clone();
        let mut rules: Vec<KansliRule> = Vec::new();
        for (position, change) in stated.iter().enumerate() {
            // It was done at the prices of every year; what it cannot do there is reported there.
            if grouping.apply(change, baseline).is_err() {
                break;
            }
            if dates.get(position + 1) != Some(&dates[position]) {
                rules.extend(grouping.rules());
            }
        }
        let mut known = HashSet::new();
        rules.retain(|rule| known.insert(rule.clone()));
        rules
    }
}

/// What changes cost once in a year.
fn one_off(year: i64, dates: &[Month], sections: &[ChangeSection]) -> Kronor {
    let costs = sections.iter().zip(dates).filter_map(|(section, date)| {
        let cost = section.engangskostnad.as_ref()?;
        if cost.first_year().is_none() {
            return (date.year == year).then(|| cost.at(None).value);
        }
        cost.years().find(|(of, _)| of.value == year).map(|(_, cost)| cost.value)
    });
    costs.sum()
}
