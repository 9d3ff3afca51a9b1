//! What is said of checks, above all of those that do not hold.

use std::sync::Arc;

use rust_decimal::Decimal;

use super::columns::Columns;
use super::document::Table;
use crate::analysis::check::{CheckResult, Expected};
use crate::analysis::rests_on::Derived;
use crate::analysis::result::ScenarioResult;
use crate::diagnostic::Source;
use crate::input::files::BUILTIN_PREFIX;
use crate::report::words::sentence;
use crate::text::label::labels;
use crate::text::language::Language;
use crate::text::number;

/// The checks of one scenario.
#[derive(Clone, Debug)]
pub struct CheckedScenario {
    /// Its result.
    pub result: ScenarioResult,
    /// All its checks, in the order of the file.
    pub checks: Vec<CheckResult>,
    /// The text of the file.
    pub text: Arc<Source>,
}

/// A check in words that fit in the cells of a table.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Verdict {
    /// The scenario.
    pub scenario: String,
    /// The file of the scenario.
    pub file: String,
    /// The place in the file of what was expected; none in an example that is compiled in, which nobody can open.
    pub place: Option<SourceRange>,
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
    /// Whether it holds.
    pub holds: bool,
    /// The allowed change, as typed, thanks to which alone it holds.
    pub allowed: Option<String>,
}

/// A place in a file as people and editors count: lines and characters from 1, the end not included.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct SourceRange {
    /// The line it starts on.
    pub line: usize,
    /// The character it starts at.
    pub column: usize,
    /// The line it ends on.
    pub end_line: usize,
    /// The character after the last.
    pub end_column: usize,
}

/// Every check in words.
#[must_use]
pub fn verdicts(scenario: &CheckedScenario, language: Language) -> Vec<Verdict> {
    let head = &scenario.result.head.scenario;
    let derived = Derived::of(&scenario.result);
    let verdict = |check: &CheckResult| Verdict {
        scenario: head.name.clone(),
        file: head.file.clone(),
        place: place(check, &scenario.text),
        check: title(check),
        expected: expected(check, language),
        actual: number::decimal(language, check.actual),
        difference: number::signed(language, check.difference),
        derived: derived.is_below(&check.path),
        holds: check.holds(),
        allowed: check.allowed.clone(),
    };
    scenario.checks.iter().map(verdict).collect()
}

/// Every check that does not hold.
#[must_use]
pub fn failures(scenarios: &[CheckedScenario], language: Language) -> Vec<Verdict> {
    let all = scenarios.iter().flat_map(|scenario| verdicts(scenario, language));
    all.filter(|verdict| !verdict.holds).collect()
}

fn place(check: &CheckResult, text: &Source) -> Option<SourceRange> {
    if text.path.starts_with(BUILTIN_PREFIX) {
        return None;
    }
    let (start, end) = (check.span.start, check.span.end);
    let (line, column) = (text.line(start), text.column(start));
    Some(SourceRange { line, column, end_line: text.line(end), end_column: text.column(end) })
}

/// A verdict as one line that begins with its file.
#[must_use]
pub fn line(verdict: &Verdict, language: Language) -> String {
    format!("{}: {}", verdict.file, message(verdict, language))
}

/// A verdict as one line: what was expected, what was found, and whether the difference was allowed.
#[must_use]
pub fn message(verdict: &Verdict, language: Language) -> String {
    let Verdict { check, expected, actual, difference, .. } = verdict;
    let mut line = sentence::verdict(language, check, (expected, actual, difference));
    if let Some(allowed) = &verdict.allowed {
        line = format!("{line}, {}", sentence::allowed(language, allowed));
    }
    if verdict.derived {
        line = format!("{line} ({})", labels(language).derived_short);
    }
    line
}

/// Failures as a table.
#[must_use]
pub fn table(failures: &[Verdict], language: Language) -> Table {
    let labels = labels(language);
    let columns = Columns::new()
        .text(labels.scenario, |failure: &&Verdict| failure.scenario.clone())
        .text(labels.check, |failure| failure.check.clone())
        .figures(labels.expected, |failure| failure.expected.clone())
        .figures(labels.actual, |failure| {
            let derived =
                if failure.derived { format!(" ({})", labels.derived_short) } else { String::new() };
            format!("{}{derived}", failure.actual)
        })
        .figures(labels.difference, |failure| failure.difference.clone());
    let rows = columns.rows(failures);
    columns.table(labels.caption_checks, rows, None)
}

/// The metric with its row: "insatser, AB, net".
#[must_use]
pub fn metric(check: &CheckResult) -> String {
    let mut parts = vec![check.metric.as_str()];
    parts.extend(check.row.as_deref());
    if check.net {
        parts.push("net");
    }
    let year = check.year.map(|year| year.to_string());
    parts.extend(year.as_deref());
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
        Expected::Between(None, max) => {
            sentence::at_most(language, &figure(max.expect("a check has a bound")))
        }
    };
    if check.tolerance.is_zero() { bounds } else { format!("{bounds} ± {}", figure(check.tolerance)) }
}
