//! From exact amounts of any size to a side in whole kronor, by the same rules as [`super::kernel`].

use std::sync::Arc;

use num_rational::BigRational;
use num_traits::Zero;

use super::allocation::Model;
use super::error::ModelError;
use super::grouping::{Grouping, Row};
use super::kernel::{Funded, fund};
use super::kronor::Kronor;
use super::outcome::{Parties, RowMoney, Side, StateMoney, within_limit};
use super::path::rounded;
use super::rates::Rates;
use super::recorder::Silent;
use super::rounding::share_exactly;

/// The exact money of a row, kr.
#[derive(Clone, Debug)]
pub(super) struct ExactRow {
    /// The state's: base grant, by försörjningsmått and by inhabitants.
    pub(super) state: [BigRational; 3],
    /// `None` where it is not known.
    pub(super) kansli: Option<BigRational>,
}

impl Default for ExactRow {
    fn default() -> Self {
        Self { state: Default::default(), kansli: Some(BigRational::zero()) }
    }
}

impl ExactRow {
    /// Adds what another one has in so many parts of the whole.
    pub(super) fn add(&mut self, other: &Self, parts: &BigRational) {
        for (sum, part) in self.state.iter_mut().zip(&other.state) {
            *sum += part * parts;
        }
        let kansli = self.kansli.take().zip(other.kansli.as_ref());
        self.kansli = kansli.map(|(sum, kansli)| sum + kansli * parts);
    }
}

/// Who has a krona left over where fractions are equal.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Ties {
    /// The row with the lowest kommunkod.
    Kommunkod,
    /// The row that stands first: the year has several groupings.
    Order,
}

impl Model {
    /// What the rows of a grouping have at some rates, exactly; no kansli is known yet.
    pub(super) fn exact_rows(&self, grouping: &Grouping, rates: &Rates) -> Vec<ExactRow> {
        let exact = |row: &Arc<Row>| {
            let base = self.row_base(row);
            let [forsorjningsmatt, befolkning] = rates.exact_parts(base.base).map(BigRational::from);
            let base_grant = BigRational::from_integer(rates.base_grant(base).into());
            ExactRow { state: [base_grant, forsorjningsmatt, befolkning], kansli: None }
        };
        grouping.rows().iter().map(exact).collect()
    }

    /// The state money of all rows of a grouping before it is rounded, kr.
    #[must_use]
    pub fn exact_state(&self, grouping: &Grouping, rates: &Rates) -> BigRational {
        self.exact_rows(grouping, rates).iter().flat_map(|row| &row.state).sum()
    }

    /// A side of whole kronor.
    pub(super) fn rounded_side(
        &self,
        rows: &[Arc<Row>],
        exact: &[ExactRow],
        ties: Ties,
    ) -> Result<Side, ModelError> {
        let rank = |place: usize| match ties {
            Ties::Kommunkod => rows[place].lowest().index(),
            Ties::Order => place,
        };
        let wholes: Vec<BigRational> = exact.iter().map(|row| row.state.iter().sum()).collect();
        let wholes = share_exactly(sum_rounded(&wholes)?, &wholes, rank);
        let kanslier: Vec<Option<BigRational>> = exact.iter().map(|row| row.kansli.clone()).collect();
        let kanslier = whole_parts(&kanslier, rank)?;
        let mut money = Vec::with_capacity(rows.len());
        let mut parties = Parties::default();
        for (place, ((row, exact), whole)) in rows.iter().zip(exact).zip(wholes).enumerate() {
            let components = share_exactly(whole, &exact.state, |component| component);
            let [base, forsorjningsmatt, befolkning] =
                <[u64; 3]>::try_from(components).expect("as many as there are").map(Kronor::exact);
            let Funded { total, region, kommuner } = fund(whole, &self.baseline().parameters.funding)?;
            let row_money = RowMoney {
                state: StateMoney { base, forsorjningsmatt, befolkning, total: Kronor::exact(whole) },
                region,
                regions: self.contributions_of_regions(place, row, region, &mut parties, &mut Silent)?,
                kommuner,
                contributions: self.contributions(place, row, kommuner, &mut parties, &mut Silent)?,
                total,
                kansli: kanslier[place].map(Kronor::exact),
            };
            money.push((row.id, row_money));
        }
        let side = Side::new(money, ties == Ties::Order);
        within_limit(side.money().map(|row| row.total))?;
        within_limit(side.money().filter_map(|row| row.kansli))?;
        Ok(side)
    }
}

/// Amounts in whole units that add up to the rounded sum of those that are known, by largest remainder; equal fractions
/// go to the lowest rank.
///
/// # Errors
/// If their sum is too large.
pub(super) fn whole_parts<Rank: Ord>(
    amounts: &[Option<BigRational>],
    rank: impl Fn(usize) -> Rank,
) -> Result<Vec<Option<u64>>, ModelError> {
    let known: Vec<usize> = (0..amounts.len()).filter(|&place| amounts[place].is_some()).collect();
    let exact: Vec<BigRational> = amounts.iter().flatten().cloned().collect();
    let parts = share_exactly(sum_rounded(&exact)?, &exact, |place| rank(known[place]));
    let mut whole = vec![None; amounts.len()];
    for (place, part) in known.into_iter().zip(parts) {
        whole[place] = Some(part);
    }
    Ok(whole)
}

fn sum_rounded(amounts: &[BigRational]) -> Result<u64, ModelError> {
    let sum: BigRational = amounts.iter().sum();
    rounded(&sum).and_then(|sum| u64::try_from(sum).ok()).ok_or(ModelError::TooLarge)
}
