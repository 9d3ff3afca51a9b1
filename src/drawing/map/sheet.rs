//! Maps, the list of their numbers and notes as one picture, for where there is no page around them.

use super::base_map::Maps;
use super::legend::{Entry, Legend};
use super::look;
use crate::drawing::colour::Colour;
use crate::drawing::geometry::Point;
use crate::drawing::letters::{self, Weight};
use crate::drawing::shape::{Anchor, Drawing, Shape, Text};

/// Between maps, and between maps and text.
const GAP: i64 = 240;
/// From a side of the picture.
const MARGIN: i64 = 160;

/// What a picture of several maps says.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Sheet {
    /// How wide it may be, in tenths of a pixel; a single map may be wider.
    pub width: i64,
    /// What stands above the maps, if anything.
    pub title: String,
    /// What they show, for screen readers.
    pub description: String,
    /// What stands below them, each on lines of its own.
    pub notes: Vec<String>,
}

/// How wide a picture of so many columns of maps is.
#[must_use]
pub fn sheet_width(map: i64, columns: usize) -> i64 {
    let columns = i64::try_from(columns.max(1)).unwrap_or(i64::MAX);
    (map + GAP).saturating_mul(columns) - GAP + 2 * MARGIN
}

/// Maps in as many columns as fit, with their numbers and notes.
#[must_use]
pub fn sheet(maps: Maps, sheet: &Sheet) -> Drawing {
    let entries = (1..).zip(&maps.key).map(|(number, key)| Entry::numbered(number, &key.text)).collect();
    let (title, description) = (sheet.title.clone(), sheet.description.clone());
    let grid = Drawing::grid(maps.drawings, sheet.width - 2 * MARGIN, GAP, title, description);
    let width = grid.width.max(sheet.width - 2 * MARGIN);
    let mut shapes = Vec::new();
    let mut y = MARGIN;
    y = lines(&sheet.title, TITLE, Weight::Bold, Colour::INK, (y, width), &mut shapes);
    if y > MARGIN {
        y += GAP / 2;
    }
    let offset = Point::new(MARGIN, y);
    shapes.push(Shape::Group { offset, shapes: grid.shapes });
    y += grid.height;
    let list = Legend::new(entries, width);
    if list.height() > 0 {
        list.draw(Point::new(MARGIN, y + GAP / 2), &mut shapes);
        y += GAP / 2 + list.height();
    }
    for (position, note) in sheet.notes.iter().enumerate() {
        y += if position == 0 { GAP / 2 } else { NOTE_GAP };
        y = lines(note, look::SMALL, Weight::Regular, Colour::SOFT_INK, (y, width), &mut shapes);
    }
    let (title, description) = (grid.title, grid.description);
    Drawing { width: width + 2 * MARGIN, height: y + MARGIN, title, description, shapes }
}

/// The size of the title, and what is kept free between notes.
const TITLE: i64 = 200;
const NOTE_GAP: i64 = 60;

/// Draws a text on lines of at most a width from `y` on, and says where they end.
fn lines(
    text: &str,
    size: i64,
    weight: Weight,
    colour: Colour,
    (mut y, width): (i64, i64),
    shapes: &mut Vec<Shape>,
) -> i64 {
    for line in letters::wrap(text, width, size, weight) {
        let at = Point::new(MARGIN, y + letters::ascent(size));
        shapes.push(Shape::Text(Text::new(&line, at, Anchor::Start, size, weight).coloured(colour)));
        y += letters::line_height(size);
    }
    y
}
