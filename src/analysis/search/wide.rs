//! A search of more kommuner than can be looked at set by set: groupings are counted, and not ranked.

use std::ops::ControlFlow;
use std::time::Instant;

use num_bigint::BigUint;

use super::answer::{Limits, SearchAnswer};
use super::divisions::divisions;
use super::figures::values;
use super::groups::{codes, in_order};
use super::result::{ByNumberResult, GroupingsResult, SearchHead, SearchResult, TodayResult};
use crate::analysis::result::SCHEMA_VERSION;
use crate::analysis::simulation::baseline_head;
use crate::diagnostic::Diagnostics;
use crate::input::search::LoadedSearch;
use crate::search::frontier::{Conditions, Counts, Detail, Graph, count};
use crate::search::kommun_set::KommunSet;
use crate::search::money::Money;
use crate::search::problem::Problem;

/// The memory that counting may take.
const MOST_BYTES: usize = 1 << 30;

/// Counts, as far as memory and time suffice.
///
/// # Errors
/// If today cannot be computed.
pub(super) fn counted(
    loaded: &LoadedSearch,
    problem: &Problem,
    limits: &Limits<'_>,
) -> Result<SearchAnswer, Diagnostics> {
    let kommuner = problem.kommuner.len();
    let wrong = |error| Diagnostics::from(loaded.model_problem(&error));
    let money = Money::new(&loaded.baseline.model, problem, kommuner).map_err(wrong)?;
    let today = in_order(problem.today_sets());
    let today_is_grouping = today.iter().fold(KommunSet::EMPTY, |all, set| all.union(*set)) == problem.all();
    let counts = counts(problem, limits.until);
    let by_number = counts.as_ref().and_then(|counts| counts.by_number.clone()).unwrap_or_default();
    let by_number = by_number.iter().enumerate().filter(|(_, count)| **count > BigUint::ZERO);
    let result = SearchResult {
        schema_version: SCHEMA_VERSION,
        search: SearchHead { name: loaded.name.clone(), file: loaded.file.clone() },
        baseline: baseline_head(&loaded.baseline),
        kommuner: codes(problem, problem.all()),
        groupings: GroupingsResult {
            all: divisions(kommuner).to_string(),
            feasible: counts.as_ref().map(|counts| counts.total.to_string()),
            exact: false,
        },
        today: TodayResult {
            feasible: today_is_grouping && problem.allows_grouping(&today),
            rank: None,
            values: values(problem, &money, loaded.rank.payer, &today),
        },
        scenarios: Vec::new(),
        best: Vec::new(),
        best_by_number: by_number
            .map(|(forbund, count)| ByNumberResult { forbund, count: count.to_string(), best: None })
            .collect(),
        pareto: Vec::new(),
        contradiction: Vec::new(),
    };
    Ok(SearchAnswer {
        result,
        problem: problem.clone(),
        best: Vec::new(),
        today_is_grouping,
        contradiction: Vec::new(),
        only_counted: true,
    })
}

/// The counts; `None` where memory or time ended before.
fn counts(problem: &Problem, until: Option<Instant>) -> Option<Counts> {
    let conditions = &problem.conditions;
    let pairs = |sets: &[KommunSet]| {
        let of = |set: &KommunSet| {
            let kommuner: Vec<usize> = set.iter().collect();
            let pair = |(at, one): (usize, &usize)| {
                kommuner[at + 1..].iter().map(|other| (*one, *other)).collect::<Vec<_>>()
            };
            kommuner.iter().enumerate().flat_map(pair).collect::<Vec<_>>()
        };
        sets.iter().flat_map(of).collect()
    };
    let limit = |limit: Option<u64>, unlimited: usize| {
        limit.map_or(unlimited, |limit| usize::try_from(limit).unwrap_or(usize::MAX))
    };
    let wanted = Conditions {
        together: pairs(&conditions.together),
        apart: pairs(&conditions.apart),
        min_groups: limit(conditions.forbund.min, 0),
        max_groups: limit(conditions.forbund.max, usize::MAX),
    };
    let graph = Graph::new(problem.kommuner.len(), problem.borders.pairs());
    let watch = |_| match until {
        Some(until) if Instant::now() >= until => ControlFlow::Break(()),
        _ => ControlFlow::Continue(()),
    };
    count(&graph, &wanted, Detail::ByNumber, MOST_BYTES, watch).ok()
}
