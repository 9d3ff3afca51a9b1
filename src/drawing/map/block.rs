//! Lines of text that are placed on a map as one.

use crate::drawing::colour::Colour;
use crate::drawing::geometry::{Point, Rect};
use crate::drawing::letters::{self, Weight};
use crate::drawing::shape::{Anchor, Fill, Shape, Stroke, Text};

/// What is kept free beside a text and above it.
const BESIDE: i64 = 20;
const ABOVE: i64 = 4;
/// The radius of the mark of a seat, and what is kept free between it and the text.
const MARK: i64 = 32;
const MARK_GAP: i64 = 24;
/// Longer names are listed and not placed.
const LONGEST: usize = 80;

/// Lines of text that are placed as one.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Block {
    pub(crate) lines: Vec<String>,
    pub(crate) size: i64,
    pub(crate) weight: Weight,
    /// Whether the mark of a seat stands before the first line.
    pub(crate) has_mark: bool,
}

impl Block {
    /// The ways of breaking a name into at most `most` lines, the fewest lines first. A name that is too long for a map
    /// has none.
    pub(crate) fn variants(name: &str, most: usize, size: i64, weight: Weight) -> Vec<Self> {
        let name = name.trim();
        if name.is_empty() || name.chars().count() > LONGEST {
            return Vec::new();
        }
        let mut variants: Vec<Self> = Vec::new();
        for lines in (1..=most).filter_map(|lines| letters::balanced(name, lines, size, weight)) {
            if variants.last().is_none_or(|last| last.lines.len() < lines.len()) {
                variants.push(Self { lines, size, weight, has_mark: false });
            }
        }
        variants
    }

    /// The same lines with or without the mark of a seat.
    pub(crate) fn marked(&self, has_mark: bool) -> Self {
        Self { has_mark, ..self.clone() }
    }

    /// A single line, regular or bold.
    pub(crate) fn line(line: &str, size: i64, weight: Weight) -> Self {
        Self { lines: vec![line.to_owned()], size, weight, has_mark: false }
    }

    fn line_width(&self, line: &str) -> i64 {
        letters::width(line, self.size, self.weight)
    }

    fn mark_width(&self) -> i64 {
        if self.has_mark { 2 * MARK + MARK_GAP } else { 0 }
    }

    fn line_height(&self) -> i64 {
        letters::ascent(self.size) + letters::descent(self.size)
    }

    pub(crate) fn width(&self) -> i64 {
        let mut widths = self.lines.iter().map(|line| self.line_width(line));
        let first = widths.next().unwrap_or(0) + self.mark_width();
        widths.fold(first, i64::max) + 2 * BESIDE
    }

    pub(crate) fn height(&self) -> i64 {
        self.line_height() * i64::try_from(self.lines.len()).unwrap_or(1) + 2 * ABOVE
    }

    /// The block in the middle of `area`, which it fits.
    pub(crate) fn draw(&self, area: Rect, halo: Option<Colour>, shapes: &mut Vec<Shape>) {
        let middle = area.centre();
        let mut top = middle.y - self.height() / 2 + ABOVE;
        for (position, line) in self.lines.iter().enumerate() {
            let baseline = top + letters::ascent(self.size);
            let mark = if position == 0 { self.mark_width() } else { 0 };
            if mark > 0 {
                let left = middle.x + mark / 2 - self.line_width(line) / 2 - mark;
                // In the middle of the small letters.
                draw_mark(Point::new(left + MARK, baseline - self.size * 36 / 100), shapes);
            }
            let at = Point::new(middle.x + mark / 2, baseline);
            let text = Text::new(line, at, Anchor::Middle, self.size, self.weight);
            shapes.push(Shape::Text(halo.map_or(text.clone(), |halo| text.with_halo(halo))));
            top += self.line_height();
        }
    }
}

/// The mark of a seat around `centre`: a ring.
pub(crate) fn draw_mark(centre: Point, shapes: &mut Vec<Shape>) {
    shapes.push(Shape::Circle {
        centre,
        radius: MARK - 7,
        fill: Some(Fill::plain(Colour::WHITE)),
        stroke: Some(Stroke::solid(Colour::INK, 15)),
    });
    let fill = Some(Fill::plain(Colour::INK));
    shapes.push(Shape::Circle { centre, radius: 10, fill, stroke: None });
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(name: &str, most: usize) -> Vec<Vec<String>> {
        let variants = Block::variants(name, most, 120, Weight::Regular);
        variants.into_iter().map(|block| block.lines).collect()
    }

    #[test]
    fn a_name_is_broken_where_its_parts_are() {
        assert_eq!(lines("Värnamo", 3), [["Värnamo"]]);
        assert_eq!(lines("Upplands Väsby", 2), [vec!["Upplands Väsby"], vec!["Upplands", "Väsby"]]);
        assert_eq!(lines("Dals-Ed", 2), [vec!["Dals-Ed"], vec!["Dals-", "Ed"]]);
        let three = lines("Trollhättan, Lilla Edet och Grästorp", 3);
        assert_eq!(three[2], ["Trollhättan,", "Lilla Edet", "och Grästorp"]);
    }

    #[test]
    fn what_no_map_can_show_has_no_variant() {
        assert!(lines("", 2).is_empty() && lines(" \n", 2).is_empty());
        assert!(lines(&"a ".repeat(100), 2).is_empty());
    }

    #[test]
    fn texts_stay_in_the_block() {
        for block in Block::variants("Upplands Väsby", 2, 120, Weight::Bold) {
            let block = block.marked(true);
            let area = Rect::around(Point::new(2_000, 1_000), block.width(), block.height());
            let mut shapes = Vec::new();
            block.draw(area, Some(Colour::WHITE), &mut shapes);
            for shape in &shapes {
                match shape {
                    Shape::Text(text) => assert!(area.contains(text.bounds()), "{text:?}"),
                    Shape::Circle { centre, radius, .. } => {
                        assert!(area.contains(Rect::around(*centre, 2 * radius, 2 * radius)));
                    }
                    _ => panic!("neither text nor mark"),
                }
            }
        }
    }
}
