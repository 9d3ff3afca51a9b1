//! Groupings as scenarios, which other commands compute.

use std::sync::Arc;

use crate::diagnostic::Source;
use crate::input::baseline::LoadedBaseline;
use crate::input::document::At;
use crate::input::grouping_scenario;
use crate::input::grouping_table::{GroupingTable, ListedForbund};
use crate::input::scenario_file::{ChangeSection, ScenarioFile, Verb};
use crate::model::grouping::Row;
use crate::model::kansli::Cost;
use crate::model::kommun::KommunId;
use crate::model::kronor::Kronor;
use crate::model::name::canonical;
use crate::search::kommun_set::KommunSet;
use crate::search::problem::Problem;
use crate::text::language::Language;
use crate::text::say;

/// The scenario that makes a grouping, called `name`. Every new förbund states its kansli, if that is known, and so does
/// one that stays where its kansli would else be another than in the search: it keeps its part of what is shared today
/// with one that does not stay, and the search has costs for a kansli that is unknown.
#[must_use]
pub fn scenario(
    problem: &Problem,
    baseline: &LoadedBaseline,
    groups: &[KommunSet],
    name: String,
    language: Language,
) -> ScenarioFile {
    let before = baseline.model.before();
    let is_searched = |kommun: &_| problem.kommuner.iter().any(|one| one.id == *kommun);
    let mut forbund: Vec<ListedForbund> = Vec::new();
    // What is not searched stands as today.
    for row in before.forbund().filter(|row| !row.members.iter().any(is_searched)) {
        forbund.push(listed(row.name.clone(), Some(row.id), &row.members));
    }
    let mut costs: Vec<(String, Option<Kronor>)> = Vec::new();
    let mut groups_anew: Vec<Vec<KommunId>> = Vec::new();
    for set in groups {
        let ids = problem.ids(*set);
        if let Some(row) = before.forbund().find(|row| row.members == ids) {
            forbund.push(listed(row.name.clone(), Some(row.id), &ids));
            continue;
        }
        let name = new_name(problem, baseline, *set, language);
        let kansli = problem.forbund(*set).and_then(|forbund| forbund.kansli).map(Kronor::new);
        costs.push((name.clone(), kansli));
        forbund.push(listed(name, None, &ids));
        groups_anew.push(ids);
    }
    let source = Arc::new(Source::new(String::new(), String::new()));
    let table = GroupingTable { source, forbund, left_out: Vec::new() };
    let mut file = grouping_scenario::scenario(&table, name, baseline);
    let cost = |name: &At<String>| {
        let kansli = costs.iter().find(|(known, _)| *known == name.value).and_then(|(_, kansli)| *kansli)?;
        Some(At { value: Cost::sum(kansli), span: 0..0 })
    };
    for change in &mut file.changes {
        match &mut change.verb {
            Some(
                Verb::Merge { into: name, .. } | Verb::Move { to: name, .. } | Verb::Create { name, .. },
            ) => {
                change.kansli = cost(name);
            }
            Some(Verb::Split { into, .. }) => {
                for part in into {
                    part.kansli = part.name.as_ref().and_then(cost);
                }
            }
            _ => {}
        }
    }
    let set_of = |row: &Row| groups.iter().copied().find(|set| problem.ids(*set) == row.members);
    let stays = |row: &Row| {
        !groups_anew.iter().any(|set: &Vec<KommunId>| set.iter().any(|one| row.members.contains(one)))
    };
    let shared_with_another = |row: &Row| {
        row.shared
            .iter()
            .any(|part| before.forbund().any(|other| other.takes_part(part.kansli) && !stays(other)))
    };
    for row in before.forbund().filter(|row| stays(row)) {
        let today = baseline.model.kansli_today(row.id);
        let kansli = match today {
            Some(today) => shared_with_another(row).then_some(today),
            None => set_of(row).and_then(|set| problem.forbund(set)?.kansli).map(Kronor::new),
        };
        let Some(kansli) = kansli else { continue };
        let name = At { value: row.name.clone(), span: 0..0 };
        file.changes.push(ChangeSection {
            verb: Some(Verb::Keep { forbund: name }),
            kansli: Some(At { value: Cost::sum(kansli), span: 0..0 }),
            ..ChangeSection::default()
        });
    }
    file
}

fn listed(name: String, today: Option<crate::model::row_id::RowId>, ids: &[KommunId]) -> ListedForbund {
    let at = |value| At { value, span: 0..0 };
    ListedForbund {
        name: At { value: name, span: 0..0 },
        today,
        members: ids.iter().map(|id| at(*id)).collect(),
    }
}

/// What a new förbund is called: after its largest kommun, as no other one is.
fn new_name(problem: &Problem, baseline: &LoadedBaseline, set: KommunSet, language: Language) -> String {
    let size = |kommun: &usize| problem.kommuner[*kommun].befolkning_16_64;
    let mut kommuner: Vec<usize> = set.iter().collect();
    kommuner.sort_by_key(|kommun| std::cmp::Reverse(size(kommun)));
    let largest = &problem.table.get(problem.kommuner[kommuner[0]].id).name;
    let mut name = match kommuner.len() {
        1 => largest.clone(),
        _ => say!(language, "{largest} med flera", "{largest} and others"),
    };
    while baseline.model.before().row_named(&canonical(&name)).is_some() {
        name = say!(language, "{name} (nytt)", "{name} (new)");
    }
    name
}
