//! The partitions of a diagram in the order of their values, each proved to be so.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::diagram::{Diagram, Move};
use super::state::follow;

/// A partition with its value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ranked {
    /// What its groups are worth together.
    pub value: i64,
    /// Of each vertex the number of its group; groups have numbers in the order of their first vertices.
    pub group_of: Vec<usize>,
}

/// The highest values that can still be reached, by state and by how many groups are still founded.
pub struct Completions<'diagram> {
    diagram: &'diagram Diagram,
    layers: Vec<Values>,
}

/// Of each state of a layer, from where in `best` on its values stand, first that for `fewest` further groups.
struct Values {
    fewest: Vec<usize>,
    first: Vec<usize>,
    best: Vec<Option<i64>>,
}

impl Values {
    fn value(&self, state: usize, further: usize) -> Option<i64> {
        let place = self.first[state] + further.checked_sub(self.fewest[state])?;
        if place < self.first[state + 1] { self.best[place] } else { None }
    }

    /// The numbers of further groups for which there may be a value.
    fn numbers(&self, state: usize) -> std::ops::Range<usize> {
        self.fewest[state]..self.fewest[state] + self.first[state + 1] - self.first[state]
    }
}

/// A beginning that has not been completed yet. The greatest is the one to go on with: that of the highest value, of
/// these the longest, of these the first found.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Open {
    reachable: i64,
    depth: usize,
    number: Reverse<usize>,
    state: usize,
    value: i64,
    further: usize,
    /// The place in the list of moves done, plus one; zero at the start.
    last: usize,
}

impl Diagram {
    /// What can be reached from each state, for [`Completions::best_first`].
    ///
    /// # Panics
    /// If a sum of values does not fit into 64 bits.
    #[must_use]
    pub fn completions(&self) -> Completions<'_> {
        let mut layers: Vec<Values> = Vec::with_capacity(self.layers.len());
        for (place, layer) in self.layers.iter().enumerate().rev() {
            let mut found = Values { fewest: Vec::new(), first: vec![0], best: Vec::new() };
            for state in 0..layer.states.len() {
                if place + 1 == self.layers.len() {
                    found.fewest.push(0);
                    found.best.push(Some(0));
                } else {
                    let next = layers.last().expect("the end is no step");
                    found.add_state(layer.moves(state), next);
                }
                found.first.push(found.best.len());
            }
            layers.push(found);
        }
        layers.reverse();
        Completions { diagram: self, layers }
    }
}

impl Values {
    fn add_state(&mut self, moves: &[Move], next: &Self) {
        let range = |step: &Move| {
            let numbers = next.numbers(step.to());
            let founded = usize::from(step.founds);
            (!numbers.is_empty()).then_some((numbers.start + founded, numbers.end + founded))
        };
        let ranges = moves.iter().filter_map(range);
        let Some((fewest, end)) = ranges.reduce(|one, other| (one.0.min(other.0), one.1.max(other.1))) else {
            self.fewest.push(0);
            return;
        };
        self.fewest.push(fewest);
        let start = self.best.len();
        self.best.resize(start + end - fewest, None);
        for step in moves {
            for further in next.numbers(step.to()) {
                let Some(value) = next.value(step.to(), further) else { continue };
                let place = &mut self.best[start + further + usize::from(step.founds) - fewest];
                *place = (*place).max(Some(value + step.value));
            }
        }
    }
}

impl Completions<'_> {
    /// The highest value of all partitions with so many groups; `None` if there is no such partition.
    #[must_use]
    pub fn best_value(&self, groups: usize) -> Option<i64> {
        let layer = self.layers.first().filter(|_| self.diagram.allows(groups))?;
        layer.value(0, groups)
    }

    /// All partitions, highest value first, as they are asked for; which of equal ones comes first has no meaning, but is
    /// always the same. A number of groups adds what `of_number` says, or is left out.
    ///
    /// Of every beginning the best completion is known, so nothing that has not come yet is worth more than what has.
    ///
    /// # Panics
    /// If a sum of values does not fit into 64 bits.
    #[must_use]
    pub fn best_first(&self, of_number: impl Fn(usize) -> Option<i64>) -> BestFirst<'_> {
        let mut open = BinaryHeap::new();
        for further in 0..=self.diagram.vertices {
            if let (Some(value), Some(best)) = (of_number(further), self.best_value(further)) {
                let (reachable, number) = (value + best, Reverse(further));
                open.push(Open { reachable, depth: 0, number, state: 0, value, further, last: 0 });
            }
        }
        BestFirst { completions: self, open, done: Vec::new(), number: self.diagram.vertices + 1 }
    }

    /// The group of each vertex, on the way through these moves.
    fn partition(&self, moves: &[Move]) -> Vec<usize> {
        let diagram = self.diagram;
        let problem = diagram.problem.as_ref().expect("moves are of a problem");
        let mut group_of = vec![0; diagram.vertices];
        // Of each group of the frontier its number among all that have been founded.
        let mut numbers: Vec<usize> = Vec::new();
        let (mut state, mut founded) = (0, 0);
        for ((layer, step), done) in diagram.layers.iter().zip(&diagram.steps).zip(moves) {
            if done.founds {
                numbers.push(founded);
                founded += 1;
            }
            for &member in &problem.members[step.vertex] {
                group_of[member] = numbers[usize::from(done.joined)];
            }
            let mut next = Vec::new();
            follow(step, layer.states[state].state, problem.max_groups, |_, lineage| {
                if lineage.joined == usize::from(done.joined) {
                    next = lineage.was[..lineage.now].iter().map(|&was| numbers[usize::from(was)]).collect();
                }
            });
            numbers = next;
            state = done.to();
        }
        numbered_by_first(&group_of)
    }
}

/// What [`Completions::best_first`] gives.
pub struct BestFirst<'run> {
    completions: &'run Completions<'run>,
    open: BinaryHeap<Open>,
    /// The moves done, each with the place plus one of the one before it.
    done: Vec<(usize, Move)>,
    number: usize,
}

impl BestFirst<'_> {
    /// The bytes that what has been begun takes.
    #[must_use]
    pub fn bytes(&self) -> usize {
        self.open.capacity() * size_of::<Open>() + self.done.capacity() * size_of::<(usize, Move)>()
    }
}

impl Iterator for BestFirst<'_> {
    type Item = Ranked;

    fn next(&mut self) -> Option<Ranked> {
        let Self { completions, open, done, number } = self;
        while let Some(beginning) = open.pop() {
            let depth = beginning.depth;
            if depth + 1 == completions.layers.len() {
                let group_of = completions.partition(&moves_to(done, beginning.last));
                return Some(Ranked { value: beginning.value, group_of });
            }
            for step in completions.diagram.layers[depth].moves(beginning.state) {
                let Some(further) = beginning.further.checked_sub(usize::from(step.founds)) else { continue };
                let Some(rest) = completions.layers[depth + 1].value(step.to(), further) else { continue };
                done.push((beginning.last, *step));
                let value = beginning.value + step.value;
                open.push(Open {
                    reachable: value + rest,
                    depth: depth + 1,
                    number: Reverse(*number),
                    state: step.to(),
                    value,
                    further,
                    last: done.len(),
                });
                *number += 1;
            }
        }
        None
    }
}

/// The moves that lead to one of those done, in their order.
fn moves_to(done: &[(usize, Move)], last: usize) -> Vec<Move> {
    let mut moves = Vec::new();
    let mut at = last;
    while at > 0 {
        let (before, step) = done[at - 1];
        moves.push(step);
        at = before;
    }
    moves.reverse();
    moves
}

/// The same groups, with numbers in the order of their first vertices.
fn numbered_by_first(group_of: &[usize]) -> Vec<usize> {
    let mut numbers: Vec<usize> = Vec::new();
    let number = |group: &usize| {
        numbers.iter().position(|known| known == group).unwrap_or_else(|| {
            numbers.push(*group);
            numbers.len() - 1
        })
    };
    group_of.iter().map(number).collect()
}
