//! What must be saved for as much to remain for insatser, and when what is paid once has been paid back.

use num_traits::Signed;

use super::combine::{after, difference, sum};
use super::explainer::Explainer;
use super::metric::{self, Figure};
use super::node::{Formula, Node};
use super::quantity::{Quantity, Unit, exact_decimal, whole};
use super::what::{Breaking, Field, Parameter, What};
use crate::model::kronor::Kronor;
use crate::model::step::SideName;

impl Explainer<'_> {
    /// A figure of break-even, gross or net.
    pub(super) fn break_even(&self, breaking: Breaking, net: bool) -> Option<Node> {
        let found = &self.result.figures.break_even;
        let after = after(net);
        let what = What::BreakEven { breaking, net };
        let node = match breaking {
            Breaking::SavingNeeded => {
                let (before, after) =
                    (self.total(SideName::Before, Field::Total)?, self.total(after, Field::Total)?);
                let lost = difference(what.clone(), before, after);
                if lost.value.number.is_negative() {
                    // Income grows, and nothing has to be made up for.
                    let lost = Node { what: What::BreakEven { breaking: Breaking::LostIncome, net }, ..lost };
                    Node::made(
                        what,
                        Quantity::kronor(Kronor::ZERO),
                        Formula::AtLeastZero,
                        vec![lost.change()],
                    )
                } else {
                    lost
                }
            }
            Breaking::PerForbund => {
                let share = found.saving_needed_per_forbund.of(net).flatten();
                let fewer = What::BreakEven { breaking: Breaking::FewerForbund, net };
                let fewer = difference(fewer, self.count(SideName::Before), self.count(after));
                let parts = vec![self.break_even(Breaking::SavingNeeded, net)?, fewer];
                Node::made(what, Quantity::kronor(share?), Formula::RoundedQuotient { decimals: 0 }, parts)
            }
            Breaking::PaybackYears => {
                let years = found.payback_years.of(net).flatten();
                let years = Quantity::new(exact_decimal(years?), Unit::Years);
                let parts = vec![self.engangskostnad(), self.delta(net, Field::Insatser)?];
                Node::made(what, years, Formula::RoundedQuotient { decimals: 1 }, parts)
            }
            Breaking::FewerForbund | Breaking::LostIncome => return None,
        };
        Some(node.at(metric::path(&Figure::BreakEven(breaking, net))))
    }

    /// What all changes cost once.
    pub(super) fn engangskostnad(&self) -> Node {
        let stated = self.places.engangskostnader().into_iter().map(|(cost, origin)| {
            Node::given(
                What::Parameter(Parameter::Engangskostnad),
                Quantity::new(whole(cost.get()), Unit::KronorOnce),
                Some(origin),
            )
        });
        sum(What::Engangskostnad, Unit::KronorOnce, stated.collect())
            .at(metric::path(&Figure::Engangskostnad))
    }
}
