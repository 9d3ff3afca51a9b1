//! A baseline file as written: every value with its place, nothing looked up.

use std::borrow::Cow;

use rust_decimal::Decimal;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use super::board_section::BoardSection;
use super::caps_section::CapSection;
use super::dated::Dated;
use super::document::{self, At, ChoiceOrNumbers, Section, TextOrTexts};
use super::insatser_section::InsatsSection;
use super::kommun_part_section::KommunPartSection;
use super::path_section::PathSection;
use super::payment_section::PaymentSection;
use super::positions_section::{ArgumentSection, PositionSection};
use super::ratios::{INDICATOR_WEIGHTS, IndicatorsSection, TIMES};
use super::reference_section::ReferenceSection;
use super::rules_section::RulesSection;
use super::shape::{Items, Posts, Shape, shares, words};
use super::smallest_forbund_section::SmallestForbundSection;
use super::uncertain_section::UncertainSection;
use super::value_section::ValueSection;
use super::years::YEARS;
use crate::model::kansli::{Cost, SplitBy};
use crate::model::kronor::Kronor;
use crate::model::name::canonical;

/// How many förbund the rest of the country can have.
pub(super) const REST_FORBUND: (i64, i64) = (0, 100_000);

/// How many inhabitants it can have.
pub(super) const REST_INHABITANTS: (i64, i64) = (0, 1_000_000_000_000);

pub(super) const WEIGHTS: [&str; 2] = ["forsorjningsmatt", "befolkning"];

pub(super) const FUNDING: [&str; 3] = ["state", "region", "kommuner"];

/// Whether a text is meant to be a file of an inquiry: a line of it begins as only such a file's does.
#[must_use]
pub fn is_meant(text: &str) -> bool {
    const BEGINNINGS: [&str; 7] = [
        "kommuner",
        "kommun_key",
        "baseline",
        "[[forbund]]",
        "[model.rest_of_country]",
        "[[change]]",
        "[[check]]",
    ];
    document::begins(text, &BEGINNINGS)
}

/// Today's situation: which förbund there are, which kommuner they have and what they get. All amounts are
/// whole kronor a year.
#[derive(Clone, Debug, JsonSchema)]
#[schemars(deny_unknown_fields)]
#[schemars(extend("sv" = "Dagens läge: vilka förbund som finns, vilka kommuner de har och vad de får. Alla \
                          belopp är hela kronor per år."))]
pub struct BaselineFile {
    /// The name of the baseline, as tables and reports show it.
    #[schemars(extend("sv" = "Utgångslägets namn, som det står i tabeller och rapporter."))]
    #[schemars(required)]
    pub name: Option<At<String>>,
    /// The year of the kommun table that the figures are taken from. Must be given where the table has
    /// several years.
    #[schemars(extend("sv" = "Året i kommuntabellen som uppgifterna tas från. Måste anges om tabellen har \
                              flera år."))]
    #[schemars(range(min = YEARS.0, max = YEARS.1))]
    pub year: Option<At<i64>>,
    /// The path of the kommun table (CSV), relative to this file. Built in: "builtin:data/kommuner.csv".
    #[schemars(extend("sv" = "Sökvägen till kommuntabellen (CSV), sedd från den här filen. Inbyggd: \
                              \"builtin:data/kommuner.csv\"."))]
    #[schemars(required)]
    pub kommuner: Option<At<String>>,
    /// The fördelningsnyckel of the kommuner's part within a förbund: `befolkning_16_64` (inhabitants 16–64,
    /// the default), folkmangd (all inhabitants), forsorjningsmatt (full-year equivalents) or lika (alike).
    /// Or a table with a number for each kommun: { "Falun" = 13, "Borlänge" = 12 }.
    #[schemars(extend("sv" = "Fördelningsnyckeln för kommunernas del inom ett förbund: befolkning_16_64 \
                              (invånare 16–64 år, om inget anges), folkmangd, forsorjningsmatt \
                              (helårsekvivalenter) eller lika. Eller en tabell med ett tal för varje kommun: \
                              { \"Falun\" = 13, \"Borlänge\" = 12 }."))]
    pub kommun_key: Option<At<ChoiceOrNumbers<NamedKey>>>,
    /// How several regions of one förbund divide the regions' part: by `befolkning_16_64` (inhabitants 16–64,
    /// the default), folkmangd or forsorjningsmatt of their kommuner in it, or lika, alike per region.
    #[schemars(extend("sv" = "Hur flera regioner i ett förbund delar regionernas del: efter befolkning_16_64 \
                              (om inget anges), folkmangd eller forsorjningsmatt i deras kommuner i \
                              förbundet, eller lika per region."))]
    #[schemars(with = "Option<At<NamedKey>>")]
    pub region_key: Option<At<ChoiceOrNumbers<NamedKey>>>,
    /// Where the figures come from. Shown in every result.
    #[schemars(extend("sv" = "Var uppgifterna kommer från. Visas i varje resultat."))]
    pub source: Option<At<String>>,
    /// What further columns of the kommun table are weighted by where they are shown for a whole förbund:
    /// `befolkning_16_64` (the default), folkmangd (all inhabitants), forsorjningsmatt, lika (the mean of the
    /// kommuner) or summa (their sum). Example: ohalsotal = "`befolkning_16_64`". Or a ratio of two columns, which for several
    /// kommuner is sum divided by sum: { of = "…", per = "…" }, with times = 100 in percent.
    #[schemars(extend("sv" = "Vad kommuntabellens övriga kolumner vägs med när de visas för ett helt \
                              förbund: befolkning_16_64 (om inget anges), folkmangd, forsorjningsmatt, lika \
                              (kommunernas medelvärde) eller summa. Exempel: ohalsotal = \
                              \"befolkning_16_64\". Eller en kvot av två kolumner, som för flera kommuner är summa \
                              delat med summa: { of = \"…\", per = \"…\" }, med times = 100 i procent."))]
    #[schemars(with = "Option<At<IndicatorWeights>>")]
    pub indicators: IndicatorsSection,
    /// The state's allocation model: the appropriation, the base grant and the weights.
    #[schemars(extend("sv" = "Statens fördelningsmodell: anslaget, grundtilldelningen och vikterna."))]
    #[schemars(default)]
    pub model: ModelSection,
    /// The parties' shares of a förbund's income. They must sum to 1. The state a half, the region and the
    /// kommuner a quarter each if not given.
    #[schemars(extend("sv" = "Parternas andelar av ett förbunds intäkter. De ska bli 1 tillsammans. Staten \
                              hälften, regionen och kommunerna en fjärdedel var om inget anges."))]
    pub funding: Option<FundingSection>,
    /// The years that are computed. Amounts can then be tables by year.
    #[schemars(extend("sv" = "Åren som beräknas. Belopp kan då vara tabeller med ett värde per år."))]
    pub path: Option<PathSection>,
    /// The rules that bound the state's money. None is in force without this table.
    #[schemars(extend("sv" = "Reglerna som begränsar statens medel. Ingen gäller utan den här tabellen."))]
    pub rules: Option<RulesSection>,
    /// The numbers that are uncertain, one `[[uncertain]]` for each. Used by finsam risk and finsam sensitivity.
    #[schemars(extend("sv" = "De tal som är osäkra, ett [[uncertain]] för varje. Används av finsam risk och finsam \
                              sensitivity."))]
    #[schemars(default)]
    pub uncertain: Vec<UncertainSection>,
    /// What regions, kommuner or the parties of förbund pay at most, one `[[cap]]` for each.
    #[schemars(extend("sv" = "Vad regioner, kommuner eller förbundens parter högst betalar, ett [[cap]] för varje."))]
    #[schemars(rename = "cap")]
    pub caps: Option<Vec<CapSection>>,
    /// Parts of kommuner that are members of their own, one `[[kommun_part]]` for each. What is left of the kommun is a
    /// part too. The figures are those of the year of the kommun table, or of the first year that is computed.
    #[schemars(extend("sv" = "Delar av kommuner som är medlemmar var för sig, ett [[kommun_part]] för varje. Det som \
                              återstår av kommunen är också en del. Uppgifterna gäller kommuntabellens år, eller det \
                              första år som beräknas."))]
    #[schemars(rename = "kommun_part", default)]
    pub kommun_parts: Vec<KommunPartSection>,
    /// Today's samordningsförbund, one `[[forbund]]` for each. Either all state budget or `state_grant`, or
    /// none does; then the model computes.
    #[schemars(extend("sv" = "Dagens samordningsförbund, ett [[forbund]] för varje. Antingen anger alla \
                              budget eller state_grant, eller inget av dem; då beräknar modellen dem."))]
    #[schemars(length(min = 1))]
    pub forbund: Vec<ForbundSection>,
    /// Kanslier, or items of them, that some of the förbund share today, on top of what each of them states. One
    /// `[[shared_kansli]]` for each.
    #[schemars(extend("sv" = "Kanslier, eller poster i dem, som några av förbunden delar i dag, utöver vad vart och ett \
                              anger. Ett [[shared_kansli]] för varje."))]
    #[schemars(rename = "shared_kansli", default)]
    pub shared_kanslier: Vec<SharedKansliSection>,
    /// What sources say that förbund of the file had, one `[[reference]]` for each förbund and year. It is shown beside what is
    /// computed, and no amount depends on it.
    #[schemars(extend("sv" = "Vad källor säger att filens förbund hade, ett [[reference]] för varje förbund och år. Det visas \
                              bredvid det som beräknas, och inget belopp beror på det."))]
    #[schemars(rename = "reference", default)]
    pub references: Vec<ReferenceSection>,
    /// What mergers, moves and shared kanslier are assumed to save where a scenario states no kansli, alike in every
    /// alternative. Nothing without this table.
    #[schemars(extend("sv" = "Vad sammanslagningar, flyttar och gemensamma kanslier antas spara där scenariot inte anger \
                              något kansli, lika i alla alternativ. Inget utan den här tabellen."))]
    pub kansli_assumption: Option<KansliAssumptionSection>,
    /// A kansli of which it is asked how many inhabitants a förbund must have to bear it. No amount depends on it.
    #[schemars(extend("sv" = "Ett kansli som det frågas om: hur många invånare måste ett förbund ha för att bära det? Inget belopp beror \
                              på det."))]
    pub smallest_forbund: Option<SmallestForbundSection>,
    /// What the förbund buy or run for participants, one `[[insats]]` for each. They are shown beside the money for insatser,
    /// and no amount of the model depends on them.
    #[schemars(extend("sv" = "Vad förbunden köper eller driver för deltagare, ett [[insats]] för varje. De visas bredvid pengarna \
                              till insatser, och inget av modellens belopp beror på dem."))]
    #[schemars(rename = "insats", default)]
    pub insatser: Vec<InsatsSection>,
    /// What a person with a result is worth to society, one `[[value]]` for each result. It is set against what insatser
    /// cost, and is not part of the förbund's money.
    #[schemars(extend("sv" = "Vad en person med ett resultat är värd för samhället, ett [[value]] för varje resultat. Det ställs mot \
                              vad insatserna kostar, och ingår inte i förbundens pengar."))]
    #[schemars(rename = "value", default)]
    pub values: Vec<ValueSection>,
    /// A table with more of them, a row for each (CSV or .xlsx), relative to this file: the columns insats, forbund and kostnad,
    /// and as far as they are known ort, malgrupp, platser, deltagare, avslutade, source and one for each result. Written by
    /// finsam import --as insatser.
    #[schemars(extend("sv" = "En tabell med fler av dem, en rad för varje (CSV eller .xlsx), relativt den här filen: kolumnerna insats, \
                              forbund och kostnad, och så långt de är kända ort, malgrupp, platser, deltagare, avslutade, source \
                              och en för varje resultat. Skrivs av finsam import --as insatser."))]
    #[schemars(rename = "insatser")]
    pub insatser_table: Option<At<String>>,
    /// What kommuner are paid by the förbund that they are in, one `[[payment]]` for each. It is shown beside what they
    /// contribute, and no amount of the model depends on it.
    #[schemars(extend("sv" = "Vad kommuner får i ersättning av förbundet som de är med i, ett [[payment]] för varje. Det visas bredvid \
                              vad de bidrar med, och inget av modellens belopp beror på det."))]
    #[schemars(rename = "payment", default)]
    pub payments: Vec<PaymentSection>,
    /// Something that the reader of every result must know.
    #[schemars(extend("sv" = "Sådant som läsaren av varje resultat måste veta."))]
    #[schemars(rename = "assumption", default)]
    pub assumptions: Vec<AssumptionSection>,
    /// What each party wants, one `[[position]]` for each party. Of all alternatives that rest on this baseline.
    #[schemars(extend("sv" = "Vad varje part vill, ett [[position]] för varje part. Gäller alla alternativ som utgår från \
                              det här utgångsläget."))]
    #[schemars(rename = "position", default)]
    pub positions: Vec<PositionSection>,
    /// What is said for or against an alternative, one `[[argument]]` for each.
    #[schemars(extend("sv" = "Vad som sägs för eller mot ett alternativ, ett [[argument]] för varje."))]
    #[schemars(rename = "argument", default)]
    pub arguments: Vec<ArgumentSection>,
    /// How many sit on a board for each party, and how much time that takes: of every förbund, unless it states its own.
    #[schemars(extend("sv" = "Hur många som sitter i en styrelse för varje part och hur mycket tid det tar: i varje förbund, \
                              om det inte anger eget."))]
    pub styrelse: Option<BoardSection>,
    /// The first line, for what concerns the whole file.
    #[schemars(skip)]
    pub span: std::ops::Range<usize>,
}

impl BaselineFile {
    /// What one of its förbund states of its own board.
    #[must_use]
    pub fn own_board(&self, forbund: &str) -> Option<&BoardSection> {
        let is_called = |name: &At<String>| canonical(&name.value) == canonical(forbund);
        let own = self.forbund.iter().find(|one| one.name.as_ref().is_some_and(is_called));
        own.and_then(|own| own.styrelse.as_ref())
    }

    /// What holds for a board that states so much of its own, or nothing.
    #[must_use]
    pub fn board(&self, own: Option<&BoardSection>) -> BoardSection {
        let of_all = self.styrelse.clone().unwrap_or_default();
        own.map_or_else(|| of_all.clone(), |own| own.or(&of_all))
    }
}

/// A fördelningsnyckel by name.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[expect(missing_docs, reason = "the names are those of the file")]
pub enum NamedKey {
    Befolkning,
    Folkmangd,
    Forsorjningsmatt,
    Lika,
}

/// The names of the keys.
pub const KEYS: &[(&str, NamedKey)] = &[
    ("befolkning_16_64", NamedKey::Befolkning),
    ("folkmangd", NamedKey::Folkmangd),
    ("forsorjningsmatt", NamedKey::Forsorjningsmatt),
    ("lika", NamedKey::Lika),
];

impl Shape for NamedKey {
    fn shape(_: &mut SchemaGenerator) -> Schema {
        words(KEYS)
    }
}

/// How the weights of indicators are written.
enum IndicatorWeights {}

impl Shape for IndicatorWeights {
    fn shape(_: &mut SchemaGenerator) -> Schema {
        let column = json_schema!({ "type": "string", "pattern": "\\S" });
        let ratio = json_schema!({
            "type": "object",
            "properties": {
                "of": column.clone(),
                "per": column,
                "times": { "type": "integer", "minimum": TIMES[0], "maximum": TIMES[1] },
            },
            "required": ["of", "per"],
            "additionalProperties": false,
        });
        let either = json_schema!({ "anyOf": [words(INDICATOR_WEIGHTS), ratio] });
        json_schema!({ "type": "object", "additionalProperties": either })
    }
}

/// `[model]`.
#[derive(Clone, Default, Debug, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct ModelSection {
    /// The state's appropriation to all förbund of the country, kr a year. Without it there are no net
    /// amounts.
    #[schemars(extend("sv" = "Statens anslag till alla förbund i landet, kr per år. Utan det saknas \
                              nettobelopp."))]
    pub appropriation: Option<Dated<Kronor>>,
    /// The source of the appropriation: a text, or a table of texts by year.
    #[schemars(extend("sv" = "Källan till anslaget: en text, eller en tabell med en text per år."))]
    pub appropriation_source: Option<Dated<String>>,
    /// The base grant to each förbund, kr a year. 400,000 if not given.
    #[schemars(extend("sv" = "Grundtilldelningen till varje förbund, kr per år. 400 000 om inget anges."))]
    pub base_grant: Option<Dated<Kronor>>,
    /// The source of the base grant: a text, or a table of texts by year.
    #[schemars(extend("sv" = "Källan till grundtilldelningen: en text, eller en tabell med en text per år."))]
    pub base_grant_source: Option<Dated<String>>,
    /// How what is left of the appropriation after the base grants is shared out. The weights must sum to 1.
    #[schemars(extend("sv" = "Hur det som återstår av anslaget efter grundtilldelningarna fördelas. Vikterna \
                              ska bli 1 tillsammans."))]
    #[schemars(with = "Option<Dated<Weights>>")]
    pub weights: Option<Dated<[At<Decimal>; 2]>>,
    /// The source of the weights: a text, or a table of texts by year.
    #[schemars(extend("sv" = "Källan till vikterna: en text, eller en tabell med en text per år."))]
    pub weights_source: Option<Dated<String>>,
    /// The country outside this file's förbund. Needed where the model computes the amounts, and for net
    /// amounts.
    #[schemars(extend("sv" = "Landet utanför filens förbund. Behövs när modellen beräknar beloppen, och för \
                              nettobelopp."))]
    pub rest_of_country: Option<RestSection>,
    /// Whether `appropriation` and `rest_of_country` are written, readable or not.
    #[schemars(skip)]
    pub written: [bool; 2],
    /// The place of the table, if there is one.
    #[schemars(skip)]
    pub span: Option<std::ops::Range<usize>>,
}

/// How the weights of the model are written.
enum Weights {}

impl Shape for Weights {
    fn shape(_: &mut SchemaGenerator) -> Schema {
        shares(&[
            (
                WEIGHTS[0],
                "Andelen som fördelas efter försörjningsmått (helårsekvivalenter), från 0 till 1. 0,75 om \
                 vikterna inte anges.",
                "The share that follows försörjningsmått (full-year equivalents), from 0 to 1. 0.75 if the \
                 weights are not given.",
            ),
            (
                WEIGHTS[1],
                "Andelen som fördelas efter invånare 16–64 år, från 0 till 1. 0,25 om vikterna inte anges.",
                "The share that follows inhabitants 16–64, from 0 to 1. 0.25 if the weights are not given.",
            ),
        ])
    }
}

/// How the number of the other förbund is written.
enum RestForbund {}

impl Shape for RestForbund {
    fn shape(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "integer", "minimum": REST_FORBUND.0, "maximum": REST_FORBUND.1 })
    }
}

/// How the kommuner of the rest of the country are written; the list may be empty.
enum AllaOrList {}

impl Shape for AllaOrList {
    fn shape(generator: &mut SchemaGenerator) -> Schema {
        let list = json_schema!({ "type": "array", "items": String::shape(generator) });
        json_schema!({ "anyOf": [words(&[("alla", ())]), list] })
    }
}

/// `[model.rest_of_country]`.
#[derive(Clone, Debug, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct RestSection {
    /// The number of förbund in the country besides those of this file.
    #[schemars(extend("sv" = "Antalet förbund i landet utöver dem i filen."))]
    #[schemars(with = "Option<Dated<RestForbund>>")]
    pub forbund: Option<Dated<i64>>,
    /// The source of the number of förbund in the rest of the country: a text, or a table of texts by year.
    #[schemars(extend("sv" = "Källan till antalet förbund i resten av landet: en text, eller en tabell med en text per år."))]
    pub forbund_source: Option<Dated<String>>,
    /// The kommuner of the other förbund: "alla" for every other one of the kommun table, or a list. The sums
    /// `befolkning_16_64` and forsorjningsmatt can be given instead.
    #[schemars(extend("sv" = "Kommunerna i de andra förbunden: \"alla\" för alla övriga i kommuntabellen, \
                              eller en lista. I stället kan summorna befolkning_16_64 och forsorjningsmatt \
                              anges."))]
    #[schemars(with = "Option<At<AllaOrList>>")]
    pub kommuner: Option<TextOrTexts>,
    /// Inhabitants 16–64 of the other förbund's kommuner, in all.
    #[schemars(extend("sv" = "Invånare 16–64 år i de andra förbundens kommuner, tillsammans."))]
    #[schemars(range(min = REST_INHABITANTS.0, max = REST_INHABITANTS.1))]
    pub befolkning_16_64: Option<At<i64>>,
    /// The försörjningsmått of the other förbund's kommuner, in all: full-year equivalents.
    #[schemars(extend("sv" = "Försörjningsmåttet i de andra förbundens kommuner, tillsammans: \
                              helårsekvivalenter."))]
    #[schemars(range(min = 0))]
    pub forsorjningsmatt: Option<At<Decimal>>,
    /// Which of the four are written, readable or not.
    #[schemars(skip)]
    pub written: [bool; 4],
    /// The place of the table.
    #[schemars(skip)]
    pub span: std::ops::Range<usize>,
}

/// `[funding]`.
#[derive(Clone, Debug)]
pub struct FundingSection {
    /// `state`, `region` and `kommuner`, where all three stand.
    pub shares: Option<[At<Decimal>; 3]>,
    /// The place of the table.
    pub span: std::ops::Range<usize>,
}

impl JsonSchema for FundingSection {
    fn schema_name() -> Cow<'static, str> {
        "FundingSection".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        shares(&[
            (
                FUNDING[0],
                "Statens andel, större än 0 och högst 1. 0,5 om inget anges.",
                "The state's share, above 0 and at most 1. 0.5 if not given.",
            ),
            (
                FUNDING[1],
                "Regionens andel, från 0 till 1. 0,25 om inget anges.",
                "The region's share, from 0 to 1. 0.25 if not given.",
            ),
            (
                FUNDING[2],
                "Kommunernas andel tillsammans, från 0 till 1. 0,25 om inget anges.",
                "The share of the kommuner together, from 0 to 1. 0.25 if not given.",
            ),
        ])
    }
}

/// `[[forbund]]`.
#[derive(Clone, Debug, JsonSchema)]
#[schemars(deny_unknown_fields, extend("not" = { "required": ["budget", "state_grant"] }))]
pub struct ForbundSection {
    /// The name of the förbund. Scenarios use it.
    #[schemars(extend("sv" = "Förbundets namn. Scenarier använder det."))]
    #[schemars(required)]
    pub name: Option<At<String>>,
    /// The kommuner of the förbund, by name or kommunkod. A kommun can be in one förbund at most.
    #[schemars(extend("sv" = "Förbundets kommuner, med namn eller kommunkod. En kommun kan vara med i högst \
                              ett förbund."))]
    #[schemars(required)]
    pub kommuner: Option<At<Vec<At<String>>>>,
    /// All income of the förbund, kr a year: the state's, the region's and the kommuner's together. Not given
    /// together with `state_grant`.
    #[schemars(extend("sv" = "Förbundets alla intäkter, kr per år: statens, regionens och kommunernas \
                              tillsammans. Anges inte tillsammans med state_grant."))]
    pub budget: Option<Dated<Kronor>>,
    /// The source of the budget: a text, or a table of texts by year.
    #[schemars(extend("sv" = "Källan till budgeten: en text, eller en tabell med en text per år."))]
    pub budget_source: Option<Dated<String>>,
    /// The state's money for the förbund, kr a year. Not given together with budget.
    #[schemars(extend("sv" = "Statens medel till förbundet, kr per år. Anges inte tillsammans med budget."))]
    pub state_grant: Option<Dated<Kronor>>,
    /// The source of the state's amount: a text, or a table of texts by year.
    #[schemars(extend("sv" = "Källan till statens belopp: en text, eller en tabell med en text per år."))]
    pub state_grant_source: Option<Dated<String>>,
    /// What the kansli of the förbund costs, kr a year: an amount, or a table of items that are added up.
    /// Unknown if not given.
    #[schemars(extend("sv" = "Vad förbundets kansli kostar, kr per år: ett belopp, eller en tabell med \
                              poster som läggs ihop. Okänt om inget anges."))]
    pub kansli: Option<Dated<Cost>>,
    /// The source of the cost of the kansli: a text, or a table of texts by year.
    #[schemars(extend("sv" = "Källan till kanslikostnaden: en text, eller en tabell med en text per år."))]
    pub kansli_source: Option<Dated<String>>,
    /// The full-time posts of the kansli, such as 1.5. They are shown beside its cost.
    #[schemars(extend("sv" = "Kansliets heltidstjänster, till exempel 1.5. De visas bredvid kostnaden."))]
    #[schemars(with = "Option<Dated<Posts>>")]
    pub tjanster: Option<Dated<Decimal>>,
    /// The fördelningsnyckel of this förbund, if not that of the baseline: a name, a table of shares by name such as
    /// { `befolkning_16_64` = 0.5, lika = 0.5, minimum = `100_000` }, or a table with a number for each kommun.
    #[schemars(extend("sv" = "Fördelningsnyckeln i det här förbundet, om inte utgångslägets: ett namn, en tabell med \
                              andelar som { befolkning_16_64 = 0.5, lika = 0.5, minimum = 100_000 }, eller en tabell \
                              med ett tal för varje kommun."))]
    pub kommun_key: Option<At<ChoiceOrNumbers<NamedKey>>>,
    /// The equity of the förbund, kr. It is shown, and rules can use it.
    #[schemars(extend("sv" = "Förbundets eget kapital, kr. Det visas, och regler kan använda det."))]
    pub eget_kapital: Option<Dated<Kronor>>,
    /// Money carried over from the year before, kr. It is shown, and is in no income.
    #[schemars(extend("sv" = "Medel som förts över från året före, kr. De visas, och ingår inte i några intäkter."))]
    pub overfort: Option<Dated<Kronor>>,
    /// Income beside the parties' money, kr a year, such as from ESF. It is shown, and is in no other amount.
    #[schemars(extend("sv" = "Intäkter vid sidan av parternas medel, kr per år, till exempel från ESF. De visas, och ingår \
                              inte i några andra belopp."))]
    pub ovriga_intakter: Option<Dated<Kronor>>,
    /// The most that region and kommuner together pay, kr a year. Only rules use it.
    #[schemars(extend("sv" = "Vad region och kommuner tillsammans högst betalar, kr per år. Används bara av regler."))]
    pub matchning: Option<Dated<Kronor>>,
    /// The kommun where the förbund has its seat, one of its kommuner. Distances are from there; from the
    /// largest kommun if not given.
    #[schemars(extend("sv" = "Kommunen där förbundet har sitt säte, en av dess kommuner. Avstånd mäts \
                              därifrån; från den största kommunen om inget anges."))]
    pub sate: Option<At<String>>,
    /// What differs on its board from what the file says of all.
    #[schemars(extend("sv" = "Vad som skiljer i dess styrelse från det som filen anger för alla."))]
    pub styrelse: Option<BoardSection>,
    /// Whether `budget` or `state_grant` is written, readable or not.
    #[schemars(skip)]
    pub amount_written: bool,
    /// The place of the table.
    #[schemars(skip)]
    pub span: std::ops::Range<usize>,
}

/// `[[shared_kansli]]`: exactly one of `kansli` and `items`.
#[derive(Clone, Debug, JsonSchema)]
#[schemars(deny_unknown_fields, extend("oneOf" = [{ "required": ["kansli"] }, { "required": ["items"] }]))]
pub struct SharedKansliSection {
    /// The förbund that share it, two at least.
    #[schemars(extend("sv" = "Förbunden som delar det, minst två."))]
    #[schemars(required, length(min = 2))]
    pub forbund: Option<At<Vec<At<String>>>>,
    /// What the shared kansli costs, kr a year: an amount, or a table of items that are added up. A förbund that states
    /// no kansli of its own has only its share of this one.
    #[schemars(extend("sv" = "Vad det gemensamma kansliet kostar, kr per år: ett belopp, eller en tabell med poster som \
                              läggs ihop. Ett förbund som inte anger något eget kansli har bara sin del av det här."))]
    pub kansli: Option<Dated<Cost>>,
    /// Items that are shared, kr a year, where the förbund also have kanslier of their own.
    #[schemars(extend("sv" = "Poster som delas, kr per år, när förbunden också har egna kanslier."))]
    #[schemars(with = "Option<Dated<Items>>")]
    pub items: Option<Dated<Cost>>,
    /// The full-time posts that are shared, such as 1.5; split as the cost is.
    #[schemars(extend("sv" = "Heltidstjänsterna som delas, till exempel 1.5; de fördelas som kostnaden."))]
    #[schemars(with = "Option<Dated<Posts>>")]
    pub tjanster: Option<Dated<Decimal>>,
    /// How the cost is split: by budget (all income, gross), lika (alike), `befolkning_16_64` (inhabitants 16–64), or a
    /// table with the share of each förbund, which sum to 1: { "Finnveden" = 0.4, "Höglandet" = 0.6 }.
    #[schemars(extend("sv" = "Hur kostnaden delas: efter budget (alla intäkter, brutto), lika, befolkning_16_64 (invånare \
                              16–64 år), eller en tabell med varje förbunds andel, som blir 1 tillsammans: { \"Finnveden\" \
                              = 0.4, \"Höglandet\" = 0.6 }."))]
    #[schemars(required)]
    pub split_by: Option<At<ChoiceOrNumbers<SplitBy>>>,
    /// The source of the cost: a text, or a table of texts by year.
    #[schemars(extend("sv" = "Källan till kostnaden: en text, eller en tabell med en text per år."))]
    pub kansli_source: Option<Dated<String>>,
    /// The place of the table.
    #[schemars(skip)]
    pub span: std::ops::Range<usize>,
}

impl SharedKansliSection {
    /// The cost that is stated.
    #[must_use]
    pub fn cost(&self) -> Option<&Dated<Cost>> {
        self.kansli.as_ref().or(self.items.as_ref())
    }
}

/// `[kansli_assumption]`: shares from 0 to 1 of what the kanslier cost.
#[derive(Clone, Debug, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct KansliAssumptionSection {
    /// What a merger saves, as a share of the kanslier of its parts together: 0.25 is a quarter.
    #[schemars(extend("sv" = "Vad en sammanslagning sparar, som andel av delarnas kanslier tillsammans: 0.25 är en \
                              fjärdedel."))]
    #[schemars(with = "Option<At<Share>>")]
    pub merge: Option<At<Decimal>>,
    /// What moved kommuner save, as a share of the kansli of a förbund that ceases thereby.
    #[schemars(extend("sv" = "Vad flyttade kommuner sparar, som andel av kansliet i ett förbund som upphör när de lämnar \
                              det."))]
    #[schemars(with = "Option<At<Share>>")]
    pub r#move: Option<At<Decimal>>,
    /// What a shared kansli saves, as a share of the participants' own together. A change can then leave its cost out.
    #[schemars(extend("sv" = "Vad ett gemensamt kansli sparar, som andel av deltagarnas egna tillsammans. En ändring kan då \
                              utelämna vad det kostar."))]
    #[schemars(with = "Option<At<Share>>")]
    pub shared_kansli: Option<At<Decimal>>,
    /// Where the assumption comes from.
    #[schemars(extend("sv" = "Varifrån antagandet kommer."))]
    pub source: Option<At<String>>,
    /// The place of the table.
    #[schemars(skip)]
    pub span: std::ops::Range<usize>,
}

/// How a share of a whole is written.
enum Share {}

impl Shape for Share {
    fn shape(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "number", "minimum": 0, "maximum": 1 })
    }
}

/// `[[assumption]]`: something the reader of every output must know.
#[derive(Clone, PartialEq, Eq, Debug, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct AssumptionSection {
    /// The name of the assumption for programs. If it ends in `kansli_illustrative`, the kansli costs of the
    /// file are examples, which is said wherever they decide anything.
    #[schemars(extend("sv" = "Antagandets namn för program. Slutar det på kansli_illustrative, är filens \
                              kanslikostnader exempel, och det sägs var de avgör något."))]
    #[schemars(required)]
    pub id: Option<At<String>>,
    /// The assumption in words.
    #[schemars(extend("sv" = "Antagandet i ord."))]
    #[schemars(required)]
    pub text: Option<At<String>>,
    /// The assumption in English, for results in English. Without it text is used.
    #[schemars(extend("sv" = "Antagandet på engelska, för resultat på engelska. Utan den används text."))]
    pub text_en: Option<At<String>>,
}

impl AssumptionSection {
    /// Reads an `[[assumption]]`, in a baseline or a scenario.
    #[must_use]
    pub fn read(section: &Section<'_>) -> Self {
        Self {
            id: section.required_text("id"),
            text: section.required_long_text("text"),
            text_en: section.long_text("text_en"),
        }
    }
}
