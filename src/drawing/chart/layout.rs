//! How the rows of a chart are laid out in a width, and on pages.

use super::axis::Axis;
use super::columns::Columns;
use super::key::{Key, draw_keys};
use super::lane::LaneLook;
use super::look;
use super::paint;
use super::paragraph::Paragraph;
use super::rows::{Place, Row, Rows};
use super::scale::{Extent, Scale};
use crate::drawing::colour::Colour;
use crate::drawing::geometry::{Point, Rect};
use crate::drawing::letters::Weight;
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
/// Between panels, and between a heading and what is below it.
const PANEL_GAP: i64 = 220;
const BELOW_HEADING: i64 = 20;
/// A longer plot has its amounts below it too.
const LONG: i64 = 7_500;

impl Rows<'_> {
    /// The scale of each panel, if none is shorter than `least`; with the names of marks in some rows.
    fn scales(
        &self,
        columns: &Columns,
        look: LaneLook,
        named: Option<&[Place]>,
        least: i64,
    ) -> Option<Vec<Scale>> {
        let panels = self.panels.iter().enumerate().map(|(panel, one)| {
            let rules = self.rules.iter().map(|rule| Extent { at: rule.at, before: 0, after: 0 });
            let mut extents: Vec<Extent> = rules.collect();
            for (row, one) in one.rows.iter().enumerate() {
                let is_named = named.is_some_and(|named| named.contains(&Place { panel, row }));
                extents.extend(one.lanes.iter().flat_map(|lane| lane.extents(is_named, &look)));
            }
            if extents.is_empty() {
                extents.push(Extent { at: 0, before: 0, after: 0 });
            }
            Scale::fitting(&extents, columns.plot, least)
        });
        panels.collect()
    }

    /// Whether marks have names that can stand beside the first of them.
    fn has_names(&self) -> bool {
        let mut lanes = self.panels.iter().flat_map(|panel| &panel.rows).flat_map(|row| &row.lanes);
        lanes.any(|lane| lane.tags.iter().any(|tag| !tag.name.is_empty()))
    }
}

/// Rows in a width.
pub(super) struct Layout<'a> {
    rows: &'a Rows<'a>,
    columns: &'a Columns,
    width: i64,
    /// The rows whose marks are named.
    firsts: &'a [Place],
    look: LaneLook,
    scales: Vec<Scale>,
    axes: Vec<Axis>,
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
        rows: &'a Rows<'a>,
        beside: Option<&'a Columns>,
        above: &'a Columns,
        width: i64,
        firsts: &'a [Place],
    ) -> Self {
        let beside = beside.map(|beside| (beside, LEAST_BESIDE));
        let tried = beside.into_iter().chain([(above, LEAST_ABOVE)]);
        let mut fitting = tried.filter_map(|(columns, least)| {
            let least = width * least / 100;
            let plain = rows.scales(columns, LaneLook::beside(columns), None, least)?;
            Some((columns, least, plain))
        });
        let (columns, look, scales, is_named) = if let Some((columns, least, plain)) = fitting.next() {
            let look = LaneLook::beside(columns);
            let named = rows.scales(columns, look, Some(firsts), least).filter(|named| {
                let keeps = |(named, plain): (&Scale, &Scale)| {
                    named.length() * 100 >= plain.length() * (100 - NAMES_TAKE)
                };
                rows.has_names() && named.iter().zip(&plain).all(keeps)
            });
            let is_named = named.is_some();
            (columns, look, named.unwrap_or(plain), is_named)
        } else {
            let look = LaneLook { is_beside: false, ..LaneLook::beside(above) };
            let scales = rows.scales(above, look, None, 1);
            let scales = scales.unwrap_or_else(|| vec![Scale::new((0, 1), above.plot); rows.panels.len()]);
            (above, look, scales, false)
        };
        let axes = scales
            .iter()
            .map(|scale| Axis::new(scale, &rows.measure, &rows.rules, columns.plot, width))
            .collect();
        Self { rows, columns, width, firsts, look, scales, axes, is_named }
    }

    fn row(&self, place: Place) -> &Row {
        &self.rows.panels[place.panel].rows[place.row]
    }

    /// All rows in their order.
    fn places(&self) -> impl Iterator<Item = Place> {
        let panels = self.rows.panels.iter().enumerate();
        panels.flat_map(|(panel, one)| (0..one.rows.len()).map(move |row| Place { panel, row }))
    }

    /// The rows with which pages begin: as few pages as can be, and on each about as much. The first is always there.
    pub(super) fn breaks(&self, highest: i64) -> Vec<Place> {
        let places: Vec<Place> = self.places().collect();
        let heights: Vec<i64> = places.iter().map(|place| self.block(*place).height).collect();
        let below = look::line(self.columns.size) + look::FOOT;
        let starts = |limit: i64| {
            // Less what stands below long plots, of which there are no more on a page.
            let limit = limit - look::FOOT - limit / LONG * below;
            let mut starts: Vec<Place> = Vec::new();
            let mut y = 0;
            for (position, (place, height)) in places.iter().zip(&heights).enumerate() {
                let is_new_panel = position > 0 && places[position - 1].panel != place.panel;
                let mut needed = self.rows.gap + height;
                if is_new_panel {
                    needed += PANEL_GAP + self.head_height(place.panel);
                }
                if starts.is_empty() || y + needed > limit {
                    starts.push(*place);
                    y = self.keys_height(*place) + self.head_height(place.panel);
                    needed = self.rows.gap + height;
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

    /// A page from one row to another, which is not on it any more, or to the end.
    pub(super) fn page(&self, start: Place, end: Option<Place>) -> Drawing {
        let on_page = |place: &Place| *place >= start && end.is_none_or(|end| *place < end);
        let places: Vec<Place> = self.places().filter(on_page).collect();
        let mut shapes = Vec::new();
        let mut y = draw_keys(self.keys(start), 0, self.width, &mut shapes);
        for panel in places.chunk_by(|one, other| one.panel == other.panel) {
            if panel[0] != start {
                y += PANEL_GAP;
            }
            y = self.draw_panel(panel, y, &mut shapes);
        }
        let (title, description) = (self.rows.title.to_owned(), self.rows.description.to_owned());
        Drawing { width: self.width, height: y + look::FOOT, title, description, shapes }
    }

    /// Draws rows of a panel from `y` on with what stands above them; where they end.
    fn draw_panel(&self, places: &[Place], mut y: i64, shapes: &mut Vec<Shape>) -> i64 {
        let Some(first) = places.first() else {
            return y;
        };
        let (axis, scale) = (&self.axes[first.panel], &self.scales[first.panel]);
        let heading = self.heading(first.panel);
        if !heading.is_empty() {
            heading.draw(0, y, Anchor::Start, shapes);
            y += heading.height() + BELOW_HEADING;
        }
        let head = self.axis_height(first.panel);
        // On the line of the amounts, or above everything where the plot is as wide as the drawing.
        let headings = if self.columns.are_beside() { head } else { self.columns.headings_height() };
        self.columns.draw_headings(y + headings, shapes);
        axis.draw(y + head - axis.height(), shapes);
        y += head;

        let blocks: Vec<Block> = places.iter().map(|place| self.block(*place)).collect();
        let heights: i64 = blocks.iter().map(|block| block.height + self.rows.gap).sum();
        let tops: Vec<i64> = blocks
            .iter()
            .scan(y + self.rows.gap / 2, |top, block| {
                let own = *top;
                *top += block.height + self.rows.gap;
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
        for (position, place) in places.iter().enumerate() {
            let top = tops[position];
            if self.rows.is_ruled && position > 0 {
                let line = top - self.rows.gap / 2;
                let ends = vec![Point::new(0, line), Point::new(self.width, line)];
                paint::line(ends, look::SEPARATOR, shapes);
            }
            if let (Some(at), Some(next)) = (self.row(*place).link, blocks.get(position + 1)) {
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

    fn heading(&self, panel: usize) -> Paragraph {
        Paragraph::wrapped(self.rows.panels[panel].heading, self.width, self.columns.size, Weight::Bold)
    }

    /// The height of what stands above the rows of a panel.
    fn head_height(&self, panel: usize) -> i64 {
        let heading = self.heading(panel);
        let heading = if heading.is_empty() { 0 } else { heading.height() + BELOW_HEADING };
        heading + self.axis_height(panel)
    }

    /// The height of the axis with the headings of the figures.
    fn axis_height(&self, panel: usize) -> i64 {
        let (axis, headings) = (self.axes[panel].height(), self.columns.headings_height());
        if self.columns.are_beside() { axis.max(headings) } else { axis + headings }
    }

    /// What explains the marks of a page that begins with this row.
    fn keys(&self, start: Place) -> &[Key] {
        let has_heads = self.row(start).heads.is_some() && self.heads(start).is_some();
        if has_heads || self.is_named { &[] } else { &self.rows.keys }
    }

    fn keys_height(&self, start: Place) -> i64 {
        draw_keys(self.keys(start), 0, self.width, &mut Vec::new())
    }

    /// The names of the marks of a row and where they begin, if both have a place: over the marks, or moved outwards as
    /// far as it takes.
    fn heads(&self, place: Place) -> Option<[(Paragraph, i64); 2]> {
        let [(left, left_name), (right, right_name)] = self.row(place).heads.as_ref()?;
        let scale = &self.scales[place.panel];
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

    fn block(&self, place: Place) -> Block {
        let row = self.row(place);
        let scale = &self.scales[place.panel];
        let is_first = self.firsts.contains(&place);
        let is_named = self.is_named && is_first;
        let label = self.columns.label(row);
        let heads = if is_first { self.heads(place) } else { None };
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
        let cells_height = if row.cells.is_empty() { 0 } else { look::line(self.columns.size) };

        let mut shapes = Vec::new();
        let (marks_top, height, name);
        if self.columns.are_beside() {
            let content = lanes.max(label.height()).max(cells_height);
            let middle = heads_height + content / 2;
            // The name beside the middle of what it names, where it finds a place.
            let at_marks = heads_height + (content - lanes) / 2 + i64::midpoint(first, last);
            let lowest = heads_height + content - label.height();
            let label_top = (at_marks - label.height() / 2).clamp(heads_height, lowest);
            label.draw(0, label_top, &mut shapes);
            self.columns.draw_cells(row, at_marks, &mut shapes);
            marks_top = middle - lanes / 2;
            height = heads_height + content;
            name = None;
        } else {
            label.draw(0, 0, &mut shapes);
            self.columns.draw_cells(row, look::line(self.columns.size) / 2, &mut shapes);
            let label_height = label.height().max(cells_height);
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
