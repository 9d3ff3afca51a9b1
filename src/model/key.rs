//! What each kommun counts under a fördelningsnyckel, and the shares that follow.

use rust_decimal::Decimal;

use super::baseline::Key;
use super::error::ModelError;
use super::figures::Figures;
use super::kommun::KommunId;
use super::kronor::Kronor;
use super::rounding::share_by_weight;
use super::shares::scaled;

/// A number per kommun of the table.
#[derive(Clone, Debug)]
pub struct KeyWeights {
    /// None where the table, or an agreement, has no number for the kommun.
    of_kommuner: Vec<Option<u64>>,
}

/// Why a key cannot share anything over some kommuner.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum KeyLack {
    /// It has no number for this one.
    Kommun(KommunId),
    /// Their numbers sum to nought.
    Nought,
}

impl KeyWeights {
    /// The numbers under a key.
    ///
    /// # Errors
    /// If agreed numbers have more digits than can be computed with.
    pub(super) fn new(key: &Key, figures: &Figures) -> Result<Self, ModelError> {
        let every = |numbers: &[u64]| numbers.iter().copied().map(Some).collect();
        let of_kommuner = match key {
            Key::Befolkning => every(figures.befolkning_16_64()),
            Key::Folkmangd => figures.folkmangd().to_vec(),
            Key::Forsorjningsmatt => every(figures.forsorjningsmatt()),
            Key::Lika => vec![Some(1); figures.folkmangd().len()],
            Key::Explicit(numbers) => agreed(numbers)?,
        };
        Ok(Self { of_kommuner })
    }

    /// What a kommun counts.
    ///
    /// # Panics
    /// If the key has no number for it: [`Self::lack`] tells.
    #[must_use]
    pub fn of(&self, kommun: KommunId) -> u64 {
        self.of_kommuner[kommun.index()].expect("a number, or a key that lacks it was not asked")
    }

    /// Why nothing can be shared over these kommuner, if so.
    #[must_use]
    pub fn lack(&self, kommuner: &[KommunId]) -> Option<KeyLack> {
        let lacking = kommuner.iter().find(|kommun| self.of_kommuner[kommun.index()].is_none());
        let is_nought = || kommuner.iter().all(|&kommun| self.of(kommun) == 0);
        match lacking {
            Some(&kommun) => Some(KeyLack::Kommun(kommun)),
            None => is_nought().then_some(KeyLack::Nought),
        }
    }

    /// A sum shared over kommuner in order of kommunkod, by largest remainder.
    pub(super) fn share(&self, sum: Kronor, kommuner: &[KommunId]) -> Vec<(KommunId, Kronor)> {
        let weights: Vec<u64> = match kommuner {
            // One that is alone pays all of it, whatever it counts.
            [_] => vec![1],
            several => several.iter().map(|&kommun| self.of(kommun)).collect(),
        };
        let shares = share_by_weight(sum.unsigned(), &weights).into_iter().map(Kronor::exact);
        kommuner.iter().copied().zip(shares).collect()
    }
}

/// Agreed numbers as whole ones of their smallest decimal.
fn agreed(numbers: &[Option<Decimal>]) -> Result<Vec<Option<u64>>, ModelError> {
    let decimals =
        numbers.iter().flatten().map(|number| number.normalize().scale()).max().unwrap_or_default();
    let whole =
        |number: &Option<Decimal>| number.map(|number| scaled(number, decimals).ok_or(ModelError::TooLarge));
    numbers.iter().map(|number| whole(number).transpose()).collect()
}
