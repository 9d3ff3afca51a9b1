//! The numbers that belong to the states of one step: of each state how many ways lead to it, by groups founded so far.

use num_bigint::BigUint;

/// Numbers of partitions, a row per state: by the number of groups founded so far, from `fewest` to `most`, or all in
/// one. Each number takes the same count of 64-bit words, lowest first; the count is chosen so that no sum can overflow.
pub(super) struct Tally {
    pub(super) fewest: usize,
    pub(super) most: usize,
    by_number: bool,
    words: usize,
    values: Vec<u64>,
}

impl Tally {
    /// Of the empty partition of nothing.
    pub(super) fn start(by_number: bool) -> Self {
        Self { fewest: 0, most: 0, by_number, words: 1, values: vec![1] }
    }

    /// No rows yet, for numbers up to `bound`.
    pub(super) fn empty(by_number: bool, fewest: usize, most: usize, bound: &BigUint) -> Self {
        let words = usize::try_from(bound.bits().div_ceil(64)).expect("a count of words").max(1);
        Self { fewest, most, by_number, words, values: Vec::new() }
    }

    pub(super) fn bytes(&self) -> usize {
        self.values.capacity() * size_of::<u64>()
    }

    fn numbers(&self) -> usize {
        if self.by_number { self.most + 1 - self.fewest } else { 1 }
    }

    fn row_words(&self) -> usize {
        self.numbers() * self.words
    }

    pub(super) fn add_row(&mut self) {
        self.values.resize(self.values.len() + self.row_words(), 0);
    }

    fn row(&self, row: usize) -> &[u64] {
        &self.values[row * self.row_words()..(row + 1) * self.row_words()]
    }

    /// The fewest and the most groups for which the row has a number that is not zero, `None` where there are none; of
    /// all in one, the whole range.
    pub(super) fn range(&self, row: usize) -> Option<(usize, usize)> {
        if !self.by_number {
            return Some((self.fewest, self.most));
        }
        let row = self.row(row);
        let first = row.iter().position(|&word| word != 0)? / self.words;
        let last = row.iter().rposition(|&word| word != 0)? / self.words;
        Some((self.fewest + first, self.fewest + last))
    }

    /// Adds to a row what a row of the step before has for `range`, each for as many groups more as have been founded.
    pub(super) fn add(
        &mut self,
        row: usize,
        from: &Self,
        from_row: usize,
        range: (usize, usize),
        founded: usize,
    ) {
        let (fewest, most) =
            (range.0.max(self.fewest.saturating_sub(founded)), range.1.min(self.most - founded));
        if !self.by_number {
            let start = row * self.words;
            add_words(&mut self.values[start..start + self.words], from.row(from_row));
            return;
        }
        if fewest > most {
            return;
        }
        let source =
            &from.row(from_row)[(fewest - from.fewest) * from.words..(most + 1 - from.fewest) * from.words];
        let start = row * self.row_words() + (fewest + founded - self.fewest) * self.words;
        let target = &mut self.values[start..start + (most + 1 - fewest) * self.words];
        if self.words == 1 && from.words == 1 {
            target.iter_mut().zip(source).for_each(|(sum, word)| *sum += word);
            return;
        }
        for (sum, number) in target.chunks_exact_mut(self.words).zip(source.chunks_exact(from.words)) {
            add_words(sum, number);
        }
    }

    /// The sum of all numbers of all rows.
    pub(super) fn total(&self) -> BigUint {
        let mut sum = vec![0; self.words + 1];
        for number in self.values.chunks_exact(self.words) {
            add_words(&mut sum, number);
        }
        big(&sum)
    }

    /// The numbers of a row, the first for `fewest` groups.
    pub(super) fn row_numbers(&self, row: usize) -> Vec<BigUint> {
        self.row(row).chunks_exact(self.words).map(big).collect()
    }
}

/// Adds a number to a sum that has words enough. Words of the number beyond those of the sum are zero.
fn add_words(sum: &mut [u64], number: &[u64]) {
    let mut carry = false;
    let (low, high) = sum.split_at_mut(number.len().min(sum.len()));
    for (sum, &word) in low.iter_mut().zip(number) {
        let (added, over) = sum.overflowing_add(word);
        let (added, over_by_carry) = added.overflowing_add(u64::from(carry));
        *sum = added;
        carry = over || over_by_carry;
    }
    for sum in high {
        if !carry {
            break;
        }
        (*sum, carry) = sum.overflowing_add(1);
    }
    assert!(!carry, "the words of a sum are chosen by a bound");
}

fn big(words: &[u64]) -> BigUint {
    let bytes: Vec<u8> = words.iter().flat_map(|word| word.to_le_bytes()).collect();
    BigUint::from_bytes_le(&bytes)
}
