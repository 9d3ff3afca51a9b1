//! How large a förbund must be to bear a kansli, and what the kansli would take of the income of each.

use num_traits::Signed;

use super::combine::{difference, product, quotient, sum};
use super::explainer::Explainer;
use super::metric::{self, Figure, Size};
use super::node::{Formula, Node};
use super::quantity::{Quantity, Unit, exact_decimal, whole};
use super::row::share_of;
use super::what::{Column, Field, Party, Rounding, Scope, What, When};
use crate::analysis::smallest_forbund::{SmallestForbundResult, SmallestForbundSide};
use crate::model::allocation_base::Part;
use crate::model::kommun::KommunId;
use crate::model::step::SideName;

impl Explainer<'_> {
    /// A figure of the smallest förbund.
    pub(super) fn size(&self, asked: Size) -> Option<Node> {
        let found = self.result.figures.smallest_forbund.as_ref()?;
        let node = match asked {
            Size::Kansli => self.kansli_to_bear(found),
            Size::MostShare => self.most_share(found),
            Size::Smallest(side) => self.smallest(found, side)?,
            Size::Inhabitants(side, forbund) => {
                let row = self.row_of(side, &of_side(found, side)?.forbund.get(forbund)?.name)?;
                self.row(side, row, Field::AllocationBase(Part::Befolkning))?
            }
            Size::Share(side, forbund) => {
                let forbund = of_side(found, side)?.forbund.get(forbund)?;
                let row = self.row_of(side, &forbund.name)?;
                let what = What::KansliToBearShare(Scope::Row(side, forbund.name.clone()));
                let income = self.row(side, row, Field::Total)?;
                share_of(what, forbund.kansli_share?, self.kansli_to_bear(found), income)
            }
        };
        Some(node.at(metric::path(&Figure::Size(asked))))
    }

    fn row_of(&self, side: SideName, name: &str) -> Option<usize> {
        self.rows(side).iter().position(|row| row.name == name)
    }

    fn kansli_to_bear(&self, found: &SmallestForbundResult) -> Node {
        let stated = self.places.kansli_to_bear();
        self.grown(What::KansliToBear, found.kansli, stated)
    }

    fn most_share(&self, found: &SmallestForbundResult) -> Node {
        let value = Quantity::new(exact_decimal(found.most_share), Unit::Share);
        Node::given(What::MostShare, value, Some(self.places.most_share()))
    }

    /// The fewest inhabitants of a side: as many as bring the state money that the kansli needs beside the base grant.
    fn smallest(&self, found: &SmallestForbundResult, side: SideName) -> Option<Node> {
        // Then the country after the changes is not that of the year.
        if self.counts_by_months() {
            return None;
        }
        let inhabitants = of_side(found, side)?.inhabitants?;
        let value = Quantity::new(whole(inhabitants), Unit::Inhabitants);
        let what = What::SmallestForbund(side);
        let needed = quotient(
            What::StateMoneyToBear,
            vec![self.kansli_to_bear(found), self.funding(Party::State)],
            self.most_share(found),
        );
        let lacking = difference(What::AboveBaseToBear, needed, self.base_grant());
        if !lacking.value.number.is_positive() {
            // The base grant suffices.
            return Some(Node::made(what, value, Formula::AtLeastZero, vec![lacking.change()]));
        }
        let (money, all) = self.above_base_grants(side);
        if !money.value.number.is_positive() {
            return None;
        }
        let exact = &lacking.value.number * &all.value.number / &money.value.number;
        let left = &value.number - &exact;
        let exact = Quantity::new(exact, Unit::Inhabitants);
        let exact = Node::made(what.before_rounding(), exact, Formula::Quotient, vec![lacking, all, money]);
        if left == whole(0) {
            return Some(Node { what, ..exact });
        }
        let rounding = Quantity::new(left, Unit::Inhabitants);
        let rounding = Node::given(What::Rounding(Rounding::WholeInhabitant), rounding, None).change();
        let is_rounded_up = rounding.value.number.is_positive() && rounding.value.number < whole(1);
        is_rounded_up.then(|| Node::made(what, value, Formula::Sum, vec![exact, rounding]))
    }

    /// The state money above the base grants, and the inhabitants 16–64 that it is for.
    fn above_base_grants(&self, side: SideName) -> (Node, Node) {
        let when = if side == SideName::Net { When::After } else { When::Today };
        if self.is_national() {
            return (self.pot(when), self.country_sum(Part::Befolkning, when));
        }
        // Gross and net are of all kommuner of the file, also of those that leave.
        let rows = self.model().before().rows();
        let members: Vec<KommunId> = rows.iter().flat_map(|row| &row.members).copied().collect();
        let all = self.cells(What::MemberSum(Part::Befolkning), &members, Column::Befolkning);
        let parts = Part::BOTH.map(|part| {
            let of_rows = (0..rows.len()).map(|row| self.row_units(SideName::Before, row, part)).collect();
            sum(What::DecidedParts { part, forbund: None }, Unit::Kronor, of_rows)
        });
        let decided = sum(What::DecidedAboveBase(When::Today), Unit::Kronor, parts.into());
        if side != SideName::Net {
            return (decided, all);
        }
        let scale = self.rate(Part::Befolkning, side);
        (product(What::DecidedAboveBase(When::After), vec![decided, scale]), all)
    }
}

fn of_side(found: &SmallestForbundResult, side: SideName) -> Option<&SmallestForbundSide> {
    match side {
        SideName::Before => Some(&found.before),
        SideName::Gross => Some(&found.after.gross),
        SideName::Net => found.after.net.as_ref(),
    }
}
