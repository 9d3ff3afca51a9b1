//! What a change must not do. Nothing is changed here.

use std::collections::{BTreeMap, HashSet};
use std::hash::Hash;

use super::named::Grouping;
use crate::model::baseline::Baseline;
use crate::model::change::{ChangeError, Part, Stated};
use crate::model::kommun::KommunId;
use crate::model::name::canonical;
use crate::model::row_id::RowId;

/// The kommuner that a change takes out of a row.
#[derive(Clone, Copy, Default)]
struct Leaving {
    kommuner: usize,
    inhabitants: u64,
}

/// How many leave each row.
type LeavingRows = BTreeMap<RowId, Leaving>;

/// The rows that a change takes kommuner from, or why it cannot be done.
type Checked = Result<Vec<RowId>, ChangeError>;

impl Grouping {
    pub(super) fn check_move(
        &self,
        kommuner: &[KommunId],
        to: RowId,
        stated: Stated,
        baseline: &Baseline,
    ) -> Checked {
        refuse_repeated(kommuner, ChangeError::KommunTwice)?;
        self.refuse_already_there(kommuner, to)?;
        self.refuse_unknown_part(kommuner, baseline)?;
        let leaving = self.leaving(kommuner, baseline);
        let place = self.place_of(to);
        let receiver = &self.rows[place];
        let receives = receiver.inhabitants + baseline.figures.inhabitants(kommuner);
        self.refuse_without_inhabitants(&leaving, (&receiver.name, place, receives))?;
        let is_member = |seat| self.partition.of(seat) == Some(to) || kommuner.contains(&seat);
        refuse_foreign_seat(stated, is_member, 0)?;
        Ok(leaving.into_keys().collect())
    }

    pub(super) fn check_move_outside(
        &self,
        kommuner: &[KommunId],
        outside: &str,
        baseline: &Baseline,
    ) -> Checked {
        refuse_repeated(kommuner, ChangeError::KommunTwice)?;
        refuse_at(kommuner, |kommun| self.partition.of(*kommun).is_none(), ChangeError::NotAMember)?;
        let existing = self.row_named(&canonical(outside));
        if existing.is_some_and(|row| !row.outside) {
            return Err(ChangeError::OutsideIsForbund);
        }
        if let Some(row) = existing {
            self.refuse_already_there(kommuner, row.id)?;
        }
        let leaving = self.leaving(kommuner, baseline);
        let (place, before) =
            existing.map_or((self.rows.len(), 0), |row| (self.place_of(row.id), row.inhabitants));
        let receives = before + baseline.figures.inhabitants(kommuner);
        self.refuse_without_inhabitants(&leaving, (outside, place, receives))?;
        Ok(leaving.into_keys().collect())
    }

    pub(super) fn check_create(
        &self,
        name: &str,
        kommuner: &[KommunId],
        stated: Stated,
        baseline: &Baseline,
    ) -> Checked {
        refuse_repeated(kommuner, ChangeError::KommunTwice)?;
        self.refuse_unknown_part(kommuner, baseline)?;
        let leaving = self.leaving(kommuner, baseline);
        // The name of a förbund that this change empties becomes free.
        let is_emptied = |id: RowId| {
            let members = self.row(id).map(|row| row.members.len());
            leaving.get(&id).map(|leaving| leaving.kommuner) == members
        };
        self.refuse_taken_name(name, is_emptied, 0)?;
        let receives = baseline.figures.inhabitants(kommuner);
        self.refuse_without_inhabitants(&leaving, (name, self.first_outside(), receives))?;
        refuse_foreign_seat(stated, |seat| kommuner.contains(&seat), 0)?;
        Ok(leaving.into_keys().collect())
    }

    pub(super) fn check_merge(&self, parts: &[RowId], into: &str, stated: Stated) -> Result<(), ChangeError> {
        refuse_repeated(parts, ChangeError::ForbundTwice)?;
        if parts.len() < 2 {
            return Err(ChangeError::TooFew);
        }
        self.refuse_taken_name(into, |id| parts.contains(&id), 0)?;
        let is_member = |seat| self.partition.of(seat).is_some_and(|row| parts.contains(&row));
        refuse_foreign_seat(stated, is_member, 0)
    }

    pub(super) fn check_split(
        &self,
        whole: RowId,
        into: &[Part],
        baseline: &Baseline,
    ) -> Result<(), ChangeError> {
        if into.len() < 2 {
            return Err(ChangeError::TooFew);
        }
        self.refuse_unsound_parts(whole, into)?;
        let mut parts = into.iter();
        if let Some(empty) = parts.find(|part| baseline.figures.inhabitants(&part.kommuner) == 0) {
            return Err(ChangeError::NoInhabitants(empty.name.clone()));
        }
        for (position, part) in into.iter().enumerate() {
            refuse_foreign_seat(part.stated, |seat| part.kommuner.contains(&seat), position)?;
        }
        Ok(())
    }

    pub(super) fn check_share_kansli(&self, participants: &[RowId]) -> Result<(), ChangeError> {
        refuse_repeated(participants, ChangeError::ForbundTwice)?;
        if participants.len() < 2 {
            return Err(ChangeError::TooFew);
        }
        if self.shared_in_effect >= Self::MOST_SHARED {
            return Err(ChangeError::TooManyShared);
        }
        Ok(())
    }

    /// How many of these kommuner leave each row.
    fn leaving(&self, kommuner: &[KommunId], baseline: &Baseline) -> LeavingRows {
        let mut leaving = LeavingRows::new();
        for &kommun in kommuner {
            if let Some(from) = self.partition.of(kommun) {
                let from = leaving.entry(from).or_default();
                from.kommuner += 1;
                from.inhabitants += baseline.figures.inhabitants(&[kommun]);
            }
        }
        leaving
    }

    /// Refuses what would leave a row with kommuner but no inhabitants 16–64: one that is left, or the one that
    /// receives, given by name, place and inhabitants afterwards.
    fn refuse_without_inhabitants(
        &self,
        leaving: &LeavingRows,
        (name, place, inhabitants): (&str, usize, u64),
    ) -> Result<(), ChangeError> {
        let left = leaving.iter().filter_map(|(&id, leaving)| {
            let place = self.place_of(id);
            let row = &self.rows[place];
            let is_empty = row.members.len() == leaving.kommuner;
            // A receiver that is to come stands before the row whose place it takes.
            let order = (place, true);
            (!is_empty && row.inhabitants == leaving.inhabitants).then_some((order, row.name.as_str()))
        });
        let receives_none = (inhabitants == 0).then_some(((place, false), name));
        match left.chain(receives_none).min() {
            Some((_, name)) => Err(ChangeError::NoInhabitants(name.to_owned())),
            None => Ok(()),
        }
    }

    fn refuse_already_there(&self, kommuner: &[KommunId], to: RowId) -> Result<(), ChangeError> {
        refuse_at(kommuner, |kommun| self.partition.of(*kommun) == Some(to), ChangeError::AlreadyThere)
    }

    /// Refuses parts in which not every kommun of the whole stands once, and names that cannot be given.
    fn refuse_unsound_parts(&self, whole: RowId, into: &[Part]) -> Result<(), ChangeError> {
        let mut seen: HashSet<KommunId> = HashSet::new();
        let mut names: HashSet<String> = HashSet::new();
        for (position, part) in into.iter().enumerate() {
            for (kommun_position, kommun) in part.kommuner.iter().enumerate() {
                if self.partition.of(*kommun) != Some(whole) {
                    return Err(ChangeError::SplitForeign(position, kommun_position));
                }
                if !seen.insert(*kommun) {
                    return Err(ChangeError::SplitTwice(position, kommun_position));
                }
            }
            self.refuse_taken_name(&part.name, |id| id == whole, position)?;
            if !names.insert(canonical(&part.name)) {
                return Err(ChangeError::PartsAlike(position));
            }
        }
        let members = &self.rows[self.place_of(whole)].members;
        let missing: Vec<_> = members.iter().copied().filter(|kommun| !seen.contains(kommun)).collect();
        if missing.is_empty() { Ok(()) } else { Err(ChangeError::SplitMissing(missing)) }
    }

    /// On a calibrated basis the part of a kommun that joins from no förbund is not known.
    fn refuse_unknown_part(&self, kommuner: &[KommunId], baseline: &Baseline) -> Result<(), ChangeError> {
        let joins = |kommun: &KommunId| !baseline.is_national() && self.partition.of(*kommun).is_none();
        refuse_at(kommuner, joins, ChangeError::JoinsCalibrated)
    }

    fn refuse_taken_name(
        &self,
        name: &str,
        becomes_free: impl Fn(RowId) -> bool,
        position: usize,
    ) -> Result<(), ChangeError> {
        let is_taken = self.row_named(&canonical(name)).is_some_and(|row| !becomes_free(row.id));
        if is_taken { Err(ChangeError::NameTaken(position)) } else { Ok(()) }
    }
}

/// Refuses a seat that is none of the kommuner, stated for the part of a change at this position.
fn refuse_foreign_seat(
    stated: Stated,
    is_member: impl Fn(KommunId) -> bool,
    position: usize,
) -> Result<(), ChangeError> {
    let is_foreign = stated.seat.is_some_and(|seat| !is_member(seat));
    if is_foreign { Err(ChangeError::SeatNotAMember(position)) } else { Ok(()) }
}

/// Refuses a list with something in it twice, at the position of the second.
fn refuse_repeated<Item: Eq + Hash>(
    items: &[Item],
    error: impl FnOnce(usize) -> ChangeError,
) -> Result<(), ChangeError> {
    let mut seen = HashSet::with_capacity(items.len());
    refuse_at(items, |item| !seen.insert(item), error)
}

/// Refuses a list with an item that must not be in it, at the position of the first.
fn refuse_at<'items, Item>(
    items: &'items [Item],
    mut must_not: impl FnMut(&'items Item) -> bool,
    error: impl FnOnce(usize) -> ChangeError,
) -> Result<(), ChangeError> {
    items.iter().position(|item| must_not(item)).map_or(Ok(()), |position| Err(error(position)))
}
