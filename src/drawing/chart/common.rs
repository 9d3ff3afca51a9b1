//! What every chart can do.

use crate::drawing::shape::Drawing;

/// What every chart can do.
pub trait Chart {
    /// Whether the chart shows no difference, as bars that are all zero or pairs that are all alike: then a sentence says
    /// it better.
    fn says_nothing(&self) -> bool;

    /// The chart `width` wide, in as many drawings as it takes for none to be higher than `highest`, all on one scale.
    /// There is at least one. What cannot be parted is one drawing, however high. Widths below 300 pixels count as
    /// that, those above 2 000 too.
    fn pages(&self, width: i64, highest: i64) -> Vec<Drawing>;

    /// The chart `width` wide in one drawing.
    fn draw(&self, width: i64) -> Drawing {
        let page = self.pages(width, i64::MAX).into_iter().next();
        page.unwrap_or_else(|| Drawing::empty(width))
    }
}
