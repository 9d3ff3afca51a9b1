//! The λ at which the whole appropriation is paid out.

use num_rational::BigRational;
use num_traits::{Signed, Zero};

use super::bounds::Bounds;
use super::brought;
use crate::reference::fractions::whole;
use crate::reference::money::ExactRow;

/// `Σ clamp(G + λ·w_i) + n_rest·G + λ·w_rest = P`, with `n_rest·G` taken from both sides: `pot` is P less the base
/// grants of all förbund, so that `w_rest` is what it leaves beside this file's förbund. The left side never falls, and
/// it is straight between the λ at which some row meets a bound.
pub(crate) fn lambda(
    rows: &[ExactRow],
    bounds: &[Bounds],
    pot: &BigRational,
) -> Result<BigRational, &'static str> {
    let of_forbund: Vec<(&ExactRow, &Bounds, BigRational)> = rows
        .iter()
        .zip(bounds)
        .filter(|(row, _)| !row.outside)
        .map(|(row, bounds)| (row, bounds, brought(row)))
        .collect();
    let rest = pot - of_forbund.iter().map(|(_, _, brought)| brought.clone()).sum::<BigRational>();
    if rest.is_negative() {
        return Err("the förbund bring more than the pot");
    }
    let base: BigRational = of_forbund.iter().map(|(row, _, _)| row.base.clone()).sum();
    let to_pay = pot + base;
    let paid = |lambda: &BigRational| -> BigRational {
        let forbund =
            of_forbund.iter().map(|(row, bounds, brought)| bounds.clamp(&(&row.base + lambda * brought)).0);
        forbund.sum::<BigRational>() + lambda * &rest
    };

    let mut turns: Vec<BigRational> = vec![whole(0)];
    for (row, bounds, brought) in &of_forbund {
        if !brought.is_zero() {
            turns.extend(bounds.limits().map(|limit| (limit - &row.base) / brought));
        }
    }
    turns.retain(|turn| !turn.is_negative());
    turns.sort();
    turns.dedup();
    if paid(&turns[0]) > to_pay {
        return Err("no λ: more than the appropriation even where nothing is left to share");
    }
    // One more point makes the last stretch a stretch.
    let last = turns.last().expect("a turn at 0").clone();
    turns.push(&last + whole(1));
    for two in turns.windows(2) {
        let (low, high) = (paid(&two[0]), paid(&two[1]));
        if low == to_pay {
            return Ok(two[0].clone());
        }
        if high >= to_pay || two[0] == last {
            let slope = (&high - &low) / (&two[1] - &two[0]).clone();
            if slope.is_zero() {
                return Err("no λ: less than the appropriation whatever is shared");
            }
            return Ok(&two[0] + (to_pay - low) / slope);
        }
    }
    unreachable!("the last stretch has no end")
}
