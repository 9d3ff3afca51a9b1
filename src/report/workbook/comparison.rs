//! The sheet that opens: what each alternative changes, then today and the alternatives side by side.

use super::alternative_rows::{AlternativeRows, COLUMNS, NAME};
use super::book::{Bars, Chart, Sheet};
use super::context::{Alternative, Context, Side};
use super::formula::CellAddress;
use super::headline;
use super::layout::{COMPARISON, Table};
use super::page::Page;
use super::per_forbund::PerForbund;
use crate::analysis::rests_on::shows_illustrative_kansli;
use crate::report::words::{chart, workbook};

/// Rows that the chart of the changes takes.
const CHART_ROWS: u32 = 17;

/// The sheet.
pub(super) fn sheet(context: &Context<'_>, name: String) -> Sheet {
    let labels = context.labels;
    let rows = context.alternatives.len() + 1;
    let per_forbund = PerForbund::new(context);
    let printed = COLUMNS.max(per_forbund.columns());
    let below = match context.path_year() {
        Some(year) => workbook::of_last_year(context.language, &context.baseline().name, year),
        None => context.baseline().name.clone(),
    };
    let mut page = Page::new(name, printed, &context.titled(labels.comparison), &below);
    let headline = Table::new(COMPARISON, 3, rows);
    let chart_at = headline.next(1);
    let mut next = chart_at + CHART_ROWS + 1;
    let mut table = |rows: usize| {
        let table = Table::new(COMPARISON, next, rows);
        next = table.next(1);
        table
    };
    let incomes: Vec<Table> = context.after().iter().map(|_| table(rows)).collect();
    let (costs, even) = (table(rows), table(rows - 1));
    let insatser: Vec<Table> = context.after().iter().map(|_| table(per_forbund.rows())).collect();
    let columns = AlternativeRows { context, table: headline }.headline(&incomes, costs);
    page.table(headline, &context.caption(|captions| captions.in_short), &columns);
    for (side, &table) in context.after().into_iter().zip(&incomes) {
        let caption = context.caption(|captions| side.pick(["", captions.income_gross, captions.income_net]));
        page.table(table, &caption, &AlternativeRows { context, table }.income(side));
    }
    let caption = context.caption(|captions| captions.insatser);
    page.table(costs, &caption, &AlternativeRows { context, table: costs }.insatser());
    // There is no row of today: nothing has changed there.
    let columns = AlternativeRows { context, table: even }.break_even(&incomes, costs);
    page.table(even, &context.caption(|captions| captions.break_even), &columns);
    page.sheet.charts.push(changes(context, headline, chart_at));
    for (side, &table) in context.after().into_iter().zip(&insatser) {
        per_forbund.table(&mut page, table, side);
    }
    page.sheet.charts.extend(per_forbund.chart(insatser[0], Side::GROSS, next));
    page.sheet
}

/// What each alternative changes in the money for insatser, or in the income where that is not known of any.
fn changes(context: &Context<'_>, headline: Table, first: u32) -> Chart {
    let gains = |alternative: &Alternative<'_>| alternative.delta(Side::GROSS)?.insatser;
    let knows_insatser = context.alternatives.iter().any(|alternative| gains(alternative).is_some());
    let mut results = context.alternatives.iter().map(|alternative| alternative.computed.result);
    let is_illustrative = knows_insatser && results.any(shows_illustrative_kansli);
    let series = |side: &Side| {
        let column = headline::column_of(context, *side, knows_insatser);
        (headline.heading(column), headline.cells(1, context.alternatives.len(), column))
    };
    Chart {
        title: chart::changes(context.language, context.period(), knows_insatser, is_illustrative),
        bars: Bars::Standing,
        at: CellAddress { row: first, ..headline.caption() },
        rows: CHART_ROWS,
        categories: headline.cells(1, context.alternatives.len(), NAME),
        series: context.after().iter().map(series).collect(),
    }
}
