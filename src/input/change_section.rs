//! `[[change]]` as written: what it does, with the keys that each kind of change has.

use std::borrow::Cow;
use std::ops::Range;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::json;

use super::baseline_file::NamedKey;
use super::board_section::BoardSection;
use super::dated::Dated;
use super::document::{At, ChoiceOrNumbers};
use super::holdings_section::HoldingsSection;
use super::insatser_section::InsatsChangeSection;
use super::key_reading::WrittenKey;
use super::shape::{Items, Posts, Shape, words};
use crate::model::grouping::Grouping;
use crate::model::kansli::{Cost, SplitBy};
use crate::model::kronor::Kronor;
use crate::model::path::Month;

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
    /// `insatser`: what it does to insatser.
    pub insatser: Vec<InsatsChangeSection>,
    /// `payments`: what kommuner are paid afterwards.
    pub payments: Option<At<Cost>>,
    /// `styrelse`: what differs on the board of the förbund that is made or receives.
    pub styrelse: Option<BoardSection>,
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

const INSATSER: ChangeKey = (
    "insatser",
    "Vad ändringen gör med insatser, en rad för varje: { name = …, forbund = … } flyttar den eller ändrar dess uppgifter, \
     upphor = true avslutar den, ny = true börjar en ny, och merge = [\"…\", \"…\"] slår ihop flera. Utan den följer insatserna \
     sina kommuner och förbund.",
    "What the change does to insatser, an item for each: { name = …, forbund = … } moves it or changes its figures, \
     upphor = true ends it, ny = true begins a new one, and merge = [\"…\", \"…\"] merges several. Without it insatser follow \
     their kommuner and förbund.",
);

const PAYMENTS: ChangeKey = (
    "payments",
    "Vad kommuner får i ersättning av sitt förbund efter ändringen, kr per år: en tabell med kommuner och deras belopp, i stället \
     för det som de fick. Utan den följer ersättningarna sina kommuner.",
    "What kommuner are paid by their förbund after the change, kr a year: a table of kommuner with their amounts, in the place of \
     what they were paid. Without it payments follow their kommuner.",
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

const STYRELSE: ChangeKey = (
    "styrelse",
    "Vad som skiljer i förbundets styrelse efteråt från det som utgångsläget anger för alla. Utan det gäller det som står där, \
     eller vid en flytt det som gällde.",
    "What differs on the board of the förbund afterwards from what the baseline says of all. Without it that holds, or with \
     a move what held.",
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
fn further_keys(kind: &str) -> impl Iterator<Item = ChangeKey> + use<> {
    /// Of what a förbund has that is made or receives.
    const OF_RECEIVER: &[ChangeKey] =
        &[KOMMUN_KEY, EGET_KAPITAL, OVERFORT, OVRIGA_INTAKTER, TJANSTER, MATCHNING, STYRELSE];
    let (of_receiver, own): (&[ChangeKey], &[ChangeKey]) = match kind {
        "move" => (
            OF_RECEIVER,
            &[
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
        ),
        "keep" => (
            OF_RECEIVER,
            &[
                (
                    "kansli",
                    "Vad förbundets kansli kostar efteråt, kr per år: ett belopp, eller en tabell med poster som läggs ihop. \
                     Förbundet har då inte längre del i kanslier som delas.",
                    "What the kansli of the förbund costs afterwards, kr a year: an amount, or a table of items that are added \
                     up. The förbund then has no part in shared kanslier.",
                ),
                (
                    "sate",
                    "Kommunen där förbundet har sitt säte efteråt. Utan det behåller förbundet sitt.",
                    "The kommun where the förbund has its seat afterwards. Without it the förbund keeps its own.",
                ),
            ],
        ),
        "merge" => (
            OF_RECEIVER,
            &[
                (
                    "kansli",
                    "Vad det nya förbundets kansli kostar, kr per år: ett belopp, eller en tabell med poster som \
                 läggs ihop. Utan det: summan av delarnas, alltså ingen besparing.",
                    "What the new förbund's kansli costs, kr a year: an amount, or a table of items that are \
                 added up. Without it: the sum of its parts', so no saving.",
                ),
                SATE_OF_NEW,
            ],
        ),
        "create" => (
            OF_RECEIVER,
            &[
                (
                    "kansli",
                    "Vad det nya förbundets kansli kostar, kr per år: ett belopp, eller en tabell med poster som \
                 läggs ihop.",
                    "What the new förbund's kansli costs, kr a year: an amount, or a table of items that are \
                 added up.",
                ),
                SATE_OF_NEW,
            ],
        ),
        "shared_kansli" => (
            &[TJANSTER_SHARED],
            &[
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
        ),
        _ => (&[], &[]),
    };
    [ENGANGSKOSTNAD].into_iter().chain(of_receiver.iter().copied()).chain(own.iter().copied())
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
            if verb["title"] == "insatser" {
                verb["properties"] = json!({});
            }
            if let Some(properties) = verb["properties"].as_object_mut() {
                for (key, swedish, english) in further.chain([INSATSER, PAYMENTS, FROM]) {
                    let mut shape = match key {
                        "sate" => String::shape(generator),
                        "from" => Month::shape(generator),
                        "kommun_key" => ChoiceOrNumbers::<NamedKey>::shape(generator),
                        "eget_kapital" | "overfort" | "ovriga_intakter" | "matchning" => {
                            Kronor::shape(generator)
                        }
                        "tjanster" => Posts::shape(generator),
                        "styrelse" => BoardSection::shape(generator),
                        "engangskostnad" => Dated::<Cost>::json_schema(generator),
                        "items" | "payments" => Items::shape(generator),
                        "insatser" => generator.subschema_for::<Vec<InsatsChangeSection>>(),
                        _ => Cost::shape(generator),
                    };
                    shape.insert("sv".to_owned(), swedish.into());
                    shape.insert("description".to_owned(), english.into());
                    properties.insert(key.to_owned(), shape.to_value());
                }
            }
            if verb["title"] == "insatser"
                && let Some(verb) = verb.as_object_mut()
            {
                verb.insert("required".to_owned(), json!(["insatser"]));
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
    /// A förbund keeps its kommuner; what the change states of it is new.
    #[schemars(title = "keep")]
    #[schemars(extend("sv" = "Ett förbund behåller sina kommuner; det som ändringen anger om det är nytt."))]
    Keep {
        /// The förbund.
        #[schemars(extend("sv" = "Förbundet."))]
        #[schemars(rename = "keep")]
        forbund: At<String>,
    },
    /// Only insatser change; every förbund stays as it is.
    #[schemars(title = "insatser")]
    #[schemars(extend("sv" = "Bara insatser ändras; alla förbund är som de är."))]
    Insatser {},
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
            | Self::Keep { .. }
            | Self::Insatser {}
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
    /// What differs on its board from what the baseline says of all.
    #[schemars(extend("sv" = "Vad som skiljer i dess styrelse från det som utgångsläget anger för alla."))]
    pub styrelse: Option<BoardSection>,
    /// The place of the table.
    #[schemars(skip)]
    pub span: Range<usize>,
}

impl Shape for SplitBy {
    fn shape(_: &mut SchemaGenerator) -> Schema {
        words(&SPLITS)
    }
}

/// How a shared kansli is divided, in words.
pub const SPLITS: [(&str, SplitBy); 3] =
    [("budget", SplitBy::Budget), ("lika", SplitBy::Lika), ("befolkning_16_64", SplitBy::Befolkning)];
