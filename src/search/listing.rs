//! The förbund that the conditions allow, each found once. Sets are grown kommun by kommun, and not beyond what no larger
//! one can fulfil: too many inhabitants, two that must be apart, one that is too far from where distances are measured.

use std::cmp::Reverse;
use std::ops::ControlFlow;

use super::borders::Borders;
use super::conditions::Limits;
use super::forbund::{Allowed, Forbund};
use super::kommun_set::KommunSet;
use super::problem::Problem;
use crate::model::kommun::RegionId;

/// Sets between two calls of whoever watches.
const WATCHED: usize = 1 << 12;

impl Problem {
    /// The förbund that the conditions allow.
    #[must_use]
    pub fn allowed(&self) -> Allowed {
        let listed = self.list(|_| ControlFlow::Continue(())).expect("nobody stops it");
        Allowed::new(self.kommuner.len(), listed)
    }

    /// The same in no order, for so many kommuner that sets cannot be numbered; `None` if `watch` stops it, which is told
    /// now and then how many there are so far.
    #[must_use]
    pub fn list(&self, watch: impl FnMut(usize) -> ControlFlow<()>) -> Option<Vec<Forbund>> {
        let everywhere;
        let borders = if self.conditions.contiguous {
            &self.borders
        } else {
            everywhere = Borders::everywhere(self.kommuner.len());
            &everywhere
        };
        let kept = self.conditions.keep.iter().fold(KommunSet::EMPTY, |all, kept| all.union(*kept));
        let mut growth = Growth {
            problem: self,
            regions: self.regions(),
            reached: KommunSet::EMPTY,
            found: Vec::new(),
            seen: 0,
            stopped: false,
            watch,
        };
        for first in self.all().without(kept).iter() {
            let others = self.others(first).without(kept);
            growth.reached = others.union(KommunSet::only(first));
            borders.connected_from(first, others, &mut |set| growth.goes_on(set));
        }
        // Of today's the distance may be measured from another kommun.
        for today in self.today.iter().filter(|today| borders.connects(today.set)) {
            growth.take(today.set);
        }
        (!growth.stopped).then_some(growth.found)
    }

    /// Those that a förbund may have beside one kommun, such that no two of such kommuner find the same förbund: where
    /// distances are limited, those with fewer inhabitants that are not too far from it, else those with higher numbers.
    fn others(&self, first: usize) -> KommunSet {
        let Some(most) = self.conditions.farthest_km.max else {
            return self.all().without(KommunSet::first(first + 1));
        };
        let size = |kommun: usize| (Reverse(self.kommuner[kommun].befolkning_16_64), kommun);
        let is_near = |other: &usize| {
            let km = self.kommuner[first].km_to[*other];
            size(*other) > size(first) && km.is_some_and(|km| u64::from(km) <= most)
        };
        self.all().iter().filter(is_near).collect()
    }

    /// The kommuner of each region.
    fn regions(&self) -> Vec<KommunSet> {
        let mut regions: Vec<(RegionId, KommunSet)> = Vec::new();
        for (at, kommun) in self.kommuner.iter().enumerate() {
            let (region, alone) = (self.table.get(kommun.id).region, KommunSet::only(at));
            match regions.iter_mut().find(|(known, _)| *known == region) {
                Some((_, set)) => *set = set.union(alone),
                None => regions.push((region, alone)),
            }
        }
        regions.into_iter().map(|(_, set)| set).collect()
    }

    /// Whether some kommuner may still become so many förbund, as far as the pieces tell in which they hang together.
    #[must_use]
    pub fn may_become(&self, left: KommunSet, number: usize) -> bool {
        let conditions = &self.conditions;
        let whole = |figure: u64| usize::try_from(figure).unwrap_or(usize::MAX);
        let (mut rest, mut fewest, mut most) = (left, 0, 0);
        while !rest.is_empty() {
            let mut piece = rest;
            if conditions.contiguous {
                piece = rest.first_alone();
                loop {
                    let more = self.borders.around(piece).common(rest);
                    if more.is_empty() {
                        break;
                    }
                    piece = piece.union(more);
                }
            }
            let inhabitants: u64 = piece.iter().map(|kommun| self.kommuner[kommun].befolkning_16_64).sum();
            let size = piece.len() as u64;
            let figures =
                [(conditions.kommuner_per_forbund, size), (conditions.befolkning_16_64, inhabitants)];
            let at_most = |(limits, figure): (Limits, u64)| figure / limits.min.unwrap_or(1).max(1);
            let at_least = |(limits, figure): (Limits, u64)| {
                limits.max.filter(|max| *max > 0).map_or(1, |max| figure.div_ceil(max)).max(1)
            };
            let of_piece = figures.into_iter().map(at_most).fold(size, u64::min);
            if of_piece == 0 {
                return false;
            }
            most += whole(of_piece);
            fewest += whole(figures.into_iter().map(at_least).fold(1, u64::max));
            rest = rest.without(piece);
        }
        (fewest..=most).contains(&number)
    }
}

/// Sets on the way to be listed.
struct Growth<'run, Watch> {
    problem: &'run Problem,
    regions: Vec<KommunSet>,
    /// All kommuner that sets can have now.
    reached: KommunSet,
    found: Vec<Forbund>,
    seen: usize,
    stopped: bool,
    watch: Watch,
}

impl<Watch: FnMut(usize) -> ControlFlow<()>> Growth<'_, Watch> {
    /// Takes a set if it may be a förbund, and says whether a larger one may be.
    fn goes_on(&mut self, set: KommunSet) -> bool {
        self.seen += 1;
        if self.seen.is_multiple_of(WATCHED) {
            self.stopped |= (self.watch)(self.found.len()).is_break();
        }
        if self.stopped || !self.may_be_part(set) {
            return false;
        }
        if !self.problem.today.iter().any(|today| today.set == set) {
            self.take(set);
        }
        let most = self.problem.conditions.kommuner_per_forbund.max;
        most.is_none_or(|most| (set.len() as u64) < most)
    }

    fn take(&mut self, set: KommunSet) {
        let forbund = self.problem.forbund(set).filter(|forbund| self.problem.allows(forbund));
        self.found.extend(forbund);
    }

    /// Whether it is not known already that no förbund can have all of these kommuner.
    fn may_be_part(&self, set: KommunSet) -> bool {
        let (kommuner, conditions) = (&self.problem.kommuner, &self.problem.conditions);
        let not_above = |limits: Limits, figure: &dyn Fn(usize) -> u64| {
            limits.max.is_none_or(|max| set.iter().map(figure).sum::<u64>() <= max)
        };
        let regions = |max: u64| {
            let count = self.regions.iter().filter(|region| !region.common(set).is_empty()).count();
            count as u64 <= max
        };
        not_above(conditions.befolkning_16_64, &|kommun| kommuner[kommun].befolkning_16_64)
            && not_above(conditions.folkmangd, &|kommun| kommuner[kommun].folkmangd.unwrap_or_default())
            && conditions.regions.max.is_none_or(regions)
            && conditions.apart.iter().all(|group| group.common(set).len() < 2)
            && conditions
                .together
                .iter()
                .all(|group| group.common(set).is_empty() || group.is_within(self.reached))
    }
}
