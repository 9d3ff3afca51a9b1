//! The side file of a kommun table: where its figures come from, and which of them were derived.
//!
//! Beside `kommuner.csv` it is called `kommuner.kallor.toml` (källor: sources). A table without one is just a
//! table whose sources nobody wrote down.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::builtin::BUILTIN_TABLE;
pub use super::column_source::{ColumnSource, stated_title};
use super::document::{self, At};
use super::files::{Files, LARGEST_TABLE, Location, sha256};
use super::lookup::Named;
use super::marks::Marks;
use super::text_file;
use crate::diagnostic::{Diagnostic, Diagnostics, Source, TableProblem};

/// Adds what a table says of its columns to what its side file says.
pub(super) fn add_marks(marks: Marks, sources: &mut Vec<ColumnSource>) {
    let table = Location::Builtin(BUILTIN_TABLE.to_owned());
    let builtin = read(&Files::on_disk(), &table, &mut Diagnostics::default()).columns;
    marks.add_to(sources, &builtin);
}

/// What the side file of a table says.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct SideFile {
    /// Where its columns come from.
    pub columns: Vec<ColumnSource>,
    /// Whether the table is another one than the one whose sources were written down.
    pub table_changed: bool,
}

/// The path of the side file of a table.
#[must_use]
pub fn beside(table: &Path) -> PathBuf {
    table.with_extension("kallor.toml")
}

/// Reads the side file of a table, if there is one. That the table was changed since then is a warning.
#[must_use]
pub fn read(files: &Files, table: &Location, diagnostics: &mut Diagnostics) -> SideFile {
    let name = match table {
        Location::Disk(path) => beside(path).to_string_lossy().into_owned(),
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
        return SideFile::default();
    }
    match text_file::open(files, &location, Named::Sources, diagnostics) {
        Ok(source) => {
            let (columns, table_sha256) = read_text(&source, diagnostics);
            let mut side_file = SideFile { columns, table_changed: false };
            if let Some(hash) = table_sha256
                && let Ok(bytes) = files.read(table, LARGEST_TABLE)
                && sha256(&bytes) != hash.value
            {
                side_file.table_changed = true;
                let problem = TableProblem::ChangedSinceImport { table: table.display() };
                diagnostics.push(Diagnostic::at(problem, &source, hash.span));
            }
            side_file
        }
        Err(problem) => {
            diagnostics.push(Diagnostic::without_place(problem));
            SideFile::default()
        }
    }
}

/// Whether an import wrote a side file: only then does it say which table it belongs to.
#[must_use]
pub fn is_imported(files: &Files, side_file: &Location) -> bool {
    let mut ignored = Diagnostics::default();
    let source = text_file::open(files, side_file, Named::Sources, &mut ignored);
    source.is_ok_and(|source| read_text(&source, &mut ignored).1.is_some())
}

/// The sources, and the SHA-256 that the table had when they were written down.
fn read_text(source: &Arc<Source>, diagnostics: &mut Diagnostics) -> (Vec<ColumnSource>, Option<At<String>>) {
    let read = document::read(source, diagnostics, |root| {
        root.require("source");
        let table_sha256 = root.text("table_sha256");
        let columns = root.tables("source", |section| {
            let text = |key| section.long_text(key).map(|text| text.value);
            let columns = section.required_texts("columns");
            let title = section.required_long_text("title");
            let [title_en, file, sheet, sha256, series, imported] =
                ["title_en", "file", "sheet", "sha256", "series", "imported"].map(text);
            let derived = section.boolean("derived").unwrap_or(false);
            columns.zip(title).map(|(columns, title)| ColumnSource {
                columns: columns.value.into_iter().map(|column| column.value).collect(),
                title: title.value,
                title_en,
                derived,
                file,
                sheet,
                sha256,
                series,
                imported,
            })
        });
        (columns, table_sha256)
    });
    let (columns, table_sha256) = read.unwrap_or_default();
    (columns.unwrap_or_default().into_iter().flatten().collect(), table_sha256)
}
