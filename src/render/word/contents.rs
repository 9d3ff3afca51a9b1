//! The list of contents: a field that Word fills in, with the headings in it already, so that no program shows an
//! empty page.

use super::content::{Block, Contents, Document, Emphasis, Level};
use super::field;
use super::inline::{self, Paragraph};
use super::styles::Style;
use super::xml::Xml;
use crate::report::words::chart::contents;

/// What the document calls the place of its heading number so and so.
pub(super) fn place(heading: u32) -> String {
    format!("_Toc{heading:08}")
}

const fn depth(level: Level) -> u32 {
    match level {
        Level::One => 1,
        Level::Two => 2,
        Level::Three => 3,
    }
}

pub(super) fn write(xml: &mut Xml, document: &Document, list: Contents, starts_page: bool) {
    let headings = (1..).zip(document.blocks.iter().filter_map(|block| match block {
        Block::Heading(level, text) => Some((*level, text.as_str())),
        _ => None,
    }));
    let shown: Vec<(u32, (Level, &str))> = headings.filter(|(_, (level, _))| *level <= list.depth).collect();
    xml.element("w:sdt", &[], |xml| {
        xml.element("w:sdtPr", &[], |xml| {
            xml.element("w:docPartObj", &[], |xml| {
                xml.value("w:docPartGallery", "Table of Contents");
                xml.empty("w:docPartUnique", &[]);
            });
        });
        xml.element("w:sdtContent", &[], |xml| {
            let heading = Paragraph { starts_page, ..Paragraph::new(Style::ContentsHeading) };
            heading.write(xml, |xml| {
                inline::write_text(xml, contents(document.language), Emphasis::None);
            });
            for (position, (number, (level, text))) in shown.iter().enumerate() {
                let style = match level {
                    Level::One => Style::Contents1,
                    Level::Two => Style::Contents2,
                    Level::Three => Style::Contents3,
                };
                Paragraph::new(style).write(xml, |xml| {
                    if position == 0 {
                        write_start(xml, list.depth);
                    }
                    let place = place(*number);
                    xml.element("w:hyperlink", &[("w:anchor", &place), ("w:history", &1)], |xml| {
                        inline::write_text(xml, text, Emphasis::None);
                    });
                });
            }
            Paragraph::new(Style::TableEnd).write(xml, |xml| {
                if shown.is_empty() {
                    write_start(xml, list.depth);
                }
                field::write_mark(xml, "end");
            });
        });
    });
}

fn write_start(xml: &mut Xml, lowest: Level) {
    field::write_mark(xml, "begin");
    // Headings of these levels, as links, hidden in pages of the web.
    field::write_instruction(xml, &format!(" TOC \\o \"1-{}\" \\h \\z ", depth(lowest)));
    field::write_mark(xml, "separate");
}
