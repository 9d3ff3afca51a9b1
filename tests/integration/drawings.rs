//! What is in a drawing, for tests of charts and of maps.

use finsam::drawing::geometry::{Point, Rect};
use finsam::drawing::shape::{Drawing, Shape, Text};

/// All shapes but groups, and how far each is moved in the whole drawing.
pub(crate) fn shapes(drawing: &Drawing) -> Vec<(&Shape, Point)> {
    fn collect<'a>(shapes: &'a [Shape], offset: Point, found: &mut Vec<(&'a Shape, Point)>) {
        for shape in shapes {
            match shape {
                Shape::Group { offset: by, shapes } => collect(shapes, offset.plus(*by), found),
                other => found.push((other, offset)),
            }
        }
    }
    let mut found = Vec::new();
    collect(&drawing.shapes, Point::default(), &mut found);
    found
}

/// Every text with the rectangle it needs in the whole drawing.
pub(crate) fn texts(drawing: &Drawing) -> Vec<(&Text, Rect)> {
    let texts = shapes(drawing).into_iter().filter_map(|(shape, offset)| match shape {
        Shape::Text(text) => Some((text, text.bounds().moved(offset))),
        _ => None,
    });
    texts.collect()
}

/// Twice the area within rings.
pub(crate) fn doubled_area(rings: &[Vec<Point>]) -> i64 {
    let areas = rings.iter().map(|ring| {
        let next = ring.iter().cycle().skip(1);
        ring.iter().zip(next).map(|(one, next)| one.x * next.y - next.x * one.y).sum::<i64>().abs()
    });
    areas.sum()
}
