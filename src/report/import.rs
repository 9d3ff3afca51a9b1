//! The summary of an import: what was read, what was made of it, what was left out.

use rust_decimal::Decimal;

use super::document::{Cell, Column, Document, List, Row, RowKind, Table};
use crate::input::import::Imported;
use crate::input::import::table::{FigureTable, KNOWN_COLUMNS};
use crate::input::table_file::FEWEST_IN_COUNTRY;
use crate::report::words::import as sentence;
use crate::text::label::labels;
use crate::text::language::Language;

/// Where the table and its side file went, to show.
#[derive(Clone, Copy, Debug)]
pub struct Written<'name> {
    /// The table.
    pub table: &'name str,
    /// The side file.
    pub sources: &'name str,
}

/// The summary; `written` is nothing if the table went to the screen.
#[must_use]
pub fn document(imported: &Imported, written: Option<Written<'_>>, language: Language) -> Document {
    let table = &imported.table;
    let years = table.years();
    let kommuner = years.iter().map(|&year| table.of_year(year).count()).max().unwrap_or(0);
    let lead = sentence::summary(language, kommuner, &years, written.map(|written| written.table));
    let mut notes = Vec::new();
    if imported.aggregates + imported.deleted > 0 {
        notes.push(sentence::not_taken(language, imported.aggregates, imported.deleted));
    }
    if imported.own_sums > 0 {
        notes.push(sentence::own_sums(language, imported.own_sums));
    }
    let derived = imported.table.columns.iter().filter(|column| column.is_derived());
    let derived: Vec<&str> = derived.map(|column| column.name.as_str()).collect();
    if !derived.is_empty() {
        notes.push(sentence::stays_derived(language, &derived));
    }
    if imported.lost_noughts > 0 {
        notes.push(sentence::lost_zeros(language, imported.lost_noughts));
    }
    if imported.missing > 0 {
        notes.push(sentence::missing(language, imported.missing));
    }
    if let Some(first) = imported.left_out.first() {
        notes.push(sentence::left_out(language, &imported.left_out, &wish(first)));
    }
    if !imported.unnamed.is_empty() {
        notes.push(sentence::unnamed(language, &imported.unnamed));
    }
    notes.push(match written {
        Some(written) => sentence::sources_written(language, written.sources),
        None => sentence::sources_not_written(language),
    });
    let says_which = kommuner < FEWEST_IN_COUNTRY || table.rows.values().any(|row| row.forbund.is_some());
    notes.extend(written.map(|written| sentence::next(language, written.table, says_which)));
    Document {
        title: labels(language).import.to_owned(),
        lead: vec![lead],
        tables: vec![files(imported, language), columns(table, language)],
        lists: vec![List { title: labels(language).remarks.to_owned(), items: notes }],
    }
}

/// How a series is asked for: `namn="Serien"`.
fn wish(series: &str) -> String {
    format!("namn=\"{series}\"")
}

fn files(imported: &Imported, language: Language) -> Table {
    let labels = labels(language);
    let mut rows = Vec::new();
    for file in &imported.files {
        for sheet in &file.sheets {
            let name = match &sheet.sheet {
                Some(sheet) => format!("{} [{sheet}]", file.path),
                None => file.path.clone(),
            };
            let form = sentence::form(sheet.form, language).to_owned();
            let count = i64::try_from(sheet.rows).expect("a count");
            let hash: String = file.sha256.chars().take(12).collect();
            rows.push(Row {
                kind: RowKind::Body,
                cells: vec![
                    Cell::Text(name),
                    Cell::Text(form),
                    Cell::Count(count),
                    Cell::Text(format!("{hash}…")),
                ],
            });
        }
    }
    Table {
        caption: labels.caption_files.to_owned(),
        columns: vec![
            Column::text(labels.file),
            Column::text(labels.taken_for),
            Column::figures(labels.rows),
            Column::text("SHA-256"),
        ],
        rows,
        notes: Vec::new(),
    }
}

fn columns(table: &FigureTable, language: Language) -> Table {
    let labels = labels(language);
    let mut rows = Vec::new();
    for year in table.years() {
        for (position, column) in table.columns.iter().enumerate() {
            let figures: Vec<Decimal> = table
                .of_year(year)
                .filter_map(|(_, row)| row.figures.get(position).copied().flatten())
                .map(|figure| figure.value)
                .collect();
            if figures.is_empty() {
                continue;
            }
            // An indicator is a share or a rate: its sum would say nothing.
            let sum = if position < KNOWN_COLUMNS.len() {
                Cell::Decimal(figures.iter().copied().sum::<Decimal>().normalize())
            } else {
                Cell::Empty
            };
            let series: Vec<&str> = column.parts.iter().map(|part| part.series.as_str()).collect();
            let count = i64::try_from(figures.len()).expect("a count");
            rows.push(Row {
                kind: RowKind::Body,
                cells: vec![
                    Cell::Text(column.name.clone()),
                    Cell::Text(year.to_string()),
                    Cell::Count(count),
                    sum,
                    Cell::Text(series.join("; ")),
                ],
            });
        }
    }
    Table {
        caption: labels.caption_columns.to_owned(),
        columns: vec![
            Column::text(labels.column),
            Column::text(labels.year),
            Column::figures(labels.kommuner),
            Column::figures(labels.sum),
            Column::text(labels.from),
        ],
        rows,
        notes: Vec::new(),
    }
}
