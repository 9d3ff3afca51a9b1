//! Where labels stand on a map: never over each other, inside the frame, as well within their kommun as can be.

use super::block::Block;
use super::raster::{CELL, Counted};
use crate::drawing::collision::{Leader, Placed, leader};
use crate::drawing::geometry::{Point, Rect};

/// What is kept free along the sides of a map.
const SIDE: i64 = 20;

/// A place for a label, and how bad it is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) struct Candidate {
    pub(crate) cost: i64,
    /// Which of the variants stands there.
    pub(crate) variant: usize,
    area: Rect,
}

impl Candidate {
    pub(crate) fn new(cost: i64, variant: usize, area: Rect) -> Self {
        Self { cost, variant, area }
    }

    pub(crate) const fn area(&self) -> Rect {
        self.area
    }

    /// The same place with more kept free around it.
    pub(crate) const fn loose(mut self) -> Self {
        let Rect { left, top, right, bottom } = self.area;
        self.area = Rect { left: left - 40, top: top - 10, right: right + 40, bottom: bottom + 10 };
        self
    }
}

/// What labels are placed on.
#[derive(Clone, Copy)]
pub(crate) struct Surroundings<'a> {
    /// What is drawn.
    pub(crate) area: Rect,
    /// The squares of what the label belongs to.
    pub(crate) own: &'a Counted,
    /// The squares of all kommuner that have colours.
    pub(crate) all: &'a Counted,
    /// How many of a hundred parts of a label lie at least within its own, if the label is not beside it.
    pub(crate) least_own: i64,
}

/// So much of a label must lie within its own, in general.
pub(crate) const LEAST_OWN: i64 = 30;

impl Surroundings<'_> {
    fn holds(&self, label: Rect) -> bool {
        self.area.grown(-SIDE).contains(label)
    }

    /// The places for a label around `centre`, the best first.
    pub(crate) fn candidates(&self, bounds: Rect, centre: Point, variants: &[Block]) -> Vec<Candidate> {
        let mut candidates = Vec::new();
        let step_x = (bounds.width() / 11).max(50);
        let step_y = (bounds.height() / 14).max(35);
        for (variant, block) in variants.iter().enumerate() {
            let (width, height) = (block.width(), block.height());
            let lines = i64::try_from(block.lines.len()).unwrap_or(1);
            for row in (bounds.top - centre.y) / step_y..=(bounds.bottom - centre.y) / step_y {
                for column in (bounds.left - centre.x) / step_x..=(bounds.right - centre.x) / step_x {
                    let middle = Point::new(centre.x + column * step_x, centre.y + row * step_y);
                    let label = Rect::around(middle, width, height);
                    if !self.holds(label) {
                        continue;
                    }
                    let far = middle.distance_squared(centre).isqrt();
                    if let Some(cost) = self.cost(label, far) {
                        let cost = cost + 40 * (lines - 1);
                        candidates.push(Candidate::new(cost, variant, label));
                    }
                }
            }
        }
        candidates.sort_unstable();
        candidates
    }

    /// How bad it is for a label to lie here, `far` from its centre; nothing if it would be taken for another's.
    fn cost(&self, label: Rect, far: i64) -> Option<i64> {
        let (own, all) = (self.own.of(label).0, self.all.of(label));
        let other = all.0 - own;
        let (foreign, outside) = (other * 100 / all.1, (all.1 - own) * 100 / all.1);
        // Its middle, on which the eye rests, is its own.
        let middle = Rect::around(label.centre(), label.width() / 3, 1);
        let (middle_own, middle_all) = self.own.of(middle);
        if foreign > 40 || own * 100 < all.1 * self.least_own || middle_own * 2 < middle_all {
            return None;
        }
        let around = label.grown(40);
        let near = self.own.of(around);
        let tight = (near.1 - near.0) * 100 / near.1;
        Some(6 * foreign + 5 * outside + 2 * tight + far / 4)
    }

    /// The places for a label of this size beside `target`, at most so far away, the nearest first, each with the line
    /// that joins them. At most `most_foreign` of a hundred parts of it cover kommuner that have colours.
    pub(crate) fn beside(
        &self,
        target: Point,
        (width, height): (i64, i64),
        variant: usize,
        farthest: i64,
        most_foreign: i64,
    ) -> Vec<Beside> {
        let mut places = Vec::new();
        // Nothing near that it may cover, as in the midst of many kommuner with colours.
        let (all, cells) = self.all.of(Rect::around(target, 2 * (farthest + width), 2 * (farthest + height)));
        if (cells - all) * CELL * CELL * 100 < (100 - most_foreign) * width * height {
            return places;
        }
        for reach in (70..=farthest).step_by(60) {
            for (x, y) in DIRECTIONS {
                let (across, down) = (x * (reach + width / 2) / 1_000, y * (reach + height / 2) / 1_000);
                let area = Rect::around(target.plus(Point::new(across, down)), width, height);
                if !self.holds(area) || area.grown(20).contains(Rect::at(target, 0, 0)) {
                    continue;
                }
                let (all, cells) = self.all.of(area);
                if all * 100 <= most_foreign * cells {
                    places.push(Beside { reach, variant, area, leader: leader(area, target) });
                }
            }
        }
        places
    }
}

/// A place beside what a label belongs to.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Beside {
    /// How far away it is.
    pub(crate) reach: i64,
    /// Which of the variants stands there.
    pub(crate) variant: usize,
    pub(crate) area: Rect,
    pub(crate) leader: Leader,
}

/// The first of some places beside what they belong to that is free, and its line too.
pub(crate) fn first_free<'a>(
    taken: &Placed,
    places: impl IntoIterator<Item = &'a Beside>,
) -> Option<&'a Beside> {
    places.into_iter().find(|place| taken.is_free(place.area) && taken.lets_through(place.leader))
}

/// Sixteen directions, in thousandths; those to the sides go a little further than a circle would.
const DIRECTIONS: [(i64, i64); 16] = [
    (1_000, 0),
    (1_000, 383),
    (900, 750),
    (500, 1_000),
    (0, 1_000),
    (-500, 1_000),
    (-900, 750),
    (-1_000, 383),
    (-1_000, 0),
    (-1_000, -383),
    (-900, -750),
    (-500, -1_000),
    (0, -1_000),
    (500, -1_000),
    (900, -750),
    (1_000, -383),
];

/// A place for each label that can have one beside the others and `taken`, of its candidates, the best first. The labels
/// before `first_served` choose before the others; of each part, those with few places choose first. One that finds
/// only places that cost `expensive` or more, or none, moves a single other one aside where that costs less in all.
pub(crate) fn place(
    items: &[&[Candidate]],
    first_served: usize,
    expensive: i64,
    taken: &Placed,
) -> Vec<Option<Candidate>> {
    let mut chosen = Chosen::new(items, taken);
    let mut order: Vec<usize> = (0..items.len()).collect();
    order.sort_by_key(|item| (*item >= first_served, items[*item].len(), *item));
    for item in order.iter().copied() {
        let best = chosen.free[item].iter().find(|place| chosen.is_free(place.area(), item)).copied();
        let cost = best.map_or(NO_PLACE, |place| place.cost);
        chosen.places[item] = best;
        if cost >= expensive
            && let Some((place, other, moved)) = chosen.exchange(item, cost)
        {
            chosen.places[other] = Some(moved);
            chosen.places[item] = Some(place);
        }
    }
    // What was moved aside may leave a better place to those that chose before.
    for item in order {
        let cost = chosen.places[item].map_or(NO_PLACE, |place| place.cost);
        let mut better = chosen.free[item].iter().take_while(|place| place.cost < cost);
        if let Some(place) = better.find(|place| chosen.is_free(place.area(), item)) {
            chosen.places[item] = Some(*place);
        }
    }
    chosen.places
}

/// The places that are chosen so far.
struct Chosen {
    /// By label.
    places: Vec<Option<Candidate>>,
    /// By label: its places that do not cover what stood before.
    free: Vec<Vec<Candidate>>,
    /// By label: those whose places could ever cover one of its own.
    near: Vec<Vec<usize>>,
}

/// So many places are tried for moving others aside.
const EXCHANGES: usize = 24;
/// More than any places cost together.
const NO_PLACE: i64 = 1 << 40;

impl Chosen {
    fn new(items: &[&[Candidate]], taken: &Placed) -> Self {
        let is_free = |place: &Candidate| taken.is_free(place.area());
        let free = items.iter().map(|places| places.iter().copied().filter(is_free).collect());
        let free: Vec<Vec<Candidate>> = free.collect();
        let bounds = free.iter().map(|places| places.iter().map(Candidate::area).reduce(Rect::with));
        let bounds: Vec<Option<Rect>> = bounds.collect();
        let near = bounds.iter().enumerate().map(|(item, own)| {
            let others = bounds.iter().enumerate().filter(|(other, bounds)| {
                *other != item && own.zip(**bounds).is_some_and(|(one, two)| one.overlaps(two))
            });
            others.map(|(other, _)| other).collect()
        });
        Self { near: near.collect(), places: vec![None; items.len()], free }
    }

    /// The labels that the label of `item` here would cover.
    fn blockers(&self, area: Rect, item: usize) -> impl Iterator<Item = usize> {
        let blocks = move |other: &usize| self.places[*other].is_some_and(|place| place.area.overlaps(area));
        self.near[item].iter().copied().filter(blocks)
    }

    fn is_free(&self, area: Rect, item: usize) -> bool {
        self.blockers(area, item).next().is_none()
    }

    /// A place for `item` that becomes free when a single other label moves to another of its places, if both together
    /// cost less than now.
    fn exchange(&self, item: usize, cost: i64) -> Option<(Candidate, usize, Candidate)> {
        let mut least = cost;
        let mut best = None;
        for place in self.free[item].iter().take(EXCHANGES).take_while(|place| place.cost < cost) {
            let mut blockers = self.blockers(place.area(), item);
            let (Some(other), None) = (blockers.next(), blockers.next()) else {
                continue;
            };
            let now = self.places[other].map_or(0, |place| place.cost);
            let mut cheap = self.free[other].iter().take_while(|moved| place.cost + moved.cost - now < least);
            let moved = cheap.find(|moved| {
                let area = moved.area();
                !area.overlaps(place.area()) && self.blockers(area, other).all(|blocker| blocker == item)
            });
            if let Some(moved) = moved {
                least = place.cost + moved.cost - now;
                best = Some((*place, other, *moved));
            }
        }
        best
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(x: i64, y: i64, cost: i64) -> Candidate {
        Candidate::new(cost, 0, Rect::around(Point::new(x, y), 100, 40))
    }

    #[test]
    fn one_that_can_moves_aside_for_one_that_cannot() {
        // The first has two places, each of the others one; what is left would be lost without moving.
        let first = [at(0, 0, 1), at(200, 0, 2)];
        let second = [at(50, 0, 1), at(50, 0, 1)];
        let chosen = place(&[&first, &second], 0, 1_000, &Placed::default());
        assert_eq!(chosen, [Some(first[1]), Some(second[0])]);
    }

    #[test]
    fn nothing_is_placed_over_what_stands() {
        let taken = Placed { areas: vec![Rect::around(Point::new(0, 0), 10, 10)], leaders: Vec::new() };
        let only = [at(0, 0, 1)];
        assert_eq!(place(&[&only], 0, 1_000, &taken), [None]);
        let leaders = vec![(Point::new(-500, -500), Point::new(500, 500))];
        let taken = Placed { areas: Vec::new(), leaders };
        assert_eq!(place(&[&only], 0, 1_000, &taken), [None]);
    }
}
