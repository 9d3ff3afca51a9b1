//! The axis above a plot whose amounts lie from left to right: unit, round amounts, and lines down from them.

use super::look;
use super::measure::Measure;
use super::paint;
use super::paragraph::Paragraph;
use super::scale::Scale;
use super::ticks::ticks;
use crate::drawing::colour::Colour;
use crate::drawing::geometry::Rect;
use crate::drawing::letters::Weight;
use crate::drawing::shape::{Anchor, Shape, Stroke};

/// What is kept free between amounts at an axis.
const TICK_GAP: i64 = 110;
/// Below the amounts.
const BELOW: i64 = 30;
/// A line is not drawn so near to another.
const NEAR: i64 = 25;

/// A line through a whole plot at an amount that others are compared with.
#[derive(Clone, Debug)]
pub(super) struct Rule {
    pub(super) at: i64,
    /// What it stands for.
    pub(super) label: String,
    pub(super) stroke: Stroke,
}

/// The axis above a plot.
pub(super) struct Axis {
    unit: Paragraph,
    unit_left: i64,
    /// Below the unit, or beside it where both fit on one line.
    rules_top: i64,
    ticks_top: i64,
    ticks: Vec<(Paragraph, i64)>,
    rules: Vec<PlacedRule>,
    grid: Vec<i64>,
    height: i64,
}

struct PlacedRule {
    x: i64,
    stroke: Stroke,
    label: Paragraph,
    /// The middle of the label.
    label_x: i64,
    /// Whether there is an amount at the axis below the label.
    is_tick: bool,
}

impl Axis {
    /// The axis of a plot from `left` to `right`, in a drawing of this width.
    pub(super) fn new(
        scale: &Scale,
        measure: &Measure<'_>,
        rules: &[Rule],
        (left, right): (i64, i64),
        width: i64,
    ) -> Self {
        let size = look::size(width);
        let (lowest, highest) = scale.amounts(left, right);
        let text = |tick: &i64| Paragraph::line(&(measure.tick)(*tick), size).coloured(Colour::SOFT_INK);
        let fits = |ticks: &[i64]| {
            let bounds: Vec<Rect> =
                ticks.iter().map(|tick| text(tick).bounds(scale.place(*tick), 0, Anchor::Middle)).collect();
            bounds.windows(2).all(|pair| pair[0].right + TICK_GAP <= pair[1].left)
        };
        let ticks = ticks(lowest, highest, fits);
        let mut rules: Vec<PlacedRule> = rules
            .iter()
            .map(|rule| {
                let label = Paragraph::wrapped(&rule.label, width, size, Weight::Bold);
                let x = scale.place(rule.at);
                let half = label.width() / 2 + 1;
                let label_x = x.clamp(half.min(width - half), (width - half).max(half));
                let is_tick = ticks.contains(&rule.at);
                PlacedRule { x, stroke: rule.stroke, label, label_x, is_tick }
            })
            .collect();
        rules.sort_by_key(|rule| rule.x);
        let placed = ticks.iter().map(|tick| (text(tick), scale.place(*tick)));
        let placed = placed.filter(|(text, x)| {
            let bounds = text.bounds(*x, 0, Anchor::Middle);
            bounds.left >= 0 && bounds.right <= width
        });
        let placed: Vec<(Paragraph, i64)> = placed.collect();
        let is_clear = |x: &i64| rules.iter().all(|rule| (rule.x - x).abs() > NEAR);
        let grid = placed.iter().map(|(_, x)| *x).filter(is_clear).collect();
        let labelled = placed.into_iter().filter(|(text, x)| {
            let bounds = text.bounds(*x, 0, Anchor::Middle);
            // Lines of what has no amount of its own run up to their label.
            let is_crossed = |rule: &PlacedRule| {
                !rule.is_tick && bounds.left - NEAR < rule.x && rule.x < bounds.right + NEAR
            };
            !rules.iter().any(is_crossed)
        });
        let ticks: Vec<(Paragraph, i64)> = labelled.collect();

        let unit = Paragraph::wrapped(measure.unit, width, size, Weight::Regular).coloured(Colour::SOFT_INK);
        let rules_height = rules.iter().map(|rule| rule.label.height()).max().unwrap_or(0);
        let labels = rules.iter().filter(|rule| !rule.label.is_empty());
        let labels: Vec<Rect> =
            labels.map(|rule| rule.label.bounds(rule.label_x, 0, Anchor::Middle)).collect();
        // From the left side of the plot, unless it is too long for that.
        let unit_left = left.min(width - unit.width()).max(0);
        let unit_right = (width - unit.width()).max(0);
        let is_free = |unit_left: i64| {
            let area = unit.bounds(unit_left, 0, Anchor::Start).grown(look::GAP);
            !labels.iter().any(|label| label.overlaps(area))
        };
        let is_one_line = unit.height() <= look::line(size);
        let beside = [unit_left, unit_right].into_iter().find(|left| is_one_line && is_free(*left));
        let rules_top = if beside.is_some() { 0 } else { unit.height() };
        let ticks_top = (rules_top + rules_height).max(unit.height());
        let height = ticks_top + look::line(size) + BELOW;
        let unit_left = beside.unwrap_or(unit_left);
        Self { unit, unit_left, rules_top, ticks_top, ticks, rules, grid, height }
    }

    pub(super) const fn height(&self) -> i64 {
        self.height
    }

    /// Draws what stands above the plot.
    pub(super) fn draw(&self, top: i64, shapes: &mut Vec<Shape>) {
        self.unit.draw(self.unit_left, top, Anchor::Start, shapes);
        for rule in &self.rules {
            if !rule.is_tick {
                let ends = (top + self.ticks_top, top + self.height);
                paint::upright(rule.x, ends, rule.stroke, shapes);
            }
            // Just above the amounts.
            let label_top = top + self.ticks_top - rule.label.height();
            rule.label.draw(rule.label_x, label_top.max(top + self.rules_top), Anchor::Middle, shapes);
        }
        for (text, x) in &self.ticks {
            text.draw(*x, top + self.ticks_top, Anchor::Middle, shapes);
        }
    }

    /// Draws the amounts once more below a long plot; the height they need.
    pub(super) fn draw_below(&self, top: i64, shapes: &mut Vec<Shape>) -> i64 {
        for (text, x) in &self.ticks {
            text.draw(*x, top + look::FOOT, Anchor::Middle, shapes);
        }
        look::FOOT + self.ticks.iter().map(|(text, _)| text.height()).max().unwrap_or(0)
    }

    /// Draws the lines behind the marks.
    pub(super) fn draw_grid(&self, ends: (i64, i64), shapes: &mut Vec<Shape>) {
        for x in &self.grid {
            paint::upright(*x, ends, look::GRID, shapes);
        }
        for rule in &self.rules {
            paint::upright(rule.x, ends, rule.stroke, shapes);
        }
    }
}
