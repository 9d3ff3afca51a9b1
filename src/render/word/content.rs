//! What a report consists of, as plain values: what it says and what belongs together, not how it looks.

use crate::drawing::shape::Drawing;
pub use crate::report::document::RowKind;
use crate::text::language::Language;

/// A report.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Document {
    /// Its language.
    pub language: Language,
    /// What programs show of it without opening it.
    pub properties: Properties,
    /// What it begins with.
    pub opening: Opening,
    /// What stands at the top of every page but the first; nothing if empty.
    pub running_title: String,
    /// What stands at the foot of every page, to the left of its number.
    pub footer: String,
    /// Its list of contents.
    pub contents: Option<Contents>,
    /// What it says, one after the other.
    pub blocks: Vec<Block>,
}

/// What programs show of a report without opening it.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Properties {
    /// What it is called.
    pub title: String,
    /// Who made it.
    pub creator: String,
    /// The program that made it.
    pub program: String,
    /// When it was made, as `2026-11-29T10:00:00Z`. Without it the same report is the same file.
    pub created: Option<String>,
}

/// What a report begins with: a title, above the text or, with more to say, on a page of its own.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Opening {
    /// What it is called.
    pub title: String,
    /// What it is about; like what follows, it may be empty.
    pub subtitle: String,
    /// Who wrote it.
    pub author: String,
    /// When, as readers say it.
    pub date: String,
}

impl Opening {
    /// Whether it is a page of its own.
    #[must_use]
    pub fn has_page(&self) -> bool {
        [&self.subtitle, &self.author, &self.date].into_iter().any(|text| !text.is_empty())
    }
}

/// A list of contents.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Contents {
    /// The lowest level of headings in it.
    pub depth: Level,
    /// Whether Word offers to fill in the numbers of pages when it opens the document; it asks the reader then. Else
    /// the headings are listed as links until the reader updates the list.
    pub refresh_on_open: bool,
}

/// The level of a heading.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Level {
    /// A chapter.
    One,
    /// A section.
    Two,
    /// A part of a section.
    Three,
}

/// A table or figure that text can refer to: a number that the caller chooses.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Target(pub u32);

/// A part of a report.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Block {
    /// A heading, which stays with what follows.
    Heading(Level, String),
    /// What a reader should know first, in larger letters.
    Lead(Vec<Inline>),
    /// Running text.
    Paragraph(Vec<Inline>),
    /// A list with bullets.
    Bullets(Vec<Vec<Inline>>),
    /// A remark in small letters.
    Note(Vec<Inline>),
    /// A table.
    Table(Table),
    /// A figure.
    Figure(Figure),
    /// What follows begins on a page of its own.
    PageBreak,
}

/// A part of a paragraph.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Inline {
    /// Text. A line break in it is one.
    Text(String, Emphasis),
    /// "tabell 1" or "figur 2".
    Reference(Target, SentencePosition),
}

impl Inline {
    /// Text without emphasis.
    #[must_use]
    pub fn plain(text: &str) -> Self {
        Self::Text(text.to_owned(), Emphasis::None)
    }
}

/// How text stands out.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Emphasis {
    /// Not at all.
    #[default]
    None,
    /// Bold.
    Bold,
    /// Italic.
    Italic,
}

/// Where a reference stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SentencePosition {
    /// First in a sentence, with a capital.
    Start,
    /// Within a sentence.
    Within,
}

/// A table. Its number, "Tabell 1", is counted. What is wider than a page stands in several parts one below the other,
/// each with the first column.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Table {
    /// What refers to it.
    pub target: Option<Target>,
    /// What it shows.
    pub caption: String,
    /// Its columns; the first one labels the rows.
    pub columns: Vec<Column>,
    /// Its rows.
    pub rows: Vec<Row>,
    /// What must be said about it, below it.
    pub notes: Vec<String>,
}

/// A column of a table.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Column {
    /// Its heading.
    pub heading: String,
    /// Whether it holds figures, which are never broken and stand to the right.
    pub figures: bool,
    /// Whether it belongs to the column before it and is never separated from it.
    pub joined: bool,
}

/// A row of a table.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Row {
    /// What kind of row.
    pub kind: RowKind,
    /// Its cells, in the order of the columns; a heading has one. Missing ones are empty.
    pub cells: Vec<String>,
}

/// A figure. Its number, "Figur 1", is counted.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Figure {
    /// What refers to it.
    pub target: Option<Target>,
    /// What it shows.
    pub caption: String,
    /// The picture, in several parts if it is higher than a page; their titles and descriptions are what those hear who
    /// cannot see them.
    pub drawings: Vec<Drawing>,
    /// What must be said about it, below it.
    pub notes: Vec<String>,
}
