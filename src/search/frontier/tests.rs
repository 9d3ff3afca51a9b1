//! Counts against closed forms, published numbers and every partition listed.

use std::ops::ControlFlow;

use num_bigint::BigUint;

use super::{Conditions, CountError, Counts, Detail, Graph, count};

const MEGABYTES: usize = 1 << 20;

fn counted(graph: &Graph, conditions: &Conditions) -> Counts {
    count(graph, conditions, Detail::ByNumber, 256 * MEGABYTES, |_| ControlFlow::Continue(()))
        .expect("small enough")
}

fn by_number(graph: &Graph, conditions: &Conditions) -> Vec<u64> {
    let counts = counted(graph, conditions);
    let list = counts.by_number.expect("asked for");
    assert_eq!(list.iter().sum::<BigUint>(), counts.total);
    let total = count(graph, conditions, Detail::Total, 256 * MEGABYTES, |_| ControlFlow::Continue(()));
    assert_eq!(total.expect("small enough").total, counts.total);
    list.iter().map(|number| number.try_into().expect("64 bits")).collect()
}

fn total(graph: &Graph) -> String {
    counted(graph, &Conditions::default()).total.to_string()
}

fn path(vertices: usize) -> Graph {
    Graph::new(vertices, (1..vertices).map(|vertex| (vertex - 1, vertex)))
}

fn cycle(vertices: usize) -> Graph {
    Graph::new(vertices, (0..vertices).map(|vertex| (vertex, (vertex + 1) % vertices)))
}

fn complete(vertices: usize) -> Graph {
    Graph::new(vertices, (0..vertices).flat_map(|one| (0..one).map(move |other| (one, other))))
}

fn star(leaves: usize) -> Graph {
    Graph::new(leaves + 1, (1..=leaves).map(|leaf| (0, leaf)))
}

fn grid(rows: usize, columns: usize) -> Graph {
    let right = (0..rows).flat_map(|row| (1..columns).map(move |column| (row, column, row, column - 1)));
    let down = (1..rows).flat_map(|row| (0..columns).map(move |column| (row, column, row - 1, column)));
    let edges =
        right.chain(down).map(|(row, column, above, left)| (row * columns + column, above * columns + left));
    Graph::new(rows * columns, edges)
}

fn binomial(of: u64, chosen: u64) -> u64 {
    (0..chosen).fold(1, |product, step| product * (of - step) / (step + 1))
}

/// Every partition of so many vertices, as the number of the group of each.
fn partitions(vertices: usize) -> Vec<Vec<usize>> {
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

fn is_connected(graph: &Graph, of: &[usize], group: usize) -> bool {
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

/// The counts by number of groups of the partitions that meet the conditions, each looked at.
fn listed(graph: &Graph, conditions: &Conditions) -> Vec<u64> {
    let mut counts = vec![0; graph.vertices() + 1];
    for of in partitions(graph.vertices()) {
        let groups = of.iter().max().map_or(0, |last| last + 1);
        let meets = (conditions.min_groups..=conditions.max_groups).contains(&groups)
            && conditions.together.iter().all(|&(one, other)| of[one] == of[other])
            && conditions.apart.iter().all(|&(one, other)| of[one] != of[other])
            && (0..groups).all(|group| is_connected(graph, &of, group));
        counts[groups] += u64::from(meets);
    }
    counts
}

/// Numbers that look random and are the same in every run (splitmix64).
struct Draws(u64);

impl Draws {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        usize::try_from((mixed ^ (mixed >> 31)) % u64::try_from(limit).expect("small"))
            .expect("below the limit")
    }

    fn graph(&mut self, vertices: usize) -> Graph {
        let dense = 1 + self.below(9);
        let pairs = (0..vertices).flat_map(|one| (0..one).map(move |other| (one, other)));
        let edges: Vec<_> = pairs.filter(|_| self.below(10) < dense).collect();
        Graph::new(vertices, edges)
    }

    fn pairs(&mut self, vertices: usize, most: usize) -> Vec<(usize, usize)> {
        (0..self.below(most + 1)).map(|_| (self.below(vertices), self.below(vertices))).collect()
    }
}

#[test]
fn no_vertices_have_one_partition_and_one_vertex_has_one() {
    let none = Conditions::default();
    assert_eq!(by_number(&Graph::new(0, []), &none), [1]);
    assert_eq!(by_number(&Graph::new(1, []), &none), [0, 1]);
    assert_eq!(by_number(&Graph::new(0, []), &Conditions { min_groups: 1, ..Conditions::default() }), [0]);
    assert_eq!(by_number(&Graph::new(1, []), &Conditions { min_groups: 2, ..Conditions::default() }), [0, 0]);
    assert_eq!(by_number(&Graph::new(1, []), &Conditions { max_groups: 0, ..Conditions::default() }), [0, 0]);
}

#[test]
fn a_path_is_cut_at_any_of_its_edges() {
    for vertices in 1..40 {
        let expected =
            (0..u64::try_from(vertices).expect("small")).map(|cuts| binomial(vertices as u64 - 1, cuts));
        let expected: Vec<u64> = [0].into_iter().chain(expected).collect();
        assert_eq!(by_number(&path(vertices), &Conditions::default()), expected);
    }
    assert_eq!(total(&path(200)), (BigUint::from(1u8) << 199u8).to_string());
}

#[test]
fn a_cycle_has_two_to_the_power_of_its_edges_less_what_one_cut_leaves_whole() {
    for vertices in 3..40 {
        let expected = (BigUint::from(1u8) << vertices) - vertices;
        assert_eq!(total(&cycle(vertices)), expected.to_string());
    }
}

#[test]
fn a_star_is_cut_at_any_of_its_edges() {
    for leaves in 0..40 {
        assert_eq!(total(&star(leaves)), (1u64 << leaves).to_string());
    }
    assert_eq!(total(&star(150)), (BigUint::from(1u8) << 150u8).to_string());
}

#[test]
fn a_complete_graph_has_the_numbers_of_stirling_and_bell() {
    let mut stirling: Vec<u64> = vec![1];
    for vertices in 1..=10usize {
        let before = |groups: usize| stirling.get(groups).copied().unwrap_or(0);
        let next = (0..=vertices).map(|groups| {
            let founded = groups.checked_sub(1).map_or(0, before);
            founded + groups as u64 * before(groups)
        });
        stirling = next.collect();
        assert_eq!(by_number(&complete(vertices), &Conditions::default()), stirling);
    }
    assert_eq!(stirling.iter().sum::<u64>(), 115_975);
}

/// The published numbers are OEIS A110476 and, on its diagonal, A145835.
#[test]
fn grids_have_the_published_numbers() {
    let published = [
        (2, 2, "12"),
        (2, 3, "74"),
        (3, 3, "1434"),
        (2, 7, "106706"),
        (3, 4, "27780"),
        (3, 5, "538150"),
        (4, 4, "1691690"),
        (5, 5, "19719299768"),
        (6, 6, "2271230282824746"),
    ];
    for (rows, columns, expected) in published {
        assert_eq!(total(&grid(rows, columns)), expected, "{rows} × {columns}");
    }
    assert_eq!(by_number(&grid(3, 3), &Conditions::default()), listed(&grid(3, 3), &Conditions::default()));
}

#[test]
fn parts_without_an_edge_between_them_multiply() {
    let twice =
        Graph::new(8, [0, 4].into_iter().flat_map(|first| (1..4).map(move |vertex| (first, first + vertex))));
    assert_eq!(by_number(&twice, &Conditions::default()), [0, 0, 1, 6, 15, 20, 15, 6, 1]);
    assert_eq!(by_number(&Graph::new(3, []), &Conditions::default()), [0, 0, 0, 1]);
}

#[test]
fn conditions_that_contradict_each_other_leave_nothing() {
    let graph = path(4);
    let conditions =
        Conditions { together: vec![(0, 2), (2, 3)], apart: vec![(3, 0)], ..Conditions::default() };
    assert_eq!(by_number(&graph, &conditions), [0; 5]);
    // The two between must be in the group of the ends.
    let conditions = Conditions { together: vec![(0, 3)], apart: vec![(1, 2)], ..Conditions::default() };
    assert_eq!(by_number(&graph, &conditions), [0; 5]);
    let conditions = Conditions { together: vec![(0, 1)], ..Conditions::default() };
    assert_eq!(by_number(&Graph::new(2, []), &conditions), [0; 3]);
    let conditions = Conditions { apart: vec![(1, 1)], ..Conditions::default() };
    assert_eq!(by_number(&graph, &conditions), [0; 5]);
}

#[test]
fn every_count_is_that_of_the_list() {
    let mut draws = Draws(1);
    for round in 0..600 {
        let vertices = 1 + draws.below(8);
        let graph = draws.graph(vertices);
        let min_groups = draws.below(3);
        let max_groups = if draws.below(2) == 0 { usize::MAX } else { min_groups + draws.below(4) };
        let (together, apart) = (draws.pairs(vertices, 2), draws.pairs(vertices, 3));
        let conditions = Conditions { together, apart, min_groups, max_groups };
        assert_eq!(
            by_number(&graph, &conditions),
            listed(&graph, &conditions),
            "{round}: {graph:?} {conditions:?}"
        );
    }
}

/// Wider than what can be listed: one condition more or its contrary are all cases.
#[test]
fn together_and_apart_are_all_there_is() {
    let mut draws = Draws(2);
    for _ in 0..40 {
        let graph = grid(3 + draws.below(2), 3 + draws.below(3));
        let (one, other) = (draws.below(graph.vertices()), draws.below(graph.vertices()));
        let apart = draws.pairs(graph.vertices(), 2);
        let conditions = Conditions { apart, ..Conditions::default() };
        let same = Conditions { together: vec![(one, other)], ..conditions.clone() };
        let mut different = conditions.clone();
        different.apart.push((one, other));
        let sum = counted(&graph, &same).total + counted(&graph, &different).total;
        assert_eq!(sum, counted(&graph, &conditions).total, "{one} {other} {conditions:?} {graph:?}");
    }
}

#[test]
fn what_is_too_large_is_an_error() {
    let conditions = Conditions::default();
    let run =
        |graph: &Graph, bytes| count(graph, &conditions, Detail::Total, bytes, |_| ControlFlow::Continue(()));
    let error = run(&grid(7, 7), 50_000).expect_err("too little");
    assert!(matches!(error, CountError::TooLarge { bytes: 50_000, steps: 49, .. }), "{error:?}");
    assert_eq!(run(&complete(20), MEGABYTES), Err(CountError::TooWide { most: 15 }));
}

#[test]
fn whoever_watches_can_stop() {
    let stop = |progress: super::Progress| {
        if progress.step == 3 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    };
    let stopped = count(&grid(3, 3), &Conditions::default(), Detail::Total, MEGABYTES, stop);
    assert_eq!(stopped, Err(CountError::Stopped { step: 3, steps: 9 }));
}

#[test]
fn two_runs_agree_in_everything() {
    let conditions = Conditions { apart: vec![(0, 11), (3, 7)], ..Conditions::default() };
    assert_eq!(counted(&grid(3, 5), &conditions), counted(&grid(3, 5), &conditions));
}
