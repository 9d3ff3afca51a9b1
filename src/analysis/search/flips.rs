//! What would have to be true of kansli costs for a grouping to be the best: which one it is for every sum that the kansli
//! of a new förbund may cost beside what its kommuner and inhabitants add.
//!
//! That sum is whole kronor and each new förbund has it once, so what a grouping is worth is a line in it, to the krona:
//! with the sum it falls by a krona for each new förbund. Where two sums have the same best grouping, all between them
//! have; else the lines of both cross between them, and there it is looked again.

use crate::model::error::ModelError;
use crate::model::kronor::Kronor;
use crate::search::criterion::{By, Criterion};
use crate::search::kommun_set::KommunSet;
use crate::search::problem::{KansliCost, Problem};
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

/// The best grouping for every sum from zero on, one range after the other, as `best` tells it of a problem with such a sum,
/// given groupings that may be it; `None` where sums decide nothing of the rank, or the best one of a sum is not known.
///
/// # Errors
/// If an amount is too large.
pub(super) fn flips(
    problem: &Problem,
    rank: &Criterion<'_>,
    mut best: impl FnMut(&Problem, &[&Ranked]) -> Result<Option<Ranked>, ModelError>,
) -> Result<Option<Vec<Flip>>, ModelError> {
    let Some(cost) = problem.kansli else { return Ok(None) };
    if !matches!(rank.by, By::Insatser | By::Kansli) {
        return Ok(None);
    }
    let all = problem.all().iter().map(|kommun| problem.kommuner[kommun].befolkning_16_64);
    let [fixed, whole] = [i64::try_from(cost.fixed).ok(), Some(cost.of(problem.all().len(), all.sum()))];
    let highest = whole.zip(fixed).map(|(whole, fixed)| Kronor::LARGEST_INPUT.get() - (whole - fixed));
    let Some(highest) = highest else { return Ok(None) };
    // From there on whoever has fewest new förbund is the best, and the sum decides nothing more.
    let end = decisive(problem, rank, cost).map_or(highest, |decisive| decisive.min(highest));
    let mut best = |fixed: i64, known: &[&Ranked]| {
        let mut problem = problem.clone();
        if let Some(cost) = &mut problem.kansli {
            cost.fixed = fixed.unsigned_abs();
        }
        best(&problem, known)
    };
    let (Some(first), Some(last)) = (best(0, &[])?, best(end, &[])?) else { return Ok(None) };
    let mut flips: Vec<Flip> = Vec::new();
    // Ranges that are still to be looked at, the lowest last, each with the best ones at its ends.
    let mut open = vec![((0, first), (end, last))];
    while let Some(((from, low), (to, high))) = open.pop() {
        if low.groups == high.groups {
            match flips.last_mut().filter(|flip| flip.groups == low.groups) {
                Some(flip) => flip.to = to,
                None => flips.push(Flip { from, to, groups: low.groups }),
            }
            continue;
        }
        let at = crossing(problem, (from, &low), (to, &high));
        let (Some(before), Some(after)) = (best(at, &[&low, &high])?, best(at + 1, &[&low, &high])?) else {
            return Ok(None);
        };
        open.push(((at + 1, after), (to, high)));
        open.push(((from, low), (at, before)));
    }
    if let Some(last) = flips.last_mut() {
        last.to = highest;
    }
    Ok(Some(flips))
}

/// A sum above all that groupings can differ by beside it.
fn decisive(problem: &Problem, rank: &Criterion<'_>, cost: KansliCost) -> Option<i64> {
    let income = rank.of_number.iter().skip(1);
    let [least, most] = [income.clone().map(|[least, _]| *least).min(), income.map(|[_, most]| *most).max()];
    let income = i128::from(most.unwrap_or(0)) - i128::from(least.unwrap_or(0));
    let known: i128 = problem.today.iter().filter_map(|today| today.kansli).map(i128::from).sum();
    let all = problem.all();
    let inhabitants = all.iter().map(|kommun| problem.kommuner[kommun].befolkning_16_64).sum();
    let beside = KansliCost { fixed: 0, ..cost }.of(all.len(), inhabitants);
    // Each förbund is rounded by itself.
    let rounded = i128::try_from(all.len()).ok()?;
    i64::try_from(income + known + i128::from(beside) + rounded + 1).ok()
}

/// The last sum before the one from which on the second grouping is worth as much as the first, within the range.
fn crossing(problem: &Problem, (from, low): (i64, &Ranked), (to, high): (i64, &Ranked)) -> i64 {
    let line = |at: i64, ranked: &Ranked| {
        let new = i128::from(count_new(problem, &ranked.groups));
        (i128::from(ranked.place.worth) + new * i128::from(at), new)
    };
    let ((worth_low, new_low), (worth_high, new_high)) = (line(from, low), line(to, high));
    let steeper = (new_low - new_high).max(1);
    let at = (worth_low - worth_high).div_euclid(steeper);
    i64::try_from(at.clamp(i128::from(from), i128::from(to) - 1)).expect("within the range")
}

/// How many förbund of a grouping have what a new one costs.
fn count_new(problem: &Problem, groups: &[KommunSet]) -> i64 {
    let is_known =
        |set: &&KommunSet| problem.today.iter().any(|today| today.set == **set && today.kansli.is_some());
    let known = groups.iter().filter(is_known).count();
    i64::try_from(groups.len() - known).expect("few förbund")
}
