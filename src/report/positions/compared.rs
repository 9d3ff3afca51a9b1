//! Today and the alternatives of one baseline, as its parties look at them.

use crate::analysis::assumption::Assumption;
use crate::analysis::result::ScenarioResult;
use crate::analysis::stance::{ArgumentResult, Meaning, PartyKind, PartyResult, Standing, Voter};
use crate::report::words::positions as words;
use crate::text::label::labels;
use crate::text::language::Language;

/// Today and the alternatives that change something, as the parties look at them.
pub(super) struct Compared<'run> {
    pub(super) alternatives: Vec<Alternative<'run>>,
    /// What each result says of all names.
    pub(super) named: Vec<&'run [(String, Meaning)]>,
    pub(super) language: Language,
}

/// Today, or an alternative.
pub(super) struct Alternative<'run> {
    pub(super) name: &'run str,
    pub(super) is_today: bool,
    /// Whether it lets förbund share a kansli.
    pub(super) shares_kansli: bool,
    /// What the parties say of today by its name alone, where no alternative without changes has names of its own.
    by_name: bool,
    pub(super) parties: &'run [PartyResult],
    pub(super) arguments: &'run [ArgumentResult],
}

impl<'run> Compared<'run> {
    pub(super) fn new(results: &'run [ScenarioResult], language: Language) -> Option<Self> {
        let stances: Vec<_> = results.iter().filter_map(|one| Some((one, one.stance.as_ref()?))).collect();
        let (_, first) = stances.first()?;
        let unchanged = stances.iter().find(|(_, stance)| stance.is_today).map(|(_, stance)| &stance.result);
        let mut alternatives = vec![Alternative {
            name: labels(language).today,
            is_today: true,
            shares_kansli: false,
            by_name: unchanged.is_none(),
            parties: unchanged.map_or(&first.result.parties, |result| &result.parties),
            arguments: unchanged.map_or(&first.of_today, |result| &result.arguments),
        }];
        let changing = stances.iter().filter(|(_, stance)| !stance.is_today);
        alternatives.extend(changing.map(|(result, stance)| Alternative {
            name: &result.head.scenario.name,
            is_today: false,
            shares_kansli: result.assumptions.iter().any(|assumption| {
                matches!(assumption, Assumption::KansliShared { .. } | Assumption::KansliItemsShared { .. })
            }),
            by_name: false,
            parties: &stance.result.parties,
            arguments: &stance.result.arguments,
        }));
        let named = stances.iter().map(|(_, stance)| stance.named.as_slice()).collect();
        Some(Self { alternatives, named, language })
    }

    /// The parties: the same of each alternative.
    pub(super) fn parties(&self) -> &'run [PartyResult] {
        self.alternatives[0].parties
    }

    pub(super) fn has_positions(&self) -> bool {
        self.parties().iter().any(|party| party.answered)
    }

    /// The places of the positions of each party.
    pub(super) fn by_party(&self) -> Vec<Vec<usize>> {
        let parties = self.parties();
        let mut by_party: Vec<Vec<usize>> = Vec::new();
        for (place, party) in parties.iter().enumerate() {
            match by_party.iter_mut().find(|known| is_same(&parties[known[0]], party)) {
                Some(known) => known.push(place),
                None => by_party.push(vec![place]),
            }
        }
        by_party
    }

    /// How each party that has answered looks at each alternative.
    pub(super) fn voters(&self) -> Vec<Voter> {
        let of_position = |place: usize| self.alternatives.iter().map(move |one| one.standing_at(place));
        let voters = self.by_party().into_iter().map(|places| -> Voter {
            let answered = places.into_iter().filter(|place| self.parties()[*place].answered);
            answered.map(|place| of_position(place).collect()).collect()
        });
        voters.filter(|positions| !positions.is_empty()).collect()
    }

    /// A party in a sentence: with the förbund where it has several positions.
    pub(super) fn name(&self, party: &PartyResult) -> String {
        match (&party.forbund, party.kind) {
            (_, PartyKind::Board) => words::board_of(self.language, &party.party),
            (Some(forbund), _) if self.parties().iter().filter(|other| is_same(other, party)).count() > 1 => {
                format!("{} ({forbund})", party.party)
            }
            _ => party.party.clone(),
        }
    }
}

fn is_same(one: &PartyResult, other: &PartyResult) -> bool {
    one.party == other.party && one.kind == other.kind
}

impl Alternative<'_> {
    /// How the position at a place looks at it.
    pub(super) fn standing_at(&self, place: usize) -> Standing {
        self.standing(&self.parties[place])
    }

    pub(super) fn rejects(&self, party: &PartyResult) -> bool {
        if self.by_name { party.rejects_today } else { party.rejects }
    }

    pub(super) fn standing(&self, party: &PartyResult) -> Standing {
        if self.by_name { party.standing_of_today() } else { party.standing() }
    }
}
