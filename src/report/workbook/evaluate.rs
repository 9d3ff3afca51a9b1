//! What the formulas of a workbook come to, counted as spreadsheet programs count: in binary numbers of some 15
//! digits. So it is known before a workbook is written whether its formulas give the model's kronor.

use std::cell::Cell as Memory;
use std::cmp::Ordering;

use num_traits::ToPrimitive;
use rust_decimal::Decimal;

use super::book::{Cell, Content, Stored, Value, Workbook};
use super::formula::{Area, CellAddress, Formula, Function, Operator};

/// The value of a cell or of a formula.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Scalar<'book> {
    /// A number.
    Number(f64),
    /// What a comparison comes to. It is 1 or 0 where it is counted with, but no number equals it.
    Logical(bool),
    /// A text.
    Text(&'book str),
    /// An empty cell.
    Blank,
    /// An error.
    Error,
}

/// A workbook whose formulas are worked out when they are asked for, each once.
#[derive(Debug)]
pub struct Evaluator<'book> {
    book: &'book Workbook,
    known: Vec<Vec<Vec<Memory<State<'book>>>>>,
}

#[derive(Clone, Copy, Debug)]
enum State<'book> {
    Waiting,
    Running,
    Done(Scalar<'book>),
}

/// One value, or those of an area row by row.
enum Outcome<'book> {
    One(Scalar<'book>),
    Many(Vec<Scalar<'book>>),
}

impl<'book> Evaluator<'book> {
    /// Nothing is worked out yet.
    #[must_use]
    pub fn of(book: &'book Workbook) -> Self {
        let waiting = |cells: &Vec<Option<Cell>>| vec![Memory::new(State::Waiting); cells.len()];
        let known = book.sheets.iter().map(|sheet| sheet.rows.iter().map(waiting).collect()).collect();
        Self { book, known }
    }

    /// The value of a cell; one that refers to itself is an error.
    ///
    /// The cells that a formula refers to are worked out before it, so that a chain of them takes no stack, however long
    /// it is.
    #[must_use]
    pub fn at(&self, place: CellAddress) -> Scalar<'book> {
        let mut open: Vec<(CellAddress, Vec<CellAddress>)> = Vec::new();
        self.begin(place, &mut open);
        while let Some((place, waiting)) = open.last_mut() {
            let place = *place;
            if let Some(next) = waiting.pop() {
                self.begin(next, &mut open);
                continue;
            }
            open.pop();
            self.finish(place);
        }
        self.known(place)
    }

    /// Begins with a cell that nobody has begun with.
    fn begin(&self, place: CellAddress, open: &mut Vec<(CellAddress, Vec<CellAddress>)>) {
        let (Some(cell), Some(state)) = (self.book.cell(place), self.state(place)) else { return };
        if !matches!(state.get(), State::Waiting) {
            return;
        }
        state.set(State::Running);
        let mut waiting = Vec::new();
        if let Content::Formula(formula, _) = &cell.content {
            formula.visit_places(&mut |place| {
                if matches!(self.state(place).map(Memory::get), Some(State::Waiting)) {
                    waiting.push(place);
                }
            });
        }
        open.push((place, waiting));
    }

    /// Works out a cell all of whose own cells are known.
    fn finish(&self, place: CellAddress) {
        let (Some(cell), Some(state)) = (self.book.cell(place), self.state(place)) else { return };
        let value = match &cell.content {
            Content::Blank => Scalar::Blank,
            Content::Text(text) => Scalar::Text(text),
            Content::Number(number) => Scalar::Number(nearest(*number)),
            Content::Formula(formula, _) => match self.one(formula, place) {
                // A formula that is an empty cell shows zero.
                Scalar::Blank => Scalar::Number(0.0),
                value => value,
            },
        };
        state.set(State::Done(value));
    }

    fn state(&self, place: CellAddress) -> Option<&Memory<State<'book>>> {
        self.known.get(place.sheet)?.get(place.row as usize)?.get(usize::from(place.column))
    }

    /// What is known of a cell; one that is being worked out refers to itself.
    fn known(&self, place: CellAddress) -> Scalar<'book> {
        match self.state(place).map(Memory::get) {
            Some(State::Done(value)) => value,
            _ if self.book.cell(place).is_none() => Scalar::Blank,
            _ => Scalar::Error,
        }
    }

    fn one(&self, formula: &'book Formula, home: CellAddress) -> Scalar<'book> {
        match self.value(formula, home) {
            Outcome::One(value) => value,
            Outcome::Many(values) => values.first().copied().unwrap_or(Scalar::Error),
        }
    }

    fn value(&self, formula: &'book Formula, home: CellAddress) -> Outcome<'book> {
        match formula {
            Formula::Number(number) => Outcome::One(Scalar::Number(nearest(*number))),
            Formula::Text(text) => Outcome::One(Scalar::Text(text)),
            Formula::Cell(place) => Outcome::One(self.known(*place)),
            Formula::Area(area) => Outcome::Many(self.area(*area)),
            Formula::RowNumber => Outcome::One(Scalar::Number(f64::from(home.row) + 1.0)),
            Formula::Operation(operator, sides) => {
                let [left, right] = &**sides;
                let operate = |left, right| operate(*operator, left, right);
                pairwise(self.value(left, home), self.value(right, home), operate)
            }
            Formula::Call(function, arguments) => self.call(*function, arguments, home),
        }
    }

    fn area(&self, area: Area) -> Vec<Scalar<'book>> {
        area.places().map(|place| self.known(place)).collect()
    }

    fn call(&self, function: Function, arguments: &'book [Formula], home: CellAddress) -> Outcome<'book> {
        let value = |position: usize| self.value(&arguments[position], home);
        let one = |position: usize| self.one(&arguments[position], home);
        let all = || arguments.iter().flat_map(|argument| listed(self.value(argument, home)));
        let single = match function {
            Function::Round => {
                return pairwise(value(0), value(1), |number, decimals| numbers(number, decimals, round));
            }
            Function::Int => {
                return pairwise(value(0), Outcome::One(Scalar::Blank), |number, none| {
                    numbers(number, none, |number, _| number.floor())
                });
            }
            Function::If => match one(0) {
                Scalar::Number(0.0) | Scalar::Blank | Scalar::Logical(false) => one(2),
                Scalar::Number(_) | Scalar::Logical(true) => one(1),
                _ => Scalar::Error,
            },
            Function::IfError => match one(0) {
                Scalar::Error => one(1),
                value => value,
            },
            Function::Sum => total(all()),
            Function::Count => {
                let count = all().filter(|value| matches!(value, Scalar::Number(_))).count();
                Scalar::Number(count.to_f64().unwrap_or(f64::NAN))
            }
            Function::Max => {
                all().fold(Scalar::Number(f64::NEG_INFINITY), |most, value| numbers(most, value, f64::max))
            }
            Function::SumProduct => listed(value(0)).into_iter().fold(Scalar::Number(0.0), |sum, value| {
                if matches!(value, Scalar::Text(_) | Scalar::Logical(_)) {
                    sum
                } else {
                    numbers(sum, value, |sum, value| sum + value)
                }
            }),
            Function::CountIf => {
                let wanted = one(1);
                let count = listed(value(0)).into_iter().filter(|value| *value == wanted).count();
                Scalar::Number(count.to_f64().unwrap_or(f64::NAN))
            }
            Function::SumIf => {
                let wanted = one(1);
                let pairs = listed(value(0)).into_iter().zip(listed(value(2)));
                total(pairs.filter(|(value, _)| *value == wanted).map(|(_, number)| number))
            }
            Function::Match => {
                let wanted = one(0);
                let place = listed(value(1)).iter().position(|value| *value == wanted);
                place.and_then(|place| (place + 1).to_f64()).map_or(Scalar::Error, Scalar::Number)
            }
            Function::Index => {
                let place = number(one(1)).and_then(|number| number.to_usize()?.checked_sub(1));
                place.and_then(|place| listed(value(0)).get(place).copied()).unwrap_or(Scalar::Error)
            }
        };
        Outcome::One(single)
    }
}

fn listed(outcome: Outcome<'_>) -> Vec<Scalar<'_>> {
    match outcome {
        Outcome::One(value) => vec![value],
        Outcome::Many(values) => values,
    }
}

/// The sum of the numbers among these; texts, comparisons and empty cells do not count.
fn total<'book>(values: impl Iterator<Item = Scalar<'book>>) -> Scalar<'book> {
    values.fold(Scalar::Number(0.0), |sum, value| match value {
        Scalar::Text(_) | Scalar::Logical(_) | Scalar::Blank => sum,
        value => numbers(sum, value, |sum, value| sum + value),
    })
}

/// Works on two values, or cell by cell on areas of one size.
fn pairwise<'book>(
    left: Outcome<'book>,
    right: Outcome<'book>,
    work: impl Fn(Scalar<'book>, Scalar<'book>) -> Scalar<'book>,
) -> Outcome<'book> {
    match (left, right) {
        (Outcome::One(left), Outcome::One(right)) => Outcome::One(work(left, right)),
        (Outcome::Many(left), Outcome::One(right)) => {
            Outcome::Many(left.into_iter().map(|left| work(left, right)).collect())
        }
        (Outcome::One(left), Outcome::Many(right)) => {
            Outcome::Many(right.into_iter().map(|right| work(left, right)).collect())
        }
        (Outcome::Many(left), Outcome::Many(right)) => {
            Outcome::Many(left.into_iter().zip(right).map(|(left, right)| work(left, right)).collect())
        }
    }
}

fn number(value: Scalar<'_>) -> Option<f64> {
    match value {
        Scalar::Number(number) => Some(number),
        Scalar::Logical(holds) => Some(if holds { 1.0 } else { 0.0 }),
        Scalar::Blank => Some(0.0),
        Scalar::Text(_) | Scalar::Error => None,
    }
}

fn numbers<'book>(left: Scalar<'_>, right: Scalar<'_>, work: impl Fn(f64, f64) -> f64) -> Scalar<'book> {
    let result = number(left).zip(number(right)).map(|(left, right)| work(left, right));
    result.filter(|result| result.is_finite()).map_or(Scalar::Error, Scalar::Number)
}

fn operate<'book>(operator: Operator, left: Scalar<'book>, right: Scalar<'book>) -> Scalar<'book> {
    if matches!(left, Scalar::Error) || matches!(right, Scalar::Error) {
        return Scalar::Error;
    }
    let compared = |holds: fn(Ordering) -> bool| Scalar::Logical(holds(compare(left, right)));
    match operator {
        Operator::Plus => numbers(left, right, |left, right| left + right),
        Operator::Minus => numbers(left, right, |left, right| left - right),
        Operator::Times => numbers(left, right, |left, right| left * right),
        // What is divided by zero is not finite, and so an error.
        Operator::Over => numbers(left, right, |left, right| left / right),
        Operator::Equal => compared(Ordering::is_eq),
        Operator::Less => compared(Ordering::is_lt),
        Operator::More => compared(Ordering::is_gt),
        Operator::AtLeast => compared(Ordering::is_ge),
    }
}

/// How spreadsheets order values: every number before every text, and every text before what a comparison comes to. Texts
/// are compared without regard to case, and an empty cell is as little as what it is compared with can be.
fn compare(left: Scalar<'_>, right: Scalar<'_>) -> Ordering {
    match (like(left, right), like(right, left)) {
        (Scalar::Text(left), Scalar::Text(right)) => left.to_lowercase().cmp(&right.to_lowercase()),
        (Scalar::Logical(left), Scalar::Logical(right)) => left.cmp(&right),
        (Scalar::Number(left), Scalar::Number(right)) => left.total_cmp(&right),
        (left, right) => rank(left).cmp(&rank(right)),
    }
}

/// A value as it is compared with another one.
fn like<'book>(value: Scalar<'book>, other: Scalar<'_>) -> Scalar<'book> {
    match (value, other) {
        (Scalar::Blank, Scalar::Text(_)) => Scalar::Text(""),
        (Scalar::Blank, Scalar::Logical(_)) => Scalar::Logical(false),
        (Scalar::Blank, _) => Scalar::Number(0.0),
        // Zero is one number, whatever its sign.
        (Scalar::Number(number), _) => Scalar::Number(number + 0.0),
        (value, _) => value,
    }
}

fn rank(value: Scalar<'_>) -> u8 {
    match value {
        Scalar::Number(_) | Scalar::Blank => 0,
        Scalar::Text(_) => 1,
        Scalar::Logical(_) => 2,
        Scalar::Error => 3,
    }
}

/// Rounded to some decimals, a half away from zero.
fn round(number: f64, decimals: f64) -> f64 {
    let factor = 10_f64.powf(decimals);
    let shifted = number * factor;
    // From here on a number has no fraction left.
    if shifted.abs() >= 9_007_199_254_740_992.0 { number } else { shifted.round() / factor + 0.0 }
}

/// What the check of a workbook found.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Checked {
    /// How many formulas have a value of the model.
    pub formulas: usize,
    /// Those that give another value in binary numbers.
    pub differing: Vec<CellAddress>,
}

/// Gives the working formulas their values, and holds all others against the model.
pub fn fill_cached_values(book: &mut Workbook) -> Checked {
    let mut checked = Checked { formulas: 0, differing: Vec::new() };
    let mut working: Vec<(CellAddress, Value)> = Vec::new();
    let evaluator = Evaluator::of(book);
    for (number, sheet) in book.sheets.iter().enumerate() {
        for (row, column, cell) in sheet.cells() {
            let place = CellAddress { sheet: number, row, column };
            match &cell.content {
                Content::Formula(_, Stored::Model(value)) => {
                    checked.formulas += 1;
                    if !agrees(value, evaluator.at(place)) {
                        checked.differing.push(place);
                    }
                }
                Content::Formula(_, Stored::Working(_)) => working.push((place, stored(evaluator.at(place)))),
                _ => {}
            }
        }
    }
    for (place, value) in working {
        if let Some(Cell { content: Content::Formula(_, stored), .. }) = book.cell_mut(place) {
            *stored = Stored::Working(value);
        }
    }
    checked
}

fn stored(value: Scalar<'_>) -> Value {
    match value {
        Scalar::Number(number) => Value::Double(number),
        Scalar::Text(text) => Value::Text(text.to_owned()),
        Scalar::Blank => Value::nothing(),
        // No cell is to show one.
        Scalar::Logical(_) | Scalar::Error => Value::Error,
    }
}

/// Whether a value of the model is what a formula comes to: kronor to the krona, other figures to twelve digits.
#[must_use]
pub fn agrees(value: &Value, with: Scalar<'_>) -> bool {
    match (value, with) {
        (Value::Text(text), Scalar::Text(other)) => text == other,
        (Value::Text(text), Scalar::Blank) => text.is_empty(),
        (Value::Error, Scalar::Error) => true,
        (Value::Whole(whole), Scalar::Number(number)) => whole.to_f64() == Some(number),
        (value, Scalar::Number(number)) => double(value)
            .is_some_and(|value| (value - number).abs() <= 1e-12 * value.abs().max(number.abs()).max(1.0)),
        _ => false,
    }
}

/// The binary number nearest to a decimal.
#[must_use]
pub fn nearest(decimal: Decimal) -> f64 {
    // Reading digits rounds once; dividing by a power of ten could round twice.
    decimal.to_string().parse().unwrap_or(f64::NAN)
}

/// A value as spreadsheets count.
#[must_use]
pub fn double(value: &Value) -> Option<f64> {
    match value {
        Value::Whole(whole) => whole.to_f64(),
        Value::Decimal(decimal) => Some(nearest(*decimal)),
        Value::Fraction(fraction) => Some(fraction.numerator().to_f64()? / fraction.denominator().to_f64()?),
        Value::Double(number) => Some(*number),
        Value::Text(_) | Value::Error => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::book::{Kind, Sheet};
    use super::*;

    fn book(rows: Vec<Formula>) -> Workbook {
        let mut sheet = Sheet::new("Blad".to_owned(), 1);
        for (row, formula) in (0..).zip(rows) {
            sheet.put(CellAddress { sheet: 0, row, column: 0 }, Cell::working(Kind::Amount, formula));
        }
        Workbook { title: String::new(), sheets: vec![sheet] }
    }

    fn place(row: u32) -> CellAddress {
        CellAddress { sheet: 0, row, column: 0 }
    }

    #[test]
    fn a_chain_of_cells_longer_than_any_stack_is_followed_to_its_end() {
        const LENGTH: u32 = 200_000;
        let next = |row: u32| Formula::from(place(row + 1)) + 1;
        let mut rows: Vec<Formula> = (0..LENGTH).map(next).collect();
        rows.push(Formula::whole(0));
        let book = book(rows);
        assert_eq!(Evaluator::of(&book).at(place(0)), Scalar::Number(f64::from(LENGTH)));
    }

    #[test]
    fn a_cell_that_refers_to_itself_is_an_error_and_one_that_is_not_there_is_nothing() {
        let one = Formula::from(place(1)) + 1;
        let book = book(vec![one, Formula::from(place(0)) + 1, Formula::from(place(9)) + 1]);
        let evaluator = Evaluator::of(&book);
        assert_eq!(
            [0, 1, 2].map(|row| evaluator.at(place(row))),
            [Scalar::Error, Scalar::Error, Scalar::Number(1.0)]
        );
    }
}
