//! The sheet that says what the workbook is, how it is used, and what it rests on.

use super::book::{Cell, Kind, Role, Workbook};
use super::evaluate::Checked;
use super::formula::CellAddress;
use super::layout::ABOUT;
use crate::report::inquiry::Report;
use crate::report::words::chart::made_by;
use crate::report::words::workbook::{all_agree, and_more, guide, precision, some_differ, words};
use crate::text::label::labels;
use crate::text::language::Language;

/// Columns that the paragraphs run over.
pub(super) const COLUMNS: u16 = 8;
/// Cells that are named where formulas differ from the model.
const MOST_NAMED: usize = 10;

/// Writes the sheet, with what the check of the formulas found; `of_year` says which year the sheets compute, where
/// there is a path.
pub(super) fn write(book: &mut Workbook, report: &Report, checked: &Checked, of_year: Option<String>) {
    let language = report.language;
    let words = words(language);
    let paragraph = |text: &str| Cell::text(Kind::Paragraph, text);
    let caption = |text: &str| Cell::text(Kind::Caption, text);
    let mut cells = vec![Cell::text(Kind::Title, &report.title)];
    cells.extend(report.about.iter().map(|line| paragraph(line)));
    let first = report.sections.first().map(|section| &section.document);
    cells.extend(first.into_iter().flat_map(|document| &document.lead).map(|lead| paragraph(lead)));
    // It stands below the tables elsewhere. What a dash means there does not show here.
    let odd_kronor = labels(language).note_odd_kronor;
    let mut tables = report.sections.iter().flat_map(|section| &section.document.tables);
    if tables.any(|table| table.notes.iter().any(|note| note == odd_kronor)) {
        cells.push(paragraph(odd_kronor));
    }
    cells.extend([paragraph(""), caption(words.caption_assumed)]);
    cells.extend(guide(language).iter().map(|line| paragraph(line)));
    cells.extend(of_year.map(|line| paragraph(&line)));
    cells.extend([
        paragraph(words.legend_input).role(Role::Input),
        paragraph(words.legend_working).role(Role::Working),
        paragraph(precision(language)),
        paragraph(&found(book, checked, language)),
    ]);
    // All assumptions and sources end a report.
    for list in report.sections.iter().skip(1).flat_map(|section| &section.document.lists) {
        cells.extend([paragraph(""), caption(&list.title)]);
        cells.extend(list.items.iter().map(|item| paragraph(item)));
    }
    cells.extend([paragraph(""), paragraph(&made_by(language, env!("CARGO_PKG_VERSION")))]);
    let Some(about) = book.sheets.get_mut(ABOUT) else { return };
    about.landscape = false;
    for (row, cell) in (0..).zip(cells) {
        about.put(CellAddress { sheet: ABOUT, row, column: 0 }, cell);
    }
}

/// What the check of the formulas found.
fn found(book: &Workbook, checked: &Checked, language: Language) -> String {
    if checked.differing.is_empty() {
        return all_agree(language, checked.formulas);
    }
    let named = checked.differing.iter().take(MOST_NAMED).map(|place| cell_name(book, *place));
    let named: Vec<String> = named.collect();
    let cells = match checked.differing.len() - named.len() {
        0 => language.list(&named),
        more => and_more(language, &named.join(", "), more),
    };
    some_differ(language, checked.formulas, checked.differing.len(), &cells)
}

/// "Nuläge!F7", for people.
fn cell_name(book: &Workbook, place: CellAddress) -> String {
    format!("{}!{}", book.sheets[place.sheet].name, place.name())
}
