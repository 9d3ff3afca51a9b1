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
    let (worths, moved) = worths(problem, std::iter::once(rank), groups);
    Place::of(worths[0], moved, groups)
}

/// What a grouping of förbund that may be is worth by each of some criteria, to the krona, and how many have moved.
///
/// # Panics
/// If a förbund may not be.
#[must_use]
pub fn worths<'all, 'run: 'all>(
    problem: &Problem,
    criteria: impl Iterator<Item = &'all Criterion<'run>>,
    groups: &[KommunSet],
) -> (Vec<i64>, u32) {
    let moved = moved(groups, &problem.today_sets());
    let sums = groups.iter().fold(Sums::NONE, |sums, set| {
        let forbund = problem.forbund(*set).expect("a förbund that may be");
        sums.with(usize::MAX, &forbund, KommunSet::EMPTY)
    });
    let kommuner = problem.all().count();
    (criteria.map(|criterion| criterion.worth(groups, &sums, kommuner, moved)).collect(), moved)
}
