//! The neutral form of a report.

use rust_decimal::Decimal;

use crate::model::kronor::Kronor;

/// A report.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Document {
    /// What it is about.
    pub title: String,
    /// What a reader should know first: the summary, then context.
    pub lead: Vec<String>,
    /// Tables.
    pub tables: Vec<Table>,
    /// Lists: assumptions, sources.
    pub lists: Vec<List>,
    /// What else there is and how to see it, where this is not all.
    pub more: Option<String>,
}

/// A titled list of sentences.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct List {
    /// Its title.
    pub title: String,
    /// The sentences.
    pub items: Vec<String>,
}

/// A table.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Table {
    /// What it shows; formats add the unit.
    pub caption: String,
    /// Its columns; the first one labels the rows.
    pub columns: Vec<Column>,
    /// Its rows, each with as many cells as there are columns, but for headings.
    pub rows: Vec<Row>,
    /// Notes below it.
    pub notes: Vec<String>,
}

impl Table {
    /// Whether amounts stand in it, so that their unit must be stated.
    #[must_use]
    pub fn shows_amounts(&self) -> bool {
        let is_amount = |cell: &Cell| matches!(cell, Cell::Amount(_) | Cell::Change(_));
        self.rows.iter().any(|row| row.cells.iter().any(is_amount))
    }
}

/// A column.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Column {
    /// Its heading.
    pub heading: String,
    /// What programs call it, where they may read the table; else its heading.
    pub key: Option<String>,
    /// Whether its figures were derived and are not published as such.
    pub derived: bool,
    /// Whether it holds figures, which stand to the right.
    pub figures: bool,
    /// Whether it belongs to the column before it and is never parted from it.
    pub joined: bool,
}

impl Column {
    /// A column of texts.
    #[must_use]
    pub fn text(heading: &str) -> Self {
        Self { heading: heading.to_owned(), key: None, derived: false, figures: false, joined: false }
    }

    /// A column of figures.
    #[must_use]
    pub fn figures(heading: &str) -> Self {
        Self { figures: true, ..Self::text(heading) }
    }

    /// The same, belonging to the column before it.
    #[must_use]
    pub fn joined(self) -> Self {
        Self { joined: true, ..self }
    }

    /// The same with a name for programs.
    #[must_use]
    pub fn keyed(self, key: &str) -> Self {
        Self { key: Some(key.to_owned()), ..self }
    }

    /// What programs call it.
    #[must_use]
    pub fn name_for_programs(&self) -> &str {
        self.key.as_deref().unwrap_or(&self.heading)
    }
}

/// A row.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Row {
    /// What kind of row.
    pub kind: RowKind,
    /// Its cells; a heading has one.
    pub cells: Vec<Cell>,
}

/// Kinds of rows.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum RowKind {
    /// Says what the rows below it are.
    Heading,
    /// One among others.
    Body,
    /// One to be filled in by hand, on paper higher than its text.
    Form,
    /// A sum of those above.
    Total,
    /// A difference.
    Change,
}

/// A cell.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Cell {
    /// Nothing belongs here.
    Empty,
    /// A figure that is not known.
    Unknown,
    /// A text.
    Text(String),
    /// An amount, kr; unknown if none.
    Amount(Option<Kronor>),
    /// A difference of amounts, kr.
    Change(Option<Kronor>),
    /// A number of things.
    Count(i64),
    /// A decimal with the decimals it has.
    Decimal(Decimal),
    /// A difference of decimals.
    Difference(Decimal),
    /// A difference in percent.
    Percent(Option<Decimal>),
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<usize> for Cell {
    fn from(count: usize) -> Self {
        Self::Count(i64::try_from(count).expect("a count"))
    }
}

impl From<Decimal> for Cell {
    fn from(figure: Decimal) -> Self {
        Self::Decimal(figure)
    }
}

impl<Known: Into<Self>> From<Option<Known>> for Cell {
    fn from(known: Option<Known>) -> Self {
        known.map_or(Self::Unknown, Into::into)
    }
}

impl Cell {
    /// The text of one that may be missing on purpose.
    #[must_use]
    pub fn or_empty(known: Option<impl Into<Self>>) -> Self {
        known.map_or(Self::Empty, Into::into)
    }

    /// Whether it stands for a figure that is not known.
    #[must_use]
    pub fn is_unknown(&self) -> bool {
        matches!(self, Self::Unknown | Self::Amount(None) | Self::Change(None))
    }
}

impl Row {
    /// A heading.
    #[must_use]
    pub fn heading(text: &str) -> Self {
        Self { kind: RowKind::Heading, cells: vec![Cell::Text(text.to_owned())] }
    }
}
