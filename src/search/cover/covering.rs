//! What is to be covered, and what decides the order of covers.

use super::super::kommun_set::KommunSet;
use super::super::ranked::Place;
use super::column::Column;
use super::order::Order;
use super::side::Side;

/// More than the kommuner that can have moved.
pub(super) const TIES: i64 = 1 << 6;
const _: () = assert!(KommunSet::MOST < 1 << 6, "kommuner that have moved stand below the worth");
/// Kommuner to be covered by förbund, each once.
#[derive(Clone, Copy)]
pub struct Cover<'run> {
    /// How many kommuner there are.
    pub kommuner: usize,
    /// The förbund that may be.
    pub columns: &'run [Column],
    /// In which order kommuner are covered.
    pub order: &'run Order,
    /// Today's förbund.
    pub today: &'run [KommunSet],
    /// Whether groupings are ranked by what their förbund add, before who has moved.
    pub counts_worth: bool,
    /// The most kommuner that may have moved.
    pub most_moved: Option<u32>,
    /// The lowest key of a grouping that counts.
    pub least_key: Option<i128>,
    /// Further sums that a grouping must reach to count.
    pub sides: &'run [Side],
    /// Where a grouping stands, whose förbund are in order of their first kommun; `None` where it does not count.
    pub place: &'run dyn Fn(&[KommunSet]) -> Option<Place>,
    /// Whether these kommuner may still become so many förbund, as far as can be told without trying.
    pub can_complete: &'run dyn Fn(KommunSet, usize) -> bool,
}

impl Cover<'_> {
    /// What decides the order first: worth, then who has moved.
    #[must_use]
    pub fn key(&self, place: &Place) -> i128 {
        self.key_of(place.worth, place.moved)
    }

    /// The key of groupings that are worth so much and have moved so many.
    #[must_use]
    pub fn key_of(&self, worth: i64, moved: u32) -> i128 {
        let worth = if self.counts_worth { i128::from(worth) } else { 0 };
        worth * i128::from(TIES) - i128::from(moved)
    }

    /// The lowest key that groupings worth so much can have: all have moved.
    #[must_use]
    pub fn least_key_of(&self, worth: i64) -> i128 {
        self.key_of(worth, u32::try_from(self.kommuner).expect("few kommuner"))
    }

    /// How much more a key is worth than another one.
    #[must_use]
    pub fn difference(&self, more: i128, less: i128) -> i128 {
        let worth = |key: i128| if self.counts_worth { -(-key).div_euclid(i128::from(TIES)) } else { key };
        worth(more) - worth(less)
    }

    pub(super) fn least_stay(&self) -> u32 {
        let kommuner = u32::try_from(self.kommuner).expect("few kommuner");
        self.most_moved.map_or(0, |most| kommuner.saturating_sub(most))
    }

    pub(super) fn worth(&self, column: &Column) -> i64 {
        if self.counts_worth { column.worth * TIES } else { 0 }
    }
}
