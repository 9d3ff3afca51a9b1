//! The result of a search as scripts read it. Names and shapes are promises.

use rust_decimal::Decimal;
use serde::Serialize;

use crate::analysis::decimals::known_as_written;
use crate::analysis::gross_and_net::GrossAndNet;
use crate::analysis::result::BaselineHead;
use crate::catalogue::described;
use crate::model::kommun::Kommunkod;
use crate::model::kronor::Kronor;

described!(
    /// What finsam search prints with --format json.
    #[sv = "Vad finsam search skriver med --format json."]
    #[derive(Clone, Debug, Serialize)]
    pub struct SearchResult {
        /// The version of the format.
        #[sv = "Formatets version."]
        #[is(Id)]
        pub schema_version: u32,
        /// The search.
        #[sv = "Sökningen."]
        pub search: SearchHead,
        /// The baseline it is about.
        #[sv = "Utgångsläget som den gäller."]
        pub baseline: BaselineHead,
        /// The kommunkoder of the searched kommuner, in order.
        #[sv = "De sökta kommunernas kommunkoder, i ordning."]
        #[is(Id)]
        pub kommuner: Vec<Kommunkod>,
        /// How many groupings there are.
        #[sv = "Hur många indelningar det finns."]
        pub groupings: GroupingsResult,
        /// Where today stands.
        #[sv = "Var nuläget står."]
        pub today: TodayResult,
        /// Where the scenarios stand that were asked for.
        #[sv = "Var de scenarier står som det frågades efter."]
        pub scenarios: Vec<ReferenceResult>,
        /// The best, first the best of all.
        #[sv = "De bästa, först den allra bästa."]
        pub best: Vec<GroupingResult>,
        /// The best of each number of förbund.
        #[sv = "Den bästa för varje antal förbund."]
        pub best_by_number: Vec<ByNumberResult>,
        /// Which grouping is the best, by what a new kansli costs beside what kommuner and inhabitants add (`fixed`), all
        /// else being equal. Null where that decides nothing, or is not worked out.
        #[sv = "Vilken indelning som är bäst, efter vad ett nytt kansli kostar utöver det för kommuner och invånare \
                (`fixed`), allt annat lika. Null där det inte avgör något, eller inte är beräknat."]
        pub best_by_fixed: Option<Vec<FixedResult>>,
        /// Those of which none can be better by one criterion without being worse by another.
        #[sv = "De som inte kan bli bättre enligt ett kriterium utan att bli sämre enligt ett annat."]
        pub pareto: Vec<GroupingResult>,
        /// Where nothing is feasible: the conditions that contradict each other, as they are called in the file.
        #[sv = "Där inget är möjligt: villkoren som motsäger varandra, som de heter i filen."]
        pub contradiction: Vec<String>,
    }
);

described!(
    /// A search.
    #[sv = "En sökning."]
    #[derive(Clone, Debug, Serialize)]
    pub struct SearchHead {
        /// The name of the search.
        #[sv = "Sökningens namn."]
        #[is(Id)]
        pub name: String,
        /// The path of the search file.
        #[sv = "Sökfilens sökväg."]
        #[is(Id)]
        pub file: String,
    }
);

described!(
    /// How many groupings there are.
    #[sv = "Hur många indelningar det finns."]
    #[derive(Clone, Debug, Serialize)]
    pub struct GroupingsResult {
        /// All, whatever the conditions.
        #[sv = "Alla, oavsett villkor."]
        #[is(Id)]
        pub all: String,
        /// Those that fulfil the conditions. Null if memory or time ended before they were counted, or they cannot be.
        #[sv = "De som uppfyller villkoren. Null om minnet eller tiden tog slut innan de hade räknats, eller om det inte går."]
        #[is(Id)]
        pub feasible: Option<String>,
        /// Whether all were counted and compared, so that the best are proved to be the best.
        #[sv = "Om alla räknades och jämfördes, så att de bästa bevisligen är de bästa."]
        #[is(Id)]
        pub exact: bool,
        /// Whether the best are proved to be the best: no other is worth more than the last of them.
        #[sv = "Om de bästa bevisligen är de bästa: ingen annan är bättre än den sista av dem."]
        #[is(Id)]
        pub proved: bool,
        /// Whether of equal ones those are listed that come first by the order of ties.
        #[sv = "Om det bland lika bra är de som kommer först enligt ordningen för lika som står i listan."]
        #[is(Id)]
        pub ties_proved: bool,
        /// By how much another one can be better than the last of the best, at most, in what is ranked by; of a largest share
        /// in tenths of a percentage point. Null if that is not known.
        #[sv = "Hur mycket bättre en annan högst kan vara än den sista av de bästa, i det som rangordnas; av en största andel \
                i tiondels procentenheter. Null om det inte är känt."]
        #[is(Id)]
        pub within: Option<i64>,
        /// Whether the trade-offs of `pareto` are all: no other grouping is missing, and none of these is beaten by one.
        #[sv = "Om avvägningarna i `pareto` är alla: ingen annan indelning saknas, och ingen annan är bättre än någon av dem."]
        #[is(Id)]
        pub pareto_proved: bool,
    }
);

described!(
    /// Today among the groupings.
    #[sv = "Nuläget bland indelningarna."]
    #[derive(Clone, Debug, Serialize)]
    pub struct TodayResult {
        /// Whether it fulfils the conditions.
        #[sv = "Om det uppfyller villkoren."]
        #[is(Id)]
        pub feasible: bool,
        /// Its place. Null if it is not feasible, or not known.
        #[sv = "Dess plats. Null om det inte är möjligt, eller inte är känt."]
        #[is(Id)]
        pub rank: Option<String>,
        /// Its figures.
        #[sv = "Dess uppgifter."]
        pub values: GroupingValues,
    }
);

described!(
    /// A scenario among the groupings.
    #[sv = "Ett scenario bland indelningarna."]
    #[derive(Clone, Debug, Serialize)]
    pub struct ReferenceResult {
        /// The name of the scenario.
        #[sv = "Scenariots namn."]
        #[is(Id)]
        pub name: String,
        /// The path of the scenario file.
        #[sv = "Scenariofilens sökväg."]
        #[is(Id)]
        pub file: String,
        /// Whether it fulfils the conditions.
        #[sv = "Om det uppfyller villkoren."]
        #[is(Id)]
        pub feasible: bool,
        /// Its place. Null if it is not feasible, or not known.
        #[sv = "Dess plats. Null om det inte är möjligt, eller inte är känt."]
        #[is(Id)]
        pub rank: Option<String>,
        /// Its figures, with the kanslier of the search.
        #[sv = "Dess uppgifter, med sökningens kanslier."]
        pub values: GroupingValues,
    }
);

described!(
    /// A grouping.
    #[sv = "En indelning."]
    #[derive(Clone, Debug, Serialize)]
    pub struct GroupingResult {
        /// Its place. Null where it is not ranked.
        #[sv = "Dess plats. Null där den inte är rangordnad."]
        #[is(Id)]
        pub rank: Option<String>,
        /// The kommunkoder of each förbund.
        #[sv = "Kommunkoderna i varje förbund."]
        #[is(Id)]
        pub forbund: Vec<Vec<Kommunkod>>,
        /// The seat of each förbund, in the same order.
        #[sv = "Sätet i varje förbund, i samma ordning."]
        pub seats: Vec<SeatResult>,
        /// Its figures.
        #[sv = "Dess uppgifter."]
        pub values: GroupingValues,
    }
);

described!(
    /// The best grouping while a new kansli costs at least and at most so much.
    #[sv = "Den bästa indelningen när ett nytt kansli kostar minst och högst så mycket."]
    #[derive(Clone, Debug, Serialize)]
    pub struct FixedResult {
        /// At least, kr a year, the end included.
        #[sv = "Minst, kr per år, gränsen inräknad."]
        #[is(Id)]
        pub from: Kronor,
        /// At most, kr a year, the end included.
        #[sv = "Högst, kr per år, gränsen inräknad."]
        #[is(Id)]
        pub to: Kronor,
        /// The best grouping, with its figures at what the search states.
        #[sv = "Den bästa indelningen, med sina uppgifter vid det som sökningen anger."]
        pub best: GroupingResult,
    }
);

described!(
    /// Where a förbund has its seat.
    #[sv = "Var ett förbund har sitt säte."]
    #[derive(Clone, PartialEq, Eq, Debug, Serialize)]
    pub struct SeatResult {
        /// Where distances are measured from: the seat of one of today's förbund, unchanged, else its largest kommun.
        #[sv = "Varifrån avstånden räknas: sätet i ett av dagens förbund, oförändrat, annars den största kommunen."]
        #[is(Id)]
        pub sate: Kommunkod,
        /// From there to the kommun farthest away, whole km. Null if a place is unknown.
        #[sv = "Därifrån till kommunen längst bort, hela km. Null om en plats är okänd."]
        #[is(Id)]
        pub km: Option<u32>,
        /// The kommun from which the one farthest away is nearest. Null if a place is unknown.
        #[sv = "Kommunen varifrån den som ligger längst bort är närmast. Null om en plats är okänd."]
        #[is(Id)]
        pub best: Option<Kommunkod>,
        /// From there to the kommun farthest away, whole km.
        #[sv = "Därifrån till kommunen längst bort, hela km."]
        #[is(Id)]
        pub best_km: Option<u32>,
    }
);

described!(
    /// The groupings of a number of förbund.
    #[sv = "Indelningarna med ett visst antal förbund."]
    #[derive(Clone, Debug, Serialize)]
    pub struct ByNumberResult {
        /// The number of förbund.
        #[sv = "Antalet förbund."]
        #[is(Id)]
        pub forbund: usize,
        /// How many groupings fulfil the conditions. Null if they were not counted.
        #[sv = "Hur många indelningar som uppfyller villkoren. Null om de inte räknades."]
        #[is(Id)]
        pub count: Option<String>,
        /// The best of them. Null if it was not found in time.
        #[sv = "Den bästa av dem. Null om den inte hittades i tid."]
        pub best: Option<GroupingResult>,
    }
);

described!(
    /// The figures of a grouping: those of the searched förbund.
    #[sv = "En indelnings uppgifter: de sökta förbundens."]
    #[derive(Clone, PartialEq, Eq, Debug, Serialize)]
    pub struct GroupingValues {
        /// How many förbund there are.
        #[sv = "Hur många förbund det är."]
        #[figure(Forbund, "Förbund", "Förbund")]
        pub forbund: usize,
        /// The cost of all kanslier, kr a year. Null if one is unknown.
        #[sv = "Vad alla kanslier kostar, kr per år. Null om någon är okänd."]
        #[figure(Kronor, "Kansli", "Kansli")]
        pub kansli: Option<Kronor>,
        /// The longest distance, km. Null if one is unknown.
        #[sv = "Det längsta avståndet, km. Null om något är okänt."]
        #[figure(Kilometres, "Längst, km", "Farthest, km")]
        pub farthest_km: Option<u64>,
        /// Inhabitants 16–64 of the smallest förbund.
        #[sv = "Invånare 16–64 år i det minsta förbundet."]
        #[figure(Inhabitants, "Minsta, inv.", "Smallest, inh.")]
        pub smallest: u64,
        /// The largest share of a förbund's inhabitants 16–64 that a kommun has, percent with one decimal, among förbund of
        /// several kommuner. Null if there is none.
        #[sv = "Den största andel av ett förbunds invånare 16–64 år som en kommun har, procent med en decimal, bland \
                förbund med flera kommuner. Null om inget finns."]
        #[figure(PercentagePoints, "Största andel, %", "Largest share, %")]
        #[schemars(with = "Option<String>")]
        #[serde(serialize_with = "known_as_written")]
        pub largest_share: Option<Decimal>,
        /// Kommuner in another förbund than today.
        #[sv = "Kommuner i ett annat förbund än i dag."]
        #[figure(Plain, "Byter förbund", "Moved")]
        pub moved: u32,
        /// Ledamöter in all boards.
        #[sv = "Ledamöter i alla styrelser."]
        #[figure(Ledamoter, "Ledamöter", "Ledamöter")]
        pub ledamoter: u32,
        /// State money, kr a year.
        #[each("Statens medel, kr per år", "State money, kr a year")]
        #[figure(Kronor, "Staten", "State")]
        pub state: GrossAndNet<Kronor>,
        /// All income, kr a year.
        #[each("Alla intäkter, kr per år", "All income, kr a year")]
        #[figure(Kronor, "Intäkter", "Income")]
        pub total: GrossAndNet<Kronor>,
        /// Money for insatser, kr a year. Null if a kansli is unknown.
        #[each("Pengar till insatser, kr per år", "Money for insatser, kr a year")]
        #[figure(Kronor, "Insatser", "Insatser")]
        pub insatser: GrossAndNet<Option<Kronor>>,
        /// What the kommun contributes that the groupings are ranked by, kr a year. Null where they are not.
        #[sv = "Bidraget från kommunen som indelningarna rangordnas efter, kr per år. Null där de inte är det."]
        pub contribution: Option<GrossAndNet<Kronor>>,
    }
);
