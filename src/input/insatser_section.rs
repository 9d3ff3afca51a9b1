//! `[[insats]]` of a baseline, and `insatser` of a change, as written.

use std::ops::Range;

use rust_decimal::Decimal;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use super::document::{At, Section};
use super::shape::{Items, Posts, Shape};
use crate::diagnostic::{DocumentProblem, InsatsProblem, Kind};
use crate::model::kansli::Cost;
use crate::model::kronor::Kronor;

/// How many persons can take part in an insats.
pub(super) const PERSONS: [i64; 2] = [0, 10_000_000];

/// Persons by what became of them, in the order of the file.
pub type Results = Vec<(String, u64)>;

/// Hundredths of full-time posts by the parties that give them, in the order of the file.
pub type GivenPosts = Vec<(At<String>, u64)>;

/// What can be stated of an insats, in a baseline and by a change.
#[derive(Clone, Default, Debug, JsonSchema)]
pub struct InsatsFigures {
    /// How many can take part at once.
    #[schemars(extend("sv" = "Hur många som kan delta samtidigt."))]
    #[schemars(range(min = PERSONS[0], max = PERSONS[1]))]
    pub platser: Option<At<i64>>,
    /// How many take part in a year.
    #[schemars(extend("sv" = "Hur många som deltar under ett år."))]
    #[schemars(range(min = PERSONS[0], max = PERSONS[1]))]
    pub deltagare: Option<At<i64>>,
    /// How many of the participants finished it in the year. Percentages of results are of them where it is stated.
    #[schemars(extend("sv" = "Hur många av deltagarna som avslutade den under året. Andelar av resultat är av dem där det anges."))]
    #[schemars(range(min = PERSONS[0], max = PERSONS[1]))]
    pub avslutade: Option<At<i64>>,
    /// The kommun that the insats is in, one of its förbund, by name or kommunkod: it goes where its kommun goes. Without it
    /// the insats is for the whole förbund.
    #[schemars(extend("sv" = "Kommunen som insatsen finns i, en av förbundets, med namn eller kommunkod: den följer sin kommun. \
                              Utan den gäller insatsen hela förbundet."))]
    pub ort: Option<At<String>>,
    /// Whom the insats is for, in the same words for insatser that are alike.
    #[schemars(extend("sv" = "Vem insatsen är till för, med samma ord för insatser som liknar varandra."))]
    pub malgrupp: Option<At<String>>,
    /// How many persons had each result in a year, such as { arbete = 20, studier = 15 }: persons, not percent.
    #[schemars(extend("sv" = "Hur många personer som fick varje resultat under ett år, till exempel { arbete = 20, studier = 15 }: \
                              personer, inte procent."))]
    pub resultat: Option<At<Results>>,
    /// What kommuner contribute in kind, such as staff or premises, kr a year: a table of kommuner with their amounts. It is in
    /// no cost.
    #[schemars(extend("sv" = "Vad kommuner bidrar med in natura, till exempel personal eller lokaler, kr per år: en tabell med kommuner och deras \
                              belopp. Det ingår inte i kostnaden."))]
    #[schemars(with = "Option<At<Items>>")]
    pub natura: Option<At<Cost>>,
    /// The full-time posts that parties of the förbund give in kind, such as { "Göteborg" = 0.5, "Försäkringskassan" = 0.5 }: its
    /// kommuner, its region, Försäkringskassan and Arbetsförmedlingen, with at most two decimals. They are in no cost.
    #[schemars(extend("sv" = "Heltidstjänsterna som förbundets parter lämnar in natura, till exempel { \"Göteborg\" = 0.5, \
                              \"Försäkringskassan\" = 0.5 }: dess kommuner, dess region, Försäkringskassan och Arbetsförmedlingen, med högst \
                              två decimaler. De ingår inte i kostnaden."))]
    pub natura_tjanster: Option<At<GivenPosts>>,
    /// Where the figures come from.
    #[schemars(extend("sv" = "Var uppgifterna kommer från."))]
    pub source: Option<At<String>>,
}

/// `[[insats]]`: something that a förbund buys or runs for participants.
#[derive(Clone, Debug, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct InsatsSection {
    /// The name of the insats, which no other one has.
    #[schemars(extend("sv" = "Insatsens namn, som ingen annan insats har."))]
    #[schemars(required)]
    pub name: Option<At<String>>,
    /// The förbund that pays for it.
    #[schemars(extend("sv" = "Förbundet som betalar den."))]
    #[schemars(required)]
    pub forbund: Option<At<String>>,
    /// What the insats costs the förbund, kr a year.
    #[schemars(extend("sv" = "Vad insatsen kostar förbundet, kr per år."))]
    #[schemars(required)]
    pub kostnad: Option<At<Kronor>>,
    /// What else is stated of it.
    #[schemars(flatten)]
    pub figures: InsatsFigures,
    /// The place of the table.
    #[schemars(skip)]
    pub span: Range<usize>,
}

/// An item of `insatser`: what a change does to an insats. What is not stated stays as it was.
#[derive(Clone, Default, Debug, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct InsatsChangeSection {
    /// The name of the insats; with merge the name of what they become.
    #[schemars(extend("sv" = "Insatsens namn; med merge namnet på det som de blir."))]
    #[schemars(required)]
    pub name: Option<At<String>>,
    /// true for a new insats, which must have kostnad and forbund.
    #[schemars(extend("sv" = "true för en ny insats, som måste ha kostnad och forbund."))]
    pub ny: Option<bool>,
    /// true for an insats that ends.
    #[schemars(extend("sv" = "true för en insats som upphör."))]
    pub upphor: Option<bool>,
    /// The insatser that become one, two at least. It has the sum of their costs, places, participants and results, unless
    /// others are stated.
    #[schemars(extend("sv" = "Insatserna som blir en, minst två. Den har summan av deras kostnader, platser, deltagare och \
                              resultat, om inte annat anges."))]
    #[schemars(length(min = 2))]
    pub merge: Option<At<Vec<At<String>>>>,
    /// The förbund that pays for it after the change.
    #[schemars(extend("sv" = "Förbundet som betalar den efter ändringen."))]
    pub forbund: Option<At<String>>,
    /// What the insats costs the förbund afterwards, kr a year.
    #[schemars(extend("sv" = "Vad insatsen kostar förbundet efteråt, kr per år."))]
    pub kostnad: Option<At<Kronor>>,
    /// What else is stated of it.
    #[schemars(flatten)]
    pub figures: InsatsFigures,
    /// The place of the table.
    #[schemars(skip)]
    pub span: Range<usize>,
}

impl InsatsFigures {
    fn read(section: &Section<'_>) -> Self {
        let [lowest, highest] = PERSONS;
        Self {
            platser: section.whole("platser", lowest, highest),
            deltagare: section.whole("deltagare", lowest, highest),
            avslutade: section.whole("avslutade", lowest, highest),
            ort: section.text("ort"),
            malgrupp: section.text("malgrupp"),
            resultat: read_results(section),
            natura: section.items("natura"),
            natura_tjanster: read_posts(section),
            source: section.long_text("source"),
        }
    }
}

fn read_results(section: &Section<'_>) -> Option<At<Results>> {
    let results = section.table("resultat")?;
    let [lowest, highest] = PERSONS;
    let persons = results.entries().into_iter().map(|(kind, value)| {
        let persons = results.as_whole(&kind.value, value, lowest, highest)?.value;
        Some((kind.value, u64::try_from(persons).expect("a number from zero")))
    });
    let persons: Vec<_> = persons.collect();
    Some(At { value: persons.into_iter().collect::<Option<_>>()?, span: results.span() })
}

fn read_posts(section: &Section<'_>) -> Option<At<GivenPosts>> {
    let given = section.table_written_as("natura_tjanster", Kind::PostsByParty)?;
    let posts = given.entries().into_iter().map(|(party, value)| {
        let posts = given.as_posts(&party.value, value)?;
        let hundredths = posts.value * Decimal::ONE_HUNDRED;
        // All figures are exact: insatser and parties add up as they are written.
        if !hundredths.is_integer() {
            let key = party.value.clone();
            section.report(DocumentProblem::TooManyDecimals { key, most: 2 }, posts.span);
            return None;
        }
        Some((party, u64::try_from(hundredths).expect("at most the posts that can be written")))
    });
    let posts: Vec<_> = posts.collect();
    Some(At { value: posts.into_iter().collect::<Option<_>>()?, span: given.span() })
}

/// Full-time posts by party.
impl Shape for GivenPosts {
    fn shape(generator: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "object", "additionalProperties": Posts::shape(generator) })
    }
}

/// Persons by what became of them.
impl Shape for Results {
    fn shape(_: &mut SchemaGenerator) -> Schema {
        let persons = json_schema!({ "type": "integer", "minimum": PERSONS[0], "maximum": PERSONS[1] });
        json_schema!({ "type": "object", "additionalProperties": persons })
    }
}

impl InsatsSection {
    /// Reads the tables of a baseline.
    pub(super) fn read_all(root: &Section<'_>) -> Vec<Self> {
        let read = |section: &Section<'_>| Self {
            name: section.required_text("name"),
            forbund: section.required_text("forbund"),
            kostnad: {
                section.require("kostnad");
                section.amount("kostnad")
            },
            figures: InsatsFigures::read(section),
            span: section.span(),
        };
        root.tables("insats", read).unwrap_or_default()
    }
}

impl InsatsChangeSection {
    /// Reads what a change does to insatser.
    pub(super) fn read_all(change: &Section<'_>) -> Vec<Self> {
        change.tables("insatser", Self::read).unwrap_or_default()
    }

    /// The names of the insatser that it does something to.
    pub(super) fn speaks_of(&self) -> impl Iterator<Item = &str> {
        let parts = self.merge.iter().flat_map(|parts| &parts.value);
        self.name.iter().chain(parts).map(|name| name.value.as_str())
    }

    fn read(section: &Section<'_>) -> Self {
        let mut read = Self {
            name: section.required_text("name"),
            ny: section.boolean("ny"),
            upphor: section.boolean("upphor"),
            merge: section.texts("merge"),
            forbund: section.text("forbund"),
            kostnad: section.amount("kostnad"),
            figures: InsatsFigures::read(section),
            span: section.span(),
        };
        let is_new = read.ny == Some(true);
        let ends = read.upphor == Some(true);
        if is_new {
            section.require("kostnad");
            section.require("forbund");
        }
        if [is_new, ends, section.has("merge")].into_iter().filter(|holds| *holds).count() > 1 {
            section.report(InsatsProblem::DoesTwo, section.span());
            // Of what it means nothing more is said.
            read.name = None;
        } else if ends && Self::OF_ONE_THAT_STAYS.iter().any(|key| section.has(key)) {
            section.report(InsatsProblem::EndsWithFigures, section.span());
        } else if !is_new
            && !ends
            && ![&Self::OF_ONE_THAT_STAYS[..], &["merge"]].concat().iter().any(|key| section.has(key))
        {
            section.report(InsatsProblem::Unchanged, section.span());
        }
        read
    }

    /// What is stated of an insats that there is afterwards.
    const OF_ONE_THAT_STAYS: [&str; 11] = [
        "forbund", "kostnad", "platser", "deltagare", "avslutade", "ort", "malgrupp", "resultat", "natura",
        "natura_tjanster", "source",
    ];
}
