//! The figures of a side and of its rows.

use rust_decimal::Decimal;

use super::combine::{difference, quotient, rounded, sum};
use super::explainer::Explainer;
use super::metric::{self, Figure};
use super::node::{Formula, Node};
use super::quantity::{Quantity, Unit, exact, exact_decimal, whole};
use super::what::{Column, Field, Party, Scope, What};
use crate::model::allocation_base::Part;
use crate::model::kronor::Kronor;
use crate::model::step::SideName;

impl Explainer<'_> {
    /// A sum over the rows of a side.
    pub(super) fn total(&self, side: SideName, field: Field) -> Option<Node> {
        let what = What::Field(field, Scope::Side(side));
        let node = match field {
            Field::Forbund => return Some(self.count(side)),
            Field::Total => {
                let parts = Field::PARTIES.into_iter().map(|party| self.total(side, party));
                sum(what, Unit::Kronor, parts.collect::<Option<_>>()?)
            }
            Field::Insatser => {
                difference(what, self.total(side, Field::Total)?, self.total(side, Field::Kansli)?)
            }
            Field::State | Field::Region | Field::Kommuner | Field::Kansli => {
                let rows = 0..self.rows(side).len();
                let rows = rows.map(|row| self.row(side, row, field));
                sum(what, Unit::Kronor, rows.collect::<Option<_>>()?)
            }
            Field::KansliShare => {
                let share = self.result.figures.side(side)?.total.kansli_share?;
                share_of(what, share, self.total(side, Field::Kansli)?, self.income_inside(side)?)
            }
            _ => return None,
        };
        Some(node.at(metric::path(&Figure::Total(side, field))))
    }

    /// The income of a side but for that of outside rows.
    fn income_inside(&self, side: SideName) -> Option<Node> {
        let rows = self.rows(side);
        if rows.iter().all(|row| !row.outside) {
            return self.total(side, Field::Total);
        }
        let inside = (0..rows.len()).filter(|row| !rows[*row].outside);
        let incomes = inside.map(|row| self.row(side, row, Field::Total)).collect::<Option<_>>()?;
        Some(sum(What::IncomeInside(side), Unit::Kronor, incomes))
    }

    /// How many förbund a side has, outside ones not counted.
    pub(super) fn count(&self, side: SideName) -> Node {
        let forbund = self.grouping(side).forbund().map(|row| {
            let what = What::Field(Field::Forbund, Scope::Row(side, row.name.clone()));
            Node::given(what, Quantity::new(whole(1), Unit::Forbund), None)
        });
        let what = What::Field(Field::Forbund, Scope::Side(side));
        let path = metric::path(&Figure::Total(side, Field::Forbund));
        sum(what, Unit::Forbund, forbund.collect()).at(path)
    }

    /// A figure of a row.
    pub(super) fn row(&self, side: SideName, row: usize, field: Field) -> Option<Node> {
        let name = self.rows(side).get(row)?.name.clone();
        let recorded = self.trace.side(side).rows.get(row)?;
        let what = What::Field(field, Scope::Row(side, name));
        let of = |field: Field| self.row(side, row, field);
        let node = match field {
            Field::State => {
                let parts = [
                    Field::StateBase,
                    Field::StatePart(Part::Forsorjningsmatt),
                    Field::StatePart(Part::Befolkning),
                ];
                let parts = parts.into_iter().map(of).collect::<Option<_>>()?;
                Node::made(what, Quantity::kronor(recorded.state), Formula::Sum, parts)
            }
            Field::StateBase if self.has_parts(side) => {
                let base = |part: &Self, row, what| Some(part.base(side, row, what));
                self.of_parts((side, row), what, recorded.components[0], base)?
            }
            Field::StateBase if self.is_bounded(side) => self.rounded_base(side, row, what),
            Field::StateBase => self.base(side, row, what),
            Field::StatePart(part) => self.component(side, row, part, what)?,
            Field::Region => self.party(side, row, Party::Region, recorded.region, what)?,
            Field::Kommuner => self.party(side, row, Party::Kommuner, recorded.kommuner, what)?,
            Field::Total => {
                let parts = Field::PARTIES.into_iter().map(of).collect::<Option<_>>()?;
                Node::made(what, Quantity::kronor(recorded.total), Formula::Sum, parts)
            }
            Field::Kansli if self.has_parts(side) => {
                let kansli = |part: &Self, row, what| part.kansli(side, row, what);
                self.of_parts((side, row), what, recorded.kansli?, kansli)?
            }
            Field::Kansli => self.kansli(side, row, what)?,
            Field::Insatser => difference(what, of(Field::Total)?, of(Field::Kansli)?),
            Field::KrPerInhabitant | Field::InsatserPerInhabitant => {
                let result = self.result.figures.side(side)?.of(&self.row_name(side, row))?;
                let (value, amount) = match field {
                    Field::KrPerInhabitant => (result.kr_per_inhabitant, of(Field::Total)?),
                    _ => (result.insatser_per_inhabitant?, of(Field::Insatser)?),
                };
                let value = Quantity::new(exact_decimal(value), Unit::KronorPerInhabitant);
                let children = vec![amount, of(Field::AllocationBase(Part::Befolkning))?];
                Node::made(what, value, Formula::RoundedQuotient { decimals: 2 }, children)
            }
            Field::KansliShare => {
                let result = self.result.figures.side(side)?.of(&self.row_name(side, row))?;
                share_of(what, result.kansli_share?, of(Field::Kansli)?, of(Field::Total)?)
            }
            Field::BaseShare => {
                let result = self.result.figures.side(side)?.of(&self.row_name(side, row))?;
                share_of(what, result.state.base_share?, of(Field::StateBase)?, of(Field::State)?)
            }
            Field::AllocationBase(part) => {
                let members = &self.rows(side)[row].members;
                self.cells(what, members, Column::from(part))
            }
            Field::InsatsCost => self.insats_cost(side, row, what)?,
            Field::InsatsLeft => self.insats_left(side, row, what)?,
            Field::PerFullYear => self.per_full_year(side, row, what)?,
            Field::Worth(worth) => self.worth_of_row(side, row, worth, what)?,
            // It is another run of the model, with rules of its own.
            Field::Maximum => {
                let result = self.result.figures.side(side)?.of(&self.row_name(side, row))?;
                Node::given(what, Quantity::kronor(result.state.maximum?), None)
            }
            Field::Unused => difference(what, of(Field::Maximum)?, of(Field::State)?),
            Field::Forbund => return None,
        };
        Some(node.at(metric::path(&Figure::Row(side, row, field))))
    }

    /// Where the figures of a row stand.
    pub(super) fn scope(&self, side: SideName, row: usize) -> Scope {
        Scope::Row(side, self.row_name(side, row))
    }

    /// The base grant of a row; an outside one has none.
    pub(super) fn base(&self, side: SideName, row: usize, what: What) -> Node {
        if let Some(bounded) = self.bounded_base(side, row, &what) {
            return bounded;
        }
        let base = if self.rows(side)[row].outside { vec![] } else { vec![self.base_grant()] };
        sum(what, Unit::Kronor, base)
    }

    /// A component of a row's state money: rate × units, rounded with the others.
    fn component(&self, side: SideName, row: usize, part: Part, what: What) -> Option<Node> {
        let amount = self.trace.side(side).rows[row].components[1 + part as usize];
        if self.has_parts(side) {
            let exact = |of_part: &Self, row, what| Some(of_part.exact_component(side, row, part, what));
            return self.of_parts((side, row), what, amount, exact);
        }
        let exact = self.exact_component(side, row, part, what.before_rounding());
        Some(rounded(what, whole(amount.get()), exact))
    }

    fn exact_component(&self, side: SideName, row: usize, part: Part, what: What) -> Node {
        let by_rates = |what| self.component_by_rates(side, row, part, what);
        self.bounded_component(side, row, by_rates, (part, what))
    }

    /// What the rates give, before any rule.
    pub(super) fn component_by_rates(&self, side: SideName, row: usize, part: Part, what: What) -> Node {
        let value = exact(self.trace.side(side).rows[row].parts[part as usize]);
        let units = self.row_units(side, row, part);
        self.at_rate(what, Quantity::new(value, Unit::Kronor), units, part, side)
    }

    /// Another party's part of a row: state money through the funding shares.
    fn party(&self, side: SideName, row: usize, party: Party, paid: Kronor, what: What) -> Option<Node> {
        let exact = self.through_shares(what.before_rounding(), self.row(side, row, Field::State)?, party);
        Some(rounded(what, whole(paid.get()), exact))
    }

    /// State money turned into that of another party by the funding shares.
    pub(super) fn through_shares(&self, what: What, state: Node, party: Party) -> Node {
        quotient(what, vec![state, self.funding(party)], self.funding(Party::State))
    }
}

/// The share in percent that a part is of a whole.
pub(super) fn share_of(what: What, share: Decimal, part: Node, all: Node) -> Node {
    let hundred = Node::given(What::HundredPercent, Quantity::new(whole(100), Unit::Percent), None);
    let value = Quantity::new(exact_decimal(share), Unit::Percent);
    Node::made(what, value, Formula::RoundedQuotient { decimals: 2 }, vec![part, hundred, all])
}
