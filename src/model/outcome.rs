//! A grouping in kronor: what each row, kommun and region gets and pays on one side.

use std::collections::BTreeMap;
use std::sync::Arc;

use num_rational::BigRational;

use super::allocation::{CountryAfter, Model};
use super::baseline::Baseline;
use super::error::ModelError;
use super::grouping::{Grouping, Row};
use super::kansli::{SplitBy, share_by_agreement, share_in_order};
use super::kernel::{Funded, Workspace, fund, record_state_money, state_components, state_money};
use super::key::Key;
use super::kommun::{KommunId, RegionId};
use super::kronor::Kronor;
use super::rates::Rates;
use super::recorder::{Recorder, Silent};
use super::rounding::{Scratch, share_by_weight_in};
use super::row_id::RowId;
use super::rules::BoundBy;
pub use super::side::{RowMoney, Side, StateMoney};
use super::step::{Shared, SideName, Step};

/// What a grouping leads to.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Outcome {
    /// Today.
    pub before: Side,
    /// Afterwards, at today's kronor per unit.
    pub gross: Side,
    /// Afterwards, when the locked national total has been shared out anew; `None` where that cannot be known.
    pub net: Option<Side>,
    /// Förbund that ended within the year: they have money and are in no grouping at its end.
    pub ended: Vec<Arc<Row>>,
    /// The rules that bound something: on today's side, gross, then net.
    pub bound: Vec<Bound>,
}

/// A rule that bound the state's money to a row.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Bound {
    /// The name of the row.
    pub forbund: String,
    /// On which side.
    pub side: SideName,
    /// Which rule.
    pub by: BoundBy,
    /// The money without it, kr a year.
    pub without: Kronor,
    /// With it, kr a year.
    pub with: Kronor,
}

impl Model {
    /// Prepares a baseline.
    ///
    /// # Errors
    /// If the baseline's own figures do not allow a calculation; see [`ModelError`].
    pub fn new(baseline: Baseline) -> Result<Self, ModelError> {
        Self::recorded(baseline, &mut Silent)
    }

    /// [`Model::new`] that records how the rates of today, or the allocation bases of the kommuner, come about.
    ///
    /// # Errors
    /// As [`Model::new`].
    pub fn recorded<R: Recorder>(baseline: Baseline, recorder: &mut R) -> Result<Self, ModelError> {
        let mut model = Self::prepared(baseline, recorder)?;
        model.check_keys(model.before().rows())?;
        // What is too large today is an error of the baseline, not of the first scenario that meets it.
        model.today = model.computed_today(&mut Silent)?;
        Ok(model)
    }

    /// Computes today's grouping and `after`.
    ///
    /// # Errors
    /// If the figures are too large, the base grants exceed the appropriation, or a key cannot share.
    pub fn outcome<R: Recorder>(&self, after: &Grouping, recorder: &mut R) -> Result<Outcome, ModelError> {
        self.check_keys(self.changed(after))?;
        recorder.record(|| Step::Side(SideName::Before));
        let before = self.today(recorder)?;
        recorder.record(|| Step::Side(SideName::Gross));
        let mut gross = self.side_of(after, self.gross_rates(), R::IS_SILENT, recorder)?;
        recorder.record(|| Step::Side(SideName::Net));
        let mut net = self
            .net_rates(CountryAfter::of(after), recorder)?
            .map(|rates| self.side(after, &rates, recorder))
            .transpose()?;
        self.split_kanslier(after, &mut gross, net.as_mut(), recorder)?;
        Ok(Outcome { before, gross, net, ended: Vec::new(), bound: Vec::new() })
    }

    /// What the kansli of a förbund costs today with its part of one that is shared, kr a year, if known.
    #[must_use]
    pub fn kansli_today(&self, id: RowId) -> Option<Kronor> {
        let mut rows = self.today.of(self.before());
        rows.find(|(row, _)| row.id == id).and_then(|(_, money)| money.kansli)
    }

    /// Today's side, with what is shared today.
    pub(super) fn today<R: Recorder>(&self, recorder: &mut R) -> Result<Side, ModelError> {
        if R::IS_SILENT {
            return Ok(self.today.clone());
        }
        self.computed_today(recorder)
    }

    fn computed_today<R: Recorder>(&self, recorder: &mut R) -> Result<Side, ModelError> {
        let mut before = self.side(self.before(), self.gross_rates(), recorder)?;
        self.split_kanslier(self.before(), &mut before, None, recorder)?;
        Ok(before)
    }

    /// Adds the shares of shared kanslier. They are split last, and on both sides by the same gross incomes: the kansli
    /// costs what it costs.
    fn split_kanslier<R: Recorder>(
        &self,
        grouping: &Grouping,
        gross: &mut Side,
        net: Option<&mut Side>,
        recorder: &mut R,
    ) -> Result<(), ModelError> {
        if grouping.shared().is_empty() {
            return within_limit(gross.money().filter_map(|row| row.kansli));
        }
        let kanslier = self.kanslier(grouping, gross, recorder)?;
        for side in std::iter::once(gross).chain(net) {
            side.take_kanslier(&kanslier);
        }
        Ok(())
    }

    /// The money of every row of a grouping at some rates, each with its own kansli alone.
    pub(super) fn side<R: Recorder>(
        &self,
        grouping: &Grouping,
        rates: &Rates,
        recorder: &mut R,
    ) -> Result<Side, ModelError> {
        self.side_of(grouping, rates, false, recorder)
    }

    /// [`Self::side`], where money of today can be taken over if the rates are those of today.
    fn side_of<R: Recorder>(
        &self,
        grouping: &Grouping,
        rates: &Rates,
        takes_from_today: bool,
        recorder: &mut R,
    ) -> Result<Side, ModelError> {
        let bases: Vec<_> = grouping.rows().iter().map(|row| self.row_base(row)).collect();
        for (position, row) in grouping.rows().iter().enumerate() {
            for &kommun in &row.members {
                recorder.record(|| {
                    let base = self.bases()[kommun.index()];
                    let [forsorjningsmatt, befolkning] = rates.exact_parts(base);
                    Step::KommunExact { row: position, kommun, base, forsorjningsmatt, befolkning }
                });
            }
        }
        let (mut workspace, mut parties) = (Workspace::default(), Parties::default());
        let money = state_money(rates, &bases, &mut workspace);
        record_state_money(rates, &bases, money, recorder);
        let mut rows = Vec::with_capacity(bases.len());
        for (position, ((row, base), &whole)) in grouping.rows().iter().zip(&bases).zip(money).enumerate() {
            if let Some(known) = takes_from_today.then(|| self.money_of_today(row, whole)).flatten() {
                rows.push((row.id, known));
                continue;
            }
            let components = state_components(rates, *base, whole).map(Kronor::exact);
            recorder.record(|| Step::RowComponents { row: position, components });
            let state = Kronor::exact(whole);
            let Funded { total, region, kommuner } = fund(whole, &self.baseline().parameters.funding)?;
            recorder.record(|| Step::Funded { row: position, state, total, region, kommuner });
            let [base, forsorjningsmatt, befolkning] = components;
            let money = RowMoney {
                state: StateMoney { base, forsorjningsmatt, befolkning, total: state },
                region,
                regions: self.contributions_of_regions(position, row, region, &mut parties, recorder)?,
                kommuner,
                contributions: self.contributions(position, row, kommuner, &mut parties, recorder)?,
                total,
                kansli: row.kansli.known(),
            };
            rows.push((row.id, money));
        }
        let side = Side::new(rows, false);
        within_limit(side.money().map(|row| row.total))?;
        Ok(side)
    }

    /// What a row that is as today has at today's rates: the same as today where the rounding of the whole side gives it
    /// as many kronor of the state.
    fn money_of_today(&self, row: &Arc<Row>, whole: u64) -> Option<RowMoney> {
        let known = self.today.money_of(row, row.id.index()).filter(|_| self.is_as_today(row))?;
        let is_same = known.state.total == Kronor::exact(whole);
        is_same.then(|| RowMoney { kansli: row.kansli.known(), ..known.clone() })
    }

    /// What the kommuner of a row pay of their part, by its key.
    pub(super) fn contributions<R: Recorder>(
        &self,
        position: usize,
        row: &Row,
        sum: Kronor,
        parties: &mut Parties,
        recorder: &mut R,
    ) -> Result<Arc<[(KommunId, Kronor)]>, ModelError> {
        let weights = self.weights_of(row)?;
        if let Some(counted) = weights.plain_of(&row.members) {
            let Parties { weights, scratch, .. } = parties;
            weights.clear();
            weights.extend(counted);
            let shares = shared((Shared::Kommuner, position), sum, weights, scratch, recorder);
            return Ok(row.members.iter().copied().zip(shares).collect());
        }
        let contributions = weights.share(sum, &row.members);
        recorder.record(|| {
            let shares = contributions.iter().map(|(_, amount)| amount.unsigned()).collect();
            Step::Shared { what: Shared::Kommuner, row: position, sum, weights: Vec::new(), shares }
        });
        Ok(contributions.into())
    }

    /// What the regions of a row pay of their part, by their key, in order of their lowest kommunkod. What a kommun
    /// counts is checked, the sum of several is not until here.
    pub(super) fn contributions_of_regions<R: Recorder>(
        &self,
        position: usize,
        row: &Row,
        sum: Kronor,
        parties: &mut Parties,
        recorder: &mut R,
    ) -> Result<Arc<[(RegionId, Kronor)]>, ModelError> {
        let Parties { regions, weights, scratch } = parties;
        self.count_regions(row, regions, weights)?;
        let shares = shared((Shared::Regions, position), sum, weights, scratch, recorder);
        Ok(regions.iter().copied().zip(shares).collect())
    }

    /// The regions of a row in order of their lowest kommunkod, and what each counts under their key.
    pub(super) fn count_regions(
        &self,
        row: &Row,
        regions: &mut Vec<RegionId>,
        weights: &mut Vec<u64>,
    ) -> Result<(), ModelError> {
        regions.clear();
        weights.clear();
        let counted = self.region_weights.plain_of(&row.members).expect("the key of regions is not mixed");
        for (&member, weight) in row.members.iter().zip(counted) {
            let region = self.baseline().kommuner.get(member).region;
            match regions.iter().position(|known| *known == region) {
                None => {
                    regions.push(region);
                    weights.push(weight);
                }
                // "Lika" counts regions equally, not their kommuner.
                Some(_) if self.baseline().keys.regions == Key::Lika => {}
                Some(known) => {
                    weights[known] = weights[known].checked_add(weight).ok_or(ModelError::TooLarge)?;
                }
            }
        }
        Ok(())
    }

    /// What a row counts for its part of a shared kansli, where shares are not agreed.
    pub(super) fn share_weight(&self, split_by: SplitBy, (row, money): (&Row, &RowMoney)) -> u64 {
        match split_by {
            SplitBy::Budget => money.total.unsigned(),
            SplitBy::Befolkning => self.baseline().figures.inhabitants(&row.members),
            SplitBy::Lika | SplitBy::Shares => 1,
        }
    }

    /// Each row's own kansli with its share of a shared one.
    pub(super) fn kanslier<R: Recorder>(
        &self,
        after: &Grouping,
        gross: &Side,
        recorder: &mut R,
    ) -> Result<BTreeMap<RowId, Option<Kronor>>, ModelError> {
        let mut kanslier: BTreeMap<RowId, Option<Kronor>> =
            after.rows().iter().map(|row| (row.id, row.kansli.known())).collect();
        let rows: Vec<(&Row, &RowMoney)> = gross.of(after).collect();
        for (shared, participants) in after.shared().iter().zip(after.participants()) {
            if participants.is_empty() {
                continue;
            }
            let ranks: Vec<KommunId> = participants.iter().map(|(row, _)| rows[*row].0.lowest()).collect();
            let weights = participants.iter().map(|(row, _)| self.share_weight(shared.split_by, rows[*row]));
            let weights = weights.zip(&ranks);
            let agreed: Vec<BigRational> = participants.iter().map(|(_, share)| (*share).clone()).collect();
            let cost = shared.cost.amount();
            let shares = if shared.split_by == SplitBy::Shares {
                share_by_agreement(cost, &agreed, &ranks)
            } else {
                share_in_order(cost, &weights.map(|(weight, lowest)| (*lowest, weight)).collect::<Vec<_>>())
            };
            recorder.record(|| Step::KansliShared {
                sharing: shared.sharing,
                cost: shared.cost.clone(),
                pool: shared.pool.map(|pool| pool.id),
                split_by: shared.split_by,
                rows: participants.iter().map(|(row, _)| *row).collect(),
                agreed,
                shares: shares.clone(),
            });
            let participants = participants.into_iter().map(|(row, _)| row);
            for (position, share) in participants.zip(shares) {
                kanslier.entry(rows[position].0.id).and_modify(|own| *own = own.map(|own| own + share));
            }
        }
        within_limit(kanslier.values().flatten().copied())?;
        Ok(kanslier)
    }
}

/// The memory in which the parts of a row are shared over those who pay them; keep one and pass it for every row.
#[derive(Default, Debug)]
pub(super) struct Parties {
    regions: Vec<RegionId>,
    weights: Vec<u64>,
    scratch: Scratch,
}

/// A sum shared over those who pay it, in order of kommunkod, by what they count.
fn shared<'scratch, R: Recorder>(
    (what, row): (Shared, usize),
    sum: Kronor,
    weights: &[u64],
    scratch: &'scratch mut Scratch,
    recorder: &mut R,
) -> impl Iterator<Item = Kronor> {
    let shares: &'scratch [u64] = share_by_weight_in(sum.unsigned(), weights, scratch);
    recorder.record(|| Step::Shared { what, row, sum, weights: weights.to_vec(), shares: shares.to_vec() });
    shares.iter().copied().map(Kronor::exact)
}

pub(super) fn within_limit(amounts: impl Iterator<Item = Kronor>) -> Result<(), ModelError> {
    let sum: i128 = amounts.map(|amount| i128::from(amount.get())).sum();
    if sum > i128::from(Kronor::LARGEST_RESULT.get()) { Err(ModelError::TooLarge) } else { Ok(()) }
}
