//! Figures that are made of others.

use super::node::{Formula, Node};
use super::quantity::{Exact, Quantity, Unit, whole};
use super::what::{Rounding, What};
use crate::model::step::SideName;

/// The side after, net or gross.
pub(super) fn after(net: bool) -> SideName {
    if net { SideName::Net } else { SideName::Gross }
}

/// The sum of some figures.
pub(super) fn sum(what: What, unit: Unit, parts: Vec<Node>) -> Node {
    let number: Exact = parts.iter().map(|part| &part.value.number).sum();
    Node::made(what, Quantity::new(number, unit), Formula::Sum, parts)
}

/// An amount in kronor less another.
pub(super) fn difference(what: What, one: Node, other: Node) -> Node {
    let value = Quantity::new(&one.value.number - &other.value.number, one.value.unit);
    Node::made(what, value, Formula::Difference, vec![one, other])
}

/// An amount in kronor that is a product.
pub(super) fn product(what: What, factors: Vec<Node>) -> Node {
    let number: Exact = factors.iter().map(|factor| &factor.value.number).product();
    Node::made(what, Quantity::new(number, Unit::Kronor), Formula::Product, factors)
}

/// An amount in kronor that is a product divided by a figure.
pub(super) fn quotient(what: What, factors: Vec<Node>, divisor: Node) -> Node {
    let Node { value, mut children, .. } = product(what.clone(), factors);
    let value = Quantity { number: value.number / &divisor.value.number, ..value };
    children.push(divisor);
    Node::made(what, value, Formula::Quotient, children)
}

/// The whole kronor that became of an exact amount: the amount itself, and what rounding added or took.
pub(super) fn rounded(what: What, amount: Exact, exact: Node) -> Node {
    let rounding = Rounding::Amount(Box::new(what.clone()));
    rounded_by(rounding, what, amount, exact)
}

/// The same, rounded by a rule of its own.
pub(super) fn rounded_by(rounding: Rounding, what: What, amount: Exact, exact: Node) -> Node {
    let left = &amount - &exact.value.number;
    let value = Quantity::new(amount, Unit::Kronor);
    if left == whole(0) {
        return Node { what, metric: None, value, ..exact };
    }
    let rounding = Node::given(What::Rounding(rounding), Quantity::new(left, Unit::Kronor), None);
    Node::made(what, value, Formula::Sum, vec![exact, rounding.change()])
}
