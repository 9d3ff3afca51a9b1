//! A kommun table as the CSV that finsam reads (contract: UTF-8, comma, decimal point).

use super::clean::no_formula;
use crate::input::import::table::{Column, FigureTable};
use crate::input::lan;
use crate::input::marks::Mark;
use crate::report::words::import::citation;
use crate::text::language::Language;

/// The table as text; columns without any figure are left out. Behind a derived column stand its mark and its source,
/// which a spreadsheet then keeps under whatever name the table is saved.
#[must_use]
pub fn csv(table: &FigureTable) -> String {
    let columns: Vec<usize> = (0..table.columns.len()).filter(|&column| table.has(column)).collect();
    let has_region = table.rows.values().any(|row| row.region.is_some());
    let has_forbund = table.rows.values().any(|row| row.forbund.is_some());
    let mut writer = csv::WriterBuilder::new().from_writer(Vec::new());
    let mut heading: Vec<String> = ["ar", "kommunkod", "kommun", "lan"].map(str::to_owned).to_vec();
    if has_region {
        heading.push("region".to_owned());
    }
    if has_forbund {
        heading.push("forbund".to_owned());
    }
    let marks: Vec<Option<String>> = columns.iter().map(|&column| source(&table.columns[column])).collect();
    for (&column, mark) in columns.iter().zip(&marks) {
        let name = no_formula(&table.columns[column].name);
        let of_mark = mark.as_ref().map(|_| [Mark::Derived, Mark::Source].map(|mark| mark.heading(&name)));
        heading.push(name);
        heading.extend(of_mark.into_iter().flatten());
    }
    writer.write_record(&heading).expect("memory takes everything");
    for ((year, kommunkod), row) in &table.rows {
        let mut cells =
            vec![year.to_string(), kommunkod.to_string(), no_formula(&row.kommun), no_formula(&row.lan)];
        if has_region {
            // Where one of two tables says it, the other kommuner have that of their län.
            let usual = || lan::find(&row.lan).map_or_else(|| row.lan.clone(), lan::body_name);
            cells.push(no_formula(&row.region.clone().unwrap_or_else(usual)));
        }
        if has_forbund {
            cells.push(no_formula(row.forbund.as_deref().unwrap_or_default()));
        }
        for (&column, mark) in columns.iter().zip(&marks) {
            let figure = row.figures[column].map(|figure| figure.value.normalize().to_string());
            cells.push(figure.unwrap_or_default());
            cells.extend(mark.iter().flat_map(|source| ["1".to_owned(), source.clone()]));
        }
        writer.write_record(&cells).expect("memory takes everything, and rows are as long as the heading");
    }
    let bytes = writer.into_inner().expect("memory takes everything");
    String::from_utf8(bytes).expect("written from strings")
}

/// The source of a derived column; nothing for others.
fn source(column: &Column) -> Option<String> {
    let derived = column.known().filter(|source| source.derived);
    let sources: Vec<String> = derived.map(|source| citation(Language::Swedish, source)).collect();
    (!sources.is_empty()).then(|| no_formula(&sources.join("; ")))
}
