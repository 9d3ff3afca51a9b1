//! A side in whole kronor: what each row gets, and what each kommun and region pays.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::grouping::{Grouping, Row};
use super::key::KeyWeights;
use super::kommun::{KommunId, RegionId};
use super::kronor::Kronor;
use super::row_id::RowId;

/// The state's money to one row by component, kr.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct StateMoney {
    /// Grundtilldelning.
    pub base: Kronor,
    /// The part by försörjningsmått.
    pub forsorjningsmatt: Kronor,
    /// The part by inhabitants 16–64.
    pub befolkning: Kronor,
    /// All three.
    pub total: Kronor,
}

/// The money of one row, kr a year.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RowMoney {
    /// From the state.
    pub state: StateMoney,
    /// From the regions together.
    pub region: Kronor,
    /// From each region, in order of their lowest kommunkod in the row.
    pub regions: Arc<[(RegionId, Kronor)]>,
    /// From the kommuner together.
    pub kommuner: Kronor,
    /// From each kommun, in order of kommunkod.
    pub contributions: Arc<[(KommunId, Kronor)]>,
    /// All income.
    pub total: Kronor,
    /// The cost of its kansli with its share of a shared one, if known.
    pub kansli: Option<Kronor>,
}

/// A grouping before or after, gross or net: the money of each row, in the order of [`Grouping::rows`].
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Side {
    rows: Vec<(RowId, RowMoney)>,
    /// Whether the grouping changes within the year.
    is_mixed: bool,
}

impl Side {
    pub(super) fn new(rows: Vec<(RowId, RowMoney)>, is_mixed: bool) -> Self {
        Self { rows, is_mixed }
    }

    /// The money of every row.
    #[must_use]
    pub fn money(&self) -> impl ExactSizeIterator<Item = &RowMoney> {
        self.rows.iter().map(|(_, money)| money)
    }

    /// Each row of the grouping that this is a side of, with its money.
    ///
    /// # Panics
    /// If it is a side of another grouping: no row may ever get the amounts of another.
    pub fn of<'side>(
        &'side self,
        grouping: &'side Grouping,
    ) -> impl Iterator<Item = (&'side Row, &'side RowMoney)> {
        let of = |(place, row): (usize, &'side Arc<Row>)| {
            let money = self.money_of(row, place).expect("the side of this grouping has each of its rows");
            (row.as_ref(), money)
        };
        grouping.rows().iter().enumerate().map(of)
    }

    /// Each row that ended within the year, with its money.
    pub fn of_ended<'side>(
        &'side self,
        ended: &'side [Arc<Row>],
    ) -> impl Iterator<Item = (&'side Row, &'side RowMoney)> {
        let money = |row: &'side Arc<Row>| Some((row.as_ref(), self.money_of(row, self.rows.len())?));
        ended.iter().filter_map(money)
    }

    /// The money of a row, which is looked for first where it most likely stands.
    #[must_use]
    pub fn money_of(&self, row: &Row, likely: usize) -> Option<&RowMoney> {
        let is_of_row = |(id, _): &&(RowId, RowMoney)| *id == row.id;
        let found = self.rows.get(likely).filter(is_of_row).or_else(|| self.rows.iter().find(is_of_row));
        found.map(|(_, money)| money)
    }

    /// Takes what the kanslier of the rows cost with their shares of shared ones.
    pub(super) fn take_kanslier(&mut self, kanslier: &BTreeMap<RowId, Option<Kronor>>) {
        for (row, money) in &mut self.rows {
            money.kansli = kanslier[row];
        }
    }

    /// What each kommun of this side would pay under another key, the sums of the förbund being the same; `None` where
    /// the key cannot share the part of some row, or the grouping changes within the year. Outside rows are left out: who
    /// else shares what they pay is not known.
    #[must_use]
    pub fn contributions_under(
        &self,
        weights: &KeyWeights,
        grouping: &Grouping,
    ) -> Option<Vec<(KommunId, Kronor)>> {
        let rows = || self.of(grouping).filter(|(row, _)| !row.outside);
        // A single kommun pays all of it under any key.
        if self.is_mixed
            || rows().any(|(row, _)| row.members.len() > 1 && weights.check(&row.members).is_err())
        {
            return None;
        }
        Some(rows().flat_map(|(row, money)| weights.share(money.kommuner, &row.members)).collect())
    }
}
