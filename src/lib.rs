//! finsam
pub mod diagnostic;
pub mod input;
pub mod model;
