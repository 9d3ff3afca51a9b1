//! Which rows a side has: a year within which the grouping changes has those of its end, and then förbund that ended in
//! it, each with what it has in its months.

use std::collections::BTreeSet;

use crate::analysis::assumption::Assumption;
use crate::analysis::result::{ForbundResult, ScenarioResult};

/// The förbund that there are after the changes, at the end of the year where there is a path.
pub(super) fn at_the_end(result: &ScenarioResult) -> Vec<&ForbundResult> {
    let figures = &result.figures;
    let names: BTreeSet<&str> =
        figures.kommuner.iter().filter_map(|kommun| kommun.forbund_after.as_deref()).collect();
    figures.after.gross.forbund.iter().filter(|row| names.contains(row.name.as_str())).collect()
}

/// Whether the grouping changes within the year of the figures, so that a förbund has money of some months only.
pub(super) fn have_months(result: &ScenarioResult) -> bool {
    let last = result.path.as_ref().and_then(|path| path.years.last()).map(|last| last.year);
    let within = |last: i64| {
        let is_of_last =
            |one: &Assumption| matches!(one, Assumption::PartOfYear { years } if years.contains(&last));
        result.assumptions.iter().any(is_of_last)
    };
    last.is_some_and(within)
}
