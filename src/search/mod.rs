//! Every grouping of some kommuner into förbund: counted, ranked, and proved to be the best.
//!
//! Kommuner are numbered by kommunkod, and a förbund is a set of bits. Whether it may be, and all that a grouping adds up
//! or compares of it, is computed once for each; groupings are then made of them. No files, no printing, no floats: a
//! [`problem::Problem`] goes in, and groupings with their values come out.
#![deny(clippy::float_arithmetic)]

// Sets of kommuner, and what can be said of them.
pub mod borders;
pub mod kommun_set;
mod matching;
pub mod share;

// The förbund that may be, and how they go together.
pub mod completions;
pub mod criterion;
pub mod forbund;
pub mod ranked;

// All groupings.
pub mod enumeration;
mod reach;

// From a baseline with conditions to groupings with money.
pub mod conditions;
pub mod contradiction;
mod listing;
pub mod money;
pub mod problem;

// Counts and the best beyond what can be enumerated.
pub mod best_first;
pub mod carried;
pub mod cover;
pub mod frontier;
pub mod placing;
pub mod zones;

#[cfg(test)]
mod random;
