//! Fördelningsnycklar: what each kommun counts, and the shares that follow.

use rust_decimal::Decimal;

use super::error::ModelError;
use super::figures::Figures;
use super::kommun::KommunId;
use super::kronor::Kronor;
use super::rounding::share_by_weight;
use super::shares::scaled;

/// A fördelningsnyckel.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Key {
    /// By inhabitants 16–64.
    Befolkning,
    /// By all inhabitants.
    Folkmangd,
    /// By försörjningsmått.
    Forsorjningsmatt,
    /// Equally.
    Lika,
    /// By agreed numbers, one per kommun of the table; none for those that were not agreed on.
    Explicit(Vec<Option<Decimal>>),
}

/// How the parties of a förbund divide their parts.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Keys {
    /// The kommuner theirs.
    pub kommuner: Key,
    /// The regions theirs.
    pub regions: Key,
}

/// A number per kommun of the table.
#[derive(Clone, Debug)]
pub struct KeyWeights {
    /// None where the table, or an agreement, has no number for the kommun.
    of_kommuner: Vec<Option<u64>>,
}

/// Why a key cannot share anything over some kommuner.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum KeyError {
    /// It has no number for this one.
    Missing(KommunId),
    /// Their numbers sum to zero.
    Zero,
}

impl KeyWeights {
    /// The numbers under a key.
    ///
    /// # Errors
    /// If agreed numbers have more digits than can be computed with.
    pub(super) fn new(key: &Key, figures: &Figures) -> Result<Self, ModelError> {
        let every = |numbers: &[u64]| numbers.iter().copied().map(Some).collect();
        let of_kommuner = match key {
            Key::Befolkning => every(&figures.befolkning_16_64),
            Key::Folkmangd => figures.folkmangd.to_vec(),
            Key::Forsorjningsmatt => every(&figures.forsorjningsmatt),
            Key::Lika => vec![Some(1); figures.folkmangd.len()],
            Key::Explicit(numbers) => agreed(numbers)?,
        };
        Ok(Self { of_kommuner })
    }

    /// What a kommun counts.
    ///
    /// # Panics
    /// If the key has no number for it, which [`Self::check`] finds.
    #[must_use]
    pub(super) fn of(&self, kommun: KommunId) -> u64 {
        self.of_kommuner[kommun.index()].expect("a number: the kommuner were checked")
    }

    /// Checks that something can be shared over these kommuner.
    ///
    /// # Errors
    /// If one of them has no number, or all numbers are zero.
    pub(super) fn check(&self, kommuner: &[KommunId]) -> Result<(), KeyError> {
        let missing = kommuner.iter().find(|kommun| self.of_kommuner[kommun.index()].is_none());
        match missing {
            Some(&kommun) => Err(KeyError::Missing(kommun)),
            None if kommuner.iter().all(|&kommun| self.of(kommun) == 0) => Err(KeyError::Zero),
            None => Ok(()),
        }
    }

    /// A sum shared over kommuner in order of kommunkod, by largest remainder.
    pub(super) fn share(&self, sum: Kronor, kommuner: &[KommunId]) -> Vec<(KommunId, Kronor)> {
        let weights: Vec<u64> = match kommuner {
            // A single kommun pays all of it, whatever it counts.
            [_] => vec![1],
            several => several.iter().map(|&kommun| self.of(kommun)).collect(),
        };
        let shares = share_by_weight(sum.unsigned(), &weights).into_iter().map(Kronor::exact);
        kommuner.iter().copied().zip(shares).collect()
    }
}

/// Agreed numbers as whole ones of their smallest decimal.
fn agreed(numbers: &[Option<Decimal>]) -> Result<Vec<Option<u64>>, ModelError> {
    let scales = numbers.iter().flatten().map(|number| number.normalize().scale());
    let decimals = scales.fold(0, u32::max);
    let whole = |number| scaled(number, decimals).ok_or(ModelError::TooLarge);
    numbers.iter().map(|number| number.map(whole).transpose()).collect()
}
