//! What can be wrong with what a user gave: a file per group of problems.
//!
//! A [`Diagnostic`] says what ([`Problem`]) and where ([`Label`]); [`crate::render`] gives it its look.

mod baseline;
mod check;
mod command;
mod declare;
mod description;
mod document;
mod figure;
mod file;
mod found;
mod grouping;
mod import;
mod import_words;
mod insats;
mod path;
mod positions;
mod problem;
mod reason;
mod result;
mod rules;
mod scenario;
mod search;
mod sharing;
mod source;
mod table;
mod uncertain;
mod usage;

pub use baseline::BaselineProblem;
pub use check::CheckProblem;
pub use command::CommandProblem;
pub use description::{Description, Severity};
pub use document::{DocumentProblem, Kind};
pub use figure::FigureProblem;
pub use file::{FileProblem, OtherFile};
pub use found::{Diagnostic, Diagnostics, Label, both};
pub use grouping::GroupingProblem;
pub use import::ImportProblem;
pub use import_words::{People, Site};
pub use insats::InsatsProblem;
pub use path::PathProblem;
pub use positions::PositionsProblem;
pub use problem::Problem;
pub use reason::Reason;
pub use result::{ResultKind, ResultProblem};
pub use rules::RulesProblem;
pub use scenario::{Costless, ScenarioProblem, Seatless, Several, Undoing};
pub use search::SearchProblem;
pub use sharing::SharingProblem;
pub use source::{Source, column_letters};
pub use table::TableProblem;
pub use uncertain::UncertainProblem;
pub use usage::{MeantCommand, MeantOption, MissingArgument, UsageProblem};
