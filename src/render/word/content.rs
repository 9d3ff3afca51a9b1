//! What a report consists of, as plain values: what it says and what belongs together, not how it looks.

use crate::drawing::shape::Drawing;
pub use crate::report::document::RowKind;
use crate::text::language::Language;

/// A report.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Document {
    /// Its language.
    pub language: Language,
    /// What it is called: it begins with that, and every page but the first has it at the top.
    pub title: String,
    /// Who wrote it and when, below its title.
    pub about: Vec<String>,
    /// What stands at the foot of every page, to the left of its number.
    pub footer: String,
    /// What it says, one after the other, below a list of its sections.
    pub blocks: Vec<Block>,
}

/// The level of a heading.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Level {
    /// A section, which the list of contents has.
    One,
    /// A part of a section.
    Two,
}

/// A part of a report.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Block {
    /// A heading, which stays with what follows.
    Heading(Level, String),
    /// What a reader should know first, in larger letters.
    Lead(String),
    /// Running text.
    Paragraph(String),
    /// A list with bullets.
    Bullets(Vec<String>),
    /// A table.
    Table(Table),
    /// A figure.
    Figure(Figure),
}

/// A table. Its number, "Tabell 1", is counted. What is wider than a page stands in several parts one below the other,
/// each with the first column.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Table {
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
    /// What it shows.
    pub caption: String,
    /// The picture, in several parts if it is higher than a page; their titles and descriptions are what is read aloud.
    pub drawings: Vec<Drawing>,
    /// What must be said about it, below it.
    pub notes: Vec<String>,
}
