//! Partitions of the vertices of a graph into connected groups, counted and ranked without listing them.
//!
//! Vertices are passed one after the other. What is known of those passed is a state: to which group each vertex of the
//! *frontier* belongs (those passed that still have a neighbour to come), and which of them are connected so far.
//! Partitions that have the same state can be completed in the same ways, so the states of a step with a number each
//! stand for all beginnings. How long it takes depends on the width of the frontier, not on what is counted: the 2.8·10²²
//! contiguous groupings of 49 kommuner are at most 594 states at a time.
//!
//! * [`count()`] keeps the states of two steps only: it reaches farthest.
//! * [`Diagram`] keeps all of them, each with the labels that a [`GroupRule`] gives its groups: sizes, sums, what is
//!   left over before rounding. Each way through it is a partition whose groups are all allowed, so it counts them too.
//! * [`Completions`] knows of every beginning the best that can become of it. Partitions come out in the order of their
//!   values then, and nothing that is not listed can be worth more than the last that is: that is the proof.
//!
//! What a rule cannot say of one group alone (how many kommuner have moved, which of equal ones comes first) is for the
//! caller to work out over all that are equal, or within the slack by which its values can be wrong.
//!
//! # Where it is from
//! That a frontier suffices is the idea of frontier-based search (Sekine, Imai and Tani 1995; Knuth's Simpath, TAOCP 4A,
//! 7.1.4), which Kawahara, Horiyama, Hotta and Minato brought to partitions into connected groups ("Generating all
//! patterns of graph partitions within a disparity bound", WALCOM 2017). They pass edges and remember which components
//! must stay different; here vertices are passed, and their groups are decided at once, so that what is remembered are
//! the pieces of a group that must still be connected. This has fewer states where the frontier is wide: a third on a
//! grid of 8 × 8. It also is what lets a group have a label. Simon, Tittmann and Trinks ("Counting connected set
//! partitions of graphs", Electronic Journal of Combinatorics 18, 2011) split graphs at separators with the same numbers
//! in view. That the k best ways through a graph come in order when the best completion of each beginning is known is
//! Hart, Nilsson and Raphael's A* (1968) with an exact estimate.

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
pub use ranking::{BestFirst, Completions, Ranked};
pub use rule::{AnyGroup, GroupRule};

#[cfg(test)]
mod count_tests;
#[cfg(test)]
mod ranking_tests;
#[cfg(test)]
mod samples;
