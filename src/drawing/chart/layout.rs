//! How the rows of a chart are laid out in a width, and on pages.

use std::ops::Range;

use super::axis::Axis;
use super::columns::Columns;
use super::key::{Key, draw_keys};
use super::lane::LaneLook;
use super::look;
use super::paint;
use super::paragraph::Paragraph;
use super::rows::RowChart;
use super::scale::{Extent, Scale};
use crate::drawing::colour::Colour;
use crate::drawing::geometry::{Point, Rect};
use crate::drawing::shape::{Anchor, Drawing, Shape, Stroke};

/// A scale beside names and texts has at least so many hundredths of the width, and one beside texts alone.
const LEAST_BESIDE: i64 = 32;
const LEAST_ABOVE: i64 = 25;
/// So many hundredths of the scale may be given up for names beside the first marks; else a key explains them.
const NAMES_TAKE: i64 = 20;
/// Between a name above marks and the marks.
const BELOW_NAME: i64 = 10;
/// The name of a mark stands over it, or at most so far beside it.
const HEAD_REACH: i64 = 60;
/// Between the names of two marks.
const HEADS_APART: i64 = 70;
/// A longer plot has its amounts below it too.
const LONG: i64 = 7_500;

impl RowChart<'_> {
    /// The scale, if it is not shorter than `least`; with the names of marks in the rows `named`.
    fn scale(&self, look: LaneLook, named: &[usize], least: i64) -> Option<Scale> {
        let rule = self.rule.map(|(at, _)| Extent { at, before: 0, after: 0 });
        let mut extents: Vec<Extent> = rule.into_iter().collect();
        for (row, one) in self.rows.iter().enumerate() {
            let is_named = named.contains(&row);
            extents.extend(one.lanes.iter().flat_map(|lane| lane.extents(is_named, &look)));
        }
        if extents.is_empty() {
            extents.push(Extent { at: 0, before: 0, after: 0 });
        }
        Scale::fitting(&extents, look.plot, least)
    }

    /// Whether marks have names that can stand beside the first of them.
    fn has_names(&self) -> bool {
        let mut lanes = self.rows.iter().flat_map(|row| &row.lanes);
        lanes.any(|lane| lane.tags.iter().any(|tag| !tag.name.is_empty()))
    }
}

/// A chart in a width.
pub(super) struct Layout<'a> {
    chart: &'a RowChart<'a>,
    columns: &'a Columns,
    width: i64,
    /// The rows whose marks are named.
    firsts: Vec<usize>,
    look: LaneLook,
    scale: Scale,
    axis: Axis,
    is_named: bool,
}

/// What a row is drawn as, from zero downwards.
struct Block {
    height: i64,
    /// Where its marks begin and end.
    marks: (i64, i64),
    /// The middle of its first and of its last marks.
    middles: (i64, i64),
    /// Where its name is, if it stands above its marks.
    name: Option<Rect>,
    shapes: Vec<Shape>,
}

impl<'a> Layout<'a> {
    /// Names and texts beside the marks where the marks keep enough of the width, else names above them, else texts too.
    pub(super) fn new(
        chart: &'a RowChart<'a>,
        beside: Option<&'a Columns>,
        above: &'a Columns,
        width: i64,
        firsts: Vec<usize>,
    ) -> Self {
        let look = |columns: &Columns| LaneLook { size: columns.size, plot: columns.plot, is_beside: true };
        let beside = beside.map(|beside| (beside, LEAST_BESIDE));
        let tried = beside.into_iter().chain([(above, LEAST_ABOVE)]);
        let mut fitting = tried.filter_map(|(columns, least)| {
            let least = width * least / 100;
            Some((columns, least, chart.scale(look(columns), &[], least)?))
        });
        let (columns, look, scale, is_named) = if let Some((columns, least, plain)) = fitting.next() {
            let look = look(columns);
            let named = chart.has_names().then(|| chart.scale(look, &firsts, least)).flatten();
            let named = named.filter(|named| named.length() * 100 >= plain.length() * (100 - NAMES_TAKE));
            (columns, look, named.unwrap_or(plain), named.is_some())
        } else {
            let look = LaneLook { is_beside: false, ..look(above) };
            let scale = chart.scale(look, &[], 1).unwrap_or_else(|| Scale::new((0, 1), above.plot));
            (above, look, scale, false)
        };
        let space = (columns.before_figures(width), columns.size);
        let axis = Axis::new(&scale, &chart.measure, chart.rule, columns.plot, space);
        Self { chart, columns, width, firsts, look, scale, axis, is_named }
    }

    /// The rows with which pages begin: as few pages as can be, and on each about as much. The first is always there.
    pub(super) fn breaks(&self, highest: i64) -> Vec<usize> {
        let heights: Vec<i64> = (0..self.chart.rows.len()).map(|row| self.block(row).height).collect();
        let below = look::line(self.columns.size) + look::FOOT;
        let starts = |limit: i64| {
            // Less what stands below long plots, of which there are no more on a page.
            let limit = limit - look::FOOT - limit / LONG * below;
            let mut starts: Vec<usize> = Vec::new();
            let mut y = 0;
            for (row, height) in heights.iter().enumerate() {
                let needed = self.chart.gap + height;
                if starts.is_empty() || y + needed > limit {
                    starts.push(row);
                    y = self.keys_height(row) + self.head_height();
                }
                y += needed;
            }
            starts
        };
        let few = starts(highest);
        let (mut low, mut high) = (0, highest);
        if few.len() < 2 {
            return few;
        }
        while high - low > look::line(self.columns.size) {
            let middle = i64::midpoint(low, high);
            if starts(middle).len() > few.len() {
                low = middle;
            } else {
                high = middle;
            }
        }
        starts(high)
    }

    /// A page of some rows.
    pub(super) fn page(&self, rows: Range<usize>) -> Drawing {
        let mut shapes = Vec::new();
        let y = draw_keys(self.keys(rows.start), 0, self.width, &mut shapes);
        let y = self.draw_rows(rows, y, &mut shapes);
        let (title, description) = (self.chart.title.to_owned(), self.chart.description.to_owned());
        Drawing { width: self.width, height: y + look::FOOT, title, description, shapes }
    }

    /// Draws rows from `y` on with what stands above them; where they end.
    fn draw_rows(&self, rows: Range<usize>, mut y: i64, shapes: &mut Vec<Shape>) -> i64 {
        let (axis, scale) = (&self.axis, &self.scale);
        let head = self.head_height();
        // On the line of the amounts, or above everything where the plot is as wide as the drawing.
        let heading = if self.columns.are_beside() { head } else { self.columns.heading_height() };
        self.columns.draw_heading(y + heading, shapes);
        axis.draw(y + head - axis.height(), shapes);
        y += head;

        let blocks: Vec<Block> = rows.clone().map(|row| self.block(row)).collect();
        let heights: i64 = blocks.iter().map(|block| block.height + self.chart.gap).sum();
        let tops: Vec<i64> = blocks
            .iter()
            .scan(y + self.chart.gap / 2, |top, block| {
                let own = *top;
                *top += block.height + self.chart.gap;
                Some(own)
            })
            .collect();
        if self.columns.are_beside() {
            axis.draw_grid((y, y + heights), shapes);
        } else {
            // Not through the names.
            for (block, top) in blocks.iter().zip(&tops) {
                axis.draw_grid((top + block.marks.0, top + block.marks.1), shapes);
            }
        }
        for (position, row) in rows.enumerate() {
            let top = tops[position];
            if self.chart.is_ruled && position > 0 {
                let line = top - self.chart.gap / 2;
                let ends = vec![Point::new(0, line), Point::new(self.width, line)];
                paint::line(ends, look::SEPARATOR, shapes);
            }
            if let (Some(at), Some(next)) = (self.chart.rows[row].link, blocks.get(position + 1)) {
                let ends = (top + blocks[position].middles.1, tops[position + 1] + next.middles.0);
                let x = scale.place(at);
                // Not through the name of the next row.
                let name = next.name.map(|name| name.moved(Point::new(0, tops[position + 1])).grown(20));
                if name.is_none_or(|name| x < name.left || x > name.right) {
                    paint::upright(x, ends, LINK, shapes);
                }
            }
        }
        for (block, top) in blocks.into_iter().zip(tops) {
            shapes.push(Shape::Group { offset: Point::new(0, top), shapes: block.shapes });
        }
        y += heights;
        if heights > LONG { y + axis.draw_below(y, shapes) } else { y }
    }

    /// The height of what stands above the rows: the axis with the heading of the figures.
    fn head_height(&self) -> i64 {
        let (axis, heading) = (self.axis.height(), self.columns.heading_height());
        if self.columns.are_beside() { axis.max(heading) } else { axis + heading }
    }

    /// What explains the marks of a page that begins with this row.
    fn keys(&self, start: usize) -> &[Key] {
        let has_heads = self.chart.rows[start].heads.is_some() && self.heads(start).is_some();
        if has_heads || self.is_named { &[] } else { &self.chart.keys }
    }

    fn keys_height(&self, start: usize) -> i64 {
        draw_keys(self.keys(start), 0, self.width, &mut Vec::new())
    }

    /// The names of the marks of a row and where they begin, if both have a place: over the marks, or moved outwards as
    /// far as it takes.
    fn heads(&self, row: usize) -> Option<[(Paragraph, i64); 2]> {
        let [(left, left_name), (right, right_name)] = self.chart.rows[row].heads.as_ref()?;
        let scale = &self.scale;
        let text = |name: &str| Paragraph::line(name, self.columns.size).coloured(Colour::SOFT_INK);
        let (left_name, right_name) = (text(left_name), text(right_name));
        let (left, right) = (scale.place(*left), scale.place(*right));
        // Two names side by side, with their middles over the marks where there is space for both.
        let over = (left - left_name.width() / 2, right - right_name.width() / 2);
        let apart = over.1 - over.0 - left_name.width() - look::GAP;
        let outwards = (-apart).max(0) / 2 + 1;
        let from = if self.columns.are_beside() { self.columns.plot.0 } else { 0 };
        let left_x = (over.0 - outwards).max(from);
        let right_x = (over.1 + outwards).min(self.width - right_name.width());
        // A name whose mark is not below it would be taken for another's.
        let is_over = |x: i64, name: &Paragraph, mark: i64| {
            x - HEAD_REACH <= mark && mark <= x + name.width() + HEAD_REACH
        };
        let fit = left_x + left_name.width() + HEADS_APART <= right_x
            && is_over(left_x, &left_name, left)
            && is_over(right_x, &right_name, right)
            && right - left > look::TAG_GAP;
        fit.then_some([(left_name, left_x), (right_name, right_x)])
    }

    fn block(&self, position: usize) -> Block {
        let (row, scale) = (&self.chart.rows[position], &self.scale);
        let is_first = self.firsts.contains(&position);
        let is_named = self.is_named && is_first;
        let label = self.columns.label(row);
        let heads = if is_first { self.heads(position) } else { None };
        let heads_height = if heads.is_some() { look::line(self.columns.size) } else { 0 };

        // The marks from zero downwards, to know how high they are.
        let mut marks = Vec::new();
        let (mut lanes, mut middles) = (0, Vec::new());
        for lane in &row.lanes {
            let (height, middle) = lane.draw(scale, lanes, is_named, &self.look, &mut marks);
            if !lane.marks.is_empty() {
                middles.push(middle);
            }
            lanes += height;
        }
        let middle_of_marks = |at: Option<&i64>| at.copied().unwrap_or(lanes / 2);
        let (first, last) = (middle_of_marks(middles.first()), middle_of_marks(middles.last()));
        let figure_height = if row.figure.is_empty() { 0 } else { look::line(self.columns.size) };

        let mut shapes = Vec::new();
        let (marks_top, height, name);
        if self.columns.are_beside() {
            let content = lanes.max(label.height()).max(figure_height);
            let middle = heads_height + content / 2;
            // The name beside the middle of what it names, where it finds a place.
            let at_marks = heads_height + (content - lanes) / 2 + i64::midpoint(first, last);
            let lowest = heads_height + content - label.height();
            let label_top = (at_marks - label.height() / 2).clamp(heads_height, lowest);
            label.draw(0, label_top, &mut shapes);
            self.columns.draw_figure(row, at_marks, &mut shapes);
            marks_top = middle - lanes / 2;
            height = heads_height + content;
            name = None;
        } else {
            label.draw(0, 0, &mut shapes);
            self.columns.draw_figure(row, look::line(self.columns.size) / 2, &mut shapes);
            let label_height = label.height().max(figure_height);
            marks_top = label_height + BELOW_NAME + heads_height;
            height = marks_top + lanes;
            name = Some(Rect::at(Point::default(), label.width(), label.height()));
        }
        for (text, x) in heads.iter().flatten() {
            text.draw(*x, marks_top - heads_height, Anchor::Start, &mut shapes);
        }
        let offset = Point::new(0, marks_top);
        shapes.push(Shape::Group { offset, shapes: marks });
        Block {
            height,
            marks: (marks_top - heads_height, marks_top + lanes),
            middles: (marks_top + first, marks_top + last),
            name,
            shapes,
        }
    }
}

/// From one row to the next.
const LINK: Stroke = Stroke::solid(Colour([0x6b, 0x72, 0x7a]), 8);
