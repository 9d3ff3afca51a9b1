//! What rows have beside the money of the model, in whole kronor that add up, and what of it kommuner would take out.

use std::sync::Arc;

use num_rational::BigRational;
use num_traits::{One, Zero};

use super::allocation::Model;
use super::error::ModelError;
use super::exact_side::whole_parts;
use super::grouping::{Grouping, Row};
use super::holdings::Holding;
use super::kansli::SplitBy;
use super::kommun::KommunId;
use super::kronor::Kronor;
use super::rounding::{share_by_weight, share_exactly};
use super::side::{RowMoney, Side};

/// What rows have of something, kr: the sum of what is known is rounded half away from zero and shared by largest
/// remainder, equal fractions to the lowest kommunkod. Outside rows have nothing, as moved kommuner bring none.
///
/// # Errors
/// If it is too large.
pub fn whole_holdings(rows: &[Arc<Row>], holding: Holding) -> Result<Vec<Option<Kronor>>, ModelError> {
    let exact = |row: &Arc<Row>| {
        if row.outside { Some(BigRational::zero()) } else { row.holdings.of(holding).cloned() }
    };
    let exact: Vec<Option<BigRational>> = rows.iter().map(exact).collect();
    let whole = whole_parts(&exact, |place| rows[place].lowest())?;
    Ok(whole.into_iter().map(|part| part.map(Kronor::exact)).collect())
}

impl Model {
    /// The full-time posts of each row's kansli with its part of those of shared ones, split exactly as their cost is, in
    /// hundredths that add up as [`whole_holdings`] do.
    ///
    /// # Errors
    /// If they are too many.
    pub fn posts(&self, grouping: &Grouping, gross: &Side) -> Result<Vec<Option<u64>>, ModelError> {
        let rows: Vec<(&Row, &RowMoney)> = gross.of(grouping).collect();
        let own = |row: &Row| {
            if row.outside { Some(BigRational::zero()) } else { row.holdings.of(Holding::Posts).cloned() }
        };
        let mut posts: Vec<Option<BigRational>> = rows.iter().map(|(row, _)| own(row)).collect();
        for (shared, participants) in grouping.shared().iter().zip(grouping.participants()) {
            let weight = |(place, agreed): &(usize, &BigRational)| match shared.split_by {
                SplitBy::Shares => (*agreed).clone(),
                split_by => BigRational::from_integer(self.share_weight(split_by, rows[*place]).into()),
            };
            let mut weights: Vec<BigRational> = participants.iter().map(weight).collect();
            if weights.iter().all(BigRational::is_zero) {
                weights.fill(BigRational::one());
            }
            let all: BigRational = weights.iter().sum();
            for ((place, _), weight) in participants.iter().zip(weights) {
                let part = shared.posts.as_ref().map(|posts| posts * weight / &all);
                posts[*place] = posts[*place].take().zip(part).map(|(own, part)| own + part);
            }
        }
        let hundred = BigRational::from_integer(100.into());
        let hundredths = posts.into_iter().map(|posts| posts.map(|posts| posts * &hundred));
        whole_parts(&hundredths.collect::<Vec<_>>(), |place| rows[place].0.lowest())
    }

    /// What each kommun of a row would have of its equity if the parties had parts of it as they pay in: the kommuner's
    /// share of the funding, divided as what they pay is by the key of the row.
    ///
    /// # Errors
    /// If agreed numbers of the key have more digits than can be computed with.
    pub fn equity_of_kommuner(
        &self,
        row: &Row,
        money: &RowMoney,
        equity: Kronor,
    ) -> Result<Vec<(KommunId, Kronor)>, ModelError> {
        let parties = share_by_weight(equity.unsigned(), self.baseline().parameters.funding.numerators());
        let of_all = Kronor::exact(parties[2]);
        let weights = self.weights_of(row)?;
        if row.members.len() == 1 || money.kommuner == Kronor::ZERO {
            return Ok(weights.share(of_all, &row.members));
        }
        // A least contribution counts as it does for what they pay.
        let paid = weights.quotas(money.kommuner, &row.members);
        let per_krona = BigRational::from(of_all) / paid.iter().sum::<BigRational>();
        let quotas: Vec<BigRational> = paid.into_iter().map(|quota| quota * &per_krona).collect();
        let shares = share_exactly(of_all.unsigned(), &quotas, |place| place);
        Ok(row.members.iter().copied().zip(shares.into_iter().map(Kronor::exact)).collect())
    }
}
