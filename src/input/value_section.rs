//! `[[value]]`: what a person with a result is worth to society, by a source of the user's.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

use schemars::JsonSchema;

use super::document::{At, Section};
use super::names::{NameError, Names};
use crate::diagnostic::{Diagnostic, Diagnostics, InsatsProblem, Source};
use crate::model::insatser::Insats;
use crate::model::kronor::Kronor;
use crate::model::name::canonical;

/// What a person with a result is worth to society, as a range. It is shown beside what insatser cost, and is in no money of
/// the förbund.
#[derive(Clone, Debug, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct ValueSection {
    /// The result, as an insats of this file calls it.
    #[schemars(extend("sv" = "Resultatet, som det heter i en av filens insatser."))]
    #[schemars(required)]
    pub resultat: Option<At<String>>,
    /// The lowest value of a person with the result, kr a year.
    #[schemars(extend("sv" = "Det lägsta värdet av en person med resultatet, kr per år."))]
    #[schemars(required)]
    pub low: Option<At<Kronor>>,
    /// The highest value of a person with the result, kr a year.
    #[schemars(extend("sv" = "Det högsta värdet av en person med resultatet, kr per år."))]
    #[schemars(required)]
    pub high: Option<At<Kronor>>,
    /// Where the value comes from.
    #[schemars(extend("sv" = "Var värdet kommer från."))]
    #[schemars(required)]
    pub source: Option<At<String>>,
}

/// What a person with a result is worth to society.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct StatedValue {
    /// The result.
    pub resultat: String,
    /// The lowest value, kr a year.
    pub low: Kronor,
    /// The highest value, kr a year.
    pub high: Kronor,
    /// The source.
    pub source: String,
}

impl ValueSection {
    pub(super) fn read(section: &Section<'_>) -> Self {
        for key in ["low", "high", "source"] {
            section.require(key);
        }
        Self {
            resultat: section.required_text("resultat"),
            low: section.amount("low"),
            high: section.amount("high"),
            source: section.long_text("source"),
        }
    }
}

/// What results are worth by a file with these insatser; what is wrong is reported. Where something is wrong with the
/// insatser themselves, no results are looked for in them.
pub(super) fn resolve(
    values: &[ValueSection],
    insatser: Option<&[(Insats, usize)]>,
    text: &Arc<Source>,
    diagnostics: &mut Diagnostics,
) -> Vec<StatedValue> {
    if values.is_empty() {
        return Vec::new();
    }
    let results = insatser.into_iter().flatten().flat_map(|(insats, _)| &insats.resultat);
    let mut seen = BTreeSet::new();
    let mut kinds: Vec<&str> = results.map(|(kind, _)| kind.as_str()).collect();
    kinds.retain(|kind| seen.insert(canonical(kind)));
    let names = Names::new(kinds.iter().enumerate().map(|(place, kind)| (*kind, place)));
    let mut first: BTreeMap<usize, Range<usize>> = BTreeMap::new();
    let mut stated = Vec::new();
    for ValueSection { resultat, low, high, source } in values {
        if let Some((low, high)) = low.as_ref().zip(high.as_ref())
            && low.value > high.value
        {
            let place = low.span.clone();
            diagnostics.push_error(|| Diagnostic::at(InsatsProblem::ValueTurned, text, place));
        }
        let Some(resultat) = resultat.as_ref().filter(|_| insatser.is_some()) else { continue };
        let (name, place) = (&resultat.value, resultat.span.clone());
        let Ok(kind) = names.find(name) else {
            diagnostics.push_error(|| {
                let nearest = match names.explain(name) {
                    NameError::Unknown(nearest) => nearest,
                    NameError::Ambiguous(_) => None,
                };
                Diagnostic::at(InsatsProblem::ValueUnknown { name: name.clone(), nearest }, text, place)
            });
            continue;
        };
        if let Some(first) = first.get(&kind) {
            let problem = InsatsProblem::ValueTwice { name: name.clone() };
            diagnostics.push_error(|| Diagnostic::at(problem, text, place).and(text, first.clone()));
            continue;
        }
        first.insert(kind, place);
        if let (Some(low), Some(high), Some(source)) = (low, high, source) {
            stated.push(StatedValue {
                resultat: kinds[kind].to_owned(),
                low: low.value,
                high: high.value,
                source: source.value.clone(),
            });
        }
    }
    stated
}
