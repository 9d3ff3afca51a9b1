//! The full-time posts that parties give to insatser in kind, which add up as they are stated.

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use super::insatser_result::PartyPosts;
use crate::model::baseline::Baseline;
use crate::model::board::Party;

/// What each party gives each insats of a side, in hundredths of full-time posts.
pub(super) struct PostsInKind<'run> {
    pub(super) given: &'run [&'run [(Party, u64)]],
    /// Those that give some today or afterwards.
    pub(super) givers: &'run BTreeSet<Party>,
    pub(super) baseline: &'run Baseline,
}

fn posts(hundredths: u64) -> Decimal {
    Decimal::new(i64::try_from(hundredths).expect("posts of files of limited size"), 2)
}

impl PostsInKind<'_> {
    /// What all give to some insatser; nothing where no posts are stated.
    pub(super) fn sum(&self, of: &[&[(Party, u64)]]) -> Option<Decimal> {
        (!self.givers.is_empty())
            .then(|| posts(of.iter().copied().flatten().map(|(_, hundredths)| hundredths).sum()))
    }

    /// What a party gives to some insatser.
    pub(super) fn of_party(&self, party: Party, of: &[&[(Party, u64)]]) -> PartyPosts {
        let given = of.iter().copied().flatten().filter(|(giver, _)| *giver == party);
        PartyPosts {
            party: self.baseline.party(party).to_owned(),
            kind: party.into(),
            natura_tjanster: posts(given.map(|(_, hundredths)| hundredths).sum()),
        }
    }

    /// Those that give to an insats; nothing where no posts are stated.
    pub(super) fn of_insats(&self, place: usize) -> Option<Vec<PartyPosts>> {
        let given = &self.given[place..=place];
        let is_giver = |party: &&Party| given[0].iter().any(|(giver, _)| giver == *party);
        let of_givers = self.givers.iter().filter(is_giver).map(|party| self.of_party(*party, given));
        (!self.givers.is_empty()).then(|| of_givers.collect())
    }
}
