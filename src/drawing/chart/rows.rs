//! Charts that consist of rows: names, marks along a scale that all of them share, figures. A chart says what is in its
//! rows; how they are laid out is decided in [`super::layout`].

use super::axis::Rule;
use super::columns::Columns;
use super::key::Key;
use super::lane::Lane;
use super::layout::Layout;
use super::look;
use super::measure::Measure;
use crate::drawing::shape::Drawing;

/// A chart that consists of rows.
pub(super) struct Rows<'a> {
    pub(super) title: &'a str,
    pub(super) description: &'a str,
    pub(super) measure: Measure<'a>,
    pub(super) panels: Vec<Panel<'a>>,
    /// The headings of the figures that stand beside the rows.
    pub(super) headings: Vec<String>,
    /// What the marks stand for, where they are not named beside the first of them.
    pub(super) keys: Vec<Key>,
    /// Lines through all rows; at most one has a label.
    pub(super) rules: Vec<Rule>,
    /// What is kept free between rows.
    pub(super) gap: i64,
    /// Whether a line stands between rows.
    pub(super) is_ruled: bool,
}

/// Rows on a scale of their own.
pub(super) struct Panel<'a> {
    pub(super) heading: &'a str,
    pub(super) rows: Vec<Row>,
}

/// A row.
#[derive(Clone, Debug, Default)]
pub(super) struct Row {
    pub(super) name: String,
    /// What is added to the name.
    pub(super) note: String,
    pub(super) is_strong: bool,
    /// The figures beside the row.
    pub(super) cells: Vec<String>,
    pub(super) lanes: Vec<Lane>,
    /// The names of two marks of the row, the left one first, which stand above it if it is the first of a page.
    pub(super) heads: Option<[(i64, String); 2]>,
    /// An amount at which a line leads from this row to the next one.
    pub(super) link: Option<i64>,
}

impl Rows<'_> {
    /// The chart in as few drawings as it takes for none to be higher than `highest`, all on one scale. There is at
    /// least one; a row that is higher by itself has a drawing of its own.
    pub(super) fn pages(&self, width: i64, highest: i64) -> Vec<Drawing> {
        let width = look::width(width);
        let rows: Vec<&Row> = self.panels.iter().flat_map(|panel| &panel.rows).collect();
        let above = Columns::above(&rows, &self.headings, width);
        let beside = Columns::beside(&rows, &self.headings, width);
        // The first rows of pages name their marks, which needs a place on the scale; which rows are first follows from
        // their heights, so that it is known only afterwards.
        let mut firsts: Vec<Place> = (0..self.panels.len()).map(|panel| Place { panel, row: 0 }).collect();
        let starts = Layout::new(self, beside.as_ref(), &above, width, &firsts).breaks(highest);
        firsts.extend(starts);
        firsts.sort_unstable();
        firsts.dedup();
        let layout = Layout::new(self, beside.as_ref(), &above, width, &firsts);
        let starts = layout.breaks(highest);
        if starts.is_empty() {
            let (title, description) = (self.title.to_owned(), self.description.to_owned());
            return vec![Drawing { width, height: 0, title, description, shapes: Vec::new() }];
        }
        let ends = starts.iter().skip(1).copied().map(Some).chain([None]);
        starts.iter().zip(ends).map(|(start, end)| layout.page(*start, end)).collect()
    }
}

/// Which row.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) struct Place {
    pub(super) panel: usize,
    pub(super) row: usize,
}
