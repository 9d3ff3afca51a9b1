//! What kommuner and regions pay, by the keys.

use num_rational::BigRational;

use super::combine::{after, difference, quotient, rounded, sum};
use super::explainer::Explainer;
use super::kept::Kept;
use super::metric::{self, Figure, Paying};
use super::node::{Formula, Node};
use super::origin::Origin;
use super::quantity::{Quantity, Unit, exact_decimal, whole};
use super::what::{Column, Field, Paid, What, When};
use crate::model::grouping::Row;
use crate::model::key::Key;
use crate::model::kommun::{KommunId, RegionId};
use crate::model::kronor::Kronor;
use crate::model::step::SideName;

impl Explainer<'_> {
    /// What a kommun of the result pays.
    pub(super) fn kommun(&self, position: usize, paying: Paying) -> Option<Node> {
        let party = self.result.figures.kommuner.get(position)?;
        let mut all = self.baseline().kommuner.iter();
        let (kommun, _) = all.find(|(_, of)| of.kommunkod == party.kommunkod)?;
        if let Paying::Beside(beside, side) = paying {
            return self.beside(position, beside, side);
        }
        if let Paying::PerInhabitant(side) = paying {
            let amounts = &party.per_inhabitant;
            let value = match side {
                SideName::Before => amounts.before,
                SideName::Gross => amounts.after.gross,
                SideName::Net => amounts.after.net.flatten(),
            };
            let value = Quantity::new(exact_decimal(value?), Unit::KronorPerInhabitant);
            let what = What::Contribution { party: party.kommun.clone(), when: Paid::PerInhabitant(side) };
            let divided =
                vec![self.kommun(position, Paying::On(side))?, self.cell(kommun, Column::Befolkning)];
            let node = Node::made(what, value, Formula::RoundedQuotient { decimals: 2 }, divided);
            return Some(node.at(metric::path(&Figure::Kommun(position, paying))));
        }
        let on = |side, what| self.kommun_pays(kommun, side, what);
        contribution((&party.kommun, false), paying, on, |paying| Figure::Kommun(position, paying))
    }

    /// What a region of the result pays, in all rows together.
    pub(super) fn region(&self, position: usize, paying: Paying) -> Option<Node> {
        let party = self.result.figures.regions.get(position)?;
        let names = self.baseline().kommuner.regions();
        let region = RegionId::new(names.iter().position(|name| *name == party.region)?);
        let on = |side, what| {
            let rows = 0..self.rows(side).len();
            let rows = rows.filter_map(|row| {
                let place = self.regions_of(side, row).iter().position(|(of, _)| *of == region)?;
                self.row_region(side, row, place)
            });
            let rows: Vec<Node> = rows.collect();
            (!rows.is_empty()).then(|| sum(what, Unit::Kronor, rows))
        };
        contribution((&party.region, true), paying, on, |paying| Figure::Region(position, paying))
    }

    /// What one of the regions of a row pays to it.
    pub(super) fn row_region(&self, side: SideName, row: usize, place: usize) -> Option<Node> {
        let regions = self.regions_of(side, row);
        let (region, _) = regions.get(place)?;
        let paid = *self.trace.side(side).rows.get(row)?.region_shares.get(place)?;
        let forbund = self.row_name(side, row);
        let region = self.baseline().kommuner.region(*region).to_owned();
        let weights = regions.iter().map(|(region, members)| {
            let name = self.baseline().kommuner.region(*region).to_owned();
            if self.baseline().keys.regions == Key::Lika {
                let value = Quantity::new(whole(1), Unit::Number);
                return Node::given(What::Weight(name), value, Some(self.places.key(true)));
            }
            let of_members: Vec<Node> = members
                .iter()
                .map(|&member| self.key_weight(member, &self.baseline().keys.regions, self.places.key(true)))
                .collect();
            let unit = of_members.first().map_or(Unit::Number, |member| member.value.unit);
            sum(What::Weight(name), unit, of_members)
        });
        let what = What::RegionAmount { region, forbund: forbund.clone(), side };
        let whole_part = self.row(side, row, Field::Region)?;
        let path = metric::path(&Figure::RowRegion(side, row, place));
        let weights = Weights::new(weights.collect(), &self.kept);
        let node = share(what, paid, whole_part, &weights, place, What::Weights(forbund));
        Some(node.at(path))
    }

    fn kommun_pays(&self, kommun: KommunId, side: SideName, what: What) -> Option<Node> {
        let rows = self.rows(side).iter().enumerate();
        let rows = rows.filter(|(_, row)| row.members.contains(&kommun)).map(|(place, _)| place);
        let rows: Vec<usize> = rows.collect();
        if let [row] = rows[..] {
            return self.pays_to_row(kommun, side, row, what);
        }
        // In a year in which the grouping changes, of one förbund after the other.
        let paid = rows.iter().map(|&row| {
            let (kommun_name, forbund) = (self.kommun_name(kommun), self.row_name(side, row));
            let what = What::KommunAmount { kommun: kommun_name, forbund, side };
            self.pays_to_row(kommun, side, row, what)
        });
        let paid = paid.collect::<Option<Vec<Node>>>()?;
        (!paid.is_empty()).then(|| sum(what, Unit::Kronor, paid))
    }

    fn pays_to_row(&self, kommun: KommunId, side: SideName, row: usize, what: What) -> Option<Node> {
        let of_row = self.rows(side).get(row)?;
        let place = of_row.members.iter().position(|member| *member == kommun)?;
        let paid = *self.trace.side(side).rows.get(row)?.kommun_shares.get(place)?;
        let key = of_row.key.as_deref().unwrap_or(&self.baseline().keys.kommuner);
        let weights = if matches!(key, Key::Mixed { .. }) {
            self.mixed_weights(side, row, of_row)
        } else {
            let weight = |&member| self.key_weight(member, key, self.key_of(of_row));
            of_row.members.iter().map(weight).collect()
        };
        let weights = Weights::new(weights, &self.kept);
        let all = What::Weights(of_row.name.clone());
        Some(share(what, paid, self.row(side, row, Field::Kommuner)?, &weights, place, all))
    }

    /// Where the key of a row is given.
    fn key_of(&self, row: &Row) -> Origin {
        if row.key.is_none() { self.places.key(false) } else { self.places.own_key(&row.name) }
    }

    /// What the kommuner of a row would pay under a mixed key if kronor had parts.
    fn mixed_weights(&self, side: SideName, position: usize, row: &Row) -> Vec<Node> {
        let shares = self.trace.side(side).rows.get(position).map_or(&[][..], |row| &row.kommun_shares);
        let sum = Kronor::exact(shares.iter().sum());
        let weights = self.scenario.baseline.model.weights_of(row).expect("the key was used");
        let quotas = weights.quotas(sum, &row.members).into_iter().zip(&row.members);
        let weight = |(quota, member): (BigRational, &KommunId)| {
            let what = What::Weight(self.kommun_name(*member));
            Node::given(what, Quantity::new(quota, Unit::Number), Some(self.key_of(row)))
        };
        quotas.map(weight).collect()
    }

    /// A kommun's weight under a key that is not mixed.
    fn key_weight(&self, kommun: KommunId, key: &Key, origin: Origin) -> Node {
        let number = match key {
            Key::Befolkning => return self.cell(kommun, Column::Befolkning),
            Key::Folkmangd => return self.cell(kommun, Column::Folkmangd),
            Key::Forsorjningsmatt => return self.cell(kommun, Column::Forsorjningsmatt),
            Key::Lika => whole(1),
            Key::Explicit(numbers) => {
                exact_decimal(numbers[kommun.index()].expect("agreed numbers were checked for every row"))
            }
            Key::Mixed { .. } => unreachable!("explained by its quotas"),
        };
        let what = What::Weight(self.kommun_name(kommun));
        Node::given(what, Quantity::new(number, Unit::Number), Some(origin))
    }

    /// The regions of a row with their kommuner in it, in order of the lowest kommunkod.
    fn regions_of(&self, side: SideName, row: usize) -> Vec<(RegionId, Vec<KommunId>)> {
        let mut regions: Vec<(RegionId, Vec<KommunId>)> = Vec::new();
        let rows = self.rows(side);
        for &member in rows.get(row).map_or(&[][..], |row| &row.members) {
            let region = self.baseline().kommuner.get(member).region;
            match regions.iter_mut().find(|(known, _)| *known == region) {
                Some((_, members)) => members.push(member),
                None => regions.push((region, vec![member])),
            }
        }
        regions
    }
}

/// What a kommun or region pays on a side, or how that changes. `on` is what it pays on a side where it takes part.
fn contribution(
    (party, is_region): (&str, bool),
    paying: Paying,
    on: impl Fn(SideName, What) -> Option<Node>,
    figure: impl Fn(Paying) -> Figure,
) -> Option<Node> {
    let what = |when| What::Contribution { party: party.to_owned(), when };
    let on = |side| Some(on(side, what(Paid::On(side)))?.at(metric::path(&figure(Paying::On(side)))));
    match paying {
        Paying::On(side) => on(side),
        // Of a kommun alone, and asked for before.
        Paying::PerInhabitant(_) | Paying::Beside(..) => None,
        Paying::Change(net) => {
            let on = |side| on(side).unwrap_or_else(|| pays_nothing(party, side, is_region));
            let change = difference(what(Paid::Change { net }), on(after(net)), on(SideName::Before));
            Some(change.change().at(metric::path(&figure(paying))))
        }
    }
}

/// Of a kommun or region that takes no part on a side.
fn pays_nothing(party: &str, side: SideName, is_region: bool) -> Node {
    let when = if side == SideName::Before { When::Today } else { When::After };
    Node::nothing(What::PaysNothing { party: party.to_owned(), is_region, when })
}

/// What a whole is shared by: the weight of each, and all of them together.
pub(super) struct Weights {
    each: Vec<Node>,
    all: Node,
}

impl Weights {
    /// Where all weights are zero, all count alike, as in the model.
    pub(super) fn new(each: Vec<Node>, kept: &Kept) -> Self {
        let none = each.iter().all(|weight| weight.value.number == whole(0));
        let each: Vec<Node> = each
            .into_iter()
            .map(|weight| {
                let alike = Quantity::new(whole(1), Unit::Number);
                kept.keep(if none { Node::given(weight.what, alike, None) } else { weight })
            })
            .collect();
        let unit = each.first().map_or(Unit::Number, |weight| weight.value.unit);
        let all = kept.keep(sum(What::Weights(String::new()), unit, each.clone()));
        Self { each, all }
    }
}

/// A share of a whole by weight, in whole kronor: its quota, and what the largest remainder added or took. The
/// weights together are called `all`.
pub(super) fn share(
    what: What,
    share: u64,
    whole_part: Node,
    weights: &Weights,
    place: usize,
    all: What,
) -> Node {
    let own = weights.each[place].clone();
    let all = Node { what: all, ..weights.all.clone() };
    let quota = quotient(what.before_rounding(), vec![whole_part, own], all);
    rounded(what, whole(share), quota)
}
