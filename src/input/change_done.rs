//! A change of a scenario that was done, with what was before and after it.

use std::collections::HashMap;
use std::ops::Range;

use super::scenario_file::{ChangeSection, Verb};
use crate::model::change::Change;
use crate::model::grouping::{Grouping, Row};
use crate::model::kommun::{KommunId, Kommuner};
use crate::model::row_id::RowId;

/// A row that a change is about, as it was before.
#[derive(Debug)]
pub(super) struct Touched {
    pub(super) id: RowId,
    pub(super) name: String,
    pub(super) members: Vec<KommunId>,
    pub(super) shared: Vec<usize>,
}

/// A change that was done.
#[derive(Clone, Copy)]
pub(super) struct Done<'change> {
    pub(super) verb: &'change Verb,
    pub(super) section: &'change ChangeSection,
    pub(super) change: &'change Change,
    /// The rows it is about, as they were before, see [`touched`].
    pub(super) touched: &'change [Touched],
    pub(super) after: &'change Grouping,
    pub(super) kommuner: &'change Kommuner,
}

/// The rows that a change is about, before it is done.
pub(super) fn touched(change: &Change, before: &Grouping) -> Vec<Touched> {
    let mut ids: Vec<RowId> = match change {
        Change::Move { to, .. } => vec![*to],
        Change::MoveOutside { .. }
        | Change::Create { .. }
        | Change::Leave { .. }
        | Change::Elsewhere { .. } => Vec::new(),
        Change::Merge { parts, .. } => parts.clone(),
        Change::Split { whole, .. } => vec![*whole],
        Change::ShareKansli(sharing) => sharing.participants.iter().map(|of| of.forbund).collect(),
    };
    let named = named(change).iter().filter_map(|kommun| before.row_of(*kommun));
    let mut left: Vec<RowId> = named.map(|row| row.id).collect();
    left.sort_unstable();
    left.dedup();
    left.retain(|id| !ids.contains(id));
    ids.extend(left);
    let of = |row: &Row| Touched {
        id: row.id,
        name: row.name.clone(),
        members: row.members.clone(),
        shared: row.shared.iter().map(|part| part.kansli).collect(),
    };
    ids.into_iter().filter_map(|id| before.row(id).map(of)).collect()
}

/// The kommuner that a change takes from where they are, one by one.
fn named(change: &Change) -> &[KommunId] {
    match change {
        Change::Move { kommuner, .. }
        | Change::MoveOutside { kommuner, .. }
        | Change::Create { kommuner, .. }
        | Change::Leave { kommuner } => kommuner,
        Change::Merge { .. } | Change::Split { .. } | Change::Elsewhere { .. } | Change::ShareKansli(_) => {
            &[]
        }
    }
}

impl<'change> Done<'change> {
    /// The rows that kommuner left one by one until none was left.
    pub(super) fn emptied(self) -> impl Iterator<Item = &'change Touched> {
        let one_by_one = !matches!(self.change, Change::Merge { .. } | Change::Split { .. });
        self.touched.iter().filter(move |row| one_by_one && self.after.row(row.id).is_none())
    }

    /// In which row each kommun was.
    pub(super) fn rows_before(self) -> HashMap<KommunId, RowId> {
        if named(self.change).is_empty() {
            return HashMap::new();
        }
        let of = |row: &'change Touched| row.members.iter().map(|kommun| (*kommun, row.id));
        self.touched.iter().flat_map(of).collect()
    }

    /// The row that these kommuner are in now, or the one that was to receive and nobody came to.
    pub(super) fn row_of_receiver(self, kommuner: &[KommunId]) -> Option<&'change Row> {
        match (kommuner.first(), self.change) {
            (None, Change::Move { to, .. }) => self.after.row(*to),
            (first, _) => self.after.row_of(*first?),
        }
    }

    /// The row that these kommuner are in now; they are all in the same.
    pub(super) fn row_of_any(self, kommuner: &[KommunId]) -> Option<RowId> {
        self.after.row_of(*kommuner.first()?).map(|row| row.id)
    }

    /// The kommuner that are taken one by one, each with the place that says so: of a förbund that is dissolved, its own.
    pub(super) fn places(self) -> impl Iterator<Item = (KommunId, Range<usize>)> {
        let written = match self.verb {
            Verb::Move { kommuner, .. }
            | Verb::MoveOutside { kommuner, .. }
            | Verb::Create { kommuner, .. }
            | Verb::Leave { kommuner } => kommuner.value.as_slice(),
            Verb::Merge { .. }
            | Verb::Split { .. }
            | Verb::Dissolve { .. }
            | Verb::Elsewhere { .. }
            | Verb::Keep { .. }
            | Verb::Insatser {}
            | Verb::SharedKansli { .. } => &[],
        };
        named(self.change).iter().enumerate().map(move |(position, kommun)| {
            let span = written.get(position).map_or_else(|| self.place(), |written| written.span.clone());
            (*kommun, span)
        })
    }

    /// The place of the first kommun named that is one of these, which are in order.
    pub(super) fn place_of(self, kommuner: &[KommunId]) -> Range<usize> {
        let found = self.places().find(|(kommun, _)| kommuner.binary_search(kommun).is_ok());
        found.map_or_else(|| self.place(), |(_, span)| span)
    }

    /// The place of what the change is about.
    pub(super) fn place(self) -> Range<usize> {
        match self.verb {
            Verb::Move { kommuner, .. } | Verb::MoveOutside { kommuner, .. } | Verb::Leave { kommuner } => {
                kommuner.span.clone()
            }
            Verb::Dissolve { forbund } | Verb::Keep { forbund } => forbund.span.clone(),
            Verb::Elsewhere { more } => more.span.clone(),
            Verb::Insatser {} => self.section.span.clone(),
            Verb::Merge { parts, .. } => parts.span.clone(),
            Verb::Split { whole, .. } => whole.span.clone(),
            Verb::Create { name, .. } => name.span.clone(),
            Verb::SharedKansli { participants, .. } => participants.span.clone(),
        }
    }

    pub(super) fn names(self, kommuner: &[KommunId]) -> Vec<String> {
        kommuner.iter().map(|kommun| self.kommuner.get(*kommun).name.clone()).collect()
    }

    /// Whether a row, or one that took its place by a merger or a split, takes part in a shared kansli.
    pub(super) fn takes_part(self, row: &Touched, number: usize) -> bool {
        let takes_part = |row: &Row| row.takes_part(number);
        let is_in_one = |kommuner: &[KommunId]| {
            let row = kommuner.first().and_then(|kommun| self.after.row_of(*kommun));
            row.is_some_and(takes_part)
        };
        match self.change {
            Change::Merge { .. } => is_in_one(&row.members),
            Change::Split { into, .. } => into.iter().any(|part| is_in_one(&part.kommuner)),
            _ => self.after.row(row.id).is_some_and(takes_part),
        }
    }
}
