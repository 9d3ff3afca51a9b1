//! Paragraphs: their style, and runs of text with references between them.

use std::collections::BTreeMap;

use super::content::{Block, Document, Emphasis, Inline, SentencePosition, Target};
use super::error::Error;
use super::field;
use super::styles::Style;
use super::xml::Xml;
use crate::text::language::Language;
use crate::text::word as words;

/// The label and number of a caption.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Label {
    pub(super) word: &'static str,
    pub(super) number: u32,
}

impl Label {
    /// What the document calls the place of its number.
    pub(super) fn place(self) -> String {
        let kind = if self.word.starts_with('T') { "Table" } else { "Figure" };
        format!("_Ref{kind}{}", self.number)
    }
}

/// What text can refer to.
pub(super) type Labels = BTreeMap<Target, Label>;

/// The labels of the tables and figures of a document, counted as they stand.
///
/// # Errors
/// If two have the same target.
pub(super) fn labels(document: &Document) -> Result<Labels, Error> {
    let language = document.language;
    let (mut tables, mut figures) = (0, 0);
    let mut labels = Labels::new();
    for block in &document.blocks {
        let (target, label) = match block {
            Block::Table(table) => {
                tables += 1;
                (table.target, Label { word: words::table(language), number: tables })
            }
            Block::Figure(figure) => {
                figures += 1;
                (figure.target, Label { word: words::figure(language), number: figures })
            }
            _ => continue,
        };
        if let Some(target) = target
            && labels.insert(target, label).is_some()
        {
            return Err(Error::SameTarget(target));
        }
    }
    Ok(labels)
}

/// What a paragraph is besides its text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Paragraph {
    pub(super) style: Style,
    pub(super) starts_page: bool,
    pub(super) keep_next: bool,
    /// Kept free above, in twentieths of a point, in place of what the style says.
    pub(super) before: Option<u32>,
    /// Kept free at the right, in twentieths of a point, in addition to what the style says.
    pub(super) indent: u32,
}

impl Paragraph {
    pub(super) const fn new(style: Style) -> Self {
        Self { style, starts_page: false, keep_next: false, before: None, indent: 0 }
    }

    /// Writes it with what `content` writes.
    pub(super) fn write(self, xml: &mut Xml, content: impl FnOnce(&mut Xml)) {
        xml.element("w:p", &[], |xml| {
            if self.style != Style::Text || self.starts_page || self.keep_next {
                xml.element("w:pPr", &[], |xml| {
                    if self.style != Style::Text {
                        xml.value("w:pStyle", self.style.id());
                    }
                    if self.keep_next {
                        xml.empty("w:keepNext", &[]);
                    }
                    if self.starts_page {
                        xml.empty("w:pageBreakBefore", &[]);
                    }
                    // What keeps it away from others has no place at the top.
                    if let Some(before) = self.before.or(self.starts_page.then_some(0)) {
                        xml.empty("w:spacing", &[("w:before", &before)]);
                    }
                    if self.indent > 0 {
                        xml.empty("w:ind", &[("w:right", &self.indent)]);
                    }
                });
            }
            content(xml);
        });
    }
}

/// Writes a run of text.
pub(super) fn write_text(xml: &mut Xml, text: &str, emphasis: Emphasis) {
    if text.is_empty() {
        return;
    }
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
        for (position, line) in text.lines().enumerate() {
            if position > 0 {
                xml.empty("w:br", &[]);
            }
            xml.text("w:t", &[("xml:space", &"preserve")], line);
        }
    });
}

/// Writes the parts of a paragraph.
///
/// # Errors
/// If one refers to what is not there.
pub(super) fn write(xml: &mut Xml, parts: &[Inline], labels: &Labels) -> Result<(), Error> {
    for part in parts {
        match part {
            Inline::Text(text, emphasis) => write_text(xml, text, *emphasis),
            Inline::Reference(target, place) => {
                let label = labels.get(target).ok_or(Error::NoTarget(*target))?;
                let word = match place {
                    SentencePosition::Start => label.word.to_owned(),
                    SentencePosition::Within => label.word.to_lowercase(),
                };
                write_text(xml, &format!("{word}\u{a0}"), Emphasis::None);
                field::write_reference(xml, &label.place(), label.number);
            }
        }
    }
    Ok(())
}

/// Writes "Tabell 1. " with the number as the place that references find.
pub(super) fn write_label(xml: &mut Xml, label: Label, id: u32) {
    write_text(xml, &format!("{}\u{a0}", label.word), Emphasis::None);
    field::write_place(xml, id, &label.place(), |xml| field::write_sequence(xml, label.word, label.number));
    write_text(xml, ". ", Emphasis::None);
}

/// Writes "Tabell 1, forts." above columns of a table whose others stand before.
pub(super) fn write_continued(xml: &mut Xml, label: Label, language: Language) {
    write_text(xml, &format!("{}\u{a0}", label.word), Emphasis::None);
    field::write_reference(xml, &label.place(), label.number);
    write_text(xml, words::continued(language), Emphasis::None);
}
