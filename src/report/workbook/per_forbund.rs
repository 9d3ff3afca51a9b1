//! What each förbund has for insatser: a row per förbund, and a column for today and for each alternative.

use super::book::{Bars, Cell, Chart, Kind};
use super::context::{Context, Side};
use super::formula::CellAddress;
use super::layout::{Table, forbund};
use super::page::{Page, column, texts};
use super::rounding::if_known;
use crate::report::words::matrix;

const NAME: u16 = 0;
/// The column of today; those of the alternatives follow.
const TODAY: u16 = 1;
/// How many bars a row of the sheet is high enough for, and how many rows the title, the axis and the legend take.
const BARS_PER_ROW: u32 = 2;
const ROWS_AROUND: u32 = 7;
/// Bars that can be distinguished on one page.
const MOST_BARS: u32 = 120;

/// The förbund of today and of all alternatives, by their labels.
pub(super) struct PerForbund<'run> {
    context: &'run Context<'run>,
    labels: Vec<&'run str>,
}

impl<'run> PerForbund<'run> {
    pub(super) fn new(context: &'run Context<'run>) -> Self {
        let mut labels: Vec<&str> = Vec::new();
        for label in context.sides.iter().flat_map(|side| &side.labels) {
            if !labels.contains(&label.as_str()) {
                labels.push(label);
            }
        }
        Self { context, labels }
    }

    pub(super) fn rows(&self) -> usize {
        self.labels.len()
    }

    /// How many columns the table has.
    pub(super) fn columns(&self) -> u16 {
        TODAY + u16::try_from(self.context.sides.len()).expect("fewer columns than a sheet has")
    }

    /// Writes the table of a side.
    pub(super) fn table(&self, page: &mut Page, table: Table, side: Side) {
        let (context, labels) = (self.context, self.context.labels);
        let mut columns = vec![texts(NAME, labels.forbund, |row| self.labels[row])];
        columns.extend((TODAY..).zip(&context.sides).enumerate().map(|(number, (at, places))| {
            let (heading, of, side) = match number.checked_sub(1) {
                None => (labels.today, context.first(), Side::TODAY),
                Some(position) => {
                    let of = &context.alternatives[position];
                    (of.computed.scenario.name.as_str(), of, side)
                }
            };
            let rows = &context.rows[number];
            column(at, heading, move |row: usize| {
                let row = places.labels.iter().position(|label| label == self.labels[row])?;
                let known = of.forbund(side, &rows[row]).insatser;
                let from = places.forbund[side.index].cell(row, forbund::INSATSER);
                Some(Cell::known(Kind::Amount, if_known(&[from], from), known))
            })
        }));
        page.table(table, &self.caption(side), &columns);
    }

    fn caption(&self, side: Side) -> String {
        let context = self.context;
        let [is_gross, is_net] = side.pick([[false; 2], [true, false], [false, true]]);
        let caption = context.caption(|captions| captions.matrix_insatser);
        matrix::caption(context.language, &caption, is_gross, is_net)
    }

    /// The chart of a table, from a row on; none where it would have more bars than can be distinguished.
    pub(super) fn chart(&self, table: Table, side: Side, first: u32) -> Option<Chart> {
        let bars = u32::try_from(self.rows() * self.context.sides.len()).ok()?;
        (bars <= MOST_BARS).then(|| Chart {
            title: self.caption(side),
            bars: Bars::Lying,
            at: CellAddress { row: first, ..table.caption() },
            rows: bars.div_ceil(BARS_PER_ROW) + ROWS_AROUND,
            categories: table.column(NAME),
            series: (TODAY..self.columns()).map(|at| (table.heading(at), table.column(at))).collect(),
        })
    }
}
