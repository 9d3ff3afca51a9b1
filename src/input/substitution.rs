//! A baseline or a scenario with other numbers than its files state: what sensitivity and risk ask of the model. Nothing
//! is read anew and no name is looked up; the same kernel computes it.

use std::sync::Arc;

use rust_decimal::prelude::ToPrimitive;
use rust_decimal::{Decimal, RoundingStrategy};

use super::baseline::{BaselineYear, LoadedBaseline, LoadedPath};
use super::baseline_years::keep_parts;
use super::dated::Dated;
use super::scenario::{LoadedScenario, ScenarioPath, engangskostnad};
use super::scenario_file::ChangeSection;
use super::scenario_years::year;
use super::uncertain::Number;
use crate::model::allocation::Model;
use crate::model::baseline::{Basis, Rest};
use crate::model::change::Change;
use crate::model::error::ModelError;
use crate::model::figures::{Figures, KommunFigures};
use crate::model::kansli::Cost;
use crate::model::kommun::KommunId;
use crate::model::kronor::Kronor;
use crate::model::path::{Growth, Path};
use crate::model::shares::Shares;

/// Another value for a number.
pub struct Substitution<'run> {
    /// The number.
    pub number: Number,
    /// What it becomes, from what it is: of a path each year's from that of the year. It is rounded to the smallest unit
    /// of the number.
    pub value: &'run dyn Fn(Decimal) -> Decimal,
}

impl Substitution<'_> {
    /// What the number becomes, in its smallest unit.
    fn of(&self, now: Decimal) -> Decimal {
        let decimals = self.number.what().decimals();
        (self.value)(now).round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero)
    }
}

/// Why nothing can be computed with such numbers.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum SubstitutionError {
    /// A number cannot be that.
    #[error("a number is out of range")]
    OutOfRange,
    /// A change of the scenario cannot be done then.
    #[error("a change cannot be done")]
    Change,
    /// The model cannot compute it.
    #[error(transparent)]
    Model(#[from] ModelError),
}

use SubstitutionError::OutOfRange;

/// The substitutions of one number after the other.
struct Values<'run>(&'run [Substitution<'run>]);

impl Values<'_> {
    fn is_changed(&self, number: Number) -> bool {
        self.0.iter().any(|one| one.number == number)
    }

    /// A number as it becomes, in its smallest unit.
    fn of(&self, number: Number, now: Decimal) -> Decimal {
        self.0.iter().find(|one| one.number == number).map_or(now, |one| one.of(now))
    }

    fn kronor(&self, number: Number, now: Kronor) -> Result<Kronor, SubstitutionError> {
        let amount = self.of(number, now.get().into()).to_i64().map(Kronor::new);
        amount.filter(|amount| (Kronor::ZERO..=Kronor::LARGEST_INPUT).contains(amount)).ok_or(OutOfRange)
    }

    /// A cost, itemised or not, before it grows.
    fn cost(&self, number: Number, now: &Cost) -> Result<Cost, SubstitutionError> {
        if !self.is_changed(number) {
            return Ok(now.clone());
        }
        Ok(now.with_sum(self.kronor(number, now.stated())?))
    }

    /// A change with the costs that are changed.
    fn change(&self, position: usize, change: &Change) -> Result<Change, SubstitutionError> {
        let cost = std::cell::Cell::new(0);
        change.with_costs(|now| {
            self.cost(Number::ChangeKansli { change: position, cost: cost.replace(cost.get() + 1) }, now)
        })
    }

    /// A change as written with what it costs once.
    fn one_off(&self, position: usize, section: &ChangeSection) -> Result<ChangeSection, SubstitutionError> {
        let mut section = section.clone();
        let number = Number::Engangskostnad(position);
        if let (true, Some(cost)) = (self.is_changed(number), &section.engangskostnad) {
            section.engangskostnad = Some(cost.try_map(|now| self.kronor(number, *now))?);
        }
        Ok(section)
    }
}

impl LoadedBaseline {
    /// A number as it stands, in the last year of a path; `None` where there is none.
    #[must_use]
    pub fn number(&self, number: Number) -> Option<Decimal> {
        let baseline = self.model.baseline();
        let country = baseline.parameters.country;
        let rest = match &baseline.basis {
            Basis::National { rest: Rest::Sums { befolkning_16_64, forsorjningsmatt } } => {
                Some((Decimal::from(*befolkning_16_64), *forsorjningsmatt))
            }
            _ => None,
        };
        match number {
            Number::Appropriation => country.map(|country| country.appropriation.get().into()),
            Number::BaseGrant => Some(baseline.parameters.base_grant.get().into()),
            Number::RestForbund => country.map(|country| country.other_forbund.into()),
            Number::RestBefolkning => rest.map(|(befolkning, _)| befolkning),
            Number::RestForsorjningsmatt => rest.map(|(_, forsorjningsmatt)| forsorjningsmatt),
            Number::Weight => Some(baseline.parameters.weights.written()[0]),
            Number::KansliIndex => self.path.as_ref().map(|loaded| loaded.path.kansli_index.rate()),
            Number::Forsorjningsmatt(kommun) => Some(baseline.figures.of(kommun).forsorjningsmatt),
            Number::Befolkning(kommun) => Some(baseline.figures.of(kommun).befolkning_16_64.into()),
            // What is stated, at the prices that it is stated at.
            Number::Kansli(place) => {
                let stated = self.written.forbund.get(place)?.kansli.as_ref()?;
                Some(stated.at(self.path_year).value.stated().get().into())
            }
            Number::SharedKansli(place) => {
                let stated = self.written.shared_kanslier.get(place)?.cost()?;
                Some(stated.at(self.path_year).value.stated().get().into())
            }
            Number::ChangeKansli { .. } | Number::Engangskostnad(_) => None,
        }
    }

    /// The baseline with other numbers.
    ///
    /// # Errors
    /// If a number cannot be that, or nothing can be computed from them.
    pub fn with(&self, substitutions: &[Substitution<'_>]) -> Result<Self, SubstitutionError> {
        let values = Values(substitutions);
        let Some(loaded) = &self.path else {
            let model = Arc::new(self.model_with(&self.model, None, &values, &[])?);
            return Ok(Self { model, ..self.clone() });
        };
        let mut path = loaded.path.clone();
        path.kansli_index = growth(&values, &path)?;
        let mut models: Vec<Arc<Model>> = Vec::with_capacity(loaded.years.len());
        for of_year in &loaded.years {
            let year = Some((&path, of_year.year));
            models.push(Arc::new(self.model_with(&of_year.model, year, &values, &models)?));
        }
        let of_years = loaded.years.iter().zip(&models);
        let years = of_years.map(|(of_year, model)| BaselineYear { model: model.clone(), ..of_year.clone() });
        let place = loaded.years.iter().position(|of_year| Some(of_year.year) == self.path_year);
        let model = models[place.unwrap_or(models.len() - 1)].clone();
        let path = LoadedPath { path, years: years.collect(), ..LoadedPath::clone(loaded) };
        Ok(Self { model, path: Some(Arc::new(path)), ..self.clone() })
    }

    /// The model of a year with other numbers; `earlier` are those of the years before it.
    fn model_with(
        &self,
        model: &Model,
        year: Option<(&Path, i64)>,
        values: &Values<'_>,
        earlier: &[Arc<Model>],
    ) -> Result<Model, SubstitutionError> {
        let mut baseline = model.baseline().clone();
        let parameters = &mut baseline.parameters;
        parameters.base_grant = values.kronor(Number::BaseGrant, parameters.base_grant)?;
        if let Some(country) = &mut parameters.country {
            country.appropriation = values.kronor(Number::Appropriation, country.appropriation)?;
            let forbund = values.of(Number::RestForbund, country.other_forbund.into());
            country.other_forbund = forbund.to_u32().ok_or(OutOfRange)?;
        }
        if values.is_changed(Number::Weight) {
            let weight = values.of(Number::Weight, parameters.weights.written()[0]);
            parameters.weights = Shares::new([weight, Decimal::ONE - weight]).map_err(|_| OutOfRange)?;
        }
        if let Basis::National { rest: Rest::Sums { befolkning_16_64, forsorjningsmatt } } =
            &mut baseline.basis
        {
            let inhabitants = values.of(Number::RestBefolkning, (*befolkning_16_64).into());
            *befolkning_16_64 = inhabitants.to_u64().ok_or(OutOfRange)?;
            *forsorjningsmatt = values.of(Number::RestForsorjningsmatt, *forsorjningsmatt);
        }
        for (place, (forbund, section)) in baseline.forbund.iter_mut().zip(&self.written.forbund).enumerate()
        {
            if let Some(stated) = &section.kansli {
                forbund.kansli = Some(in_year(values, Number::Kansli(place), stated, year)?);
            }
        }
        let shared = baseline.shared_kanslier.iter_mut().zip(&self.written.shared_kanslier);
        for (place, (shared, section)) in shared.enumerate() {
            if let Some(stated) = section.cost() {
                shared.cost = Some(in_year(values, Number::SharedKansli(place), stated, year)?);
            }
        }
        if let Some(figures) = figures(&baseline.figures, baseline.kommuner.len(), values)? {
            let rest = baseline.basis.rest_forsorjningsmatt();
            baseline.figures = Arc::new(Figures::new(&figures, rest)?);
        }
        if let (Some(year), Basis::Calibrated { .. }) = (year, &baseline.basis) {
            for (forbund, section) in baseline.forbund.iter_mut().zip(&self.written.forbund) {
                forbund.parts = None;
                keep_parts(forbund, section, year, earlier);
            }
        }
        Ok(Model::new(baseline)?)
    }
}

/// A cost of a baseline in a year.
fn in_year(
    values: &Values<'_>,
    number: Number,
    stated: &Dated<Cost>,
    year: Option<(&Path, i64)>,
) -> Result<Cost, SubstitutionError> {
    let Some((path, year)) = year else { return values.cost(number, &stated.at(None).value) };
    let since = stated.since(year).unwrap_or(path.from);
    let cost = values.cost(number, &stated.at(Some(year)).value)?;
    cost.grown(path.kansli_index, year - since).ok_or(OutOfRange)
}

/// By how much kanslier grow then.
fn growth(values: &Values<'_>, path: &Path) -> Result<Growth, SubstitutionError> {
    if !values.is_changed(Number::KansliIndex) {
        return Ok(path.kansli_index);
    }
    Growth::new(values.of(Number::KansliIndex, path.kansli_index.rate())).ok_or(OutOfRange)
}

/// The figures of the kommuner; `None` where none is another.
fn figures(
    figures: &Figures,
    kommuner: usize,
    values: &Values<'_>,
) -> Result<Option<Vec<KommunFigures>>, SubstitutionError> {
    let mut changed: Option<Vec<KommunFigures>> = None;
    for one in values.0 {
        let (Number::Forsorjningsmatt(kommun) | Number::Befolkning(kommun)) = one.number else {
            if one.number == Number::RestForsorjningsmatt {
                // Its decimals may be others.
                changed.get_or_insert_with(|| all_figures(figures, kommuner));
            }
            continue;
        };
        let all = changed.get_or_insert_with(|| all_figures(figures, kommuner));
        let of = &mut all[kommun.index()];
        if matches!(one.number, Number::Befolkning(_)) {
            let inhabitants = one.of(of.befolkning_16_64.into());
            of.befolkning_16_64 = inhabitants.to_u64().ok_or(OutOfRange)?;
        } else {
            of.forsorjningsmatt = one.of(of.forsorjningsmatt);
            if of.forsorjningsmatt.is_sign_negative() {
                return Err(OutOfRange);
            }
        }
    }
    Ok(changed)
}

fn all_figures(figures: &Figures, kommuner: usize) -> Vec<KommunFigures> {
    (0..kommuner).map(|kommun| figures.of(KommunId::new(kommun))).collect()
}

impl LoadedScenario {
    /// A number of the scenario or of its baseline as it stands, in the last year of a path; `None` where there is none.
    #[must_use]
    pub fn number(&self, number: Number) -> Option<Decimal> {
        match number {
            Number::ChangeKansli { change, cost } => {
                let costs = std::cell::RefCell::new(Vec::new());
                let keep = |now: &Cost| {
                    costs.borrow_mut().push(now.stated());
                    Ok::<_, ()>(now.clone())
                };
                self.stated().get(change)?.with_costs(keep).ok()?;
                costs.into_inner().get(cost).map(|cost| cost.get().into())
            }
            Number::Engangskostnad(change) => {
                self.written.changes.get(change)?.one_off().map(|cost| cost.get().into())
            }
            _ => self.baseline.number(number),
        }
    }

    /// The changes with the costs that the file states.
    fn stated(&self) -> &[Change] {
        self.path.as_ref().map_or(&self.changes, |path| &path.stated)
    }

    /// The scenario with other numbers of its own, over its baseline with other numbers.
    ///
    /// # Errors
    /// If a number cannot be that, or a change cannot be done then.
    pub fn with(
        &self,
        baseline: &Arc<LoadedBaseline>,
        substitutions: &[Substitution<'_>],
    ) -> Result<Self, SubstitutionError> {
        let values = Values(substitutions);
        let stated = self.stated().iter().enumerate().map(|(place, change)| values.change(place, change));
        let stated = stated.collect::<Result<Vec<_>, _>>()?;
        let sections = self.written.changes.iter().enumerate();
        let sections = sections.map(|(place, section)| values.one_off(place, section));
        let mut written = self.written.clone();
        written.changes = sections.collect::<Result<_, _>>()?;
        let mut scenario = Self {
            baseline: baseline.clone(),
            engangskostnad: engangskostnad(&written.changes),
            written,
            ..self.clone()
        };
        let (Some(loaded), Some(path)) = (&baseline.path, &self.path) else {
            scenario.after = baseline.model.before().clone();
            for change in &stated {
                let done = scenario.after.apply(change, baseline.model.baseline());
                done.map_err(|_| SubstitutionError::Change)?;
            }
            scenario.changes = stated;
            return Ok(scenario);
        };
        let of_year = |of_year| {
            let changes = (stated.as_slice(), path.dates.as_slice(), scenario.written.changes.as_slice());
            year(of_year, &loaded.path, changes).map_err(|_| SubstitutionError::Change)
        };
        let years = loaded.years.iter().map(of_year).collect::<Result<Vec<_>, _>>()?;
        let last = years.last().expect("a path has a year");
        scenario.after = last.spans.last().expect("a year has a grouping").after.clone();
        scenario.changes.clone_from(&last.changes);
        scenario.path = Some(Arc::new(ScenarioPath { years, stated, ..ScenarioPath::clone(path) }));
        Ok(scenario)
    }
}
