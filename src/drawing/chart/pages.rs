//! Rows on pages.

use super::columns::Columns;
use super::layout::Layout;
use super::look;
use super::rows::RowChart;
use crate::drawing::shape::Drawing;

impl RowChart<'_> {
    /// The chart in as few drawings as it takes for none to be higher than `highest`, all on one scale. There is at
    /// least one; a row that is higher by itself has a drawing of its own.
    pub(super) fn pages(&self, width: i64, highest: i64) -> Vec<Drawing> {
        let width = look::width(width);
        if self.rows.is_empty() {
            let (title, description) = (self.title.to_owned(), self.description.to_owned());
            return vec![Drawing { title, description, ..Drawing::empty(width) }];
        }
        let above = Columns::above(&self.rows, self.heading, width);
        let beside = Columns::beside(&self.rows, self.heading, width);
        // The first rows of pages name their marks, which needs a place on the scale; which rows are first follows from
        // their heights, so that it is known only afterwards.
        let mut layout = Layout::new(self, beside.as_ref(), &above, width, vec![0]);
        let mut starts = layout.breaks(highest);
        if starts.len() > 1 {
            layout = Layout::new(self, beside.as_ref(), &above, width, starts);
            starts = layout.breaks(highest);
        }
        let ends = starts.iter().skip(1).copied().chain([self.rows.len()]);
        starts.iter().zip(ends).map(|(start, end)| layout.page(*start..end)).collect()
    }
}
