//! A report whose tables are all there is: a workbook without formulas.

use super::book::{Cell, Kind, Sheet, Workbook};
use super::criteria::lines;
use super::formula::CellAddress;
use super::names::Unique;
use crate::report::inquiry::Report;
use crate::report::words::chart::made_by;
use crate::report::words::workbook::words;

/// Columns that paragraphs run over.
const WIDE: u16 = 8;
/// Rows that stay in sight: the caption, and the headings.
const FROZEN: u32 = 2;

/// A sheet for each table, behind one that says what it is and what it rests on.
#[must_use]
pub fn tables(report: &Report) -> Workbook {
    let mut names = Unique::sheets();
    let name = names.sheet(words(report.language).sheet_about);
    let mut sheets = vec![about(report, name)];
    for table in report.sections.iter().flat_map(|section| &section.document.tables) {
        let columns = u16::try_from(table.columns.len()).expect("fewer columns than a sheet has");
        let mut sheet = Sheet::new(names.sheet(&table.caption), columns);
        sheet.rows = lines(table);
        (sheet.frozen_rows, sheet.repeated_rows) = (FROZEN, Some((0, FROZEN - 1)));
        sheets.push(sheet);
    }
    Workbook { title: report.title.clone(), sheets }
}

fn about(report: &Report, name: String) -> Sheet {
    let mut sheet = Sheet::new(name, WIDE);
    sheet.landscape = false;
    let paragraph = |text: &str| Cell::text(Kind::Paragraph, text);
    let mut cells = vec![Cell::text(Kind::Title, &report.title)];
    cells.extend(report.about.iter().map(|line| paragraph(line)));
    for section in &report.sections {
        cells.extend(section.document.lead.iter().map(|lead| paragraph(lead)));
        for list in &section.document.lists {
            cells.extend([paragraph(""), Cell::text(Kind::Caption, &list.title)]);
            cells.extend(list.items.iter().map(|item| paragraph(item)));
        }
    }
    cells.extend([paragraph(""), paragraph(&made_by(report.language, env!("CARGO_PKG_VERSION")))]);
    for (row, cell) in (0..).zip(cells) {
        sheet.put(CellAddress { sheet: 0, row, column: 0 }, cell);
    }
    sheet
}
