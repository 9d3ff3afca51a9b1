//! A kommun table that was asked for by itself, without a baseline.

use super::document::{self, At};
use super::files::{Files, LARGEST_TABLE, Location};
use super::further_columns::FurtherColumns;
use super::kommun_table::{self, KommunTable, WantedYear};
use super::sources_file::{self, ColumnSource};
use crate::diagnostic::{Diagnostic, Diagnostics, Source};

/// Where the table stands among the compiled-in examples.
pub const BUILTIN_TABLE: &str = "data/kommuner.csv";

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
    let source = match document::read_source(files, location, LARGEST_TABLE, &mut found) {
        Ok(source) => source,
        Err(problem) => return Err(Diagnostic::without_place(problem).into()),
    };
    let read = kommun_table::read_further(&source, &wanted(year), &mut found);
    let mut sources = sources_file::read(files, location, &mut found).columns;
    match read {
        Some((table, further)) if !found.has_errors() => {
            table.marks.clone().add_to(&mut sources);
            warnings.append(found);
            Ok(StandaloneTable { table, further, location: location.clone(), sources })
        }
        _ => Err(found),
    }
}

fn wanted(year: Option<i64>) -> WantedYear {
    let Some(year) = year else { return WantedYear::Latest };
    // What was typed is shown as the place of the error.
    let text = year.to_string();
    let span = 0..text.len();
    let source = Source::typed("--year", &text);
    WantedYear::This { source, year: At { value: year, span } }
}
