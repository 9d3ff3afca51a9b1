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
mod import;
mod problem;
mod reason;
mod result;
mod scenario;
mod source;
mod table;
mod usage;

use std::borrow::Cow;
use std::ops::Range;
use std::sync::{Arc, OnceLock};

use memchr::{memchr_iter, memrchr};

pub use baseline::BaselineProblem;
pub use check::CheckProblem;
pub use command::CommandProblem;
pub use description::{Description, Severity};
pub use document::{DocumentProblem, Kind};
pub use figure::FigureProblem;
pub use file::{FileProblem, OtherFile};
pub use found::{Diagnostic, Diagnostics, Label, both};
pub use import::{ImportProblem, People, Site};
pub use problem::Problem;
pub use reason::Reason;
pub use result::{ResultKind, ResultProblem};
pub use scenario::{ScenarioProblem, Seatless, Several, Undoing};
pub use source::{Source, column_letters};
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
    /// Where the lines are, as soon as somebody asks.
    blocks: OnceLock<Blocks>,
}

/// What stands before each block of a text, so that the line and the column of a place cost the same wherever it is.
#[derive(Debug)]
struct Blocks(Vec<Before>);

/// What stands before a byte of a text.
#[derive(Clone, Copy, Default, Debug)]
struct Before {
    /// Lines that have ended.
    lines: usize,
    /// Characters.
    characters: usize,
    /// Where the line starts that the byte stands on.
    line_start: usize,
}

impl Blocks {
    /// Bytes of a block.
    const SIZE: usize = 4 * 1024;

    fn of(text: &str) -> Self {
        let mut before = Before::default();
        let blocks = (0..text.len()).step_by(Self::SIZE).map(|start| {
            let first = before;
            before = before.and(text, start..(start + Self::SIZE).min(text.len()));
            first
        });
        Self(blocks.collect())
    }

    fn before(&self, text: &str, place: usize) -> Before {
        // The end of a text can be the start of a block that there is not.
        let block = (place / Self::SIZE).min(self.0.len().saturating_sub(1));
        let first = self.0.get(block).copied();
        first.map_or(Before::default(), |first| first.and(text, block * Self::SIZE..place))
    }
}

impl Before {
    /// The same behind some more bytes.
    fn and(self, text: &str, bytes: Range<usize>) -> Self {
        let passed = &text.as_bytes()[bytes.clone()];
        Self {
            lines: self.lines + memchr_iter(b'\n', passed).count(),
            // All bytes of a character but its first are marked as such.
            characters: self.characters + passed.iter().filter(|&&byte| byte & 0xc0 != 0x80).count(),
            line_start: memrchr(b'\n', passed).map_or(self.line_start, |end| bytes.start + end + 1),
        }
    }
}

impl Source {
    /// The text of the file at `path`.
    #[must_use]
    pub fn new(path: String, text: impl Into<Cow<'static, str>>) -> Self {
        Self { path, text: text.into(), is_sheet: false, blocks: OnceLock::new() }
    }

    /// A sheet written down as text: a line per row, tabs between cells.
    #[must_use]
    pub fn sheet(path: String, text: String) -> Self {
        Self { is_sheet: true, ..Self::new(path, text) }
    }

    /// What was typed behind an option, so that errors can show the place in it.
    #[must_use]
    pub fn typed(option: &str, text: &str) -> Arc<Self> {
        Arc::new(Self::new(option.to_owned(), text.to_owned()))
    }

    /// The number of the line, from 1, on which a byte of the text stands.
    #[must_use]
    pub fn line(&self, place: usize) -> usize {
        self.before(place).lines + 1
    }

    /// Where the line starts on which a byte of the text stands.
    #[must_use]
    pub fn line_start(&self, place: usize) -> usize {
        self.before(place).line_start
    }

    fn before(&self, place: usize) -> Before {
        self.blocks.get_or_init(|| Blocks::of(&self.text)).before(&self.text, place)
    }

    /// The number of the character in its line, from 1, that begins at a byte of the text.
    #[must_use]
    pub fn column(&self, place: usize) -> usize {
        let before = self.before(place);
        before.characters - self.before(before.line_start).characters + 1
    }

    /// The name of the cell, "C17", at a byte of a sheet; `None` if this is no sheet.
    #[must_use]
    pub fn cell_name(&self, place: usize) -> Option<String> {
        if !self.is_sheet {
            return None;
        }
        let line = &self.text.as_bytes()[self.line_start(place)..place];
        let letters = column_letters(memchr_iter(b'\t', line).count());
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_and_columns_are_counted_as_if_from_the_top() {
        let line = |number: usize| format!("{}å\tä\n", "x".repeat(number * 37 % 400));
        let text: String = (0..60).map(line).collect::<String>() + &"ö".repeat(Blocks::SIZE * 2);
        for text in
            [text, String::new(), "\n".to_owned(), "a".repeat(Blocks::SIZE), "\n".repeat(Blocks::SIZE)]
        {
            let sheet = Source::sheet(String::new(), text.clone());
            let is_of_interest = |place: &usize| {
                let of_block = place % Blocks::SIZE;
                *place < 500 || !(3..=Blocks::SIZE - 3).contains(&of_block) || place + 3 > text.len()
            };
            let places = (0..=text.len()).filter(is_of_interest);
            for place in places.filter(|&place| text.is_char_boundary(place)) {
                let start = text[..place].rfind('\n').map_or(0, |end| end + 1);
                let line = text[..place].matches('\n').count() + 1;
                assert_eq!((sheet.line(place), sheet.line_start(place)), (line, start), "{place}");
                assert_eq!(sheet.column(place), text[start..place].chars().count() + 1, "{place}");
                let letters = column_letters(text[start..place].matches('\t').count());
                assert_eq!(sheet.cell_name(place), Some(format!("{letters}{line}")));
            }
        }
    }

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
