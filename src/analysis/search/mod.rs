//! The answer to a search: how many groupings there are, which are the best, and where today stands among them.

mod answer;
mod compute;
mod criteria;
mod divisions;
mod entries;
mod figures;
mod flips;
mod groups;
mod list;
mod listed;
mod result;
pub mod scenarios;
mod trade_offs;
mod weakest;
mod wide;

pub use answer::{Limits, MOST_COVERED, Progress, SearchAnswer, Way};
pub use compute::{search, today_assumptions};
pub use result::{
    ByNumberResult, FixedResult, GroupingResult, GroupingValues, GroupingsResult, ReferenceResult,
    SearchHead, SearchResult, SeatResult, TodayResult,
};
