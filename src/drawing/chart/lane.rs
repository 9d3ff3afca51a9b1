//! The marks of one row of a chart, side by side along the scale, and the texts beside them.

use super::look;
use super::paint::{self, Symbol};
use super::paragraph::Paragraph;
use super::scale::{Extent, Scale};
use crate::drawing::colour::Colour;
use crate::drawing::geometry::{Point, Rect};
use crate::drawing::letters::{self, Weight};
use crate::drawing::shape::{Anchor, Fill, Shape, Stroke};

/// Marks on one line of a row, with texts beside them.
#[derive(Clone, Debug)]
pub(super) struct Lane {
    pub(super) marks: Vec<Mark>,
    pub(super) tags: Vec<Tag>,
    /// How high it is.
    pub(super) height: i64,
}

/// Something at an amount, or from one amount to another.
#[derive(Clone, Debug)]
pub(super) enum Mark {
    /// A bar so thick, of which none is too short to be seen.
    Bar { from: i64, to: i64, thickness: i64, fill: Fill },
    /// A line.
    Line { from: i64, to: i64, stroke: Stroke },
    /// A mark around an amount.
    Symbol { at: i64, symbol: Symbol, radius: i64, colour: Colour },
    /// An upright line so high.
    Upright { at: i64, height: i64, stroke: Stroke },
}

/// A text beside what stands at an amount.
#[derive(Clone, Debug)]
pub(super) struct Tag {
    pub(super) at: i64,
    pub(super) side: Side,
    /// How much of the axis is kept free between the amount and the text.
    pub(super) clear: i64,
    pub(super) text: String,
    /// What is added in the first row of a page: the name of what is shown.
    pub(super) name: String,
    pub(super) weight: Weight,
    pub(super) colour: Colour,
}

/// Where a text stands in relation to an amount.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Side {
    Left,
    Right,
}

impl Tag {
    /// The text beside an amount, on the side away from `base`.
    pub(super) fn outside(at: i64, base: i64, clear: i64, text: String) -> Self {
        let side = if at < base { Side::Left } else { Side::Right };
        Self::new(at, side, clear, text)
    }

    pub(super) fn new(at: i64, side: Side, clear: i64, text: String) -> Self {
        let clear = clear + look::TAG_GAP;
        Self { at, side, clear, text, name: String::new(), weight: Weight::Regular, colour: Colour::INK }
    }

    /// That the amount is not known, beside the place where it would stand.
    pub(super) fn unknown(at: i64, text: &str) -> Self {
        Self { colour: Colour::SOFT_INK, ..Self::new(at, Side::Right, 0, text.to_owned()) }
    }

    pub(super) fn named(mut self, name: &str) -> Self {
        name.clone_into(&mut self.name);
        self
    }

    pub(super) const fn bold(mut self) -> Self {
        self.weight = Weight::Bold;
        self
    }

    fn paragraph(&self, is_named: bool, size: i64) -> Paragraph {
        let text = if is_named && !self.name.is_empty() {
            format!("{} {}", self.text, self.name)
        } else {
            self.text.clone()
        };
        Paragraph::line(&text, size).weighing(self.weight).coloured(self.colour)
    }

    fn extent(&self, is_named: bool, size: i64) -> Extent {
        let needed = self.clear + self.paragraph(is_named, size).width();
        match self.side {
            Side::Left => Extent { at: self.at, before: needed, after: 0 },
            Side::Right => Extent { at: self.at, before: 0, after: needed },
        }
    }
}

impl Mark {
    fn extents(&self) -> Vec<Extent> {
        let around = |at: i64, radius: i64| Extent { at, before: radius, after: radius };
        match self {
            Self::Bar { from, to, .. } | Self::Line { from, to, .. } => {
                vec![around(*from, 8), around(*to, 8)]
            }
            Self::Symbol { at, radius, .. } => vec![around(*at, radius * 5 / 4)],
            Self::Upright { at, .. } => vec![around(*at, 10)],
        }
    }

    fn draw(&self, scale: &Scale, middle: i64, shapes: &mut Vec<Shape>) {
        match self {
            Self::Bar { from, to, thickness, fill } => {
                let (from, to) = (scale.place(*from), scale.place(*to));
                let (left, width) = (from.min(to), (from - to).abs());
                // What is zero or nearly so is still seen.
                let (left, width) =
                    if width < 15 { (i64::midpoint(from, to) - 7, 15) } else { (left, width) };
                let area = Rect::at(Point::new(left, middle - thickness / 2), width, *thickness);
                paint::bar(area, *fill, shapes);
            }
            Self::Line { from, to, stroke } => {
                let points = [from, to].map(|at| Point::new(scale.place(*at), middle));
                if points[0] != points[1] {
                    paint::line(points.to_vec(), *stroke, shapes);
                }
            }
            Self::Symbol { at, symbol, radius, colour } => {
                symbol.draw(Point::new(scale.place(*at), middle), *radius, *colour, shapes);
            }
            Self::Upright { at, height, stroke } => {
                let ends = (middle - height / 2, middle + height / 2);
                paint::upright(scale.place(*at), ends, *stroke, shapes);
            }
        }
    }
}

/// How the lanes of a chart are drawn.
#[derive(Clone, Copy, Debug)]
pub(super) struct LaneLook {
    pub(super) size: i64,
    /// The left and right side of the plot.
    pub(super) plot: (i64, i64),
    /// Whether texts stand beside marks, else above them, where they always find a place.
    pub(super) is_beside: bool,
}

impl Lane {
    /// What it needs of the axis.
    pub(super) fn extents(&self, is_named: bool, look: &LaneLook) -> Vec<Extent> {
        let marks = self.marks.iter().flat_map(Mark::extents);
        let tags = self.tags.iter().map(|tag| {
            let above = Extent { at: tag.at, before: 0, after: 0 };
            if look.is_beside { tag.extent(is_named, look.size) } else { above }
        });
        marks.chain(tags).collect()
    }

    /// Draws it with its upper side at `top`; how high it is, and where the middle of its marks lies.
    pub(super) fn draw(
        &self,
        scale: &Scale,
        top: i64,
        is_named: bool,
        look: &LaneLook,
        shapes: &mut Vec<Shape>,
    ) -> (i64, i64) {
        let mut y = top;
        let tags: Vec<(&Tag, Paragraph)> =
            self.tags.iter().map(|tag| (tag, tag.paragraph(is_named, look.size))).collect();
        if !look.is_beside {
            y += draw_above(&tags, scale, top, look, shapes);
        }
        let (middle, bottom) = (y + self.height / 2, y + self.height);
        for mark in &self.marks {
            mark.draw(scale, middle, shapes);
        }
        if look.is_beside {
            for (tag, text) in &tags {
                let (anchor, x) = match tag.side {
                    Side::Left => (Anchor::End, scale.place(tag.at) - tag.clear),
                    Side::Right => (Anchor::Start, scale.place(tag.at) + tag.clear),
                };
                text.draw(x, middle - text.height() / 2, anchor, shapes);
            }
        }
        (bottom - top, middle)
    }
}

/// Draws texts above the marks, over the amounts as near as the sides and each other let them; the height they need.
fn draw_above(
    tags: &[(&Tag, Paragraph)],
    scale: &Scale,
    top: i64,
    look: &LaneLook,
    shapes: &mut Vec<Shape>,
) -> i64 {
    let (left, right) = look.plot;
    let mut order: Vec<&(&Tag, Paragraph)> = tags.iter().filter(|(_, text)| !text.is_empty()).collect();
    order.sort_by_key(|(tag, _)| tag.at);
    let (mut y, mut free) = (top, left);
    let mut is_first = true;
    for (position, (tag, text)) in order.iter().enumerate() {
        let width = text.width();
        let rest: i64 = order[position + 1..].iter().map(|(_, text)| text.width() + look::GAP).sum();
        if !is_first && free + width > right {
            y += letters::line_height(look.size);
            free = left;
        }
        // What comes after it on the same line keeps its place, if it has one.
        let latest = if free + width + rest <= right { right - rest - width } else { right - width };
        let x = (scale.place(tag.at) - width / 2).clamp(free, latest.max(free));
        text.draw(x, y, Anchor::Start, shapes);
        free = x + width + look::GAP;
        is_first = false;
    }
    if is_first { 0 } else { y + letters::line_height(look.size) - top }
}
