//! The best groupings of more kommuner than can be gone through, and how far they are proved to be.

use crate::search::best_first::Proof;
use crate::search::ranked::Ranked;

/// A list of the best.
pub(super) struct List {
    pub(super) best: Vec<Ranked>,
    /// The best of each number of förbund, where it is proved.
    pub(super) by_number: Vec<Ranked>,
    pub(super) proof: Proof,
}

impl List {
    /// Whether nothing is left to be proved.
    pub(super) fn is_whole(&self) -> bool {
        self.proof.values && self.proof.ties
    }

    /// Whether it says more than another one.
    pub(super) fn says_more(&self, other: &Self) -> bool {
        let rank = |list: &Self| {
            let within = list.proof.within.map_or(i128::MIN, |within| -within);
            (list.proof.values, list.proof.ties, list.best.len(), within)
        };
        rank(self) > rank(other)
    }
}

impl Default for List {
    fn default() -> Self {
        let proof = Proof { values: false, ties: false, within: None };
        Self { best: Vec::new(), by_number: Vec::new(), proof }
    }
}
