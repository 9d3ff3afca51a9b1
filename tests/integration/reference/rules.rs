//! Section 9 of the contract: rules that bound the state's money, in exact fractions.

pub(crate) mod bounds;
pub(crate) mod caps;
pub(crate) mod generate;
pub(crate) mod holdings;
pub(crate) mod past;
pub(crate) mod solve;

use std::collections::BTreeMap;

use num_rational::BigRational;
use num_traits::One;

use self::bounds::Bounds;
use self::caps::Cap;
use super::fractions::whole;
use super::money::{ExactRow, Part};

#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Redistribution {
    Alla,
    Staten,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum BaseGrant {
    Lapses,
    Follows,
}

#[derive(Clone, Debug)]
pub(crate) struct Guard {
    pub most_decrease: String,
    /// Every year but the first where none are stated.
    pub years: Option<Vec<u32>>,
    pub base_grant: BaseGrant,
    pub except_equity_above: Option<String>,
}

#[derive(Clone, Debug)]
pub(crate) struct Step {
    pub above: String,
    pub reduce: String,
}

#[derive(Clone, Debug)]
pub(crate) struct Rules {
    pub redistribution: Redistribution,
    pub guard: Option<Guard>,
    pub equity: Vec<Step>,
    pub caps: Vec<Cap>,
}

/// What a rule that binds did to a row.
#[derive(Clone, Debug)]
pub(crate) struct Binding {
    pub forbund: String,
    pub rule: &'static str,
    pub without: BigRational,
    pub with: BigRational,
}

/// The money that the rows' λ has to use up. It is 1 where the state adds or keeps what rules cost or free.
pub(crate) enum Lambda<'pot> {
    Given(&'pot BigRational),
    /// What is left for everything above the base grants of this file's förbund.
    Solved {
        pot: &'pot BigRational,
    },
}

/// The rows with the money that the rules leave them, the λ, and the rules that bind. The rows come with their base
/// grants and what their kommuner bring before any λ.
pub(crate) fn bounded(
    rows: &[ExactRow],
    bounds: &[Bounds],
    lambda: &Lambda,
) -> Result<(Vec<ExactRow>, BigRational, Vec<Binding>), &'static str> {
    let lambda = match lambda {
        Lambda::Given(lambda) => (*lambda).clone(),
        Lambda::Solved { pot } => solve::lambda(rows, bounds, pot)?,
    };
    let mut solved = Vec::new();
    let mut bindings = Vec::new();
    for (row, bounds) in rows.iter().zip(bounds) {
        let brought = brought(row);
        let unbound = &row.base + &lambda * &brought;
        let (state, rule) = bounds.clamp(&unbound);
        let Some(rule) = rule.filter(|_| state != unbound) else {
            solved.push(ExactRow { parts: scaled(row, &lambda), ..row.clone() });
            continue;
        };
        let base = row.base.clone().min(state.clone());
        let above_base = &state - &base;
        let factor = if above_base == whole(0) {
            whole(0)
        } else if brought == whole(0) {
            return Err("money above the base grant for kommuner that bring nothing");
        } else {
            above_base / &brought
        };
        solved.push(ExactRow { base, parts: scaled(row, &factor), ..row.clone() });
        bindings.push(Binding {
            forbund: row.name.clone(),
            rule,
            without: &row.base + &brought,
            with: state,
        });
    }
    Ok((solved, lambda, bindings))
}

/// What the kommuner of a row bring.
pub(crate) fn brought(row: &ExactRow) -> BigRational {
    row.parts.values().map(|(forsorjningsmatt, befolkning)| forsorjningsmatt + befolkning).sum()
}

fn scaled(row: &ExactRow, factor: &BigRational) -> BTreeMap<String, Part> {
    if factor.is_one() { row.parts.clone() } else { super::money::scaled(&row.parts, factor) }
}
