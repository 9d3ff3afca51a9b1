//! What a user says about the files, beside the files.

use super::column_mapping::ColumnMapping;
use super::form::Form;

/// What a user says about the files, beside the files.
#[derive(Clone, Default, Debug)]
pub struct Options {
    /// The form that every file has.
    pub form: Option<Form>,
    /// The only sheet to read of workbooks.
    pub sheet: Option<String>,
    /// Which series become which columns.
    pub columns: Vec<ColumnMapping>,
    /// The only year to take, and the year of figures that name none.
    pub year: Option<i64>,
    /// Whether years are kept that lack figures which an earlier one has: the years of a path carry them forward.
    pub incomplete_years: bool,
}
