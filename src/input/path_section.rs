//! `[path]` as written, and the years that it means.

use std::ops::Range;
use std::sync::Arc;

use rust_decimal::Decimal;
use schemars::JsonSchema;

use super::document::{At, Section};
use super::years::YEARS;
use crate::diagnostic::{Diagnostic, Diagnostics, Label, PathProblem, Source};
use crate::model::path::{Growth, Path};

/// How many years old figures may be.
const MOST_LAG: i64 = 50;

/// A path that is stated elsewhere than in the baseline.
#[derive(Clone, Debug)]
pub struct StatedPath {
    /// The years.
    pub path: Path,
    /// Where they stand.
    pub place: Label,
}

/// `[path]`: the years that are computed.
#[derive(Clone, Debug, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct PathSection {
    /// The first year.
    #[schemars(extend("sv" = "Det första året."))]
    #[schemars(required, range(min = YEARS.0, max = YEARS.1))]
    pub from: Option<At<i64>>,
    /// The last year.
    #[schemars(extend("sv" = "Det sista året."))]
    #[schemars(required, range(min = YEARS.0, max = YEARS.1))]
    pub to: Option<At<i64>>,
    /// A year is computed with the figures of so many years before, or the latest before that. 0 if not given.
    #[schemars(extend("sv" = "Ett år beräknas med uppgifterna från så många år tidigare, eller de senaste före \
                              det. 0 om inget anges."))]
    #[schemars(range(min = 0, max = MOST_LAG))]
    pub figures_lag: Option<At<i64>>,
    /// By how much kanslier grow a year after the first: 0.025 is 2.5 percent. 0 if not given.
    #[schemars(extend("sv" = "Hur mycket kanslierna ökar per år efter det första: 0.025 är 2,5 procent. 0 om inget \
                              anges."))]
    pub kansli_index: Option<At<Decimal>>,
    /// What amounts of later years are discounted by: 0.03 is 3 percent. Without it there are no present values.
    #[schemars(extend("sv" = "Räntan som senare års belopp räknas om med: 0.03 är 3 procent. Utan den finns inga \
                              nuvärden."))]
    pub discount_rate: Option<At<Decimal>>,
    /// The place of the table.
    #[schemars(skip)]
    pub span: Range<usize>,
}

impl PathSection {
    /// Reads `[path]`, in a baseline or a scenario.
    #[must_use]
    pub fn read(root: &Section<'_>) -> Option<Self> {
        let section = root.table("path")?;
        section.require("from");
        section.require("to");
        let read = Self {
            from: section.whole("from", YEARS.0, YEARS.1),
            to: section.whole("to", YEARS.0, YEARS.1),
            figures_lag: section.whole("figures_lag", 0, MOST_LAG),
            kansli_index: section.decimal("kansli_index"),
            discount_rate: section.decimal("discount_rate"),
            span: section.span(),
        };
        section.finish();
        Some(read)
    }

    /// [`Self::resolve`] with the place.
    #[must_use]
    pub fn stated(&self, text: &Arc<Source>, diagnostics: &mut Diagnostics) -> Option<StatedPath> {
        let place = Label { source: text.clone(), span: self.span.clone() };
        self.resolve(text, diagnostics).map(|path| StatedPath { path, place })
    }

    /// The years and rates that are meant; `None` where something is wrong, which then was or is reported.
    #[must_use]
    pub fn resolve(&self, text: &Arc<Source>, diagnostics: &mut Diagnostics) -> Option<Path> {
        let mut rate = |key: &str, written: Option<&At<Decimal>>| match written {
            None => Some(None),
            Some(written) => {
                let growth = Growth::new(written.value);
                if growth.is_none() {
                    let problem = PathProblem::Rate { key: key.to_owned() };
                    diagnostics.push(Diagnostic::at(problem, text, written.span.clone()));
                }
                growth.map(Some)
            }
        };
        let kansli_index = rate("kansli_index", self.kansli_index.as_ref());
        let discount_rate = rate("discount_rate", self.discount_rate.as_ref());
        let (from, to) = (self.from.as_ref()?, self.to.as_ref()?);
        if to.value < from.value || to.value - from.value >= Path::MOST_YEARS {
            let problem = PathProblem::Years { most: Path::MOST_YEARS };
            diagnostics.push(Diagnostic::at(problem, text, to.span.clone()));
            return None;
        }
        Some(Path {
            from: from.value,
            to: to.value,
            figures_lag: self.figures_lag.as_ref().map_or(0, |lag| lag.value),
            kansli_index: kansli_index?.unwrap_or(Growth::NONE),
            discount_rate: discount_rate?,
        })
    }
}
