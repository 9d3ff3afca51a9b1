//! What the kansli of each row costs: whose cost became whose, as the model told it change by change.

use std::collections::HashMap;

use rust_decimal::Decimal;

use super::book::{Cell, Kind, Role, Value};
use super::formula::{Formula, Place, sum};
use super::pieces::{if_known, in_order, one_more, quota, remainder, sum_if_known};
use super::row;
use super::side::{Board, FIRST_AMOUNT, WORKING};
use crate::analysis::explanation::trace::{SharedCost, Trace};
use crate::model::change::Change;
use crate::model::kansli::{Kansli, SplitBy};
use crate::model::kronor::Kronor;
use crate::model::recorder::{KansliTaker, Part, Step};
use crate::model::row_id::RowId;
use crate::text::{explanation, workbook};

const LABEL: u16 = 0;
const COST: u16 = FIRST_AMOUNT;
const SOURCE: u16 = FIRST_AMOUNT + 1;
const WEIGHT: u16 = WORKING;
const EXACT: u16 = WORKING + 1;
const REMAINDER: u16 = WORKING + 2;

/// The cells that the cost of each row is the sum of; a row without an entry has no cost, or none that was stated.
type Costs = HashMap<RowId, Vec<Formula>>;

/// Those who take over parts of a cost.
struct Takers {
    labels: Vec<String>,
    /// Their weights.
    weights: Vec<Formula>,
    /// Which of equal remainders comes first.
    orders: Vec<Formula>,
    shares: Vec<Option<Kronor>>,
}

/// Writes the table and answers with the cost of each row. Today's costs stand with the parameters.
pub(super) fn table(board: &mut Board<'_>) -> Vec<Formula> {
    let today = |forbund: usize| Formula::from(board.context.parameters.kansli(forbund));
    if board.is_today {
        let rows = 0..board.places.labels.len();
        return rows.map(|row| sum_if_known(&[today(row)], 1)).collect();
    }
    let before = board.context.loaded.model.before();
    let mut costs: Costs =
        before.rows().iter().enumerate().map(|(forbund, row)| (row.id, vec![today(forbund)])).collect();
    let words = board.context.words;
    let first = board.places.kansli_table();
    let mut table = Table { next: first + 2 };
    let trace = &board.of.trace;
    for (change, steps) in trace.kansli.iter().enumerate() {
        for step in steps {
            table.follow(board, change, step, &mut costs);
        }
    }
    let mut parts: Vec<Vec<Formula>> = board
        .grouping
        .rows()
        .iter()
        .map(|row| table.cost_of(board, row.id, &row.name, row.kansli, &mut costs))
        .collect();
    for shared in &trace.shared {
        table.shared(board, shared, &mut parts);
    }
    if table.next > first + 2 {
        let headings = [
            (LABEL, words.cost),
            (COST, words.kr_per_year),
            (SOURCE, words.source),
            (WEIGHT, words.weight),
            (EXACT, words.exact),
            (REMAINDER, words.rest),
        ];
        board.page.table(first, words.caption_kansli, &headings);
    }
    parts.iter().map(|parts| total(parts)).collect()
}

/// How many lines the table of an alternative has for what its changes did to kanslier.
pub(super) fn lines(trace: &Trace) -> usize {
    let of_step = |step: &Step| match step {
        Step::KansliStated { .. } | Step::KansliMerged { .. } => 1,
        Step::KansliDivided { takers, .. } => 1 + takers.len(),
        _ => 0,
    };
    let of_shared = trace.shared.iter().map(|shared| 1 + shared.rows.len());
    trace.kansli.iter().flatten().map(of_step).chain(of_shared).sum()
}

/// The sum of some costs, unknown if one of them is.
fn total(parts: &[Formula]) -> Formula {
    match parts {
        [] => Formula::whole(0),
        parts => sum_if_known(parts, i64::try_from(parts.len()).expect("a count")),
    }
}

struct Table {
    next: u32,
}

impl Table {
    fn line(&mut self) -> u32 {
        self.next += 1;
        self.next - 1
    }

    /// What a step makes of the costs.
    fn follow(&mut self, board: &mut Board<'_>, change: usize, step: &Step, costs: &mut Costs) {
        match step {
            Step::KansliStated { row, name, part, cost } => {
                let label = workbook::kansli_stated(board.context.language, name);
                let origin = board.of.computed.places.stated_kansli(change, *part);
                let origin = explanation::origin(&origin, board.context.language);
                let place = self.input(board, &label, Some(*cost), &origin);
                costs.insert(*row, vec![place.into()]);
            }
            Step::KansliReplaced { row } => {
                costs.insert(*row, Vec::new());
            }
            Step::KansliMerged { into, name, cost, parts } => {
                let parts: Vec<Formula> = parts
                    .iter()
                    .flat_map(|part| self.cost_of(board, part.row, &part.name, part.cost, costs))
                    .collect();
                let label = workbook::merged_kansli(board.context.language, name);
                let place = self.sum(board, &label, &parts, cost.known());
                costs.insert(*into, vec![place.into()]);
            }
            Step::KansliDivided { from, name, cost, takers } => {
                let parts = self.cost_of(board, *from, name, *cost, costs);
                let label = workbook::kansli_of(board.context.language, name);
                let whole = self.sum(board, &label, &parts, cost.known());
                let shares = self.divided(board, whole, takers);
                for (taker, share) in takers.iter().zip(shares).filter(|(taker, _)| !taker.stated) {
                    costs.entry(taker.row).or_default().push(share.into());
                }
            }
            _ => {}
        }
    }

    /// The cells that a row's cost is the sum of. A förbund that was created without a word on its kansli gets a cell
    /// to fill in.
    fn cost_of(
        &mut self,
        board: &mut Board<'_>,
        id: RowId,
        name: &str,
        cost: Kansli,
        costs: &mut Costs,
    ) -> Vec<Formula> {
        if let Some(known) = costs.get(&id) {
            return known.clone();
        }
        if cost.known().is_some() {
            return Vec::new();
        }
        let label = workbook::kansli_unstated(board.context.language, name);
        let place = self.input(board, &label, None, "");
        costs.insert(id, vec![place.into()]);
        vec![place.into()]
    }

    fn input(&mut self, board: &mut Board<'_>, label: &str, cost: Option<Kronor>, source: &str) -> Place {
        let line = self.line();
        board.page.text(line, LABEL, Kind::Remark, label);
        board.page.put(line, COST, Cell::input(Kind::Amount, cost.map(|cost| cost.get().into())));
        board.page.text(line, SOURCE, Kind::Remark, source);
        board.page.at(line, COST)
    }

    fn sum(&mut self, board: &mut Board<'_>, label: &str, parts: &[Formula], known: Option<Kronor>) -> Place {
        let line = self.line();
        board.page.text(line, LABEL, Kind::Remark, label);
        board.page.put(line, COST, Cell::known(Kind::Amount, total(parts), known));
        board.page.at(line, COST)
    }

    /// The shares of a kansli that went to others, by inhabitants 16–64.
    fn divided(&mut self, board: &mut Board<'_>, whole: Place, takers: &[KansliTaker]) -> Vec<Place> {
        let language = board.context.language;
        let kommuner = &board.context.kommuner;
        let inhabitants = |taker: &KansliTaker| {
            sum(taker.kommuner.iter().map(|&kommun| kommuner.figure(kommun, Part::Befolkning)))
        };
        let lowest = |taker: &KansliTaker| Formula::Number(Decimal::from(taker.lowest.index()));
        let takers = Takers {
            labels: takers.iter().map(|taker| workbook::share_to(language, &taker.name)).collect(),
            weights: takers.iter().map(inhabitants).collect(),
            orders: takers.iter().map(lowest).collect(),
            shares: takers.iter().map(|taker| Kansli::known(taker.share)).collect(),
        };
        self.shares(board, whole, &takers)
    }

    /// A shared kansli, divided over the rows that take part in it.
    fn shared(&mut self, board: &mut Board<'_>, shared: &SharedCost, parts: &mut [Vec<Formula>]) {
        if shared.rows.is_empty() {
            return;
        }
        let scenario = board.of.computed.scenario;
        let split_by = match scenario.changes.get(shared.change) {
            Some(Change::ShareKansli { split_by, .. }) => *split_by,
            _ => SplitBy::Lika,
        };
        let language = board.context.language;
        let origin = board.of.computed.places.stated_kansli(shared.change, None);
        let origin = explanation::origin(&origin, language);
        let whole =
            self.input(board, &workbook::shared_kansli(language, split_by), Some(shared.cost), &origin);
        let weight = |row: &usize| match split_by {
            SplitBy::Budget => row::income(board, *row).into(),
            SplitBy::Lika => Formula::whole(1),
            SplitBy::Befolkning => row::inhabitants(board, *row).into(),
        };
        let takers = Takers {
            labels: shared
                .rows
                .iter()
                .map(|&row| workbook::share_to(language, &board.places.labels[row]))
                .collect(),
            weights: shared.rows.iter().map(weight).collect(),
            orders: shared.rows.iter().map(|&row| row::order(board, row)).collect(),
            shares: shared.shares.iter().copied().map(Some).collect(),
        };
        let places = self.shares(board, whole, &takers);
        for (&row, place) in shared.rows.iter().zip(places) {
            parts[row].push(place.into());
        }
    }

    /// The shares of a cost by weight, by largest remainder.
    fn shares(&mut self, board: &mut Board<'_>, whole: Place, takers: &Takers) -> Vec<Place> {
        let rows = u32::try_from(takers.labels.len()).expect("fewer rows than a sheet has");
        let first = self.next;
        let all = |board: &Board<'_>, column| board.page.at(first, column).area(rows, 1);
        let mut places = Vec::with_capacity(takers.labels.len());
        for taker in 0..takers.labels.len() {
            let line = self.line();
            board.page.text(line, LABEL, Kind::Remark, &takers.labels[taker]);
            board.page.put(line, WEIGHT, Cell::working(Kind::Count, takers.weights[taker].clone()));
            let [weight, exact, rest] = [WEIGHT, EXACT, REMAINDER].map(|column| board.page.at(line, column));
            let share = quota(sum([whole]), weight, all(board, WEIGHT));
            board.page.put(line, EXACT, Cell::working(Kind::Decimals(6), share));
            let ordered = in_order(remainder(exact), takers.orders[taker].clone());
            board.page.put(line, REMAINDER, Cell::working(Kind::Decimals(6), ordered));
            let floors = super::formula::sum_product(Formula::from(all(board, EXACT)).floor());
            let left = Formula::from(whole) - floors;
            let share = Formula::from(exact).floor() + one_more(rest, all(board, REMAINDER), left);
            let known: Value = takers.shares[taker].into();
            let cell = Cell::known(Kind::Amount, if_known(&[whole], share), known).role(Role::Result);
            board.page.put(line, COST, cell);
            places.push(board.page.at(line, COST));
        }
        places
    }
}
