//! The side file of a kommun table: where its figures come from, and which of them were derived.
//!
//! Beside `kommuner.csv` it is called `kommuner.kallor.toml` (källor: sources). A table without one is just a
//! table whose sources nobody wrote down.

use std::sync::Arc;

use super::document;
use super::files::{Files, LARGEST_DOCUMENT, Location};
use crate::diagnostic::{Diagnostic, Diagnostics, Source};

/// Where some columns of a table come from.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ColumnSource {
    /// The columns.
    pub columns: Vec<String>,
    /// The source, in the user's language.
    pub title: String,
    /// The source in English.
    pub title_en: Option<String>,
    /// Whether the figures were derived from others and are not published as such.
    pub derived: bool,
}

/// Reads the side file of a table, if there is one.
#[must_use]
pub fn read(files: &Files, table: &Location, diagnostics: &mut Diagnostics) -> Vec<ColumnSource> {
    let name = match table {
        Location::Disk(path) => path.with_extension("kallor.toml").to_string_lossy().into_owned(),
        Location::Builtin(path) | Location::Held(path) => {
            path.strip_suffix(".csv").unwrap_or(path).to_owned() + ".kallor.toml"
        }
    };
    let location = match table {
        Location::Disk(_) => Location::Disk(name.into()),
        Location::Builtin(_) => Location::Builtin(name),
        Location::Held(_) => Location::Held(name),
    };
    if !files.is_file(&location) {
        return Vec::new();
    }
    match document::read_source(files, &location, LARGEST_DOCUMENT, diagnostics) {
        Ok(source) => read_text(&source, diagnostics),
        Err(problem) => {
            diagnostics.push(Diagnostic::without_place(problem));
            Vec::new()
        }
    }
}

fn read_text(source: &Arc<Source>, diagnostics: &mut Diagnostics) -> Vec<ColumnSource> {
    let sources = document::read(source, diagnostics, |root| {
        root.require("source");
        root.tables("source", |section| {
            let columns = section.required_texts("columns");
            let title = section.required_text("title");
            let title_en = section.text("title_en").map(|title| title.value);
            let derived = section.boolean("derived").unwrap_or(false);
            columns.zip(title).map(|(columns, title)| ColumnSource {
                columns: columns.value.into_iter().map(|column| column.value).collect(),
                title: title.value,
                title_en,
                derived,
            })
        })
    });
    sources.flatten().unwrap_or_default().into_iter().flatten().collect()
}
