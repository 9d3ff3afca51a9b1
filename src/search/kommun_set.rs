//! Sets of the kommuner that are searched.

/// A set of searched kommuner, which are numbered by kommunkod.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Debug)]
pub struct KommunSet(u64);

impl KommunSet {
    /// Kommuner that a set can hold.
    pub const MOST: usize = 63;
    /// None of them.
    pub const EMPTY: Self = Self(0);

    /// Only this one.
    ///
    /// # Panics
    /// If there are more than [`Self::MOST`].
    #[must_use]
    pub fn only(kommun: usize) -> Self {
        assert!(kommun < Self::MOST, "no more kommuner than a set can hold");
        Self(1 << kommun)
    }

    /// The first ones, so many.
    #[must_use]
    pub fn first(kommuner: usize) -> Self {
        (0..kommuner).collect()
    }

    /// The set with this number: every set of the first so many kommuner is numbered below 2 to the power of so many.
    #[must_use]
    pub const fn numbered(number: u64) -> Self {
        Self(number)
    }

    /// Its number.
    #[must_use]
    pub const fn number(self) -> u64 {
        self.0
    }

    /// Its number as a position in a table of all sets.
    #[expect(clippy::cast_possible_truncation, reason = "there are tables of few kommuner only")]
    #[must_use]
    pub const fn index(self) -> usize {
        self.0 as usize
    }

    /// Whether none is in it.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// How many are in it.
    #[must_use]
    pub const fn len(self) -> usize {
        self.0.count_ones() as usize
    }

    /// [`Self::len`] as a number to compute with.
    #[must_use]
    pub const fn count(self) -> u32 {
        self.0.count_ones()
    }

    /// Whether one is in it.
    #[must_use]
    pub const fn contains(self, kommun: usize) -> bool {
        self.0 >> kommun & 1 == 1
    }

    /// Whether all of its kommuner are in another one.
    #[must_use]
    pub const fn is_within(self, other: Self) -> bool {
        self.0 & !other.0 == 0
    }

    /// Those that are in one of both.
    #[must_use]
    pub const fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Those that are in both.
    #[must_use]
    pub const fn common(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// Those that are not in another one.
    #[must_use]
    pub const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// The one with the lowest kommunkod; `None` of none.
    #[must_use]
    pub const fn lowest(self) -> Option<usize> {
        if self.0 == 0 { None } else { Some(self.0.trailing_zeros() as usize) }
    }

    /// The set of the one with the lowest kommunkod, none of none.
    #[must_use]
    pub const fn first_alone(self) -> Self {
        Self(self.0 & self.0.wrapping_neg())
    }

    /// The next subset after this one of all subsets of `whole`, in order of their numbers; the empty one after the
    /// whole.
    #[must_use]
    pub const fn next_within(self, whole: Self) -> Self {
        Self(self.0.wrapping_sub(whole.0) & whole.0)
    }

    /// Its kommuner, in order of kommunkod.
    pub fn iter(self) -> impl Iterator<Item = usize> + Clone {
        let mut left = self;
        std::iter::from_fn(move || {
            let next = left.lowest()?;
            left = left.without(Self(1 << next));
            Some(next)
        })
    }
}

impl FromIterator<usize> for KommunSet {
    fn from_iter<Kommuner: IntoIterator<Item = usize>>(kommuner: Kommuner) -> Self {
        kommuner.into_iter().fold(Self::EMPTY, |set, kommun| set.union(Self::only(kommun)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn subsets_follow_each_other_until_the_whole() {
        let whole: KommunSet = [1, 3, 4].into_iter().collect();
        let mut found = vec![KommunSet::EMPTY];
        loop {
            let next = found[found.len() - 1].next_within(whole);
            if next.is_empty() {
                break;
            }
            found.push(next);
        }
        assert_eq!(found.len(), 8);
        assert!(found.iter().all(|set| set.is_within(whole)) && found.is_sorted());
        assert_eq!(found[7], whole);
    }

    #[test]
    fn kommuner_come_in_order() {
        let set: KommunSet = [62, 0, 7].into_iter().collect();
        assert_eq!(set.iter().collect::<Vec<_>>(), [0, 7, 62]);
        assert_eq!((set.len(), set.lowest(), set.first_alone()), (3, Some(0), KommunSet::only(0)));
        assert_eq!(KommunSet::first(3).without(set).iter().collect::<Vec<_>>(), [1, 2]);
    }
}
