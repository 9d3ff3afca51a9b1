//! From the files that publishers and spreadsheets give to one kommun table.
//!
//! ```text
//! file → grids (CSV, workbook, Kolada's JSON) → layout (where is what) → observations → table
//! ```
//!
//! Every figure keeps the cell it came from. Nothing is guessed in silence: what is left out is counted and named,
//! what contradicts itself is an error at its place.

mod ages;
mod assemble;
pub mod column_mapping;
mod completeness;
mod csv_text;
pub(super) mod file_grids;
mod form;
mod heading;
mod imported;
mod importer;
mod kolada;
mod layout;
mod observation;
mod observe;
mod observer;
mod options;
mod period;
mod place_column;
pub(super) mod register;
mod row_facts;
mod series;
pub mod table;
pub(super) mod value;
mod web_page;

pub use form::Form;
pub use imported::{FileRead, Imported, SheetRead};
pub use importer::{import, known};
pub use options::Options;
