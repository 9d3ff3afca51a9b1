//! What a kansli (office) costs, and whose cost it becomes when förbund change.

use super::kommun::KommunId;
use super::kronor::Kronor;
use super::rounding::share_by_rank;

/// The cost of a förbund's kansli, kr a year.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kansli {
    /// This much.
    Known(Kronor),
    /// There is one, and its cost was not stated.
    Unknown,
    /// A förbund was created and its kansli not mentioned: unknown, until a dissolved förbund passes its own on to it.
    Unstated,
}

impl Kansli {
    /// The cost, if it is known.
    #[must_use]
    pub fn known(self) -> Option<Kronor> {
        match self {
            Self::Known(cost) => Some(cost),
            Self::Unknown | Self::Unstated => None,
        }
    }

    /// Both together; unknown if one is.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        match (self, other) {
            (Self::Known(one), Self::Known(two)) => Self::Known(one + two),
            _ => Self::Unknown,
        }
    }

    /// With a share that a dissolved förbund passed on.
    #[must_use]
    pub(super) fn receive(self, passed: Self) -> Self {
        let own = if self == Self::Unstated { Self::Known(Kronor::ZERO) } else { self };
        own.plus(passed)
    }
}

/// How the cost of a shared kansli is split over those who share it.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum SplitBy {
    /// By total income after all changes, gross.
    Budget,
    /// Equally.
    Lika,
    /// By inhabitants 16–64.
    Befolkning,
}

/// A rule that decided a cost which was not stated; each one used is named among the assumptions.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum KansliRule {
    /// A merged förbund has the sum of its parts.
    MergedSum {
        /// The merged förbund.
        forbund: String,
    },
    /// Parts of a split share the whole's by inhabitants 16–64.
    SplitByInhabitants {
        /// The förbund that was split.
        forbund: String,
    },
    /// A dissolved förbund passed its kansli on, by inhabitants 16–64 received.
    PassedOn {
        /// The dissolved förbund.
        from: String,
        /// Those whose cost it raised.
        to: Vec<String>,
        /// Those who received kommuner with a stated kansli, which includes their share already.
        stated: Vec<String>,
    },
    /// A dissolved förbund's kommuner all went outside, and its kansli ended.
    Ended {
        /// The dissolved förbund.
        from: String,
    },
    /// A shared kansli replaced those of the participants.
    Shared {
        /// The participants.
        forbund: Vec<String>,
        /// The cost, kr a year.
        cost: Kronor,
        /// How it is split.
        split_by: SplitBy,
    },
}

/// Shares a kansli over those who take it over, each given as its lowest kommunkod (which decides ties) and its
/// weight.
pub(super) fn share_kansli(cost: Kansli, takers: &[(KommunId, u64)]) -> Vec<Kansli> {
    let Kansli::Known(cost) = cost else { return vec![Kansli::Unknown; takers.len()] };
    share_in_order(cost, takers).into_iter().map(Kansli::Known).collect()
}

/// Shares a sum by weight; equal fractions go to the lowest kommunkod, whatever the order of the list.
pub(super) fn share_in_order(sum: Kronor, takers: &[(KommunId, u64)]) -> Vec<Kronor> {
    let weights: Vec<u64> = takers.iter().map(|(_, weight)| *weight).collect();
    let shares = share_by_rank(sum.unsigned(), &weights, |taker| takers[taker].0);
    shares.into_iter().map(Kronor::exact).collect()
}
