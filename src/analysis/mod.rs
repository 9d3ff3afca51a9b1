//! Questions put to the model, and their answers as values: the result of a scenario, whether its checks hold,
//! and every assumption the figures rest on. Nothing here knows what an answer looks like on a page.

pub mod allowance;
pub mod alternatives;
pub mod answer;
pub mod assumption;
mod assumption_words;
mod assumptions;
pub mod bound;
pub mod break_even;
pub mod check;
pub mod criteria;
mod decimals;
pub mod difference;
pub mod divided;
pub mod explanation;
pub mod flip;
pub mod gross_and_net;
pub mod holdings;
pub mod illustrative_kansli;
pub mod inquiry;
pub mod money;
pub mod path;
pub mod plausibility;
pub mod ranking;
pub mod ratio;
pub mod reference;
pub mod rests_on;
pub mod result;
pub(crate) mod rulebook;
pub mod search;
pub mod sensitivity;
mod side;
pub mod simulation;
mod stated;
pub mod total;
pub mod written;
