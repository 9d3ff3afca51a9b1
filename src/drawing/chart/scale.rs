//! From amounts to places along an axis.

/// From amounts to places along an axis.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Scale {
    lowest: i128,
    /// From the lowest amount to the highest, not zero.
    span: i128,
    /// Where the lowest amount lies.
    start: i128,
    /// From there to the highest; negative if it lies to the left or above.
    length: i128,
}

/// An amount, and how much of the axis what stands there needs on its two sides.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Extent {
    pub(super) at: i64,
    pub(super) before: i64,
    pub(super) after: i64,
}

impl Scale {
    /// The scale with the lowest of two amounts at `start` and the highest at `end`. Where both are the same, the amount
    /// lies in the middle.
    pub(super) fn new((lowest, highest): (i64, i64), (start, end): (i64, i64)) -> Self {
        let [mut lowest, mut highest] = [lowest, highest].map(i128::from);
        if lowest == highest {
            lowest -= 1;
            highest += 1;
        }
        let [start, end] = [start, end].map(i128::from);
        Self { lowest, span: (highest - lowest).max(1), start, length: end - start }
    }

    /// The widest scale on which all that stands at the amounts lies between `left` and `right`; none if it would be
    /// narrower than `least`, or if there are no amounts.
    pub(super) fn fitting(extents: &[Extent], (left, right): (i64, i64), least: i64) -> Option<Self> {
        let lowest = extents.iter().map(|extent| extent.at).min()?;
        let highest = extents.iter().map(|extent| extent.at).max()?;
        let sides = |length: i64| {
            let scale = Self::new((lowest, highest), (0, length));
            let places = extents.iter().map(|extent| (extent, scale.place(extent.at)));
            places.fold((0, length), |(before, after), (extent, place)| {
                (before.max(extent.before - place), after.max(place + extent.after))
            })
        };
        let fits = |length: i64| {
            let (before, after) = sides(length);
            before + after <= right - left
        };
        // Texts on both sides of the amounts may need more on a very short scale than on a longer one, but not once it
        // is as long as `least`.
        let (mut fitting, mut too_long) = (least.max(1), right - left + 1);
        if fitting >= too_long || !fits(fitting) {
            return None;
        }
        while too_long - fitting > 1 {
            let middle = i64::midpoint(fitting, too_long);
            if fits(middle) {
                fitting = middle;
            } else {
                too_long = middle;
            }
        }
        let start = left + sides(fitting).0;
        Some(Self::new((lowest, highest), (start, start + fitting)))
    }

    /// Where an amount lies.
    pub(super) fn place(&self, amount: i64) -> i64 {
        let along = (i128::from(amount) - self.lowest).saturating_mul(self.length);
        let place = self.start + (2 * along + self.span).div_euclid(2 * self.span);
        i64::try_from(place).unwrap_or(i64::MAX)
    }

    /// The lowest and the highest amount between two places, whichever of them is first.
    pub(super) fn amounts(&self, one: i64, other: i64) -> (i64, i64) {
        let amount = |place: i64| {
            let amount = self.lowest + (i128::from(place) - self.start) * self.span / self.length_or_one();
            i64::try_from(amount.clamp(i64::MIN.into(), i64::MAX.into())).unwrap_or(0)
        };
        let (one, other) = (amount(one), amount(other));
        (one.min(other), one.max(other))
    }

    fn length_or_one(&self) -> i128 {
        if self.length == 0 { 1 } else { self.length }
    }

    /// How long it is.
    pub(super) fn length(&self) -> i64 {
        i64::try_from(self.length.abs()).unwrap_or(i64::MAX)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn extent(at: i64, before: i64, after: i64) -> Extent {
        Extent { at, before, after }
    }

    #[test]
    fn amounts_have_places_and_places_amounts() {
        let scale = Scale::new((-100, 300), (1_000, 5_000));
        assert_eq!([-100, 0, 1, 300].map(|amount| scale.place(amount)), [1_000, 2_000, 2_010, 5_000]);
        assert_eq!(scale.amounts(1_500, 4_500), (-50, 250));
        let upwards = Scale::new((0, 100), (800, 0));
        assert_eq!((upwards.place(0), upwards.place(25), upwards.place(100)), (800, 600, 0));
        assert_eq!(upwards.amounts(0, 400), (50, 100));
        assert_eq!(Scale::new((7, 7), (0, 100)).place(7), 50);
    }

    #[test]
    fn labels_take_what_they_need_from_the_scale() {
        // The labels take 300 on either side, 400 are left.
        let scale =
            Scale::fitting(&[extent(-50, 300, 0), extent(0, 0, 0), extent(50, 0, 300)], (0, 1_000), 10);
        assert_eq!(scale, Some(Scale::new((-50, 50), (300, 700))));
        // The label of a short bar fits beside the long one.
        let scale = Scale::fitting(&[extent(0, 0, 0), extent(10, 0, 300), extent(100, 0, 0)], (0, 1_000), 10);
        assert_eq!(scale, Some(Scale::new((0, 100), (0, 1_000))));
        assert_eq!(Scale::fitting(&[extent(0, 600, 600)], (0, 1_000), 10), None);
        assert_eq!(Scale::fitting(&[], (0, 1_000), 10), None);
    }

    #[test]
    fn the_largest_amounts_have_places() {
        let scale = Scale::new((i64::MIN, i64::MAX), (0, 7_200));
        assert_eq!([i64::MIN, 0, i64::MAX].map(|amount| scale.place(amount)), [0, 3_600, 7_200]);
        assert_eq!(scale.amounts(0, 7_200), (i64::MIN, i64::MAX));
        assert!(scale.amounts(-7_200, 14_400) == (i64::MIN, i64::MAX));
    }
}
