//! The best groupings made of listed förbund, proved without looking at each: the kommuner are to be covered, each once.
//!
//! Every kommun has a price, and so has every förbund of today that new ones may be matched with. Whatever the prices, no
//! grouping can be worth more than they come to in all; a förbund that is worth less than its kommuner cost takes the rest
//! off that bound. So only förbund that take off little can be part of the best groupings, and covering the kommuner one
//! after the other ends wherever too much has been taken off: that is the proof, in whole numbers. Good prices are those of
//! the linear programme in which parts of förbund may be chosen; they are computed in floating point and rounded, since
//! any will do.
//!
//! # Where it is from
//! Set partitioning by columns and their reduced costs is Garfinkel and Nemhauser's ("The set-partitioning problem: set
//! covering with equality constraints", Operations Research 17, 1969); that columns which take off more than the gap can
//! be left out is used in crew scheduling ever since. Depth-first search under a budget that grows is Korf's (1985).

mod column;
mod counting;
mod covering;
mod linear;
mod order;
mod prices;
mod side;
mod walk;

pub use column::Column;
pub use counting::count;
pub use covering::Cover;
pub use order::Order;
pub use side::Side;
pub use walk::{Outcome, Patience, Priced};

#[cfg(test)]
mod tests;
