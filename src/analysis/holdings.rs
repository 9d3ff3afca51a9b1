//! What förbund have beside the money of the model: equity, money carried over and other income. It is in no other
//! amount, and shown only where some of it is stated.

use std::collections::HashMap;
use std::sync::Arc;

use num_traits::Zero;
use rust_decimal::Decimal;
use serde::Serialize;

use super::stated::Stated;
use crate::catalogue::described;
use crate::input::scenario::LoadedScenario;
use crate::model::allocation::Model;
use crate::model::change::Change;
use crate::model::error::ModelError;
use crate::model::grouping::{Grouping, Row};
use crate::model::held::whole_holdings;
use crate::model::holdings::{Holding, Holdings};
use crate::model::kommun::KommunId;
use crate::model::kronor::Kronor;
use crate::model::side::Side;

described!(
    /// What a förbund has beside the money of the model, at the end of the year. Each key stands only where some förbund
    /// states it.
    #[derive(Clone, PartialEq, Eq, Default, Debug, Serialize)]
    pub struct HoldingsResult {
        /// Equity, kr. Null if unknown; missing where nobody states any.
        #[sv = "Eget kapital, kr. Null om det är okänt; saknas där ingen anger något."]
        #[figure(Kronor, "Eget kapital", "Equity")]
        #[is(Added)]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub eget_kapital: Option<Option<Kronor>>,
        /// Money carried over from the year before, kr. Null if unknown; missing where nobody states any.
        #[sv = "Medel som förts över från året före, kr. Null om de är okända; saknas där ingen anger några."]
        #[figure(Kronor, "Överfört", "Carried over")]
        #[is(Added)]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub overfort: Option<Option<Kronor>>,
        /// Income beside the parties' money, kr a year. Null if unknown; missing where nobody states any.
        #[sv = "Intäkter vid sidan av parternas medel, kr per år. Null om de är okända; saknas där ingen anger några."]
        #[figure(Kronor, "Övriga intäkter", "Other income")]
        #[is(Added)]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub ovriga_intakter: Option<Option<Kronor>>,
        /// Money for insatser with what was carried over and other income, kr: the sum of the three. Null if one of them is
        /// unknown; missing where nobody states what was carried over or other income.
        #[sv = "Pengar till insatser med överförda medel och övriga intäkter, kr: summan av de tre. Null om något av dem \
                är okänt; saknas där ingen anger överförda medel eller övriga intäkter."]
        #[figure(Kronor, "Insatser med dem", "Insatser with them")]
        #[is(Added, Signed, Income)]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub insatser_available: Option<Option<Kronor>>,
    }
);

described!(
    /// What a kommun would have of the equity of its förbund.
    #[derive(Clone, Copy, PartialEq, Eq, Default, Debug, Serialize)]
    pub struct EquityShare {
        /// The kommun's part of the equity of its förbund today, kr, if the kommuner had their share of the funding and
        /// divided it by the key: an illustration. Null if unknown; missing where nobody states any equity.
        #[sv = "Kommunens del av förbundets eget kapital i dag, kr, om kommunerna hade sin andel av finansieringen och \
                delade den efter nyckeln: en illustration. Null om det är okänt; saknas där ingen anger något eget kapital."]
        #[figure(Kronor, "Nuläge", "Today")]
        #[is(Added)]
        #[key("eget_kapital_before")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub before: Option<Option<Kronor>>,
        /// The same afterwards, kr.
        #[sv = "Detsamma efteråt, kr."]
        #[figure(Kronor, "Efter", "After")]
        #[is(Added)]
        #[key("eget_kapital_after")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub after: Option<Option<Kronor>>,
    }
);

/// What stands beside the money.
const BESIDE: [Holding; 3] = [Holding::Equity, Holding::CarriedOver, Holding::OtherIncome];

/// What is shown of a scenario: what its baseline or a change of it states.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Shown(Vec<Holding>);

impl Shown {
    pub(super) fn of(scenario: &LoadedScenario) -> Self {
        let baseline = scenario.baseline.model.baseline();
        let today = baseline.forbund.iter().map(|forbund| &forbund.holdings);
        let changes = scenario.changes.iter().flat_map(Change::stated).map(|stated| &stated.holdings);
        let stated: Vec<&Holdings> = today.chain(changes).collect();
        let shares_posts = baseline.shared_kanslier.iter().any(|sharing| sharing.posts.is_some())
            || scenario.changes.iter().any(Change::states_shared_posts);
        let is_stated = |holding: &Holding| {
            stated.iter().any(|holdings| holdings.of(*holding).is_some())
                || *holding == Holding::Posts && shares_posts
        };
        let all = BESIDE.into_iter().chain([Holding::Posts]);
        Self(all.filter(is_stated).collect())
    }

    /// Whether something is.
    pub(super) fn has(&self, holding: Holding) -> bool {
        self.0.contains(&holding)
    }

    /// Which of them stand beside the money.
    pub(super) fn beside(&self) -> impl Iterator<Item = Holding> {
        BESIDE.into_iter().filter(|holding| self.has(*holding))
    }

    /// The förbund, of those that had something which nobody takes over, whose is shown and not zero.
    pub(super) fn left_behind(&self, grouping: &Grouping) -> Vec<String> {
        let is_meant = |(_, holdings): &&(String, Holdings)| {
            self.beside().filter_map(|kind| holdings.of(kind)).any(|amount| !amount.is_zero())
        };
        grouping.left_behind().iter().filter(is_meant).map(|(name, _)| name.clone()).collect()
    }

    /// What each row of a grouping has, in order; then those that ended within the year, which have nothing at its end.
    pub(super) fn rows(
        &self,
        grouping: &Grouping,
        ended: &[Arc<Row>],
    ) -> Result<Vec<HoldingsResult>, ModelError> {
        let mut all = vec![HoldingsResult::default(); grouping.rows().len() + ended.len()];
        for holding in self.beside() {
            let whole = whole_holdings(grouping.rows(), holding)?.into_iter();
            let whole = whole.chain(ended.iter().map(|_| Some(Kronor::ZERO)));
            for (row, amount) in all.iter_mut().zip(whole) {
                let field = match holding {
                    Holding::Equity => &mut row.eget_kapital,
                    Holding::CarriedOver => &mut row.overfort,
                    _ => &mut row.ovriga_intakter,
                };
                *field = Some(amount);
            }
        }
        Ok(all)
    }

    /// The posts of each row, in order; then those that ended within the year, which have none at its end. `None` where they
    /// are not shown.
    pub(super) fn posts(
        &self,
        model: &Model,
        grouping: &Grouping,
        gross: &Side,
        ended: &[Arc<Row>],
    ) -> Result<Vec<Stated<Decimal>>, ModelError> {
        if !self.has(Holding::Posts) {
            return Ok(vec![None; grouping.rows().len() + ended.len()]);
        }
        let hundredths = model.posts(grouping, gross)?.into_iter().chain(ended.iter().map(|_| Some(0)));
        let decimal = |hundredths: u64| {
            let hundredths = i64::try_from(hundredths).map_err(|_| ModelError::TooLarge)?;
            Ok(Decimal::new(hundredths, 2))
        };
        hundredths.map(|posts| posts.map(decimal).transpose().map(Some)).collect()
    }

    /// What each kommun of a side would have of the equity; `None` where it is not shown.
    pub(super) fn equity_of_kommuner(
        &self,
        model: &Model,
        grouping: &Grouping,
        side: &Side,
    ) -> Result<Option<HashMap<KommunId, Option<Kronor>>>, ModelError> {
        if !self.has(Holding::Equity) {
            return Ok(None);
        }
        let mut shares = HashMap::new();
        let equity = whole_holdings(grouping.rows(), Holding::Equity)?;
        for ((row, money), equity) in side.of(grouping).zip(equity) {
            match equity {
                None => shares.extend(row.members.iter().map(|&member| (member, None))),
                Some(equity) => {
                    let of_kommuner = model.equity_of_kommuner(row, money, equity)?;
                    shares.extend(of_kommuner.into_iter().map(|(kommun, share)| (kommun, Some(share))));
                }
            }
        }
        Ok(Some(shares))
    }
}

impl HoldingsResult {
    /// With the money for insatser that there is with what was carried over and other income, where one of the two is
    /// stated.
    pub(super) fn with_insatser(self, insatser: Option<Kronor>) -> Self {
        let more: Vec<Option<Kronor>> = [self.overfort, self.ovriga_intakter].into_iter().flatten().collect();
        let all = || Some(insatser? + more.iter().copied().sum::<Option<Kronor>>()?);
        Self { insatser_available: (!more.is_empty()).then(all), ..self }
    }

    /// This less what there was before; unknown where either is.
    pub(crate) fn less(&self, before: &Self) -> Self {
        let less = |of: fn(&Self) -> Option<Option<Kronor>>| {
            let (after, before) = of(self).zip(of(before))?;
            Some(after.zip(before).map(|(after, before)| after - before))
        };
        Self {
            eget_kapital: less(|row| row.eget_kapital),
            overfort: less(|row| row.overfort),
            ovriga_intakter: less(|row| row.ovriga_intakter),
            insatser_available: less(|row| row.insatser_available),
        }
    }

    /// What several have together: unknown if one is.
    pub(crate) fn sum<'row>(rows: impl IntoIterator<Item = &'row Self, IntoIter: Clone>) -> Self {
        let rows = rows.into_iter();
        let sum = |of: fn(&Self) -> Option<Option<Kronor>>| -> Option<Option<Kronor>> {
            rows.clone().map(of).sum::<Option<Option<Kronor>>>()
        };
        Self {
            eget_kapital: sum(|row| row.eget_kapital),
            overfort: sum(|row| row.overfort),
            ovriga_intakter: sum(|row| row.ovriga_intakter),
            insatser_available: sum(|row| row.insatser_available),
        }
    }
}
