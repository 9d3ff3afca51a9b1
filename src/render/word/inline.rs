//! Paragraphs: their style, and runs of text.

use super::field;
use super::styles::Style;
use super::xml::Xml;
use crate::text::language::Language;
use crate::text::word as words;

/// How text stands out.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Emphasis {
    /// Not at all.
    None,
    Bold,
    Italic,
}

/// What captions belong to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Kind {
    Table,
    Figure,
}

/// The label and number of a caption.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Label {
    pub(super) kind: Kind,
    pub(super) number: u32,
    pub(super) language: Language,
}

impl Label {
    pub(super) fn word(self) -> &'static str {
        match self.kind {
            Kind::Table => words::table(self.language),
            Kind::Figure => words::figure(self.language),
        }
    }

    /// What the document calls the place of its number.
    fn place(self) -> String {
        format!("_Ref{:?}{}", self.kind, self.number)
    }

    /// Writes "Tabell 1. " with the number as a place.
    pub(super) fn write(self, xml: &mut Xml, id: u32) {
        write_text(xml, &format!("{}\u{a0}", self.word()), Emphasis::None);
        field::write_place(xml, id, &self.place(), |xml| {
            field::write_sequence(xml, self.word(), self.number);
        });
        write_text(xml, ". ", Emphasis::None);
    }

    /// Writes "Tabell 1, forts." above columns of a table whose others stand before.
    pub(super) fn write_continued(self, xml: &mut Xml) {
        write_text(xml, &format!("{}\u{a0}", self.word()), Emphasis::None);
        field::write_reference(xml, &self.place(), self.number);
        write_text(xml, words::continued(self.language), Emphasis::None);
    }
}

/// What a paragraph is besides its text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Paragraph {
    pub(super) style: Style,
    pub(super) keep_next: bool,
}

impl Paragraph {
    pub(super) const fn new(style: Style) -> Self {
        Self { style, keep_next: false }
    }

    /// Writes it with what `content` writes.
    pub(super) fn write(self, xml: &mut Xml, content: impl FnOnce(&mut Xml)) {
        xml.element("w:p", &[], |xml| {
            if self.style != Style::Text || self.keep_next {
                xml.element("w:pPr", &[], |xml| {
                    if self.style != Style::Text {
                        xml.value("w:pStyle", self.style.id());
                    }
                    if self.keep_next {
                        xml.empty("w:keepNext", &[]);
                    }
                });
            }
            content(xml);
        });
    }
}

/// Writes a run of text.
pub(super) fn write_text(xml: &mut Xml, text: &str, emphasis: Emphasis) {
    if !text.is_empty() {
        write_lines(xml, &[text], emphasis);
    }
}

/// Writes a run of text on several lines.
pub(super) fn write_lines(xml: &mut Xml, lines: &[&str], emphasis: Emphasis) {
    xml.element("w:r", &[], |xml| {
        let mark = match emphasis {
            Emphasis::None => None,
            Emphasis::Bold => Some(["w:b", "w:bCs"]),
            Emphasis::Italic => Some(["w:i", "w:iCs"]),
        };
        if let Some(names) = mark {
            xml.element("w:rPr", &[], |xml| {
                for name in names {
                    xml.empty(name, &[]);
                }
            });
        }
        for (position, line) in lines.iter().enumerate() {
            if position > 0 {
                xml.empty("w:br", &[]);
            }
            xml.text("w:t", &[("xml:space", &"preserve")], line);
        }
    });
}
