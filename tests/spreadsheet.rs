//! The workbook of `finsam report`: its formulas give the model's kronor, also when cells are changed, also in a real
//! spreadsheet program.

#[path = "spreadsheet/changed.rs"]
mod changed;
#[path = "spreadsheet/computed.rs"]
mod computed;
#[path = "spreadsheet/hostile.rs"]
mod hostile;
#[path = "spreadsheet/office.rs"]
mod office;
#[path = "shared/other_program.rs"]
mod other_program;
#[path = "reference/mod.rs"]
#[expect(dead_code, reason = "only its cases are of use here")]
mod reference;
#[path = "spreadsheet/values.rs"]
mod values;
