//! How many ways there are to complete a grouping, for every set of kommuner that is left: by dynamic programming over
//! the sets, each from smaller ones.

use super::forbund::Allowed;
use super::kommun_set::KommunSet;

/// For every set of kommuner the number of ways to divide it into allowed förbund, by their number.
#[derive(Clone, Debug)]
pub struct Completions {
    most: usize,
    /// By set, then by number of förbund from none on.
    counts: Vec<u64>,
    /// By set, a bit for each number of förbund in which it can be divided.
    numbers: Vec<u32>,
}

/// For every set the numbers of förbund that it can be divided into, a bit for each.
#[must_use]
pub(super) fn possible_numbers(allowed: &Allowed) -> Vec<u32> {
    let sets = 1_u64 << allowed.kommuner();
    let mut numbers = vec![0_u32; 1 << allowed.kommuner()];
    numbers[0] = 1;
    for left in (1..sets).map(KommunSet::numbered) {
        let mut possible = 0;
        allowed.first_of(left, |_, forbund| possible |= numbers[left.without(forbund.set).index()] << 1);
        numbers[left.index()] = possible;
    }
    numbers
}

impl Completions {
    /// Those into at most so many förbund.
    ///
    /// # Panics
    /// If there are more ways than 64 bits count, which 25 kommuner do not have.
    #[must_use]
    pub fn new(allowed: &Allowed, most: usize) -> Self {
        let sets = 1_usize << allowed.kommuner();
        let most = most.min(allowed.kommuner());
        let width = most + 1;
        let mut counts = vec![0_u64; sets * width];
        let mut numbers = vec![0_u32; sets];
        counts[0] = 1;
        numbers[0] = 1;
        let mut row = vec![0_u64; width];
        for left in 1..sets {
            let left = KommunSet::numbered(left as u64);
            row.fill(0);
            allowed.first_of(left, |_, forbund| {
                let rest = left.without(forbund.set);
                let top = rest.len().min(most - 1);
                let start = rest.index() * width;
                for (count, of_rest) in row[1..].iter_mut().zip(&counts[start..=start + top]) {
                    *count += of_rest;
                }
            });
            let start = left.index() * width;
            counts[start..start + width].copy_from_slice(&row);
            let possible = row.iter().enumerate().filter(|(_, count)| **count > 0);
            numbers[left.index()] = possible.fold(0, |bits, (number, _)| bits | 1 << number);
        }
        Self { most, counts, numbers }
    }

    /// The memory that those of so many kommuner in at most so many förbund take, with the places of all sets: bytes.
    #[must_use]
    pub fn bytes(kommuner: usize, most: usize) -> usize {
        let of_set = (most.min(kommuner) + 1) * size_of::<u64>() + 2 * size_of::<u32>();
        // Of more kommuner than there are bits nothing can be listed.
        let sets = u32::try_from(kommuner).ok().and_then(|kommuner| 1_usize.checked_shl(kommuner));
        sets.and_then(|sets| sets.checked_mul(of_set)).unwrap_or(usize::MAX)
    }

    /// The most förbund that are counted.
    #[must_use]
    pub fn most(&self) -> usize {
        self.most
    }

    /// The numbers of förbund that a set can be divided into, a bit for each.
    #[must_use]
    #[inline]
    pub fn numbers(&self, left: KommunSet) -> u32 {
        self.numbers[left.index()]
    }

    /// The ways to divide a set, by number of förbund from none on.
    #[must_use]
    pub fn counts(&self, left: KommunSet) -> &[u64] {
        let width = self.most + 1;
        &self.counts[left.index() * width..][..width]
    }
}
