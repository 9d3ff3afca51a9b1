//! A search of more kommuner than can be looked at set by set: groupings are counted by their frontier and ranked best
//! first, as far as memory and time suffice.

use std::ops::ControlFlow;
use std::time::Instant;

use num_bigint::BigUint;

use super::answer::{Limits, Progress, SearchAnswer, Way};
use super::criteria::criterion;
use super::entries::{Entries, Lists, Placed, all_groupings};
use super::flips::{Flip, flips};
use super::list::List;
use super::listed::Listed;
use super::result::{ByNumberResult, GroupingsResult};
use super::trade_offs::TradeOffs;
use super::weakest;
use crate::diagnostic::Diagnostics;
use crate::input::search::Rank;
use crate::model::error::ModelError;
use crate::search::best_first::{BestFirst, Patience};
use crate::search::carried::{Carried, frontier_conditions};
use crate::search::conditions::Condition;
use crate::search::contradiction;
use crate::search::cover::Priced;
use crate::search::criterion::Criterion;
use crate::search::frontier::{CountError, Detail, Diagram, Graph, Progress as Passed, count};
use crate::search::kommun_set::KommunSet;
use crate::search::money::Money;
use crate::search::placing::place;
use crate::search::problem::Problem;
use crate::search::ranked::Ranked;

/// Sets of conditions that are counted to find the smallest that contradict each other.
const MOST_TRIED: usize = 40;
/// The most förbund that are listed to find conditions that contradict each other.
const MOST_CONTRADICTING: usize = 100_000;
/// The most förbund that are listed to find trade-offs, and to count: more take too long.
const MOST_LISTED: usize = 500_000;
/// The most sets of kommuner that may be left on the way to count covers, and the bytes that each takes.
const MOST_STATES: usize = 2_000_000;
const BYTES_OF_STATE: usize = 500;
/// The most groupings that are looked at to prove the best ones: some seconds.
const MOST_SEEN: usize = 500_000;
/// The most that are looked at for the best one of a number of förbund.
const MOST_SEEN_OF_NUMBER: usize = 5_000;

/// Counts and ranks.
///
/// # Errors
/// If something cannot be computed of all groupings.
pub(super) fn answer(entries: &Entries<'_>, limits: &mut Limits<'_>) -> Result<SearchAnswer, Diagnostics> {
    let (loaded, problem) = (entries.loaded, entries.problem);
    let kommuner = problem.kommuner.len();
    let wrong = |error| Diagnostics::from(loaded.model_problem(&error));
    let rank =
        criterion(loaded.rank.by, &loaded.rank, problem, entries.money, None, kommuner).map_err(wrong)?;
    let counts = if problem.conditions.are_carried() {
        Frontier::new(problem, limits).counts()
    } else {
        let listed = Listed::new(problem, entries.money, &loaded.rank, &rank, MOST_LISTED, limits);
        let most = limits.memory / 4 / BYTES_OF_STATE;
        listed.and_then(|listed| listed.counts(most.min(MOST_STATES), limits.progress))
    };
    let counted = |number: usize| counts.as_ref().map(|counts| counts[number].clone());
    let asked = Asked { problem, money: entries.money, rank: &loaded.rank, counts: counts.as_deref() };
    let mut prices = Vec::new();
    let (list, way) = asked.ranked(&rank, &mut prices, limits).map_err(wrong)?;
    let trade_offs = asked.trade_offs(&rank, limits).map_err(wrong)?;
    let flips = asked.flips(&rank, &list, &mut prices, limits).map_err(wrong)?;
    let proof = list.proof;
    let has_none = list.is_whole() && list.best.is_empty();
    let feasible: Option<BigUint> = counts.as_ref().map(|counts| counts.iter().sum());
    let feasible = feasible.or_else(|| has_none.then_some(BigUint::ZERO));
    let by_number = (0..=kommuner).filter_map(|forbund| {
        let best = list.by_number.iter().find(|one| one.groups.len() == forbund);
        let count = counted(forbund);
        let is_there = best.is_some() || count.as_ref().is_some_and(|count| *count > BigUint::ZERO);
        is_there.then(|| ByNumberResult {
            forbund,
            count: count.map(|count| count.to_string()),
            best: best.map(|one| entries.grouping(None, &one.groups)),
        })
    });
    let is_known = feasible.is_some();
    let contradiction =
        if feasible == Some(BigUint::ZERO) { contradiction(entries, &rank, limits) } else { Vec::new() };
    let result = entries.result(Lists {
        groupings: GroupingsResult {
            all: all_groupings(problem),
            feasible: feasible.map(|feasible| feasible.to_string()),
            exact: is_known && proof.values && proof.ties,
            proved: proof.values,
            ties_proved: proof.ties,
            within: proof.within.and_then(|within| i64::try_from(within).ok()),
            pareto_proved: trade_offs.is_whole,
        },
        placed: entries.known.iter().map(|groups| placed(entries, &list, groups)).collect(),
        best: (1..).zip(&list.best).map(|(at, one)| entries.grouping(Some(at), &one.groups)).collect(),
        best_by_number: by_number.collect(),
        best_by_fixed: flips.map(|flips| entries.by_fixed(&flips)),
        pareto: trade_offs.list.iter().map(|one| entries.grouping(None, &one.groups)).collect(),
        contradiction: contradiction.iter().map(|condition| condition.path()).collect(),
    });
    Ok(SearchAnswer {
        result,
        problem: problem.clone(),
        best: list.best.into_iter().map(|ranked| ranked.groups).collect(),
        today_is_grouping: entries.today_is_grouping(),
        contradiction,
        way,
    })
}

/// What is asked of the groupings.
#[derive(Clone, Copy)]
struct Asked<'run> {
    problem: &'run Problem,
    money: &'run Money<'run>,
    rank: &'run Rank,
    /// How many there are of each number of förbund, if that is known.
    counts: Option<&'run [BigUint]>,
}

impl Asked<'_> {
    /// The best groupings, by the förbund that may be where these are few, else by the frontier, and how they were found.
    fn ranked(
        &self,
        rank: &Criterion<'_>,
        prices: &mut Vec<Priced>,
        limits: &mut Limits<'_>,
    ) -> Result<(List, Way), ModelError> {
        let problem = self.problem;
        let has_frontier = self.has_frontier();
        let mut covered = |known: &List, listed: &Listed<'_>, limits: &mut Limits<'_>| {
            if weakest::decides(self.rank.by) {
                return Ok(listed.by_weakest(limits.progress));
            }
            listed.ranked(known, prices, limits.progress)
        };
        let first = self.listed(rank, limits);
        let first = first.map(|listed| covered(&List::default(), &listed, limits)).transpose()?;
        let (is_listed, mut list) = (first.is_some(), first.unwrap_or_default());
        let mut way = if is_listed { Way::BestFirst } else { Way::TooMany };
        if has_frontier && !list.is_whole() {
            let is_there = |number: usize| self.counts.is_none_or(|counts| counts[number] > BigUint::ZERO);
            let found = Frontier::new(problem, limits).ranked(rank, self.rank.top, is_there);
            match found {
                Ok(found) if !is_listed || found.says_more(&list) => (list, way) = (found, Way::BestFirst),
                Err(ended) if !is_listed => way = ended,
                _ => {}
            }
            if !is_listed
                && !list.is_whole()
                && let Some(listed) = Listed::new(problem, self.money, self.rank, rank, usize::MAX, limits)
            {
                let found = covered(&list, &listed, limits)?;
                if found.says_more(&list) {
                    (list, way) = (found, Way::BestFirst);
                }
            }
        }
        let is_late = limits.until.is_some_and(|until| Instant::now() >= until);
        if is_late && list.best.is_empty() && !list.is_whole() {
            way = Way::OutOfMemoryOrTime;
        }
        Ok((list, way))
    }

    /// Whether the frontier leads to the best.
    fn has_frontier(&self) -> bool {
        let problem = self.problem;
        problem.conditions.are_carried() && Carried::to_rank(problem, self.rank.by, false).is_ok()
    }

    /// The förbund that may be, where covering the kommuner with them comes first.
    fn listed<'all>(&'all self, rank: &'all Criterion<'_>, limits: &mut Limits<'_>) -> Option<Listed<'all>> {
        let few = if self.has_frontier() { limits.most_covered } else { usize::MAX };
        Listed::new(self.problem, self.money, self.rank, rank, few, limits)
    }

    /// The groupings that no other one beats, where the förbund that may be are few enough to be listed.
    fn trade_offs(&self, rank: &Criterion<'_>, limits: &mut Limits<'_>) -> Result<TradeOffs, ModelError> {
        let nothing = TradeOffs { list: Vec::new(), is_whole: self.rank.pareto.is_empty() };
        if nothing.is_whole {
            return Ok(nothing);
        }
        let listed = Listed::new(self.problem, self.money, self.rank, rank, MOST_LISTED, limits);
        listed.map_or(Ok(nothing), |listed| listed.trade_offs(limits.progress))
    }

    /// What kansli costs decide, where the best are proved.
    fn flips(
        &self,
        rank: &Criterion<'_>,
        list: &List,
        prices: &mut Vec<Priced>,
        limits: &mut Limits<'_>,
    ) -> Result<Option<Vec<Flip>>, ModelError> {
        if !list.is_whole() || list.best.is_empty() {
            return Ok(None);
        }
        let first = Rank { top: 1, ..self.rank.clone() };
        flips(self.problem, rank, |problem, known| {
            let kommuner = problem.kommuner.len();
            let rank = criterion(first.by, &first, problem, self.money, None, kommuner)?;
            let again = |one: &Ranked| {
                let place = place(problem, &rank, &one.groups);
                Ranked { place, groups: one.groups.clone() }
            };
            let known = known.iter().copied().chain(&list.best).chain(&list.by_number);
            let known: Vec<Ranked> = known.map(again).collect();
            let listed = Listed::new(problem, self.money, &first, &rank, limits.most_covered, limits);
            listed.map_or(Ok(None), |listed| listed.best_again(&known, prices, limits.progress))
        })
    }
}

/// The conditions that contradict each other, as far as the time suffices.
fn contradiction(entries: &Entries<'_>, rank: &Criterion<'_>, limits: &mut Limits<'_>) -> Vec<Condition> {
    let problem = entries.problem;
    let mut is_infeasible = |some: &[Condition]| {
        let fewer = Problem { conditions: problem.conditions.only(some), ..problem.clone() };
        if contradiction::is_plain(&fewer) {
            return true;
        }
        if fewer.conditions.are_carried() {
            let counts = Frontier::new(&fewer, limits).counts();
            return counts.is_some_and(|counts| counts.iter().all(|count| *count == BigUint::ZERO));
        }
        let (money, asked) = (entries.money, &entries.loaded.rank);
        let listed = Listed::new(&fewer, money, asked, rank, MOST_CONTRADICTING, limits);
        listed.and_then(|listed| listed.has_none(limits.progress)) == Some(true)
    };
    let all = problem.conditions.each();
    let smallest = contradiction::smallest_by(&all, MOST_TRIED, &mut is_infeasible);
    // All of them do, where it takes too long to tell which; unless nothing is possible without any.
    if smallest.is_empty() && !is_infeasible(&[]) { all } else { smallest }
}

/// Whether a grouping is feasible, and its place if it is in the list: nothing is known of those after it.
fn placed(entries: &Entries<'_>, found: &List, groups: &[KommunSet]) -> Placed {
    let is_feasible = entries.is_whole(groups) && entries.problem.allows_grouping(groups);
    let at = found.best.iter().position(|ranked| ranked.groups == *groups).filter(|_| is_feasible);
    // Where the order of the last ones is not proved, those before them have their places all the same.
    let is_proved = |at: usize| {
        let (Some(one), Some(last)) = (found.best.get(at), found.best.last()) else { return false };
        found.proof.ties || found.proof.values && one.place.worth != last.place.worth
    };
    (is_feasible, at.filter(|at| is_proved(*at)).map(|at| (at + 1).to_string()))
}

/// What is searched as a graph whose vertices are passed one after the other.
struct Frontier<'run> {
    problem: &'run Problem,
    graph: Graph,
    until: Option<Instant>,
    /// Bytes that may be taken.
    memory: usize,
    progress: &'run mut dyn FnMut(Progress),
}

impl<'run> Frontier<'run> {
    fn new(problem: &'run Problem, limits: &'run mut Limits<'_>) -> Self {
        let kommuner = problem.kommuner.len();
        let graph = Graph::new(kommuner, problem.borders.pairs());
        let Limits { until, memory, progress, .. } = limits;
        Self { problem, graph, until: *until, memory: *memory, progress: &mut **progress }
    }

    /// Tells how far it is, and looks at the clock.
    fn watch(&mut self, Passed { step, steps, states }: Passed) -> ControlFlow<()> {
        (self.progress)(Progress::Passed { step, steps, states });
        match self.until {
            Some(until) if Instant::now() >= until => ControlFlow::Break(()),
            _ => ControlFlow::Continue(()),
        }
    }

    fn diagram(&mut self, carried: &Carried<'_>, bytes: usize) -> Result<Diagram, CountError> {
        let conditions = frontier_conditions(self.problem);
        let graph = self.graph.clone();
        Diagram::new(&graph, &conditions, carried, bytes, |passed| self.watch(passed))
    }

    /// How many groupings there are of each number of förbund; `None` where memory or time ended before.
    fn counts(&mut self) -> Option<Vec<BigUint>> {
        let carried = Carried::to_count(self.problem);
        if carried.is_plain() {
            let conditions = frontier_conditions(self.problem);
            let (graph, memory) = (self.graph.clone(), self.memory);
            let counts = count(&graph, &conditions, Detail::ByNumber, memory, |passed| self.watch(passed));
            return counts.ok()?.by_number;
        }
        Some(self.diagram(&carried, self.memory).ok()?.counts())
    }

    /// The best groupings, of all and of each number of förbund that there is.
    fn ranked(
        &mut self,
        rank: &Criterion<'_>,
        top: usize,
        is_there: impl Fn(usize) -> bool,
    ) -> Result<List, Way> {
        // Where it can be carried how many kommuner stay, equal groupings come in order; else more must be looked at.
        let mut carried = None;
        for counts_staying in [true, false] {
            let rule = Carried::to_rank(self.problem, rank.by, counts_staying);
            let rule = rule.map_err(|_| Way::TooMany)?;
            let bytes = if counts_staying { self.memory / 4 } else { self.memory / 2 };
            match self.diagram(&rule, bytes) {
                Ok(diagram) => {
                    carried = Some((rule, diagram));
                    break;
                }
                Err(CountError::TooLarge { .. }) => {}
                Err(_) => return Err(Way::OutOfMemoryOrTime),
            }
        }
        let (carried, diagram) = carried.ok_or(Way::OutOfMemoryOrTime)?;
        let completions = diagram.completions();
        let kommuner = self.problem.kommuner.len();
        let best_first = BestFirst {
            problem: self.problem,
            carried: &carried,
            rank,
            completions: &completions,
            numbers: self.problem.conditions.numbers(kommuner),
        };
        let patience = |most| Patience { most, bytes: self.memory / 4, until: self.until };
        let (best, proof) = best_first.top(u64::MAX, top, patience(MOST_SEEN), &mut |seen, best| {
            (self.progress)(Progress::Ranked { seen, best });
        });
        let of_number = |number: usize| {
            let (found, of_found) =
                best_first.top(1 << number, 1, patience(MOST_SEEN_OF_NUMBER), &mut |_, _| {});
            let found = found.into_iter().filter(|_| of_found.values);
            // The order of equal ones may be known of the best of all only.
            let of_best = best.iter().find(|one| one.groups.len() == number).filter(|_| proof.values);
            found.chain(of_best.cloned()).min_by_key(|one| one.place)
        };
        let by_number: Vec<Ranked> =
            (1..=kommuner).filter(|number| is_there(*number)).filter_map(of_number).collect();
        Ok(List { best, by_number, proof })
    }
}
