//! Formulas as trees over cells: only what every spreadsheet program since 2007 knows.

use std::ops::{Add, Div, Mul, Sub};

use rust_decimal::Decimal;

/// A cell of a workbook; sheets, rows and columns count from zero.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct CellAddress {
    /// The sheet.
    pub sheet: usize,
    /// The row.
    pub row: u32,
    /// The column.
    pub column: u16,
}

impl CellAddress {
    /// What people call it: "F7".
    #[must_use]
    pub fn name(self) -> String {
        format!("{}{}", column_name(self.column), self.row + 1)
    }

    /// The area from this cell on.
    #[must_use]
    pub fn area(self, rows: u32, columns: u16) -> Area {
        Area { first: self, rows, columns }
    }
}

/// The letters of a column: A … Z, AA …
#[must_use]
pub fn column_name(column: u16) -> String {
    let last = char::from(b'A' + u8::try_from(column % 26).expect("below 26"));
    if column < 26 { last.to_string() } else { format!("{}{last}", column_name(column / 26 - 1)) }
}

/// A rectangle of cells.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Area {
    /// Its upper left cell.
    pub first: CellAddress,
    /// How many rows it has, at least one.
    pub rows: u32,
    /// How many columns it has, at least one.
    pub columns: u16,
}

impl Area {
    /// Its lower right cell.
    #[must_use]
    pub fn last(self) -> CellAddress {
        CellAddress {
            row: self.first.row + self.rows - 1,
            column: self.first.column + self.columns - 1,
            ..self.first
        }
    }

    /// Its cells, row by row.
    pub fn places(self) -> impl Iterator<Item = CellAddress> {
        let last = self.last();
        (self.first.row..=last.row).flat_map(move |row| {
            (self.first.column..=last.column).map(move |column| CellAddress { row, column, ..self.first })
        })
    }
}

/// A formula.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Formula {
    /// A number.
    Number(Decimal),
    /// A text.
    Text(&'static str),
    /// The value of a cell.
    Cell(CellAddress),
    /// The values of an area, as an argument.
    Area(Area),
    /// The number of the row that the formula stands in.
    RowNumber,
    /// Two values joined.
    Operation(Operator, Box<[Formula; 2]>),
    /// A function.
    Call(Function, Vec<Formula>),
}

/// What joins two values.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Operator {
    /// `+`
    Plus,
    /// `-`
    Minus,
    /// `*`
    Times,
    /// `/`
    Over,
    /// `=`
    Equal,
    /// `<`
    Less,
    /// `>`
    More,
    /// `>=`
    AtLeast,
}

impl Operator {
    /// Whether it compares, so that it comes to a condition and no number.
    #[must_use]
    pub fn compares(self) -> bool {
        matches!(self, Self::Equal | Self::Less | Self::More | Self::AtLeast)
    }
}

/// Functions, all of them in every version from Excel 2007 on.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Function {
    /// The sum of all numbers.
    Sum,
    /// How many numbers there are.
    Count,
    /// Rounded to some decimals, a half away from zero.
    Round,
    /// The largest whole number that is not larger.
    Int,
    /// The largest.
    Max,
    /// One of two values, by a condition.
    If,
    /// Another value where the first is an error.
    IfError,
    /// The first position of a value in a column.
    Match,
    /// The value at a position of a column.
    Index,
    /// How many cells are equal to a value.
    CountIf,
    /// The sum of those cells of an area whose neighbours are equal to a value.
    SumIf,
    /// The sum of products, cell by cell.
    SumProduct,
}

impl Formula {
    /// A whole number.
    pub(crate) fn whole(number: i64) -> Self {
        Self::Number(Decimal::from(number))
    }

    /// Visits every cell that the formula refers to.
    pub(super) fn visit_places(&self, visit: &mut impl FnMut(CellAddress)) {
        match self {
            Self::Number(_) | Self::Text(_) | Self::RowNumber => {}
            Self::Cell(place) => visit(*place),
            Self::Area(area) => area.places().for_each(visit),
            Self::Operation(_, sides) => sides.iter().for_each(|side| side.visit_places(visit)),
            Self::Call(_, arguments) => arguments.iter().for_each(|argument| argument.visit_places(visit)),
        }
    }

    fn with(self, operator: Operator, other: impl Into<Self>) -> Self {
        Self::Operation(operator, Box::new([self, other.into()]))
    }

    /// Rounded to some decimals, a half away from zero.
    pub(crate) fn rounded(self, decimals: i64) -> Self {
        Self::Call(Function::Round, vec![self, Self::whole(decimals)])
    }

    /// Rounded to six decimals, which takes away what binary numbers add to or take from an exact quotient.
    pub(crate) fn without_noise(self) -> Self {
        self.rounded(6)
    }

    /// Rounded to a whole number as the model rounds.
    pub(crate) fn nearest_whole(self) -> Self {
        self.without_noise().rounded(0)
    }

    /// The largest whole number that is not larger.
    pub(crate) fn floor(self) -> Self {
        Self::Call(Function::Int, vec![self])
    }

    /// This where the condition holds, else the other.
    pub(crate) fn when(self, condition: Self, otherwise: impl Into<Self>) -> Self {
        Self::Call(Function::If, vec![condition, self, otherwise.into()])
    }

    /// The other where this is an error.
    pub(crate) fn or(self, otherwise: impl Into<Self>) -> Self {
        Self::Call(Function::IfError, vec![self, otherwise.into()])
    }
}

/// Excel takes at most 255 arguments.
const MOST_ARGUMENTS: usize = 255;

/// The sum of cells and areas.
pub(crate) fn sum(parts: impl IntoIterator<Item = impl Into<Formula>>) -> Formula {
    gathered(Function::Sum, parts.into_iter().map(Into::into).collect())
}

/// How many of these are numbers.
pub(crate) fn count(parts: impl IntoIterator<Item = impl Into<Formula>>) -> Formula {
    let parts: Vec<Formula> = parts.into_iter().map(Into::into).collect();
    if parts.len() <= MOST_ARGUMENTS {
        return Formula::Call(Function::Count, parts);
    }
    // A sum of counts, as a count of counts would count those.
    sum(parts.chunks(MOST_ARGUMENTS).map(|chunk| Formula::Call(Function::Count, chunk.to_vec())))
}

fn gathered(function: Function, parts: Vec<Formula>) -> Formula {
    if parts.len() <= MOST_ARGUMENTS {
        return Formula::Call(function, parts);
    }
    let chunks = parts.chunks(MOST_ARGUMENTS).map(|chunk| Formula::Call(function, chunk.to_vec()));
    gathered(function, chunks.collect())
}

/// The sum of products.
pub(crate) fn sum_product(product: Formula) -> Formula {
    Formula::Call(Function::SumProduct, vec![product])
}

/// How many cells of an area hold this number.
pub(crate) fn count_if(area: Area, number: impl Into<Formula>) -> Formula {
    Formula::Call(Function::CountIf, vec![area.into(), number.into()])
}

/// The sum of the cells of `sums` whose neighbours in `area` hold this number.
pub(crate) fn sum_if(area: Area, number: impl Into<Formula>, sums: Area) -> Formula {
    Formula::Call(Function::SumIf, vec![area.into(), number.into(), sums.into()])
}

/// The first position of a number in an area.
pub(crate) fn position(number: impl Into<Formula>, area: Area) -> Formula {
    Formula::Call(Function::Match, vec![number.into(), area.into(), Formula::whole(0)])
}

/// The value of a column at a position from one on.
pub(crate) fn at_position(area: Area, number: impl Into<Formula>) -> Formula {
    Formula::Call(Function::Index, vec![area.into(), number.into()])
}

/// The larger of two.
pub(crate) fn max(one: impl Into<Formula>, other: impl Into<Formula>) -> Formula {
    Formula::Call(Function::Max, vec![one.into(), other.into()])
}

impl From<CellAddress> for Formula {
    fn from(place: CellAddress) -> Self {
        Self::Cell(place)
    }
}

impl From<Area> for Formula {
    fn from(area: Area) -> Self {
        Self::Area(area)
    }
}

impl From<i64> for Formula {
    fn from(number: i64) -> Self {
        Self::whole(number)
    }
}

impl From<&'static str> for Formula {
    fn from(text: &'static str) -> Self {
        Self::Text(text)
    }
}

macro_rules! operators {
    ($($of:ident $method:ident $operator:ident),+) => {$(
        impl<Other: Into<Formula>> $of<Other> for Formula {
            type Output = Self;
            fn $method(self, other: Other) -> Self {
                self.with(Operator::$operator, other)
            }
        }

        impl<Other: Into<Formula>> $of<Other> for CellAddress {
            type Output = Formula;
            fn $method(self, other: Other) -> Formula {
                Formula::from(self).with(Operator::$operator, other)
            }
        }
    )+};
}

macro_rules! comparisons {
    ($($method:ident $operator:ident),+) => {
        impl Formula {$(
            /// The comparison with the other.
            pub(crate) fn $method(self, other: impl Into<Self>) -> Self {
                self.with(Operator::$operator, other)
            }
        )+}
    };
}

comparisons!(equals Equal, less Less, more More, at_least AtLeast);
operators!(Add add Plus, Sub sub Minus, Mul mul Times, Div div Over);
