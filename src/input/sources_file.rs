//! The side file of a kommun table: where its figures come from, and which of them were derived.
//!
//! Beside `kommuner.csv` it is called `kommuner.kallor.toml` (källor: sources). A table without one is just a
//! table whose sources nobody wrote down.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde::Serialize;

use super::document::{self, At};
use super::files::{Files, LARGEST_TABLE, Location, sha256};
use super::lookup::Named;
use super::names::plain_heading;
use super::table_file::BUILTIN_TABLE;
use crate::catalogue::described;
use crate::diagnostic::{Diagnostic, Diagnostics, Source, TableProblem};
use crate::text::language::Language;

described!(
    /// The source of some columns of the kommun table.
    #[sv = "Källan till några kolumner i kommuntabellen."]
    #[derive(Clone, PartialEq, Eq, Debug, Serialize)]
    #[row(Part, "columns", "columns")]
    pub struct ColumnSource {
        /// The columns.
        #[sv = "Kolumnerna."]
        #[is(Id)]
        pub columns: Vec<String>,
        /// The source.
        #[sv = "Källan."]
        pub title: String,
        /// The source in English. Null if not given.
        #[sv = "Källan på engelska. Null om det inte anges."]
        pub title_en: Option<String>,
        /// Whether the figures are derived, that is not published statistics.
        #[sv = "Om siffrorna är härledda, alltså inte publicerad statistik."]
        #[is(Mark)]
        pub derived: bool,
        /// The file that the columns were imported from.
        #[sv = "Filen som kolumnerna importerades från."]
        pub file: Option<String>,
        /// The sheet of the file.
        #[sv = "Bladet i filen."]
        pub sheet: Option<String>,
        /// The SHA-256 of the file, hexadecimal.
        #[sv = "Filens SHA-256, hexadecimalt."]
        pub sha256: Option<String>,
        /// The key figure or series in the file, for example N01711.
        #[sv = "Nyckeltalet eller serien i filen, till exempel N01711."]
        pub series: Option<String>,
        /// The day of the import, YYYY-MM-DD.
        #[sv = "Dagen för importen, ÅÅÅÅ-MM-DD."]
        pub imported: Option<String>,
    }
);

/// The title of a source. A table can say of a column that it is derived, and not from what.
#[must_use]
pub fn stated_title<'title>(
    language: Language,
    title: &'title str,
    title_en: Option<&'title str>,
) -> &'title str {
    match language.pick(title, title_en.unwrap_or(title)) {
        "" => language.pick("källan är inte angiven", "the source is not stated"),
        title => title,
    }
}

impl ColumnSource {
    /// Its title.
    #[must_use]
    pub fn title_in(&self, language: Language) -> &str {
        stated_title(language, &self.title, self.title_en.as_deref())
    }

    /// The source of a column of which nothing but a title is known.
    #[must_use]
    pub fn titled(column: &str, title: String) -> Self {
        Self {
            columns: vec![column.to_owned()],
            title,
            title_en: None,
            derived: false,
            file: None,
            sheet: None,
            sha256: None,
            series: None,
            imported: None,
        }
    }

    /// Whether it is that of a column; names are compared as headings are.
    #[must_use]
    pub fn is_of(&self, column: &str) -> bool {
        let plain = plain_heading(column);
        self.columns.iter().any(|known| plain_heading(known) == plain)
    }
}

/// What the side file of the table compiled into the program says.
#[must_use]
pub(super) fn builtin() -> Vec<ColumnSource> {
    let table = Location::Builtin(BUILTIN_TABLE.to_owned());
    read(&Files::on_disk(), &table, &mut Diagnostics::default()).columns
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
    match document::open(files, &location, Named::Sources, diagnostics) {
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
    let source = document::open(files, side_file, Named::Sources, &mut ignored);
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
