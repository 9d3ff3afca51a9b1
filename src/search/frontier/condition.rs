//! What a partition must meet, and the smaller problem that remains when adjacent vertices that must stay together are
//! made one.

use std::collections::BTreeSet;

use super::graph::Graph;

/// What a partition into connected groups must meet besides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conditions {
    /// Pairs of vertices that must be in the same group.
    pub together: Vec<(usize, usize)>,
    /// Pairs of vertices that must be in different groups.
    pub apart: Vec<(usize, usize)>,
    /// The fewest groups.
    pub min_groups: usize,
    /// The most groups.
    pub max_groups: usize,
}

impl Default for Conditions {
    /// No conditions.
    fn default() -> Self {
        Self { together: Vec::new(), apart: Vec::new(), min_groups: 0, max_groups: usize::MAX }
    }
}

/// A graph with conditions, in which no pair that must stay together is adjacent: such a pair is one vertex.
#[derive(Debug, Clone)]
pub(super) struct Problem {
    pub(super) graph: Graph,
    /// Of each vertex the vertices that it stands for, ascending.
    pub(super) members: Vec<Vec<usize>>,
    /// Of each vertex those that must be in its group.
    pub(super) together: Vec<Vec<usize>>,
    /// Of each vertex those that must not be in its group.
    pub(super) apart: Vec<Vec<usize>>,
    pub(super) min_groups: usize,
    pub(super) max_groups: usize,
}

impl Problem {
    /// `None` where a vertex must be apart from itself or from one that it must be together with.
    pub(super) fn new(graph: &Graph, conditions: &Conditions) -> Option<Self> {
        let of = contracted(graph, &conditions.together);
        let classes = together_classes(graph.vertices(), &conditions.together);
        if conditions.apart.iter().any(|&(one, other)| classes[one] == classes[other]) {
            return None;
        }
        let count = of.iter().max().map_or(0, |last| last + 1);
        let mut members = vec![Vec::new(); count];
        for (vertex, &number) in of.iter().enumerate() {
            members[number].push(vertex);
        }
        let edges = (0..graph.vertices())
            .flat_map(|one| graph.neighbours(one).iter().map(move |&other| (one, other)));
        let pairs = |list: &[(usize, usize)]| {
            let mut pairs = vec![BTreeSet::new(); count];
            for (one, other) in
                list.iter().map(|&(one, other)| (of[one], of[other])).filter(|(one, other)| one != other)
            {
                pairs[one].insert(other);
                pairs[other].insert(one);
            }
            pairs.into_iter().map(|set| set.into_iter().collect()).collect()
        };
        Some(Self {
            graph: Graph::new(count, edges.map(|(one, other)| (of[one], of[other]))),
            members,
            together: pairs(&conditions.together),
            apart: pairs(&conditions.apart),
            min_groups: conditions.min_groups,
            max_groups: conditions.max_groups.min(count),
        })
    }

    pub(super) fn vertices(&self) -> usize {
        self.members.len()
    }
}

/// Of each vertex the first of those that must be in its group.
fn together_classes(vertices: usize, together: &[(usize, usize)]) -> Vec<usize> {
    let mut class: Vec<usize> = (0..vertices).collect();
    for &(one, other) in together {
        join(&mut class, one, other);
    }
    class
}

/// Gives both classes the lower of their two numbers.
fn join(class: &mut [usize], one: usize, other: usize) {
    let (low, high) = (class[one].min(class[other]), class[one].max(class[other]));
    for number in class.iter_mut().filter(|number| **number == high) {
        *number = low;
    }
}

/// Of each vertex the number of the one that it becomes a part of.
fn contracted(graph: &Graph, together: &[(usize, usize)]) -> Vec<usize> {
    let mut class: Vec<usize> = (0..graph.vertices()).collect();
    loop {
        let adjacent = |class: &[usize], one: usize, other: usize| {
            let mut members = (0..class.len()).filter(|&vertex| class[vertex] == class[one]);
            members.any(|vertex| graph.neighbours(vertex).iter().any(|&next| class[next] == class[other]))
        };
        let open =
            together.iter().find(|&&(one, other)| class[one] != class[other] && adjacent(&class, one, other));
        let Some(&(one, other)) = open else { break };
        join(&mut class, one, other);
    }
    let numbers: BTreeSet<usize> = class.iter().copied().collect();
    let numbers: Vec<usize> = numbers.into_iter().collect();
    class
        .iter()
        .map(|number| numbers.binary_search(number).expect("every class is among the classes"))
        .collect()
}
