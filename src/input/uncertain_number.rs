//! The numbers of an inquiry that can be others than its files state.

use super::uncertain_section::What;
use crate::model::kommun::KommunId;

/// A number of an inquiry.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Number {
    /// The state's appropriation, kr a year.
    Appropriation,
    /// The base grant, kr per förbund and year.
    BaseGrant,
    /// Förbund in the rest of the country.
    RestForbund,
    /// Inhabitants 16–64 of the rest of the country, where it is given as sums.
    RestBefolkning,
    /// The försörjningsmått of the rest of the country, where it is given as sums.
    RestForsorjningsmatt,
    /// The weight of försörjningsmått; that of inhabitants gives way.
    Weight,
    /// By how much kanslier grow a year.
    KansliIndex,
    /// The försörjningsmått of a kommun.
    Forsorjningsmatt(KommunId),
    /// Inhabitants 16–64 of a kommun.
    Befolkning(KommunId),
    /// The kansli of a förbund of the baseline, by its position there, kr a year.
    Kansli(usize),
    /// A kansli that förbund of the baseline share today, by its position there, kr a year.
    SharedKansli(usize),
    /// A kansli that a change of the scenario states, kr a year.
    ChangeKansli {
        /// The change, in the order in which they are done.
        change: usize,
        /// Which of the costs that it states.
        cost: usize,
    },
    /// What a change of the scenario costs once, kr; the change in the order in which they are done.
    Engangskostnad(usize),
}

impl Number {
    /// What it is called in the file.
    #[must_use]
    pub fn what(self) -> What {
        match self {
            Self::Appropriation => What::Appropriation,
            Self::BaseGrant => What::BaseGrant,
            Self::RestForbund => What::RestForbund,
            Self::RestBefolkning => What::RestBefolkning,
            Self::RestForsorjningsmatt => What::RestForsorjningsmatt,
            Self::Weight => What::Weight,
            Self::KansliIndex => What::KansliIndex,
            Self::Forsorjningsmatt(_) => What::Forsorjningsmatt,
            Self::Befolkning(_) => What::Befolkning,
            Self::Kansli(_) | Self::SharedKansli(_) | Self::ChangeKansli { .. } => What::Kansli,
            Self::Engangskostnad(_) => What::Engangskostnad,
        }
    }

    /// Whether it belongs to a scenario and not to the baseline.
    #[must_use]
    pub fn is_of_scenario(self) -> bool {
        matches!(self, Self::ChangeKansli { .. } | Self::Engangskostnad(_))
    }
}
