//! The criteria of a scenario, computed.

use rust_decimal::Decimal;

use super::distance::Distance;
use super::key;
use super::kommun_name::KommunName;
use super::result::{
    Criteria, CriteriaSide, CriteriaTotal, ForbundCriteria, IndicatorResult, Member, RatioResult,
};
use crate::analysis::board_terms::ledamoter_per_part;
use crate::analysis::ratio::{quotient_of, share, sum, weighted_mean};
use crate::input::baseline::LoadedBaseline;
use crate::input::further_columns::{Indicator, IndicatorWeight, Ratio, RatioColumn};
use crate::input::scenario::LoadedScenario;
use crate::model::board::{STATE_PARTIES, ledamoter};
use crate::model::grouping::{Grouping, Row};
use crate::model::kommun::{Kommun, KommunId};
use crate::model::kronor::Kronor;
use crate::model::outcome::{Outcome, RowMoney, Side};

/// The criteria of a scenario.
#[must_use]
pub fn criteria(scenario: &LoadedScenario, outcome: &Outcome) -> Criteria {
    let (baseline, after) = (&*scenario.baseline, &scenario.after);
    let model = &baseline.model;
    let today = |row: &Row| ledamoter_per_part(row, scenario, false);
    let afterwards = |row: &Row| ledamoter_per_part(row, scenario, true);
    Criteria {
        before: side(baseline, model.before(), &outcome.before, today),
        after: side(baseline, after, &outcome.gross, afterwards),
        places_filled_in: places_filled_in(baseline, after),
        keys: key::keys(model, after, outcome),
    }
}

fn places_filled_in(baseline: &LoadedBaseline, after: &Grouping) -> bool {
    let mut rows = baseline.model.before().forbund().chain(after.forbund());
    rows.any(|row| row.members.iter().any(|member| baseline.places_filled_in.contains(member)))
}

/// `per_part` says how many ledamöter each member of a row has.
fn side(
    baseline: &LoadedBaseline,
    grouping: &Grouping,
    money: &Side,
    per_part: impl Fn(&Row) -> usize,
) -> CriteriaSide {
    let rows = money.of(grouping).filter(|(row, _)| !row.outside);
    let forbund: Vec<_> = rows.map(|(row, money)| forbund(baseline, row, money, per_part(row))).collect();
    let members: Vec<KommunId> = grouping.forbund().flat_map(|row| row.members.iter().copied()).collect();
    let total = CriteriaTotal { ratios: ratios(baseline, &members), ..CriteriaTotal::of(&forbund) };
    CriteriaSide { forbund, total }
}

fn forbund(baseline: &LoadedBaseline, row: &Row, money: &RowMoney, per_part: usize) -> ForbundCriteria {
    let (kommuner, figures) = (&baseline.model.baseline().kommuner, &baseline.model.baseline().figures);
    // A kommun with several parts in the förbund is one member.
    let members: Vec<&[KommunId]> = kommuner.by_whole(&row.members).collect();
    let size = |member: &&[KommunId]| figures.inhabitants(member);
    // Members are in order of kommunkod; the first of equals is wanted both times.
    let largest = members.iter().copied().rev().max_by_key(size).expect("a row has a kommun");
    let smallest = members.iter().copied().min_by_key(size).expect("a row has a kommun");
    let all = figures.inhabitants(&row.members);
    let member = |of: &[KommunId]| member(of, kommuner.get(of[0]), [size(&of), all], money);
    ForbundCriteria {
        name: row.name.clone(),
        kommuner: members.len(),
        regions: money.regions.len(),
        ledamoter: ledamoter(&row.members, kommuner) * per_part,
        ledamoter_state: STATE_PARTIES * per_part,
        largest_kommun: member(largest),
        smallest_kommun: member(smallest),
        sate: row.seat.kommun().map(|seat| KommunName::of(kommuner.get(seat))),
        distance: Distance::between(baseline, row.seat.kommun().unwrap_or(largest[0]), &row.members),
        indicators: indicators(baseline, &row.members),
    }
}

fn member(of: &[KommunId], kommun: &Kommun, [befolkning_16_64, all]: [u64; 2], money: &RowMoney) -> Member {
    let paid = money.contributions.iter().filter(|(payer, _)| of.contains(payer)).map(|(_, amount)| *amount);
    let paid = paid.reduce(|sum, amount| sum + amount);
    let whole = |number: u64| i64::try_from(number).expect("a count");
    Member {
        name: KommunName::of_whole(kommun),
        befolkning_16_64,
        share_of_inhabitants: share(whole(befolkning_16_64), whole(all))
            .expect("a row without inhabitants is refused when it comes about"),
        share_of_contributions: paid.and_then(|paid: Kronor| share(paid.get(), money.kommuner.get())),
    }
}

fn indicators(baseline: &LoadedBaseline, members: &[KommunId]) -> Vec<IndicatorResult> {
    let results = baseline.further.indicators.iter().map(|indicator| IndicatorResult {
        column: indicator.name.clone(),
        weight: indicator.weight,
        ratio: None,
        value: aggregated(baseline, indicator, members),
    });
    results.chain(ratios(baseline, members)).collect()
}

/// Each ratio, the sum of the kommuner divided by their sum.
fn ratios(baseline: &LoadedBaseline, members: &[KommunId]) -> Vec<IndicatorResult> {
    let of_ratio = |ratio: &Ratio| IndicatorResult {
        column: ratio.name.clone(),
        weight: IndicatorWeight::Kvot,
        ratio: Some(RatioResult {
            of: ratio.columns[0].clone(),
            per: ratio.columns[1].clone(),
            times: ratio.times,
        }),
        value: quotient(baseline, ratio, members),
    };
    baseline.further.ratios.iter().map(of_ratio).collect()
}

/// Unknown where a kommun lacks a figure.
fn quotient(baseline: &LoadedBaseline, ratio: &Ratio, members: &[KommunId]) -> Option<Decimal> {
    let all = |column: &RatioColumn| {
        members.iter().try_fold(Decimal::ZERO, |all, member| {
            let kommun = baseline.model.baseline().figures.of(*member);
            let figure = match column {
                RatioColumn::Befolkning => Some(Decimal::from(kommun.befolkning_16_64)),
                RatioColumn::Folkmangd => kommun.folkmangd.map(Decimal::from),
                RatioColumn::Forsorjningsmatt => Some(kommun.forsorjningsmatt),
                RatioColumn::Further(values) => values.get(member.index()).copied().flatten(),
            };
            sum(all, figure?)
        })
    };
    // Percent have two decimals; what is not multiplied is small and has four.
    let decimals = if ratio.times == 1 { 4 } else { 2 };
    quotient_of(all(&ratio.of)?, all(&ratio.per)?, ratio.times, decimals)
}

fn aggregated(baseline: &LoadedBaseline, indicator: &Indicator, members: &[KommunId]) -> Option<Decimal> {
    let value = |member: &KommunId| indicator.values.get(member.index()).copied().flatten();
    let weight_of = |member: &KommunId| {
        let kommun = baseline.model.baseline().figures.of(*member);
        match indicator.weight {
            IndicatorWeight::Befolkning => Some(Decimal::from(kommun.befolkning_16_64)),
            IndicatorWeight::Folkmangd => kommun.folkmangd.map(Decimal::from),
            IndicatorWeight::Forsorjningsmatt => Some(kommun.forsorjningsmatt),
            IndicatorWeight::Lika | IndicatorWeight::Summa | IndicatorWeight::Kvot => Some(Decimal::ONE),
        }
    };
    if indicator.weight == IndicatorWeight::Summa {
        return members.iter().try_fold(Decimal::ZERO, |all, member| sum(all, value(member)?));
    }
    let figures = members.iter().map(|member| Some((value(member)?, weight_of(member)?)));
    weighted_mean(&figures.collect::<Option<Vec<_>>>()?, decimals(indicator))
}

/// With as many decimals as the column has, at least one and at most four.
fn decimals(indicator: &Indicator) -> u32 {
    let written = indicator.values.iter().flatten().map(|value| value.normalize().scale());
    written.max().unwrap_or_default().clamp(1, 4)
}
