//! Kolada's answers (API versions 2 and 3, JSON) as a grid with a row per value.

use std::borrow::Cow;

use serde::Deserialize;
use serde_json::value::RawValue;

use crate::diagnostic::ImportProblem;
use crate::input::grid::{Builder, Grid};

/// The headings of the rows, which are Kolada's own names.
const HEADINGS: [&str; 5] = ["kpi", "municipality", "period", "gender", "value"];

/// The name of the list that the values stand in.
const LIST: &str = "values";

/// Whether a grid holds the values of an answer, and is no sheet that a user named.
pub(super) fn is_of(grid: &Grid) -> bool {
    let has = |(column, heading): (usize, &&str)| grid.text(0, column) == *heading;
    grid.sheet.as_deref() == Some(LIST) && HEADINGS.iter().enumerate().all(has)
}

/// A page of values.
#[derive(Debug)]
pub(super) struct Page {
    pub(super) grid: Grid,
    /// Whether Kolada says that there is a page after it.
    pub(super) has_next: bool,
    /// Whether Kolada says that there is a page before it.
    pub(super) has_previous: bool,
    /// Values that Kolada has deleted, which are not in the grid.
    pub(super) deleted: usize,
}

#[derive(Deserialize)]
struct Answer<'text> {
    #[serde(borrow)]
    values: Vec<Entry<'text>>,
    #[serde(alias = "next_page")]
    next_url: Option<String>,
    #[serde(alias = "previous_page")]
    previous_url: Option<String>,
}

#[derive(Deserialize)]
struct Entry<'text> {
    #[serde(borrow)]
    kpi: Cow<'text, str>,
    #[serde(borrow)]
    municipality: Cow<'text, str>,
    /// A number, or a text in version 2.
    #[serde(borrow)]
    period: &'text RawValue,
    #[serde(borrow)]
    values: Vec<OfGender<'text>>,
    #[serde(default, rename = "isdeleted")]
    is_deleted: Option<bool>,
}

#[derive(Deserialize)]
struct OfGender<'text> {
    #[serde(borrow)]
    gender: Cow<'text, str>,
    /// As written: a binary float would not keep every decimal.
    #[serde(borrow)]
    value: Option<&'text RawValue>,
    #[serde(default, rename = "isdeleted")]
    is_deleted: Option<bool>,
}

/// Whether a text is meant as JSON: a table can begin with a bracket in its title too.
pub(super) fn is_json(text: &str, path: &str) -> bool {
    let text = text.trim_start();
    let mut letters = text.chars();
    let first = letters.next();
    let next = letters.find(|letter| !letter.is_whitespace());
    let is_named_so = path.to_lowercase().ends_with(".json");
    match first {
        Some('{') => is_named_so || matches!(next, Some('"' | '}') | None),
        Some('[') => is_named_so || matches!(next, Some('{' | '[' | ']' | '"') | None),
        _ => false,
    }
}

/// Reads a page.
///
/// # Errors
/// If the text is no JSON, or not of Kolada's form.
pub(super) fn read(text: &str, path: &str) -> Result<Page, ImportProblem> {
    let answer: Answer<'_> = serde_json::from_str(text).map_err(|error| {
        let path = path.to_owned();
        if error.is_data() {
            ImportProblem::JsonForeign { path }
        } else {
            ImportProblem::JsonBroken { path, line: error.line(), column: error.column() }
        }
    })?;
    let mut builder = Builder::default();
    for (column, heading) in HEADINGS.iter().enumerate() {
        builder.push(0, column, heading);
    }
    let entries = answer.values.iter().flat_map(|entry| entry.values.iter().map(move |value| (entry, value)));
    let (deleted, entries): (Vec<_>, Vec<_>) =
        entries.partition(|(entry, value)| entry.is_deleted == Some(true) || value.is_deleted == Some(true));
    for (row, (entry, value)) in entries.into_iter().enumerate() {
        let number = value.value.map_or("", |value| value.get());
        let cells =
            [&entry.kpi, &entry.municipality, entry.period.get().trim_matches('"'), &value.gender, number];
        for (column, cell) in cells.into_iter().enumerate() {
            let cell = if cell == "null" { "" } else { cell };
            builder.push(row + 1, column, cell);
        }
    }
    Ok(Page {
        grid: builder.finish(path, LIST),
        has_next: answer.next_url.is_some(),
        has_previous: answer.previous_url.is_some(),
        deleted: deleted.len(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_versions_are_read() {
        let version_3 = r#"{"count":1,"values":[{"kpi":"N01711","municipality":"0114","period":2023,
            "values":[{"gender":"M","value":1,"isdeleted":true},{"gender":"T","value":4512.5,"count":1,"status":"","isdeleted":false},
            {"gender":"K","value":null,"count":1,"status":"Missing"}]}],
            "next_url":"https://example.org/2"}"#;
        let page = read(version_3, "n.json").expect("Kolada");
        assert!(page.has_next && !page.has_previous);
        assert_eq!((page.grid.len(), page.deleted), (3, 1));
        let row = |row| (0..5).map(|column| page.grid.text(row, column)).collect::<Vec<_>>();
        assert_eq!(row(1), ["N01711", "0114", "2023", "T", "4512.5"]);
        assert_eq!(row(2), ["N01711", "0114", "2023", "K", ""]);
        let version_2 = r#"{"values":[{"kpi":"N01711","municipality":"0114","period":"2023",
            "values":[{"gender":"T","value":1,"count":1}]}],"next_page":null,"previous_page":"x"}"#;
        let page = read(version_2, "n.json").expect("Kolada");
        assert_eq!((page.has_next, page.has_previous, page.grid.text(1, 2)), (false, true, "2023"));
    }

    #[test]
    fn a_table_that_begins_with_a_bracket_is_no_json() {
        for (text, path, expected) in [
            (" {\"values\":[]}", "n.txt", true),
            ("[{\"a\":1}]", "n", true),
            ("[1]", "n.json", true),
            ("{trasig", "n.JSON", true),
            ("[Folkmängd] efter region\nregion;2021\n", "n.csv", false),
            ("{kommun};värde", "n.csv", false),
            ("kommun;värde", "n.json", false),
        ] {
            assert_eq!(is_json(text, path), expected, "{text}");
        }
    }

    #[test]
    fn other_json_is_distinguished_from_broken_json() {
        assert!(matches!(read("{\"a\":1}", "n"), Err(ImportProblem::JsonForeign { .. })));
        assert!(matches!(read("[1]", "n"), Err(ImportProblem::JsonForeign { .. })));
        assert!(matches!(read("{\"values\":[", "n"), Err(ImportProblem::JsonBroken { line: 1, .. })));
    }
}
