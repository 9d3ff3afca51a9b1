//! What a unit is worth: the rates of the national formula, and the decided amounts of the calibrated basis.

use super::combine::{difference, product, quotient, rounded, sum};
use super::explainer::Explainer;
use super::node::{Formula, Node};
use super::quantity::{Exact, Quantity, Unit, exact, scaled, whole};
use super::trace::Making;
use super::what::{Column, Field, Parameter, Party, Scope, What, When};
use crate::model::allocation_base::Part;
use crate::model::baseline::{Basis, Rest};
use crate::model::kommun::KommunId;
use crate::model::step::SideName;

impl Explainer<'_> {
    /// Units at the rate of a side. Decided amounts are kronor already, so today nothing is multiplied.
    pub(super) fn at_rate(
        &self,
        what: What,
        value: Quantity,
        units: Node,
        part: Part,
        side: SideName,
    ) -> Node {
        if self.is_national() || side == SideName::Net {
            return Node::made(what, value, Formula::Product, vec![units, self.rate(part, side)]);
        }
        Node { what, value, ..units }
    }

    /// What a kommun brings: a figure of the table, or its part of a decided amount.
    pub(super) fn kommun_units(&self, kommun: KommunId, part: Part) -> Node {
        if self.is_national() {
            return self.cell(kommun, Column::from(part));
        }
        self.decided_part(kommun, part)
    }

    /// What the kommuner of a row bring.
    pub(super) fn row_units(&self, side: SideName, row: usize, part: Part) -> Node {
        let members = &self.rows(side)[row].members;
        let name = self.row_name(side, row);
        if self.is_national() {
            let what = What::Field(Field::AllocationBase(part), Scope::Row(side, name));
            return self.kept.once(&what, || self.cells(what.clone(), members, Column::from(part)));
        }
        let parts = members.iter().map(|&kommun| self.decided_part(kommun, part)).collect();
        sum(What::DecidedParts { part, forbund: Some(name) }, Unit::Kronor, parts)
    }

    /// What all kommuner of the side after bring.
    pub(super) fn all_units(&self, part: Part) -> Node {
        let rows = 0..self.scenario.after.rows().len();
        let rows: Vec<Node> = rows.map(|row| self.row_units(SideName::Gross, row, part)).collect();
        let (what, unit) = if self.is_national() {
            (What::AllUnits(part), Column::from(part).unit())
        } else {
            (What::DecidedParts { part, forbund: None }, Unit::Kronor)
        };
        sum(what, unit, rows)
    }

    /// kr per unit on a side; a factor of decided amounts, where the basis is calibrated.
    pub(super) fn rate(&self, part: Part, side: SideName) -> Node {
        let when = if side == SideName::Net { When::After } else { When::Today };
        if self.is_national() {
            self.kept.once(&What::Rate(part, when), || self.national_rate(part, when))
        } else {
            self.kept.once(&What::Scale(when), || self.scale(when))
        }
    }

    fn national_rate(&self, part: Part, when: When) -> Node {
        let (_, rate) = self.making(when).rate(part);
        let unit = match part {
            Part::Forsorjningsmatt => Unit::KronorPerFullYear,
            Part::Befolkning => Unit::KronorPerInhabitant,
        };
        let what = What::Rate(part, when);
        let (weight, pot) = (self.weight(part), self.pot(when));
        let value = Quantity::new(exact(rate) / self.number(part, 1), unit);
        // A part without weight needs no sum, which could be zero.
        if weight.value.number == whole(0) {
            return Node::made(what, value, Formula::Product, vec![weight, pot]);
        }
        Node::made(what, value, Formula::Quotient, vec![weight, pot, self.country_sum(part, when)])
    }

    fn making(&self, when: When) -> &Making {
        match when {
            When::Today => &self.trace.today,
            When::After => &self.trace.after,
        }
    }

    /// The factor of decided amounts: one today, and what the pot has become of what it was afterwards.
    fn scale(&self, when: When) -> Node {
        let scale = self.trace.after.scale.map_or_else(|| whole(1), exact);
        match when {
            When::Today => Node::given(What::Scale(when), Quantity::new(whole(1), Unit::Number), None),
            When::After => Node::made(
                What::Scale(when),
                Quantity::new(scale, Unit::Number),
                Formula::Quotient,
                vec![self.pot(When::After), self.pot_of_those_left()],
            ),
        }
    }

    /// Today's pot, without the decided amounts of kommuner that are in no förbund afterwards.
    fn pot_of_those_left(&self) -> Node {
        let left = &self.trace.after.left;
        if left.is_empty() {
            return self.pot(When::Today);
        }
        let parts = left.iter().flat_map(|&kommun| Part::BOTH.map(|part| self.decided_part(kommun, part)));
        let gone = sum(What::TakenAlong, Unit::Kronor, parts.collect());
        difference(What::PotOfThoseLeft, self.pot(When::Today), gone)
    }

    /// What the appropriation leaves after all base grants of the country.
    pub(super) fn pot(&self, when: When) -> Node {
        let making = self.making(when);
        let appropriation = self.baseline().parameters.country.map(|country| country.appropriation);
        let appropriation = Node::given(
            What::Parameter(Parameter::Appropriation),
            Quantity::kronor(appropriation.expect("net figures need an appropriation")),
            Some(self.places.appropriation()),
        );
        let grants = product(What::CountryGrants(when), vec![self.country_forbund(when), self.base_grant()]);
        let value = Quantity::new(whole(making.pot), Unit::Kronor);
        Node::made(What::Pot(when), value, Formula::Difference, vec![appropriation, grants])
    }

    fn country_forbund(&self, when: When) -> Node {
        let country = self.baseline().parameters.country.expect("net figures need an appropriation");
        let others = country.other_forbund;
        let others = Node::given(
            What::Parameter(Parameter::OtherForbund),
            Quantity::new(whole(others), Unit::Forbund),
            Some(self.places.other_forbund()),
        );
        let side = if when == When::Today { SideName::Before } else { SideName::Net };
        let value = Quantity::new(whole(self.making(when).forbund), Unit::Forbund);
        let mut parts = vec![self.count(side), others];
        let elsewhere = self.scenario.after.elsewhere();
        if when == When::After && elsewhere != 0 {
            let more = Quantity::new(whole(elsewhere), Unit::Forbund);
            parts.push(Node::given(What::Elsewhere, more, None).change());
        }
        Node::made(What::CountryForbund(when), value, Formula::Sum, parts)
    }

    /// The country's sum of units: members of the baseline's förbund, the rest, and who joined.
    pub(super) fn country_sum(&self, part: Part, when: When) -> Node {
        let today = &self.trace.today;
        let rows = 0..self.model().before().rows().len();
        let members = Node::made(
            What::MemberSum(part),
            Quantity::new(self.number(part, today.members.of(part)), Column::from(part).unit()),
            Formula::Sum,
            rows.map(|row| self.row_units(SideName::Before, row, part)).collect(),
        );
        let mut parts = vec![members, self.rest_sum(part)];
        if when == When::After {
            let joined = &self.trace.after.joined;
            parts.extend(joined.iter().map(|&kommun| self.cell(kommun, Column::from(part))));
        }
        let left = &self.trace.after.left;
        if when == When::After && !left.is_empty() {
            let all = sum(What::CountrySumBefore(part), Column::from(part).unit(), parts);
            let gone = self.cells(What::UnitsTakenAlong(part), left, Column::from(part));
            return difference(What::CountrySum(part, when), all, gone);
        }
        let (units, _) = self.making(when).rate(part);
        let value = Quantity::new(self.number(part, units), Column::from(part).unit());
        Node::made(What::CountrySum(part, when), value, Formula::Sum, parts)
    }

    fn rest_sum(&self, part: Part) -> Node {
        let baseline = self.baseline();
        let column = Column::from(part);
        let (kommuner, origin) = match &baseline.basis {
            Basis::National { rest: Rest::AllOthers } => {
                let members: usize = baseline.forbund.iter().map(|forbund| forbund.members.len()).sum();
                (Some(baseline.kommuner.len() - members), self.places.column(column))
            }
            Basis::National { rest: Rest::Listed(listed) } => {
                (Some(listed.len()), self.places.column(column))
            }
            _ => (None, self.places.rest_sum(column)),
        };
        let value = Quantity::new(self.number(part, self.trace.today.rest.of(part)), column.unit());
        Node::given(What::RestSum { part, kommuner }, value, Some(origin))
    }

    /// Units of the model as they stand in the table.
    fn number(&self, part: Part, units: u64) -> Exact {
        match part {
            Part::Forsorjningsmatt => scaled(units, self.trace.decimals),
            Part::Befolkning => whole(units),
        }
    }

    /// Step 0: what a kommun brings of its förbund's decided state money.
    fn decided_part(&self, kommun: KommunId, part: Part) -> Node {
        let what = What::DecidedPart { kommun: self.kommun_name(kommun), part, year: None };
        let of_forbund = self.trace.decided.iter().enumerate().find_map(|(forbund, decided)| {
            let of_kommun = decided.kommuner.iter().find(|(of, _)| *of == kommun)?;
            Some((forbund, decided, of_kommun.1))
        });
        let Some((forbund, decided, units)) = of_forbund else {
            return Node::nothing(what);
        };
        if self.baseline().forbund[forbund].parts.is_some()
            && let Some((year, earlier)) =
                self.places.decided_since(forbund).and_then(|since| self.earlier.get_key_value(&since))
        {
            let what = What::DecidedPart { kommun: self.kommun_name(kommun), part, year: Some(*year) };
            return Node { what, ..earlier.decided_part(kommun, part) };
        }
        let (above, weight) = (self.above_base(forbund), self.weight(part));
        let quota = if weight.value.number == whole(0) {
            product(what.before_rounding(), vec![above, weight])
        } else {
            let members: Vec<KommunId> = decided.kommuner.iter().map(|(member, _)| *member).collect();
            let name = self.baseline().forbund[forbund].name.clone();
            let whole = What::ForbundFigure { forbund: name, part };
            let all = self.kept.once(&whole, || self.cells(whole.clone(), &members, Column::from(part)));
            let own = self.cell(kommun, Column::from(part));
            quotient(what.before_rounding(), vec![above, weight, own], all)
        };
        rounded(what, whole(units.of(part)), quota)
    }

    fn above_base(&self, forbund: usize) -> Node {
        let name = self.baseline().forbund[forbund].name.clone();
        let amount = self.trace.decided[forbund].above_base;
        let children = vec![self.state_money(forbund), self.base_grant()];
        Node::made(What::AboveBase(name), Quantity::kronor(amount), Formula::Difference, children)
    }

    fn state_money(&self, forbund: usize) -> Node {
        let Basis::Calibrated { state_money, .. } = &self.baseline().basis else {
            return self.base_grant();
        };
        let name = self.baseline().forbund[forbund].name.clone();
        let amount = state_money[forbund];
        let (budget, origin) = self.places.decided(forbund);
        let Some(budget) = budget else {
            let what = What::Parameter(Parameter::StateGrant(name));
            return Node::given(what, Quantity::kronor(amount), Some(origin));
        };
        let what = What::Parameter(Parameter::Budget(name.clone()));
        let budget = Node::given(what, Quantity::kronor(budget), Some(origin));
        let share = self.funding(Party::State);
        let what = What::StateMoney(name);
        let exact = product(what.before_rounding(), vec![budget, share]);
        rounded(what, whole(amount.get()), exact)
    }
}
