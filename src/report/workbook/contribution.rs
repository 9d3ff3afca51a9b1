//! What each kommun pays, and which förbund it is in: the cell that an utredare plays with.

use std::sync::Arc;

use super::book::{Cell, Kind, Role, Value};
use super::context::Context;
use super::formula::{Formula, Place, count, sum, sum_if, sum_product};
use super::kommuner::number_of;
use super::pieces::{in_order, remainder};
use super::row;
use super::side::{Board, FIRST_AMOUNT, WORKING};
use crate::analysis::result::Contribution;
use crate::model::allocation_base::Part;
use crate::model::grouping::Row;
use crate::model::kommun::KommunId;
use crate::model::step::SideName;

const NAME: u16 = 0;
const KOD: u16 = 1;
const REGION: u16 = 2;
const TODAY: u16 = 3;
/// The förbund afterwards.
pub(super) const AFTER: u16 = 4;
/// The number of the row that the kommun is in, nought for none.
pub(super) const NUMBER: u16 = WORKING;
const FIGURES: [u16; 2] = [WORKING + 1, WORKING + 2];
const DECIDED: [u16; 2] = [WORKING + 3, WORKING + 4];
pub(super) const COUNTED: u16 = WORKING + 5;
pub(super) const REGION_NUMBER: u16 = WORKING + 6;
/// The numbers of the row and of the region in one.
pub(super) const CODE: u16 = WORKING + 7;
const WEIGHT: u16 = WORKING + 8;
pub(super) const REGION_WEIGHT: u16 = WORKING + 9;
const EXACT: [u16; 2] = [WORKING + 10, WORKING + 12];
const REMAINDER: [u16; 2] = [WORKING + 11, WORKING + 13];

/// More regions than there are kommunkoder cannot be.
pub(super) const REGIONS_AT_MOST: i64 = 10_000;

/// The column of försörjningsmått or of inhabitants.
pub(super) fn figure(part: Part) -> u16 {
    FIGURES[part as usize]
}

/// The column of what a kommun brings to its row by a part.
pub(super) fn units(context: &Context<'_>, part: Part) -> u16 {
    if context.is_national() { figure(part) } else { DECIDED[part as usize] }
}

/// The table.
pub(super) fn table(board: &mut Board<'_>) {
    headings(board);
    for position in 0..board.context.listed.len() {
        given(board, position);
        looked_up(board, position);
        let pays = pays(board, position);
        for (side, _) in board.sides() {
            share(board, position, side, amount_of(&pays, board.is_today, side));
        }
        if !board.is_today {
            against_today(board, position, &pays);
        }
    }
    totals(board);
}

fn headings(board: &mut Board<'_>) {
    let (labels, words) = (board.context.labels, board.context.words);
    let mut headings = vec![
        (NAME, labels.kommun),
        (KOD, labels.kommunkod),
        (REGION, labels.region),
        (TODAY, words.forbund_today),
        (NUMBER, words.row_number),
        (FIGURES[0], words.matt),
        (FIGURES[1], words.inhabitants),
        (COUNTED, words.counted),
        (REGION_NUMBER, words.region_number),
        (CODE, words.code),
        (WEIGHT, words.weight_kommun),
        (REGION_WEIGHT, words.weight_region),
    ];
    if !board.is_today {
        headings.push((AFTER, words.forbund_after));
    }
    if !board.context.is_national() {
        headings.extend([(DECIDED[0], words.part_matt), (DECIDED[1], words.part_befolkning)]);
    }
    for (side, _) in board.sides() {
        headings.extend([(EXACT[side as usize], words.exact), (REMAINDER[side as usize], words.rest)]);
    }
    headings.extend(board.amount_headings());
    let (row, caption) = (board.places.kommun_table(), labels.caption_kommuner);
    board.page.table(row, caption, &headings);
}

/// Who the kommun is and where it belongs.
fn given(board: &mut Board<'_>, position: usize) {
    let context = board.context;
    let id = context.listed[position];
    let kommun = context.baseline().kommuner.get(id);
    let line = board.places.kommun(position, NAME).row;
    board.page.text(line, NAME, Kind::Text, &kommun.name);
    board.page.text(line, KOD, Kind::Text, &kommun.kommunkod.to_string());
    board.page.text(line, REGION, Kind::Text, context.baseline().kommuner.region(kommun.region));
    let today = context.kommuner.today(id);
    let label = label(&context.today().labels, context.loaded.model.before().rows(), id);
    // An empty cell would show as nought.
    let shown = Formula::from("").when(Formula::from(today).equals(""), today);
    let known = Value::Text(label.unwrap_or_default().to_owned());
    board.page.put(line, TODAY, Cell::known(Kind::Text, shown, known));
    if !board.is_today {
        let after = self::label(&board.places.labels, board.grouping.rows(), id);
        board.page.put(line, AFTER, Cell::text_input(after));
    }
}

/// The name of the row that a kommun is in.
fn label<'names>(labels: &'names [String], rows: &[Arc<Row>], id: KommunId) -> Option<&'names str> {
    rows.iter().position(|row| row.members.contains(&id)).map(|row| labels[row].as_str())
}

/// What the sums need of it.
fn looked_up(board: &mut Board<'_>, position: usize) {
    let (context, places) = (board.context, board.places);
    let id = context.listed[position];
    let at = |column| places.kommun(position, column);
    let line = at(NAME).row;
    let row = board.grouping.rows().iter().position(|row| row.members.contains(&id));
    let number = row.map_or(0, |row| i64::try_from(row + 1).expect("a count"));
    let formula = if board.is_today {
        context.kommuner.number(id).into()
    } else {
        number_of(at(AFTER), places.label_area(), places.number_area())
    };
    board.page.put(line, NUMBER, Cell::known(Kind::Count, formula, number).role(Role::Working));
    let kommuner = &context.kommuner;
    let mut looked_up = vec![
        (FIGURES[0], kommuner.decimals(), kommuner.figure(id, Part::Forsorjningsmatt)),
        (FIGURES[1], Kind::Count, kommuner.figure(id, Part::Befolkning)),
        (COUNTED, Kind::Count, kommuner.is_counted(id)),
        (REGION_NUMBER, Kind::Count, kommuner.region_number(id)),
        (WEIGHT, kommuner.decimals(), kommuner.weight(id, false)),
        (REGION_WEIGHT, kommuner.decimals(), kommuner.weight(id, true)),
    ];
    if !context.is_national() {
        looked_up
            .extend(Part::BOTH.map(|part| (DECIDED[part as usize], Kind::Amount, kommuner.units(id, part))));
    }
    for (column, kind, from) in looked_up {
        board.page.put(line, column, Cell::working(kind, from));
    }
    let code = at(NUMBER) * REGIONS_AT_MOST + at(REGION_NUMBER);
    board.page.put(line, CODE, Cell::working(Kind::Count, code));
}

/// Its share of the kommuner's part of its row, by largest remainder.
fn share(board: &mut Board<'_>, position: usize, side: u32, known: Value) {
    let places = board.places;
    let at = |column| places.kommun(position, column);
    let line = at(NAME).row;
    let [exact, rest] = [EXACT, REMAINDER].map(|columns| columns[side as usize]);
    let numbers = places.kommun_column(NUMBER);
    let is_member = || Formula::from(at(NUMBER)).more(0);
    let part = sum_if(places.number_area(), at(NUMBER), places.forbund_column(side, row::KOMMUNER));
    let weights = sum_if(numbers, at(NUMBER), places.kommun_column(WEIGHT));
    let amount = (part.clone() * at(WEIGHT) / weights).settled().when(is_member(), 0);
    board.page.put(line, exact, Cell::working(Kind::Decimals(6), amount));
    let ordered = in_order(remainder(at(exact)), Formula::RowNumber).when(is_member(), -1);
    board.page.put(line, rest, Cell::working(Kind::Decimals(6), ordered));
    let is_mate = || Formula::from(numbers).equals(at(NUMBER));
    let larger = sum_product(is_mate() * Formula::from(places.kommun_column(rest)).more(at(rest)));
    let left = part - sum_product(is_mate() * Formula::from(places.kommun_column(exact)).floor());
    let more = Formula::whole(1).when(larger.less(left), 0);
    let whole = (Formula::from(at(exact)).floor() + more).when(is_member(), "");
    board.page.put(line, board.amount_column(side), Cell::known(Kind::Amount, whole, known));
}

/// What a kommun pays, all unknown where it takes no part.
fn pays(board: &Board<'_>, position: usize) -> Contribution {
    let kommun = board.context.baseline().kommuner.get(board.context.listed[position]);
    let known = board.of.kommun(kommun.kommunkod);
    known.map_or_else(|| Contribution::new(None, None, None), |known| known.contribution)
}

/// The amount of one side of a sheet.
pub(super) fn amount_of(pays: &Contribution, is_today: bool, side: u32) -> Value {
    match (is_today, side) {
        (true, _) => pays.before.into(),
        (false, 0) => pays.after.gross.into(),
        (false, _) => pays.after.net.flatten().into(),
    }
}

/// Today's amount, and how each side differs from it.
fn against_today(board: &mut Board<'_>, position: usize, pays: &Contribution) {
    let line = board.places.kommun(position, NAME).row;
    let today = board.context.today().kommun(position, FIRST_AMOUNT);
    compared(board, line, today, pays);
}

/// The same for any line: today's amount stands in `today`.
pub(super) fn compared(board: &mut Board<'_>, line: u32, today: Place, pays: &Contribution) {
    board.page.put(line, FIRST_AMOUNT, Cell::known(Kind::Amount, today, pays.before));
    let before = board.page.at(line, FIRST_AMOUNT);
    for (side, name) in board.sides() {
        let column = board.amount_column(side);
        let after = board.page.at(line, column);
        let delta = if name == SideName::Net { pays.delta.net.flatten() } else { pays.delta.gross };
        // Who takes no part on a side has no number there, and pays nothing.
        let change = (sum([after]) - sum([before])).when(count([after, before]).more(0), "");
        let cell = Cell::known(Kind::Change, change, delta);
        board.page.put(line, column + 1, cell);
    }
}

/// The sums of a table whose rows begin at `first`: those that take no part count as nought.
pub(super) fn sums(board: &mut Board<'_>, first: Place, rows: u32) {
    let line = first.row + rows;
    let label = board.context.labels.sum;
    board.page.put(line, NAME, Cell::text(Kind::Text, label).role(Role::Total));
    let of = |column: u16| sum([Place { column, ..first }.area(rows, 1)]);
    for column in 1..FIRST_AMOUNT {
        board.page.put(line, column, Cell::text(Kind::Text, "").role(Role::Total));
    }
    let mut columns = vec![FIRST_AMOUNT];
    if !board.is_today {
        columns.extend(board.sides().iter().map(|(side, _)| board.amount_column(*side)));
    }
    for column in columns {
        board.page.put(line, column, Cell::working(Kind::Amount, of(column)).role(Role::Total));
        if column != FIRST_AMOUNT {
            let change = board.page.at(line, column) - board.page.at(line, FIRST_AMOUNT);
            board.page.put(line, column + 1, Cell::working(Kind::Change, change).role(Role::Total));
        }
    }
}

fn totals(board: &mut Board<'_>) {
    let first = board.places.kommun(0, NAME);
    let rows = board.places.kommun_column(NAME).rows;
    sums(board, first, rows);
}
