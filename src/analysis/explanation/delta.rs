//! A difference between after and today, and what it is made of.

use super::combine::{after, difference, sum};
use super::explainer::Explainer;
use super::metric::{self, Figure};
use super::node::{Formula, Node};
use super::quantity::{Exact, Quantity, Unit, exact, whole};
use super::trace::RowTrace;
use super::what::{Field, Party, Rounding, Scope, What};
use crate::model::allocation_base::Part;
use crate::model::kommun::KommunId;
use crate::model::kronor::Kronor;
use crate::model::step::SideName;

impl Explainer<'_> {
    pub(super) fn delta(&self, net: bool, field: Field) -> Option<Node> {
        let what = What::Field(field, Scope::Delta { net });
        let after = after(net);
        let node = match field {
            // Of a year in which the grouping changes, each side says which part brings what; where rules bind, which rule.
            Field::State | Field::Region | Field::Kommuner
                if self.has_parts(after) || self.is_bounded(after) || self.is_bounded(SideName::Before) =>
            {
                difference(what, self.total(after, field)?, self.total(SideName::Before, field)?)
            }
            Field::State => self.state_delta(net, what),
            Field::Region => self.party_delta(net, Party::Region, what)?,
            Field::Kommuner => self.party_delta(net, Party::Kommuner, what)?,
            Field::Total => {
                let parts = Field::PARTIES.into_iter().map(|party| self.delta(net, party));
                sum(what, Unit::Kronor, parts.collect::<Option<_>>()?)
            }
            Field::Insatser => {
                let (total, kansli) = (self.delta(net, Field::Total)?, self.delta(net, Field::Kansli)?);
                difference(what, total, kansli)
            }
            Field::Kansli | Field::KansliShare | Field::Forbund => {
                difference(what, self.total(after, field)?, self.total(SideName::Before, field)?)
            }
            _ => return None,
        };
        Some(node.change().at(metric::path(&Figure::Delta(net, field))))
    }

    /// Base grants, what kommuner take with them, redistribution from the country, and rounding.
    fn state_delta(&self, net: bool, what: What) -> Node {
        let after = after(net);
        let mut parts = vec![self.base_grants(after).change()];
        parts.extend(self.moved_parts().map(Node::change));
        if net {
            parts.push(self.redistribution().change());
        }
        parts.extend(rounding_change(net, |side| self.side_rounding(side)));
        let amount = self.trace.side(after).rounded - self.trace.side(SideName::Before).rounded;
        Node::made(what, Quantity::kronor(amount), Formula::Sum, parts)
    }

    /// The change of the number of förbund, times the base grant.
    fn base_grants(&self, after: SideName) -> Node {
        let count = difference(
            What::Field(Field::Forbund, Scope::Delta { net: after == SideName::Net }),
            self.count(after),
            self.count(SideName::Before),
        );
        let base = |side| -> Kronor { self.trace.side(side).rows.iter().map(|row| row.base).sum() };
        let amount = base(after) - base(SideName::Before);
        let factors = vec![count.change(), self.base_grant()];
        Node::made(What::BaseGrants, Quantity::kronor(amount), Formula::Product, factors)
    }

    /// What each kommun that changes förbund takes with it, at the rates of today; none if nobody does.
    fn moved_parts(&self) -> Option<Node> {
        let before = self.model().before();
        let after = &self.scenario.after;
        let moved = self.baseline().kommuner.iter().filter_map(|(kommun, of)| {
            let from = before.row_of(kommun);
            let Some(to) = after.row_of(kommun) else {
                let what = What::Left { kommun: of.name.clone(), from: from?.name.clone() };
                let taken = self.kommun_part(kommun, SideName::Before)?;
                return Some(
                    difference(what, Node::nothing(What::BringsNothing(of.name.clone())), taken).change(),
                );
            };
            if from.is_some_and(|from| from.name == to.name) {
                return None;
            }
            let what = What::Moved {
                kommun: of.name.clone(),
                from: from.map(|from| from.name.clone()),
                to: to.name.clone(),
            };
            let brought = self.kommun_part(kommun, SideName::Gross)?;
            Some(match self.kommun_part(kommun, SideName::Before) {
                Some(taken) => difference(what, brought, taken).change(),
                None => sum(what, Unit::Kronor, vec![brought]).change(),
            })
        });
        let moved: Vec<Node> = moved.collect();
        (!moved.is_empty()).then(|| sum(What::MovedParts, Unit::Kronor, moved))
    }

    /// What a kommun brings to its row on a side, before rounding.
    fn kommun_part(&self, kommun: KommunId, side: SideName) -> Option<Node> {
        let recorded = self.trace.side(side).kommun(kommun)?;
        let parts = Part::BOTH.into_iter().map(|part| {
            let what = What::KommunComponent { kommun: self.kommun_name(kommun), part, side };
            let value = Quantity::new(exact(recorded.parts[part as usize]), Unit::Kronor);
            self.at_rate(what, value, self.kommun_units(kommun, part), part, side)
        });
        let forbund = self.grouping(side).row_of(kommun)?.name.clone();
        let what = What::KommunPart { kommun: self.kommun_name(kommun), forbund, side };
        Some(sum(what, Unit::Kronor, parts.collect()))
    }

    /// What the new rates give or take on all units of the side after.
    fn redistribution(&self) -> Node {
        let of = |side: SideName, part: Part| -> Exact {
            let rows = &self.trace.side(side).rows;
            rows.iter().map(|row| exact(row.parts[part as usize])).sum()
        };
        let parts = Part::BOTH.into_iter().map(|part| {
            let value = Quantity::new(of(SideName::Net, part) - of(SideName::Gross, part), Unit::Kronor);
            let what = What::RedistributionOf(part);
            let children =
                vec![self.all_units(part), self.rate(part, SideName::Net), self.rate(part, SideName::Gross)];
            Node::made(what, value, Formula::ProductOfDifference, children).change()
        });
        sum(What::Redistribution, Unit::Kronor, parts.collect())
    }

    /// What rounding the sum over all rows of a side added or took.
    fn side_rounding(&self, side: SideName) -> Node {
        let trace = self.trace.side(side);
        let before_rounding = whole(trace.floors.get()) + exact(trace.fractions);
        let value = Quantity::new(whole(trace.rounded.get()) - before_rounding, Unit::Kronor);
        Node::given(What::Rounding(Rounding::Side(side)), value, None)
    }

    /// The state's change, turned into that of another party by the funding shares, and rounding.
    fn party_delta(&self, net: bool, party: Party, what: What) -> Option<Node> {
        let through = self.through_shares(What::ThroughShares(party), self.delta(net, Field::State)?, party);
        let mut children = vec![through.change()];
        children.extend(rounding_change(net, |side| self.party_rounding(side, party)));
        let all_paid =
            |side| -> Kronor { self.trace.side(side).rows.iter().map(|row| paid(row, party)).sum() };
        let amount = all_paid(after(net)) - all_paid(SideName::Before);
        Some(Node::made(what, Quantity::kronor(amount), Formula::Sum, children))
    }

    /// What rounding added to or took from a party's parts of all rows.
    fn party_rounding(&self, side: SideName, party: Party) -> Node {
        let [state_share, share] = [Party::State, party].map(|party| self.funding(party).value.number);
        let left = self
            .trace
            .side(side)
            .rows
            .iter()
            .map(|row| whole(paid(row, party).get()) - whole(row.state.get()) * &share / &state_share);
        let what = What::Rounding(Rounding::Parties(party, side));
        Node::given(what, Quantity::new(left.sum(), Unit::Kronor), None)
    }
}

/// What rounding after adds or takes beside that of today, unless it is the same.
fn rounding_change(net: bool, rounding: impl Fn(SideName) -> Node) -> Option<Node> {
    let what = What::Rounding(Rounding::Change(Scope::Delta { net }));
    let change = difference(what, rounding(after(net)).change(), rounding(SideName::Before).change());
    (change.value.number != whole(0)).then(|| change.change())
}

/// What a party other than the state pays to a row.
fn paid(row: &RowTrace, party: Party) -> Kronor {
    if party == Party::Region { row.region } else { row.kommuner }
}
