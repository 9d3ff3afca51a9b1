//! The rules that bound the state's money to a förbund.

use schemars::JsonSchema;
use serde::Serialize;

use crate::catalogue::{described, shapes};
use crate::model::kronor::Kronor;

described!(
    /// A rule that bound the state's money to a förbund.
    #[sv = "En regel som begränsade statens medel till ett förbund."]
    #[derive(Clone, PartialEq, Eq, Debug, Serialize)]
    #[row(Part, "forbund", "forbund")]
    pub struct BoundResult {
        /// The förbund.
        #[sv = "Förbundet."]
        #[is(Id)]
        pub forbund: String,
        /// On which side: gross or net. Null for today.
        #[sv = "På vilken sida: gross (brutto) eller net (netto). Null för nuläget."]
        pub redistribution: Option<BoundSide>,
        /// The rule: guard (the most decrease from the year before), equity (the staircase of equity), matching (what
        /// region and kommuner can match) or cap (what a party pays at most over all its förbund).
        #[sv = "Regeln: guard (spärren), equity (trappan för eget kapital), matching (vad region och kommuner kan matcha) \
                eller cap (vad en part högst betalar i alla sina förbund)."]
        pub rule: BoundRule,
        /// State money without the rule, kr a year.
        #[sv = "Statens medel utan regeln, kr per år."]
        #[figure(Kronor, "Utan regeln", "Without the rule")]
        pub without: Kronor,
        /// State money with it, kr a year.
        #[sv = "Statens medel med regeln, kr per år."]
        #[figure(Kronor, "Med regeln", "With the rule")]
        pub with: Kronor,
    }
);

/// The side that a rule bound something on.
#[derive(Clone, Copy, PartialEq, Eq, Debug, JsonSchema, Serialize)]
#[serde(rename_all = "snake_case")]
#[schemars(inline)]
pub enum BoundSide {
    /// At the kronor per unit of the year without changes.
    Gross,
    /// After the redistribution in the country.
    Net,
}

/// What bound a förbund.
#[derive(Clone, Copy, PartialEq, Eq, Debug, JsonSchema, Serialize)]
#[serde(rename_all = "snake_case")]
#[schemars(inline)]
pub enum BoundRule {
    /// The most decrease from the year before.
    Guard,
    /// The staircase of equity.
    Equity,
    /// What region and kommuner can match.
    Matching,
    /// What a party pays at most over all its förbund.
    Cap,
}

shapes! { Text: BoundSide, BoundRule; }
