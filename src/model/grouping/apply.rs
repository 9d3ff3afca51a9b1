//! How a change makes one grouping of another: what it must not do, then what it does.

use std::collections::{BTreeMap, HashSet};
use std::hash::Hash;

use super::{Grouping, Row, Seat, SharedKansli, lowest};
use crate::model::baseline::Baseline;
use crate::model::change::{Change, ChangeError, Part, Stated};
use crate::model::kansli::{Kansli, KansliRule, SplitBy, share_kansli};
use crate::model::kommun::KommunId;
use crate::model::kronor::Kronor;
use crate::model::name::canonical;
use crate::model::recorder::{KansliPart, KansliTaker, Recorder, Silent, Step};
use crate::model::row_id::RowId;

/// The kommuner that a change takes out of a row.
#[derive(Clone, Copy, Default)]
struct Leaving {
    kommuner: usize,
    inhabitants: u64,
}

/// How many leave each row.
type LeavingRows = BTreeMap<RowId, Leaving>;

impl Grouping {
    /// Does a change.
    ///
    /// # Errors
    /// If it cannot be done; the grouping is then as it was.
    pub fn apply(&mut self, change: &Change, baseline: &Baseline) -> Result<(), ChangeError> {
        self.apply_recorded(change, baseline, &mut Silent)
    }

    /// [`Grouping::apply`] that tells whose kansli becomes whose.
    ///
    /// # Errors
    /// As [`Grouping::apply`].
    pub fn apply_recorded<R: Recorder>(
        &mut self,
        change: &Change,
        baseline: &Baseline,
        recorder: &mut R,
    ) -> Result<(), ChangeError> {
        // Each of these first makes sure that the change can be done, and only then begins: a copy to go back to
        // would cost as much as the whole grouping.
        match change {
            Change::Move { kommuner, to, stated } => self.move_to(kommuner, *to, *stated, baseline, recorder),
            Change::MoveOutside { kommuner, outside } => {
                self.move_outside(kommuner, outside, baseline, recorder)
            }
            Change::Merge { parts, into, stated } => self.merge(parts, into, *stated, baseline, recorder),
            Change::Split { whole, into } => self.split(*whole, into, baseline, recorder),
            Change::Create { name, kommuner, stated } => {
                self.create(name, kommuner, *stated, baseline, recorder)
            }
            Change::ShareKansli { participants, cost, split_by } => {
                self.share_kansli(participants, *cost, *split_by, recorder)
            }
        }
    }

    fn move_to<R: Recorder>(
        &mut self,
        kommuner: &[KommunId],
        to: RowId,
        stated: Stated,
        baseline: &Baseline,
        recorder: &mut R,
    ) -> Result<(), ChangeError> {
        refuse_repeated(kommuner, ChangeError::KommunTwice)?;
        self.refuse_already_there(kommuner, to)?;
        self.refuse_unknown_part(kommuner, baseline)?;
        let leaving = self.leaving(kommuner, baseline);
        let before = &self.rows[self.place_of(to)];
        let receives = before.inhabitants + baseline.figures.inhabitants(kommuner);
        self.refuse_without_inhabitants(&leaving, (&before.name, self.place_of(to), receives))?;
        let is_member = |seat: KommunId| self.row_of[seat.index()] == Some(to) || kommuner.contains(&seat);
        refuse_foreign_seat(stated, is_member, 0)?;
        if let Some(cost) = stated.kansli {
            self.state(to, cost);
            recorder.record(|| Step::KansliStated {
                row: to,
                name: self.rows[self.place_of(to)].name.clone(),
                part: None,
                cost,
            });
        }
        self.take(kommuner, to, stated.kansli.is_some(), baseline);
        if let Some(seat) = stated.seat {
            self.row_mut(to).seat = Seat::In(seat);
        }
        self.let_empty_rows_cease(leaving.into_keys(), baseline, recorder);
        Ok(())
    }

    fn move_outside<R: Recorder>(
        &mut self,
        kommuner: &[KommunId],
        outside: &str,
        baseline: &Baseline,
        recorder: &mut R,
    ) -> Result<(), ChangeError> {
        refuse_repeated(kommuner, ChangeError::KommunTwice)?;
        if let Some(position) = kommuner.iter().position(|kommun| self.row_of[kommun.index()].is_none()) {
            return Err(ChangeError::NotAMember(position));
        }
        let existing = self.row_named(&canonical(outside));
        if existing.is_some_and(|row| !row.outside) {
            return Err(ChangeError::OutsideIsForbund);
        }
        let existing = existing.map(|row| (row.id, row.inhabitants));
        if let Some((id, _)) = existing {
            self.refuse_already_there(kommuner, id)?;
        }
        let leaving = self.leaving(kommuner, baseline);
        let place = existing.map_or(self.rows.len(), |(id, _)| self.place_of(id));
        let receives = existing.map_or(0, |(_, before)| before) + baseline.figures.inhabitants(kommuner);
        self.refuse_without_inhabitants(&leaving, (outside, place, receives))?;
        let to = if let Some((id, _)) = existing {
            id
        } else {
            let row = self.new_row(outside, true, Vec::new(), Kansli::Known(Kronor::ZERO), baseline);
            let id = row.id;
            self.insert(place, row);
            id
        };
        self.take(kommuner, to, false, baseline);
        self.let_empty_rows_cease(leaving.into_keys(), baseline, recorder);
        Ok(())
    }

    fn merge<R: Recorder>(
        &mut self,
        parts: &[RowId],
        into: &str,
        stated: Stated,
        baseline: &Baseline,
        recorder: &mut R,
    ) -> Result<(), ChangeError> {
        refuse_repeated(parts, ChangeError::ForbundTwice)?;
        if parts.len() < 2 {
            return Err(ChangeError::TooFew);
        }
        self.refuse_taken_name(into, |id| parts.contains(&id), 0)?;
        let is_member = |seat: KommunId| self.row_of[seat.index()].is_some_and(|row| parts.contains(&row));
        refuse_foreign_seat(stated, is_member, 0)?;
        let mut places: Vec<usize> = parts.iter().map(|&part| self.place_of(part)).collect();
        places.sort_unstable();
        let rows: Vec<&Row> = places.iter().map(|&place| self.rows[place].as_ref()).collect();
        let members = rows.iter().flat_map(|part| part.members.iter().copied()).collect();
        let sum = rows.iter().fold(Kansli::Known(Kronor::ZERO), |sum, part| sum.plus(part.kansli));
        let mut shared: Vec<usize> = Vec::new();
        for &number in rows.iter().flat_map(|part| &part.shared) {
            if !shared.contains(&number) {
                shared.push(number);
            }
        }
        let before: Vec<_> = rows.iter().filter_map(|part| part.history).collect();
        // Where a shared kansli has replaced those of all parts there is nothing to add up.
        let has_own =
            rows.iter().any(|part| part.shared.is_empty() || part.kansli != Kansli::Known(Kronor::ZERO));
        let mut merged = self.new_row(into, false, members, sum, baseline);
        merged.seat = Seat::stated(stated.seat);
        if let Some(cost) = stated.kansli {
            merged.kansli = Kansli::Known(cost);
        } else {
            merged.shared = shared;
            merged.history = if has_own {
                let rule = KansliRule::MergedSum { forbund: into.to_owned() };
                Some(self.history.push(before, rule))
            } else {
                before.into_iter().fold(None, |past, step| Some(self.history.join(past, step)))
            };
        }
        let (row, name) = (merged.id, into.to_owned());
        let part = |part: &RowId| {
            let part = &self.rows[self.place_of(*part)];
            KansliPart { row: part.id, name: part.name.clone(), cost: part.kansli }
        };
        recorder.record(|| match stated.kansli {
            Some(cost) => Step::KansliStated { row, name, part: None, cost },
            None => {
                Step::KansliMerged { into: row, name, cost: sum, parts: parts.iter().map(part).collect() }
            }
        });
        self.replace(parts, vec![merged]);
        Ok(())
    }

    fn split<R: Recorder>(
        &mut self,
        whole: RowId,
        into: &[Part],
        baseline: &Baseline,
        recorder: &mut R,
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
        let Row { kansli: cost, name, shared, history, .. } = self.row_mut(whole).clone();
        let rule = KansliRule::SplitByInhabitants { forbund: name.clone() };
        let history = self.history.push(history.into_iter().collect(), rule);
        let takers: Vec<_> = into
            .iter()
            .map(|part| (lowest(&part.kommuner), baseline.figures.inhabitants(&part.kommuner)))
            .collect();
        let shares = share_kansli(cost, &takers);
        let parts: Vec<Row> = into
            .iter()
            .zip(shares.iter().copied())
            .map(|(part, share)| {
                let mut row = self.new_row(&part.name, false, part.kommuner.clone(), share, baseline);
                row.seat = Seat::stated(part.stated.seat);
                if let Some(cost) = part.stated.kansli {
                    row.kansli = Kansli::Known(cost);
                } else {
                    row.shared.clone_from(&shared);
                    row.history = Some(history);
                }
                row
            })
            .collect();
        recorder.record(|| Step::KansliDivided {
            from: whole,
            name: name.clone(),
            cost,
            takers: parts
                .iter()
                .zip(into)
                .zip(shares)
                .map(|((row, part), share)| KansliTaker {
                    row: row.id,
                    name: row.name.clone(),
                    lowest: lowest(&row.members),
                    kommuner: row.members.clone(),
                    share,
                    stated: part.stated.kansli.is_some(),
                })
                .collect(),
        });
        for (position, (row, part)) in parts.iter().zip(into).enumerate() {
            if let Some(cost) = part.stated.kansli {
                recorder.record(|| Step::KansliStated {
                    row: row.id,
                    name: row.name.clone(),
                    part: Some(position),
                    cost,
                });
            }
        }
        self.replace(&[whole], parts);
        Ok(())
    }

    fn create<R: Recorder>(
        &mut self,
        name: &str,
        kommuner: &[KommunId],
        stated: Stated,
        baseline: &Baseline,
        recorder: &mut R,
    ) -> Result<(), ChangeError> {
        refuse_repeated(kommuner, ChangeError::KommunTwice)?;
        self.refuse_unknown_part(kommuner, baseline)?;
        let leaving = self.leaving(kommuner, baseline);
        // A förbund that this change empties gives its name free.
        let is_emptied = |id: RowId| {
            let members = self.row(id).map(|row| row.members.len());
            leaving.get(&id).map(|leaving| leaving.kommuner) == members
        };
        self.refuse_taken_name(name, is_emptied, 0)?;
        // Outside rows stand after all förbund.
        let place = self.rows.iter().position(|row| row.outside).unwrap_or(self.rows.len());
        self.refuse_without_inhabitants(&leaving, (name, place, baseline.figures.inhabitants(kommuner)))?;
        refuse_foreign_seat(stated, |seat| kommuner.contains(&seat), 0)?;
        let cost = Kansli::stated(stated.kansli).unwrap_or(Kansli::Unstated);
        let mut row = self.new_row(name, false, Vec::new(), cost, baseline);
        row.seat = Seat::stated(stated.seat);
        let id = row.id;
        self.insert(place, row);
        if let Some(cost) = stated.kansli {
            recorder.record(|| Step::KansliStated { row: id, name: name.to_owned(), part: None, cost });
        }
        self.take(kommuner, id, stated.kansli.is_some(), baseline);
        self.let_empty_rows_cease(leaving.into_keys(), baseline, recorder);
        Ok(())
    }

    fn share_kansli<R: Recorder>(
        &mut self,
        participants: &[RowId],
        cost: Kronor,
        split_by: SplitBy,
        recorder: &mut R,
    ) -> Result<(), ChangeError> {
        refuse_repeated(participants, ChangeError::ForbundTwice)?;
        if participants.len() < 2 {
            return Err(ChangeError::TooFew);
        }
        if self.shared_in_effect >= Self::MOST_SHARED {
            return Err(ChangeError::TooManyShared);
        }
        let number = self.shared.len();
        self.shared.push(SharedKansli { cost, split_by, carried_by: 0 });
        for &participant in participants {
            self.state(participant, Kronor::ZERO);
            self.row_mut(participant).shared.push(number);
            self.carry(&[number]);
            recorder.record(|| Step::KansliReplaced { row: participant });
        }
        Ok(())
    }

    /// How many of these kommuner leave each row.
    fn leaving(&self, kommuner: &[KommunId], baseline: &Baseline) -> LeavingRows {
        let mut leaving = LeavingRows::new();
        for &kommun in kommuner {
            if let Some(from) = self.row_of[kommun.index()] {
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
        receiver: (&str, usize, u64),
    ) -> Result<(), ChangeError> {
        let (name, place, inhabitants) = receiver;
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
        let there = kommuner.iter().position(|kommun| self.row_of[kommun.index()] == Some(to));
        there.map_or(Ok(()), |position| Err(ChangeError::AlreadyThere(position)))
    }

    /// Refuses parts in which not every kommun of the whole stands once, and names that cannot be given.
    fn refuse_unsound_parts(&self, whole: RowId, into: &[Part]) -> Result<(), ChangeError> {
        let mut seen: HashSet<KommunId> = HashSet::new();
        let mut names: HashSet<String> = HashSet::new();
        for (position, part) in into.iter().enumerate() {
            for (kommun_position, kommun) in part.kommuner.iter().enumerate() {
                if self.row_of[kommun.index()] != Some(whole) {
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

    fn refuse_unknown_part(&self, kommuner: &[KommunId], baseline: &Baseline) -> Result<(), ChangeError> {
        if baseline.is_national() {
            return Ok(());
        }
        let joins = kommuner.iter().position(|kommun| self.row_of[kommun.index()].is_none());
        joins.map_or(Ok(()), |position| Err(ChangeError::JoinsCalibrated(position)))
    }

    fn refuse_taken_name(
        &self,
        name: &str,
        is_given_free: impl Fn(RowId) -> bool,
        position: usize,
    ) -> Result<(), ChangeError> {
        let is_taken = self.row_named(&canonical(name)).is_some_and(|row| !is_given_free(row.id));
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

/// Refuses a list in which something stands twice, at the position of the second.
fn refuse_repeated<Item: Eq + Hash>(
    items: &[Item],
    error: impl FnOnce(usize) -> ChangeError,
) -> Result<(), ChangeError> {
    let mut seen = HashSet::with_capacity(items.len());
    let repeated = items.iter().position(|item| !seen.insert(item));
    repeated.map_or(Ok(()), |position| Err(error(position)))
}
