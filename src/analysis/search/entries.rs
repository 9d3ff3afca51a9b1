//! What stands in a result of each grouping, whichever way it was found.

use super::divisions::divisions;
use super::figures::values;
use super::flips::Flip;
use super::groups::{codes, in_order};
use super::result::{
    ByNumberResult, FixedResult, GroupingResult, GroupingValues, GroupingsResult, ReferenceResult,
    SearchHead, SearchResult, SeatResult, TodayResult,
};
use crate::analysis::gross_and_net::GrossAndNet;
use crate::analysis::inquiry::ComputedScenario;
use crate::analysis::result::SCHEMA_VERSION;
use crate::analysis::simulation::baseline_head;
use crate::diagnostic::{Diagnostic, Diagnostics, SearchProblem};
use crate::input::search::LoadedSearch;
use crate::model::grouping::Grouping;
use crate::model::kronor::Kronor;
use crate::search::criterion::By;
use crate::search::kommun_set::KommunSet;
use crate::search::money::Money;
use crate::search::problem::Problem;
use crate::search::share::Share;

/// Makes the entries of a result.
pub(super) struct Entries<'run> {
    /// What was searched.
    pub(super) loaded: &'run LoadedSearch,
    /// The same with its distances.
    pub(super) problem: &'run Problem,
    /// Its money.
    pub(super) money: &'run Money<'run>,
    /// Scenarios whose place is asked for.
    pub(super) scenarios: &'run [ComputedScenario],
    /// Today's grouping, and theirs.
    pub(super) known: Vec<Vec<KommunSet>>,
}

/// What was found of a grouping whose place was asked for: whether it is feasible, and its place.
pub(super) type Placed = (bool, Option<String>);

/// What a search found, but for the entries.
pub(super) struct Lists {
    pub(super) groupings: GroupingsResult,
    /// Today first, then the scenarios.
    pub(super) placed: Vec<Placed>,
    pub(super) best: Vec<GroupingResult>,
    pub(super) best_by_number: Vec<ByNumberResult>,
    pub(super) best_by_fixed: Option<Vec<FixedResult>>,
    pub(super) pareto: Vec<GroupingResult>,
    pub(super) contradiction: Vec<String>,
}

impl<'run> Entries<'run> {
    /// Of a search and the scenarios whose place is asked for.
    ///
    /// # Errors
    /// If a scenario is none of the groupings.
    pub(super) fn new(
        loaded: &'run LoadedSearch,
        problem: &'run Problem,
        money: &'run Money<'run>,
        scenarios: &'run [ComputedScenario],
    ) -> Result<Self, Diagnostics> {
        let mut known = vec![in_order(problem.today_sets())];
        for scenario in scenarios {
            known.push(groups_of(loaded, problem, scenario)?);
        }
        Ok(Self { loaded, problem, money, scenarios, known })
    }

    /// Whether all searched kommuner are in a förbund today.
    pub(super) fn today_is_grouping(&self) -> bool {
        self.is_whole(&self.known[0])
    }

    /// Whether some förbund have all searched kommuner.
    pub(super) fn is_whole(&self, groups: &[KommunSet]) -> bool {
        groups.iter().fold(KommunSet::EMPTY, |all, set| all.union(*set)) == self.problem.all()
    }

    /// That of a grouping.
    pub(super) fn grouping(&self, rank: Option<usize>, groups: &[KommunSet]) -> GroupingResult {
        GroupingResult {
            rank: rank.map(|rank| rank.to_string()),
            forbund: groups.iter().map(|set| codes(self.problem, *set)).collect(),
            seats: groups.iter().filter_map(|set| self.seat(*set)).collect(),
            values: values(self.problem, self.money, self.loaded.rank.payer, groups),
        }
    }

    /// Those that are the best by what a new kansli costs.
    pub(super) fn by_fixed(&self, flips: &[Flip]) -> Vec<FixedResult> {
        let entry = |flip: &Flip| FixedResult {
            from: Kronor::new(flip.from),
            to: Kronor::new(flip.to),
            best: self.grouping(None, &flip.groups),
        };
        flips.iter().map(entry).collect()
    }

    fn seat(&self, set: KommunSet) -> Option<SeatResult> {
        let problem = self.problem;
        let code = |kommun: usize| problem.table.get(problem.kommuner[kommun].id).kommunkod;
        let (from, best) = (problem.seat(set)?, problem.best_seat(set));
        Some(SeatResult {
            sate: code(from),
            km: problem.farthest_km(set, from),
            best: best.map(|(kommun, _)| code(kommun)),
            best_km: best.map(|(_, km)| km),
        })
    }

    /// Today's figures. Kommuner that are in no förbund are in no sum of net either.
    fn today(&self) -> GroupingValues {
        let today = values(self.problem, self.money, self.loaded.rank.payer, &self.known[0]);
        GroupingValues {
            state: today.state.unchanged(),
            total: today.total.unchanged(),
            insatser: today.insatser.unchanged(),
            contribution: today.contribution.map(GrossAndNet::unchanged),
            ..today
        }
    }

    /// All of them.
    pub(super) fn result(&self, lists: Lists) -> SearchResult {
        let values = |groups| values(self.problem, self.money, self.loaded.rank.payer, groups);
        let mut placed = lists.placed.into_iter();
        let (feasible, rank) = placed.next().expect("today is asked for");
        let today = TodayResult { feasible, rank, values: self.today() };
        let scenarios = self.scenarios.iter().zip(&self.known[1..]).zip(placed);
        let is_share = self.loaded.rank.by == By::LargestShare;
        let shown = |within: i64| {
            if is_share { Share::of_worth(-within).at_most_tenths_of_percent() } else { within }
        };
        let within = lists.groupings.within.map(shown);
        let scenarios = scenarios.map(|((scenario, groups), (feasible, rank))| ReferenceResult {
            name: scenario.scenario.name.clone(),
            file: scenario.scenario.file.clone(),
            feasible,
            rank,
            values: values(groups),
        });
        SearchResult {
            schema_version: SCHEMA_VERSION,
            search: SearchHead { name: self.loaded.name.clone(), file: self.loaded.file.clone() },
            baseline: baseline_head(&self.loaded.baseline),
            kommuner: codes(self.problem, self.problem.all()),
            groupings: GroupingsResult { within, ..lists.groupings },
            today,
            scenarios: scenarios.collect(),
            best: lists.best,
            best_by_number: lists.best_by_number,
            best_by_fixed: lists.best_by_fixed,
            pareto: lists.pareto,
            contradiction: lists.contradiction,
        }
    }
}

/// How many groupings there are of so many kommuner, whatever the conditions.
pub(super) fn all_groupings(problem: &Problem) -> String {
    divisions(problem.kommuner.len()).to_string()
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
