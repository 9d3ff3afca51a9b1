//! `[[cap]]` as written, and what it caps.

use std::sync::Arc;

use rust_decimal::Decimal;
use schemars::JsonSchema;

use super::decimal_range::in_range;
use super::document::{At, Section};
use super::kommun_names::{find_kommun, unfound_kommun};
use super::names::Names;
use super::row_names::{find_region, region_names, unfound_forbund, unfound_region};
use crate::diagnostic::{Diagnostic, Diagnostics, Label, Problem, RulesProblem, Source};
use crate::model::kommun::{KommunId, Kommuner};
use crate::model::kronor::Kronor;
use crate::model::rules::{Cap, Ceiling, Payer};

/// `[[cap]]`: what somebody pays at most a year, over all its förbund. Without region, kommun and forbund it is what all
/// parties of all förbund pay together.
#[derive(Clone, Debug, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct CapSection {
    /// The region that pays, as it is called in the kommun table.
    #[schemars(extend("sv" = "Regionen som betalar, som den heter i kommuntabellen."))]
    pub region: Option<At<String>>,
    /// The kommun that pays, by name or kommunkod.
    #[schemars(extend("sv" = "Kommunen som betalar, med namn eller kommunkod."))]
    pub kommun: Option<At<String>>,
    /// The förbund whose parties pay, the state too: the cap is on its income.
    #[schemars(extend("sv" = "Förbundet vars parter betalar, staten också: taket gäller dess intäkter."))]
    pub forbund: Option<At<String>>,
    /// The most that is paid, kr a year.
    #[schemars(extend("sv" = "Vad som högst betalas, kr per år."))]
    pub most: Option<At<Kronor>>,
    /// In the place of most: the most that is paid, in parts of the sum in of; 0.05 is 5 percent.
    #[schemars(extend("sv" = "I stället för most: vad som högst betalas, som andel av summan i of; 0.05 är 5 procent."))]
    #[schemars(range(min = 0, max = 1))]
    pub share: Option<At<Decimal>>,
    /// The sum that share is a part of, kr a year.
    #[schemars(extend("sv" = "Summan som share är en andel av, kr per år."))]
    pub of: Option<At<Kronor>>,
    /// Where the cap comes from.
    #[schemars(extend("sv" = "Var taket kommer från."))]
    pub source: Option<At<String>>,
    /// The place of the table.
    #[schemars(skip)]
    pub span: std::ops::Range<usize>,
}

/// The caps of a file.
#[derive(Clone, Debug)]
pub struct StatedCaps {
    /// Each of them, with its source.
    pub caps: Vec<(Cap, Option<String>)>,
    /// Where the first stands; `None` where there is none.
    pub place: Option<Label>,
}

/// What payers are called.
pub(super) struct PayerNames<'names> {
    pub(super) kommuner: &'names Kommuner,
    pub(super) kommun_names: &'names Names<KommunId>,
    /// The förbund that there are at any time.
    pub(super) forbund: Vec<String>,
}

impl CapSection {
    /// Reads the tables of a baseline or a scenario.
    #[must_use]
    pub fn read_all(root: &Section<'_>) -> Option<Vec<Self>> {
        root.tables("cap", |section| {
            let read = Self {
                region: section.text("region"),
                kommun: section.text("kommun"),
                forbund: section.text("forbund"),
                most: section.amount("most"),
                share: section.decimal("share"),
                of: section.amount("of"),
                source: section.long_text("source"),
                span: section.span(),
            };
            for (key, other) in [("share", "of"), ("of", "share")] {
                if section.has(key) {
                    section.require(other);
                }
            }
            match (section.has("most"), section.has("share") || section.has("of")) {
                (true, true) => section.report(RulesProblem::CapWithTwoCeilings, section.span()),
                (false, false) => section.report(RulesProblem::CapWithoutCeiling, section.span()),
                _ => {}
            }
            let payers = ["region", "kommun", "forbund"].into_iter().filter(|key| section.has(key));
            let payers: Vec<String> = payers.map(str::to_owned).collect();
            if payers.len() > 1 {
                section.report(RulesProblem::CapPayers { payers }, section.span());
            }
            read
        })
    }

    /// The cap that is meant; `None` where something is wrong, which then was or is reported.
    fn resolve(
        &self,
        names: &PayerNames<'_>,
        text: &Arc<Source>,
        diagnostics: &mut Diagnostics,
    ) -> Option<(Cap, Option<String>)> {
        let payer = self.payer(names, text, diagnostics);
        let share =
            self.share.as_ref().map(|at| in_range("share", at, Some(Decimal::ONE), text, diagnostics));
        let ceiling = match (&self.most, share, &self.of) {
            (Some(most), None, None) => Ceiling::Most(most.value),
            (None, Some(share), Some(of)) => Ceiling::Share { share: share?, of: of.value },
            _ => return None,
        };
        let source = self.source.as_ref().map(|source| source.value.clone());
        Some((Cap { payer: payer?, ceiling }, source))
    }

    fn payer(
        &self,
        names: &PayerNames<'_>,
        text: &Arc<Source>,
        diagnostics: &mut Diagnostics,
    ) -> Option<Payer> {
        let mut report = |problem: Problem, at: &At<String>| {
            diagnostics.push(Diagnostic::at(problem, text, at.span.clone()));
        };
        match (&self.region, &self.kommun, &self.forbund) {
            (None, None, None) => Some(Payer::All),
            (Some(at), None, None) => {
                let regions = region_names(names.kommuner);
                let found = find_region(&at.value, &regions);
                match &found {
                    Ok((_, None)) => {}
                    Ok((_, Some(warning))) => report(warning.clone().into(), at),
                    Err(_) => report(unfound_region(&at.value, &regions).into(), at),
                }
                found.ok().map(|(region, _)| Payer::Region(region))
            }
            (None, Some(at), None) => {
                let found = find_kommun(&at.value, names.kommuner, names.kommun_names);
                if found.is_err() {
                    report(unfound_kommun(&at.value, names.kommuner, names.kommun_names).into(), at);
                }
                found.ok().map(Payer::Kommun)
            }
            (None, None, Some(at)) => {
                let known = names.forbund.iter().enumerate().map(|(place, name)| (name.as_str(), place));
                let known = Names::new(known);
                let found = known.find(&at.value);
                if found.is_err() {
                    report(unfound_forbund(&at.value, &known).into(), at);
                }
                found.ok().map(|place| Payer::Forbund(names.forbund[place].clone()))
            }
            _ => None,
        }
    }
}

impl StatedCaps {
    /// The caps that are meant; `None` where something is wrong, which then was or is reported.
    pub(super) fn resolve(
        sections: &[CapSection],
        names: &PayerNames<'_>,
        text: &Arc<Source>,
        diagnostics: &mut Diagnostics,
    ) -> Option<Self> {
        let caps: Vec<_> = sections.iter().map(|section| section.resolve(names, text, diagnostics)).collect();
        let first = sections.first();
        let place = first.map(|section| Label { source: text.clone(), span: section.span.clone() });
        Some(Self { caps: caps.into_iter().collect::<Option<_>>()?, place })
    }
}
