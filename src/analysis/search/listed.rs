//! Groupings ranked by covering the kommuner with the förbund that the conditions allow, where these can be listed.

use std::cmp::Reverse;
use std::ops::ControlFlow;
use std::time::Instant;

use num_bigint::BigUint;

use super::answer::{Limits, Progress};
use super::list::List;
use crate::input::search::Rank;
use crate::model::error::ModelError;
use crate::search::best_first::Proof;
use crate::search::cover::{Column, Cover, Order, Outcome, Patience, Priced, count};
use crate::search::criterion::{By, Criterion};
use crate::search::forbund::Forbund;
use crate::search::kommun_set::KommunSet;
use crate::search::money::Money;
use crate::search::placing::place;
use crate::search::problem::Problem;
use crate::search::ranked::{Best, Place, Ranked};

/// Bytes that searching takes for each förbund beside what is known of it: as a column, by what it takes off, in order.
const BYTES: usize = 100;
/// Beginnings that are looked at before prices are found for what is asked alone.
pub(super) const WITH_OTHER_PRICES: u64 = 3_000;
/// Beginnings that are looked at for the best one of a number of förbund.
pub(super) const MOST_OF_NUMBER: u64 = 500_000;
/// Beginnings that are looked at for the best one if a new kansli costs a sum, of one number of förbund.
const MOST_OF_SUM: u64 = 2_000_000;
/// The most beginnings of which it is kept what completing them takes off.
const MOST_KEPT: usize = 1 << 21;

/// The förbund that the conditions allow, with what groupings of them are ranked by.
pub(super) struct Listed<'run> {
    pub(super) problem: &'run Problem,
    pub(super) money: &'run Money<'run>,
    pub(super) rank: &'run Rank,
    pub(super) criterion: &'run Criterion<'run>,
    pub(super) forbund: Vec<Forbund>,
    pub(super) today: Vec<KommunSet>,
    pub(super) order: Order,
    pub(super) kept: usize,
    pub(super) until: Option<Instant>,
}

/// Förbund that groupings are made of, and what decides their order.
pub(super) struct Part<'run> {
    pub(super) columns: &'run [Column],
    /// Whether groupings are ranked by what their förbund add; else by who has moved alone.
    pub(super) counts_worth: bool,
    /// The worth that a grouping must have to count, where only one does.
    pub(super) only: Option<i64>,
}

impl<'run> Listed<'run> {
    /// `None` where there are more than `most`, or memory or time ends before.
    pub(super) fn new(
        problem: &'run Problem,
        money: &'run Money<'run>,
        rank: &'run Rank,
        criterion: &'run Criterion<'run>,
        most: usize,
        limits: &mut Limits<'_>,
    ) -> Option<Self> {
        let most = most.min(limits.memory / 2 / (size_of::<Forbund>() + BYTES));
        let forbund = problem.list(|forbund| {
            (limits.progress)(Progress::Listed { forbund });
            go_on(forbund <= most && !is_late(limits.until))
        })?;
        if forbund.len() > most {
            return None;
        }
        let columns: Vec<Column> = forbund.iter().map(|one| Column { set: one.set, worth: 0 }).collect();
        // A power of two that takes an eighth of the memory at most; a few for each förbund are enough.
        let kept = (limits.memory / 8 / 32).min(64 * forbund.len()).clamp(1, MOST_KEPT);
        Some(Self {
            order: Order::of(problem.kommuner.len(), &columns),
            today: problem.today_sets(),
            kept: 1 << kept.ilog2(),
            until: limits.until,
            problem,
            money,
            rank,
            criterion,
            forbund,
        })
    }

    /// The best groupings, of all and of each number of förbund, as far as time suffices; `known` are some of them. Prices
    /// are added to those found.
    ///
    /// # Errors
    /// If an amount is too large.
    pub(super) fn ranked(
        &self,
        known: &List,
        found: &mut Vec<Priced>,
        progress: &mut dyn FnMut(Progress),
    ) -> Result<List, ModelError> {
        let mut best = Best::of_most(self.rank.top);
        for ranked in known.best.iter().chain(&known.by_number) {
            best.show(&ranked.place, &ranked.groups);
        }
        // The numbers that may have the best ones first.
        let mut priced = Vec::new();
        for number in self.numbers() {
            let near = priced.last().map(|(_, near)| near);
            let own = self.by_rank(number, |part| self.priced(part, number, near))?;
            priced.push((number, own));
        }
        found.extend(priced.iter().map(|(_, own)| own.clone()));
        priced.sort_by_key(|(number, prices)| (Reverse(prices.at_most()), *number));
        let mut unproved: Option<i128> = None;
        for (number, prices) in &priced {
            if let Outcome::AtMost(most) = self.search(*number, prices, &mut best, u64::MAX, progress)? {
                unproved = unproved.max(Some(most));
            }
        }
        let best = best.into_list();
        let mut by_number = Vec::new();
        for (number, prices) in priced.iter().filter(|_| !self.is_late()) {
            let mut first = Best::of_most(1);
            for ranked in best.iter().chain(&known.by_number).filter(|one| one.groups.len() == *number) {
                first.show(&ranked.place, &ranked.groups);
            }
            if self.search(*number, prices, &mut first, MOST_OF_NUMBER, progress)? == Outcome::Proved {
                by_number.extend(first.into_list());
            }
        }
        by_number.sort_by_key(|ranked| ranked.groups.len());
        let proof = self.proof(&best, unproved);
        Ok(List { best, by_number, proof })
    }

    /// The best grouping, where some are known that may be it, and prices were found for other worths of the förbund, which are
    /// added to; `None` where there is none, or a little work does not prove it.
    ///
    /// # Errors
    /// If an amount is too large.
    pub(super) fn best_again(
        &self,
        known: &[Ranked],
        found: &mut Vec<Priced>,
        progress: &mut dyn FnMut(Progress),
    ) -> Result<Option<Ranked>, ModelError> {
        let mut best = Best::of_most(1);
        for ranked in known {
            best.show(&ranked.place, &ranked.groups);
        }
        // The numbers that may have the best one first.
        let mut priced = Vec::new();
        for number in self.numbers() {
            let again = |known: &Priced| {
                self.by_rank(number, |part| {
                    self.cover(part, |cover| cover.priced_again(known, self.of_number(number)))
                })
            };
            let known = found.iter().filter(|known| known.number() == number);
            let again = known.map(again).collect::<Result<Vec<_>, _>>()?;
            priced.extend(again.into_iter().min_by_key(Priced::at_most));
        }
        priced.sort_by_key(|prices| (Reverse(prices.at_most()), prices.number()));
        for again in priced {
            let number = again.number();
            if self.search(number, &again, &mut best, WITH_OTHER_PRICES, progress)? == Outcome::Proved {
                continue;
            }
            let own = self.by_rank(number, |part| self.priced(part, number, Some(&again)))?;
            if self.search(number, &own, &mut best, MOST_OF_SUM, progress)? != Outcome::Proved {
                return Ok(None);
            }
            found.push(own);
        }
        Ok(best.into_list().into_iter().next())
    }

    /// Shows the list the best groupings of so many förbund at these prices, looking at so many beginnings at most.
    fn search(
        &self,
        number: usize,
        prices: &Priced,
        list: &mut Best,
        most: u64,
        progress: &mut dyn FnMut(Progress),
    ) -> Result<Outcome, ModelError> {
        let mut watch = self.watch(progress);
        let mut patience = self.patience(most, false, &mut watch);
        self.by_rank(number, |part| self.cover(part, |cover| cover.search(prices, list, &mut patience)))
    }

    /// Asks something of all förbund with what they add to a grouping of so many.
    fn by_rank<Answer>(
        &self,
        number: usize,
        ask: impl FnOnce(&Part<'_>) -> Answer,
    ) -> Result<Answer, ModelError> {
        let columns = self.columns(number)?;
        Ok(ask(&Part { columns: &columns, counts_worth: self.counts_worth(), only: None }))
    }

    /// How many groupings there are of each number of förbund; `None` where more than so many sets of kommuner are left on the
    /// way, or time ends before. Who has moved in all is not known on the way.
    pub(super) fn counts(&self, most: usize, progress: &mut dyn FnMut(Progress)) -> Option<Vec<BigUint>> {
        if self.most_moved().is_some() {
            return None;
        }
        let steps = self.problem.kommuner.len();
        let mut watch = |passed: usize, states: usize| {
            progress(Progress::Passed { step: passed + 1, steps, states });
            go_on(!self.is_late())
        };
        let columns: Vec<Column> = self.forbund.iter().map(|one| Column { set: one.set, worth: 0 }).collect();
        let counts = count(steps, &columns, &self.order, most, &mut watch)?;
        let numbers = self.problem.conditions.numbers(steps);
        let is_allowed = |number: usize| numbers >> number & 1 == 1;
        let of_number = |(number, count)| BigUint::from(if is_allowed(number) { count } else { 0_u128 });
        Some(counts.into_iter().enumerate().map(of_number).collect())
    }

    /// Whether there is no grouping; `None` where that takes too long to tell.
    pub(super) fn has_none(&self, progress: &mut dyn FnMut(Progress)) -> Option<bool> {
        let column = |forbund: &Forbund| Column { set: forbund.set, worth: 0 };
        let columns: Vec<Column> = self.forbund.iter().map(column).collect();
        let part = Part { columns: &columns, counts_worth: false, only: None };
        let mut first = Best::of_most(1);
        let mut has_none = Some(true);
        for number in self.numbers() {
            let prices = self.priced(&part, number, None);
            let mut watch = self.watch(progress);
            let mut patience = self.patience(MOST_OF_NUMBER, true, &mut watch);
            let outcome = self.cover(&part, |cover| cover.search(&prices, &mut first, &mut patience));
            if first.first().is_some() {
                return Some(false);
            }
            has_none = has_none.filter(|_| outcome == Outcome::Proved);
        }
        has_none
    }

    /// What is proved where no grouping that was not seen has a higher key.
    fn proof(&self, best: &[Ranked], unproved: Option<i128>) -> Proof {
        let Some(most) = unproved else { return Proof::WHOLE };
        let last = best.last().filter(|_| best.len() == self.rank.top);
        let part = Part { columns: &[], counts_worth: self.counts_worth(), only: None };
        let within =
            last.map(|last| self.cover(&part, |cover| cover.difference(most, cover.key(&last.place))));
        let within = within.map(|within| within.max(0));
        Proof { values: within == Some(0), ties: false, within }
    }

    /// The numbers of förbund that the conditions allow, as far as can be told at once.
    pub(super) fn numbers(&self) -> impl Iterator<Item = usize> {
        let (problem, kommuner) = (self.problem, self.problem.kommuner.len());
        let numbers = problem.conditions.numbers(kommuner);
        let is_allowed = move |number: &usize| numbers >> number & 1 == 1;
        (1..=kommuner).filter(is_allowed).filter(|number| problem.may_become(problem.all(), *number))
    }

    /// Whether förbund add something to what is ranked by.
    fn counts_worth(&self) -> bool {
        self.rank.by != By::Moved
    }

    /// What each förbund adds to the worth of a grouping of so many.
    fn columns(&self, number: usize) -> Result<Vec<Column>, ModelError> {
        let column = |forbund: &Forbund| {
            Ok(Column { set: forbund.set, worth: self.added(self.rank.by, forbund, number)? })
        };
        self.forbund.iter().map(column).collect()
    }

    /// What a förbund adds, at most, to what a grouping of so many is worth by something that förbund add up to.
    ///
    /// # Errors
    /// If an amount is too large.
    pub(super) fn added(&self, by: By, forbund: &Forbund, number: usize) -> Result<i64, ModelError> {
        let (net, payer) = (self.rank.net, self.rank.payer);
        Ok(match by {
            By::Insatser | By::Kansli => {
                -forbund.kansli.expect("groupings are ranked by known kanslier only")
            }
            By::Ledamoter => -i64::from(forbund.ledamoter),
            By::Contribution => match payer.filter(|payer| forbund.set.contains(*payer)) {
                None => 0,
                Some(payer) => {
                    let pays = self.money.contributions(net, forbund.set, payer, number)?;
                    -pays.expect("net figures are known where they count")[0]
                }
            },
            _ => 0,
        })
    }

    /// What a grouping of so many förbund is worth at most beside what they add.
    fn of_number(&self, number: usize) -> i64 {
        self.criterion.of_number.get(number).map_or(0, |[_, most]| *most)
    }

    /// Prices for groupings of so many of some förbund.
    pub(super) fn priced(&self, part: &Part<'_>, number: usize, near: Option<&Priced>) -> Priced {
        let mut watch = self.go_on();
        self.cover(part, |cover| cover.priced(number, self.of_number(number), near, &mut watch))
    }

    /// The most kommuner that may have moved.
    pub(super) fn most_moved(&self) -> Option<u32> {
        self.problem.conditions.moved.max.and_then(|most| u32::try_from(most).ok())
    }

    /// Looks at the clock.
    pub(super) fn go_on(&self) -> impl FnMut() -> ControlFlow<()> + use<> {
        let until = self.until;
        move || go_on(!is_late(until))
    }

    /// How long is looked.
    pub(super) fn patience<'watch>(
        &self,
        most: u64,
        until_full: bool,
        watch: &'watch mut dyn FnMut(u64, Option<i64>) -> ControlFlow<()>,
    ) -> Patience<'watch> {
        Patience { most, until_full, kept: self.kept, watch }
    }

    /// Whether time has ended.
    pub(super) fn is_late(&self) -> bool {
        is_late(self.until)
    }

    /// Tells how many groupings were compared, and looks at the clock.
    pub(super) fn watch<'watch>(
        &self,
        progress: &'watch mut dyn FnMut(Progress),
    ) -> impl FnMut(u64, Option<i64>) -> ControlFlow<()> + use<'watch> {
        let until = self.until;
        move |seen, best| {
            progress(Progress::Ranked { seen, best });
            go_on(!is_late(until))
        }
    }

    /// Asks something of the kommuner as they are to be covered by some förbund.
    pub(super) fn cover<Answer>(&self, part: &Part<'_>, ask: impl FnOnce(&Cover<'_>) -> Answer) -> Answer {
        let most_moved = self.most_moved();
        let place_of = |groups: &[KommunSet]| -> Option<Place> {
            let place = place(self.problem, self.criterion, groups);
            let counts = most_moved.is_none_or(|most| place.moved <= most)
                && part.only.is_none_or(|only| place.worth == only);
            counts.then_some(place)
        };
        ask(&Cover {
            kommuner: self.problem.kommuner.len(),
            columns: part.columns,
            order: &self.order,
            today: &self.today,
            counts_worth: part.counts_worth,
            most_moved,
            least_key: None,
            sides: &[],
            place: &place_of,
            can_complete: &|left, number| self.problem.may_become(left, number),
        })
    }
}

fn is_late(until: Option<Instant>) -> bool {
    until.is_some_and(|until| Instant::now() >= until)
}

fn go_on(may: bool) -> ControlFlow<()> {
    if may { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
}
