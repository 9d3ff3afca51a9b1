//! Where groupings stand that were not found by enumeration.

use super::criterion::{Criterion, Sums, moved};
use super::kommun_set::KommunSet;
use super::problem::Problem;
use super::ranked::Place;

/// Where a grouping of förbund that may be stands, to the krona.
///
/// # Panics
/// If a förbund may not be.
#[must_use]
pub fn place(problem: &Problem, rank: &Criterion<'_>, groups: &[KommunSet]) -> Place {
    let moved = moved(groups, &problem.today_sets());
    let sums = groups.iter().fold(Sums::NONE, |sums, set| {
        let forbund = problem.forbund(*set).expect("a förbund that may be");
        sums.with(usize::MAX, &forbund, KommunSet::EMPTY)
    });
    let worth = rank.worth(groups, &sums, problem.all().count(), moved);
    Place::of(worth, moved, groups)
}
