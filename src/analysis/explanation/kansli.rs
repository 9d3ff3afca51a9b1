//! What a kansli costs: stated, or passed on by the rules from those that there were.

use std::collections::HashMap;

use super::combine::sum;
use super::contribution::{Weights, share};
use super::explainer::Explainer;
use super::kansli_costs::{Costs, Kanslier};
use super::metric::{self, Figure};
use super::node::Node;
use super::quantity::{Quantity, Unit, whole};
use super::what::{Column, Field, Parameter, Scope, What};
use crate::model::allocation_base::Part;
use crate::model::change::Change;
use crate::model::kansli::SplitBy;
use crate::model::step::{SideName, Step};

impl Explainer<'_> {
    /// The kansli of a row on a side, if it is known.
    pub(super) fn kansli(&self, side: SideName, row: usize, what: What) -> Option<Node> {
        let of_row = self.grouping(side).rows().get(row)?;
        let mut parts = if side == SideName::Before {
            self.kansli_today(row)?
        } else {
            let kanslier = self.kanslier.get_or_init(|| self.kanslier());
            let mut parts = kanslier.own.get(&of_row.id).cloned().unwrap_or(Some(Vec::new()))?;
            parts.extend(kanslier.shared.get(&row).cloned().unwrap_or(Some(Vec::new()))?);
            parts
        };
        if parts.is_empty() {
            let nothing = Quantity::new(whole(0), Unit::Kronor);
            parts.push(Node::given(What::NoKansli(of_row.name.clone()), nothing, None));
        }
        Some(sum(what, Unit::Kronor, parts))
    }

    fn kansli_today(&self, forbund: usize) -> Option<Vec<Node>> {
        let row = self.model().before().rows().get(forbund)?;
        let what = What::Parameter(Parameter::Kansli(row.name.clone()));
        let cost = Quantity::kronor(row.kansli.known()?);
        Some(vec![Node::given(what, cost, Some(self.places.kansli(forbund)))])
    }

    /// Follows every change from today's kanslier on.
    fn kanslier(&self) -> Kanslier {
        let today = self.model().before().rows().iter().enumerate();
        let mut own: Costs = today.map(|(forbund, row)| (row.id, self.kansli_today(forbund))).collect();
        for (change, steps) in self.trace.kansli.iter().enumerate() {
            for step in steps {
                self.follow(step, change, &mut own);
            }
        }
        Kanslier { own, shared: self.shared_kanslier() }
    }

    /// What a step makes of the costs.
    fn follow(&self, step: &Step, change: usize, costs: &mut Costs) {
        match step {
            Step::KansliStated { row, part, cost, .. } => {
                let origin = Some(self.places.stated_kansli(change, *part));
                let what = What::Parameter(Parameter::StatedKansli);
                costs.insert(*row, Some(vec![Node::given(what, Quantity::kronor(*cost), origin)]));
            }
            Step::KansliReplaced { row } => {
                costs.insert(*row, Some(Vec::new()));
            }
            Step::KansliMerged { into, parts, .. } => {
                let parts: Vec<Option<Node>> = parts
                    .iter()
                    .map(|part| {
                        let of_part = costs.remove(&part.row).unwrap_or(Some(Vec::new()))?;
                        let what = What::Kansli(part.name.clone());
                        Some(self.kept.keep(sum(what, Unit::Kronor, of_part)))
                    })
                    .collect();
                costs.insert(*into, parts.into_iter().collect());
            }
            Step::KansliDivided { from, name, takers, .. } => {
                let parts = costs.remove(from).unwrap_or(Some(Vec::new()));
                let cost =
                    parts.map(|parts| self.kept.keep(sum(What::Kansli(name.clone()), Unit::Kronor, parts)));
                let inhabitants = |to: Option<String>| What::Inhabitants { from: name.clone(), to };
                let weights = takers.iter().map(|taker| {
                    let what = inhabitants(Some(taker.name.clone()));
                    self.cells(what, &taker.kommuner, Column::Befolkning)
                });
                let weights = Weights::new(weights.collect(), &self.kept);
                for (place, taker) in takers.iter().enumerate().filter(|(_, taker)| !taker.stated) {
                    let share = taker.share.known().zip(cost.clone()).map(|(amount, cost)| {
                        let what = What::KansliShare { from: name.clone(), to: taker.name.clone() };
                        share(what, amount.unsigned(), cost, &weights, place, inhabitants(None))
                    });
                    let known = costs.remove(&taker.row).unwrap_or(Some(Vec::new()));
                    let both = known.zip(share).map(|(mut parts, share)| {
                        parts.push(self.kept.keep(share));
                        parts
                    });
                    costs.insert(taker.row, both);
                }
            }
            _ => {}
        }
    }

    /// The shares of the shared kanslier of all rows; none of a row where one is not known.
    fn shared_kanslier(&self) -> HashMap<usize, Option<Vec<Node>>> {
        let mut of_rows: HashMap<usize, Option<Vec<Node>>> = HashMap::new();
        for shared in self.trace.shared.iter().filter(|shared| !shared.rows.is_empty()) {
            let origin = Some(self.places.stated_kansli(shared.change, None));
            let what = What::Parameter(Parameter::SharedKansli);
            let cost = Node::given(what, Quantity::kronor(shared.cost), origin);
            let split_by = match self.scenario.changes.get(shared.change) {
                Some(Change::ShareKansli { split_by, .. }) => *split_by,
                _ => SplitBy::Lika,
            };
            let weights: Option<Vec<Node>> =
                shared.rows.iter().map(|&taker| self.shared_weight(taker, split_by)).collect();
            let weights = weights.map(|weights| Weights::new(weights, &self.kept));
            for (place, &row) in shared.rows.iter().enumerate() {
                let name = self.row_name(SideName::Gross, row);
                let share = weights.as_ref().map(|weights| {
                    let (what, all) = (What::SharedKansliShare(name.clone()), What::Weights(name));
                    share(what, shared.shares[place].unsigned(), cost.clone(), weights, place, all)
                });
                let of_row = of_rows.entry(row).or_insert_with(|| Some(Vec::new()));
                *of_row = of_row.take().zip(share).map(|(mut shares, share)| {
                    shares.push(self.kept.keep(share));
                    shares
                });
            }
        }
        of_rows
    }

    fn shared_weight(&self, row: usize, split_by: SplitBy) -> Option<Node> {
        let field = match split_by {
            // The incomes have a metric of their own; each would bring the whole tree along here.
            SplitBy::Budget => {
                let name = self.row_name(SideName::Gross, row);
                let what = What::Field(Field::Total, Scope::Row(SideName::Gross, name));
                let value = Quantity::kronor(self.trace.gross.rows.get(row)?.total);
                let metric = metric::path(&Figure::Row(SideName::Gross, row, Field::Total));
                return Some(Node::elsewhere(what, value, metric));
            }
            SplitBy::Befolkning => Field::AllocationBase(Part::Befolkning),
            SplitBy::Lika => {
                let what = What::Weight(self.row_name(SideName::Gross, row));
                return Some(Node::given(what, Quantity::new(whole(1), Unit::Number), None));
            }
        };
        self.row(SideName::Gross, row, field)
    }
}
