//! The share of its förbund that a kommun has, as a whole number in the order of the exact fractions.

/// A share of inhabitants, from 0 to 1, in parts of 2⁶², rounded up. Two different fractions of at most
/// [`Share::MOST_INHABITANTS`] are at least one part apart, so that shares are less, equal and greater as the fractions are.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Debug)]
pub struct Share(i64);

const BITS: u32 = 62;

impl Share {
    /// Inhabitants of which shares are in their exact order: a fraction differs from another one by 1 ÷ 2³¹ ÷ 2³¹ at least.
    pub const MOST_INHABITANTS: u64 = 1 << (BITS / 2);

    /// None at all.
    pub const NONE: Self = Self(0);

    /// So many of so many inhabitants.
    ///
    /// # Panics
    /// If there are none, or fewer than their part.
    #[must_use]
    pub fn of(part: u64, whole: u64) -> Self {
        assert!(part <= whole, "a part of the whole");
        let parts = (u128::from(part) << BITS).div_ceil(u128::from(whole));
        Self(i64::try_from(parts).expect("at most 2⁶²"))
    }

    /// The share of which a grouping is worth so much: less is better.
    #[must_use]
    pub fn of_worth(worth: i64) -> Self {
        Self(-worth)
    }

    /// In tenths of a percent, rounded half away from zero. The part that was rounded up moves no fraction over a half.
    #[must_use]
    pub fn tenths_of_percent(self) -> i64 {
        self.thousandths(1 << (BITS - 1))
    }

    /// In tenths of a percent, rounded up.
    #[must_use]
    pub fn at_most_tenths_of_percent(self) -> i64 {
        self.thousandths((1 << BITS) - 1)
    }

    fn thousandths(self, added: i128) -> i64 {
        let thousandths = (i128::from(self.0) * 1_000 + added) >> BITS;
        i64::try_from(thousandths).expect("a thousand at most")
    }
}

/// In parts of 2⁶².
impl From<Share> for i64 {
    fn from(share: Share) -> Self {
        share.0
    }
}

#[cfg(test)]
mod tests {
    use super::Share;
    use crate::model::rounding::half_away_from_zero;

    /// Every fraction with a small denominator against every other one, by multiplying crosswise.
    #[test]
    fn shares_are_in_the_order_of_the_fractions() {
        let fractions: Vec<(u64, u64)> =
            (1..=40).flat_map(|whole| (0..=whole).map(move |part| (part, whole))).collect();
        for &(part, whole) in &fractions {
            for &(other, of) in &fractions {
                assert_eq!(
                    Share::of(part, whole).cmp(&Share::of(other, of)),
                    (part * of).cmp(&(other * whole)),
                    "{part}/{whole} {other}/{of}"
                );
            }
        }
    }

    /// No two fractions of so many inhabitants are nearer to each other than these.
    #[test]
    fn the_nearest_fractions_are_told_apart() {
        let most = Share::MOST_INHABITANTS;
        assert!(Share::of(1, most) < Share::of(1, most - 1));
        assert!(Share::of(most - 2, most - 1) < Share::of(most - 1, most));
        assert_eq!(Share::of(most / 2, most), Share::of(1, 2));
        assert_eq!(i64::from(Share::of(most, most)), 1 << 62);
    }

    #[test]
    fn tenths_are_those_of_the_fraction() {
        let of_fraction =
            |part: u64, whole: u64| half_away_from_zero(u128::from(part) * 1_000, u128::from(whole));
        for whole in (1..200).chain([2_000, 60_000, 6_300_000_000_u64]) {
            for part in
                [0, 1, whole / 3, whole / 2, whole - 1, whole].into_iter().chain(whole.checked_sub(999))
            {
                let tenths = u128::try_from(Share::of(part, whole).tenths_of_percent()).ok();
                assert_eq!(tenths, of_fraction(part, whole), "{part}/{whole}");
            }
        }
        // 50.05 percent is a half of a tenth above.
        assert_eq!(Share::of(1_001, 2_000).tenths_of_percent(), 501);
        assert_eq!(
            (
                Share::of(1, 1_000_000).at_most_tenths_of_percent(),
                Share::of(0, 7).at_most_tenths_of_percent()
            ),
            (1, 0)
        );
        assert_eq!(Share::of_worth(-i64::from(Share::of(2, 3))), Share::of(2, 3));
    }
}
