//! What stands on the pages, one thing after the other.

use std::fmt::Display;

use super::content::{Block, Document, Figure, Level, Table};
use super::contents;
use super::field;
use super::inline::{self, Emphasis, Kind, Label, Paragraph};
use super::page;
use super::picture::{self, Numbers};
use super::styles::Style;
use super::table::LaidOut;
use super::xml::{Attribute, Xml};

/// What is kept free of a figure on the page where its caption stands.
const CAPTION_HEIGHT: u32 = 1_400;

/// The part with all that is read.
pub(super) fn write(xml: &mut Xml, document: &Document) {
    let mut body =
        Body { document, headings: 0, tables: 0, figures: 0, places: 0, numbers: Numbers::default() };
    let attributes: Vec<Attribute<'_>> =
        NAMESPACES.iter().map(|(name, uri)| (*name, uri as &dyn Display)).collect();
    xml.element("w:document", &attributes, |xml| {
        xml.element("w:body", &[], |xml| {
            text(xml, Style::Title, &document.title);
            for line in &document.about {
                text(xml, Style::Note, line);
            }
            contents::write(xml, document);
            for block in &document.blocks {
                body.block(xml, block);
            }
            page::write(xml);
        });
    });
}

const NAMESPACES: [(&str, &str); 7] = [
    ("xmlns:w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    ("xmlns:r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
    ("xmlns:wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"),
    ("xmlns:a", "http://schemas.openxmlformats.org/drawingml/2006/main"),
    ("xmlns:wpg", "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"),
    ("xmlns:wps", "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"),
    ("xmlns:mc", "http://schemas.openxmlformats.org/markup-compatibility/2006"),
];

/// Writes a paragraph of the style.
fn text(xml: &mut Xml, style: Style, text: &str) {
    Paragraph::new(style).write(xml, |xml| inline::write_text(xml, text, Emphasis::None));
}

fn notes(xml: &mut Xml, notes: &[String]) {
    for note in notes {
        text(xml, Style::Note, note);
    }
}

struct Body<'a> {
    document: &'a Document,
    headings: u32,
    tables: u32,
    figures: u32,
    /// How many places have names.
    places: u32,
    numbers: Numbers,
}

impl Body<'_> {
    fn block(&mut self, xml: &mut Xml, block: &Block) {
        match block {
            Block::Heading(level, text) => self.heading(xml, *level, text),
            Block::Lead(paragraph) => text(xml, Style::Lead, paragraph),
            Block::Paragraph(paragraph) => text(xml, Style::Text, paragraph),
            Block::Bullets(items) => items.iter().for_each(|item| text(xml, Style::Bullet, item)),
            Block::Figure(figure) => self.figure(xml, figure),
            Block::Table(table) => self.table(xml, table),
        }
    }

    fn place(&mut self) -> u32 {
        self.places += 1;
        self.places
    }

    fn heading(&mut self, xml: &mut Xml, level: Level, text: &str) {
        self.headings += 1;
        let (id, name) = (self.place(), contents::place(self.headings));
        let style = match level {
            Level::One => Style::Heading1,
            Level::Two => Style::Heading2,
        };
        Paragraph::new(style).write(xml, |xml| {
            field::write_place(xml, id, &name, |xml| inline::write_text(xml, text, Emphasis::None));
        });
    }

    /// Writes the caption of a part of a table or figure: with what it shows for the first, else that it goes on.
    fn caption(&mut self, xml: &mut Xml, style: Style, label: Label, part: usize, text: &str) {
        let id = if part == 0 { self.place() } else { 0 };
        Paragraph::new(style).write(xml, |xml| {
            if part == 0 {
                label.write(xml, id);
                inline::write_text(xml, text, Emphasis::None);
            } else {
                label.write_continued(xml);
            }
        });
    }

    fn table(&mut self, xml: &mut Xml, table: &Table) {
        let laid_out = LaidOut::new(table);
        self.tables += 1;
        let label = Label { kind: Kind::Table, number: self.tables, language: self.document.language };
        let last = laid_out.fit.parts.len().saturating_sub(1);
        for (position, part) in laid_out.fit.parts.iter().enumerate() {
            self.caption(xml, Style::Caption, label, position, &table.caption);
            if !table.columns.is_empty() {
                laid_out.write(xml, part, position == last && !table.notes.is_empty());
            }
        }
        notes(xml, &table.notes);
        // Tables without anything between them would be one.
        text(xml, Style::TableEnd, "");
    }

    fn figure(&mut self, xml: &mut Xml, figure: &Figure) {
        self.figures += 1;
        let label = Label { kind: Kind::Figure, number: self.figures, language: self.document.language };
        let size = (page::TEXT_WIDTH, page::TEXT_HEIGHT - CAPTION_HEIGHT);
        for (position, drawing) in figure.drawings.iter().enumerate() {
            let name = format!("{} {}", label.word(), label.number);
            Paragraph::new(Style::Figure)
                .write(xml, |xml| picture::write(xml, drawing, size, &mut self.numbers, &name));
            self.caption(xml, Style::FigureCaption, label, position, &figure.caption);
        }
        notes(xml, &figure.notes);
        text(xml, Style::TableEnd, "");
    }
}
