//! The files that a new inquiry begins with: today's förbund as a baseline, and the usual alternatives as commented
//! scenarios that run at once.
//!
//! Three steps: who is in which förbund ([`division`]), which alternatives are possible with them
//! ([`alternatives`]), and the files as text ([`files`]).

pub mod alternatives;
pub mod division;
pub mod files;
pub mod toml;
