//! JSON of what changed between two results. Figures are strings of their exact decimals, and null where unknown.

use serde::Serialize;

use super::json::to_text;
use crate::analysis::difference::{Difference, FigureChange, RowChange, ScenarioDifference, TextChange};
use crate::analysis::result::SCHEMA_VERSION;
use crate::report::difference::level_name;

#[derive(Serialize)]
struct Answer<'text> {
    schema_version: u32,
    old: &'text str,
    new: &'text str,
    /// Whether something changed beyond what is allowed.
    changed: bool,
    added: &'text [String],
    removed: &'text [String],
    scenarios: Vec<ScenarioEntry<'text>>,
}

#[derive(Serialize)]
struct ScenarioEntry<'text> {
    scenario: &'text str,
    file: &'text str,
    figures: Vec<FigureEntry<'text>>,
    rows: Vec<RowEntry<'text>>,
    texts: Vec<TextEntry<'text>>,
}

#[derive(Serialize)]
struct FigureEntry<'text> {
    level: &'static str,
    name: &'text str,
    metric: &'text str,
    unit: Option<&'static str>,
    old: Option<String>,
    new: Option<String>,
    change: Option<String>,
    percent: Option<String>,
    allowed: bool,
}

#[derive(Serialize)]
struct RowEntry<'text> {
    level: &'static str,
    name: &'text str,
    side: Option<&'text str>,
    change: &'static str,
}

#[derive(Serialize)]
struct TextEntry<'text> {
    metric: &'text str,
    name: &'text str,
    old: Option<&'text str>,
    new: Option<&'text str>,
}

/// All that changed, what is allowed too.
#[must_use]
pub fn difference(difference: &Difference, (old, new): (&str, &str)) -> String {
    to_text(&Answer {
        schema_version: SCHEMA_VERSION,
        old,
        new,
        changed: difference.is_beyond(),
        added: &difference.added,
        removed: &difference.removed,
        scenarios: difference.scenarios.iter().map(scenario).collect(),
    })
}

fn scenario(scenario: &ScenarioDifference) -> ScenarioEntry<'_> {
    ScenarioEntry {
        scenario: &scenario.name,
        file: &scenario.file,
        figures: scenario.figures.iter().map(figure).collect(),
        rows: scenario.rows.iter().map(row).collect(),
        texts: scenario.texts.iter().map(text).collect(),
    }
}

fn figure(figure: &FigureChange) -> FigureEntry<'_> {
    let text = |number: Option<rust_decimal::Decimal>| number.map(|number| number.to_string());
    FigureEntry {
        level: level_name(figure.level),
        name: &figure.name,
        metric: &figure.metric,
        unit: figure.figure.unit.for_programs(),
        old: text(figure.old),
        new: text(figure.new),
        change: text(figure.change),
        percent: text(figure.percent),
        allowed: figure.allowed,
    }
}

fn row(row: &RowChange) -> RowEntry<'_> {
    RowEntry {
        level: level_name(row.level),
        name: &row.name,
        side: Some(row.side.as_str()).filter(|side| !side.is_empty()),
        change: if row.came { "added" } else { "removed" },
    }
}

fn text(text: &TextChange) -> TextEntry<'_> {
    TextEntry { metric: &text.metric, name: &text.name, old: text.old.as_deref(), new: text.new.as_deref() }
}
