//! How things look in charts, so that each looks the same in all of them and on the maps.

use std::sync::Arc;

use crate::drawing::colour::Colour;
use crate::drawing::geometry::{Point, Rect};
use crate::drawing::palette::Style;
use crate::drawing::shape::{Fill, Shape, Stroke};

/// How a thing looks in charts: filled, and as a line.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Paint {
    /// What its bars are filled with.
    pub fill: Fill,
    /// The colour of its lines and marks, dark enough on white.
    pub line: Colour,
}

impl Paint {
    /// For what has no colour of its own.
    pub const PLAIN: Self =
        Self { fill: Fill::plain(Colour([0x7d, 0x9c, 0xc0])), line: Colour([0x2b, 0x5c, 0x94]) };
    /// For what others are compared with, as today.
    pub const QUIET: Self =
        Self { fill: Fill::plain(Colour([0xc3, 0xc8, 0xce])), line: Colour([0x6b, 0x72, 0x7a]) };
}

impl From<Style> for Paint {
    fn from(style: Style) -> Self {
        Self { fill: style.fill(), line: style.line() }
    }
}

/// The shape of a mark.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(super) enum Symbol {
    /// A filled circle.
    Circle,
    /// An open circle.
    Ring,
}

impl Symbol {
    /// Draws the mark around `centre`; the line of an open one lies within the radius.
    pub(super) fn draw(self, centre: Point, radius: i64, colour: Colour, shapes: &mut Vec<Shape>) {
        let (inside, edge, width, radius) = match self {
            // A white rim keeps filled marks apart from what is below them.
            Self::Circle => (colour, Colour::WHITE, 8, radius),
            Self::Ring => (Colour::WHITE, colour, 18, radius - 9),
        };
        let (fill, stroke) = (Some(Fill::plain(inside)), Some(Stroke::solid(edge, width)));
        shapes.push(Shape::Circle { centre, radius, fill, stroke });
    }
}

/// Draws a bar.
pub(super) fn bar(area: Rect, fill: Fill, shapes: &mut Vec<Shape>) {
    let stroke = Some(Stroke::solid(fill.colour.mixed(Colour::INK, 45), 6));
    shapes.push(Shape::Rectangle { area, fill: Some(fill), stroke });
}

/// Draws a line through points.
pub(super) fn line(points: Vec<Point>, stroke: Stroke, shapes: &mut Vec<Shape>) {
    if points.len() > 1 {
        shapes.push(Shape::Lines { lines: Arc::new(vec![points]), stroke });
    }
}

/// Draws an upright line.
pub(super) fn upright(x: i64, (top, bottom): (i64, i64), stroke: Stroke, shapes: &mut Vec<Shape>) {
    line(vec![Point::new(x, top), Point::new(x, bottom)], stroke, shapes);
}
