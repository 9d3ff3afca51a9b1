//! What alternatives change against today: bars to both sides of zero.

use super::common::Chart;
use super::key::{Key, Sample};
use super::lane::{Lane, Mark, Tag};
use super::measure::Measure;
use super::paint::{Paint, Symbol};
use super::rows::{Row, RowChart};
use crate::drawing::shape::{Drawing, Stroke};

/// The thickness of a bar, and the height of its lane and of that of the line below it.
const BAR: i64 = 140;
const BAR_LANE: i64 = 180;
const LINE_LANE: i64 = 170;
const RADIUS: i64 = 45;

/// Changes against today, one alternative per row: a bar for each, and below it a second amount as a line with a mark,
/// such as gross and net.
pub struct Diverging<'a> {
    /// What the chart says.
    pub title: &'a str,
    /// The same in words, for screen readers.
    pub description: &'a str,
    /// What the changes are.
    pub measure: Measure<'a>,
    /// What zero means: "som i dag".
    pub zero: &'a str,
    /// What the bars are, if there is a second amount: "brutto".
    pub first: &'a str,
    /// What the lines below them are: "netto".
    pub second: &'a str,
    /// For amounts that are not known: "uppgift saknas".
    pub unknown: &'a str,
    /// The alternatives in their order.
    pub rows: Vec<Change<'a>>,
}

/// What an alternative changes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Change<'a> {
    /// The alternative.
    pub name: &'a str,
    /// The change; none if it is not known.
    pub first: Option<i64>,
    /// The second amount; none if it is not known.
    pub second: Option<i64>,
    /// How it looks.
    pub paint: Paint,
}

impl Diverging<'_> {
    /// Whether there is a second amount that differs from the first.
    fn has_second(&self) -> bool {
        self.rows.iter().any(|row| row.second.is_some() && row.second != row.first)
    }

    fn row(&self, change: &Change<'_>, has_second: bool) -> Row {
        let Change { name, first, second, paint } = *change;
        let (first_name, second_name) = if has_second { (self.first, self.second) } else { ("", "") };
        let bar = |at| Mark::Bar { from: 0, to: at, thickness: BAR, fill: paint.fill };
        let mut lanes = vec![match first {
            Some(at) => Lane {
                marks: vec![bar(at)],
                tags: vec![self.tag(at, 0).named(first_name).bold()],
                height: BAR_LANE,
            },
            None => self.unknown_lane(first_name, BAR_LANE),
        }];
        // What is not known at all is said once.
        if has_second && (first.is_some() || second.is_some()) {
            let stroke = Stroke::solid(paint.line, 18);
            lanes.push(match second {
                Some(at) => Lane {
                    marks: vec![
                        Mark::Line { from: 0, to: at, stroke },
                        Mark::Symbol { at, symbol: Symbol::Ring, radius: RADIUS, colour: paint.line },
                    ],
                    tags: vec![self.tag(at, RADIUS).named(second_name)],
                    height: LINE_LANE,
                },
                None => self.unknown_lane(second_name, LINE_LANE),
            });
        }
        Row { name: name.to_owned(), lanes, ..Row::default() }
    }

    fn tag(&self, at: i64, clear: i64) -> Tag {
        Tag::outside(at, 0, clear, (self.measure.figure)(at))
    }

    fn unknown_lane(&self, name: &str, height: i64) -> Lane {
        let tag = Tag::unknown(0, self.unknown).named(name);
        Lane { marks: Vec::new(), tags: vec![tag], height }
    }
}

impl Chart for Diverging<'_> {
    fn says_nothing(&self) -> bool {
        let is_nothing = |amount: Option<i64>| amount.unwrap_or(0) == 0;
        self.rows.iter().all(|row| is_nothing(row.first) && is_nothing(row.second))
    }

    fn pages(&self, width: i64, highest: i64) -> Vec<Drawing> {
        let has_second = self.has_second();
        let rows = self.rows.iter().map(|change| self.row(change, has_second)).collect();
        let paint = Paint::PLAIN;
        let mut keys = Vec::new();
        if has_second {
            keys.push(Key { sample: Sample::Bar(paint.fill, BAR), text: self.first.to_owned() });
            let sample = Sample::Stem(Stroke::solid(paint.line, 18), Symbol::Ring);
            keys.push(Key { sample, text: self.second.to_owned() });
        }
        let gap = if has_second { 140 } else { 90 };
        let chart = RowChart {
            keys,
            rule: Some((0, self.zero)),
            gap,
            ..RowChart::new(self.title, self.description, self.measure, rows)
        };
        chart.pages(width, highest)
    }
}
