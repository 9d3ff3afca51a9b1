//! Exact fractions, and the two roundings to whole kronor that section 6 of the contract allows.

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{One, Signed, ToPrimitive};

/// A whole number as a fraction.
pub(crate) fn whole(number: impl Into<BigInt>) -> BigRational {
    BigRational::from_integer(number.into())
}

/// A decimal as written: "0.1" is one tenth, never the nearest binary number.
pub(crate) fn decimal(text: &str) -> BigRational {
    let (units, decimals) = text.split_once('.').unwrap_or((text, ""));
    let digits: BigInt =
        format!("{units}{decimals}").parse().expect("a decimal of digits and at most one point");
    let mut scale = BigInt::one();
    for _ in decimals.chars() {
        scale *= 10;
    }
    BigRational::new(digits, scale)
}

/// The shortest text that states a decimal fraction exactly.
pub(crate) fn decimal_text(number: &BigRational) -> String {
    let mut decimals = 0;
    let mut scaled = number.clone();
    while !scaled.is_integer() {
        scaled *= whole(10);
        decimals += 1;
        assert!(decimals < 40, "{number} has no end as a decimal");
    }
    fixed_point(&scaled.to_integer(), decimals)
}

/// A quotient with two decimals, half away from zero.
pub(crate) fn two_decimals(number: &BigRational) -> String {
    fixed_point(&round_half_away(&(number * whole(100))), 2)
}

fn fixed_point(digits: &BigInt, decimals: usize) -> String {
    let sign = if digits.is_negative() { "-" } else { "" };
    let digits = format!("{:0>1$}", digits.abs().to_string(), decimals + 1);
    let (units, rest) = digits.split_at(digits.len() - decimals);
    if rest.is_empty() { format!("{sign}{units}") } else { format!("{sign}{units}.{rest}") }
}

/// To the nearest whole number, a half away from zero.
pub(crate) fn round_half_away(number: &BigRational) -> BigInt {
    let half = BigRational::new(BigInt::one(), BigInt::from(2));
    let nearest_of_size = (number.abs() + half).floor().to_integer();
    if number.is_negative() { -nearest_of_size } else { nearest_of_size }
}

/// Largest remainder: each claim gets the floor of its quota, and the kronor left go one by one to
/// the largest fractions; of equal fractions the lowest key is served first.
pub(crate) fn largest_remainder<Key: Ord>(sum: &BigInt, claims: &[(Key, BigRational)]) -> Vec<BigInt> {
    let mut shares: Vec<BigInt> = Vec::new();
    let mut waiting: Vec<(&BigRational, &Key, usize)> = Vec::new();
    let fractions: Vec<BigRational> = claims.iter().map(|(_, quota)| quota.fract()).collect();
    for (index, (key, quota)) in claims.iter().enumerate() {
        assert!(!quota.is_negative(), "a share of less than nothing");
        shares.push(quota.floor().to_integer());
        waiting.push((&fractions[index], key, index));
    }
    waiting.sort_by(|one, other| other.0.cmp(one.0).then_with(|| one.1.cmp(other.1)));
    let left = sum - shares.iter().sum::<BigInt>();
    let left = left.to_usize().expect("floors that add up to the sum at most");
    assert!(left <= waiting.len(), "more than one krona left for each claim");
    for (_, _, index) in waiting.into_iter().take(left) {
        shares[index] += 1;
    }
    shares
}

/// Largest remainder of a sum by weights: quotas = sum × weight ÷ Σ weights.
pub(crate) fn share_by_weight<Key: Ord + Clone>(sum: &BigInt, weights: &[(Key, BigRational)]) -> Vec<BigInt> {
    let all: BigRational = weights.iter().map(|(_, weight)| weight.clone()).sum();
    let claims: Vec<(Key, BigRational)> =
        weights.iter().map(|(key, weight)| (key.clone(), whole(sum.clone()) * weight / &all)).collect();
    largest_remainder(sum, &claims)
}
