//! What a search is given, and what it gives.

use std::time::Instant;

use super::result::SearchResult;
use crate::search::conditions::Condition;
use crate::search::kommun_set::KommunSet;
use crate::search::problem::Problem;

/// What the work may cost.
pub struct Limits<'run> {
    /// Kommuner up to which every grouping is looked at.
    pub most_enumerated: usize,
    /// The memory that tables and states may take, bytes.
    pub memory: usize,
    /// Threads.
    pub threads: usize,
    /// Until then at the latest.
    pub until: Option<Instant>,
    /// Told how many groupings there are before they are looked at, and now and then how many were.
    pub progress: &'run mut dyn FnMut(u64, u64),
}

/// A result, and the groupings it is about as sets.
#[derive(Clone, Debug)]
pub struct SearchAnswer {
    /// The result.
    pub result: SearchResult,
    /// What was searched, with its distances.
    pub problem: Problem,
    /// The best groupings.
    pub best: Vec<Vec<KommunSet>>,
    /// Whether all searched kommuner are in a förbund today, so that today can be compared with the groupings.
    pub today_is_grouping: bool,
    /// The conditions that contradict each other, where nothing is feasible.
    pub contradiction: Vec<Condition>,
    /// How it was searched.
    pub way: Way,
}

/// How groupings were searched.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Way {
    /// Each was looked at.
    Enumerated,
    /// Best first, until nothing that had not come could be better.
    BestFirst,
    /// They were counted only: there are too many kommuner, and what they are ranked by is no sum over förbund.
    OnlyCounted,
    /// They were counted only: memory or time ended before they could be ranked.
    OutOfMemoryOrTime,
}
