//! Covering the kommuner by listed förbund, one after the other, under a budget of what they may take off the bound.

use std::ops::ControlFlow;

use super::super::kommun_set::KommunSet;
use super::super::ranked::{Best, Place};
use super::covering::{Cover, TIES};
use super::prices::{PARTS, Prices};
use super::side::Side;

/// The most that a förbund may be worth, so that sums fit into 64 bits.
const MOST_WORTH: i64 = 4_000_000_000_000;
/// Beginnings of which it is kept at first what completing them takes off, a sixteenth.
const FEWEST_KEPT: usize = 1 << 8;
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
    /// The most beginnings that are looked at; what is left of them afterwards.
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
    /// Prices for groupings of so many förbund. `most` is what so many are worth at most beside what their förbund add; those
    /// of something like it, if there are any, make it quicker. `watch` can stop the work, which leaves prices that prove
    /// less.
    pub fn priced(
        &self,
        number: usize,
        most: i64,
        near: Option<&Priced>,
        watch: &mut dyn FnMut() -> ControlFlow<()>,
    ) -> Priced {
        let near = near.and_then(|near| near.prices.as_ref());
        self.at_prices(number, most, |cover| Some(Prices::of(cover, number, near, watch)))
    }

    /// What prices prove of groupings of so many förbund.
    fn at_prices(&self, number: usize, most: i64, prices: impl FnOnce(&Self) -> Option<Prices>) -> Priced {
        let of_number = if self.counts_worth { i128::from(most) * i128::from(TIES) } else { 0 };
        let worths = || self.columns.iter().map(|column| self.worth(column));
        let Some((least, most)) = worths().min().zip(worths().max()) else {
            return Priced { number, least: 0, bound: 0, prices: None };
        };
        let count = i128::try_from(number).expect("few förbund");
        let kommuner = i128::try_from(self.kommuner).expect("few kommuner");
        // No grouping can be worth less than so many of the worst förbund when all have moved.
        let least = of_number + i128::from(least) * count - kommuner;
        let fits = worths().all(|worth| worth.abs() <= MOST_WORTH * TIES);
        let prices = if fits { prices(self) } else { None };
        let bound = match &prices {
            Some(prices) => of_number * i128::from(PARTS) + prices.bound(self, number),
            None => (of_number + i128::from(most) * count) * i128::from(PARTS),
        };
        Priced { number, least, bound, prices }
    }

    /// Prices that were found when förbund had other worths. `most` is what their number adds at most.
    #[must_use]
    pub fn priced_again(&self, known: &Priced, most: i64) -> Priced {
        let prices = known.prices.as_ref();
        self.at_prices(known.number, most, |cover| prices.map(|prices| prices.raised(cover)))
    }

    /// Shows the list the best groupings at these prices, and says how far that is proved.
    pub fn search(&self, known: &Priced, list: &mut Best, patience: &mut Patience<'_>) -> Outcome {
        if self.columns.is_empty() || known.is_of_none() {
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
            sides: vec![0; self.sides.len()],
            groups: Vec::new(),
            kept: Vec::new(),
            budget: 0,
            nodes: 0,
            seen: 0,
            stopped: false,
            list,
            patience,
        };
        let (mut proved, mut budget) = (-1, PARTS);
        let outcome = loop {
            let needed = walk.needed().min(everything);
            if needed <= proved {
                break Outcome::Proved;
            }
            walk.budget = budget.min(needed);
            walk.keep_more();
            walk.choose(&over);
            walk.cover(KommunSet::first(self.kommuner), 0);
            if walk.stopped {
                let most = known.bound - i128::from(proved.max(0));
                break Outcome::AtMost(most.div_euclid(i128::from(PARTS)));
            }
            proved = walk.budget;
            budget = budget.saturating_mul(4);
        };
        let nodes = walk.nodes;
        patience.most = patience.most.saturating_sub(nodes);
        outcome
    }

    /// What groupings may take off another sum, at its prices, that are to be worth so much of it; `None` where none is.
    /// The columns are those of the search, with what they are worth of that sum.
    #[must_use]
    pub fn side(&self, known: &Priced, least: i64) -> Option<Side> {
        let most = known.bound - self.least_key_of(least) * i128::from(PARTS);
        let most = i64::try_from(most).unwrap_or(if most < 0 { -1 } else { i64::MAX });
        let over = |prices: &Prices| self.columns.iter().map(|column| prices.over(self, column)).collect();
        (most >= 0).then(|| Side {
            over: known.prices.as_ref().map_or_else(|| vec![0; self.columns.len()], over),
            most,
        })
    }
}

impl Priced {
    /// Of how many förbund.
    #[must_use]
    pub fn number(&self) -> usize {
        self.number
    }

    /// Whether it is proved that there are no groupings.
    #[must_use]
    pub fn is_of_none(&self) -> bool {
        self.bound < self.least * i128::from(PARTS)
    }

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
    /// are numbered by the order. With the place of each among all.
    columns: Vec<(i64, KommunSet, usize)>,
    starts: Vec<usize>,
    /// What the förbund chosen so far take off each of the further sums.
    sides: Vec<i64>,
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
    /// Makes room to keep what completing beginnings takes off, the more the longer the search is: most are short.
    fn keep_more(&mut self) {
        let wanted = usize::try_from(self.nodes).unwrap_or(usize::MAX).clamp(FEWEST_KEPT, 1 << 40);
        let wanted = (wanted * 16).next_power_of_two().min(self.patience.kept);
        if wanted > self.kept.len() {
            self.kept = vec![Kept { left: KommunSet::EMPTY, more: 0, over: 0 }; wanted];
        }
    }

    /// What groupings may take off that can still come into the list.
    fn needed(&self) -> i64 {
        let known = self.list.last_of_all().map(|last| self.cover.key(&last.place));
        let Some(least) = known.max(self.cover.least_key) else { return i64::MAX };
        let needed = self.bound - least * i128::from(PARTS);
        i64::try_from(needed).unwrap_or(if needed < 0 { -1 } else { i64::MAX }).max(-1)
    }

    /// Takes the columns that take off no more than the budget.
    fn choose(&mut self, over: &[i64]) {
        let sides = self.cover.sides;
        let is_within =
            |at: usize| over[at] <= self.budget && sides.iter().all(|side| side.over[at] <= side.most);
        let within = self.cover.columns.iter().enumerate().filter(|(at, _)| is_within(*at));
        let chosen = within.map(|(at, column)| (over[at], self.cover.order.ordered(column.set), at));
        self.columns = chosen.collect();
        self.columns.sort_unstable_by_key(|(over, set, _)| (set.lowest(), *over, *set));
        let start = |lowest| self.columns.partition_point(|(_, set, _)| set.lowest() < Some(lowest));
        self.starts = (0..=self.cover.kommuner).map(start).collect();
    }

    /// Whether a grouping can come into the list that begins so and takes off so much at least.
    fn may_take(&self, left: KommunSet, over: i64) -> bool {
        if over > self.budget {
            return false;
        }
        let key = (self.bound - i128::from(over)).div_euclid(i128::from(PARTS));
        if self.cover.least_key.is_some_and(|least| key < least) {
            return false;
        }
        let Some(last) = self.list.last_of_all() else { return true };
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
            let (over, set, at) = self.columns[column];
            if taken + over > self.budget {
                least = least.min(over);
                break;
            }
            if !set.is_within(left) {
                continue;
            }
            self.groups.push(set);
            let rest = left.without(set);
            let may_take = self.take_sides(at) && self.may_take(rest, taken + over);
            let of_rest = if may_take { self.cover(rest, taken + over) } else { 0 };
            self.give_back_sides(at);
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

    /// Takes a column off the further sums, and says whether all can still be reached.
    fn take_sides(&mut self, at: usize) -> bool {
        let mut reach = true;
        for (side, taken) in self.cover.sides.iter().zip(&mut self.sides) {
            *taken += side.over[at];
            reach &= *taken <= side.most;
        }
        reach
    }

    fn give_back_sides(&mut self, at: usize) {
        for (side, taken) in self.cover.sides.iter().zip(&mut self.sides) {
            *taken -= side.over[at];
        }
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
