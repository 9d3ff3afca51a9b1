//! What a map does not say directly, in lines below it.

use super::block::draw_mark;
use super::look;
use crate::drawing::colour::Colour;
use crate::drawing::geometry::{Point, Rect};
use crate::drawing::letters::{self, Weight};
use crate::drawing::shape::{Anchor, Fill, Shape, Stroke, Text};

/// The height of a line.
pub(crate) const LINE: i64 = 180;
/// The line that the letters of a line stand on.
const BASELINE: i64 = 132;
const SWATCH: i64 = 150;
const MARK: i64 = 64;
/// What is kept free after a sign, and after an entry.
const SIGN_GAP: i64 = 50;
const ENTRY_GAP: i64 = 140;

/// A sign and what it means.
pub(crate) struct Entry {
    sign: Sign,
    /// What stands for it on the map besides the colour.
    letter: String,
    text: String,
}

enum Sign {
    /// Only the letter or number.
    None,
    Fill(Fill),
    Seat,
}

impl Entry {
    pub(crate) fn fill(fill: Fill, letter: &str, text: &str) -> Self {
        Self { sign: Sign::Fill(fill), letter: letter.to_owned(), text: text.to_owned() }
    }

    /// What a number on a map stands for.
    pub(crate) fn numbered(number: usize, text: &str) -> Self {
        Self { sign: Sign::None, letter: number.to_string(), text: text.to_owned() }
    }

    pub(crate) fn seat(text: &str) -> Self {
        Self { sign: Sign::Seat, letter: String::new(), text: text.to_owned() }
    }

    /// Where its letter begins.
    fn letter_start(&self) -> i64 {
        match self.sign {
            Sign::None => 0,
            Sign::Fill(_) => SWATCH + SIGN_GAP,
            Sign::Seat => MARK + SIGN_GAP,
        }
    }

    /// Where its text begins.
    fn text_start(&self) -> i64 {
        let letter = letters::width(&self.letter, look::SMALL, Weight::Bold);
        self.letter_start() + if self.letter.is_empty() { 0 } else { letter + SIGN_GAP }
    }

    fn width(&self) -> i64 {
        self.text_start() + letters::width(&self.text, look::SMALL, Weight::Regular)
    }

    /// The same entry no wider than `width`; what is left out is marked, and stands where the names are listed.
    fn shortened(mut self, width: i64) -> Self {
        if self.width() > width {
            let available = width - self.text_start() - letters::width("…", look::SMALL, Weight::Regular);
            let mut lines = letters::wrap(&self.text, available, look::SMALL, Weight::Regular);
            self.text = if lines.is_empty() { String::new() } else { format!("{}…", lines.swap_remove(0)) };
        }
        self
    }

    fn draw(&self, corner: Point, shapes: &mut Vec<Shape>) {
        let baseline = corner.y + BASELINE;
        match self.sign {
            Sign::Fill(fill) => {
                let area = Rect::at(Point::new(corner.x, baseline - 92), SWATCH, 100);
                let stroke = Some(Stroke::solid(Colour::INK.mixed(Colour::WHITE, 55), 7));
                shapes.push(Shape::Rectangle { area, fill: Some(fill), stroke });
            }
            Sign::None => {}
            Sign::Seat => draw_mark(Point::new(corner.x + MARK / 2, baseline - 43), shapes),
        }
        if !self.letter.is_empty() {
            let at = Point::new(corner.x + self.letter_start(), baseline);
            shapes.push(Shape::Text(Text::new(&self.letter, at, Anchor::Start, look::SMALL, Weight::Bold)));
        }
        let at = Point::new(corner.x + self.text_start(), baseline);
        shapes.push(Shape::Text(Text::new(&self.text, at, Anchor::Start, look::SMALL, Weight::Regular)));
    }
}

/// Entries in lines, or in columns where one line is not enough.
pub(crate) struct Legend {
    entries: Vec<Entry>,
    /// The line of each, and where in it it begins.
    places: Vec<(i64, i64)>,
}

impl Legend {
    pub(crate) fn new(entries: Vec<Entry>, width: i64) -> Self {
        let entries: Vec<Entry> = entries.into_iter().map(|entry| entry.shortened(width)).collect();
        let widths = || entries.iter().map(Entry::width);
        let in_one_line: i64 = widths().map(|width| width + ENTRY_GAP).sum::<i64>() - ENTRY_GAP;
        let places = if in_one_line <= width {
            let starts = widths().scan(0, |next, width| {
                let start = *next;
                *next += width + ENTRY_GAP;
                Some((0, start))
            });
            starts.collect()
        } else {
            let widest = widths().max().unwrap_or(0) + ENTRY_GAP;
            let columns = ((width + ENTRY_GAP) / widest).max(1);
            (0..)
                .take(entries.len())
                .map(|position| (position / columns, position % columns * widest))
                .collect()
        };
        Self { entries, places }
    }

    pub(crate) fn height(&self) -> i64 {
        self.places.last().map_or(0, |(line, _)| (line + 1) * LINE)
    }

    pub(crate) fn draw(&self, corner: Point, shapes: &mut Vec<Shape>) {
        for (entry, (line, x)) in self.entries.iter().zip(&self.places) {
            entry.draw(corner.plus(Point::new(*x, line * LINE)), shapes);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn legend(names: &[&str], width: i64) -> Legend {
        let entries = names.iter().map(|name| Entry::fill(Fill::plain(Colour::INK), "", name));
        Legend::new(entries.collect(), width)
    }

    #[test]
    fn entries_stand_in_columns_where_a_line_is_not_enough() {
        let names = ["Trollhättan", "BÅD-ESÅ", "Vänersborg/Mellerud"];
        assert_eq!(legend(&names, 5_000).height(), LINE);
        let narrow = legend(&names, 3_000);
        assert_eq!(narrow.height(), 2 * LINE);
        assert_eq!(narrow.places[2], (1, 0));
        assert_eq!(legend(&[], 3_200).height(), 0);
    }

    #[test]
    fn no_entry_is_wider_than_the_legend() {
        let legend = legend(&["ord ".repeat(100).as_str(), "m".repeat(500).as_str(), ""], 3_200);
        let mut shapes = Vec::new();
        legend.draw(Point::default(), &mut shapes);
        let is_within = |shape: &Shape| !matches!(shape, Shape::Text(text) if text.bounds().right > 3_200);
        assert!(shapes.iter().all(is_within));
    }
}
