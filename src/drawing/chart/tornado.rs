//! What a figure hinges on: how far each number moves it, the widest first.

use super::common::Chart;
use super::key::{Key, Sample};
use super::lane::{Lane, Mark, Side, Tag};
use super::measure::Measure;
use super::paint::Paint;
use super::rows::{Row, RowChart};
use crate::drawing::shape::Drawing;

const BAR: i64 = 140;
const LANE: i64 = 180;

/// What a figure is with one number at its low and at its high, row by row: bars from what it is with all numbers as they
/// stand.
pub struct Tornado<'a> {
    /// What the chart says.
    pub title: &'a str,
    /// The same in words, for screen readers.
    pub description: &'a str,
    /// What the figure is.
    pub measure: Measure<'a>,
    /// The figure with all numbers as they stand.
    pub base: i64,
    /// What that is called: "som talen står".
    pub base_name: &'a str,
    /// What the bars at the low of numbers are called.
    pub low: &'a str,
    /// What those at the high are called.
    pub high: &'a str,
    /// For figures that are not known: "uppgift saknas".
    pub unknown: &'a str,
    /// The heading of what stands beside the rows; empty if there is nothing.
    pub heading: &'a str,
    /// The numbers in their order.
    pub rows: Vec<Swing<'a>>,
}

/// How far a number moves the figure.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Swing<'a> {
    /// The number.
    pub name: &'a str,
    /// What stands below its name: from where to where it goes.
    pub note: &'a str,
    /// The figure at its low and at its high; none where it is not known.
    pub ends: [Option<i64>; 2],
    /// What stands beside the row; empty for nothing.
    pub beside: &'a str,
}

impl Tornado<'_> {
    fn row(&self, swing: &Swing<'_>) -> Row {
        let paints = [Paint::QUIET.fill, Paint::PLAIN.fill];
        let mut bars: Vec<(i64, _)> =
            swing.ends.iter().zip(paints).filter_map(|(end, fill)| Some(((*end)?, fill))).collect();
        // Where both lie on one side the shorter one is drawn over the longer.
        bars.sort_by_key(|(end, _)| std::cmp::Reverse(end.abs_diff(self.base)));
        let bar = |(to, fill)| Mark::Bar { from: self.base, to, thickness: BAR, fill };
        Row {
            name: swing.name.to_owned(),
            note: swing.note.to_owned(),
            figure: swing.beside.to_owned(),
            lanes: vec![Lane {
                marks: bars.into_iter().map(bar).collect(),
                tags: self.tags(swing),
                height: LANE,
            }],
            ..Row::default()
        }
    }

    /// What stands at the outer ends of the bars.
    fn tags(&self, swing: &Swing<'_>) -> Vec<Tag> {
        let known = || swing.ends.iter().flatten().copied();
        let figure = |at: i64, side| Tag::new(at, side, 0, (self.measure.figure)(at));
        let lowest = known().min().filter(|lowest| *lowest < self.base);
        let highest = known().max().filter(|highest| *highest > self.base);
        let mut tags: Vec<Tag> = lowest.map(|at| figure(at, Side::Left)).into_iter().collect();
        tags.extend(highest.map(|at| figure(at, Side::Right)));
        if swing.ends.contains(&None) {
            // On the side where no figure stands.
            let side = if highest.is_none() { Side::Right } else { Side::Left };
            let tag = Tag::unknown(self.base, self.unknown);
            if lowest.is_none() || highest.is_none() {
                tags.push(Tag { side, ..tag });
            }
        }
        tags
    }
}

impl Chart for Tornado<'_> {
    fn says_nothing(&self) -> bool {
        self.rows.iter().all(|row| row.ends.iter().all(|end| end.is_none_or(|end| end == self.base)))
    }

    fn pages(&self, width: i64, highest: i64) -> Vec<Drawing> {
        let key =
            |paint: Paint, text: &str| Key { sample: Sample::Bar(paint.fill, BAR), text: text.to_owned() };
        let base = format!("{} {}", self.base_name, (self.measure.figure)(self.base));
        let chart = RowChart {
            heading: self.heading,
            keys: vec![key(Paint::QUIET, self.low), key(Paint::PLAIN, self.high)],
            rule: Some((self.base, &base)),
            gap: 60,
            ..RowChart::new(
                self.title,
                self.description,
                self.measure,
                self.rows.iter().map(|swing| self.row(swing)).collect(),
            )
        };
        chart.pages(width, highest)
    }
}
