//! Sets of kommuner as they stand in a result.

use crate::model::kommun::Kommunkod;
use crate::search::kommun_set::KommunSet;
use crate::search::problem::Problem;

/// Förbund in order of their first kommun.
pub(super) fn in_order(mut groups: Vec<KommunSet>) -> Vec<KommunSet> {
    groups.sort_unstable_by_key(|set| set.lowest());
    groups
}

/// The kommunkoder of a set.
pub(super) fn codes(problem: &Problem, set: KommunSet) -> Vec<Kommunkod> {
    problem.ids(set).into_iter().map(|id| problem.table.get(id).kommunkod).collect()
}
