//! The kommun table: one year of a CSV file, every cell that matters checked.
//!
//! Only the rows of the wanted year are read in full; an unusable figure of another year does not matter.

mod by_year;
mod cells;
mod form;
mod header;
mod open_table;
pub mod places;
mod reader;
mod regions;
mod row;
mod table;
mod years;

pub use by_year::{CarriedColumn, FiguresOfYear, FiguresOfYears, PathPlace, TableOfYears, read_years};
pub use form::is_meant;
pub use reader::{check_every_year, read_further, read_usable};
pub use table::{KommunTable, WantedYear};
