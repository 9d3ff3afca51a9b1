//! What is searched: the kommuner with all that counts of them, today's förbund, and the conditions.

use std::cmp::Reverse;
use std::sync::Arc;

use super::borders::Borders;
use super::conditions::{Conditions, Limits};
use super::criterion::moved;
use super::forbund::Forbund;
use super::kommun_set::KommunSet;
use super::share::Share;
use crate::model::board::{ledamoter, regions};
use crate::model::kommun::{KommunId, Kommuner};
use crate::model::rounding::half_away_from_zero;

/// A kommun that is searched.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Kommun {
    /// Which.
    pub id: KommunId,
    /// Inhabitants 16–64.
    pub befolkning_16_64: u64,
    /// All inhabitants, if known.
    pub folkmangd: Option<u64>,
    /// How far it is from it to each searched kommun, whole km, where both places are known.
    pub km_to: Vec<Option<u32>>,
}

/// One of today's förbund, all of whose kommuner are searched.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Today {
    /// Its kommuner.
    pub set: KommunSet,
    /// The cost of its kansli, kr a year, if known.
    pub kansli: Option<i64>,
    /// Where it has its seat, if that is stated.
    pub seat: Option<usize>,
    /// Ledamöter of each party on its board.
    pub ledamoter_per_part: u32,
}

/// What the kansli of a new förbund costs: a sum, so much for each kommun, and so much per inhabitant 16–64, rounded half
/// away from zero.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct KansliCost {
    /// kr a year.
    pub fixed: u64,
    /// kr a year and kommun.
    pub per_kommun: u64,
    /// kr a year and inhabitant 16–64: numerator and denominator.
    pub per_inhabitant: [u64; 2],
}

impl KansliCost {
    /// That of a förbund, kr a year.
    ///
    /// # Panics
    /// If it is more than numbers hold, which no cost that is read is.
    #[must_use]
    pub fn of(self, kommuner: usize, inhabitants: u64) -> i64 {
        let [numerator, denominator] = self.per_inhabitant.map(u128::from);
        let by_inhabitants = half_away_from_zero(u128::from(inhabitants) * numerator, denominator);
        let by_inhabitants = by_inhabitants.expect("a denominator that is not zero");
        let cost = u128::from(self.fixed) + u128::from(self.per_kommun) * kommuner as u128 + by_inhabitants;
        i64::try_from(cost).expect("a cost within the bounds of what is read")
    }
}

/// What is searched.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Problem {
    /// The kommuner of the table.
    pub table: Arc<Kommuner>,
    /// Those that are searched, by kommunkod.
    pub kommuner: Vec<Kommun>,
    /// Their borders.
    pub borders: Borders,
    /// Today's förbund.
    pub today: Vec<Today>,
    /// What a new förbund's kansli costs, if that is stated.
    pub kansli: Option<KansliCost>,
    /// Ledamöter of each party on the board of a new förbund.
    pub ledamoter_per_part: u32,
    /// Kommuner that count nothing under a part of a key: none can be a förbund with others of them alone, since it could
    /// not share its sum.
    pub counting_nothing: Vec<KommunSet>,
    /// What must be fulfilled.
    pub conditions: Conditions,
}

impl Problem {
    /// Today's förbund as sets.
    #[must_use]
    pub fn today_sets(&self) -> Vec<KommunSet> {
        self.today.iter().map(|today| today.set).collect()
    }

    /// All searched kommuner.
    #[must_use]
    pub fn all(&self) -> KommunSet {
        KommunSet::first(self.kommuner.len())
    }

    /// A förbund of these kommuner; `None` where nobody 16–64 lives or a key counts nothing: no money can be divided there.
    #[must_use]
    pub fn forbund(&self, set: KommunSet) -> Option<Forbund> {
        let befolkning = |kommun: usize| self.kommuner[kommun].befolkning_16_64;
        let inhabitants: u64 = set.iter().map(befolkning).sum();
        let today = self.today.iter().find(|today| today.set == set);
        let cannot_share = || self.counting_nothing.iter().any(|nothing| set.is_within(*nothing));
        if inhabitants == 0 || today.is_none() && cannot_share() {
            return None;
        }
        let largest = self.largest(set)?;
        Some(Forbund {
            set,
            kansli: today
                .and_then(|today| today.kansli)
                .or_else(|| Some(self.kansli?.of(set.len(), inhabitants))),
            farthest_km: self.seat(set).and_then(|seat| self.farthest_km(set, seat)),
            inhabitants,
            largest_share: (set.len() > 1).then(|| Share::of(befolkning(largest), inhabitants)),
            ledamoter: count(ledamoter(&self.ids(set), &self.table))
                * today.map_or(self.ledamoter_per_part, |today| today.ledamoter_per_part),
            together_today: self.together_today(set),
        })
    }

    /// The largest share that a kommun has of its förbund; nothing where all are alone.
    #[must_use]
    pub fn largest_share(&self, groups: &[KommunSet]) -> Option<Share> {
        groups.iter().filter_map(|set| self.forbund(*set)?.largest_share).max()
    }

    /// The kommun of a förbund with most inhabitants 16–64; of equals the first.
    fn largest(&self, set: KommunSet) -> Option<usize> {
        set.iter().min_by_key(|kommun| (Reverse(self.kommuner[*kommun].befolkning_16_64), *kommun))
    }

    /// Where distances of a förbund are measured from: the seat of one of today's, else its largest kommun.
    #[must_use]
    pub fn seat(&self, set: KommunSet) -> Option<usize> {
        let today = self.today.iter().find(|today| today.set == set);
        today.and_then(|today| today.seat).or_else(|| self.largest(set))
    }

    /// How far it is from a kommun to the one of these that is farthest away, whole km, if all places are known.
    #[must_use]
    pub fn farthest_km(&self, set: KommunSet, from: usize) -> Option<u32> {
        let km = set.iter().map(|kommun| self.kommuner[from].km_to[kommun]);
        km.collect::<Option<Vec<_>>>().and_then(|km| km.into_iter().max())
    }

    /// The kommun of a förbund from which the one farthest away is nearest, with the distance, whole km; of equals the
    /// first. `None` where a place is not known.
    #[must_use]
    pub fn best_seat(&self, set: KommunSet) -> Option<(usize, u32)> {
        let seats = set.iter().map(|kommun| Some((kommun, self.farthest_km(set, kommun)?)));
        let seats = seats.collect::<Option<Vec<_>>>()?;
        seats.into_iter().min_by_key(|(kommun, km)| (*km, *kommun))
    }

    /// The ids of some kommuner, in order.
    #[must_use]
    pub fn ids(&self, set: KommunSet) -> Vec<KommunId> {
        set.iter().map(|kommun| self.kommuner[kommun].id).collect()
    }

    fn together_today(&self, set: KommunSet) -> u32 {
        let most = self.today.iter().map(|today| today.set.common(set).count()).max();
        most.unwrap_or_default()
    }

    /// Whether the conditions allow a förbund, but for that it hangs together.
    pub(super) fn allows(&self, forbund: &Forbund) -> bool {
        let (conditions, set) = (&self.conditions, forbund.set);
        let share = conditions.largest_share.filter(|_| set.len() > 1);
        let largest = set.iter().map(|kommun| self.kommuner[kommun].befolkning_16_64).max();
        let within = |limits: Limits, figure: Option<u64>| {
            limits.is_empty() || figure.is_some_and(|figure| limits.allow(figure))
        };
        let folkmangd = || set.iter().map(|kommun| self.kommuner[kommun].folkmangd).sum();
        within(conditions.kommuner_per_forbund, Some(set.len() as u64))
            && within(conditions.befolkning_16_64, Some(forbund.inhabitants))
            && within(conditions.folkmangd, folkmangd())
            && within(conditions.farthest_km, forbund.farthest_km.map(u64::from))
            && within(conditions.regions, Some(regions(&self.ids(set), &self.table) as u64))
            && share.is_none_or(|[numerator, denominator]| {
                let [numerator, denominator] = [numerator, denominator].map(u128::from);
                u128::from(largest.unwrap_or(0)) * denominator <= u128::from(forbund.inhabitants) * numerator
            })
            && conditions.together.iter().all(|group| group.is_within(set) || group.common(set).is_empty())
            && conditions.apart.iter().all(|group| group.common(set).len() < 2)
            && conditions.keep.iter().all(|kept| *kept == set || kept.common(set).is_empty())
    }

    /// Whether the conditions allow a grouping.
    #[must_use]
    pub fn allows_grouping(&self, groups: &[KommunSet]) -> bool {
        let conditions = &self.conditions;
        let moved = moved(groups, &self.today_sets());
        let is_allowed = |set: &KommunSet| {
            let connected = !conditions.contiguous || self.borders.connects(*set);
            connected && self.forbund(*set).is_some_and(|forbund| self.allows(&forbund))
        };
        conditions.forbund.allow(groups.len() as u64)
            && conditions.moved.allow(u64::from(moved))
            && groups.iter().all(is_allowed)
    }
}

fn count(kommuner: usize) -> u32 {
    u32::try_from(kommuner).expect("a count of kommuner")
}
