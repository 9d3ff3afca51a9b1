//! A baseline file as written: every value with its place, nothing looked up.

use std::borrow::Cow;
use std::sync::Arc;

use rust_decimal::Decimal;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use super::document::{self, At, ChoiceOrNumbers, Section, TextOrTexts};
use super::further_columns::IndicatorWeight;
use super::shape::{Cost, Shape, shares, words};
use crate::diagnostic::{Diagnostics, DocumentProblem, Kind, Source};
use crate::model::kronor::Kronor;

/// The years that a figure can be of.
pub const YEARS: (i64, i64) = (1900, 2200);

/// How many förbund the rest of the country can have.
const REST_FORBUND: (i64, i64) = (0, 100_000);

/// How many inhabitants it can have.
const REST_INHABITANTS: (i64, i64) = (0, 1_000_000_000_000);

const WEIGHTS: [&str; 2] = ["forsorjningsmatt", "befolkning"];

const FUNDING: [&str; 3] = ["state", "region", "kommuner"];

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

/// A baseline file.
#[derive(Clone, Debug, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct BaselineFile {
    /// `name`.
    #[schemars(required)]
    pub name: Option<At<String>>,
    /// `year`: which year of the kommun table.
    #[schemars(range(min = YEARS.0, max = YEARS.1))]
    pub year: Option<At<i64>>,
    /// `kommuner`: the path of the kommun table, relative to this file.
    #[schemars(required)]
    pub kommuner: Option<At<String>>,
    /// `kommun_key`.
    pub kommun_key: Option<At<ChoiceOrNumbers<NamedKey>>>,
    /// `region_key`, which is never a table.
    #[schemars(with = "Option<At<NamedKey>>")]
    pub region_key: Option<At<ChoiceOrNumbers<NamedKey>>>,
    /// `source`.
    pub source: Option<At<String>>,
    /// `[indicators]`: what further columns of the kommun table are weighted by.
    #[schemars(with = "Option<At<IndicatorWeights>>")]
    pub indicators: Vec<(At<String>, At<IndicatorWeight>)>,
    /// `[model]`.
    #[schemars(default)]
    pub model: ModelSection,
    /// `[funding]`.
    pub funding: Option<FundingSection>,
    /// `[[forbund]]`.
    #[schemars(length(min = 1))]
    pub forbund: Vec<ForbundSection>,
    /// `[[assumption]]`.
    #[schemars(rename = "assumption", default)]
    pub assumptions: Vec<AssumptionSection>,
    /// The first line, for what concerns the whole file.
    #[schemars(skip)]
    pub span: std::ops::Range<usize>,
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

/// The names of what indicators are weighted by.
const INDICATOR_WEIGHTS: &[(&str, IndicatorWeight)] = &[
    ("befolkning_16_64", IndicatorWeight::Befolkning),
    ("folkmangd", IndicatorWeight::Folkmangd),
    ("forsorjningsmatt", IndicatorWeight::Forsorjningsmatt),
    ("lika", IndicatorWeight::Lika),
    ("summa", IndicatorWeight::Summa),
];

/// How the weights of indicators are written.
enum IndicatorWeights {}

impl Shape for IndicatorWeights {
    fn shape(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "object", "additionalProperties": words(INDICATOR_WEIGHTS) })
    }
}

/// `[model]`.
#[derive(Clone, Default, Debug, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct ModelSection {
    /// `appropriation`, kr.
    pub appropriation: Option<At<Kronor>>,
    /// `base_grant`, kr.
    pub base_grant: Option<At<Kronor>>,
    /// `weights`: of försörjningsmått and befolkning, and the place of the table.
    #[schemars(with = "Option<At<Weights>>")]
    pub weights: Option<At<[At<Decimal>; 2]>>,
    /// `[model.rest_of_country]`.
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
        shares(&WEIGHTS)
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
    /// `forbund`: how many.
    #[schemars(range(min = REST_FORBUND.0, max = REST_FORBUND.1))]
    pub forbund: Option<At<i64>>,
    /// `kommuner`: "alla" or a list.
    #[schemars(with = "Option<At<AllaOrList>>")]
    pub kommuner: Option<TextOrTexts>,
    /// `befolkning_16_64`: their inhabitants.
    #[schemars(range(min = REST_INHABITANTS.0, max = REST_INHABITANTS.1))]
    pub befolkning_16_64: Option<At<i64>>,
    /// `forsorjningsmatt`: their helårsekvivalenter.
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
        shares(&FUNDING)
    }
}

/// `[[forbund]]`.
#[derive(Clone, Debug, JsonSchema)]
#[schemars(deny_unknown_fields, extend("not" = { "required": ["budget", "state_grant"] }))]
pub struct ForbundSection {
    /// `name`.
    #[schemars(required)]
    pub name: Option<At<String>>,
    /// `kommuner`.
    #[schemars(required)]
    pub kommuner: Option<At<Vec<At<String>>>>,
    /// `budget`, kr a year: all income.
    pub budget: Option<At<Kronor>>,
    /// `state_grant`, kr a year.
    pub state_grant: Option<At<Kronor>>,
    /// `kansli`, kr a year.
    #[schemars(with = "Option<At<Cost>>")]
    pub kansli: Option<At<Kronor>>,
    /// `sate`: the kommun where it has its seat.
    pub sate: Option<At<String>>,
    /// Whether `budget` or `state_grant` is written, readable or not.
    #[schemars(skip)]
    pub amount_written: bool,
    /// The place of the table.
    #[schemars(skip)]
    pub span: std::ops::Range<usize>,
}

/// `[[assumption]]`: something the reader of every output must know.
#[derive(Clone, PartialEq, Eq, Debug, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct AssumptionSection {
    /// `id`.
    #[schemars(required)]
    pub id: Option<At<String>>,
    /// `text`, in the user's language.
    #[schemars(required)]
    pub text: Option<At<String>>,
    /// `text_en`, for English output.
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

impl BaselineFile {
    /// Reads the text of a baseline file; `None` if it is no TOML.
    #[must_use]
    pub fn read(source: &Arc<Source>, diagnostics: &mut Diagnostics) -> Option<Self> {
        document::read(source, diagnostics, Self::read_root).flatten()
    }

    fn read_root(root: &Section<'_>) -> Option<Self> {
        if root.has("baseline") || root.has("change") {
            root.report(DocumentProblem::ScenarioAsBaseline, root.span());
            root.know_everything();
            return None;
        }
        Some(Self {
            name: root.required_text("name"),
            year: root.whole("year", YEARS.0, YEARS.1),
            kommuner: root.required_long_text("kommuner"),
            kommun_key: root.choice_or_numbers("kommun_key", KEYS, Kind::NameOrTable),
            region_key: root.choice_or_numbers("region_key", KEYS, Kind::Text),
            source: root.long_text("source"),
            indicators: root.choices("indicators", INDICATOR_WEIGHTS),
            model: root.table("model").map(|section| read_model(&section)).unwrap_or_default(),
            funding: root.table("funding").map(|section| read_funding(&section)),
            forbund: {
                root.require("forbund");
                root.refuse_empty_list("forbund");
                root.tables("forbund", read_forbund).unwrap_or_default()
            },
            assumptions: root.tables("assumption", AssumptionSection::read).unwrap_or_default(),
            span: root.span(),
        })
    }
}

fn read_model(section: &Section<'_>) -> ModelSection {
    let model = ModelSection {
        appropriation: section.amount("appropriation"),
        base_grant: section.amount("base_grant"),
        weights: section.table("weights").and_then(|weights| {
            for weight in WEIGHTS {
                weights.require(weight);
            }
            let [forsorjningsmatt, befolkning] = WEIGHTS.map(|weight| weights.decimal(weight));
            let both = forsorjningsmatt.zip(befolkning);
            weights.finish();
            both.map(|(forsorjningsmatt, befolkning)| At {
                value: [forsorjningsmatt, befolkning],
                span: weights.span(),
            })
        }),
        rest_of_country: section.table("rest_of_country").map(|rest| {
            let read = RestSection {
                forbund: rest.whole("forbund", REST_FORBUND.0, REST_FORBUND.1),
                kommuner: rest.text_or_texts("kommuner", Kind::AllaOrList),
                befolkning_16_64: rest.whole("befolkning_16_64", REST_INHABITANTS.0, REST_INHABITANTS.1),
                forsorjningsmatt: rest.decimal("forsorjningsmatt"),
                written: ["forbund", "kommuner", "befolkning_16_64", "forsorjningsmatt"]
                    .map(|key| rest.has(key)),
                span: rest.span(),
            };
            rest.finish();
            read
        }),
        written: ["appropriation", "rest_of_country"].map(|key| section.has(key)),
        span: Some(section.span()),
    };
    section.finish();
    model
}

fn read_funding(section: &Section<'_>) -> FundingSection {
    for share in FUNDING {
        section.require(share);
    }
    let shares = FUNDING.map(|share| section.decimal(share));
    section.finish();
    FundingSection {
        shares: match shares {
            [Some(state), Some(region), Some(kommuner)] => Some([state, region, kommuner]),
            _ => None,
        },
        span: section.span(),
    }
}

fn read_forbund(section: &Section<'_>) -> ForbundSection {
    ForbundSection {
        name: section.required_text("name"),
        kommuner: section.required_texts("kommuner"),
        budget: section.amount("budget"),
        state_grant: section.amount("state_grant"),
        kansli: section.cost("kansli"),
        sate: section.text("sate"),
        amount_written: section.has("budget") || section.has("state_grant"),
        span: section.span(),
    }
}
