//! `[[reference]]`: what a source says that a förbund had, to stand beside what is computed.

use std::sync::Arc;

use rust_decimal::Decimal;
use schemars::JsonSchema;

use super::decimal_range::unusable;
use super::document::{At, Section};
use super::names::Names;
use super::row_names::unfound_forbund;
use super::years::YEARS;
use crate::diagnostic::{BaselineProblem, Diagnostic, Diagnostics, Source};
use crate::model::kronor::Kronor;

/// The most kronor per inhabitant that a source can state.
const MOST_EACH: i64 = 1_000_000;

/// What a source says that a förbund of the file had in some year. It stands beside what is computed, and no amount depends
/// on it.
#[derive(Clone, Debug, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct ReferenceSection {
    /// The förbund of this file.
    #[schemars(extend("sv" = "Förbundet, ett av filens."))]
    #[schemars(required)]
    pub forbund: Option<At<String>>,
    /// The year that the source speaks of.
    #[schemars(extend("sv" = "Året som källan talar om."))]
    #[schemars(required, range(min = YEARS.0, max = YEARS.1))]
    pub year: Option<At<i64>>,
    /// The income of all parties in that year, kr.
    #[schemars(extend("sv" = "Alla parters medel det året, kr."))]
    pub total: Option<At<Kronor>>,
    /// The same per inhabitant of working age, kr, as the source states it.
    #[schemars(extend("sv" = "Detsamma per invånare i arbetsför ålder, kr, som källan anger det."))]
    #[schemars(range(min = 0, max = MOST_EACH))]
    pub kr_per_inhabitant: Option<At<Decimal>>,
    /// The source.
    #[schemars(extend("sv" = "Källan."))]
    #[schemars(required)]
    pub source: Option<At<String>>,
}

/// What a source says of a förbund.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct StatedReference {
    /// The position of the förbund in the file.
    pub forbund: usize,
    /// The year.
    pub year: i64,
    /// The income of all parties, kr.
    pub total: Option<Kronor>,
    /// The same per inhabitant of working age, kr.
    pub kr_per_inhabitant: Option<Decimal>,
    /// The source.
    pub source: String,
}

impl ReferenceSection {
    pub(super) fn read(section: &Section<'_>) -> Self {
        section.require("year");
        section.require("source");
        if !section.has("total") && !section.has("kr_per_inhabitant") {
            section.report(BaselineProblem::ReferenceWithoutFigure, section.span());
        }
        Self {
            forbund: section.required_text("forbund"),
            year: section.whole("year", YEARS.0, YEARS.1),
            total: section.amount("total"),
            kr_per_inhabitant: section.decimal("kr_per_inhabitant"),
            source: section.long_text("source"),
        }
    }

    /// What is meant; `None` where something is wrong, which then was or is reported.
    fn resolve(
        &self,
        names: &Names<usize>,
        text: &Arc<Source>,
        diagnostics: &mut Diagnostics,
    ) -> Option<StatedReference> {
        let each = self.kr_per_inhabitant.as_ref();
        let unusable = each.and_then(|each| unusable("kr_per_inhabitant", each.value, 2, MOST_EACH.into()));
        if let (Some(problem), Some(each)) = (unusable, each) {
            diagnostics.push(Diagnostic::at(problem, text, each.span.clone()));
        }
        let written = self.forbund.as_ref()?;
        let Ok(forbund) = names.find(&written.value) else {
            let problem = unfound_forbund(&written.value, names);
            diagnostics.push(Diagnostic::at(problem, text, written.span.clone()));
            return None;
        };
        Some(StatedReference {
            forbund,
            year: self.year.as_ref()?.value,
            total: self.total.as_ref().map(|total| total.value),
            kr_per_inhabitant: each.map(|each| each.value.normalize()),
            source: self.source.as_ref()?.value.clone(),
        })
    }
}

/// What sources say of the förbund of a file; what is wrong is reported.
pub(super) fn resolve<'names>(
    sections: &[ReferenceSection],
    forbund: impl Iterator<Item = (&'names str, usize)>,
    text: &Arc<Source>,
    diagnostics: &mut Diagnostics,
) -> Vec<StatedReference> {
    let names = Names::new(forbund);
    sections.iter().filter_map(|section| section.resolve(&names, text, diagnostics)).collect()
}
