//! A scenario file as written: every value with its place, nothing looked up.

use std::borrow::Cow;
use std::ops::Range;

use rust_decimal::Decimal;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Value, json};

use super::baseline_file::{AssumptionSection, NamedKey};
use super::caps_section::CapSection;
use super::dated::Dated;
use super::document::{At, ChoiceOrNumbers};
use super::holdings_section::HoldingsSection;
use super::key_reading::WrittenKey;
use super::path_section::PathSection;
use super::rules_section::RulesSection;
use super::shape::{Items, Posts, Shape, words};
use super::uncertain_section::UncertainSection;
use super::years::YEARS;
use crate::model::grouping::Grouping;
use crate::model::kansli::{Cost, SplitBy};
use crate::model::kronor::Kronor;
use crate::model::path::Month;

/// An alternative: what changes against the baseline, and what must hold of the result.
#[derive(Clone, Debug, JsonSchema)]
#[schemars(deny_unknown_fields)]
#[schemars(extend("sv" = "Ett alternativ: vad som ändras mot utgångsläget, och vad som ska gälla för \
                          resultatet."))]
pub struct ScenarioFile {
    /// The name of the alternative, as tables and reports show it.
    #[schemars(extend("sv" = "Alternativets namn, som det står i tabeller och rapporter."))]
    #[schemars(required)]
    pub name: Option<At<String>>,
    /// What the alternative means, in a sentence or two.
    #[schemars(extend("sv" = "Vad alternativet innebär, med en mening eller två."))]
    pub description: Option<At<String>>,
    /// Where the alternative comes from, such as an inquiry.
    #[schemars(extend("sv" = "Var alternativet kommer från, till exempel en utredning."))]
    pub source: Option<At<String>>,
    /// The path of the baseline (TOML), relative to this file. Built in is, for example,
    /// "`builtin:data/integratia_2017/utgangslage.toml`".
    #[schemars(extend("sv" = "Sökvägen till utgångsläget (TOML), sedd från den här filen. Inbyggt är till exempel \
                              \"builtin:data/integratia_2017/utgangslage.toml\"."))]
    #[schemars(required)]
    pub baseline: Option<At<String>>,
    /// The years that are computed, in the place of those of the baseline. Changes can then have dates.
    #[schemars(extend("sv" = "Åren som beräknas, i stället för utgångslägets. Förändringarna kan då ha \
                              datum."))]
    pub path: Option<PathSection>,
    /// The rules that bound the state's money, in the place of those of the baseline.
    #[schemars(extend("sv" = "Reglerna som begränsar statens medel, i stället för utgångslägets."))]
    pub rules: Option<RulesSection>,
    /// The numbers that are uncertain, one `[[uncertain]]` for each, beside those of the baseline.
    #[schemars(extend("sv" = "De tal som är osäkra, ett [[uncertain]] för varje, utöver utgångslägets."))]
    #[schemars(default)]
    pub uncertain: Vec<UncertainSection>,
    /// What regions, kommuner or the parties of förbund pay at most, one `[[cap]]` for each, in the place of those of the baseline.
    #[schemars(extend("sv" = "Vad regioner, kommuner eller förbundens parter högst betalar, ett [[cap]] för varje, i stället för utgångslägets."))]
    #[schemars(rename = "cap")]
    pub caps: Option<Vec<CapSection>>,
    /// The changes, one `[[change]]` for each, in the order they are done. Each has exactly one of move,
    /// merge, split, create, leave, dissolve, elsewhere and `shared_kansli`. Without changes the alternative is today's situation.
    #[schemars(extend("sv" = "Förändringarna, ett [[change]] för varje, i den ordning de görs. Var och en \
                              har exakt ett av move, merge, split, create, leave, dissolve, elsewhere och \
                              shared_kansli. Utan ändringar är alternativet nuläget."))]
    #[schemars(rename = "change", default)]
    pub changes: Vec<ChangeSection>,
    /// What must hold of the result, one `[[check]]` for each. Tested by finsam check.
    #[schemars(extend("sv" = "Vad som ska gälla för resultatet, ett [[check]] för varje. Prövas av finsam \
                              check."))]
    #[schemars(rename = "check", default)]
    pub checks: Vec<CheckSection>,
    /// Something that the reader of the result must know.
    #[schemars(extend("sv" = "Sådant som läsaren av resultatet måste veta."))]
    #[schemars(rename = "assumption", default)]
    pub assumptions: Vec<AssumptionSection>,
}

/// `[[change]]`.
#[derive(Clone, Default, Debug)]
pub struct ChangeSection {
    /// What it does; `None` if that could not be read.
    pub verb: Option<Verb>,
    /// `kansli`.
    pub kansli: Option<At<Cost>>,
    /// `items`: what is shared of the participants' kanslier, where it is not all of them.
    pub items: Option<At<Cost>>,
    /// `kommun_key`: what the kommuner of the förbund divide their part by.
    pub kommun_key: Option<WrittenKey>,
    /// What it states of what the förbund has.
    pub holdings: HoldingsSection,
    /// `sate`: the kommun where the förbund has its seat that is made or receives.
    pub sate: Option<At<String>>,
    /// `engangskostnad`, kr once, or kr in single years.
    pub engangskostnad: Option<Dated<Kronor>>,
    /// `from`: when it is done.
    pub from: Option<At<Month>>,
    /// The place of the table.
    pub span: Range<usize>,
}

impl ChangeSection {
    /// What it costs once, all years together.
    #[must_use]
    pub fn one_off(&self) -> Option<Kronor> {
        let cost = self.engangskostnad.as_ref()?;
        Some(
            cost.first_year().map_or(cost.at(None).value, |_| cost.years().map(|(_, cost)| cost.value).sum()),
        )
    }
}

/// A key that several kinds of change can have, with its text in Swedish and in English.
type ChangeKey = (&'static str, &'static str, &'static str);

const ENGANGSKOSTNAD: ChangeKey = (
    "engangskostnad",
    "Vad ändringen kostar en gång, kr: ett belopp, eller en tabell med poster som läggs ihop. Ger \
     återbetalningstiden. Med [path] också en tabell med ett belopp per år; annars faller kostnaden det år då \
     ändringen görs.",
    "What the change costs once, kr: an amount, or a table of items that are added up. Gives the time of \
     payback. With a [path] also a table of amounts by year; otherwise it falls in the year of the change.",
);

const FROM: ChangeKey = (
    "from",
    "När ändringen görs: ett år, eller ett år och en månad som \"2027-07\". Tidsplanens första år om inget anges. Bara \
     med [path].",
    "When the change is done: a year, or a year and a month such as \"2027-07\". The first year of the path if \
     not given. Only with a [path].",
);

const SATE_OF_NEW: ChangeKey = (
    "sate",
    "Kommunen där det nya förbundet har sitt säte, en av dess kommuner. Avstånd mäts därifrån; från den \
     största kommunen om inget anges.",
    "The kommun where the new förbund has its seat, one of its kommuner. Distances are from there; from the \
     largest kommun if not given.",
);

const KOMMUN_KEY: ChangeKey = (
    "kommun_key",
    "Fördelningsnyckeln i förbundet efteråt: ett namn, en tabell med andelar som { befolkning_16_64 = 0.5, lika = 0.5, \
     minimum = 100_000 }, eller en tabell med ett tal för varje kommun. Utan den: utgångslägets, eller vid en flytt \
     förbundets egen.",
    "The fördelningsnyckel of the förbund afterwards: a name, a table of shares such as { befolkning_16_64 = 0.5, \
     lika = 0.5, minimum = 100_000 }, or a table with a number for each kommun. Without it: that of the baseline, or \
     with a move the förbund's own.",
);

const EGET_KAPITAL: ChangeKey = (
    "eget_kapital",
    "Förbundets eget kapital efteråt, kr. Utan det: summan av delarnas, eller det som förbundet hade. Det visas, och \
     regler kan använda det.",
    "The equity of the förbund afterwards, kr. Without it: the sum of its parts', or what the förbund had. It is shown, \
     and rules can use it.",
);

const OVERFORT: ChangeKey = (
    "overfort",
    "Medel som förbundet har med sig från året före, kr. Utan det: summan av delarnas, eller det som förbundet hade.",
    "Money that the förbund carried over from the year before, kr. Without it: the sum of its parts', or what the \
     förbund had.",
);

const OVRIGA_INTAKTER: ChangeKey = (
    "ovriga_intakter",
    "Förbundets intäkter vid sidan av parternas medel efteråt, kr per år. Utan det: summan av delarnas, eller det som \
     förbundet hade.",
    "Income of the förbund beside the parties' money afterwards, kr a year. Without it: the sum of its parts', or what \
     the förbund had.",
);

const TJANSTER: ChangeKey = (
    "tjanster",
    "Heltidstjänsterna i förbundets kansli efteråt, till exempel 1.5. Utan det: summan av delarnas, eller det som \
     förbundet hade.",
    "The full-time posts of the förbund's kansli afterwards, such as 1.5. Without it: the sum of its parts', or what the \
     förbund had.",
);

const TJANSTER_SHARED: ChangeKey = (
    "tjanster",
    "Heltidstjänsterna i det gemensamma kansliet, till exempel 3.5. De fördelas som kostnaden. Bara tillsammans med \
     kansli.",
    "The full-time posts of the shared kansli, such as 3.5. They are split as the cost is. Only together with kansli.",
);

const MATCHNING: ChangeKey = (
    "matchning",
    "Vad förbundets region och kommuner tillsammans högst betalar efteråt, kr per år. Utan det: summan av delarnas, \
     eller det som gällde. Används bara av regler.",
    "The most that region and kommuner of the förbund together pay afterwards, kr a year. Without it: the sum of its \
     parts', or what held. Only rules use it.",
);

/// The keys beside its own that a kind of change can have: a kansli and a seat where somebody receives or is made,
/// and a kansli where the kanslier become one.
fn further_keys(kind: &str) -> &'static [ChangeKey] {
    match kind {
        "move" => &[
            ENGANGSKOSTNAD,
            KOMMUN_KEY,
            EGET_KAPITAL,
            OVERFORT,
            OVRIGA_INTAKTER,
            TJANSTER,
            MATCHNING,
            (
                "kansli",
                "Vad det mottagande förbundets kansli kostar efteråt, kr per år: ett belopp, eller en tabell \
                 med poster som läggs ihop. Utan det sparas inget.",
                "What the receiving förbund's kansli costs afterwards, kr a year: an amount, or a table of \
                 items that are added up. Without it nothing is saved.",
            ),
            (
                "sate",
                "Kommunen där det mottagande förbundet har sitt säte efteråt. Utan det behåller förbundet \
                 sitt.",
                "The kommun where the receiving förbund has its seat afterwards. Without it the förbund \
                 keeps its own.",
            ),
        ],
        "merge" => &[
            ENGANGSKOSTNAD,
            KOMMUN_KEY,
            EGET_KAPITAL,
            OVERFORT,
            OVRIGA_INTAKTER,
            TJANSTER,
            MATCHNING,
            (
                "kansli",
                "Vad det nya förbundets kansli kostar, kr per år: ett belopp, eller en tabell med poster som \
                 läggs ihop. Utan det: summan av delarnas, alltså ingen besparing.",
                "What the new förbund's kansli costs, kr a year: an amount, or a table of items that are \
                 added up. Without it: the sum of its parts', so no saving.",
            ),
            SATE_OF_NEW,
        ],
        "create" => &[
            ENGANGSKOSTNAD,
            KOMMUN_KEY,
            EGET_KAPITAL,
            OVERFORT,
            OVRIGA_INTAKTER,
            TJANSTER,
            MATCHNING,
            (
                "kansli",
                "Vad det nya förbundets kansli kostar, kr per år: ett belopp, eller en tabell med poster som \
                 läggs ihop.",
                "What the new förbund's kansli costs, kr a year: an amount, or a table of items that are \
                 added up.",
            ),
            SATE_OF_NEW,
        ],
        "shared_kansli" => &[
            ENGANGSKOSTNAD,
            TJANSTER_SHARED,
            (
                "kansli",
                "Vad det gemensamma kansliet kostar, kr per år: ett belopp, eller en tabell med poster som \
                 läggs ihop. Kan bara utelämnas om utgångsläget har ett antagande om vad delningen sparar.",
                "What the shared kansli costs, kr a year: an amount, or a table of items that are added up. Can only be \
                 left out where the baseline has an assumption of what sharing saves.",
            ),
            (
                "items",
                "Poster som delas, kr per år, i stället för kansli: var och en tas ur deltagarnas kanslier, och det som \
                 står här delas. Alla andra poster blir kvar som de är.",
                "Items that are shared, kr a year, instead of kansli: each is taken out of the participants' kanslier, \
                 and what stands here is shared. All other items stay as they are.",
            ),
        ],
        _ => &[ENGANGSKOSTNAD],
    }
}

/// A change is one of several tables, each with the keys of its verb, and most with a kansli and a seat.
impl JsonSchema for ChangeSection {
    fn schema_name() -> Cow<'static, str> {
        "ChangeSection".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let mut verbs = Verb::json_schema(generator).remove("anyOf").unwrap_or_default();
        for verb in verbs.as_array_mut().into_iter().flatten() {
            let further = further_keys(verb["title"].as_str().unwrap_or_default());
            if let Some(properties) = verb["properties"].as_object_mut() {
                for &(key, swedish, english) in further.iter().chain(&[FROM]) {
                    let mut shape = match key {
                        "sate" => String::shape(generator),
                        "from" => Month::shape(generator),
                        "kommun_key" => ChoiceOrNumbers::<NamedKey>::shape(generator),
                        "eget_kapital" | "overfort" | "ovriga_intakter" | "matchning" => {
                            Kronor::shape(generator)
                        }
                        "tjanster" => Posts::shape(generator),
                        "engangskostnad" => Dated::<Cost>::json_schema(generator),
                        "items" => Items::shape(generator),
                        _ => Cost::shape(generator),
                    };
                    shape.insert("sv".to_owned(), swedish.into());
                    shape.insert("description".to_owned(), english.into());
                    properties.insert(key.to_owned(), shape.to_value());
                }
            }
            if verb["title"] == "shared_kansli"
                && let Some(verb) = verb.as_object_mut()
            {
                let [kansli, posts] = ["kansli", "tjanster"].map(|key| json!({ "required": [key, "items"] }));
                verb.insert("not".to_owned(), json!({ "anyOf": [kansli, posts] }));
            }
        }
        json_schema!({ "oneOf": verbs })
    }
}

/// What a change does.
#[derive(Clone, Debug, JsonSchema)]
#[schemars(untagged, deny_unknown_fields)]
pub enum Verb {
    /// Kommuner move to another förbund of this baseline.
    #[schemars(title = "move")]
    #[schemars(extend("sv" = "Kommuner flyttar till ett annat förbund i utgångsläget."))]
    Move {
        /// The kommuner that move, by name or kommunkod.
        #[schemars(extend("sv" = "Kommunerna som flyttar, med namn eller kommunkod."))]
        #[schemars(rename = "move")]
        kommuner: At<Vec<At<String>>>,
        /// The förbund they move to.
        #[schemars(extend("sv" = "Förbundet de flyttar till."))]
        to: At<String>,
    },
    /// Kommuner move to a förbund outside the baseline.
    #[schemars(title = "move_outside")]
    #[schemars(extend("sv" = "Kommuner flyttar till ett förbund utanför utgångsläget."))]
    MoveOutside {
        /// The kommuner that move, by name or kommunkod.
        #[schemars(extend("sv" = "Kommunerna som flyttar, med namn eller kommunkod."))]
        #[schemars(rename = "move")]
        kommuner: At<Vec<At<String>>>,
        /// What to call the outside förbund. It has a row of its own with only what these kommuner bring.
        #[schemars(extend("sv" = "Vad förbundet utanför ska kallas. Det får en egen rad med bara det som de \
                                  här kommunerna för med sig."))]
        outside: At<String>,
    },
    /// Two or more förbund become one.
    #[schemars(title = "merge")]
    #[schemars(extend("sv" = "Två eller flera förbund blir ett."))]
    Merge {
        /// The förbund that merge, two at least.
        #[schemars(extend("sv" = "Förbunden som slås ihop, minst två."))]
        #[schemars(rename = "merge", length(min = 2))]
        parts: At<Vec<At<String>>>,
        /// The name of the new förbund. It may be one of the old names.
        #[schemars(extend("sv" = "Det nya förbundets namn. Det får vara ett av de gamla namnen."))]
        into: At<String>,
    },
    /// A förbund is split into two or more.
    #[schemars(title = "split")]
    #[schemars(extend("sv" = "Ett förbund delas i två eller flera."))]
    Split {
        /// The förbund that is split.
        #[schemars(extend("sv" = "Förbundet som delas."))]
        #[schemars(rename = "split")]
        whole: At<String>,
        /// The parts, two at least. Every kommun of the förbund must be in exactly one of them.
        #[schemars(extend("sv" = "Delarna, minst två. Varje kommun i förbundet ska stå i exakt en av dem."))]
        #[schemars(length(min = 2))]
        into: Vec<PartSection>,
    },
    /// A new förbund is created of kommuner of other förbund or of none.
    #[schemars(title = "create")]
    #[schemars(extend("sv" = "Ett nytt förbund bildas av kommuner i andra förbund eller i inget."))]
    Create {
        /// The name of the new förbund.
        #[schemars(extend("sv" = "Det nya förbundets namn."))]
        #[schemars(rename = "create")]
        name: At<String>,
        /// The kommuner of the new förbund, by name or kommunkod.
        #[schemars(extend("sv" = "Det nya förbundets kommuner, med namn eller kommunkod."))]
        kommuner: At<Vec<At<String>>>,
    },
    /// Kommuner leave their förbund and are in none. A förbund that all leave is dissolved.
    #[schemars(title = "leave")]
    #[schemars(extend("sv" = "Kommuner lämnar sitt förbund och är sedan inte med i något. Ett förbund som \
                              alla lämnar upphör."))]
    Leave {
        /// The kommuner that leave, by name or kommunkod.
        #[schemars(extend("sv" = "Kommunerna som lämnar, med namn eller kommunkod."))]
        #[schemars(rename = "leave")]
        kommuner: At<Vec<At<String>>>,
    },
    /// A förbund ceases; its kommuner are then in none.
    #[schemars(title = "dissolve")]
    #[schemars(extend("sv" = "Ett förbund upphör; dess kommuner är sedan inte med i något."))]
    Dissolve {
        /// The förbund that ceases.
        #[schemars(extend("sv" = "Förbundet som upphör."))]
        #[schemars(rename = "dissolve")]
        forbund: At<String>,
    },
    /// There are more or fewer förbund in the rest of the country. It moves net amounts, never gross ones.
    #[schemars(title = "elsewhere")]
    #[schemars(extend("sv" = "Förbunden i resten av riket blir fler eller färre. Det ändrar nettobeloppen, \
                              aldrig bruttobeloppen."))]
    Elsewhere {
        /// How many förbund more; less than zero if fewer.
        #[schemars(extend("sv" = "Hur många förbund fler; mindre än noll om de blir färre."))]
        #[schemars(rename = "elsewhere", range(min = -i64::from(Grouping::MOST_ELSEWHERE), max = Grouping::MOST_ELSEWHERE))]
        more: At<i64>,
    },
    /// Förbund that remain share a kansli, which replaces their own, or items of it.
    #[schemars(title = "shared_kansli")]
    #[schemars(extend("sv" = "Förbund som består delar ett kansli, som ersätter deras egna, eller poster i det."))]
    SharedKansli {
        /// The förbund that share the kansli, two at least.
        #[schemars(extend("sv" = "Förbunden som delar kansliet, minst två."))]
        #[schemars(rename = "shared_kansli", length(min = 2))]
        participants: At<Vec<At<String>>>,
        /// How the cost is split: by budget (all income afterwards, gross), lika (alike), `befolkning_16_64`
        /// (inhabitants 16–64), or a table with the share of each participant, which sum to 1.
        #[schemars(extend("sv" = "Hur kostnaden delas: efter budget (alla intäkter efteråt, brutto), lika, \
                                  befolkning_16_64 (invånare 16–64 år), eller en tabell med varje deltagares andel, som \
                                  blir 1 tillsammans."))]
        split_by: At<ChoiceOrNumbers<SplitBy>>,
    },
}

impl Verb {
    /// The names of the förbund that it makes.
    pub(super) fn makes(&self) -> Vec<&str> {
        match self {
            Self::Merge { into: name, .. } | Self::Create { name, .. } => vec![name.value.as_str()],
            Self::Split { into, .. } => {
                into.iter().filter_map(|part| part.name.as_ref()).map(|name| name.value.as_str()).collect()
            }
            Self::Move { .. }
            | Self::MoveOutside { .. }
            | Self::Leave { .. }
            | Self::Dissolve { .. }
            | Self::Elsewhere { .. }
            | Self::SharedKansli { .. } => Vec::new(),
        }
    }
}

/// A part of a split.
#[derive(Clone, Default, Debug, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct PartSection {
    /// The name of the part.
    #[schemars(extend("sv" = "Delens namn."))]
    #[schemars(required)]
    pub name: Option<At<String>>,
    /// The kommuner of the part, by name or kommunkod.
    #[schemars(extend("sv" = "Delens kommuner, med namn eller kommunkod."))]
    #[schemars(required)]
    pub kommuner: Option<At<Vec<At<String>>>>,
    /// What the part's kansli costs, kr a year: an amount, or a table of items that are added up. Without it:
    /// a part of the whole's, by inhabitants 16–64.
    #[schemars(extend("sv" = "Vad delens kansli kostar, kr per år: ett belopp, eller en tabell med poster \
                              som läggs ihop. Utan det: en del av det hela förbundets, efter invånare 16–64 \
                              år."))]
    pub kansli: Option<At<Cost>>,
    /// The fördelningsnyckel of the part, if not that of the baseline.
    #[schemars(extend("sv" = "Fördelningsnyckeln i delen, om inte utgångslägets."))]
    pub kommun_key: Option<WrittenKey>,
    /// What the part has beside the money of the model.
    #[schemars(flatten)]
    pub holdings: HoldingsSection,
    /// The kommun where the part has its seat, one of its kommuner. Distances are from there; from the
    /// largest kommun if not given.
    #[schemars(extend("sv" = "Kommunen där delen har sitt säte, en av dess kommuner. Avstånd mäts \
                              därifrån; från den största kommunen om inget anges."))]
    pub sate: Option<At<String>>,
    /// The place of the table.
    #[schemars(skip)]
    pub span: Range<usize>,
}

/// `[[check]]`: exactly one expectation, of at most one row.
#[derive(Clone, Debug, JsonSchema)]
#[schemars(deny_unknown_fields, transform = exclude_contradictions)]
pub struct CheckSection {
    /// What the check says, in words.
    #[schemars(extend("sv" = "Vad kontrollen säger, i ord."))]
    pub name: Option<At<String>>,
    /// The path of a number in the result (JSON), such as delta.gross.state. With forbund, kommun or region:
    /// a path into that row, such as insatser.
    #[schemars(extend("sv" = "Sökvägen till ett tal i resultatet (JSON), till exempel delta.gross.state. Med \
                              forbund, kommun eller region: en sökväg i den raden, till exempel insatser."))]
    #[schemars(required)]
    pub metric: Option<At<String>>,
    /// The row of this förbund, after all changes. At most one of forbund, kommun and region.
    #[schemars(extend("sv" = "Raden för det här förbundet, efter alla förändringar. Högst en av forbund, \
                              kommun och region."))]
    pub forbund: Option<At<String>>,
    /// The row of this kommun, by name or kommunkod.
    #[schemars(extend("sv" = "Raden för den här kommunen, med namn eller kommunkod."))]
    pub kommun: Option<At<String>>,
    /// The row of this region, such as Region Värmland.
    #[schemars(extend("sv" = "Raden för den här regionen, till exempel Region Värmland."))]
    pub region: Option<At<String>>,
    /// Which row is meant: gross (the default) or net (after redistribution in the country). Only with
    /// forbund, kommun or region.
    #[schemars(extend("sv" = "Vilken rad som menas: gross (brutto, om inget anges) eller net (netto, efter \
                              omfördelningen i riket). Bara med forbund, kommun eller region."))]
    #[schemars(rename = "redistribution", with = "Option<At<GrossOrNet>>")]
    pub net: bool,
    /// The year that is meant. The last one of the path if not given. Only with a `[path]`.
    #[schemars(extend("sv" = "Året som menas. Tidsplanens sista år om inget anges. Bara med [path]."))]
    #[schemars(range(min = YEARS.0, max = YEARS.1))]
    pub year: Option<At<i64>>,
    /// The number must be this, but for tolerance. Not together with min or max.
    #[schemars(extend("sv" = "Talet ska vara detta, så när som på tolerance. Inte tillsammans med min eller \
                              max."))]
    pub equals: Option<At<Decimal>>,
    /// The number must be this at least.
    #[schemars(extend("sv" = "Talet ska vara minst detta."))]
    pub min: Option<At<Decimal>>,
    /// The number must be this at most.
    #[schemars(extend("sv" = "Talet ska vara högst detta."))]
    pub max: Option<At<Decimal>>,
    /// How far the number may be off, in the unit of metric (amounts in kr). 0 if not given.
    #[schemars(extend("sv" = "Hur mycket talet får avvika, i samma enhet som metric (belopp i kr). 0 om \
                              inget anges."))]
    #[schemars(range(min = 0))]
    pub tolerance: Option<At<Decimal>>,
    /// The place of the table.
    #[schemars(skip)]
    pub span: Range<usize>,
}

/// What a check must have, and what cannot stand together in one.
fn exclude_contradictions(check: &mut Schema) {
    let required = |keys: &[&str]| json!({ "required": keys });
    let any = |schemas: &[Value]| json!({ "anyOf": schemas });
    let [equals, min, max] = ["equals", "min", "max"].map(|key| required(&[key]));
    check.insert("oneOf".to_owned(), json!([equals, any(&[min, max])]));
    let [forbund, kommun, region] = ["forbund", "kommun", "region"];
    let two_rows = [[forbund, kommun], [forbund, region], [kommun, region]].map(|keys| required(&keys));
    check.insert("not".to_owned(), any(&two_rows));
    let a_row = any(&[forbund, kommun, region].map(|key| required(&[key])));
    check.insert("dependencies".to_owned(), json!({ "redistribution": a_row }));
}

/// How it is said whether the net row is meant.
enum GrossOrNet {}

impl Shape for GrossOrNet {
    fn shape(_: &mut SchemaGenerator) -> Schema {
        words(&REDISTRIBUTIONS)
    }
}

impl Shape for SplitBy {
    fn shape(_: &mut SchemaGenerator) -> Schema {
        words(&SPLITS)
    }
}

/// Which row a check means, in words.
pub(super) const REDISTRIBUTIONS: [(&str, bool); 2] = [("gross", false), ("net", true)];

/// How a shared kansli is divided, in words.
pub const SPLITS: [(&str, SplitBy); 3] =
    [("budget", SplitBy::Budget), ("lika", SplitBy::Lika), ("befolkning_16_64", SplitBy::Befolkning)];
