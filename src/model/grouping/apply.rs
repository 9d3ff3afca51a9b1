//! How a change makes one grouping of another: what it must not do, then what it does.

use super::{Grouping, Row, RowId, SharedKansli, inhabitants, lowest};
use crate::model::baseline::Baseline;
use crate::model::change::{Change, ChangeError, Part};
use crate::model::kansli::{Kansli, KansliRule, SplitBy, share_kansli};
use crate::model::kommun::KommunId;
use crate::model::kronor::Kronor;
use crate::model::name::canonical;
use crate::model::recorder::{KansliTaker, Recorder, Silent, Step};

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
    /// As [`Grouping::apply`]; what was told until then is of no use.
    pub fn apply_recorded<R: Recorder>(
        &mut self,
        change: &Change,
        baseline: &Baseline,
        recorder: &mut R,
    ) -> Result<(), ChangeError> {
        let mut after = self.clone();
        match change {
            Change::Move { kommuner, to, kansli } => {
                after.move_to(kommuner, *to, *kansli, baseline, recorder)?;
            }
            Change::MoveOutside { kommuner, outside } => {
                after.move_outside(kommuner, outside, baseline, recorder)?;
            }
            Change::Merge { parts, into, kansli } => after.merge(parts, into, *kansli, recorder)?,
            Change::Split { whole, into } => after.split(*whole, into, baseline, recorder)?,
            Change::Create { name, kommuner, kansli } => {
                after.create(name, kommuner, *kansli, baseline, recorder)?;
            }
            Change::ShareKansli { participants, cost, split_by } => {
                after.share_kansli(participants, *cost, *split_by, recorder)?;
            }
        }
        if let Some(row) = after.rows.iter().find(|row| inhabitants(&row.members, baseline) == 0) {
            return Err(ChangeError::NoInhabitants(row.name.clone()));
        }
        *self = after;
        Ok(())
    }

    fn move_to<R: Recorder>(
        &mut self,
        kommuner: &[KommunId],
        to: RowId,
        kansli: Option<Kronor>,
        baseline: &Baseline,
        recorder: &mut R,
    ) -> Result<(), ChangeError> {
        refuse_repeated(kommuner, ChangeError::KommunTwice)?;
        self.refuse_already_there(kommuner, to)?;
        self.refuse_unknown_part(kommuner, baseline)?;
        if let Some(cost) = kansli {
            self.row_mut(to).state(Kansli::Known(cost));
            recorder.record(|| Step::KansliStated { row: to, part: None, cost });
        }
        self.take(kommuner, to, kansli.is_some());
        self.let_empty_rows_cease(baseline, recorder);
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
        let name = canonical(outside);
        if self.forbund().any(|row| canonical(&row.name) == name) {
            return Err(ChangeError::OutsideIsForbund);
        }
        let existing = self.rows.iter().find(|row| row.outside && canonical(&row.name) == name);
        let to = if let Some(row) = existing {
            row.id
        } else {
            let row = self.new_row(outside, true, Vec::new(), Kansli::Known(Kronor::ZERO));
            let id = row.id;
            self.rows.push(row);
            id
        };
        self.refuse_already_there(kommuner, to)?;
        self.take(kommuner, to, false);
        self.let_empty_rows_cease(baseline, recorder);
        Ok(())
    }

    fn merge<R: Recorder>(
        &mut self,
        parts: &[RowId],
        into: &str,
        kansli: Option<Kronor>,
        recorder: &mut R,
    ) -> Result<(), ChangeError> {
        refuse_repeated(parts, ChangeError::ForbundTwice)?;
        if parts.len() < 2 {
            return Err(ChangeError::TooFew);
        }
        self.refuse_taken_name(into, parts, 0)?;
        let mut members = Vec::new();
        let mut sum = Kansli::Known(Kronor::ZERO);
        let (mut shared, mut rules) = (Vec::new(), Vec::new());
        for part in self.rows.iter().filter(|row| parts.contains(&row.id)) {
            members.extend_from_slice(&part.members);
            sum = sum.plus(part.kansli);
            rules.extend(part.rules.iter().cloned());
            shared.extend(
                part.shared.iter().copied().filter(|number| !shared.contains(number)).collect::<Vec<_>>(),
            );
        }
        let mut merged = self.new_row(into, false, members, sum);
        rules.push(KansliRule::MergedSum { forbund: into.to_owned() });
        (merged.shared, merged.rules) = (shared, rules);
        if let Some(cost) = kansli {
            merged.state(Kansli::Known(cost));
        }
        let row = merged.id;
        recorder.record(|| match kansli {
            Some(cost) => Step::KansliStated { row, part: None, cost },
            None => Step::KansliMerged { into: row, parts: parts.to_vec() },
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
        let Row { members, kansli: cost, name, shared, rules, .. } = self.row_mut(whole).clone();
        self.refuse_unsound_parts(whole, &members, into)?;
        let takers: Vec<_> =
            into.iter().map(|part| (lowest(&part.kommuner), inhabitants(&part.kommuner, baseline))).collect();
        let shares = share_kansli(cost, &takers);
        let parts: Vec<Row> = into
            .iter()
            .zip(shares.iter().copied())
            .map(|(part, share)| {
                let mut row = self.new_row(&part.name, false, part.kommuner.clone(), share);
                row.shared.clone_from(&shared);
                row.rules.clone_from(&rules);
                row.rules.push(KansliRule::SplitByInhabitants { forbund: name.clone() });
                if let Some(cost) = part.kansli {
                    row.state(Kansli::Known(cost));
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
                    kommuner: row.members.clone(),
                    share,
                    stated: part.kansli.is_some(),
                })
                .collect(),
        });
        for (position, (row, part)) in parts.iter().zip(into).enumerate() {
            if let Some(cost) = part.kansli {
                recorder.record(|| Step::KansliStated { row: row.id, part: Some(position), cost });
            }
        }
        self.replace(&[whole], parts);
        Ok(())
    }

    fn create<R: Recorder>(
        &mut self,
        name: &str,
        kommuner: &[KommunId],
        kansli: Option<Kronor>,
        baseline: &Baseline,
        recorder: &mut R,
    ) -> Result<(), ChangeError> {
        refuse_repeated(kommuner, ChangeError::KommunTwice)?;
        self.refuse_unknown_part(kommuner, baseline)?;
        // A förbund that this change empties gives its name free.
        let emptied: Vec<_> = self
            .rows
            .iter()
            .filter(|row| row.members.iter().all(|member| kommuner.contains(member)))
            .map(|row| row.id)
            .collect();
        self.refuse_taken_name(name, &emptied, 0)?;
        let row = self.new_row(name, false, Vec::new(), Kansli::stated(kansli).unwrap_or(Kansli::Unstated));
        let id = row.id;
        // Outside rows stand after all förbund.
        let place = self.rows.iter().position(|row| row.outside).unwrap_or(self.rows.len());
        self.rows.insert(place, row);
        if let Some(cost) = kansli {
            recorder.record(|| Step::KansliStated { row: id, part: None, cost });
        }
        self.take(kommuner, id, kansli.is_some());
        self.let_empty_rows_cease(baseline, recorder);
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
        for &participant in participants {
            let number = self.shared.len();
            let row = self.row_mut(participant);
            row.state(Kansli::Known(Kronor::ZERO));
            row.shared.push(number);
            recorder.record(|| Step::KansliReplaced { row: participant });
        }
        self.shared.push(SharedKansli { cost, split_by });
        Ok(())
    }

    fn refuse_already_there(&self, kommuner: &[KommunId], to: RowId) -> Result<(), ChangeError> {
        let there = kommuner.iter().position(|kommun| self.row_of[kommun.index()] == Some(to));
        there.map_or(Ok(()), |position| Err(ChangeError::AlreadyThere(position)))
    }

    /// Refuses parts in which not every kommun of the whole stands once, and names that cannot be given.
    fn refuse_unsound_parts(
        &self,
        whole: RowId,
        members: &[KommunId],
        into: &[Part],
    ) -> Result<(), ChangeError> {
        let mut seen: Vec<KommunId> = Vec::with_capacity(members.len());
        for (position, part) in into.iter().enumerate() {
            for (kommun_position, kommun) in part.kommuner.iter().enumerate() {
                if !members.contains(kommun) {
                    return Err(ChangeError::SplitForeign(position, kommun_position));
                }
                if seen.contains(kommun) {
                    return Err(ChangeError::SplitTwice(position, kommun_position));
                }
                seen.push(*kommun);
            }
            self.refuse_taken_name(&part.name, &[whole], position)?;
            let name = canonical(&part.name);
            if into[..position].iter().any(|earlier| canonical(&earlier.name) == name) {
                return Err(ChangeError::PartsAlike(position));
            }
        }
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

    fn refuse_taken_name(&self, name: &str, but_of: &[RowId], position: usize) -> Result<(), ChangeError> {
        let name = canonical(name);
        let taken = self.rows.iter().any(|row| !but_of.contains(&row.id) && canonical(&row.name) == name);
        if taken { Err(ChangeError::NameTaken(position)) } else { Ok(()) }
    }
}

/// Refuses a list in which something stands twice, at the position of the second.
fn refuse_repeated<Item: PartialEq>(
    items: &[Item],
    error: impl FnOnce(usize) -> ChangeError,
) -> Result<(), ChangeError> {
    let repeated = (1..items.len()).find(|&position| items[..position].contains(&items[position]));
    repeated.map_or(Ok(()), |position| Err(error(position)))
}
