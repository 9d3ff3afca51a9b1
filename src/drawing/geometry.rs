//! Points and rectangles on whole coordinates.

/// A place in a drawing: x to the right, y downwards.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct Point {
    /// How far to the right.
    pub x: i64,
    /// How far down.
    pub y: i64,
}

impl Point {
    /// The point at `x`, `y`.
    #[must_use]
    pub const fn new(x: i64, y: i64) -> Self {
        Self { x, y }
    }

    /// The point moved by `by`.
    #[must_use]
    pub const fn plus(self, by: Self) -> Self {
        Self { x: self.x + by.x, y: self.y + by.y }
    }

    /// The square of the distance to `other`.
    #[must_use]
    pub const fn distance_squared(self, other: Self) -> i64 {
        let (x, y) = (self.x - other.x, self.y - other.y);
        x * x + y * y
    }
}

/// A rectangle with upright sides. `right` and `bottom` lie outside it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct Rect {
    /// Its left side.
    pub left: i64,
    /// Its upper side.
    pub top: i64,
    /// Its right side, not less than the left.
    pub right: i64,
    /// Its lower side, not less than the upper.
    pub bottom: i64,
}

impl Rect {
    /// The rectangle of this size with its upper left corner at `corner`.
    #[must_use]
    pub const fn at(corner: Point, width: i64, height: i64) -> Self {
        Self { left: corner.x, top: corner.y, right: corner.x + width, bottom: corner.y + height }
    }

    /// The rectangle of this size around `centre`.
    #[must_use]
    pub const fn around(centre: Point, width: i64, height: i64) -> Self {
        Self::at(Point::new(centre.x - width / 2, centre.y - height / 2), width, height)
    }

    /// The least rectangle that has all `points`; none if there are none.
    #[must_use]
    pub fn of(points: impl IntoIterator<Item = Point>) -> Option<Self> {
        points.into_iter().fold(None, |bounds, point| {
            let one = Self::at(point, 0, 0);
            Some(bounds.map_or(one, |bounds: Self| bounds.with(one)))
        })
    }

    /// How wide it is.
    #[must_use]
    pub const fn width(self) -> i64 {
        self.right - self.left
    }

    /// How high it is.
    #[must_use]
    pub const fn height(self) -> i64 {
        self.bottom - self.top
    }

    /// Its upper left corner.
    #[must_use]
    pub const fn corner(self) -> Point {
        Point::new(self.left, self.top)
    }

    /// Its middle.
    #[must_use]
    pub const fn centre(self) -> Point {
        Point::new(i64::midpoint(self.left, self.right), i64::midpoint(self.top, self.bottom))
    }

    /// The rectangle with every side moved outwards by `margin`.
    #[must_use]
    pub const fn grown(self, margin: i64) -> Self {
        Self {
            left: self.left - margin,
            top: self.top - margin,
            right: self.right + margin,
            bottom: self.bottom + margin,
        }
    }

    /// The rectangle moved by `by`.
    #[must_use]
    pub const fn moved(self, by: Point) -> Self {
        Self::at(self.corner().plus(by), self.width(), self.height())
    }

    /// The least rectangle that has both.
    #[must_use]
    pub fn with(self, other: Self) -> Self {
        Self {
            left: self.left.min(other.left),
            top: self.top.min(other.top),
            right: self.right.max(other.right),
            bottom: self.bottom.max(other.bottom),
        }
    }

    /// Whether the two have a common part; to touch is not enough.
    #[must_use]
    pub const fn overlaps(self, other: Self) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }

    /// Whether the whole of `other` lies in this one.
    #[must_use]
    pub const fn contains(self, other: Self) -> bool {
        self.left <= other.left
            && other.right <= self.right
            && self.top <= other.top
            && other.bottom <= self.bottom
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rectangles_that_only_touch_do_not_overlap() {
        let one = Rect::at(Point::new(0, 0), 10, 10);
        assert!(!one.overlaps(Rect::at(Point::new(10, 0), 5, 5)));
        assert!(one.overlaps(Rect::at(Point::new(9, 9), 5, 5)));
        assert!(one.contains(one) && !one.contains(one.grown(1)));
    }

    #[test]
    fn bounds_hold_every_point() {
        assert_eq!(Rect::of([]), None);
        let bounds = Rect::of([Point::new(3, -2), Point::new(-1, 7)]).expect("two points have bounds");
        assert_eq!(bounds, Rect { left: -1, top: -2, right: 3, bottom: 7 });
    }
}
