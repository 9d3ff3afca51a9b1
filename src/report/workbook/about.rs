//! The first sheet: what the workbook is, how it is used, and what it rests on.

use super::book::{Cell, Kind, Role, Sheet, Workbook};
use super::evaluate::Checked;
use super::formula::Place;
use super::pieces::Page;
use crate::report::inquiry::Report;
use crate::text::chart::made_by;
use crate::text::label::labels;
use crate::text::language::Language;
use crate::text::workbook::{all_agree, and_more, guide, precision, some_differ, words};

/// Columns that the paragraphs run over.
const COLUMNS: u16 = 8;
/// Cells that are named where formulas differ from the model.
const MOST_NAMED: usize = 10;

/// The sheet, as far as it can be written before the formulas are checked.
pub(super) fn sheet(report: &Report, name: String, language: Language) -> Page {
    let mut page = Page { sheet: Sheet::new(name, COLUMNS), number: 0 };
    page.sheet.landscape = false;
    let words = words(language);
    page.text(0, 0, Kind::Title, &report.title);
    let mut next = 1;
    let mut paragraph = |page: &mut Page, kind: Kind, text: &str| {
        page.text(next, 0, kind, text);
        next += 1;
    };
    let first = report.sections.first().map(|section| &section.document);
    for lead in first.into_iter().flat_map(|document| &document.lead) {
        paragraph(&mut page, Kind::Paragraph, lead);
    }
    // It stands below the tables elsewhere. What a dash means there does not show here.
    let odd_kronor = labels(language).note_odd_kronor;
    let mut tables = first.into_iter().flat_map(|document| &document.tables);
    if tables.any(|table| table.notes.iter().any(|note| note == odd_kronor)) {
        paragraph(&mut page, Kind::Paragraph, odd_kronor);
    }
    paragraph(&mut page, Kind::Paragraph, "");
    paragraph(&mut page, Kind::Caption, words.caption_assumed);
    for line in guide(language) {
        paragraph(&mut page, Kind::Paragraph, line);
    }
    let legend = u32::try_from(page.sheet.rows.len()).expect("fewer rows than a sheet has");
    page.put(legend, 0, Cell::text(Kind::Paragraph, words.legend_input).role(Role::Input));
    page.put(legend + 1, 0, Cell::text(Kind::Paragraph, words.legend_working).role(Role::Working));
    let mut next = legend + 2;
    let mut paragraph = |page: &mut Page, kind: Kind, text: &str| {
        page.text(next, 0, kind, text);
        next += 1;
    };
    paragraph(&mut page, Kind::Paragraph, precision(language));
    // What the check of the formulas finds is written here.
    paragraph(&mut page, Kind::Paragraph, "");
    for list in first.into_iter().flat_map(|document| &document.lists) {
        paragraph(&mut page, Kind::Paragraph, "");
        paragraph(&mut page, Kind::Caption, &list.title);
        for item in &list.items {
            paragraph(&mut page, Kind::Paragraph, item);
        }
    }
    paragraph(&mut page, Kind::Paragraph, "");
    paragraph(&mut page, Kind::Paragraph, &made_by(language, env!("CARGO_PKG_VERSION")));
    page
}

/// Says what the check of the formulas found, below the words on precision.
pub(super) fn tell(book: &mut Workbook, checked: &Checked, language: Language) {
    let text = if checked.differing.is_empty() {
        all_agree(language, checked.formulas)
    } else {
        let named = checked.differing.iter().take(MOST_NAMED).map(|place| cell_name(book, *place));
        let named: Vec<String> = named.collect();
        let cells = match checked.differing.len() - named.len() {
            0 => language.list(&named),
            more => and_more(language, &named.join(", "), more),
        };
        some_differ(language, checked.formulas, checked.differing.len(), &cells)
    };
    let Some(about) = book.sheets.first_mut() else { return };
    let is_precision = |cell: &Cell| *cell == Cell::text(Kind::Paragraph, precision(language));
    let found = about.cells().find(|(.., cell)| is_precision(cell)).map(|(row, ..)| row);
    if let Some(row) = found {
        about.put(Place { sheet: 0, row: row + 1, column: 0 }, Cell::text(Kind::Paragraph, &text));
    }
}

/// "Nuläge!F7", for people.
fn cell_name(book: &Workbook, place: Place) -> String {
    let sheet = book.sheets.get(place.sheet).map(|sheet| sheet.name.as_str()).unwrap_or_default();
    format!("{sheet}!{}", place.name())
}
