//! What is said of everything that can be wrong: a stable code, a title, what stands at the place, and what to do.

use super::language::Language;
use super::{
    problem_baseline, problem_command, problem_document, problem_figure, problem_file, problem_import,
    problem_table, problem_usage,
};
use crate::diagnostic::{Description, Problem};

/// The sentences for a problem in one language.
#[must_use]
pub fn describe(problem: &Problem, language: Language) -> Description {
    match problem {
        Problem::File(problem) => problem_file::describe(problem, language),
        Problem::Document(problem) => problem_document::describe(problem, language),
        Problem::Table(problem) => problem_table::describe(problem, language),
        Problem::Baseline(problem) => problem_baseline::describe(problem, language),
        Problem::Scenario(problem) => problem.describe(language),
        Problem::Check(problem) => problem.describe(language),
        Problem::Import(problem) => problem_import::describe(problem, language),
        Problem::Figure(problem) => problem_figure::describe(problem, language),
        Problem::Result(problem) => problem.describe(language),
        Problem::Command(problem) => problem_command::describe(problem, language),
        Problem::Usage(problem) => problem_usage::describe(problem, language),
    }
}
