//! Alternatives by the baseline that they rest on: those of one baseline are compared with each other, those of
//! another one stand beside them.

use super::inquiry::ComputedScenario;
use super::result::ScenarioResult;
use crate::diagnostic::{Diagnostic, Diagnostics, FileProblem, PathProblem, Problem, RulesProblem};

/// Alternatives that rest on one baseline, so that they have years, rules and today in common.
#[derive(Clone, Copy, Debug)]
pub struct Alternatives<'run> {
    /// What their baseline is called where alternatives of other ones stand beside them.
    pub baseline: Option<&'run str>,
    /// Their results, at least one.
    pub results: &'run [ScenarioResult],
}

impl<'run> Alternatives<'run> {
    /// Those beside which nothing else stands.
    #[must_use]
    pub fn alone(results: &'run [ScenarioResult]) -> Self {
        Self { baseline: None, results }
    }
}

/// Results that are to be compared, by the baseline that they rest on, in the order in which each is mentioned first.
#[derive(Debug)]
pub struct ByBaseline {
    groups: Vec<(String, Vec<ScenarioResult>)>,
}

impl ByBaseline {
    /// Of scenarios.
    ///
    /// # Errors
    /// As [`by_baseline`].
    pub fn of(scenarios: &[ComputedScenario]) -> Result<Self, Diagnostics> {
        let groups = by_baseline(scenarios)?;
        let heads: Vec<_> = groups.iter().map(|group| &group[0].result.head.baseline).collect();
        let label = |position: usize| {
            let head = heads[position];
            let is_only_one = heads.iter().filter(|other| other.name == head.name).count() == 1;
            if is_only_one { head.name.clone() } else { format!("{} ({})", head.name, head.file) }
        };
        let results = |group: &Vec<&ComputedScenario>| group.iter().map(|one| one.result.clone()).collect();
        let groups = groups.iter().enumerate().map(|(position, group)| (label(position), results(group)));
        Ok(Self { groups: groups.collect() })
    }

    /// The alternatives of each baseline.
    #[must_use]
    pub fn alternatives(&self) -> Vec<Alternatives<'_>> {
        let are_several = self.groups.len() > 1;
        let groups = self
            .groups
            .iter()
            .map(|(name, results)| Alternatives { baseline: are_several.then_some(name.as_str()), results });
        groups.collect()
    }

    /// All results, baseline by baseline. A scenario that is called like one of another baseline has the name of its
    /// baseline too, for formats that say nothing else of that.
    #[must_use]
    pub fn with_distinct_names(&self) -> Vec<ScenarioResult> {
        let holds =
            |results: &[ScenarioResult], name: &str| results.iter().any(|one| one.head.scenario.name == name);
        let of_group = |(position, (baseline, results)): (usize, &(String, Vec<ScenarioResult>))| {
            let is_taken = |name: &str| {
                let mut groups = self.groups.iter().enumerate();
                groups.any(|(other, (_, results))| other != position && holds(results, name))
            };
            let mut results = results.clone();
            for result in &mut results {
                let name = &mut result.head.scenario.name;
                if is_taken(name) {
                    *name = format!("{name} ({baseline})");
                }
            }
            results
        };
        self.groups.iter().enumerate().flat_map(of_group).collect()
    }
}

/// Scenarios by baseline. Two files that say the same are the same baseline.
///
/// # Errors
/// If scenarios of one file have other years or other rules: their rows of today would have the same name.
pub fn by_baseline(scenarios: &[ComputedScenario]) -> Result<Vec<Vec<&ComputedScenario>>, Diagnostics> {
    let mut groups: Vec<Vec<&ComputedScenario>> = Vec::new();
    let mut found = Diagnostics::default();
    for scenario in scenarios {
        if let Some(group) = groups.iter_mut().find(|group| differs(group[0], scenario).is_none()) {
            group.push(scenario);
            continue;
        }
        let is_of_file =
            |other: &&ComputedScenario| other.scenario.baseline.file == scenario.scenario.baseline.file;
        match groups.iter().flatten().copied().find(is_of_file) {
            None => groups.push(vec![scenario]),
            Some(first) => found.push(refused(first, scenario)),
        }
    }
    if found.has_errors() { Err(found) } else { Ok(groups) }
}

/// A file that has place for one baseline.
///
/// # Errors
/// If the scenarios rest on several, and as [`by_baseline`].
pub fn refuse_several_baselines(scenarios: &[ComputedScenario]) -> Result<(), Diagnostics> {
    let groups = by_baseline(scenarios)?;
    let Some((first, others)) = groups.split_first() else { return Ok(()) };
    let mut found = Diagnostics::default();
    for other in others {
        found.push(refused(first[0], other[0]));
    }
    if found.has_errors() { Err(found) } else { Ok(()) }
}

/// In what two scenarios differ before any change.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Difference {
    Path,
    Baseline,
    Rules,
}

fn differs(first: &ComputedScenario, other: &ComputedScenario) -> Option<Difference> {
    let [first, other] = [first, other].map(|computed| &computed.scenario);
    let [first_path, other_path] =
        [first, other].map(|scenario| scenario.baseline.path.as_ref().map(|loaded| &loaded.path));
    let [first_rules, other_rules] =
        [first, other].map(|scenario| scenario.rules.as_ref().map(|stated| &stated.rules));
    if first_path != other_path {
        Some(Difference::Path)
    } else if !first.baseline.says_the_same(&other.baseline) {
        Some(Difference::Baseline)
    } else {
        (first_rules != other_rules).then_some(Difference::Rules)
    }
}

/// Why two scenarios cannot stand in one table.
fn refused(first: &ComputedScenario, other: &ComputedScenario) -> Diagnostic {
    let is_of_file = first.scenario.baseline.file == other.scenario.baseline.file;
    let names = || [other, first].map(|computed| computed.scenario.name.clone());
    let problem: Problem = match differs(first, other) {
        Some(Difference::Path) if is_of_file => {
            let [name, first] = names();
            PathProblem::Differ { name, first }.into()
        }
        Some(Difference::Rules) if is_of_file => {
            let [name, first] = names();
            RulesProblem::Differ { name, first }.into()
        }
        _ => {
            let [other, first] = [other, first].map(|computed| computed.scenario.baseline.file.clone());
            FileProblem::DifferentBaselines { first, other }.into()
        }
    };
    let [place, earlier] = [other, first].map(|computed| &computed.scenario.baseline_named);
    Diagnostic::at(problem, &place.source, place.span.clone()).and(&earlier.source, earlier.span.clone())
}
