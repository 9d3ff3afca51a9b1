//! What sources say that förbund had, beside what is computed of them.

use rust_decimal::Decimal;
use serde::Serialize;

use super::decimals::{as_written, known_as_written, two_decimals};
use super::side::SideResult;
use crate::catalogue::described;
use crate::input::baseline::LoadedBaseline;
use crate::model::kronor::Kronor;

described!(
    /// What a source says that a förbund had in some year, and what is computed of it today. The levels cannot be compared:
    /// the source is of its year and its rules.
    #[sv = "Vad en källa säger att ett förbund hade ett visst år, och vad som beräknas för det i nuläget. Nivåerna går inte att \
            jämföra: källan gäller sitt år och sina regler."]
    #[derive(Clone, PartialEq, Eq, Debug, Serialize)]
    #[row(Part, "name", "name")]
    pub struct ReferenceResult {
        /// The förbund and the year.
        #[sv = "Förbundet och året."]
        #[is(Id)]
        pub name: String,
        /// The förbund.
        #[sv = "Förbundet."]
        pub forbund: String,
        /// The year that the source speaks of.
        #[sv = "Året som källan talar om."]
        pub year: i64,
        /// The income of all parties by the source, kr. Null if it does not say.
        #[sv = "Alla parters medel enligt källan, kr. Null om den inte säger det."]
        #[figure(Kronor, "Enligt källan", "By the source")]
        pub total: Option<Kronor>,
        /// The same per inhabitant of working age as the source states it, kr. Null if it does not say.
        #[sv = "Detsamma per invånare i arbetsför ålder som källan anger det, kr. Null om den inte säger det."]
        #[figure(KronorPerInhabitant, "Källan, kr/inv.", "Source, kr/inh.")]
        #[schemars(with = "Option<String>")]
        #[serde(serialize_with = "known_as_written")]
        pub kr_per_inhabitant: Option<Decimal>,
        /// Income per inhabitant 16–64 of the förbund today as it is computed, kr, two decimals.
        #[sv = "Förbundets intäkter per invånare 16–64 år i nuläget som de beräknas, kr, två decimaler."]
        #[figure(KronorPerInhabitant, "Beräknat, kr/inv.", "Computed, kr/inh.")]
        #[schemars(schema_with = "two_decimals")]
        #[serde(serialize_with = "as_written")]
        pub computed_kr_per_inhabitant: Decimal,
        /// The source.
        #[sv = "Källan."]
        pub source: String,
    }
);

impl ReferenceResult {
    /// What sources say of the förbund of a baseline; nothing where it names none.
    pub(super) fn all(baseline: &LoadedBaseline, before: &SideResult) -> Option<Vec<Self>> {
        if baseline.references.is_empty() {
            return None;
        }
        let result = baseline.references.iter().map(|stated| {
            let forbund = &before.forbund[stated.forbund];
            Self {
                name: format!("{} {}", forbund.name, stated.year),
                forbund: forbund.name.clone(),
                year: stated.year,
                total: stated.total,
                kr_per_inhabitant: stated.kr_per_inhabitant,
                computed_kr_per_inhabitant: forbund.kr_per_inhabitant,
                source: stated.source.clone(),
            }
        });
        Some(result.collect())
    }
}
