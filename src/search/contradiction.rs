//! Which conditions contradict each other, where no grouping fulfils all of them.

use super::completions::Completions;
use super::conditions::{Condition, Conditions};
use super::criterion::{By, Criterion};
use super::enumeration::{Wanted, Whole, Work, enumerate};
use super::problem::Problem;

/// Sets of conditions that are tried before a set is only made as small as it gets by leaving out one after the other.
const MOST_TRIED: usize = 2_000;

/// The smallest set of conditions that no grouping fulfils; empty where some fulfils all of them, and where no grouping
/// can be at all. Of sets of one size the first, in the order of the conditions.
#[must_use]
pub fn smallest(problem: &Problem) -> Vec<Condition> {
    let all = problem.conditions.each();
    let is_infeasible = |some: &[Condition]| !is_feasible(problem, some);
    if !is_infeasible(&all) || is_infeasible(&[]) {
        return Vec::new();
    }
    let mut tried = 0;
    for size in 1..=all.len() {
        let mut chosen: Vec<usize> = (0..size).collect();
        loop {
            tried += 1;
            if tried > MOST_TRIED {
                return shortened(all, is_infeasible);
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
    all
}

/// A set that none can be left out of.
fn shortened(mut some: Vec<Condition>, is_infeasible: impl Fn(&[Condition]) -> bool) -> Vec<Condition> {
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

/// Whether some grouping fulfils these conditions.
fn is_feasible(problem: &Problem, some: &[Condition]) -> bool {
    let conditions: Conditions = problem.conditions.only(some);
    let most_moved = conditions.moved.max;
    let problem = Problem { conditions, ..problem.clone() };
    let kommuner = problem.kommuner.len();
    let numbers = problem.conditions.numbers(kommuner);
    let allowed = problem.allowed();
    let completions = Completions::new(&allowed, kommuner);
    if numbers & u64::from(completions.numbers(problem.all())) == 0 {
        return false;
    }
    let Some(most_moved) = most_moved else { return true };
    // Who has moved is known of whole groupings only.
    let today = problem.today_sets();
    let rank = Criterion { by: By::Moved, of_number: Vec::new(), payer: None, exact: None };
    let wanted = Wanted { rank, top: 1, pareto: Vec::new(), references: Vec::new() };
    let most_moved = u32::try_from(most_moved).ok();
    let whole = Whole { numbers, today, most_moved };
    let mut work = Work { threads: 1, until: None, progress: &mut |_| {} };
    enumerate(&allowed, &completions, &whole, &wanted, &mut work).counts.iter().any(|count| *count > 0)
}
