//! Today's situation, resolved: no names left to look up.

use std::sync::Arc;

use rust_decimal::Decimal;

use super::allocation_base::AllocationBase;
use super::board::Party;
use super::figures::Figures;
use super::holdings::Holdings;
use super::kansli::{AssumedSavings, Cost, Sharing};
use super::key::{Key, Keys};
use super::kommun::{KommunId, Kommuner};
use super::kronor::Kronor;
use super::parameters::Parameters;

/// Where the state money comes from.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Basis {
    /// The formula of the whole country.
    National {
        /// Who else is in the country's sums.
        rest: Rest,
    },
    /// Decided amounts.
    Calibrated {
        /// State money per förbund, in the order of [`Baseline::forbund`].
        state_money: Vec<Kronor>,
        /// Who else is in the country's sums, where that is known: the formula could be computed too.
        rest: Option<Rest>,
    },
}

impl Basis {
    /// The försörjningsmått of the rest of the country, where only their sum is known.
    #[must_use]
    pub fn rest_forsorjningsmatt(&self) -> Option<Decimal> {
        match self {
            Self::National { rest: Rest::Sums { forsorjningsmatt, .. } } => Some(*forsorjningsmatt),
            _ => None,
        }
    }
}

/// The kommuner outside the baseline's förbund that belong to some förbund.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Rest {
    /// Every other kommun of the table.
    AllOthers,
    /// These.
    Listed(Vec<KommunId>),
    /// Only their sums are known.
    Sums {
        /// Inhabitants 16–64.
        befolkning_16_64: u64,
        /// Helårsekvivalenter.
        forsorjningsmatt: Decimal,
    },
}

/// One förbund as it is today.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Forbund {
    /// Its name.
    pub name: String,
    /// Its kommuner.
    pub members: Vec<KommunId>,
    /// The cost of its office, if known.
    pub kansli: Option<Cost>,
    /// The kommun where it has its seat, one of its members, if known.
    pub seat: Option<KommunId>,
    /// What its kommuner divide their part by, if not by the key of the baseline.
    pub key: Option<Arc<Key>>,
    /// What it has beside the money of the model.
    pub holdings: Holdings,
    /// On the calibrated basis what its kommuner, in order of kommunkod, have of its state money, where that was shared
    /// over them with the figures of an earlier year.
    pub parts: Option<Vec<AllocationBase>>,
}

/// Today's situation.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Baseline {
    /// Its name.
    pub name: String,
    /// The kommuner, members or not. Shared, as the figures are: the baselines of several years differ in the rest.
    pub kommuner: Arc<Kommuner>,
    /// Their figures of the year.
    pub figures: Arc<Figures>,
    /// What all förbund have in common.
    pub parameters: Parameters,
    /// How the other parties divide their parts.
    pub keys: Keys,
    /// Where the state money comes from.
    pub basis: Basis,
    /// The förbund in the order of the file; a kommun is in at most one.
    pub forbund: Vec<Forbund>,
    /// The kanslier, or items of them, that förbund share today beside what they have of their own; who shares is given
    /// by its place in [`Baseline::forbund`].
    pub shared_kanslier: Vec<Sharing<usize>>,
    /// What changes are assumed to save.
    pub savings: AssumedSavings,
}

impl Baseline {
    /// Whether the state money is computed by the national formula.
    #[must_use]
    pub fn is_national(&self) -> bool {
        matches!(self.basis, Basis::National { .. })
    }

    /// What a party is called.
    #[must_use]
    pub fn party(&self, party: Party) -> &str {
        match party {
            Party::Forsakringskassan => Party::OF_STATE[0].1,
            Party::Arbetsformedlingen => Party::OF_STATE[1].1,
            Party::Region(region) => self.kommuner.region(region),
            Party::Kommun(kommun) => self.kommuner.get(kommun).whole_name(),
            Party::Board(place) => &self.forbund[place].name,
        }
    }
}
