//! The two roundings of finsam, and nothing else rounds money.
//!
//! How Försäkringskassan rounds is not documented; these rules are finsam's own and are named among the
//! assumptions of every output.

use std::cmp::Ordering;

/// Rounds `numerator ÷ denominator` (both not negative) to a whole number, a half away from zero.
/// `None` if twice the numerator does not fit in 128 bits or the denominator is nought.
#[must_use]
pub fn half_away_from_zero(numerator: u128, denominator: u128) -> Option<u128> {
    let whole = numerator.checked_div(denominator)?;
    let rest = numerator % denominator;
    // rest ≥ denominator ÷ 2, written so that nothing can overflow.
    Some(if rest >= denominator - rest { whole.checked_add(1)? } else { whole })
}

/// What the floor of a quota left over, with all that decides who is given a krona more.
#[derive(Clone, Copy, Debug)]
pub struct Remainder<Part> {
    /// The fraction above the floor; all fractions of one distribution have the same denominator.
    pub fraction: Part,
    /// Decides between equal fractions: the lowest first (lowest kommunkod, or the order of components).
    pub rank: u32,
    /// Whose it is.
    pub owner: u32,
}

/// The largest-remainder rule: moves the `left` remainders that are given a krona more to the front and returns
/// them. Largest fraction first; between equal ones the lowest rank.
///
/// Linear in the number of remainders, and their order beyond "given" and "not given" is not specified.
pub fn largest_remainders<Part: Ord + Copy>(
    remainders: &mut [Remainder<Part>],
    left: usize,
) -> &[Remainder<Part>] {
    let given = left.min(remainders.len());
    if given > 0 && given < remainders.len() {
        remainders.select_nth_unstable_by(given - 1, first_to_be_given);
    }
    &remainders[..given]
}

/// Compares without a branch: which of two fractions is larger cannot be predicted, and this is the innermost loop.
#[expect(clippy::needless_bitwise_bool, reason = "a lazy operator is a branch")]
fn first_to_be_given<Part: Ord>(one: &Remainder<Part>, other: &Remainder<Part>) -> Ordering {
    let equal = one.fraction == other.fraction;
    let before = (one.fraction > other.fraction) | (equal & (one.rank < other.rank));
    let after = (one.fraction < other.fraction) | (equal & (one.rank > other.rank));
    after.cmp(&before)
}

/// Shares the whole `sum` by weight with the largest-remainder rule; the shares add up to `sum`.
///
/// Equal fractions go to the lower index, so callers pass the weights in order of kommunkod (or of components).
/// Where every weight is nought all count alike: there is no other way to share without losing money.
#[must_use]
pub fn share_by_weight(sum: u64, weights: &[u64]) -> Vec<u64> {
    // 64 bits times 64 bits always fit in 128, so there is always an answer.
    share(sum, weights.iter().map(|&weight| u128::from(weight))).unwrap_or_default()
}

/// [`share_by_weight`] for weights that are products; `None` if a quota does not fit in 128 bits.
#[must_use]
pub fn share_by_wide_weight(sum: u64, weights: &[u128]) -> Option<Vec<u64>> {
    share(sum, weights.iter().copied())
}

fn share(sum: u64, weights: impl ExactSizeIterator<Item = u128> + Clone) -> Option<Vec<u64>> {
    let all = weights.clone().try_fold(0_u128, u128::checked_add)?;
    if all == 0 {
        let alike = vec![1; weights.len()];
        return Some(if alike.is_empty() { Vec::new() } else { share_by_weight(sum, &alike) });
    }
    let mut shares = Vec::with_capacity(weights.len());
    let mut remainders = Vec::with_capacity(weights.len());
    let mut left = sum;
    for (owner, weight) in (0..).zip(weights) {
        let quota = u128::from(sum).checked_mul(weight)?;
        let floor = u64::try_from(quota / all).ok()?;
        remainders.push(Remainder { fraction: quota % all, rank: owner, owner });
        shares.push(floor);
        left -= floor;
    }
    for remainder in largest_remainders(&mut remainders, usize::try_from(left).ok()?) {
        shares[remainder.owner as usize] += 1;
    }
    Some(shares)
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

    proptest! {
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
