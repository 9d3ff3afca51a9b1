//! What a group must satisfy beside being connected, and what it is worth.

/// A rule about single groups. A group is made by one vertex after the other, in an order of nobody's choice, and all
/// that the rule remembers of it is a label: beginnings with the same frontier and the same labels are one. The coarser
/// the labels, the fewer states: a size that matters up to nine only is one of nine.
///
/// Values may be given at any of the three moments, and add up over the groups. More is better.
pub trait GroupRule {
    /// What must be known of the vertices of a group so far.
    type Label: Copy + Ord;

    /// The label of a group that has one vertex so far, and the value that this adds; `None` if no group may have it.
    fn found(&self, vertex: usize) -> Option<(Self::Label, i64)>;

    /// The label of a group that has a vertex more, and the value that this adds; `None` if no group that has these
    /// vertices, and perhaps more, is allowed.
    fn join(&self, label: Self::Label, vertex: usize) -> Option<(Self::Label, i64)>;

    /// The value that is added when the group is complete; `None` if it is not allowed.
    fn complete(&self, label: Self::Label) -> Option<i64>;
}

/// Every connected group is allowed, and worth nothing.
#[derive(Debug, Clone, Copy)]
pub struct AnyGroup;

impl GroupRule for AnyGroup {
    type Label = ();

    fn found(&self, _: usize) -> Option<((), i64)> {
        Some(((), 0))
    }

    fn join(&self, (): (), _: usize) -> Option<((), i64)> {
        Some(((), 0))
    }

    fn complete(&self, (): ()) -> Option<i64> {
        Some(0)
    }
}
