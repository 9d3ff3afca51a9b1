//! How outcomes spread: a thin line for nine of ten, a bar for half of them, a stroke in the middle.

use super::common::Chart;
use super::key::{Key, Sample};
use super::lane::{Lane, Mark, Side, Tag};
use super::look;
use super::measure::Measure;
use super::paint::Paint;
use super::rows::{Row, RowChart};
use crate::drawing::colour::Colour;
use crate::drawing::shape::{Drawing, Stroke};

const BAR: i64 = 130;
const LANE: i64 = 180;
const MIDDLE: Stroke = Stroke::solid(Colour::INK, 30);
const MIDDLE_HEIGHT: i64 = 180;
const REACH: i64 = 22;

/// How the outcomes of several things spread, against zero.
pub struct Spread<'a> {
    /// What the chart says.
    pub title: &'a str,
    /// The same in words, for screen readers.
    pub description: &'a str,
    /// What the outcomes are.
    pub measure: Measure<'a>,
    /// What zero means: "som i dag".
    pub zero: &'a str,
    /// What line, bar and stroke are called.
    pub keys: [&'a str; 3],
    /// The heading of what stands beside the rows: that of the middle.
    pub heading: &'a str,
    /// The things in their order.
    pub rows: Vec<Interval<'a>>,
}

/// The outcomes of a thing.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Interval<'a> {
    /// What it is.
    pub name: &'a str,
    /// What stands below its name.
    pub note: &'a str,
    /// From the lowest on: where the line begins, the bar, the middle, where the bar ends, the line.
    pub quantiles: [i64; 5],
}

impl Spread<'_> {
    fn row(&self, interval: &Interval<'_>) -> Row {
        let [lowest, low, middle, high, highest] = interval.quantiles;
        let marks = vec![
            Mark::Line { from: lowest, to: highest, stroke: Stroke::solid(Paint::PLAIN.line, REACH) },
            Mark::Bar { from: low, to: high, thickness: BAR, fill: Paint::PLAIN.fill },
            Mark::Upright { at: middle, height: MIDDLE_HEIGHT, stroke: MIDDLE },
        ];
        let tag = |at: i64, side| Tag::new(at, side, 10, (self.measure.figure)(at));
        // What does not spread has one figure.
        let mut tags = vec![tag(highest, Side::Right)];
        if lowest < highest {
            tags.push(tag(lowest, Side::Left));
        }
        Row {
            name: interval.name.to_owned(),
            note: interval.note.to_owned(),
            figure: (self.measure.figure)(middle),
            lanes: vec![Lane { marks, tags, height: LANE }],
            ..Row::default()
        }
    }
}

impl Chart for Spread<'_> {
    fn says_nothing(&self) -> bool {
        self.rows.iter().all(|row| row.quantiles == [0; 5])
    }

    fn pages(&self, width: i64, highest: i64) -> Vec<Drawing> {
        let [line, bar, middle] = self.keys.map(str::to_owned);
        let keys = vec![
            Key { sample: Sample::Upright(MIDDLE), text: middle },
            Key { sample: Sample::Bar(Paint::PLAIN.fill, BAR), text: bar },
            Key { sample: Sample::Line(Stroke::solid(Paint::PLAIN.line, REACH)), text: line },
        ];
        let chart = RowChart {
            heading: self.heading,
            keys,
            rule: Some((0, self.zero)),
            gap: look::GAP,
            ..RowChart::new(
                self.title,
                self.description,
                self.measure,
                self.rows.iter().map(|interval| self.row(interval)).collect(),
            )
        };
        chart.pages(width, highest)
    }
}
