//! Sums that groupings must reach beside what they are ranked by.

/// A sum that a grouping must reach to count.
#[derive(Clone, Debug)]
pub struct Side {
    /// What each column takes off the most that the sum can be.
    pub(super) over: Vec<i64>,
    /// What all of a grouping may take off.
    pub(super) most: i64,
}
