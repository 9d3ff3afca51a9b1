//! Whether what a scenario says of its own result holds.

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;
use std::sync::Arc;

use rust_decimal::Decimal;
use serde::Serialize;
use serde_json::Value;

use super::answer::ResultDocument;
use super::money::Money;
use super::ratio::sum;
use super::result::{ForbundResult, KommunResult, RegionResult, ScenarioResult};
use crate::catalogue::{Described, Found, Shape, joined};
use crate::diagnostic::{CheckProblem, Diagnostic, Diagnostics, DocumentProblem, Problem, Source};
use crate::input::document::At;
use crate::input::names::nearest;
use crate::input::scenario::{Check, CheckRow, LoadedScenario};
use crate::input::scenario_file::ScenarioFile;
use crate::model::figures::Figures;
use crate::model::kommun::Kommuner;

/// A check that was made.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CheckResult {
    /// Its name, if it has one.
    pub name: Option<String>,
    /// The metric as written.
    pub metric: String,
    /// The whole path of its figure into the result.
    pub path: String,
    /// The row it looks at: the name of a förbund, kommun or region.
    pub row: Option<String>,
    /// Whether the row's net figure is meant.
    pub net: bool,
    /// The year that is meant, if not the last one of a path.
    pub year: Option<i64>,
    /// What was expected.
    pub expected: Expected,
    /// By how much it may miss.
    pub tolerance: Decimal,
    /// The value found.
    pub actual: Decimal,
    /// Actual less the expected value or the bound it passed; zero if it holds of itself.
    pub difference: Decimal,
    /// The allowed change, as typed, thanks to which alone it holds.
    pub allowed: Option<String>,
    /// The place in the file of what was expected: of the bound it passed, if it passed one.
    pub span: Range<usize>,
}

/// What was expected.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Expected {
    /// This value.
    Equal(Decimal),
    /// A value between these, the ends included.
    Between(Option<Decimal>, Option<Decimal>),
}

impl CheckResult {
    /// Whether it holds.
    #[must_use]
    pub fn holds(&self) -> bool {
        self.difference.is_zero() || self.allowed.is_some()
    }

    /// What a value that misses is compared with: the expected value, or the bound it passed.
    #[must_use]
    pub fn reference(&self) -> Decimal {
        match self.expected {
            Expected::Equal(value) => value,
            Expected::Between(Some(min), None) => min,
            Expected::Between(None, Some(max)) => max,
            Expected::Between(min, max) => {
                let passed = if self.difference.is_sign_negative() { min } else { max };
                passed.expect("a check has a bound")
            }
        }
    }
}

/// Reports each bound that the figure it is about cannot have, as it stands in the file: the check would hold whatever
/// happens, or never.
pub fn refuse_impossible(file: &ScenarioFile, text: &Arc<Source>, found: &mut Diagnostics) {
    for check in &file.checks {
        let Some(metric) = &check.metric else { continue };
        let row = [
            check.forbund.as_ref().map(|_| ForbundResult::SHAPE),
            check.kommun.as_ref().map(|_| KommunResult::SHAPE),
            check.region.as_ref().map(|_| RegionResult::SHAPE),
        ];
        let shape = row.into_iter().flatten().next().unwrap_or(ResultDocument::SHAPE);
        // Of a metric that there is not, the bounds say nothing.
        let range = figure(&shape, &metric.value).map_or([Decimal::MIN, Decimal::MAX], |found| found.range());
        let off_by = [-range[1], range[1]];
        let bounds = [
            ("equals", &check.equals, range),
            ("min", &check.min, range),
            ("max", &check.max, range),
            ("tolerance", &check.tolerance, off_by),
        ];
        for (key, bound, range) in bounds {
            let impossible =
                bound.as_ref().and_then(|bound| Some((bound, impossible(key, bound.value, range)?)));
            if let Some((bound, problem)) = impossible {
                found.push(Diagnostic::at(problem, text, bound.span.clone()));
            }
        }
    }
}

/// The figure that a metric of a result or of a row means: "contribution" is what is paid afterwards.
pub(super) fn figure(shape: &Shape, metric: &str) -> Option<Found> {
    let after = metric.strip_prefix("contribution").map(|rest| format!("contribution_after{rest}"));
    shape.find(metric).or_else(|| shape.find(&after?))
}

fn impossible(key: &str, bound: Decimal, [smallest, largest]: [Decimal; 2]) -> Option<Problem> {
    let key = key.to_owned();
    if bound > largest {
        Some(CheckProblem::BoundTooLarge { key, smallest, largest }.into())
    } else if bound < smallest {
        Some(CheckProblem::BoundTooSmall { key, smallest, largest }.into())
    } else {
        let is_too_fine = bound.normalize().scale() > Figures::MOST_DECIMALS;
        is_too_fine.then(|| DocumentProblem::DecimalOutOfRange { key }.into())
    }
}

/// Makes every check of a scenario.
///
/// # Errors
/// Those that cannot be made: the path does not exist, or its value is unknown or no figure.
pub fn check_all(
    scenario: &LoadedScenario,
    result: &ScenarioResult,
) -> Result<Vec<CheckResult>, Diagnostics> {
    if scenario.checks.is_empty() {
        return Ok(Vec::new());
    }
    // The paths are those of the JSON result, so the JSON result is what they are looked up in. Its criteria are the
    // larger part and seldom checked: they are added where something is not found without them.
    let is_asked = |year: &i64| scenario.checks.iter().any(|check| check.year == Some(*year));
    let of_years = Money::of_years(result).filter(|(year, _)| is_asked(year));
    let of_years: BTreeMap<i64, Value> = of_years.map(|(year, money)| (year, json(&money))).collect();
    make_all(scenario, &json(&Money::of(result)), &of_years)
        .or_else(|_| make_all(scenario, &json(result), &of_years))
}

fn json(result: &impl Serialize) -> Value {
    serde_json::to_value(result).expect("results have only keys of text")
}

fn make_all(
    scenario: &LoadedScenario,
    value: &Value,
    of_years: &BTreeMap<i64, Value>,
) -> Result<Vec<CheckResult>, Diagnostics> {
    let mut results = Vec::with_capacity(scenario.checks.len());
    let rows = Rows::of(value);
    let rows_of_years: BTreeMap<i64, Rows<'_>> =
        of_years.iter().map(|(year, value)| (*year, Rows::of(value))).collect();
    let mut found = Diagnostics::default();
    for check in &scenario.checks {
        let (value, rows) = match check.year {
            Some(year) => (&of_years[&year], &rows_of_years[&year]),
            None => (value, &rows),
        };
        match make(check, scenario, value, rows) {
            Ok(result) => results.push(result),
            Err(fault) => found.push_error(|| {
                let problem = fault.problem(&check.metric.value);
                Diagnostic::at(problem, &scenario.text, check.metric.span.clone())
            }),
        }
    }
    if found.is_empty() { Ok(results) } else { Err(found) }
}

/// Why a metric has no figure. It is put into words where that is shown.
#[derive(Clone, Copy, PartialEq, Debug)]
enum Fault<'result> {
    /// There is no such path in this part of the result.
    Unknown(&'result Value),
    Null,
    NoNumber,
    TooFine,
}

impl Fault<'_> {
    fn problem(self, metric: &str) -> CheckProblem {
        let name = metric.to_owned();
        match self {
            Self::Unknown(of) => unknown(of, metric),
            Self::Null => CheckProblem::MetricIsNull { metric: name },
            Self::NoNumber => CheckProblem::MetricIsNoNumber { metric: name },
            Self::TooFine => CheckProblem::MetricTooFine { metric: name },
        }
    }
}

fn make<'result>(
    check: &Check,
    scenario: &LoadedScenario,
    result: &'result Value,
    rows: &Rows<'result>,
) -> Result<CheckResult, Fault<'result>> {
    let metric = check.metric.value.clone();
    let kommuner = &scenario.baseline.model.baseline().kommuner;
    let row = check.row.as_ref().map(|row| row_name(row, kommuner));
    let in_row = check.row.as_ref().zip(row.as_deref());
    let (path, actual) = path_and_number(&metric, in_row, check.net, result, rows)?;
    let value = |bound: &Option<At<Decimal>>| bound.as_ref().map(|at| at.value);
    let expected = match value(&check.equals) {
        Some(value) => Expected::Equal(value),
        None => Expected::Between(value(&check.min), value(&check.max)),
    };
    let difference = missed_by(actual, expected, check.tolerance).ok_or(Fault::TooFine)?;
    let (name, net, tolerance) = (check.name.clone(), check.net && row.is_some(), check.tolerance);
    let (allowed, span) = (None, place(check, difference));
    let year = check.year;
    Ok(CheckResult {
        name,
        metric,
        path,
        row,
        net,
        year,
        expected,
        tolerance,
        actual,
        difference,
        allowed,
        span,
    })
}

/// The place of the bound that was passed, else of the first there is.
fn place(check: &Check, difference: Decimal) -> Range<usize> {
    let passed_max = check.max.as_ref().filter(|_| difference > Decimal::ZERO);
    let bound = passed_max.or(check.equals.as_ref()).or(check.min.as_ref()).or(check.max.as_ref());
    bound.map_or_else(|| check.metric.span.clone(), |bound| bound.span.clone())
}

/// The whole path into the result of a metric that may be one of a row, if it leads to a known number.
///
/// # Errors
/// As for a check of it: the path does not exist, or its value is unknown or no figure.
pub(super) fn full_path(
    metric: &str,
    row: Option<&CheckRow>,
    net: bool,
    result: &ScenarioResult,
    kommuner: &Kommuner,
) -> Result<String, CheckProblem> {
    let (value, name) = (json(result), row.map(|row| row_name(row, kommuner)));
    let found = path_and_number(metric, row.zip(name.as_deref()), net, &value, &Rows::of(&value));
    found.map(|(path, _)| path).map_err(|fault| fault.problem(metric))
}

/// The figure at a path of a result.
///
/// # Errors
/// If the path does not exist, or its value is unknown or no figure.
pub fn metric(path: &str, result: &ScenarioResult) -> Result<Decimal, CheckProblem> {
    // As with checks, the criteria are looked through only where nothing is found without them.
    figure_at(path, &json(&Money::of(result))).or_else(|_| figure_at(path, &json(result)))
}

fn figure_at(path: &str, value: &Value) -> Result<Decimal, CheckProblem> {
    find(value, path).and_then(number).map_err(|fault| fault.problem(path))
}

fn path_and_number<'result>(
    metric: &str,
    row: Option<(&CheckRow, &str)>,
    net: bool,
    result: &'result Value,
    rows: &Rows<'result>,
) -> Result<(String, Decimal), Fault<'result>> {
    let (prefix, of_row) = match row {
        None => (String::new(), result),
        Some((kind, name)) => rows.row(kind, name, net).ok_or(Fault::Null)?,
    };
    let (path, found) = find_in_row(of_row, metric, row.is_some(), net)?;
    Ok((prefix + &path, number(found)?))
}

/// Actual less what it should have been, or zero if it is within the tolerance; `None` if the figure has too many
/// digits to be compared exactly. Bounds never have.
fn missed_by(actual: Decimal, expected: Expected, tolerance: Decimal) -> Option<Decimal> {
    let beyond = |bound: Decimal| sum(actual, -bound);
    let (min, max) = match expected {
        Expected::Equal(value) => (Some(value), Some(value)),
        Expected::Between(min, max) => (min, max),
    };
    if let Some(min) = min {
        let beyond = beyond(min)?;
        if beyond < -tolerance {
            return Some(beyond);
        }
    }
    if let Some(max) = max {
        let beyond = beyond(max)?;
        if beyond > tolerance {
            return Some(beyond);
        }
    }
    Some(Decimal::ZERO)
}

fn row_name(row: &CheckRow, kommuner: &Kommuner) -> String {
    match row {
        CheckRow::Forbund(name) => name.clone(),
        CheckRow::Kommun(kommun) => kommuner.get(*kommun).name.clone(),
        CheckRow::Region(region) => kommuner.region(*region).to_owned(),
    }
}

/// The lists of the result in which a row is looked up by name: of förbund gross and net, of kommuner and of regions.
struct Rows<'result>([RowList<'result>; 4]);

struct RowList<'result> {
    path: &'static str,
    by_name: HashMap<&'result str, (usize, &'result Value)>,
}

impl<'result> Rows<'result> {
    fn of(result: &'result Value) -> Self {
        let lists = [
            ("after.gross.forbund", &result["after"]["gross"]["forbund"], "name"),
            ("after.net.forbund", &result["after"]["net"]["forbund"], "name"),
            ("kommuner", &result["kommuner"], "kommun"),
            ("regions", &result["regions"], "region"),
        ];
        Self(lists.map(|(path, rows, key)| {
            let rows = rows.as_array().map_or(&[][..], Vec::as_slice).iter().enumerate();
            let by_name = rows.filter_map(|(position, row)| Some((row[key].as_str()?, (position, row))));
            RowList { path, by_name: by_name.collect() }
        }))
    }

    /// A row, and the path to it with a full stop behind it.
    fn row(&self, kind: &CheckRow, name: &str, net: bool) -> Option<(String, &'result Value)> {
        let list = match kind {
            CheckRow::Forbund(_) => &self.0[usize::from(net)],
            CheckRow::Kommun(_) => &self.0[2],
            CheckRow::Region(_) => &self.0[3],
        };
        let &(position, row) = list.by_name.get(name)?;
        Some((format!("{}.{position}.", list.path), row))
    }
}

/// The value of a metric in the result or a row of it, with its whole path there.
fn find_in_row<'row>(
    row: &'row Value,
    metric: &str,
    is_row: bool,
    net: bool,
) -> Result<(String, &'row Value), Fault<'row>> {
    if !is_row {
        return Ok((metric.to_owned(), find(row, metric)?));
    }
    let (path, found) = match (find(row, metric), metric.strip_prefix("contribution")) {
        (Ok(found), _) => (metric.to_owned(), found),
        (Err(error), Some(rest)) => {
            let path = format!("contribution_after{rest}");
            let found = find(row, &path).map_err(|_| error)?;
            (path, found)
        }
        (Err(error), None) => return Err(error),
    };
    // Of a figure that is both gross and net, the side that is asked for.
    let side = if net { "net" } else { "gross" };
    Ok(match found.get(side) {
        Some(of_side) => (format!("{path}.{side}"), of_side),
        None => (path, found),
    })
}

/// Follows a path of keys and list positions.
fn find<'value>(value: &'value Value, path: &str) -> Result<&'value Value, Fault<'value>> {
    let mut found = value;
    let mut step_before = "";
    for step in path.split('.') {
        let found_is_side = step_before == "net";
        let next = match found {
            Value::Array(list) => step.parse::<usize>().ok().and_then(|position| list.get(position)),
            // Below an unknown side everything is unknown; below an unknown figure there is nothing.
            Value::Null if found_is_side => Some(found),
            other => other.get(step),
        };
        found = next.ok_or(Fault::Unknown(value))?;
        step_before = if found_is_side && found.is_null() { "net" } else { step };
    }
    Ok(found)
}

/// So many paths are named where one is unknown.
const SHOWN_PATHS: usize = 12;

fn unknown(value: &Value, path: &str) -> CheckProblem {
    let mut existing = Vec::new();
    paths(value, "", &mut existing);
    // What checks are mostly about comes first.
    existing.sort_by_key(|path| !path.starts_with("delta."));
    let nearest = nearest(path, existing.iter().map(String::as_str));
    existing.truncate(SHOWN_PATHS);
    CheckProblem::UnknownMetric { metric: path.to_owned(), nearest, existing }
}

/// The paths of all figures, those inside lists left out.
fn paths(value: &Value, prefix: &str, found: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            for (key, field) in fields {
                paths(field, &joined(prefix, key), found);
            }
        }
        Value::Number(_) | Value::Null if prefix != "schema_version" => found.push(prefix.to_owned()),
        _ => {}
    }
}

fn number<'value>(value: &Value) -> Result<Decimal, Fault<'value>> {
    match value {
        Value::Null => Err(Fault::Null),
        Value::Number(number) => number.as_i64().map(Decimal::from).ok_or(Fault::NoNumber),
        Value::String(text) => Decimal::from_str_exact(text).map_err(|_| Fault::NoNumber),
        _ => Err(Fault::NoNumber),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tolerance_counts_on_every_bound() {
        let decimal = Decimal::from;
        let missed = |expected| missed_by(decimal(10), expected, decimal(2)).expect("few digits");
        assert_eq!(missed(Expected::Equal(decimal(12))), Decimal::ZERO);
        assert_eq!(missed(Expected::Equal(decimal(13))), decimal(-3));
        assert_eq!(missed(Expected::Between(Some(decimal(12)), None)), Decimal::ZERO);
        assert_eq!(missed(Expected::Between(Some(decimal(13)), None)), decimal(-3));
        assert_eq!(missed(Expected::Between(None, Some(decimal(7)))), decimal(3));
        assert_eq!(missed(Expected::Between(Some(decimal(1)), Some(decimal(8)))), Decimal::ZERO);
    }

    #[test]
    fn a_misspelt_path_gets_its_nearest_suggested() {
        let value = serde_json::json!({"delta": {"gross": {"state": 1}}, "list": [{"amount": 5}]});
        let path = "delta.gros.state";
        let problem = find(&value, path).map_err(|fault| fault.problem(path));
        let Err(CheckProblem::UnknownMetric { nearest, .. }) = problem else {
            panic!("the path does not exist");
        };
        assert_eq!(nearest.as_deref(), Some("delta.gross.state"));
        assert_eq!(find(&value, "list.0.amount"), Ok(&serde_json::json!(5)));
    }
}
