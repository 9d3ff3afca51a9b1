//! Which assumptions the figures of a scenario rest on.

use std::collections::HashSet;

use rust_decimal::Decimal;

use super::assumption::{Assumption, CappedPayer, Lag};
use super::divided::Divided;
use super::holdings::Shown;
use super::insatser;
use crate::input::baseline::{LoadedBaseline, LoadedPath, StatedRules, ValueSource, WrittenAssumption};
use crate::input::scenario::LoadedScenario;
use crate::model::baseline::{Basis, Rest};
use crate::model::grouping::{Grouping, Row, Seat};
use crate::model::holdings::Holding;
use crate::model::kansli::{KansliRule, SavedBy};
use crate::model::key::Key;
use crate::model::kommun::KommunId;
use crate::model::outcome::Outcome;
use crate::model::path::Growth;
use crate::model::rules::{Payer, Redistribution};

/// All assumptions of a scenario, the weightiest first.
#[must_use]
pub(super) fn collect(scenario: &LoadedScenario, outcome: &Outcome) -> Vec<Assumption> {
    let loaded = &*scenario.baseline;
    let baseline = loaded.model.baseline();
    let parameters = &baseline.parameters;
    let mut assumptions = Vec::new();
    for source in loaded.column_sources.iter().filter(|source| source.derived) {
        assumptions.extend(source.columns.iter().map(|column| Assumption::Derived {
            column: column.clone(),
            title: source.title.clone(),
            title_en: source.title_en.as_ref().unwrap_or(&source.title).clone(),
        }));
    }
    assumptions.extend(loaded.assumptions.iter().chain(&scenario.assumptions).map(Assumption::from));
    let [matt, befolkning] = *parameters.weights.written();
    assumptions.push(Assumption::Formula {
        base_grant: parameters.base_grant,
        matt,
        befolkning,
        defaults: loaded.defaults,
        national: baseline.is_national(),
    });
    if let Some(path) = &loaded.path {
        of_years(path, &mut assumptions);
        of_path(scenario, path, &mut assumptions);
    } else if let Some(country) = baseline.parameters.country {
        let forbund = u64::from(country.other_forbund) + baseline.forbund.len() as u64;
        assumptions.push(Assumption::NationalTotal { appropriation: country.appropriation, forbund });
    }
    of_parts(loaded, &mut assumptions);
    match &baseline.basis {
        Basis::Calibrated { .. } => {
            assumptions.push(Assumption::CalibratedBasis);
            if !loaded.changed_budgets.is_empty() {
                assumptions.push(Assumption::ChangedBudgets { budgets: loaded.changed_budgets.clone() });
            }
        }
        Basis::National { rest } => assumptions.push(match rest {
            Rest::AllOthers => {
                let all = baseline.kommuner.iter().map(|(id, _)| id);
                let others: Vec<KommunId> =
                    all.filter(|id| loaded.model.before().row_of(*id).is_none()).collect();
                Assumption::RestAllOthers { kommuner: baseline.kommuner.by_whole(&others).count() }
            }
            Rest::Listed(listed) if listed.len() == 1 => Assumption::RestOneListed,
            Rest::Listed(listed) => Assumption::RestListed { kommuner: listed.len() },
            Rest::Sums { .. } => Assumption::RestSums,
        }),
    }
    of_sources(&loaded.value_sources, &mut assumptions);
    let net_known = baseline.parameters.country.is_some();
    let national = baseline.is_national();
    assumptions.push(if net_known { Assumption::GrossAndNet { national } } else { Assumption::NetUnknown });
    let [state, region, kommuner] = *parameters.funding.written();
    assumptions.push(Assumption::Funding { state, region, kommuner });
    assumptions.push(Assumption::KommunKey { key: baseline.keys.kommuner.clone() });
    of_own_keys(scenario, outcome, &mut assumptions);
    let groupings = [loaded.model.before(), &scenario.after];
    if groupings.iter().any(|grouping| has_several_regions(grouping, scenario)) {
        assumptions.push(Assumption::RegionKey { key: baseline.keys.regions.clone() });
    }
    if loaded.regions_from_kommunkod {
        assumptions.push(Assumption::RegionsFromKommunkod);
    }
    of_changes(scenario, &mut assumptions);
    of_holdings(scenario, kommuner, &mut assumptions);
    if loaded.smallest_forbund.is_some() {
        assumptions.push(Assumption::SmallestForbundAtAverage { national: baseline.is_national() });
    }
    insatser::assumptions(scenario, &mut assumptions);
    match &scenario.rules {
        None => assumptions.extend([Assumption::FullMatching, Assumption::NoGuard]),
        Some(stated) => of_rules(scenario, stated, &mut assumptions),
    }
    assumptions.push(Assumption::Rounding);
    assumptions
}

/// Which kommuner are divided into parts.
fn of_parts(loaded: &LoadedBaseline, assumptions: &mut Vec<Assumption>) {
    let parts = Divided::of(&loaded.model);
    if let (false, Some(first)) = (parts.is_empty(), loaded.path.as_ref().and_then(|path| path.years.first()))
    {
        assumptions.push(Assumption::KommunPartsCarried { year: first.figures_year.unwrap_or(first.year) });
    }
    assumptions.extend(parts.into_iter().map(|of| Assumption::KommunParts {
        kommunkod: of.kommunkod.to_string(),
        rest: of.parts.iter().any(|(code, _)| *code == of.kommunkod.part(0)),
        kommun: of.kommun,
        parts: of.parts.into_iter().map(|(_, name)| name).collect(),
    }));
}

/// Whose kommuner divide their part by another key than that of the baseline, and where least contributions do not fit.
fn of_own_keys(scenario: &LoadedScenario, outcome: &Outcome, assumptions: &mut Vec<Assumption>) {
    let model = &scenario.baseline.model;
    let rows = model.before().forbund().chain(scenario.after.forbund());
    let mut own: Vec<(&str, &Key)> = Vec::new();
    for (name, key) in rows.filter_map(|row| Some((row.name.as_str(), row.key.as_deref()?))) {
        if !own.contains(&(name, key)) {
            own.push((name, key));
        }
    }
    assumptions.extend(
        own.into_iter()
            .map(|(forbund, key)| Assumption::OwnKey { forbund: forbund.to_owned(), key: key.clone() }),
    );
    let sides = [(model.before(), Some(&outcome.before)), (&scenario.after, Some(&outcome.gross))];
    let sides = sides.into_iter().chain([(&scenario.after, outcome.net.as_ref())]);
    let mut names: Vec<String> = Vec::new();
    for (row, money) in sides.filter_map(|(grouping, side)| Some(side?.of(grouping))).flatten() {
        let weights = model.weights_of(row).expect("the keys were used");
        if weights.pays_alike(money.kommuner, row.members.len()) && !names.contains(&row.name) {
            names.push(row.name.clone());
        }
    }
    if !names.is_empty() {
        assumptions.push(Assumption::MinimumExceeds { names });
    }
}

/// What is shown beside the money of the model.
fn of_holdings(scenario: &LoadedScenario, kommuner: Decimal, assumptions: &mut Vec<Assumption>) {
    let shown = Shown::of(scenario);
    if shown.has(Holding::Posts) {
        assumptions.push(Assumption::PostsFollow);
    }
    if shown.beside().next().is_none() {
        return;
    }
    assumptions.push(Assumption::HoldingsBeside);
    let names = shown.left_behind(&scenario.after);
    if !names.is_empty() {
        assumptions.push(Assumption::HoldingsLeft { names });
    }
    if shown.has(Holding::Equity) {
        assumptions.push(Assumption::EquityIllustration { kommuner });
    }
}

/// Which rules are in force.
fn of_rules(scenario: &LoadedScenario, stated: &StatedRules, assumptions: &mut Vec<Assumption>) {
    let rules = &stated.rules;
    assumptions.push(match &rules.guard {
        None => Assumption::NoGuardRule,
        Some(guard) => Assumption::Guard {
            most_decrease: guard.most_decrease,
            years: guard.years.clone().unwrap_or_default(),
            base_grant: guard.base_grant,
            except: guard.except_equity_above,
        },
    });
    let steps = rules.equity.iter();
    assumptions.extend(steps.map(|step| Assumption::EquityStep { above: step.above, reduce: step.reduce }));
    if rules.equity.is_empty() {
        assumptions.push(Assumption::NoEquityRule);
    }
    let groupings = [scenario.baseline.model.before(), &scenario.after];
    let named = |is_meant: fn(&Row) -> bool| {
        let mut names: Vec<String> = Vec::new();
        for row in groupings.iter().flat_map(|grouping| grouping.forbund()).filter(|row| is_meant(row)) {
            if !names.contains(&row.name) {
                names.push(row.name.clone());
            }
        }
        names
    };
    let unknown = named(|row| row.holdings.of(Holding::Equity).is_none());
    let excepts = rules.guard.as_ref().is_some_and(|guard| guard.except_equity_above.is_some());
    if !unknown.is_empty() && (excepts || !rules.equity.is_empty()) {
        assumptions.push(Assumption::EquityUnknown { names: unknown });
    }
    let matched = named(|row| row.holdings.of(Holding::Matching).is_some());
    if !matched.is_empty() {
        assumptions.push(Assumption::MatchingCapped { names: matched });
    } else if rules.caps.is_empty() {
        assumptions.push(Assumption::FullMatching);
    }
    let kommuner = &scenario.baseline.model.baseline().kommuner;
    for (cap, from) in rules.caps.iter().zip(&stated.cap_sources) {
        let who = match &cap.payer {
            Payer::Region(region) => CappedPayer::Party(kommuner.region(*region).to_owned()),
            Payer::Kommun(kommun) => CappedPayer::Party(kommuner.get(*kommun).name.clone()),
            Payer::Forbund(name) => CappedPayer::Forbund(name.clone()),
            Payer::All => CappedPayer::All,
        };
        assumptions.push(Assumption::Cap { who, most: cap.ceiling, from: from.clone() });
    }
    assumptions.push(match rules.redistribution {
        Redistribution::Alla => Assumption::RulesSharedByAll,
        Redistribution::Staten => Assumption::RulesBorneByState,
    });
}

/// What holds in which years.
fn of_years(path: &LoadedPath, assumptions: &mut Vec<Assumption>) {
    let (mut total, mut parameters) = (None, None);
    for of_year in &path.years {
        let (year, baseline) = (of_year.year, of_year.model.baseline());
        let of_year = &baseline.parameters;
        let country = of_year.country.map(|country| {
            let forbund = u64::from(country.other_forbund) + baseline.forbund.len() as u64;
            (country.appropriation, forbund)
        });
        if let (Some((appropriation, forbund)), true) = (country, country != total) {
            assumptions.push(Assumption::NationalTotalFrom { year, appropriation, forbund });
        }
        let [matt, befolkning] = *of_year.weights.written();
        let base_grant = of_year.base_grant;
        let known = Some((base_grant, matt, befolkning));
        if parameters.is_some() && parameters != known {
            assumptions.push(Assumption::ParametersFrom { year, base_grant, matt, befolkning });
        }
        (total, parameters) = (country, known);
    }
}

/// How the years of a path are computed.
fn of_path(scenario: &LoadedScenario, loaded: &LoadedPath, assumptions: &mut Vec<Assumption>) {
    let path = &loaded.path;
    assumptions.push(if loaded.years.iter().all(|year| year.figures_year.is_none()) {
        Assumption::PathOneTable
    } else {
        Assumption::PathYears { from: path.from, to: path.to, lag: Lag(path.figures_lag) }
    });
    assumptions.extend(
        loaded.carried.iter().map(|carried| Assumption::FiguresCarried {
            column: carried.column.to_owned(),
            last: carried.last,
        }),
    );
    if !loaded.behind.is_empty() {
        assumptions.push(Assumption::FiguresBehind { kommuner: loaded.behind.clone() });
    }
    if path.kansli_index != Growth::NONE {
        let (from, rate) = (path.from, path.kansli_index.rate());
        assumptions.push(Assumption::KansliIndexed { from, rate });
    }
    let years = scenario.path.iter().flat_map(|path| &path.years);
    let mixed: Vec<i64> = years.filter(|year| year.spans.len() > 1).map(|year| year.year).collect();
    if !mixed.is_empty() {
        assumptions.push(Assumption::PartOfYear { years: mixed });
    }
    if matches!(scenario.baseline.model.baseline().basis, Basis::Calibrated { .. }) {
        assumptions.push(Assumption::PartsOfBudgets);
    }
    if let Some(rate) = path.discount_rate {
        assumptions.push(Assumption::Discounted { from: path.from, rate: rate.rate() });
    }
}

/// Where single values come from.
fn of_sources(sources: &[ValueSource], assumptions: &mut Vec<Assumption>) {
    assumptions.extend(sources.iter().map(|source| {
        let of = source.forbund.iter().cloned().chain(source.year.map(|year| year.to_string()));
        let of: Vec<String> = std::iter::once(source.key.to_owned()).chain(of).collect();
        Assumption::ValueSource { what: of.join(", "), source: source.source.clone() }
    }));
}

fn of_changes(scenario: &LoadedScenario, assumptions: &mut Vec<Assumption>) {
    let after = &scenario.after;
    let model = &scenario.baseline.model;
    let outside = after.rows().iter().filter(|row| row.outside);
    let outside: Vec<String> = outside.map(|row| row.name.clone()).collect();
    if !outside.is_empty() {
        assumptions.push(Assumption::Outside { names: outside });
    }
    if !after.joined().is_empty() {
        let names = |held: bool| {
            let joined = after.joined().iter().filter(|&&kommun| model.country_holds(kommun) == held);
            joined.map(|&kommun| model.baseline().kommuner.get(kommun).name.clone()).collect()
        };
        assumptions.push(Assumption::Joined { held: names(true), entering: names(false) });
    }
    if !after.left().is_empty() {
        let names = after.left().iter().map(|&kommun| model.baseline().kommuner.get(kommun).name.clone());
        let (names, baseline) = (names.collect(), model.baseline());
        assumptions.push(match baseline.parameters.country {
            Some(_) => Assumption::Left { names, national: baseline.is_national() },
            None => Assumption::LeftGrossOnly { names },
        });
    }
    if let (more @ (..=-1 | 1..), Some(country)) = (after.elsewhere(), model.baseline().parameters.country) {
        let before = u64::from(country.other_forbund);
        assumptions.push(Assumption::Elsewhere {
            more: more.unsigned_abs(),
            is_more: more > 0,
            before,
            after: before.checked_add_signed(more).expect("checked when the change was done"),
        });
    }
    let rules = scenario.path.as_ref().map_or_else(|| after.rules(), |path| path.rules.clone());
    // Today's figures rest on what is shared today, whatever a change makes of it.
    let today = model.before().rules();
    let mut said: Vec<Assumption> = today.iter().cloned().map(Assumption::from).collect();
    for (rule, assumption) in today.iter().zip(&mut said) {
        if let Assumption::KansliSharedToday { lasts, .. } = assumption {
            *lasts = rules.contains(rule);
        }
    }
    said.extend(rules.into_iter().filter(|rule| !today.contains(rule)).map(|rule| match rule {
        // Changes have left some of it.
        KansliRule::Shared { forbund, items, cost, split_by, is_today: true } => {
            Assumption::KansliSharedStill { several: forbund.len() > 1, forbund, items, cost, split_by }
        }
        rule => rule.into(),
    }));
    for rule in said {
        // What holds of several is said once.
        let known =
            assumptions.iter_mut().find_map(|known| match (known, &rule) {
                (
                    Assumption::KansliMerged { forbund, several },
                    Assumption::KansliMerged { forbund: more, .. },
                )
                | (
                    Assumption::KansliSplit { forbund, several },
                    Assumption::KansliSplit { forbund: more, .. },
                ) => Some((forbund, several, more.clone())),
                _ => None,
            });
        match known {
            Some((forbund, several, more)) => {
                forbund.extend(more);
                *several = true;
            }
            None => assumptions.push(rule),
        }
    }
    assumptions.extend(after.forbund().filter_map(|row| {
        let Seat::Lapsed(seat) = row.seat else { return None };
        let kommun = model.baseline().kommuner.get(seat).name.clone();
        Some(Assumption::SeatLapsed { forbund: row.name.clone(), kommun })
    }));
    let spans = scenario.path.iter().flat_map(|path| &path.years).flat_map(|year| &year.spans);
    let over_years = spans.flat_map(|span| span.after.rows());
    let rows = model.before().rows().iter().chain(over_years).chain(after.rows());
    let unknown = rows.filter(|row| row.kansli.known().is_none()).map(|row| row.name.clone());
    let mut named = HashSet::new();
    let unknown: Vec<String> = unknown.filter(|name| named.insert(name.clone())).collect();
    if !unknown.is_empty() {
        assumptions.push(Assumption::KansliUnknown { names: unknown });
    }
}

fn has_several_regions(grouping: &Grouping, scenario: &LoadedScenario) -> bool {
    let kommuner = &scenario.baseline.model.baseline().kommuner;
    let region = |row: &Row, member: usize| kommuner.get(row.members[member]).region;
    grouping
        .rows()
        .iter()
        .any(|row| (1..row.members.len()).any(|member| region(row, member) != region(row, 0)))
}

impl From<KansliRule> for Assumption {
    fn from(rule: KansliRule) -> Self {
        match rule {
            KansliRule::MergedSum { forbund } => {
                Self::KansliMerged { forbund: vec![forbund], several: false }
            }
            KansliRule::SplitByInhabitants { forbund } => {
                Self::KansliSplit { forbund: vec![forbund], several: false }
            }
            KansliRule::PassedOn { from, to, stated } => Self::KansliPassedOn { from, to, stated },
            KansliRule::Ended { from } => Self::KansliEnded { from },
            KansliRule::Saved { forbund, by: SavedBy::Merge, saved } => Self::MergeSaves { forbund, saved },
            KansliRule::Saved { forbund, by: SavedBy::Moving, saved } => Self::MoveSaves { forbund, saved },
            KansliRule::Saved { forbund, by: SavedBy::SharedKansli, saved } => {
                Self::SharingSaves { forbund, saved }
            }
            KansliRule::Shared { forbund, items, cost, split_by, is_today } => {
                let several = forbund.len() > 1;
                match (is_today, items.is_empty()) {
                    (true, _) => Self::KansliSharedToday { forbund, items, cost, split_by, lasts: true },
                    (false, true) => Self::KansliShared { several, forbund, cost, split_by },
                    (false, false) => Self::KansliItemsShared { several, forbund, items, cost, split_by },
                }
            }
        }
    }
}

impl From<&WrittenAssumption> for Assumption {
    fn from(written: &WrittenAssumption) -> Self {
        let WrittenAssumption { id, text, text_en } = written.clone();
        Self::Written { id, text_en: text_en.unwrap_or_else(|| text.clone()), text }
    }
}
