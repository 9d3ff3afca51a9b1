//! How a change makes one grouping of another. Each change is checked whole before it begins: a copy to go back to
//! would cost as much as the whole grouping.

use super::check::Checks;
use super::named::Grouping;
use super::row::{MoveStated, Participation, Row, Seat};
use super::sharing::lessened;
use crate::model::baseline::Baseline;
use crate::model::change::{Change, ChangeError, Part, Stated};
use crate::model::holdings::{Holding, Holdings};
use crate::model::kansli::{Kansli, KansliRule, SavedBy, Sharing, SplitBy};
use crate::model::kommun::KommunId;
use crate::model::name::canonical;
use crate::model::recorder::{Recorder, Silent};
use crate::model::row_id::RowId;
use crate::model::step::{KansliPart, KansliTaker, Step};
use num_rational::BigRational;
use num_traits::Zero;

impl Grouping {
    /// Does a change.
    ///
    /// # Errors
    /// If it cannot be done; the grouping is then as it was.
    pub fn apply(&mut self, change: &Change, baseline: &Baseline) -> Result<(), ChangeError> {
        self.apply_recorded(change, baseline, &mut Silent)
    }

    /// [`Grouping::apply`] that records whose kansli becomes whose.
    ///
    /// # Errors
    /// As [`Grouping::apply`].
    pub fn apply_recorded<R: Recorder>(
        &mut self,
        change: &Change,
        baseline: &Baseline,
        recorder: &mut R,
    ) -> Result<(), ChangeError> {
        let mut application = Application { grouping: self, baseline, recorder };
        match change {
            Change::Move { kommuner, to, stated } => application.move_to(kommuner, *to, stated),
            Change::MoveOutside { kommuner, outside } => application.move_outside(kommuner, outside),
            Change::Merge { parts, into, stated } => application.merge(parts, into, stated),
            Change::Split { whole, into } => application.split(*whole, into),
            Change::Create { name, kommuner, stated } => application.create(name, kommuner, stated),
            Change::Leave { kommuner } => application.leave(kommuner),
            Change::Elsewhere { more } => application.elsewhere(*more),
            Change::ShareKansli(sharing) => application.share_kansli(sharing),
        }
    }
}

/// A change being done.
struct Application<'change, R> {
    grouping: &'change mut Grouping,
    baseline: &'change Baseline,
    recorder: &'change mut R,
}

impl<R: Recorder> Application<'_, R> {
    fn move_to(&mut self, kommuner: &[KommunId], to: RowId, stated: &Stated) -> Result<(), ChangeError> {
        let Self { grouping, baseline, recorder } = self;
        let leaving = Checks { grouping, baseline }.move_to(kommuner, to, stated)?;
        if let Some(cost) = &stated.kansli {
            grouping.state_kansli(to, Kansli::stated(cost.clone()));
            record_stated(grouping.existing(to), None, stated, *recorder);
        }
        grouping.move_kommuner(kommuner, to, MoveStated::of(stated), baseline);
        if let Some(seat) = stated.seat {
            grouping.row_mut(to).seat = Seat::In(seat);
        }
        if stated.key.is_some() || stated.holdings != Holdings::default() {
            grouping.row_mut(to).take_over(stated);
        }
        grouping.dissolve_empty_rows(leaving.into_keys(), baseline, *recorder);
        Ok(())
    }

    fn move_outside(&mut self, kommuner: &[KommunId], outside: &str) -> Result<(), ChangeError> {
        let Self { grouping, baseline, recorder } = self;
        let leaving = Checks { grouping, baseline }.move_outside(kommuner, outside)?;
        let to = if let Some(existing) = grouping.row_named(&canonical(outside)) {
            existing.id
        } else {
            // Outside there is no kansli to pay for.
            let row = grouping.new_row(outside, true, Vec::new(), Kansli::nothing(), baseline);
            grouping.insert(grouping.rows.len(), row)
        };
        grouping.move_kommuner(kommuner, to, MoveStated::default(), baseline);
        grouping.dissolve_empty_rows(leaving.into_keys(), baseline, *recorder);
        Ok(())
    }

    fn merge(&mut self, parts: &[RowId], into: &str, stated: &Stated) -> Result<(), ChangeError> {
        let Self { grouping, baseline, recorder } = self;
        Checks { grouping, baseline }.merge(parts, into, stated)?;
        let mut places: Vec<usize> = parts.iter().map(|&part| grouping.place_of(part)).collect();
        places.sort_unstable();
        let rows: Vec<&Row> = places.iter().map(|&place| grouping.rows[place].as_ref()).collect();
        let members = rows.iter().flat_map(|part| part.members.iter().copied()).collect();
        let sum = rows.iter().fold(Kansli::nothing(), |sum, part| sum.plus(&part.kansli));
        let cost = sum.known();
        let holdings = Holdings::sum(rows.iter().map(|part| &part.holdings));
        let mut shared: Vec<Participation> = Vec::new();
        for part in rows.iter().flat_map(|part| &part.shared) {
            match shared.iter_mut().find(|known| known.kansli == part.kansli) {
                None => shared.push(part.clone()),
                // Several that took part count as one, unless shares are agreed.
                Some(known) if grouping.shared[part.kansli].split_by == SplitBy::Shares => {
                    known.share += &part.share;
                }
                Some(_) => {}
            }
        }
        let before: Vec<_> = rows.iter().filter_map(|part| part.history).collect();
        // Where a shared kansli has replaced those of all parts there is nothing to add up.
        let has_own = rows.iter().any(|part| part.shared.is_empty() || part.kansli != Kansli::nothing());
        let mut merged = grouping.new_row(into, false, members, sum, baseline);
        merged.seat = Seat::stated(stated.seat);
        merged.holdings = holdings;
        if stated.kansli.is_some() && !shared.is_empty() {
            // How many posts of the shared kanslier are in the stated one is not known.
            merged.holdings.set(Holding::Posts, None);
        }
        merged.take_over(stated);
        if let Some(cost) = &stated.kansli {
            merged.kansli = Kansli::stated(cost.clone());
        } else {
            merged.shared = shared;
            merged.history = if has_own {
                let rule = match baseline.savings.merge {
                    None => KansliRule::MergedSum { forbund: into.to_owned() },
                    Some(saved) => {
                        KansliRule::Saved { forbund: vec![into.to_owned()], by: SavedBy::Merge, saved }
                    }
                };
                Some(grouping.history.push(before, rule))
            } else {
                before.into_iter().fold(None, |past, step| Some(grouping.history.join(past, step)))
            };
        }
        record_stated(&merged, None, stated, *recorder);
        if stated.kansli.is_none() {
            let parts = parts.iter().map(|&part| grouping.existing(part));
            let part =
                |part: &Row| KansliPart { row: part.id, name: part.name.clone(), cost: part.kansli.known() };
            recorder.record(|| {
                let (into, name, parts) = (merged.id, into.to_owned(), parts.map(part).collect());
                Step::KansliMerged { into, name, cost, parts }
            });
            if let Some(saved) = baseline.savings.merge {
                merged.kansli = lessened((merged.id, into), merged.kansli, saved, *recorder);
            }
        }
        grouping.replace(parts, vec![merged]);
        Ok(())
    }

    fn split(&mut self, whole: RowId, into: &[Part]) -> Result<(), ChangeError> {
        let Self { grouping, baseline, recorder } = self;
        Checks { grouping, baseline }.split(whole, into)?;
        let row = grouping.existing(whole);
        let (kansli, name, taken_part_in) = (row.kansli.clone(), row.name.clone(), row.shared.clone());
        let (holdings, all) = (row.holdings.clone(), row.inhabitants);
        let before = row.history.into_iter().collect();
        let rule = KansliRule::SplitByInhabitants { forbund: name.clone() };
        let history = grouping.history.push(before, rule);
        let new_row = |part: &Part| {
            grouping.new_row(&part.name, false, part.kommuner.clone(), Kansli::nothing(), baseline)
        };
        let mut parts: Vec<Row> = into.iter().map(new_row).collect();
        let takers: Vec<_> = parts.iter().map(|part| (part.lowest(), part.inhabitants)).collect();
        let shares = kansli.divided(&takers);
        let stated = || into.iter().map(|part| &part.stated);
        for ((row, share), stated) in parts.iter_mut().zip(&shares).zip(stated()) {
            row.seat = Seat::stated(stated.seat);
            let part = BigRational::new(row.inhabitants.into(), all.into());
            row.holdings = holdings.part(&part);
            if stated.kansli.is_some() && !taken_part_in.is_empty() {
                row.holdings.set(Holding::Posts, None);
            }
            row.take_over(stated);
            if let Some(cost) = &stated.kansli {
                row.kansli = Kansli::stated(cost.clone());
            } else {
                row.kansli = share.clone();
                let of_part = taken_part_in
                    .iter()
                    .map(|taken| Participation { share: grouping.share_of_part(taken, &part), ..*taken });
                row.shared = of_part.collect();
                row.history = Some(history);
            }
        }
        let taker = |((row, share), stated): ((&Row, &Kansli), &Stated)| KansliTaker {
            row: row.id,
            name: row.name.clone(),
            lowest: row.lowest(),
            kommuner: row.members.clone(),
            share: share.known(),
            stated: stated.kansli.is_some(),
        };
        recorder.record(|| {
            let takers = parts.iter().zip(&shares).zip(stated()).map(taker).collect();
            Step::KansliDivided { from: whole, name, cost: kansli.known(), takers }
        });
        for (position, (row, stated)) in parts.iter().zip(stated()).enumerate() {
            record_stated(row, Some(position), stated, *recorder);
        }
        grouping.replace(&[whole], parts);
        Ok(())
    }

    fn create(&mut self, name: &str, kommuner: &[KommunId], stated: &Stated) -> Result<(), ChangeError> {
        let Self { grouping, baseline, recorder } = self;
        let leaving = Checks { grouping, baseline }.create(name, kommuner, stated)?;
        let kansli = stated.kansli.clone().map_or(Kansli::Unstated, Kansli::stated);
        let mut row = grouping.new_row(name, false, Vec::new(), kansli, baseline);
        row.seat = Seat::stated(stated.seat);
        row.take_over(stated);
        row.awaits_posts = stated.holdings.of(Holding::Posts).is_none();
        record_stated(&row, None, stated, *recorder);
        let id = grouping.insert(grouping.first_outside(), row);
        grouping.move_kommuner(kommuner, id, MoveStated::of(stated), baseline);
        grouping.dissolve_empty_rows(leaving.into_keys(), baseline, *recorder);
        Ok(())
    }

    fn leave(&mut self, kommuner: &[KommunId]) -> Result<(), ChangeError> {
        let Self { grouping, baseline, recorder } = self;
        let leaving = Checks { grouping, baseline }.leave(kommuner)?;
        grouping.leave(kommuner, baseline);
        grouping.dissolve_empty_rows(leaving.into_keys(), baseline, *recorder);
        Ok(())
    }

    fn elsewhere(&mut self, more: i64) -> Result<(), ChangeError> {
        let Self { grouping, baseline, .. } = self;
        let country = baseline.parameters.country.ok_or(ChangeError::ElsewhereUnknown)?;
        let elsewhere = grouping.elsewhere.checked_add(more);
        let others = elsewhere.and_then(|elsewhere| i64::from(country.other_forbund).checked_add(elsewhere));
        let others = others.and_then(|others| u32::try_from(others).ok());
        let is_possible = others.is_some_and(|others| others <= Grouping::MOST_ELSEWHERE);
        let elsewhere = elsewhere.filter(|_| is_possible).ok_or(ChangeError::ElsewhereOutOfRange)?;
        grouping.elsewhere = elsewhere;
        Ok(())
    }

    fn share_kansli(&mut self, sharing: &Sharing<RowId>) -> Result<(), ChangeError> {
        let Self { grouping, baseline, recorder } = self;
        Checks { grouping, baseline }.share_kansli(sharing)?;
        let (cost, pool) = if let Some(cost) = &sharing.cost {
            (cost.clone(), None)
        } else {
            let saved = baseline.savings.shared_kansli.ok_or(ChangeError::CostMissing)?;
            let (cost, pool) = grouping.pooled(sharing, saved, *recorder)?;
            (cost, Some(pool))
        };
        let posts = match (&sharing.posts, &pool) {
            (Some(stated), _) => Some(stated.clone()),
            // An assumption saves no posts.
            (None, Some(_)) => grouping.posts_of(&sharing.participants),
            (None, None) => None,
        };
        for participant in &sharing.participants {
            let row = participant.forbund;
            if sharing.only_items {
                grouping.take_items(row, sharing, *recorder);
                // How many of its posts were in the items is not known.
                grouping.row_mut(row).holdings.set(Holding::Posts, None);
            } else {
                grouping.state_kansli(row, Kansli::nothing());
                grouping.row_mut(row).holdings.set(Holding::Posts, Some(BigRational::zero()));
                recorder.record(|| Step::KansliReplaced { row });
            }
        }
        grouping.share(sharing, (cost, posts), pool, |id| id);
        Ok(())
    }
}

/// Records the kansli that a change states of a row, if it states one.
fn record_stated<R: Recorder>(row: &Row, part: Option<usize>, stated: &Stated, recorder: &mut R) {
    if let Some(cost) = &stated.kansli {
        recorder.record(|| {
            let (name, cost) = (row.name.clone(), cost.clone());
            Step::KansliStated { row: row.id, name, part, cost }
        });
    }
}
