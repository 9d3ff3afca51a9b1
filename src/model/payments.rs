//! What förbund pay kommuner that are in them, beside insatser, and what becomes of it. No money of the model knows it.

use std::collections::BTreeMap;

use super::grouping::Grouping;
use super::kommun::KommunId;
use super::kronor::Kronor;

/// What each kommun is paid by the förbund that it is in, kr a year.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Payments {
    amounts: BTreeMap<KommunId, Kronor>,
    ended: Vec<KommunId>,
}

impl Payments {
    /// Those of today; several to one kommun are added up.
    #[must_use]
    pub fn today(stated: &[(KommunId, Kronor)]) -> Self {
        let mut today = Self::default();
        for &(kommun, amount) in stated {
            let sum = today.amounts.entry(kommun).or_default();
            *sum = *sum + amount;
        }
        today
    }

    /// What a kommun is paid, kr a year.
    #[must_use]
    pub fn of(&self, kommun: KommunId) -> Kronor {
        self.amounts.get(&kommun).map_or(Kronor::ZERO, |amount| *amount)
    }

    /// What kommuner are paid, kr a year.
    pub fn all(&self) -> impl Iterator<Item = (KommunId, Kronor)> {
        self.amounts.iter().map(|(kommun, amount)| (*kommun, *amount))
    }

    /// The kommuner whose payments ended because they are in no förbund.
    #[must_use]
    pub fn ended(&self) -> &[KommunId] {
        &self.ended
    }

    /// Lets them follow a change that made this grouping: each goes with its kommun, and ends where that is in no förbund.
    pub fn follow(&mut self, after: &Grouping) {
        let ended = &mut self.ended;
        self.amounts.retain(|kommun, amount| {
            let stays = after.row_of(*kommun).is_some();
            if !stays && *amount != Kronor::ZERO {
                ended.push(*kommun);
            }
            stays
        });
    }

    /// States what a kommun is paid from now on, in the place of what it was.
    pub fn state(&mut self, kommun: KommunId, amount: Kronor) {
        self.amounts.insert(kommun, amount);
        self.ended.retain(|ended| *ended != kommun);
    }
}
