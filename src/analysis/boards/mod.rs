//! How many people the boards take, and how much of their time, of each förbund and of each party.

mod compute;
mod result;

pub use compute::boards;
pub use result::{BoardResult, BoardSide, BoardTotal, BoardsResult, PartyTime};
