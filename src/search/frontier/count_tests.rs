//! Counts against closed forms, published numbers and every partition listed.

use std::ops::ControlFlow;

use num_bigint::BigUint;

use super::samples::{Draws, complete, conditions, cycle, grid, listed, path, star, tallied};
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

fn binomial(of: u64, chosen: u64) -> u64 {
    (0..chosen).fold(1, |product, step| product * (of - step) / (step + 1))
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
    let small = grid(3, 3);
    let none = Conditions::default();
    assert_eq!(by_number(&small, &none), tallied(9, &listed(&small, &none)));
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
    for round in 0..300 {
        let vertices = 1 + draws.below(8);
        let graph = draws.graph(vertices);
        let conditions = conditions(&mut draws, vertices);
        let expected = tallied(vertices, &listed(&graph, &conditions));
        assert_eq!(by_number(&graph, &conditions), expected, "{round}: {graph:?} {conditions:?}");
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
