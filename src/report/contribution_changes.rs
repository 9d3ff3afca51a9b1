//! How the contribution of each kommun changes, as pictures and sentences show it: all count alike, in whole kronor.

use std::collections::BTreeMap;

use super::redistribution::Redistribution;
use crate::analysis::result::{KommunResult, ScenarioResult};
use crate::model::kommun::Kommunkod;
use crate::model::kronor::Kronor;

/// How the contribution of a kommun changes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Change {
    /// It pays so much more a year than today.
    By(Kronor),
    /// It leaves the förbund: what it pays in another one depends on members that are not known. The amount is what it
    /// pays more here, if that is known; it counts for a kommun of which other parts stay.
    Leaves(Option<Kronor>),
    /// The contribution is not known.
    Unknown,
}

impl Change {
    /// What changes for a kommun of which two parts change so: it leaves only if both do.
    fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::Leaves(one), Self::Leaves(other)) => {
                Self::Leaves(one.zip(other).map(|(one, other)| one + other))
            }
            (Self::By(one) | Self::Leaves(Some(one)), Self::By(other) | Self::Leaves(Some(other))) => {
                Self::By(one + other)
            }
            _ => Self::Unknown,
        }
    }
}

/// A kommun, or all parts of one together.
pub(super) struct Whole<'result> {
    pub(super) name: &'result str,
    /// The codes of those of its parts that take part, or its own.
    pub(super) parts: Vec<Kommunkod>,
    /// Whether it, or a part of it, is in a förbund today.
    pub(super) is_member_today: bool,
    pub(super) change: Change,
}

/// The kommuner of an alternative, in the order of their codes.
pub(super) struct ContributionChanges<'result>(Vec<(&'result KommunResult, Change)>);

impl<'result> ContributionChanges<'result> {
    pub(super) fn of(result: &'result ScenarioResult, redistribution: Redistribution) -> Self {
        let outside = result.figures.after.gross.outside_members();
        let changes = result.figures.kommuner.iter().map(|kommun| {
            let leaves = kommun.forbund_after.is_none() || outside.contains(&kommun.kommunkod);
            let change = match redistribution.shown(kommun.contribution.delta) {
                change if leaves => Change::Leaves(change),
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
            Change::Leaves(_) | Change::Unknown => None,
        })
    }

    /// Every kommun that takes part, today or afterwards; parts of a kommun pay together.
    pub(super) fn of_kommuner(&self, result: &'result ScenarioResult) -> BTreeMap<Kommunkod, Whole<'result>> {
        let mut kommuner: BTreeMap<Kommunkod, Whole<'result>> = BTreeMap::new();
        for (kommun, change) in &self.0 {
            let code = kommun.kommunkod.whole();
            let is_member_today = kommun.contribution.before.is_some();
            if let Some(whole) = kommuner.get_mut(&code) {
                whole.parts.push(kommun.kommunkod);
                whole.is_member_today |= is_member_today;
                whole.change = whole.change.and(*change);
                continue;
            }
            let divided = result.divided.iter().find(|divided| divided.kommunkod == code);
            let name = divided.map_or(&kommun.kommun, |divided| &divided.kommun);
            let parts = vec![kommun.kommunkod];
            kommuner.insert(code, Whole { name, parts, is_member_today, change: *change });
        }
        kommuner
    }

    /// The names of those of whom this is true.
    pub(super) fn names(&self, is_true: impl Fn(Change) -> bool) -> Vec<&'result str> {
        let of_kind = self.0.iter().filter(|(_, own)| is_true(*own));
        of_kind.map(|(kommun, _)| kommun.kommun.as_str()).collect()
    }
}

/// How many of some changes are rises, and how many falls.
pub(super) fn more_and_less(amounts: impl Iterator<Item = Kronor>) -> (usize, usize) {
    amounts.fold((0, 0), |(more, less), amount| match amount.get().signum() {
        1 => (more + 1, less),
        -1 => (more, less + 1),
        _ => (more, less),
    })
}
