//! What insatser cost, and what kommuner get back: figures beside the model, made of what the files state.

use super::combine::{difference, sum};
use super::explainer::Explainer;
use super::metric::{self, Figure, Paying};
use super::node::{Formula, Node};
use super::quantity::{Quantity, Unit, exact_decimal, whole};
use super::what::{Beside, Column, Field, What};
use crate::model::allocation_base::Part;
use crate::model::insatser::{Insatser, Placed};
use crate::model::kommun::KommunId;
use crate::model::step::SideName;

impl Explainer<'_> {
    /// Whether the grouping changes within the year, so that what is beside the model counts by months; only its sum is then
    /// known here.
    pub(super) fn counts_by_months(&self) -> bool {
        !self.parts.is_empty()
    }

    /// The insatser of a side; `None` where the files have none.
    pub(super) fn insatser(&self, side: SideName) -> Option<&Insatser> {
        let done = if side == SideName::Before { 0 } else { self.scenario.changes.len() };
        self.scenario.insatser.get(done).map(AsRef::as_ref)
    }

    pub(super) fn cost(&self, side: SideName, Placed { insats, .. }: &Placed) -> Node {
        let done = if side == SideName::Before { 0 } else { self.scenario.changes.len() };
        let origin = self.places.insats(&insats.name, done);
        Node::given(What::InsatsCost(insats.name.clone()), Quantity::kronor(insats.kostnad), origin)
    }

    /// What all insatser of a side cost.
    pub(super) fn all_insatser(&self, side: SideName) -> Option<Node> {
        let costs = self.insatser(side)?.placed().iter().map(|placed| self.cost(side, placed)).collect();
        let node = sum(What::AllInsatser(side), Unit::Kronor, costs);
        Some(node.at(metric::path(&Figure::AllInsatser(side))))
    }

    /// What the insatser of a row cost.
    pub(super) fn insats_cost(&self, side: SideName, row: usize, what: What) -> Option<Node> {
        if self.counts_by_months() {
            return None;
        }
        let id = self.rows(side).get(row)?.id;
        let of_row = self.insatser(side)?.placed().iter().filter(|placed| placed.row == id);
        let costs = of_row.map(|placed| self.cost(side, placed)).collect();
        Some(sum(what, Unit::Kronor, costs))
    }

    /// What of the money for insatser is left, with what was carried over and other income.
    pub(super) fn insats_left(&self, side: SideName, row: usize, what: What) -> Option<Node> {
        let result = self.result.figures.side(side)?.of(&self.row_name(side, row))?;
        let mut money = self.row(side, row, Field::Insatser)?;
        if let Some(available) = result.holdings.insatser_available {
            let further = Quantity::kronor(available? - result.insatser?);
            let parts = vec![money, Node::given(What::CarriedAndOther, further, None)];
            money = sum(What::AvailableMoney, Unit::Kronor, parts);
        }
        Some(difference(what, money, self.row(side, row, Field::InsatsCost)?))
    }

    /// What a helårsekvivalent brings a row of the state's money, at its rates.
    pub(super) fn per_full_year(&self, side: SideName, row: usize, what: What) -> Option<Node> {
        let result = self.result.figures.side(side)?.of(&self.row_name(side, row))?;
        let value = result.insats.kr_per_helarsekvivalent??;
        let members = &self.rows(side).get(row)?.members;
        let field = What::Field(Field::AllocationBase(Part::Forsorjningsmatt), self.scope(side, row));
        let units = self.cells(field, members, Column::Forsorjningsmatt);
        // In a year in which the grouping changes there are several, and of nobody there is no quotient.
        if self.counts_by_months() || units.value.number == whole(0) {
            return None;
        }
        let part = What::Field(Field::StatePart(Part::Forsorjningsmatt), self.scope(side, row));
        let money = self.component_by_rates(side, row, Part::Forsorjningsmatt, part.before_rounding());
        let value = Quantity::new(exact_decimal(value), Unit::KronorPerFullYear);
        let node = Node::made(what, value, Formula::RoundedQuotient { decimals: 2 }, vec![money, units]);
        node.holds().then_some(node)
    }

    /// What a kommun of the result gets back or gives, and what that comes to.
    pub(super) fn beside(&self, position: usize, beside: Beside, side: SideName) -> Option<Node> {
        if self.counts_by_months() {
            return None;
        }
        let party = self.result.figures.kommuner.get(position)?;
        let mut all = self.baseline().kommuner.iter();
        let (kommun, of) = all.find(|(_, of)| of.kommunkod == party.kommunkod)?;
        let what = What::Beside { kommun: party.kommun.clone(), beside, side };
        let node = match beside {
            Beside::Received => sum(what, Unit::Kronor, self.received(side, kommun)?),
            Beside::Natura => sum(what, Unit::Kronor, self.natura(side, kommun)?),
            Beside::Payment => {
                let done = if side == SideName::Before { 0 } else { self.scenario.changes.len() };
                let amount = self.scenario.payments.get(done)?.of(kommun);
                let stated = self.places.payments(of, done);
                let each = stated.into_iter().map(|(amount, origin)| {
                    Node::given(What::Payment, Quantity::kronor(amount), Some(origin))
                });
                let node = sum(what.clone(), Unit::Kronor, each.collect());
                // It ended, or is stated by a short form of the name.
                if node.value == Quantity::kronor(amount) {
                    node
                } else {
                    Node::given(what, Quantity::kronor(amount), None)
                }
            }
            Beside::Balance => {
                // What is beside the contribution is the same gross and net.
                let without_net = if side == SideName::Net { SideName::Gross } else { side };
                let of = |beside| self.beside(position, beside, without_net);
                let paid = Paying::On(side);
                let paid = self.kommun(position, paid).unwrap_or_else(|| {
                    Node::nothing(What::Beside { kommun: party.kommun.clone(), beside: Beside::NoPart, side })
                });
                let returned: Vec<Node> =
                    [Beside::Received, Beside::Payment].into_iter().filter_map(of).collect();
                if returned.is_empty() {
                    return None;
                }
                let given = of(Beside::Natura).into_iter().chain([paid]).collect();
                let name = |beside| What::Beside { kommun: party.kommun.clone(), beside, side };
                let [returned, given] = [(Beside::Returned, returned), (Beside::Given, given)]
                    .map(|(beside, parts)| sum(name(beside), Unit::Kronor, parts));
                difference(what, returned, given)
            }
            Beside::Returned | Beside::Given | Beside::NoPart => return None,
        };
        Some(node.at(metric::path(&Figure::Kommun(position, Paying::Beside(beside, side)))))
    }

    /// What each insats in a kommun costs.
    fn received(&self, side: SideName, kommun: KommunId) -> Option<Vec<Node>> {
        let in_it = self.insatser(side)?.placed().iter().filter(|placed| placed.insats.ort == Some(kommun));
        Some(in_it.map(|placed| self.cost(side, placed)).collect())
    }

    /// What a kommun gives to each insats in kind.
    fn natura(&self, side: SideName, kommun: KommunId) -> Option<Vec<Node>> {
        let done = if side == SideName::Before { 0 } else { self.scenario.changes.len() };
        let given = self.insatser(side)?.placed().iter().flat_map(|Placed { insats, .. }| {
            let of_kommun = insats.natura.iter().filter(move |(giver, _)| *giver == kommun);
            of_kommun.map(move |(_, amount)| (insats, *amount))
        });
        let nodes = given.map(|(insats, amount)| {
            let origin = self.places.natura(&insats.name, done);
            Node::given(What::InsatsInKind(insats.name.clone()), Quantity::kronor(amount), origin)
        });
        Some(nodes.collect())
    }
}
