//! `[[kommun_part]]` as written.

use rust_decimal::Decimal;
use schemars::JsonSchema;

use super::document::{At, Section};
use crate::model::figures::{Figures, KommunFigures};

/// A part of a kommun that is a member of its own, such as a stadsdel.
#[derive(Clone, Debug, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct KommunPartSection {
    /// The kommun that it is a part of, by name or kommunkod.
    #[schemars(extend("sv" = "Kommunen som den är en del av, med namn eller kommunkod."))]
    #[schemars(required)]
    pub kommun: Option<At<String>>,
    /// The name of the part, without that of the kommun.
    #[schemars(extend("sv" = "Delens namn, utan kommunens."))]
    #[schemars(required)]
    pub name: Option<At<String>>,
    /// Inhabitants aged 16–64 of the part.
    #[schemars(extend("sv" = "Invånare 16–64 år i delen."))]
    #[schemars(required, range(min = 0, max = Figures::MOST_INHABITANTS))]
    pub befolkning_16_64: Option<At<i64>>,
    /// The försörjningsmått of the part, full-year equivalents.
    #[schemars(extend("sv" = "Delens försörjningsmått, helårsekvivalenter."))]
    #[schemars(required)]
    pub forsorjningsmatt: Option<At<Decimal>>,
    /// All inhabitants of the part.
    #[schemars(extend("sv" = "Alla invånare i delen."))]
    #[schemars(range(min = 0, max = Figures::MOST_INHABITANTS))]
    pub folkmangd: Option<At<i64>>,
}

impl KommunPartSection {
    pub(super) fn read(section: &Section<'_>) -> Self {
        section.require("befolkning_16_64");
        section.require("forsorjningsmatt");
        let most = i64::try_from(Figures::MOST_INHABITANTS).expect("ten digits");
        Self {
            kommun: section.required_text("kommun"),
            name: section.required_text("name"),
            befolkning_16_64: section.whole("befolkning_16_64", 0, most),
            forsorjningsmatt: section.decimal("forsorjningsmatt"),
            folkmangd: section.whole("folkmangd", 0, most),
        }
    }

    /// Its figures, where none is missing or unusable.
    pub(super) fn figures(&self) -> Option<KommunFigures> {
        let whole = |at: &At<i64>| u64::try_from(at.value).expect("read with 0 as its lowest value");
        Some(KommunFigures {
            befolkning_16_64: whole(self.befolkning_16_64.as_ref()?),
            forsorjningsmatt: self.forsorjningsmatt.as_ref()?.value,
            folkmangd: self.folkmangd.as_ref().map(whole),
        })
    }
}
