//! Round amounts along an axis.

/// 1, 2 and 5 times the powers of ten.
fn round() -> impl Iterator<Item = i128> {
    (0..=19).flat_map(|power| [1, 2, 5].map(|digit| digit * 10_i128.pow(power)))
}

/// The multiples of a round step from `lowest` to `highest`: as many as `fit`, but at most a
/// dozen. One alone, or none, always does.
pub(super) fn ticks(lowest: i64, highest: i64, fit: impl Fn(&[i64]) -> bool) -> Vec<i64> {
    let (lowest, highest) = (i128::from(lowest), i128::from(highest));
    let few = round().skip_while(|step| (highest - lowest) / step > 11);
    let mut multiples = few.map(|step| {
        let first = -(-lowest).div_euclid(step);
        let all = first..=highest.div_euclid(step);
        all.filter_map(|times| i64::try_from(times * step).ok()).collect()
    });
    multiples.find(|ticks: &Vec<i64>| ticks.len() < 2 || fit(ticks)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_are_round_and_within_their_range() {
        assert_eq!(ticks(-7, 23, |_| true), [-5, 0, 5, 10, 15, 20]);
        assert_eq!(ticks(0, 4_188_024, |ticks| ticks.len() <= 3), [0, 2_000_000, 4_000_000]);
        assert_eq!(ticks(120, 180, |ticks| ticks.len() <= 4), [120, 140, 160, 180]);
        assert_eq!(ticks(3, 3, |_| true), [3]);
        // One alone always has a place.
        assert_eq!(ticks(11, 13, |_| false), [12]);
    }

    #[test]
    fn the_widest_range_has_ticks() {
        let ticks = ticks(i64::MIN, i64::MAX, |ticks| ticks.len() <= 5);
        assert_eq!(ticks, [-5_000_000_000_000_000_000, 0, 5_000_000_000_000_000_000]);
    }
}
