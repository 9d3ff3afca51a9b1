//! On which line the figures of each kommun stand.

use std::collections::BTreeMap;
use std::sync::Arc;

use memchr::memchr_iter;

use super::reader::TableReader;
use super::table::WantedYear;
use crate::diagnostic::{Diagnostics, Source};
use crate::input::kommun_columns::Column;
use crate::model::kommun::Kommunkod;

/// On which line each kommun of a year stands, or of every year where none is wanted. A table is read for its lines only
/// where somebody asks for them; `None` where it cannot be read any more, and that went to `diagnostics`.
#[must_use]
pub fn read_places(
    source: &Arc<Source>,
    wanted: Option<&WantedYear>,
    diagnostics: &mut Diagnostics,
) -> Option<TablePlaces> {
    let mut reader = TableReader::new(source, false, diagnostics);
    reader.rows = Some(Vec::new());
    (reader.every_year, reader.blanks_allowed) = (wanted.is_none(), wanted.is_none());
    let kommuner = reader.read_rows(wanted.unwrap_or(&WantedYear::Latest))?.kommuner;
    let heading =
        |column| reader.table.columns.position(column).map(|position| reader.table.columns.name(position));
    // The rows in the order of the file, so that its lines are counted once.
    let starts = reader.rows.take().expect("asked for above");
    let mut rows: Vec<_> = starts.into_iter().zip(&kommuner).collect();
    rows.sort_unstable_by_key(|((start, _), _)| *start);
    let (mut counted, mut line) = (0, 1);
    let mut lines: BTreeMap<Kommunkod, Vec<RowPlace>> = BTreeMap::new();
    for ((start, kommunkod), row) in rows {
        line += memchr_iter(b'\n', &source.text.as_bytes()[counted..start]).count();
        counted = start;
        let figures = &row.figures;
        lines.entry(kommunkod).or_default().push(RowPlace {
            year: row.year,
            line,
            befolkning_16_64: figures.befolkning_16_64.is_some(),
            forsorjningsmatt: figures.forsorjningsmatt.is_some(),
            folkmangd: figures.folkmangd.is_some(),
        });
    }
    for rows in lines.values_mut() {
        rows.sort_by_key(|row| row.year);
    }
    Some(TablePlaces {
        lines,
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
    /// The rows of each kommun, in order of their years.
    lines: BTreeMap<Kommunkod, Vec<RowPlace>>,
}

/// Where a row starts, and which figures it has.
#[derive(Clone, Copy, Debug)]
pub struct RowPlace {
    /// Its year, 0 where the table has none.
    year: i64,
    /// Its line, from 1.
    line: usize,
    /// Whether it has inhabitants 16–64.
    pub befolkning_16_64: bool,
    /// Whether it has försörjningsmått.
    pub forsorjningsmatt: bool,
    /// Whether it has all inhabitants.
    pub folkmangd: bool,
}

impl TablePlaces {
    /// The line, from 1, on which the row of a kommun starts that has a figure; of several the latest, not after a year if
    /// one is named.
    #[must_use]
    pub fn line(
        &self,
        kommunkod: Kommunkod,
        latest: Option<i64>,
        has_figure: fn(&RowPlace) -> bool,
    ) -> Option<usize> {
        let known = |row: &&RowPlace| latest.is_none_or(|latest| row.year <= latest) && has_figure(row);
        self.lines.get(&kommunkod)?.iter().rfind(known).map(|row| row.line)
    }
}
