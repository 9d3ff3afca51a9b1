//! What a kansli that was stated at the prices of a year costs in a later one.

use num_traits::Pow;

use super::combine::{product, rounded_by, sum};
use super::explainer::Explainer;
use super::node::{Formula, Node};
use super::origin::Origin;
use super::places::Priced;
use super::quantity::{Quantity, Unit, exact_decimal, whole};
use super::what::{Parameter, Rounding, What};
use crate::model::kronor::Kronor;
use crate::model::path::Growth;

impl Explainer<'_> {
    /// A stated cost in the year, which is the written one and what it has grown by.
    pub(super) fn grown(
        &self,
        what: What,
        cost: Kronor,
        (written, origin): (Option<Priced>, Origin),
    ) -> Node {
        let baseline = &self.scenario.baseline;
        let index = baseline.path.as_ref().map_or(Growth::NONE, |loaded| loaded.path.kansli_index);
        let priced = written.and_then(|written| Some((written.amount, written.year?)));
        let Some(((written, from), to)) = priced.zip(baseline.path_year) else {
            return Node::given(what, Quantity::kronor(cost), Some(origin));
        };
        if index == Growth::NONE || from >= to {
            return Node::given(what, Quantity::kronor(cost), Some(origin));
        }
        let written = Node::given(What::AtPrices(from), Quantity::kronor(written), Some(origin));
        let share = |what, value, origin| Node::given(what, Quantity::new(value, Unit::Share), origin);
        let rate = exact_decimal(index.rate());
        let rate = share(What::Parameter(Parameter::KansliIndex), rate, Some(self.places.kansli_index()));
        let factor = sum(What::YearlyGrowth, Unit::Share, vec![share(What::One, whole(1), None), rate]);
        let years = u32::try_from(to - from).expect("years of a path");
        let power = Pow::pow(&factor.value.number, years);
        let years =
            Node::given(What::YearsBetween { from, to }, Quantity::new(whole(years), Unit::Years), None);
        let growth = What::Growth { from, to };
        let growth =
            Node::made(growth, Quantity::new(power, Unit::Share), Formula::Power, vec![factor, years]);
        let exact = product(what.before_rounding(), vec![written, growth]);
        rounded_by(Rounding::Single, what, whole(cost.get()), exact)
    }
}
