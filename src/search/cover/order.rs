//! In which order kommuner are covered.

use super::super::kommun_set::KommunSet;
use super::column::Column;

/// An order of kommuner.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Order {
    /// The kommun at each place.
    kommun: Vec<usize>,
    /// The place of each kommun.
    place: Vec<usize>,
}

impl Order {
    /// An order in which few förbund have a kommun and none of those before it: next is always the one of which most
    /// förbund have one of those before. So what has been covered is a whole region that grows from a corner, and many
    /// beginnings leave the same kommuner.
    #[must_use]
    pub fn of(kommuner: usize, columns: &[Column]) -> Self {
        let counts = |columns: &[KommunSet]| {
            let mut counts = vec![0_u64; kommuner];
            for set in columns {
                set.iter().for_each(|kommun| counts[kommun] += 1);
            }
            counts
        };
        let mut free: Vec<KommunSet> = columns.iter().map(|column| column.set).collect();
        let all = counts(&free);
        let (mut left, mut kommun) = (KommunSet::first(kommuner), Vec::new());
        while !left.is_empty() {
            let (of_free, is_first) = (counts(&free), kommun.is_empty());
            // The first one is in a corner: it is in the fewest.
            let of_all = |kommun: usize| if is_first { 1 } else { u128::from(all[kommun].max(1)) };
            let share = |kommun: usize| (u128::from(of_free[kommun]) << 64) / of_all(kommun);
            let next = left.iter().min_by_key(|kommun| (share(*kommun), *kommun)).expect("some are left");
            left = left.without(KommunSet::only(next));
            free.retain(|set| !set.contains(next));
            kommun.push(next);
        }
        let mut place = vec![0; kommuner];
        for (at, kommun) in kommun.iter().enumerate() {
            place[*kommun] = at;
        }
        Self { kommun, place }
    }

    /// A set of kommuner as the set of their places.
    #[must_use]
    pub fn ordered(&self, set: KommunSet) -> KommunSet {
        set.iter().map(|kommun| self.place[kommun]).collect()
    }

    /// The set of the kommuner at these places.
    #[must_use]
    pub fn restored(&self, set: KommunSet) -> KommunSet {
        set.iter().map(|place| self.kommun[place]).collect()
    }
}
