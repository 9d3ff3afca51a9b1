//! Identities of the rows of a grouping or partition.

use std::num::NonZero;

/// Names a row for as long as it exists. A grouping uses none again; its copies may each use the same for rows of their
/// own. One bit pattern is left for "no row", so an optional id is no larger than an id.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct RowId(NonZero<u32>);

impl RowId {
    /// The id with this number, counted from 0; whoever makes rows numbers them.
    ///
    /// # Panics
    /// If the number is above four billion: each row is named in a file of limited size.
    #[must_use]
    pub fn new(number: usize) -> Self {
        let number = u32::try_from(number).ok().and_then(|number| number.checked_add(1));
        Self(number.and_then(NonZero::new).expect("fewer rows than numbers"))
    }

    /// Its number.
    #[must_use]
    #[inline]
    pub fn index(self) -> usize {
        self.0.get() as usize - 1
    }
}
