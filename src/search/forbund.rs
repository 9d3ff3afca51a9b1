//! The förbund that the conditions allow, each with all that a grouping adds up or compares.

use super::kommun_set::KommunSet;
use super::share::Share;

/// A förbund that may be.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Forbund {
    /// Its kommuner.
    pub set: KommunSet,
    /// The cost of its kansli, kr a year, if known.
    pub kansli: Option<i64>,
    /// How far it is from its seat or largest kommun to the one farthest away, whole km, if known.
    pub farthest_km: Option<u32>,
    /// Inhabitants 16–64.
    pub inhabitants: u64,
    /// The share of these that its largest kommun has; nothing where it is alone.
    pub largest_share: Option<Share>,
    /// Ledamöter of its board.
    pub ledamoter: u32,
    /// The most of its kommuner that are in one förbund today.
    pub together_today: u32,
}

/// The förbund that may be, found by their kommuner.
#[derive(Clone, Debug)]
pub struct Allowed {
    kommuner: usize,
    /// In order of their lowest kommun, and of their numbers.
    forbund: Vec<Forbund>,
    /// Where those begin whose lowest kommun is this one, and where the last ones end.
    starts: Vec<usize>,
    /// For every set of kommuner its place among them; [`NONE`] where it may not be one.
    places: Vec<u32>,
}

const NONE: u32 = u32::MAX;

impl Allowed {
    /// Puts förbund of so many kommuner in order.
    #[must_use]
    pub fn new(kommuner: usize, mut forbund: Vec<Forbund>) -> Self {
        forbund.sort_unstable_by_key(|forbund| (forbund.set.lowest(), forbund.set));
        let start = |lowest| forbund.partition_point(|forbund| forbund.set.lowest() < Some(lowest));
        let starts = (0..=kommuner).map(start).collect();
        let mut places = vec![NONE; 1 << kommuner];
        for (place, forbund) in forbund.iter().enumerate() {
            places[forbund.set.index()] = u32::try_from(place).expect("fewer than there are sets");
        }
        Self { kommuner, forbund, starts, places }
    }

    /// How many kommuner are searched.
    #[must_use]
    pub fn kommuner(&self) -> usize {
        self.kommuner
    }

    /// All of them.
    #[must_use]
    pub fn all(&self) -> &[Forbund] {
        &self.forbund
    }

    /// The one of these kommuner, with its place among all, if it may be.
    #[must_use]
    #[inline]
    pub fn of(&self, set: KommunSet) -> Option<(usize, &Forbund)> {
        let place = self.places[set.index()];
        if place == NONE { None } else { Some((place as usize, &self.forbund[place as usize])) }
    }

    /// Calls for every förbund that may take the lowest of these kommuner and others of them.
    #[inline]
    pub fn first_of(&self, left: KommunSet, mut call: impl FnMut(usize, &Forbund)) {
        let Some(lowest) = left.lowest() else { return };
        let range = self.starts[lowest]..self.starts[lowest + 1];
        let others = left.without(left.first_alone());
        // Either the few allowed ones are looked through, or the few subsets.
        if range.len() >> others.len().min(KommunSet::MOST - 1) == 0 {
            for place in range {
                let forbund = &self.forbund[place];
                if forbund.set.is_within(left) {
                    call(place, forbund);
                }
            }
            return;
        }
        let mut with = KommunSet::EMPTY;
        loop {
            if let Some((place, forbund)) = self.of(with.union(left.first_alone())) {
                call(place, forbund);
            }
            with = with.next_within(others);
            if with.is_empty() {
                break;
            }
        }
    }
}
