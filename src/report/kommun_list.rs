//! Kommuner with their codes: what to write where a kommun is asked for.

use super::document::{Cell, Column, Document, Row, RowKind, Table};
use crate::input::lan::lan_of_body;
use crate::model::kommun::{KommunId, Kommuner};
use crate::text::label::labels;
use crate::text::language::Language;

/// A list of kommuner.
#[must_use]
pub fn document(kommuner: &Kommuner, found: &[KommunId], language: Language) -> Document {
    let labels = labels(language);
    let rows = found.iter().map(|&id| {
        let kommun = kommuner.get(id);
        let region = kommuner.region(kommun.region);
        let lan = lan_of_body(region).unwrap_or(region).to_owned();
        let texts = [kommun.kommunkod.to_string(), kommun.name.clone(), lan];
        Row { kind: RowKind::Body, cells: texts.map(Cell::Text).to_vec() }
    });
    let table = Table {
        caption: labels.caption_kommun_list.to_owned(),
        columns: vec![
            Column::text(labels.kommunkod).keyed("kommunkod"),
            Column::text(labels.kommun).keyed("kommun"),
            Column::text(labels.lan).keyed("lan"),
        ],
        rows: rows.collect(),
        notes: Vec::new(),
    };
    let title = labels.caption_kommun_list.to_owned();
    Document { title, lead: Vec::new(), tables: vec![table], lists: Vec::new() }
}
