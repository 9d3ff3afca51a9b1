//! Which conditions contradict each other, where no grouping fulfils all of them.

use super::completions::possible_numbers;
use super::conditions::Condition;
use super::criterion::moved;
use super::forbund::{Allowed, Forbund};
use super::kommun_set::KommunSet;
use super::problem::Problem;

/// Sets of conditions that are tried to find a smaller one than that of which none can be left out.
const MOST_TRIED: usize = 200;
/// Beginnings that are looked at for one that has moved few enough.
const MOST_BEGUN: u32 = 2_000_000;

/// A smallest set of conditions that no grouping fulfils; empty where some fulfils all of them, and where no grouping
/// can be at all. Of sets of one size the first, in the order of the conditions.
#[must_use]
pub fn smallest(problem: &Problem) -> Vec<Condition> {
    let tester = Tester::new(problem);
    smallest_by(&problem.conditions.each(), MOST_TRIED, |some| !tester.is_feasible(some))
}

/// The same by whatever tells whether some conditions contradict each other; beside sets of which none can be left out,
/// at most so many are tried.
pub fn smallest_by(
    all: &[Condition],
    most_tried: usize,
    mut is_infeasible: impl FnMut(&[Condition]) -> bool,
) -> Vec<Condition> {
    if !is_infeasible(all) || is_infeasible(&[]) {
        return Vec::new();
    }
    let shortened = shortened(all.to_vec(), &mut is_infeasible);
    let mut tried = 0;
    for size in 1..shortened.len() {
        let mut chosen: Vec<usize> = (0..size).collect();
        loop {
            tried += 1;
            if tried > most_tried {
                return shortened;
            }
            let some: Vec<Condition> = chosen.iter().map(|at| all[*at]).collect();
            if is_infeasible(&some) {
                return some;
            }
            // The next set of this size.
            let Some(at) = (0..size).rev().find(|at| chosen[*at] < all.len() - size + at) else { break };
            chosen[at] += 1;
            for next in at + 1..size {
                chosen[next] = chosen[next - 1] + 1;
            }
        }
    }
    shortened
}

/// Whether the conditions contradict each other in a way that is seen without looking at any grouping: kommuner are to be both
/// together and apart, or more than may move are in no förbund today.
#[must_use]
pub fn is_plain(problem: &Problem) -> bool {
    let conditions = &problem.conditions;
    let mut together: Vec<KommunSet> = Vec::new();
    for set in &conditions.together {
        let (overlapping, apart): (Vec<KommunSet>, Vec<KommunSet>) =
            together.into_iter().partition(|known| !known.common(*set).is_empty());
        together = apart;
        together.push(overlapping.into_iter().fold(*set, KommunSet::union));
    }
    let is_both = |apart: &KommunSet| together.iter().any(|together| together.common(*apart).len() > 1);
    let today = problem.today_sets().into_iter().fold(KommunSet::EMPTY, KommunSet::union);
    let new = problem.all().without(today).len() as u64;
    conditions.apart.iter().any(is_both) || conditions.moved.max.is_some_and(|most| new > most)
}

/// A set that none can be left out of.
fn shortened(
    mut some: Vec<Condition>,
    mut is_infeasible: impl FnMut(&[Condition]) -> bool,
) -> Vec<Condition> {
    let mut at = 0;
    while at < some.len() {
        let left_out = some.remove(at);
        if !is_infeasible(&some) {
            some.insert(at, left_out);
            at += 1;
        }
    }
    some
}

/// Asks again and again of the same kommuner.
struct Tester<'run> {
    problem: &'run Problem,
    /// Every förbund that could be, and whether it hangs together.
    forbund: Vec<(Forbund, bool)>,
    today: Vec<KommunSet>,
}

impl<'run> Tester<'run> {
    fn new(problem: &'run Problem) -> Self {
        let sets = (1..=problem.all().number()).map(KommunSet::numbered);
        let forbund = sets.filter_map(|set| Some((problem.forbund(set)?, problem.borders.connects(set))));
        Self { problem, forbund: forbund.collect(), today: problem.today_sets() }
    }

    /// Whether some grouping fulfils these conditions.
    fn is_feasible(&self, some: &[Condition]) -> bool {
        let conditions = self.problem.conditions.only(some);
        let (most_moved, contiguous) = (conditions.moved.max, conditions.contiguous);
        let problem = Problem { conditions, ..self.problem.clone() };
        let may_be =
            |(forbund, connected): &&(Forbund, bool)| (*connected || !contiguous) && problem.allows(forbund);
        let allowed = self.forbund.iter().filter(may_be).map(|(forbund, _)| *forbund).collect();
        let allowed = Allowed::new(problem.kommuner.len(), allowed);
        let possible = possible_numbers(&allowed);
        let numbers = problem.conditions.numbers(problem.kommuner.len());
        if numbers & u64::from(possible[problem.all().index()]) == 0 {
            return false;
        }
        let Some(most_moved) = most_moved else { return true };
        let mut begun = 0;
        let few = Few { allowed: &allowed, possible: &possible, numbers, today: &self.today, most_moved };
        few.is_found(problem.all(), 0, &mut Vec::new(), &mut begun)
    }
}

/// Looks for a grouping in which few have moved: that is known of whole groupings only.
struct Few<'run> {
    allowed: &'run Allowed,
    possible: &'run [u32],
    numbers: u64,
    today: &'run [KommunSet],
    most_moved: u64,
}

impl Few<'_> {
    /// Whether what is left can be divided so; it counts as found where that would take too long to tell.
    fn is_found(
        &self,
        left: KommunSet,
        moved_least: u64,
        groups: &mut Vec<KommunSet>,
        begun: &mut u32,
    ) -> bool {
        *begun += 1;
        if left.is_empty() {
            return u64::from(moved(groups, self.today)) <= self.most_moved;
        }
        let mut next: Vec<(KommunSet, u64)> = Vec::new();
        self.allowed.first_of(left, |_, forbund| {
            let moved_least = moved_least + u64::from(forbund.set.count() - forbund.together_today);
            let rest = self.possible[left.without(forbund.set).index()];
            let can_complete = self.numbers >> (groups.len() + 1) & u64::from(rest) != 0;
            if moved_least <= self.most_moved && can_complete {
                next.push((forbund.set, moved_least));
            }
        });
        for (set, moved_least) in next {
            groups.push(set);
            let is_found =
                *begun > MOST_BEGUN || self.is_found(left.without(set), moved_least, groups, begun);
            groups.pop();
            if is_found {
                return true;
            }
        }
        false
    }
}
