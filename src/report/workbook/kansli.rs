//! What the kansli of each row costs: whose cost became whose, as the model recorded it change by change.

use std::collections::HashMap;

use rust_decimal::Decimal;

use super::book::{Cell, Kind, Role};
use super::context::SideSheet;
use super::forbund;
use super::formula::{CellAddress, Formula, sum};
use super::layout::kansli::{COST, LABEL, SOURCE, STEPS, WEIGHT};
use super::layout::{kommun, parameter};
use super::page::{Column, Page, column};
use super::rounding::{Claim, if_known, quota};
use crate::analysis::explanation::trace::{SharedCost, Trace};
use crate::analysis::explanation::words as explanation;
use crate::model::allocation_base::Part;
use crate::model::change::Change;
use crate::model::kansli::{Kansli, SplitBy};
use crate::model::kommun::KommunId;
use crate::model::kronor::Kronor;
use crate::model::row_id::RowId;
use crate::model::step::{KansliTaker, Step};
use crate::report::words::workbook;

/// Those who take over parts of a cost, each with its weight, which of equal remainders comes first, and its share.
struct Taker {
    label: String,
    weight: Formula,
    order: Formula,
    share: Option<Kronor>,
}

/// Writes the table and answers with the cost of each row. Today's costs stand with the parameters.
pub(super) fn table(page: &mut Page, sheet: &SideSheet<'_>) -> Vec<Formula> {
    let context = sheet.context;
    let today = |row| Formula::from(context.parameters.forbund.cell(row, parameter::VALUE));
    if sheet.is_today {
        return sheet.places.forbund[0].rows().map(|row| total(&[today(row)])).collect();
    }
    let before = context.loaded.model.before().rows().iter().enumerate();
    let costs = before.map(|(forbund, row)| (row.id, vec![today(forbund)])).collect();
    let mut table = Table { page, sheet, next: 0, costs };
    let trace = &sheet.of.trace;
    for (change, steps) in trace.kansli.iter().enumerate() {
        for step in steps {
            table.follow(change, step);
        }
    }
    let rows = sheet.rows.iter();
    let mut parts: Vec<Vec<Formula>> = rows.map(|row| table.cost_of(row.id, &row.name, row.kansli)).collect();
    for shared in &trace.shared {
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
        table.page.table(sheet.places.kansli, words.caption_kansli, &headings);
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
                let place = self.input(&label, Some(*cost), &self.origin(change, *part));
                self.costs.insert(*row, vec![place.into()]);
            }
            Step::KansliReplaced { row } => {
                self.costs.insert(*row, Vec::new());
            }
            Step::KansliMerged { into, name, cost, parts } => {
                let parts: Vec<Formula> =
                    parts.iter().flat_map(|part| self.cost_of(part.row, &part.name, part.cost)).collect();
                let cell = Cell::known(Kind::Amount, total(&parts), cost.known());
                let place = self.line(&workbook::merged_kansli(language, name), cell);
                self.costs.insert(*into, vec![place.into()]);
            }
            Step::KansliDivided { from, name, cost, takers } => {
                let parts = self.cost_of(*from, name, *cost);
                let cell = Cell::known(Kind::Amount, total(&parts), cost.known());
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
        let (written, origin) = self.sheet.of.computed.places.stated_kansli(change, part);
        let context = self.sheet.context;
        explanation::origin(&origin, context.language) + &context.grown(written.as_ref())
    }

    /// The cells that a row's cost is the sum of. A förbund that was created without a word on its kansli gets a cell
    /// to fill in.
    fn cost_of(&mut self, id: RowId, name: &str, cost: Kansli) -> Vec<Formula> {
        if let Some(known) = self.costs.get(&id) {
            return known.clone();
        }
        if cost.known().is_some() {
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
            share: Kansli::known(taker.share),
        }
    }

    /// A shared kansli, divided over the rows that take part in it.
    fn shared(&mut self, shared: &SharedCost, parts: &mut [Vec<Formula>]) {
        if shared.rows.is_empty() {
            return;
        }
        let (sheet, language) = (self.sheet, self.sheet.context.language);
        let split_by = match sheet.of.computed.scenario.changes.get(shared.change) {
            Some(Change::ShareKansli { split_by, .. }) => *split_by,
            _ => SplitBy::Lika,
        };
        let label = workbook::shared_kansli(language, split_by);
        let whole = self.input(&label, Some(shared.cost), &self.origin(shared.change, None));
        let taker = |(&row, &share): (&usize, &Kronor)| Taker {
            label: workbook::share_to(language, &sheet.places.labels[row]),
            weight: match split_by {
                SplitBy::Budget => forbund::income(sheet, row).into(),
                SplitBy::Lika => Formula::whole(1),
                SplitBy::Befolkning => forbund::inhabitants(sheet, row).into(),
            },
            order: forbund::order(sheet, row),
            share: Some(share),
        };
        let takers: Vec<Taker> = shared.rows.iter().zip(&shared.shares).map(taker).collect();
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
