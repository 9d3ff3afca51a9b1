//! What a kansli costs: stated, or passed on by the rules from those that there were.

use num_rational::BigRational;

use super::combine::{difference, sum};
use super::contribution::{Weights, share};
use super::explainer::{Costs, Explainer};
use super::metric::{self, Figure};
use super::node::Node;
use super::quantity::{Quantity, Unit, whole};
use super::trace::SharedBy;
use super::what::{Column, Field, Parameter, Scope, What};
use crate::model::allocation_base::Part;
use crate::model::kansli::SplitBy;
use crate::model::row_id::RowId;
use crate::model::step::{Lessened, SideName, Step};

impl Explainer<'_> {
    /// The kansli of a row on a side, if it is known.
    pub(super) fn kansli(&self, side: SideName, row: usize, what: What) -> Option<Node> {
        let of_row = self.rows(side).get(row)?;
        let is_after = side != SideName::Before;
        let kanslier = self.kanslier[usize::from(is_after)].get_or_init(|| self.kanslier(is_after));
        let mut parts = kanslier.get(&of_row.id).cloned().unwrap_or(Some(Vec::new()))?;
        if parts.is_empty() {
            parts.push(Node::nothing(What::NoKansli(of_row.name.clone())));
        }
        Some(sum(what, Unit::Kronor, parts))
    }

    fn kansli_today(&self, forbund: usize) -> Option<Vec<Node>> {
        let row = self.model().before().rows().get(forbund)?;
        let cost = row.kansli.known()?;
        if self.baseline().forbund[forbund].kansli.is_none() {
            // Only its share of what is shared today.
            return Some(Vec::new());
        }
        let what = What::Parameter(Parameter::Kansli(row.name.clone()));
        Some(vec![self.grown(what, cost, self.places.kansli(forbund))])
    }

    /// Those of today, or what every change makes of them.
    fn kanslier(&self, is_after: bool) -> Costs {
        let today = self.model().before().rows().iter().enumerate();
        let mut costs: Costs = today.map(|(forbund, row)| (row.id, self.kansli_today(forbund))).collect();
        if !is_after {
            self.share_kanslier(SideName::Before, &mut costs);
            return costs;
        }
        for (change, steps) in self.trace.kansli.iter().enumerate() {
            for step in steps {
                self.follow(step, change, &mut costs);
            }
        }
        self.share_kanslier(SideName::Gross, &mut costs);
        costs
    }

    /// What a step makes of the costs.
    fn follow(&self, step: &Step, change: usize, costs: &mut Costs) {
        match step {
            Step::KansliStated { row, part, cost, .. } => {
                let written = self.places.stated_kansli(change, *part);
                let what = What::Parameter(Parameter::StatedKansli);
                costs.insert(*row, Some(vec![self.grown(what, cost.amount(), written)]));
            }
            Step::KansliReplaced { row } => {
                costs.insert(*row, Some(Vec::new()));
            }
            Step::KansliLessened { row, name, before, left, by } => {
                let Some(whole_before) = self.whole(*row, name, costs) else { return };
                let taken = *before - *left;
                let (what, left, origin) = match by {
                    Lessened::Items => {
                        (What::ItemsTaken(name.clone()), What::KansliWithoutItems(name.clone()), None)
                    }
                    Lessened::Assumption => (
                        What::AssumedSaving(name.clone()),
                        What::KansliAfterSaving(name.clone()),
                        Some(self.places.kansli_assumption()),
                    ),
                };
                let taken = Node::given(what, Quantity::kronor(taken), origin);
                let left = difference(left, whole_before, taken);
                costs.insert(*row, Some(vec![left]));
            }
            Step::KansliMerged { into, parts, .. } => {
                let parts: Vec<_> =
                    parts.iter().map(|part| self.whole(part.row, &part.name, costs)).collect();
                costs.insert(*into, parts.into_iter().collect());
            }
            Step::KansliDivided { from, name, takers, .. } => {
                let cost = self.whole(*from, name, costs);
                let inhabitants = |to: Option<String>| What::Inhabitants { from: name.clone(), to };
                let weights = takers.iter().map(|taker| {
                    let what = inhabitants(Some(taker.name.clone()));
                    self.cells(what, &taker.kommuner, Column::Befolkning)
                });
                let weights = Weights::new(weights.collect(), &self.kept);
                for (place, taker) in takers.iter().enumerate().filter(|(_, taker)| !taker.stated) {
                    let share = taker.share.zip(cost.clone()).map(|(amount, cost)| {
                        let what = What::KansliShare { from: name.clone(), to: taker.name.clone() };
                        share(what, amount.unsigned(), cost, &weights, place, inhabitants(None))
                    });
                    self.add(taker.row, share, costs);
                }
            }
            _ => {}
        }
    }

    /// All of the kansli of a row that is divided or passed on.
    fn whole(&self, row: RowId, name: &str, costs: &mut Costs) -> Option<Node> {
        let parts = costs.remove(&row).unwrap_or(Some(Vec::new()))?;
        Some(self.kept.keep(sum(What::Kansli(name.to_owned()), Unit::Kronor, parts)))
    }

    /// Adds a share to what the kansli of a row is made of.
    fn add(&self, row: RowId, share: Option<Node>, costs: &mut Costs) {
        let parts = costs.entry(row).or_insert(Some(Vec::new()));
        *parts = parts.take().zip(share).map(|(mut parts, share)| {
            parts.push(self.kept.keep(share));
            parts
        });
    }

    /// Adds what each row has of the shared kanslier.
    fn share_kanslier(&self, side: SideName, costs: &mut Costs) {
        for shared in &self.trace.shared[usize::from(side != SideName::Before)] {
            let written = match shared.by {
                SharedBy::Today(number) => self.places.shared_today(number, &shared.cost),
                SharedBy::Change(change) => self.places.shared_by_change(change, &shared.cost),
            };
            let what = What::Parameter(Parameter::SharedKansli);
            let pooled = shared.pool.and_then(|pool| costs.remove(&pool).flatten());
            let cost = match pooled {
                Some(parts) => sum(what, Unit::Kronor, parts),
                None => self.grown(what, shared.cost.amount(), written),
            };
            let cost = self.kept.keep(cost);
            let weight = |(&row, agreed)| self.shared_weight(side, row, shared.split_by, agreed);
            let weights = shared.rows.iter().zip(&shared.agreed).map(weight);
            let weights = weights.collect::<Option<_>>().map(|weights| Weights::new(weights, &self.kept));
            for (place, &row) in shared.rows.iter().enumerate() {
                let name = self.row_name(side, row);
                let share = weights.as_ref().map(|weights| {
                    let (what, all) = (What::SharedKansliShare(name.clone()), What::Weights(name));
                    share(what, shared.shares[place].unsigned(), cost.clone(), weights, place, all)
                });
                self.add(self.grouping(side).rows()[row].id, share, costs);
            }
        }
    }

    fn shared_weight(
        &self,
        side: SideName,
        row: usize,
        split_by: SplitBy,
        agreed: &BigRational,
    ) -> Option<Node> {
        let field = match split_by {
            // The incomes of a part of a year are nowhere else.
            SplitBy::Budget if self.is_part => {
                return Some(self.kept.keep(self.row(side, row, Field::Total)?));
            }
            // The incomes have a metric of their own; each would bring the whole tree along here.
            SplitBy::Budget => {
                let name = self.row_name(side, row);
                let what = What::Field(Field::Total, Scope::Row(side, name));
                let value = Quantity::kronor(self.trace.side(side).rows.get(row)?.total);
                let metric = metric::path(&Figure::Row(side, row, Field::Total));
                return Some(Node::elsewhere(what, value, metric));
            }
            SplitBy::Befolkning => Field::AllocationBase(Part::Befolkning),
            SplitBy::Lika | SplitBy::Shares => {
                let what = What::Weight(self.row_name(side, row));
                let counts = if split_by == SplitBy::Lika { whole(1) } else { agreed.clone() };
                return Some(Node::given(what, Quantity::new(counts, Unit::Number), None));
            }
        };
        self.row(side, row, field)
    }
}
