//! Graphs, conditions and partitions for the tests, and every partition of a small graph.

use super::{Conditions, Graph};

pub(super) fn path(vertices: usize) -> Graph {
    Graph::new(vertices, (1..vertices).map(|vertex| (vertex - 1, vertex)))
}

pub(super) fn cycle(vertices: usize) -> Graph {
    Graph::new(vertices, (0..vertices).map(|vertex| (vertex, (vertex + 1) % vertices)))
}

pub(super) fn complete(vertices: usize) -> Graph {
    Graph::new(vertices, (0..vertices).flat_map(|one| (0..one).map(move |other| (one, other))))
}

pub(super) fn star(leaves: usize) -> Graph {
    Graph::new(leaves + 1, (1..=leaves).map(|leaf| (0, leaf)))
}

pub(super) fn grid(rows: usize, columns: usize) -> Graph {
    let right = (0..rows).flat_map(|row| (1..columns).map(move |column| (row, column, row, column - 1)));
    let down = (1..rows).flat_map(|row| (0..columns).map(move |column| (row, column, row - 1, column)));
    let edges =
        right.chain(down).map(|(row, column, above, left)| (row * columns + column, above * columns + left));
    Graph::new(rows * columns, edges)
}

/// Every partition of so many vertices, as the number of the group of each.
pub(super) fn partitions(vertices: usize) -> Vec<Vec<usize>> {
    let mut all = vec![Vec::new()];
    for _ in 0..vertices {
        let grow = |start: &Vec<usize>| {
            let start = start.clone();
            let groups = start.iter().max().map_or(0, |last| last + 1);
            (0..=groups).map(move |group| start.iter().copied().chain([group]).collect())
        };
        all = all.iter().flat_map(grow).collect();
    }
    all
}

pub(super) fn is_connected(graph: &Graph, of: &[usize], group: usize) -> bool {
    let members: Vec<usize> = (0..of.len()).filter(|&vertex| of[vertex] == group).collect();
    let mut reached = vec![members[0]];
    let mut next = 0;
    while let Some(&vertex) = reached.get(next) {
        next += 1;
        for &other in graph.neighbours(vertex) {
            if of[other] == group && !reached.contains(&other) {
                reached.push(other);
            }
        }
    }
    reached.len() == members.len()
}

/// How many groups a partition has.
pub(super) fn groups(of: &[usize]) -> usize {
    of.iter().max().map_or(0, |last| last + 1)
}

/// The partitions that meet the conditions, each looked at.
pub(super) fn listed(graph: &Graph, conditions: &Conditions) -> Vec<Vec<usize>> {
    let meets = |of: &Vec<usize>| {
        let groups = groups(of);
        (conditions.min_groups..=conditions.max_groups).contains(&groups)
            && conditions.together.iter().all(|&(one, other)| of[one] == of[other])
            && conditions.apart.iter().all(|&(one, other)| of[one] != of[other])
            && (0..groups).all(|group| is_connected(graph, of, group))
    };
    partitions(graph.vertices()).into_iter().filter(meets).collect()
}

/// How many partitions there are of each number of groups.
pub(super) fn tallied(vertices: usize, partitions: &[Vec<usize>]) -> Vec<u64> {
    let mut counts = vec![0; vertices + 1];
    for of in partitions {
        counts[groups(of)] += 1;
    }
    counts
}

/// Conditions of all kinds, for graphs of some vertices.
pub(super) fn conditions(draws: &mut Draws, vertices: usize) -> Conditions {
    let min_groups = draws.below(3);
    let max_groups = if draws.below(2) == 0 { usize::MAX } else { min_groups + draws.below(4) };
    Conditions { together: draws.pairs(vertices, 2), apart: draws.pairs(vertices, 3), min_groups, max_groups }
}

/// Numbers that look random and are the same in every run (splitmix64).
pub(super) struct Draws(pub(super) u64);

impl Draws {
    pub(super) fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        usize::try_from((mixed ^ (mixed >> 31)) % u64::try_from(limit).expect("small"))
            .expect("below the limit")
    }

    pub(super) fn graph(&mut self, vertices: usize) -> Graph {
        let dense = 1 + self.below(9);
        let pairs = (0..vertices).flat_map(|one| (0..one).map(move |other| (one, other)));
        let edges: Vec<_> = pairs.filter(|_| self.below(10) < dense).collect();
        Graph::new(vertices, edges)
    }

    pub(super) fn pairs(&mut self, vertices: usize, most: usize) -> Vec<(usize, usize)> {
        (0..self.below(most + 1)).map(|_| (self.below(vertices), self.below(vertices))).collect()
    }
}
