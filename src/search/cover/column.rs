//! The förbund that kommuner are covered with.

use super::super::kommun_set::KommunSet;

/// A förbund that may be.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Column {
    /// Its kommuner.
    pub set: KommunSet,
    /// What it adds to the worth of a grouping, at most.
    pub worth: i64,
}
