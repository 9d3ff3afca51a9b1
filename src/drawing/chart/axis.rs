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
use crate::drawing::shape::{Anchor, Shape};

/// What is kept free between amounts at an axis.
const TICK_GAP: i64 = 110;
/// Below the amounts.
const BELOW: i64 = 30;
/// A line is not drawn so near to another.
const NEAR: i64 = 25;

/// The axis above a plot.
pub(super) struct Axis {
    unit: Paragraph,
    unit_left: i64,
    /// Below the unit, or beside it where both fit on one line.
    rule_top: i64,
    ticks_top: i64,
    ticks: Vec<(Paragraph, i64)>,
    rule: Option<Rule>,
    grid: Vec<i64>,
    height: i64,
}

/// The line at what others are compared with.
struct Rule {
    x: i64,
    label: Paragraph,
    /// The middle of the label.
    label_x: i64,
    /// Whether there is an amount at the axis below the label.
    is_tick: bool,
}

impl Axis {
    /// The axis of a plot from `left` to `right` in letters of a size, where it may take `width` from the left side.
    pub(super) fn new(
        scale: &Scale,
        measure: &Measure<'_>,
        rule: Option<(i64, &str)>,
        (left, right): (i64, i64),
        (width, size): (i64, i64),
    ) -> Self {
        let (lowest, highest) = scale.amounts(left, right);
        let text = |tick: &i64| Paragraph::line(&(measure.tick)(*tick), size).coloured(Colour::SOFT_INK);
        let fits = |ticks: &[i64]| {
            let bounds: Vec<Rect> =
                ticks.iter().map(|tick| text(tick).bounds(scale.place(*tick), 0, Anchor::Middle)).collect();
            bounds.windows(2).all(|pair| pair[0].right + TICK_GAP <= pair[1].left)
        };
        let ticks = ticks(lowest, highest, fits);
        let rule = rule.map(|(at, label)| {
            let label = Paragraph::wrapped(label, width, size, Weight::Bold);
            let x = scale.place(at);
            let half = label.width() / 2 + 1;
            let label_x = x.clamp(half.min(width - half), (width - half).max(half));
            Rule { x, label, label_x, is_tick: ticks.contains(&at) }
        });
        let placed = ticks.iter().map(|tick| (text(tick), scale.place(*tick)));
        let placed = placed.filter(|(text, x)| {
            let bounds = text.bounds(*x, 0, Anchor::Middle);
            bounds.left >= 0 && bounds.right <= width
        });
        let placed: Vec<(Paragraph, i64)> = placed.collect();
        let is_clear = |x: &i64| rule.as_ref().is_none_or(|rule| (rule.x - x).abs() > NEAR);
        let grid = placed.iter().map(|(_, x)| *x).filter(is_clear).collect();
        let labelled = placed.into_iter().filter(|(text, x)| {
            let bounds = text.bounds(*x, 0, Anchor::Middle);
            // A line without an amount of its own runs up to its label.
            let is_crossed =
                |rule: &Rule| !rule.is_tick && bounds.left - NEAR < rule.x && rule.x < bounds.right + NEAR;
            !rule.as_ref().is_some_and(is_crossed)
        });
        let ticks: Vec<(Paragraph, i64)> = labelled.collect();

        let unit = Paragraph::wrapped(measure.unit, width, size, Weight::Regular).coloured(Colour::SOFT_INK);
        let label = rule.as_ref().filter(|rule| !rule.label.is_empty());
        let rule_height = label.map_or(0, |rule| rule.label.height());
        let label = label.map(|rule| rule.label.bounds(rule.label_x, 0, Anchor::Middle));
        // From the left side of the plot, unless it is too long for that.
        let unit_left = left.min(width - unit.width()).max(0);
        let unit_right = (width - unit.width()).max(0);
        let is_free = |unit_left: i64| {
            let area = unit.bounds(unit_left, 0, Anchor::Start).grown(look::GAP);
            !label.is_some_and(|label| label.overlaps(area))
        };
        let is_one_line = unit.height() <= look::line(size);
        let beside = [unit_left, unit_right].into_iter().find(|left| is_one_line && is_free(*left));
        let rule_top = if beside.is_some() { 0 } else { unit.height() };
        let ticks_top = (rule_top + rule_height).max(unit.height());
        let height = ticks_top + look::line(size) + BELOW;
        let unit_left = beside.unwrap_or(unit_left);
        Self { unit, unit_left, rule_top, ticks_top, ticks, rule, grid, height }
    }

    pub(super) const fn height(&self) -> i64 {
        self.height
    }

    /// Draws what stands above the plot.
    pub(super) fn draw(&self, top: i64, shapes: &mut Vec<Shape>) {
        self.unit.draw(self.unit_left, top, Anchor::Start, shapes);
        if let Some(rule) = &self.rule {
            if !rule.is_tick {
                paint::upright(rule.x, (top + self.ticks_top, top + self.height), look::RULE, shapes);
            }
            // Just above the amounts.
            let label_top = top + self.ticks_top - rule.label.height();
            rule.label.draw(rule.label_x, label_top.max(top + self.rule_top), Anchor::Middle, shapes);
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
        if let Some(rule) = &self.rule {
            paint::upright(rule.x, ends, look::RULE, shapes);
        }
    }
}
