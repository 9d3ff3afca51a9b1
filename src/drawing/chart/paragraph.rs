//! Lines of text that stand one below the other.

use super::look;
use crate::drawing::colour::Colour;
use crate::drawing::geometry::{Point, Rect};
use crate::drawing::letters::{self, Weight};
use crate::drawing::shape::{Anchor, Shape, Text};

/// Lines of text that stand one below the other.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Paragraph {
    lines: Vec<String>,
    size: i64,
    weight: Weight,
    colour: Colour,
}

impl Paragraph {
    /// The text on one line; none if it is empty.
    pub(super) fn line(text: &str, size: i64) -> Self {
        let text = text.trim();
        let lines = if text.is_empty() { Vec::new() } else { vec![text.to_owned()] };
        Self { lines, size, weight: Weight::Regular, colour: Colour::INK }
    }

    /// The text on lines of at most `widest`, none of them much shorter than the others. Words are broken only where one
    /// is wider than that.
    pub(super) fn wrapped(text: &str, widest: i64, size: i64, weight: Weight) -> Self {
        let text = text.trim();
        let wrapped = letters::wrap(text, widest, size, weight);
        let lines = letters::balanced(text, wrapped.len(), size, weight);
        let fit = |lines: &Vec<String>| lines.iter().all(|line| letters::width(line, size, weight) <= widest);
        let lines = lines.filter(fit).unwrap_or(wrapped);
        Self { lines, size, weight, colour: Colour::INK }
    }

    pub(super) const fn weighing(mut self, weight: Weight) -> Self {
        self.weight = weight;
        self
    }

    pub(super) const fn coloured(mut self, colour: Colour) -> Self {
        self.colour = colour;
        self
    }

    pub(super) fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// What it says, on one line.
    pub(super) fn text(&self) -> String {
        self.lines.join(" ")
    }

    pub(super) fn width(&self) -> i64 {
        self.lines.iter().map(|line| letters::width(line, self.size, self.weight)).max().unwrap_or(0)
    }

    pub(super) fn height(&self) -> i64 {
        look::line(self.size) * look::count(self.lines.len())
    }

    /// The rectangle it needs with its upper side at `top` and its start, middle or end at `x`.
    pub(super) fn bounds(&self, x: i64, top: i64, anchor: Anchor) -> Rect {
        let width = self.width();
        Rect::at(Point::new(anchor.left(x, width), top), width, self.height())
    }

    /// Draws it with its upper side at `top`.
    pub(super) fn draw(&self, x: i64, top: i64, anchor: Anchor, shapes: &mut Vec<Shape>) {
        let mut middle = top + look::line(self.size) / 2;
        for line in &self.lines {
            let at = Point::new(x, look::baseline(middle, self.size));
            let text = Text::new(line, at, anchor, self.size, self.weight);
            shapes.push(Shape::Text(text.coloured(self.colour).with_halo(Colour::WHITE)));
            middle += look::line(self.size);
        }
    }
}
