//! How often one thing is more than another: a row and a column for each, darker where it is more often.

use super::common::Chart;
use super::look;
use super::paint::{self, Paint};
use super::paragraph::Paragraph;
use crate::drawing::colour::Colour;
use crate::drawing::geometry::{Point, Rect};
use crate::drawing::letters::{self, Weight};
use crate::drawing::shape::{Anchor, Drawing, Fill};

/// Names of rows take at most so much of the width, in hundredths.
const WIDEST_NAMES: i64 = 40;
/// The most lines of a name above a column.
const LINES: i64 = 3;
/// The least height of a row.
const LEAST_ROW: i64 = 300;
const PADDING: i64 = 60;

/// Shares of each thing against each other one.
pub struct Matrix<'a> {
    /// What the chart says.
    pub title: &'a str,
    /// The same in words, for screen readers.
    pub description: &'a str,
    /// What stands above the names of the columns: "lämnar mer än".
    pub columns: &'a str,
    /// The things, for rows and columns.
    pub names: Vec<&'a str>,
    /// Of each row its share of each column in hundredths of a percent, from 0 to 10 000; none against itself.
    pub shares: Vec<Vec<Option<u16>>>,
    /// How a share is written.
    pub figure: &'a dyn Fn(u16) -> String,
}

/// Where the names of rows stand.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Names {
    Beside,
    /// Where cells beside names would be too narrow.
    Above,
}

/// A matrix in a width.
struct Layout {
    names: Names,
    rows: Vec<Paragraph>,
    headings: Vec<Paragraph>,
    /// Where the first column begins, and how wide each is.
    left: i64,
    column: i64,
}

impl Matrix<'_> {
    /// The names above the columns; none where they have no place there.
    fn headings(&self, column: i64, size: i64) -> Option<Vec<Paragraph>> {
        let widest = column - PADDING;
        let heading = |name: &&str| {
            let is_whole =
                name.split_whitespace().all(|word| letters::width(word, size, Weight::Regular) <= widest);
            let heading = Paragraph::wrapped(name, widest, size, Weight::Regular);
            (is_whole && heading.height() <= LINES * look::line(size)).then_some(heading)
        };
        self.names.iter().map(heading).collect()
    }

    /// The names beside or above the rows, numbered where columns have numbers only.
    fn layout(&self, width: i64, names: Names, is_numbered: bool) -> Option<Layout> {
        let size = look::size(width);
        let space = if names == Names::Beside { width * WIDEST_NAMES / 100 } else { width };
        let name = |(number, name): (usize, &&str)| {
            let text = if is_numbered { format!("{}. {name}", number + 1) } else { (*name).to_owned() };
            Paragraph::wrapped(&text, space, size, Weight::Regular)
        };
        let rows: Vec<Paragraph> = self.names.iter().enumerate().map(name).collect();
        let left = match names {
            Names::Beside => rows.iter().map(Paragraph::width).max().unwrap_or(0) + look::GAP,
            Names::Above => 0,
        };
        let column = (width - left) / look::count(self.names.len()).max(1);
        let number = |number: usize| Paragraph::line(&(number + 1).to_string(), size);
        let headings = if is_numbered {
            (0..self.names.len()).map(number).collect()
        } else {
            self.headings(column, size)?
        };
        let widest = self.widest_figure(size).max(headings.iter().map(Paragraph::width).max().unwrap_or(0));
        let fits = widest + PADDING <= column || names == Names::Above && is_numbered;
        fits.then_some(Layout { names, rows, headings, left, column })
    }

    fn widest_figure(&self, size: i64) -> i64 {
        let shares = self.shares.iter().flatten().flatten();
        shares.map(|share| letters::width(&(self.figure)(*share), size, Weight::Regular)).max().unwrap_or(0)
    }

    fn drawing(&self, width: i64) -> Drawing {
        let size = look::size(width);
        let line = look::line(size);
        let all =
            [(Names::Beside, false), (Names::Beside, true), (Names::Above, false), (Names::Above, true)];
        let layout = all.into_iter().find_map(|(names, is_numbered)| self.layout(width, names, is_numbered));
        let Layout { names, rows, headings, left, column } = layout.expect("the last one always fits");

        let mut shapes = Vec::new();
        let title = Paragraph::wrapped(self.columns, width, size, Weight::Regular).coloured(Colour::SOFT_INK);
        let title_left = left.min(width - title.width()).max(0);
        title.draw(title_left, 0, Anchor::Start, &mut shapes);
        let heads = headings.iter().map(Paragraph::height).max().unwrap_or(0);
        let mut top = title.height() + heads + PADDING / 2;
        // What is too narrow for its text shows its shade alone.
        let is_legible = |text: &Paragraph| text.width() <= column;
        for (place, heading) in (0..).zip(&headings).filter(|(_, heading)| is_legible(heading)) {
            let x = left + place * column + column / 2;
            heading.draw(x, top - PADDING / 2 - heading.height(), Anchor::Middle, &mut shapes);
        }
        for (name, shares) in rows.iter().zip(&self.shares) {
            let height = match names {
                Names::Beside => (name.height() + PADDING).max(LEAST_ROW),
                Names::Above => LEAST_ROW,
            };
            if names == Names::Above {
                name.draw(0, top, Anchor::Start, &mut shapes);
                top += name.height();
            } else {
                name.draw(0, top + (height - name.height()) / 2, Anchor::Start, &mut shapes);
            }
            for (place, share) in (0..).zip(shares) {
                let Some(share) = share else { continue };
                let x = left + place * column;
                let area = Rect::at(Point::new(x + 10, top + 10), (column - 20).max(1), height - 20);
                let hundredths = u8::try_from(share / 100).unwrap_or(100).min(100);
                let fill = Fill::plain(Colour::WHITE.mixed(Paint::PLAIN.fill.colour, hundredths));
                paint::bar(area, fill, &mut shapes);
                let text = Paragraph::line(&(self.figure)(*share), size);
                if is_legible(&text) {
                    text.draw(x + column / 2, top + (height - line) / 2, Anchor::Middle, &mut shapes);
                }
            }
            top += height;
        }
        let (title, description) = (self.title.to_owned(), self.description.to_owned());
        Drawing { width, height: top + look::FOOT, title, description, shapes }
    }
}

impl Chart for Matrix<'_> {
    fn says_nothing(&self) -> bool {
        self.shares.iter().flatten().flatten().all(|share| *share == 0)
    }

    /// One drawing: a matrix cannot be parted.
    fn pages(&self, width: i64, _highest: i64) -> Vec<Drawing> {
        vec![self.drawing(look::width(width))]
    }
}
