//! Graphs whose vertices are numbered from zero.

/// A graph without loops; two vertices are joined by one edge or none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Graph {
    /// Of each vertex those that an edge joins it with, ascending.
    neighbours: Vec<Vec<usize>>,
}

impl Graph {
    /// The graph with these vertices and edges. An edge that comes twice counts once, one from a vertex to itself not at
    /// all; both ends must be below `vertices`.
    pub fn new(vertices: usize, edges: impl IntoIterator<Item = (usize, usize)>) -> Self {
        let mut neighbours = vec![Vec::new(); vertices];
        for (one, other) in edges {
            assert!(one < vertices && other < vertices, "an edge joins two vertices of the graph");
            if one != other {
                neighbours[one].push(other);
                neighbours[other].push(one);
            }
        }
        for list in &mut neighbours {
            list.sort_unstable();
            list.dedup();
        }
        Self { neighbours }
    }

    /// How many vertices there are.
    #[must_use]
    pub fn vertices(&self) -> usize {
        self.neighbours.len()
    }

    /// The vertices that an edge joins this one with, ascending.
    #[must_use]
    pub fn neighbours(&self, vertex: usize) -> &[usize] {
        &self.neighbours[vertex]
    }
}
