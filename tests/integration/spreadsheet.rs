//! The workbook of `finsam report`: its formulas give the model's kronor, also when cells are changed, also in a real
//! spreadsheet program.

mod changed;
mod charts;
mod computed;
mod hostile;
mod office;
mod sorted;
mod values;
mod years;
