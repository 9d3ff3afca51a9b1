//! All ways through the states at once: kept, so that they can be counted and ranked.

use std::ops::ControlFlow;

use num_bigint::BigUint;

use super::condition::{Conditions, Problem};
use super::count::Progress;
use super::error::CountError;
use super::graph::Graph;
use super::labels::{Labelled, Labels};
use super::order::cheap_order;
use super::plan::{Step, steps};
use super::rule::GroupRule;
use super::state::follow;
use super::table::Table;

/// Partitions of the vertices of a graph into connected groups that a rule allows, as a graph of states: each way from
/// its start to its end is one of them.
#[derive(Debug)]
pub struct Diagram {
    pub(super) vertices: usize,
    /// `None` where the conditions contradict each other.
    pub(super) problem: Option<Problem>,
    pub(super) steps: Vec<Step>,
    /// One per step, and last the end.
    pub(super) layers: Vec<Layer>,
}

/// The states before a step, and where they lead.
#[derive(Debug, Default)]
pub(super) struct Layer {
    pub(super) states: Vec<Labelled>,
    /// Where the moves of each state begin, and last where they end.
    first: Vec<usize>,
    moves: Vec<Move>,
}

/// A way from a state to one of the next layer.
#[derive(Debug, Clone, Copy)]
pub(super) struct Move {
    pub(super) value: i64,
    /// The number of the state.
    to: u32,
    /// The group of the frontier that the vertex joins; as many as there are where it founds one.
    pub(super) joined: u8,
    pub(super) founds: bool,
}

impl Move {
    pub(super) fn to(&self) -> usize {
        usize::try_from(self.to).expect("32 bits")
    }
}

impl Layer {
    pub(super) fn moves(&self, state: usize) -> &[Move] {
        &self.moves[self.first[state]..self.first[state + 1]]
    }

    fn bytes(&self) -> usize {
        self.states.capacity() * size_of::<Labelled>()
            + self.first.capacity() * size_of::<usize>()
            + self.moves.capacity() * size_of::<Move>()
    }
}

/// States between two calls of whoever watches, within a step.
const WATCHED: usize = 1 << 14;

impl Diagram {
    /// The diagram of all partitions that meet the conditions, of groups that the rule allows. It ends with an error when
    /// it takes more than so many bytes; `watch` is called with each step and now and then within it, and can stop it.
    ///
    /// # Errors
    /// If the graph is too wide, if the memory does not suffice, or if `watch` stops.
    pub fn new<R: GroupRule>(
        graph: &Graph,
        conditions: &Conditions,
        rule: &R,
        bytes: usize,
        mut watch: impl FnMut(Progress) -> ControlFlow<()>,
    ) -> Result<Self, CountError> {
        let vertices = graph.vertices();
        let Some(problem) = Problem::new(graph, conditions) else {
            return Ok(Self { vertices, problem: None, steps: Vec::new(), layers: Vec::new() });
        };
        let order = cheap_order(&problem);
        let steps = steps(&problem, &order)?;
        let mut labels = Labels::new(rule);
        let mut layers: Vec<Layer> = Vec::with_capacity(steps.len() + 1);
        let mut states = vec![Labelled::EMPTY];
        let mut taken = 0;
        for (number, (step, &vertex)) in steps.iter().zip(&order).enumerate() {
            labels.pass(&problem, vertex);
            let mut layer = Layer { states, first: vec![0], moves: Vec::new() };
            let mut next = Table::new();
            for (row, before) in layer.states.iter().enumerate() {
                if row % WATCHED == 0 {
                    let progress =
                        Progress { step: number + 1, steps: steps.len(), states: next.keys().len() };
                    if watch(progress).is_break() {
                        return Err(CountError::Stopped { step: number + 1, steps: steps.len() });
                    }
                }
                follow(step, before.state, problem.max_groups, |state, lineage| {
                    let Some((key, value)) = labels.follow(&problem, vertex, before, state, lineage) else {
                        return;
                    };
                    let (to, _) = next.number(key);
                    layer.moves.push(Move {
                        value,
                        to: u32::try_from(to).expect("a table numbers with 32 bits"),
                        joined: u8::try_from(lineage.joined).expect("below 16"),
                        founds: lineage.founds(),
                    });
                });
                layer.first.push(layer.moves.len());
                if taken + layer.bytes() + next.bytes() + labels.bytes() > bytes {
                    let states = layers.iter().map(|layer| layer.states.len()).sum::<usize>();
                    let states = states + layer.states.len() + next.keys().len();
                    return Err(CountError::TooLarge { step: number + 1, steps: steps.len(), states, bytes });
                }
            }
            taken += layer.bytes();
            layers.push(layer);
            states = next.into_keys();
        }
        layers.push(Layer { states, first: Vec::new(), moves: Vec::new() });
        Ok(Self { vertices, problem: Some(problem), steps, layers })
    }

    /// Whether the conditions allow so many groups.
    pub(super) fn allows(&self, groups: usize) -> bool {
        self.problem
            .as_ref()
            .is_some_and(|problem| (problem.min_groups..=problem.max_groups).contains(&groups))
    }

    /// How many states there are in all.
    #[must_use]
    pub fn states(&self) -> usize {
        self.layers.iter().map(|layer| layer.states.len()).sum()
    }

    /// How many partitions there are with each number of groups, from none to one per vertex.
    #[must_use]
    pub fn counts(&self) -> Vec<BigUint> {
        let mut counts = vec![BigUint::ZERO; self.vertices + 1];
        let Some((end, layers)) = self.layers.split_last() else { return counts };
        // Of each state of a layer how many ways lead from it to the end, by how many groups are still founded on them.
        let mut ways: Vec<Vec<BigUint>> = end.states.iter().map(|_| vec![BigUint::from(1u8)]).collect();
        for layer in layers.iter().rev() {
            let of = |state| {
                let mut sums: Vec<BigUint> = Vec::new();
                for step in layer.moves(state) {
                    for (more, number) in (usize::from(step.founds)..).zip(&ways[step.to()]) {
                        if sums.len() <= more {
                            sums.resize(more + 1, BigUint::ZERO);
                        }
                        sums[more] += number;
                    }
                }
                sums
            };
            ways = (0..layer.states.len()).map(of).collect();
        }
        for (groups, number) in ways[0].iter().enumerate().filter(|(groups, _)| self.allows(*groups)) {
            counts[groups].clone_from(number);
        }
        counts
    }
}
