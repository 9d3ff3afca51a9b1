//! From bytes to values.
//!
//! Three stages, each its own type: as written ([`baseline_file`], [`scenario_file`], with the place of every
//! value), resolved ([`baseline`], [`scenario`], names turned into indices and every rule checked), and the model's
//! own values. All errors of a file are collected before anything is refused.

pub mod at;
pub mod baseline;
pub mod baseline_file;
mod baseline_problem;
mod baseline_reading;
mod baseline_resolver;
mod baseline_table;
mod baseline_years;
pub mod borders;
pub mod builtin;
mod change_done;
mod change_history;
mod change_problem;
pub mod column_source;
mod csv_quotes;
pub mod dated;
pub mod document;
pub mod encoding;
pub mod files;
pub mod further_columns;
pub mod grid;
mod grouping_columns;
pub mod grouping_scenario;
pub mod grouping_table;
pub mod import;
pub mod json_tree;
pub mod key_reading;
mod kommun_columns;
pub mod kommun_names;
pub mod kommun_table;
pub mod lan;
pub mod lookup;
pub mod marks;
pub mod names;
pub mod number;
pub mod path_section;
mod places;
mod row_names;
pub mod rules_section;
pub mod scenario;
pub mod scenario_file;
mod scenario_reading;
mod scenario_years;
pub mod search;
pub mod search_file;
mod search_reading;
pub mod section;
mod separators;
pub mod shape;
mod sharing_reading;
pub mod sources_file;
pub mod table_file;
pub mod text_file;
pub mod tolerance;
mod toml_error;
mod toml_number;
pub mod workbook;
mod workbook_cell;
mod workbook_entry;
mod workbook_error;
mod workbook_markup;
mod workbook_package;
pub mod years;
