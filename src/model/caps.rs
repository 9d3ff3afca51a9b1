//! What a party pays at most a year, over all its förbund.

use num_rational::BigRational;
use num_traits::Zero;

use super::allocation::Model;
use super::error::ModelError;
use super::grouping::{Grouping, Row};
use super::kommun::RegionId;
use super::name::canonical;
use super::rules::{Bounded, Cap, Limit, LimitOf, Payer};

impl Model {
    /// Bounds the rows in which somebody pays that has a cap: what it would pay by the formula comes down, or may go up, in
    /// the same proportion in all of them. Least contributions are left out: they are a matter between kommuner.
    pub(super) fn narrow_by_caps(
        &self,
        grouping: &Grouping,
        caps: &[Cap],
        rows: &mut [Bounded],
    ) -> Result<(), ModelError> {
        for (place, cap) in caps.iter().enumerate() {
            let mut paid = Vec::with_capacity(rows.len());
            for (row, bounded) in grouping.rows().iter().zip(rows.iter()) {
                paid.push((&bounded.base + &bounded.brought) * self.paid_for_state(&cap.payer, row)?);
            }
            let pays: BigRational = paid.iter().sum();
            if pays.is_zero() {
                continue;
            }
            let most = cap.ceiling.most();
            for (bounded, _) in rows.iter_mut().zip(&paid).filter(|(_, paid)| !paid.is_zero()) {
                let amount = (&bounded.base + &bounded.brought) * &most / &pays;
                if bounded.limits.most.as_ref().is_none_or(|most| amount < most.amount) {
                    let of = LimitOf::Cap { cap: place, pays: pays.clone() };
                    bounded.limits.most = Some(Limit { amount, of });
                }
            }
        }
        Ok(())
    }

    /// What somebody pays in a row for each krona of the state's.
    fn paid_for_state(&self, payer: &Payer, row: &Row) -> Result<BigRational, ModelError> {
        if row.outside {
            return Ok(BigRational::zero());
        }
        let funding = &self.baseline().parameters.funding;
        let [state, region, kommuner] =
            funding.numerators().map(|share| BigRational::from_integer(share.into()));
        let of_total = match payer {
            Payer::All => &state + region + kommuner,
            Payer::Forbund(name) if canonical(name) == canonical(&row.name) => &state + region + kommuner,
            Payer::Forbund(_) => BigRational::zero(),
            Payer::Region(of) => region * self.part_of_region(*of, row)?,
            Payer::Kommun(of) => match row.members.iter().position(|member| member == of) {
                None => BigRational::zero(),
                Some(place) => kommuner * &self.weights_of(row)?.parts(&row.members)[place],
            },
        };
        Ok(of_total / state)
    }

    /// A region's part of what the regions of a row pay.
    fn part_of_region(&self, of: RegionId, row: &Row) -> Result<BigRational, ModelError> {
        let (mut regions, mut weights) = (Vec::new(), Vec::new());
        self.count_regions(row, &mut regions, &mut weights)?;
        let all: u128 = weights.iter().copied().map(u128::from).sum();
        let counted = regions.iter().position(|region| *region == of).map_or(0, |place| weights[place]);
        Ok(BigRational::new(counted.into(), all.into()))
    }
}
