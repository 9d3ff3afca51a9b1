//! Where groupings may still be that none of those found is as good as, by several criteria.
//!
//! What is left after some have been found are zones: all that is worth so much at least by each criterion. A grouping found
//! in a zone parts it into one for each criterion, in which others are better by that one. So each grouping that nothing
//! beats is found once, and when no zone is left, there are no others.
//!
//! # Where it is from
//! Searching for trade-offs under bounds on all criteria but one is the method of Haimes, Lasdon and Wismer (1971); zones for
//! more than two criteria are those of Klamroth, Lacour and Vanderpooten ("On the representation of the search region in
//! multi-objective optimization", European Journal of Operational Research 245, 2015).

use std::collections::VecDeque;

/// What groupings of a zone are worth at least, by each criterion; the least number where they may be worth anything.
pub type Zone = Vec<i64>;

/// The zones that are left.
#[derive(Clone, Debug)]
pub struct Zones {
    open: VecDeque<Zone>,
    /// Those that nothing is in.
    empty: Vec<Zone>,
}

impl Zones {
    /// One, in which everything is.
    #[must_use]
    pub fn all(criteria: usize) -> Self {
        Self { open: VecDeque::from([vec![i64::MIN; criteria]]), empty: Vec::new() }
    }

    /// The next one in which something may be. It is searched now: it is left no longer.
    pub fn next_open(&mut self) -> Option<Zone> {
        while let Some(zone) = self.open.pop_front() {
            if !self.is_empty(&zone) {
                return Some(zone);
            }
        }
        None
    }

    /// How many are left.
    #[must_use]
    pub fn open(&self) -> usize {
        self.open.len()
    }

    /// Whether it is known that nothing is in a zone.
    #[must_use]
    pub fn is_empty(&self, zone: &[i64]) -> bool {
        self.empty.iter().any(|empty| has(empty, zone))
    }

    /// Nothing is in a zone.
    pub fn set_empty(&mut self, zone: Zone) {
        if !self.is_empty(&zone) {
            self.empty.retain(|empty| !has(&zone, empty));
            self.empty.push(zone);
        }
    }

    /// Something was found in a zone: what is not better by any criterion is looked for no longer.
    pub fn found(&mut self, zone: Zone, worths: &[i64]) {
        let (parted, mut open): (Vec<Zone>, Vec<Zone>) =
            std::iter::once(zone).chain(self.open.drain(..)).partition(|zone| has(zone, worths));
        let mut fresh: Vec<Zone> = Vec::new();
        for zone in &parted {
            for (criterion, worth) in worths.iter().enumerate() {
                // Nothing is worth more than the most there is.
                let Some(more) = worth.checked_add(1) else { continue };
                let mut part = zone.clone();
                part[criterion] = more;
                fresh.push(part);
            }
        }
        for (at, zone) in fresh.iter().enumerate() {
            let is_in = |(other_at, other): (usize, &Zone)| {
                at != other_at && has(other, zone) && (other != zone || other_at < at)
            };
            if !open.iter().any(|other| has(other, zone)) && !fresh.iter().enumerate().any(is_in) {
                open.push(zone.clone());
            }
        }
        self.open = open.into();
    }
}

/// Whether all that is worth at least so much is in a zone.
fn has(zone: &[i64], worths: &[i64]) -> bool {
    zone.iter().zip(worths).all(|(least, worth)| least <= worth)
}

#[cfg(test)]
mod tests {
    use super::super::random::Random;
    use super::*;

    /// Whatever is found in a zone, what nothing beats is found in the end, each once, and no zone is asked for twice as often
    /// as there are corners.
    #[test]
    fn what_nothing_beats_is_found() {
        let mut random = Random(0x9e37_79b9_7f4a_7c15);
        for round in 0..400 {
            let criteria = 1 + round % 4;
            let count = random.below(40);
            let end = 1 + random.below(9);
            let mut point =
                || (0..criteria).map(|_| i64::try_from(random.below(end)).expect("small")).collect();
            let points: Vec<Vec<i64>> = (0..count).map(|_| point()).collect();
            let beats = |one: &Vec<i64>, other: &Vec<i64>| one != other && has(other, one);
            let mut wanted: Vec<&Vec<i64>> =
                points.iter().filter(|point| !points.iter().any(|other| beats(other, point))).collect();
            wanted.sort_unstable();
            wanted.dedup();
            let mut zones = Zones::all(criteria);
            let (mut found, mut asked) = (Vec::new(), 0);
            while let Some(zone) = zones.next_open() {
                asked += 1;
                // The best of the zone by one criterion after the other.
                match points.iter().filter(|point| has(&zone, point)).max() {
                    Some(best) => {
                        found.push(best);
                        zones.found(zone, best);
                    }
                    None => zones.set_empty(zone),
                }
            }
            found.sort_unstable();
            assert_eq!(found, wanted, "round {round}");
            if criteria <= 3 {
                assert!(
                    asked <= 1 + found.len() * (2 * criteria).saturating_sub(1),
                    "{asked} for {}",
                    found.len()
                );
            }
        }
    }

    #[test]
    fn a_zone_known_to_be_empty_is_not_asked_for() {
        let mut zones = Zones::all(2);
        let all = zones.next_open().expect("everything");
        zones.set_empty(vec![6, i64::MIN]);
        zones.found(all, &[5, 5]);
        assert_eq!(zones.open(), 2);
        assert_eq!(zones.next_open(), Some(vec![i64::MIN, 6]));
        assert_eq!(zones.next_open(), None);
    }
}
