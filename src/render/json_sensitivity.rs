//! JSON of what a figure hinges on. Numbers and figures are strings of their exact decimals, and null where unknown.

use rust_decimal::Decimal;
use serde::Serialize;

use super::json::to_text;
use crate::analysis::result::SCHEMA_VERSION;
use crate::analysis::sensitivity::varying::Varying;
use crate::analysis::sensitivity::{Critical, Grid, GridAxis, ScenarioSensitivity, Sensitivity};

#[derive(Serialize)]
struct Answer<'text> {
    schema_version: u32,
    metric: &'text str,
    /// Whether the ranges are finsam's, as the files call nothing uncertain.
    usual_ranges: bool,
    scenarios: Vec<ScenarioEntry<'text>>,
    order: Vec<OrderEntry<'text>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    grid: Option<GridEntry<'text>>,
}

#[derive(Serialize)]
struct ScenarioEntry<'text> {
    name: &'text str,
    value: String,
    rows: Vec<RowEntry<'text>>,
}

#[derive(Serialize)]
struct NumberEntry<'text> {
    what: &'text str,
    whose: Option<&'text str>,
}

#[derive(Serialize)]
struct RowEntry<'text> {
    #[serde(flatten)]
    number: NumberEntry<'text>,
    value: String,
    low: String,
    high: String,
    at_low: Option<String>,
    at_high: Option<String>,
    critical: Option<String>,
    critical_is_exact: Option<bool>,
}

#[derive(Serialize)]
struct OrderEntry<'text> {
    #[serde(flatten)]
    number: NumberEntry<'text>,
    critical: String,
    critical_is_exact: bool,
    more_below: &'text str,
    more_above: &'text str,
}

#[derive(Serialize)]
struct GridEntry<'text> {
    rows: AxisEntry<'text>,
    columns: AxisEntry<'text>,
    scenarios: Vec<GridOf<'text>>,
}

#[derive(Serialize)]
struct AxisEntry<'text> {
    #[serde(flatten)]
    number: NumberEntry<'text>,
    values: Vec<String>,
}

#[derive(Serialize)]
struct GridOf<'text> {
    name: &'text str,
    figures: Vec<Vec<Option<String>>>,
}

/// All of it.
#[must_use]
pub fn sensitivity(sensitivity: &Sensitivity) -> String {
    let name = |place: usize| sensitivity.scenarios[place].name.as_str();
    let order = sensitivity.order.iter().map(|order| OrderEntry {
        number: number(&order.varying),
        critical: order.critical.text(),
        critical_is_exact: order.critical.is_exact,
        more_below: name(order.pair[0]),
        more_above: name(order.pair[1]),
    });
    to_text(&Answer {
        schema_version: SCHEMA_VERSION,
        metric: &sensitivity.metric,
        usual_ranges: sensitivity.is_usual,
        scenarios: sensitivity.scenarios.iter().map(scenario).collect(),
        order: order.collect(),
        grid: sensitivity.grid.as_ref().map(|of| grid(sensitivity, of)),
    })
}

fn number(varying: &Varying) -> NumberEntry<'_> {
    NumberEntry { what: varying.what().key(), whose: varying.whose.as_deref() }
}

fn scenario(scenario: &ScenarioSensitivity) -> ScenarioEntry<'_> {
    let text = |figure: Option<Decimal>| figure.map(|figure| figure.to_string());
    let rows = scenario.rows.iter().map(|row| RowEntry {
        number: number(&row.varying),
        value: row.varying.now.to_string(),
        low: row.ends[0].to_string(),
        high: row.ends[1].to_string(),
        at_low: text(row.figures[0]),
        at_high: text(row.figures[1]),
        critical: row.critical.as_ref().map(Critical::text),
        critical_is_exact: row.critical.as_ref().map(|critical| critical.is_exact),
    });
    ScenarioEntry { name: &scenario.name, value: scenario.value.to_string(), rows: rows.collect() }
}

fn grid<'text>(sensitivity: &'text Sensitivity, grid: &'text Grid) -> GridEntry<'text> {
    fn axis(axis: &GridAxis) -> AxisEntry<'_> {
        let values = axis.values.iter().map(Decimal::to_string).collect();
        AxisEntry { number: number(&axis.varying), values }
    }
    let [rows, columns] = &grid.axes;
    let text = |figure: &Option<Decimal>| figure.map(|figure| figure.to_string());
    let scenarios = sensitivity.scenarios.iter().zip(&grid.figures).map(|(scenario, figures)| GridOf {
        name: &scenario.name,
        figures: figures.iter().map(|row| row.iter().map(text).collect()).collect(),
    });
    GridEntry { rows: axis(rows), columns: axis(columns), scenarios: scenarios.collect() }
}
