//! From a loaded scenario to its result.

use std::collections::{BTreeMap, HashMap};
use std::hash::Hash;

use super::assumptions;
use super::break_even::BreakEven;
use super::criteria;
use super::illustrative_kansli::IllustrativeKansli;
use super::ratio::{kr_per_inhabitant, percent};
use super::result::{
    BaselineHead, BasisName, Contribution, Figures, ForbundResult, GrossAndNet, Head, KommunResult,
    RegionAmount, RegionResult, SCHEMA_VERSION, ScenarioHead, ScenarioResult, SideResult, StateResult, Total,
};
use crate::input::baseline::LoadedBaseline;
use crate::input::scenario::LoadedScenario;
use crate::model::allocation::Model;
use crate::model::error::ModelError;
use crate::model::grouping::{Grouping, Row};
use crate::model::kommun::{Kommunkod, RegionId};
use crate::model::kronor::Kronor;
use crate::model::outcome::{Outcome, RowMoney, Side};
use crate::model::recorder::Silent;

/// Computes a scenario.
///
/// # Errors
/// If the grouping as a whole cannot be computed: base grants above the appropriation, a key that lacks a number,
/// figures too large to be exact.
pub fn simulate(scenario: &LoadedScenario) -> Result<ScenarioResult, ModelError> {
    let model = &scenario.baseline.model;
    let outcome = model.outcome(&scenario.after, &mut Silent)?;
    Ok(ScenarioResult {
        head: head(scenario),
        assumptions: assumptions::collect(scenario),
        illustrative_kansli: IllustrativeKansli::of(scenario),
        inhabitants: inhabitants(model),
        figures: figures(scenario, &outcome),
    })
}

fn inhabitants(model: &Model) -> BTreeMap<Kommunkod, u64> {
    let baseline = model.baseline();
    let of_each = baseline.kommuner.iter();
    of_each.map(|(id, kommun)| (kommun.kommunkod, baseline.figures.inhabitants(&[id]))).collect()
}

fn head(scenario: &LoadedScenario) -> Head {
    let baseline = &scenario.baseline;
    Head {
        schema_version: SCHEMA_VERSION,
        scenario: ScenarioHead {
            name: scenario.name.clone(),
            description: scenario.description.clone(),
            source: scenario.source.clone(),
            file: scenario.file.clone(),
        },
        baseline: baseline_head(baseline),
        basis: if baseline.model.baseline().is_national() {
            BasisName::National
        } else {
            BasisName::Calibrated
        },
    }
}

/// What a baseline is called and rests on.
#[must_use]
pub fn baseline_head(baseline: &LoadedBaseline) -> BaselineHead {
    BaselineHead {
        name: baseline.model.baseline().name.clone(),
        file: baseline.file.clone(),
        year: baseline.year,
        source: baseline.source.clone(),
        table: baseline.table_file.clone(),
        sources: baseline.column_sources.clone(),
    }
}

fn figures(scenario: &LoadedScenario, outcome: &Outcome) -> Figures {
    let (model, after) = (&scenario.baseline.model, &scenario.after);
    let before_side = side(model, model.before(), &outcome.before);
    let after_sides = GrossAndNet {
        gross: side(model, after, &outcome.gross),
        net: outcome.net.as_ref().map(|net| side(model, after, net)),
    };
    let delta = after_sides.as_ref().map(|side| side.total.less(&before_side.total));
    Figures {
        break_even: BreakEven::of(&delta, scenario.engangskostnad),
        criteria: criteria::criteria(&scenario.baseline, after, outcome),
        kommuner: kommuner(model, after, outcome),
        regions: regions(model, outcome),
        before: before_side,
        after: after_sides,
        delta,
    }
}

fn side(model: &Model, grouping: &Grouping, money: &Side) -> SideResult {
    let forbund: Vec<_> = money.of(grouping).map(|(row, money)| forbund(model, row, money)).collect();
    SideResult { total: Total::of(&forbund), forbund }
}

fn forbund(model: &Model, row: &Row, money: &RowMoney) -> ForbundResult {
    let baseline = model.baseline();
    let befolkning_16_64 = baseline.figures.inhabitants(&row.members);
    let forsorjningsmatt = row.members.iter().map(|&member| baseline.figures.of(member).forsorjningsmatt);
    let regions = money.regions.iter().map(|&(region, amount)| RegionAmount {
        region: baseline.kommuner.region(region).to_owned(),
        amount,
    });
    let insatser = money.kansli.map(|kansli| money.total - kansli);
    ForbundResult {
        name: row.name.clone(),
        outside: row.outside,
        members: row.members.iter().map(|&member| baseline.kommuner.get(member).kommunkod).collect(),
        befolkning_16_64,
        forsorjningsmatt: forsorjningsmatt.sum(),
        state: StateResult {
            base: money.state.base,
            forsorjningsmatt: money.state.forsorjningsmatt,
            befolkning: money.state.befolkning,
            total: money.state.total,
        },
        region: money.region,
        regions: regions.collect(),
        kommuner: money.kommuner,
        total: money.total,
        kansli: money.kansli,
        insatser,
        kr_per_inhabitant: kr_per_inhabitant(money.total, befolkning_16_64)
            .expect("a row without inhabitants is refused when it comes about"),
        insatser_per_inhabitant: insatser.and_then(|insatser| kr_per_inhabitant(insatser, befolkning_16_64)),
        kansli_share: money.kansli.and_then(|kansli| percent(kansli, money.total)),
    }
}

fn kommuner(model: &Model, after: &Grouping, outcome: &Outcome) -> Vec<KommunResult> {
    let contribution = contributions(outcome, |row| &row.contributions);
    let listed = model.baseline().kommuner.iter().filter_map(|(id, kommun)| {
        let (before, after) = (model.before().row_of(id), after.row_of(id));
        before.or(after)?;
        let contribution = contribution(id);
        let inhabitants = model.baseline().figures.inhabitants(&[id]);
        Some(KommunResult {
            kommunkod: kommun.kommunkod,
            kommun: kommun.name.clone(),
            forbund_before: before.map(|row| row.name.clone()),
            forbund_after: after.map(|row| row.name.clone()),
            per_inhabitant: contribution.per_inhabitant(inhabitants),
            contribution,
        })
    });
    listed.collect()
}

fn regions(model: &Model, outcome: &Outcome) -> Vec<RegionResult> {
    let contribution = contributions(outcome, |row| &row.regions);
    let names = model.baseline().kommuner.regions().iter().enumerate();
    let listed = names.filter_map(|(position, region)| {
        let contribution = contribution(RegionId::new(position));
        contribution.before.or(contribution.after.gross)?;
        Some(RegionResult { region: region.clone(), contribution })
    });
    let mut listed: Vec<RegionResult> = listed.collect();
    listed.sort_by(|one, other| one.region.cmp(&other.region));
    listed
}

/// What each of those who pay contributes to all rows together.
fn contributions<Payer: Copy + Eq + Hash>(
    outcome: &Outcome,
    of_row: fn(&RowMoney) -> &[(Payer, Kronor)],
) -> impl Fn(Payer) -> Contribution {
    let sums = |side: &Side| {
        let mut sums: HashMap<Payer, Kronor> = HashMap::new();
        for &(payer, amount) in side.money().flat_map(of_row) {
            let sum = sums.entry(payer).or_default();
            *sum = *sum + amount;
        }
        sums
    };
    let (before, gross, net) = (sums(&outcome.before), sums(&outcome.gross), outcome.net.as_ref().map(sums));
    move |payer| {
        let pays = |sums: &HashMap<Payer, Kronor>| sums.get(&payer).copied();
        Contribution::new(pays(&before), pays(&gross), net.as_ref().map(pays))
    }
}
