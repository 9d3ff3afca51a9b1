//! The result of a scenario: what scripts read as JSON and reports are made of.
//!
//! Names and shapes are promises. Money is whole kronor a year; keys may be added, never taken away or renamed.

use rust_decimal::Decimal;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Serialize, Serializer};

use super::assumption::Assumption;
use super::break_even::BreakEven;
use super::criteria::Criteria;
use super::rests_on::IllustrativeKansli;
use crate::input::sources_file::ColumnSource;
use crate::model::identity::Identified;
use crate::model::kommun::Kommunkod;
use crate::model::kronor::Kronor;

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
    /// The figures.
    #[serde(flatten)]
    pub figures: Figures,
}

/// What was computed from what.
#[derive(Clone, Debug, JsonSchema, Serialize)]
pub struct Head {
    /// [`SCHEMA_VERSION`].
    #[schemars(extend("const" = SCHEMA_VERSION))]
    pub schema_version: u32,
    /// The scenario.
    pub scenario: ScenarioHead,
    /// The baseline.
    pub baseline: BaselineHead,
    /// Where the state money comes from.
    pub basis: BasisName,
}

/// The scenario of a result.
#[derive(Clone, Debug, JsonSchema, Serialize)]
pub struct ScenarioHead {
    /// Its name.
    pub name: String,
    /// Its description, if it has one.
    pub description: Option<String>,
    /// Its source, if it names one.
    pub source: Option<String>,
    /// Its path.
    pub file: String,
}

/// The baseline of a result.
#[derive(Clone, PartialEq, Eq, Debug, JsonSchema, Serialize)]
pub struct BaselineHead {
    /// Its name.
    pub name: String,
    /// Its path.
    pub file: String,
    /// The year of the kommun figures, if one is named.
    pub year: Option<i64>,
    /// Its source, if it names one.
    pub source: Option<String>,
    /// The path of its kommun table.
    pub table: String,
    /// Where the columns of the table come from, as far as somebody wrote it down.
    pub sources: Vec<ColumnSource>,
}

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

/// The figures of a result.
#[derive(Clone, PartialEq, Eq, Debug, JsonSchema, Serialize)]
pub struct Figures {
    /// Today.
    pub before: SideResult,
    /// Afterwards.
    pub after: GrossAndNet<SideResult>,
    /// Afterwards less today.
    pub delta: GrossAndNet<Total>,
    /// What the changes must save to leave as much for insatser as today.
    pub break_even: BreakEven,
    /// What inquiries weigh beside money.
    pub criteria: Criteria,
    /// What each kommun pays, by kommunkod.
    pub kommuner: Vec<KommunResult>,
    /// What each region pays, by name.
    pub regions: Vec<RegionResult>,
}

/// A figure without and with the effect of the locked national total; net is unknown where the appropriation or the
/// number of förbund in the country is.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, JsonSchema, Serialize)]
#[schemars(inline)]
pub struct GrossAndNet<Figure> {
    /// At today's kronor per unit.
    pub gross: Figure,
    /// When the national total has been shared out anew.
    pub net: Option<Figure>,
}

impl<Figure> GrossAndNet<Figure> {
    /// The same of references.
    #[must_use]
    pub fn as_ref(&self) -> GrossAndNet<&Figure> {
        GrossAndNet { gross: &self.gross, net: self.net.as_ref() }
    }

    /// Another figure of each.
    #[must_use]
    pub fn map<Other>(self, change: impl Fn(Figure) -> Other) -> GrossAndNet<Other> {
        GrossAndNet { gross: change(self.gross), net: self.net.map(change) }
    }
}

/// One side: every row and their sum.
#[derive(Clone, PartialEq, Eq, Debug, JsonSchema, Serialize)]
pub struct SideResult {
    /// The rows in the order of the tables.
    pub forbund: Vec<ForbundResult>,
    /// Their sum.
    pub total: Total,
}

/// The sum of a side, or the difference of two.
#[derive(Clone, Copy, PartialEq, Eq, Debug, JsonSchema, Serialize)]
pub struct Total {
    /// Number of förbund, outside ones not counted.
    pub forbund: i64,
    /// State money, kr.
    pub state: Kronor,
    /// The regions' part, kr.
    pub region: Kronor,
    /// The kommuner's part, kr.
    pub kommuner: Kronor,
    /// All income, kr.
    pub total: Kronor,
    /// The cost of all kanslier, kr; unknown if one is.
    pub kansli: Option<Kronor>,
    /// Money for insatser: income less kansli, kr.
    pub insatser: Option<Kronor>,
}

/// A row.
#[derive(Clone, PartialEq, Eq, Debug, JsonSchema, Serialize)]
pub struct ForbundResult {
    /// Its name.
    pub name: String,
    /// Whether it stands for a förbund outside the baseline.
    pub outside: bool,
    /// The kommunkoder of its kommuner, in order.
    pub members: Vec<Kommunkod>,
    /// Inhabitants 16–64.
    pub befolkning_16_64: u64,
    /// Helårsekvivalenter, exactly.
    #[serde(serialize_with = "exact_decimals")]
    #[schemars(schema_with = "any_decimals")]
    pub forsorjningsmatt: Decimal,
    /// State money by component, kr.
    pub state: StateResult,
    /// The regions' part, kr.
    pub region: Kronor,
    /// The part of each region, by lowest kommunkod in the row.
    pub regions: Vec<RegionAmount>,
    /// The kommuner's part, kr.
    pub kommuner: Kronor,
    /// All income, kr.
    pub total: Kronor,
    /// The cost of its kansli, kr.
    pub kansli: Option<Kronor>,
    /// Money for insatser, kr.
    pub insatser: Option<Kronor>,
    /// All income ÷ inhabitants 16–64, two decimals.
    #[serde(serialize_with = "as_written")]
    #[schemars(schema_with = "two_decimals")]
    pub kr_per_inhabitant: Decimal,
}

/// State money by component, kr.
#[derive(Clone, Copy, PartialEq, Eq, Debug, JsonSchema, Serialize)]
pub struct StateResult {
    /// Grundtilldelning.
    pub base: Kronor,
    /// By försörjningsmått.
    pub forsorjningsmatt: Kronor,
    /// By inhabitants 16–64.
    pub befolkning: Kronor,
    /// All three.
    pub total: Kronor,
}

/// A region's part of a row, kr.
#[derive(Clone, PartialEq, Eq, Debug, JsonSchema, Serialize)]
pub struct RegionAmount {
    /// The region.
    pub region: String,
    /// Its part, kr.
    pub amount: Kronor,
}

/// What a kommun pays, kr.
#[derive(Clone, PartialEq, Eq, Debug, JsonSchema, Serialize)]
pub struct KommunResult {
    /// Its code.
    pub kommunkod: Kommunkod,
    /// Its name.
    pub kommun: String,
    /// Inhabitants 16–64.
    #[serde(skip)]
    pub befolkning_16_64: u64,
    /// The förbund it is in today.
    pub forbund_before: Option<String>,
    /// The förbund it is in afterwards, or the outside one it went to.
    pub forbund_after: Option<String>,
    /// The amounts.
    #[serde(flatten)]
    pub contribution: Contribution,
}

/// What a region pays, kr.
#[derive(Clone, PartialEq, Eq, Debug, JsonSchema, Serialize)]
pub struct RegionResult {
    /// Its name.
    pub region: String,
    /// The amounts.
    #[serde(flatten)]
    pub contribution: Contribution,
}

/// What a party pays, kr; nothing stands on a side where it takes no part, and the difference counts that as zero.
#[derive(Clone, Copy, PartialEq, Eq, Debug, JsonSchema, Serialize)]
pub struct Contribution {
    /// Today.
    #[serde(rename = "contribution_before")]
    pub before: Option<Kronor>,
    /// Afterwards.
    #[serde(rename = "contribution_after")]
    pub after: GrossAndNet<Option<Kronor>>,
    /// Afterwards less today.
    #[serde(rename = "contribution_delta")]
    pub delta: GrossAndNet<Option<Kronor>>,
}

impl Identified for KommunResult {
    type Identity = Kommunkod;

    fn identity(&self) -> Kommunkod {
        self.kommunkod
    }
}

impl Contribution {
    /// With the differences that follow. `net` is the net amount where there are net figures at all.
    #[must_use]
    pub fn new(before: Option<Kronor>, gross: Option<Kronor>, net: Option<Option<Kronor>>) -> Self {
        let less = |after: Option<Kronor>| {
            let takes_part = after.or(before).is_some();
            takes_part.then(|| after.unwrap_or_default() - before.unwrap_or_default())
        };
        let after = GrossAndNet { gross, net };
        Self { before, after, delta: after.map(less) }
    }
}

impl SideResult {
    /// The row of a förbund; no two rows of a side have the same name.
    #[must_use]
    pub fn of(&self, name: &str) -> Option<&ForbundResult> {
        self.forbund.iter().find(|row| row.name == name)
    }
}

impl Total {
    /// The sum of rows.
    #[must_use]
    pub fn of(rows: &[ForbundResult]) -> Self {
        let forbund = rows.iter().filter(|row| !row.outside).count();
        Self {
            forbund: i64::try_from(forbund).expect("a count of rows"),
            state: rows.iter().map(|row| row.state.total).sum(),
            region: rows.iter().map(|row| row.region).sum(),
            kommuner: rows.iter().map(|row| row.kommuner).sum(),
            total: rows.iter().map(|row| row.total).sum(),
            kansli: rows.iter().map(|row| row.kansli).sum::<Option<Kronor>>(),
            insatser: rows.iter().map(|row| row.insatser).sum::<Option<Kronor>>(),
        }
    }

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
        }
    }
}

fn exact_decimals<S: Serializer>(number: &Decimal, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(&number.normalize())
}

pub(super) fn as_written<S: Serializer>(number: &Decimal, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(number)
}

fn any_decimals(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "string", "pattern": "^[0-9]+(\\.[0-9]+)?$" })
}

fn two_decimals(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "string", "pattern": "^[0-9]+\\.[0-9]{2}$" })
}
