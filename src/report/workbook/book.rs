//! A workbook as a value: sheets of typed cells.

use rust_decimal::Decimal;

use super::formula::{Area, CellAddress, Formula};
use crate::model::fraction::Fraction;
use crate::model::kronor::Kronor;

/// A workbook.
#[derive(Clone, PartialEq, Debug)]
pub struct Workbook {
    /// Its title.
    pub title: String,
    /// Its sheets in order.
    pub sheets: Vec<Sheet>,
}

/// A sheet.
#[derive(Clone, PartialEq, Debug)]
pub struct Sheet {
    /// Its name: 1–31 characters that every program accepts, unlike all others.
    pub name: String,
    /// Its rows; a row ends with its last cell.
    pub rows: Vec<Vec<Option<Cell>>>,
    /// Columns that are printed, from the first; working columns stand to the right of them.
    pub printed_columns: u16,
    /// Whether it is printed on wide pages.
    pub landscape: bool,
    /// Rows at the top that stay in sight.
    pub frozen_rows: u32,
    /// Columns at the left that stay in sight.
    pub frozen_columns: u16,
    /// The first and the last row that are printed at the top of every page.
    pub repeated_rows: Option<(u32, u32)>,
    /// Headings and rows below them that can be filtered.
    pub filtered: Option<Area>,
    /// Cells whose text is to be chosen from a list.
    pub choices: Vec<Choice>,
    /// Charts.
    pub charts: Vec<Chart>,
    /// Percentages whose cells are darker the nearer they are to 100.
    pub shaded: Vec<Area>,
}

/// Cells whose text is to be one of those in another area, or none.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Choice {
    /// The cells.
    pub cells: Area,
    /// The texts.
    pub of: Area,
}

/// A chart that follows its cells.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Chart {
    /// What it shows.
    pub title: String,
    /// Whether its bars stand or lie, or are lines.
    pub bars: Bars,
    /// Where its upper left corner stands.
    pub at: CellAddress,
    /// The rows of the sheet that it takes.
    pub rows: u32,
    /// The names of the bars.
    pub categories: Area,
    /// The heading of each series and its amounts.
    pub series: Vec<(CellAddress, Area)>,
}

/// How the bars of a chart are placed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Bars {
    /// They stand, each with its amount: for a few.
    Standing,
    /// They lie below each other: for many, and for long names.
    Lying,
    /// They lie to both sides of zero, those of both series on one line: for what a figure hinges on.
    Apart,
    /// In their place are points on a line: for years.
    Line,
    /// Points on lines, the middle one the strongest: for years that are uncertain.
    Fan,
    /// Lines from the second series up to the first, with a mark at the third: for how outcomes spread.
    Interval,
}

/// What may be typed into a cell.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Takes {
    /// Whole numbers from zero on.
    Whole,
    /// Numbers from zero on.
    Decimal,
    /// Numbers from zero to one.
    Share,
}

/// A cell.
#[derive(Clone, PartialEq, Debug)]
pub struct Cell {
    /// What it holds.
    pub content: Content,
    /// What its value is.
    pub kind: Kind,
    /// What it is for.
    pub role: Role,
}

/// What a cell holds.
#[derive(Clone, PartialEq, Debug)]
pub enum Content {
    /// Nothing: a figure that nobody has given yet.
    Blank,
    /// A text.
    Text(String),
    /// A number.
    Number(Decimal),
    /// A formula with its value.
    Formula(Formula, Stored),
}

/// The value that stands with a formula.
#[derive(Clone, PartialEq, Debug)]
pub enum Stored {
    /// As the model computed it.
    Model(Value),
    /// What the formula makes of the cells it refers to: a step between the model's figures.
    Working(Value),
}

impl Stored {
    /// The value.
    #[must_use]
    pub fn value(&self) -> &Value {
        let (Self::Model(value) | Self::Working(value)) = self;
        value
    }
}

/// A value.
#[derive(Clone, PartialEq, Debug)]
pub enum Value {
    /// A whole number, most often of kronor.
    Whole(i64),
    /// A decimal.
    Decimal(Decimal),
    /// An exact fraction.
    Fraction(Fraction),
    /// A number as spreadsheets count.
    Double(f64),
    /// A text; the empty one stands for what is not known or not there.
    Text(String),
    /// No value: the formula is an error.
    Error,
}

/// What the value of a cell is.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Kind {
    /// The title of a sheet.
    Title,
    /// The caption of a table.
    Caption,
    /// The heading of a column.
    Heading,
    /// A paragraph over the width of the sheet.
    Paragraph,
    /// A text.
    Text,
    /// A text that may run on over the empty cells beside it.
    Remark,
    /// Whole kronor.
    Amount,
    /// A difference in whole kronor.
    Change,
    /// A number of things.
    Count,
    /// A number with so many decimals.
    Decimals(u8),
    /// A share of one.
    Share,
    /// A difference in percent.
    Percent,
}

/// What a cell is for.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Role {
    /// To be read.
    Result,
    /// To be changed.
    Input,
    /// A sum.
    Total,
    /// A step on the way.
    Working,
}

impl Kind {
    /// A number with so many decimals.
    pub(crate) fn decimals(scale: u32) -> Self {
        Self::Decimals(u8::try_from(scale).expect("fewer decimals than a figure may have"))
    }

    /// Whether it stands to the right, as figures do.
    #[must_use]
    pub fn is_figure(self) -> bool {
        !matches!(
            self,
            Self::Title | Self::Caption | Self::Heading | Self::Paragraph | Self::Text | Self::Remark
        )
    }
}

impl Sheet {
    /// An empty sheet.
    #[must_use]
    pub fn new(name: String, printed_columns: u16) -> Self {
        Self {
            name,
            rows: Vec::new(),
            printed_columns,
            landscape: true,
            frozen_rows: 0,
            frozen_columns: 0,
            repeated_rows: None,
            filtered: None,
            choices: Vec::new(),
            charts: Vec::new(),
            shaded: Vec::new(),
        }
    }

    /// Puts a cell at its place on this sheet.
    pub fn put(&mut self, place: CellAddress, cell: Cell) {
        let (row, column) = (place.row as usize, usize::from(place.column));
        if self.rows.len() <= row {
            self.rows.resize_with(row + 1, Vec::new);
        }
        let cells = &mut self.rows[row];
        if cells.len() <= column {
            cells.resize_with(column + 1, || None);
        }
        cells[column] = Some(cell);
    }

    /// Every cell with its row and column.
    pub fn cells(&self) -> impl Iterator<Item = (u32, u16, &Cell)> {
        let rows = (0..).zip(&self.rows);
        rows.flat_map(|(row, cells)| {
            (0..).zip(cells).filter_map(move |(column, cell)| Some((row, column, cell.as_ref()?)))
        })
    }
}

impl Workbook {
    /// The cell at a place, if there is one.
    #[must_use]
    pub fn cell(&self, place: CellAddress) -> Option<&Cell> {
        let row = self.sheets.get(place.sheet)?.rows.get(place.row as usize)?;
        row.get(usize::from(place.column))?.as_ref()
    }

    /// The same, to change it.
    pub fn cell_mut(&mut self, place: CellAddress) -> Option<&mut Cell> {
        let row = self.sheets.get_mut(place.sheet)?.rows.get_mut(place.row as usize)?;
        row.get_mut(usize::from(place.column))?.as_mut()
    }
}

impl Cell {
    /// A text.
    pub(crate) fn text(kind: Kind, text: impl Into<String>) -> Self {
        Self { content: Content::Text(text.into()), kind, role: Role::Result }
    }

    /// A number.
    pub(crate) fn number(kind: Kind, number: impl Into<Decimal>) -> Self {
        Self { content: Content::Number(number.into()), kind, role: Role::Result }
    }

    /// A number to be changed, or space for one.
    pub(crate) fn input(kind: Kind, number: Option<Decimal>) -> Self {
        Self { content: number.map_or(Content::Blank, Content::Number), kind, role: Role::Input }
    }

    /// A text to be changed, or space for one.
    pub(crate) fn text_input(text: Option<&str>) -> Self {
        let content = text.map_or(Content::Blank, |text| Content::Text(text.to_owned()));
        Self { content, kind: Kind::Text, role: Role::Input }
    }

    /// A formula whose value the model knows.
    pub(crate) fn known(kind: Kind, formula: impl Into<Formula>, value: impl Into<Value>) -> Self {
        let content = Content::Formula(formula.into(), Stored::Model(value.into()));
        Self { content, kind, role: Role::Result }
    }

    /// A formula between figures of the model; its value is worked out at the end.
    pub(crate) fn working(kind: Kind, formula: impl Into<Formula>) -> Self {
        let content = Content::Formula(formula.into(), Stored::Working(Value::Error));
        Self { content, kind, role: Role::Working }
    }

    /// Lets the model's value stand instead of the formula; a cell to be changed becomes one to be read.
    pub(crate) fn freeze(&mut self) {
        if let Content::Formula(_, Stored::Model(value)) = &self.content {
            self.content = match value {
                Value::Whole(whole) => Content::Number(Decimal::from(*whole)),
                Value::Decimal(decimal) => Content::Number(*decimal),
                Value::Text(text) if text.is_empty() => Content::Blank,
                Value::Text(text) => Content::Text(text.clone()),
                Value::Fraction(_) | Value::Double(_) | Value::Error => return,
            };
        }
        if self.role == Role::Input {
            self.role = Role::Result;
        }
    }

    /// The same in another role.
    pub(crate) fn role(self, role: Role) -> Self {
        Self { role, ..self }
    }
}

impl Value {
    /// Nothing known, or nothing there.
    pub(crate) fn nothing() -> Self {
        Self::Text(String::new())
    }
}

macro_rules! values {
    ($($of:ty => $variant:ident $(($into:ident))?),+) => {$(
        impl From<$of> for Value {
            fn from(known: $of) -> Self {
                Self::$variant(known$(.$into())?)
            }
        }
    )+};
}

values!(Kronor => Whole (get), i64 => Whole, Decimal => Decimal, Fraction => Fraction);

impl<Known: Into<Value>> From<Option<Known>> for Value {
    fn from(known: Option<Known>) -> Self {
        known.map_or_else(Self::nothing, Into::into)
    }
}
