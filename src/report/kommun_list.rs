//! Kommuner with their codes: what to write where a kommun is asked for.

use super::columns::Columns;
use super::document::{Column, Document};
use crate::input::lan::lan_of_body;
use crate::model::kommun::{Kommun, KommunId, Kommuner};
use crate::text::label::labels;
use crate::text::language::Language;

/// A list of kommuner.
#[must_use]
pub fn document(kommuner: &Kommuner, found: &[KommunId], language: Language) -> Document {
    let labels = labels(language);
    let columns = Columns::new()
        .with(Column::text(labels.kommunkod).keyed("kommunkod"), |kommun: &&Kommun| {
            kommun.kommunkod.to_string()
        })
        .with(Column::text(labels.kommun).keyed("kommun"), |kommun| kommun.name.clone())
        .with(Column::text(labels.lan).keyed("lan"), |kommun| {
            let region = kommuner.region(kommun.region);
            lan_of_body(region).unwrap_or(region)
        });
    let rows = columns.rows(found.iter().map(|&id| kommuner.get(id)));
    let title = labels.caption_kommun_list.to_owned();
    let tables = vec![columns.table(&*title, rows, None)];
    Document { title, tables, ..Document::default() }
}
