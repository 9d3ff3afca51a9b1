//! How a run ends.

/// How a run ended.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Ending {
    /// Done.
    Done,
    /// A check did not hold, or figures changed more than allowed.
    Failed,
}
