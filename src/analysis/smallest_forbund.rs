//! The smallest förbund that bears a kansli of some size, and which förbund are smaller. Only where a baseline asks for it.

use rust_decimal::Decimal;
use serde::Serialize;

use super::decimals::{any_decimals, exact_decimals, known_as_written};
use super::gross_and_net::GrossAndNet;
use super::ratio::percent;
use super::side::SideResult;
use crate::catalogue::described;
use crate::input::scenario::LoadedScenario;
use crate::input::smallest_forbund_section::StatedSmallestForbund;
use crate::model::allocation::CountryAfter;
use crate::model::error::ModelError;
use crate::model::grouping::Grouping;
use crate::model::kronor::Kronor;
use crate::model::smallest::AboveBaseGrants;

described!(
    /// The smallest förbund that bears a kansli of some size, and which förbund are smaller.
    #[sv = "Det minsta förbund som bär ett kansli av en viss storlek, och vilka förbund som är mindre."]
    #[derive(Clone, PartialEq, Eq, Debug, Serialize)]
    pub struct SmallestForbundResult {
        /// What the kansli costs, kr a year.
        #[sv = "Vad kansliet kostar, kr per år."]
        #[figure(Kronor, "Kansli", "Kansli")]
        pub kansli: Kronor,
        /// The most of a förbund's income that it may take, as a share: a string of its exact decimals.
        #[sv = "Hur mycket av ett förbunds intäkter det högst får ta, som en andel: en sträng med alla decimaler."]
        #[figure(Plain, "Högsta andel", "Highest share")]
        #[schemars(schema_with = "any_decimals")]
        #[serde(serialize_with = "exact_decimals")]
        pub most_share: Decimal,
        /// Today.
        #[sv = "I nuläget."]
        pub before: SmallestForbundSide,
        /// Afterwards, gross and net.
        #[sv = "Efteråt, brutto och netto."]
        #[each("Efteråt", "Afterwards")]
        pub after: GrossAndNet<SmallestForbundSide>,
    }
);

described!(
    /// The smallest förbund of a side.
    #[sv = "Det minsta förbundet i ett läge."]
    #[derive(Clone, PartialEq, Eq, Debug, Serialize)]
    pub struct SmallestForbundSide {
        /// The fewest inhabitants 16–64 with which the kansli takes at most that share, with as much försörjningsmått for each of
        /// them as the country has, or on the calibrated basis all förbund of the file together. 0 if the base grant suffices. Null
        /// if no number does.
        #[sv = "Det minsta antalet invånare 16–64 år som kansliet tar högst den andelen med, när försörjningsmåttet per invånare är \
                landets eller, med kalibrerad beräkning, det som filens alla förbund har tillsammans. 0 om grundtilldelningen räcker. \
                Null om inget antal räcker."]
        #[figure(Inhabitants, "Minsta förbund, inv. 16–64", "Smallest förbund, inh. 16–64")]
        pub inhabitants: Option<u64>,
        /// The förbund. Those outside the baseline are left out.
        #[sv = "Förbunden. De utanför utgångsläget är inte med."]
        pub forbund: Vec<SizeResult>,
    }
);

described!(
    /// A förbund beside the smallest one.
    #[sv = "Ett förbund jämfört med det minsta."]
    #[derive(Clone, PartialEq, Eq, Debug, Serialize)]
    #[row(Named, "name", "name")]
    pub struct SizeResult {
        /// Its name.
        #[sv = "Förbundets namn."]
        #[is(Id)]
        pub name: String,
        /// Inhabitants 16–64.
        #[sv = "Invånare 16–64 år."]
        #[figure(Inhabitants, "Inv. 16–64", "Inh. 16–64")]
        #[is(Repeated)]
        pub befolkning_16_64: u64,
        /// What share of its own income the kansli would take, percent: a string with two decimals. Null if it has none, or if
        /// the grouping changes within the year, so that the income is not of a whole one.
        #[sv = "Hur stor andel av dess egna intäkter kansliet skulle ta, procent: en sträng med två decimaler. Null om det inte har \
                några, eller om indelningen ändras under året, så att intäkterna inte är ett helt års."]
        #[figure(PercentagePoints, "Kansli, % av intäkterna", "Kansli, % of income")]
        #[is(Exceeding)]
        #[schemars(with = "Option<String>")]
        #[serde(serialize_with = "known_as_written")]
        pub kansli_share: Option<Decimal>,
        /// Whether it has fewer inhabitants than the smallest one. Null if that is not known.
        #[sv = "Om det har färre invånare än det minsta. Null om det inte är känt."]
        pub below: Option<bool>,
    }
);

impl SmallestForbundResult {
    /// That of a scenario; nothing where its baseline does not ask.
    ///
    /// # Errors
    /// As the figures of the scenario.
    pub(super) fn of(
        scenario: &LoadedScenario,
        before: &SideResult,
        after: GrossAndNet<&SideResult>,
    ) -> Result<Option<Self>, ModelError> {
        let baseline = &scenario.baseline;
        let Some(StatedSmallestForbund { kansli, most_share }) = baseline.smallest_forbund else {
            return Ok(None);
        };
        let model = &baseline.model;
        let path = baseline.path.as_ref().map(|loaded| &loaded.path);
        let years = path.zip(baseline.path_year).map(|(path, year)| (path.kansli_index, year - path.from));
        let kansli = match years {
            Some((index, years)) => index.grown(kansli, years).ok_or(ModelError::TooLarge)?,
            None => kansli,
        };
        let last_year = scenario.path.as_ref().and_then(|path| path.years.last());
        let changes_within = last_year.is_some_and(|year| year.spans.len() > 1);
        let side = |above: Option<&AboveBaseGrants>, grouping: &Grouping, side: &SideResult, whole: bool| {
            let smallest = above.and_then(|above| model.smallest_forbund(kansli, most_share, above));
            // Those that ended within the year stand after those that there are.
            let rows = side.forbund.iter().take(grouping.rows().len()).filter(|row| !row.outside);
            let size = rows.map(|row| SizeResult {
                name: row.name.clone(),
                befolkning_16_64: row.befolkning_16_64,
                kansli_share: percent(kansli, row.total).filter(|_| whole),
                below: smallest.map(|smallest| row.befolkning_16_64 < smallest),
            });
            SmallestForbundSide { inhabitants: smallest, forbund: size.collect() }
        };
        let today = model.above_base_grants()?;
        let net = match after.net {
            Some(of_side) => {
                let above = model.above_base_grants_net(CountryAfter::of(&scenario.after))?;
                Some(side(above.as_ref(), &scenario.after, of_side, !changes_within))
            }
            None => None,
        };
        Ok(Some(Self {
            kansli,
            most_share,
            before: side(Some(&today), model.before(), before, true),
            after: GrossAndNet {
                gross: side(Some(&today), &scenario.after, after.gross, !changes_within),
                net,
            },
        }))
    }
}
