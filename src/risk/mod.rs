//! How sure a result is: alternatives computed with a million draws of what is uncertain.
//!
//! The only arithmetic with binary floats that money passes through stands here, and none of it is lost: what floats
//! cannot decide for certain is computed by the exact kernel, so every draw has the kronor of the model
//! (`figures`). Draws are functions of seed, number and draw alone (`generator`); sums are whole numbers (`sums`),
//! so no order of threads and no division into shards changes a byte.

mod compiled;
mod drawing;
mod exact;
mod figures;
mod generator;
mod normal;
mod quantiles;
pub mod result;
mod run;
pub mod shard;
mod shares;
mod sums;
#[cfg(test)]
mod tests;

use std::num::NonZero;

use result::{Head, Risk};
pub use run::{Part, Plan, Progress};
use shard::{MergeError, Shard};

/// Makes all draws and says what they come to.
#[must_use]
pub fn risk(plan: &Plan<'_>, threads: NonZero<usize>, progress: &Progress<'_>) -> Risk {
    Risk::of(plan.head(), &run::sums(plan, Part::All, threads, progress))
}

/// Makes the draws of a shard.
#[must_use]
pub fn shard(plan: &Plan<'_>, part: Part, threads: NonZero<usize>, progress: &Progress<'_>) -> Shard {
    shard::write(plan, part, run::sums(plan, part, threads, progress))
}

/// What all shards of a run come to, in the order that they were given.
///
/// # Errors
/// If they are not all shards of one run, each once.
pub fn merged(shards: Vec<Option<Shard>>) -> Result<Risk, MergeError> {
    let (head, sums): (Head, _) = shard::merge(shards)?;
    Ok(Risk::of(head, &sums))
}
