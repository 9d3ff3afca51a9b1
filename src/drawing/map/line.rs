//! Lines and rings cut to a rectangle, and without points that nobody sees.

use crate::drawing::geometry::{Point, Rect};

/// The points without those that lie closer than `tolerance` to the line between others (Douglas and Peucker). The
/// first and the last stay.
pub(crate) fn simplified(points: &[Point], tolerance: i64) -> Vec<Point> {
    let Some(last) = points.len().checked_sub(1) else {
        return Vec::new();
    };
    let mut keep = vec![false; points.len()];
    keep[0] = true;
    keep[last] = true;
    let mut open = vec![(0, last)];
    while let Some((first, last)) = open.pop() {
        let farthest = (first + 1..last).map(|at| (off(points[at], points[first], points[last]), at)).max();
        if let Some((distance, at)) = farthest
            && distance > tolerance * tolerance
        {
            keep[at] = true;
            open.push((first, at));
            open.push((at, last));
        }
    }
    points.iter().zip(keep).filter_map(|(point, keep)| keep.then_some(*point)).collect()
}

/// The square of the distance of a point from the line through two others, or from them where they are one.
fn off(point: Point, one: Point, two: Point) -> i64 {
    let length = one.distance_squared(two);
    if length == 0 {
        return point.distance_squared(one);
    }
    let cross = (two.x - one.x) * (point.y - one.y) - (two.y - one.y) * (point.x - one.x);
    let square = i128::from(cross) * i128::from(cross) / i128::from(length);
    i64::try_from(square).unwrap_or(i64::MAX)
}

/// What of a ring lies in `area`: a ring too, which runs along the sides where it leaves it.
pub(crate) fn clipped_ring(ring: Vec<Point>, area: Rect) -> Vec<Point> {
    if Rect::of(ring.iter().copied()).is_none_or(|bounds| area.contains(bounds)) {
        return ring;
    }
    let mut ring = ring;
    for side in SIDES {
        let mut inside = Vec::with_capacity(ring.len() + 4);
        let previous = ring.iter().cycle().skip(ring.len().saturating_sub(1));
        for (from, to) in previous.zip(&ring) {
            let (from_depth, to_depth) = (side.depth(*from, area), side.depth(*to, area));
            if (from_depth >= 0) != (to_depth >= 0) {
                inside.push(crossing(*from, *to, from_depth, to_depth));
            }
            if to_depth >= 0 {
                inside.push(*to);
            }
        }
        ring = inside;
    }
    ring.dedup();
    ring
}

/// The parts of a line that lie in `area`.
pub(crate) fn clipped_line(line: &[Point], area: Rect) -> Vec<Vec<Point>> {
    let mut parts: Vec<Vec<Point>> = Vec::new();
    for pair in line.windows(2) {
        let Some((from, to)) = clipped_segment(pair[0], pair[1], area) else {
            continue;
        };
        match parts.last_mut() {
            Some(part) if part.last() == Some(&from) => part.push(to),
            _ => parts.push(vec![from, to]),
        }
    }
    parts
}

fn clipped_segment(from: Point, to: Point, area: Rect) -> Option<(Point, Point)> {
    let (mut from, mut to) = (from, to);
    for side in SIDES {
        let (from_depth, to_depth) = (side.depth(from, area), side.depth(to, area));
        match (from_depth >= 0, to_depth >= 0) {
            (true, true) => {}
            (false, false) => return None,
            (false, true) => from = crossing(from, to, from_depth, to_depth),
            (true, false) => to = crossing(from, to, from_depth, to_depth),
        }
    }
    (from != to).then_some((from, to))
}

#[derive(Clone, Copy)]
enum Side {
    Left,
    Right,
    Top,
    Bottom,
}

const SIDES: [Side; 4] = [Side::Left, Side::Right, Side::Top, Side::Bottom];

impl Side {
    /// How far within the side a point lies; negative outside.
    const fn depth(self, point: Point, area: Rect) -> i64 {
        match self {
            Self::Left => point.x - area.left,
            Self::Right => area.right - point.x,
            Self::Top => point.y - area.top,
            Self::Bottom => area.bottom - point.y,
        }
    }
}

/// Where the line between two points on either side crosses it. The same whichever of them is the first.
fn crossing(from: Point, to: Point, from_depth: i64, to_depth: i64) -> Point {
    let (from, to, from_depth, to_depth) =
        if from <= to { (from, to, from_depth, to_depth) } else { (to, from, to_depth, from_depth) };
    let part = |from: i64, to: i64| from + ((to - from) * from_depth).div_euclid(from_depth - to_depth);
    Point::new(part(from.x, to.x), part(from.y, to.y))
}

#[cfg(test)]
mod tests {
    use super::*;

    const AREA: Rect = Rect { left: 0, top: 0, right: 100, bottom: 100 };

    fn points(places: &[(i64, i64)]) -> Vec<Point> {
        places.iter().map(|(x, y)| Point::new(*x, *y)).collect()
    }

    #[test]
    fn points_on_a_straight_line_go() {
        let line = points(&[(0, 0), (10, 1), (20, 0), (30, 20), (40, 0)]);
        assert_eq!(simplified(&line, 2), points(&[(0, 0), (20, 0), (30, 20), (40, 0)]));
        let ring = points(&[(0, 0), (10, 0), (10, 10), (0, 0)]);
        assert_eq!(simplified(&ring, 2), ring);
        assert!(simplified(&[], 2).is_empty());
    }

    #[test]
    fn rings_follow_the_sides() {
        let ring = points(&[(-50, 20), (50, 20), (50, 40), (-50, 40)]);
        assert_eq!(clipped_ring(ring, AREA), points(&[(0, 20), (50, 20), (50, 40), (0, 40)]));
        assert!(clipped_ring(points(&[(-50, 20), (-20, 20), (-20, 40)]), AREA).is_empty());
        // All around.
        let around = points(&[(-50, -50), (150, -50), (150, 150), (-50, 150)]);
        assert_eq!(Rect::of(clipped_ring(around, AREA)), Some(AREA));
    }

    #[test]
    fn lines_are_cut_where_they_leave() {
        let line = points(&[(-10, 10), (10, 10), (10, -10), (30, -10), (30, 10)]);
        assert_eq!(
            clipped_line(&line, AREA),
            [points(&[(0, 10), (10, 10), (10, 0)]), points(&[(30, 0), (30, 10)])]
        );
    }
}
