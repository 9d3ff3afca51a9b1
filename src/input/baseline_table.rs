//! The kommun table of a baseline, with the columns that the model does not need.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::Range;
use std::sync::Arc;

use super::baseline_file::BaselineFile;
use super::document::At;
use super::files::{Files, Location};
use super::further_columns::FurtherColumns;
use super::kommun_table::{self, FiguresOfYears, KommunTable, PathPlace, TableOfYears, WantedYear};
use super::lookup::{self, Named};
use super::names::nearest;
use super::names::plain_heading;
use super::path_section::StatedPath;
use super::places;
use super::sources_file::{self, ColumnSource};
use super::text_file;
use crate::diagnostic::{BaselineProblem, Diagnostic, Diagnostics, Source};
use crate::model::kommun::{KommunId, Kommuner};

/// What a baseline has of its kommun table.
pub(super) struct BaselineTable {
    pub(super) read: KommunTable,
    /// What it has for each year, where there is a path.
    pub(super) of_years: Option<FiguresOfYears>,
    pub(super) further: FurtherColumns,
    pub(super) places_filled_in: BTreeSet<KommunId>,
    pub(super) location: Location,
    pub(super) column_sources: Vec<ColumnSource>,
}

impl BaselineTable {
    /// With other kommuner in the place of those it had, their figures aside; which one each of them comes from. What
    /// further columns say of a kommun as a whole is not known of its parts, but where it lies.
    pub(super) fn rearrange(&mut self, kommuner: Kommuner, origin: &[KommunId]) {
        // Ratios are made of what there is afterwards.
        let FurtherColumns { forbund, places, indicators, ratios: _ } = &mut self.further;
        if let Some(forbund) = forbund {
            *forbund = origin.iter().map(|from| forbund[from.index()].clone()).collect();
        }
        if let Some(places) = places {
            *places = origin.iter().map(|from| places[from.index()]).collect();
        }
        let is_part: Vec<bool> = kommuner.iter().map(|(_, kommun)| kommun.part_of.is_some()).collect();
        for indicator in indicators {
            let known = origin.iter().zip(&is_part);
            let values = known.map(|(from, is_part)| indicator.values[from.index()].filter(|_| !is_part));
            indicator.values = values.collect();
        }
        let filled_in = origin.iter().enumerate().filter(|(_, from)| self.places_filled_in.contains(from));
        self.places_filled_in = filled_in.map(|(position, _)| KommunId::new(position)).collect();
        self.read.kommuner = kommuner;
    }
}

/// Loads the table at the path that a baseline names.
pub(super) fn load_table(
    files: &Files,
    baseline: &Location,
    path: &At<String>,
    stated: Option<&StatedPath>,
    file: &BaselineFile,
    text: &Arc<Source>,
    diagnostics: &mut Diagnostics,
) -> Option<BaselineTable> {
    let location = baseline.beside(&path.value);
    let read = lookup::refuse_other_endings(&path.value, &location, Named::Table)
        .and_then(|()| text_file::open(files, &location, Named::Table, diagnostics));
    let table_text = match read {
        Ok(table_text) => table_text,
        Err(problem) => {
            diagnostics.push(Diagnostic::at(problem, text, path.span.clone()));
            return None;
        }
    };
    let source = text.clone();
    let (read, of_years, mut further) = match (stated, file.year.clone()) {
        (Some(stated), _) => {
            let place = PathPlace { source: &stated.place.source, span: &stated.place.span };
            let read = kommun_table::read_years(&table_text, &stated.path, place, diagnostics)?;
            let (TableOfYears { table, of_years }, further) = read;
            (table, Some(of_years), further)
        }
        (None, year) => {
            let wanted = match year {
                Some(year) => WantedYear::This { source, year },
                None => WantedYear::Only { source, path: path.span.clone() },
            };
            let (read, further) = kommun_table::read_usable(&table_text, &wanted, diagnostics)?;
            (read, None, further)
        }
    };
    let places_filled_in = places::fill(files, &read.kommuner, &mut further);
    let mut column_sources = sources_file::read(files, &location, diagnostics).columns;
    sources_file::add_marks(read.marks.clone(), &mut column_sources);
    Some(BaselineTable { read, of_years, further, places_filled_in, location, column_sources })
}

/// Gives each indicator of the table the weight that the baseline names. Names are compared as headings are.
pub(super) fn weigh_indicators(
    file: &BaselineFile,
    further: &mut FurtherColumns,
    text: &Arc<Source>,
    diagnostics: &mut Diagnostics,
) {
    let mut named: BTreeMap<String, Range<usize>> = BTreeMap::new();
    let mut positions: HashMap<String, usize> = HashMap::new();
    for (position, indicator) in further.indicators.iter().enumerate() {
        positions.entry(plain_heading(&indicator.name)).or_insert(position);
    }
    for (column, weight) in &file.indicators.weights {
        let plain = plain_heading(&column.value);
        if let Some(first) = named.insert(plain.clone(), column.span.clone()) {
            let problem = BaselineProblem::IndicatorTwice { column: column.value.clone() };
            diagnostics.push(Diagnostic::at(problem, text, column.span.clone()).and(text, first));
        }
        if let Some(&position) = positions.get(&plain) {
            further.indicators[position].weight = weight.value;
            continue;
        }
        diagnostics.push_error(|| {
            let existing: Vec<String> =
                further.indicators.iter().map(|indicator| indicator.name.clone()).collect();
            let nearest = nearest(&column.value, existing.iter().map(String::as_str));
            let problem =
                BaselineProblem::UnknownIndicator { column: column.value.clone(), nearest, existing };
            Diagnostic::at(problem, text, column.span.clone())
        });
    }
    file.indicators.resolve_ratios(further, text, diagnostics);
}
