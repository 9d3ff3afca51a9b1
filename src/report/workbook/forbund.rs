//! The förbund of a side: state money by largest remainder, its components, and what the others pay.

use super::book::{Cell, Kind, Role};
use super::context::{Side, SideSheet, amounts};
use super::formula::{CellAddress, Formula, count, count_if, position, sum, sum_if, sum_product};
use super::layout::forbund::{
    BASE, COUNTS, EXACT, EXACT_BASE, EXACT_PARTS, FIGURES, INSATSER, KANSLI, KOMMUNER, MEMBERS, NAME, NUMBER,
    PART_REMAINDERS, PARTS, PARTS_LEFT, PER_INHABITANT, REGION, REMAINDER, STATE, TOTAL,
};
use super::layout::{Table, kommun};
use super::page::{Column, Page, column, texts};
use super::rounding::{if_known, in_order, one_more, quotient, remainder, step};
use crate::analysis::result::{ForbundResult, Total};
use crate::model::allocation_base::Part;

/// The table of a side.
pub(super) fn table(page: &mut Page, sheet: &SideSheet<'_>, side: Side, kanslier: &[Formula]) {
    let labels = sheet.context.labels;
    let caption = side.pick([labels.today, labels.after_gross, labels.after_net]);
    let table = sheet.places.forbund[side.index];
    let of = Forbund { sheet, side, table };
    let mut columns = of.members();
    columns.extend(of.exact());
    columns.extend(of.components());
    columns.extend(of.amounts(kanslier));
    page.table(
        table,
        &format!("{caption}: {}", sheet.context.caption(|captions| captions.forbund)),
        &columns,
    );
    let Some(delta) = sheet.of.delta(side) else { return };
    let change = |column| CellAddress { row: table.total(column).row + 1, ..table.total(column) };
    page.put(change(NAME), Cell::text(Kind::Text, labels.change).role(Role::Total));
    for (column, known) in amounts(&delta) {
        let (now, before) = (table.total(column), sheet.context.today().forbund[0].total(column));
        let cell = Cell::known(Kind::Change, if_known(&[now, before], now - before), known);
        page.put(change(column), cell.role(Role::Total));
    }
}

#[derive(Clone, Copy)]
struct Forbund<'run> {
    sheet: &'run SideSheet<'run>,
    side: Side,
    table: Table,
}

impl<'run> Forbund<'run> {
    fn at(self, row: usize, column: u16) -> CellAddress {
        self.table.cell(row, column)
    }

    fn result(self, row: usize) -> &'run ForbundResult {
        self.sheet.of.forbund(self.side, &self.sheet.rows[row])
    }

    /// The sum of a column of the kommuner over the members of a row.
    fn of_members(self, row: usize, column: u16) -> Formula {
        let kommuner = self.sheet.places.kommuner;
        sum_if(kommuner.column(kommun::NUMBER), self.at(row, NUMBER), kommuner.column(column))
    }

    /// Who a row is, and the sums over its kommuner.
    fn members(self) -> Vec<Column<'run>> {
        let (context, places) = (self.sheet.context, self.sheet.places);
        let (labels, words) = (context.labels, context.words);
        let blank = || Cell::text(Kind::Text, "").role(Role::Total);
        let members = move |row| {
            let known = i64::try_from(self.result(row).members.len()).expect("a count");
            let numbers = places.kommuner.column(kommun::NUMBER);
            Cell::known(Kind::Count, count_if(numbers, self.at(row, NUMBER)), known)
        };
        let figure = move |row, part: Part| {
            let result = self.result(row);
            let known = [result.forsorjningsmatt, result.befolkning_16_64.into()][part as usize];
            let kind = [context.matt, Kind::Count][part as usize];
            Cell::known(kind, self.of_members(row, kommun::FIGURES[part as usize]), known)
        };
        let counts =
            move |row| Cell::number(Kind::Count, u64::from(!self.result(row).outside)).role(Role::Working);
        let (has_members, all) =
            (Formula::from(self.table.column(MEMBERS)).more(0), self.table.column(COUNTS));
        let forbund =
            Cell::known(Kind::Count, sum_product(has_members * all), self.sheet.of.total(self.side).forbund);
        vec![
            texts(NAME, labels.forbund, move |row| &places.labels[row])
                .total(Cell::text(Kind::Text, labels.sum).role(Role::Total)),
            column(NUMBER, words.row_number, |row| Cell::number(Kind::Count, row as u64 + 1)).total(blank()),
            column(MEMBERS, words.members, members).summed(Kind::Count),
            column(FIGURES[1], words.inhabitants, move |row| figure(row, Part::Befolkning))
                .summed(Kind::Count),
            column(FIGURES[0], words.matt, move |row| figure(row, Part::Forsorjningsmatt))
                .summed(context.matt),
            column(PER_INHABITANT, ForbundResult::kr_per_inhabitant.heading(labels.language), move |row| {
                let quotient = quotient(self.at(row, TOTAL), self.at(row, FIGURES[1]), 2);
                Cell::known(Kind::Decimals(2), quotient, self.result(row).kr_per_inhabitant)
            })
            .total(blank()),
            column(COUNTS, words.counts, counts).total(forbund.role(Role::Working)),
        ]
    }

    /// Its state money before rounding: base grant, and both parts.
    fn exact(self) -> Vec<Column<'run>> {
        let (context, words) = (self.sheet.context, self.sheet.context.words);
        let trace = self.sheet.of.trace.side(self.side.name);
        let base = move |row| {
            let has_base = (self.at(row, MEMBERS) * self.at(row, COUNTS)).more(0);
            let base = Formula::from(context.parameters.base_grant()).when(has_base, 0);
            Cell::working(Kind::Amount, base)
        };
        let part = move |row, part: Part| {
            let units = if context.is_national() { kommun::FIGURES } else { kommun::DECIDED };
            let units = self.of_members(row, units[part as usize]);
            let formula = match self.sheet.rate(self.side, part) {
                Some(rate) => rate * units,
                None => units,
            };
            let known = trace.rows.get(row).map(|trace| trace.parts[part as usize]);
            match known {
                Some(known) => Cell::known(Kind::Decimals(6), formula, known).role(Role::Working),
                None => step(formula),
            }
        };
        let remainder_of = move |row| {
            // The kommuner stand in order of kommunkod, so the first of a row has its lowest.
            let first = position(self.at(row, NUMBER), self.sheet.places.kommuner.column(kommun::NUMBER));
            let rest = in_order(remainder(self.at(row, EXACT)), first);
            step(rest.when(Formula::from(self.at(row, MEMBERS)).more(0), -1))
        };
        // The sum is rounded from the exact amounts, and what the floors leave is handed out.
        let rounded = sum([self.table.column(EXACT)]).nearest_whole();
        let rounded = Cell::known(Kind::Amount, rounded, trace.rounded).role(Role::Working);
        let floors = sum_product(Formula::from(self.table.column(EXACT)).without_noise().floor());
        let left = Cell::working(Kind::Count, Formula::from(self.table.total(EXACT)) - floors);
        let mut columns = vec![
            column(EXACT_BASE, words.base_grant, base),
            column(EXACT, words.exact, move |row| {
                let [matt, befolkning] = EXACT_PARTS.map(|column| self.at(row, column));
                step(self.at(row, EXACT_BASE) + matt + befolkning)
            })
            .total(rounded),
            column(REMAINDER, words.rest, remainder_of).total(left),
        ];
        for (of, heading) in Part::BOTH.into_iter().zip([words.by_matt, words.by_befolkning]) {
            let [exact, rest] = [EXACT_PARTS, PART_REMAINDERS].map(|columns| columns[of as usize]);
            columns.push(column(exact, heading, move |row| part(row, of)));
            columns.push(column(rest, words.rest, move |row| step(remainder(self.at(row, exact)))));
        }
        columns
    }

    /// The whole kronor of the components of its state money.
    fn components(self) -> Vec<Column<'run>> {
        let words = self.sheet.context.words;
        let floor =
            move |row, part: usize| Formula::from(self.at(row, EXACT_PARTS[part])).without_noise().floor();
        let left = move |row| {
            let left = Formula::from(self.at(row, STATE)) - self.at(row, EXACT_BASE);
            Cell::working(Kind::Count, left - floor(row, 0) - floor(row, 1))
        };
        let component = move |row, place: usize| {
            let [matt, befolkning] = PART_REMAINDERS.map(|column| Formula::from(self.at(row, column)));
            // How many components come before it: base, försörjningsmått, befolkning where remainders are equal.
            let (floor, before) = match place {
                0 => (self.at(row, EXACT_BASE).into(), matt.more(0) + befolkning.more(0)),
                1 => (floor(row, 0), befolkning.more(matt.clone()) + matt.equals(0)),
                _ => (floor(row, 1), matt.at_least(befolkning.clone()) + befolkning.equals(0)),
            };
            let state = self.result(row).state;
            let known = [state.base, state.forsorjningsmatt, state.befolkning][place];
            let one_more = Formula::whole(1).when(before.less(self.at(row, PARTS_LEFT)), 0);
            Cell::known(Kind::Amount, floor + one_more, known)
        };
        let names = [(BASE, words.base_grant), (PARTS[0], words.by_matt), (PARTS[1], words.by_befolkning)];
        let mut columns = vec![column(PARTS_LEFT, words.left, left)];
        columns.extend(names.into_iter().enumerate().map(|(place, (at, heading))| {
            column(at, heading, move |row| component(row, place)).summed(Kind::Amount)
        }));
        columns
    }

    /// Its state money, what regions and kommuner pay, what its kansli costs, and what is left for insatser.
    fn amounts(self, kanslier: &'run [Formula]) -> Vec<Column<'run>> {
        let (context, table) = (self.sheet.context, self.table);
        let (labels, words) = (context.labels, context.words);
        let [of_state, of_region, of_kommuner] = context.parameters.funding();
        let others = move || of_region + of_kommuner;
        let at = move |row, column| self.at(row, column);
        let state = move |row| {
            let more = one_more(at(row, REMAINDER), table.column(REMAINDER), table.total(REMAINDER));
            Formula::from(at(row, EXACT)).without_noise().floor() + more
        };
        // Of two parts the larger remainder is at least a half, and a half goes to the regions.
        let region = move |row| {
            let region = ((at(row, TOTAL) - at(row, STATE)) * of_region / others()).nearest_whole();
            region.when(others().more(0), 0)
        };
        // A kansli costs the same gross and net.
        let kansli = move |row: usize| match self.side.index {
            0 => kanslier[row].clone(),
            _ => self.sheet.places.forbund[0].cell(row, KANSLI).into(),
        };
        let formula = move |row, column| match column {
            STATE => state(row),
            REGION => region(row),
            KOMMUNER => at(row, TOTAL) - at(row, STATE) - at(row, REGION),
            TOTAL => (at(row, STATE) / of_state).nearest_whole(),
            KANSLI => kansli(row),
            _ => if_known(&[at(row, KANSLI)], at(row, TOTAL) - at(row, KANSLI)),
        };
        let known = move |row, place: usize| {
            let total = Total::of([self.result(row)]);
            amounts(&total)[place].1.clone()
        };
        let headings = [
            words.state_total,
            labels.region,
            labels.kommuner,
            Total::total.heading(labels.language),
            Total::kansli.heading(labels.language),
            Total::insatser.heading(labels.language),
        ];
        let rows = i64::try_from(table.rows().len()).expect("a count");
        let columns = amounts(&self.sheet.of.total(self.side)).into_iter().zip(headings).enumerate();
        let columns = columns.map(|(place, ((of, total), heading))| {
            let (all, is_known) = (table.column(of), !matches!(of, KANSLI | INSATSER));
            let sum = if is_known { sum([all]) } else { sum([all]).when(count([all]).at_least(rows), "") };
            column(of, heading, move |row| Cell::known(Kind::Amount, formula(row, of), known(row, place)))
                .total(Cell::known(Kind::Amount, sum, total).role(Role::Total))
        });
        columns.collect()
    }
}

/// The gross income of a row, which a shared kansli can be divided by.
pub(super) fn income(sheet: &SideSheet<'_>, row: usize) -> CellAddress {
    sheet.places.forbund[0].cell(row, TOTAL)
}

/// The inhabitants of a row.
pub(super) fn inhabitants(sheet: &SideSheet<'_>, row: usize) -> CellAddress {
    sheet.places.forbund[0].cell(row, FIGURES[1])
}

/// The place of a row's lowest kommunkod in the list, which decides ties.
pub(super) fn order(sheet: &SideSheet<'_>, row: usize) -> Formula {
    let numbers = sheet.places.kommuner.column(kommun::NUMBER);
    position(sheet.places.forbund[0].cell(row, NUMBER), numbers).or(0)
}
