//! Whole kronor from exact amounts that are known as doubles: where a double cannot tell, nobody guesses.

/// How far from the exact amount a double can be that a few operations made, in parts of it.
const ERROR: f64 = 4.0e-15;

/// The most rows that a side can have here: more are left to the exact kernel.
pub(super) const MOST_ROWS: usize = 400;

/// The whole kronor of rows by largest remainder, from amounts that are not negative: the sum of all is rounded half away
/// from zero, and the kronor above the whole parts go to the largest fractions. `None` where the amounts are too close
/// to where it would turn out otherwise.
///
/// `order` has the rows by their lowest kommunkod, which decides between amounts that are `same`.
///
/// An amount that is nearly whole counts as whole: whether it is a little less or not, it has the same kronor in the end,
/// as its fraction is then among the largest.
#[inline]
pub(super) fn whole(
    amounts: &[f64],
    whole: &mut [f64],
    order: &[usize],
    same: impl Fn(usize, usize) -> bool,
) -> Option<()> {
    let mut largest = 0.0_f64;
    for &amount in amounts {
        largest = largest.max(amount);
    }
    let error = largest * ERROR;
    let mut fractions = [0.0_f64; MOST_ROWS];
    let fractions = &mut fractions[..amounts.len()];
    let mut sum = 0.0;
    for ((&amount, whole), fraction) in amounts.iter().zip(whole.iter_mut()).zip(fractions.iter_mut()) {
        let floor = amount.floor();
        let above = amount - floor;
        let is_whole = above < error || above > 1.0 - error;
        *whole = if is_whole { amount.round() } else { floor };
        *fraction = if is_whole { 0.0 } else { above };
        sum += *fraction;
    }
    #[expect(clippy::cast_precision_loss, reason = "few rows")]
    let error = error * (amounts.len() as f64 + 1.0) + 1e-12;
    let left = (sum + 0.5).floor();
    let is_near_half = (sum + 0.5 - left) < error || (left + 1.0 - (sum + 0.5)) < error;
    if is_near_half || largest >= 9.0e15 {
        return None;
    }
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "at most one for each row")]
    let mut left = left as usize;
    if left == 0 {
        return Some(());
    }
    // Few rows: the largest is found as often as there is a krona.
    let (mut last, mut last_row) = (f64::INFINITY, 0);
    while left > 0 {
        let (mut place, mut most) = (0, -1.0);
        for &row in order {
            if fractions[row] > most {
                (place, most) = (row, fractions[row]);
            }
        }
        whole[place] += 1.0;
        fractions[place] = -1.0;
        (last, last_row, left) = (most, place, left - 1);
    }
    // Whether fractions are equal is known of the same amounts alone.
    let is_near = |(row, fraction): (usize, &f64)| {
        *fraction >= 0.0 && last - fraction < 2.0 * error && !same(last_row, row)
    };
    if fractions.iter().enumerate().any(is_near) { None } else { Some(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shared(amounts: &[f64]) -> Option<Vec<f64>> {
        let mut kronor = vec![0.0; amounts.len()];
        let order: Vec<usize> = (0..amounts.len()).rev().collect();
        let same = |one: usize, other: usize| amounts[one].to_bits() == amounts[other].to_bits();
        whole(amounts, &mut kronor, &order, same).map(|()| kronor)
    }

    #[test]
    fn kronor_go_to_the_largest_fractions() {
        assert_eq!(shared(&[3.3, 2.9, 1.4]), Some(vec![3.0, 3.0, 2.0]));
        assert_eq!(shared(&[3.1, 2.9]), Some(vec![3.0, 3.0]));
        assert_eq!(shared(&[3.1, 2.2]), Some(vec![3.0, 2.0]));
        assert_eq!(shared(&[5.0]), Some(vec![5.0]));
        // The same amounts: the last one has the lowest kommunkod.
        assert_eq!(shared(&[3.4, 3.4, 3.4]), Some(vec![3.0, 3.0, 4.0]));
    }

    #[test]
    fn what_is_nearly_whole_is_whole_either_way() {
        let above = 2_000_000.0 + 1e-10;
        let below = 2_000_000.0 - 3e-10;
        assert_eq!(shared(&[above, 7.3]), Some(vec![2_000_000.0, 7.0]));
        assert_eq!(shared(&[below, 7.3]), Some(vec![2_000_000.0, 7.0]));
    }

    #[test]
    fn what_cannot_be_told_is_not() {
        // A half of the sum, and equal fractions at the last krona.
        assert_eq!(shared(&[3.25, 2.25]), None);
        assert_eq!(shared(&[3.4, 2.4, 1.4]), None);
        assert_eq!(shared(&[3.4, 2.4, 1.8]), None);
        assert_eq!(shared(&[1e16]), None);
    }
}
