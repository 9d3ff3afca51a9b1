//! The side file of an imported table: where each column came from.

use serde::Serialize;

use super::clean::harmless;
use crate::input::import::Imported;
use crate::input::import::table::Part;
use crate::input::sources_file::ColumnSource;
use crate::text::import::{side_file_comment, source_title};
use crate::text::language::Language;

#[derive(Serialize)]
struct SideFile {
    table_sha256: String,
    source: Vec<SourceEntry>,
}

#[derive(Serialize)]
struct SourceEntry {
    columns: Vec<String>,
    title: String,
    title_en: String,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    derived: bool,
    file: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    sheet: Option<String>,
    sha256: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    series: String,
    imported: String,
}

/// The side file of the table called `table`, whose bytes have the hash `table_sha256`, imported on `day`.
#[must_use]
pub fn toml(imported: &Imported, table: &str, table_sha256: &str, day: &str, language: Language) -> String {
    let mut source: Vec<SourceEntry> = Vec::new();
    for column in &imported.table.columns {
        for part in &column.parts {
            let entry = entry(imported, &column.name, part, day);
            // Columns of one origin stand in one entry.
            let known = source.iter_mut().find(|known| known.is_like(&entry));
            match known {
                Some(known) => known.columns.push(column.name.clone()),
                None => source.push(entry),
            }
        }
    }
    let file = SideFile { table_sha256: table_sha256.to_owned(), source };
    // Texts and lists of texts always have a form in TOML.
    side_file_comment(language, &harmless(table, false)) + &toml::to_string(&file).unwrap_or_default()
}

impl SourceEntry {
    fn is_like(&self, other: &Self) -> bool {
        (&self.title, &self.file, &self.sheet, self.derived)
            == (&other.title, &other.file, &other.sheet, other.derived)
    }
}

fn entry(imported: &Imported, column: &str, part: &Part, day: &str) -> SourceEntry {
    let read = &imported.files[part.file];
    let of_column = |source: &&ColumnSource| source.columns.iter().any(|known| known == column);
    // What a table of ours said of its own source is more than that it was a table of ours.
    let known = read.sources.iter().find(of_column);
    let title = |language| source_title(language, part.form, &part.series, part.steps);
    SourceEntry {
        columns: vec![column.to_owned()],
        title: known.map_or_else(|| title(Language::Swedish), |known| known.title.clone()),
        title_en: known.map_or_else(
            || title(Language::English),
            |known| known.title_en.clone().unwrap_or_else(|| known.title.clone()),
        ),
        derived: known.is_some_and(|known| known.derived),
        file: read.path.clone(),
        sheet: part.sheet.clone(),
        sha256: read.sha256.clone(),
        series: part.series.clone(),
        imported: day.to_owned(),
    }
}
