//! Two amounts of each thing, one across and one upwards: a trade-off. Things are named beside their marks where there
//! is space for it, the most important ones first.

use super::common::Chart;
use super::look;
use super::measure::Measure;
use super::paint::{self, Paint, Symbol};
use super::paragraph::Paragraph;
use super::scale::Scale;
use super::ticks::ticks;
use crate::drawing::colour::Colour;
use crate::drawing::geometry::{Point, Rect};
use crate::drawing::letters::Weight;
use crate::drawing::shape::{Anchor, Drawing, Shape};

/// The plot is so high, in hundredths of the width, within limits.
const HEIGHT: i64 = 55;
const LEAST_HEIGHT: i64 = 2_200;
const MOST_HEIGHT: i64 = 3_800;
/// Between the outermost marks and the sides of the plot, for their names.
const MARGIN: i64 = 160;
const RADIUS: i64 = 46;
/// Between two amounts at an axis.
const TICKS_APART: i64 = 110;

/// Two amounts of each of some things.
pub struct Scatter<'a> {
    /// What the chart says.
    pub title: &'a str,
    /// The same in words, for screen readers.
    pub description: &'a str,
    /// What lies from left to right.
    pub across: Measure<'a>,
    /// What lies from below upwards.
    pub up: Measure<'a>,
    /// The things, the most important ones first: these are named before others.
    pub points: Vec<Spot<'a>>,
}

/// A thing with its two amounts.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Spot<'a> {
    /// What it is called.
    pub name: &'a str,
    /// The amount across.
    pub across: i64,
    /// The amount upwards.
    pub up: i64,
    /// How it looks.
    pub paint: Paint,
    /// Whether its mark is open and its name bold: what the others are compared with, or what stands out.
    pub is_marked: bool,
}

impl Scatter<'_> {
    fn drawing(&self, width: i64) -> Drawing {
        let size = look::size(width);
        let line = look::line(size);
        let mut shapes = Vec::new();
        let soft = |text: &str| Paragraph::line(text, size).coloured(Colour::SOFT_INK);
        let unit =
            |unit: &str| Paragraph::wrapped(unit, width, size, Weight::Regular).coloured(Colour::SOFT_INK);
        let (unit_up, unit_across) = (unit(self.up.unit), unit(self.across.unit));
        unit_up.draw(0, 0, Anchor::Start, &mut shapes);
        let top = unit_up.height() + line / 2;
        let bottom = top + (width * HEIGHT / 100).clamp(LEAST_HEIGHT, MOST_HEIGHT);

        let range = |amount: fn(&Spot<'_>) -> i64| {
            let amounts = || self.points.iter().map(amount);
            (amounts().min().unwrap_or(0), amounts().max().unwrap_or(0))
        };
        let upwards = Scale::new(range(|point| point.up), (bottom - MARGIN, top + MARGIN));
        let (lowest, highest) = upwards.amounts(top, bottom);
        let fits = |ticks: &[i64]| {
            let places: Vec<i64> = ticks.iter().map(|tick| upwards.place(*tick)).collect();
            places.windows(2).all(|pair| (pair[0] - pair[1]).abs() >= 2 * line)
        };
        let up_ticks: Vec<(i64, Paragraph)> = ticks(lowest, highest, fits)
            .into_iter()
            .map(|tick| (upwards.place(tick), soft(&(self.up.tick)(tick))))
            .collect();
        let left = up_ticks.iter().map(|(_, text)| text.width()).max().unwrap_or(0) + look::TAG_GAP;
        let right = width.max(left + 4 * MARGIN);
        for (y, text) in &up_ticks {
            paint::line(vec![Point::new(left, *y), Point::new(right, *y)], look::GRID, &mut shapes);
            text.draw(left - look::TAG_GAP, y - text.height() / 2, Anchor::End, &mut shapes);
        }

        let across = Scale::new(range(|point| point.across), (left + MARGIN, right - MARGIN));
        let (lowest, highest) = across.amounts(left, right);
        let text = |tick: i64| soft(&(self.across.tick)(tick));
        let bounds = |tick: i64| text(tick).bounds(across.place(tick), 0, Anchor::Middle);
        let fits = |ticks: &[i64]| {
            ticks.windows(2).all(|pair| bounds(pair[0]).right + TICKS_APART <= bounds(pair[1]).left)
        };
        let below = bottom + look::FOOT;
        for tick in ticks(lowest, highest, fits) {
            paint::upright(across.place(tick), (top, bottom), look::GRID, &mut shapes);
            if bounds(tick).left >= 0 && bounds(tick).right <= width {
                text(tick).draw(across.place(tick), below, Anchor::Middle, &mut shapes);
            }
        }
        paint::line(vec![Point::new(left, bottom), Point::new(right, bottom)], look::RULE, &mut shapes);
        unit_across.draw(width, below + line, Anchor::End, &mut shapes);

        let places: Vec<Point> = self
            .points
            .iter()
            .map(|point| Point::new(across.place(point.across), upwards.place(point.up)))
            .collect();
        // What is most important lies above.
        for (point, place) in self.points.iter().zip(&places).rev() {
            let symbol = if point.is_marked { Symbol::Ring } else { Symbol::Circle };
            symbol.draw(*place, RADIUS, point.paint.line, &mut shapes);
        }
        let plot = Rect { left, top, right, bottom };
        self.draw_names(&places, plot, size, &mut shapes);
        let (title, description) = (self.title.to_owned(), self.description.to_owned());
        let height = below + line + unit_across.height() + look::FOOT;
        Drawing { width, height, title, description, shapes }
    }

    /// Names beside marks, where they lie over no mark and no other name.
    fn draw_names(&self, places: &[Point], plot: Rect, size: i64, shapes: &mut Vec<Shape>) {
        let mut taken: Vec<Rect> =
            places.iter().map(|place| Rect::around(*place, 2 * RADIUS, 2 * RADIUS)).collect();
        for (point, place) in self.points.iter().zip(places) {
            let weight = if point.is_marked { Weight::Bold } else { Weight::Regular };
            let name = Paragraph::line(point.name, size).weighing(weight);
            let (beside, middle) = (RADIUS + look::TAG_GAP / 2, place.y - name.height() / 2);
            let spots = [
                (place.x + beside, middle, Anchor::Start),
                (place.x - beside, middle, Anchor::End),
                (place.x, place.y - RADIUS - name.height(), Anchor::Middle),
                (place.x, place.y + RADIUS, Anchor::Middle),
            ];
            let free = spots.into_iter().find(|(x, top, anchor)| {
                let bounds = name.bounds(*x, *top, *anchor);
                plot.contains(bounds) && !taken.iter().any(|other| other.overlaps(bounds))
            });
            if let Some((x, top, anchor)) = free {
                taken.push(name.bounds(x, top, anchor));
                name.draw(x, top, anchor, shapes);
            }
        }
    }
}

impl Chart for Scatter<'_> {
    fn says_nothing(&self) -> bool {
        self.points.windows(2).all(|pair| (pair[0].across, pair[0].up) == (pair[1].across, pair[1].up))
    }

    /// One drawing: the plot cannot be parted.
    fn pages(&self, width: i64, _highest: i64) -> Vec<Drawing> {
        vec![self.drawing(look::width(width))]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::drawing::shape::Text;

    fn drawn(points: &[(&'static str, i64, i64, bool)]) -> Vec<Text> {
        let write = |amount: i64| amount.to_string();
        let measure = |unit: &'static str| Measure { unit, tick: &write, figure: &write };
        let scatter = Scatter {
            title: "",
            description: "",
            across: measure("km"),
            up: measure("kr"),
            points: points
                .iter()
                .map(|(name, across, up, is_marked)| Spot {
                    name,
                    across: *across,
                    up: *up,
                    paint: Paint::PLAIN,
                    is_marked: *is_marked,
                })
                .collect(),
        };
        let [drawing] = scatter.pages(3_600, 1).try_into().expect("one drawing");
        let texts = drawing.shapes.into_iter().filter_map(|shape| match shape {
            Shape::Text(text) => Some(text),
            _ => None,
        });
        texts.collect()
    }

    #[test]
    fn names_stand_beside_their_marks_and_not_over_each_other() {
        let texts = drawn(&[("Nuläge", 0, 0, true), ("1", 100, 50, false), ("2", 100, 50, false)]);
        let place = |name: &str| texts.iter().find(|text| text.text() == name).map(|text| text.at);
        let (today, first, second) = (place("Nuläge"), place("1"), place("2"));
        assert!(today.expect("named").x < first.expect("named").x);
        assert!(today.expect("named").y > first.expect("named").y);
        // Marks that lie over each other have their names on different sides.
        assert_ne!(first, second);
        assert!(second.is_some());
        // Where there is no space left the important ones are named.
        let crowd = [("Nuläge", 5, 5, true); 1].into_iter().chain([("9", 5, 5, false); 20]);
        let texts = drawn(&crowd.collect::<Vec<_>>());
        let named = |name: &str| texts.iter().filter(|text| text.text() == name).count();
        assert_eq!((named("Nuläge"), named("9")), (1, 3));
    }

    #[test]
    fn amounts_are_named_at_both_axes() {
        let texts = drawn(&[("a", 0, 1_000, false), ("b", 40, 3_000, false)]);
        for tick in ["20", "1000", "2000", "km", "kr"] {
            assert!(texts.iter().any(|text| text.text() == tick), "{tick}");
        }
    }
}
