//! From a loaded search to its result.

use std::sync::Arc;

use num_bigint::BigUint;

use super::answer::{Limits, Progress, SearchAnswer, Way};
use super::criteria::criterion;
use super::entries::{Entries, Lists, all_groupings};
use super::flips::flips;
use super::result::{ByNumberResult, GroupingsResult};
use super::wide;
use crate::analysis::assumption::Assumption;
use crate::analysis::criteria::kilometres;
use crate::analysis::inquiry::{self, ComputedScenario};
use crate::diagnostic::{Diagnostic, Diagnostics, SearchProblem, Source};
use crate::input::search::LoadedSearch;
use crate::search::completions::Completions;
use crate::search::contradiction;
use crate::search::criterion::{Criterion, Sums, moved};
use crate::search::enumeration::{Wanted, Whole, Work, enumerate};
use crate::search::forbund::Allowed;
use crate::search::kommun_set::KommunSet;
use crate::search::money::Money;
use crate::search::problem::Problem;
use crate::search::ranked::{Place, Ranked};

/// Groupings up to which they are gone through again to find what kansli costs decide.
const MOST_FOR_FLIPS: u64 = 1_000_000;

/// Searches, and finds the places of scenarios among the groupings.
///
/// # Errors
/// If something cannot be computed of all groupings, or a scenario is none of them.
pub fn search(
    loaded: &LoadedSearch,
    scenarios: &[ComputedScenario],
    mut limits: Limits<'_>,
) -> Result<SearchAnswer, Diagnostics> {
    let problem = with_distances(loaded)?;
    let wrong = |error| Diagnostics::from(loaded.model_problem(&error));
    let kommuner = problem.kommuner.len();
    let money = Money::new(&loaded.baseline.model, &problem, kommuner).map_err(wrong)?;
    let entries = Entries::new(loaded, &problem, &money, scenarios)?;
    let numbers = problem.conditions.numbers(kommuner);
    let most = (1..=kommuner).rev().find(|number| numbers >> number & 1 == 1).unwrap_or(1);
    let fits = || Completions::bytes(kommuner, most) <= limits.memory;
    if kommuner > limits.most_enumerated || !fits() {
        return wide::answer(&entries, &mut limits);
    }
    let allowed = problem.allowed();
    let completions = Completions::new(&allowed, most);
    let criterion =
        |by| criterion(by, &loaded.rank, &problem, &money, Some(&allowed), kommuner).map_err(wrong);
    let rank = criterion(loaded.rank.by)?;
    let pareto = loaded.rank.pareto.iter().map(|by| criterion(*by)).collect::<Result<Vec<_>, _>>()?;
    let place = |groups: &Vec<KommunSet>| place(&entries, &allowed, &rank, groups);
    let places: Vec<Option<Place>> = entries.known.iter().map(place).collect();
    let whole = Whole {
        numbers,
        today: problem.today_sets(),
        most_moved: problem.conditions.moved.max.and_then(|most| most.try_into().ok()),
    };
    let counts = completions.counts(problem.all());
    let in_numbers = |number: usize| numbers >> number & 1 == 1;
    let total: u64 =
        (0..counts.len()).filter(|number| in_numbers(*number)).map(|number| counts[number]).sum();
    (limits.progress)(Progress::LookedAt { seen: 0, all: total, best: None });
    let references = places.iter().flatten().copied().collect();
    let wanted = Wanted { rank, top: loaded.rank.top, pareto, references };
    let Limits { threads, until, progress, .. } = limits;
    let mut tell = |seen, best| progress(Progress::LookedAt { seen, all: total, best });
    let mut work = Work { threads, until, progress: &mut tell };
    let found = enumerate(&allowed, &completions, &whole, &wanted, &mut work);
    // What is not decided by whole groupings is counted without looking at each.
    let counted = |number: usize| match whole.most_moved {
        Some(_) => found.counts[number],
        None if in_numbers(number) => counts.get(number).copied().unwrap_or_default(),
        None => 0,
    };
    let best_of = |problem: &Problem, _: &[&Ranked]| {
        let allowed = problem.allowed();
        let rank = self::criterion(loaded.rank.by, &loaded.rank, problem, &money, Some(&allowed), kommuner)?;
        let wanted = Wanted { rank, top: 1, pareto: Vec::new(), references: Vec::new() };
        let mut work = Work { threads, until, progress: &mut |_, _| {} };
        let found = enumerate(&allowed, &completions, &whole, &wanted, &mut work);
        Ok(found.best.into_list().into_iter().next().filter(|_| found.complete))
    };
    let flips = if total <= MOST_FOR_FLIPS && found.complete {
        flips(&problem, &wanted.rank, best_of).map_err(wrong)?
    } else {
        None
    };
    let feasible: BigUint = (0..=kommuner).map(|number| BigUint::from(counted(number))).sum();
    let contradiction = if found.complete && feasible == BigUint::ZERO {
        contradiction::smallest(&problem)
    } else {
        Vec::new()
    };
    let best: Vec<Ranked> = found.best.into_list();
    let by_number = found.by_number.into_iter().enumerate().filter(|(number, _)| counted(*number) > 0);
    let by_number = by_number.map(|(number, best)| ByNumberResult {
        forbund: number,
        count: Some(counted(number).to_string()),
        best: best.into_list().first().map(|ranked| entries.grouping(None, &ranked.groups)),
    });
    let mut before = found.before.iter();
    let standing = places.iter().map(|place| {
        let before = place.as_ref().and_then(|_| before.next());
        (place.is_some(), before.filter(|_| found.complete).map(|before| (before + 1).to_string()))
    });
    let result = entries.result(Lists {
        groupings: GroupingsResult {
            all: all_groupings(&problem),
            feasible: Some(feasible.to_string()),
            exact: found.complete,
            proved: found.complete,
            ties_proved: found.complete,
            within: found.complete.then_some(0),
            pareto_proved: found.complete || loaded.rank.pareto.is_empty(),
        },
        placed: standing.collect(),
        best: best.iter().enumerate().map(|(at, one)| entries.grouping(Some(at + 1), &one.groups)).collect(),
        best_by_number: by_number.collect(),
        best_by_fixed: flips.map(|flips| entries.by_fixed(&flips)),
        pareto: found.front.into_list().iter().map(|one| entries.grouping(None, &one.groups)).collect(),
        contradiction: contradiction.iter().map(|condition| condition.path()).collect(),
    });
    Ok(SearchAnswer {
        result,
        best: best.into_iter().map(|ranked| ranked.groups).collect(),
        today_is_grouping: entries.today_is_grouping(),
        problem: problem.clone(),
        contradiction,
        way: Way::Enumerated,
    })
}

/// What the figures of today rest on, which those of every grouping are computed with too.
///
/// # Panics
/// If today cannot be computed, of which a search has told.
#[must_use]
pub fn today_assumptions(loaded: &LoadedSearch) -> Vec<Assumption> {
    let text = Arc::new(Source::new(loaded.file.clone(), "name = \"-\"\nbaseline = \"-\"\n".to_owned()));
    let today = inquiry::compute_over(&loaded.baseline, &text).expect("what was searched is computed");
    let result = today.scenarios.into_iter().next().expect("one that was asked for").result;
    result.assumptions
}

/// The problem with the distances between its kommuner.
fn with_distances(loaded: &LoadedSearch) -> Result<Problem, Diagnostics> {
    let mut problem = loaded.problem.clone();
    let ids: Vec<_> = problem.kommuner.iter().map(|kommun| kommun.id).collect();
    for (from, kommun) in ids.iter().zip(&mut problem.kommuner) {
        let km = |to: &_| kilometres(&loaded.baseline, *from, *to).and_then(|km| u32::try_from(km).ok());
        kommun.km_to = ids.iter().map(km).collect();
    }
    let placeless = problem.kommuner.iter().enumerate().filter(|(at, kommun)| kommun.km_to[*at].is_none());
    let placeless: Vec<String> =
        placeless.map(|(_, kommun)| problem.table.get(kommun.id).name.clone()).collect();
    if let Some(span) = &loaded.distance_at
        && !placeless.is_empty()
    {
        let unknown = SearchProblem::FigureUnknown { by: "farthest_km".to_owned(), kommuner: placeless };
        return Err(Diagnostic::at(unknown, &loaded.text, span.clone()).into());
    }
    Ok(problem)
}

/// Where a grouping stands; `None` if it leaves out a kommun, or the conditions do not allow it.
fn place(
    entries: &Entries<'_>,
    allowed: &Allowed,
    rank: &Criterion<'_>,
    groups: &[KommunSet],
) -> Option<Place> {
    let problem = entries.problem;
    if !entries.is_whole(groups) || !problem.allows_grouping(groups) {
        return None;
    }
    let kommuner = problem.all().count();
    let moved = moved(groups, &problem.today_sets());
    let mut sums = Sums::NONE;
    for set in groups {
        let (place, forbund) = allowed.of(*set)?;
        sums = sums.with(place, forbund, rank.payer());
    }
    Some(Place::of(rank.worth(groups, &sums, kommuner, moved), moved, groups))
}
