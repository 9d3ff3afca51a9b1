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
mod import;
mod problem;
mod reason;
mod result;
mod scenario;
mod table;
mod usage;

use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

pub use baseline::BaselineProblem;
pub use check::CheckProblem;
pub use command::CommandProblem;
pub use description::{Description, Severity};
pub use document::{DocumentProblem, Kind};
pub use figure::FigureProblem;
pub use file::{FileProblem, OtherFile};
pub use import::{ImportProblem, People, Site};
pub use problem::Problem;
pub use reason::Reason;
pub use result::{ResultKind, ResultProblem};
pub use scenario::{ScenarioProblem, Seatless, Several, Undoing};
pub use table::TableProblem;
pub use usage::{MeantCommand, MeantOption, MissingArgument, UsageProblem};

/// A file that was read, as text.
#[derive(Debug)]
pub struct Source {
    /// Its path, as users know it.
    pub path: String,
    /// Its text; that of a compiled-in example is not copied.
    pub text: Cow<'static, str>,
    /// Whether it is a sheet written down as text: a line per row, tabs between cells.
    pub is_sheet: bool,
}

impl Source {
    /// What was typed behind an option, so that errors can show the place in it.
    #[must_use]
    pub fn typed(option: &str, text: &str) -> Arc<Self> {
        Arc::new(Self { path: option.to_owned(), text: text.to_owned().into(), is_sheet: false })
    }

    /// The number of the line, from 1, on which a byte of the text stands.
    #[must_use]
    pub fn line(&self, place: usize) -> usize {
        self.text[..place].matches('\n').count() + 1
    }

    /// The number of the character in its line, from 1, that begins at a byte of the text.
    #[must_use]
    pub fn column(&self, place: usize) -> usize {
        let line_start = self.text[..place].rfind('\n').map_or(0, |end| end + 1);
        self.text[line_start..place].chars().count() + 1
    }

    /// The name of the cell, "C17", at a byte of a sheet; `None` if this is no sheet.
    #[must_use]
    pub fn cell_name(&self, place: usize) -> Option<String> {
        if !self.is_sheet {
            return None;
        }
        let line_start = self.text[..place].rfind('\n').map_or(0, |end| end + 1);
        let letters = column_letters(self.text[line_start..place].matches('\t').count());
        Some(format!("{letters}{}", self.line(place)))
    }
}

/// What spreadsheets call a column, counted from 0: "C" is the third, "AA" the one after "Z".
#[must_use]
pub fn column_letters(mut column: usize) -> String {
    let mut letters = Vec::new();
    loop {
        letters.push(char::from(b'A' + u8::try_from(column % 26).expect("below 26")));
        match column / 26 {
            0 => break,
            rest => column = rest - 1,
        }
    }
    letters.into_iter().rev().collect()
}

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
            self.kept.push(diagnostic);
            return;
        }
        self.not_kept += 1;
        // An error is worth more than a warning.
        if is_error && let Some(warning) = self.kept.iter_mut().rfind(|kept| kept.is_warning()) {
            *warning = diagnostic;
        }
    }

    /// Whether further ones would only be counted.
    #[must_use]
    pub fn is_full(&self) -> bool {
        self.kept.len() >= Self::MOST
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

    /// Orders those of each file by their place; files stay in the order in which they were first met.
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
