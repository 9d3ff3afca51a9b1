//! What the state's allocation model needs of one year.

use rust_decimal::Decimal;

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
    /// The locked national total, where it is known: always on the national basis, and without it there are no net
    /// figures on the calibrated one.
    pub country: Option<Country>,
}

/// The locked national total and those it is shared with.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Country {
    /// The appropriation, kr a year.
    pub appropriation: Kronor,
    /// Förbund in the country beside those of the baseline.
    pub other_forbund: u32,
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
