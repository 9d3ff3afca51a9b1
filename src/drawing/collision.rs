//! Whether labels and lines get in each other's way.

use super::geometry::{Point, Rect};

/// A line from a label to what it belongs to.
pub(crate) type Leader = (Point, Point);

/// Labels that stand, and what they must not cover.
#[derive(Clone, Debug, Default)]
pub(crate) struct Placed {
    pub(crate) areas: Vec<Rect>,
    pub(crate) leaders: Vec<Leader>,
}

impl Placed {
    pub(crate) fn is_free(&self, label: Rect) -> bool {
        !self.areas.iter().any(|area| area.overlaps(label))
            && !self.leaders.iter().any(|leader| crosses(*leader, label))
    }

    /// Whether a line crosses no label and no other line.
    pub(crate) fn lets_through(&self, leader: Leader) -> bool {
        !self.areas.iter().any(|area| crosses(leader, *area))
            && !self.leaders.iter().any(|other| meet(leader, *other))
    }
}

/// The line from a label to a point outside it: from the middle of the side that is nearest.
pub(crate) fn leader(label: Rect, target: Point) -> Leader {
    let start = Point::new(
        target.x.clamp(label.left.min(label.right), label.right),
        target.y.clamp(label.top.min(label.bottom), label.bottom),
    );
    (start, target)
}

/// Whether a line has a point within a rectangle.
pub(crate) fn crosses((from, to): Leader, area: Rect) -> bool {
    let bounds = Rect {
        left: from.x.min(to.x),
        top: from.y.min(to.y),
        right: from.x.max(to.x),
        bottom: from.y.max(to.y),
    };
    // A line that lies or stands has bounds without area.
    if !bounds.grown(1).overlaps(area) {
        return false;
    }
    let side = |x: i64, y: i64| ((to.x - from.x) * (y - from.y) - (to.y - from.y) * (x - from.x)).signum();
    let sides = [
        side(area.left, area.top),
        side(area.right, area.top),
        side(area.left, area.bottom),
        side(area.right, area.bottom),
    ];
    !(sides.iter().all(|side| *side > 0) || sides.iter().all(|side| *side < 0))
}

/// Whether two lines meet.
pub(crate) fn meet((a, b): Leader, (c, d): Leader) -> bool {
    let side =
        |a: Point, b: Point, c: Point| ((b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)).signum();
    side(a, b, c) * side(a, b, d) <= 0 && side(c, d, a) * side(c, d, b) <= 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_cross_what_they_run_through() {
        let area = Rect::at(Point::new(0, 0), 100, 100);
        let line = |from: (i64, i64), to: (i64, i64)| (Point::new(from.0, from.1), Point::new(to.0, to.1));
        assert!(crosses(line((-50, 50), (150, 50)), area));
        assert!(crosses(line((50, 50), (60, 60)), area));
        assert!(!crosses(line((-50, 50), (50, 151)), area));
        assert!(!crosses(line((200, 0), (200, 100)), area));
        assert!(meet(line((0, 0), (10, 10)), line((0, 10), (10, 0))));
        assert!(!meet(line((0, 0), (10, 10)), line((20, 0), (20, 10))));
    }
}
