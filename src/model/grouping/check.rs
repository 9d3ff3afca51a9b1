//! What a change must not do. Nothing is changed here.

use std::collections::{BTreeMap, HashSet};
use std::hash::Hash;

use super::named::Grouping;
use crate::model::baseline::Baseline;
use crate::model::change::{ChangeError, Part, Stated};
use crate::model::kansli::{Item, Kansli, Sharing};
use crate::model::kommun::KommunId;
use crate::model::name::canonical;
use crate::model::row_id::RowId;

/// Nothing, or why a change cannot be done.
type Allowed<Found = ()> = Result<Found, ChangeError>;

/// The kommuner that a change takes out of each row.
type Leaving = BTreeMap<RowId, Vec<KommunId>>;

/// A grouping to be changed.
pub(super) struct Checks<'change> {
    pub(super) grouping: &'change Grouping,
    pub(super) baseline: &'change Baseline,
}

impl Checks<'_> {
    pub(super) fn move_to(&self, kommuner: &[KommunId], to: RowId, stated: &Stated) -> Allowed<Leaving> {
        refuse_repeated(kommuner, ChangeError::KommunTwice)?;
        self.refuse_already_there(kommuner, to)?;
        self.refuse_unknown_part(kommuner)?;
        let leaving = self.leaving(kommuner);
        let place = self.grouping.place_of(to);
        let receiver = &self.grouping.rows[place];
        let inhabitants = receiver.inhabitants + self.baseline.figures.inhabitants(kommuner);
        self.refuse_without_inhabitants(&leaving, (&receiver.name, place, inhabitants))?;
        let is_member = |seat| self.grouping.partition.of(seat) == Some(to) || kommuner.contains(&seat);
        refuse_foreign_seat(stated, is_member, 0)?;
        Ok(leaving)
    }

    pub(super) fn move_outside(&self, kommuner: &[KommunId], outside: &str) -> Allowed<Leaving> {
        refuse_repeated(kommuner, ChangeError::KommunTwice)?;
        refuse_at(kommuner, |kommun| self.grouping.partition.of(*kommun).is_none(), ChangeError::NotAMember)?;
        let existing = self.grouping.row_named(&canonical(outside));
        if existing.is_some_and(|row| !row.outside) {
            return Err(ChangeError::OutsideIsForbund);
        }
        if let Some(row) = existing {
            self.refuse_already_there(kommuner, row.id)?;
        }
        let leaving = self.leaving(kommuner);
        let (place, before) = existing
            .map_or((self.grouping.rows.len(), 0), |row| (self.grouping.place_of(row.id), row.inhabitants));
        let receives = before + self.baseline.figures.inhabitants(kommuner);
        self.refuse_without_inhabitants(&leaving, (outside, place, receives))?;
        Ok(leaving)
    }

    pub(super) fn leave(&self, kommuner: &[KommunId]) -> Allowed<Leaving> {
        refuse_repeated(kommuner, ChangeError::KommunTwice)?;
        refuse_at(kommuner, |kommun| self.grouping.partition.of(*kommun).is_none(), ChangeError::NotAMember)?;
        let leaving = self.leaving(kommuner);
        // Nobody receives, so nobody is without inhabitants for that.
        self.refuse_without_inhabitants(&leaving, ("", usize::MAX, 1))?;
        Ok(leaving)
    }

    pub(super) fn create(&self, name: &str, kommuner: &[KommunId], stated: &Stated) -> Allowed<Leaving> {
        refuse_repeated(kommuner, ChangeError::KommunTwice)?;
        self.refuse_unknown_part(kommuner)?;
        let leaving = self.leaving(kommuner);
        // The name of a förbund that this change empties becomes free.
        let is_emptied = |id: RowId| {
            let members = self.grouping.row(id).map(|row| row.members.len());
            leaving.get(&id).map(Vec::len) == members
        };
        self.refuse_taken_name(name, is_emptied, 0)?;
        let receives = self.baseline.figures.inhabitants(kommuner);
        self.refuse_without_inhabitants(&leaving, (name, self.grouping.first_outside(), receives))?;
        refuse_foreign_seat(stated, |seat| kommuner.contains(&seat), 0)?;
        Ok(leaving)
    }

    pub(super) fn merge(&self, parts: &[RowId], into: &str, stated: &Stated) -> Allowed {
        refuse_repeated(parts, ChangeError::ForbundTwice)?;
        refuse_fewer_than_two(parts)?;
        self.refuse_taken_name(into, |id| parts.contains(&id), 0)?;
        let is_member = |seat| self.grouping.partition.of(seat).is_some_and(|row| parts.contains(&row));
        refuse_foreign_seat(stated, is_member, 0)
    }

    pub(super) fn split(&self, whole: RowId, into: &[Part]) -> Allowed {
        refuse_fewer_than_two(into)?;
        self.refuse_unsound_parts(whole, into)?;
        let mut parts = into.iter();
        if let Some(empty) = parts.find(|part| self.baseline.figures.inhabitants(&part.kommuner) == 0) {
            return Err(ChangeError::NoInhabitants(empty.name.clone()));
        }
        for (position, part) in into.iter().enumerate() {
            refuse_foreign_seat(&part.stated, |seat| part.kommuner.contains(&seat), position)?;
        }
        Ok(())
    }

    pub(super) fn share_kansli(&self, sharing: &Sharing<RowId>) -> Allowed {
        let participants: Vec<RowId> = sharing.participants.iter().map(|of| of.forbund).collect();
        refuse_repeated(&participants, ChangeError::ForbundTwice)?;
        refuse_fewer_than_two(&participants)?;
        let items: Vec<&Item> = sharing.items().collect();
        for (position, &participant) in participants.iter().enumerate() {
            let unknown = |item: &&Item| self.hides(participant, &item.name);
            refuse_at(&items, unknown, |item| ChangeError::ItemUnknown(position, item))?;
        }
        // What loses an item is two afterwards: the item, and all else.
        let parted = self.grouping.shared.iter().filter(|shared| shared.is_in_effect());
        let parted = parted.map(|shared| items.iter().filter(|item| shared.cost.has(&item.name)).count());
        if self.grouping.shared_in_effect + parted.sum::<usize>() >= Grouping::MOST_SHARED {
            return Err(ChangeError::TooManyShared);
        }
        Ok(())
    }

    /// Whether a row may have an item that is not named: its kansli is a sum, or some of it.
    fn hides(&self, row: RowId, item: &str) -> bool {
        let row = self.grouping.existing(row);
        let Kansli::Known(own) = &row.kansli else { return false };
        let shared = || row.shared.iter().map(|part| &self.grouping.shared[part.kansli].cost);
        let is_named = own.has(item) || shared().any(|cost| cost.has(item));
        !is_named && (own.has_plain() || shared().any(|cost| cost.items().is_none()))
    }

    fn leaving(&self, kommuner: &[KommunId]) -> Leaving {
        let mut leaving = Leaving::new();
        for &kommun in kommuner {
            if let Some(from) = self.grouping.partition.of(kommun) {
                leaving.entry(from).or_default().push(kommun);
            }
        }
        leaving
    }

    /// Refuses what would leave a row with kommuner but no inhabitants 16–64: one that is left, or the one that
    /// receives, given by name, place and inhabitants afterwards.
    fn refuse_without_inhabitants(
        &self,
        leaving: &Leaving,
        (name, place, inhabitants): (&str, usize, u64),
    ) -> Allowed {
        let left = leaving.iter().filter_map(|(&id, leaving)| {
            let place = self.grouping.place_of(id);
            let row = &self.grouping.rows[place];
            let is_empty = row.members.len() == leaving.len();
            // A receiver that is yet to be created comes before the row whose place it takes.
            let order = (place, true);
            (!is_empty && row.inhabitants == self.baseline.figures.inhabitants(leaving))
                .then_some((order, row.name.as_str()))
        });
        let receives_none = (inhabitants == 0).then_some(((place, false), name));
        match left.chain(receives_none).min() {
            Some((_, name)) => Err(ChangeError::NoInhabitants(name.to_owned())),
            None => Ok(()),
        }
    }

    fn refuse_already_there(&self, kommuner: &[KommunId], to: RowId) -> Allowed {
        refuse_at(
            kommuner,
            |kommun| self.grouping.partition.of(*kommun) == Some(to),
            ChangeError::AlreadyThere,
        )
    }

    /// Refuses parts that do not have every kommun of the whole exactly once, and names that are taken.
    fn refuse_unsound_parts(&self, whole: RowId, into: &[Part]) -> Allowed {
        let mut seen: HashSet<KommunId> = HashSet::new();
        let mut names: HashSet<String> = HashSet::new();
        for (position, part) in into.iter().enumerate() {
            for (kommun_position, kommun) in part.kommuner.iter().enumerate() {
                if self.grouping.partition.of(*kommun) != Some(whole) {
                    return Err(ChangeError::SplitForeign(position, kommun_position));
                }
                if !seen.insert(*kommun) {
                    return Err(ChangeError::SplitTwice(position, kommun_position));
                }
            }
            self.refuse_taken_name(&part.name, |id| id == whole, position)?;
            if !names.insert(canonical(&part.name)) {
                return Err(ChangeError::PartsSameName(position));
            }
        }
        let members = &self.grouping.existing(whole).members;
        let missing: Vec<_> = members.iter().copied().filter(|kommun| !seen.contains(kommun)).collect();
        if missing.is_empty() { Ok(()) } else { Err(ChangeError::SplitMissing(missing)) }
    }

    /// On a calibrated basis the part of a kommun that joins from no förbund is not known.
    fn refuse_unknown_part(&self, kommuner: &[KommunId]) -> Allowed {
        let joins = |kommun: &KommunId| {
            let comes_back = || self.grouping.left.contains(kommun);
            !self.baseline.is_national() && self.grouping.partition.of(*kommun).is_none() && !comes_back()
        };
        refuse_at(kommuner, joins, ChangeError::JoinsCalibrated)
    }

    fn refuse_taken_name(
        &self,
        name: &str,
        becomes_free: impl Fn(RowId) -> bool,
        position: usize,
    ) -> Allowed {
        let is_taken = self.grouping.row_named(&canonical(name)).is_some_and(|row| !becomes_free(row.id));
        if is_taken { Err(ChangeError::NameTaken(position)) } else { Ok(()) }
    }
}

/// Refuses a seat that is none of the kommuner, stated for the part of a change at this position.
fn refuse_foreign_seat(stated: &Stated, is_member: impl Fn(KommunId) -> bool, position: usize) -> Allowed {
    let is_foreign = stated.seat.is_some_and(|seat| !is_member(seat));
    if is_foreign { Err(ChangeError::SeatNotAMember(position)) } else { Ok(()) }
}

fn refuse_fewer_than_two<Item>(items: &[Item]) -> Allowed {
    if items.len() < 2 { Err(ChangeError::TooFew) } else { Ok(()) }
}

/// Refuses a list with something in it twice, at the position of the second.
fn refuse_repeated<Item: Eq + Hash>(items: &[Item], error: impl FnOnce(usize) -> ChangeError) -> Allowed {
    let mut seen = HashSet::with_capacity(items.len());
    refuse_at(items, |item| !seen.insert(item), error)
}

/// Refuses a list with an item that must not be in it, at the position of the first.
fn refuse_at<'items, Item>(
    items: &'items [Item],
    must_not: impl FnMut(&'items Item) -> bool,
    error: impl FnOnce(usize) -> ChangeError,
) -> Allowed {
    items.iter().position(must_not).map_or(Ok(()), |position| Err(error(position)))
}
