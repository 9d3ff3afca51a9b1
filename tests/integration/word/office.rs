//! The document as another program reads it: every cell of every table says what the Markdown says.
//!
//! `FINSAM_OFFICE` names the program (`.ci/run` installs one); else `LibreOffice` is looked for on the path. Where there
//! is none, there is nothing to test with, and that is said.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::run::Reports;
use super::xml::Element;
use crate::other_program;

/// A table as its cells; the first row is the header.
type Cells = Vec<Vec<String>>;

/// `LibreOffice`, if it is there.
fn office() -> Option<PathBuf> {
    other_program::find("FINSAM_OFFICE", &["soffice", "libreoffice"])
}

/// A document as `LibreOffice` reads it, written down in one file of XML.
fn read_by(office: &Path, document: &Path) -> Element {
    let folder = tempfile::tempdir().expect("a folder");
    let profile = folder.path().join("profile");
    let output = Command::new(office)
        .arg("--headless")
        .arg(format!("-env:UserInstallation=file://{}", profile.display()))
        .args(["--convert-to", "fodt", "--outdir"])
        .arg(folder.path())
        .arg(document)
        .env("HOME", folder.path())
        .output()
        .expect("LibreOffice starts");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let name = document.file_stem().expect("a name").to_string_lossy();
    let read = folder.path().join(format!("{name}.fodt"));
    Element::read(&fs::read_to_string(read).expect("LibreOffice could read the document"))
}

/// The tables of a document with what stands before each.
fn tables(document: &Element) -> Vec<(String, Cells)> {
    let body = document.all("office:text")[0];
    let mut found = Vec::new();
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
        found.push((before.clone(), rows.collect()));
    }
    found
}

/// What a cell says, a line for each paragraph.
fn said(cell: &Element) -> String {
    let paragraphs = cell.outermost(&["text:p"]);
    paragraphs.iter().map(|paragraph| paragraph.text()).collect::<Vec<_>>().join("\n")
}

/// The tables of a Markdown text with the heading before each.
fn tables_of_markdown(markdown: &str) -> Vec<(String, Cells)> {
    let mut found: Vec<(String, Cells)> = Vec::new();
    let mut before = String::new();
    let mut inside = false;
    for line in markdown.lines() {
        if let Some(cells) = line.strip_prefix("| ") {
            if !inside {
                found.push((plain(&before), Vec::new()));
            }
            let cells = cells.trim_end_matches('|').split(" | ").map(|cell| plain(cell.trim_matches(' ')));
            found.last_mut().expect("a table").1.push(cells.collect());
        } else if let Some(heading) = line.strip_prefix("### ") {
            heading.clone_into(&mut before);
        }
        inside = line.starts_with('|');
    }
    found
}

/// A text as it was before Markdown escaped it.
fn plain(markdown: &str) -> String {
    let bold = markdown.strip_prefix("**").and_then(|text| text.strip_suffix("**")).unwrap_or(markdown);
    let mut text = String::new();
    let mut letters = bold.chars();
    while let Some(letter) = letters.next() {
        text.extend(if letter == '\\' { letters.next() } else { Some(letter) });
    }
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
}

/// That a report says the same in Word and in Markdown.
fn assert_alike(office: &Path, reports: &Reports, label: &str, at_least: usize) {
    let read = read_by(office, &reports.path("rapport.docx"));
    let (word, markdown) = (tables(&read), tables_of_markdown(&reports.text("rapport.md")));
    assert!(word.len() >= at_least, "{} tables", word.len());
    assert_eq!(word.len(), markdown.len());
    for (number, ((caption, cells), (heading, expected))) in word.iter().zip(&markdown).enumerate() {
        assert_eq!(caption, &format!("{label} {}. {heading}", number + 1));
        assert_eq!(cells, expected, "{caption}");
    }
    let pictures = read.all("draw:image").len();
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
        "tankespar1 tankespar2 tankespar3 tankespar4 sammanslagning vanersborg_trollhattan sodra_vanern_2022";
    let files = "-o rapport.docx -o rapport.md";
    assert_alike(&office, &Reports::written(&format!("{all} {files}")), "Tabell", 30);
    let others = "jonkoping_oforandrat jonkoping_lansforbund jonkoping_samordnad_administration";
    assert_alike(&office, &Reports::written(&format!("{others} --lang en --unit tkr {files}")), "Table", 10);
    let hostile = "name = \"<b>|&amp;\\\\ *x* _y_\\u0007\"\nbaseline = \"utgangslage.toml\"\n";
    assert_alike(&office, &Reports::of_scenario(hostile, &format!("scenario.toml {files}")), "Tabell", 5);
}
