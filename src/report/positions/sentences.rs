//! What the first sentences of a report say of the parties.

use super::compared::Compared;
use super::preferences::standings;
use crate::analysis::result::ScenarioResult;
use crate::analysis::stance::Majority;
use crate::report::words::positions as words;
use crate::text::language::Language;

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
    let accepted = changing().filter(|one| one.parties.iter().all(|party| !party.rejects));
    let accepted: Vec<&str> = accepted.map(|one| one.name).collect();
    if !accepted.is_empty() {
        sentences.push(words::accepted(language, &accepted));
    }
    let winner = Majority::condorcet(&standings(&compared), compared.alternatives.len());
    sentences.extend(winner.map(|winner| words::preferred(language, compared.alternatives[winner].name)));
    sentences
}
