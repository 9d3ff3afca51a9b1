//! What is told of the keys under `criteria` in the result.

use super::{GROSS, NET, Text, Told, at};

// Kommuner are named alike wherever they stand.
const KOMMUNKOD: Text = ("Kommunkoden, fyra siffror.", "The kommunkod, four digits.");
const KOMMUN: Text = ("Kommunens namn.", "The name of the kommun.");

/// Each key with its text.
pub(super) const TOLD: &[Told] = &[
    (
        "ScenarioResult.criteria",
        "Vad utredningar väger in vid sidan av pengarna. Förbund utanför utgångsläget är inte med.",
        "What inquiries weigh beside money. Förbund outside the baseline are left out.",
    ),
    ("Criteria", "Vad utredningar väger in vid sidan av pengarna.", "What inquiries weigh beside money."),
    ("Criteria.before", "Nuläget.", "Today."),
    ("Criteria.after", "Läget efteråt.", "The situation afterwards."),
    (
        "Criteria.places_filled_in",
        "Om orters lägen som kommuntabellen saknar hämtades ur den inbyggda.",
        "Whether places that the kommun table lacks were taken from the built-in one.",
    ),
    (
        "Criteria.keys",
        "Vad kommunerna skulle betala med varje fördelningsnyckel som går att använda på båda sidor.",
        "What the kommuner would pay under each fördelningsnyckel that can be used on both sides.",
    ),
    ("CriteriaSide", "En sida: nuläget eller läget efteråt.", "A side: today or afterwards."),
    (
        "CriteriaSide.forbund",
        "Varje förbund, i tabellernas ordning.",
        "Each förbund, in the order of the tables.",
    ),
    ("CriteriaSide.total", "Alla förbund tillsammans.", "All förbund together."),
    ("CriteriaTotal", "Alla förbund på en sida.", "All förbund of a side."),
    ("CriteriaTotal.forbund", "Antal förbund.", "Number of förbund."),
    ("CriteriaTotal.ledamoter", "Ledamöter i alla styrelser.", "Ledamöter in all boards."),
    (
        "CriteriaTotal.ledamoter_state",
        "Ledamöter för de statliga parterna i alla styrelser.",
        "Ledamöter of the state parties in all boards.",
    ),
    (
        "CriteriaTotal.largest_share_of_inhabitants",
        "Den största andel av ett förbunds invånare 16–64 år som en kommun har, procent, bland förbund med flera kommuner.",
        "The largest share of a förbund's inhabitants 16–64 that a kommun has, percent, among förbund of several kommuner.",
    ),
    (
        "CriteriaTotal.farthest_km",
        "Det längsta avståndet, km. Null om något är okänt.",
        "The longest distance, km. Null if one is unknown.",
    ),
    (
        "CriteriaTotal.beyond_50_km",
        "Antal kommuner mer än 50 km bort. Null om något avstånd är okänt.",
        "Number of kommuner more than 50 km away. Null if a distance is unknown.",
    ),
    ("ForbundCriteria", "Ett förbund.", "A förbund."),
    ("ForbundCriteria.name", "Förbundets namn.", "The name of the förbund."),
    ("ForbundCriteria.kommuner", "Antal kommuner.", "Number of kommuner."),
    ("ForbundCriteria.regions", "Antal regioner.", "Number of regions."),
    (
        "ForbundCriteria.ledamoter",
        "Medlemmar, och därmed ledamöter: två statliga parter, regioner och kommuner. Gotland är båda och räknas en gång.",
        "Members, and so ledamöter: two state parties, regions and kommuner. Gotland is both and counts once.",
    ),
    (
        "ForbundCriteria.ledamoter_state",
        "Ledamöter för de statliga parterna.",
        "Ledamöter of the state parties.",
    ),
    (
        "ForbundCriteria.largest_kommun",
        "Kommunen med flest invånare 16–64 år.",
        "The kommun with most inhabitants 16–64.",
    ),
    (
        "ForbundCriteria.smallest_kommun",
        "Kommunen med minst antal invånare 16–64 år.",
        "The kommun with fewest inhabitants 16–64.",
    ),
    (
        "ForbundCriteria.sate",
        "Kommunen där förbundet har sitt säte. Null om inget är angivet.",
        "The kommun where the förbund has its seat. Null if none is stated.",
    ),
    (
        "ForbundCriteria.distance",
        "Avståndet till sätet, eller till den största kommunen om inget säte är angivet. Null om en plats är okänd.",
        "The distance to the seat, or to the largest kommun if no seat is stated. Null if a place is unknown.",
    ),
    (
        "ForbundCriteria.indicators",
        "Kommuntabellens övriga kolumner för hela förbundet.",
        "The further columns of the kommun table for the whole förbund.",
    ),
    ("Member", "En kommun bland de andra i sitt förbund.", "A kommun beside the others of its förbund."),
    at("Member.kommunkod", KOMMUNKOD),
    at("Member.kommun", KOMMUN),
    ("Member.befolkning_16_64", "Invånare 16–64 år.", "Inhabitants 16–64."),
    (
        "Member.share_of_inhabitants",
        "Dess andel av förbundets invånare 16–64 år, procent med en decimal.",
        "Its share of the förbund's inhabitants 16–64, percent with one decimal.",
    ),
    (
        "Member.share_of_contributions",
        "Dess andel av vad förbundets kommuner betalar, brutto, procent med en decimal.",
        "Its share of what the kommuner of the förbund pay, gross, percent with one decimal.",
    ),
    ("KommunName", "En kommun.", "A kommun."),
    at("KommunName.kommunkod", KOMMUNKOD),
    at("KommunName.kommun", KOMMUN),
    (
        "Distance",
        "Fågelvägen mellan centralorter, hela km (WGS84). Vägen är längre.",
        "As the crow flies between main towns, whole km (WGS84). Roads are longer.",
    ),
    (
        "Distance.from",
        "Kommunen som avstånden räknas från: sätet, eller den största om inget säte är angivet.",
        "The kommun that distances are from: the seat, or the largest if no seat is stated.",
    ),
    ("Distance.farthest", "Kommunen längst bort.", "The kommun farthest away."),
    ("Distance.km", "Hur långt bort den är, km.", "How far away it is, km."),
    ("Distance.beyond_50_km", "Kommuner mer än 50 km bort.", "Kommuner more than 50 km away."),
    ("IndicatorResult", "En indikator för ett helt förbund.", "An indicator of a whole förbund."),
    ("IndicatorResult.column", "Kolumnen i kommuntabellen.", "The column of the kommun table."),
    (
        "IndicatorResult.weight",
        "Vad kommunerna vägs med; summa är ingen vägning.",
        "What the kommuner are weighted by; summa is their sum.",
    ),
    (
        "IndicatorResult.value",
        "Medelvärdet eller summan. Null om en kommun saknar siffran.",
        "The mean or the sum. Null if a kommun lacks the figure.",
    ),
    (
        "KeyResult",
        "Vad kommunerna skulle betala med en fördelningsnyckel.",
        "What the kommuner would pay under a fördelningsnyckel.",
    ),
    (
        "KeyResult.key",
        "Nyckeln; explicit är de tal som utgångsläget anger.",
        "The key; explicit are the numbers that the baseline gives.",
    ),
    ("KeyResult.in_use", "Om det är utgångslägets nyckel.", "Whether it is the key of the baseline."),
    (
        "KeyResult.kommuner",
        "Varje kommun som är med före eller efter, efter kommunkod.",
        "Each kommun that takes part before or after, by kommunkod.",
    ),
    (
        "KommunUnderKey",
        "Vad en kommun skulle betala, kr per år. Null där den inte är med.",
        "What a kommun would pay, kr a year. Null where it takes no part.",
    ),
    at("KommunUnderKey.kommunkod", KOMMUNKOD),
    at("KommunUnderKey.kommun", KOMMUN),
    (
        "KommunUnderKey.contribution_before",
        "I dagens förbund med denna nyckel, kr per år.",
        "In today's förbund under this key, kr a year.",
    ),
    (
        "KommunUnderKey.contribution_after",
        "Efteråt med denna nyckel, kr per år.",
        "Afterwards under this key, kr a year.",
    ),
    at("KommunUnderKey.contribution_after.gross", GROSS),
    at("KommunUnderKey.contribution_after.net", NET),
    (
        "KommunUnderKey.change_from_today",
        "Efteråt med denna nyckel minus vad kommunen betalar i dag med dagens nyckel, kr per år.",
        "Afterwards under this key less what the kommun pays today under today's key, kr a year.",
    ),
    at("KommunUnderKey.change_from_today.gross", GROSS),
    at("KommunUnderKey.change_from_today.net", NET),
];
