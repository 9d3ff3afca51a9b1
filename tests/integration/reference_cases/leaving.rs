//! What cases reach in which kommuner leave, förbund are dissolved, or there are more or fewer elsewhere.

use std::collections::BTreeSet;

use crate::reference::case::{Case, Change, Part};
use crate::reference::changes::Situation;

/// What leave, dissolve and elsewhere reach.
pub(super) fn left_features(case: &Case, after: &Situation) -> Vec<&'static str> {
    let mut found = Vec::new();
    let mut with = |holds: bool, feature| {
        if holds {
            found.push(feature);
        }
    };
    let net_is_known = case.appropriation.is_some() && case.rest_forbund.is_some();
    let some_left = !after.left.is_empty() && !after.forbund.is_empty();
    with(some_left && !case.is_calibrated(), "left: nationally, out of the sums of net");
    with(some_left && case.is_calibrated() && net_is_known, "left: calibrated, net is scaled");
    with(some_left && case.is_calibrated() && !net_is_known, "left: calibrated, net is not known");
    with(
        after.left.iter().any(|code| case.forbund_of(code).is_none()),
        "left: a kommun that was in no förbund before",
    );
    with(after.left.len() == case.table.len() || after.forbund.is_empty(), "left: no förbund stands");
    with(after.elsewhere != 0 && case.is_calibrated(), "elsewhere: calibrated");
    with(after.elsewhere != 0 && !case.is_calibrated(), "elsewhere: national");
    with(after.elsewhere != 0 && some_left, "elsewhere: and some left");
    let region_of = |code: &String| &case.kommun(code).region;
    let paying: BTreeSet<&String> =
        after.forbund.iter().chain(&after.outside).flat_map(|row| &row.members).map(region_of).collect();
    with(after.left.iter().any(|code| !paying.contains(region_of(code))), "left: all kommuner of a region");
    let at = |wanted: fn(&Change) -> bool| case.changes.iter().position(wanted);
    let leaves = |change: &Change| matches!(change, Change::Leave { .. } | Change::Dissolve { .. });
    let last_left = case.changes.iter().rposition(leaves);
    let first_left = case.changes.iter().position(leaves);
    with(
        at(|change| matches!(change, Change::SharedKansli { .. })).is_some_and(|at| last_left > Some(at)),
        "left: after a kansli was shared",
    );
    with(
        last_left.is_some() && at(|change| matches!(change, Change::SharedKansli { .. })) > first_left,
        "left: before a kansli was shared",
    );
    for (verb, feature) in [
        (at(|change| matches!(change, Change::Merge { .. })), "left: with a merger"),
        (at(|change| matches!(change, Change::Split { .. })), "left: with a split"),
        (at(|change| matches!(change, Change::Create(_))), "left: with a förbund created"),
        (at(|change| matches!(change, Change::MoveTo { .. })), "left: with a move"),
        (at(|change| matches!(change, Change::MoveOutside { .. })), "left: with a move outside"),
    ] {
        with(verb.is_some() && some_left, feature);
    }
    for (index, change) in case.changes.iter().enumerate() {
        let (Change::MoveTo { kommuner, .. } | Change::Create(Part { kommuner, .. })) = change else {
            continue;
        };
        let earlier = Case { changes: case.changes[..index].to_vec(), ..case.clone() };
        let situation = Situation::after(&earlier);
        let again = kommuner.iter().any(|code| situation.left.contains(code));
        let is_move = matches!(change, Change::MoveTo { .. });
        with(again && is_move, "joins again: by a move");
        with(again && !is_move, "joins again: by create");
        with(again && case.is_calibrated(), "joins again: calibrated");
        with(again && !case.is_calibrated(), "joins again: national");
        let is_free = |code: &String| case.forbund_of(code).is_none() && !situation.is_in_a_row(code);
        with(is_move && kommuner.iter().any(is_free), "move: a kommun of no förbund joins");
        let is_named_again = |name: &String| {
            case.changes[..index]
                .iter()
                .any(|change| matches!(change, Change::Dissolve { forbund } if forbund == name))
        };
        if let Change::Create(part) = change {
            with(is_named_again(&part.name), "create: the name of a förbund that was dissolved");
        }
    }
    found
}
