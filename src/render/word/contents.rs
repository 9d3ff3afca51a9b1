//! The list of contents: a field that Word fills in, with the headings in it already, so that no program shows an
//! empty page.

use super::content::{Block, Document, Level};
use super::field;
use super::inline::{self, Emphasis, Paragraph};
use super::styles::Style;
use super::xml::Xml;
use crate::report::words::chart::contents;

/// What the document calls the place of its heading number so and so.
pub(super) fn place(heading: u32) -> String {
    format!("_Toc{heading:08}")
}

pub(super) fn write(xml: &mut Xml, document: &Document) {
    let headings = (1..).zip(document.blocks.iter().filter_map(|block| match block {
        Block::Heading(level, text) => Some((*level, text.as_str())),
        _ => None,
    }));
    let shown: Vec<(u32, &str)> = headings
        .filter(|(_, (level, _))| *level == Level::One)
        .map(|(number, (_, text))| (number, text))
        .collect();
    xml.element("w:sdt", &[], |xml| {
        xml.element("w:sdtPr", &[], |xml| {
            xml.element("w:docPartObj", &[], |xml| {
                xml.value("w:docPartGallery", "Table of Contents");
                xml.empty("w:docPartUnique", &[]);
            });
        });
        xml.element("w:sdtContent", &[], |xml| {
            Paragraph::new(Style::ContentsHeading).write(xml, |xml| {
                inline::write_text(xml, contents(document.language), Emphasis::None);
            });
            for (position, (number, text)) in shown.iter().enumerate() {
                Paragraph::new(Style::Contents).write(xml, |xml| {
                    if position == 0 {
                        write_start(xml);
                    }
                    let place = place(*number);
                    xml.element("w:hyperlink", &[("w:anchor", &place), ("w:history", &1)], |xml| {
                        inline::write_text(xml, text, Emphasis::None);
                    });
                });
            }
            Paragraph::new(Style::TableEnd).write(xml, |xml| {
                if shown.is_empty() {
                    write_start(xml);
                }
                field::write_mark(xml, "end");
            });
        });
    });
}

fn write_start(xml: &mut Xml) {
    field::write_mark(xml, "begin");
    // Headings of the first level, as links, without numbers of pages where it is shown as a web page.
    field::write_instruction(xml, " TOC \\o \"1-1\" \\h \\z ");
    field::write_mark(xml, "separate");
}
