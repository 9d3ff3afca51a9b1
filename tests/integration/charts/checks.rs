//! What must be true of a drawing of a chart.

use finsam::drawing::chart::Chart;
use finsam::drawing::geometry::{Point, Rect};
use finsam::drawing::shape::{Drawing, Shape};
use finsam::drawing::svg;
use finsam::text::letter::sanitized;

use crate::drawings::{self, shapes};

pub(super) const WIDTHS: [i64; 4] = [3_000, 3_280, 5_200, 7_200];

/// The rectangles of bars and cells.
pub(super) fn rectangles(drawing: &Drawing) -> Vec<Rect> {
    let rectangles = shapes(drawing).into_iter().filter_map(|(shape, offset)| match shape {
        Shape::Rectangle { area, .. } => Some(area.moved(offset)),
        _ => None,
    });
    rectangles.collect()
}

/// The middles of circles with their radius, and whether they are open.
pub(super) fn circles(drawing: &Drawing) -> Vec<(Point, i64, bool)> {
    let circles = shapes(drawing).into_iter().filter_map(|(shape, offset)| match shape {
        Shape::Circle { centre, radius, fill, .. } => {
            let is_open = fill.is_some_and(|fill| fill.colour == finsam::drawing::colour::Colour::WHITE);
            Some((centre.plus(offset), *radius, is_open))
        }
        _ => None,
    });
    circles.collect()
}

pub(super) fn texts(drawing: &Drawing) -> Vec<String> {
    drawings::texts(drawing).into_iter().map(|(text, _)| text.text().to_owned()).collect()
}

/// All that is written, without blanks, since names are broken where they have some.
pub(super) fn joined(drawing: &Drawing) -> String {
    without_blanks(&texts(drawing).concat())
}

pub(super) fn without_blanks(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_whitespace()).collect()
}

fn bounds(shape: &Shape) -> Option<Rect> {
    match shape {
        Shape::Rectangle { area, .. } => Some(*area),
        Shape::Circle { centre, radius, .. } => Some(Rect::around(*centre, 2 * radius, 2 * radius)),
        Shape::Polygon { rings: outline, .. } | Shape::Lines { lines: outline, .. } => {
            Rect::of(outline.iter().flatten().copied())
        }
        _ => None,
    }
}

/// All text within the drawing and large enough, no text over another, all marks within the drawing.
pub(super) fn check(drawing: &Drawing) {
    let whole = Rect::at(Point::default(), drawing.width, drawing.height);
    let texts = drawings::texts(drawing);
    for (position, (text, bounds)) in texts.iter().enumerate() {
        assert!(text.size >= 120, "{:?} is too small", text.text());
        assert!(whole.contains(*bounds), "{:?} at {bounds:?} is outside {whole:?}", text.text());
        for (other, other_bounds) in &texts[position + 1..] {
            assert!(
                !bounds.overlaps(*other_bounds),
                "{:?} at {bounds:?} and {:?} at {other_bounds:?} overlap",
                text.text(),
                other.text()
            );
        }
    }
    for (shape, offset) in shapes(drawing) {
        if let Some(bounds) = bounds(shape) {
            let bounds = bounds.moved(offset);
            // Half of a line may lie outside.
            assert!(whole.grown(10).contains(bounds), "{shape:?} at {bounds:?} is outside {whole:?}");
        }
    }
}

/// What is true of a chart in every width, and on pages of every height.
pub(super) fn check_chart(chart: &dyn Chart, names: &[&str]) {
    for width in WIDTHS {
        let drawing = chart.draw(width);
        check(&drawing);
        assert_eq!(drawing.width, width);
        let joined = joined(&drawing);
        for name in names {
            assert!(joined.contains(&without_blanks(&sanitized(name, false))), "{name:?} is lost at {width}");
        }
        let svg = svg::document(&drawing, "d");
        assert_eq!(svg, svg::document(&chart.draw(width), "d"), "not the same twice");
        for highest in [1, 3_000, 8_000] {
            let pages = chart.pages(width, highest);
            assert!(!pages.is_empty());
            pages.iter().for_each(check);
        }
    }
}
