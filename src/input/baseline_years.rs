//! A baseline in each year of its path: what holds in the year, resolved, and the model of it.

use std::sync::Arc;

use super::baseline_file::{BaselineFile, ForbundSection};
use super::baseline_problem::model_problem;
use super::baseline_resolver::{Resolved, Resolver};
use super::dated::Dated;
use super::names::Names;
use super::path_section::StatedPath;
use crate::diagnostic::{Diagnostic, Diagnostics, PathProblem, Source};
use crate::model::allocation::Model;
use crate::model::baseline::{Baseline, Basis, Forbund};
use crate::model::figures::{Figures, KommunFigures};
use crate::model::kommun::{KommunId, Kommuner};
use crate::model::kronor::Kronor;
use crate::model::parameters::Parameters;
use crate::model::path::Path;
use crate::model::rounding::half_away_from_zero;

/// The source of a value, or of the value of a year.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ValueSource {
    /// The key of the value.
    pub key: &'static str,
    /// Whose value it is, where it is not that of all.
    pub forbund: Option<String>,
    /// From which year on it holds.
    pub year: Option<i64>,
    /// The source in words.
    pub source: String,
}

/// Every value of a file that may be a table of years, with its key.
fn dated(file: &BaselineFile) -> Vec<(&'static str, Option<DatedYears<'_>>)> {
    let model = &file.model;
    let rest = model.rest_of_country.as_ref();
    let mut all = vec![
        ("appropriation", model.appropriation.as_ref().map(DatedYears::of)),
        ("base_grant", model.base_grant.as_ref().map(DatedYears::of)),
        ("weights", model.weights.as_ref().map(DatedYears::of)),
        ("forbund", rest.and_then(|rest| rest.forbund.as_ref()).map(DatedYears::of)),
    ];
    for section in &file.forbund {
        all.extend([
            ("budget", section.budget.as_ref().map(DatedYears::of)),
            ("state_grant", section.state_grant.as_ref().map(DatedYears::of)),
            ("kansli", section.kansli.as_ref().map(DatedYears::of)),
            ("tjanster", section.tjanster.as_ref().map(DatedYears::of)),
            ("eget_kapital", section.eget_kapital.as_ref().map(DatedYears::of)),
            ("overfort", section.overfort.as_ref().map(DatedYears::of)),
            ("ovriga_intakter", section.ovriga_intakter.as_ref().map(DatedYears::of)),
            ("matchning", section.matchning.as_ref().map(DatedYears::of)),
        ]);
    }
    let shared = file.shared_kanslier.iter();
    all.extend(shared.map(|section| ("tjanster", section.tjanster.as_ref().map(DatedYears::of))));
    all
}

/// From when a value holds, whatever it is.
struct DatedYears<'file> {
    first: Option<i64>,
    span: &'file std::ops::Range<usize>,
}

impl<'file> DatedYears<'file> {
    fn of<Value>(dated: &'file Dated<Value>) -> Self {
        Self { first: dated.first_year(), span: &dated.span }
    }
}

/// Reports values of years where there is no path, and those that do not hold in its first year.
pub(super) fn check(
    file: &BaselineFile,
    stated: Option<&StatedPath>,
    text: &Arc<Source>,
    diagnostics: &mut Diagnostics,
) {
    for (key, dated) in dated(file) {
        let Some(DatedYears { first: Some(first), span }) = dated else { continue };
        let key = key.to_owned();
        let problem = match stated {
            None => PathProblem::Missing { key },
            Some(stated) if first > stated.path.from => {
                PathProblem::FirstYear { key, first, from: stated.path.from }
            }
            Some(_) => continue,
        };
        diagnostics.push(Diagnostic::at(problem, text, span.clone()));
    }
}

/// The sources that a file states for its values.
pub(super) fn sources(file: &BaselineFile) -> Vec<ValueSource> {
    let model = &file.model;
    let rest = model.rest_of_country.as_ref();
    let mut all = Vec::new();
    let mut add = |key, forbund: Option<&ForbundSection>, source: &Option<Dated<String>>| {
        let Some(source) = source else { return };
        let forbund = forbund.and_then(|section| section.name.as_ref()).map(|name| name.value.clone());
        let one =
            |year, text: &String| ValueSource { key, forbund: forbund.clone(), year, source: text.clone() };
        if source.first_year().is_none() {
            all.push(one(None, &source.at(None).value));
        }
        all.extend(source.years().map(|(year, text)| one(Some(year.value), &text.value)));
    };
    add("appropriation", None, &model.appropriation_source);
    add("base_grant", None, &model.base_grant_source);
    add("weights", None, &model.weights_source);
    add("rest_of_country.forbund", None, &rest.and_then(|rest| rest.forbund_source.clone()));
    for section in &file.forbund {
        add("budget", Some(section), &section.budget_source);
        add("state_grant", Some(section), &section.state_grant_source);
        add("kansli", Some(section), &section.kansli_source);
    }
    all
}

/// A budget that cannot be met to the krona.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ChangedBudget {
    /// Whose.
    pub forbund: String,
    /// As written, kr.
    pub budget: Kronor,
    /// State money ÷ state's share, kr.
    pub used: Kronor,
}

/// A baseline file whose table is read.
pub(super) struct Loading<'load> {
    pub(super) file: &'load BaselineFile,
    pub(super) text: &'load Arc<Source>,
    pub(super) name: &'load str,
    pub(super) path: Option<&'load Path>,
    pub(super) kommuner: &'load Arc<Kommuner>,
    pub(super) kommun_names: &'load Names<KommunId>,
}

/// A year that was loaded.
pub(super) struct LoadedYear {
    pub(super) model: Arc<Model>,
    pub(super) changed_budgets: Vec<ChangedBudget>,
}

impl LoadedYear {
    /// The budgets that cannot be met in some year, each once.
    pub(super) fn changed_budgets(years: &[Self]) -> Vec<ChangedBudget> {
        let mut all: Vec<ChangedBudget> = Vec::new();
        for changed in years.iter().flat_map(|one| &one.changed_budgets) {
            if !all.contains(changed) {
                all.push(changed.clone());
            }
        }
        all
    }
}

impl Loading<'_> {
    /// The model of a year, from the figures of the kommuner and from the years before it; or that of no year in
    /// particular.
    pub(super) fn load(
        &self,
        year: Option<i64>,
        figures: &[KommunFigures],
        earlier: &[LoadedYear],
        diagnostics: &mut Diagnostics,
    ) -> Option<LoadedYear> {
        let mut resolver = Resolver {
            file: self.file,
            year,
            path: self.path,
            text: self.text,
            kommuner: self.kommuner,
            figures,
            kommun_names: self.kommun_names,
            members: vec![None; self.kommuner.len()],
            diagnostics,
        };
        let Resolved { mut forbund, shared_kanslier, savings, parameters, keys, basis } =
            resolver.resolve()?;
        if self.kommuner.is_empty() {
            return None;
        }
        let changed_budgets = changed_budgets(self.file, year, &parameters, &basis);
        if let (Some(path), Some(year), Basis::Calibrated { .. }) = (self.path, year, &basis) {
            let earlier: Vec<Arc<Model>> = earlier.iter().map(|year| year.model.clone()).collect();
            for (forbund, section) in forbund.iter_mut().zip(&self.file.forbund) {
                keep_parts(forbund, section, (path, year), &earlier);
            }
        }
        let model = Figures::new(figures, basis.rest_forsorjningsmatt()).and_then(|figures| {
            Model::new(Baseline {
                name: self.name.to_owned(),
                kommuner: self.kommuner.clone(),
                figures: Arc::new(figures),
                parameters,
                keys,
                basis,
                forbund,
                shared_kanslier,
                savings,
            })
        });
        match model {
            Ok(model) => Some(LoadedYear { model: Arc::new(model), changed_budgets }),
            Err(error) => {
                let (problem, span) = model_problem(&error, self.file, year, self.kommun_names);
                diagnostics.push(Diagnostic::at(problem, self.text, span));
                None
            }
        }
    }
}

/// Decided money is shared over kommuner and parts once, when it begins to hold.
pub(super) fn keep_parts(
    forbund: &mut Forbund,
    section: &ForbundSection,
    (path, year): (&Path, i64),
    earlier: &[Arc<Model>],
) {
    let since = match (&section.state_grant, &section.budget) {
        (Some(state_grant), _) => state_grant.since(year),
        (None, Some(budget)) => budget.since(year),
        (None, None) => None,
    };
    let since = since.unwrap_or(path.from).max(path.from);
    let place = usize::try_from(since - path.from).expect("a year of the path");
    let Some(first) = earlier.get(place) else { return };
    let mut members = forbund.members.clone();
    members.sort_unstable();
    let bases = first.bases();
    forbund.parts = Some(members.into_iter().map(|member| bases[member.index()]).collect());
}

/// Budgets that state money ÷ state's share does not give back.
fn changed_budgets(
    file: &BaselineFile,
    year: Option<i64>,
    parameters: &Parameters,
    basis: &Basis,
) -> Vec<ChangedBudget> {
    let Basis::Calibrated { state_money, .. } = basis else { return Vec::new() };
    let changed = file.forbund.iter().zip(state_money).filter_map(|(section, state)| {
        let budget = section.budget.as_ref()?.at(year).value;
        let funding = &parameters.funding;
        let numerator = u128::from(state.unsigned()) * u128::from(funding.denominator());
        let used = half_away_from_zero(numerator, u128::from(funding.numerators()[0]))?;
        let used = Kronor::from_unsigned(used)?;
        let forbund = section.name.as_ref()?.value.clone();
        (used != budget).then_some(ChangedBudget { forbund, budget, used })
    });
    changed.collect()
}
