//! How many partitions there are.

use std::ops::ControlFlow;

use num_bigint::BigUint;

use super::condition::{Conditions, Problem};
use super::error::CountError;
use super::graph::Graph;
use super::order::cheap_order;
use super::plan::{Step, steps};
use super::state::{State, follow};
use super::table::Table;
use super::tally::Tally;

/// What is to be counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Detail {
    /// All partitions by their number of groups. Each state holds as many numbers as there can be groups.
    ByNumber,
    /// All partitions in one number, for graphs of which the other needs too much memory. If the number of groups is
    /// bounded, this is no less work than by number.
    Total,
}

/// How far a count has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// The step at work, from one.
    pub step: usize,
    /// How many steps there are.
    pub steps: usize,
    /// States found in this step so far.
    pub states: usize,
}

/// Partitions of the vertices of a graph into connected groups.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counts {
    /// How many there are in all.
    pub total: BigUint,
    /// How many there are with so many groups as the place in the list says, which begins with no groups and ends with
    /// one per vertex; `None` if only the total was asked for.
    pub by_number: Option<Vec<BigUint>>,
    /// The most states that one step had.
    pub most_states: usize,
}

/// States between two calls of whoever watches, within a step.
const WATCHED: usize = 1 << 16;

/// Counts the partitions of the vertices of a graph into connected groups that meet the conditions.
///
/// Memory ends with an error at `bytes`: what the states and numbers of two steps take. `watch` is called with each step
/// and now and then within it, and can stop the count. The same input gives the same answer, whatever the machine.
///
/// # Errors
/// If the graph is too wide, if the memory does not suffice, or if `watch` stops.
pub fn count(
    graph: &Graph,
    conditions: &Conditions,
    detail: Detail,
    bytes: usize,
    mut watch: impl FnMut(Progress) -> ControlFlow<()>,
) -> Result<Counts, CountError> {
    let vertices = graph.vertices();
    let Some(problem) = Problem::new(graph, conditions) else { return Ok(Counts::none(vertices, detail)) };
    let is_bounded =
        problem.min_groups > problem.vertices().min(1) || problem.max_groups < problem.vertices();
    let by_number = detail == Detail::ByNumber || is_bounded;
    let steps = steps(&problem, &cheap_order(&problem))?;
    let mut states = vec![State::EMPTY];
    let mut tally = Tally::start(by_number);
    let mut most_states = 1;
    for (number, step) in steps.iter().enumerate() {
        let pass = Pass { step, number: number + 1, steps: steps.len(), problem: &problem, bytes };
        (states, tally) = pass.run(&states, &tally, by_number, &mut watch)?;
        most_states = most_states.max(states.len());
    }
    let mut counts = Counts::none(vertices, detail);
    counts.most_states = most_states;
    if !states.is_empty() {
        for (groups, number) in (tally.fewest..).zip(tally.row_numbers(0)) {
            let is_within = !by_number || (problem.min_groups..=problem.max_groups).contains(&groups);
            if is_within {
                counts.total += &number;
                if let Some(place) = counts.by_number.as_mut().map(|list| &mut list[groups]) {
                    *place = number;
                }
            }
        }
    }
    Ok(counts)
}

impl Counts {
    fn none(vertices: usize, detail: Detail) -> Self {
        let by_number = (detail == Detail::ByNumber).then(|| vec![BigUint::ZERO; vertices + 1]);
        Self { total: BigUint::ZERO, by_number, most_states: 0 }
    }
}

/// One step of a count.
struct Pass<'count> {
    step: &'count Step,
    number: usize,
    steps: usize,
    problem: &'count Problem,
    bytes: usize,
}

impl Pass<'_> {
    fn run(
        &self,
        states: &[State],
        tally: &Tally,
        by_number: bool,
        watch: &mut impl FnMut(Progress) -> ControlFlow<()>,
    ) -> Result<(Vec<State>, Tally), CountError> {
        let (step, steps) = (self.number, self.steps);
        // What cannot become enough groups any more, or is too many, is not kept.
        let most = (tally.most + 1).min(self.problem.max_groups);
        let fewest = self.problem.min_groups.saturating_sub(self.step.remaining).max(tally.fewest.max(1));
        let mut next = Table::<State>::new();
        if fewest > most {
            return Ok((Vec::new(), Tally::start(by_number)));
        }
        // A state leads to at most one state per group of the frontier and one more for a new group.
        let bound = tally.total() * (self.step.width + 1);
        let mut sums = Tally::empty(by_number, fewest, most, &bound);
        let taken = size_of_val(states) + tally.bytes();
        for (row, &state) in states.iter().enumerate() {
            if row % WATCHED == 0 {
                let progress = Progress { step, steps, states: next.keys().len() };
                if watch(progress).is_break() {
                    return Err(CountError::Stopped { step, steps });
                }
            }
            let Some(range) = tally.range(row) else { continue };
            follow(self.step, state, self.problem.max_groups, |state, lineage| {
                let founded = usize::from(lineage.founds());
                if range.1 + founded < fewest || range.0 + founded > most {
                    return;
                }
                let (number, is_new) = next.number(state);
                if is_new {
                    sums.add_row();
                }
                sums.add(number, tally, row, range, founded);
            });
            if taken + next.bytes() + sums.bytes() > self.bytes {
                let states = states.len() + next.keys().len();
                return Err(CountError::TooLarge { step, steps, states, bytes: self.bytes });
            }
        }
        Ok((next.into_keys(), sums))
    }
}
