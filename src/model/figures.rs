//! The figures of the kommuner of one year.

use std::sync::Arc;

use rust_decimal::Decimal;

use super::error::ModelError;
use super::kommun::KommunId;
use super::shares::scaled;

/// The figures of one kommun, as its table has them.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct KommunFigures {
    /// Inhabitants aged 16–64 on 31 December.
    pub befolkning_16_64: u64,
    /// Försörjningsmått, helårsekvivalenter.
    pub forsorjningsmatt: Decimal,
    /// All inhabitants, where the table has them.
    pub folkmangd: Option<u64>,
}

/// The figures of one year by kommun, in order of kommunkod. Försörjningsmått are whole numbers of the smallest decimal
/// in use, so that sums are exact and quick; a copy with other figures copies those two arrays and nothing else.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Figures {
    /// Which decimal a unit of försörjningsmått is one of.
    pub(super) decimals: u32,
    /// Försörjningsmått in units.
    pub(super) forsorjningsmatt: Vec<u64>,
    pub(super) befolkning_16_64: Vec<u64>,
    pub(super) folkmangd: Arc<[Option<u64>]>,
}

impl Figures {
    /// Inhabitants that a kommun may have: above every country's, and low enough that no sum can overflow.
    pub const MOST_INHABITANTS: u64 = 10_000_000_000;
    /// Decimals that a försörjningsmått may have.
    pub const MOST_DECIMALS: u32 = 12;

    /// The figures of kommuner in order of kommunkod, on a scale that holds the försörjningsmått of the rest of the
    /// country too, where only their sum is known.
    ///
    /// # Errors
    /// If the försörjningsmått have more digits than can be computed with.
    pub fn new(kommuner: &[KommunFigures], rest: Option<Decimal>) -> Result<Self, ModelError> {
        let forsorjningsmatt = || kommuner.iter().map(|kommun| kommun.forsorjningsmatt);
        let scales = forsorjningsmatt().chain(rest).map(|figure| figure.normalize().scale());
        let decimals = scales.fold(0, u32::max);
        let units = forsorjningsmatt().map(|figure| scaled(figure, decimals));
        Ok(Self {
            decimals,
            forsorjningsmatt: units.collect::<Option<_>>().ok_or(ModelError::TooLarge)?,
            befolkning_16_64: kommuner.iter().map(|kommun| kommun.befolkning_16_64).collect(),
            folkmangd: kommuner.iter().map(|kommun| kommun.folkmangd).collect(),
        })
    }

    /// The figures of a kommun.
    #[must_use]
    pub fn of(&self, kommun: KommunId) -> KommunFigures {
        let kommun = kommun.index();
        let units = i128::from(self.forsorjningsmatt[kommun]);
        KommunFigures {
            befolkning_16_64: self.befolkning_16_64[kommun],
            forsorjningsmatt: Decimal::from_i128_with_scale(units, self.decimals).normalize(),
            folkmangd: self.folkmangd[kommun],
        }
    }

    /// Inhabitants 16–64 of a group of kommuner.
    #[must_use]
    pub fn inhabitants(&self, kommuner: &[KommunId]) -> u64 {
        kommuner.iter().map(|kommun| self.befolkning_16_64[kommun.index()]).sum()
    }

    /// A försörjningsmått in units.
    ///
    /// # Errors
    /// If it has more digits than can be computed with.
    pub fn units(&self, forsorjningsmatt: Decimal) -> Result<u64, ModelError> {
        scaled(forsorjningsmatt, self.decimals).ok_or(ModelError::TooLarge)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kommun(forsorjningsmatt: Decimal) -> KommunFigures {
        KommunFigures { befolkning_16_64: 10, forsorjningsmatt, folkmangd: None }
    }

    #[test]
    fn all_forsorjningsmatt_have_the_scale_of_the_most_decimals_in_use() {
        let kommuner = [kommun(Decimal::new(1_250, 2)), kommun(Decimal::from(7))];
        let figures = Figures::new(&kommuner, None).expect("few digits");
        assert_eq!((figures.decimals, &figures.forsorjningsmatt[..]), (1, &[125, 70][..]));
        assert_eq!(figures.of(KommunId::new(0)).forsorjningsmatt.to_string(), "12.5");
        let with_rest = Figures::new(&kommuner, Some(Decimal::new(1, 3))).expect("few digits");
        assert_eq!((with_rest.decimals, with_rest.units(Decimal::new(1, 3))), (3, Ok(1)));
        assert_eq!(with_rest.of(KommunId::new(1)), kommun(Decimal::from(7)));
    }

    #[test]
    fn more_digits_than_units_have_are_refused() {
        let kommuner = [kommun(Decimal::from(10_000_000_000_u64)), kommun(Decimal::new(1, 12))];
        assert_eq!(Figures::new(&kommuner, None), Err(ModelError::TooLarge));
    }
}
