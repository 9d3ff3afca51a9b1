//! The side file of an imported table: where each column came from.

use serde::Serialize;

use super::clean::sanitized;
use crate::input::import::Imported;
use crate::input::import::table::Part;
use crate::input::sources_file::ColumnSource;
use crate::report::words::import::{self as words, side_file_comment, source_title};
use crate::text::language::Language;

/// The languages of a title, in the order of its keys.
const LANGUAGES: [Language; 2] = [Language::Swedish, Language::English];

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
    #[serde(skip_serializing_if = "String::is_empty")]
    sha256: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    series: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    imported: String,
}

/// The side file of the table called `table`, whose bytes have the hash `table_sha256`, imported on `day`.
#[must_use]
pub fn toml(imported: &Imported, table: &str, table_sha256: &str, day: &str, language: Language) -> String {
    let mut source: Vec<SourceEntry> = Vec::new();
    for column in &imported.table.columns {
        for part in &column.parts {
            for entry in entries(imported, &column.name, part, day) {
                // Columns of one origin stand in one entry.
                let known = source.iter_mut().find(|known| known.is_like(&entry));
                match known {
                    Some(known) if known.columns.contains(&column.name) => {}
                    Some(known) => known.columns.push(column.name.clone()),
                    None => source.push(entry),
                }
            }
        }
    }
    let file = SideFile { table_sha256: table_sha256.to_owned(), source };
    // Texts and lists of texts always have a form in TOML.
    side_file_comment(language, &sanitized(table, false))
        + &toml::to_string(&file).expect("a table of texts and numbers")
}

impl SourceEntry {
    fn is_like(&self, other: &Self) -> bool {
        (&self.title, &self.file, &self.sheet, &self.sha256, self.derived)
            == (&other.title, &other.file, &other.sheet, &other.sha256, other.derived)
    }
}

/// Where a series came from: what a table of ours said of it, else that it stood in that file.
fn entries(imported: &Imported, column: &str, part: &Part, day: &str) -> Vec<SourceEntry> {
    let read = &imported.files[part.file];
    let title = |language| source_title(language, part.form, &part.series, part.steps);
    let of_file = |titles: [String; 2], derived: bool| {
        let [title, title_en] = titles;
        SourceEntry {
            columns: vec![column.to_owned()],
            title,
            title_en,
            derived,
            file: read.path.clone(),
            sheet: part.sheet.clone(),
            sha256: read.sha256.clone(),
            series: part.series.clone(),
            imported: day.to_owned(),
        }
    };
    if part.known.is_empty() {
        return vec![of_file(LANGUAGES.map(title), false)];
    }
    let entry = |known: &ColumnSource| {
        let mut titles = LANGUAGES.map(|language| known.title_in(language).to_owned());
        // The file that figures once came from is their source as long as they are the same.
        if let (Some(file), false) = (&known.file, read.table_changed) {
            let mut entry = of_file(titles, known.derived);
            entry.file.clone_from(file);
            entry.sheet.clone_from(&known.sheet);
            entry.sha256 = known.sha256.clone().unwrap_or_default();
            entry.series = known.series.clone().unwrap_or_default();
            entry.imported = known.imported.clone().unwrap_or_default();
            return entry;
        }
        if read.table_changed {
            titles = LANGUAGES.map(|language| {
                words::changed_afterwards(language, &words::citation(language, known), &read.path)
            });
        }
        of_file(titles, known.derived)
    };
    part.known.iter().map(entry).collect()
}
