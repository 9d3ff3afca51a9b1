//! The sum of a side, or the difference of two.

use rust_decimal::Decimal;
use serde::Serialize;

use super::decimals::known_as_written;
use crate::catalogue::described;
use crate::model::kronor::Kronor;

described!(
    /// The sum of a side, or the difference of two.
    #[sv = "Summan av ett läge, eller skillnaden mellan två."]
    #[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
    pub struct Total {
        /// The number of förbund, without those outside the baseline.
        #[sv = "Antalet förbund, utan dem utanför utgångsläget."]
        #[figure(Forbund, "Förbund", "Förbund")]
        pub forbund: i64,
        /// State money, kr a year.
        #[sv = "Statens medel, kr per år."]
        #[figure(Kronor, "Staten", "State")]
        #[is(Income)]
        pub state: Kronor,
        /// The regions' part, kr a year.
        #[sv = "Regionernas del, kr per år."]
        #[figure(Kronor, "Region", "Region")]
        #[is(Income)]
        pub region: Kronor,
        /// The kommuner's part, kr a year.
        #[sv = "Kommunernas del, kr per år."]
        #[figure(Kronor, "Kommuner", "Kommuner")]
        #[is(Income)]
        pub kommuner: Kronor,
        /// All income, kr a year.
        #[sv = "Alla intäkter, kr per år."]
        #[figure(Kronor, "Summa", "Total")]
        #[is(Income)]
        pub total: Kronor,
        /// All kanslier, kr a year. Null if one is unknown.
        #[sv = "Alla kanslier, kr per år. Null om något är okänt."]
        #[figure(Kronor, "Kansli", "Kansli")]
        pub kansli: Option<Kronor>,
        /// Money for insatser, kr a year: income less kansli. Null if a kansli is unknown.
        #[sv = "Pengar till insatser, kr per år: intäkter minus kansli. Null om något kansli är okänt."]
        #[figure(Kronor, "Insatser", "Insatser")]
        #[is(Signed, Income)]
        pub insatser: Option<Kronor>,
        /// The kanslier's share of all income, without that of förbund outside the baseline, percent: a string with two
        /// decimals. Null if a kansli is unknown or there is no income.
        #[sv = "Kansliernas andel av alla intäkter, utom dem i förbund utanför utgångsläget, procent: en sträng med två \
                decimaler. Null om något kansli är okänt eller intäkter saknas."]
        #[figure(PercentagePoints, "Kansli, %", "Kansli, %")]
        #[is(Added, Exceeding)]
        #[schemars(with = "Option<String>")]
        #[serde(serialize_with = "known_as_written")]
        pub kansli_share: Option<Decimal>,
    }
);

impl Total {
    /// This less `before`; unknown where either is.
    #[must_use]
    pub fn less(&self, before: &Self) -> Self {
        let less = |after: Option<Kronor>, before: Option<Kronor>| Some(after? - before?);
        Self {
            forbund: self.forbund - before.forbund,
            state: self.state - before.state,
            region: self.region - before.region,
            kommuner: self.kommuner - before.kommuner,
            total: self.total - before.total,
            kansli: less(self.kansli, before.kansli),
            insatser: less(self.insatser, before.insatser),
            kansli_share: self.kansli_share.zip(before.kansli_share).map(|(after, before)| after - before),
        }
    }
}
