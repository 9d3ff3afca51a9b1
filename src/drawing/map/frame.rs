//! What part of the country a map shows, and how large.

use crate::drawing::geometry::{Point, Rect};

/// The fractions of a unit of the drawing that a [`Frame`] counts with.
const FRACTION: i64 = 1 << 20;

/// From the coordinates of an atlas to those of a drawing, whose upper left corner is zero.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Frame {
    /// What is drawn.
    pub(crate) area: Rect,
    /// The point of the atlas in the upper left corner.
    origin: Point,
    /// Units of the drawing in a step of the atlas, in [`FRACTION`]s.
    scale: i64,
}

/// How large a drawing may be, and what is kept free at its sides.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Limits {
    pub(crate) width: i64,
    pub(crate) lowest: i64,
    pub(crate) highest: i64,
    /// On every side.
    pub(crate) margin: i64,
    /// On the right in addition to the margin.
    pub(crate) band: i64,
    /// Steps of the atlas that are shown at least from side to side.
    pub(crate) narrowest: i64,
}

impl Frame {
    /// The frame that shows all of `content` as large as `limits` let it.
    pub(crate) fn around(content: Rect, limits: Limits) -> Self {
        let Limits { width, lowest, highest, margin, band, narrowest } = limits;
        let for_width = (width - 2 * margin - band).max(1) * FRACTION / content.width().max(narrowest).max(1);
        let for_height = (highest - 2 * margin).max(1) * FRACTION / content.height().max(1);
        let scale = for_width.min(for_height).max(1);
        let mut frame = Self { area: Rect::default(), origin: Point::default(), scale };
        let height = (frame.length(content.height()) + 2 * margin).clamp(lowest, highest);
        frame.area = Rect::at(Point::default(), width, height);
        let middle = content.centre();
        frame.origin = Point::new(
            middle.x - (width - band) * FRACTION / scale / 2,
            middle.y - height * FRACTION / scale / 2,
        );
        frame
    }

    /// Where a point of the atlas lies in the drawing.
    pub(crate) const fn place(&self, point: Point) -> Point {
        Point::new(self.length(point.x - self.origin.x), self.length(point.y - self.origin.y))
    }

    /// How long so many steps of the atlas are in the drawing.
    pub(crate) const fn length(&self, steps: i64) -> i64 {
        (steps * self.scale + FRACTION / 2).div_euclid(FRACTION)
    }

    /// What part of the atlas is drawn.
    pub(crate) const fn shown(&self) -> Rect {
        let (width, height) =
            (self.area.width() * FRACTION / self.scale, self.area.height() * FRACTION / self.scale);
        Rect::at(self.origin, width, height)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIMITS: Limits =
        Limits { width: 3_200, lowest: 2_000, highest: 4_000, margin: 100, band: 0, narrowest: 10 };

    #[test]
    fn content_fills_the_width_or_the_height() {
        let wide = Rect::at(Point::new(500, 700), 1_000, 600);
        let frame = Frame::around(wide, LIMITS);
        assert_eq!(frame.area.height(), 2_000);
        assert!((99..=101).contains(&frame.place(wide.corner()).x));
        let high = Rect::at(Point::new(500, 700), 100, 1_000);
        let frame = Frame::around(high, LIMITS);
        assert_eq!(frame.area.height(), 4_000);
        assert!((99..=101).contains(&frame.place(high.corner()).y));
        assert!(frame.shown().contains(high));
    }

    #[test]
    fn a_band_is_kept_free_on_the_right() {
        let content = Rect::at(Point::new(0, 0), 1_000, 1_000);
        let frame = Frame::around(content, Limits { band: 500, ..LIMITS });
        let right = frame.place(Point::new(1_000, 0)).x;
        assert!((2_595..=2_605).contains(&right), "{right}");
    }
}
