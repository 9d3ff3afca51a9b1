//! The money of a grouping, by the kernel that scenarios are computed with.
//!
//! All kommuner stay, so that the state's money to all förbund of the baseline together depends on their number alone, and
//! is rounded once. What that leaves for the searched ones depends on the grouping by a krona for each of the others; and
//! where the state's share does not divide, so does the income. Then the sums only bound it, and the kernel tells.

use super::kommun_set::KommunSet;
use super::problem::Problem;
use crate::model::allocation::{CountryAfter, Model};
use crate::model::allocation_base::{AllocationBase, RowBase};
use crate::model::error::ModelError;
use crate::model::kernel::{Workspace, fund, state_money};
use crate::model::key::KeyWeights;
use crate::model::kommun::KommunId;
use crate::model::kronor::Kronor;
use crate::model::rates::Rates;
use crate::model::recorder::Silent;

/// What the searched förbund have in all, kr a year.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Income {
    /// From the state.
    pub state: i64,
    /// From all.
    pub total: i64,
}

/// The rates at which each number of searched förbund is paid.
#[derive(Debug)]
pub struct Money<'run> {
    model: &'run Model,
    problem: &'run Problem,
    /// What the förbund of the baseline have none of whose kommuner is searched.
    others: Vec<RowBase>,
    /// By number of searched förbund from none on; none where there are no net figures.
    net: Vec<Option<Rates>>,
    /// What kommuner count under the key of the baseline.
    weights: KeyWeights,
    /// The sums of all searched kommuner.
    base: AllocationBase,
}

impl<'run> Money<'run> {
    /// That of a problem, for every number of searched förbund up to `most`.
    ///
    /// # Errors
    /// If the base grants of so many exceed the appropriation, or figures are too large.
    pub fn new(model: &'run Model, problem: &'run Problem, most: usize) -> Result<Self, ModelError> {
        let is_searched = |kommun: &KommunId| problem.kommuner.iter().any(|one| one.id == *kommun);
        let base = |members: &[KommunId]| {
            AllocationBase::sum(members.iter().map(|member| model.bases()[member.index()]))
        };
        let mut others = Vec::new();
        for row in model.before().forbund().filter(|row| !row.members.iter().any(is_searched)) {
            let base = base(&row.members)?;
            others.push(RowBase { base, has_base_grant: true, lowest: row.lowest() });
        }
        let ids = problem.ids(problem.all());
        let joined: Vec<KommunId> =
            ids.iter().copied().filter(|kommun| !model.before().holds(*kommun)).collect();
        let mut net = vec![None];
        for number in 1..=most {
            let forbund = i64::try_from(number + others.len()).expect("a count of förbund");
            let country = CountryAfter { forbund, joined: &joined, left: &[] };
            net.push(model.net_rates(country, &mut Silent)?);
        }
        let weights = model.weights_under(&model.baseline().keys.kommuner)?;
        Ok(Self { model, problem, others, net, weights, base: base(&ids)? })
    }

    /// The rates of so many searched förbund; none where there are no net figures.
    #[must_use]
    pub fn rates(&self, net: bool, number: usize) -> Option<&Rates> {
        if net { self.net.get(number)?.as_ref() } else { Some(self.model.gross_rates()) }
    }

    /// The least and the most that so many searched förbund have from the state, and in all.
    ///
    /// # Errors
    /// If that is too large.
    pub fn bounds(&self, net: bool, number: usize) -> Result<Option<[Income; 2]>, ModelError> {
        let Some(rates) = self.rates(net, number) else { return Ok(None) };
        let without_grant =
            |base| rates.exact_money(RowBase { base, ..RowBase::empty(false, KommunId::new(0)) });
        let sum = self.others.iter().try_fold(self.base, |sum, row| sum.plus(row.base))?;
        let exact = without_grant(sum);
        let grants = rates.exact_money(RowBase::empty(true, KommunId::new(0))).whole;
        let rows = u64::try_from(number + self.others.len()).expect("a count of förbund");
        let rounded = u64::from(exact.remainder >= rates.denominator() - exact.remainder);
        let all = exact.whole + grants * rows + rounded;
        let least_of_others: u64 = self.others.iter().map(|row| rates.exact_money(*row).whole).sum();
        let most = all.checked_sub(least_of_others).ok_or(ModelError::TooLarge)?;
        let least = most.saturating_sub(self.others.len() as u64);
        let funding = &self.model.baseline().parameters.funding;
        let [share, ..] = *funding.numerators();
        let forbund = i64::try_from(number).expect("a count of förbund");
        // Each förbund's income is rounded by itself, by a half at most.
        let rounding = if funding.denominator().is_multiple_of(share) { 0 } else { forbund.midpoint(2) };
        let of = |state: u64, rounding: i64| {
            let total = fund(state, funding)?.total.get() + rounding;
            Ok(Income { state: Kronor::exact(state).get(), total })
        };
        Ok(Some([of(least, -rounding)?, of(most, rounding)?]))
    }

    /// The rows of a grouping and the others.
    fn rows(&self, groups: &[KommunSet]) -> Vec<RowBase> {
        let row = |group: &KommunSet| {
            let ids = self.problem.ids(*group);
            let base = ids.iter().map(|kommun| self.model.bases()[kommun.index()]);
            let base = AllocationBase::sum(base).expect("a part of the sum of all kommuner");
            RowBase { base, has_base_grant: true, lowest: ids[0] }
        };
        groups.iter().map(row).chain(self.others.iter().copied()).collect()
    }

    /// The state's money to each of the searched förbund; none where there are no net figures.
    fn state(&self, net: bool, groups: &[KommunSet]) -> Option<Vec<u64>> {
        let rates = self.rates(net, groups.len())?;
        let mut workspace = Workspace::default();
        let mut money = state_money(rates, &self.rows(groups), &mut workspace).to_vec();
        money.truncate(groups.len());
        Some(money)
    }

    /// What a grouping has; none where there are no net figures.
    ///
    /// # Panics
    /// If that is too large, which [`Self::bounds`] finds.
    #[must_use]
    pub fn income(&self, net: bool, groups: &[KommunSet]) -> Option<Income> {
        let funding = &self.model.baseline().parameters.funding;
        let mut income = Income { state: 0, total: 0 };
        for state in self.state(net, groups)? {
            income.state += Kronor::exact(state).get();
            income.total += fund(state, funding).expect("within the bounds of all").total.get();
        }
        Some(income)
    }

    /// What a kommun pays of what the kommuner of its förbund pay together where the state pays so much, kr a year.
    fn contribution_of(&self, group: KommunSet, kommun: usize, state: u64) -> Result<i64, ModelError> {
        let funded = fund(state, &self.model.baseline().parameters.funding)?;
        let ids = self.problem.ids(group);
        // One of today's, unchanged, keeps its key.
        let today = self.model.before().forbund().find(|row| row.members == ids && row.key.is_some());
        let own = today.map(|row| self.model.weights_of(row)).transpose()?;
        let shares = own.as_deref().unwrap_or(&self.weights).share(funded.kommuner, &ids);
        let share = shares.iter().find(|(payer, _)| *payer == self.problem.kommuner[kommun].id);
        Ok(share.expect("a member of its own förbund").1.get())
    }

    /// What a kommun pays in a grouping; none where there are no net figures.
    ///
    /// # Panics
    /// If that is too large, which [`Self::contributions`] finds.
    #[must_use]
    pub fn contribution(&self, net: bool, groups: &[KommunSet], kommun: usize) -> Option<i64> {
        let states = self.state(net, groups)?;
        let (group, state) = groups.iter().zip(states).find(|(group, _)| group.contains(kommun))?;
        Some(self.contribution_of(*group, kommun, state).expect("within the bounds of all"))
    }

    /// The least and the most that a kommun pays in a förbund that is one of so many: it has the whole kronor of its exact
    /// money from the state, or one more.
    ///
    /// # Errors
    /// If that is too large.
    pub fn contributions(
        &self,
        net: bool,
        group: KommunSet,
        kommun: usize,
        number: usize,
    ) -> Result<Option<[i64; 2]>, ModelError> {
        let Some(rates) = self.rates(net, number) else { return Ok(None) };
        let row = self.rows(&[group])[0];
        let whole = rates.exact_money(row).whole;
        // More from the state can mean less for one payer: largest remainders are no monotone rule.
        let pays = [whole, whole + 1].map(|state| self.contribution_of(group, kommun, state));
        let [one, other] = pays;
        let (one, other) = (one?, other?);
        Ok(Some([one.min(other), one.max(other)]))
    }
}
