//! The calculation as a workbook whose formulas lead from the cells of parameters and kommuner to every result.
//!
//! A [`book::Workbook`] is a value: constants, formulas as trees over cells, and with every formula the value that
//! the model computed. Nothing here knows a file format.

mod about;
mod alternative_rows;
pub mod book;
pub mod build;
mod comparison;
mod context;
mod contribution;
mod country;
mod criteria;
pub mod evaluate;
mod forbund;
pub mod formula;
mod headline;
mod kansli;
mod kommuner;
mod layout;
mod names;
mod page;
mod parameters;
mod per_forbund;
pub mod plain;
mod region;
mod rounding;
mod side;
mod years;
