//! The förbund of a side: state money by largest remainder, its components, and what the others pay.

use super::book::{Cell, Kind, Role, Value};
use super::contribution;
use super::formula::{Formula, Place, count, count_if, position, sum, sum_if, sum_product};
use super::parameters::ParameterPlaces;
use super::pieces::{if_known, in_order, one_more, quotient, remainder};
use super::side::{Board, WORKING};
use crate::analysis::result::{ForbundResult, Total};
use crate::model::recorder::{Part, SideName};

pub(super) const FORBUND: u16 = 0;
pub(super) const NUMBER: u16 = 1;
pub(super) const MEMBERS: u16 = 2;
const FIGURES: [u16; 2] = [4, 3];
const BASE: u16 = 5;
const PARTS: [u16; 2] = [6, 7];
pub(super) const STATE: u16 = 8;
pub(super) const REGION: u16 = 9;
pub(super) const KOMMUNER: u16 = 10;
pub(super) const TOTAL: u16 = 11;
pub(super) const KANSLI: u16 = 12;
pub(super) const INSATSER: u16 = 13;
const PER_INHABITANT: u16 = 14;
/// Whether a row is counted among the förbund.
pub(super) const COUNTS: u16 = WORKING;
const EXACT_BASE: u16 = WORKING + 1;
const EXACT_PARTS: [u16; 2] = [WORKING + 2, WORKING + 3];
const EXACT: u16 = WORKING + 4;
const REMAINDER: u16 = WORKING + 5;
const PART_REMAINDERS: [u16; 2] = [WORKING + 6, WORKING + 7];
const PARTS_LEFT: u16 = WORKING + 8;

/// The table of a side.
pub(super) fn table(board: &mut Board<'_>, side: u32, name: SideName, kanslier: &[Formula]) {
    headings(board, side, name);
    for row in 0..board.places.labels.len() {
        let Some(result) = board.of.forbund(name, &board.grouping.rows()[row]) else { continue };
        members(board, side, row, result);
        exact(board, side, name, row);
        state(board, side, row, result);
        funded(board, side, row, result);
        costs(board, side, row, result, kanslier.get(row));
    }
    totals(board, side, name);
}

fn headings(board: &mut Board<'_>, side: u32, name: SideName) {
    let (labels, words) = (board.context.labels, board.context.words);
    let caption = match name {
        SideName::Before => labels.today,
        SideName::Gross => labels.after_gross,
        SideName::Net => labels.after_net,
    };
    let caption = format!("{caption}: {}", labels.caption_forbund);
    let headings = [
        (FORBUND, labels.forbund),
        (NUMBER, words.row_number),
        (MEMBERS, words.members),
        (FIGURES[1], words.inhabitants),
        (FIGURES[0], words.matt),
        (BASE, words.base_grant),
        (PARTS[0], words.by_matt),
        (PARTS[1], words.by_befolkning),
        (STATE, words.state_total),
        (REGION, Total::region.heading(labels.language)),
        (KOMMUNER, Total::kommuner.heading(labels.language)),
        (TOTAL, Total::total.heading(labels.language)),
        (KANSLI, Total::kansli.heading(labels.language)),
        (INSATSER, Total::insatser.heading(labels.language)),
        (PER_INHABITANT, ForbundResult::kr_per_inhabitant.heading(labels.language)),
        (COUNTS, words.counts),
        (EXACT_BASE, words.base_grant),
        (EXACT_PARTS[0], words.by_matt),
        (EXACT_PARTS[1], words.by_befolkning),
        (EXACT, words.exact),
        (REMAINDER, words.rest),
        (PART_REMAINDERS[0], words.rest),
        (PART_REMAINDERS[1], words.rest),
        (PARTS_LEFT, words.left),
    ];
    board.page.table(board.places.forbund_table(side), &caption, &headings);
}

/// Who a row is, and the sums over its kommuner.
fn members(board: &mut Board<'_>, side: u32, row: usize, result: &ForbundResult) {
    let places = board.places;
    let at = |column| places.forbund(side, row, column);
    let line = at(FORBUND).row;
    board.page.text(line, FORBUND, Kind::Text, &places.labels[row]);
    board.page.put(line, NUMBER, Cell::number(Kind::Count, row as u64 + 1));
    board.page.put(line, COUNTS, Cell::number(Kind::Count, u64::from(!result.outside)).role(Role::Working));
    let numbers = places.kommun_column(contribution::NUMBER);
    let known = i64::try_from(result.members.len()).expect("a count");
    board.page.put(line, MEMBERS, Cell::known(Kind::Count, count_if(numbers, at(NUMBER)), known));
    let known = [Value::Decimal(result.forsorjningsmatt), Value::Decimal(result.befolkning_16_64.into())];
    let kinds = [board.context.kommuner.decimals(), Kind::Count];
    for (part, (known, kind)) in Part::BOTH.into_iter().zip(known.into_iter().zip(kinds)) {
        let figures = places.kommun_column(contribution::figure(part));
        let formula = sum_if(numbers, at(NUMBER), figures);
        board.page.put(line, FIGURES[part as usize], Cell::known(kind, formula, known));
    }
}

/// Its state money before rounding: base grant, and both parts.
fn exact(board: &mut Board<'_>, side: u32, name: SideName, row: usize) {
    let places = board.places;
    let at = |column| places.forbund(side, row, column);
    let line = at(FORBUND).row;
    let numbers = places.kommun_column(contribution::NUMBER);
    let has_base = (Formula::from(at(MEMBERS)) * at(COUNTS)).more(0);
    let base = Formula::from(ParameterPlaces::base_grant()).when(has_base, 0);
    let trace = board.of.trace.side(name).rows.get(row);
    let known = |place: usize| trace.map(|trace| trace.parts[place]);
    board.page.put(line, EXACT_BASE, Cell::working(Kind::Amount, base));
    for (position, part) in Part::BOTH.into_iter().enumerate() {
        let units =
            sum_if(numbers, at(NUMBER), places.kommun_column(contribution::units(board.context, part)));
        let formula = match board.rate(side, part) {
            Some(rate) => rate * units,
            None => units,
        };
        let cell = match known(position) {
            Some(known) => Cell::known(Kind::Decimals(6), formula, known).role(Role::Working),
            None => Cell::working(Kind::Decimals(6), formula),
        };
        board.page.put(line, EXACT_PARTS[position], cell);
        let rest = remainder(at(EXACT_PARTS[position]));
        board.page.put(line, PART_REMAINDERS[position], Cell::working(Kind::Decimals(6), rest));
    }
    let all = at(EXACT_BASE) + at(EXACT_PARTS[0]) + at(EXACT_PARTS[1]);
    board.page.put(line, EXACT, Cell::working(Kind::Decimals(6), all));
    // The kommuner stand in order of kommunkod, so the first of a row has its lowest.
    let rest = in_order(remainder(at(EXACT)), position(at(NUMBER), numbers));
    let rest = rest.when(Formula::from(at(MEMBERS)).more(0), -1);
    board.page.put(line, REMAINDER, Cell::working(Kind::Decimals(6), rest));
}

/// Its whole kronor, and those of the components.
fn state(board: &mut Board<'_>, side: u32, row: usize, result: &ForbundResult) {
    let places = board.places;
    let at = |column| places.forbund(side, row, column);
    let line = at(FORBUND).row;
    let remainders = places.forbund_column(side, REMAINDER);
    let more = one_more(at(REMAINDER), remainders, places.total(side, REMAINDER));
    let whole = Formula::from(at(EXACT)).settled().floor() + more;
    board.page.put(line, STATE, Cell::known(Kind::Amount, whole, result.state.total));

    let floor = |part: usize| Formula::from(at(EXACT_PARTS[part])).settled().floor();
    let left = Formula::from(at(STATE)) - at(EXACT_BASE) - floor(0) - floor(1);
    board.page.put(line, PARTS_LEFT, Cell::working(Kind::Count, left));
    let [matt, befolkning] = PART_REMAINDERS.map(|column| Formula::from(at(column)));
    // How many components come before each: base, försörjningsmått, befolkning where remainders are equal.
    let before_base = matt.clone().more(0) + befolkning.clone().more(0);
    let before_matt = befolkning.clone().more(matt.clone()) + matt.clone().equals(0);
    let before_befolkning = matt.at_least(befolkning.clone()) + befolkning.equals(0);
    let one_more = |before: Formula| Formula::whole(1).when(before.less(at(PARTS_LEFT)), 0);
    let components = [
        (BASE, Formula::from(at(EXACT_BASE)) + one_more(before_base), result.state.base),
        (PARTS[0], floor(0) + one_more(before_matt), result.state.forsorjningsmatt),
        (PARTS[1], floor(1) + one_more(before_befolkning), result.state.befolkning),
    ];
    for (column, formula, known) in components {
        board.page.put(line, column, Cell::known(Kind::Amount, formula, known));
    }
}

/// What the regions and the kommuner pay.
fn funded(board: &mut Board<'_>, side: u32, row: usize, result: &ForbundResult) {
    let places = board.places;
    let at = |column| places.forbund(side, row, column);
    let line = at(FORBUND).row;
    let [of_state, of_region, of_kommuner] = [0, 1, 2].map(ParameterPlaces::funding);
    let total = (at(STATE) / of_state).to_whole();
    board.page.put(line, TOTAL, Cell::known(Kind::Amount, total, result.total));
    let others = || of_region + of_kommuner;
    // Of two parts the larger remainder is at least a half, and a half goes to the regions.
    let region = ((at(TOTAL) - at(STATE)) * of_region / others()).to_whole();
    let region = region.when(others().more(0), 0);
    board.page.put(line, REGION, Cell::known(Kind::Amount, region, result.region));
    let kommuner = at(TOTAL) - at(STATE) - at(REGION);
    board.page.put(line, KOMMUNER, Cell::known(Kind::Amount, kommuner, result.kommuner));
    let befolkning = at(FIGURES[1]);
    let per_inhabitant = quotient(at(TOTAL), befolkning, 2);
    board.page.put(
        line,
        PER_INHABITANT,
        Cell::known(Kind::Decimals(2), per_inhabitant, result.kr_per_inhabitant),
    );
}

/// What its kansli costs, and what is left for insatser. A kansli costs the same gross and net.
fn costs(board: &mut Board<'_>, side: u32, row: usize, result: &ForbundResult, cost: Option<&Formula>) {
    let places = board.places;
    let at = |column| places.forbund(side, row, column);
    let line = at(FORBUND).row;
    let formula = match (side, cost) {
        (0, Some(cost)) => cost.clone(),
        _ => places.forbund(0, row, KANSLI).into(),
    };
    board.page.put(line, KANSLI, Cell::known(Kind::Amount, formula, result.kansli));
    let left = if_known(&[at(KANSLI)], at(TOTAL) - at(KANSLI));
    board.page.put(line, INSATSER, Cell::known(Kind::Amount, left, result.insatser));
}

/// The sums over the rows, and how they differ from today's.
fn totals(board: &mut Board<'_>, side: u32, name: SideName) {
    let places = board.places;
    let labels = board.context.labels;
    let at = |column| places.total(side, column);
    let line = at(FORBUND).row;
    let all = |column| places.forbund_column(side, column);
    let put =
        |board: &mut Board<'_>, column: u16, cell: Cell| board.page.put(line, column, cell.role(Role::Total));
    board.page.put(line, FORBUND, Cell::text(Kind::Text, labels.sum).role(Role::Total));
    for column in [NUMBER, PER_INHABITANT] {
        board.page.put(line, column, Cell::text(Kind::Text, "").role(Role::Total));
    }
    let rows = i64::try_from(places.labels.len()).expect("a count");
    for (column, kind) in [
        (MEMBERS, Kind::Count),
        (FIGURES[1], Kind::Count),
        (FIGURES[0], board.context.kommuner.decimals()),
        (BASE, Kind::Amount),
        (PARTS[0], Kind::Amount),
        (PARTS[1], Kind::Amount),
    ] {
        put(board, column, Cell::working(kind, sum([all(column)])));
    }
    let total = board.of.side(name).total;
    for (column, known) in amounts(&total) {
        let formula = if column == KANSLI || column == INSATSER {
            sum([all(column)]).when(count([all(column)]).at_least(rows), "")
        } else {
            sum([all(column)])
        };
        put(board, column, Cell::known(Kind::Amount, formula, known));
    }
    let forbund = sum_product(Formula::from(all(MEMBERS)).more(0) * all(COUNTS));
    board.page.put(line, COUNTS, Cell::known(Kind::Count, forbund, total.forbund).role(Role::Working));
    // The sum is rounded from the exact amounts, and what the floors leave is handed out.
    let rounded = board.of.trace.side(name).rounded;
    let rounded = Cell::known(Kind::Amount, sum([all(EXACT)]).to_whole(), rounded).role(Role::Working);
    board.page.put(line, EXACT, rounded);
    let floors = sum_product(Formula::from(all(EXACT)).settled().floor());
    board.page.put(line, REMAINDER, Cell::working(Kind::Count, Formula::from(at(EXACT)) - floors));
    if !board.is_today {
        changes(board, side, name, line + 1);
    }
}

fn changes(board: &mut Board<'_>, side: u32, name: SideName, line: u32) {
    let figures = &board.of.computed.result.figures;
    let delta = if name == SideName::Net { figures.delta.net } else { Some(figures.delta.gross) };
    let Some(delta) = delta else { return };
    let labels = board.context.labels;
    board.page.put(line, FORBUND, Cell::text(Kind::Text, labels.change).role(Role::Total));
    for (column, known) in amounts(&delta) {
        let (now, before) = (board.places.total(side, column), board.context.today().total(0, column));
        let formula = if_known(&[now, before], now - before);
        board.page.put(line, column, Cell::known(Kind::Change, formula, known).role(Role::Total));
    }
}

/// The amounts of a sum, by column.
pub(super) fn amounts(total: &Total) -> [(u16, Value); 6] {
    [
        (STATE, total.state.into()),
        (REGION, total.region.into()),
        (KOMMUNER, total.kommuner.into()),
        (TOTAL, total.total.into()),
        (KANSLI, total.kansli.into()),
        (INSATSER, total.insatser.into()),
    ]
}

/// The gross income of a row, which a shared kansli can be divided by.
pub(super) fn income(board: &Board<'_>, row: usize) -> Place {
    board.places.forbund(0, row, TOTAL)
}

/// The inhabitants of a row.
pub(super) fn inhabitants(board: &Board<'_>, row: usize) -> Place {
    board.places.forbund(0, row, FIGURES[1])
}

/// The place of a row's lowest kommunkod in the list, which decides ties.
pub(super) fn order(board: &Board<'_>, row: usize) -> Formula {
    let numbers = board.places.kommun_column(contribution::NUMBER);
    position(board.places.forbund(0, row, NUMBER), numbers).or(0)
}
