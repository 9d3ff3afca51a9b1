//! From one level to another, step by step.

use super::common::Chart;
use super::lane::{Lane, Mark, Side, Tag};
use super::measure::Measure;
use super::paint::Paint;
use super::rows::{Row, RowChart};
use crate::drawing::shape::{Drawing, Stroke};

const BAR: i64 = 150;
const LANE: i64 = 190;
/// Bars from zero if the largest step is at least such a part of the largest level; else only the part of the scale is
/// shown in which something happens.
const LEAST_STEP: u64 = 12;

/// From a level, as the income of today, step by step to other ones.
pub struct Waterfall<'a> {
    /// What the chart says.
    pub title: &'a str,
    /// The same in words, for screen readers.
    pub description: &'a str,
    /// What levels and steps are.
    pub measure: Measure<'a>,
    /// How a step is written: with its sign.
    pub change: &'a dyn Fn(i64) -> String,
    /// How the bars of levels look.
    pub level: Paint,
    /// How steps upwards look.
    pub more: Paint,
    /// How steps downwards look.
    pub less: Paint,
    /// Levels and steps in their order.
    pub steps: Vec<Step<'a>>,
}

/// A row of a waterfall.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Step<'a> {
    /// What it is.
    pub name: &'a str,
    /// The level, or the change.
    pub amount: i64,
    /// Whether it is a level that steps lead from or to.
    pub is_level: bool,
}

impl Waterfall<'_> {
    /// Where each step begins and ends.
    fn ends(&self) -> Vec<(i64, i64)> {
        let mut level = 0_i64;
        let ends = self.steps.iter().map(|step| {
            let from = level;
            level = if step.is_level { step.amount } else { level.saturating_add(step.amount) };
            (if step.is_level { 0 } else { from }, level)
        });
        ends.collect()
    }

    /// Whether steps can be seen beside levels from zero on.
    fn is_from_zero(&self) -> bool {
        let largest = |is_level: bool| {
            let of_kind = self.steps.iter().filter(move |step| step.is_level == is_level);
            of_kind.map(|step| step.amount.unsigned_abs()).max().unwrap_or(0)
        };
        largest(false) >= largest(true) / LEAST_STEP
    }

    fn row(&self, step: &Step<'_>, (from, to): (i64, i64), is_from_zero: bool) -> Row {
        let (paint, text) = match (step.is_level, step.amount < 0) {
            (true, _) => (self.level, (self.measure.figure)(step.amount)),
            (false, true) => (self.less, (self.change)(step.amount)),
            (false, false) => (self.more, (self.change)(step.amount)),
        };
        let (mark, at, clear) = if step.is_level && !is_from_zero {
            let mark = Mark::Upright { at: to, height: BAR + 20, stroke: Stroke::solid(paint.line, 45) };
            (mark, to, 25)
        } else {
            (Mark::Bar { from, to, thickness: BAR, fill: paint.fill }, from.max(to), 0)
        };
        let tag = Tag::new(at, Side::Right, clear, text);
        let tag = if step.is_level { tag.bold() } else { tag };
        Row {
            name: step.name.to_owned(),
            is_strong: step.is_level,
            lanes: vec![Lane { marks: vec![mark], tags: vec![tag], height: LANE }],
            link: Some(to),
            ..Row::default()
        }
    }
}

impl Chart for Waterfall<'_> {
    fn says_nothing(&self) -> bool {
        self.steps.iter().all(|step| step.is_level || step.amount == 0)
    }

    fn pages(&self, width: i64, highest: i64) -> Vec<Drawing> {
        let is_from_zero = self.is_from_zero();
        let rows = self.steps.iter().zip(self.ends()).map(|(step, ends)| self.row(step, ends, is_from_zero));
        let chart = RowChart {
            rule: is_from_zero.then_some((0, "")),
            gap: 70,
            ..RowChart::new(self.title, self.description, self.measure, rows.collect())
        };
        chart.pages(width, highest)
    }
}
