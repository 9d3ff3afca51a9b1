//! Which kommun owns which small square of a map, so that the place of a label is judged by counting squares.

use crate::drawing::geometry::{Point, Rect};

/// The side of a square in units of the drawing.
pub(crate) const CELL: i64 = 40;

/// The owners of all squares of an area that begins at zero.
#[derive(Debug)]
pub(crate) struct Raster {
    columns: i64,
    rows: i64,
    /// By row: the number of the owner and one, or 0 for none.
    owners: Vec<u16>,
}

impl Raster {
    pub(crate) fn new(area: Rect) -> Self {
        let (columns, rows) = (area.right.max(0) / CELL + 1, area.bottom.max(0) / CELL + 1);
        let cells = usize::try_from(columns * rows).unwrap_or(0);
        Self { columns, rows, owners: vec![0; cells] }
    }

    /// Gives `owner` every square whose middle lies within its rings.
    pub(crate) fn fill(&mut self, rings: &[Vec<Point>], owner: usize) {
        let Some(bounds) = Rect::of(rings.iter().flatten().copied()) else {
            return;
        };
        let number = u16::try_from(owner + 1).unwrap_or(u16::MAX);
        let first = (bounds.top / CELL).max(0);
        let last = (bounds.bottom / CELL).min(self.rows - 1);
        let mut crossings: Vec<Vec<i64>> = vec![Vec::new(); usize::try_from(last - first + 1).unwrap_or(0)];
        for ring in rings {
            for (from, to) in ring.iter().zip(ring.iter().cycle().skip(1)) {
                let (upper, lower) = if from.y <= to.y { (from, to) } else { (to, from) };
                // Rows whose middle lies at or below the upper end and above the lower one.
                let row_after = |y: i64| (y - CELL / 2 + CELL - 1).div_euclid(CELL);
                for row in row_after(upper.y).max(first)..row_after(lower.y).min(last + 1) {
                    let y = row * CELL + CELL / 2;
                    let x = upper.x + (y - upper.y) * (lower.x - upper.x) / (lower.y - upper.y);
                    if let Some(row) =
                        usize::try_from(row - first).ok().and_then(|row| crossings.get_mut(row))
                    {
                        row.push(x);
                    }
                }
            }
        }
        for (row, crossings) in (first..).zip(&mut crossings) {
            crossings.sort_unstable();
            for pair in crossings.chunks_exact(2) {
                let column_after = |x: i64| (x - CELL / 2 + CELL - 1).div_euclid(CELL).clamp(0, self.columns);
                for column in column_after(pair[0])..column_after(pair[1]) {
                    if let Some(cell) = self.index(column, row) {
                        self.owners[cell] = number;
                    }
                }
            }
        }
    }

    fn index(&self, column: i64, row: i64) -> Option<usize> {
        if column < 0 || row < 0 || column >= self.columns || row >= self.rows {
            return None;
        }
        usize::try_from(row * self.columns + column).ok()
    }

    /// How many squares of each rectangle have owners of whom `counts` is true, prepared for rectangles near `bounds`.
    pub(crate) fn counted(&self, bounds: Rect, counts: impl Fn(usize) -> bool) -> Counted {
        let left = bounds.left.div_euclid(CELL).clamp(0, self.columns - 1);
        let right = bounds.right.div_euclid(CELL).clamp(0, self.columns - 1);
        let top = bounds.top.div_euclid(CELL).clamp(0, self.rows - 1);
        let bottom = bounds.bottom.div_euclid(CELL).clamp(0, self.rows - 1);
        let (columns, rows) = (right - left + 1, bottom - top + 1);
        let (mut x_sum, mut y_sum, mut total) = (0, 0, 0);
        let width = usize::try_from(columns + 1).unwrap_or(0);
        let mut sums = vec![0_u32; width * usize::try_from(rows + 1).unwrap_or(0)];
        let mut at = width;
        for row in top..=bottom {
            at += 1;
            let mut sum = 0;
            let owners = self.index(left, row).zip(self.index(right, row));
            let owners = owners.map_or(&[][..], |(first, last)| &self.owners[first..=last]);
            for (column, owner) in (left..).zip(owners) {
                if *owner > 0 && counts(usize::from(*owner) - 1) {
                    sum += 1;
                    x_sum += column;
                }
                sums[at] = sums[at - width] + sum;
                at += 1;
            }
            y_sum += row * i64::from(sum);
            total += i64::from(sum);
        }
        let half = CELL / 2;
        let middle =
            (total > 0).then(|| Point::new(x_sum * CELL / total + half, y_sum * CELL / total + half));
        Counted { left, top, columns, rows, sums, middle }
    }
}

/// Numbers of squares, see [`Raster::counted`].
#[derive(Debug)]
pub(crate) struct Counted {
    left: i64,
    top: i64,
    columns: i64,
    rows: i64,
    /// By row and column: how many count above and to the left.
    sums: Vec<u32>,
    /// The common middle of the squares that count, which need not lie in one of them.
    pub(crate) middle: Option<Point>,
}

impl Counted {
    /// How many of the squares that a rectangle touches count, and how many it touches in all.
    pub(crate) fn of(&self, area: Rect) -> (i64, i64) {
        let left = area.left.div_euclid(CELL);
        let right = (area.right - 1).div_euclid(CELL) + 1;
        let top = area.top.div_euclid(CELL);
        let bottom = (area.bottom - 1).div_euclid(CELL) + 1;
        let at = |column: i64, row: i64| {
            let column = (column - self.left).clamp(0, self.columns);
            let row = (row - self.top).clamp(0, self.rows);
            let cell = usize::try_from(row * (self.columns + 1) + column).unwrap_or(0);
            i64::from(self.sums[cell])
        };
        let counted = at(right, bottom) + at(left, top) - at(left, bottom) - at(right, top);
        (counted, (right - left) * (bottom - top))
    }

    /// The middle of a square that counts and is deepest among such; of several the nearest to their common middle.
    pub(crate) fn deepest(&self) -> Option<Point> {
        let middle = self.middle?;
        // With a rim of squares that do not count.
        let width = usize::try_from(self.columns + 2).unwrap_or(0);
        let rows = usize::try_from(self.rows).unwrap_or(0);
        let mut depth = vec![0_u32; width * (rows + 2)];
        let cells = || {
            (1..=rows)
                .flat_map(move |row| (row * width + 1..row * width + width - 1).map(move |cell| (row, cell)))
        };
        // Twice over all squares (chamfer distance, 3 for a side and 4 for a corner): from above, then from below.
        for (row, cell) in cells() {
            let sum = (row - 1) * (width - 1) + (cell - row * width);
            let counts =
                self.sums[sum + width - 1] + self.sums[sum - 1] - self.sums[sum] - self.sums[sum + width - 2];
            if counts > 0 {
                let above = cell - width;
                depth[cell] =
                    (depth[cell - 1].min(depth[above]) + 3).min(depth[above - 1].min(depth[above + 1]) + 4);
            }
        }
        for (_, cell) in cells().collect::<Vec<_>>().into_iter().rev() {
            let below = cell + width;
            let nearest =
                (depth[cell + 1].min(depth[below]) + 3).min(depth[below - 1].min(depth[below + 1]) + 4);
            depth[cell] = depth[cell].min(nearest);
        }
        let place = |row: usize, cell: usize| {
            let (column, row) = (cell - row * width - 1, row - 1);
            let (column, row) = (i64::try_from(column).unwrap_or(0), i64::try_from(row).unwrap_or(0));
            Rect::at(Point::new((self.left + column) * CELL, (self.top + row) * CELL), CELL, CELL).centre()
        };
        let deepest = depth.iter().max()?;
        let deep = cells().filter(|(_, cell)| depth[*cell] == *deepest).map(|(row, cell)| place(row, cell));
        deep.min_by_key(|place| (place.distance_squared(middle), *place))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rectangle(area: Rect) -> Vec<Vec<Point>> {
        vec![vec![
            area.corner(),
            Point::new(area.right, area.top),
            Point::new(area.right, area.bottom),
            Point::new(area.left, area.bottom),
        ]]
    }

    #[test]
    fn squares_are_counted_and_the_deepest_found() {
        let area = Rect::at(Point::default(), 4_000, 4_000);
        let mut raster = Raster::new(area);
        let owned = Rect::at(Point::new(400, 800), 2_000, 400);
        raster.fill(&rectangle(owned), 3);
        let counted = raster.counted(area, |owner| owner == 3);
        assert_eq!(counted.of(owned), (500, 500));
        assert_eq!(counted.of(owned.grown(40)), (500, 52 * 12));
        assert_eq!(raster.counted(owned, |owner| owner == 3).of(area).0, 500);
        assert_eq!(raster.counted(area, |owner| owner == 2).of(area).0, 0);
        assert_eq!(counted.deepest(), Some(Point::new(1_380, 980)));
        assert_eq!(counted.middle, Some(Point::new(1_400, 1_000)));
        assert_eq!(raster.counted(area, |owner| owner == 2).deepest(), None);
    }

    #[test]
    fn a_hole_belongs_to_nobody() {
        let area = Rect::at(Point::default(), 4_000, 4_000);
        let mut raster = Raster::new(area);
        let rings = [
            rectangle(Rect::at(Point::new(400, 400), 2_000, 2_000)),
            rectangle(Rect::at(Point::new(800, 800), 400, 400)),
        ];
        raster.fill(&rings.concat(), 0);
        let counted = raster.counted(area, |_| true);
        let at = |x, y| counted.of(Rect::at(Point::new(x, y), CELL, CELL)).0;
        assert_eq!((at(1_000, 1_000), at(720, 1_000), at(200, 1_000)), (0, 1, 0));
    }
}
