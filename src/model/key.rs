//! Fördelningsnycklar: what each kommun counts, and the shares that follow.

use num_rational::BigRational;
use num_traits::{One, Zero};
use rust_decimal::Decimal;

use super::error::ModelError;
use super::figures::Figures;
use super::kommun::KommunId;
use super::kronor::Kronor;
use super::rounding::{share_by_weight, share_exactly};
use super::shares::{exact, scaled};

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
    /// By several of them, each for its share of the sum, perhaps with a least contribution.
    Mixed {
        /// Shares that sum to 1, and the keys they are divided by, none of them mixed.
        parts: Vec<(Decimal, Self)>,
        /// The least that a kommun pays, kr a year.
        minimum: Option<Kronor>,
    },
}

/// How the parties of a förbund divide their parts.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Keys {
    /// The kommuner theirs.
    pub kommuner: Key,
    /// The regions theirs.
    pub regions: Key,
}

/// What kommuner count under a key.
#[derive(Clone, Debug)]
pub struct KeyWeights {
    /// The share of the sum that each part divides, and a number per kommun of the table: none where the table, or an
    /// agreement, has no number for the kommun.
    parts: Vec<(BigRational, Vec<Option<u64>>)>,
    minimum: Option<Kronor>,
    /// Whether it is one part alone, without a least contribution.
    is_plain: bool,
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
        let Key::Mixed { parts, minimum } = key else {
            let parts = vec![(BigRational::one(), numbers(key, figures)?)];
            return Ok(Self { parts, minimum: None, is_plain: true });
        };
        let part = |(share, key): &(Decimal, Key)| Ok((exact(*share), numbers(key, figures)?));
        let parts = parts.iter().map(part).collect::<Result<Vec<_>, ModelError>>()?;
        let is_plain = minimum.is_none() && matches!(parts.as_slice(), [(share, _)] if share.is_one());
        Ok(Self { parts, minimum: *minimum, is_plain })
    }

    /// The numbers, where the key is not mixed.
    fn plain(&self) -> Option<&[Option<u64>]> {
        self.is_plain.then(|| self.parts[0].1.as_slice())
    }

    /// What a kommun counts under a key that is not mixed.
    ///
    /// # Panics
    /// If the key is mixed, or has no number for the kommun, which [`Self::check`] finds.
    #[must_use]
    pub(super) fn of(&self, kommun: KommunId) -> u64 {
        let numbers = self.plain().expect("a key that is not mixed");
        numbers[kommun.index()].expect("a number: the kommuner were checked")
    }

    /// What kommuner count, where the key is not mixed.
    pub(super) fn plain_of(&self, kommuner: &[KommunId]) -> Option<impl Iterator<Item = u64>> {
        let numbers = self.plain()?;
        let of = |kommun: &KommunId| numbers[kommun.index()].expect("a number: the kommuner were checked");
        Some(kommuner.iter().map(of))
    }

    /// Checks that something can be shared over these kommuner.
    ///
    /// # Errors
    /// If one of them has no number, or all numbers are zero.
    pub(super) fn check(&self, kommuner: &[KommunId]) -> Result<(), KeyError> {
        for (_, numbers) in &self.parts {
            let of = |kommun: &KommunId| numbers[kommun.index()];
            if let Some(&kommun) = kommuner.iter().find(|kommun| of(kommun).is_none()) {
                return Err(KeyError::Missing(kommun));
            }
            if kommuner.iter().all(|kommun| of(kommun) == Some(0)) {
                return Err(KeyError::Zero);
            }
        }
        Ok(())
    }

    /// Of some kommuner those that count nothing, for each part of the key.
    pub(super) fn counting_nothing(&self, kommuner: &[KommunId]) -> Vec<Vec<KommunId>> {
        let of_part = |(_, numbers): &(BigRational, Vec<Option<u64>>)| {
            kommuner.iter().copied().filter(|kommun| numbers[kommun.index()] == Some(0)).collect()
        };
        self.parts.iter().map(of_part).collect()
    }

    /// A sum shared over kommuner in order of kommunkod, by largest remainder.
    #[must_use]
    pub fn share(&self, sum: Kronor, kommuner: &[KommunId]) -> Vec<(KommunId, Kronor)> {
        let shares = match (kommuner, self.plain()) {
            // A single kommun pays all of it, whatever it counts.
            ([_], _) => vec![sum.unsigned()],
            (several, Some(_)) => {
                let weights: Vec<u64> = several.iter().map(|&kommun| self.of(kommun)).collect();
                share_by_weight(sum.unsigned(), &weights)
            }
            (several, None) => share_exactly(sum.unsigned(), &self.quotas(sum, several), |place| place),
        };
        kommuner.iter().copied().zip(shares.into_iter().map(Kronor::exact)).collect()
    }

    /// What each of several kommuner would pay of a sum if kronor had parts: the mixture of what it would pay under each
    /// part of the key, and at least the least contribution, for which the others pay less in proportion. Where the
    /// least contributions exceed the sum all pay alike.
    ///
    /// # Panics
    /// If the key has no number for a kommun, which is found before.
    #[must_use]
    pub fn quotas(&self, sum: Kronor, kommuner: &[KommunId]) -> Vec<BigRational> {
        let sum = BigRational::from_integer(sum.get().into());
        let quotas: Vec<BigRational> = self.parts(kommuner).into_iter().map(|part| part * &sum).collect();
        let Some(minimum) = self.minimum else { return quotas };
        let minimum = BigRational::from_integer(minimum.get().into());
        let count = BigRational::from_integer(kommuner.len().into());
        if &minimum * &count > sum {
            return vec![sum / count; kommuner.len()];
        }
        with_minimum(&quotas, &minimum, &sum)
    }

    /// The part of any sum that each of several kommuner would pay without a least contribution.
    ///
    /// # Panics
    /// If the key has no number for a kommun, which is found before.
    pub(super) fn parts(&self, kommuner: &[KommunId]) -> Vec<BigRational> {
        let mut parts = vec![BigRational::zero(); kommuner.len()];
        for (share, numbers) in &self.parts {
            let of =
                |kommun: &KommunId| numbers[kommun.index()].expect("a number: the kommuner were checked");
            let all: u128 = kommuner.iter().map(|kommun| u128::from(of(kommun))).sum();
            let per_unit = share / BigRational::from_integer(all.into());
            for (part, kommun) in parts.iter_mut().zip(kommuner) {
                *part += BigRational::from_integer(of(kommun).into()) * &per_unit;
            }
        }
        parts
    }

    /// Whether the least contributions of these kommuner exceed a sum, so that all pay alike.
    #[must_use]
    pub fn pays_alike(&self, sum: Kronor, kommuner: usize) -> bool {
        let sum = u128::from(sum.unsigned());
        self.minimum.is_some_and(|minimum| u128::from(minimum.unsigned()) * kommuner as u128 > sum)
    }
}

/// Quotas of which none is less than a minimum that the sum has room for: the others are less in proportion.
fn with_minimum(quotas: &[BigRational], minimum: &BigRational, sum: &BigRational) -> Vec<BigRational> {
    let mut is_least = vec![false; quotas.len()];
    loop {
        let least = is_least.iter().filter(|is_least| **is_least).count();
        let left = sum - minimum * BigRational::from_integer(least.into());
        let free = quotas.iter().zip(&is_least).filter(|(_, is_least)| !**is_least);
        let of_free: BigRational = free.map(|(quota, _)| quota).sum();
        if of_free.is_zero() {
            return vec![minimum.clone(); quotas.len()];
        }
        let scale = left / of_free;
        let mut is_settled = true;
        for (quota, is_least) in quotas.iter().zip(&mut is_least) {
            if !*is_least && quota * &scale < *minimum {
                (*is_least, is_settled) = (true, false);
            }
        }
        if is_settled {
            let paid = quotas.iter().zip(is_least);
            return paid
                .map(|(quota, is_least)| if is_least { minimum.clone() } else { quota * &scale })
                .collect();
        }
    }
}

/// A number per kommun under a key that is not mixed.
fn numbers(key: &Key, figures: &Figures) -> Result<Vec<Option<u64>>, ModelError> {
    let every = |numbers: &[u64]| numbers.iter().copied().map(Some).collect();
    Ok(match key {
        Key::Befolkning => every(&figures.befolkning_16_64),
        Key::Folkmangd => figures.folkmangd.to_vec(),
        Key::Forsorjningsmatt => every(&figures.forsorjningsmatt),
        Key::Lika => vec![Some(1); figures.folkmangd.len()],
        Key::Explicit(numbers) => agreed(numbers)?,
        Key::Mixed { .. } => unreachable!("a part of a mixed key is not mixed"),
    })
}

/// Agreed numbers as whole ones of their smallest decimal.
fn agreed(numbers: &[Option<Decimal>]) -> Result<Vec<Option<u64>>, ModelError> {
    let scales = numbers.iter().flatten().map(|number| number.normalize().scale());
    let decimals = scales.fold(0, u32::max);
    let whole = |number| scaled(number, decimals).ok_or(ModelError::TooLarge);
    numbers.iter().map(|number| number.map(whole).transpose()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::figures::KommunFigures;

    fn kommuner() -> (Figures, Vec<KommunId>) {
        let kommun = |befolkning_16_64| KommunFigures {
            befolkning_16_64,
            forsorjningsmatt: Decimal::from(befolkning_16_64),
            folkmangd: None,
        };
        let figures = Figures::new(&[8_000, 1_500, 500].map(kommun), None).expect("few digits");
        (figures, (0..3).map(KommunId::new).collect())
    }

    fn shares(key: &Key, sum: i64) -> Vec<i64> {
        let (figures, kommuner) = kommuner();
        let weights = KeyWeights::new(key, &figures).expect("few digits");
        weights.share(Kronor::new(sum), &kommuner).into_iter().map(|(_, amount)| amount.get()).collect()
    }

    fn mixed(minimum: Option<i64>) -> Key {
        let half = Decimal::new(5, 1);
        let parts = vec![(half, Key::Befolkning), (half, Key::Lika)];
        Key::Mixed { parts, minimum: minimum.map(Kronor::new) }
    }

    #[test]
    fn a_mixed_key_mixes_what_each_kommun_would_pay() {
        // By inhabitants 720 000, 135 000 and 45 000; alike 300 000 each.
        assert_eq!(shares(&mixed(None), 900_000), [510_000, 217_500, 172_500]);
        let alone = Key::Mixed { parts: vec![(Decimal::ONE, Key::Befolkning)], minimum: None };
        assert_eq!(shares(&alone, 900_001), shares(&Key::Befolkning, 900_001));
    }

    #[test]
    fn a_least_contribution_lowers_that_of_the_others_in_proportion() {
        // The last pays 200 000 instead of 172 500; the others 700 000 in proportion to 510 000 and 217 500.
        assert_eq!(shares(&mixed(Some(200_000)), 900_000), [490_722, 209_278, 200_000]);
        // Then the second pays less than the least too.
        assert_eq!(shares(&mixed(Some(215_000)), 900_000), [470_000, 215_000, 215_000]);
        assert_eq!(shares(&mixed(Some(300_001)), 900_000), [300_000; 3]);
    }
}
