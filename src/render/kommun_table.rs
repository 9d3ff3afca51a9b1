//! A kommun table as the CSV that finsam reads (contract: UTF-8, comma, decimal point).

use super::clean::no_formula;
use crate::input::import::table::FigureTable;

/// The table as text; columns without any figure are left out.
#[must_use]
pub fn csv(table: &FigureTable) -> String {
    let columns: Vec<usize> = (0..table.columns.len()).filter(|&column| table.has(column)).collect();
    let has_forbund = table.rows.values().any(|row| row.forbund.is_some());
    let mut writer = csv::WriterBuilder::new().from_writer(Vec::new());
    let mut heading = vec!["ar", "kommunkod", "kommun", "lan"];
    if has_forbund {
        heading.push("forbund");
    }
    let names: Vec<String> = columns.iter().map(|&column| no_formula(&table.columns[column].name)).collect();
    heading.extend(names.iter().map(String::as_str));
    // Writing to memory cannot fail.
    let _ = writer.write_record(&heading);
    for ((year, kommunkod), row) in &table.rows {
        let mut cells =
            vec![year.to_string(), kommunkod.to_string(), no_formula(&row.kommun), no_formula(&row.lan)];
        if has_forbund {
            cells.push(no_formula(row.forbund.as_deref().unwrap_or_default()));
        }
        let figure = |column: usize| row.figures[column].map(|figure| figure.value.normalize().to_string());
        cells.extend(columns.iter().map(|&column| figure(column).unwrap_or_default()));
        let _ = writer.write_record(&cells);
    }
    let bytes = writer.into_inner().unwrap_or_default();
    String::from_utf8(bytes).unwrap_or_default()
}
