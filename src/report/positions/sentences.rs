//! What the first sentences of a report say of the parties.

use super::compared::Compared;
use crate::analysis::result::ScenarioResult;
use crate::analysis::stance::{Majority, Standing};
use crate::report::words::positions as words;
use crate::text::language::Language;

/// Which parties reject an alternative, and which of them block it; `None` where nobody rejects it.
#[must_use]
pub fn rejected(result: &ScenarioResult, language: Language) -> Option<String> {
    let compared = Compared::new(std::slice::from_ref(result), language)?;
    let parties = &result.stance.as_ref()?.result.parties;
    let rejecting: Vec<_> = parties.iter().filter(|party| party.rejects).collect();
    let names: Vec<String> = rejecting.iter().map(|party| compared.name(party)).collect();
    let is_blocked = rejecting.iter().any(|party| party.blocks);
    (!names.is_empty()).then(|| words::rejected(language, &names, is_blocked))
}

/// Which alternatives are blocked and by whom, which of them nobody rejects, and which one more parties prefer to each of
/// the others than not.
#[must_use]
pub fn sentences(results: &[ScenarioResult], language: Language) -> Vec<String> {
    let Some(compared) = Compared::new(results, language).filter(Compared::has_positions) else {
        return Vec::new();
    };
    let changing = || compared.alternatives.iter().filter(|one| !one.is_today);
    let mut sentences = Vec::new();
    for one in changing() {
        let blockers = one.parties.iter().filter(|party| party.blocks);
        let blockers: Vec<String> = blockers.map(|party| compared.name(party)).collect();
        if !blockers.is_empty() {
            sentences.push(words::blocked(language, one.name, &blockers));
        }
    }
    let parties = compared.by_party();
    let accepted = changing().filter(|one| one.parties.iter().all(|party| !party.rejects));
    let accepted: Vec<(&str, usize)> = accepted
        .map(|one| {
            let says_nothing = |place: &usize| one.standing_at(*place) == Standing::Unranked;
            (one.name, parties.iter().filter(|places| places.iter().all(says_nothing)).count())
        })
        // That nobody rejects what nobody has answered about says nothing.
        .filter(|(_, silent)| *silent < parties.len())
        .collect();
    if !accepted.is_empty() {
        sentences.push(words::accepted(language, &accepted, parties.len()));
    }
    let winner = Majority::condorcet(&compared.voters(), compared.alternatives.len());
    sentences.extend(winner.map(|winner| words::preferred(language, compared.alternatives[winner].name)));
    sentences
}
