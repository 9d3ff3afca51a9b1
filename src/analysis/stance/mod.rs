//! What parties think of an alternative, as results say it: who wants it, who blocks it, and what would help.

mod majority;
mod result;

pub use majority::{Majority, Standing, Voter};
pub use result::{
    ArgumentResult, KansliRemedy, Meaning, PartyKind, PartyResult, PositionsResult, Remedy, RemedySide,
    SplitName, Stance,
};
