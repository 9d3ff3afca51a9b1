//! `[rules]` as written, and the rules that it means.

use std::sync::Arc;

use rust_decimal::Decimal;
use schemars::{JsonSchema, Schema, SchemaGenerator};

use super::caps_section::StatedCaps;
use super::decimal_range::in_range;
use super::document::{At, Section};
use super::shape::{Shape, words};
use super::years::YEARS;
use crate::diagnostic::{Diagnostics, Label, Source};
use crate::model::rules::{EquityStep, Guard, PastBaseGrant, Redistribution, Rules};

const REDISTRIBUTIONS: [(&str, Redistribution); 2] =
    [("alla", Redistribution::Alla), ("staten", Redistribution::Staten)];

const BASE_GRANTS: [(&str, PastBaseGrant); 2] =
    [("lapses", PastBaseGrant::Lapses), ("follows", PastBaseGrant::Follows)];

impl Shape for Redistribution {
    fn shape(_: &mut SchemaGenerator) -> Schema {
        words(&REDISTRIBUTIONS)
    }
}

impl Shape for PastBaseGrant {
    fn shape(_: &mut SchemaGenerator) -> Schema {
        words(&BASE_GRANTS)
    }
}

/// `[rules]`: the rules that bound the state's money. None has figures of its own.
#[derive(Clone, Debug, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct RulesSection {
    /// Who bears what floors cost and gets what caps free: alla (all förbund of the country that no rule binds, the
    /// default) or staten (the state).
    #[schemars(extend("sv" = "Vem som bär det som golv kostar och får det som tak frigör: alla (alla förbund i landet \
                              som ingen regel binder, om inget anges) eller staten."))]
    pub redistribution: Option<At<Redistribution>>,
    /// The guard: at most this decrease from the year before.
    #[schemars(extend("sv" = "Spärren: högst så stor minskning från året före."))]
    pub guard: Option<GuardSection>,
    /// The staircase of equity, a step for each `[[rules.equity]]`.
    #[schemars(extend("sv" = "Trappan för eget kapital, ett steg för varje [[rules.equity]]."))]
    #[schemars(default)]
    pub equity: Vec<EquitySection>,
    /// The place of the table.
    #[schemars(skip)]
    pub span: std::ops::Range<usize>,
}

/// `[rules.guard]`.
#[derive(Clone, Debug, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct GuardSection {
    /// The most that state money may fall from the year before, as a share: 0.10 is 10 percent.
    #[schemars(extend("sv" = "Hur mycket statens medel högst får minska från året före, som andel: 0.10 är 10 \
                              procent."))]
    #[schemars(required, range(min = 0, max = 1))]
    pub most_decrease: Option<At<Decimal>>,
    /// The years in which it is in force. Every year but the first if not given.
    #[schemars(extend("sv" = "Åren då den gäller. Alla år utom det första om inget anges."))]
    pub years: Option<Vec<At<i64>>>,
    /// How base grants of the year before count: lapses (one for each förbund, the default) or follows (each goes with
    /// its kommuner, by inhabitants 16–64).
    #[schemars(extend("sv" = "Hur förra årets grundtilldelningar räknas: lapses (en för varje förbund, om inget anges) \
                              eller follows (var och en följer sina kommuner, efter invånare 16–64 år)."))]
    pub base_grant: Option<At<PastBaseGrant>>,
    /// No guard for a förbund whose equity is above so many parts of its income of the year before.
    #[schemars(extend("sv" = "Ingen spärr för ett förbund vars eget kapital är mer än så stor del av förra årets \
                              intäkter."))]
    #[schemars(range(min = 0))]
    pub except_equity_above: Option<At<Decimal>>,
}

/// `[[rules.equity]]`.
#[derive(Clone, Debug, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct EquitySection {
    /// Where the equity is above so many parts of the income of the year before,
    #[schemars(extend("sv" = "Där det egna kapitalet är mer än så stor del av förra årets intäkter,"))]
    #[schemars(required, range(min = 0))]
    pub above: Option<At<Decimal>>,
    /// the state's money is reduced by so many parts.
    #[schemars(extend("sv" = "minskas statens medel med så stor del."))]
    #[schemars(required, range(min = 0, max = 1))]
    pub reduce: Option<At<Decimal>>,
}

/// Rules with their place.
#[derive(Clone, Debug)]
pub struct StatedRules {
    /// The rules.
    pub rules: Rules,
    /// Where they stand.
    pub place: Label,
    /// The years of the guard with their places.
    pub years: Vec<At<i64>>,
    /// Where each cap comes from.
    pub cap_sources: Vec<Option<String>>,
}

impl RulesSection {
    /// Reads `[rules]`, in a baseline or a scenario.
    #[must_use]
    pub fn read(root: &Section<'_>) -> Option<Self> {
        let section = root.table("rules")?;
        let read = Self {
            redistribution: section.choice("redistribution", &REDISTRIBUTIONS),
            guard: section.table("guard").map(|guard| {
                guard.require("most_decrease");
                let read = GuardSection {
                    most_decrease: guard.decimal("most_decrease"),
                    years: guard.wholes("years", YEARS.0, YEARS.1),
                    base_grant: guard.choice("base_grant", &BASE_GRANTS),
                    except_equity_above: guard.decimal("except_equity_above"),
                };
                guard.finish();
                read
            }),
            equity: section.tables("equity", read_equity).unwrap_or_default(),
            span: section.span(),
        };
        section.finish();
        Some(read)
    }

    /// The rules that are meant; `None` where something is wrong, which then was or is reported.
    #[must_use]
    pub fn resolve(&self, text: &Arc<Source>, diagnostics: &mut Diagnostics) -> Option<StatedRules> {
        let mut number = |key: &str, written: &At<Decimal>, most: Option<Decimal>| {
            in_range(key, written, most, text, diagnostics)
        };
        let one = Some(Decimal::ONE);
        let guard = match &self.guard {
            None => Some(None),
            Some(section) => {
                let most_decrease =
                    section.most_decrease.as_ref().and_then(|at| number("most_decrease", at, one));
                let excepted = match &section.except_equity_above {
                    None => Some(None),
                    Some(at) => number("except_equity_above", at, None).map(Some),
                };
                let years = section.years.as_ref();
                most_decrease.zip(excepted).map(|(most_decrease, except_equity_above)| {
                    Some(Guard {
                        most_decrease,
                        years: years.map(|years| years.iter().map(|year| year.value).collect()),
                        base_grant: section.base_grant.as_ref().map_or(PastBaseGrant::Lapses, |at| at.value),
                        except_equity_above,
                    })
                })
            }
        };
        let equity: Vec<Option<EquityStep>> = self
            .equity
            .iter()
            .map(|step| {
                let above = step.above.as_ref().and_then(|at| number("above", at, None));
                let reduce = step.reduce.as_ref().and_then(|at| number("reduce", at, one));
                above.zip(reduce).map(|(above, reduce)| EquityStep { above, reduce })
            })
            .collect();
        let rules = Rules {
            redistribution: self.redistribution.as_ref().map_or(Redistribution::Alla, |at| at.value),
            guard: guard?,
            equity: equity.into_iter().collect::<Option<_>>()?,
            caps: Vec::new(),
        };
        let years = self.guard.as_ref().and_then(|guard| guard.years.clone()).unwrap_or_default();
        let place = Label { source: text.clone(), span: self.span.clone() };
        Some(StatedRules { rules, place, years, cap_sources: Vec::new() })
    }
}

impl StatedRules {
    /// Rules with caps, which are in force without other rules too.
    #[must_use]
    pub(super) fn with_caps(rules: Option<Self>, caps: Option<StatedCaps>) -> Option<Self> {
        let Some(StatedCaps { caps, place: Some(place) }) = caps else { return rules };
        let none =
            Rules { redistribution: Redistribution::Alla, guard: None, equity: Vec::new(), caps: Vec::new() };
        let mut stated =
            rules.unwrap_or(Self { rules: none, place, years: Vec::new(), cap_sources: Vec::new() });
        (stated.rules.caps, stated.cap_sources) = caps.into_iter().unzip();
        Some(stated)
    }
}

fn read_equity(section: &Section<'_>) -> EquitySection {
    section.require("above");
    section.require("reduce");
    EquitySection { above: section.decimal("above"), reduce: section.decimal("reduce") }
}
