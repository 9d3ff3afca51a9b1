//! The criteria as they stand in a result.

use rust_decimal::Decimal;
use serde::Serialize;

use super::distance::Distance;
use super::key::KeyResult;
use super::kommun_name::KommunName;
use crate::analysis::decimals::{as_written, known_as_written, one_decimal};
use crate::catalogue::described;
use crate::input::further_columns::IndicatorWeight;

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
        /// Ledamöter: one of each member, or as many as the files state: two state parties, regions and kommuner. Gotland is
        /// both and counts once.
        #[sv = "Ledamöter: en för varje medlem, eller så många som filerna anger: två statliga parter, regioner och kommuner. \
                Gotland är båda och räknas en gång."]
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
        /// What the kommuner are weighted by; summa is their sum, kvot a ratio of sums.
        #[sv = "Vad kommunerna vägs med; summa är ingen vägning, kvot är summa delat med summa."]
        pub weight: IndicatorWeight,
        /// What a ratio is made of. Missing where it is none.
        #[sv = "Vad en kvot består av. Saknas där det inte är någon."]
        #[is(Added)]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub ratio: Option<RatioResult>,
        /// The mean or the sum. Null if a kommun lacks the figure.
        #[sv = "Medelvärdet eller summan. Null om en kommun saknar uppgiften."]
        #[figure(Plain, "Indikator", "Indicator")]
        #[is(Here)]
        #[schemars(with = "Option<String>")]
        #[serde(serialize_with = "known_as_written")]
        pub value: Option<Decimal>,
    }
);

described!(
    /// What a ratio is made of.
    #[sv = "Vad en kvot består av."]
    #[derive(Clone, PartialEq, Eq, Debug, Serialize)]
    pub struct RatioResult {
        /// The column whose sum is divided.
        #[sv = "Kolumnen vars summa delas."]
        pub of: String,
        /// The column by whose sum it is divided.
        #[sv = "Kolumnen vars summa den delas med."]
        pub per: String,
        /// What the quotient is multiplied by: 100 for percent.
        #[sv = "Vad kvoten gångras med: 100 för procent."]
        pub times: u32,
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
        /// The ratios that the baseline asks for, of all kommuner together. Missing where it asks for none.
        #[sv = "Kvoterna som utgångsläget anger, för alla kommuner tillsammans. Saknas där det inte anger några."]
        #[is(Added)]
        #[serde(skip_serializing_if = "Vec::is_empty")]
        pub ratios: Vec<IndicatorResult>,
    }
);

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
    /// The sum of rows.
    pub(super) fn of(forbund: &[ForbundCriteria]) -> Self {
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
            ratios: Vec::new(),
        }
    }
}
