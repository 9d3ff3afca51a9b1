//! How charts look: lines and sizes that all of them have in common.

use crate::drawing::colour::Colour;
use crate::drawing::letters;
use crate::drawing::shape::Stroke;

/// Narrower and wider charts are drawn in these widths.
const NARROWEST: i64 = 3_000;
const WIDEST: i64 = 20_000;
/// From this width on, letters are a little larger.
const WIDE: i64 = 5_200;

/// Across a plot, at round amounts.
pub(super) const GRID: Stroke = Stroke::solid(Colour([0xe1, 0xe4, 0xe8]), 8);
/// Where an axis begins, or what amounts are compared with.
pub(super) const RULE: Stroke = Stroke::solid(Colour::INK, 11);
/// Between rows.
pub(super) const SEPARATOR: Stroke = Stroke::solid(Colour([0xee, 0xf0, 0xf2]), 8);
/// Between what stands side by side.
pub(super) const GAP: i64 = 100;
/// Between a mark and the text beside it.
pub(super) const TAG_GAP: i64 = 40;

/// Below the last row.
pub(super) const FOOT: i64 = 20;

/// The width of a chart for which this one is asked for.
pub(super) fn width(asked: i64) -> i64 {
    asked.clamp(NARROWEST, WIDEST)
}

/// The size of letters in a chart of this width.
pub(super) const fn size(width: i64) -> i64 {
    if width < WIDE { 120 } else { 130 }
}

/// The line on which letters stand whose middle is at `middle`.
pub(super) const fn baseline(middle: i64, size: i64) -> i64 {
    middle + size * 36 / 100
}

/// From one line of text to the next.
pub(super) const fn line(size: i64) -> i64 {
    letters::line_height(size)
}

/// How many there are, as a length.
pub(super) fn count(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}
