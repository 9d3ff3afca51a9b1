//! The result of a scenario: what scripts read as JSON and reports are made of.
//!
//! Names and shapes are promises. Money is whole kronor a year; keys may be added, never taken away or renamed.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use super::assumption::Assumption;
use super::boards::BoardsResult;
use super::bound::BoundResult;
use super::break_even::BreakEven;
use super::criteria::Criteria;
use super::divided::Divided;
pub use super::gross_and_net::GrossAndNet;
use super::illustrative_kansli::IllustrativeKansli;
use super::insatser::InsatserResult;
use super::path::{PathResult, YearParties};
use super::reference::ReferenceResult;
pub use super::side::{
    Contribution, ForbundResult, KommunResult, PerInhabitant, RegionAmount, RegionResult, SideResult,
    StateResult,
};
use super::smallest_forbund::SmallestForbundResult;
use super::stance::Stance;
pub use super::total::Total;
use crate::catalogue::{described, shapes};
use crate::input::sources_file::ColumnSource;
use crate::model::kommun::Kommunkod;
use crate::model::step::SideName;

/// The version of the shape below.
pub const SCHEMA_VERSION: u32 = 1;

/// The result of one scenario.
#[derive(Clone, Debug, Serialize)]
pub struct ScenarioResult {
    /// What was computed from what.
    #[serde(flatten)]
    pub head: Head,
    /// All that the figures rest on; rendered with text by the formats.
    #[serde(skip)]
    pub assumptions: Vec<Assumption>,
    /// Which kansli costs are examples.
    #[serde(skip)]
    pub illustrative_kansli: IllustrativeKansli,
    /// Inhabitants 16–64 of each kommun, for amounts per inhabitant in pictures.
    #[serde(skip)]
    pub inhabitants: BTreeMap<Kommunkod, u64>,
    /// Where the figures of payments to kommuner come from.
    #[serde(skip)]
    pub payment_sources: Vec<String>,
    /// The kommuner of which parts are members, for maps.
    #[serde(skip)]
    pub divided: Vec<Divided>,
    /// The figures; where there is a path, those of its last year.
    #[serde(flatten)]
    pub figures: Figures,
    /// The rules that bound something; where there is a path, those of its last year.
    pub bound: Vec<BoundResult>,
    /// The years, where there is a path.
    pub path: Option<PathResult>,
    /// What the parties pay in each of the years.
    #[serde(skip)]
    pub parties: Vec<YearParties>,
    /// What the parties think of it, where the baseline says that and it was asked for.
    #[serde(rename = "positions")]
    pub stance: Option<Stance>,
    /// What the boards take, where the files say something of them and it was asked for.
    pub boards: Option<BoardsResult>,
}

described!(
    /// What was computed from what.
    #[derive(Clone, Debug, Serialize)]
    pub struct Head {
        /// The version of the format.
        #[sv = "Formatets version."]
        #[is(Id)]
        #[schemars(extend("const" = SCHEMA_VERSION))]
        pub schema_version: u32,
        /// The scenario that was computed.
        #[sv = "Scenariot som beräknades."]
        pub scenario: ScenarioHead,
        /// The baseline it was computed from.
        #[sv = "Utgångsläget som det utgår från."]
        pub baseline: BaselineHead,
        /// Where the state money comes from: national (the national formula) or calibrated (decided amounts).
        #[sv = "Var statens medel kommer från: national (den nationella formeln) eller calibrated (beslutade \
                belopp)."]
        pub basis: BasisName,
    }
);

described!(
    /// A scenario.
    #[sv = "Ett scenario."]
    #[derive(Clone, Debug, Serialize)]
    pub struct ScenarioHead {
        /// The name of the scenario.
        #[sv = "Scenariots namn."]
        pub name: String,
        /// The description of the scenario. Null if there is none.
        #[sv = "Scenariots beskrivning. Null om ingen finns."]
        pub description: Option<String>,
        /// The source of the scenario. Null if none is named.
        #[sv = "Scenariots källa. Null om ingen anges."]
        pub source: Option<String>,
        /// The path of the scenario file.
        #[sv = "Scenariofilens sökväg."]
        pub file: String,
    }
);

described!(
    /// A baseline.
    #[sv = "Ett utgångsläge."]
    #[derive(Clone, PartialEq, Eq, Debug, Serialize)]
    pub struct BaselineHead {
        /// The name of the baseline.
        #[sv = "Utgångslägets namn."]
        pub name: String,
        /// The path of the baseline.
        #[sv = "Utgångslägets sökväg."]
        pub file: String,
        /// The year of the kommun figures. Null if none is named.
        #[sv = "Året för kommunernas uppgifter. Null om inget anges."]
        pub year: Option<i64>,
        /// The source of the baseline. Null if none is named.
        #[sv = "Utgångslägets källa. Null om ingen anges."]
        #[is(Added)]
        pub source: Option<String>,
        /// The path of the kommun table.
        #[sv = "Kommuntabellens sökväg."]
        #[is(Added)]
        pub table: String,
        /// The sources of the kommun table, as far as they are known.
        #[sv = "Kommuntabellens källor, så långt de är kända."]
        #[is(Added)]
        pub sources: Vec<ColumnSource>,
    }
);

/// Where the state money comes from.
#[derive(Clone, Copy, PartialEq, Eq, Debug, JsonSchema, Serialize)]
#[serde(rename_all = "snake_case")]
#[schemars(inline)]
pub enum BasisName {
    /// The national formula.
    National,
    /// Decided amounts.
    Calibrated,
}

described!(
    /// The figures of a result.
    #[derive(Clone, PartialEq, Eq, Debug, Serialize)]
    pub struct Figures {
        /// Today.
        #[sv = "Nuläget."]
        pub before: SideResult,
        /// The situation afterwards, gross and net.
        #[sv = "Läget efteråt, brutto och netto."]
        #[each("Läget efteråt", "The situation afterwards")]
        pub after: GrossAndNet<SideResult>,
        /// The change, afterwards less today, gross and net.
        #[sv = "Förändringen, efteråt minus nuläget, brutto och netto."]
        #[each("Förändringen, efteråt minus nuläget", "The change, afterwards less today")]
        #[is(Difference)]
        pub delta: GrossAndNet<Total>,
        /// Break-even: what the changes must save for as much to remain for insatser as today.
        #[sv = "Brytpunkten: vad ändringarna måste spara för att lika mycket ska bli kvar till insatser som \
                i dag."]
        #[is(Added)]
        pub break_even: BreakEven,
        /// What inquiries weigh beside money. Förbund outside the baseline are left out.
        #[sv = "Vad utredningar väger in vid sidan av pengarna. Förbund utanför utgångsläget är inte med."]
        #[is(Added)]
        pub criteria: Criteria,
        /// What each kommun pays, by kommunkod: every one that is in a förbund before or after.
        #[sv = "Vad varje kommun betalar, i kommunkodsordning: alla som är i ett förbund före eller efter."]
        pub kommuner: Vec<KommunResult>,
        /// What each region pays, by name.
        #[sv = "Vad varje region betalar, i namnordning."]
        pub regions: Vec<RegionResult>,
        /// What the förbund buy or run for participants, at the end of the year. Missing where the files have no insatser.
        #[sv = "Vad förbunden köper eller driver för deltagare, vid årets slut. Saknas där filerna inte har några insatser."]
        #[is(Added)]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub insats: Option<InsatserResult>,
        /// What sources say that förbund had. Missing where the baseline names none.
        #[sv = "Vad källor säger att förbund hade. Saknas där utgångsläget inte nämner någon."]
        #[is(Added)]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub references: Option<Vec<ReferenceResult>>,
        /// The smallest förbund that bears a kansli of some size. Missing where the baseline does not ask for it.
        #[sv = "Det minsta förbund som bär ett kansli av en viss storlek. Saknas där utgångsläget inte frågar efter det."]
        #[is(Added)]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub smallest_forbund: Option<SmallestForbundResult>,
    }
);

shapes! { Text: BasisName; }

impl Figures {
    /// A side, unless it is net and not known.
    #[must_use]
    pub fn side(&self, side: SideName) -> Option<&SideResult> {
        match side {
            SideName::Before => Some(&self.before),
            SideName::Gross => Some(&self.after.gross),
            SideName::Net => self.after.net.as_ref(),
        }
    }
}

impl Figures {
    /// A kommun that is in a förbund today or afterwards.
    #[must_use]
    pub fn kommun(&self, kommunkod: Kommunkod) -> Option<&KommunResult> {
        let place = self.kommuner.binary_search_by_key(&kommunkod, |kommun| kommun.kommunkod).ok()?;
        Some(&self.kommuner[place])
    }
}
