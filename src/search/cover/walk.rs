//! Covering the kommuner by listed förbund, one after the other, under a budget of what they may take off the bound.

use std::ops::ControlFlow;

use super::super::kommun_set::KommunSet;
use super::super::ranked::{Best, Place};
use super::covering::{Cover, TIES};
use super::prices::{PARTS, Prices};

/// The most that a förbund may be worth, so that sums fit into 64 bits.
const MOST_WORTH: i64 = 4_000_000_000_000;
/// Nodes between two looks at the clock.
const WATCHED: u64 = 1 << 12;

/// Prices of all kommuner, and what they prove of groupings of a number of förbund.
#[derive(Clone, Debug)]
pub struct Priced {
    number: usize,
    /// No grouping has a lower key.
    least: i128,
    /// No grouping has a higher key: in parts.
    bound: i128,
    /// None where sums do not fit.
    prices: Option<Prices>,
}

/// How long is looked, and who is told.
pub struct Patience<'run> {
    /// The most beginnings that are looked at.
    pub most: u64,
    /// Whether to stop as soon as the list is full, whatever else there is.
    pub until_full: bool,
    /// Beginnings of which it is kept what completing them takes off at least: a power of two.
    pub kept: usize,
    /// Told now and then how many groupings were compared, and what the best of them is worth; it can stop the work.
    pub watch: &'run mut dyn FnMut(u64, Option<i64>) -> ControlFlow<()>,
}

/// What is known of the groupings that are not in the list.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Outcome {
    /// None of them stands before the last of the list; where the list is not full, there are no others.
    Proved,
    /// None has a key above this one.
    AtMost(i128),
}

impl Cover<'_> {
    /// Prices for groupings of so many förbund. `most` is what so many are worth at most beside what their förbund add;
    /// `watch` can stop the work, which leaves prices that prove less.
    pub fn priced(&self, number: usize, most: i64, watch: &mut dyn FnMut() -> ControlFlow<()>) -> Priced {
        let of_number = if self.counts_worth { i128::from(most) * i128::from(TIES) } else { 0 };
        let worths = || self.columns.iter().map(|column| self.worth(column));
        let Some((least, most)) = worths().min().zip(worths().max()) else {
            return Priced { number, least: 0, bound: 0, prices: None };
        };
        let count = i128::try_from(number).expect("few förbund");
        let kommuner = i128::try_from(self.kommuner).expect("few kommuner");
        // No grouping can be worth less than so many of the worst förbund when all have moved.
        let least = of_number + i128::from(least) * count - kommuner;
        if worths().any(|worth| worth.abs() > MOST_WORTH * TIES) {
            let bound = (of_number + i128::from(most) * count) * i128::from(PARTS);
            return Priced { number, least, bound, prices: None };
        }
        let prices = Prices::of(self, number, watch);
        let bound = of_number * i128::from(PARTS) + prices.bound(self, number);
        Priced { number, least, bound, prices: Some(prices) }
    }

    /// Shows the list the best groupings at these prices, and says how far that is proved.
    pub fn search(&self, known: &Priced, list: &mut Best, patience: &mut Patience<'_>) -> Outcome {
        if self.columns.is_empty() || known.bound < known.least * i128::from(PARTS) {
            return Outcome::Proved;
        }
        let Some(prices) = &known.prices else { return Outcome::AtMost(known.at_most()) };
        let over: Vec<i64> = self.columns.iter().map(|column| prices.over(self, column)).collect();
        let everything = known.bound - known.least * i128::from(PARTS);
        let everything = i64::try_from(everything).unwrap_or(i64::MAX);
        let mut walk = Walk {
            cover: self,
            bound: known.bound,
            number: known.number,
            starts: Vec::new(),
            columns: Vec::new(),
            groups: Vec::new(),
            kept: vec![Kept { left: KommunSet::EMPTY, more: 0, over: 0 }; patience.kept],
            budget: 0,
            nodes: 0,
            seen: 0,
            stopped: false,
            list,
            patience,
        };
        let (mut proved, mut budget) = (-1, PARTS);
        loop {
            let needed = walk.needed().min(everything);
            if needed <= proved {
                return Outcome::Proved;
            }
            walk.budget = budget.min(needed);
            walk.choose(&over);
            walk.cover(KommunSet::first(self.kommuner), 0);
            if walk.stopped {
                let most = known.bound - i128::from(proved.max(0));
                return Outcome::AtMost(most.div_euclid(i128::from(PARTS)));
            }
            proved = walk.budget;
            budget = budget.saturating_mul(4);
        }
    }
}

impl Priced {
    /// The highest key that a grouping can have.
    #[must_use]
    pub fn at_most(&self) -> i128 {
        self.bound.div_euclid(i128::from(PARTS))
    }
}

/// What completing a beginning takes off at least.
#[derive(Clone, Copy)]
struct Kept {
    left: KommunSet,
    more: usize,
    over: i64,
}

/// A search on its way.
struct Walk<'run, 'cover, 'watch> {
    cover: &'run Cover<'cover>,
    /// What groupings of this number are worth at most, in parts.
    bound: i128,
    number: usize,
    /// By first kommun in the order the columns within the budget, those that take off least first. All sets of a search
    /// are numbered by the order.
    columns: Vec<(i64, KommunSet)>,
    starts: Vec<usize>,
    groups: Vec<KommunSet>,
    /// A table of kommuner that are left with as many förbund as are.
    kept: Vec<Kept>,
    budget: i64,
    nodes: u64,
    seen: u64,
    stopped: bool,
    list: &'run mut Best,
    patience: &'run mut Patience<'watch>,
}

impl Walk<'_, '_, '_> {
    /// What groupings may take off that can still come into the list.
    fn needed(&self) -> i64 {
        let Some(last) = self.list.last_of_all() else { return i64::MAX };
        let needed = self.bound - self.cover.key(&last.place) * i128::from(PARTS);
        i64::try_from(needed).unwrap_or(if needed < 0 { -1 } else { i64::MAX }).max(-1)
    }

    /// Takes the columns that take off no more than the budget.
    fn choose(&mut self, over: &[i64]) {
        let within = over.iter().zip(self.cover.columns).filter(|(over, _)| **over <= self.budget);
        self.columns = within.map(|(over, column)| (*over, self.cover.order.ordered(column.set))).collect();
        self.columns.sort_unstable_by_key(|(over, set)| (set.lowest(), *over, *set));
        let start = |lowest| self.columns.partition_point(|(_, set)| set.lowest() < Some(lowest));
        self.starts = (0..=self.cover.kommuner).map(start).collect();
    }

    /// Whether a grouping can come into the list that begins so and takes off so much at least.
    fn may_take(&self, left: KommunSet, over: i64) -> bool {
        if over > self.budget {
            return false;
        }
        let Some(last) = self.list.last_of_all() else { return true };
        let key = (self.bound - i128::from(over)).div_euclid(i128::from(PARTS));
        let known = self.cover.key(&last.place);
        if key != known {
            return key > known;
        }
        // What is left is numbered least where it is one förbund.
        let merged = Place::of(0, 0, &self.groups_with(Some(left).filter(|left| !left.is_empty())));
        (self.number, merged.numbers) < (last.place.forbund, last.place.numbers)
    }

    /// The förbund chosen so far and one more, in order of their first kommun.
    fn groups_with(&self, more: Option<KommunSet>) -> Vec<KommunSet> {
        let all = self.groups.iter().copied().chain(more);
        let mut groups: Vec<KommunSet> = all.map(|set| self.cover.order.restored(set)).collect();
        groups.sort_unstable_by_key(|set| set.lowest());
        groups
    }

    /// Covers what is left in every way that may be, after förbund that have taken off so much; what any of these ways
    /// takes off at least.
    fn cover(&mut self, left: KommunSet, taken: i64) -> i64 {
        let more = self.number - self.groups.len();
        if left.is_empty() {
            if more > 0 {
                return i64::MAX;
            }
            self.seen += 1;
            let groups = self.groups_with(None);
            if let Some(place) = (self.cover.place)(&groups) {
                self.list.show(&place, &groups);
                self.stopped |= self.patience.until_full && self.list.last_of_all().is_some();
            }
            return 0;
        }
        if more == 0 || more > left.len() || !(self.cover.can_complete)(self.cover.order.restored(left), more)
        {
            return i64::MAX;
        }
        self.nodes += 1;
        self.stopped |= self.nodes >= self.patience.most;
        if self.nodes.is_multiple_of(WATCHED) {
            let best = self.list.first().map(|first| first.place.worth);
            self.stopped |= (self.patience.watch)(self.seen, best).is_break();
        }
        let at = self.place_of(left, more);
        let known = self
            .kept
            .get(at)
            .filter(|kept| (kept.left, kept.more) == (left, more))
            .map_or(0, |kept| kept.over);
        if self.stopped || !self.may_take(left, taken.saturating_add(known)) || self.moved_too_many(left) {
            return known;
        }
        let lowest = left.lowest().expect("a kommun is left");
        let mut least = i64::MAX;
        for column in self.starts[lowest]..self.starts[lowest + 1] {
            let (over, set) = self.columns[column];
            if taken + over > self.budget {
                least = least.min(over);
                break;
            }
            if !set.is_within(left) {
                continue;
            }
            self.groups.push(set);
            let rest = left.without(set);
            let of_rest = if self.may_take(rest, taken + over) { self.cover(rest, taken + over) } else { 0 };
            self.groups.pop();
            least = least.min(over.saturating_add(of_rest));
        }
        // Columns beyond the budget were not looked at.
        let least = least.min(self.budget.saturating_add(1)).max(known);
        if !self.stopped
            && let Some(kept) = self.kept.get_mut(at)
        {
            *kept = Kept { left, more, over: least };
        }
        least
    }

    /// Where it is kept what completing a beginning takes off. So many förbund more are a different beginning.
    fn place_of(&self, left: KommunSet, more: usize) -> usize {
        let mixed = (left.number() ^ (more as u64) << 57).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        let bits = self.kept.len().max(1).trailing_zeros();
        usize::try_from(mixed >> (64 - bits.max(1))).expect("few bits")
    }

    /// Whether more have moved already than may.
    fn moved_too_many(&self, left: KommunSet) -> bool {
        let Some(most) = self.cover.most_moved else { return false };
        let stay = |set: &KommunSet| self.cover.today.iter().map(|today| today.common(*set).count()).max();
        let groups = self.groups_with(None);
        let left = self.cover.order.restored(left);
        let placed: u32 = groups.iter().filter_map(stay).sum();
        let today = self.cover.today.iter().fold(KommunSet::EMPTY, |all, today| all.union(*today));
        let kommuner = u32::try_from(self.cover.kommuner).expect("few kommuner");
        kommuner - (placed + left.common(today).count()).min(kommuner) > most
    }
}
