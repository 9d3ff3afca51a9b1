//! Finds out what the parties of a baseline think of an alternative.

mod compute;
mod named;
mod remedy;

pub use compute::stance;
pub use named::{refuse_contradictions, warn_of_unknown};
