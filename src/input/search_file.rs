//! A search file as written: every value with its place, nothing looked up.

use std::ops::Range;

use rust_decimal::Decimal;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use super::document::At;
use super::shape::{Shape, words};
use crate::model::kronor::Kronor;
use crate::search::criterion::By;

/// A search for the best groupings of some kommuner into förbund.
#[derive(Clone, Debug, JsonSchema)]
#[schemars(deny_unknown_fields)]
#[schemars(extend("sv" = "En sökning efter de bästa indelningarna av några kommuner i förbund."))]
pub struct SearchFile {
    /// The name of the search, as tables and reports show it.
    #[schemars(extend("sv" = "Sökningens namn, som det står i tabeller och rapporter."))]
    #[schemars(required)]
    pub name: Option<At<String>>,
    /// The path of the baseline (TOML), relative to this file. Built in:
    /// "`builtin:data/integratia_2017/utgangslage.toml`" and "builtin:data/jonkoping/utgangslage.toml".
    #[schemars(extend("sv" = "Sökvägen till utgångsläget (TOML), sedd från den här filen. Inbyggda: \
                              \"builtin:data/integratia_2017/utgangslage.toml\" och \
                              \"builtin:data/jonkoping/utgangslage.toml\"."))]
    #[schemars(required)]
    pub baseline: Option<At<String>>,
    /// What is searched, and the conditions of each grouping.
    #[schemars(extend("sv" = "Vad som söks, och villkoren för varje indelning."))]
    pub search: Option<SearchSection>,
    /// What the groupings are ranked by.
    #[schemars(extend("sv" = "Vad indelningarna rangordnas efter."))]
    pub rank: Option<RankSection>,
    /// The first line, for what concerns the whole file.
    #[schemars(skip)]
    pub span: Range<usize>,
}

/// `[search]`.
#[derive(Clone, Default, Debug, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct SearchSection {
    /// The kommuner that are searched: baseline (all of its förbund, the default), a list of names or kommunkoder, or a län.
    #[schemars(extend("sv" = "Kommunerna som söks: baseline (alla i utgångslägets förbund, om inget anges), en lista med \
                              namn eller kommunkoder, eller ett län."))]
    pub kommuner: Option<At<Scope>>,
    /// How many förbund there may be.
    #[schemars(extend("sv" = "Hur många förbund det får bli."))]
    pub forbund: Option<LimitsSection>,
    /// Whether the kommuner of a förbund must hang together over borders. True if not given.
    #[schemars(extend("sv" = "Om ett förbunds kommuner måste hänga ihop över gränser. true om inget anges."))]
    pub contiguous: Option<bool>,
    /// Which borders count: land, bro (a bridge), farja (a ferry), vatten (only water) and punkt (a single point). Land, bro
    /// and farja if not given.
    #[schemars(extend("sv" = "Vilka gränser som räknas: land, bro, farja, vatten (bara vatten) och punkt (en enda punkt). \
                              land, bro och farja om inget anges."))]
    pub borders: Option<At<Vec<At<Border>>>>,
    /// How many kommuner each förbund may have.
    #[schemars(extend("sv" = "Hur många kommuner varje förbund får ha."))]
    pub kommuner_per_forbund: Option<LimitsSection>,
    /// How many inhabitants 16–64 each förbund may have.
    #[schemars(extend("sv" = "Hur många invånare 16–64 år varje förbund får ha."))]
    pub befolkning_16_64: Option<LimitsSection>,
    /// How many inhabitants each förbund may have.
    #[schemars(extend("sv" = "Hur många invånare varje förbund får ha."))]
    pub folkmangd: Option<LimitsSection>,
    /// How far it may be in a förbund from its seat or largest kommun to the one farthest away, km.
    #[schemars(extend("sv" = "Hur långt det får vara i ett förbund från sätet eller den största kommunen till den längst \
                              bort, km."))]
    pub farthest_km: Option<MostSection>,
    /// How many regions may pay to one förbund.
    #[schemars(extend("sv" = "Hur många regioner som får betala till ett och samma förbund."))]
    pub regions: Option<MostSection>,
    /// How large a share of the inhabitants 16–64 of its förbund a kommun may have. Förbund of one kommun are left out.
    #[schemars(extend("sv" = "Hur stor del av sitt förbunds invånare 16–64 år en kommun får ha. Förbund med en enda kommun \
                              räknas inte."))]
    pub largest_share: Option<ShareSection>,
    /// How many kommuner may be in another förbund than today.
    #[schemars(extend("sv" = "Hur många kommuner som får byta förbund."))]
    pub moved: Option<MostSection>,
    /// Kommuner that must be in one förbund: a list of lists.
    #[schemars(extend("sv" = "Kommuner som ska vara i samma förbund: en lista med listor."))]
    #[schemars(default)]
    pub together: Vec<At<Vec<At<String>>>>,
    /// Kommuner of which no two may be in one förbund: a list of lists.
    #[schemars(extend("sv" = "Kommuner som inte två och två får vara i samma förbund: en lista med listor."))]
    #[schemars(default)]
    pub apart: Vec<At<Vec<At<String>>>>,
    /// Förbund that stand as today.
    #[schemars(extend("sv" = "Förbund som står som i dag."))]
    pub keep: Option<At<Vec<At<String>>>>,
    /// What the kansli of a new förbund costs, and of one of today's whose kansli is unknown.
    #[schemars(extend("sv" = "Vad ett nytt förbunds kansli kostar, och det i ett av dagens förbund vars kansli är okänt."))]
    pub kansli: Option<KansliSection>,
}

/// `{ min = …, max = … }`.
#[derive(Clone, Debug, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct LimitsSection {
    /// At least.
    #[schemars(extend("sv" = "Minst."))]
    #[schemars(range(min = 0))]
    pub min: Option<At<i64>>,
    /// At most.
    #[schemars(extend("sv" = "Högst."))]
    #[schemars(range(min = 0))]
    pub max: Option<At<i64>>,
    /// The place of the table.
    #[schemars(skip)]
    pub span: Range<usize>,
}

/// `{ max = … }` of whole numbers.
#[derive(Clone, Debug, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct MostSection {
    /// At most.
    #[schemars(extend("sv" = "Högst."))]
    #[schemars(required, range(min = 0))]
    pub max: Option<At<i64>>,
    /// The place of the table.
    #[schemars(skip)]
    pub span: Range<usize>,
}

/// `{ max = … }` of a share.
#[derive(Clone, Debug, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct ShareSection {
    /// At most: 0.8 is 80 percent.
    #[schemars(extend("sv" = "Högst: 0.8 är 80 procent."))]
    #[schemars(required, range(min = 0, max = 1))]
    pub max: Option<At<Decimal>>,
}

/// `[search.kansli]`: a sum of three parts, rounded half away from zero.
#[derive(Clone, Debug, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct KansliSection {
    /// What each costs, kr a year. 0 if not given.
    #[schemars(extend("sv" = "Vad vart och ett kostar, kr per år. 0 om inget anges."))]
    pub fixed: Option<At<Kronor>>,
    /// What it costs more for each kommun, kr a year. 0 if not given.
    #[schemars(extend("sv" = "Vad det kostar mer för varje kommun, kr per år. 0 om inget anges."))]
    pub per_kommun: Option<At<Kronor>>,
    /// What it costs more per inhabitant 16–64, kr a year. 0 if not given.
    #[schemars(extend("sv" = "Vad det kostar mer per invånare 16–64 år, kr per år. 0 om inget anges."))]
    #[schemars(range(min = 0))]
    pub per_inhabitant: Option<At<Decimal>>,
    /// The place of the table.
    #[schemars(skip)]
    pub span: Range<usize>,
}

/// `[rank]`.
#[derive(Clone, Default, Debug, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct RankSection {
    /// What is best: insatser (the default), total, state and smallest with the most first; kansli, `farthest_km`,
    /// `largest_share`, moved, ledamoter and contribution:KOMMUN with the least first.
    #[schemars(extend("sv" = "Vad som är bäst: insatser (om inget anges), total, state och smallest med det mesta först; \
                              kansli, farthest_km, largest_share, moved, ledamoter och contribution:KOMMUN med det minsta \
                              först."))]
    pub by: Option<At<RankBy>>,
    /// Which amounts count: net (the default where they are known) or gross.
    #[schemars(extend("sv" = "Vilka belopp som räknas: net (netto, om inget anges och de är kända) eller gross (brutto)."))]
    pub redistribution: Option<At<RankRedistribution>>,
    /// How many of the best are shown. 20 if not given.
    #[schemars(extend("sv" = "Hur många av de bästa som visas. 20 om inget anges."))]
    #[schemars(range(min = 1, max = MOST_TOP))]
    pub top: Option<At<i64>>,
    /// Criteria of which none can be better without another being worse: every such grouping is shown.
    #[schemars(extend("sv" = "Kriterier där inget kan bli bättre utan att ett annat blir sämre: varje sådan indelning visas."))]
    pub pareto: Option<At<Vec<At<RankBy>>>>,
    /// The place of the table.
    #[schemars(skip)]
    pub span: Range<usize>,
}

/// The most groupings that are shown.
pub const MOST_TOP: i64 = 10_000;

/// The kommuner that are searched.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Scope {
    /// All of the baseline's förbund.
    Baseline,
    /// These, by name or kommunkod.
    Listed(Vec<At<String>>),
    /// All of a län.
    Lan(At<String>),
}

impl Shape for Scope {
    fn shape(generator: &mut SchemaGenerator) -> Schema {
        let list = Vec::<At<String>>::shape(generator);
        let lan = json_schema!({
            "type": "object",
            "properties": { "lan": { "type": "string", "sv": "Länet: Jönköpings län eller 06.",
                "description": "The län: Jönköpings län or 06." } },
            "required": ["lan"],
            "additionalProperties": false,
        });
        json_schema!({ "anyOf": [{ "type": "string", "enum": [SCOPE_BASELINE] }, list, lan] })
    }
}

/// The word for all kommuner of the baseline's förbund.
pub(super) const SCOPE_BASELINE: &str = "baseline";

/// How two kommuner border each other.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[expect(missing_docs, reason = "the names are those of the file, and of the table of borders")]
pub enum Border {
    Land,
    Bro,
    Farja,
    Vatten,
    Punkt,
}

/// The borders by what they are called.
pub const BORDERS: [(&str, Border); 5] = [
    ("land", Border::Land),
    ("bro", Border::Bro),
    ("farja", Border::Farja),
    ("vatten", Border::Vatten),
    ("punkt", Border::Punkt),
];

/// Those that count unless others are named.
pub const USUAL_BORDERS: [Border; 3] = [Border::Land, Border::Bro, Border::Farja];

impl Shape for Vec<At<Border>> {
    fn shape(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "array", "items": words(&BORDERS), "minItems": 1 })
    }
}

/// What groupings are ranked by.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum RankBy {
    /// One of the figures of a grouping.
    Figure(By),
    /// What a kommun contributes, by name or kommunkod.
    Contribution(String),
}

/// The figures by what they are called.
pub const RANKS: [(&str, By); 9] = [
    ("insatser", By::Insatser),
    ("total", By::Total),
    ("state", By::State),
    ("kansli", By::Kansli),
    ("farthest_km", By::FarthestKm),
    ("smallest", By::Smallest),
    ("largest_share", By::LargestShare),
    ("moved", By::Moved),
    ("ledamoter", By::Ledamoter),
];

/// What stands before the kommun whose contribution counts.
pub(super) const CONTRIBUTION: &str = "contribution:";

impl Shape for RankBy {
    fn shape(_: &mut SchemaGenerator) -> Schema {
        let contribution = json_schema!({ "type": "string", "pattern": "^contribution:.*\\S" });
        json_schema!({ "anyOf": [words(&RANKS), contribution] })
    }
}

impl Shape for Vec<At<RankBy>> {
    fn shape(generator: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "array", "items": RankBy::shape(generator), "minItems": 1 })
    }
}

/// Which amounts groupings are ranked by.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[expect(missing_docs, reason = "the names are those of the file")]
pub enum RankRedistribution {
    Gross,
    Net,
}

/// The amounts by what they are called.
pub(super) const RANK_REDISTRIBUTIONS: [(&str, RankRedistribution); 2] =
    [("gross", RankRedistribution::Gross), ("net", RankRedistribution::Net)];

impl Shape for RankRedistribution {
    fn shape(_: &mut SchemaGenerator) -> Schema {
        words(&RANK_REDISTRIBUTIONS)
    }
}
