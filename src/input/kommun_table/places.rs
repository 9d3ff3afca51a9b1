//! On which line the figures of each kommun stand.

use std::collections::HashMap;
use std::sync::Arc;

use memchr::memchr_iter;

use super::reader::TableReader;
use super::table::WantedYear;
use crate::diagnostic::{Diagnostics, Source};
use crate::input::kommun_columns::Column;
use crate::model::kommun::Kommunkod;

/// On which line each kommun of a year stands. A table is read for its lines only where somebody asks for them;
/// `None` where it cannot be read any more, and that went to `diagnostics`.
#[must_use]
pub fn read_places(
    source: &Arc<Source>,
    wanted: &WantedYear,
    diagnostics: &mut Diagnostics,
) -> Option<TablePlaces> {
    let mut reader = TableReader::new(source, false, diagnostics);
    reader.rows = Some(Vec::new());
    reader.read(wanted)?;
    let heading =
        |column| reader.table.columns.position(column).map(|position| reader.table.columns.name(position));
    // The rows in the order of the file, so that its lines are counted once.
    let mut rows: Vec<(usize, Kommunkod)> = reader.rows.take().expect("asked for above");
    rows.sort_unstable();
    let (mut counted, mut line) = (0, 1);
    let lines = rows.into_iter().map(|(start, kommunkod)| {
        line += memchr_iter(b'\n', &source.text.as_bytes()[counted..start]).count();
        counted = start;
        (kommunkod, line)
    });
    Some(TablePlaces {
        lines: lines.collect(),
        befolkning_16_64: heading(Column::Befolkning).unwrap_or_default(),
        forsorjningsmatt: heading(Column::Forsorjningsmatt).unwrap_or_default(),
        folkmangd: heading(Column::Folkmangd).unwrap_or_default(),
    })
}

/// Where the figures of a table stand.
#[derive(Clone, Debug)]
pub struct TablePlaces {
    /// The heading of inhabitants 16–64.
    pub befolkning_16_64: String,
    /// The heading of försörjningsmått.
    pub forsorjningsmatt: String,
    /// The heading of all inhabitants, if there is such a column.
    pub folkmangd: String,
    /// The line, from 1, on which the row of each kommun starts.
    lines: HashMap<Kommunkod, usize>,
}

impl TablePlaces {
    /// The line, from 1, on which the row of a kommun starts.
    #[must_use]
    pub fn line(&self, kommunkod: Kommunkod) -> Option<usize> {
        self.lines.get(&kommunkod).copied()
    }
}
