//! Who is with whom, in small integers: no names, no costs, no history. A grouping has one; a search has many.

use super::allocation_base::{AllocationBase, RowBase};
use super::kommun::KommunId;
use super::row_id::RowId;

/// The row that each kommun of a table is in, or none. After it has been made nothing is allocated.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Partition {
    row_of: Vec<Option<RowId>>,
}

impl Partition {
    /// For so many kommuner, each of them in no row.
    #[must_use]
    pub fn new(kommuner: usize) -> Self {
        Self { row_of: vec![None; kommuner] }
    }

    /// The row that a kommun is in.
    #[must_use]
    pub fn of(&self, kommun: KommunId) -> Option<RowId> {
        self.row_of[kommun.index()]
    }

    /// Moves a kommun to a row, and returns the one it was in.
    pub fn place(&mut self, kommun: KommunId, to: RowId) -> Option<RowId> {
        self.row_of[kommun.index()].replace(to)
    }

    /// Takes a kommun out of its row, and returns that.
    pub fn take(&mut self, kommun: KommunId) -> Option<RowId> {
        self.row_of[kommun.index()].take()
    }

    /// Adds the allocation base of each kommun to its row in `rows`, which are numbered by their [`RowId`]s and begin
    /// as [`RowBase::empty`].
    ///
    /// Who numbers rows in the order in which kommuner first meet them knows their lowest kommunkoder beforehand.
    ///
    /// # Panics
    /// If a kommun is in a row that is not among `rows`, or a sum does not fit, which those of a
    /// [`super::allocation::Model`] do.
    pub fn sum_rows(&self, bases: &[AllocationBase], rows: &mut [RowBase]) {
        for (base, row) in bases.iter().zip(&self.row_of) {
            if let Some(row) = row {
                let sum = &mut rows[row.index()].base;
                sum.forsorjningsmatt += base.forsorjningsmatt;
                sum.befolkning += base.befolkning;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kommun_is_in_one_row_and_counts_there() {
        let [one, two] = [0, 1].map(RowId::new);
        let kommuner = [0, 1, 2, 3].map(KommunId::new);
        let mut partition = Partition::new(4);
        assert_eq!(partition.of(kommuner[0]), None);
        for (kommun, row) in [(0, one), (1, two), (3, one)] {
            assert_eq!(partition.place(kommuner[kommun], row), None);
        }
        assert_eq!(partition.place(kommuner[1], one), Some(two));
        assert_eq!((partition.place(kommuner[2], two), partition.take(kommuner[2])), (None, Some(two)));
        assert_eq!(partition.of(kommuner[2]), None);

        let base = |units| AllocationBase { forsorjningsmatt: units, befolkning: 10 * units };
        let mut rows = [RowBase::empty(true, kommuner[0]), RowBase::empty(true, kommuner[1])];
        partition.sum_rows(&[1, 2, 4, 8].map(base), &mut rows);
        assert_eq!(rows.map(|row| row.base), [base(11), base(0)]);
    }
}
