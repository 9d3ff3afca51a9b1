//! What a search is given, and what it gives.

use std::time::Instant;

use super::result::SearchResult;
use crate::search::conditions::Condition;
use crate::search::kommun_set::KommunSet;
use crate::search::problem::Problem;

/// Förbund up to which covering the kommuner with them is quicker than their frontier.
pub const MOST_COVERED: usize = 100_000;

/// What the work may cost.
pub struct Limits<'run> {
    /// Kommuner up to which every grouping is looked at.
    pub most_enumerated: usize,
    /// Förbund up to which covering the kommuner with them comes before their frontier, where both lead to the best.
    pub most_covered: usize,
    /// The memory that tables and states may take, bytes.
    pub memory: usize,
    /// Threads.
    pub threads: usize,
    /// Until then at the latest.
    pub until: Option<Instant>,
    /// Told before the work and now and then how far it has come.
    pub progress: &'run mut dyn FnMut(Progress),
}

/// How far a search has come.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Progress {
    /// Groupings are looked at one by one: so many of all, and what the best of them is worth.
    LookedAt {
        /// How many were looked at.
        seen: u64,
        /// How many there are.
        all: u64,
        /// What the best so far is worth; more is better.
        best: Option<i64>,
    },
    /// Groupings are counted, or made ready to be ranked, one kommun after the other.
    Passed {
        /// The kommun at work, from one; those that stay together are one.
        step: usize,
        /// How many there are.
        steps: usize,
        /// Beginnings that cannot be completed in the same ways.
        states: usize,
    },
    /// The förbund that may be are listed.
    Listed {
        /// How many there are so far.
        forbund: usize,
    },
    /// Groupings that no other one beats are looked for.
    TradeOffs {
        /// How many were found.
        found: usize,
        /// Where others may still be: that many zones between what they are worth.
        open: usize,
    },
    /// Groupings that may be the best are compared.
    Ranked {
        /// How many were.
        seen: u64,
        /// What the best so far is worth; more is better.
        best: Option<i64>,
    },
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
    /// Those that may be the best, until nothing that had not come could be better.
    BestFirst,
    /// They were counted at most: there are too many förbund to be listed, and no other way leads to the best.
    TooMany,
    /// They were counted at most: memory or time ended before they could be ranked.
    OutOfMemoryOrTime,
}
