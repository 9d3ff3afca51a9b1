//! How many inhabitants a förbund must have for its income to bear a kansli of some size.

use num_rational::BigRational;
use num_traits::{Signed, ToPrimitive};
use rust_decimal::Decimal;

use super::allocation::{CountryAfter, Model};
use super::allocation_base::AllocationBase;
use super::error::ModelError;
use super::kommun::KommunId;
use super::kronor::Kronor;
use super::rates::Rates;
use super::recorder::Silent;
use super::shares::exact;

/// What state money there is above the base grants, and for how many inhabitants 16–64: of the country, or on the calibrated
/// basis of the förbund whose amounts are decided.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct AboveBaseGrants {
    /// kr a year.
    amount: BigRational,
    /// Inhabitants 16–64.
    inhabitants: u64,
}

impl Model {
    /// What there is today, and gross after any change: the kronor per unit stay.
    ///
    /// # Errors
    /// If the figures have more digits than can be computed with.
    pub fn above_base_grants(&self) -> Result<AboveBaseGrants, ModelError> {
        let forbund = i64::try_from(self.baseline().forbund.len()).expect("a count of förbund");
        self.above(self.gross_rates(), CountryAfter { forbund, joined: &[], left: &[] })
    }

    /// What there is net; `None` where the appropriation or the number of other förbund is not known.
    ///
    /// # Errors
    /// If the base grants of that number of förbund exceed the appropriation.
    pub fn above_base_grants_net(
        &self,
        country: CountryAfter<'_>,
    ) -> Result<Option<AboveBaseGrants>, ModelError> {
        let rates = self.net_rates(country, &mut Silent)?;
        rates.map(|rates| self.above(&rates, country)).transpose()
    }

    fn above(&self, rates: &Rates, country: CountryAfter<'_>) -> Result<AboveBaseGrants, ModelError> {
        let baseline = self.baseline();
        if let Some(sums) = self.country_sums(country, &mut Silent)? {
            let pot = Rates::pot_of(&baseline.parameters, country.forbund)?;
            return Ok(AboveBaseGrants {
                amount: BigRational::from_integer(pot.into()),
                inhabitants: sums.befolkning,
            });
        }
        // The mean is of all kommuner of the file, also of those that leave: gross and net differ in rates alone.
        let members = self.before().rows().iter().flat_map(|row| &row.members).copied();
        let members: Vec<KommunId> = members.collect();
        let sums = AllocationBase::sum(members.iter().map(|member| self.bases()[member.index()]))?;
        let amount = rates.exact_parts(sums).map(BigRational::from).into_iter().sum();
        Ok(AboveBaseGrants { amount, inhabitants: baseline.figures.inhabitants(&members) })
    }

    /// The fewest inhabitants 16–64 with which a kansli takes at most a share of a förbund's income, if the förbund has as
    /// much försörjningsmått for each of them as all have together: its state money is then the base grant and the same
    /// amount for each inhabitant, before rules that bound it and before rounding. 0 where the base grant suffices; `None`
    /// where no number of inhabitants does, or more than can be counted.
    ///
    /// ```text
    /// kansli ≤ share · (G + b · M ÷ B) ÷ the state's share
    /// ```
    ///
    /// # Panics
    /// If the share is not above zero.
    #[must_use]
    pub fn smallest_forbund(
        &self,
        kansli: Kronor,
        most_share: Decimal,
        above: &AboveBaseGrants,
    ) -> Option<u64> {
        assert!(most_share > Decimal::ZERO, "a share above zero");
        let parameters = &self.baseline().parameters;
        let [state, ..] = *parameters.funding.written();
        let kronor = |amount: Kronor| BigRational::from_integer(amount.get().into());
        let lacking = kronor(kansli) * exact(state) / exact(most_share) - kronor(parameters.base_grant);
        if !lacking.is_positive() {
            return Some(0);
        }
        if !above.amount.is_positive() {
            return None;
        }
        let inhabitants = lacking * BigRational::from_integer(above.inhabitants.into()) / &above.amount;
        // Without any inhabitants nobody knows what one brings.
        (above.inhabitants > 0).then(|| inhabitants.ceil().to_integer().to_u64()).flatten()
    }
}
