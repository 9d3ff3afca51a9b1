//! What a kansli (office) costs, and whose cost it becomes when förbund change.

use super::kronor::Kronor;

/// The cost of a förbund's kansli, kr a year.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kansli {
    /// This much.
    Known(Kronor),
    /// There is one, and nobody has said what it costs.
    Unknown,
    /// A förbund created without a word on its kansli: unknown, until a ceased förbund passes its own on to it.
    Unstated,
}

impl Kansli {
    /// From a cost that may be left out.
    #[must_use]
    pub fn stated(cost: Option<Kronor>) -> Option<Self> {
        cost.map(Self::Known)
    }

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

    /// With a share that a ceased förbund passed on.
    #[must_use]
    pub fn receive(self, passed: Self) -> Self {
        match self {
            Self::Unstated => Self::Known(Kronor::ZERO).plus(passed),
            known_or_unknown => known_or_unknown.plus(passed),
        }
    }
}

/// How the cost of a shared kansli is split over those who share it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SplitBy {
    /// By total income after all changes, gross.
    Budget,
    /// Alike.
    Lika,
    /// By inhabitants 16–64.
    Befolkning,
}

/// A rule that decided a cost nobody stated; each one used is named among the assumptions.
#[derive(Clone, PartialEq, Eq, Debug)]
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
    /// A ceased förbund passed its kansli on, by inhabitants 16–64 received.
    PassedOn {
        /// The ceased förbund.
        from: String,
        /// Those whose cost it raised.
        to: Vec<String>,
        /// Those who received kommuner with a stated kansli, in which their share lies already.
        stated: Vec<String>,
    },
    /// A ceased förbund's kommuner all went outside, and its kansli ended.
    Ended {
        /// The ceased förbund.
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
