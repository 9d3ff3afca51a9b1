//! The boards of a scenario, today and after the changes.

use rust_decimal::Decimal;

use super::result::{BoardResult, BoardSide, BoardTotal, BoardsResult, PartyTime};
use crate::analysis::board_terms::{Terms, are_stated, terms};
use crate::input::scenario::LoadedScenario;
use crate::model::board::{self, Party};
use crate::model::grouping::{Grouping, Row};
use crate::model::kronor::Kronor;

/// The boards; `None` where the files say nothing of them.
#[must_use]
pub fn boards(scenario: &LoadedScenario) -> Option<BoardsResult> {
    are_stated(scenario).then(|| BoardsResult {
        before: side(scenario, scenario.baseline.model.before(), false),
        after: side(scenario, &scenario.after, true),
    })
}

fn side(scenario: &LoadedScenario, grouping: &Grouping, is_after: bool) -> BoardSide {
    let model = &scenario.baseline.model;
    let baseline = model.baseline();
    let mut forbund = Vec::new();
    let mut parties: Vec<(Party, PartyTime)> = Vec::new();
    // Who else is on the boards outside the baseline is not known.
    for row in grouping.forbund().filter(|row| !row.outside) {
        let terms = terms(row, scenario, is_after);
        let seats = board::parties(&row.members, &baseline.kommuner);
        forbund.push(of_forbund(row, seats.len(), terms));
        for party in seats {
            let time = of_party(party, baseline.party(party), terms);
            match parties.iter_mut().find(|(known, _)| *known == party) {
                Some((_, sum)) => *sum = add(sum, &time),
                None => parties.push((party, time)),
            }
        }
    }
    parties.sort_by_key(|(party, _)| *party);
    let total = total(&forbund);
    BoardSide { forbund, parties: parties.into_iter().map(|(_, time)| time).collect(), total }
}

fn of_forbund(row: &Row, parties: usize, terms: Terms) -> BoardResult {
    let count = Decimal::from(parties);
    BoardResult {
        name: row.name.clone(),
        parties,
        ledamoter: terms.ledamoter * parties,
        ersattare: terms.ersattare.map(|ersattare| ersattare * parties),
        moten: terms.moten,
        timmar: terms.timmar.map(|timmar| (timmar * count).normalize()),
        arvoden: terms.arvoden.map(|arvoden| std::iter::repeat_n(arvoden, parties).sum()),
    }
}

fn of_party(party: Party, name: &str, terms: Terms) -> PartyTime {
    PartyTime {
        party: name.to_owned(),
        kind: party.into(),
        boards: 1,
        ledamoter: terms.ledamoter,
        ersattare: terms.ersattare,
        moten: terms.moten,
        timmar: terms.timmar.map(|timmar| timmar.normalize()),
        arvoden: terms.arvoden,
    }
}

/// What a party has on several boards. What is not known of one is not known of all.
fn add(one: &PartyTime, other: &PartyTime) -> PartyTime {
    PartyTime {
        party: one.party.clone(),
        kind: one.kind,
        boards: one.boards + other.boards,
        ledamoter: one.ledamoter + other.ledamoter,
        ersattare: one.ersattare.zip(other.ersattare).map(|(one, other)| one + other),
        moten: one.moten.zip(other.moten).map(|(one, other)| one + other),
        timmar: one.timmar.zip(other.timmar).map(|(one, other)| (one + other).normalize()),
        arvoden: one.arvoden.zip(other.arvoden).map(|(one, other)| one + other),
    }
}

fn total(forbund: &[BoardResult]) -> BoardTotal {
    let timmar: Option<Decimal> = forbund.iter().map(|one| one.timmar).sum();
    let arvoden: Option<Vec<Kronor>> = forbund.iter().map(|one| one.arvoden).collect();
    BoardTotal {
        ledamoter: forbund.iter().map(|one| one.ledamoter).sum(),
        ersattare: forbund.iter().map(|one| one.ersattare).sum(),
        moten: forbund.iter().map(|one| one.moten).sum(),
        timmar: timmar.map(|timmar| timmar.normalize()),
        arvoden: arvoden.map(|all| all.into_iter().sum()),
    }
}
