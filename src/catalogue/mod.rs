//! What stands in a result, as its types declare it: which keys there are, of which kind, and of each figure the unit,
//! the heading and the description. Whoever reads, writes, compares or describes results asks here, and nobody guesses
//! from the names of keys.

pub(crate) mod declare;
mod unit;

pub(crate) use declare::described;
pub use unit::Unit;

use rust_decimal::Decimal;
use serde_json::Value;

use crate::model::kommun::Kommunkod;
use crate::model::kronor::Kronor;
use crate::text::language::Language;

/// A type that results are made of.
pub trait Described {
    /// What it looks like in JSON.
    const SHAPE: Shape;
    /// What it is as an item of a list.
    const ROW: Option<Row> = None;
}

/// What a value looks like in JSON.
#[derive(Clone, Copy, Debug)]
pub enum Shape {
    /// A whole number.
    Whole,
    /// A string of exact decimals.
    Decimal,
    /// A text.
    Text,
    /// True or false.
    Flag,
    /// Null where it is unknown.
    Unknown(&'static Shape),
    /// Keys with values.
    Object(&'static [Field]),
    /// A list.
    List(&'static Shape, Option<Row>),
}

/// A key with its value.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    /// The key; empty where the keys of the value stand among those around it.
    pub key: &'static str,
    /// Its value.
    pub shape: Shape,
    /// The figure it is, or that its parts are: gross and net, or the items of a list.
    pub figure: Option<Figure>,
    /// What it is, in Swedish and in English.
    pub description: [&'static str; 2],
    /// What else is true of it.
    pub is: &'static [Is],
}

/// A figure.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Figure {
    /// What it counts.
    pub unit: Unit,
    /// What it is called, in Swedish and in English.
    pub headings: [&'static str; 2],
}

/// What can be true of a key.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Is {
    /// Results of older versions do not have it.
    Added,
    /// It is a difference of two others.
    Difference,
    /// It is income or made of income, so that all that moves state money moves it.
    Income,
    /// It can be less than zero, though it is no difference.
    Signed,
    /// It is a percentage of something that it can exceed.
    Exceeding,
    /// Its sum over all rows is a figure too.
    Summed,
    /// It is what rows are known by.
    Id,
    /// It is said of the figures of its row, before what they are called: their heading does not tell them apart.
    Prefix,
    /// It stands for the whole object.
    Here,
    /// It says something only where it is true.
    Mark,
    /// Another figure says the same, so that a list of all figures does without it.
    Repeated,
}

/// What an item of a list is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Row {
    /// How its figures are distinguished from those of others.
    pub kind: RowKind,
    /// The key of what it is known by.
    pub id: &'static str,
    /// The key of its name.
    pub name: &'static str,
}

/// How the figures of an item are distinguished from those of others.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum RowKind {
    /// It is a row of its own.
    Level(Level),
    /// It is a part of the row around it.
    Part,
    /// Its name is a step of their paths.
    Named,
}

/// What a figure is about.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Level {
    /// All förbund together.
    Total,
    /// A förbund.
    Forbund,
    /// A kommun.
    Kommun,
    /// A region.
    Region,
}

impl Field {
    /// A key of which nothing else is known.
    #[must_use]
    pub const fn new(key: &'static str, shape: Shape) -> Self {
        Self { key, shape, figure: None, description: [""; 2], is: &[] }
    }

    /// Whether something is true of it.
    #[must_use]
    pub fn is(&self, what: Is) -> bool {
        self.is.contains(&what)
    }
}

impl Figure {
    /// Of what nothing is declared: a year, a column that is called as it likes.
    pub const PLAIN: Self = Self { unit: Unit::Plain, headings: [""; 2] };

    /// What it is called in a table.
    #[must_use]
    pub fn heading(&self, language: Language) -> &'static str {
        language.pick(self.headings[0], self.headings[1])
    }
}

/// What stands at a path.
#[derive(Clone, Copy, Debug)]
pub struct Found {
    /// The figure.
    pub figure: Figure,
    /// What it is, in Swedish and in English.
    pub description: [&'static str; 2],
    /// Whether it is income or made of income.
    pub is_income: bool,
    /// Whether it can be less than zero.
    is_signed: bool,
    /// Whether it is a percentage that can be more than 100.
    is_exceeding: bool,
}

impl Found {
    /// What is found one step further on.
    fn of(self, field: &Field) -> Self {
        Self {
            figure: field.figure.unwrap_or(self.figure),
            description: if field.figure.is_some() { field.description } else { self.description },
            is_income: self.is_income || field.is(Is::Income),
            is_signed: self.is_signed || field.is(Is::Difference) || field.is(Is::Signed),
            is_exceeding: self.is_exceeding || field.is(Is::Exceeding),
        }
    }

    /// Between what the figure must be: only differences, what is declared so and what has no unit can be less than
    /// zero.
    #[must_use]
    pub fn range(&self) -> [Decimal; 2] {
        let unit = self.figure.unit;
        // What has an amount above it can be as many times it as there are kronor.
        let times = if self.is_exceeding { Unit::Kronor.largest() } else { Decimal::ONE };
        let largest = unit.largest() * times;
        let is_signed = self.is_signed || unit == Unit::Plain;
        [if is_signed { -largest } else { Decimal::ZERO }, largest]
    }
}

impl Shape {
    /// The figure at a path of keys and positions; `None` if there is none. Where differences of results are reported, a
    /// path names no rows: their lists can be left out.
    #[must_use]
    pub fn find(&self, path: &str) -> Option<Found> {
        let steps: Vec<&str> = path.split('.').collect();
        self.below(
            &steps,
            Found {
                figure: Figure::PLAIN,
                description: [""; 2],
                is_income: false,
                is_signed: false,
                is_exceeding: false,
            },
        )
    }

    fn below(&self, steps: &[&str], found: Found) -> Option<Found> {
        match (self.known(), steps) {
            (Self::Object(fields), [step, rest @ ..]) => {
                let at_key = |field: &Field| field.shape.below(rest, found.of(field));
                let in_row = |item: &Self, row: Row| match row.kind {
                    RowKind::Level(_) => item.below(steps, found),
                    RowKind::Part | RowKind::Named => None,
                };
                step_down(fields, step, at_key, in_row)
            }
            (Self::Object(fields), []) => {
                let here = flat(fields).find(|field| field.is(Is::Here)).map(|field| found.of(field));
                here.or(Some(found)).filter(|found| found.figure != Figure::PLAIN)
            }
            (Self::List(item, _), [_, rest @ ..]) => item.below(rest, found),
            (_, []) => Some(found),
            _ => None,
        }
    }

    /// What the value at a path of keys is, in Swedish and in English, also if it is no figure. Rows are left out of the
    /// path.
    #[must_use]
    pub fn description(&self, path: &str) -> Option<[&'static str; 2]> {
        let steps: Vec<&str> = path.split('.').collect();
        self.description_below(&steps)
    }

    fn description_below(&self, steps: &[&str]) -> Option<[&'static str; 2]> {
        match (self.known(), steps) {
            (Self::List(item, _), _) => item.description_below(steps),
            (Self::Object(fields), [step, rest @ ..]) => {
                let at_key = |field: &Field| match rest {
                    [] => Some(field.description).filter(|[swedish, _]| !swedish.is_empty()),
                    rest => field.shape.description_below(rest),
                };
                step_down(fields, step, at_key, |item, _| item.description_below(steps))
            }
            _ => None,
        }
    }

    /// The shape where it is not null.
    #[must_use]
    pub fn known(&self) -> &Self {
        match self {
            Self::Unknown(shape) => shape.known(),
            known => known,
        }
    }

    /// The figures of a value with their paths in it and their digits, if they are known; those of rows within it
    /// are left out, unless their names are steps of the path.
    #[must_use]
    pub fn figures(&self, value: &Value) -> Vec<(String, Option<String>)> {
        let mut found = Vec::new();
        self.collect(value, "", false, &mut found);
        found
    }

    fn collect(&self, value: &Value, path: &str, is_figure: bool, found: &mut Vec<(String, Option<String>)>) {
        match self.known() {
            Self::Object(fields) => {
                // What nobody stated has no key.
                let is_there = |field: &&Field| field.key.is_empty() || !is_without(value, field.key);
                for field in fields.iter().filter(|field| !field.is(Is::Repeated)).filter(is_there) {
                    let value = if field.key.is_empty() { value } else { &value[field.key] };
                    let path = if field.is(Is::Here) { path.to_owned() } else { joined(path, field.key) };
                    field.shape.collect(value, &path, is_figure || field.figure.is_some(), found);
                }
            }
            Self::List(item, Some(Row { kind: RowKind::Named, id, .. })) => {
                for value in value.as_array().into_iter().flatten() {
                    let path = joined(path, value[id].as_str().unwrap_or_default());
                    item.collect(value, &path, false, found);
                }
            }
            Self::Whole | Self::Decimal if is_figure => found.push((path.to_owned(), digits(value))),
            _ => {}
        }
    }
}

/// Whether a value is an object without this key.
fn is_without(value: &Value, key: &str) -> bool {
    value.as_object().is_some_and(|object| !object.contains_key(key))
}

fn digits(value: &Value) -> Option<String> {
    match value {
        Value::Null => None,
        Value::String(digits) => Some(digits.clone()),
        number => Some(number.to_string()),
    }
}

/// A path and one more step.
#[must_use]
pub fn joined(path: &str, step: &str) -> String {
    match (path, step) {
        ("", only) | (only, "") => only.to_owned(),
        _ => format!("{path}.{step}"),
    }
}

/// What a path finds by one of these keys, else in the rows of a list among them, which it does not name.
fn step_down<Found>(
    fields: &'static [Field],
    step: &str,
    at_key: impl Fn(&Field) -> Option<Found>,
    in_row: impl Fn(&Shape, Row) -> Option<Found>,
) -> Option<Found> {
    let in_rows = |field: &Field| match field.shape {
        Shape::List(item, Some(row)) => in_row(item, row),
        _ => None,
    };
    let named = flat(fields).filter(|field| field.key == step).find_map(at_key);
    named.or_else(|| flat(fields).find_map(in_rows))
}

/// The keys of an object, with those that stand among others in their places.
pub fn flat(fields: &'static [Field]) -> impl Iterator<Item = &'static Field> {
    let inner = |field: &'static Field| match field.shape {
        Shape::Object(inner) if field.key.is_empty() => inner,
        _ => std::slice::from_ref(field),
    };
    fields.iter().flat_map(inner)
}

/// Declares the shape of types that are no objects.
macro_rules! shapes {
    ($($shape:ident: $($type:ty),+;)+) => {
        $($(impl $crate::catalogue::Described for $type {
            const SHAPE: $crate::catalogue::Shape = $crate::catalogue::Shape::$shape;
        })+)+
    };
}

shapes! {
    Whole: u32, u64, usize, i64, Kronor;
    Decimal: Decimal;
    Text: String, Kommunkod;
    Flag: bool;
}
pub(crate) use shapes;

impl<Value: Described> Described for Option<Value> {
    const SHAPE: Shape = Shape::Unknown(&Value::SHAPE);
}

impl<Value: Described> Described for Vec<Value> {
    const SHAPE: Shape = Shape::List(&Value::SHAPE, Value::ROW);
}
