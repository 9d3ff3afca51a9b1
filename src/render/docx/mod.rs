//! A Word document: headings, captions that Word numbers, and tables by style, so that what is pasted from it takes
//! the looks of where it lands.
//!
//! `docx-rs` writes the parts of the document. What it has no words for, `amend` adds to them.

mod amend;
mod body;
mod caption;
mod element;
mod page;
mod schema_order;
mod style;
mod table;
mod width;

use std::io::{self, Cursor};

use docx_rs::{IndentLevel, NumberingId, Pic, Run};

use self::amend::Amendments;
use self::body::Body;
use self::caption::Captions;
use self::page::Orientation;
use self::style::Style;
use super::cell::{self, Look};
use super::clean::harmless;
use super::drawing;
use super::picture::Painter;
use super::xml;
use crate::report::chart::Chart;
use crate::report::document::{Document, List, Table};
use crate::report::inquiry::{Report, Section};
use crate::text::docx::{language_tag, part};

/// The highest drawing that a page has room for, below its caption, in the units of [`drawing`].
const HIGHEST_DRAWING: i64 = 720;

/// A report as a Word document: the bytes of a file.
///
/// # Errors
/// If a picture or a part of the document cannot be made, which no report should lead to.
pub fn report(report: &Report, look: Look) -> io::Result<Vec<u8>> {
    let title = clean(&report.title);
    let mut writer = Writer::new(look)?;
    writer.text(Style::Title, &title);
    for (position, section) in report.sections.iter().enumerate() {
        // What the comparison says first is what the whole report says first.
        if position == 0 {
            writer.lead(&section.document);
            writer.text(Style::Section, &clean(&section.document.title));
        } else {
            writer.text(Style::Section, &clean(&section.document.title));
            writer.lead(&section.document);
        }
        writer.contents(section)?;
    }
    writer.finish(&title)
}

/// Writes one thing after the other.
struct Writer {
    look: Look,
    painter: Painter,
    body: Body,
    tables: Captions,
    figures: Captions,
    /// The descriptions of the pictures in order.
    descriptions: Vec<String>,
}

impl Writer {
    fn new(look: Look) -> io::Result<Self> {
        Ok(Self {
            look,
            painter: Painter::new()?,
            body: Body::default(),
            tables: Captions::of_tables(look.language),
            figures: Captions::of_figures(look.language),
            descriptions: Vec::new(),
        })
    }

    /// A paragraph of a clean text.
    fn text(&mut self, style: Style, text: &str) {
        self.body.paragraph(style.paragraph().add_run(Run::new().add_text(text)), Orientation::Portrait);
    }

    fn lead(&mut self, document: &Document) {
        for (position, paragraph) in document.lead.iter().enumerate() {
            let style = if position == 0 { Style::Lead } else { Style::Text };
            self.text(style, &clean(paragraph));
        }
    }

    fn contents(&mut self, section: &Section) -> io::Result<()> {
        for chart in &section.charts {
            self.chart(chart)?;
        }
        for table in &section.document.tables {
            self.table(table);
        }
        for list in &section.document.lists {
            self.list(list);
        }
        Ok(())
    }

    fn chart(&mut self, chart: &Chart) -> io::Result<()> {
        let caption = self.figures.next(&clean(&chart.title));
        self.body.paragraph(caption, Orientation::Portrait);
        let pages = drawing::pages(chart, self.look.language, HIGHEST_DRAWING);
        let description = clean(&chart.description);
        for (position, drawing) in pages.iter().enumerate() {
            let picture = self.painter.paint(drawing)?;
            self.descriptions.push(match pages.len() {
                1 => description.clone(),
                parts => part(self.look.language, &description, position + 1, parts),
            });
            let (width, height) = page::picture_size(&picture);
            // A number of its own: the library counts pictures for as long as the program runs.
            let id = format!("rIdChart{}", self.descriptions.len());
            let picture = Pic::new_with_dimensions(picture.png, picture.width, picture.height);
            let run = Run::new().add_image(picture.id(id).size(width, height));
            self.body.paragraph(Style::Picture.paragraph().add_run(run), Orientation::Portrait);
        }
        Ok(())
    }

    fn table(&mut self, table: &Table) {
        let notes = cell::notes(table, self.look);
        let caption = self.tables.next(&clean(&cell::caption(table, self.look)));
        let laid_out = table::LaidOut::new(table, self.look, !notes.is_empty());
        let orientation = laid_out.orientation();
        self.body.paragraph(caption, orientation);
        // Without columns there is nothing to show, and Word takes no rows without cells.
        if !table.columns.is_empty() {
            self.body.table(laid_out.into_table(), orientation);
        }
        for note in &notes {
            let run = Run::new().add_text(clean(note));
            self.body.paragraph(Style::TableNote.paragraph().add_run(run), orientation);
        }
    }

    fn list(&mut self, list: &List) {
        self.text(Style::List, &clean(&list.title));
        for item in &list.items {
            let bullet = Style::Bullet
                .paragraph()
                .numbering(NumberingId::new(style::BULLETS), IndentLevel::new(0))
                .add_run(Run::new().add_text(clean(item)));
            self.body.paragraph(bullet, Orientation::Portrait);
        }
    }

    fn finish(self, title: &str) -> io::Result<Vec<u8>> {
        let language = self.look.language;
        let amendments =
            Amendments { title, language: language_tag(language), descriptions: &self.descriptions };
        let docx = style::add(page::document(language), language);
        let mut parts = self.body.into_document(docx).build();
        amendments.make(&mut parts)?;
        let mut file = Cursor::new(Vec::new());
        parts.pack(&mut file).map_err(io::Error::other)?;
        let bytes = file.into_inner();
        xml::check_package(&bytes)?;
        Ok(bytes)
    }
}

fn clean(text: &str) -> String {
    harmless(text, false)
}

#[cfg(test)]
mod tests {
    use super::element::Element;
    use super::*;
    use crate::report::document::{Cell, Column, Row, RowKind};
    use crate::text::language::Language;

    fn table(columns: usize) -> Table {
        let headings = (1..columns).map(|number| Column::figures(&format!("Förändring {number}")));
        let cells =
            [Cell::Text("Ett".to_owned())].into_iter().chain((1..columns).map(|_| Cell::Count(12_345_678)));
        Table {
            caption: format!("{columns} spalter"),
            columns: [Column::text("Alternativ")].into_iter().chain(headings).collect(),
            rows: vec![Row { kind: RowKind::Body, cells: cells.collect() }],
            notes: vec!["En not.".to_owned()],
        }
    }

    fn document(tables: &[Table]) -> Element {
        let mut writer = Writer::new(Look::default()).expect("a font");
        for one in tables {
            writer.table(one);
        }
        let docx = style::add(page::document(Language::Swedish), Language::Swedish);
        Element::read(&writer.body.into_document(docx).build().document).expect("a part")
    }

    /// How wide pages are, section after section, and what stands on them.
    fn sections(document: &mut Element) -> Vec<(String, Vec<&'static str>)> {
        let mut sections = vec![(String::new(), Vec::new())];
        document.visit(&mut |element| {
            if let Some(last) = sections.last_mut() {
                if element.is("w:tbl") {
                    last.1.push("table");
                } else if element.is("w:p") {
                    last.1.push("paragraph");
                } else if element.is("w:pgSz") {
                    last.0 = element.attribute("w:w").unwrap_or_default();
                    sections.push((String::new(), Vec::new()));
                }
            }
        });
        sections.pop();
        for (_, blocks) in &mut sections {
            blocks.dedup();
        }
        sections
    }

    #[test]
    fn a_table_too_wide_for_a_page_has_it_turned_and_only_that() {
        let (upright, turned) = ("11906".to_owned(), "16838".to_owned());
        let mut narrow = document(&[table(4), table(8)]);
        assert_eq!(sections(&mut narrow).iter().map(|section| &section.0).collect::<Vec<_>>(), [&upright]);
        let mut mixed = document(&[table(4), table(12), table(4)]);
        let widths: Vec<String> = sections(&mut mixed).into_iter().map(|section| section.0).collect();
        assert_eq!(widths, [&upright, &turned, &upright].map(Clone::clone));
        // All pages have the foot of the document.
        let mut feet = Vec::new();
        mixed.visit(&mut |element| {
            feet.extend(element.is("w:footerReference").then(|| element.attribute("r:id")));
        });
        assert_eq!(feet, ["rIdFooter1"; 3].map(|id| Some(id.to_owned())));
        let mut wide = document(&[table(12)]);
        assert_eq!(sections(&mut wide).len(), 1);
    }

    #[test]
    fn tables_without_columns_or_rows_do_no_harm() {
        let empty = |columns| Table { rows: Vec::new(), ..table(columns) };
        let none = Table { columns: Vec::new(), ..table(3) };
        let blocks = |table| sections(&mut document(&[table])).remove(0).1;
        assert_eq!(blocks(none), ["paragraph"]);
        for one in [empty(1), table(1), table(0)] {
            assert_eq!(blocks(one), ["paragraph", "table", "paragraph"]);
        }
    }
}
