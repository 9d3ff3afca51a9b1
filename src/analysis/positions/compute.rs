//! What the parties think of an alternative.

use std::collections::BTreeSet;

use super::{named, remedy};
use crate::analysis::result::Figures;
use crate::analysis::stance::{ArgumentResult, Meaning, PartyResult, PositionsResult, Stance};
use crate::input::at::At;
use crate::input::positions::{Position, is_today};
use crate::input::scenario::LoadedScenario;
use crate::model::board::{Party, seats_of_kommuner};
use crate::model::grouping::Grouping;
use crate::model::kommun::{Kommuner, RegionId};
use crate::model::name::folded;

/// What the parties think of a scenario; `None` where its baseline says nothing of that.
#[must_use]
pub fn stance(scenario: &LoadedScenario, figures: &Figures) -> Option<Stance> {
    let (baseline, stated) = (&scenario.baseline, &scenario.baseline.positions);
    if stated.is_empty() {
        return None;
    }
    let model = &baseline.model;
    let mut parties: Vec<PartyResult> =
        stated.positions.iter().map(|position| party(position, scenario, figures)).collect();
    parties.extend(silent(scenario).into_iter().map(|silent| {
        let position =
            Position { party: silent, forbund: None, ranking: Vec::new(), reject: Vec::new(), source: None };
        party(&position, scenario, figures)
    }));
    let arguments = |is_meant: &dyn Fn(&str) -> bool| {
        let meant = stated.arguments.iter().filter(|argument| is_meant(&argument.alternative.value));
        let arguments = meant.map(|argument| ArgumentResult {
            is_for: argument.is_for,
            text: argument.text.clone(),
            party: argument.party.map(|party| model.baseline().party(party).to_owned()),
            source: argument.source.clone(),
        });
        arguments.collect()
    };
    let mut seen = BTreeSet::new();
    let names = stated.named().filter(|name| seen.insert(folded(&name.value)));
    let names = names.map(|name| (name.value.clone(), meaning(&name.value, scenario)));
    Some(Stance {
        is_today: scenario.changes.is_empty(),
        of_today: arguments(&is_today),
        named: names.collect(),
        result: PositionsResult {
            accepted_by_all: parties.iter().all(|party| !party.rejects),
            parties,
            arguments: arguments(&|name| named::means(name, scenario)),
        },
    })
}

fn meaning(written: &str, scenario: &LoadedScenario) -> Meaning {
    if is_today(written) {
        Meaning::Today
    } else if named::means(written, scenario) {
        Meaning::This
    } else {
        Meaning::Other
    }
}

/// The members of today's förbund that nothing is said of: kommuner, then regions, then the state's.
fn silent(scenario: &LoadedScenario) -> Vec<Party> {
    let model = &scenario.baseline.model;
    let kommuner = &model.baseline().kommuner;
    let members: Vec<_> =
        model.baseline().forbund.iter().flat_map(|forbund| forbund.members.iter().copied()).collect();
    let mut regions: Vec<RegionId> = Vec::new();
    for member in &members {
        let region = kommuner.get(*member).region;
        if !regions.contains(&region) {
            regions.push(region);
        }
    }
    let of_kommuner = seats_of_kommuner(&members, kommuner).into_iter().map(Party::Kommun);
    let all = of_kommuner.chain(regions.into_iter().map(Party::Region));
    let all = all.chain(Party::OF_STATE.map(|(party, _)| party));
    let stated = &scenario.baseline.positions.positions;
    all.filter(|party| stated.iter().all(|position| position.party != *party)).collect()
}

fn party(position: &Position, scenario: &LoadedScenario, figures: &Figures) -> PartyResult {
    let model = &scenario.baseline.model;
    let means_this = |name: &At<String>| named::means(&name.value, scenario);
    let means_today = |name: &At<String>| is_today(&name.value);
    let rejects = position.reject.iter().any(means_this);
    let is_member = |grouping: &Grouping| is_member(position.party, grouping, &model.baseline().kommuner);
    let member = is_member(&scenario.after);
    // Who is a member today and not afterwards is one of a förbund that the alternative changes.
    let blocks = rejects && (member || is_member(model.before()));
    PartyResult {
        party: model.baseline().party(position.party).to_owned(),
        kind: position.party.into(),
        forbund: forbund(position, scenario),
        answered: position.is_answer(),
        rank: rank(&position.ranking, means_this),
        rejects,
        rank_of_today: rank(&position.ranking, means_today),
        rejects_today: position.reject.iter().any(means_today),
        member,
        blocks,
        remedy: if blocks { remedy::remedy(position.party, scenario, figures) } else { None },
        source: position.source.clone(),
    }
}

/// The förbund of today that a position is about.
fn forbund(position: &Position, scenario: &LoadedScenario) -> Option<String> {
    let model = &scenario.baseline.model;
    match (position.party, position.forbund) {
        (Party::Board(place), _) | (_, Some(place)) => Some(model.baseline().forbund[place].name.clone()),
        (Party::Kommun(kommun), None) => {
            let parts = model.baseline().kommuner.parts(kommun);
            let mut names = parts.filter_map(|part| model.before().row_of(part)).map(|row| &row.name);
            let first = names.next()?;
            names.all(|name| name == first).then(|| first.clone())
        }
        _ => None,
    }
}

/// How many alternatives are better than the one that is meant, and one.
fn rank(ranking: &[Vec<At<String>>], is_meant: impl Fn(&At<String>) -> bool) -> Option<usize> {
    let place = ranking.iter().position(|equal| equal.iter().any(&is_meant))?;
    Some(1 + ranking[..place].iter().map(Vec::len).sum::<usize>())
}

/// Whether a party is a member of some förbund of a grouping, one outside the baseline included. The state's parties are
/// members of all, boards of none.
fn is_member(party: Party, grouping: &Grouping, kommuner: &Kommuner) -> bool {
    let mut members = grouping.rows().iter().flat_map(|row| &row.members);
    match party {
        Party::Kommun(kommun) => kommuner.parts(kommun).any(|part| grouping.holds(part)),
        Party::Region(region) => members.any(|member| kommuner.get(*member).region == region),
        Party::Forsakringskassan | Party::Arbetsformedlingen => members.next().is_some(),
        Party::Board(_) => false,
    }
}
