//! A year in which the grouping changes: what each part of it would come to as a whole year, by its months.

use super::combine::{quotient, rounded_by, sum};
use super::explainer::Explainer;
use super::node::Node;
use super::quantity::{Quantity, Unit, whole};
use super::what::{Rounding, What};
use crate::model::kronor::Kronor;
use crate::model::name::canonical;
use crate::model::step::SideName;
use crate::model::year::MONTHS;

impl Explainer<'_> {
    /// Whether a side is one of several groupings.
    pub(super) fn has_parts(&self, side: SideName) -> bool {
        side != SideName::Before && !self.parts.is_empty()
    }

    /// An amount of a row of such a side: what `whole_year` makes of each part that has the row, by its months. The same
    /// name is the same row.
    pub(super) fn of_parts(
        &self,
        (side, row): (SideName, usize),
        what: What,
        amount: Kronor,
        whole_year: impl Fn(&Self, usize, What) -> Option<Node>,
    ) -> Option<Node> {
        let name = canonical(&self.row_name(side, row));
        let number = |what, number: u32| Node::given(what, Quantity::new(whole(number), Unit::Number), None);
        let mut parts = Vec::new();
        for part in &self.parts {
            let mut rows = part.explainer.rows(side).iter();
            let Some(row) = rows.position(|row| canonical(&row.name) == name) else { continue };
            let of_year = whole_year(&part.explainer, row, What::WholeYear(Box::new(what.clone())))?;
            let (first, last) = part.months;
            let months = number(What::MonthsOf { first, last }, last + 1 - first);
            let part = What::PartOfYear { first, last };
            parts.push(quotient(part, vec![of_year, months], number(What::MonthsOfYear, MONTHS)));
        }
        let exact = sum(what.before_rounding(), Unit::Kronor, parts);
        Some(rounded_by(Rounding::OfRows, what, whole(amount.get()), exact))
    }
}

impl Node {
    /// The same without the metrics of figures that are of a part of a year: the result has no such figures.
    pub(super) fn without_metrics_of_parts(&mut self, is_part: bool) {
        if is_part {
            self.metric = None;
        }
        let is_part = is_part || matches!(self.what, What::WholeYear(_));
        self.children.iter_mut().for_each(|child| child.without_metrics_of_parts(is_part));
    }
}
