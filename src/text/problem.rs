//! What is said of everything that can be wrong: a stable code, a title, what stands at the place, and what to do.

use super::language::Language;
use super::{problem_command, problem_file, problem_import, problem_usage};
use crate::diagnostic::{Description, Problem};

/// The sentences for a problem in one language.
#[must_use]
pub fn describe(problem: &Problem, language: Language) -> Description {
    match problem {
        Problem::File(problem) => problem_file::describe(problem, language),
        Problem::Document(problem) => problem.describe(language),
        Problem::Table(problem) => problem.describe(language),
        Problem::Baseline(problem) => problem.describe(language),
        Problem::Scenario(problem) => problem.describe(language),
        Problem::Check(problem) => problem.describe(language),
        Problem::Import(problem) => problem_import::describe(problem, language),
        Problem::Figure(problem) => problem.describe(language),
        Problem::Result(problem) => problem.describe(language),
        Problem::Command(problem) => problem_command::describe(problem, language),
        Problem::Usage(problem) => problem_usage::describe(problem, language),
    }
}
