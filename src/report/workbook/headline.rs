//! The answer in a table: today, and what each alternative changes. Every cell is a formula over the tables below it.

use super::alternative_rows::{AlternativeRows, CHANGE, COUNT, INSATSER, KANSLI, NAME, TOTAL};
use super::book::{Cell, Kind, Value};
use super::context::{Context, Side};
use super::layout::Table;
use super::page::{Column, column, texts};
use crate::analysis::result::Total;

/// The column of the income of the first side; the other one, the kansli, and insatser of each side follow.
const INCOME: u16 = 2;

/// Where the income or the money for insatser of a side stands.
pub(super) fn column_of(context: &Context<'_>, side: Side, is_insatser: bool) -> u16 {
    let sides: u16 = if context.net { 2 } else { 1 };
    let side = u16::from(side.index > 0);
    if is_insatser { kansli(context) + 1 + side } else { kansli(context) - sides + side }
}

fn kansli(context: &Context<'_>) -> u16 {
    INCOME + if context.net { 2 } else { 1 }
}

impl<'run> AlternativeRows<'run> {
    /// The columns of the table.
    pub(super) fn headline(self, incomes: &'run [Table], costs: Table) -> Vec<Column<'run>> {
        let (context, labels) = (self.context, self.context.labels);
        let heading = |figure: &str, side: Side| format!("{figure}, {}", side.heading(labels).to_lowercase());
        let mut columns = vec![
            texts(NAME, labels.alternative, move |row| self.name(row)),
            column(COUNT, Total::forbund.heading(labels.language), move |row| {
                let known = self.total(Side::GROSS, row).1.forbund;
                Cell::known(Kind::Count, incomes[0].cell(row, COUNT), known)
            }),
        ];
        for side in context.after() {
            let income = incomes[side.index];
            columns.push(self.figure(
                (column_of(context, side, false), &heading(labels.income, side)),
                (side, |total| total.total.into()),
                (income, [TOTAL, CHANGE]),
            ));
            let insatser = INSATSER[side.index];
            columns.push(self.figure(
                (column_of(context, side, true), &heading(Total::insatser.heading(labels.language), side)),
                (side, |total| total.insatser.into()),
                (costs, [insatser, insatser + 1]),
            ));
        }
        columns.push(self.figure(
            (kansli(context), Total::kansli.heading(labels.language)),
            // A kansli costs the same gross and net.
            (Side::GROSS, |total| total.kansli.into()),
            (costs, [KANSLI, KANSLI + 1]),
        ));
        columns
    }

    /// What a figure is today, and how it changes: where both stand below.
    fn figure(
        self,
        (at, heading): (u16, &str),
        (side, of): (Side, fn(&Total) -> Value),
        (table, [amount, change]): (Table, [u16; 2]),
    ) -> Column<'run> {
        let context = self.context;
        column(at, heading, move |row: usize| match row.checked_sub(1) {
            None => Cell::known(Kind::Amount, table.cell(row, amount), of(&self.total(side, row).1)),
            Some(alternative) => {
                let delta = context.alternatives[alternative].delta(side);
                let known = delta.map_or_else(Value::nothing, |delta| of(&delta));
                Cell::known(Kind::Change, table.cell(row, change), known)
            }
        })
    }
}
