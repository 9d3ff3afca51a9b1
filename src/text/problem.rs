//! What is said of everything that can be wrong: a stable code, a title, what stands at the place, and what to do.

use super::language::Language;
use super::{
    problem_baseline, problem_command, problem_document, problem_figure, problem_file, problem_import,
    problem_result, problem_scenario, problem_table, problem_usage,
};
use crate::diagnostic::Problem;

/// The sentences for a problem.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Description {
    /// The stable code, the same in every language.
    pub code: &'static str,
    /// What is wrong.
    pub title: String,
    /// What stands at the place.
    pub label: Option<String>,
    /// What stands at the other half of a conflict.
    pub other: Option<String>,
    /// What to do.
    pub help: Option<String>,
}

impl Description {
    pub(super) fn new(code: &'static str, title: String) -> Self {
        Self { code, title, label: None, other: None, help: None }
    }

    pub(super) fn label(mut self, label: String) -> Self {
        self.label = Some(label);
        self
    }

    pub(super) fn other(mut self, other: String) -> Self {
        self.other = Some(other);
        self
    }

    pub(super) fn help(mut self, help: String) -> Self {
        self.help = Some(help);
        self
    }

    /// "Menade du …?" where something is near, else what `otherwise` says.
    pub(super) fn nearest(self, language: Language, nearest: Option<&str>, otherwise: String) -> Self {
        self.help(match nearest {
            Some(nearest) => say!(language, "Menade du ”{nearest}”?", "Did you mean \"{nearest}\"?"),
            None => otherwise,
        })
    }
}

/// The sentences for a problem in one language.
#[must_use]
pub fn describe(problem: &Problem, language: Language) -> Description {
    match problem {
        Problem::File(problem) => problem_file::describe(problem, language),
        Problem::Document(problem) => problem_document::describe(problem, language),
        Problem::Table(problem) => problem_table::describe(problem, language),
        Problem::Baseline(problem) => problem_baseline::describe(problem, language),
        Problem::Scenario(problem) => problem_scenario::describe(problem, language),
        Problem::Check(problem) => problem_scenario::describe_check(problem, language),
        Problem::Import(problem) => problem_import::describe(problem, language),
        Problem::Figure(problem) => problem_figure::describe(problem, language),
        Problem::Result(problem) => problem_result::describe(problem, language),
        Problem::Command(problem) => problem_command::describe(problem, language),
        Problem::Usage(problem) => problem_usage::describe(problem, language),
    }
}
