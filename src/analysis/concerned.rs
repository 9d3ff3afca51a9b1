//! The part of a result that the changes concern: who decides on an alternative, and what changes for them.

use std::collections::{BTreeMap, BTreeSet};

use super::result::{Contribution, Figures, ForbundResult, RegionResult, ScenarioResult, SideResult, Total};
use crate::model::kronor::Kronor;

/// A result with those förbund alone that are others afterwards, with their kommuner and what the regions pay to them.
/// Where none is, all of them.
#[must_use]
pub fn concerned(result: &ScenarioResult) -> ScenarioResult {
    let figures = &result.figures;
    let names = names(figures);
    if names.is_empty() {
        return result.clone();
    }
    let of_names = |row: &&ForbundResult| names.contains(row.name.as_str());
    let side = |side: &SideResult| {
        let forbund: Vec<ForbundResult> = side.forbund.iter().filter(of_names).cloned().collect();
        let others = side.forbund.iter().filter(|row| !of_names(row) && !row.outside).count();
        let others = i64::try_from(others).expect("a count of rows");
        // How many there are is how many there are at the end.
        let total = Total { forbund: side.total.forbund - others, ..Total::of(&forbund) };
        SideResult { forbund, total }
    };
    let before = side(&figures.before);
    let after = figures.after.as_ref().map(side);
    let takes_part = |forbund: &Option<String>| forbund.as_deref().is_some_and(|name| names.contains(name));
    let kommuner = figures.kommuner.iter();
    let kommuner = kommuner
        .filter(|kommun| takes_part(&kommun.forbund_before) || takes_part(&kommun.forbund_after))
        .cloned();
    let concerned = Figures {
        delta: after.as_ref().map(|after| after.total.less(&before.total)),
        kommuner: kommuner.collect(),
        regions: regions(&before, &after.gross, after.net.as_ref()),
        before,
        after,
        ..figures.clone()
    };
    ScenarioResult { figures: concerned, ..result.clone() }
}

/// The förbund that have other kommuner or another kansli on one side than on the other, or are on one side only.
fn names(figures: &Figures) -> BTreeSet<&str> {
    let (before, after) = (&figures.before, &figures.after.gross);
    let differs = |row: &&ForbundResult, other: &SideResult| {
        other.of(&row.name).is_none_or(|other| (&other.members, other.kansli) != (&row.members, row.kansli))
    };
    let ceased = before.forbund.iter().filter(|row| differs(row, after));
    let made = after.forbund.iter().filter(|row| differs(row, before));
    ceased.chain(made).map(|row| row.name.as_str()).collect()
}

/// What each region pays to these förbund.
fn regions(before: &SideResult, gross: &SideResult, net: Option<&SideResult>) -> Vec<RegionResult> {
    let sums = |side: &SideResult| {
        let mut sums: BTreeMap<String, Kronor> = BTreeMap::new();
        for part in side.forbund.iter().flat_map(|row| &row.regions) {
            let sum = sums.entry(part.region.clone()).or_default();
            *sum = *sum + part.amount;
        }
        sums
    };
    let (before, gross, net) = (sums(before), sums(gross), net.map(sums));
    let names: BTreeSet<&String> = before.keys().chain(gross.keys()).collect();
    let pays = |sums: &BTreeMap<String, Kronor>, name: &String| sums.get(name).copied();
    let contribution = |name: &String| {
        Contribution::new(pays(&before, name), pays(&gross, name), net.as_ref().map(|net| pays(net, name)))
    };
    names
        .into_iter()
        .map(|name| RegionResult { region: name.clone(), contribution: contribution(name) })
        .collect()
}
