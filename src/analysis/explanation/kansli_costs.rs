//! What the kanslier cost, by row.

use std::collections::HashMap;

use super::node::Node;
use crate::model::row_id::RowId;

/// What the kansli of each row is made of; none where that is not known.
pub(super) type Costs = HashMap<RowId, Option<Vec<Node>>>;

/// What the kansli of each row after is made of.
#[derive(Default, Debug)]
pub(super) struct Kanslier {
    pub(super) own: Costs,
    /// The shares of shared kanslier that each row carries.
    pub(super) shared: HashMap<usize, Option<Vec<Node>>>,
}
