//! What inquiries weigh beside money: who sits at the table and how large a part of it is theirs, how far it is, and
//! what the kommuner are like (Integratia 2017: small kommuner beside large ones, several regions, boards for the state
//! parties to man, distances of more than five mil).
//!
//! Rows outside the baseline are left out: what other members those förbund have is not known.

mod distance;
mod key;

use rust_decimal::Decimal;
use schemars::{Schema, SchemaGenerator, json_schema};
use serde::{Serialize, Serializer};

pub use distance::{Distance, FAR_KM};
pub use key::{KeyName, KeyResult, KommunUnderKey};

use super::ratio::{share, sum, weighted_mean};
use super::result::as_written;
use crate::catalogue::described;
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

described!(
    /// What inquiries weigh beside money.
    #[sv = "Vad utredningar väger in vid sidan av pengarna."]
    #[derive(Clone, PartialEq, Eq, Debug, Serialize)]
    pub struct Criteria {
        /// Today.
        #[sv = "Nuläget."]
        pub before: CriteriaSide,
        /// The situation afterwards.
        #[sv = "Läget efteråt."]
        pub after: CriteriaSide,
        /// Whether places that the kommun table lacks were taken from the built-in one.
        #[sv = "Om orters lägen som kommuntabellen saknar hämtades ur den inbyggda."]
        pub places_filled_in: bool,
        /// What the kommuner would pay under each fördelningsnyckel that can be used on both sides.
        #[sv = "Vad kommunerna skulle betala med varje fördelningsnyckel som går att använda på båda sidor."]
        pub keys: Vec<KeyResult>,
    }
);

described!(
    /// A side: today or afterwards.
    #[sv = "En sida: nuläget eller läget efteråt."]
    #[derive(Clone, PartialEq, Eq, Debug, Serialize)]
    pub struct CriteriaSide {
        /// Each förbund, in the order of the tables.
        #[sv = "Varje förbund, i tabellernas ordning."]
        pub forbund: Vec<ForbundCriteria>,
        /// All förbund together.
        #[sv = "Alla förbund tillsammans."]
        pub total: CriteriaTotal,
    }
);

described!(
    /// A förbund.
    #[sv = "Ett förbund."]
    #[derive(Clone, PartialEq, Eq, Debug, Serialize)]
    #[row(Level(Forbund), "name", "name")]
    pub struct ForbundCriteria {
        /// The name of the förbund.
        #[sv = "Förbundets namn."]
        #[is(Id)]
        pub name: String,
        /// Number of kommuner.
        #[sv = "Antal kommuner."]
        #[figure(Plain, "Kommuner", "Kommuner")]
        pub kommuner: usize,
        /// Number of regions.
        #[sv = "Antal regioner."]
        #[figure(Plain, "Regioner", "Regions")]
        pub regions: usize,
        /// Members, and so ledamöter: two state parties, regions and kommuner. Gotland is both and counts once.
        #[sv = "Medlemmar, och därmed ledamöter: två statliga parter, regioner och kommuner. Gotland är båda \
                och räknas en gång."]
        #[figure(Ledamoter, "Ledamöter", "Ledamöter")]
        pub ledamoter: usize,
        /// Ledamöter of the state parties.
        #[sv = "Ledamöter för de statliga parterna."]
        #[figure(Ledamoter, "Statens", "State's")]
        pub ledamoter_state: usize,
        // Of equals the lowest kommunkod.
        /// The kommun with most inhabitants 16–64.
        #[sv = "Kommunen med flest invånare 16–64 år."]
        pub largest_kommun: Member,
        /// The kommun with fewest inhabitants 16–64.
        #[sv = "Kommunen med minst antal invånare 16–64 år."]
        pub smallest_kommun: Member,
        /// The kommun where the förbund has its seat. Null if none is stated.
        #[sv = "Kommunen där förbundet har sitt säte. Null om inget är angivet."]
        #[is(Added)]
        pub sate: Option<KommunName>,
        /// The distance to the seat, or to the largest kommun if no seat is stated. Null if a place is unknown.
        #[sv = "Avståndet till sätet, eller till den största kommunen om inget säte är angivet. Null om en \
                plats är okänd."]
        pub distance: Option<Distance>,
        /// The further columns of the kommun table for the whole förbund.
        #[sv = "Kommuntabellens övriga kolumner för hela förbundet."]
        pub indicators: Vec<IndicatorResult>,
    }
);

described!(
    /// A kommun.
    #[sv = "En kommun."]
    #[derive(Clone, PartialEq, Eq, Debug, Serialize)]
    pub struct KommunName {
        /// The kommunkod, four digits.
        #[sv = "Kommunkoden, fyra siffror."]
        #[is(Id)]
        pub kommunkod: Kommunkod,
        /// The name of the kommun.
        #[sv = "Kommunens namn."]
        #[is(Here)]
        pub kommun: String,
    }
);

described!(
    /// A kommun beside the others of its förbund.
    #[sv = "En kommun bland de andra i sitt förbund."]
    #[derive(Clone, PartialEq, Eq, Debug, Serialize)]
    pub struct Member {
        /// Which.
        #[flatten = ""]
        pub name: KommunName,
        /// Inhabitants 16–64.
        #[sv = "Invånare 16–64 år."]
        #[figure(Inhabitants, "Inv. 16–64", "Inh. 16–64")]
        pub befolkning_16_64: u64,
        /// Its share of the förbund's inhabitants 16–64, percent with one decimal.
        #[sv = "Dess andel av förbundets invånare 16–64 år, procent med en decimal."]
        #[figure(PercentagePoints, "% av inv.", "% of inh.")]
        #[schemars(schema_with = "one_decimal")]
        #[serde(serialize_with = "as_written")]
        pub share_of_inhabitants: Decimal,
        /// Its share of what the kommuner of the förbund pay, gross, percent with one decimal.
        #[sv = "Dess andel av vad förbundets kommuner betalar, brutto, procent med en decimal."]
        #[figure(PercentagePoints, "% av bidrag", "% of contrib.")]
        #[schemars(with = "Option<String>")]
        #[serde(serialize_with = "known_as_written")]
        pub share_of_contributions: Option<Decimal>,
    }
);

described!(
    /// An indicator of a whole förbund.
    #[sv = "En indikator för ett helt förbund."]
    #[derive(Clone, PartialEq, Eq, Debug, Serialize)]
    #[row(Named, "column", "column")]
    pub struct IndicatorResult {
        /// The column of the kommun table.
        #[sv = "Kolumnen i kommuntabellen."]
        #[is(Id)]
        pub column: String,
        /// What the kommuner are weighted by; summa is their sum.
        #[sv = "Vad kommunerna vägs med; summa är ingen vägning."]
        pub weight: IndicatorWeight,
        /// The mean or the sum. Null if a kommun lacks the figure.
        #[sv = "Medelvärdet eller summan. Null om en kommun saknar siffran."]
        #[figure(Plain, "Indikator", "Indicator")]
        #[is(Here)]
        #[schemars(with = "Option<String>")]
        #[serde(serialize_with = "known_as_written")]
        pub value: Option<Decimal>,
    }
);

described!(
    /// All förbund of a side.
    #[sv = "Alla förbund på en sida."]
    #[derive(Clone, PartialEq, Eq, Debug, Serialize)]
    pub struct CriteriaTotal {
        /// Number of förbund.
        #[sv = "Antal förbund."]
        #[figure(Forbund, "Förbund", "Förbund")]
        #[is(Repeated)]
        pub forbund: usize,
        /// Ledamöter in all boards.
        #[sv = "Ledamöter i alla styrelser."]
        #[figure(Ledamoter, "Ledamöter", "Ledamöter")]
        pub ledamoter: usize,
        /// Ledamöter of the state parties in all boards.
        #[sv = "Ledamöter för de statliga parterna i alla styrelser."]
        #[figure(Ledamoter, "Statens", "State's")]
        pub ledamoter_state: usize,
        /// The largest share of a förbund's inhabitants 16–64 that a kommun has, percent, among förbund of
        /// several kommuner.
        #[sv = "Den största andel av ett förbunds invånare 16–64 år som en kommun har, procent, bland \
                förbund med flera kommuner."]
        #[figure(PercentagePoints, "Största andel, %", "Largest share, %")]
        #[schemars(with = "Option<String>")]
        #[serde(serialize_with = "known_as_written")]
        pub largest_share_of_inhabitants: Option<Decimal>,
        /// The longest distance, km. Null if one is unknown.
        #[sv = "Det längsta avståndet, km. Null om något är okänt."]
        #[figure(Kilometres, "Km", "Km")]
        pub farthest_km: Option<u64>,
        /// Number of kommuner more than 50 km away. Null if a distance is unknown.
        #[sv = "Antal kommuner mer än 50 km bort. Null om något avstånd är okänt."]
        #[figure(Plain, "Över 50 km", "Beyond 50 km")]
        pub beyond_50_km: Option<usize>,
    }
);

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
