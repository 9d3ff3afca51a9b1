//! Which checks hold only because a change of their figure was allowed.
//!
//! A check that misses is allowed where what it misses by lies within one of the tolerances for its metric. That
//! much counts from the expected value, or from the bound that was passed, whatever tolerance the check has of its
//! own; a percent is of the absolute value of it. Tolerances for one metric stand beside each other and are never
//! added up: "+1%" and "-2%" allow a percent more and two less.

use std::sync::Arc;

use super::answer::ResultDocument;
use super::check::{CheckResult, figure};
use super::result::{ForbundResult, KommunResult};
use crate::catalogue::{Described, Unit};
use crate::diagnostic::{CommandProblem, Diagnostic, Diagnostics, Source};
use crate::input::document::At;
use crate::input::names::nearest;
use crate::input::tolerance::{self, Tolerance, trimmed};

/// A tolerance for one figure.
#[derive(Clone, Debug)]
pub struct Allowance {
    /// The path of the figure.
    pub metric: At<String>,
    /// How much it may differ.
    pub tolerance: Tolerance,
    /// What was typed.
    pub source: Arc<Source>,
}

/// Reads `METRIC=TOLERANCE`.
///
/// # Errors
/// If it has another form, or the tolerance is none, or not one of such figures.
pub fn read(option: &str, typed: &str) -> Result<Allowance, Diagnostics> {
    let source = Source::typed(option, typed);
    let Some((metric, rest)) = typed.split_once('=').filter(|(metric, _)| !metric.trim().is_empty()) else {
        return Err(Diagnostic::at(CommandProblem::AllowanceForm, &source, 0..typed.len()).into());
    };
    let metric = At { span: trimmed(typed, 0..metric.len()), value: metric.trim().to_owned() };
    let span = trimmed(typed, typed.len() - rest.len()..typed.len());
    let tolerance = tolerance::read(&source, span.clone())?;
    // A metric that no figure has is refused where it is known which figures there are.
    if let Some(unit) = unit(&metric.value).filter(|unit| !tolerance.fits(*unit)) {
        let fitting = std::iter::once("%").chain(unit.written()).map(str::to_owned).collect();
        let problem = CommandProblem::ToleranceUnitUnfit { metric: metric.value, fitting };
        return Err(Diagnostic::at(problem, &source, span).into());
    }
    Ok(Allowance { metric, tolerance, source })
}

/// What the figures of a metric count: of the result, or of a row of it.
fn unit(metric: &str) -> Option<Unit> {
    let shapes = [ResultDocument::SHAPE, ForbundResult::SHAPE, KommunResult::SHAPE];
    shapes.iter().find_map(|shape| figure(shape, metric)).map(|found| found.figure.unit)
}

/// Notes on each check that misses whether that is allowed.
pub fn apply(checks: &mut [CheckResult], allowances: &[Allowance]) {
    for check in checks.iter_mut().filter(|check| !check.difference.is_zero()) {
        let Some(found) = ResultDocument::SHAPE.find(&check.path) else { continue };
        let covers = |allowance: &&Allowance| {
            allowance.metric.value == check.metric
                && allowance.tolerance.covers(check.difference, check.reference(), found.figure.unit)
        };
        let covering = allowances.iter().find(covers);
        check.allowed = covering.map(|allowance| allowance.tolerance.typed.clone());
    }
}

/// Refuses a tolerance for a metric that no check is about: it would allow nothing, and nobody would see that.
///
/// # Errors
/// With every such tolerance.
pub fn refuse_unused<'checks>(
    allowances: &[Allowance],
    checks: impl Iterator<Item = &'checks CheckResult>,
) -> Result<(), Diagnostics> {
    let mut metrics: Vec<&str> = Vec::new();
    for check in checks {
        if !metrics.contains(&check.metric.as_str()) {
            metrics.push(&check.metric);
        }
    }
    let existing = || metrics.iter().take(12).map(|&metric| metric.to_owned()).collect();
    refuse_others(allowances, &metrics, |metric, nearest| CommandProblem::MetricWithoutCheck {
        metric,
        nearest,
        existing: existing(),
    })
}

/// Refuses every tolerance for a metric that is none of these; `problem` is made of it and of the nearest of them.
pub(super) fn refuse_others(
    allowances: &[Allowance],
    metrics: &[&str],
    problem: impl Fn(String, Option<String>) -> CommandProblem,
) -> Result<(), Diagnostics> {
    let mut found = Diagnostics::default();
    for Allowance { metric, source, .. } in allowances {
        if !metrics.contains(&metric.value.as_str()) {
            let nearest = nearest(&metric.value, metrics.iter().copied());
            found.push(Diagnostic::at(problem(metric.value.clone(), nearest), source, metric.span.clone()));
        }
    }
    if found.has_errors() { Err(found) } else { Ok(()) }
}
