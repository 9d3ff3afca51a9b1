//! What several maps of the same kommuner have in common: part of the country, size, outlines.

use super::atlas::{Atlas, KommunId};
use super::ground::Ground;
use super::look;
use super::naming::{Label, number_block};
use super::numbers::Numbers;
use crate::drawing::collision::Leader;
use crate::drawing::colour::Colour;
use crate::drawing::geometry::{Point, Rect};
use crate::drawing::letters::{self, Weight};
use crate::drawing::shape::{Anchor, Drawing, Fill, Shape, Text};

/// A kommun that maps show in colour.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Subject {
    /// Its code, four digits.
    pub kommunkod: String,
    /// What it is called.
    pub name: String,
}

/// How large a map is, in tenths of a pixel. What is less than 100 pixels or more than 10 000 counts as that.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Size {
    /// Its width.
    pub width: i64,
    /// The height that the map itself, without caption and legend, does not exceed.
    pub highest: i64,
}

/// What several maps of the same kommuner have in common.
#[derive(Debug)]
pub struct BaseMap {
    /// The subjects that have outlines, which have *positions* on the maps in this order.
    pub(crate) shown: Vec<Shown>,
    /// None if nothing is shown.
    ground: Option<Ground>,
    without_outline: Vec<usize>,
}

/// A subject on a map.
#[derive(Debug)]
pub(crate) struct Shown {
    /// Its place among all subjects.
    pub(crate) subject: usize,
    pub(crate) name: String,
}

/// Maps of the same kommuner, alike in size and extent.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Maps {
    /// The maps; none if none of the subjects has an outline.
    pub drawings: Vec<Drawing>,
    /// What the numbers on the maps stand for, which are there for kommuner whose names have no place: 1, 2, 3 …
    pub key: Vec<Numbered>,
    /// The subjects that have neither name nor number on one of the maps.
    pub unnamed: Vec<usize>,
}

/// What a number on a map stands for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Numbered {
    /// Which subject.
    pub subject: usize,
    /// Its name, with what each map says of it.
    pub text: String,
}

const SMALLEST: i64 = 1_000;
const LARGEST: i64 = 100_000;
/// Between a caption, a map and a legend.
const GAP: i64 = 60;

impl BaseMap {
    /// The base of maps of these subjects.
    #[must_use]
    pub fn new(atlas: &Atlas, subjects: &[Subject], size: Size) -> Self {
        let mut ids: Vec<KommunId> = Vec::new();
        let mut shown = Vec::new();
        let mut without_outline = Vec::new();
        for (subject, Subject { kommunkod, name }) in subjects.iter().enumerate() {
            // One that is given twice is shown once.
            if let Some(id) = atlas.find(kommunkod).filter(|id| !ids.contains(id)) {
                ids.push(id);
                shown.push(Shown { subject, name: name.clone() });
            } else {
                without_outline.push(subject);
            }
        }
        let [width, highest] = [size.width, size.highest].map(|length| length.clamp(SMALLEST, LARGEST));
        Self { shown, ground: Ground::new(atlas, &ids, width, highest), without_outline }
    }

    /// The subjects that no map shows, since they have no outline or were given before.
    #[must_use]
    pub fn without_outline(&self) -> &[usize] {
        &self.without_outline
    }

    pub(crate) const fn ground(&self) -> Option<&Ground> {
        self.ground.as_ref()
    }

    /// The position of a subject, if it is shown.
    pub(crate) fn position(&self, subject: usize) -> Option<usize> {
        self.shown.binary_search_by_key(&subject, |shown| shown.subject).ok()
    }

    /// What of `of_subjects` is that of each position; the default beyond its end.
    pub(crate) fn by_position<T: Clone + Default>(&self, of_subjects: &[T]) -> Vec<T> {
        self.shown.iter().map(|shown| of_subjects.get(shown.subject).cloned().unwrap_or_default()).collect()
    }

    /// Drawings with what the numbers on them stand for; `said` is what each drawing says of each position.
    pub(crate) fn maps(&self, drawings: Vec<Drawing>, numbers: &Numbers, said: &[Vec<String>]) -> Maps {
        let numbered = self.shown.iter().enumerate().filter(|(position, _)| numbers.of[*position].is_some());
        let key = numbered.map(|(position, shown)| {
            let said = said.iter().map(|said| said[position].as_str()).filter(|said| !said.is_empty());
            let text = match said.collect::<Vec<_>>().join("; ") {
                said if said.is_empty() => shown.name.clone(),
                said => format!("{} ({said})", shown.name),
            };
            Numbered { subject: shown.subject, text }
        });
        let unnamed = numbers.unnamed.iter().map(|position| self.shown[*position].subject).collect();
        Maps { drawings, key: key.collect(), unnamed }
    }
}

/// A map with what stands above and below it.
pub(crate) struct Framed<'a> {
    pub(crate) caption: &'a str,
    pub(crate) description: &'a str,
    /// The heights of caption and legend, those of the highest of several maps.
    pub(crate) heights: (i64, i64),
}

impl Framed<'_> {
    /// Caption, map and legend, one under the other.
    pub(crate) fn assemble(
        &self,
        ground: &Ground,
        map: Vec<Shape>,
        draw_legend: impl FnOnce(Point, &mut Vec<Shape>),
    ) -> Drawing {
        let width = ground.area.width();
        let mut shapes = Vec::new();
        let mut baseline = letters::ascent(look::CAPTION);
        for line in caption_lines(self.caption, width) {
            let at = Point::new(0, baseline);
            shapes.push(Shape::Text(Text::new(&line, at, Anchor::Start, look::CAPTION, Weight::Bold)));
            baseline += letters::line_height(look::CAPTION);
        }
        let (above, below) = self.heights;
        shapes.push(Shape::Group { offset: Point::new(0, above), shapes: map });
        let mut height = above + ground.area.height();
        if below > 0 {
            draw_legend(Point::new(0, height + GAP), &mut shapes);
            height += GAP + below;
        }
        let (title, description) = (self.caption.to_owned(), self.description.to_owned());
        Drawing { width, height, title, description, shapes }
    }
}

/// The height that a caption needs with what is kept free below it.
pub(crate) fn caption_height(caption: &str, width: i64) -> i64 {
    let lines = i64::try_from(caption_lines(caption, width).len()).unwrap_or(0);
    if lines == 0 { 0 } else { lines * letters::line_height(look::CAPTION) + GAP }
}

fn caption_lines(caption: &str, width: i64) -> Vec<String> {
    letters::wrap(caption, width, look::CAPTION, Weight::Bold)
}

/// Draws the names and numbers of kommuner with the lines to them.
pub(crate) fn draw_labels(
    ground: &Ground,
    labels: &[Label],
    numbers: &Numbers,
    fill_of: impl Fn(usize) -> Fill,
    shapes: &mut Vec<Shape>,
) {
    for (position, label) in labels.iter().enumerate() {
        let (block, area, leader) = match (label, numbers.of[position]) {
            (Label::Name { block, area, leader }, _) => (block.clone(), *area, leader),
            (Label::Number { area, leader, has_mark }, Some(number)) => {
                (number_block(&number.to_string()).marked(*has_mark), *area, leader)
            }
            _ => continue,
        };
        leader.inspect(|leader| draw_leader(*leader, shapes));
        block.draw(area, Some(halo(ground, area, |owner| owner == position, fill_of(position))), shapes);
    }
}

/// The rim of letters, so that lines and patterns give way to them: of the colour they stand on, or white where they
/// stand on several.
pub(crate) fn halo(ground: &Ground, area: Rect, own: impl Fn(usize) -> bool, fill: Fill) -> Colour {
    if ground.share_owned(area, own) >= 90 { fill.colour } else { Colour::WHITE }
}

/// Draws the line from a label to what it belongs to.
pub(crate) fn draw_leader((from, to): Leader, shapes: &mut Vec<Shape>) {
    let lines = std::sync::Arc::new(vec![vec![from, to]]);
    shapes.push(Shape::Lines { lines, stroke: look::LEADER });
    let fill = Some(Fill::plain(Colour::INK));
    shapes.push(Shape::Circle { centre: to, radius: 14, fill, stroke: None });
}
