//! JSON: the result as promised to scripts, with the assumptions in words.

use std::fmt::Write;

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use super::{cell, clean};
use crate::analysis::answer::ResultDocument;
use crate::analysis::check::{CheckResult, Expected};
use crate::analysis::rests_on::Derived;
use crate::analysis::result::{SCHEMA_VERSION, ScenarioResult};
use crate::analysis::search::SearchResult;
use crate::report::checks::CheckedScenario;
use crate::report::document::{Cell, Column, Document, RowKind, Table};
use crate::text::language::Language;

#[derive(Serialize)]
struct CheckEntry<'check> {
    scenario: &'check str,
    file: &'check str,
    name: Option<&'check str>,
    metric: &'check str,
    row: Option<&'check str>,
    redistribution: Option<&'static str>,
    year: Option<i64>,
    equals: Option<String>,
    min: Option<String>,
    max: Option<String>,
    tolerance: String,
    actual: String,
    difference: String,
    holds: bool,
    derived: bool,
    allowed: Option<&'check str>,
}

/// One result as an object, or several as a list.
#[must_use]
pub fn results(results: &[ScenarioResult], as_list: bool, language: Language) -> String {
    let documents: Vec<_> = results.iter().map(|result| ResultDocument::new(result, language)).collect();
    match documents.as_slice() {
        [one] if !as_list => to_text(one),
        several => to_text(&several),
    }
}

/// A neutral report: its tables with a row per object, by the names that programs call the columns. Whole numbers
/// are numbers, decimals strings, and what is not known is null. Rows that are headings are left out.
#[must_use]
pub fn report(document: &Document) -> String {
    let table = |table| TableEntry::new(table);
    to_text(&ReportEntry {
        schema_version: SCHEMA_VERSION,
        title: &document.title,
        tables: document.tables.iter().map(table).collect(),
        lists: document
            .lists
            .iter()
            .map(|list| ListEntry { title: &list.title, items: &list.items })
            .collect(),
    })
}

#[derive(Serialize)]
struct ReportEntry<'report> {
    schema_version: u32,
    title: &'report str,
    tables: Vec<TableEntry<'report>>,
    lists: Vec<ListEntry<'report>>,
}

#[derive(Serialize)]
struct ListEntry<'report> {
    title: &'report str,
    items: &'report [String],
}

#[derive(Serialize)]
struct TableEntry<'report> {
    caption: &'report str,
    columns: Vec<ColumnEntry<'report>>,
    rows: Vec<RowEntry<'report>>,
    notes: &'report [String],
}

#[derive(Serialize)]
struct ColumnEntry<'report> {
    name: &'report str,
    heading: &'report str,
    derived: bool,
}

/// A row as an object, its keys in the order of the columns.
struct RowEntry<'report> {
    columns: &'report [Column],
    cells: &'report [Cell],
}

impl<'report> TableEntry<'report> {
    fn new(table: &'report Table) -> Self {
        let column = |column: &'report Column| ColumnEntry {
            name: column.name_for_programs(),
            heading: &column.heading,
            derived: column.derived,
        };
        let rows = table.rows.iter().filter(|row| row.kind != RowKind::Heading);
        Self {
            caption: &table.caption,
            columns: table.columns.iter().map(column).collect(),
            rows: rows.map(|row| RowEntry { columns: &table.columns, cells: &row.cells }).collect(),
            notes: &table.notes,
        }
    }
}

impl Serialize for RowEntry<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.columns.len()))?;
        for (column, cell) in self.columns.iter().zip(self.cells) {
            let name = column.name_for_programs();
            match cell {
                Cell::Count(count) => map.serialize_entry(name, count)?,
                Cell::Amount(Some(amount)) | Cell::Change(Some(amount)) => {
                    map.serialize_entry(name, &amount.get())?;
                }
                other => map.serialize_entry(name, &cell::plain(other))?,
            }
        }
        map.end()
    }
}

/// The answer to a search.
#[must_use]
pub fn search(result: &SearchResult) -> String {
    to_text(result)
}

/// Every check, those that hold too; numbers as strings of their exact decimals.
#[must_use]
pub fn checks(scenarios: &[CheckedScenario]) -> String {
    let entries = scenarios.iter().flat_map(|scenario| {
        let head = &scenario.result.head.scenario;
        let derived = Derived::of(&scenario.result);
        scenario
            .checks
            .iter()
            .map(move |check| entry(&head.name, &head.file, check, derived.is_below(&check.path)))
    });
    to_text(&entries.collect::<Vec<_>>())
}

fn entry<'check>(
    scenario: &'check str,
    file: &'check str,
    check: &'check CheckResult,
    derived: bool,
) -> CheckEntry<'check> {
    let (equals, min, max) = match check.expected {
        Expected::Equal(value) => (Some(value), None, None),
        Expected::Between(min, max) => (None, min, max),
    };
    let text = |number: Option<rust_decimal::Decimal>| number.map(|number| number.to_string());
    CheckEntry {
        scenario,
        file,
        name: check.name.as_deref(),
        metric: &check.metric,
        row: check.row.as_deref(),
        redistribution: check.row.as_ref().map(|_| if check.net { "net" } else { "gross" }),
        year: check.year,
        equals: text(equals),
        min: text(min),
        max: text(max),
        tolerance: check.tolerance.to_string(),
        actual: check.actual.to_string(),
        difference: check.difference.to_string(),
        holds: check.holds(),
        derived,
        allowed: check.allowed.as_deref(),
    }
}

/// Plain values always serialise, so there is no error to report. Characters that could control a terminal, and the `##`
/// that commands to build servers begin with, stand only inside strings, where an escape means the same.
pub(super) fn to_text(value: &impl Serialize) -> String {
    let text = serde_json::to_string_pretty(value).expect("values have only keys of text") + "\n";
    if !text.contains("##") && text.chars().all(|letter| letter == '\n' || !clean::is_unsafe(letter)) {
        return text;
    }
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        if letter != '\n' && clean::is_unsafe(letter) || letter == '#' && escaped.ends_with('#') {
            let _ = write!(escaped, "\\u{:04x}", u32::from(letter));
        } else {
            escaped.push(letter);
        }
    }
    escaped
}
