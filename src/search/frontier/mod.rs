//! Partitions of the vertices of a graph into connected groups, counted without listing them.
//!
//! Vertices are passed one after the other. What is known of those passed is a state: to which group each vertex of the
//! *frontier* belongs (those passed that still have a neighbour to come), and which of them are connected so far
//! ([`count()`] says more). Partitions that have the same state can be completed in the same ways, so the states of a step
//! with a number each stand for all beginnings. How long it takes depends on the width of the frontier, not on what is
//! counted: 10²² partitions of 49 kommuner are some thousands of states.
//!
//! That a frontier suffices is the idea of frontier-based search (Sekine, Imai, Tani 1995; Knuth's Simpath, TAOCP 4A
//! 7.1.4), which Kawahara, Horiyama, Hotta and Minato brought to partitions into connected groups ("Generating all
//! patterns of graph partitions within a disparity bound", WALCOM 2017). They pass edges and remember which components
//! must stay different; here vertices are passed, and their groups are decided at once, so that what is remembered are
//! the components of a group that must still be connected. Of the two this has fewer states where the frontier is wide
//! (a third on a grid of 8 × 8). Simon, Tittmann and Trinks ("Counting connected set partitions of graphs", Electronic
//! Journal of Combinatorics 18, 2011) split graphs at vertex separators with the same numbers in view.

mod condition;
mod count;
mod diagram;
mod error;
mod graph;
mod labels;
mod order;
mod plan;
mod ranking;
mod rule;
mod state;
mod table;
mod tally;

pub use condition::Conditions;
pub use count::{Counts, Detail, Progress, count};
pub use diagram::Diagram;
pub use error::CountError;
pub use graph::Graph;
pub use ranking::{Completions, Ranked, Ranking, Wanted};
pub use rule::{AnyGroup, GroupRule};

#[cfg(test)]
mod count_tests;
#[cfg(test)]
mod ranking_tests;
#[cfg(test)]
mod samples;
