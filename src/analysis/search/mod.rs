//! The answer to a search: how many groupings there are, which are the best, and where today stands among them.

mod compute;
mod criteria;
mod figures;
mod result;
pub mod scenarios;

pub use compute::{Limits, SearchAnswer, search};
pub use result::{
    ByNumberResult, GroupingResult, GroupingValues, GroupingsResult, ReferenceResult, SearchHead,
    SearchResult, TodayResult,
};
