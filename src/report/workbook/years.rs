//! The sheet of the years of a path: values of each, and formulas of what they add up to.

use super::book::{Bars, Cell, Chart, Kind, Sheet};
use super::context::{Alternative, Context, Side};
use super::formula::{CellAddress, sum};
use super::layout::Table;
use super::page::{Column, Page, column, texts};
use crate::analysis::path::{PathResult, YearResult};
use crate::analysis::result::Total;
use crate::model::kronor::Kronor;

const ALTERNATIVE: u16 = 0;
const YEAR: u16 = 1;
const FORBUND: u16 = 2;
const STATE: u16 = 3;
const TOTAL: u16 = 4;
const KANSLI: u16 = 5;
const INSATSER: u16 = 6;
const CHANGE: u16 = 7;
const ONE_OFF: u16 = 8;
const ACCUMULATED: u16 = 9;
const COLUMNS: u16 = 10;
/// Rows that the chart takes.
const CHART_ROWS: u32 = 20;

/// The sheet at a place of the book; none where there are no years.
pub(super) fn sheet(context: &Context<'_>, place: usize, name: String) -> Option<Sheet> {
    let words = context.words;
    let mut page = Page::new(name, COLUMNS, words.sheet_years, words.note_years);
    let paths: Option<Vec<&PathResult>> =
        context.alternatives.iter().map(|alternative| alternative.computed.result.path.as_ref()).collect();
    let years = Years { context, paths: paths.filter(|paths| !paths.is_empty())? };
    let mut next = 3;
    for side in context.after() {
        let table = Table::new(place, next, years.rows());
        next = table.next(1);
        let caption = side.pick(["", words.caption_years_gross, words.caption_years_net]);
        page.table(table, caption, &years.columns(table, side));
        if let Some(chart) = years.chart(table, side, next) {
            page.sheet.charts.push(chart);
            next += CHART_ROWS + 1;
        }
    }
    Some(page.sheet)
}

struct Years<'run> {
    context: &'run Context<'run>,
    /// That of each alternative.
    paths: Vec<&'run PathResult>,
}

impl<'run> Years<'run> {
    fn of_each(&self) -> usize {
        self.paths[0].years.len()
    }

    /// Those of today, and of each alternative.
    fn rows(&self) -> usize {
        (self.paths.len() + 1) * self.of_each()
    }

    /// The alternative of a row, none for today, and the year.
    fn at(&self, row: usize) -> (Option<&'run Alternative<'run>>, &'run YearResult) {
        let (of, year) = (row / self.of_each(), row % self.of_each());
        match of.checked_sub(1) {
            None => (None, &self.paths[0].years[year]),
            Some(of) => (Some(&self.context.alternatives[of]), &self.paths[of].years[year]),
        }
    }

    /// The sums of a row.
    fn total(&self, side: Side, row: usize) -> Total {
        match self.at(row) {
            (None, year) => year.before.total,
            (_, year) => side
                .pick([Some(&year.before), Some(&year.gross), year.net.as_ref()])
                .map_or(year.gross.total, |side| side.total),
        }
    }

    /// What the changes change of insatser in the year of a row; nothing of today.
    fn change(&self, side: Side, row: usize) -> Option<Kronor> {
        let (Some(_), year) = self.at(row) else { return None };
        side.pick([None, Some(year.delta.gross), year.delta.net])?.insatser
    }

    /// What an alternative has added up to until the year of a row.
    fn accumulated(&self, side: Side, row: usize) -> Option<Kronor> {
        let first = row - row % self.of_each();
        (first..=row).map(|row| Some(self.change(side, row)? - self.at(row).1.one_off)).sum()
    }

    fn columns(&self, table: Table, side: Side) -> Vec<Column<'_>> {
        let (labels, words) = (self.context.labels, self.context.words);
        let language = labels.language;
        let amount = |known: Kronor| Some(Cell::number(Kind::Amount, known.get()));
        let accumulated = move |row: usize| {
            let known = self.accumulated(side, row)?;
            let first = row - row % self.of_each();
            let until = |at| sum([table.cells(first, row + 1 - first, at)]);
            Some(Cell::known(Kind::Change, until(CHANGE) - until(ONE_OFF), known))
        };
        vec![
            texts(ALTERNATIVE, labels.alternative, move |row| match self.at(row) {
                (None, _) => labels.today,
                (Some(alternative), _) => alternative.computed.scenario.name.as_str(),
            }),
            texts(YEAR, words.year, move |row| self.at(row).1.year.to_string()),
            column(FORBUND, Total::forbund.heading(language), move |row| {
                Cell::number(Kind::Count, self.total(side, row).forbund)
            }),
            column(STATE, Total::state.heading(language), move |row| amount(self.total(side, row).state)),
            column(TOTAL, Total::total.heading(language), move |row| amount(self.total(side, row).total)),
            column(KANSLI, Total::kansli.heading(language), move |row| {
                self.total(side, row).kansli.and_then(amount)
            }),
            column(INSATSER, Total::insatser.heading(language), move |row| {
                self.total(side, row).insatser.and_then(amount)
            }),
            column(CHANGE, words.insatser_change, move |row| {
                Some(Cell::number(Kind::Change, self.change(side, row)?.get()))
            }),
            column(ONE_OFF, YearResult::one_off.heading(language), move |row| {
                let (alternative, year) = self.at(row);
                alternative.and_then(|_| amount(year.one_off))
            }),
            column(ACCUMULATED, words.accumulated, accumulated),
        ]
    }

    /// What the alternatives have added up to; none where that is not known of any.
    fn chart(&self, table: Table, side: Side, first: u32) -> Option<Chart> {
        let words = self.context.words;
        let years = self.of_each();
        let of_alternatives = (1..=self.paths.len()).map(|alternative| alternative * years);
        let known = of_alternatives.filter(|&row| self.accumulated(side, row).is_some());
        let series: Vec<_> =
            known.map(|row| (table.cell(row, ALTERNATIVE), table.cells(row, years, ACCUMULATED))).collect();
        (!series.is_empty()).then(|| Chart {
            title: side.pick(["", words.chart_years_gross, words.chart_years_net]).to_owned(),
            bars: Bars::Line,
            at: CellAddress { row: first, ..table.caption() },
            rows: CHART_ROWS,
            categories: table.cells(years, years, YEAR),
            series,
        })
    }
}
