//! How amounts go on from year to year: a line per thing, named at its end. Lines differ in colour, in dashes and in the
//! marks of their points.

use std::sync::Arc;

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
use crate::drawing::shape::{Anchor, Drawing, Fill, Shape, Stroke};

/// Names take at most so much of the width, in hundredths.
const WIDEST_NAMES: i64 = 36;
/// The plot is so high, in hundredths of the width, within limits.
const HEIGHT: i64 = 42;
const LEAST_HEIGHT: i64 = 2_000;
const MOST_HEIGHT: i64 = 3_400;
/// Above the highest and below the lowest point.
const MARGIN: i64 = 60;
/// Between the last point and the name of its line.
const TO_NAME: i64 = 190;
/// Between two names.
const NAMES_APART: i64 = 50;
/// Between two steps that are named below the plot.
const STEPS_APART: i64 = 90;
/// Points that are nearer to each other have no marks, but for the last.
const MARKED_APART: i64 = 170;
const RADIUS: i64 = 42;
const WIDTH: i64 = 24;
const LEADER_WIDTH: i64 = 8;
/// Along a line, drawn and left out in turn; one without is drawn whole.
const DASHES: [&[i64]; 4] = [&[], &[130, 80], &[30, 60], &[200, 60, 40, 60]];

/// How amounts go on, step by step: years from left to right, zero among the amounts.
pub struct LineChart<'a> {
    /// What the chart says.
    pub title: &'a str,
    /// The same in words, for screen readers.
    pub description: &'a str,
    /// What the amounts are; figures stand at the ends of lines.
    pub measure: Measure<'a>,
    /// The steps, as years.
    pub steps: Vec<String>,
    /// The lines.
    pub lines: Vec<Line<'a>>,
    /// What lies behind them, the widest first.
    pub bands: Vec<Band>,
    /// Amounts that the scale reaches too, so that several charts can share one.
    pub reach: Vec<i64>,
}

/// What lies between two amounts at each step.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Band {
    /// The lower amounts, one for each step.
    pub low: Vec<i64>,
    /// The higher ones.
    pub high: Vec<i64>,
    /// What is between them.
    pub fill: Fill,
}

/// How the amount of one thing goes on.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Line<'a> {
    /// What it is.
    pub name: &'a str,
    /// Its amounts, one for each step.
    pub amounts: Vec<i64>,
    /// How it looks.
    pub paint: Paint,
}

/// The shape of the marks of a line.
#[derive(Clone, Copy)]
enum Marker {
    Symbol(Symbol),
    Square,
    Diamond,
}

const MARKERS: [Marker; 4] =
    [Marker::Symbol(Symbol::Circle), Marker::Symbol(Symbol::Ring), Marker::Square, Marker::Diamond];

impl Marker {
    /// That of one of several lines; no two of the first sixteen have both the same dashes and the same marks.
    fn of(line: usize) -> Self {
        MARKERS[(line + line / DASHES.len()) % MARKERS.len()]
    }

    fn draw(self, centre: Point, colour: Colour, shapes: &mut Vec<Shape>) {
        let (fill, stroke) = (Some(Fill::plain(colour)), Some(Stroke::solid(Colour::WHITE, 8)));
        match self {
            Self::Symbol(symbol) => symbol.draw(centre, RADIUS, colour, shapes),
            Self::Square => {
                let area = Rect::around(centre, 2 * RADIUS - 12, 2 * RADIUS - 12);
                shapes.push(Shape::Rectangle { area, fill, stroke });
            }
            Self::Diamond => {
                let corners = [(0, -1), (1, 0), (0, 1), (-1, 0)];
                let reach = RADIUS + 8;
                let ring = corners.map(|(x, y)| centre.plus(Point::new(x * reach, y * reach))).to_vec();
                shapes.push(Shape::Polygon { rings: Arc::new(vec![ring]), fill, stroke, title: None });
            }
        }
    }
}

/// What stands at the end of a line.
struct EndLabel {
    name: Paragraph,
    figure: Paragraph,
}

impl EndLabel {
    fn height(&self) -> i64 {
        self.name.height() + self.figure.height()
    }

    fn width(&self) -> i64 {
        self.name.width().max(self.figure.width())
    }
}

impl LineChart<'_> {
    fn drawing(&self, width: i64) -> Drawing {
        let size = look::size(width);
        let line = look::line(size);
        let mut shapes = Vec::new();
        let unit =
            Paragraph::wrapped(self.measure.unit, width, size, Weight::Regular).coloured(Colour::SOFT_INK);
        unit.draw(0, 0, Anchor::Start, &mut shapes);

        let labels = self.labels(size, width * WIDEST_NAMES / 100);
        let names_width = labels.iter().map(EndLabel::width).max().unwrap_or(0);
        let names_height: i64 = labels.iter().map(|label| label.height() + NAMES_APART).sum();
        let top = unit.height() + line / 2;
        let height = (width * HEIGHT / 100).clamp(LEAST_HEIGHT, MOST_HEIGHT).max(names_height);
        let bottom = top + height;

        let of_bands = || self.bands.iter().flat_map(|band| band.low.iter().chain(&band.high));
        let of_lines = || self.lines.iter().flat_map(|line| &line.amounts);
        let amounts = || of_lines().chain(of_bands()).chain(&self.reach).copied().chain([0]);
        let (lowest, highest) = (amounts().min().unwrap_or(0), amounts().max().unwrap_or(0));
        let scale = Scale::new((lowest, highest), (bottom - MARGIN, top + MARGIN));
        let fits = |ticks: &[i64]| {
            let places: Vec<i64> = ticks.iter().map(|tick| scale.place(*tick)).collect();
            places.windows(2).all(|pair| (pair[0] - pair[1]).abs() >= 2 * line)
        };
        let ticks: Vec<(i64, Paragraph)> = ticks(lowest, highest, fits)
            .into_iter()
            .map(|tick| (tick, Paragraph::line(&(self.measure.tick)(tick), size).coloured(Colour::SOFT_INK)))
            .collect();
        let steps: Vec<Paragraph> =
            self.steps.iter().map(|step| Paragraph::line(step, size).coloured(Colour::SOFT_INK)).collect();
        let half_step = steps.iter().map(Paragraph::width).max().unwrap_or(0) / 2 + 1;
        let ticks_width = ticks.iter().map(|(_, text)| text.width()).max().unwrap_or(0);
        let left = (ticks_width + look::TAG_GAP).max(half_step) + RADIUS;
        let right = (width - (names_width + TO_NAME).max(half_step)).max(left + 1);
        let place = |step: usize| {
            let last = look::count(self.steps.len().saturating_sub(1));
            if last == 0 {
                i64::midpoint(left, right)
            } else {
                left + (right - left) * look::count(step) / last
            }
        };

        for band in &self.bands {
            let along = |amounts: &[i64]| -> Vec<Point> {
                let points = amounts.iter().enumerate();
                points.map(|(step, amount)| Point::new(place(step), scale.place(*amount))).collect()
            };
            let mut ring = along(&band.high);
            ring.extend(along(&band.low).into_iter().rev());
            let (fill, rings) = (Some(band.fill), Arc::new(vec![ring]));
            shapes.push(Shape::Polygon { rings, fill, stroke: None, title: None });
        }
        for (tick, text) in &ticks {
            let y = scale.place(*tick);
            let stroke = if *tick == 0 { look::RULE } else { look::GRID };
            paint::line(vec![Point::new(left - RADIUS, y), Point::new(right, y)], stroke, &mut shapes);
            let x = left - RADIUS - look::TAG_GAP;
            text.draw(x, y - text.height() / 2, Anchor::End, &mut shapes);
        }
        if !ticks.iter().any(|(tick, _)| *tick == 0) {
            let y = scale.place(0);
            paint::line(vec![Point::new(left - RADIUS, y), Point::new(right, y)], look::RULE, &mut shapes);
        }
        let below = bottom + look::FOOT;
        for step in steps_named(&steps, place) {
            steps[step].draw(place(step), below, Anchor::Middle, &mut shapes);
        }

        // What stays at zero lies below what does not.
        let is_level = |line: &Line<'_>| line.amounts.iter().all(|amount| *amount == 0);
        let (level, others): (Vec<_>, Vec<_>) =
            self.lines.iter().enumerate().partition(|(_, one)| is_level(one));
        for (number, one) in level.into_iter().chain(others) {
            let points = one.amounts.iter().enumerate();
            let points = points.map(|(step, amount)| Point::new(place(step), scale.place(*amount)));
            draw_line(number, &points.collect::<Vec<_>>(), one.paint.line, &mut shapes);
        }
        let ends = self.lines.iter().map(|one| one.amounts.last().map_or(bottom, |last| scale.place(*last)));
        let tops = spread(&ends.clone().collect::<Vec<_>>(), &labels, (top, bottom));
        let x = right + TO_NAME;
        for (((label, label_top), end), one) in labels.iter().zip(tops).zip(ends).zip(&self.lines) {
            let middle = label_top + label.height() / 2;
            let leader = vec![Point::new(right + RADIUS + 10, end), Point::new(x - look::TAG_GAP, middle)];
            paint::line(leader, Stroke::solid(one.paint.line, LEADER_WIDTH), &mut shapes);
            label.name.draw(x, label_top, Anchor::Start, &mut shapes);
            label.figure.draw(x, label_top + label.name.height(), Anchor::Start, &mut shapes);
        }
        let (title, description) = (self.title.to_owned(), self.description.to_owned());
        Drawing { width, height: below + line + look::FOOT, title, description, shapes }
    }

    fn labels(&self, size: i64, widest: i64) -> Vec<EndLabel> {
        let label = |one: &Line<'_>| {
            let figure = one.amounts.last().map(|last| (self.measure.figure)(*last)).unwrap_or_default();
            EndLabel {
                name: Paragraph::wrapped(one.name, widest, size, Weight::Regular),
                figure: Paragraph::wrapped(&figure, widest, size, Weight::Bold),
            }
        };
        self.lines.iter().map(label).collect()
    }
}

impl Chart for LineChart<'_> {
    fn says_nothing(&self) -> bool {
        self.steps.len() < 2 || self.lines.iter().flat_map(|line| &line.amounts).all(|amount| *amount == 0)
    }

    /// One drawing: lines cannot be parted.
    fn pages(&self, width: i64, _highest: i64) -> Vec<Drawing> {
        let width = look::width(width);
        if self.lines.is_empty() {
            let (title, description) = (self.title.to_owned(), self.description.to_owned());
            return vec![Drawing { title, description, ..Drawing::empty(width) }];
        }
        vec![self.drawing(width)]
    }
}

/// The steps that are named: as many as have a place beside each other, at the same distance.
fn steps_named(steps: &[Paragraph], place: impl Fn(usize) -> i64) -> Vec<usize> {
    let every = |apart: usize| -> Vec<usize> { (0..steps.len()).step_by(apart).collect() };
    let fit = |named: &Vec<usize>| {
        let bounds: Vec<Rect> =
            named.iter().map(|step| steps[*step].bounds(place(*step), 0, Anchor::Middle)).collect();
        bounds.windows(2).all(|pair| pair[0].right + STEPS_APART <= pair[1].left)
    };
    (1..=steps.len().max(1)).map(every).find(fit).unwrap_or_default()
}

/// Where labels begin: each beside the end of its line, or as near to it as the others let it.
fn spread(ends: &[i64], labels: &[EndLabel], (top, bottom): (i64, i64)) -> Vec<i64> {
    let mut order: Vec<usize> = (0..ends.len()).collect();
    order.sort_by_key(|label| ends[*label]);
    let mut tops = vec![top; ends.len()];
    let mut free = top;
    for label in order.iter().copied() {
        tops[label] = (ends[label] - labels[label].height() / 2).max(free);
        free = tops[label] + labels[label].height() + NAMES_APART;
    }
    let mut free = bottom;
    for label in order.into_iter().rev() {
        tops[label] = tops[label].min(free - labels[label].height());
        free = tops[label] - NAMES_APART;
    }
    tops
}

/// Draws a line through points and the marks on it.
fn draw_line(number: usize, points: &[Point], colour: Colour, shapes: &mut Vec<Shape>) {
    let stroke = Stroke::solid(colour, WIDTH);
    match DASHES[number % DASHES.len()] {
        [] => paint::line(points.to_vec(), stroke, shapes),
        pattern => {
            let lines = Arc::new(dashed(points, pattern));
            if !lines.is_empty() {
                shapes.push(Shape::Lines { lines, stroke });
            }
        }
    }
    let are_marked = points.windows(2).all(|pair| pair[1].x - pair[0].x >= MARKED_APART);
    let marked = if are_marked { 0 } else { points.len().saturating_sub(1) };
    for point in &points[marked..] {
        Marker::of(number).draw(*point, colour, shapes);
    }
}

/// The dashes of a line through points.
fn dashed(points: &[Point], pattern: &[i64]) -> Vec<Vec<Point>> {
    let mut dashes: Vec<Vec<Point>> = Vec::new();
    let mut dash: Vec<Point> = points.first().copied().into_iter().collect();
    // Every other part of the pattern is drawn.
    let (mut part, mut left) = (0, pattern[0]);
    for pair in points.windows(2) {
        let (from, to) = (pair[0], pair[1]);
        let length = from.distance_squared(to).isqrt();
        let mut gone = 0;
        while length - gone > left {
            gone += left;
            let along = |from: i64, to: i64| from + (to - from) * gone / length;
            let at = Point::new(along(from.x, to.x), along(from.y, to.y));
            if part % 2 == 0 {
                dash.push(at);
                dashes.push(std::mem::take(&mut dash));
            } else {
                dash = vec![at];
            }
            part = (part + 1) % pattern.len();
            left = pattern[part];
        }
        left -= length - gone;
        if part % 2 == 0 {
            dash.push(to);
        }
    }
    dashes.extend(Some(dash).filter(|dash| dash.len() > 1));
    dashes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dashes_go_round_corners_and_are_as_long_as_they_should() {
        let points = [Point::new(0, 0), Point::new(100, 0), Point::new(100, 50)];
        let dashes = dashed(&points, &[60, 20]);
        assert_eq!(
            dashes,
            [
                vec![Point::new(0, 0), Point::new(60, 0)],
                vec![Point::new(80, 0), Point::new(100, 0), Point::new(100, 40)],
            ]
        );
        assert!(dashed(&points[..1], &[60, 20]).is_empty());
    }
}
