//! The least and the most that the rules let a row have.

use num_rational::BigRational;

use super::holdings::Holding;
use super::past::Past;
use super::{BaseGrant, Rules, brought};
use crate::reference::case::Case;
use crate::reference::fractions::{decimal, whole};
use crate::reference::money::ExactRow;

#[derive(Clone, Debug, Default)]
pub(crate) struct Bounds {
    /// The guard.
    lo: Option<BigRational>,
    /// The least cap, and whose it is.
    hi: Option<(BigRational, &'static str)>,
}

/// What the year before was, for a side.
pub(crate) struct Before<'past> {
    /// None where the guard is not in force.
    pub guard: Option<&'past Past>,
    pub equity: &'past Past,
}

impl Bounds {
    /// The bounds of a row that has its base grant and what its kommuner bring before any λ.
    pub(crate) fn of(
        case: &Case,
        rules: &Rules,
        row: &ExactRow,
        holding: &Holding,
        before: &Before,
    ) -> Bounds {
        if row.outside {
            return Bounds::default();
        }
        let base_grant = rules.guard.as_ref().map_or(BaseGrant::Lapses, |guard| guard.base_grant);
        let state_share = decimal(&case.state_share);
        let income = before.equity.state_money(&row.members, base_grant) / &state_share;
        let is_above = |ratio: &str| {
            holding.eget_kapital.as_ref().is_some_and(|equity| *equity > decimal(ratio) * &income)
        };

        let formula = &row.base + brought(row);
        let equity = rules.equity.iter().filter(|step| is_above(&step.above));
        let equity = equity.map(|step| ((whole(1) - decimal(&step.reduce)) * &formula, "equity"));
        let matching = holding
            .matchning
            .as_ref()
            .map(|matchning| (matchning * &state_share / (whole(1) - &state_share), "matching"));
        // Of equal ones the first.
        let hi = equity.chain(matching).min_by(|one, other| one.0.cmp(&other.0));

        let lo = rules.guard.as_ref().zip(before.guard).and_then(|(guard, past)| {
            let is_excepted = guard.except_equity_above.as_deref().is_some_and(is_above);
            let least = whole(1) - decimal(&guard.most_decrease);
            (!is_excepted).then(|| least * past.state_money(&row.members, base_grant))
        });
        Bounds { lo, hi }
    }

    /// A cap from outside the row. Of equal ones the first.
    pub(crate) fn cap(&mut self, most: BigRational) {
        if self.hi.as_ref().is_none_or(|(hi, _)| most < *hi) {
            self.hi = Some((most, "cap"));
        }
    }

    /// An amount within the bounds, and the rule that it lies at. Where the least is above the most, the most holds.
    pub(crate) fn clamp(&self, amount: &BigRational) -> (BigRational, Option<&'static str>) {
        let mut clamped = (amount.clone(), None);
        if let Some(lo) = &self.lo
            && clamped.0 < *lo
        {
            clamped = (lo.clone(), Some("guard"));
        }
        if let Some((hi, rule)) = &self.hi
            && clamped.0 > *hi
        {
            clamped = (hi.clone(), Some(*rule));
        }
        clamped
    }

    /// Where the amount of a row stops following λ, or begins to.
    pub(crate) fn limits(&self) -> impl Iterator<Item = &BigRational> {
        self.lo.iter().chain(self.hi.iter().map(|(hi, _)| hi))
    }
}
