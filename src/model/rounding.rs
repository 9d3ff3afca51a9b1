//! The two roundings of finsam: every amount of a result that is rounded went through one of them.
//!
//! How Försäkringskassan rounds is not documented; these rules are finsam's own and are named among the
//! assumptions of every output.

use std::cmp::Reverse;
use std::ops::Shr;

use num_rational::BigRational;
use num_traits::ToPrimitive;

/// Rounds `numerator ÷ denominator` to a whole number, a half away from zero; `None` for a denominator of zero.
#[must_use]
pub fn half_away_from_zero(numerator: u128, denominator: u128) -> Option<u128> {
    let whole = numerator.checked_div(denominator)?;
    let rest = numerator % denominator;
    // rest ≥ denominator ÷ 2, written so that nothing can overflow.
    Some(whole + u128::from(rest >= denominator - rest))
}

/// The largest-remainder rule: the amounts with the `left` largest fractions are given one more. Equal fractions go to
/// the lowest `rank` (lowest kommunkod, or the order of components). The fractions are numerators over one denominator,
/// which has this many `bits`.
///
/// Linear in the number of fractions unless many are nearly equal, and without allocation once `scratch` has grown.
///
/// # Panics
/// If more is left than there are fractions: whole numbers and fractions are not those of one distribution then.
pub(super) fn largest_remainders<Part: Copy + Ord + Shr<u32, Output = Part> + Into<u128>, Rank: Ord>(
    amounts: &mut [u64],
    fractions: &[Part],
    bits: u32,
    left: usize,
    rank: impl Fn(usize) -> Rank,
    scratch: &mut Vec<usize>,
) {
    assert!(left <= fractions.len(), "at most one for each is left");
    if fractions.len() <= FEW {
        return of_few(amounts, fractions, left, rank);
    }
    // Counting the fractions by their highest bits finds all that are surely above or below the last one given
    // something; only the few with the same bits as that one are put in order.
    let shift = bits.max(SLOTS.ilog2()) - SLOTS.ilog2();
    let slot = |fraction: Part| (fraction >> shift).into() as usize;
    let mut counts = [0; SLOTS];
    for &fraction in fractions {
        counts[slot(fraction)] += 1;
    }
    let (mut last, mut above) = (SLOTS - 1, 0);
    while above + counts[last] < left {
        above += counts[last];
        last -= 1;
    }
    scratch.clear();
    for (position, (amount, &fraction)) in amounts.iter_mut().zip(fractions).enumerate() {
        let slot = slot(fraction);
        *amount += u64::from(slot > last);
        if slot == last {
            scratch.push(position);
        }
    }
    scratch.sort_unstable_by_key(|&position| (Reverse(fractions[position]), rank(position)));
    for &position in &scratch[..left - above] {
        amounts[position] += 1;
    }
}

/// How many numbers the highest bits of a fraction can make.
const SLOTS: usize = 64;

/// So many fractions are looked through faster than they are counted: those of most förbund.
const FEW: usize = 16;

/// [`largest_remainders`] of few: the largest is looked for again and again.
fn of_few<Part: Copy + Ord, Rank: Ord>(
    amounts: &mut [u64],
    fractions: &[Part],
    left: usize,
    rank: impl Fn(usize) -> Rank,
) {
    let mut given = [false; FEW];
    for _ in 0..left {
        let free = (0..fractions.len()).filter(|&position| !given[position]);
        let largest = free.min_by_key(|&position| (Reverse(fractions[position]), rank(position)));
        let largest = largest.expect("at most one for each is left");
        given[largest] = true;
        amounts[largest] += 1;
    }
}

/// [`share_by_weight`] for two parts, the first of which comes before the second where fractions are equal.
#[must_use]
pub(super) fn share_between_two(sum: u64, weights: [u64; 2]) -> [u64; 2] {
    let [first, second] = weights.map(u128::from);
    let (first, all) = if first + second == 0 { (1, 2) } else { (first, first + second) };
    let quota = u128::from(sum) * first;
    // The fractions of the two sum to zero or one: the larger is at least a half, and a half is a tie.
    let first = half_away_from_zero(quota, all).and_then(|share| u64::try_from(share).ok());
    let first = first.expect("64 bits times 64 bits fit in 128, and a part is at most the sum");
    [first, sum - first]
}

/// The memory that [`share_by_weight_in`] works in; keep one and pass it again and again.
#[derive(Default, Debug)]
pub(super) struct Scratch {
    shares: Vec<u64>,
    /// What the floors left out, in as many bits as the quotas need.
    narrow: Vec<u64>,
    wide: Vec<u128>,
    order: Vec<usize>,
}

/// Shares the whole `sum` by weight with the largest-remainder rule; the shares add up to `sum`.
///
/// Equal fractions go to the lower index, so callers pass the weights in order of kommunkod (or of components).
/// Where every weight is zero all count equally: there is no other way to share without losing money.
#[must_use]
pub fn share_by_weight(sum: u64, weights: &[u64]) -> Vec<u64> {
    share_by_rank(sum, weights, |position| position)
}

/// [`share_by_weight`] without allocation once `scratch` has grown.
#[must_use]
pub(super) fn share_by_weight_in<'scratch>(
    sum: u64,
    weights: &[u64],
    scratch: &'scratch mut Scratch,
) -> &'scratch [u64] {
    share_in(sum, weights, |position| position, scratch);
    &scratch.shares
}

/// [`share_by_weight`] where equal fractions go to the lowest rank.
#[must_use]
pub(super) fn share_by_rank<Rank: Ord>(sum: u64, weights: &[u64], rank: impl Fn(usize) -> Rank) -> Vec<u64> {
    let mut scratch = Scratch::default();
    share_in(sum, weights, rank, &mut scratch);
    scratch.shares
}

fn share_in<Rank: Ord>(sum: u64, weights: &[u64], rank: impl Fn(usize) -> Rank, scratch: &mut Scratch) {
    scratch.shares.clear();
    match weights {
        [] => return,
        [_] => return scratch.shares.push(sum),
        _ => {}
    }
    let all: u128 = weights.iter().map(|&weight| u128::from(weight)).sum();
    if all == 0 {
        return share_in(sum, &vec![1; weights.len()], rank, scratch);
    }
    let Scratch { shares, narrow, wide, order } = scratch;
    let fits = |all: &u64| sum.checked_mul(*all).is_some();
    if let Some(all) = u64::try_from(all).ok().filter(fits) {
        let divided = |weight: u64| Some((sum * weight / all, sum * weight % all));
        let left = floors(sum, weights, (shares, narrow), divided).expect("no quota is larger than the sum");
        largest_remainders(shares, narrow, bits(all.into()), left, rank, order);
    } else {
        let divided = |weight: u64| {
            let quota = u128::from(sum) * u128::from(weight);
            Some((u64::try_from(quota / all).ok()?, quota % all))
        };
        let left = floors(sum, weights, (shares, wide), divided).expect("no quota is larger than the sum");
        largest_remainders(shares, wide, bits(all), left, rank, order);
    }
}

/// [`share_by_weight`] for weights that are products; `None` if a quota does not fit in 128 bits.
#[must_use]
pub(super) fn share_by_wide_weight(sum: u64, weights: &[u128]) -> Option<Vec<u64>> {
    let all = weights.iter().copied().try_fold(0_u128, u128::checked_add)?;
    if all == 0 {
        return Some(share_by_weight(sum, &vec![1; weights.len()]));
    }
    let (mut shares, mut fractions) = (Vec::new(), Vec::new());
    let left = floors(sum, weights, (&mut shares, &mut fractions), |weight| {
        let quota = u128::from(sum).checked_mul(weight)?;
        Some((u64::try_from(quota / all).ok()?, quota % all))
    })?;
    largest_remainders(&mut shares, &fractions, bits(all), left, |position| position, &mut Vec::new());
    Some(shares)
}

/// The whole part of every share, what it leaves out, and how much of the sum that is; `None` where a quota does not
/// fit.
fn floors<Weight: Copy, Part>(
    sum: u64,
    weights: &[Weight],
    (shares, fractions): (&mut Vec<u64>, &mut Vec<Part>),
    divided: impl Fn(Weight) -> Option<(u64, Part)>,
) -> Option<usize> {
    fractions.clear();
    let mut left = sum;
    for &weight in weights {
        let (floor, fraction) = divided(weight)?;
        left -= floor;
        shares.push(floor);
        fractions.push(fraction);
    }
    usize::try_from(left).ok()
}

/// Shares a whole sum over quotas that add up to it but for rounding: each gets its whole part, and the kronor left go
/// to the largest fractions, the lowest rank first where they are equal.
///
/// # Panics
/// If the quotas add up to another sum.
#[must_use]
pub(super) fn share_exactly<Rank: Ord>(
    sum: u64,
    quotas: &[BigRational],
    rank: impl Fn(usize) -> Rank,
) -> Vec<u64> {
    let whole = |quota: &BigRational| quota.to_integer().to_u64().expect("a part of the sum");
    let mut shares: Vec<u64> = quotas.iter().map(whole).collect();
    let left = sum.checked_sub(shares.iter().sum()).expect("quotas that add up to the sum");
    let left = usize::try_from(left).ok().filter(|left| *left <= shares.len());
    let mut by_fraction: Vec<usize> = (0..quotas.len()).collect();
    by_fraction.sort_by_cached_key(|&place| (Reverse(quotas[place].fract()), rank(place)));
    for &place in &by_fraction[..left.expect("at most one for each is left")] {
        shares[place] += 1;
    }
    shares
}

/// How many bits a number has.
#[must_use]
pub(super) fn bits(number: u128) -> u32 {
    u128::BITS - number.leading_zeros()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_half_is_rounded_away_from_zero() {
        assert_eq!(half_away_from_zero(5, 2), Some(3));
        assert_eq!(half_away_from_zero(7, 3), Some(2));
        assert_eq!(half_away_from_zero(0, 3), Some(0));
        assert_eq!(half_away_from_zero(1, 0), None);
        assert_eq!(half_away_from_zero(u128::MAX, u128::MAX), Some(1));
    }

    #[test]
    fn the_krona_left_goes_to_the_largest_fraction() {
        assert_eq!(share_by_weight(10, &[1, 1, 1]), [4, 3, 3]);
        assert_eq!(share_by_weight(100, &[13, 12]), [52, 48]);
        assert_eq!(share_by_weight(7, &[5, 2, 1]), [4, 2, 1]);
    }

    #[test]
    fn equal_fractions_go_to_the_first() {
        assert_eq!(share_by_weight(1, &[1, 1]), [1, 0]);
        assert_eq!(share_by_weight(3, &[0, 0]), [2, 1]);
    }

    #[test]
    fn of_many_equal_fractions_the_lowest_ranks_are_given() {
        let ranks = [9, 2, 7, 4, 1];
        let mut given = [0; 5];
        let rank = |position| ranks[position];
        largest_remainders(&mut given, &[5_u64, 5, 8, 5, 1], 4, 3, rank, &mut Vec::new());
        assert_eq!(given, [0, 1, 1, 1, 0]);
    }

    proptest! {
        #[test]
        fn exact_quotas_share_as_weights_do(
            sum in 0_u64..=2_000_000_000_000,
            weights in prop::collection::vec(1_u64..1_000_000, 1..3 * FEW),
        ) {
            let all: u64 = weights.iter().sum();
            let quota = |&weight: &u64| BigRational::new((u128::from(sum) * u128::from(weight)).into(), all.into());
            let quotas: Vec<BigRational> = weights.iter().map(quota).collect();
            prop_assert_eq!(share_exactly(sum, &quotas, |place| place), share_by_weight(sum, &weights));
        }

        #[test]
        fn two_parts_are_shared_as_any_number_is(sum in 0..=u64::MAX, one in 0_u64..1_000, other in 0_u64..9) {
            prop_assert_eq!(&share_between_two(sum, [one, other])[..], share_by_weight(sum, &[one, other]));
        }

        #[test]
        fn shares_add_up_and_none_is_a_krona_from_its_quota(
            sum in 0_u64..=2_000_000_000_000,
            weights in prop::collection::vec(0_u64..1_000_000, 1..40),
        ) {
            let shares = share_by_weight(sum, &weights);
            prop_assert_eq!(shares.iter().sum::<u64>(), sum);
            let all: u128 = weights.iter().map(|&weight| u128::from(weight)).sum();
            if all > 0 {
                for (&share, &weight) in shares.iter().zip(&weights) {
                    let quota = u128::from(sum) * u128::from(weight);
                    prop_assert!(u128::from(share) * all < quota + all);
                    prop_assert!((u128::from(share) + 1) * all > quota);
                }
            }
        }

        #[test]
        fn a_larger_weight_never_has_less(
            sum in 0_u64..1_000_000,
            weights in prop::collection::vec(0_u64..1_000, 2..20),
        ) {
            let shares = share_by_weight(sum, &weights);
            for one in 0..weights.len() {
                for other in 0..weights.len() {
                    if weights[one] > weights[other] {
                        prop_assert!(shares[one] >= shares[other]);
                    }
                }
            }
        }
    }
}
