//! A kommun table that was asked for by itself, without a baseline.

use std::collections::HashMap;

pub use super::builtin::BUILTIN_TABLE;
use super::document::At;
use super::files::{Files, LARGEST_TABLE, Location};
use super::further_columns::FurtherColumns;
use super::kommun_table::{self, KommunTable, WantedYear};
use super::sources_file::{self, ColumnSource};
use super::text_file;
use crate::diagnostic::{Diagnostic, Diagnostics, Source};
use crate::model::kommun::KommunId;
use crate::model::name::canonical;

/// A table with fewer kommuner is no table of the whole country: there are 290.
pub const FEWEST_IN_COUNTRY: usize = 250;

/// A kommun table with all that stands in it.
#[derive(Clone, Debug)]
pub struct StandaloneTable {
    /// The kommuner of one year.
    pub table: KommunTable,
    /// What the model does not need.
    pub further: FurtherColumns,
    /// Where it is.
    pub location: Location,
    /// Where its columns come from.
    pub sources: Vec<ColumnSource>,
}

/// A förbund of today, as a table names it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct TableForbund {
    /// Its name, as it stands first.
    pub name: String,
    /// Its kommuner, in order of kommunkod.
    pub members: Vec<KommunId>,
}

impl StandaloneTable {
    /// Today's förbund, in order of their lowest kommunkod, and for each kommun the position of its own; nothing where
    /// the table does not know any.
    #[must_use]
    pub fn forbund(&self) -> (Vec<TableForbund>, Vec<Option<usize>>) {
        let mut forbund: Vec<TableForbund> = Vec::new();
        let mut positions: HashMap<String, usize> = HashMap::new();
        let names = self.further.forbund.iter().flatten();
        let of_kommun = self.table.kommuner.iter().zip(names).map(|((kommun, _), name)| {
            let name = name.as_ref()?;
            let position = *positions.entry(canonical(name)).or_insert(forbund.len());
            if position == forbund.len() {
                forbund.push(TableForbund { name: name.clone(), members: Vec::new() });
            }
            forbund[position].members.push(kommun);
            Some(position)
        });
        let of_kommun = of_kommun.collect();
        (forbund, of_kommun)
    }
}

/// Reads one year of a table: the one typed, else the latest.
///
/// # Errors
/// All that is wrong with it. Warnings go to `warnings`.
pub fn load(
    files: &Files,
    location: &Location,
    year: Option<i64>,
    warnings: &mut Diagnostics,
) -> Result<StandaloneTable, Diagnostics> {
    let mut found = Diagnostics::default();
    let source = match text_file::read(files, location, LARGEST_TABLE, &mut found) {
        Ok(source) => source,
        Err(problem) => return Err(Diagnostic::without_place(problem).into()),
    };
    let read = kommun_table::read_further(&source, &wanted(year), &mut found);
    let mut sources = sources_file::read(files, location, &mut found).columns;
    match read {
        Some((table, further)) if !found.has_errors() => {
            sources_file::add_marks(table.marks.clone(), &mut sources);
            warnings.append(found);
            Ok(StandaloneTable { table, further, location: location.clone(), sources })
        }
        _ => Err(found),
    }
}

/// Checks every year of a table.
///
/// # Errors
/// All that is wrong with it. Warnings go to `warnings`.
pub fn check_every_year(
    files: &Files,
    location: &Location,
    warnings: &mut Diagnostics,
) -> Result<(), Diagnostics> {
    let mut found = Diagnostics::default();
    match text_file::read(files, location, LARGEST_TABLE, &mut found) {
        Ok(source) => kommun_table::check_every_year(&source, &mut found),
        Err(problem) => return Err(Diagnostic::without_place(problem).into()),
    }
    let _ = sources_file::read(files, location, &mut found);
    if found.has_errors() {
        return Err(found);
    }
    warnings.append(found);
    Ok(())
}

fn wanted(year: Option<i64>) -> WantedYear {
    let Some(year) = year else { return WantedYear::Latest };
    // What was typed is shown as the place of the error.
    let text = year.to_string();
    let span = 0..text.len();
    let source = Source::typed("--year", &text);
    WantedYear::This { source, year: At { value: year, span } }
}
