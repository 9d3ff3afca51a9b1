//! What each kommun pays, and which förbund it is in: the cell that an utredare plays with. What each region pays
//! stands in the same columns.

use super::book::{Cell, Kind, Role, Value};
use super::context::{Side, SideSheet, number_or_zero, row_of};
use super::formula::{Formula, count, sum, sum_if};
use super::kommuner::number_of;
use super::layout::kommun::{
    AFTER, CODE, COUNTED, DECIDED, FIGURES, KOD, NAME, NUMBER, POSITION, REGION, REGION_NUMBER, STEPS, TODAY,
    WEIGHT,
};
use super::layout::{self, FIRST_AMOUNT, Table, forbund};
use super::page::{Column, Page, column, texts};
use super::rounding::Claim;
use crate::analysis::result::Contribution;
use crate::model::allocation_base::Part;
use crate::model::kommun::KommunId;

/// More regions than there are kommunkoder cannot be.
pub(super) const REGIONS_AT_MOST: i64 = 10_000;

/// The table.
pub(super) fn table(page: &mut Page, sheet: &SideSheet<'_>) {
    let (context, places) = (sheet.context, sheet.places);
    let table = places.kommuner;
    let mut columns = given(sheet);
    columns.extend(looked_up(sheet));
    let pays = move |position: usize| {
        let code = context.kommun(context.listed[position]).kommunkod;
        let mut kommuner = sheet.of.computed.result.figures.kommuner.iter();
        kommuner.find(|kommun| kommun.kommunkod == code).map(|known| known.contribution)
    };
    let part = move |side: Side, row| {
        let of_kommuner = places.forbund[side.index].column(forbund::KOMMUNER);
        sum_if(places.number_area(), table.cell(row, NUMBER), of_kommuner)
    };
    // Its share of the kommuner's part of its row, by largest remainder.
    let claim = move |side: Side, row| {
        let (steps, own) = (STEPS[side.index], table.cell(row, NUMBER));
        Claim {
            own: steps.map(|column| table.cell(row, column)),
            all: vec![steps.map(|column| table.column(column))],
            mates: Some(Formula::from(table.column(NUMBER)).equals(own)),
            shares: Some(Formula::from(own).more(0)),
        }
    };
    let exact = move |side, row| {
        let (number, weight) = (table.cell(row, NUMBER), WEIGHT[0]);
        let weights = sum_if(table.column(NUMBER), number, table.column(weight));
        claim(side, row).exact(part(side, row) * table.cell(row, weight) / weights)
    };
    for side in sheet.sides() {
        let [exact_at, rest_at] = STEPS[side.index];
        columns.push(column(exact_at, context.words.exact, move |row| exact(side, row)));
        columns.push(column(rest_at, context.words.rest, move |row| {
            claim(side, row).remainder(Formula::RowNumber)
        }));
    }
    let whole = move |side, row| claim(side, row).whole(part(side, row), "");
    columns.extend(amounts(sheet, table, context.today().kommuner, pays, whole));
    page.table(table, &context.caption(|captions| captions.kommuner), &columns);
    label_sums(page, sheet, table);
}

/// Who the kommun is and where it belongs.
fn given<'run>(sheet: &'run SideSheet<'run>) -> Vec<Column<'run>> {
    let context = sheet.context;
    let (labels, words, today) = (context.labels, context.words, context.today());
    let kommun = |row: usize| context.kommun(context.listed[row]);
    let mut columns = vec![
        texts(NAME, labels.kommun, move |row| &kommun(row).name),
        texts(KOD, labels.kommunkod, move |row| kommun(row).kommunkod.to_string()),
        texts(REGION, labels.region, move |row| context.region_name(kommun(row).region)),
        column(TODAY, words.forbund_today, move |row| {
            let given = figure_of(sheet, row, layout::table::TODAY);
            let today_of = row_of(context.loaded.model.before().rows(), context.listed[row]);
            let label = today_of.map(|row| &today.labels[row]);
            // An empty cell would show as zero.
            let shown = Formula::from("").when(given.clone().equals(""), given);
            Cell::known(Kind::Text, shown, Value::Text(label.cloned().unwrap_or_default()))
        }),
    ];
    if !sheet.is_today {
        columns.push(column(AFTER, words.forbund_after, |row| {
            let after = row_of(sheet.rows, context.listed[row]);
            Cell::text_input(after.map(|row| sheet.places.labels[row].as_str()))
        }));
    }
    columns
}

/// What stands of a kommun on the sheet of the kommuner.
fn figure_of(sheet: &SideSheet<'_>, row: usize, column: u16) -> Formula {
    sheet.context.kommuner.at(sheet.places.kommuner.cell(row, POSITION), column)
}

/// What the sums need of it.
fn looked_up<'run>(sheet: &'run SideSheet<'run>) -> Vec<Column<'run>> {
    let (context, places, words) = (sheet.context, sheet.places, sheet.context.words);
    let number = move |row: usize| {
        let id: KommunId = context.listed[row];
        let formula = if sheet.is_today {
            figure_of(sheet, row, layout::table::NUMBER)
        } else {
            let after = places.kommuner.cell(row, AFTER);
            number_of(after, places.label_area(), places.number_area())
        };
        let known = number_or_zero(row_of(sheet.rows, id));
        Cell::known(Kind::Count, formula, known).role(Role::Working)
    };
    let code = |row| {
        let [number, region] = [NUMBER, REGION_NUMBER].map(|column| places.kommuner.cell(row, column));
        Cell::working(Kind::Count, number * REGIONS_AT_MOST + region)
    };
    let [matt, befolkning] = Part::BOTH.map(layout::figure);
    let mut looked_up = vec![
        (FIGURES[0], words.matt, context.matt, matt),
        (FIGURES[1], words.inhabitants, Kind::Count, befolkning),
        (COUNTED, words.counted, Kind::Count, layout::table::COUNTED),
        (REGION_NUMBER, words.region_number, Kind::Count, layout::table::REGION_NUMBER),
        (WEIGHT[0], words.weight_kommun, context.matt, layout::table::WEIGHT[0]),
        (WEIGHT[1], words.weight_region, context.matt, layout::table::WEIGHT[1]),
    ];
    if !context.is_national() {
        let parts = [words.part_matt, words.part_befolkning];
        looked_up.extend([0, 1].map(|of| (DECIDED[of], parts[of], Kind::Amount, layout::table::DECIDED[of])));
    }
    let position =
        |row| Cell::working(Kind::Count, context.kommuner.position(places.kommuner.cell(row, KOD)));
    let mut columns = vec![
        column(NUMBER, words.row_number, number),
        column(CODE, words.code, code),
        column(POSITION, words.position, position),
    ];
    columns.extend(looked_up.into_iter().map(|(at, heading, kind, from)| {
        column(at, heading, move |row| Cell::working(kind, figure_of(sheet, row, from)))
    }));
    columns
}

/// What kommuner or regions pay on each side by a formula, and how it differs from what stands on today's sheet. The
/// sums below count those that take no part as zero.
pub(super) fn amounts<'run>(
    sheet: &'run SideSheet<'run>,
    table: Table,
    today: Table,
    pays: impl Fn(usize) -> Option<Contribution> + Copy + 'run,
    formula: impl Fn(Side, usize) -> Formula + Copy + 'run,
) -> Vec<Column<'run>> {
    let labels = sheet.context.labels;
    let known = move |row| pays(row).unwrap_or_else(|| Contribution::new(None, None, None));
    let amount = move |side: Side| {
        let cell = move |row| Cell::known(Kind::Amount, formula(side, row), side.amount(&known(row)));
        column(side.amounts, side.heading(labels), cell).summed(Kind::Amount)
    };
    if sheet.is_today {
        return vec![amount(Side::TODAY)];
    }
    let before = move |row| Cell::known(Kind::Amount, today.cell(row, FIRST_AMOUNT), known(row).before);
    let mut columns = vec![column(FIRST_AMOUNT, labels.today, before).summed(Kind::Amount)];
    for side in sheet.sides() {
        let change = move |row| {
            let [before, after] = [FIRST_AMOUNT, side.amounts].map(|column| table.cell(row, column));
            // Who takes no part on a side has no number there, and pays nothing.
            let change = (sum([after]) - sum([before])).when(count([after, before]).more(0), "");
            Cell::known(Kind::Change, change, side.change(&known(row)))
        };
        let sum = Cell::working(Kind::Change, table.total(side.amounts) - table.total(FIRST_AMOUNT));
        columns.push(amount(side));
        columns.push(column(side.amounts + 1, labels.change, change).total(sum.role(Role::Total)));
    }
    columns
}

/// What the sums of a table of amounts are.
pub(super) fn label_sums(page: &mut Page, sheet: &SideSheet<'_>, table: Table) {
    for column in 0..FIRST_AMOUNT {
        let label = if column == 0 { sheet.context.labels.sum } else { "" };
        page.put(table.total(column), Cell::text(Kind::Text, label).role(Role::Total));
    }
}
