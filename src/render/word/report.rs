//! A report as a document.

use std::io;

use super::content::{Block, Column, Document, Figure, Level, Row, Table};
use super::package::write;
use crate::drawing::shape::PIXEL;
use crate::render::cell::{self, Look};
use crate::report::document;
use crate::report::inquiry::{Report, Section};
use crate::report::picture::Picture;
use crate::report::words::chart::made_by;
use crate::text::word::part;

/// The highest picture that a page has space for, with its caption and a note.
const HIGHEST_PICTURE: i64 = 820 * PIXEL;
/// The width of the text.
const WIDEST_PICTURE: i64 = 604 * PIXEL;

/// A report as a Word document: the bytes of a file.
///
/// # Errors
/// None but those of packing in memory.
pub fn report(report: &Report, look: Look) -> io::Result<Vec<u8>> {
    let mut blocks = Vec::new();
    for (position, section) in report.sections.iter().enumerate() {
        let heading = Block::Heading(Level::One, section.document.title.clone());
        let lead = lead(section);
        // What the comparison says first is what the whole report says first.
        if position == 0 {
            blocks.extend(lead);
            blocks.push(heading);
        } else {
            blocks.push(heading);
            blocks.extend(lead);
        }
        blocks.extend(contents(section, look));
    }
    write(&Document {
        language: look.language,
        title: report.title.clone(),
        about: report.about.clone(),
        footer: made_by(look.language, env!("CARGO_PKG_VERSION")),
        blocks,
    })
}

fn lead(section: &Section) -> impl Iterator<Item = Block> {
    section.document.lead.iter().chain(&section.guide).enumerate().map(|(position, paragraph)| {
        let text = paragraph.clone();
        if position == 0 { Block::Lead(text) } else { Block::Paragraph(text) }
    })
}

fn contents(section: &Section, look: Look) -> Vec<Block> {
    let pictures = section.pictures.iter().map(|picture| Block::Figure(figure(picture, look)));
    let tables = section.document.tables.iter().map(|one| Block::Table(table(one, look)));
    let lists = section.document.lists.iter().flat_map(|list| {
        [Block::Heading(Level::Two, list.title.clone()), Block::Bullets(list.items.clone())]
    });
    pictures.chain(tables).chain(lists).collect()
}

fn figure(picture: &Picture, look: Look) -> Figure {
    let mut drawings = picture.pages(look.language, WIDEST_PICTURE, HIGHEST_PICTURE);
    let parts = drawings.len();
    if parts > 1 {
        for (position, drawing) in drawings.iter_mut().enumerate() {
            drawing.description = part(look.language, &drawing.description, position + 1, parts);
        }
    }
    Figure { caption: picture.title().to_owned(), drawings, notes: picture.notes().to_vec() }
}

fn table(table: &document::Table, look: Look) -> Table {
    let columns = table.columns.iter().map(|column| Column {
        heading: column.heading.clone(),
        figures: column.figures,
        joined: column.joined,
    });
    let rows = table.rows.iter().map(|row| Row {
        kind: row.kind,
        cells: row.cells.iter().map(|one| cell::text(one, look)).collect(),
    });
    Table {
        caption: cell::caption(table, look),
        columns: columns.collect(),
        rows: rows.collect(),
        notes: cell::notes(table, look),
    }
}
