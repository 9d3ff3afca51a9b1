//! A result as it was written by `simulate` or `compare` with `--format json`, read back figure by figure.
//!
//! What is read is what the types of a result declare: every key must be there and of its kind; further ones are left
//! alone, since keys may be added.

use std::collections::BTreeSet;
use std::sync::Arc;

use rust_decimal::Decimal;

use super::answer::ResultDocument;
use super::result::SCHEMA_VERSION;
use crate::catalogue::{Described, Field, Figure, Is, Level, Row, RowKind, Shape, flat, joined};
use crate::diagnostic::{Diagnostics, ResultKind, ResultProblem, Source};
use crate::input::json_tree::{Fields, Node};
use crate::input::lan;

/// The result of one scenario.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct WrittenScenario {
    /// The name of the scenario.
    pub name: String,
    /// Its file.
    pub file: String,
    /// Whether there are net figures.
    pub has_net: bool,
    /// The paths of the keys that it lacks, as results of older versions do.
    lacking: BTreeSet<String>,
    /// Every row, by the side it stands on.
    pub rows: Vec<WrittenRow>,
    /// Every figure.
    pub figures: Vec<WrittenFigure>,
    /// What stands beside the figures: names, sources, assumptions.
    pub texts: Vec<WrittenText>,
}

/// A row.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct WrittenRow {
    /// Its level.
    pub level: Level,
    /// Its side: "before", "after.gross" or "after.net"; kommuner and regions have one row for all sides, "".
    pub side: String,
    /// What it is known by in both results: the kommunkod of a kommun, else its name.
    pub key: String,
    /// Its name.
    pub name: String,
}

/// A figure.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct WrittenFigure {
    /// Its level.
    pub level: Level,
    /// What the row is known by.
    pub key: String,
    /// The name of the row; of a total nothing, or what it is a part of: an insats, a party.
    pub name: String,
    /// The part of the row that it is about, which ends its name: one of several regions.
    pub part: Option<String>,
    /// The path of a total as in the JSON (`delta.gross.state`); in a row, the side and the path in the row
    /// (`after.gross.state.total`, `contribution_after.net`).
    pub metric: String,
    /// What it counts, and what it is called.
    pub figure: Figure,
    /// Its value, if it is known.
    pub value: Option<Decimal>,
    /// Whether it is within what results of older versions lack.
    pub is_added: bool,
}

/// A text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct WrittenText {
    /// Its path in the JSON.
    pub metric: String,
    /// Which of several it is: the id of an assumption, the name of a row.
    pub name: String,
    /// What it says.
    pub value: String,
}

impl WrittenScenario {
    /// Whether it is of a version that did not write this path of a figure or text yet.
    #[must_use]
    pub fn lacks(&self, path: &str) -> bool {
        let is_below = |key: &String| {
            path.strip_prefix(key.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
        };
        self.lacking.iter().any(is_below)
    }
}

/// Reads one result or a list of them.
///
/// # Errors
/// If the text is no such result.
pub fn read(source: &Arc<Source>) -> Result<Vec<WrittenScenario>, Diagnostics> {
    let root = Node::root(source)?;
    if !root.is_list() {
        return Ok(vec![scenario(&root)?]);
    }
    let items = root.items()?;
    if items.is_empty() {
        return Err(root.problem(ResultProblem::Foreign));
    }
    items.iter().map(scenario).collect()
}

fn scenario(root: &Node<'_>) -> Result<WrittenScenario, Diagnostics> {
    if !root.is_object() {
        return Err(root.problem(ResultProblem::Foreign));
    }
    let result = root.fields()?;
    let Some(version) = result.known("schema_version") else {
        return Err(root.problem(ResultProblem::Foreign));
    };
    let (found, read) = (version.whole()?, SCHEMA_VERSION.into());
    if found != read {
        return Err(version.problem(ResultProblem::Version { found, read }));
    }
    let head = result.get("scenario")?.fields()?;
    let mut written = WrittenScenario {
        name: head.get("name")?.text()?,
        file: head.get("file")?.text()?,
        has_net: !result.get("after")?.fields()?.get("net")?.is_null(),
        ..WrittenScenario::default()
    };
    written.object(&result, &fields(ResultDocument::SHAPE), &ValueContext::default())?;
    Ok(written)
}

/// The keys of an object; what older versions lack comes last.
fn fields(shape: Shape) -> Vec<&'static Field> {
    let Shape::Object(fields) = shape else { return Vec::new() };
    let mut fields: Vec<_> = flat(fields).collect();
    fields.sort_by_key(|field| field.is(Is::Added));
    fields
}

/// Where a value stands.
#[derive(Clone, Default)]
struct ValueContext {
    /// The row it belongs to.
    row: Option<PlacedRow>,
    /// The names of the items that it is a part of, where it belongs to no row.
    items: Vec<String>,
    /// The path of its figure.
    metric: String,
    /// The path of its text, and which of several texts of that path it is.
    text: (String, String),
    /// The figure it is, or is one half of.
    figure: Option<Figure>,
    /// Whether it is within what results of older versions lack.
    is_added: bool,
}

#[derive(Clone)]
struct PlacedRow {
    level: Level,
    key: String,
    name: String,
    part: Option<String>,
}

impl ValueContext {
    fn below(&self, field: &Field) -> Self {
        let step = if field.is(Is::Here) { "" } else { field.key };
        Self {
            metric: joined(&self.metric, step),
            text: (joined(&self.text.0, step), self.text.1.clone()),
            figure: field.figure.or(self.figure),
            is_added: self.is_added || field.is(Is::Added),
            ..self.clone()
        }
    }
}

impl WrittenScenario {
    fn object(
        &mut self,
        of: &Fields<'_>,
        fields: &[&'static Field],
        place: &ValueContext,
    ) -> Result<(), Diagnostics> {
        for field in fields.iter().filter(|field| !field.is(Is::Id)) {
            let below = place.below(field);
            if field.is(Is::Added) && of.known(field.key).is_none() {
                self.lacking.extend([below.metric, below.text.0]);
                continue;
            }
            let value = of.get(field.key)?;
            match *field.shape.known() {
                Shape::List(item, Some(row)) if !value.is_null() => {
                    for item_of_list in value.items()? {
                        self.item(&item_of_list, *item, row, (field.key, place, &below))?;
                    }
                }
                // What is false of a mark is not worth a word.
                Shape::Flag if field.is(Is::Mark) && !value.boolean()? => {}
                _ => self.value(&value, field.shape, &below)?,
            }
        }
        Ok(())
    }

    fn value(&mut self, node: &Node<'_>, shape: Shape, place: &ValueContext) -> Result<(), Diagnostics> {
        match shape {
            Shape::Unknown(known) => match known.known() {
                Shape::Whole | Shape::Decimal if node.is_null() => self.figure(place, None),
                _ if node.is_null() => {}
                Shape::Whole if node.whole().is_err() => return Err(node.wrong(ResultKind::WholeOrNull)),
                known => self.value(node, *known, place)?,
            },
            Shape::Whole => {
                let number = node.whole()?;
                match place.figure {
                    Some(_) => self.figure(place, Some(number.into())),
                    None => self.text(place, number.to_string()),
                }
            }
            Shape::Decimal => self.figure(place, Some(node.decimal()?)),
            Shape::Text => self.text(place, node.text()?),
            Shape::Flag => self.text(place, node.boolean()?.to_string()),
            Shape::Object(_) => self.object(&node.fields()?, &fields(shape), place)?,
            Shape::List(Shape::Text, _) => self.text(place, texts(node)?),
            Shape::List(item, _) => {
                for node in node.items()? {
                    self.value(&node, *item, place)?;
                }
            }
        }
        Ok(())
    }

    /// An item of a list, which is `around` something and would be `below` its key.
    fn item(
        &mut self,
        node: &Node<'_>,
        shape: Shape,
        row: Row,
        (list, around, below): (&str, &ValueContext, &ValueContext),
    ) -> Result<(), Diagnostics> {
        let of = node.fields()?;
        let id = of.get(row.id)?;
        let id = match id.whole() {
            Ok(number) => number.to_string(),
            Err(_) if id.is_list() => texts(&id)?,
            Err(_) => id.text()?,
        };
        let name = if row.name == row.id { id.clone() } else { of.get(row.name)?.text()? };
        let is_prefix = fields(shape).iter().any(|field| field.key == row.id && field.is(Is::Prefix));
        let mut place = below.clone();
        match row.kind {
            RowKind::Level(level) => {
                let key = if level == Level::Region { payer(id) } else { id };
                let name = if row.name == row.id { key.clone() } else { name };
                let texts = if around.metric.is_empty() { list } else { &around.text.0 };
                place.metric.clone_from(&around.metric);
                place.text = (texts.to_owned(), name.clone());
                if !place.is_added {
                    if key != name {
                        let of_name =
                            ValueContext { text: (joined(texts, row.name), key.clone()), ..place.clone() };
                        self.text(&of_name, name.clone());
                    }
                    let side = around.metric.clone();
                    self.rows.push(WrittenRow { level, side, key: key.clone(), name: name.clone() });
                }
                place.row = Some(PlacedRow { level, key, name, part: None });
            }
            RowKind::Part => {
                if let Some(row) = &mut place.row {
                    let part = payer(id);
                    let name = format!("{}, {part}", row.name);
                    *row = PlacedRow { level: row.level, key: name.clone(), name, part: Some(part) };
                } else {
                    place.items.push(name.clone());
                    place.text.1 = name;
                }
            }
            RowKind::Named => {
                place.metric = joined(&place.metric, &id);
                if place.row.is_some() {
                    place.text.0 = joined(&place.text.0, &id);
                } else {
                    place.items.extend(is_prefix.then(|| name.clone()));
                    place.text.1 = name;
                }
            }
        }
        let first = self.figures.len();
        self.object(&of, &fields(shape), &place)?;
        if row.kind == RowKind::Named && place.row.is_none() {
            self.sums(first, shape, &place);
        }
        Ok(())
    }

    /// The sums over the rows of what is known by its name, which show by themselves that it came or went.
    fn sums(&mut self, first: usize, shape: Shape, place: &ValueContext) {
        let lists = fields(shape).into_iter().filter_map(|field| match field.shape {
            Shape::List(item, _) => Some(fields(*item)),
            _ => None,
        });
        for field in lists.flatten().filter(|field| field.is(Is::Summed)) {
            let place = place.below(field);
            let of_rows = self.figures[first..].iter().filter(|figure| figure.metric == place.metric);
            let sum = of_rows
                .filter_map(|figure| figure.value)
                .fold(Decimal::ZERO, |all, value| all.checked_add(value).unwrap_or(all));
            self.figure(&place, Some(sum));
        }
    }

    fn figure(&mut self, place: &ValueContext, value: Option<Decimal>) {
        let Some(figure) = place.figure else { return };
        let row = place.row.clone();
        let items = place.items.join(", ");
        let of_all = || PlacedRow { level: Level::Total, key: items.clone(), name: items, part: None };
        let PlacedRow { level, key, name, part } = row.unwrap_or_else(of_all);
        let (metric, is_added) = (place.metric.clone(), place.is_added);
        self.figures.push(WrittenFigure { level, key, name, part, metric, figure, value, is_added });
    }

    fn text(&mut self, place: &ValueContext, value: String) {
        // An empty list says nothing.
        if value.is_empty() {
            return;
        }
        let (metric, name) = place.text.clone();
        self.texts.push(WrittenText { metric, name, value });
    }
}

/// The texts of a list as one.
fn texts(node: &Node<'_>) -> Result<String, Diagnostics> {
    let texts: Result<Vec<String>, _> = node.items()?.iter().map(Node::text).collect();
    Ok(texts?.join(", "))
}

/// The region that a result names. Older results name the län, for the same body.
fn payer(written: String) -> String {
    lan::body_of_lan(&written).map_or(written, str::to_owned)
}
