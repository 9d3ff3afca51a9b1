//! Groupings in the order in which they are ranked, and the lists of the best.

use std::cmp::{Ordering, Reverse};

use super::kommun_set::KommunSet;

/// Where a grouping stands: worth more is better; of equal ones fewer moved, then fewer förbund, then the smaller list
/// of förbund numbers by kommunkod, numbered in order of first kommun.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Place {
    /// What it is worth.
    pub worth: i64,
    /// Kommuner that have moved.
    pub moved: u32,
    /// Förbund.
    pub forbund: usize,
    /// The number of the förbund of each kommun.
    pub numbers: [u8; KommunSet::MOST],
}

impl Place {
    /// That of a grouping whose förbund are in order of their first kommun.
    #[must_use]
    pub fn of(worth: i64, moved: u32, groups: &[KommunSet]) -> Self {
        let mut numbers = [0; KommunSet::MOST];
        for (number, group) in (0..).zip(groups) {
            for kommun in group.iter() {
                numbers[kommun] = number;
            }
        }
        Self { worth, moved, forbund: groups.len(), numbers }
    }

    /// Whether a grouping can stand before this one that is worth at most so much and has moved at least so many.
    #[must_use]
    #[inline]
    pub fn may_follow(&self, worth: i64, moved: u32, forbund: usize) -> bool {
        (Reverse(worth), moved, forbund) <= (Reverse(self.worth), self.moved, self.forbund)
    }
}

/// The better place is the lesser.
impl Ord for Place {
    fn cmp(&self, other: &Self) -> Ordering {
        let key = |place: &Self| (Reverse(place.worth), place.moved, place.forbund);
        key(self).cmp(&key(other)).then_with(|| self.numbers.cmp(&other.numbers))
    }
}

impl PartialOrd for Place {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// A grouping with its place.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Ranked {
    /// Where it stands.
    pub place: Place,
    /// Its förbund, in order of their first kommun.
    pub groups: Vec<KommunSet>,
}

/// The best of all that it was shown.
#[derive(Clone, Debug)]
pub struct Best {
    most: usize,
    /// The best first.
    found: Vec<Ranked>,
}

impl Best {
    /// An empty list of at most so many.
    #[must_use]
    pub fn of_most(most: usize) -> Self {
        Self { most, found: Vec::new() }
    }

    /// Whether a grouping may be one of them that is worth at most so much and has moved at least so many.
    #[must_use]
    #[inline]
    pub fn may_take(&self, worth: i64, moved: u32, forbund: usize) -> bool {
        if self.found.len() < self.most {
            return true;
        }
        self.found.last().is_some_and(|last| last.place.may_follow(worth, moved, forbund))
    }

    /// The first of those shown.
    #[must_use]
    pub fn first(&self) -> Option<&Ranked> {
        self.found.first()
    }

    /// Those shown that are the best so far, first the best of all.
    #[must_use]
    pub fn list(&self) -> &[Ranked] {
        &self.found
    }

    /// The last of a list that is full.
    #[must_use]
    pub fn last_of_all(&self) -> Option<&Ranked> {
        self.found.last().filter(|_| self.found.len() == self.most)
    }

    /// Takes a grouping if it is one of the best.
    pub fn show(&mut self, place: &Place, groups: &[KommunSet]) {
        let at = self.found.partition_point(|known| known.place < *place);
        // One that is shown again is known.
        if at < self.most && self.found.get(at).is_none_or(|known| known.place != *place) {
            self.found.truncate(self.most - 1);
            self.found.insert(at, Ranked { place: *place, groups: groups.to_vec() });
        }
    }

    /// Takes all that another one found.
    pub fn join(&mut self, other: Self) {
        for ranked in other.found {
            self.show(&ranked.place, &ranked.groups);
        }
    }

    /// The best, first the best of all.
    #[must_use]
    pub fn into_list(self) -> Vec<Ranked> {
        self.found
    }
}

/// A grouping with what it is worth by each of several criteria.
#[derive(Clone, PartialEq, Eq, Debug)]
struct Point {
    worths: Vec<i64>,
    ranked: Ranked,
}

/// The groupings than which none is as good by all criteria and better by one; of equal ones the first by the order of
/// ties.
#[derive(Clone, Default, Debug)]
pub struct Front {
    points: Vec<Point>,
}

impl Front {
    /// Whether a grouping with at most these worths may be one of them.
    #[must_use]
    #[inline]
    pub fn may_take(&mut self, worths: &[i64]) -> bool {
        let beats = |point: &Point| {
            let pairs = || point.worths.iter().zip(worths);
            pairs().all(|(known, worth)| known >= worth) && pairs().any(|(known, worth)| known > worth)
        };
        match self.points.iter().position(beats) {
            None => true,
            Some(at) => {
                // Whoever beat one beats the next too, as often as not.
                self.points.swap(at / 2, at);
                false
            }
        }
    }

    /// Takes a grouping if none beats it. Places are compared by the order of ties alone.
    pub fn show(&mut self, worths: &[i64], place: &Place, groups: &[KommunSet]) {
        let tie = |place: &Place| Place { worth: 0, ..*place };
        for point in &mut self.points {
            let pairs = || point.worths.iter().zip(worths);
            if pairs().all(|(known, worth)| known >= worth) {
                let is_equal = pairs().all(|(known, worth)| known == worth);
                if is_equal && tie(place) < tie(&point.ranked.place) {
                    point.ranked = Ranked { place: *place, groups: groups.to_vec() };
                }
                return;
            }
        }
        self.points.retain(|point| point.worths.iter().zip(worths).any(|(known, worth)| known > worth));
        let ranked = Ranked { place: *place, groups: groups.to_vec() };
        self.points.push(Point { worths: worths.to_vec(), ranked });
    }

    /// Takes all that another one found.
    pub fn join(&mut self, other: Self) {
        for point in other.points {
            self.show(&point.worths, &point.ranked.place, &point.ranked.groups);
        }
    }

    /// The groupings, best by the first criterion first, then by the next ones.
    #[must_use]
    pub fn into_list(mut self) -> Vec<Ranked> {
        self.points.sort_unstable_by(|one, other| other.worths.cmp(&one.worths));
        self.points.into_iter().map(|point| point.ranked).collect()
    }
}
