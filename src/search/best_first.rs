//! The best groupings of more kommuner than can be gone through: best first by what they are worth at most, until nothing
//! that has not come can be better. What is listed has been computed exactly.

use std::time::Instant;

use super::carried::Carried;
use super::criterion::Criterion;
use super::frontier::{Completions, Ranked as Found};
use super::kommun_set::KommunSet;
use super::placing::place;
use super::problem::Problem;
use super::ranked::{Best, Ranked};

/// What is known of what is not in a list of the best.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Proof {
    /// Whether no other grouping is worth more than the last of the list.
    pub values: bool,
    /// Whether of those that are worth the same those are listed that come first by the order of ties.
    pub ties: bool,
    /// By how much another one can be better than the last of the list, in what is ranked by; unknown where the list has
    /// not as many as it should.
    pub within: Option<i128>,
}

impl Proof {
    /// All is proved.
    pub const WHOLE: Self = Self { values: true, ties: true, within: Some(0) };
}

/// How long is looked.
#[derive(Clone, Copy, Debug)]
pub struct Patience {
    /// The most groupings that are looked at.
    pub most: usize,
    /// The most bytes that what has been begun may take.
    pub bytes: usize,
    /// Until then at the latest.
    pub until: Option<Instant>,
}

/// Groupings between two looks at the clock.
const WATCHED: usize = 1 << 10;

/// Ranks groupings of what can be completed.
pub struct BestFirst<'run> {
    /// What is searched.
    pub problem: &'run Problem,
    /// What förbund are worth.
    pub carried: &'run Carried<'run>,
    /// What groupings are ranked by.
    pub rank: &'run Criterion<'run>,
    /// What förbund can become.
    pub completions: &'run Completions<'run>,
    /// The numbers of förbund that are allowed, a bit for each.
    pub numbers: u64,
}

impl BestFirst<'_> {
    /// The best of the groupings with one of the numbers of förbund in `numbers`, and how far they are proved to be.
    /// `watch` is told now and then how many have been looked at, and what the best of them is worth.
    #[must_use]
    pub fn top(
        &self,
        numbers: u64,
        top: usize,
        patience: Patience,
        watch: &mut dyn FnMut(u64, Option<i64>),
    ) -> (Vec<Ranked>, Proof) {
        let kommuner = self.problem.kommuner.len();
        let allowed = (1..=kommuner).filter(|number| (self.numbers & numbers) >> number & 1 == 1);
        let bounds: Vec<(usize, i128)> =
            allowed.map(|number| (number, self.carried.of_number(number, self.rank))).collect();
        // Sums of many kronor: what all have in common is left out, so that 64 bits hold the rest.
        let Some(base) = bounds.iter().map(|(_, bound)| *bound).max() else {
            return (Vec::new(), Proof::WHOLE);
        };
        let unproved = Proof { values: false, ties: false, within: None };
        if bounds.iter().any(|(_, bound)| *bound - base < i128::from(i64::MIN / 4)) {
            return (Vec::new(), unproved);
        }
        let of_number = |number: usize| {
            let (_, bound) = bounds.iter().find(|(one, _)| *one == number)?;
            Some(i64::try_from(bound - base).expect("a quarter of 64 bits"))
        };
        let mut stream = self.completions.best_first(of_number);
        let mut best = Best::of_most(top);
        let mut seen = 0;
        loop {
            if seen % WATCHED == 0 {
                watch(seen as u64, best.first().map(|first| first.place.worth));
            }
            let is_late = || patience.until.is_some_and(|until| Instant::now() >= until);
            let may_look = seen < patience.most
                && (seen % WATCHED > 0 || stream.bytes() <= patience.bytes && !is_late());
            let Some(next) = stream.next() else { return (best.into_list(), Proof::WHOLE) };
            let bound = base + i128::from(next.value);
            let last = best.last_of_all().map(|last| self.carried.key(self.rank.by, &last.place));
            if last.is_some_and(|last| bound < last) {
                return (best.into_list(), Proof::WHOLE);
            }
            if !may_look {
                let within = last.map(|last| self.carried.difference(self.rank.by, bound, last));
                let values = within.is_some_and(|within| within <= 0);
                return (best.into_list(), Proof { values, ties: false, within });
            }
            let groups = groups(&next);
            best.show(&place(self.problem, self.rank, &groups), &groups);
            seen += 1;
        }
    }
}

/// The förbund of a grouping, in order of their first kommun.
fn groups(found: &Found) -> Vec<KommunSet> {
    let number = found.group_of.iter().max().map_or(0, |last| last + 1);
    let mut groups = vec![KommunSet::EMPTY; number];
    for (kommun, group) in found.group_of.iter().enumerate() {
        groups[*group] = groups[*group].union(KommunSet::only(kommun));
    }
    groups
}
