//! Where a figure was given: a cell, a key of a file, or nowhere, so that a default holds.

/// Where a figure was given.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Origin {
    /// The place, unless nobody wrote it.
    pub place: Option<SourceLocation>,
    /// Whether nobody wrote it, and finsam takes what the rules say.
    pub default: bool,
    /// The rule that says so.
    pub rule: Option<Rule>,
    /// Where the column of a kommun table comes from.
    pub column: Option<ColumnOrigin>,
    /// The source that the file states for the value.
    pub source: Option<String>,
}

/// A place in a file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SourceLocation {
    /// The file.
    pub file: String,
    /// The line, from 1; none where the whole file is meant.
    pub line: Option<usize>,
    /// The key or the heading of the column.
    pub name: String,
}

/// Where a column comes from.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ColumnOrigin {
    /// In the user's language.
    pub title: String,
    /// In English, if that was written.
    pub title_en: Option<String>,
    /// Whether it was derived and is not published as such.
    pub derived: bool,
}

/// What a figure follows from.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Rule {
    /// 5 § lagen (2003:1210) om finansiell samordning.
    Law,
    /// Försäkringskassan, PM 2015-01-22.
    Fk2015,
}
