//! Which checks hold only because a change of their figure was allowed.
//!
//! A check that misses is allowed where what it misses by lies within one of the tolerances for its metric. That
//! much counts from the expected value, or from the bound that was passed, whatever tolerance the check has of its
//! own; a percent is of the absolute value of it. Tolerances for one metric stand beside each other and are never
//! added up: "+1%" and "-2%" allow a percent more and two less.

use super::check::CheckResult;
use crate::diagnostic::{CommandProblem, Diagnostic, Diagnostics};
use crate::input::names::nearest;
use crate::input::tolerance::{Allowance, Quantity};

/// Notes on each check that misses whether that is allowed.
pub fn apply(checks: &mut [CheckResult], allowances: &[Allowance]) {
    for check in checks.iter_mut().filter(|check| !check.difference.is_zero()) {
        let quantity = Quantity::of(&check.metric);
        let covers = |allowance: &&Allowance| {
            allowance.metric.value == check.metric
                && allowance.tolerance.covers(check.difference, check.reference(), quantity)
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
    let mut found = Diagnostics::default();
    for allowance in allowances.iter().filter(|one| !metrics.contains(&one.metric.value.as_str())) {
        let metric = &allowance.metric;
        let problem = CommandProblem::MetricWithoutCheck {
            metric: metric.value.clone(),
            nearest: nearest(&metric.value, metrics.iter().copied()),
            existing: metrics.iter().take(12).map(|&metric| metric.to_owned()).collect(),
        };
        found.push(Diagnostic::at(problem, &allowance.source, metric.span.clone()));
    }
    if found.has_errors() { Err(found) } else { Ok(()) }
}
