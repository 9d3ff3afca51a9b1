//! What all maps of the same kommuner have in common, and is made once: outlines, the land around, scale and locator.

use std::sync::Arc;

use super::atlas::{Atlas, KommunId, joined};
use super::frame::{Frame, Limits};
use super::line::{clipped_line, clipped_ring, simplified};
use super::look;
use super::raster::{Counted, Raster};
use crate::drawing::collision::Placed;
use crate::drawing::colour::Colour;
use crate::drawing::geometry::{Point, Rect};
use crate::drawing::letters::Weight;
use crate::drawing::shape::{Anchor, Fill, Outline, Shape, Stroke, Text};

/// What is not seen at this size, in tenths of a pixel.
const TOLERANCE: i64 = 4;
/// Between the kommuner with colours and the sides of a map.
const MARGIN: i64 = 170;
/// A kilometre is not longer: the outlines are not fine enough for more.
const LONGEST_KILOMETRE: i64 = 50;
/// The locator's least and greatest height, and what is kept free around it.
const LOCATOR: (i64, i64) = (640, 960);
const LOCATOR_PADDING: i64 = 40;
/// The scale is not longer.
const LONGEST_SCALE: i64 = 1_100;
/// From the middle of a kommun to other points that a line may lead to.
const TARGETS: i64 = 60;
/// From a side of the map to what stands in its corner.
const CORNER: i64 = 60;

/// What all maps of the same kommuner have in common.
#[derive(Debug)]
pub(crate) struct Ground {
    pub(crate) area: Rect,
    /// The kommuner with colours, in the order in which they were given.
    pub(crate) lands: Vec<Land>,
    raster: Raster,
    /// The squares of all kommuner with colours.
    pub(crate) all: Counted,
    /// The lines between the kommuner with colours and along them.
    borders: Vec<Border>,
    below: Vec<Shape>,
    kommun_borders: Outline,
    coast: Outline,
    locator: Vec<Shape>,
    scale: Vec<Shape>,
    /// Where scale and locator stand.
    pub(crate) taken: Placed,
}

/// A kommun with colours.
#[derive(Debug)]
pub(crate) struct Land {
    pub(crate) outline: Outline,
    pub(crate) bounds: Rect,
    /// A point well within it.
    pub(crate) centre: Point,
    /// Points within it that a line may lead to: the centre, and some around it.
    pub(crate) targets: Vec<Point>,
    pub(crate) own: Counted,
}

/// A line along a kommun with colours, or between two.
#[derive(Debug)]
struct Border {
    points: Vec<Vec<Point>>,
    sides: [Option<usize>; 2],
    /// Whether land is on both sides, even if only one side has colours.
    is_inland: bool,
}

impl Ground {
    /// The ground for these kommuner, which are not none.
    pub(crate) fn new(atlas: &Atlas, kommuner: &[KommunId], width: i64, highest: i64) -> Option<Self> {
        let bounds = kommuner.iter().map(|kommun| atlas.bounds(*kommun));
        let content = bounds.reduce(Rect::with)?;
        let country = atlas.kommuner().map(|kommun| atlas.bounds(kommun)).reduce(Rect::with)?;
        let mut limits = Limits {
            width,
            lowest: (width * 7 / 10).min(highest),
            highest,
            margin: MARGIN,
            band: 0,
            narrowest: width * 1_000_000 / (LONGEST_KILOMETRE * atlas.unit().max(1)),
        };
        let mut ground = Self::within(atlas, kommuner, Frame::around(content, limits));
        // Most of the country needs no picture of where in the country it is.
        let needs_locator = content.height() * 10 < country.height() * 7;
        if needs_locator {
            let locator = Locator::new(atlas, country, (width / 5).clamp(LOCATOR.0, LOCATOR.1));
            let mut corner = ground.corner(locator.size(), &[1, 0, 2, 3]);
            if corner.is_none() {
                limits.band = locator.size().0;
                ground = Self::within(atlas, kommuner, Frame::around(content, limits));
                corner = ground.corner(locator.size(), &[1, 2, 0, 3]);
            }
            let area = corner.unwrap_or_else(|| ground.corner_area(locator.size(), 1));
            let shown = Frame::around(content, limits).shown();
            locator.draw(area, shown, &mut ground.locator);
            ground.taken.areas.push(area);
        }
        ground.draw_scale(atlas, Frame::around(content, limits));
        Some(ground)
    }

    fn within(atlas: &Atlas, kommuner: &[KommunId], frame: Frame) -> Self {
        let shown = frame.shown().grown(2);
        let (sheet, area) = (Sheet::new(atlas, frame, shown), frame.area);
        let mut position_of = vec![None; atlas.kommuner().count()];
        for (position, kommun) in kommuner.iter().enumerate() {
            position_of[kommun.index()] = Some(position);
        }
        let position = |kommun: KommunId| position_of[kommun.index()];

        let mut raster = Raster::new(area);
        let outlines: Vec<Outline> =
            kommuner.iter().map(|kommun| Arc::new(sheet.rings(&[*kommun]))).collect();
        for (position, outline) in outlines.iter().enumerate() {
            raster.fill(outline, position);
        }
        let lands = kommuner.iter().zip(outlines).enumerate().map(|(position, (id, outline))| {
            let bounds = atlas.bounds(*id);
            let corners = [bounds.corner(), Point::new(bounds.right, bounds.bottom)];
            let bounds = Rect::of(corners.map(|corner| frame.place(corner))).unwrap_or_default();
            let own = raster.counted(bounds, |owner| owner == position);
            // What is too small for a square has the middle of its rectangle.
            let centre = own.deepest().unwrap_or_else(|| bounds.centre());
            let around = [(0, 0), (1, 0), (0, 1), (-1, 0), (0, -1), (1, 1), (-1, 1), (-1, -1), (1, -1)];
            let targets = around.map(|(x, y)| centre.plus(Point::new(x * TARGETS, y * TARGETS)));
            let is_within = |target: &Point| *target == centre || own.of(Rect::around(*target, 1, 1)).0 > 0;
            let targets = targets.into_iter().filter(is_within).collect();
            Land { outline, bounds, centre, targets, own }
        });
        let lands: Vec<Land> = lands.collect();
        let all = raster.counted(area, |_| true);

        let mut near = vec![false; position_of.len()];
        let mut borders = Vec::new();
        let (mut pale, mut between, mut coast) = (Vec::new(), Vec::new(), Vec::new());
        for (arc, points) in atlas.arcs().iter().zip(&sheet.arcs) {
            let sides = arc.sides.map(|side| side.and_then(position));
            let is_inland = arc.sides.iter().all(Option::is_some);
            if sides.iter().any(Option::is_some) {
                for side in arc.sides.into_iter().flatten() {
                    near[side.index()] = true;
                }
            }
            if points.is_empty() {
                continue;
            }
            let points = clipped_line(points, area);
            if sides == [None; 2] {
                pale.extend(points);
                continue;
            }
            if sides.iter().all(Option::is_some) {
                between.extend(points.iter().cloned());
            } else if !is_inland {
                coast.extend(points.iter().cloned());
            }
            borders.push(Border { points, sides, is_inland });
        }
        let others = atlas
            .kommuner()
            .filter(|kommun| position(*kommun).is_none() && atlas.bounds(*kommun).overlaps(shown));
        let (near, far): (Vec<KommunId>, Vec<KommunId>) = others.partition(|kommun| near[kommun.index()]);
        let mut below = vec![Shape::Rectangle { area, fill: Some(Fill::plain(look::SEA)), stroke: None }];
        for (rings, colour) in
            [(sheet.abroad(), look::ABROAD), (sheet.rings(&far), look::FAR), (sheet.rings(&near), look::NEAR)]
        {
            if !rings.is_empty() {
                let fill = Some(Fill::plain(colour));
                below.push(Shape::Polygon { rings: Arc::new(rings), fill, stroke: None, title: None });
            }
        }
        if !pale.is_empty() {
            below.push(Shape::Lines { lines: Arc::new(pale), stroke: look::PALE_BORDER });
        }
        Self {
            area,
            lands,
            raster,
            all,
            borders,
            below,
            kommun_borders: Arc::new(between),
            coast: Arc::new(coast),
            locator: Vec::new(),
            scale: Vec::new(),
            taken: Placed::default(),
        }
    }

    /// The squares of several of the kommuner, and the rectangle around them.
    pub(crate) fn counted(&self, members: &[usize]) -> Option<(Counted, Rect)> {
        let bounds = members.iter().map(|member| self.lands[*member].bounds).reduce(Rect::with)?;
        let mut is_member = vec![false; self.lands.len()];
        for member in members {
            is_member[*member] = true;
        }
        Some((self.raster.counted(bounds, |owner| is_member[owner]), bounds))
    }

    /// How many of a hundred parts of `area` lie within the kommuner of which `own` is true.
    pub(crate) fn share_owned(&self, area: Rect, own: impl Fn(usize) -> bool) -> i64 {
        let (owned, cells) = self.raster.counted(area, own).of(area);
        owned * 100 / cells.max(1)
    }

    /// Draws land and water, the kommuner in these colours, and the borders; thick ones where `group_of` differs on
    /// the two sides.
    pub(crate) fn draw(
        &self,
        fill_of: impl Fn(usize) -> Fill,
        title_of: impl Fn(usize) -> String,
        group_of: impl Fn(usize) -> Option<usize>,
        shapes: &mut Vec<Shape>,
    ) {
        shapes.extend(self.below.iter().cloned());
        for (position, land) in self.lands.iter().enumerate() {
            let (rings, fill) = (Arc::clone(&land.outline), Some(fill_of(position)));
            let title = Some(title_of(position));
            shapes.push(Shape::Polygon { rings, fill, stroke: None, title });
        }
        let mut thick = Vec::new();
        for border in &self.borders {
            let differs = match border.sides {
                [Some(one), Some(two)] => group_of(one) != group_of(two),
                _ => border.is_inland,
            };
            if differs {
                thick.extend(border.points.iter().cloned());
            }
        }
        for (lines, stroke) in [
            (Arc::clone(&self.kommun_borders), look::KOMMUN_BORDER),
            (Arc::clone(&self.coast), look::COAST),
            (Arc::new(thick), look::GROUP_BORDER),
        ] {
            if !lines.is_empty() {
                shapes.push(Shape::Lines { lines, stroke });
            }
        }
    }

    /// Draws the scale, which stands over everything else, and the locator if the map has it.
    pub(crate) fn draw_above(&self, has_locator: bool, shapes: &mut Vec<Shape>) {
        shapes.extend(self.locator.iter().filter(|_| has_locator).cloned());
        shapes.extend(self.scale.iter().cloned());
    }

    /// The first of `corners` (0 upper left, 1 upper right, 2 lower right, 3 lower left) where something of this size
    /// covers no kommun with colours and nothing that stands there.
    fn corner(&self, size: (i64, i64), corners: &[usize]) -> Option<Rect> {
        let mut areas = corners.iter().map(|corner| self.corner_area(size, *corner));
        areas.find(|area| self.all.of(area.grown(60)).0 == 0 && self.taken.is_free(*area))
    }

    fn corner_area(&self, (width, height): (i64, i64), corner: usize) -> Rect {
        let Rect { left, top, right, bottom } = self.area.grown(-CORNER);
        let x = if corner == 0 || corner == 3 { left } else { right - width };
        let y = if corner < 2 { top } else { bottom - height };
        Rect::at(Point::new(x, y), width, height)
    }

    fn draw_scale(&mut self, atlas: &Atlas, frame: Frame) {
        let length = |kilometres: i64| frame.length(kilometres * 1_000_000 / atlas.unit().max(1));
        let round = [200, 100, 50, 20, 10, 5, 2, 1];
        let fitting = round
            .into_iter()
            .find(|kilometres| length(*kilometres) <= (self.area.width() / 4).min(LONGEST_SCALE));
        let kilometres = fitting.unwrap_or(1);
        let bar = length(kilometres);
        let text = |at| {
            let text =
                Text::new(&format!("{kilometres} km"), at, Anchor::Start, look::SMALL, Weight::Regular);
            text.coloured(Colour::SOFT_INK).with_halo(Colour::WHITE)
        };
        let measured = text(Point::default()).bounds();
        let size = (bar.max(measured.width()), measured.height() + 60);
        let corner = self.corner(size, &[3, 2, 0, 1]);
        // Where all corners have colours, one over which nothing else stands will do.
        let area = corner.unwrap_or_else(|| {
            let mut areas = [3, 2, 0, 1].map(|corner| self.corner_area(size, corner)).into_iter();
            let first = areas.clone().find(|area| self.taken.is_free(*area));
            first.or_else(|| areas.next()).unwrap_or_default()
        });
        let (left, line) = (area.left, area.bottom - 20);
        let points = [(left, line - 40), (left, line), (left + bar, line), (left + bar, line - 40)];
        let points: Vec<Point> = points.into_iter().map(|(x, y)| Point::new(x, y)).collect();
        let lines = Arc::new(vec![points]);
        for stroke in [Stroke::solid(Colour::WHITE, 34), Stroke::solid(Colour::SOFT_INK, 12)] {
            self.scale.push(Shape::Lines { lines: Arc::clone(&lines), stroke });
        }
        self.scale.push(Shape::Text(text(Point::new(left, area.top - measured.top))));
        self.taken.areas.push(area);
    }
}

/// An atlas in the coordinates of a drawing.
struct Sheet<'a> {
    atlas: &'a Atlas,
    frame: Frame,
    /// Empty where nothing of the arc can be seen.
    arcs: Vec<Vec<Point>>,
}

impl<'a> Sheet<'a> {
    /// With all arcs of kommuner that come into what is shown.
    fn new(atlas: &'a Atlas, frame: Frame, shown: Rect) -> Self {
        let is_seen = |kommun: KommunId| atlas.bounds(kommun).overlaps(shown);
        let arcs = atlas.arcs().iter().map(|arc| {
            if arc.sides.iter().flatten().any(|side| is_seen(*side)) {
                placed(&arc.points, frame)
            } else {
                Vec::new()
            }
        });
        Self { atlas, frame, arcs: arcs.collect() }
    }

    /// The rings of several kommuner, cut to the drawing.
    fn rings(&self, kommuner: &[KommunId]) -> Vec<Vec<Point>> {
        let rings = kommuner.iter().flat_map(|kommun| self.atlas.ring_arcs(*kommun));
        let rings = rings.map(|ring| clipped_ring(joined(ring, |arc| &self.arcs[arc]), self.frame.area));
        rings.filter(|ring| ring.len() > 2).collect()
    }

    /// The land of other countries, cut to the drawing.
    fn abroad(&self) -> Vec<Vec<Point>> {
        let shown = self.frame.shown();
        let rings = self.atlas.abroad().iter();
        let seen =
            rings.filter(|ring| Rect::of(ring.iter().copied()).is_some_and(|bounds| bounds.overlaps(shown)));
        let rings = seen.map(|ring| clipped_ring(placed(ring, self.frame), self.frame.area));
        rings.filter(|ring| ring.len() > 2).collect()
    }
}

fn placed(points: &[Point], frame: Frame) -> Vec<Point> {
    let points: Vec<Point> = points.iter().map(|point| frame.place(*point)).collect();
    simplified(&points, TOLERANCE)
}

/// A small picture of the country.
struct Locator {
    frame: Frame,
    outline: Vec<Vec<Point>>,
}

impl Locator {
    fn new(atlas: &Atlas, country: Rect, height: i64) -> Self {
        let width = country.width() * height / country.height().max(1);
        let limits = Limits { width, lowest: height, highest: height, margin: 0, band: 0, narrowest: 1 };
        let frame = Frame::around(country, limits);
        let points = |arc: usize| atlas.arcs()[arc].points.as_slice();
        let rings = atlas.outline(|_| true).into_iter().map(|ring| {
            let mut ring = joined(&ring, points);
            ring.extend(ring.first().copied());
            let mut ring: Vec<Point> = ring.into_iter().map(|point| frame.place(point)).collect();
            ring.dedup();
            let mut ring = simplified(&ring, 5);
            ring.pop();
            ring
        });
        Self { frame, outline: rings.filter(|ring| ring.len() > 2).collect() }
    }

    fn size(&self) -> (i64, i64) {
        (self.frame.area.width() + 2 * LOCATOR_PADDING, self.frame.area.height() + 2 * LOCATOR_PADDING)
    }

    /// Draws the country, with what is `shown` marked.
    fn draw(&self, area: Rect, shown: Rect, shapes: &mut Vec<Shape>) {
        let fill = Some(Fill::plain(Colour::WHITE));
        let stroke = Some(Stroke::solid(Colour([0xb9, 0xbd, 0xc0]), 6));
        shapes.push(Shape::Rectangle { area, fill, stroke });
        let offset = area.corner().plus(Point::new(LOCATOR_PADDING, LOCATOR_PADDING));
        let corners = [shown.corner(), Point::new(shown.right, shown.bottom)];
        let marked = Rect::of(corners.map(|corner| self.frame.place(corner))).unwrap_or_default();
        // Not so small that it is not found, and within the white.
        let (width, height) = (marked.width().max(50), marked.height().max(50));
        let marked = Rect::around(marked.centre(), width, height);
        let inside = self.frame.area.grown(LOCATOR_PADDING - 10);
        let marked = Rect {
            left: marked.left.max(inside.left),
            top: marked.top.max(inside.top),
            right: marked.right.min(inside.right),
            bottom: marked.bottom.min(inside.bottom),
        };
        let land = Shape::Polygon {
            rings: Arc::new(self.outline.clone()),
            fill: Some(Fill::plain(Colour([0xc4, 0xc7, 0xc6]))),
            stroke: None,
            title: None,
        };
        let stroke = Some(Stroke::solid(Colour::INK, 13));
        let mark = Shape::Rectangle { area: marked, fill: None, stroke };
        shapes.push(Shape::Group { offset, shapes: vec![land, mark] });
    }
}
