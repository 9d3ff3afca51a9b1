//! Draws by their rank: exactly, or by bins of a fixed width where there are too many to keep.

/// So many draws are kept for exact quantiles.
pub(super) const MOST_KEPT: u64 = 1_000_000;

/// Bins of a figure.
const BINS: usize = 1 << 16;

/// The values of a figure in all draws.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Values {
    /// Each of them, in no particular order.
    All(Vec<i64>),
    /// How many there are in each bin.
    Binned(Bins),
}

/// How many values there are from one multiple of a width to the next; what lies beyond is in the first or last bin.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Bins {
    /// Where the first bin begins.
    pub(super) first: i64,
    /// How wide each is.
    pub(super) width: i64,
    /// What is in each.
    pub(super) counts: Vec<u64>,
}

impl Bins {
    /// Empty bins around some values, four times as wide.
    pub(super) fn around(values: &[i64]) -> Self {
        let ends = values.iter().min().zip(values.iter().max());
        let (least, most) = ends.map_or((0, 0), |(least, most)| (*least, *most));
        let count = i64::try_from(BINS).expect("few bins");
        let needed = (most - least) / (count / 4) + 1;
        // 1, 2, 5, 10, 20, …
        let steps = (0..).map(|step: u32| [1, 2, 5][step as usize % 3] * 10_i64.pow(step / 3));
        let width = steps.into_iter().find(|width| *width >= needed).expect("a step for every range");
        let middle = least + (most - least) / 2;
        let first = (middle.div_euclid(width) - count / 2) * width;
        Self { first, width, counts: vec![0; BINS] }
    }

    pub(super) fn add(&mut self, value: i64) {
        let place = (value - self.first).div_euclid(self.width);
        let place = usize::try_from(place).unwrap_or(0).min(BINS - 1);
        self.counts[place] += 1;
    }

    /// The middle of the bin that the value with a rank is in.
    fn at(&self, rank: u64) -> i64 {
        let mut below = 0;
        for (place, count) in (0..).zip(&self.counts) {
            below += count;
            if below >= rank {
                return self.first + place * self.width + self.width / 2;
            }
        }
        self.first
    }
}

impl Values {
    pub(super) fn add(&mut self, value: i64) {
        match self {
            Self::All(all) => all.push(value),
            Self::Binned(bins) => bins.add(value),
        }
    }

    /// Adds those of another part.
    pub(super) fn append(&mut self, other: Self) {
        match (self, other) {
            (Self::All(all), Self::All(mut other)) => all.append(&mut other),
            (Self::Binned(bins), Self::Binned(other)) => {
                for (count, other) in bins.counts.iter_mut().zip(other.counts) {
                    *count += other;
                }
            }
            _ => unreachable!("the parts of a run keep their values alike"),
        }
    }

    /// The values with these ranks, which are in order and begin with 1.
    pub(super) fn ranked(&self, ranks: &[u64]) -> Vec<i64> {
        match self {
            Self::Binned(bins) => ranks.iter().map(|rank| bins.at(*rank)).collect(),
            Self::All(all) => ranked(all, ranks),
        }
    }

    /// How wide the bins are, where there are some.
    pub(super) fn width(&self) -> Option<i64> {
        if let Self::Binned(bins) = self { Some(bins.width) } else { None }
    }
}

/// The values with these ranks: the bins that they are in are found by counting, and only what is there is put in order.
fn ranked(values: &[i64], ranks: &[u64]) -> Vec<i64> {
    let Some((&least, &most)) = values.iter().min().zip(values.iter().max()) else { return Vec::new() };
    let range = most.abs_diff(least);
    let shift = (u64::BITS - range.leading_zeros()).saturating_sub(14);
    #[expect(clippy::cast_possible_truncation, reason = "at most 15 bits are left")]
    let bin = |value: i64| (value.abs_diff(least) >> shift) as usize;
    let mut counts = vec![0_u64; bin(most) + 1];
    for &value in values {
        counts[bin(value)] += 1;
    }
    let mut wanted: Vec<Option<(u64, Vec<i64>)>> = vec![None; counts.len()];
    let mut places = Vec::with_capacity(ranks.len());
    for &rank in ranks {
        let (mut below, mut place) = (0, 0);
        while below + counts[place] < rank {
            below += counts[place];
            place += 1;
        }
        wanted[place] = Some((below, Vec::new()));
        places.push(place);
    }
    for &value in values {
        if let Some((_, of_bin)) = &mut wanted[bin(value)] {
            of_bin.push(value);
        }
    }
    for (_, of_bin) in wanted.iter_mut().flatten() {
        of_bin.sort_unstable();
    }
    let value = |(place, rank): (&usize, &u64)| {
        let (below, of_bin) = wanted[*place].as_ref().expect("asked for above");
        of_bin[usize::try_from(rank - below - 1).expect("a place in memory")]
    };
    places.iter().zip(ranks).map(value).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn bins_are_as_wide_as_is_needed() {
        let width = |range: i64| Bins::around(&[0, range]).width;
        assert_eq!([0, 10_000, 20_000, 40_000, 200_000, 10_000_000].map(width), [1, 1, 2, 5, 20, 1_000]);
        let mut bins = Bins::around(&[-1_000_000, 3_000_000]);
        for value in [-1_000_000, 5, 3_000_000, i64::MIN / 4, i64::MAX / 4] {
            bins.add(value);
        }
        let middle = bins.at(3);
        assert!((middle - 5).abs() <= bins.width, "{middle} {}", bins.width);
    }

    proptest! {
        #[test]
        fn ranks_are_those_of_the_sorted_values(
            values in prop::collection::vec(prop_oneof![-50_i64..50, any::<i32>().prop_map(i64::from)], 1..300),
        ) {
            let mut sorted = values.clone();
            sorted.sort_unstable();
            let ranks: Vec<u64> = (1..=values.len() as u64).collect();
            prop_assert_eq!(Values::All(values).ranked(&ranks), sorted);
        }
    }
}
