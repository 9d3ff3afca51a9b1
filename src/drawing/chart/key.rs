//! What marks stand for, on a line above a chart: only where it cannot be written beside the marks themselves.

use super::look;
use super::paint::{self, Symbol};
use super::paragraph::Paragraph;
use crate::drawing::colour::Colour;
use crate::drawing::geometry::{Point, Rect};
use crate::drawing::letters::Weight;
use crate::drawing::shape::{Anchor, Fill, Shape, Stroke};

/// The width of a sample.
const SAMPLE: i64 = 260;
/// Below all entries.
const BELOW: i64 = 50;

/// A sample of a mark, and what it stands for.
#[derive(Clone, Debug)]
pub(super) struct Key {
    pub(super) sample: Sample,
    pub(super) text: String,
}

/// How a mark looks.
#[derive(Clone, Copy, Debug)]
pub(super) enum Sample {
    /// A bar so thick.
    Bar(Fill, i64),
    /// A mark.
    Symbol(Symbol, Colour),
    /// A line with a mark at its end.
    Stem(Stroke, Symbol),
    /// A line.
    Line(Stroke),
    /// An upright line.
    Upright(Stroke),
}

impl Sample {
    /// Draws it from `left` on around `middle`.
    fn draw(self, left: i64, middle: i64, shapes: &mut Vec<Shape>) {
        let centre = Point::new(left + SAMPLE / 2, middle);
        match self {
            Self::Bar(fill, thickness) => {
                let area = Rect::around(centre, SAMPLE, thickness);
                paint::bar(area, fill, shapes);
            }
            Self::Symbol(symbol, colour) => symbol.draw(centre, 48, colour, shapes),
            Self::Line(stroke) => {
                let ends = vec![Point::new(left, middle), Point::new(left + SAMPLE, middle)];
                paint::line(ends, stroke, shapes);
            }
            Self::Upright(stroke) => paint::upright(centre.x, (middle - 60, middle + 60), stroke, shapes),
            Self::Stem(stroke, symbol) => {
                let at = Point::new(left + SAMPLE - 50, middle);
                paint::line(vec![Point::new(left, middle), at], stroke, shapes);
                symbol.draw(at, 48, stroke.colour, shapes);
            }
        }
    }

    const fn width(self) -> i64 {
        match self {
            Self::Symbol(..) | Self::Upright(_) => SAMPLE / 2,
            _ => SAMPLE,
        }
    }
}

/// Draws the entries on lines of at most `width` from `top` on; the height they need.
pub(super) fn draw_keys(keys: &[Key], top: i64, width: i64, shapes: &mut Vec<Shape>) -> i64 {
    let size = look::size(width);
    let (mut x, mut y) = (0, top);
    let mut line_height = 0;
    for key in keys {
        let sample = key.sample.width();
        let widest = width - sample - look::TAG_GAP;
        let text = Paragraph::wrapped(&key.text, widest, size, Weight::Regular);
        let needed = sample + look::TAG_GAP + text.width();
        if x > 0 && x + needed > width {
            x = 0;
            y += line_height;
            line_height = 0;
        }
        let middle = y + look::line(size) / 2;
        key.sample.draw(x - (SAMPLE - sample) / 2, middle, shapes);
        text.draw(x + sample + look::TAG_GAP, y, Anchor::Start, shapes);
        line_height = line_height.max(text.height());
        x += needed + 2 * look::GAP;
    }
    if keys.is_empty() { 0 } else { y + line_height + BELOW - top }
}
