//! How the contribution of each kommun changes, as pictures show it: a chart and a map of one alternative count alike,
//! in whole kronor.

use super::redistribution::Redistribution;
use crate::analysis::result::{KommunResult, ScenarioResult};
use crate::model::kommun::Kommunkod;
use crate::model::kronor::Kronor;

/// How the contribution of a kommun changes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Change {
    /// It pays so much more a year than today.
    By(Kronor),
    /// It leaves the förbund: what it pays in another one depends on members that are not known.
    Leaves,
    /// The contribution is not known.
    Unknown,
}

impl Change {
    /// What changes for a kommun of which two parts change so.
    pub(super) fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::By(one), Self::By(other)) => Self::By(one + other),
            (Self::Leaves, Self::Leaves) => Self::Leaves,
            _ => Self::Unknown,
        }
    }
}

/// The kommuner of an alternative, in the order of their codes.
pub(super) struct ContributionChanges<'result>(Vec<(&'result KommunResult, Change)>);

impl<'result> ContributionChanges<'result> {
    pub(super) fn of(result: &'result ScenarioResult, redistribution: Redistribution) -> Self {
        let outside = result.figures.after.gross.outside_members();
        let changes = result.figures.kommuner.iter().map(|kommun| {
            let leaves = kommun.forbund_after.is_none() || outside.contains(&kommun.kommunkod);
            let change = match redistribution.shown(kommun.contribution.delta) {
                _ if leaves => Change::Leaves,
                Some(change) => Change::By(change),
                None => Change::Unknown,
            };
            (kommun, change)
        });
        Self(changes.collect())
    }

    /// Those with an amount.
    pub(super) fn amounts(&self) -> impl Iterator<Item = (&'result KommunResult, Kronor)> {
        self.0.iter().filter_map(|(kommun, change)| match change {
            Change::By(amount) => Some((*kommun, *amount)),
            Change::Leaves | Change::Unknown => None,
        })
    }

    /// What changes for a kommun; none if it takes no part, neither today nor afterwards.
    pub(super) fn get(&self, kommunkod: Kommunkod) -> Option<Change> {
        let place = self.0.binary_search_by_key(&kommunkod, |(kommun, _)| kommun.kommunkod).ok()?;
        Some(self.0[place].1)
    }

    /// How many pay more than today, and how many less.
    pub(super) fn more_and_less(&self) -> (usize, usize) {
        let count = |sign: i64| self.amounts().filter(|(_, amount)| amount.get().signum() == sign).count();
        (count(1), count(-1))
    }

    /// The names of those of whom this is true.
    pub(super) fn names(&self, change: Change) -> Vec<&'result str> {
        let of_kind = self.0.iter().filter(|(_, own)| *own == change);
        of_kind.map(|(kommun, _)| kommun.kommun.as_str()).collect()
    }
}
