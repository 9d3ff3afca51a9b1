//! From a loaded scenario to its result.

use std::collections::{BTreeMap, HashMap};
use std::hash::Hash;
use std::sync::Arc;

use rust_decimal::Decimal;

use super::assumptions;
use super::bound::{BoundResult, BoundRule, BoundSide};
use super::break_even::BreakEven;
use super::criteria;
use super::divided::Divided;
use super::holdings::{EquityShare, HoldingsResult, Shown};
use super::illustrative_kansli::IllustrativeKansli;
use super::insatser::{CostOfRows, Costs, InsatserOfForbund, InsatserResult};
use super::path::{PathResult, YearParties, YearResult};
use super::ratio::{kr_per_inhabitant, percent};
use super::reference::ReferenceResult;
use super::result::{
    BaselineHead, BasisName, Contribution, Figures, ForbundResult, GrossAndNet, Head, KommunResult,
    RegionAmount, RegionResult, SCHEMA_VERSION, ScenarioHead, ScenarioResult, SideResult, StateResult, Total,
};
use super::rulebook::rulebook;
use super::smallest_forbund::SmallestForbundResult;
use super::stated::Stated;
use crate::input::baseline::LoadedBaseline;
use crate::input::scenario::LoadedScenario;
use crate::model::allocation::{CountryAfter, Model};
use crate::model::bounded::{Rulebook, SidesBefore};
use crate::model::error::ModelError;
use crate::model::grouping::{Grouping, Row};
use crate::model::kommun::{Kommunkod, RegionId};
use crate::model::kronor::Kronor;
use crate::model::outcome::{Bound, Outcome, RowMoney, Side};
use crate::model::rates::Rates;
use crate::model::recorder::Silent;
use crate::model::rules::BoundBy;
use crate::model::step::SideName;
use crate::model::year::{MONTHS, Span};

/// Computes a scenario.
///
/// # Errors
/// If the grouping as a whole cannot be computed: base grants above the appropriation, a key that lacks a number,
/// figures too large to be exact.
pub fn simulate(scenario: &LoadedScenario) -> Result<ScenarioResult, ModelError> {
    let model = &scenario.baseline.model;
    let computed = compute(scenario)?;
    let figures = figures(scenario, &computed, &Shown::of(scenario))?;
    let Computed { path, parties, outcome, .. } = computed;
    Ok(ScenarioResult {
        head: head(scenario),
        assumptions: assumptions::collect(scenario, &outcome),
        illustrative_kansli: IllustrativeKansli::of(scenario),
        inhabitants: inhabitants(model),
        payment_sources: scenario.baseline.payments.sources.clone(),
        divided: Divided::of(model),
        figures,
        bound: bound(&outcome),
        path,
        parties,
        stance: None,
        boards: None,
    })
}

/// The money of a scenario.
#[derive(Debug)]
pub struct Computed {
    /// The years, where there is a path.
    pub path: Option<PathResult>,
    /// What the parties pay in each of the years.
    pub parties: Vec<YearParties>,
    /// What the changes lead to; where there is a path, in its last year.
    pub outcome: Outcome,
    /// What they would lead to if all parties matched what the state gives, where that can be computed.
    pub fully_matched: Option<Outcome>,
}

/// Computes the money of a scenario.
///
/// # Errors
/// As [`simulate`].
pub fn compute(scenario: &LoadedScenario) -> Result<Computed, ModelError> {
    let model = &scenario.baseline.model;
    let (path, parties, last) = if let Some(Years { path, parties, last }) = years(scenario)? {
        (Some(path), parties, last)
    } else {
        let whole_year = [Span { months: MONTHS, after: scenario.after.clone() }];
        let rulebook = rulebook(scenario, None, None);
        (None, Vec::new(), OfYear::of(model, &whole_year, rulebook.as_ref())?)
    };
    let OfYear { outcome, fully_matched, .. } = last;
    Ok(Computed { path, parties, outcome, fully_matched })
}

/// What a year leads to.
struct OfYear {
    outcome: Outcome,
    /// What it would lead to if all parties matched what the state gives, where that can be computed.
    fully_matched: Option<Outcome>,
    /// What the next year is compared with, where there are rules.
    sides: Option<SidesBefore>,
}

impl OfYear {
    fn of(model: &Model, spans: &[Span], rulebook: Option<&Rulebook<'_>>) -> Result<Self, ModelError> {
        let Some(rulebook) = rulebook else {
            let outcome = model.outcome_of_year(spans)?;
            let is_formula = model.baseline().is_national();
            let fully_matched =
                if is_formula { Some(outcome.clone()) } else { model.fully_matched(spans, None) };
            return Ok(Self { outcome, fully_matched, sides: None });
        };
        let (outcome, sides) = model.bounded_outcome_of_year(spans, rulebook, &mut Silent)?;
        Ok(Self { outcome, fully_matched: model.fully_matched(spans, Some(rulebook)), sides: Some(sides) })
    }
}

/// The years of a scenario, and what the last one leads to.
struct Years {
    path: PathResult,
    parties: Vec<YearParties>,
    last: OfYear,
}

fn years(scenario: &LoadedScenario) -> Result<Option<Years>, ModelError> {
    let (Some(loaded), Some(of_scenario)) = (&scenario.baseline.path, &scenario.path) else {
        return Ok(None);
    };
    let (mut years, mut parties) = (Vec::new(), Vec::new());
    let shown = Shown::of(scenario);
    let mut last: Option<OfYear> = None;
    for (of_baseline, of_year) in loaded.years.iter().zip(&of_scenario.years) {
        let model = &of_baseline.model;
        let sides_before = last.as_ref().and_then(|last| last.sides.as_ref());
        let rulebook = rulebook(scenario, Some(of_year.year), sides_before);
        let computed = OfYear::of(model, &of_year.spans, rulebook.as_ref())?;
        let after = &of_year.spans.last().expect("a year has a grouping").after;
        let outcome = &computed.outcome;
        let of_year_computed = (outcome, computed.fully_matched.as_ref());
        let costs = Costs::of_year(scenario, of_year);
        let Sides { before, after: sides, delta } = sides(model, after, of_year_computed, (&shown, &costs))?;
        years.push(YearResult {
            year: of_year.year,
            figures_year: of_baseline.figures_year,
            before,
            gross: sides.gross,
            net: sides.net,
            delta,
            one_off: of_year.one_off,
            bound: bound(outcome),
        });
        parties.push(YearParties {
            kommuner: kommuner(model, after, outcome, (&shown, &costs))?,
            regions: regions(model, outcome),
        });
        last = Some(computed);
    }
    let first_change = of_scenario.dates.first().map(|date| date.year);
    let path = PathResult::of(&loaded.path, years, first_change).ok_or(ModelError::TooLarge)?;
    Ok(Some(Years { path, parties, last: last.expect("a path has a year") }))
}

/// The rules that bound something.
fn bound(outcome: &Outcome) -> Vec<BoundResult> {
    let result = |bound: &Bound| BoundResult {
        forbund: bound.forbund.clone(),
        redistribution: match bound.side {
            SideName::Before => None,
            SideName::Gross => Some(BoundSide::Gross),
            SideName::Net => Some(BoundSide::Net),
        },
        rule: match bound.by {
            BoundBy::Guard => BoundRule::Guard,
            BoundBy::Equity => BoundRule::Equity,
            BoundBy::Matching => BoundRule::Matching,
            BoundBy::Cap => BoundRule::Cap,
        },
        without: bound.without,
        with: bound.with,
    };
    outcome.bound.iter().map(result).collect()
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

fn figures(scenario: &LoadedScenario, computed: &Computed, shown: &Shown) -> Result<Figures, ModelError> {
    let (model, after) = (&scenario.baseline.model, &scenario.after);
    let outcome = &computed.outcome;
    let fully_matched = computed.fully_matched.as_ref();
    let costs = Costs::of(scenario);
    let beside = (shown, &costs);
    let Sides { before, after: sides, delta } = sides(model, after, (outcome, fully_matched), beside)?;
    let mut break_even = BreakEven::of(&delta, scenario.engangskostnad);
    if scenario.path.is_some() {
        // The years say when it is paid back; a single one does not.
        break_even.payback_years = break_even.payback_years.map(|_| None);
    }
    Ok(Figures {
        break_even,
        criteria: criteria::criteria(scenario, outcome),
        kommuner: kommuner(model, after, outcome, beside)?,
        regions: regions(model, outcome),
        insats: InsatserResult::of(scenario),
        references: ReferenceResult::all(&scenario.baseline, &before),
        smallest_forbund: SmallestForbundResult::of(scenario, &before, sides.as_ref())?,
        before,
        after: sides,
        delta,
    })
}

/// What an outcome comes to, before and after.
struct Sides {
    before: SideResult,
    after: GrossAndNet<SideResult>,
    delta: GrossAndNet<Total>,
}

fn sides(
    model: &Model,
    after: &Grouping,
    (outcome, most): (&Outcome, Option<&Outcome>),
    (shown, costs): (&Shown, &Costs),
) -> Result<Sides, ModelError> {
    let side = |(grouping, costs, rates): (&Grouping, Option<&CostOfRows>, Option<&Rates>),
                money: &Side,
                gross: &Side,
                ended: &[Arc<Row>],
                most: Option<&Side>| {
        let rows = money.of(grouping).chain(money.of_ended(ended)).enumerate();
        let held = shown.rows(grouping, ended)?.into_iter();
        let held = held.zip(shown.posts(model, grouping, gross, ended)?);
        let forbund = rows.zip(held).map(|((place, (row, money)), held)| {
            // What one outside has depends on kommuner that are not in it here.
            let most = most.filter(|_| !row.outside).and_then(|most| most.money_of(row, place));
            let mut forbund = forbund(model, row, money, most.map(|most| most.state.total), held);
            let price = rates.and_then(|rates| model.per_helarsekvivalent(rates, row));
            forbund.insats =
                InsatserOfForbund::of(costs, &row.name, forbund.insatser, &forbund.holdings, price);
            forbund
        });
        let forbund: Vec<_> = forbund.collect();
        let mut total = Total::of(&forbund);
        // How many there are is how many there are at the end.
        total.forbund = i64::try_from(grouping.forbund_count()).expect("a count of förbund");
        Ok(SideResult { forbund, total })
    };
    let today = most.map(|most| &most.before);
    let rates = costs.after.as_ref().map(|_| model.gross_rates());
    let net_rates = match rates {
        Some(_) if outcome.net.is_some() => model.net_rates(CountryAfter::of(after), &mut Silent)?,
        _ => None,
    };
    let (before, costs_after) = ((model.before(), costs.before.as_ref(), rates), costs.after.as_ref());
    let before = side(before, &outcome.before, &outcome.before, &[], today)?;
    let (gross, ended) = (&outcome.gross, outcome.ended.as_slice());
    let net_of = |net| {
        let after = (after, costs_after, net_rates.as_ref());
        side(after, net, gross, ended, most.and_then(|most| most.net.as_ref()))
    };
    let after = GrossAndNet {
        net: outcome.net.as_ref().map(net_of).transpose()?,
        gross: side((after, costs_after, rates), gross, gross, ended, most.map(|most| &most.gross))?,
    };
    let delta = after.as_ref().map(|side| side.total.less(&before.total));
    Ok(Sides { before, after, delta })
}

fn forbund(
    model: &Model,
    row: &Row,
    money: &RowMoney,
    maximum: Option<Kronor>,
    (held, tjanster): (HoldingsResult, Stated<Decimal>),
) -> ForbundResult {
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
            base_share: if row.outside { None } else { percent(money.state.base, money.state.total) },
            maximum,
            unused: maximum.map(|maximum| maximum - money.state.total),
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
        tjanster,
        holdings: held.with_insatser(insatser),
        insats: InsatserOfForbund::default(),
    }
}

fn kommuner(
    model: &Model,
    after: &Grouping,
    outcome: &Outcome,
    (shown, costs): (&Shown, &Costs),
) -> Result<Vec<KommunResult>, ModelError> {
    let equity_before = shown.equity_of_kommuner(model, model.before(), &outcome.before)?;
    let equity_after = shown.equity_of_kommuner(model, after, &outcome.gross)?;
    let contribution = contributions(outcome, |row| &row.contributions);
    let listed = model.baseline().kommuner.iter().filter_map(|(id, kommun)| {
        let (before, after) = (model.before().row_of(id), after.row_of(id));
        let contribution = contribution(id);
        // Who was in one only within the year pays too.
        if before.or(after).is_none() && contribution.after.gross.is_none() {
            return None;
        }
        let inhabitants = model.baseline().figures.inhabitants(&[id]);
        Some(KommunResult {
            kommunkod: kommun.kommunkod,
            kommun: kommun.name.clone(),
            forbund_before: before.map(|row| row.name.clone()),
            forbund_after: after.map(|row| row.name.clone()),
            per_inhabitant: contribution.per_inhabitant(inhabitants),
            insats: costs.of_kommun(id, contribution.before, contribution.after),
            contribution,
            equity: EquityShare {
                before: equity_before.as_ref().map(|shares| shares.get(&id).copied().flatten()),
                after: equity_after.as_ref().map(|shares| shares.get(&id).copied().flatten()),
            },
        })
    });
    Ok(listed.collect())
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
