//! `[[payment]]` of a baseline, as written.

use schemars::JsonSchema;

use super::document::{At, Section};
use crate::model::kronor::Kronor;

/// `[[payment]]`: what a kommun is paid by the förbund that it is in, such as for staff that it employs. It is a part of what
/// kansli or insatser cost and no further cost.
#[derive(Clone, Debug, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct PaymentSection {
    /// The kommun that is paid, by name or kommunkod. The förbund that it is in pays.
    #[schemars(extend("sv" = "Kommunen som får ersättningen, med namn eller kommunkod. Förbundet som den är med i betalar."))]
    #[schemars(required)]
    pub kommun: Option<At<String>>,
    /// What it is paid, kr a year. Several payments to one kommun are added up.
    #[schemars(extend("sv" = "Vad den får, kr per år. Flera ersättningar till samma kommun läggs ihop."))]
    #[schemars(required)]
    pub amount: Option<At<Kronor>>,
    /// Where the figure comes from, and what the payment is for.
    #[schemars(extend("sv" = "Var uppgiften kommer från, och vad ersättningen gäller."))]
    pub source: Option<At<String>>,
}

impl PaymentSection {
    /// Reads the tables of a baseline.
    pub(super) fn read_all(root: &Section<'_>) -> Vec<Self> {
        let read = |section: &Section<'_>| {
            section.require("amount");
            Self {
                kommun: section.required_text("kommun"),
                amount: section.amount("amount"),
                source: section.long_text("source"),
            }
        };
        root.tables("payment", read).unwrap_or_default()
    }
}
