//! What inquiries weigh beside money: who sits at the table and how large a part of it is theirs, how far it is, and
//! what the kommuner are like (Integratia 2017: small kommuner beside large ones, several regions, boards for the state
//! parties to man, distances of more than five mil).
//!
//! Rows outside the baseline are left out: what other members those förbund have is not known.

mod distance;
mod key;

use rust_decimal::Decimal;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Serialize, Serializer};

pub use distance::{Distance, FAR_KM};
pub use key::{KeyName, KeyResult, KommunUnderKey};

use super::ratio::{share, sum, weighted_mean};
use super::result::as_written;
use crate::input::baseline::LoadedBaseline;
use crate::input::further_columns::{Indicator, IndicatorWeight};
use crate::model::grouping::{Grouping, Row};
use crate::model::kommun::{Kommun, KommunId, Kommuner, Kommunkod};
use crate::model::kronor::Kronor;
use crate::model::outcome::{Outcome, RowMoney, Side};

/// The members that are the state's: Försäkringskassan and Arbetsförmedlingen (4 § lag 2003:1210).
const STATE_PARTIES: usize = 2;

/// Gotland: Region Gotland is kommun and region in one, so it pays both parts and is one member.
const GOTLAND: &str = "0980";

/// The criteria of a scenario.
#[derive(Clone, PartialEq, Eq, Debug, JsonSchema, Serialize)]
pub struct Criteria {
    /// Today.
    pub before: CriteriaSide,
    /// Afterwards.
    pub after: CriteriaSide,
    /// Whether places of these kommuner that the table lacks were taken from the built-in one.
    pub places_filled_in: bool,
    /// What each kommun would pay under every fördelningsnyckel that can share.
    pub keys: Vec<KeyResult>,
}

/// The criteria of one side.
#[derive(Clone, PartialEq, Eq, Debug, JsonSchema, Serialize)]
pub struct CriteriaSide {
    /// Each förbund, without outside rows.
    pub forbund: Vec<ForbundCriteria>,
    /// All of them.
    pub total: CriteriaTotal,
}

/// The criteria of a förbund.
#[derive(Clone, PartialEq, Eq, Debug, JsonSchema, Serialize)]
pub struct ForbundCriteria {
    /// Its name.
    pub name: String,
    /// Number of kommuner.
    pub kommuner: usize,
    /// Number of regions.
    pub regions: usize,
    /// Members at the table, and so ledamöter in the board, one per member: two state parties, regions and kommuner.
    pub ledamoter: usize,
    /// Ledamöter of the state parties.
    pub ledamoter_state: usize,
    /// The kommun with most inhabitants 16–64, the lowest kommunkod of equals.
    pub largest_kommun: Member,
    /// The kommun with fewest.
    pub smallest_kommun: Member,
    /// The kommun where it has its seat, if somebody stated it.
    pub sate: Option<KommunName>,
    /// How far it is to the main town of the seat, else of the largest kommun; unknown where the place of a kommun is.
    pub distance: Option<Distance>,
    /// The further columns of the kommun table, in their order.
    pub indicators: Vec<IndicatorResult>,
}

/// A kommun.
#[derive(Clone, PartialEq, Eq, Debug, JsonSchema, Serialize)]
pub struct KommunName {
    /// Its code.
    pub kommunkod: Kommunkod,
    /// Its name.
    pub kommun: String,
}

/// A kommun beside the others of its förbund.
#[derive(Clone, PartialEq, Eq, Debug, JsonSchema, Serialize)]
pub struct Member {
    /// Which.
    #[serde(flatten)]
    pub name: KommunName,
    /// Inhabitants 16–64.
    pub befolkning_16_64: u64,
    /// Its share of the förbund's inhabitants 16–64, percent, one decimal.
    #[serde(serialize_with = "as_written")]
    #[schemars(schema_with = "one_decimal")]
    pub share_of_inhabitants: Decimal,
    /// Its share of what the kommuner pay, gross, percent, one decimal; unknown where they pay nothing.
    #[serde(serialize_with = "known_as_written")]
    #[schemars(with = "Option<String>")]
    pub share_of_contributions: Option<Decimal>,
}

/// An indicator over the kommuner of a förbund.
#[derive(Clone, PartialEq, Eq, Debug, JsonSchema, Serialize)]
pub struct IndicatorResult {
    /// Its column.
    pub column: String,
    /// What the kommuner were weighted by.
    pub weight: IndicatorWeight,
    /// Their mean or sum; unknown where the figure of a kommun is.
    #[serde(serialize_with = "known_as_written")]
    #[schemars(with = "Option<String>")]
    pub value: Option<Decimal>,
}

/// The criteria of all förbund of a side together.
#[derive(Clone, PartialEq, Eq, Debug, JsonSchema, Serialize)]
pub struct CriteriaTotal {
    /// Number of förbund.
    pub forbund: usize,
    /// Ledamöter in all boards.
    pub ledamoter: usize,
    /// Ledamöter of the state parties in all boards.
    pub ledamoter_state: usize,
    /// The largest of the largest kommuner's shares of inhabitants in förbund of several kommuner, percent; unknown
    /// where no förbund has several.
    #[serde(serialize_with = "known_as_written")]
    #[schemars(with = "Option<String>")]
    pub largest_share_of_inhabitants: Option<Decimal>,
    /// The longest of the distances, km; unknown if one is.
    pub farthest_km: Option<u64>,
    /// Number of kommuner beyond [`FAR_KM`]; unknown if a distance is.
    pub beyond_50_km: Option<usize>,
}

/// The criteria of a scenario.
#[must_use]
pub fn criteria(baseline: &LoadedBaseline, after: &Grouping, outcome: &Outcome) -> Criteria {
    let model = &baseline.model;
    Criteria {
        before: side(baseline, model.before(), &outcome.before),
        after: side(baseline, after, &outcome.gross),
        places_filled_in: places_filled_in(baseline, after),
        keys: key::keys(model, after, outcome),
    }
}

fn places_filled_in(baseline: &LoadedBaseline, after: &Grouping) -> bool {
    let mut rows = baseline.model.before().forbund().chain(after.forbund());
    rows.any(|row| row.members.iter().any(|member| baseline.places_filled_in.contains(member)))
}

fn side(baseline: &LoadedBaseline, grouping: &Grouping, money: &Side) -> CriteriaSide {
    let rows = money.of(grouping).filter(|(row, _)| !row.outside);
    let forbund: Vec<_> = rows.map(|(row, money)| forbund(baseline, row, money)).collect();
    CriteriaSide { total: CriteriaTotal::of(&forbund), forbund }
}

fn forbund(baseline: &LoadedBaseline, row: &Row, money: &RowMoney) -> ForbundCriteria {
    let (kommuner, figures) = (&baseline.model.baseline().kommuner, &baseline.model.baseline().figures);
    let size = |member: &KommunId| figures.inhabitants(&[*member]);
    // Members are in order of kommunkod; the first of equals is wanted both times.
    let largest = row.members.iter().copied().rev().max_by_key(size).expect("a row has a kommun");
    let smallest = row.members.iter().copied().min_by_key(size).expect("a row has a kommun");
    let all = figures.inhabitants(&row.members);
    let member = |kommun: KommunId| member(kommun, kommuner.get(kommun), [size(&kommun), all], money);
    let regions = money.regions.len();
    let counted_twice =
        row.members.iter().filter(|&&member| is_its_own_region(member, row, kommuner)).count();
    ForbundCriteria {
        name: row.name.clone(),
        kommuner: row.members.len(),
        regions,
        ledamoter: STATE_PARTIES + regions + row.members.len() - counted_twice,
        ledamoter_state: STATE_PARTIES,
        largest_kommun: member(largest),
        smallest_kommun: member(smallest),
        sate: row.seat.kommun().map(|seat| name(kommuner.get(seat))),
        distance: Distance::between(baseline, row.seat.kommun().unwrap_or(largest), &row.members),
        indicators: indicators(baseline, &row.members),
    }
}

/// Whether a member is Gotland, and no other kommun is in its region. A table may say that another region pays there.
fn is_its_own_region(member: KommunId, row: &Row, kommuner: &Kommuner) -> bool {
    let region = |member: KommunId| kommuner.get(member).region;
    kommuner.get(member).kommunkod.to_string() == GOTLAND
        && row.members.iter().all(|&other| other == member || region(other) != region(member))
}

fn member(id: KommunId, kommun: &Kommun, [befolkning_16_64, all]: [u64; 2], money: &RowMoney) -> Member {
    let paid = money.contributions.iter().find(|(payer, _)| *payer == id).map(|(_, amount)| *amount);
    let whole = |number: u64| i64::try_from(number).expect("a count");
    Member {
        name: name(kommun),
        befolkning_16_64,
        share_of_inhabitants: share(whole(befolkning_16_64), whole(all))
            .expect("a row without inhabitants is refused when it comes about"),
        share_of_contributions: paid.and_then(|paid: Kronor| share(paid.get(), money.kommuner.get())),
    }
}

fn name(kommun: &Kommun) -> KommunName {
    KommunName { kommunkod: kommun.kommunkod, kommun: kommun.name.clone() }
}

fn indicators(baseline: &LoadedBaseline, members: &[KommunId]) -> Vec<IndicatorResult> {
    let results = baseline.further.indicators.iter().map(|indicator| IndicatorResult {
        column: indicator.name.clone(),
        weight: indicator.weight,
        value: aggregated(baseline, indicator, members),
    });
    results.collect()
}

fn aggregated(baseline: &LoadedBaseline, indicator: &Indicator, members: &[KommunId]) -> Option<Decimal> {
    let value = |member: &KommunId| indicator.values.get(member.index()).copied().flatten();
    let weight_of = |member: &KommunId| {
        let kommun = baseline.model.baseline().figures.of(*member);
        match indicator.weight {
            IndicatorWeight::Befolkning => Some(Decimal::from(kommun.befolkning_16_64)),
            IndicatorWeight::Folkmangd => kommun.folkmangd.map(Decimal::from),
            IndicatorWeight::Forsorjningsmatt => Some(kommun.forsorjningsmatt),
            IndicatorWeight::Lika | IndicatorWeight::Summa => Some(Decimal::ONE),
        }
    };
    if indicator.weight == IndicatorWeight::Summa {
        return members.iter().try_fold(Decimal::ZERO, |all, member| sum(all, value(member)?));
    }
    let figures = members.iter().map(|member| Some((value(member)?, weight_of(member)?)));
    weighted_mean(&figures.collect::<Option<Vec<_>>>()?, decimals(indicator))
}

/// With as many decimals as the column has, at least one and at most four.
fn decimals(indicator: &Indicator) -> u32 {
    let written = indicator.values.iter().flatten().map(|value| value.normalize().scale());
    written.max().unwrap_or_default().clamp(1, 4)
}

impl CriteriaSide {
    /// The förbund with the longest distance, the first of equals, and that distance; unknown if one is.
    #[must_use]
    pub fn farthest(&self) -> Option<(&ForbundCriteria, &Distance)> {
        let distances = self.forbund.iter().map(|forbund| Some((forbund, forbund.distance.as_ref()?)));
        let distances: Vec<_> = distances.collect::<Option<_>>()?;
        distances.into_iter().rev().max_by_key(|(_, distance)| distance.km)
    }
}

impl CriteriaTotal {
    fn of(forbund: &[ForbundCriteria]) -> Self {
        let several = forbund.iter().filter(|forbund| forbund.kommuner > 1);
        let distances: Option<Vec<&Distance>> =
            forbund.iter().map(|forbund| forbund.distance.as_ref()).collect();
        let distances = distances.as_ref();
        Self {
            forbund: forbund.len(),
            ledamoter: forbund.iter().map(|forbund| forbund.ledamoter).sum(),
            ledamoter_state: forbund.iter().map(|forbund| forbund.ledamoter_state).sum(),
            largest_share_of_inhabitants: several
                .map(|forbund| forbund.largest_kommun.share_of_inhabitants)
                .max(),
            farthest_km: distances.and_then(|distances| distances.iter().map(|distance| distance.km).max()),
            beyond_50_km: distances
                .map(|distances| distances.iter().map(|distance| distance.beyond_50_km.len()).sum()),
        }
    }
}

#[expect(clippy::ref_option, reason = "serde passes the field")]
fn known_as_written<S: Serializer>(number: &Option<Decimal>, serializer: S) -> Result<S::Ok, S::Error> {
    number.map(|number| number.to_string()).serialize(serializer)
}

fn one_decimal(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "string", "pattern": "^[0-9]+\\.[0-9]$" })
}
