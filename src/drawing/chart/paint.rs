//! How things look in charts, so that each looks the same in all of them and on the maps.

use crate::drawing::colour::Colour;
use crate::drawing::geometry::Point;
use crate::drawing::palette::Style;
use crate::drawing::shape::{Fill, Shape, Stroke};
use std::sync::Arc;

/// How a thing looks in charts: filled, as a line, and as a mark.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Paint {
    /// What its bars are filled with.
    pub fill: Fill,
    /// The colour of its lines and marks, dark enough on white.
    pub line: Colour,
    /// The shape of its marks.
    pub symbol: Symbol,
}

impl Paint {
    /// For what has no colour of its own.
    pub const PLAIN: Self = Self {
        fill: Fill::plain(Colour([0x7d, 0x9c, 0xc0])),
        line: Colour([0x2b, 0x5c, 0x94]),
        symbol: Symbol::Circle,
    };
    /// For what others are compared with, as today.
    pub const QUIET: Self = Self {
        fill: Fill::plain(Colour([0xc3, 0xc8, 0xce])),
        line: Colour([0x6b, 0x72, 0x7a]),
        symbol: Symbol::Ring,
    };
}

impl From<Style> for Paint {
    fn from(style: Style) -> Self {
        const SYMBOLS: [Symbol; 8] = [
            Symbol::Circle,
            Symbol::Square,
            Symbol::Diamond,
            Symbol::Triangle,
            Symbol::Ring,
            Symbol::OpenSquare,
            Symbol::OpenDiamond,
            Symbol::OpenTriangle,
        ];
        // Beyond the hues, each comes again with the mark of another.
        let number = style.number();
        let symbol = SYMBOLS[(number + number / SYMBOLS.len()) % SYMBOLS.len()];
        Self { fill: style.fill(), line: style.line(), symbol }
    }
}

/// The shape of a mark.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Symbol {
    /// A filled circle.
    Circle,
    /// A filled square.
    Square,
    /// A filled square on its corner.
    Diamond,
    /// A filled triangle.
    Triangle,
    /// An open circle.
    Ring,
    /// An open square.
    OpenSquare,
    /// An open square on its corner.
    OpenDiamond,
    /// An open triangle.
    OpenTriangle,
}

impl Symbol {
    const fn is_open(self) -> bool {
        matches!(self, Self::Ring | Self::OpenSquare | Self::OpenDiamond | Self::OpenTriangle)
    }

    /// Draws the mark around `centre`, about as large as a circle of this radius.
    pub(super) fn draw(self, centre: Point, radius: i64, colour: Colour, shapes: &mut Vec<Shape>) {
        let inside = if self.is_open() { Colour::WHITE } else { colour };
        // A white rim keeps filled marks apart from what is below them.
        let (edge, width) = if self.is_open() { (colour, 18) } else { (Colour::WHITE, 8) };
        let (fill, stroke) = (Some(Fill::plain(inside)), Some(Stroke::solid(edge, width)));
        let corners = match self {
            Self::Circle | Self::Ring => {
                // The line of an open mark lies within the radius.
                let radius = if self.is_open() { radius - width / 2 } else { radius };
                shapes.push(Shape::Circle { centre, radius, fill, stroke });
                return;
            }
            Self::Square | Self::OpenSquare => vec![(-85, -85), (85, -85), (85, 85), (-85, 85)],
            Self::Diamond | Self::OpenDiamond => vec![(0, -115), (115, 0), (0, 115), (-115, 0)],
            Self::Triangle | Self::OpenTriangle => vec![(0, -110), (110, 80), (-110, 80)],
        };
        let corner = |(x, y): (i64, i64)| centre.plus(Point::new(x * radius / 100, y * radius / 100));
        let ring: Vec<Point> = corners.into_iter().map(corner).collect();
        shapes.push(Shape::Polygon { rings: Arc::new(vec![ring]), fill, stroke, title: None });
    }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::drawing::palette::styles;

    #[test]
    fn eight_things_differ_in_their_marks() {
        let symbols: Vec<Symbol> =
            styles(8, &[]).into_iter().map(|style| Paint::from(style).symbol).collect();
        for (position, symbol) in symbols.iter().enumerate() {
            assert!(!symbols[position + 1..].contains(symbol));
        }
    }
}
