//! What would have to be true of kansli costs for a grouping to be the best: which one it is for every sum that the kansli
//! of a new förbund may cost beside what its kommuner and inhabitants add.
//!
//! That sum is whole kronor and each new förbund has it once, so what a grouping is worth is a line in it, to the krona:
//! with the sum it falls by a krona for each new förbund. Where two sums have the same best grouping, all between them
//! have; else the lines of both cross between them, and there it is looked again.

use std::time::Instant;

use super::criteria::criterion;
use crate::input::search::Rank;
use crate::model::error::ModelError;
use crate::model::kronor::Kronor;
use crate::search::completions::Completions;
use crate::search::criterion::By;
use crate::search::enumeration::{Wanted, Whole, Work, enumerate};
use crate::search::kommun_set::KommunSet;
use crate::search::money::Money;
use crate::search::problem::Problem;
use crate::search::ranked::Ranked;

/// The best grouping for all sums from one to another.
#[derive(Clone, Debug)]
pub(super) struct Flip {
    /// The least sum, kr a year.
    pub(super) from: i64,
    /// The greatest.
    pub(super) to: i64,
    /// The grouping.
    pub(super) groups: Vec<KommunSet>,
}

/// What is asked again for each sum.
pub(super) struct Asked<'run> {
    pub(super) problem: &'run Problem,
    pub(super) money: &'run Money<'run>,
    pub(super) rank: &'run Rank,
    pub(super) completions: &'run Completions,
    pub(super) whole: &'run Whole,
    pub(super) threads: usize,
    pub(super) until: Option<Instant>,
}

impl Asked<'_> {
    /// The best grouping for every sum from zero on, one range after the other; `None` where sums decide nothing of the
    /// rank, or time ends before.
    ///
    /// # Errors
    /// If an amount is too large.
    pub(super) fn flips(&self) -> Result<Option<Vec<Flip>>, ModelError> {
        let Some(cost) = self.problem.kansli else { return Ok(None) };
        if !matches!(self.rank.by, By::Insatser | By::Kansli) {
            return Ok(None);
        }
        let all = self.problem.all().iter().map(|kommun| self.problem.kommuner[kommun].befolkning_16_64);
        let [fixed, whole] =
            [i64::try_from(cost.fixed).ok(), Some(cost.of(self.problem.all().len(), all.sum()))];
        let highest = whole.zip(fixed).map(|(whole, fixed)| Kronor::LARGEST_INPUT.get() - (whole - fixed));
        let Some(highest) = highest else { return Ok(None) };
        let (Some(first), Some(last)) = (self.best(0)?, self.best(highest)?) else { return Ok(None) };
        let mut flips: Vec<Flip> = Vec::new();
        // Ranges that are still to be looked at, the lowest last, each with the best ones at its ends.
        let mut open = vec![((0, first), (highest, last))];
        while let Some(((from, low), (to, high))) = open.pop() {
            if low.groups == high.groups {
                match flips.last_mut().filter(|flip| flip.groups == low.groups) {
                    Some(flip) => flip.to = to,
                    None => flips.push(Flip { from, to, groups: low.groups }),
                }
                continue;
            }
            let at = self.crossing((from, &low), (to, &high));
            let (Some(before), Some(after)) = (self.best(at)?, self.best(at + 1)?) else { return Ok(None) };
            open.push(((at + 1, after), (to, high)));
            open.push(((from, low), (at, before)));
        }
        Ok(Some(flips))
    }

    /// The last sum before the one from which on the second grouping is worth as much as the first, within the range.
    fn crossing(&self, (from, low): (i64, &Ranked), (to, high): (i64, &Ranked)) -> i64 {
        let line = |at: i64, ranked: &Ranked| {
            let new = i128::from(self.count_new(&ranked.groups));
            (i128::from(ranked.place.worth) + new * i128::from(at), new)
        };
        let ((worth_low, new_low), (worth_high, new_high)) = (line(from, low), line(to, high));
        let steeper = (new_low - new_high).max(1);
        let at = (worth_low - worth_high).div_euclid(steeper);
        i64::try_from(at.clamp(i128::from(from), i128::from(to) - 1)).expect("within the range")
    }

    /// How many förbund of a grouping have what a new one costs.
    fn count_new(&self, groups: &[KommunSet]) -> i64 {
        let is_known = |set: &&KommunSet| {
            self.problem.today.iter().any(|today| today.set == **set && today.kansli.is_some())
        };
        let known = groups.iter().filter(is_known).count();
        i64::try_from(groups.len() - known).expect("few förbund")
    }

    /// The best grouping if a new förbund costs so much; `None` where there is none, or time ended.
    fn best(&self, fixed: i64) -> Result<Option<Ranked>, ModelError> {
        let mut problem = self.problem.clone();
        if let Some(cost) = &mut problem.kansli {
            cost.fixed = fixed.unsigned_abs();
        }
        let allowed = problem.allowed();
        let most = problem.kommuner.len();
        let rank = criterion(self.rank.by, self.rank, &problem, self.money, Some(&allowed), most)?;
        let wanted = Wanted { rank, top: 1, pareto: Vec::new(), references: Vec::new() };
        let mut work = Work { threads: self.threads, until: self.until, progress: &mut |_, _| {} };
        let found = enumerate(&allowed, self.completions, self.whole, &wanted, &mut work);
        Ok(found.best.into_list().into_iter().next().filter(|_| found.complete))
    }
}
