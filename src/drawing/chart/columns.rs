//! How the width of a chart is shared between the names of its rows, the plot and columns of figures.

use super::look;
use super::paragraph::Paragraph;
use super::rows::Row;
use crate::drawing::colour::Colour;
use crate::drawing::letters::{self, Weight};
use crate::drawing::shape::{Anchor, Shape};

/// Names beside the plot take at most so much of the width, in hundredths; if all fit on a line in less, they do.
const WIDEST_NAMES: i64 = 42;
const LINE_NAMES: i64 = 27;
/// A plot beside names takes at least so much.
const LEAST_PLOT: i64 = 34;
/// Figures on the line of a name take at most so much.
const WIDEST_FIGURES: i64 = 55;
/// The most lines of a name beside the plot.
const LINES: usize = 2;

/// Where names, plot and figures stand.
pub(super) struct Columns {
    pub(super) size: i64,
    /// The left and right side of the plot.
    pub(super) plot: (i64, i64),
    names: Names,
    figures: Option<Figures>,
}

/// Where the names of rows stand.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Names {
    /// Beside the plot, on lines of at most this width.
    Beside(i64),
    /// Above it, on lines of at most this width.
    Above(i64),
}

/// The column of figures.
struct Figures {
    heading: Paragraph,
    /// Where it ends; none if its figures stand below the names, since there is no place for them beside these.
    right: Option<i64>,
}

/// The name of a row with what stands below it.
pub(super) struct Label {
    paragraphs: Vec<Paragraph>,
}

impl Label {
    pub(super) fn height(&self) -> i64 {
        self.paragraphs.iter().map(Paragraph::height).sum()
    }

    pub(super) fn width(&self) -> i64 {
        self.paragraphs.iter().map(Paragraph::width).max().unwrap_or(0)
    }

    pub(super) fn draw(&self, x: i64, mut top: i64, shapes: &mut Vec<Shape>) {
        for paragraph in &self.paragraphs {
            paragraph.draw(x, top, Anchor::Start, shapes);
            top += paragraph.height();
        }
    }
}

impl Columns {
    /// With the names beside the plot; none if they are too wide for that.
    pub(super) fn beside(rows: &[Row], heading: &str, width: i64) -> Option<Self> {
        let size = look::size(width);
        let of_figures = figures_width(rows, heading, width);
        let names = names_beside(rows, size, width)?;
        let plot = (names + look::GAP, width - of_figures.map_or(0, |width| width + look::GAP) - edge(size));
        if plot.1 - plot.0 < width * LEAST_PLOT / 100 {
            return None;
        }
        let figures = of_figures.map(|of_figures| Figures::new(heading, of_figures, Some(width), size));
        Some(Self { size, plot, names: Names::Beside(names), figures })
    }

    /// With the names above the plot.
    pub(super) fn above(rows: &[Row], heading: &str, width: i64) -> Self {
        let size = look::size(width);
        let of_figures = figures_width(rows, heading, width);
        let taken = of_figures.map_or(0, |width| width + look::GAP);
        let is_on_line = taken <= width * WIDEST_FIGURES / 100;
        let right = is_on_line.then_some(width);
        let figures = of_figures.map(|of_figures| Figures::new(heading, of_figures, right, size));
        let names = Names::Above(if is_on_line { width - taken } else { width });
        Self { size, plot: (edge(size), width - edge(size)), names, figures }
    }

    /// Whether names stand beside the plot and not above it.
    pub(super) const fn are_beside(&self) -> bool {
        matches!(self.names, Names::Beside(_))
    }

    /// What stands beside or above the marks of a row.
    pub(super) fn label(&self, row: &Row) -> Label {
        let (Names::Beside(widest) | Names::Above(widest)) = self.names;
        let weight = if row.is_strong { Weight::Bold } else { Weight::Regular };
        let mut paragraphs = vec![Paragraph::wrapped(&row.name, widest, self.size, weight)];
        let mut soft = |text: &str| {
            let note = Paragraph::wrapped(text, widest, self.size, Weight::Regular);
            paragraphs.push(note.coloured(Colour::SOFT_INK));
        };
        soft(&row.note);
        if let Some(figures) = self.figures.as_ref().filter(|figures| figures.right.is_none())
            && !row.figure.is_empty()
        {
            soft(&format!("{}: {}", figures.heading.text(), row.figure));
        }
        paragraphs.retain(|paragraph| !paragraph.is_empty());
        Label { paragraphs }
    }

    /// Draws the figure of a row on one line around `middle`.
    pub(super) fn draw_figure(&self, row: &Row, middle: i64, shapes: &mut Vec<Shape>) {
        if let Some((_, right)) = self.figures_beside() {
            let text = Paragraph::line(&row.figure, self.size);
            text.draw(right, middle - text.height() / 2, Anchor::End, shapes);
        }
    }

    /// The height of the heading of the figures.
    pub(super) fn heading_height(&self) -> i64 {
        self.figures_beside().map_or(0, |(heading, _)| heading.height())
    }

    /// Draws the heading so that it ends at `bottom`.
    pub(super) fn draw_heading(&self, bottom: i64, shapes: &mut Vec<Shape>) {
        if let Some((heading, right)) = self.figures_beside() {
            heading.draw(right, bottom - heading.height(), Anchor::End, shapes);
        }
    }

    /// Where the column of figures begins whose heading stands on the lines of the axis; else the whole width.
    pub(super) fn before_figures(&self, width: i64) -> i64 {
        if self.are_beside() && self.figures.is_some() { self.plot.1 + edge(self.size) } else { width }
    }

    /// The heading of figures that stand in a column, and where it ends.
    fn figures_beside(&self) -> Option<(&Paragraph, i64)> {
        let figures = self.figures.as_ref()?;
        Some((&figures.heading, figures.right?))
    }
}

impl Figures {
    fn new(heading: &str, width: i64, right: Option<i64>, size: i64) -> Self {
        let heading = Paragraph::wrapped(heading, width, size, Weight::Regular).coloured(Colour::SOFT_INK);
        Self { heading, right }
    }
}

/// The width of the column of figures, if there are any.
fn figures_width(rows: &[Row], heading: &str, width: i64) -> Option<i64> {
    if heading.is_empty() {
        return None;
    }
    let size = look::size(width);
    let widths = rows.iter().map(|row| letters::width(&row.figure, size, Weight::Regular));
    let heading = balanced(heading, LINES, size, Weight::Regular).unwrap_or(width);
    Some(widths.max().unwrap_or(0).max(heading.min(width * WIDEST_FIGURES / 100)))
}

/// What is kept free at a side of the drawing for half of a mark or a short figure.
const fn edge(size: i64) -> i64 {
    size / 2
}

/// The width of names beside the plot, on at most two lines each; none if they are too wide.
fn names_beside(rows: &[Row], size: i64, width: i64) -> Option<i64> {
    let weight = |row: &Row| if row.is_strong { Weight::Bold } else { Weight::Regular };
    let mut narrow = 0;
    let mut line = 0;
    for row in rows {
        let note = balanced(&row.note, LINES + 1, size, Weight::Regular)?;
        narrow = narrow.max(balanced(&row.name, LINES, size, weight(row))?).max(note);
        line = line.max(letters::width(row.name.trim(), size, weight(row)));
    }
    let chosen = narrow.max(line.min(width * LINE_NAMES / 100));
    (chosen <= width * WIDEST_NAMES / 100).then_some(chosen)
}

/// The least width of a text on at most so many lines, if its words are not broken.
fn balanced(text: &str, lines: usize, size: i64, weight: Weight) -> Option<i64> {
    let text = text.trim();
    if text.is_empty() {
        return Some(0);
    }
    let lines = letters::balanced(text, lines, size, weight)?;
    lines.iter().map(|line| letters::width(line, size, weight)).max()
}
