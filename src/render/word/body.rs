//! What stands on the pages, one thing after the other.

use std::fmt::Display;

use super::content::{Block, Document, Emphasis, Figure, Inline, Level, Opening, Table};
use super::contents;
use super::error::Error;
use super::field;
use super::inline::{self, Label, Labels, Paragraph};
use super::page;
use super::picture::{self, Numbers};
use super::styles::Style;
use super::table::LaidOut;
use super::xml::{Attribute, Xml};
use crate::text::word as words;

/// What is kept free of a figure on the page where its caption stands.
const CAPTION_HEIGHT: u32 = 1_400;
/// Above the title on a page of its own: 85 millimetres.
const ABOVE_TITLE: u32 = 4_800;

/// The part with all that is read.
pub(super) fn write(xml: &mut Xml, document: &Document) -> Result<(), Error> {
    let mut body = Body {
        document,
        labels: inline::labels(document)?,
        starts_page: false,
        headings: 0,
        tables: 0,
        figures: 0,
        places: 0,
        numbers: Numbers::default(),
    };
    let mut written = Ok(());
    let attributes: Vec<Attribute<'_>> =
        NAMESPACES.iter().map(|(name, uri)| (*name, uri as &dyn Display)).collect();
    xml.element("w:document", &attributes, |xml| {
        xml.element("w:body", &[], |xml| {
            written = body.blocks(xml);
            page::write(xml, document.opening.has_page());
        });
    });
    written
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

struct Body<'a> {
    document: &'a Document,
    labels: Labels,
    /// Whether the next paragraph begins a page.
    starts_page: bool,
    headings: u32,
    tables: u32,
    figures: u32,
    /// How many places have names.
    places: u32,
    numbers: Numbers,
}

impl Body<'_> {
    fn blocks(&mut self, xml: &mut Xml) -> Result<(), Error> {
        self.opening(xml, &self.document.opening);
        if let Some(contents) = self.document.contents {
            let starts_page = self.starts_page;
            contents::write(xml, self.document, contents, starts_page);
        }
        for block in &self.document.blocks {
            self.block(xml, block)?;
        }
        Ok(())
    }

    fn block(&mut self, xml: &mut Xml, block: &Block) -> Result<(), Error> {
        match block {
            Block::Heading(level, text) => {
                self.heading(xml, *level, text);
                Ok(())
            }
            Block::Lead(parts) => self.inlines(xml, Style::Lead, parts),
            Block::Paragraph(parts) => self.inlines(xml, Style::Text, parts),
            Block::Note(parts) => self.inlines(xml, Style::Note, parts),
            Block::Bullets(items) => {
                items.iter().try_for_each(|parts| self.inlines(xml, Style::Bullet, parts))
            }
            Block::Figure(figure) => {
                self.figure(xml, figure);
                Ok(())
            }
            Block::Table(table) => {
                self.table(xml, table);
                Ok(())
            }
            Block::PageBreak => {
                self.starts_page = true;
                Ok(())
            }
        }
    }

    fn opening(&mut self, xml: &mut Xml, opening: &Opening) {
        if !opening.title.is_empty() {
            let paragraph = Paragraph {
                before: opening.has_page().then_some(ABOVE_TITLE),
                ..Paragraph::new(Style::Title)
            };
            paragraph.write(xml, |xml| inline::write_text(xml, &opening.title, Emphasis::None));
        }
        let others = [
            (Style::Subtitle, &opening.subtitle),
            (Style::TitleNote, &opening.author),
            (Style::TitleNote, &opening.date),
        ];
        for (style, text) in others.into_iter().filter(|(_, text)| !text.is_empty()) {
            self.text(xml, style, text);
        }
        self.starts_page = opening.has_page();
    }

    /// A paragraph of the style; it begins a page if that was asked for.
    fn paragraph(&mut self, style: Style) -> Paragraph {
        Paragraph { starts_page: std::mem::take(&mut self.starts_page), ..Paragraph::new(style) }
    }

    fn text(&mut self, xml: &mut Xml, style: Style, text: &str) {
        self.paragraph(style).write(xml, |xml| inline::write_text(xml, text, Emphasis::None));
    }

    fn inlines(&mut self, xml: &mut Xml, style: Style, parts: &[Inline]) -> Result<(), Error> {
        let mut written = Ok(());
        self.paragraph(style).write(xml, |xml| written = inline::write(xml, parts, &self.labels));
        written
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
            Level::Three => Style::Heading3,
        };
        self.paragraph(style).write(xml, |xml| {
            field::write_place(xml, id, &name, |xml| inline::write_text(xml, text, Emphasis::None));
        });
    }

    fn caption(&mut self, xml: &mut Xml, style: Style, label: Label, text: &str) {
        let id = self.place();
        self.paragraph(style).write(xml, |xml| {
            inline::write_label(xml, label, id);
            inline::write_text(xml, text, Emphasis::None);
        });
    }

    fn table(&mut self, xml: &mut Xml, table: &Table) {
        let laid_out = LaidOut::new(table);
        self.tables += 1;
        let language = self.document.language;
        let label = Label { word: words::table(language), number: self.tables };
        let last = laid_out.fit.parts.len().saturating_sub(1);
        for (position, part) in laid_out.fit.parts.iter().enumerate() {
            if position == 0 {
                self.caption(xml, Style::Caption, label, &table.caption);
            } else {
                let paragraph = self.paragraph(Style::Caption);
                paragraph.write(xml, |xml| inline::write_continued(xml, label, language));
            }
            if !table.columns.is_empty() {
                laid_out.write(xml, part, position == last && !table.notes.is_empty());
            }
        }
        self.notes(xml, &table.notes);
        // Tables without anything between them would be one.
        self.text(xml, Style::TableEnd, "");
    }

    fn notes(&mut self, xml: &mut Xml, notes: &[String]) {
        for note in notes {
            self.text(xml, Style::Note, note);
        }
    }

    fn figure(&mut self, xml: &mut Xml, figure: &Figure) {
        self.figures += 1;
        let language = self.document.language;
        let label = Label { word: words::figure(language), number: self.figures };
        let size = (page::TEXT_WIDTH, page::TEXT_HEIGHT - CAPTION_HEIGHT);
        for (position, drawing) in figure.drawings.iter().enumerate() {
            let paragraph = self.paragraph(Style::Figure);
            let name = format!("{} {}", label.word, label.number);
            paragraph.write(xml, |xml| picture::write(xml, drawing, size, &mut self.numbers, &name));
            if position == 0 {
                self.caption(xml, Style::FigureCaption, label, &figure.caption);
            } else {
                let paragraph = self.paragraph(Style::FigureCaption);
                paragraph.write(xml, |xml| inline::write_continued(xml, label, language));
            }
        }
        self.notes(xml, &figure.notes);
        self.text(xml, Style::TableEnd, "");
    }
}
