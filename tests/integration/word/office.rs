//! The document as another program reads it: every cell of every table says what the Markdown says.
//!
//! `FINSAM_OFFICE` names the program (`.ci/run` installs one); else `LibreOffice` is looked for on the path. Where there
//! is none, there is nothing to test with, and that is said.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use finsam::render::word;
use finsam::render::word::content::{Block, Column, Row, RowKind, Table};

use super::run::Reports;
use super::sample;
use super::xml::Element;
use crate::markdown::{self, Cells};
use crate::other_program;

/// `LibreOffice`, if it is there.
pub(crate) fn office() -> Option<PathBuf> {
    other_program::find("FINSAM_OFFICE", &["soffice", "libreoffice"])
}

/// Writes a document in another form, as `LibreOffice` reads it.
pub(crate) fn convert(office: &Path, document: &Path, form: &str, folder: &Path) {
    let profile = folder.join("profile");
    let output = Command::new(office)
        .arg("--headless")
        .arg(format!("-env:UserInstallation=file://{}", profile.display()))
        .args(["--convert-to", form, "--outdir"])
        .arg(folder)
        .arg(document)
        .env("HOME", folder)
        .output()
        .expect("LibreOffice starts");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

/// A document as `LibreOffice` reads it, written down in one file of XML.
fn read_by(office: &Path, document: &Path) -> Element {
    let folder = tempfile::tempdir().expect("a folder");
    convert(office, document, "fodt", folder.path());
    let name = document.file_stem().expect("a name").to_string_lossy();
    let read = folder.path().join(format!("{name}.fodt"));
    Element::read(&fs::read_to_string(read).expect("LibreOffice could read the document"))
}

/// The tables of a document with what stands before each.
fn tables(document: &Element) -> Vec<(String, Cells)> {
    let body = document.all("office:text")[0];
    let mut found: Vec<(String, Cells)> = Vec::new();
    let mut before = String::new();
    for block in body.outermost(&["text:p", "text:h", "table:table"]) {
        if block.name != "table:table" {
            before = block.text();
            continue;
        }
        let headers = block.outermost(&["table:table-header-rows"]);
        assert_eq!(
            headers.iter().map(|header| header.all("table:table-row").len()).sum::<usize>(),
            1,
            "{before}"
        );
        let rows = block.all("table:table-row").into_iter().map(|row| {
            let cells = row.outermost(&["table:table-cell", "table:covered-table-cell"]);
            cells.iter().map(|cell| said(cell)).collect()
        });
        let mut rows: Cells = rows.collect();
        match found.last_mut() {
            // More columns of the table before, each part with the first one.
            Some((_, table)) if before.ends_with(", forts.") || before.ends_with(", cont.") => {
                assert_eq!(table.len(), rows.len(), "{before}");
                for (row, more) in table.iter_mut().zip(&mut rows) {
                    row.extend(more.drain(..).skip(1));
                }
            }
            _ => found.push((before.clone(), rows)),
        }
    }
    found
}

/// What a cell says. Headings are broken where they fit, and units stay with what is before them.
fn said(cell: &Element) -> String {
    let paragraphs = cell.outermost(&["text:p"]);
    paragraphs.iter().map(|paragraph| text(paragraph)).collect::<Vec<_>>().join("\n")
}

/// The text of an element, with a blank for each blank or line break that is an element.
fn text(element: &Element) -> String {
    match element.name.as_str() {
        "text:line-break" | "text:s" => " ".to_owned(),
        "" => element.text(),
        _ => element.children.iter().map(text).collect(),
    }
}

/// That a report says the same in Word and in Markdown.
fn assert_alike(office: &Path, reports: &Reports, label: &str, at_least: usize) {
    let read = read_by(office, &reports.path("rapport.docx"));
    let (word, markdown) = (tables(&read), markdown::tables(&reports.text("rapport.md")));
    assert!(word.len() >= at_least, "{} tables", word.len());
    assert_eq!(word.len(), markdown.len());
    for (number, ((caption, cells), (heading, expected))) in word.iter().zip(&markdown).enumerate() {
        assert_eq!(caption, &format!("{label}\u{a0}{}. {heading}", number + 1));
        let headings =
            |cells: &Cells| cells[0].iter().map(|heading| heading.replace('\u{a0}', " ")).collect::<Vec<_>>();
        assert_eq!(headings(cells), headings(expected), "{caption}");
        assert_eq!(cells[1..], expected[1..], "{caption}");
    }
    let pictures = read.all("draw:g").len();
    let descriptions =
        read.all("svg:desc").iter().filter(|description| !description.text().is_empty()).count();
    assert_eq!((pictures > 0, pictures), (true, descriptions));
}

#[test]
#[expect(clippy::print_stderr, reason = "that nothing was tested must be seen")]
fn every_cell_in_word_is_that_of_the_markdown() {
    let Some(office) = office() else {
        eprintln!("no LibreOffice: the Word document was not looked at");
        return;
    };
    let all =
        "tankespar1 tankespar2 tankespar3 tankespar4 sammanslagning vanersborg_trollhattan forsakringskassan";
    let files = "-o rapport.docx -o rapport.md";
    assert_alike(&office, &Reports::written(&format!("{all} {files}")), "Tabell", 30);
    let others = "jonkoping_oforandrat jonkoping_lansforbund jonkoping_samordnad_administration";
    assert_alike(&office, &Reports::written(&format!("{others} --lang en --unit tkr {files}")), "Table", 10);
    let hostile = "name = \"<b>|&amp;\\\\ *x* _y_\\u0007\"\nbaseline = \"utgangslage.toml\"\n";
    assert_alike(&office, &Reports::of_scenario(hostile, &format!("scenario.toml {files}")), "Tabell", 5);
}

/// A table of which each row says which table it is of and which row.
fn marked(number: usize, rows: usize) -> Table {
    let row = |row: usize| Row { kind: RowKind::Body, cells: vec![format!("T{number}R{row}"), "1".into()] };
    Table {
        caption: "Något".into(),
        columns: vec![
            Column { heading: "Namn".into(), figures: false, joined: false },
            Column { heading: "Antal".into(), figures: true, joined: false },
        ],
        rows: (0..rows).map(row).collect(),
        notes: vec![format!("T{number}not")],
    }
}

#[test]
#[expect(clippy::print_stderr, reason = "that nothing was tested must be seen")]
fn no_page_has_one_or_two_rows_of_a_table_alone() {
    let to_text = other_program::find("FINSAM_PDFTOTEXT", &["pdftotext"]);
    let (Some(office), Some(to_text)) = (office(), to_text) else {
        eprintln!("no LibreOffice or no pdftotext: the pages were not looked at");
        return;
    };
    let mut blocks = Vec::new();
    let cases: Vec<(usize, usize)> =
        (18..36).map(|filling| (filling, if filling % 2 == 0 { 24 } else { 9 })).collect();
    for (number, (filling, rows)) in cases.iter().enumerate() {
        blocks.extend((0..*filling).map(|_| Block::Paragraph("Utfyllnad.".into())));
        blocks.push(Block::Table(marked(number, *rows)));
    }
    let document = sample::document(blocks);
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("rapport.docx");
    fs::write(&file, word::write(&document).expect("a report")).expect("a file");
    convert(&office, &file, "pdf", folder.path());
    let file = folder.path().join("rapport.pdf");
    let output = Command::new(to_text).arg("-layout").arg(file).arg("-").output().expect("pdftotext runs");
    let text = String::from_utf8_lossy(&output.stdout);
    for (number, (filling, rows)) in cases.iter().enumerate() {
        let on_pages: Vec<usize> = text
            .split('\u{c}')
            .map(|page| page.matches(&format!("T{number}R")).count())
            .filter(|count| *count > 0)
            .collect();
        assert_eq!(on_pages.iter().sum::<usize>(), *rows);
        assert!(on_pages.iter().all(|count| *count > 2), "after {filling} lines: {on_pages:?}");
        let noted = text.split('\u{c}').find(|page| page.contains(&format!("T{number}not"))).expect("a note");
        assert!(noted.contains(&format!("T{number}R{}", rows - 1)), "after {filling} lines");
    }
}
