//! Searches, against a slow reference that follows the contract: every grouping one by one, each as a scenario.

mod answers;
mod counts;
mod every_grouping;
mod reference;
