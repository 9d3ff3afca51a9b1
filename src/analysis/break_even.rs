//! Where an alternative breaks even: what its kanslier must cost less than today for as much to remain for insatser,
//! and when what it costs once has been paid back.

use rust_decimal::Decimal;
use serde::Serialize;

use super::decimals::both_as_written;
use super::gross_and_net::GrossAndNet;
use super::ratio::quotient;
use super::total::Total;
use crate::catalogue::described;
use crate::model::kronor::Kronor;

// Merging two förbund loses 800 000 kr of income a year, gross (Integratia 2017), so that is what their kansli must
// save.
described!(
    /// Break-even: what must be saved, and when the one-off cost is paid back.
    #[sv = "Brytpunkten: vad som måste sparas, och när engångskostnaden är återbetald."]
    #[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
    pub struct BreakEven {
        /// By this much less must the kanslier cost than today, kr a year. 0 if income does not fall.
        #[sv = "Så mycket mindre måste kanslierna kosta än i dag, kr per år. 0 om intäkterna inte minskar."]
        #[figure(Kronor, "Behöver sparas", "Must be saved")]
        pub saving_needed: GrossAndNet<Kronor>,
        /// The same per förbund fewer, kr a year. Null if they are not fewer.
        #[sv = "Samma per förbund som försvinner, kr per år. Null om de inte blir färre."]
        #[figure(Kronor, "Per förbund färre", "Per förbund fewer")]
        pub saving_needed_per_forbund: GrossAndNet<Option<Kronor>>,
        /// What the changes cost once, kr. Null if the scenario does not say.
        #[sv = "Vad ändringarna kostar en gång, kr. Null om scenariot inte anger det."]
        #[figure(Kronor, "Engångskostnad", "One-off cost")]
        pub engangskostnad: Option<Kronor>,
        /// Years until the money for insatser has grown by as much, one decimal, without interest. Null if
        /// unknown or never.
        #[sv = "År tills pengarna till insatser har ökat lika mycket, en decimal, utan ränta. Null om det är \
                okänt eller aldrig sker."]
        #[figure(Plain, "Återbetald, år", "Paid back, years")]
        #[schemars(with = "GrossAndNet<Option<String>>")]
        #[serde(serialize_with = "both_as_written")]
        pub payback_years: GrossAndNet<Option<Decimal>>,
    }
);

impl BreakEven {
    /// From what changes in a year, gross and net.
    #[must_use]
    pub fn of(delta: &GrossAndNet<Total>, engangskostnad: Option<Kronor>) -> Self {
        let saving = |delta: &Total| Kronor::new(-delta.total.get().min(0));
        let per_forbund = |delta: &Total| {
            let fewer = -delta.forbund;
            let share = (fewer > 0).then(|| quotient(saving(delta).get(), fewer, 1, 0)).flatten()?;
            Some(Kronor::new(i64::try_from(share.mantissa()).expect("a part of an amount")))
        };
        let years = |delta: &Total| {
            let growth = delta.insatser.filter(|growth| *growth > Kronor::ZERO)?;
            quotient(engangskostnad?.get(), growth.get(), 10, 1)
        };
        Self {
            saving_needed: delta.as_ref().map(saving),
            saving_needed_per_forbund: delta.as_ref().map(per_forbund),
            engangskostnad,
            payback_years: delta.as_ref().map(years),
        }
    }

    /// Whether there is anything to break even with.
    #[must_use]
    pub fn is_of_interest(&self) -> bool {
        self.saving_needed.gross > Kronor::ZERO || self.engangskostnad.is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn total(forbund: i64, total: i64, insatser: Option<i64>) -> Total {
        let zero = Kronor::ZERO;
        Total {
            forbund,
            state: zero,
            region: zero,
            kommuner: zero,
            total: Kronor::new(total),
            kansli: None,
            insatser: insatser.map(Kronor::new),
            kansli_share: None,
        }
    }

    #[test]
    fn a_merger_of_three_must_save_800_000_per_forbund_that_goes() {
        let delta = GrossAndNet {
            gross: total(-2, -1_600_000, Some(-1_600_000)),
            net: Some(total(-2, -1_567_485, None)),
        };
        let found = BreakEven::of(&delta, Some(Kronor::new(500_000)));
        assert_eq!(found.saving_needed.gross, Kronor::new(1_600_000));
        assert_eq!(found.saving_needed_per_forbund.gross, Some(Kronor::new(800_000)));
        // 783 742.5 is rounded half away from zero.
        assert_eq!(found.saving_needed_per_forbund.net, Some(Some(Kronor::new(783_743))));
        assert_eq!(found.payback_years, GrossAndNet { gross: None, net: Some(None) });
    }

    #[test]
    fn a_cost_is_paid_back_by_what_insatser_gain() {
        let delta = GrossAndNet { gross: total(0, 0, Some(300_000)), net: None };
        let found = BreakEven::of(&delta, Some(Kronor::new(750_000)));
        assert_eq!(found.payback_years, GrossAndNet { gross: Some(Decimal::new(25, 1)), net: None });
        assert_eq!((found.saving_needed.gross, found.saving_needed_per_forbund.gross), (Kronor::ZERO, None));
        assert!(found.is_of_interest() && !BreakEven::of(&delta, None).is_of_interest());
    }
}
