//! `[[position]]` and `[[argument]]` as written: who wants what, and why.

use std::ops::Range;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use super::document::{At, Section};
use super::shape::Shape;
use crate::diagnostic::{DocumentProblem, Kind, PositionsProblem};

/// Alternatives in order, the best first; those of an inner list are equally good.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Ranking(pub Vec<Vec<At<String>>>);

impl Shape for Ranking {
    fn shape(generator: &mut SchemaGenerator) -> Schema {
        let (one, equal) = (String::shape(generator), Vec::<At<String>>::shape(generator));
        json_schema!({ "type": "array", "items": { "anyOf": [one, equal] }, "minItems": 1 })
    }
}

/// `[[position]]`: what a party wants. Without ranking and reject it has not answered.
#[derive(Clone, Debug, JsonSchema)]
#[schemars(deny_unknown_fields)]
#[schemars(extend("anyOf" = [{ "required": ["party"] }, { "required": ["forbund"] }]))]
pub struct PositionSection {
    /// The party: a kommun, a region as in the kommun table, Försäkringskassan, Arbetsförmedlingen, or a förbund: its
    /// board. Without party it is the board of forbund.
    #[schemars(extend("sv" = "Parten: en kommun, en region som i kommuntabellen, Försäkringskassan, Arbetsförmedlingen \
                              eller ett förbund: dess styrelse. Utan party är det styrelsen för forbund."))]
    pub party: Option<At<String>>,
    /// The förbund of today in which it wants this, where a region or a state party wants different things in different
    /// ones.
    #[schemars(extend("sv" = "Dagens förbund som den vill detta i, om en region eller en statlig part vill olika i \
                              olika."))]
    pub forbund: Option<At<String>>,
    /// The alternatives in order, the best first, by the names of scenarios or of their files without .toml; "nulaget" is
    /// today. Those of a list inside the list are equally good. What is not named comes after what is.
    #[schemars(extend("sv" = "Alternativen i ordning, det bästa först, med scenariernas namn eller filnamn utan .toml; \
                              \"nulaget\" är i dag. De i en lista inuti listan är lika bra. Det som inte nämns kommer \
                              efter det som nämns."))]
    pub ranking: Option<At<Ranking>>,
    /// The alternatives that it does not accept.
    #[schemars(extend("sv" = "Alternativen som den inte godtar."))]
    pub reject: Option<At<Vec<At<String>>>>,
    /// Where that is said.
    #[schemars(extend("sv" = "Var det står."))]
    pub source: Option<At<String>>,
    /// The place of the table.
    #[schemars(skip)]
    pub span: Range<usize>,
}

/// `[[argument]]`: what is said for or against an alternative.
#[derive(Clone, Debug, JsonSchema)]
#[schemars(deny_unknown_fields)]
#[schemars(extend("oneOf" = [{ "required": ["for"] }, { "required": ["against"] }]))]
pub struct ArgumentSection {
    /// The alternative that it speaks for: the name of a scenario, or of its file without .toml; "nulaget" is today.
    #[schemars(extend("sv" = "Alternativet som det talar för: scenariots namn eller filnamn utan .toml; \"nulaget\" är i \
                              dag."))]
    #[schemars(rename = "for")]
    pub for_it: Option<At<String>>,
    /// In the place of for: the alternative that it speaks against.
    #[schemars(extend("sv" = "I stället för for: alternativet som det talar mot."))]
    pub against: Option<At<String>>,
    /// What is said.
    #[schemars(extend("sv" = "Vad som sägs."))]
    #[schemars(required)]
    pub text: Option<At<String>>,
    /// Who says it: a party as in `[[position]]`.
    #[schemars(extend("sv" = "Vem som säger det: en part som i [[position]]."))]
    pub party: Option<At<String>>,
    /// Where that is said.
    #[schemars(extend("sv" = "Var det står."))]
    pub source: Option<At<String>>,
    /// The place of the table.
    #[schemars(skip)]
    pub span: Range<usize>,
}

impl PositionSection {
    /// Reads a table of the file.
    #[must_use]
    pub fn read(section: &Section<'_>) -> Self {
        let read = Self {
            party: section.text("party"),
            forbund: section.text("forbund"),
            ranking: ranking(section),
            reject: section.texts("reject"),
            source: section.long_text("source"),
            span: section.span(),
        };
        if !section.has("forbund") {
            section.require("party");
        }
        read
    }
}

impl ArgumentSection {
    /// Reads a table of the file.
    #[must_use]
    pub fn read(section: &Section<'_>) -> Self {
        let read = Self {
            for_it: section.text("for"),
            against: section.text("against"),
            text: section.required_long_text("text"),
            party: section.text("party"),
            source: section.long_text("source"),
            span: section.span(),
        };
        match (section.has("for"), section.has("against")) {
            (true, true) => section.report(PositionsProblem::ArgumentOnBothSides, section.span()),
            (false, false) if !section.misspells(&["for", "against"]) => {
                section.report(PositionsProblem::ArgumentOnNoSide, section.span());
            }
            _ => {}
        }
        read
    }
}

/// Names of alternatives, or lists of such that are equally good.
fn ranking(section: &Section<'_>) -> Option<At<Ranking>> {
    let key = "ranking";
    let value = section.value(key)?;
    let Some(list) = value.get_ref().as_array() else {
        section.wrong_type(key, Kind::ListOfTexts, value);
        return None;
    };
    if list.is_empty() {
        section.report(DocumentProblem::EmptyValue { key: key.to_owned() }, value.span());
        return None;
    }
    let places = list.iter().map(|item| match item.get_ref().as_array() {
        Some(_) => section.as_texts(key, item).map(|equal| equal.value),
        None => section.as_text(key, item).map(|one| vec![one]),
    });
    // All of them are read, so that all errors are reported.
    let places: Vec<_> = places.collect();
    let places = places.into_iter().collect::<Option<Vec<_>>>()?;
    Some(At { value: Ranking(places), span: value.span() })
}
