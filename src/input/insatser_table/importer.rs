//! Reads files, and makes one list of the insatser in them.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::headings::{self, Headings, Role};
use super::rows::Reader;
use super::sums;
use super::table::{InsatserTable, SheetRead};
use crate::diagnostic::{Diagnostic, Diagnostics, ImportProblem, InsatsProblem};
use crate::input::files::{Files, LARGEST_TABLE, Location};
use crate::input::grid::Grid;
use crate::input::import::Options;
use crate::input::import::file_grids;
use crate::input::lookup::{self, Named};
use crate::input::names::nearest;
use crate::input::workbook::Percent;
use crate::model::name::canonical;

/// Insatser that are read from tables. Those of a baseline are compared with each other by name.
const MOST: usize = 2_000;

/// The sheets of a file.
///
/// # Errors
/// If it cannot be read.
fn grids(
    files: &Files,
    location: &Location,
    sheet: Option<&str>,
    warnings: &mut Diagnostics,
) -> Result<Vec<Grid>, Diagnostics> {
    lookup::refuse_documents(files, location).map_err(Diagnostic::without_place)?;
    let bytes = files.read(location, LARGEST_TABLE);
    let bytes = bytes.map_err(|problem| lookup::given(files, problem, Named::Table.endings()));
    let bytes = bytes.map_err(Diagnostic::without_place)?;
    let path = location.display();
    let read = file_grids::read_with(bytes, &path, Percent::Shown, warnings)?;
    file_grids::wanted_sheets(read.grids, sheet, &path)
}

/// Whether a file has a column of insatser.
#[must_use]
pub fn is_one(files: &Files, location: &Location, options: &Options) -> bool {
    let grids = grids(files, location, options.sheet.as_deref(), &mut Diagnostics::default());
    grids.is_ok_and(|grids| grids.iter().any(|grid| Headings::find(grid, &options.columns).is_some()))
}

/// Reads files into one list of insatser. Warnings go to `diagnostics` too; `None` if there were errors.
#[must_use]
pub fn import(
    files: &Files,
    wanted: &[Location],
    options: &Options,
    diagnostics: &mut Diagnostics,
) -> Option<InsatserTable> {
    let mut found = Diagnostics::default();
    let mut table = InsatserTable {
        insatser: Vec::new(),
        kinds: Vec::new(),
        sheets: Vec::new(),
        totals: 0,
        notes: 0,
        left_out: Vec::new(),
        off: None,
        is_of_ended: true,
    };
    let (mut lines, mut years, mut existing) = (Vec::new(), BTreeMap::new(), BTreeSet::new());
    for location in wanted {
        let grids = match grids(files, location, options.sheet.as_deref(), &mut found) {
            Ok(grids) => grids,
            Err(refused) => {
                found.append(refused);
                continue;
            }
        };
        let mut is_found = false;
        let missing = headings::missing(&grids);
        for grid in grids.into_iter().map(Arc::new) {
            let Some(row) = Headings::find(&grid, &options.columns) else { continue };
            is_found = true;
            let headings = Headings::read(&grid, row, &options.columns, &mut table.kinds, &mut found);
            existing.extend((0..grid.width(row)).map(|column| grid.text(row, column).to_owned()));
            if !headings.is_clear {
                continue;
            }
            let mut reader = Reader {
                grid: &grid,
                sheet: table.sheets.len(),
                headings: &headings,
                year: options.year,
                diagnostics: &mut found,
                totals: 0,
                years: BTreeMap::new(),
                off: None,
                is_of_ended: true,
                notes: 0,
            };
            let read = reader.lines();
            table.totals += reader.totals;
            table.notes += reader.notes;
            table.off = table.off.max(reader.off);
            table.is_of_ended &= reader.is_of_ended;
            years.append(&mut reader.years);
            let left_out = headings.columns(Role::Other).map(|column| grid.text(row, column));
            table.left_out.extend(left_out.filter(|heading| !heading.is_empty()).map(str::to_owned));
            table.sheets.push(SheetRead { name: grid.source.path.clone(), rows: read.len() });
            lines.extend(read);
        }
        if !is_found {
            if missing.is_empty() {
                found.push(Diagnostic::without_place(InsatsProblem::NoRows { path: location.display() }));
            }
            for one in missing {
                found.push(one);
            }
        } else if lines.is_empty() && !found.has_errors() {
            found.push(Diagnostic::without_place(InsatsProblem::NoRows { path: location.display() }));
        }
    }
    for mapping in &options.columns {
        if !existing.is_empty() && !existing.iter().any(|heading| mapping.is_for(heading)) {
            let heading = mapping.heading.clone();
            let nearest = nearest(&heading, existing.iter().map(String::as_str));
            let named = existing.iter().filter(|heading| !heading.is_empty()).take(12).cloned().collect();
            let problem = ImportProblem::SeriesNotFound { heading, nearest, found: named };
            found.push(Diagnostic::without_place(problem));
        }
    }
    if let Some(label) = years.values().nth(1) {
        let problem = InsatsProblem::SeveralYears { years: years.keys().cloned().collect() };
        found.push(Diagnostic::at(problem, &label.source, label.span.clone()));
    } else {
        table.insatser = sums::insatser(lines, &table.kinds, &mut found);
    }
    if table.insatser.len() > MOST {
        let place = table.insatser[MOST].place.clone();
        let problem = InsatsProblem::TooMany { most: MOST };
        found.push(Diagnostic::at(problem, &place.source, place.span));
    }
    if let Some(off) = table.off.filter(|off| *off > 0) {
        found.push(Diagnostic::without_place(InsatsProblem::FromPercent { off }));
    }
    let has_some = |kind: &String| {
        let named = table.insatser.iter().flat_map(|insats| &insats.resultat);
        named.into_iter().any(|(known, _)| canonical(known) == canonical(kind))
    };
    let kinds = table.kinds.iter().filter(|kind| has_some(kind)).cloned().collect();
    table.kinds = kinds;
    let is_wrong = found.has_errors();
    diagnostics.append(found);
    (!is_wrong).then_some(table)
}
