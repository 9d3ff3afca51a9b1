//! How the country's appropriation becomes kronor per unit, today or when it has been shared out anew.

use super::book::{Cell, Kind, Role, Value};
use super::context::Context;
use super::formula::{CellAddress, Formula};
use crate::analysis::explanation::trace::{Making, Trace};
use crate::model::allocation_base::Part;
use crate::model::fraction::Fraction;
use rust_decimal::Decimal;

/// The förbund in the country and what they leave of the appropriation; where the formula is national, the country's
/// sums and the kronor per unit too: each with its unit. They stand below each other, as `value` says. `count` are the
/// förbund that the workbook knows, and how many more than today there are elsewhere.
pub(super) fn lines(
    context: &Context<'_>,
    (trace, making): (&Trace, &Making),
    (count, elsewhere): (CellAddress, i64),
    value: &dyn Fn(usize) -> CellAddress,
    sum: &dyn Fn(Part) -> Formula,
) -> Vec<(&'static str, &'static str, Cell)> {
    let (words, parameters) = (context.words, context.parameters);
    let Some([appropriation, others]) = parameters.country() else { return Vec::new() };
    let known = |count: u64| i64::try_from(count).expect("a count");
    let forbund = if elsewhere == 0 { others + count } else { others + count + Formula::whole(elsewhere) };
    let forbund = Cell::known(Kind::Count, forbund, known(making.forbund));
    let pot = appropriation - value(0) * parameters.base_grant();
    let pot = Cell::known(Kind::Amount, pot, known(making.pot));
    let mut lines =
        vec![(words.forbund_in_country, words.number, forbund), (words.pot, words.kr_per_year, pot)];
    if context.is_national() {
        let sums = [
            (Part::Forsorjningsmatt, words.sum_matt, words.full_years, context.matt),
            (Part::Befolkning, words.sum_befolkning, words.number, Kind::Count),
        ];
        lines.extend(sums.map(|(part, name, unit, kind)| {
            (name, unit, Cell::known(kind, sum(part), country_sum(trace, making, part)))
        }));
        let rates = [(Part::Forsorjningsmatt, words.rate_matt), (Part::Befolkning, words.rate_befolkning)];
        lines.extend(rates.map(|(part, name)| {
            let weight = parameters.weight(part);
            let formula = weight * value(1) / value(2 + part as usize);
            let formula = formula.when(Formula::from(weight).more(0), 0);
            (name, words.kr_per_unit, rate(trace, making, part, formula))
        }));
    }
    lines
}

/// The model counts units of the smallest decimal, people count whole ones.
fn decimals(trace: &Trace, part: Part) -> u32 {
    if part == Part::Forsorjningsmatt { trace.decimals } else { 0 }
}

/// The country's sum as the model added it up.
fn country_sum(trace: &Trace, making: &Making, part: Part) -> Value {
    let sum = making.rates.iter().find(|(of, ..)| *of == part).map_or(0, |(_, sum, _)| *sum);
    let sum = Decimal::try_from_i128_with_scale(i128::from(sum), decimals(trace, part));
    sum.map_or(Value::Error, Value::Decimal)
}

/// `weight × pot ÷ sum` with the rate of the model.
fn rate(trace: &Trace, making: &Making, part: Part, formula: Formula) -> Cell {
    let rate = making.rates.iter().find(|(of, ..)| *of == part).map(|(_, _, rate)| *rate);
    let units = Fraction::new(10_u128.pow(decimals(trace, part)), 1);
    match units.and_then(|units| rate?.times(units)) {
        Some(rate) => Cell::known(Kind::Decimals(6), formula, rate),
        None => Cell::working(Kind::Decimals(6), formula).role(Role::Result),
    }
}
