//! Tables of insatser and what became of their participants, as systems for follow-up (SUS) and spreadsheets give them.
//!
//! ```text
//! file → grids (CSV, workbook) → headings (where is what) → rows → parts (which count) → sums per insats
//! ```
//!
//! A row is an insats, or a part of one by kommun and sex. Persons are added up, and never percentages: those become the
//! numbers of persons that they are of, or are refused where nobody says how many that is.

mod headings;
mod importer;
mod parts;
mod persons;
mod rows;
mod sums;
mod table;
mod words;

pub use importer::{import, is_one};
pub use table::{InsatserTable, SheetRead, TableInsats};
