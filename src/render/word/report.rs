//! A report as a document.

use super::content::{
    Block, Column, Contents, Document, Figure, Inline, Level, Opening, Properties, Row, Table,
};
use super::error::Error;
use super::package::write;
use crate::drawing::shape::PIXEL;
use crate::render::cell::{self, Look};
use crate::render::clean::sanitized;
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
pub fn report(report: &Report, look: Look) -> Result<Vec<u8>, Error> {
    let title = clean(&report.title);
    let mut blocks = Vec::new();
    for (position, section) in report.sections.iter().enumerate() {
        let heading = Block::Heading(Level::One, clean(&section.document.title));
        let lead = lead(&section.document);
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
        properties: Properties {
            title: title.clone(),
            creator: env!("CARGO_PKG_NAME").to_owned(),
            program: env!("CARGO_PKG_NAME").to_owned(),
            created: None,
        },
        running_title: title.clone(),
        footer: made_by(look.language, env!("CARGO_PKG_VERSION")),
        opening: Opening { title, ..Opening::default() },
        contents: Some(Contents { depth: Level::One, refresh_on_open: false }),
        blocks,
    })
}

fn lead(document: &document::Document) -> impl Iterator<Item = Block> {
    document.lead.iter().enumerate().map(|(position, paragraph)| {
        let text = vec![Inline::plain(&clean(paragraph))];
        if position == 0 { Block::Lead(text) } else { Block::Paragraph(text) }
    })
}

fn contents(section: &Section, look: Look) -> Vec<Block> {
    let pictures = section.pictures.iter().map(|picture| Block::Figure(figure(picture, look)));
    let tables = section.document.tables.iter().map(|one| Block::Table(table(one, look)));
    let lists = section.document.lists.iter().flat_map(|list| {
        let items = list.items.iter().map(|item| vec![Inline::plain(&clean(item))]);
        [Block::Heading(Level::Two, clean(&list.title)), Block::Bullets(items.collect())]
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
    let notes = picture.notes().iter().map(|note| clean(note)).collect();
    Figure { target: None, caption: clean(picture.title()), drawings, notes }
}

fn table(table: &document::Table, look: Look) -> Table {
    let columns = table.columns.iter().map(|column| Column {
        heading: clean(&column.heading),
        figures: column.figures,
        joined: column.joined,
    });
    let rows = table.rows.iter().map(|row| Row {
        kind: row.kind,
        cells: row.cells.iter().map(|one| clean(&cell::text(one, look))).collect(),
    });
    Table {
        target: None,
        caption: clean(&cell::caption(table, look)),
        columns: columns.collect(),
        rows: rows.collect(),
        notes: cell::notes(table, look).iter().map(|note| clean(note)).collect(),
    }
}

fn clean(text: &str) -> String {
    sanitized(text, false)
}
