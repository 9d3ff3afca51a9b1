//! How answers look: one file per format, text or bytes out, no files and no arithmetic.

pub mod cell;
mod chart_values;
pub mod clean;
pub mod csv;
pub mod diagnostic;
pub mod explanation_json;
pub mod formula;
pub mod github;
#[cfg(test)]
mod hostile;
pub mod html;
pub mod json;
pub mod json_difference;
pub mod json_risk;
pub mod json_sensitivity;
pub mod junit;
pub mod kommun_table;
pub mod markdown;
pub mod sarif;
pub mod sources_file;
pub mod text;
pub mod tree;
pub mod word;
pub mod xlsx;
mod xml;
