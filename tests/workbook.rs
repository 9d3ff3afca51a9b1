//! Reading of workbooks: what stands in sound ones, and what becomes of those that are made to do harm.

#[path = "workbook/hostile.rs"]
mod hostile;
#[path = "workbook/package.rs"]
mod package;
#[path = "workbook/values.rs"]
mod values;
