//! The files that a new inquiry begins with: today's förbund as a baseline, and the usual alternatives as commented
//! scenarios that run at once.
//!
//! Three steps: who is in which förbund ([`division`]), which alternatives are possible with them
//! ([`alternatives`]), and the files as text ([`files`]).
//!
//! A single alternative is typed ([`typed_changes`]), or found from a table, and becomes a file of its own
//! ([`new_scenario`]).

pub mod alternatives;
mod change_section;
pub mod division;
pub mod files;
pub mod full_names;
pub mod new_scenario;
pub mod toml;
pub mod typed_changes;
