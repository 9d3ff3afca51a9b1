//! What the kansli of each row costs: whose cost became whose, as the model recorded it change by change.

use std::collections::HashMap;

use num_rational::BigRational;
use num_traits::ToPrimitive;
use rust_decimal::Decimal;

use super::book::{Cell, Kind, Role};
use super::context::SideSheet;
use super::forbund;
use super::formula::{CellAddress, Formula, sum};
use super::layout::kansli::{COST, LABEL, SOURCE, STEPS, WEIGHT};
use super::layout::{kommun, parameter};
use super::page::{Column, Page, column};
use super::rounding::{Claim, if_known, quota};
use crate::analysis::explanation::trace::{SharedBy, SharedCost, Trace};
use crate::analysis::explanation::words as explanation;
use crate::analysis::explanation::{Origin, Priced};
use crate::model::allocation_base::Part;
use crate::model::kansli::SplitBy;
use crate::model::kommun::KommunId;
use crate::model::kronor::Kronor;
use crate::model::row_id::RowId;
use crate::model::step::{KansliTaker, Lessened, Step};
use crate::report::words::workbook;

/// Those who take over parts of a cost, each with its weight, which of equal remainders comes first, and its share.
struct Taker {
    label: String,
    weight: Formula,
    order: Formula,
    share: Option<Kronor>,
}

/// Writes the table and answers with the cost of each row. Today's own costs stand with the parameters.
pub(super) fn table(page: &mut Page, sheet: &SideSheet<'_>) -> Vec<Formula> {
    let context = sheet.context;
    let today = |row| Formula::from(context.parameters.forbund.cell(row, parameter::VALUE));
    let before = context.loaded.model.before().rows().iter().enumerate();
    let costs = before.map(|(forbund, row)| (row.id, vec![today(forbund)])).collect();
    let mut table = Table { page, sheet, next: 0, costs };
    let trace = &sheet.of.trace;
    let changes = if sheet.is_today { &[][..] } else { &trace.kansli };
    for (change, steps) in changes.iter().enumerate() {
        for step in steps {
            table.follow(change, step);
        }
    }
    let rows = sheet.rows.iter();
    let mut parts: Vec<Vec<Formula>> =
        rows.map(|row| table.cost_of(row.id, &row.name, row.kansli.known())).collect();
    for shared in &trace.shared[usize::from(!sheet.is_today)] {
        table.shared(shared, &mut parts);
    }
    if table.next > 0 {
        let words = context.words;
        let heading = |at, heading| -> Column<'_> { column(at, heading, |_| None) };
        let headings = [
            heading(LABEL, words.cost),
            heading(COST, words.kr_per_year),
            heading(SOURCE, words.source),
            heading(WEIGHT, words.weight),
            heading(STEPS[0], words.exact),
            heading(STEPS[1], words.rest),
        ];
        let caption = if sheet.is_today { words.caption_kansli_today } else { words.caption_kansli };
        table.page.table(sheet.places.kansli, caption, &headings);
    }
    parts.iter().map(|parts| total(parts)).collect()
}

/// How many lines the table of an alternative has for what its changes did to kanslier.
pub(super) fn lines(trace: &Trace) -> usize {
    let of_step = |step: &Step| match step {
        Step::KansliStated { .. } | Step::KansliMerged { .. } => 1,
        Step::KansliLessened { .. } => 2,
        Step::KansliDivided { takers, .. } => 1 + takers.len(),
        _ => 0,
    };
    let of_shared = trace.shared.iter().flatten().map(|shared| 1 + shared.rows.len());
    trace.kansli.iter().flatten().map(of_step).chain(of_shared).sum()
}

/// The sum of some costs, unknown if one of them is.
fn total(parts: &[Formula]) -> Formula {
    if parts.is_empty() { Formula::whole(0) } else { if_known(parts, sum(parts.iter().cloned())) }
}

struct Table<'run> {
    page: &'run mut Page,
    sheet: &'run SideSheet<'run>,
    /// The row that is written next.
    next: usize,
    /// The cells that the cost of each row is the sum of; a row without an entry has no cost, or none that was stated.
    costs: HashMap<RowId, Vec<Formula>>,
}

impl Table<'_> {
    /// What a step makes of the costs.
    fn follow(&mut self, change: usize, step: &Step) {
        let language = self.sheet.context.language;
        match step {
            Step::KansliStated { row, name, part, cost } => {
                let label = workbook::kansli_stated(language, name);
                let place = self.input(&label, Some(cost.amount()), &self.origin(change, *part));
                self.costs.insert(*row, vec![place.into()]);
            }
            Step::KansliReplaced { row } => {
                self.costs.insert(*row, Vec::new());
            }
            Step::KansliLessened { row, name, before, left, by } => {
                let parts = self.cost_of(*row, name, Some(*before));
                let (label, rest, origin) = match by {
                    Lessened::Items => {
                        let rest = workbook::kansli_without_items(language, name);
                        (workbook::items_taken(language, name), rest, String::new())
                    }
                    Lessened::Assumption => {
                        let origin = self.sheet.of.computed.places.kansli_assumption();
                        let rest = workbook::kansli_after_saving(language, name);
                        (
                            workbook::assumed_saving(language, name),
                            rest,
                            explanation::origin(&origin, language),
                        )
                    }
                };
                let taken = self.input(&label, Some(*before - *left), &origin);
                let formula = if_known(&parts, sum(parts.iter().cloned()) - Formula::from(taken));
                let cell = Cell::known(Kind::Amount, formula, Some(*left));
                let place = self.line(&rest, cell);
                self.costs.insert(*row, vec![place.into()]);
            }
            Step::KansliMerged { into, name, cost, parts } => {
                let parts: Vec<Formula> =
                    parts.iter().flat_map(|part| self.cost_of(part.row, &part.name, part.cost)).collect();
                let cell = Cell::known(Kind::Amount, total(&parts), *cost);
                let place = self.line(&workbook::merged_kansli(language, name), cell);
                self.costs.insert(*into, vec![place.into()]);
            }
            Step::KansliDivided { from, name, cost, takers } => {
                let parts = self.cost_of(*from, name, *cost);
                let cell = Cell::known(Kind::Amount, total(&parts), *cost);
                let whole = self.line(&workbook::kansli_of(language, name), cell);
                let shares: Vec<Taker> = takers.iter().map(|taker| self.taker(taker)).collect();
                let shares = self.shares(whole, &shares);
                for (taker, share) in takers.iter().zip(shares).filter(|(taker, _)| !taker.stated) {
                    self.costs.entry(taker.row).or_default().push(share.into());
                }
            }
            _ => {}
        }
    }

    /// Where a change stated a cost.
    fn origin(&self, change: usize, part: Option<usize>) -> String {
        self.told(self.sheet.of.computed.places.stated_kansli(change, part))
    }

    /// Where a cost stands, and what it has grown by since.
    fn told(&self, (written, origin): (Option<Priced>, Origin)) -> String {
        let context = self.sheet.context;
        explanation::origin(&origin, context.language) + &context.grown(written.as_ref())
    }

    /// The cells that a row's cost is the sum of. A förbund that was created without a word on its kansli gets a cell
    /// to fill in.
    fn cost_of(&mut self, id: RowId, name: &str, cost: Option<Kronor>) -> Vec<Formula> {
        if let Some(known) = self.costs.get(&id) {
            return known.clone();
        }
        if cost.is_some() {
            return Vec::new();
        }
        let label = workbook::kansli_unstated(self.sheet.context.language, name);
        let parts = vec![self.input(&label, None, "").into()];
        self.costs.insert(id, parts.clone());
        parts
    }

    fn input(&mut self, label: &str, cost: Option<Kronor>, source: &str) -> CellAddress {
        let cost = self.line(label, Cell::input(Kind::Amount, cost.map(|cost| cost.get().into())));
        self.page.put(CellAddress { column: SOURCE, ..cost }, Cell::text(Kind::Remark, source));
        cost
    }

    /// The next row, with a cost.
    fn line(&mut self, label: &str, cost: Cell) -> CellAddress {
        let [name, place] = [LABEL, COST].map(|column| self.sheet.places.kansli.cell(self.next, column));
        self.page.put(name, Cell::text(Kind::Remark, label));
        self.page.put(place, cost);
        self.next += 1;
        place
    }

    /// Who takes over a share of a kansli, by inhabitants 16–64.
    fn taker(&self, taker: &KansliTaker) -> Taker {
        let (context, kommuner) = (self.sheet.context, self.sheet.places.kommuner);
        let inhabitants = |kommun: &KommunId| {
            let row = context.listed.binary_search(kommun).expect("a kommun of a förbund");
            kommuner.cell(row, kommun::FIGURES[Part::Befolkning as usize])
        };
        Taker {
            label: workbook::share_to(context.language, &taker.name),
            weight: sum(taker.kommuner.iter().map(inhabitants)),
            order: Formula::Number(Decimal::from(taker.lowest.index())),
            share: taker.share,
        }
    }

    /// A shared kansli, divided over the rows that take part in it.
    fn shared(&mut self, shared: &SharedCost, parts: &mut [Vec<Formula>]) {
        let (sheet, language) = (self.sheet, self.sheet.context.language);
        let (places, cost) = (sheet.of.computed.places, &shared.cost);
        let label = workbook::shared_kansli(language, shared.split_by);
        let origin = self.told(match shared.by {
            SharedBy::Today(number) => places.shared_today(number, cost),
            SharedBy::Change(change) => places.shared_by_change(change, cost),
        });
        let pooled = shared.pool.and_then(|pool| self.costs.remove(&pool));
        let whole = match pooled {
            Some(parts) => self.line(&label, Cell::known(Kind::Amount, total(&parts), Some(cost.amount()))),
            None => self.input(&label, Some(cost.amount()), &origin),
        };
        let taker = |(position, (&row, &share)): (usize, (&usize, &Kronor))| Taker {
            label: workbook::share_to(language, &sheet.places.labels[row]),
            weight: match shared.split_by {
                SplitBy::Budget => forbund::income(sheet, row).into(),
                SplitBy::Lika => Formula::whole(1),
                SplitBy::Befolkning => forbund::inhabitants(sheet, row).into(),
                SplitBy::Shares => agreed_share(&shared.agreed[position]),
            },
            order: forbund::order(sheet, row),
            share: Some(share),
        };
        let takers: Vec<Taker> = shared.rows.iter().zip(&shared.shares).enumerate().map(taker).collect();
        for (&row, place) in shared.rows.iter().zip(self.shares(whole, &takers)) {
            parts[row].push(place.into());
        }
    }

    /// The shares of a cost by weight, by largest remainder.
    fn shares(&mut self, whole: CellAddress, takers: &[Taker]) -> Vec<CellAddress> {
        let (first, table) = (self.next, self.sheet.places.kansli);
        let all = |column| table.cells(first, takers.len(), column);
        let share = |taker: &Taker| {
            let at = |column| table.cell(self.next, column);
            let (own, weight) = (STEPS.map(at), at(WEIGHT));
            let claim = Claim { own, all: vec![STEPS.map(all)], mates: None, shares: None };
            self.page.put(weight, Cell::working(Kind::Count, taker.weight.clone()));
            self.page.put(own[0], claim.exact(quota(sum([whole]), weight, all(WEIGHT))));
            self.page.put(own[1], claim.remainder(taker.order.clone()));
            let formula = if_known(&[whole], claim.whole(whole, ""));
            self.line(&taker.label, Cell::known(Kind::Amount, formula, taker.share).role(Role::Result))
        };
        takers.iter().map(share).collect()
    }
}

/// An agreed share as a quotient of numbers that a cell can hold, which is exact but for the last of some 27 digits.
fn agreed_share(share: &BigRational) -> Formula {
    const MOST_BITS: u64 = 90;
    let [numerator, denominator] = [share.numer(), share.denom()];
    let shift = numerator.bits().max(denominator.bits()).saturating_sub(MOST_BITS);
    let [numerator, denominator] = [numerator, denominator].map(|number| {
        let number = (number >> shift).to_i128().expect("no more bits than that");
        Formula::Number(Decimal::from_i128_with_scale(number, 0))
    });
    numerator / denominator
}
