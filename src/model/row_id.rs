//! What tells the rows of a grouping apart.

/// Names a row for as long as it exists; never used again.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct RowId(u32);

impl RowId {
    /// The id with this number; groupings number their rows.
    pub(super) fn new(number: u32) -> Self {
        Self(number)
    }
}
