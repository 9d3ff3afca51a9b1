//! Diagrams against every partition listed: how many, and which are the best.

use std::ops::ControlFlow;

use super::samples::{Draws, conditions, grid, groups, listed, tallied};
use super::{AnyGroup, Conditions, Detail, Diagram, Graph, GroupRule, Ranked, count};

const BYTES: usize = 256 << 20;

fn diagram<R: GroupRule>(graph: &Graph, conditions: &Conditions, rule: &R) -> Diagram {
    Diagram::new(graph, conditions, rule, BYTES, |_| ControlFlow::Continue(())).expect("small enough")
}

/// A value for each set of vertices that looks random; sets whose value would be a multiple of `refused` are not
/// allowed, nor those of more than `most` vertices. A vertex more adds its weight as it comes.
struct BySet {
    weights: Vec<i64>,
    refused: i64,
    most: u32,
    spread: i64,
}

impl BySet {
    fn drawn(draws: &mut Draws, vertices: usize) -> Self {
        let mut number = |limit: usize| i64::try_from(draws.below(limit)).expect("small");
        let weights = (0..vertices).map(|_| number(9) - 4).collect();
        Self {
            weights,
            refused: 2 + number(7),
            most: 2 + u32::try_from(number(7)).expect("small"),
            spread: 1 + number(20),
        }
    }

    /// The value of a whole group.
    fn value(&self, group: u64) -> Option<i64> {
        let weights =
            (0..).zip(&self.weights).filter(|(vertex, _)| group >> vertex & 1 == 1).map(|(_, weight)| weight);
        let rest = self.complete(group)?;
        (group.count_ones() <= self.most).then(|| weights.sum::<i64>() + rest)
    }
}

impl GroupRule for BySet {
    type Label = u64;

    fn found(&self, vertex: usize) -> Option<(u64, i64)> {
        Some((1 << vertex, self.weights[vertex]))
    }

    fn join(&self, label: u64, vertex: usize) -> Option<(u64, i64)> {
        (label.count_ones() < self.most).then(|| (label | 1 << vertex, self.weights[vertex]))
    }

    fn complete(&self, label: u64) -> Option<i64> {
        let mixed = i64::try_from(label.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 40).expect("24 bits");
        (mixed % self.refused != 1).then_some(mixed % self.spread)
    }
}

/// At least so many vertices in a group: sizes from there on are the same.
struct AtLeast(usize);

impl GroupRule for AtLeast {
    type Label = usize;

    fn found(&self, _: usize) -> Option<(usize, i64)> {
        Some((1, 0))
    }

    fn join(&self, label: usize, _: usize) -> Option<(usize, i64)> {
        Some(((label + 1).min(self.0), 0))
    }

    fn complete(&self, label: usize) -> Option<i64> {
        (label >= self.0).then_some(0)
    }
}

fn sets(of: &[usize]) -> Vec<u64> {
    let set =
        |group| (0..).zip(of).filter(|(_, own)| **own == group).fold(0, |set, (vertex, _)| set | 1 << vertex);
    (0..groups(of)).map(set).collect()
}

fn numbers(diagram: &Diagram) -> Vec<u64> {
    diagram.counts().iter().map(|number| number.try_into().expect("64 bits")).collect()
}

fn value_of(rule: &BySet, of: &[usize]) -> Option<i64> {
    sets(of).into_iter().map(|set| rule.value(set)).sum()
}

#[test]
fn every_count_and_every_list_of_the_best_is_that_of_the_list() {
    let mut draws = Draws(3);
    for round in 0..250 {
        let vertices = 1 + draws.below(8);
        let graph = draws.graph(vertices);
        let rule = BySet::drawn(&mut draws, vertices);
        let conditions = conditions(&mut draws, vertices);
        let found = diagram(&graph, &conditions, &rule);
        let mut all = listed(&graph, &conditions);
        all.retain(|of| value_of(&rule, of).is_some());
        let told = format!("{round}: {graph:?} {conditions:?}");
        assert_eq!(numbers(&found), tallied(vertices, &all), "{told}");

        // The numbers of groups that count, and what they add.
        let (from, most) = (draws.below(4), draws.below(5));
        let of_number = |number: usize| {
            let more = i64::try_from(number * 7 % 5).expect("small");
            (from..=from + most).contains(&number).then_some(more)
        };
        let completions = found.completions();
        for number in 0..=vertices {
            let of_number = all.iter().filter(|of| groups(of) == number);
            assert_eq!(
                completions.best_value(number),
                of_number.filter_map(|of| value_of(&rule, of)).max(),
                "{told}"
            );
        }
        let value = |of: &Vec<usize>| Some(value_of(&rule, of)? + of_number(groups(of))?);
        let ranked = |of: &Vec<usize>| Some(Ranked { value: value(of)?, group_of: of.clone() });
        let mut expected: Vec<Ranked> = all.iter().filter_map(ranked).collect();
        let mut list: Vec<Ranked> = completions.best_first(of_number).collect();
        assert!(list.is_sorted_by(|one, other| one.value >= other.value), "{told}");
        for ranked in [&mut list, &mut expected] {
            ranked.sort_by(|one, other| one.group_of.cmp(&other.group_of));
        }
        assert_eq!(list, expected, "{told}");
    }
}

#[test]
fn without_a_rule_a_diagram_counts_as_the_frontier_does() {
    let mut draws = Draws(4);
    for _ in 0..30 {
        let graph = grid(2 + draws.below(3), 2 + draws.below(3));
        let conditions = conditions(&mut draws, graph.vertices());
        let found = count(&graph, &conditions, Detail::ByNumber, BYTES, |_| ControlFlow::Continue(()));
        assert_eq!(
            diagram(&graph, &conditions, &AnyGroup).counts(),
            found.expect("small").by_number.expect("asked for")
        );
    }
}

#[test]
fn least_sizes_hold() {
    for (rows, columns) in [(2, 3), (3, 3), (2, 5)] {
        for least in 1..5 {
            let graph = grid(rows, columns);
            let mut all = listed(&graph, &Conditions::default());
            all.retain(|of| {
                (0..groups(of)).all(|group| of.iter().filter(|own| **own == group).count() >= least)
            });
            let found = diagram(&graph, &Conditions::default(), &AtLeast(least));
            assert_eq!(numbers(&found), tallied(graph.vertices(), &all), "{rows} × {columns}, {least}");
        }
    }
}

#[test]
fn conditions_that_contradict_each_other_leave_nothing_to_rank() {
    let conditions = Conditions { together: vec![(0, 1)], apart: vec![(0, 1)], ..Conditions::default() };
    let found = diagram(&grid(2, 2), &conditions, &AnyGroup);
    assert_eq!(found.completions().best_first(|_| Some(0)).next(), None);
    assert_eq!(numbers(&found), [0; 5]);
}
