//! The rows of a grouping by name.

use std::collections::HashMap;

use crate::model::name::{canonical, folded};
use crate::model::row_id::RowId;

/// Finds rows by name; kept in step with them.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub(super) struct RowNames {
    /// No two rows have the same name in this form.
    canonical: HashMap<String, RowId>,
    folded: HashMap<String, Vec<RowId>>,
}

impl RowNames {
    pub(super) fn add(&mut self, name: &str, id: RowId) {
        self.canonical.insert(canonical(name), id);
        self.folded.entry(folded(name)).or_default().push(id);
    }

    pub(super) fn remove(&mut self, name: &str, id: RowId) {
        let canonical = canonical(name);
        // A new förbund may have taken the name of one that it empties before that one is gone.
        if self.canonical.get(&canonical) == Some(&id) {
            self.canonical.remove(&canonical);
        }
        let folded = folded(name);
        if let Some(ids) = self.folded.get_mut(&folded) {
            ids.retain(|known| *known != id);
            if ids.is_empty() {
                self.folded.remove(&folded);
            }
        }
    }

    pub(super) fn canonical(&self, canonical: &str) -> Option<RowId> {
        self.canonical.get(canonical).copied()
    }

    pub(super) fn folded(&self, folded: &str) -> &[RowId] {
        self.folded.get(folded).map_or(&[], Vec::as_slice)
    }
}
