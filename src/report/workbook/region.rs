//! What each region pays: its part of every row, and the sums of them.

use super::book::{Cell, Kind, Role};
use super::context::{Side, SideSheet};
use super::contribution::{REGIONS_AT_MOST, amounts, label_sums};
use super::formula::{Formula, count_if, position, sum, sum_if, sum_product};
use super::layout::region::{LINE_CODE, LINE_NUMBER, LINE_REGION, NAME, NUMBER, PRESENT, STEPS, WEIGHT};
use super::layout::{KeyOf, forbund, kommun};
use super::page::{Page, column, texts};
use super::rounding::Claim;
use crate::model::key::Key;

/// The regions' contributions.
pub(super) fn table(page: &mut Page, sheet: &SideSheet<'_>) {
    let (context, places) = (sheet.context, sheet.places);
    let table = places.regions;
    let name = move |row: usize| context.region_name(context.regions[row]);
    let pays = move |row| {
        let mut regions = sheet.of.computed.result.figures.regions.iter();
        regions.find(|region| region.region == name(row)).map(|known| known.contribution)
    };
    let whole = move |side: Side, row| {
        let own = table.cell(row, NUMBER);
        let is_here = Formula::from(places.kommuner.column(kommun::REGION_NUMBER)).equals(own);
        let is_member = Formula::from(places.kommuner.column(kommun::NUMBER)).more(0);
        let all = sum_if(places.lines.column(LINE_NUMBER), own, places.lines.column(side.amounts));
        all.when(sum_product(is_here * is_member).more(0), "")
    };
    let number = |row| Cell::number(Kind::Count, row as u64 + 1).role(Role::Working);
    let mut columns =
        vec![texts(NAME, context.labels.region, name), column(NUMBER, context.words.region_number, number)];
    columns.extend(amounts(sheet, table, context.today().regions, pays, whole));
    page.table(table, &context.caption(|captions| captions.regions), &columns);
    label_sums(page, sheet, table);
}

/// The regions' parts of each row, by largest remainder.
pub(super) fn lines(page: &mut Page, sheet: &SideSheet<'_>) {
    let (context, places) = (sheet.context, sheet.places);
    let (labels, words, table) = (context.labels, context.words, places.lines);
    let regions = context.regions.len();
    let (row_of, region_of) = (move |line: usize| line / regions, move |line: usize| line % regions);
    let name = move |line| context.region_name(context.regions[region_of(line)]);
    let codes = places.kommuner.column(kommun::CODE);
    let code = move |line| table.cell(line, LINE_CODE);
    let is_present = move |line| Formula::from(table.cell(line, PRESENT)).more(0);
    let weight = |line| {
        let of_kommuner = sum_if(codes, code(line), places.kommuner.column(kommun::WEIGHT[1]));
        match context.chooses(KeyOf::Regions, &Key::Lika) {
            // Regions count alike, not their kommuner.
            Some(is_chosen) => Formula::whole(1).when(is_present(line), 0).when(is_chosen, of_kommuner),
            None => of_kommuner,
        }
    };
    let mut columns = vec![
        texts(NAME, labels.forbund, |line| &places.labels[row_of(line)]),
        texts(LINE_REGION, labels.region, name),
        column(LINE_CODE, words.code, |line| {
            let row = places.forbund[0].cell(row_of(line), forbund::NUMBER);
            Cell::working(Kind::Count, row * REGIONS_AT_MOST + table.cell(line, LINE_NUMBER))
        }),
        column(LINE_NUMBER, words.region_number, |line| {
            Cell::number(Kind::Count, region_of(line) as u64 + 1).role(Role::Working)
        }),
        column(PRESENT, words.present, |line| Cell::working(Kind::Count, count_if(codes, code(line)))),
        column(WEIGHT, words.weight, |line| Cell::working(context.matt, weight(line))),
    ];
    for side in sheet.sides() {
        let steps = STEPS[side.index];
        let part = move |line| places.forbund[side.index].cell(row_of(line), forbund::REGION);
        let of_row = move |line, column| table.cells(row_of(line) * regions, regions, column);
        let claim = move |line| Claim {
            own: steps.map(|column| table.cell(line, column)),
            all: vec![steps.map(|column| of_row(line, column))],
            mates: None,
            shares: Some(is_present(line)),
        };
        let known = move |line| {
            let row = sheet.of.forbund(side, &sheet.rows[row_of(line)]);
            let amount = row.regions.iter().find(|amount| amount.region == name(line));
            amount.map(|amount| amount.amount)
        };
        columns.extend([
            column(steps[0], words.exact, move |line| {
                let weights = sum([of_row(line, WEIGHT)]);
                claim(line).exact(part(line) * table.cell(line, WEIGHT) / weights)
            }),
            column(steps[1], words.rest, move |line| claim(line).remainder(position(code(line), codes))),
            column(side.amounts, side.heading(labels), move |line| {
                Cell::known(Kind::Amount, claim(line).whole(part(line), ""), known(line))
            }),
        ]);
    }
    page.table(table, words.caption_lines, &columns);
}
