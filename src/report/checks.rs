//! What is said of checks that do not hold.

use rust_decimal::Decimal;

use super::document::{Cell, Column, Row, RowKind, Table};
use crate::analysis::assumption::Assumption;
use crate::analysis::check::{CheckResult, Expected};
use crate::analysis::result::ScenarioResult;
use crate::text::label::labels;
use crate::text::language::Language;
use crate::text::{number, sentence};

/// The checks of one scenario.
#[derive(Clone, Debug)]
pub struct CheckedScenario {
    /// Its result.
    pub result: ScenarioResult,
    /// All its checks, in the order of the file.
    pub checks: Vec<CheckResult>,
}

/// A check that does not hold, in words that fit in the cells of a table.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Failure {
    /// The scenario.
    pub scenario: String,
    /// The file of the scenario.
    pub file: String,
    /// The name of the check, else its metric and row.
    pub check: String,
    /// What was expected.
    pub expected: String,
    /// The value found.
    pub actual: String,
    /// By how much it misses.
    pub difference: String,
    /// Whether the value rests on a derived column.
    pub derived: bool,
}

/// Every check that does not hold.
#[must_use]
pub fn failures(scenarios: &[CheckedScenario], language: Language) -> Vec<Failure> {
    let of_scenario = |scenario: &CheckedScenario| {
        let head = &scenario.result.head.scenario;
        let derived = rests_on_derived(&scenario.result);
        let failed = scenario.checks.iter().filter(|check| !check.holds());
        let failed = failed.map(|check| Failure {
            scenario: head.name.clone(),
            file: head.file.clone(),
            check: title(check),
            expected: expected(check, language),
            actual: number::decimal(language, check.actual),
            difference: number::signed(language, check.difference),
            derived,
        });
        failed.collect::<Vec<_>>()
    };
    scenarios.iter().flat_map(of_scenario).collect()
}

/// Whether the försörjningsmått, on which the division of state money rests, was derived.
#[must_use]
pub fn rests_on_derived(result: &ScenarioResult) -> bool {
    result.assumptions.iter().any(
        |assumption| matches!(assumption, Assumption::Derived { column, .. } if column == "forsorjningsmatt"),
    )
}

/// A failure as one line.
#[must_use]
pub fn line(failure: &Failure, language: Language) -> String {
    let Failure { file, check, expected, actual, difference, .. } = failure;
    let mut line = sentence::failure(language, (file, check), (expected, actual, difference));
    if failure.derived {
        line = format!("{line} ({})", labels(language).derived_short);
    }
    line
}

/// Failures as a table.
#[must_use]
pub fn table(failures: &[Failure], language: Language) -> Table {
    let labels = labels(language);
    let rows = failures.iter().map(|failure| {
        let derived = if failure.derived { format!(" ({})", labels.derived_short) } else { String::new() };
        let actual = format!("{}{derived}", failure.actual);
        let texts = [&failure.scenario, &failure.check, &failure.expected, &actual, &failure.difference];
        Row { kind: RowKind::Body, cells: texts.map(|text| Cell::Text(text.clone())).to_vec() }
    });
    Table {
        caption: labels.caption_checks.to_owned(),
        columns: vec![
            Column::text(labels.scenario),
            Column::text(labels.check),
            Column::figures(labels.expected),
            Column::figures(labels.actual),
            Column::figures(labels.difference),
        ],
        rows: rows.collect(),
        notes: Vec::new(),
    }
}

/// The metric with its row: "insatser, AB, net".
#[must_use]
pub fn metric(check: &CheckResult) -> String {
    let mut parts = vec![check.metric.as_str()];
    parts.extend(check.row.as_deref());
    if check.net {
        parts.push("net");
    }
    parts.join(", ")
}

fn title(check: &CheckResult) -> String {
    match &check.name {
        Some(name) => format!("{name} ({})", metric(check)),
        None => metric(check),
    }
}

fn expected(check: &CheckResult, language: Language) -> String {
    let figure = |number: Decimal| number::decimal(language, number);
    let bounds = match check.expected {
        Expected::Equal(value) => figure(value),
        Expected::Between(Some(min), Some(max)) => sentence::between(language, &figure(min), &figure(max)),
        Expected::Between(Some(min), None) => sentence::at_least(language, &figure(min)),
        Expected::Between(None, max) => sentence::at_most(language, &figure(max.unwrap_or_default())),
    };
    if check.tolerance.is_zero() { bounds } else { format!("{bounds} ± {}", figure(check.tolerance)) }
}
