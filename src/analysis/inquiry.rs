//! The scenarios of an inquiry: loads and computes everything that was asked for, or reports everything that is wrong
//! with it.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use super::check::{self, CheckResult};
use super::result::ScenarioResult;
use super::simulation::simulate;
use super::{boards, positions};
use crate::diagnostic::{CommandProblem, Diagnostic, Diagnostics, Label, Problem, Source};
use crate::input::baseline::{self, LoadedBaseline, StatedPath};
use crate::input::files::{Files, Location};
use crate::input::lookup::{self, Named};
use crate::input::scenario::LoadedScenario;
use crate::input::scenario_file::ScenarioFile;
use crate::input::scenario_resolver;
use crate::input::text_file;
use crate::input::{grouping_scenario, grouping_table};
use crate::model::path::Path;

/// A scenario with its result and its checks.
#[derive(Debug)]
pub struct ComputedScenario {
    /// The scenario as loaded.
    pub scenario: LoadedScenario,
    /// Its figures.
    pub result: ScenarioResult,
    /// Whether what it says must hold does hold.
    pub checks: Vec<CheckResult>,
}

/// All scenarios that were asked for, in that order.
#[derive(Debug)]
pub struct Inquiry {
    /// Each scenario, computed.
    pub scenarios: Vec<ComputedScenario>,
    /// What is suspicious in their files, but not wrong.
    pub warnings: Diagnostics,
}

/// Loads and computes scenarios by name or path. With the name or path of a `baseline`, tables of kommuner and their
/// förbund are scenarios over it.
///
/// # Errors
/// All that is wrong with any of their files; then nothing is computed.
pub fn compute(files: &Files, wanted: &[String], baseline: Option<&str>) -> Result<Inquiry, Diagnostics> {
    let Some(baseline) = baseline else {
        return compute_each(files, wanted, |loader, wanted| loader.scenario(wanted));
    };
    let named = Label { source: Source::typed("--baseline", baseline), span: 0..baseline.len() };
    let at = |problem: Problem| Diagnostics::from(Diagnostic::at(problem, &named.source, named.span.clone()));
    let location = lookup::baseline(files, baseline).map_err(|problem| at(problem.into()))?;
    if wanted.iter().all(|wanted| lookup::table_of_scenario(files, wanted).is_none()) {
        return Err(at(CommandProblem::BaselineUnused.into()));
    }
    compute_each(files, wanted, |loader, wanted| match lookup::table_of_scenario(files, wanted) {
        Some(table) => loader.table(&table, &location, &named),
        None => loader.scenario(wanted),
    })
}

/// Computes a scenario over a baseline that is loaded, whatever its text says of where that is.
///
/// # Errors
/// As [`compute`].
pub fn compute_over(baseline: &Arc<LoadedBaseline>, text: &Arc<Source>) -> Result<Inquiry, Diagnostics> {
    let path = text.path.clone();
    compute_each(&Files::default(), &[()], |loader, ()| {
        let file = ScenarioFile::read(text, &mut loader.found)?;
        let scenario =
            scenario_resolver::resolve(&file, text, path.clone(), baseline.clone(), &mut loader.found)?;
        loader.compute(scenario)
    })
}

/// Loads and computes the scenarios at these locations.
///
/// # Errors
/// As [`compute`].
pub fn compute_at(files: &Files, locations: &[Location]) -> Result<Inquiry, Diagnostics> {
    compute_each(files, locations, Loader::scenario_at)
}

fn compute_each<'files, Wanted>(
    files: &'files Files,
    wanted: &[Wanted],
    one: impl Fn(&mut Loader<'files>, &Wanted) -> Option<ComputedScenario>,
) -> Result<Inquiry, Diagnostics> {
    let mut loader = Loader {
        files,
        baselines: BTreeMap::new(),
        found: Diagnostics::default(),
        warnings: Diagnostics::default(),
    };
    let computed: Vec<_> = wanted.iter().map(|wanted| one(&mut loader, wanted)).collect();
    let Loader { found, mut warnings, .. } = loader;
    let is_wrong = found.has_errors();
    warnings.append(found);
    if is_wrong {
        warnings.sort();
        return Err(warnings);
    }
    let scenarios: Vec<ComputedScenario> = computed.into_iter().flatten().collect();
    let asked_for: Vec<_> = scenarios.iter().map(|one| &one.scenario).collect();
    positions::warn_of_unknown(files, &asked_for, &mut warnings);
    positions::refuse_contradictions(&asked_for, &mut warnings);
    if warnings.has_errors() {
        warnings.sort();
        return Err(warnings);
    }
    Ok(Inquiry { scenarios, warnings })
}

struct Loader<'files> {
    files: &'files Files,
    /// Each baseline is read once for the same years, and its errors are reported once.
    baselines: BTreeMap<(Location, Option<Path>), Option<Arc<LoadedBaseline>>>,
    found: Diagnostics,
    warnings: Diagnostics,
}

impl Loader<'_> {
    fn scenario(&mut self, wanted: &str) -> Option<ComputedScenario> {
        let location = self.found_or_reported(lookup::scenario(self.files, wanted))?;
        let computed = self.scenario_at(&location)?;
        if let Some(problem) = lookup::shadowed_example(self.files, wanted, &location) {
            self.warnings.push(Diagnostic::without_place(problem));
        }
        Some(computed)
    }

    fn found_or_reported<Found, P: Into<Problem>>(&mut self, found: Result<Found, P>) -> Option<Found> {
        found.map_err(|problem| self.found.push(Diagnostic::without_place(problem))).ok()
    }

    fn scenario_at(&mut self, location: &Location) -> Option<ComputedScenario> {
        let text = text_file::open(self.files, location, Named::Scenario, &mut self.found);
        let text = self.found_or_reported(text)?;
        let mut of_file = Diagnostics::default();
        let file = ScenarioFile::read(&text, &mut of_file);
        if let Some(file) = &file {
            check::refuse_impossible(file, &text, &mut of_file);
        }
        let sound = !of_file.has_errors();
        self.found.append(of_file);
        let file = file?;
        let path = file.baseline.as_ref()?;
        let baseline_location = location.beside(&path.value);
        let fit = lookup::refuse_other_endings(&path.value, &baseline_location, Named::Baseline);
        if let Err(problem) = fit {
            self.found.push(Diagnostic::at(problem, &text, path.span.clone()));
            return None;
        }
        if !self.files.is_file(&baseline_location) {
            // The place to mend is in the scenario.
            let problem = self.files.read(&baseline_location, 0).err()?;
            self.found.push(Diagnostic::at(problem, &text, path.span.clone()));
            return None;
        }
        let stated = match &file.path {
            None => None,
            Some(section) => Some(section.stated(&text, &mut self.found)?),
        };
        let baseline = self.baseline(baseline_location, stated.as_ref(), (&text, &path.span))?;
        let scenario =
            scenario_resolver::resolve(&file, &text, location.display(), baseline, &mut self.found)?;
        if !sound {
            return None;
        }
        self.compute(scenario)
    }

    /// A table of kommuner and their förbund, over a baseline.
    fn table(&mut self, location: &Location, baseline: &Location, named: &Label) -> Option<ComputedScenario> {
        let baseline = self.baseline(baseline.clone(), None, (&named.source, &named.span))?;
        let table = grouping_table::read(self.files, location, &baseline, &mut self.found)?;
        let path = location.display();
        let file = grouping_scenario::scenario(&table, lookup::stem(&path), &baseline);
        let mut of_changes = Diagnostics::default();
        let scenario = scenario_resolver::resolve(&file, &table.source, path, baseline, &mut of_changes);
        // The changes are ours: how they go together is nothing to warn of.
        if of_changes.has_errors() {
            self.found.append(of_changes);
        }
        let mut scenario = scenario?;
        scenario.baseline_named = named.clone();
        self.compute(scenario)
    }

    /// The baseline that is named at a place of a scenario.
    fn baseline(
        &mut self,
        location: Location,
        stated: Option<&StatedPath>,
        (named_in, at): (&Arc<Source>, &Range<usize>),
    ) -> Option<Arc<LoadedBaseline>> {
        let key = (location, stated.map(|stated| stated.path.clone()));
        if let Some(known) = self.baselines.get(&key) {
            return known.clone();
        }
        let loaded = match baseline::load(self.files, &key.0, stated, &mut self.warnings) {
            Ok(loaded) => Some(Arc::new(loaded)),
            Err(found) => {
                self.found.append(found.named_at(&key.0.display(), named_in, at));
                None
            }
        };
        self.baselines.insert(key, loaded.clone());
        loaded
    }

    fn compute(&mut self, scenario: LoadedScenario) -> Option<ComputedScenario> {
        let mut result =
            simulate(&scenario).map_err(|error| self.found.push(scenario.model_problem(&error))).ok()?;
        result.stance = positions::stance(&scenario, &result.figures);
        result.boards = boards::boards(&scenario);
        let checks =
            check::check_all(&scenario, &result).map_err(|problems| self.found.append(problems)).ok()?;
        Some(ComputedScenario { scenario, result, checks })
    }
}
