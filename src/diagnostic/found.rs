//! Problems with their places, and collections of them.

use std::ops::Range;
use std::sync::Arc;

use super::description::Severity;
use super::problem::Problem;
use super::source::Source;

/// A place in a file.
#[derive(Clone, Debug)]
pub struct Label {
    /// The file.
    pub source: Arc<Source>,
    /// The bytes of its text.
    pub span: Range<usize>,
}

/// Something wrong, and where.
#[derive(Clone, Debug)]
pub struct Diagnostic {
    /// What.
    pub problem: Problem,
    /// Where it is.
    pub place: Option<Label>,
    /// Where the other half of a conflict stands.
    pub other: Option<Label>,
}

impl Diagnostic {
    /// Something wrong that has no place in a file.
    #[must_use]
    pub fn without_place(problem: impl Into<Problem>) -> Self {
        Self { problem: problem.into(), place: None, other: None }
    }

    /// Something wrong at a place.
    #[must_use]
    pub fn at(problem: impl Into<Problem>, source: &Arc<Source>, span: Range<usize>) -> Self {
        Self { problem: problem.into(), place: Some(Label { source: source.clone(), span }), other: None }
    }

    /// With the place of the other half of a conflict.
    #[must_use]
    pub fn and(mut self, source: &Arc<Source>, span: Range<usize>) -> Self {
        self.other = Some(Label { source: source.clone(), span });
        self
    }

    /// Whether it is only a warning.
    #[must_use]
    pub fn is_warning(&self) -> bool {
        self.problem.severity() == Severity::Warning
    }
}

/// All that was found, in the order it was found.
///
/// Of a file with thousands of errors the first [`Diagnostics::MOST`] are kept and the others counted.
#[derive(Clone, Default, Debug, thiserror::Error)]
#[error("unusable input")]
pub struct Diagnostics {
    kept: Vec<Diagnostic>,
    /// How many of those kept are warnings.
    warnings: usize,
    not_kept: usize,
    has_errors: bool,
}

impl Diagnostics {
    /// How many are kept.
    pub const MOST: usize = 100;

    /// Adds one.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        let is_error = !diagnostic.is_warning();
        self.has_errors |= is_error;
        if self.kept.len() < Self::MOST {
            self.warnings += usize::from(!is_error);
            self.kept.push(diagnostic);
            return;
        }
        self.not_kept += 1;
        // An error is worth more than a warning.
        if is_error && let Some(warning) = self.kept.iter_mut().rfind(|kept| kept.is_warning()) {
            *warning = diagnostic;
            self.warnings -= 1;
        }
    }

    /// Adds an error that is made only if it is kept: of a million alike, most are only counted. What it costs to find
    /// its place and the name that may be meant belongs into `make`.
    pub fn push_error(&mut self, make: impl FnOnce() -> Diagnostic) {
        if self.is_full_of_errors() {
            self.not_kept += 1;
            return;
        }
        let error = make();
        debug_assert!(!error.is_warning(), "no error: {error:?}");
        self.push(error);
    }

    /// Whether every further one is only counted.
    #[must_use]
    pub fn is_full_of_errors(&self) -> bool {
        self.kept.len() >= Self::MOST && self.warnings == 0
    }

    /// Adds a warning likewise.
    pub fn push_warning(&mut self, make: impl FnOnce() -> Diagnostic) {
        if self.kept.len() >= Self::MOST {
            self.not_kept += 1;
            return;
        }
        let warning = make();
        debug_assert!(warning.is_warning(), "no warning: {warning:?}");
        self.push(warning);
    }

    /// Adds all of `others`.
    pub fn append(&mut self, others: Self) {
        self.not_kept += others.not_kept;
        self.has_errors |= others.has_errors;
        for diagnostic in others.kept {
            self.push(diagnostic);
        }
    }

    /// The same, with what is wrong with the whole file at `path` at the place where it is named.
    #[must_use]
    pub fn named_at(mut self, path: &str, source: &Arc<Source>, span: &Range<usize>) -> Self {
        for kept in &mut self.kept {
            let is_of_file = matches!(&kept.problem, Problem::File(problem) if problem.path() == Some(path));
            if is_of_file && kept.place.is_none() {
                *kept = Diagnostic::at(kept.problem.clone(), source, span.clone());
            }
        }
        self
    }

    /// Whether something in it is an error and not only a warning.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.has_errors
    }

    /// Those that were kept.
    pub fn iter(&self) -> impl Iterator<Item = &Diagnostic> {
        self.kept.iter()
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.kept.len() + self.not_kept
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// How many were only counted.
    #[must_use]
    pub fn not_kept(&self) -> usize {
        self.not_kept
    }

    /// Orders those of each file by their place; files stay in the order in which they first occur.
    pub fn sort(&mut self) {
        let mut files: Vec<String> = Vec::new();
        for diagnostic in &self.kept {
            if let Some(label) = &diagnostic.place
                && !files.contains(&label.source.path)
            {
                files.push(label.source.path.clone());
            }
        }
        self.kept.sort_by_key(|diagnostic| {
            diagnostic.place.as_ref().map(|label| {
                let file = files.iter().position(|file| *file == label.source.path);
                (file, label.span.start)
            })
        });
    }
}

/// Both, or all that is wrong with either.
///
/// # Errors
/// Those of one or of both.
pub fn both<One, Other>(
    one: Result<One, Diagnostics>,
    other: Result<Other, Diagnostics>,
) -> Result<(One, Other), Diagnostics> {
    match (one, other) {
        (Ok(one), Ok(other)) => Ok((one, other)),
        (Err(found), Ok(_)) | (Ok(_), Err(found)) => Err(found),
        (Err(mut found), Err(others)) => {
            found.append(others);
            Err(found)
        }
    }
}

impl From<Diagnostic> for Diagnostics {
    fn from(diagnostic: Diagnostic) -> Self {
        let mut diagnostics = Self::default();
        diagnostics.push(diagnostic);
        diagnostics
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::FileProblem;

    #[test]
    fn what_is_only_counted_is_not_made() {
        let at = |problem| Diagnostic::without_place(problem);
        let warning = || at(FileProblem::EncodingGuessed);
        let error = || at(FileProblem::NotRegular { path: String::new() });
        assert!(warning().is_warning() && !error().is_warning());
        let mut found = Diagnostics::default();
        (0..Diagnostics::MOST).for_each(|_| found.push_warning(warning));
        found.push_warning(|| unreachable!("a warning too many"));
        // Errors are worth more, as long as there are warnings.
        (0..Diagnostics::MOST).for_each(|_| found.push_error(error));
        found.push_error(|| unreachable!("an error too many"));
        assert!(found.iter().all(|kept| !kept.is_warning()));
        assert_eq!((found.iter().count(), found.len()), (Diagnostics::MOST, 2 * Diagnostics::MOST + 2));
    }
}
