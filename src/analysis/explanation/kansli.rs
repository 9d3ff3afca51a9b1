//! What a kansli costs: stated, or passed on by the rules from those that there were.

use std::collections::HashMap;

use super::contribution::share;
use super::metric::{self, Figure};
use super::node::{Node, Quantity, Unit, whole};
use super::what::{Column, Field, Parameter, Scope, What};
use super::{Explainer, sum};
use crate::model::change::Change;
use crate::model::grouping::RowId;
use crate::model::kansli::SplitBy;
use crate::model::recorder::{KansliTaker, Part, SideName, Step};

/// What the kansli of each row is made of; none where that is not known.
type Costs = HashMap<RowId, Option<Vec<Node>>>;

impl Explainer<'_> {
    /// The kansli of a row on a side, if it is known.
    pub(super) fn kansli(&self, side: SideName, row: usize, what: What) -> Option<Node> {
        let of_row = self.grouping(side).rows().get(row)?;
        let mut costs = self.kansli_of_today();
        let mut parts = if side == SideName::Before {
            costs.remove(&of_row.id)??
        } else {
            for (change, (before, steps)) in self.trace.kansli.iter().enumerate() {
                let name = |id: RowId| before.row(id).map(|row| row.name.clone()).unwrap_or_default();
                for step in steps {
                    self.follow(step, change, &name, &mut costs);
                }
            }
            let mut parts = costs.remove(&of_row.id).unwrap_or(Some(Vec::new()))?;
            parts.extend(self.shared_kanslier(row)?);
            parts
        };
        if parts.is_empty() {
            let nothing = Quantity::new(whole(0), Unit::Kronor);
            parts.push(Node::given(What::NoKansli(of_row.name.clone()), nothing, None));
        }
        Some(sum(what, Unit::Kronor, parts))
    }

    fn kansli_of_today(&self) -> Costs {
        let rows = self.model().before().rows().iter().enumerate();
        let cost = rows.map(|(forbund, row)| {
            let known = row.kansli.known().map(|cost| {
                let what = What::Parameter(Parameter::Kansli(row.name.clone()));
                vec![Node::given(what, Quantity::kronor(cost), Some(self.places.kansli(forbund)))]
            });
            (row.id, known)
        });
        cost.collect()
    }

    /// What a step makes of the costs.
    fn follow(&self, step: &Step, change: usize, name: &dyn Fn(RowId) -> String, costs: &mut Costs) {
        match step {
            Step::KansliStated { row, part, cost } => {
                let origin = Some(self.places.stated_kansli(change, *part));
                let what = What::Parameter(Parameter::StatedKansli);
                costs.insert(*row, Some(vec![Node::given(what, Quantity::kronor(*cost), origin)]));
            }
            Step::KansliReplaced { row } => {
                costs.insert(*row, Some(Vec::new()));
            }
            Step::KansliMerged { into, parts } => {
                let parts: Option<Vec<Node>> = parts
                    .iter()
                    .map(|part| {
                        let of_part = costs.get(part).cloned().unwrap_or(Some(Vec::new()))?;
                        Some(sum(What::Kansli(name(*part)), Unit::Kronor, of_part))
                    })
                    .collect();
                costs.insert(*into, parts);
            }
            Step::KansliDivided { from, name, takers, .. } => {
                let whole_cost = costs.get(from).cloned().unwrap_or(Some(Vec::new()));
                for (place, taker) in takers.iter().enumerate().filter(|(_, taker)| !taker.stated) {
                    let share = taker.share.known().zip(whole_cost.clone()).map(|(share, parts)| {
                        let cost = sum(What::Kansli(name.clone()), Unit::Kronor, parts);
                        self.kansli_share(name, cost, takers, place, share.unsigned())
                    });
                    let known = costs.remove(&taker.row).unwrap_or(Some(Vec::new()));
                    let both = known.zip(share).map(|(mut parts, share)| {
                        parts.push(share);
                        parts
                    });
                    costs.insert(taker.row, both);
                }
            }
            _ => {}
        }
    }

    fn kansli_share(
        &self,
        from: &str,
        cost: Node,
        takers: &[KansliTaker],
        place: usize,
        amount: u64,
    ) -> Node {
        let inhabitants = |to: Option<String>| What::Inhabitants { from: from.to_owned(), to };
        let weights = takers.iter().map(|taker| {
            self.cells(inhabitants(Some(taker.name.clone())), &taker.kommuner, Column::Befolkning)
        });
        let what = What::KansliShare { from: from.to_owned(), to: takers[place].name.clone() };
        share(what, amount, cost, weights.collect(), place, inhabitants(None))
    }

    /// A row's shares of the kanslier that it shares.
    fn shared_kanslier(&self, row: usize) -> Option<Vec<Node>> {
        let name = self.row_name(SideName::Gross, row);
        let taken = self.trace.shared.iter().filter_map(|shared| {
            let place = shared.rows.iter().position(|taker| *taker == row)?;
            Some((shared, place))
        });
        taken
            .map(|(shared, place)| {
                let origin = Some(self.places.stated_kansli(shared.change, None));
                let what = What::Parameter(Parameter::SharedKansli);
                let cost = Node::given(what, Quantity::kronor(shared.cost), origin);
                let split_by = match self.scenario.changes.get(shared.change) {
                    Some(Change::ShareKansli { split_by, .. }) => *split_by,
                    _ => SplitBy::Lika,
                };
                let weights: Option<Vec<Node>> =
                    shared.rows.iter().map(|&taker| self.shared_weight(taker, split_by)).collect();
                let all = What::Weights(name.clone());
                let what = What::SharedKansliShare(name.clone());
                Some(share(what, shared.shares[place].unsigned(), cost, weights?, place, all))
            })
            .collect()
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
            SplitBy::Befolkning => Field::Units(Part::Befolkning),
            SplitBy::Lika => {
                let what = What::Weight(self.row_name(SideName::Gross, row));
                return Some(Node::given(what, Quantity::new(whole(1), Unit::Number), None));
            }
        };
        self.row(SideName::Gross, row, field)
    }
}
