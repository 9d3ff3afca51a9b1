//! What pictures are made of, whoever writes them down: a few shapes on whole coordinates, tenths of a pixel, so that
//! the same picture is the same bytes everywhere.

use std::sync::Arc;

use super::colour::Colour;
use super::geometry::{Point, Rect};
use super::letters::{self, Weight};
use crate::text::letter::sanitized;

/// Units of a drawing in a pixel.
pub const PIXEL: i64 = 10;

/// A picture.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Drawing {
    /// Its width in tenths of a pixel.
    pub width: i64,
    /// Its height in tenths of a pixel.
    pub height: i64,
    /// What it is called, for screen readers.
    pub title: String,
    /// What it shows, for screen readers.
    pub description: String,
    /// What is drawn, one over the other.
    pub shapes: Vec<Shape>,
}

/// The rings or lines of a shape. Shapes that share them, as a kommun in many maps does, hold the same allocation, so
/// that a writer can write them down once.
pub type Outline = Arc<Vec<Vec<Point>>>;

/// Something drawn.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Shape {
    /// A rectangle with upright sides.
    Rectangle {
        /// Where it is.
        area: Rect,
        /// What it is filled with.
        fill: Option<Fill>,
        /// The line around it.
        stroke: Option<Stroke>,
    },
    /// A circle.
    Circle {
        /// Its middle.
        centre: Point,
        /// From its middle to its line.
        radius: i64,
        /// What it is filled with.
        fill: Option<Fill>,
        /// The line around it.
        stroke: Option<Stroke>,
    },
    /// Areas within closed rings; what lies within an even number of them is a hole.
    Polygon {
        /// The rings, each closed from its last point to its first.
        rings: Outline,
        /// What they are filled with.
        fill: Option<Fill>,
        /// The line along them.
        stroke: Option<Stroke>,
        /// What they stand for, shown where a writer can show it on request.
        title: Option<String>,
    },
    /// Open lines.
    Lines {
        /// The points of each.
        lines: Outline,
        /// How they are drawn.
        stroke: Stroke,
    },
    /// A line of text.
    Text(Text),
    /// Shapes that belong together.
    Group {
        /// How far they are moved.
        offset: Point,
        /// The shapes.
        shapes: Vec<Shape>,
    },
}

/// What an area is filled with.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Fill {
    /// The colour of the ground.
    pub colour: Colour,
    /// What is drawn over it, for print without colours.
    pub pattern: Option<Pattern>,
}

impl Fill {
    /// One colour.
    #[must_use]
    pub const fn plain(colour: Colour) -> Self {
        Self { colour, pattern: None }
    }
}

/// A repeated figure over an area.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Pattern {
    /// Which one.
    pub kind: PatternKind,
    /// The colour of its lines.
    pub ink: Colour,
}

/// The figures that every writer has.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub enum PatternKind {
    /// Lines that rise to the right.
    Rising,
    /// Lines that fall to the right.
    Falling,
    /// Lines that lie.
    Level,
    /// Lines that stand.
    Upright,
    /// Dots.
    Dots,
    /// Lines that lie and stand.
    Grid,
    /// Lines that rise and fall.
    Lattice,
}

/// A line.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Stroke {
    /// Its colour.
    pub colour: Colour,
    /// How wide it is.
    pub width: i64,
}

impl Stroke {
    /// A line of this colour and width.
    #[must_use]
    pub const fn solid(colour: Colour, width: i64) -> Self {
        Self { colour, width }
    }
}

/// Which part of a text its place says.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Anchor {
    /// Where it begins.
    Start,
    /// Its middle.
    Middle,
    /// Where it ends.
    End,
}

impl Anchor {
    /// Where something of this width begins whose start, middle or end is at `x`.
    pub(crate) const fn left(self, x: i64, width: i64) -> i64 {
        match self {
            Self::Start => x,
            Self::Middle => x - width / 2,
            Self::End => x - width,
        }
    }
}

/// A line of text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Text {
    /// A point on the line that it stands on.
    pub at: Point,
    /// Which part of the text lies there.
    pub anchor: Anchor,
    /// The size of its letters.
    pub size: i64,
    /// How thick they are.
    pub weight: Weight,
    /// Their colour.
    pub colour: Colour,
    /// The colour of a rim around the letters that keeps them legible on lines.
    pub halo: Option<Colour>,
    content: String,
}

impl Text {
    /// A text in dark letters. What a text must not contain (see [`sanitized`]) is replaced.
    #[must_use]
    pub fn new(text: &str, at: Point, anchor: Anchor, size: i64, weight: Weight) -> Self {
        Self { at, anchor, size, weight, colour: Colour::INK, halo: None, content: sanitized(text, false) }
    }

    /// The same text in letters of another colour.
    #[must_use]
    pub const fn coloured(mut self, colour: Colour) -> Self {
        self.colour = colour;
        self
    }

    /// The same text with a rim of `halo`.
    #[must_use]
    pub const fn with_halo(mut self, halo: Colour) -> Self {
        self.halo = Some(halo);
        self
    }

    /// What it says.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.content
    }

    /// How wide it is, see [`letters::width`].
    #[must_use]
    pub fn width(&self) -> i64 {
        letters::width(&self.content, self.size, self.weight)
    }

    /// The rectangle it needs.
    #[must_use]
    pub fn bounds(&self) -> Rect {
        let left = self.anchor.left(self.at.x, self.width());
        letters::bounds(&self.content, Point::new(left, self.at.y), self.size, self.weight)
    }
}

impl Drawing {
    /// A drawing of a width in which nothing is drawn yet.
    pub(crate) const fn empty(width: i64) -> Self {
        Self { width, height: 0, title: String::new(), description: String::new(), shapes: Vec::new() }
    }

    /// Drawings side by side, in as many columns as fit in `width`, each row as high as its highest.
    #[must_use]
    pub fn grid(drawings: Vec<Self>, width: i64, gap: i64, title: String, description: String) -> Self {
        let column = drawings.iter().map(|drawing| drawing.width).max().unwrap_or(0);
        let columns = usize::try_from((width + gap) / (column + gap).max(1)).unwrap_or(1).max(1);
        let columns = columns.min(drawings.len().max(1));
        let mut grid = Self { width: 0, height: 0, title, description, shapes: Vec::new() };
        let mut corner = Point::default();
        let mut row_height = 0;
        for (position, drawing) in drawings.into_iter().enumerate() {
            if position > 0 && position % columns == 0 {
                corner = Point::new(0, corner.y + row_height + gap);
                row_height = 0;
            }
            row_height = row_height.max(drawing.height);
            grid.width = grid.width.max(corner.x + drawing.width);
            grid.height = grid.height.max(corner.y + drawing.height);
            grid.shapes.push(Shape::Group { offset: corner, shapes: drawing.shapes });
            corner.x += column + gap;
        }
        grid
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn square(width: i64, height: i64) -> Drawing {
        let area = Rect::at(Point::default(), width, height);
        let fill = Some(Fill::plain(Colour::INK));
        Drawing {
            width,
            height,
            title: String::new(),
            description: String::new(),
            shapes: vec![Shape::Rectangle { area, fill, stroke: None }],
        }
    }

    #[test]
    fn a_grid_has_as_many_columns_as_fit() {
        let drawings = || vec![square(100, 50), square(100, 80), square(100, 60)];
        let two = Drawing::grid(drawings(), 220, 20, String::new(), String::new());
        assert_eq!((two.width, two.height), (220, 160));
        let one = Drawing::grid(drawings(), 219, 20, String::new(), String::new());
        assert_eq!((one.width, one.height), (100, 230));
        let none = Drawing::grid(Vec::new(), 219, 20, String::new(), String::new());
        assert_eq!((none.width, none.height), (0, 0));
    }

    #[test]
    fn the_bounds_of_a_text_follow_its_anchor() {
        let text = |anchor| Text::new("Ed", Point::new(1_000, 500), anchor, 120, Weight::Regular);
        let width = text(Anchor::Start).width();
        assert_eq!(text(Anchor::Start).bounds().left, 1_000);
        assert_eq!(text(Anchor::End).bounds().right, 1_000);
        let middle = text(Anchor::Middle).bounds();
        assert_eq!((middle.left, middle.width()), (1_000 - width / 2, width));
    }

    #[test]
    fn no_text_contains_what_cannot_be_seen() {
        let text =
            Text::new("a\u{1b}[31m\u{202e}b\nc", Point::default(), Anchor::Start, 120, Weight::Regular);
        assert_eq!(text.text(), "a?[31m\u{fffd}b c");
    }
}
