//! `[smallest_forbund]`: a kansli of which it is asked how large a förbund must be to bear it.

use std::sync::Arc;

use rust_decimal::Decimal;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use super::document::{At, Section};
use super::shape::Shape;
use crate::diagnostic::{BaselineProblem, Diagnostic, Diagnostics, Source};
use crate::model::kronor::Kronor;
use crate::model::shares::Shares;

/// A kansli, and the most of a förbund's income that it may take. How many inhabitants a förbund must have for that is shown, and
/// which förbund have fewer.
#[derive(Clone, Debug, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct SmallestForbundSection {
    /// What the kansli costs, kr a year; with a path at the prices of its first year, as other kanslier.
    #[schemars(extend("sv" = "Vad kansliet kostar, kr per år; med en väg över åren i det första årets priser, som andra kanslier."))]
    #[schemars(required)]
    pub kansli: Option<At<Kronor>>,
    /// The most of the income that it may take, as a share above 0 and at most 1: 0.2 is a fifth.
    #[schemars(extend("sv" = "Hur mycket av intäkterna det högst får ta, som en andel större än 0 och högst 1: 0.2 är en femtedel."))]
    #[schemars(required, with = "Option<At<MostShare>>")]
    pub most_share: Option<At<Decimal>>,
}

/// How the most of the income is written.
enum MostShare {}

impl Shape for MostShare {
    fn shape(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "number", "exclusiveMinimum": 0, "maximum": 1 })
    }
}

/// What is asked.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct StatedSmallestForbund {
    /// What the kansli costs, kr a year.
    pub kansli: Kronor,
    /// The most of the income that it may take, above 0 and at most 1.
    pub most_share: Decimal,
}

impl SmallestForbundSection {
    pub(super) fn read(section: &Section<'_>) -> Self {
        section.require("kansli");
        section.require("most_share");
        let read = Self { kansli: section.amount("kansli"), most_share: section.decimal("most_share") };
        section.finish();
        read
    }

    /// What is asked; `None` where something is wrong, which then was or is reported.
    pub(super) fn resolve(
        &self,
        text: &Arc<Source>,
        diagnostics: &mut Diagnostics,
    ) -> Option<StatedSmallestForbund> {
        let written = self.most_share.as_ref()?;
        let share = written.value;
        let is_fine = share.normalize().scale() <= Shares::<2>::MOST_DECIMALS;
        if !is_fine || share <= Decimal::ZERO || share > Decimal::ONE {
            diagnostics.push(Diagnostic::at(BaselineProblem::SmallestShare, text, written.span.clone()));
            return None;
        }
        Some(StatedSmallestForbund { kansli: self.kansli.as_ref()?.value, most_share: share })
    }
}
