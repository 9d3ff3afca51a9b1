//! From a loaded search to its result.

use num_bigint::BigUint;

use super::answer::{Limits, SearchAnswer};
use super::criteria::criterion;
use super::divisions::divisions;
use super::figures::values;
use super::groups::{codes, in_order};
use super::result::{
    ByNumberResult, GroupingResult, GroupingsResult, ReferenceResult, SearchHead, SearchResult, TodayResult,
};
use super::wide;
use crate::analysis::criteria::kilometres;
use crate::analysis::inquiry::ComputedScenario;
use crate::analysis::result::SCHEMA_VERSION;
use crate::analysis::simulation::baseline_head;
use crate::diagnostic::{Diagnostic, Diagnostics, SearchProblem};
use crate::input::search::{LoadedSearch, MOST_RANKED};
use crate::model::grouping::Grouping;
use crate::search::completions::Completions;
use crate::search::contradiction;
use crate::search::criterion::{Criterion, Sums, moved};
use crate::search::enumeration::{Wanted, Whole, Work, enumerate};
use crate::search::forbund::Allowed;
use crate::search::kommun_set::KommunSet;
use crate::search::money::Money;
use crate::search::problem::Problem;
use crate::search::ranked::{Place, Ranked};

/// Searches, and finds the places of scenarios among the groupings.
///
/// # Errors
/// If something cannot be computed of all groupings, or a scenario is none of them.
pub fn search(
    loaded: &LoadedSearch,
    scenarios: &[ComputedScenario],
    limits: Limits<'_>,
) -> Result<SearchAnswer, Diagnostics> {
    let problem = with_distances(loaded)?;
    let wrong = |error| Diagnostics::from(loaded.model_problem(&error));
    let kommuner = problem.kommuner.len();
    if kommuner > MOST_RANKED {
        return wide::counted(loaded, &problem, &limits);
    }
    let numbers = problem.conditions.numbers(kommuner);
    let most = (1..=kommuner).rev().find(|number| numbers >> number & 1 == 1).unwrap_or(1);
    let allowed = problem.allowed();
    let completions = Completions::new(&allowed, most);
    let money = Money::new(&loaded.baseline.model, &problem, kommuner).map_err(wrong)?;
    let criterion = |by| criterion(by, &loaded.rank, &problem, &money, &allowed, kommuner).map_err(wrong);
    let rank = criterion(loaded.rank.by)?;
    let pareto = loaded.rank.pareto.iter().map(|by| criterion(*by)).collect::<Result<Vec<_>, _>>()?;
    let today = problem.today_sets();
    let is_whole = today.iter().fold(KommunSet::EMPTY, |all, set| all.union(*set)) == problem.all();
    let known = known_groupings(loaded, &problem, scenarios)?;
    let place = |groups: &Vec<KommunSet>| place(&problem, &allowed, &rank, groups);
    let places: Vec<Option<Place>> = known.iter().map(place).collect();
    let payer = loaded.rank.payer;
    let value = |groups: &[KommunSet]| values(&problem, &money, payer, groups);
    let whole = Whole {
        numbers,
        today,
        most_moved: problem.conditions.moved.max.and_then(|most| most.try_into().ok()),
    };
    let counts = completions.counts(problem.all());
    let in_numbers = |number: usize| numbers >> number & 1 == 1;
    let total: u64 =
        (0..counts.len()).filter(|number| in_numbers(*number)).map(|number| counts[number]).sum();
    (limits.progress)(0, total);
    let references = places.iter().flatten().copied().collect();
    let wanted = Wanted { rank, top: loaded.rank.top, pareto, references };
    let Limits { threads, until, progress } = limits;
    let mut work = Work { threads, until, progress: &mut |seen| progress(seen, total) };
    let found = enumerate(&allowed, &completions, &whole, &wanted, &mut work);
    // What is not decided by whole groupings is counted without looking at each.
    let counted = |number: usize| match whole.most_moved {
        Some(_) => found.counts[number],
        None if in_numbers(number) => counts.get(number).copied().unwrap_or_default(),
        None => 0,
    };
    let feasible: BigUint = (0..=kommuner).map(|number| BigUint::from(counted(number))).sum();
    let contradiction = if found.complete && feasible == BigUint::ZERO {
        contradiction::smallest(&problem)
    } else {
        Vec::new()
    };
    let codes_of = |groups: &[KommunSet]| groups.iter().map(|set| codes(&problem, *set)).collect();
    let grouping = |rank: Option<usize>, groups: &[KommunSet]| GroupingResult {
        rank: rank.map(|rank| rank.to_string()),
        forbund: codes_of(groups),
        values: value(groups),
    };
    let best: Vec<Ranked> = found.best.into_list();
    let by_number = found.by_number.into_iter().enumerate().filter(|(number, _)| counted(*number) > 0);
    let by_number = by_number.map(|(number, best)| ByNumberResult {
        forbund: number,
        count: counted(number).to_string(),
        best: best.into_list().first().map(|ranked| grouping(None, &ranked.groups)),
    });
    let mut before = found.before.iter();
    let mut ranks = places.iter().map(|place| {
        let before = place.as_ref().and_then(|_| before.next())?;
        found.complete.then(|| (before + 1).to_string())
    });
    let today =
        TodayResult { feasible: places[0].is_some(), rank: ranks.next().flatten(), values: value(&known[0]) };
    let references = scenarios.iter().zip(&known[1..]).zip(&places[1..]).zip(ranks);
    let references = references.map(|(((scenario, groups), place), rank)| ReferenceResult {
        name: scenario.scenario.name.clone(),
        file: scenario.scenario.file.clone(),
        feasible: place.is_some(),
        rank,
        values: value(groups),
    });
    let result = SearchResult {
        schema_version: SCHEMA_VERSION,
        search: SearchHead { name: loaded.name.clone(), file: loaded.file.clone() },
        baseline: baseline_head(&loaded.baseline),
        kommuner: codes(&problem, problem.all()),
        groupings: GroupingsResult {
            all: divisions(kommuner).to_string(),
            feasible: Some(feasible.to_string()),
            exact: found.complete,
        },
        today,
        scenarios: references.collect(),
        best: best.iter().enumerate().map(|(at, ranked)| grouping(Some(at + 1), &ranked.groups)).collect(),
        best_by_number: by_number.collect(),
        pareto: found.front.into_list().iter().map(|ranked| grouping(None, &ranked.groups)).collect(),
        contradiction: contradiction.iter().map(|condition| condition.path()).collect(),
    };
    let best = best.into_iter().map(|ranked| ranked.groups).collect();
    let (problem, today_is_grouping) = (problem.clone(), is_whole);
    Ok(SearchAnswer { result, problem, best, today_is_grouping, contradiction, only_counted: false })
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

/// Today's grouping, and those that scenarios lead to.
fn known_groupings(
    loaded: &LoadedSearch,
    problem: &Problem,
    scenarios: &[ComputedScenario],
) -> Result<Vec<Vec<KommunSet>>, Diagnostics> {
    let mut known = vec![in_order(problem.today_sets())];
    for scenario in scenarios {
        known.push(groups_of(loaded, problem, scenario)?);
    }
    Ok(known)
}

/// The grouping that a scenario leads to.
fn groups_of(
    loaded: &LoadedSearch,
    problem: &Problem,
    scenario: &ComputedScenario,
) -> Result<Vec<KommunSet>, Diagnostics> {
    let of_scenario = &scenario.scenario;
    let same_baseline = of_scenario.baseline.says_the_same(&loaded.baseline);
    let after: &Grouping = &of_scenario.after;
    let position = |id: &_| problem.kommuner.binary_search_by_key(id, |kommun| kommun.id).ok();
    let mut groups = Vec::new();
    let mut others_stand = true;
    for row in after.rows() {
        let set: Option<KommunSet> = row.members.iter().map(position).collect();
        match set {
            Some(set) if !row.outside => groups.push(set),
            _ => {
                let mut today = loaded.baseline.model.before().forbund();
                others_stand &= today.any(|one| one.members == row.members);
            }
        }
    }
    let whole = groups.iter().fold(KommunSet::EMPTY, |all, set| all.union(*set)) == problem.all();
    if same_baseline && others_stand && whole {
        return Ok(in_order(groups));
    }
    let scenario = of_scenario.name.clone();
    Err(Diagnostic::without_place(SearchProblem::RankOtherKommuner { scenario }).into())
}

/// Where a grouping stands; `None` if it leaves out a kommun, or the conditions do not allow it.
fn place(problem: &Problem, allowed: &Allowed, rank: &Criterion<'_>, groups: &[KommunSet]) -> Option<Place> {
    let whole = groups.iter().fold(KommunSet::EMPTY, |all, set| all.union(*set));
    if whole != problem.all() || !problem.allows_grouping(groups) {
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
