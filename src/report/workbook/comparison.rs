//! The sheet that puts today and the alternatives side by side, with charts that follow its cells.

use super::book::{Cell, Chart, Kind, Role, Sheet, Value};
use super::context::{Context, Side, amounts};
use super::formula::{CellAddress, Formula, count, max};
use super::layout::{Table, forbund};
use super::page::{Column, Page, column, texts};
use super::rounding::{if_known, quotient};
use crate::analysis::break_even::BreakEven;
use crate::analysis::ratio::percent;
use crate::analysis::result::Total;
use crate::report::words::chart;

const NAME: u16 = 0;
const COUNT: u16 = 1;
/// The first of the parties.
const STATE: u16 = 2;
const TOTAL: u16 = 5;
const CHANGE: u16 = 6;
const PERCENT: u16 = 7;
const PRINTED: u16 = 8;
/// Of the second table: the kansli, its change, and money for insatser of each side with its change.
const KANSLI: u16 = 1;
const INSATSER: [u16; 2] = [3, 5];
/// Of the third table: the first of three columns of each side.
const BREAK_EVEN: [u16; 2] = [1, 4];
/// Rows that a chart takes.
const CHART_ROWS: u32 = 18;

/// The sheet.
pub(super) fn sheet(context: &Context<'_>, name: String) -> Sheet {
    let labels = context.labels;
    let mut page = Page::new(name, PRINTED, labels.comparison, &context.baseline().name);
    let number = context.comparison();
    let rows = context.alternatives.len() + 1;
    let mut incomes: Vec<Table> = Vec::new();
    for side in context.after() {
        let caption = side.pick(["", labels.caption_income_gross, labels.caption_income_net]);
        let table = Table::new(number, incomes.last().map_or(3, |above| above.next(1)), rows);
        page.table(table, caption, &Comparison { context, table }.income(side));
        incomes.push(table);
    }
    let costs = Table::new(number, incomes[incomes.len() - 1].next(1), rows);
    page.table(costs, labels.caption_insatser, &Comparison { context, table: costs }.insatser());
    // There is no row of today: nothing has changed there.
    let even = Table::new(number, costs.next(1), rows - 1);
    let columns = Comparison { context, table: even }.break_even(&incomes, costs);
    page.table(even, labels.caption_break_even, &columns);
    page.sheet.charts = charts(context, incomes[0], costs, even.next(2)).to_vec();
    page.sheet
}

/// A table of the sheet: its first row is today, and each row below an alternative.
#[derive(Clone, Copy)]
struct Comparison<'run> {
    context: &'run Context<'run>,
    table: Table,
}

impl<'run> Comparison<'run> {
    fn name(self, row: usize) -> &'run str {
        match row {
            0 => self.context.labels.today,
            row => &self.context.alternatives[row - 1].computed.scenario.name,
        }
    }

    /// The sums of a row, and where they stand.
    fn total(self, side: Side, row: usize) -> (Table, Total) {
        match row {
            0 => (self.context.today().forbund[0], self.context.first().total(Side::TODAY)),
            row => {
                let places = &self.context.sides[row];
                (places.forbund[side.index], self.context.alternatives[row - 1].total(side))
            }
        }
    }

    /// Where the income comes from.
    fn income(self, side: Side) -> Vec<Column<'run>> {
        let (labels, table) = (self.context.labels, self.table);
        let change = move |row| self.total(side, row).1.total - self.total(side, 0).1.total;
        let mut columns = vec![
            texts(NAME, labels.alternative, move |row| self.name(row)),
            column(COUNT, Total::forbund.heading(labels.language), move |row| {
                let (places, total) = self.total(side, row);
                Cell::known(Kind::Count, places.total(forbund::COUNTS), total.forbund)
            }),
            column(CHANGE, labels.change, move |row| {
                let difference = table.cell(row, TOTAL) - table.cell(0, TOTAL);
                (row > 0).then(|| Cell::known(Kind::Change, difference, change(row)))
            }),
            column(PERCENT, labels.percent, move |row| {
                let share = quotient(table.cell(row, CHANGE) * 100, table.cell(0, TOTAL), 2);
                let known = percent(change(row), self.total(side, 0).1.total);
                (row > 0).then(|| Cell::known(Kind::Percent, share, known))
            }),
        ];
        let parties = [
            Total::state.heading(labels.language),
            labels.region,
            labels.kommuner,
            Total::total.heading(labels.language),
        ];
        columns.extend((STATE..).zip(parties).enumerate().map(|(party, (at, heading))| {
            column(at, heading, move |row| {
                let (places, total) = self.total(side, row);
                let (from, known) = amounts(&total)[party].clone();
                Cell::known(Kind::Amount, places.total(from), known)
            })
        }));
        columns
    }

    /// What the kanslier cost and what is left for insatser.
    fn insatser(self) -> Vec<Column<'run>> {
        let (context, labels) = (self.context, self.context.labels);
        let mut columns = vec![texts(NAME, labels.alternative, move |row| self.name(row))];
        // A kansli costs the same gross and net.
        columns.extend(self.with_change(
            KANSLI,
            Total::kansli.heading(labels.language),
            Side::GROSS,
            |total| (forbund::KANSLI, total.kansli.into()),
        ));
        for side in context.after() {
            let heading = side.pick(["", labels.insatser_gross, labels.insatser_net]);
            columns.extend(self.with_change(INSATSER[side.index], heading, side, |total| {
                (forbund::INSATSER, total.insatser.into())
            }));
        }
        columns
    }

    /// An amount, and how it differs from today's in the same column.
    fn with_change(
        self,
        at: u16,
        heading: &str,
        side: Side,
        figure: fn(&Total) -> (u16, Value),
    ) -> [Column<'run>; 2] {
        let (context, table) = (self.context, self.table);
        let amount = move |row| {
            let (places, total) = self.total(side, row);
            let (from, known) = figure(&total);
            Cell::known(Kind::Amount, if_known(&[places.total(from)], places.total(from)), known)
        };
        let change = move |row: usize| {
            let delta = context.alternatives.get(row.checked_sub(1)?)?.delta(side);
            let known = delta.map_or_else(Value::nothing, |delta| figure(&delta).1);
            let [now, today] = [row, 0].map(|row| table.cell(row, at));
            Some(Cell::known(Kind::Change, if_known(&[now, today], now - today), known))
        };
        [column(at, heading, amount), column(at + 1, context.labels.change, change)]
    }

    /// What the kanslier must save, and when a cost is paid back.
    fn break_even(self, incomes: &[Table], costs: Table) -> Vec<Column<'run>> {
        let (context, labels) = (self.context, self.context.labels);
        let found = move |row: usize| context.alternatives[row].computed.result.figures.break_even;
        let cost_at = 1 + 3 * u16::try_from(incomes.len()).expect("fewer columns than a sheet has");
        let mut columns = vec![
            texts(NAME, labels.alternative, move |row| self.name(row + 1)),
            column(cost_at, BreakEven::engangskostnad.heading(labels.language), move |row| {
                Cell::input(Kind::Amount, found(row).engangskostnad.map(|cost| cost.get().into()))
            }),
        ];
        for (side, &income) in context.after().into_iter().zip(incomes) {
            let at = BREAK_EVEN[side.index];
            let heading = |label: &str| format!("{label}, {}", side.heading(labels).to_lowercase());
            let needed = move |row| {
                let known =
                    side.pick([None, Some(found(row).saving_needed.gross), found(row).saving_needed.net]);
                Cell::known(Kind::Amount, max(Formula::whole(0) - income.cell(row + 1, CHANGE), 0), known)
            };
            let per_forbund = move |row| {
                let fewer = income.cell(0, COUNT) - income.cell(row + 1, COUNT);
                let share = quotient(self.table.cell(row, at), fewer.clone(), 0).when(fewer.more(0), "");
                let known = found(row).saving_needed_per_forbund;
                Cell::known(Kind::Amount, share, side.pick([None, known.gross, known.net.flatten()]))
            };
            let years = move |row: usize| {
                let insatser = costs.cell(row + 1, INSATSER[side.index] + 1);
                self.payback(row, side, self.table.cell(row, cost_at), insatser)
            };
            columns.extend([
                column(at, &heading(BreakEven::saving_needed.heading(labels.language)), needed),
                column(
                    at + 1,
                    &heading(BreakEven::saving_needed_per_forbund.heading(labels.language)),
                    per_forbund,
                ),
                column(at + 2, &heading(BreakEven::payback_years.heading(labels.language)), years),
            ]);
        }
        columns
    }

    /// The years until a cost is paid back by what insatser gain.
    fn payback(self, row: usize, side: Side, cost: CellAddress, insatser: CellAddress) -> Cell {
        let (alternative, never) = (&self.context.alternatives[row], self.context.labels.never);
        let found = alternative.computed.result.figures.break_even;
        let paid_back = quotient(cost, insatser, 1).when(Formula::from(insatser).more(0), never);
        let paid_back = paid_back.when(count([cost, insatser]).at_least(2), "");
        let gains = alternative.delta(side).and_then(|delta| delta.insatser);
        let years = side.pick([None, found.payback_years.gross, found.payback_years.net.flatten()]);
        let known = match years {
            Some(years) => Value::Decimal(years),
            None if found.engangskostnad.and(gains).is_some() => Value::Text(never.to_owned()),
            None => Value::nothing(),
        };
        Cell::known(Kind::Decimals(1), paid_back, known).role(Role::Result)
    }
}

/// Income by party, stacked, and money for insatser, from a row on.
fn charts(context: &Context<'_>, incomes: Table, costs: Table, first: u32) -> [Chart; 2] {
    let at = |row: u32| CellAddress { row, ..incomes.caption() };
    let series = |table: Table, column: u16| (table.heading(column), table.column(column));
    let net = if context.net { Some(context.words.chart_net) } else { None };
    let income = Chart {
        title: context.labels.caption_income_gross.to_owned(),
        at: at(first),
        categories: incomes.column(NAME),
        series: (STATE..TOTAL).map(|party| series(incomes, party)).collect(),
        stacked: true,
    };
    let insatser = Chart {
        title: net.unwrap_or_else(|| chart::insatser(context.language)).to_owned(),
        at: at(first + CHART_ROWS),
        categories: costs.column(NAME),
        series: context.after().iter().map(|side| series(costs, INSATSER[side.index])).collect(),
        stacked: false,
    };
    [income, insatser]
}
