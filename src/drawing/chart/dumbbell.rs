//! Before and after, row by row: an open mark, a filled one, and a line between them.

use super::common::Chart;
use super::key::{Key, Sample};
use super::lane::{Lane, Mark, Side, Tag};
use super::measure::Measure;
use super::paint::{Paint, Symbol};
use super::rows::{Row, RowChart};
use crate::drawing::shape::{Drawing, Stroke};

const LANE: i64 = 180;
const BEFORE_RADIUS: i64 = 52;
const AFTER_RADIUS: i64 = 48;

/// Before and after, one thing per row: contributions of kommuner, money per inhabitant in each förbund.
///
/// Where one row is a hundred times as large as another, give amounts per inhabitant, and the amounts themselves as
/// figures beside the rows.
pub struct Dumbbell<'a> {
    /// What the chart says.
    pub title: &'a str,
    /// The same in words, for screen readers.
    pub description: &'a str,
    /// What the amounts are.
    pub measure: Measure<'a>,
    /// What the open marks show: "i dag".
    pub before: &'a str,
    /// What the filled marks show: "sammanslagning".
    pub after: &'a str,
    /// For rows without amounts: "uppgift saknas".
    pub unknown: &'a str,
    /// Whether amounts are written beside both marks; else only figures beside the rows, if there are any.
    pub has_figures: bool,
    /// The heading of the figures beside the rows; empty if there are none.
    pub heading: &'a str,
    /// The rows in their order.
    pub rows: Vec<Pair<'a>>,
}

/// One thing before and after.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Pair<'a> {
    /// What it is.
    pub name: &'a str,
    /// What stands below its name, if anything.
    pub note: &'a str,
    /// Before; none if it was not there, or is not known.
    pub before: Option<i64>,
    /// After; none if it is not there, or is not known.
    pub after: Option<i64>,
    /// The figure beside the row; empty for none.
    pub figure: String,
    /// How it looks.
    pub paint: Paint,
}

impl Dumbbell<'_> {
    fn row(&self, pair: &Pair<'_>) -> Row {
        let Pair { name, note, before, after, paint, .. } = pair;
        let mut marks = Vec::new();
        if let (Some(before), Some(after)) = (before, after) {
            marks.push(Mark::Line { from: *before, to: *after, stroke: Stroke::solid(paint.line, 26) });
        }
        let mark = |at: i64, symbol, radius| Mark::Symbol { at, symbol, radius, colour: paint.line };
        marks.extend(before.map(|at| mark(at, Symbol::Ring, BEFORE_RADIUS)));
        // One that has not changed lies within the ring.
        let radius = if before == after { BEFORE_RADIUS - 26 } else { AFTER_RADIUS };
        marks.extend(after.map(|at| mark(at, Symbol::Circle, radius)));
        let heads = before.zip(*after).filter(|(before, after)| before != after).map(|(before, after)| {
            let mut heads = [(before, self.before.to_owned()), (after, self.after.to_owned())];
            heads.sort_by_key(|(at, _)| *at);
            heads
        });
        Row {
            name: (*name).to_owned(),
            note: (*note).to_owned(),
            figure: pair.figure.clone(),
            lanes: vec![Lane { marks, tags: self.tags(*before, *after), height: LANE }],
            heads,
            ..Row::default()
        }
    }

    fn tags(&self, before: Option<i64>, after: Option<i64>) -> Vec<Tag> {
        let figure = |at: i64, side| Tag::new(at, side, BEFORE_RADIUS, (self.measure.figure)(at));
        match (before, after) {
            (None, None) => {
                // Where the scale begins, so that it takes nothing from it.
                let lowest = self.amounts().min().unwrap_or(0);
                vec![Tag::unknown(lowest, self.unknown)]
            }
            _ if !self.has_figures => Vec::new(),
            (Some(before), Some(after)) if before < after => {
                vec![figure(before, Side::Left), figure(after, Side::Right).bold()]
            }
            (Some(before), Some(after)) if before > after => {
                vec![figure(after, Side::Left).bold(), figure(before, Side::Right)]
            }
            (Some(at), None) => vec![figure(at, Side::Right)],
            (_, Some(at)) => vec![figure(at, Side::Right).bold()],
        }
    }

    fn amounts(&self) -> impl Iterator<Item = i64> {
        self.rows.iter().flat_map(|pair| [pair.before, pair.after]).flatten()
    }
}

impl Chart for Dumbbell<'_> {
    fn says_nothing(&self) -> bool {
        self.rows.iter().all(|pair| pair.before == pair.after)
    }

    fn pages(&self, width: i64, highest: i64) -> Vec<Drawing> {
        let key = |symbol, text: &str| Key {
            sample: Sample::Symbol(symbol, Paint::PLAIN.line),
            text: text.to_owned(),
        };
        let rows = self.rows.iter().map(|pair| self.row(pair)).collect();
        let chart = RowChart {
            heading: self.heading,
            keys: vec![key(Symbol::Ring, self.before), key(Symbol::Circle, self.after)],
            gap: 40,
            is_ruled: true,
            ..RowChart::new(self.title, self.description, self.measure, rows)
        };
        chart.pages(width, highest)
    }
}
