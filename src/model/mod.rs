//! The allocation, pure and exact.
//!
//! Nothing here opens a file, prints a character or uses a binary float: a baseline and a grouping of kommuner
//! go in, whole kronor come out. The rules are those of the state's allocation model as written in
//! Försäkringskassan's PM 2015-01-22 and of 5 § lag (2003:1210) om finansiell samordning av
//! rehabiliteringsinsatser; where they are silent, the choice is documented at the function that makes it.
//!
//! The modules are in layers, in the order below: none uses one of a later layer, and none is used by one that it uses.
#![deny(clippy::float_arithmetic)]

// Numbers and names.
pub mod fraction;
pub mod holdings;
pub mod identity;
pub mod kronor;
pub mod name;
pub mod path;
pub mod rounding;
pub mod shares;

// Kommuner, and the figures and parameters of one year.
pub mod error;
pub mod figures;
pub mod key;
pub mod kommun;
pub mod parameters;
pub mod row_id;
pub mod rules;

// From the sums of a set of kommuner to whole kronor.
pub mod allocation_base;
pub mod board;
pub mod kansli;
pub mod kernel;
pub mod rates;
pub mod recorder;
pub mod step;

// Who is with whom: in integers, then with names, kanslier and changes.
pub mod baseline;
pub mod change;
pub mod grouping;
pub mod insats;
pub mod insatser;
pub mod partition;
pub mod payments;
pub mod regrouping;

// A baseline with its rates, and what a grouping leads to.
pub mod allocation;
mod calibration;
mod exact_side;
pub mod held;
pub mod outcome;
pub mod side;
pub mod smallest;

// A year, whose grouping may change and whose money rules may bound.
pub mod bounded;
mod caps;
mod maximum;
pub mod year;
