//! The allocation, pure and exact.
//!
//! Nothing here opens a file, prints a character or uses a binary float: a baseline and a grouping of kommuner
//! go in, whole kronor come out. The rules are those of the state's allocation model as written in
//! Försäkringskassan's PM 2015-01-22 and of 5 § lag (2003:1210) om finansiell samordning av
//! rehabiliteringsinsatser; where they are silent, the choice is documented at the function that makes it.
#![deny(clippy::float_arithmetic)]

pub mod allocation;
pub mod allocation_base;
pub mod baseline;
pub mod change;
pub mod error;
pub mod figures;
pub mod fraction;
pub mod grouping;
pub mod identity;
pub mod kansli;
pub mod kernel;
pub mod key;
pub mod kommun;
pub mod kronor;
pub mod name;
pub mod outcome;
pub mod recorder;
pub mod rounding;
pub mod row_id;
pub mod shares;
