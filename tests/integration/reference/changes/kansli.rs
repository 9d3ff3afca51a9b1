//! Kanslier: what each förbund has of its own, what goes on to others, and what several share.

use std::collections::{BTreeMap, BTreeSet};

use num_bigint::BigInt;
use num_rational::BigRational;

use super::{Arrival, Row, Situation, inhabitants};
use crate::reference::case::{Kansli, Kommun, Part, Sharing, SplitBy};
use crate::reference::fractions::{decimal, share_by_weight, whole};

/// What is known about the own kansli of a förbund.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Office {
    /// What it consists of, each rounded by itself: sums and tables that were stated, and shares of others.
    Known(Vec<Kansli>),
    Unknown,
    /// A created förbund that stated no kansli: unknown, until a share is passed on to it.
    Nothing,
}

impl Office {
    pub(super) fn none() -> Office {
        Office::Known(Vec::new())
    }

    pub(super) fn stated(kansli: Option<&Kansli>) -> Option<Office> {
        kansli.map(|kansli| Office::Known(vec![kansli.clone()]))
    }

    pub(crate) fn known(&self) -> Option<BigInt> {
        match self {
            Office::Known(all) => Some(all.iter().map(|kansli| BigInt::from(kansli.sum())).sum()),
            Office::Unknown | Office::Nothing => None,
        }
    }

    /// Items survive.
    pub(super) fn sum(offices: &[Office]) -> Office {
        let mut sum = Vec::new();
        for office in offices {
            let Office::Known(all) = office else { return Office::Unknown };
            sum.extend(all.iter().cloned());
        }
        Office::Known(sum)
    }

    /// Items do not survive; where there is nothing, nothing is divided.
    pub(super) fn divided(&self, weights: &[(String, BigRational)]) -> Vec<Office> {
        match self {
            Office::Known(all) if !all.is_empty() => {
                let sum = self.known().expect("a known sum");
                let shares = share_by_weight(&sum, weights).into_iter();
                let share =
                    |share: BigInt| Kansli::Sum(share.try_into().expect("a share that is not negative"));
                shares.map(|amount| Office::Known(vec![share(amount)])).collect()
            }
            Office::Known(_) => vec![Office::none(); weights.len()],
            Office::Unknown | Office::Nothing => vec![Office::Unknown; weights.len()],
        }
    }
}

/// What several förbund share, as long as they take part.
#[derive(Clone, Debug)]
pub(crate) struct Pot {
    pub kansli: Kansli,
    pub split_by: SplitBy,
    /// With their shares where it is split by a table; else all have the same.
    pub participants: BTreeMap<String, BigRational>,
    is_of_today: bool,
    /// Whether it replaced the participants' kanslier.
    replaces_all: bool,
}

impl Pot {
    pub(crate) fn has(&self, name: &str) -> bool {
        self.participants.contains_key(name)
    }

    fn has_item(&self, item: &str) -> bool {
        has_item(&self.kansli, item)
    }

    /// As one that takes part, with this share if there is a table.
    fn take_in(&mut self, name: &str, share: BigRational) {
        let share = if matches!(self.split_by, SplitBy::Shares(_)) { share } else { whole(1) };
        self.participants.insert(name.to_owned(), share);
    }
}

fn has_item(kansli: &Kansli, item: &str) -> bool {
    kansli.items().is_some_and(|items| items.iter().any(|(name, _)| name == item))
}

impl Situation {
    /// On top of what the förbund state. Who states nothing has nothing beside a kansli that is shared whole.
    pub(super) fn share_today(&mut self, sharing: &Sharing) {
        if !sharing.only_items {
            for name in &sharing.participants {
                let place = self.forbund_named(name);
                if self.forbund[place].office == Office::Unknown {
                    self.forbund[place].office = Office::none();
                }
            }
        }
        self.add_pot(sharing, true);
    }

    /// In the place of the participants' kanslier, or of single items of them.
    pub(super) fn share(&mut self, sharing: &Sharing) {
        if self.has_an_unclear_item(sharing) {
            self.doubts.insert("an item of a kansli that is a sum");
        }
        for name in &sharing.participants {
            if sharing.only_items {
                for (item, _) in sharing.kansli.items().expect("items") {
                    self.take_item(name, item);
                }
            } else {
                let place = self.forbund_named(name);
                self.forbund[place].office = Office::none();
                self.end_parts(name);
            }
        }
        self.add_pot(sharing, false);
    }

    fn add_pot(&mut self, sharing: &Sharing, is_of_today: bool) {
        let Sharing { participants, kansli, only_items, split_by } = sharing;
        let mut pot = Pot {
            kansli: kansli.clone(),
            split_by: split_by.clone(),
            participants: BTreeMap::new(),
            is_of_today,
            replaces_all: !is_of_today && !only_items,
        };
        for name in participants {
            let share = match split_by {
                SplitBy::Shares(shares) => {
                    let share = shares.iter().find(|(of, _)| of == name);
                    decimal(&share.expect("a share for every participant").1)
                }
                _ => whole(1),
            };
            pot.take_in(name, share);
        }
        self.shared.push(pot);
    }

    /// Whether some participant may have an item that nobody can see.
    pub(super) fn has_an_unclear_item(&self, sharing: &Sharing) -> bool {
        let is_unclear = |name: &String, item: &str| {
            let Office::Known(own) = &self.forbund[self.forbund_named(name)].office else { return false };
            let shared = self.shared.iter().filter(|pot| pot.has(name)).map(|pot| &pot.kansli);
            let mut all = own.iter().chain(shared);
            !all.clone().any(|kansli| has_item(kansli, item)) && all.any(|kansli| kansli.items().is_none())
        };
        sharing.only_items
            && sharing.participants.iter().any(|name| {
                sharing.kansli.items().expect("items").iter().any(|(item, _)| is_unclear(name, item))
            })
    }

    /// Out of the own kansli of a förbund; and its part in that item ends wherever it is shared.
    fn take_item(&mut self, name: &str, item: &str) {
        let place = self.forbund_named(name);
        if let Office::Known(own) = &mut self.forbund[place].office {
            for kansli in own.iter_mut().filter(|kansli| has_item(kansli, item)) {
                *kansli = kansli.with(|other| other != item);
                self.used.insert("an item of its own is taken");
            }
        }
        for pot in std::mem::take(&mut self.shared) {
            if !(pot.has(name) && pot.has_item(item)) {
                self.shared.push(pot);
                continue;
            }
            self.used.insert("an item that it shares is taken");
            let others = pot.kansli.with(|other| other != item);
            let mut alone = Pot { kansli: pot.kansli.with(|other| other == item), ..pot.clone() };
            alone.participants.remove(name);
            if others.items().is_some_and(|items| !items.is_empty()) {
                self.used.insert("an item is split off from others");
                self.shared.push(Pot { kansli: others, ..pot });
            }
            if !alone.participants.is_empty() {
                self.used.insert("others carry an item");
                self.shared.push(alone);
            } else if !alone.is_of_today {
                self.doubts.insert("all share anew an item that a change shared");
            }
        }
    }

    /// Of a förbund in whatever it shares.
    pub(super) fn end_parts(&mut self, name: &str) {
        for pot in &mut self.shared {
            if pot.participants.remove(name).is_some() {
                self.used.insert("a part in a shared kansli ends");
            }
        }
        self.let_the_deserted_end();
    }

    fn let_the_deserted_end(&mut self) {
        for pot in std::mem::take(&mut self.shared) {
            if !pot.participants.is_empty() {
                self.shared.push(pot);
            } else if pot.is_of_today {
                self.used.insert("nobody is left in a kansli that is shared today");
            } else {
                self.doubts.insert("nobody is left in a kansli that a change shared");
            }
        }
    }

    /// A merged förbund takes part in the place of its parts, once.
    pub(super) fn merge_parts(&mut self, parts: &[String], into: &str, states_kansli: bool) {
        for pot in &mut self.shared {
            let shares: Vec<BigRational> =
                parts.iter().filter_map(|part| pot.participants.remove(part)).collect();
            if states_kansli || shares.is_empty() {
                continue;
            }
            self.used.insert(if shares.len() > 1 {
                "two participants merge"
            } else {
                "a participant merges with another förbund"
            });
            pot.take_in(into, shares.iter().sum());
        }
        self.let_the_deserted_end();
    }

    /// The parts of a split that state no kansli take part in the place of the whole.
    pub(super) fn split_parts(&mut self, name: &str, into: &[Part], table: &[Kommun]) {
        let all: BigInt = into.iter().map(|part| inhabitants(&part.kommuner, table)).sum();
        for pot in &mut self.shared {
            let Some(share) = pot.participants.remove(name) else { continue };
            self.used.insert("a participant is split");
            for part in into.iter().filter(|part| part.kansli.is_none()) {
                let own = whole(inhabitants(&part.kommuner, table)) / whole(all.clone());
                pot.take_in(&part.name, &share * own);
            }
        }
        self.let_the_deserted_end();
    }

    /// The kansli of a förbund that ceased goes to the förbund where the kommuner that left it are,
    /// by their inhabitants 16–64.
    pub(super) fn pass_on(&mut self, ceased: &Row, table: &[Kommun]) {
        if ceased.forebears_lost {
            self.doubts.insert("do departures before a merge or split count?");
        }
        // By the receiver's place.
        let mut taken: BTreeMap<usize, Vec<String>> = BTreeMap::new();
        for kommun in ceased.departed.keys() {
            if let Some(place) = self.forbund.iter().position(|row| row.members.contains(kommun)) {
                taken.entry(place).or_default().push(kommun.clone());
            } else if self.left.contains(kommun) {
                self.used.insert("a kommun in no förbund receives no kansli");
            } else {
                self.used.insert("an outside row receives no kansli");
            }
        }
        if taken.is_empty() {
            self.used.insert("a kansli ends");
            return;
        }
        if taken.len() > 1 {
            self.used.insert("a kansli is passed to several");
        }
        let steps: BTreeSet<&usize> = ceased.departed.values().collect();
        if steps.len() > 1 {
            self.used.insert("a förbund ceases by departures spread over several changes");
        }
        if taken.values().map(Vec::len).sum::<usize>() < ceased.departed.len() {
            self.used.insert("some of a förbund that ceased receive its kansli, others do not");
        }

        if self.shared.iter().any(|pot| pot.has(&ceased.name)) {
            self.doubts.insert("a förbund that shares a kansli ceased, and somebody receives its own");
        }
        let by_row: Vec<(String, BigRational)> = taken
            .iter()
            .map(|(place, kommuner)| (self.forbund[*place].lowest(), whole(inhabitants(kommuner, table))))
            .collect();
        let by_received: Vec<(String, BigRational)> = taken
            .values()
            .map(|kommuner| {
                let lowest = kommuner.iter().min().expect("a kommun").clone();
                (lowest, whole(inhabitants(kommuner, table)))
            })
            .collect();
        let shares = ceased.office.divided(&by_row);
        if shares != ceased.office.divided(&by_received) {
            self.doubts.insert("a tie: the lowest kommun of the receiver, or of those received?");
        }
        for ((place, kommuner), share) in taken.iter().zip(shares) {
            if self.is_stated_already(*place, kommuner) {
                self.used.insert("a share is in the stated sum already");
                continue;
            }
            self.used.insert("a kansli is passed on");
            let row = &mut self.forbund[*place];
            if row.forebears_empty {
                self.doubts.insert("a share for a förbund formed of one without kansli");
            }
            row.office = match (&row.office, share) {
                (Office::Nothing, share) => {
                    self.used.insert("a passed share makes a created kansli known");
                    share
                }
                (before, share) => Office::sum(&[before.clone(), share]),
            };
        }
    }

    /// Whether the receiver at this place stated its kansli in the change that brought it these kommuner.
    fn is_stated_already(&mut self, place: usize, kommuner: &[String]) -> bool {
        let row = &self.forbund[place];
        let arrivals: Vec<Arrival> = kommuner.iter().map(|kommun| self.arrivals[kommun]).collect();
        let stated = arrivals.iter().any(|arrival| arrival.stated);
        if stated && arrivals.iter().any(|arrival| !arrival.stated) {
            self.doubts.insert("a receiver stated kansli in one change of several");
        }
        if arrivals.iter().any(|arrival| !arrival.stated && row.stated_at > Some(arrival.at)) {
            self.doubts.insert("a receiver stated kansli after it received");
        }
        if arrivals.iter().any(|arrival| arrival.stated && row.formed_at > arrival.at) {
            self.doubts.insert("a receiver that stated kansli was merged or split");
        }
        if self.shared.iter().any(|pot| pot.replaces_all && pot.has(&self.forbund[place].name)) {
            self.doubts.insert("a share for a förbund whose kansli is shared");
        }
        stated
    }
}
