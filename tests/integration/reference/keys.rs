//! How the kommuner of a row divide their part: by one key or a mixture of several, and no less than a minimum.

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::Zero;

use super::case::{Case, KommunKey};
use super::fractions::{decimal, largest_remainder, whole};
use super::money::ExactRow;

/// What each member pays of their sum, in the order of their codes.
pub(crate) fn contributions(case: &Case, row: &ExactRow, sum: &BigInt) -> Vec<BigInt> {
    let members: Vec<&String> = row.members.iter().collect();
    let mut quotas = quotas(case, &row.key, &members, &whole(sum.clone()));
    if let KommunKey::Mixed { minimum: Some(minimum), .. } = &row.key {
        quotas = at_least(&(whole(*minimum) * &row.standing), &quotas);
    }
    let claims: Vec<(&String, BigRational)> = members.into_iter().zip(quotas).collect();
    largest_remainder(sum, &claims)
}

/// What the members would pay of a sum without a minimum.
pub(crate) fn quotas(
    case: &Case,
    key: &KommunKey,
    members: &[&String],
    sum: &BigRational,
) -> Vec<BigRational> {
    if let KommunKey::Mixed { shares, .. } = key {
        let mut mixture = vec![BigRational::zero(); members.len()];
        for (key, share) in shares {
            for (mixed, quota) in mixture.iter_mut().zip(quotas(case, key, members, sum)) {
                *mixed += quota * decimal(share);
            }
        }
        return mixture;
    }
    let weights: Vec<BigRational> = members.iter().map(|code| weight(case, key, code)).collect();
    let all: BigRational = weights.iter().sum();
    weights.into_iter().map(|weight| sum * weight / &all).collect()
}

fn weight(case: &Case, key: &KommunKey, code: &str) -> BigRational {
    let kommun = case.kommun(code);
    match key {
        KommunKey::Befolkning => whole(kommun.befolkning_16_64),
        KommunKey::Folkmangd => whole(kommun.folkmangd),
        KommunKey::Forsorjningsmatt => decimal(&kommun.forsorjningsmatt),
        KommunKey::Lika => whole(1),
        KommunKey::Explicit(weights) => weights
            .iter()
            .find(|(member, _)| member == code)
            .map(|(_, weight)| decimal(weight))
            .expect("a weight for every kommun"),
        KommunKey::Mixed { .. } => unreachable!("a mixture has keys that are none"),
    }
}

/// The greater of the least and λ times the quota, with the λ at which they have the sum of the quotas. Where the least
/// of all exceeds that, all pay alike.
pub(crate) fn at_least(least: &BigRational, quotas: &[BigRational]) -> Vec<BigRational> {
    let sum: BigRational = quotas.iter().sum();
    if least * whole(quotas.len()) > sum {
        return vec![&sum / whole(quotas.len()); quotas.len()];
    }
    // The λ falls from step to step, and who pays the least at one of them does so at all below.
    let mut lambda = whole(1);
    loop {
        let pays_least = |quota: &&BigRational| &lambda * *quota < *least;
        let of_least = least * whole(quotas.iter().filter(pays_least).count());
        let of_others: BigRational = quotas.iter().filter(|quota| !pays_least(quota)).sum();
        if &lambda * &of_others + &of_least == sum {
            return quotas.iter().map(|quota| (&lambda * quota).max(least.clone())).collect();
        }
        lambda = (&sum - of_least) / of_others;
    }
}
