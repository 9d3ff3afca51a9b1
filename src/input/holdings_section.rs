//! What a change states of what a förbund has beside the money of the model.

use num_rational::BigRational;
use rust_decimal::Decimal;
use schemars::JsonSchema;

use super::document::{At, Section};
use super::shape::Posts;
use crate::model::holdings::{Holding, Holdings};
use crate::model::kronor::Kronor;
use crate::model::shares::exact;

/// What a change states of what a förbund has beside the money of the model.
#[derive(Clone, Default, Debug, JsonSchema)]
pub struct HoldingsSection {
    /// The equity of the part, kr. Without it: a part of the whole's, by inhabitants 16–64. It is shown, and rules can use
    /// it.
    #[schemars(extend("sv" = "Delens eget kapital, kr. Utan det: en del av det hela förbundets, efter invånare 16–64 år. \
                              Det visas, och regler kan använda det."))]
    pub eget_kapital: Option<At<Kronor>>,
    /// Money that the part carried over from the year before, kr. Without it: a part of the whole's, by inhabitants 16–64.
    #[schemars(extend("sv" = "Medel som delen har med sig från året före, kr. Utan det: en del av det hela förbundets, \
                              efter invånare 16–64 år."))]
    pub overfort: Option<At<Kronor>>,
    /// Income of the part beside the parties' money, kr a year. Without it: a part of the whole's, by inhabitants 16–64.
    #[schemars(extend("sv" = "Delens intäkter vid sidan av parternas medel, kr per år. Utan det: en del av det hela \
                              förbundets, efter invånare 16–64 år."))]
    pub ovriga_intakter: Option<At<Kronor>>,
    /// The most that region and kommuner of the part together pay, kr a year. Without it: a part of the whole's, by
    /// inhabitants 16–64. Only rules use it.
    #[schemars(extend("sv" = "Vad delens region och kommuner tillsammans högst betalar, kr per år. Utan det: en del av \
                              det hela förbundets, efter invånare 16–64 år. Används bara av regler."))]
    pub matchning: Option<At<Kronor>>,
    /// The full-time posts of the part's kansli, such as 1.5. Without it: a part of the whole's, by inhabitants 16–64.
    #[schemars(extend("sv" = "Heltidstjänsterna i delens kansli, till exempel 1.5. Utan det: en del av det hela förbundets, \
                              efter invånare 16–64 år."))]
    #[schemars(with = "Option<At<Posts>>")]
    pub tjanster: Option<At<Decimal>>,
}

impl HoldingsSection {
    /// Reads what a table states.
    pub(super) fn read(section: &Section<'_>) -> Self {
        Self {
            eget_kapital: section.amount("eget_kapital"),
            overfort: section.amount("overfort"),
            ovriga_intakter: section.amount("ovriga_intakter"),
            matchning: section.amount("matchning"),
            ..Self::read_posts(section)
        }
    }

    /// Reads the posts alone, which a shared kansli can have too.
    pub(super) fn read_posts(section: &Section<'_>) -> Self {
        Self { tjanster: section.posts("tjanster"), ..Self::default() }
    }

    /// The posts without their place.
    pub(super) fn posts(&self) -> Option<BigRational> {
        self.tjanster.as_ref().map(|written| exact(written.value))
    }

    /// The amounts without their places.
    pub(super) fn resolved(&self) -> Holdings {
        let amount = |written: &Option<At<Kronor>>| written.as_ref().map(|written| written.value);
        Holdings::default()
            .with(Holding::Equity, amount(&self.eget_kapital))
            .with(Holding::CarriedOver, amount(&self.overfort))
            .with(Holding::OtherIncome, amount(&self.ovriga_intakter))
            .with(Holding::Matching, amount(&self.matchning))
            .with(Holding::Posts, self.posts())
    }
}
