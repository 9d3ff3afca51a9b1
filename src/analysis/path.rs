//! The years of a result, and what they add up to.

use serde::Serialize;

use super::bound::BoundResult;
use super::gross_and_net::GrossAndNet;
use super::side::{KommunResult, RegionResult, SideResult};
use super::total::Total;
use crate::catalogue::described;
use crate::model::kronor::Kronor;
use crate::model::path::Path;

described!(
    /// The years of a path.
    #[sv = "Tidsplanens år."]
    #[derive(Clone, PartialEq, Eq, Debug, Serialize)]
    pub struct PathResult {
        /// Each year.
        #[sv = "Varje år."]
        pub years: Vec<YearResult>,
        /// What changes against today, all years together, gross and net.
        #[sv = "Vad som ändras mot nuläget, alla år tillsammans, brutto och netto."]
        #[each(
            "Vad som ändras mot nuläget, alla år tillsammans",
            "What changes against today, all years together"
        )]
        pub accumulated: GrossAndNet<Accumulated>,
        /// The first year whose sum of insatser less one-off costs is not negative and stays so, gross and net. Null if
        /// unknown or never.
        #[sv = "Det första året då summan av insatser minus engångskostnader inte är negativ och sedan förblir så, \
                brutto och netto. Null om det är okänt eller aldrig sker."]
        #[each(
            "Det första året då summan av insatser minus engångskostnader inte är negativ och sedan förblir så",
            "The first year whose sum of insatser less one-off costs is not negative and stays so"
        )]
        #[figure(Plain, "Återbetald", "Paid back")]
        pub payback_year: GrossAndNet<Option<i64>>,
    }
);

described!(
    /// A year of a path.
    #[sv = "Ett år i tidsplanen."]
    #[derive(Clone, PartialEq, Eq, Debug, Serialize)]
    #[row(Named, "year", "year")]
    pub struct YearResult {
        /// The year.
        #[sv = "Året."]
        #[is(Id)]
        pub year: i64,
        /// The latest year of the kommun figures that it is computed with. Null if the table has no years.
        #[sv = "Det senaste året för de kommunuppgifter som det beräknas med. Null om tabellen saknar år."]
        pub figures_year: Option<i64>,
        /// Without any change.
        #[sv = "Utan någon förändring."]
        pub before: SideResult,
        /// After the changes, at the kronor per unit of the year without them.
        #[sv = "Efter förändringarna, med kronorna per enhet som i året utan dem."]
        pub gross: SideResult,
        /// After the changes and the redistribution in the country. Null if unknown.
        #[sv = "Efter förändringarna och omfördelningen i riket. Null om det är okänt."]
        pub net: Option<SideResult>,
        /// What the changes change, gross and net.
        #[sv = "Vad förändringarna ändrar, brutto och netto."]
        #[each("Vad förändringarna ändrar", "What the changes change")]
        #[is(Difference)]
        pub delta: GrossAndNet<Total>,
        /// What changes cost once in the year, kr.
        #[sv = "Vad förändringar kostar en gång under året, kr."]
        #[figure(Kronor, "Engångskostnad", "One-off cost")]
        pub one_off: Kronor,
        /// The rules that bound something.
        #[sv = "Reglerna som begränsade något."]
        pub bound: Vec<BoundResult>,
    }
);

described!(
    /// Changes against today, all years together, kr.
    #[sv = "Förändringar mot nuläget, alla år tillsammans, kr."]
    #[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
    pub struct Accumulated {
        /// All income, kr.
        #[sv = "Alla intäkter, kr."]
        #[figure(Kronor, "Intäkter", "Income")]
        #[is(Signed, Income)]
        pub total: Kronor,
        /// Money for insatser, kr. Null if a kansli is unknown.
        #[sv = "Pengar till insatser, kr. Null om något kansli är okänt."]
        #[figure(Kronor, "Insatser", "Insatser")]
        #[is(Signed, Income)]
        pub insatser: Option<Kronor>,
        /// One-off costs, kr.
        #[sv = "Engångskostnader, kr."]
        #[figure(Kronor, "Engångskostnader", "One-off costs")]
        pub one_off: Kronor,
        /// Money for insatser less one-off costs, kr. Null if a kansli is unknown.
        #[sv = "Pengar till insatser minus engångskostnader, kr. Null om något kansli är okänt."]
        #[figure(Kronor, "Insatser efter engångskostnader", "Insatser after one-off costs")]
        #[is(Signed, Income)]
        pub insatser_after_one_off: Option<Kronor>,
        /// The same, discounted to the first year, kr. Null if there is no discount rate or a kansli is unknown.
        #[sv = "Detsamma, omräknat till det första årets värde, kr. Null utan ränta, eller om något kansli är okänt."]
        #[figure(Kronor, "Nuvärde", "Present value")]
        #[is(Signed, Income)]
        pub present_value: Option<Kronor>,
    }
);

/// What the parties pay in a year.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct YearParties {
    /// Each kommun, by kommunkod.
    pub kommuner: Vec<KommunResult>,
    /// Each region, by name.
    pub regions: Vec<RegionResult>,
}

impl YearResult {
    /// After the changes, gross and net.
    #[must_use]
    pub fn after(&self) -> GrossAndNet<&SideResult> {
        GrossAndNet { gross: &self.gross, net: self.net.as_ref() }
    }

    /// What the year leaves more than today for insatser, less what changes cost once, kr.
    #[must_use]
    pub fn insatser_after_one_off(&self) -> GrossAndNet<Option<Kronor>> {
        self.delta.as_ref().map(|delta| delta.insatser.map(|insatser| insatser - self.one_off))
    }
}

impl PathResult {
    /// What years add up to, where the first change is done in the year `first_change`.
    ///
    /// `None` where a sum does not fit.
    #[must_use]
    pub(super) fn of(path: &Path, years: Vec<YearResult>, first_change: Option<i64>) -> Option<Self> {
        let has_net = years.iter().all(|year| year.delta.net.is_some());
        let of = |pick: fn(&GrossAndNet<Total>) -> Option<&Total>| -> Option<(Accumulated, Option<i64>)> {
            let deltas: Vec<&Total> = years.iter().filter_map(|year| pick(&year.delta)).collect();
            let one_off = years.iter().map(|year| year.one_off);
            let insatser: Option<Vec<Kronor>> = deltas.iter().map(|delta| delta.insatser).collect();
            let left = insatser.as_ref().map(|insatser| -> Vec<Kronor> {
                insatser.iter().zip(one_off.clone()).map(|(insatser, cost)| *insatser - cost).collect()
            });
            let present_value = match (path.discount_rate, &left) {
                (Some(rate), Some(left)) => Some(rate.present_value(left.iter().copied())?),
                _ => None,
            };
            let accumulated = Accumulated {
                total: deltas.iter().map(|delta| delta.total).sum(),
                insatser: insatser.map(|insatser| insatser.into_iter().sum()),
                one_off: one_off.sum(),
                insatser_after_one_off: left.as_ref().map(|left| left.iter().copied().sum()),
                present_value,
            };
            let payback = left.zip(first_change).and_then(|(left, first)| payback_year(path, &left, first));
            Some((accumulated, payback))
        };
        let (gross, paid_gross) = of(|delta| Some(&delta.gross))?;
        let net = if has_net { Some(of(|delta| delta.net.as_ref())?) } else { None };
        Some(Self {
            accumulated: GrossAndNet { gross, net: net.map(|(net, _)| net) },
            payback_year: GrossAndNet { gross: paid_gross, net: net.map(|(_, paid)| paid) },
            years,
        })
    }

    /// One of the years.
    #[must_use]
    pub fn year(&self, year: i64) -> Option<&YearResult> {
        self.years.iter().find(|one| one.year == year)
    }
}

/// The first year from which on the sum of what is left stays at zero or above; that of the first change where it never
/// was below.
fn payback_year(path: &Path, left: &[Kronor], first_change: i64) -> Option<i64> {
    let mut sum = Kronor::ZERO;
    let mut since = None;
    let mut was_negative = false;
    for (year, left) in path.years().zip(left) {
        sum = sum + *left;
        if sum < Kronor::ZERO {
            since = None;
            was_negative = true;
        } else {
            since = since.or(Some(year));
        }
    }
    if was_negative { since } else { Some(first_change) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::path::Growth;

    fn path(to: i64) -> Path {
        Path { from: 2026, to, figures_lag: 0, kansli_index: Growth::NONE, discount_rate: None }
    }

    #[test]
    fn what_was_spent_is_paid_back_when_the_sum_stays_above_zero() {
        let year = |left: &[i64]| {
            let left: Vec<Kronor> = left.iter().copied().map(Kronor::new).collect();
            payback_year(&path(2025 + i64::try_from(left.len()).expect("few")), &left, 2027)
        };
        assert_eq!(year(&[0, -500, 300, 200]), Some(2029));
        // Paid back, spent again and paid back again.
        assert_eq!(year(&[0, -500, 600, -200, 300]), Some(2030));
        assert_eq!(year(&[0, -500, 300]), None);
        // Nothing was ever lacking.
        assert_eq!((year(&[0, 0, 5]), year(&[0, 0])), (Some(2027), Some(2027)));
    }
}
