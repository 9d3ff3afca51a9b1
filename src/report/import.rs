//! The summary of an import: what was read, what was made of it, what was left out.

use rust_decimal::Decimal;

use super::columns::Columns;
use super::document::{Cell, Document, List, Table};
use crate::input::import::table::{FigureTable, KNOWN_COLUMNS};
use crate::input::import::{FileRead, Imported, SheetRead, table};
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
    if imported.lost_zeros > 0 {
        notes.push(sentence::lost_zeros(language, imported.lost_zeros));
    }
    if imported.missing > 0 {
        notes.push(sentence::missing(language, imported.missing));
    }
    let mut incomplete = Vec::new();
    for column in [table::BEFOLKNING, table::FORSORJNINGSMATT] {
        let blank = imported.table.blank_years(column);
        if !blank.is_empty() {
            incomplete.extend(&blank);
            notes.push(sentence::blank_years(language, KNOWN_COLUMNS[column], &blank));
        }
    }
    if let Some(first) = imported.left_out.first() {
        notes.push(sentence::left_out(language, &imported.left_out, &mapping_option(first)));
    }
    if !imported.unnamed.is_empty() {
        notes.push(sentence::unnamed(language, &imported.unnamed));
    }
    notes.push(match written {
        Some(written) => sentence::sources_written(language, written.sources),
        None => sentence::sources_not_written(language),
    });
    let says_which = kommuner < FEWEST_IN_COUNTRY || table.rows.values().any(|row| row.forbund.is_some());
    // A command that takes the last year needs one that has all figures.
    let is_last_complete = years.last().is_none_or(|last| !incomplete.contains(last));
    let complete = years.iter().rfind(|year| !is_last_complete && !incomplete.contains(year)).copied();
    notes.extend(written.map(|written| sentence::next(language, written.table, says_which, complete)));
    Document {
        title: labels(language).import.to_owned(),
        lead: vec![lead],
        tables: vec![files(imported, language), columns(table, language)],
        lists: vec![List { title: labels(language).remarks.to_owned(), items: notes }],
        more: None,
    }
}

/// How a series is asked for: `namn="Serien"`.
fn mapping_option(series: &str) -> String {
    format!("namn=\"{series}\"")
}

fn files(imported: &Imported, language: Language) -> Table {
    let labels = labels(language);
    let columns = Columns::new()
        .text(labels.file, |(file, sheet): &(&FileRead, &SheetRead)| match &sheet.sheet {
            Some(sheet) => format!("{} [{sheet}]", file.path),
            None => file.path.clone(),
        })
        .text(labels.taken_for, |(_, sheet)| sentence::form(sheet.form, language).to_owned())
        .figures(labels.rows, |(_, sheet)| sheet.rows)
        .text("SHA-256", |(file, _)| format!("{}…", file.sha256.chars().take(12).collect::<String>()));
    let sheets = imported.files.iter().flat_map(|file| file.sheets.iter().map(move |sheet| (file, sheet)));
    let rows = columns.rows(sheets);
    columns.table(labels.caption_files, rows, None)
}

/// The figures of a column of one year.
struct YearColumn<'run> {
    column: &'run table::Column,
    year: i64,
    figures: Vec<Decimal>,
    /// An indicator is a share or a rate: its sum would say nothing.
    is_summed: bool,
}

fn columns(table: &FigureTable, language: Language) -> Table {
    let labels = labels(language);
    let columns = Columns::new()
        .text(labels.column, |of: &YearColumn<'_>| of.column.name.clone())
        .text(labels.year, |of| of.year.to_string())
        .figures(labels.kommuner, |of| of.figures.len())
        .figures(labels.sum, |of| {
            Cell::or_empty(of.is_summed.then(|| of.figures.iter().copied().sum::<Decimal>().normalize()))
        })
        .text(labels.from, |of| {
            let series: Vec<&str> = of.column.parts.iter().map(|part| part.series.as_str()).collect();
            series.join("; ")
        });
    let of_year = |year: i64| {
        table.columns.iter().enumerate().map(move |(position, column)| {
            let figures =
                table.of_year(year).filter_map(|(_, row)| row.figures.get(position).copied().flatten());
            let figures = figures.map(|figure| figure.value).collect();
            YearColumn { column, year, figures, is_summed: position < KNOWN_COLUMNS.len() }
        })
    };
    let known = table.years().into_iter().flat_map(of_year).filter(|of| !of.figures.is_empty());
    let rows = columns.rows(known);
    columns.table(labels.caption_columns, rows, None)
}
