//! What the years of a path come to.

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::Signed;
use serde_json::{Value, json};

use super::Year;
use super::plan::{Path, Plan};
use crate::reference::fractions::{decimal, round_half_away, whole};
use crate::reference::money::Figures;
use crate::reference::{Sums, kronor, kronor_or_null};

/// The changes against `before`, summed over the years. Null where a side is.
pub(super) fn accumulated<'years>(
    path: &Path,
    years: &'years [Year],
    side: impl Fn(&'years Year) -> Option<&'years [Figures]>,
) -> Value {
    let Some(deltas) = deltas(years, side) else { return Value::Null };
    let total: BigInt = deltas.iter().map(|delta| delta.total.clone()).sum();
    let one_off: BigInt = years.iter().map(|year| year.one_off.clone()).sum();
    let insatser: Option<BigInt> = deltas.iter().map(|delta| delta.insatser.clone()).sum();
    let after_one_off = yearly(years, &deltas);
    let present_value = path.discount_rate.as_ref().zip(after_one_off.as_ref()).map(|(rate, amounts)| {
        let growth = whole(1) + decimal(rate);
        let mut factor = whole(1);
        let mut sum = whole(0);
        for amount in amounts {
            sum += whole(amount.clone()) / &factor;
            factor *= &growth;
        }
        round_half_away(&sum)
    });
    json!({
        "total": kronor(&total),
        "insatser": kronor_or_null(insatser.as_ref()),
        "one_off": kronor(&one_off),
        "insatser_after_one_off": kronor_or_null(insatser.map(|insatser| insatser - one_off).as_ref()),
        "present_value": kronor_or_null(present_value.as_ref()),
    })
}

/// The first year whose sum is not negative, nor any later one's.
pub(super) fn payback_year<'years>(
    plan: &Plan,
    years: &'years [Year],
    side: impl Fn(&'years Year) -> Option<&'years [Figures]>,
) -> Value {
    let Some(amounts) = deltas(years, side).and_then(|deltas| yearly(years, &deltas)) else {
        return Value::Null;
    };
    let mut sum = BigInt::from(0);
    let sums: Vec<(u32, BigInt)> = years
        .iter()
        .zip(amounts)
        .map(|(year, amount)| {
            sum += amount;
            (year.number, sum.clone())
        })
        .collect();
    match sums.iter().rposition(|(_, sum)| sum.is_negative()) {
        None => json!(plan.order().first().map(|(_, date)| date.year)),
        Some(negative) => json!(sums.get(negative + 1).map(|(year, _)| year)),
    }
}

fn deltas<'years>(
    years: &'years [Year],
    side: impl Fn(&'years Year) -> Option<&'years [Figures]>,
) -> Option<Vec<Sums>> {
    years.iter().map(|year| Some(Sums::of(side(year)?).minus(&Sums::of(&year.before)))).collect()
}

/// Insatser minus one-off costs of each year.
fn yearly(years: &[Year], deltas: &[Sums]) -> Option<Vec<BigInt>> {
    years.iter().zip(deltas).map(|(year, delta)| Some(delta.insatser.as_ref()? - &year.one_off)).collect()
}

/// Of prices in so many years.
pub(super) fn growth(index: &str, years: u32) -> BigRational {
    (0..years).fold(whole(1), |growth, _| growth * (whole(1) + decimal(index)))
}
