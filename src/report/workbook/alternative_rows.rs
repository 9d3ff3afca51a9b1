//! The tables that have today in their first row and an alternative in each row below it.

use super::book::{Cell, Kind, Role, Value};
use super::context::{Context, Side, amounts};
use super::formula::{CellAddress, Formula, count, max};
use super::layout::{Table, forbund};
use super::page::{Column, column, texts};
use super::rounding::{if_known, quotient};
use crate::analysis::break_even::BreakEven;
use crate::analysis::ratio::percent;
use crate::analysis::result::Total;
use crate::model::step::SideName;

/// Of the income.
pub(super) const NAME: u16 = 0;
pub(super) const COUNT: u16 = 1;
/// The first of the parties.
const STATE: u16 = 2;
pub(super) const TOTAL: u16 = 5;
pub(super) const CHANGE: u16 = 6;
const PERCENT: u16 = 7;
/// Of the costs: the kansli, its change, and money for insatser of each side with its change. The kansli's share of the
/// income of each side follows.
pub(super) const KANSLI: u16 = 1;
pub(super) const INSATSER: [u16; 2] = [3, 5];
/// Of the break-even: the first of three columns of each side.
const BREAK_EVEN: [u16; 2] = [1, 4];
/// The columns of the widest of them.
pub(super) const COLUMNS: u16 = 9;

/// One of the tables.
#[derive(Clone, Copy)]
pub(super) struct AlternativeRows<'run> {
    pub(super) context: &'run Context<'run>,
    pub(super) table: Table,
}

impl<'run> AlternativeRows<'run> {
    pub(super) fn name(self, row: usize) -> &'run str {
        match row {
            0 => self.context.labels.today,
            row => &self.context.alternatives[row - 1].computed.scenario.name,
        }
    }

    /// The sums of a row, and where they stand.
    pub(super) fn total(self, side: Side, row: usize) -> (Table, Total) {
        match row {
            0 => (self.context.today().forbund[0], self.context.first().total(Side::TODAY)),
            row => {
                let places = &self.context.sides[row];
                (places.forbund[side.index], self.context.alternatives[row - 1].total(side))
            }
        }
    }

    /// Where the income comes from.
    pub(super) fn income(self, side: Side) -> Vec<Column<'run>> {
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
    pub(super) fn insatser(self) -> Vec<Column<'run>> {
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
        let sides = context.after();
        let first = INSATSER[0] + 2 * u16::try_from(sides.len()).expect("there are two sides");
        columns.extend((first..).zip(sides).map(|(at, side)| self.kansli_share(at, side)));
        columns
    }

    /// What the kansli is of the income, but for that of förbund outside the baseline.
    fn kansli_share(self, at: u16, side: Side) -> Column<'run> {
        let labels = self.context.labels;
        let heading = Total::kansli_share.heading(labels.language);
        let heading = format!("{heading}, {}", side.heading(labels).to_lowercase());
        column(at, &heading, move |row: usize| {
            let (places, total) = self.total(side, row);
            let result = self.context.alternatives[row.saturating_sub(1)].computed.result;
            let side = result.figures.side(if row == 0 { SideName::Before } else { side.name });
            let outside = side.into_iter().flat_map(|side| side.forbund.iter().enumerate());
            let outside = outside.filter(|(_, forbund)| forbund.outside);
            let income = outside.fold(Formula::from(places.total(forbund::TOTAL)), |income, (at, _)| {
                income - places.cell(at, forbund::TOTAL)
            });
            let kansli = self.table.cell(row, KANSLI);
            let share = if_known(&[kansli], quotient(kansli * 100, income, 2));
            Cell::known(
                Kind::Decimals(2),
                share,
                total.kansli_share.map_or_else(Value::nothing, Value::Decimal),
            )
        })
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
    pub(super) fn break_even(self, incomes: &[Table], costs: Table) -> Vec<Column<'run>> {
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
        if alternative.computed.result.path.is_some() {
            // The sheet of the years says when.
            return Cell::text(Kind::Text, "").role(Role::Result);
        }
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
