//! What ends a count before its end.

use thiserror::Error;

/// Why there is no count.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum CountError {
    /// No order was found whose frontier is narrow enough for a state to be written down.
    #[error("the graph needs a frontier of more than {most} vertices")]
    TooWide {
        /// The most vertices that a frontier may have.
        most: usize,
    },
    /// The states would take more memory than allowed.
    #[error("step {step} of {steps} needs more than the {bytes} bytes allowed, with {states} states")]
    TooLarge {
        /// The step at which the memory ended, from one.
        step: usize,
        /// How many steps there are: one for each vertex, or set of vertices that stay together.
        steps: usize,
        /// States of this step and the one before when it ended.
        states: usize,
        /// The bytes allowed.
        bytes: usize,
    },
    /// Whoever watched wished to stop.
    #[error("stopped at step {step} of {steps}")]
    Stopped {
        /// The step at which it stopped, from one.
        step: usize,
        /// How many steps there are.
        steps: usize,
    },
}
