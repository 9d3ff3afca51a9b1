//! What results are worth to society: persons times the values of the file, against what their insatser cost.

use rust_decimal::Decimal;

use super::combine::{product, sum};
use super::explainer::Explainer;
use super::metric::{self, Figure};
use super::node::{Formula, Node};
use super::quantity::{Quantity, Unit, exact_decimal, whole};
use super::what::{Field, What, Worth};
use crate::analysis::society_value::SocietyValue;
use crate::model::insatser::{Insats, Placed};
use crate::model::name::canonical;
use crate::model::path::MONTHS;
use crate::model::step::SideName;

impl Explainer<'_> {
    /// A figure of what the results of a row are worth.
    pub(super) fn worth_of_row(&self, side: SideName, row: usize, worth: Worth, what: What) -> Option<Node> {
        if self.counts_by_months() {
            return None;
        }
        let id = self.rows(side).get(row)?.id;
        let result = self.result.figures.side(side)?.of(&self.row_name(side, row))?.insats.society_value?;
        let all: Vec<&Placed> =
            self.insatser(side)?.placed().iter().filter(|placed| placed.row == id).collect();
        self.worth(side, &all, (worth, result), what, |worth| self.row(side, row, Field::Worth(worth)))
    }

    /// The same of all results of a side.
    pub(super) fn worth_of_all(&self, side: SideName, worth: Worth) -> Option<Node> {
        let insats = self.result.figures.insats.as_ref()?;
        let of_side = if side == SideName::Before { &insats.before } else { &insats.after };
        let all: Vec<&Placed> = self.insatser(side)?.placed().iter().collect();
        let (figure, what) = ((worth, of_side.total.society_value?), What::AllResults(worth, side));
        let node = self.worth(side, &all, figure, what, |worth| self.worth_of_all(side, worth))?;
        Some(node.at(metric::path(&Figure::AllResults(side, worth))))
    }

    /// A figure of some insatser, with the result that it is of; `of` are the other figures.
    fn worth(
        &self,
        side: SideName,
        all: &[&Placed],
        (worth, result): (Worth, SocietyValue),
        what: What,
        of: impl Fn(Worth) -> Option<Node>,
    ) -> Option<Node> {
        let with_results = || all.iter().filter(|placed| !placed.insats.resultat.is_empty());
        let valued = |highest: bool| {
            with_results().flat_map(|placed| self.valued(side, &placed.insats, highest)).collect()
        };
        Some(match worth {
            Worth::Cost => {
                sum(what, Unit::Kronor, with_results().map(|placed| self.cost(side, placed)).collect())
            }
            Worth::Lowest => sum(what, Unit::Kronor, valued(false)),
            Worth::Highest => sum(what, Unit::Kronor, valued(true)),
            Worth::Shortest => {
                months(what, result.payback_months_shortest?, [of(Worth::Cost)?, of(Worth::Highest)?])
            }
            Worth::Longest => {
                months(what, result.payback_months_longest?, [of(Worth::Cost)?, of(Worth::Lowest)?])
            }
        })
    }

    /// What the persons with each result of an insats are worth that has a value.
    fn valued(&self, side: SideName, insats: &Insats, highest: bool) -> Vec<Node> {
        let done = if side == SideName::Before { 0 } else { self.scenario.changes.len() };
        let valued = insats.resultat.iter().filter_map(|(resultat, persons)| {
            let values = &self.scenario.baseline.values;
            let stated = values.iter().find(|one| canonical(&one.resultat) == canonical(resultat))?;
            let amount = if highest { stated.high } else { stated.low };
            let value = Node::given(
                What::ValueOf { resultat: resultat.clone(), highest },
                Quantity::kronor(amount),
                self.places.value(&stated.resultat, highest),
            );
            let (insats, resultat) = (insats.name.clone(), resultat.clone());
            let origin = self.places.results(&insats, done);
            let with_it = What::PersonsWith { insats: insats.clone(), resultat: resultat.clone() };
            let persons = Node::given(with_it, Quantity::new(whole(*persons), Unit::Persons), origin);
            Some(product(What::ResultWorth { insats, resultat }, vec![persons, value]))
        });
        valued.collect()
    }
}

/// How many months of value make up for the cost.
fn months(what: What, months: Decimal, [cost, value]: [Node; 2]) -> Node {
    let year = Node::given(What::MonthsOfYear, Quantity::new(whole(MONTHS), Unit::Months), None);
    let months = Quantity::new(exact_decimal(months), Unit::Months);
    Node::made(what, months, Formula::RoundedQuotient { decimals: 1 }, vec![cost, year, value])
}
