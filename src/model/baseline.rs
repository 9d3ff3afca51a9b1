//! Today's situation, resolved: no names left to look up.

use std::sync::Arc;

use rust_decimal::Decimal;

use super::figures::Figures;
use super::kommun::{KommunId, Kommuner};
use super::kronor::Kronor;
use super::shares::Shares;

/// The parameters that every förbund has in common.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Parameters {
    /// Grundtilldelning, kr per förbund and year (FK 2015: 400 000).
    pub base_grant: Kronor,
    /// Weight of försörjningsmått and of inhabitants 16–64 (FK 2015: 0.75 and 0.25).
    pub weights: Shares<2>,
    /// Shares of state, region and kommuner (5 § lag 2003:1210: 0.5, 0.25 and 0.25).
    pub funding: Shares<3>,
    /// How the kommuner of a förbund divide their part.
    pub kommun_key: Key,
    /// How the regions of a förbund divide theirs.
    pub region_key: Key,
}

impl Parameters {
    /// The base grant of the model, kr per förbund and year (FK 2015).
    pub const BASE_GRANT: Kronor = Kronor::new(400_000);

    /// The weights of the model: 75 % försörjningsmått and 25 % inhabitants 16–64 (FK 2015).
    #[must_use]
    pub fn model_weights() -> [Decimal; 2] {
        [Decimal::new(75, 2), Decimal::new(25, 2)]
    }

    /// The shares of the law: the state a half, region and kommuner a quarter each (5 § lag 2003:1210).
    #[must_use]
    pub fn legal_funding() -> [Decimal; 3] {
        [Decimal::new(5, 1), Decimal::new(25, 2), Decimal::new(25, 2)]
    }
}

/// A fördelningsnyckel.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Key {
    /// By inhabitants 16–64.
    Befolkning,
    /// By all inhabitants.
    Folkmangd,
    /// By försörjningsmått.
    Forsorjningsmatt,
    /// Alike.
    Lika,
    /// By agreed numbers, one per kommun of the table; none for those nobody agreed on.
    Explicit(Vec<Option<Decimal>>),
}

/// Where the state money comes from.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Basis {
    /// The formula of the whole country.
    National {
        /// The locked national total.
        country: Country,
        /// Who else is in the country's sums.
        rest: Rest,
    },
    /// Decided amounts.
    Calibrated {
        /// State money per förbund, in the order of [`Baseline::forbund`].
        state_money: Vec<Kronor>,
        /// The locked national total, if it is known; without it there is no net figure.
        country: Option<Country>,
    },
}

impl Basis {
    /// The försörjningsmått of the rest of the country, where only their sum is known.
    #[must_use]
    pub fn rest_forsorjningsmatt(&self) -> Option<Decimal> {
        match self {
            Self::National { rest: Rest::Sums { forsorjningsmatt, .. }, .. } => Some(*forsorjningsmatt),
            _ => None,
        }
    }
}

/// The locked national total and those it is shared with.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Country {
    /// The appropriation, kr a year.
    pub appropriation: Kronor,
    /// Förbund in the country beside those of the baseline.
    pub other_forbund: u32,
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
    /// The cost of its office, kr a year, if known.
    pub kansli: Option<Kronor>,
    /// The kommun where it has its seat, one of its members, if known.
    pub seat: Option<KommunId>,
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
    /// Where the state money comes from.
    pub basis: Basis,
    /// The förbund in the order of the file; a kommun is in at most one.
    pub forbund: Vec<Forbund>,
}

impl Baseline {
    /// The locked national total, if it is known.
    #[must_use]
    pub fn country(&self) -> Option<Country> {
        match &self.basis {
            Basis::National { country, .. } => Some(*country),
            Basis::Calibrated { country, .. } => *country,
        }
    }

    /// Whether the state money is computed by the national formula.
    #[must_use]
    pub fn is_national(&self) -> bool {
        matches!(self.basis, Basis::National { .. })
    }
}
