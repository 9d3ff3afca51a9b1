//! What the parties think of alternatives: who prefers what, who blocks what, what more parties want than not, what
//! would help those who block, and what is said for and against.

mod compared;
mod preferences;
mod remedies;
mod sentences;
mod tables;

pub use sentences::{rejected, sentences};
pub use tables::tables;
