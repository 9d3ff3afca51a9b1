//! What each region pays: its part of every row, and the sums of them.

use super::book::{Cell, Kind, Role};
use super::contribution::{self, CODE, REGION_NUMBER, REGION_WEIGHT, REGIONS_AT_MOST, amount_of, compared};
use super::formula::{Formula, count_if, position, sum, sum_if, sum_product};
use super::pieces::{in_order, one_more, remainder};
use super::row;
use super::side::{Board, FIRST_AMOUNT, WORKING};
use crate::analysis::result::Contribution;
use crate::model::key::Key;
use crate::model::step::SideName;

const NAME: u16 = 0;
/// Of a line: the region, the numbers of row and region in one, its kommuner in the row, and its weight.
const LINE_REGION: u16 = 2;
const LINE_CODE: u16 = WORKING;
const LINE_NUMBER: u16 = WORKING + 1;
const PRESENT: u16 = WORKING + 2;
const WEIGHT: u16 = WORKING + 3;
const EXACT: [u16; 2] = [WORKING + 4, WORKING + 6];
const REMAINDER: [u16; 2] = [WORKING + 5, WORKING + 7];
/// Of the sums: the number of the region.
const NUMBER: u16 = WORKING;

/// The regions' contributions.
pub(super) fn table(board: &mut Board<'_>) {
    let (context, places) = (board.context, board.places);
    let (labels, words) = (context.labels, context.words);
    let mut headings = vec![(NAME, labels.region), (NUMBER, words.region_number)];
    headings.extend(board.amount_headings());
    board.page.table(places.region_table(), labels.caption_regions, &headings);
    for (number, &region) in context.regions.iter().enumerate() {
        let name = context.baseline().kommuner.region(region);
        let line = places.region(number, NAME).row;
        board.page.text(line, NAME, Kind::Text, name);
        board.page.put(line, NUMBER, Cell::number(Kind::Count, number as u64 + 1).role(Role::Working));
        let own = board.page.at(line, NUMBER);
        let pays = board
            .of
            .region(name)
            .map_or_else(|| Contribution::new(None, None, None), |known| known.contribution);
        let is_here = Formula::from(places.kommun_column(REGION_NUMBER)).equals(own);
        let is_member = Formula::from(places.kommun_column(contribution::NUMBER)).more(0);
        let members = sum_product(is_here * is_member);
        for (side, _) in board.sides() {
            let column = board.amount_column(side);
            let all = sum_if(places.line_column(LINE_NUMBER), own, places.line_column(column));
            let formula = all.when(members.clone().more(0), "");
            let known = amount_of(&pays, board.is_today, side);
            board.page.put(line, column, Cell::known(Kind::Amount, formula, known));
        }
        if !board.is_today {
            let today = context.today().region(number, FIRST_AMOUNT);
            compared(board, line, today, &pays);
        }
    }
    let rows = u32::try_from(context.regions.len()).expect("fewer rows than a sheet has");
    contribution::sums(board, places.region(0, NAME), rows);
}

/// The regions' parts of each row, by largest remainder.
pub(super) fn lines(board: &mut Board<'_>) {
    let (context, places) = (board.context, board.places);
    let (labels, words) = (context.labels, context.words);
    let mut headings = vec![
        (NAME, labels.forbund),
        (LINE_REGION, labels.region),
        (LINE_CODE, words.code),
        (LINE_NUMBER, words.region_number),
        (PRESENT, words.present),
        (WEIGHT, words.weight),
    ];
    for (side, name) in board.sides() {
        let heading = match name {
            SideName::Before => labels.today,
            SideName::Gross => labels.gross,
            SideName::Net => labels.net,
        };
        headings.push((board.amount_column(side), heading));
        headings.extend([(EXACT[side as usize], words.exact), (REMAINDER[side as usize], words.rest)]);
    }
    board.page.table(places.line_table(), words.caption_lines, &headings);
    for row in 0..places.labels.len() {
        for region in 0..context.regions.len() {
            weight(board, row, region);
            for (side, name) in board.sides() {
                amount(board, (row, region), side, name);
            }
        }
    }
}

/// Which line it is, and what the region's kommuner in the row weigh.
fn weight(board: &mut Board<'_>, row: usize, region: usize) {
    let (context, places) = (board.context, board.places);
    let at = |column| places.line(row, region, column);
    let line = at(NAME).row;
    let name = context.baseline().kommuner.region(context.regions[region]);
    board.page.text(line, NAME, Kind::Text, &places.labels[row]);
    board.page.text(line, LINE_REGION, Kind::Text, name);
    board.page.put(line, LINE_NUMBER, Cell::number(Kind::Count, region as u64 + 1).role(Role::Working));
    let code = places.forbund(0, row, row::NUMBER) * REGIONS_AT_MOST + at(LINE_NUMBER);
    board.page.put(line, LINE_CODE, Cell::working(Kind::Count, code));
    let codes = places.kommun_column(CODE);
    board.page.put(line, PRESENT, Cell::working(Kind::Count, count_if(codes, at(LINE_CODE))));
    let weight = if context.baseline().keys.regions == Key::Lika {
        // Regions count alike, not their kommuner.
        Formula::whole(1).when(Formula::from(at(PRESENT)).more(0), 0)
    } else {
        sum_if(codes, at(LINE_CODE), places.kommun_column(REGION_WEIGHT))
    };
    board.page.put(line, WEIGHT, Cell::working(context.kommuner.decimals(), weight));
}

fn amount(board: &mut Board<'_>, (row, region): (usize, usize), side: u32, name: SideName) {
    let (context, places) = (board.context, board.places);
    let at = |column| places.line(row, region, column);
    let line = at(NAME).row;
    let [exact, rest] = [EXACT, REMAINDER].map(|columns| columns[side as usize]);
    let is_present = || Formula::from(at(PRESENT)).more(0);
    let part = places.forbund(side, row, row::REGION);
    let weights = sum([places.lines_of(row, WEIGHT)]);
    let share = (part * at(WEIGHT) / weights).settled().when(is_present(), 0);
    board.page.put(line, exact, Cell::working(Kind::Decimals(6), share));
    let lowest = position(at(LINE_CODE), places.kommun_column(CODE));
    let ordered = in_order(remainder(at(exact)), lowest).when(is_present(), -1);
    board.page.put(line, rest, Cell::working(Kind::Decimals(6), ordered));
    let left = Formula::from(part) - sum_product(Formula::from(places.lines_of(row, exact)).floor());
    let whole = Formula::from(at(exact)).floor() + one_more(at(rest), places.lines_of(row, rest), left);
    let region = context.baseline().kommuner.region(context.regions[region]);
    let known = board.of.forbund(name, &board.grouping.rows()[row]).and_then(|forbund| {
        let amount = forbund.regions.iter().find(|amount| amount.region == region);
        amount.map(|amount| amount.amount)
    });
    let cell = Cell::known(Kind::Amount, whole.when(is_present(), ""), known);
    board.page.put(line, board.amount_column(side), cell);
}
