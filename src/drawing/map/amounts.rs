//! A map of signed amounts, as the change of each kommun's contribution per inhabitant.

use super::base_map::{BaseMap, Framed, Maps, caption_height, draw_labels};
use super::ground::Ground;
use super::legend::{Entry, LINE, Legend};
use super::look;
use super::names::{Names, fitted};
use super::naming::{Label, Labels, Request};
use crate::drawing::classes::Classes;
use crate::drawing::colour::Colour;
use crate::drawing::geometry::{Point, Rect};
use crate::drawing::letters::{self, Weight};
use crate::drawing::shape::{Anchor, Shape, Stroke, Text};

/// Amounts by kommun, and how a map says them.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Amounts {
    /// What stands above the map.
    pub caption: String,
    /// What the map shows, for screen readers.
    pub description: String,
    /// The classes of the amounts: those of this map alone, or of several that are to be compared.
    pub classes: Classes,
    /// What is known of each subject, in the order of the subjects.
    pub values: Vec<Value>,
    /// Each amount as it stands below the name of its kommun, in the same order; empty for none.
    pub figures: Vec<String>,
    /// The group of each subject, in the same order: thicker lines run between groups.
    pub group_of: Vec<Option<usize>>,
    /// The words of the legend.
    pub words: AmountWords,
}

/// What is known of a kommun.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Value {
    /// An amount.
    Amount(i64),
    /// None, for which one of [`AmountWords::without`] gives the reason.
    Without(usize),
}

impl Default for Value {
    fn default() -> Self {
        Self::Without(0)
    }
}

/// The words of a legend of amounts.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct AmountWords {
    /// What the amounts are, with their unit.
    pub unit: String,
    /// Below zero ("betalar mindre").
    pub less: String,
    /// Above zero ("betalar mer").
    pub more: String,
    /// Why a kommun has no amount; each reason has a fill of its own.
    pub without: Vec<String>,
    /// Each of [`Classes::bounds`] in figures.
    pub bounds: Vec<String>,
}

impl BaseMap {
    /// A map for each of several amounts of the same subjects. The first has the locator.
    #[must_use]
    pub fn amounts(&self, several: &[Amounts]) -> Maps {
        let Some(ground) = self.ground() else {
            return Maps::default();
        };
        let figures: Vec<Vec<String>> =
            several.iter().map(|amounts| self.by_position(&amounts.figures)).collect();
        let place = |digits: usize| {
            let names = figures.iter().map(|figures| Names::new(self, ground, figures, digits));
            names.map(|names| place_names(ground, &names)).collect()
        };
        let (labels, numbers) = fitted(self, place, |labels: &Vec<Label>| labels);
        let width = ground.area.width();
        let legends: Vec<AmountLegend<'_>> =
            several.iter().map(|amounts| AmountLegend::new(self, amounts, width)).collect();
        let captions = several.iter().map(|amounts| caption_height(&amounts.caption, width));
        let heights =
            (captions.max().unwrap_or(0), legends.iter().map(AmountLegend::height).max().unwrap_or(0));
        // What is said of each kommun where there is space for words.
        let said: Vec<Vec<String>> = several
            .iter()
            .zip(figures)
            .map(|(amounts, figures)| {
                let values = self.by_position(&amounts.values).into_iter();
                values.zip(figures).map(|(value, figure)| amounts.words.said(value, figure)).collect()
            })
            .collect();
        let mut drawings = Vec::with_capacity(several.len());
        for (map, amounts) in several.iter().enumerate() {
            let of = self.by_position(&amounts.values);
            let groups = self.by_position(&amounts.group_of);
            let fill_of = |position: usize| match of[position] {
                Value::Amount(amount) => amounts.classes.fill(amount),
                Value::Without(reason) => look::without(reason),
            };
            let title_of =
                |position: usize| format!("{}: {}", self.shown[position].name, said[map][position]);
            let mut shapes = Vec::new();
            ground.draw(fill_of, title_of, |position| groups[position], &mut shapes);
            draw_labels(ground, &labels[map], &numbers, fill_of, &mut shapes);
            ground.draw_above(map == 0, &mut shapes);
            let framed = Framed { caption: &amounts.caption, description: &amounts.description, heights };
            drawings
                .push(framed.assemble(ground, shapes, |corner, shapes| legends[map].draw(corner, shapes)));
        }
        self.maps(drawings, &numbers, &said)
    }
}

impl AmountWords {
    fn said(&self, value: Value, figure: String) -> String {
        match value {
            Value::Amount(_) => figure,
            Value::Without(reason) => self.without.get(reason).cloned().unwrap_or_default(),
        }
    }
}

/// Labels for the kommuner alone.
fn place_names(ground: &Ground, names: &Names) -> Vec<Label> {
    let requests: Vec<Request<'_>> =
        names.all().iter().map(|name| Request { name, with_group: None }).collect();
    Labels::new(ground, &[], &requests).kommuner
}

/// The classes side by side with the bounds below where they fit, else one below the other.
struct AmountLegend<'a> {
    words: &'a AmountWords,
    classes: &'a Classes,
    /// The width of a class, where they stand side by side.
    step: Option<i64>,
    list: Legend,
}

const SWATCH_HEIGHT: i64 = 110;
/// The least width of a class, and what is kept free between figures.
const LEAST_STEP: i64 = 320;
const FIGURE_GAP: i64 = 60;

impl<'a> AmountLegend<'a> {
    fn new(base_map: &BaseMap, amounts: &'a Amounts, width: i64) -> Self {
        let values = base_map.by_position(&amounts.values);
        let (words, classes) = (&amounts.words, &amounts.classes);
        let each = classes.on_each_side();
        let bound = |position: usize| words.bounds.get(position).map_or("", String::as_str);
        let small = |text: &str| letters::width(text, look::SMALL, Weight::Regular);
        let widest = words.bounds.iter().map(|bound| small(bound)).max().unwrap_or(0);
        let step = (widest + FIGURE_GAP).max(LEAST_STEP);
        let count = i64::try_from(2 * each + 1).unwrap_or(i64::MAX);
        // The words stand above the halves, and the outermost figures within.
        let fits = step.saturating_mul(count) <= width
            && [&words.less, &words.more].iter().all(|word| small(word) <= step * count / 2 - FIGURE_GAP);
        let mut entries = Vec::new();
        if !fits {
            for step in (0..each).rev() {
                let place = each - 1 - step;
                let text = if step + 1 == each {
                    format!("{}: < {}", words.less, bound(place))
                } else {
                    format!("{} – {}", bound(place - 1), bound(place))
                };
                entries.push(Entry::fill(classes.nth(-1, step), "", &text));
            }
            entries.push(Entry::fill(classes.nth(0, 0), "", bound(each - 1)));
            for step in 0..each {
                let place = each - 1 + step;
                let text = if step + 1 == each {
                    format!("{}: > {}", words.more, bound(place))
                } else {
                    format!("{} – {}", bound(place), bound(place + 1))
                };
                entries.push(Entry::fill(classes.nth(1, step), "", &text));
            }
        }
        let reasons = words.without.iter().enumerate();
        let reasons = reasons.filter(|(reason, _)| values.contains(&Value::Without(*reason)));
        entries.extend(reasons.map(|(reason, word)| Entry::fill(look::without(reason), "", word)));
        Self { words, classes, step: fits.then_some(step), list: Legend::new(entries, width) }
    }

    fn height(&self) -> i64 {
        let strip = if self.step.is_some() { LINE + SWATCH_HEIGHT + LINE } else { 0 };
        LINE + strip + self.list.height()
    }

    fn draw(&self, corner: Point, shapes: &mut Vec<Shape>) {
        let line = |text: &str, x: i64, y: i64, anchor: Anchor, weight: Weight, shapes: &mut Vec<Shape>| {
            let at = Point::new(x, y + letters::ascent(look::SMALL) + 20);
            shapes.push(Shape::Text(Text::new(text, at, anchor, look::SMALL, weight)));
        };
        let mut y = corner.y;
        line(&self.words.unit, corner.x, y, Anchor::Start, Weight::Bold, shapes);
        y += LINE;
        if let Some(step) = self.step {
            let each = i64::try_from(self.classes.on_each_side()).unwrap_or(0);
            let right = corner.x + step * (2 * each + 1);
            line(&self.words.less, corner.x, y, Anchor::Start, Weight::Regular, shapes);
            line(&self.words.more, right, y, Anchor::End, Weight::Regular, shapes);
            y += LINE;
            for class in -each..=each {
                let distance = usize::try_from(class.abs() - 1).unwrap_or(0);
                let fill = Some(self.classes.nth(class.signum(), distance));
                let stroke = Some(Stroke::solid(Colour::WHITE, 10));
                let area = Rect::at(Point::new(corner.x + (class + each) * step, y), step, SWATCH_HEIGHT);
                shapes.push(Shape::Rectangle { area, fill, stroke });
            }
            y += SWATCH_HEIGHT;
            for (bound, text) in (1 - each..).zip(&self.words.bounds) {
                // Zero is a class, the others are lines between two.
                let halves = 2 * (bound + each) + 1 + bound.signum();
                line(text, corner.x + halves * step / 2, y, Anchor::Middle, Weight::Regular, shapes);
            }
            y += LINE;
        }
        self.list.draw(Point::new(corner.x, y), shapes);
    }
}
