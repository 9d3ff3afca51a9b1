//! Who shares a kansli, or items of one, with whom.

use num_rational::BigRational;
use num_traits::One;
use rust_decimal::Decimal;

use super::named::Grouping;
use super::row::{Participation, Pool, Row, SharedKansli};
use crate::model::change::ChangeError;
use crate::model::holdings::Holding;
use crate::model::kansli::{Cost, Kansli, Participant, Sharing, SplitBy};
use crate::model::recorder::Recorder;
use crate::model::row_id::RowId;
use crate::model::shares::exact;
use crate::model::step::{KansliPart, Lessened, Step};

/// A kansli with the share saved that the baseline assumes.
pub(super) fn lessened<R: Recorder>(
    (row, name): (RowId, &str),
    kansli: Kansli,
    saved: Decimal,
    recorder: &mut R,
) -> Kansli {
    let before = kansli.known();
    let left = kansli.lessened(saved);
    if let (Some(before), Some(left)) = (before, left.known()) {
        let by = Lessened::Assumption;
        recorder.record(|| Step::KansliLessened { row, name: name.to_owned(), before, left, by });
    }
    left
}

impl Grouping {
    /// Lets rows share a kansli of this cost on top of what they have.
    pub(super) fn share<Id: Copy>(
        &mut self,
        sharing: &Sharing<Id>,
        (cost, posts): (Cost, Option<BigRational>),
        pool: Option<Pool>,
        row: impl Fn(Id) -> RowId,
    ) {
        let kansli = self.shared.len();
        self.shared.push(SharedKansli {
            cost,
            posts,
            only_items: sharing.only_items,
            pool,
            split_by: sharing.split_by,
            sharing: self.sharings,
            participants: 0,
        });
        self.sharings += 1;
        for participant in &sharing.participants {
            let part = Participation { kansli, share: exact(participant.share) };
            self.take_part(row(participant.forbund), part);
        }
    }

    /// The kanslier of participants together, less what the baseline assumes that sharing them saves; and what they are
    /// added up as. Those that they share with others already are not in it.
    ///
    /// # Errors
    /// At the position of one whose kansli is unknown.
    pub(super) fn pooled<R: Recorder>(
        &mut self,
        sharing: &Sharing<RowId>,
        saved: Decimal,
        recorder: &mut R,
    ) -> Result<(Cost, Pool), ChangeError> {
        let rows: Vec<_> = sharing.participants.iter().map(|of| self.existing(of.forbund)).collect();
        let unknown = rows.iter().position(|row| row.kansli.known().is_none());
        if let Some(position) = unknown {
            return Err(ChangeError::KansliUnknown(position));
        }
        let sum = rows.iter().fold(Kansli::nothing(), |sum, row| sum.plus(&row.kansli));
        let names: Vec<String> = rows.iter().map(|row| row.name.clone()).collect();
        let part = |row: &&Row| KansliPart { row: row.id, name: row.name.clone(), cost: row.kansli.known() };
        let parts: Vec<KansliPart> = rows.iter().map(part).collect();
        let id = RowId::new(self.next_id);
        self.next_id += 1;
        let (name, cost) = (names.join(" + "), sum.known());
        recorder.record(|| Step::KansliMerged { into: id, name: name.clone(), cost, parts });
        let left = lessened((id, &name), sum, saved, recorder);
        let cost = left.known().map(Cost::sum).expect("the sum of known kanslier");
        Ok((cost, Pool { id, saved }))
    }

    /// The posts of participants of their own, together.
    pub(super) fn posts_of(&self, participants: &[Participant<RowId>]) -> Option<BigRational> {
        let of = |of: &Participant<RowId>| self.existing(of.forbund).holdings.of(Holding::Posts).cloned();
        participants.iter().map(of).sum()
    }

    fn take_part(&mut self, id: RowId, part: Participation) {
        self.add_participant(std::slice::from_ref(&part));
        self.row_mut(id).shared.push(part);
    }

    /// What a part in a shared kansli counts for one that takes over so much of a row.
    pub(super) fn share_of_part(&self, taken: &Participation, part: &BigRational) -> BigRational {
        match self.shared[taken.kansli].split_by {
            SplitBy::Shares => &taken.share * part,
            SplitBy::Budget | SplitBy::Lika | SplitBy::Befolkning => BigRational::one(),
        }
    }

    /// Takes items out of the own kansli of a row, and the row out of whatever it shares of them; those who still do
    /// carry them.
    pub(super) fn take_items<R: Recorder>(&mut self, id: RowId, sharing: &Sharing<RowId>, recorder: &mut R) {
        for item in sharing.items() {
            self.take_own_item(id, &item.name, recorder);
            let parts = self.existing(id).shared.iter().map(|part| part.kansli);
            let parts: Vec<usize> =
                parts.filter(|&kansli| self.shared[kansli].cost.has(&item.name)).collect();
            for kansli in parts {
                self.end_part_in_item(id, kansli, &item.name);
            }
        }
    }

    fn take_own_item<R: Recorder>(&mut self, id: RowId, item: &str, recorder: &mut R) {
        let place = self.place_of(id);
        let has_it = matches!(&self.rows[place].kansli, Kansli::Known(own) if own.has(item));
        if !has_it {
            return;
        }
        let row = self.row_mut(id);
        let before = row.kansli.known();
        if let Kansli::Known(own) = &mut row.kansli {
            own.take(item);
        }
        if let (Some(before), Some(left)) = (before, row.kansli.known()) {
            let name = row.name.clone();
            recorder.record(|| Step::KansliLessened { row: id, name, before, left, by: Lessened::Items });
        }
    }

    /// Ends the part of a row in an item of a shared kansli. The other items stay shared as they were.
    fn end_part_in_item(&mut self, id: RowId, kansli: usize, item: &str) {
        let others = self.shared[kansli].cost.without(item);
        let has_others = others.items().is_some_and(|items| !items.is_empty());
        if !has_others {
            let row = self.row_mut(id);
            let parts = std::mem::take(&mut row.shared);
            let (ended, kept) = parts.into_iter().partition(|part| part.kansli == kansli);
            row.shared = kept;
            self.remove_participant(&ended);
            return;
        }
        let alone = SharedKansli {
            cost: self.shared[kansli].cost.only(item),
            // How many of them are in the item is not known.
            posts: None,
            only_items: true,
            participants: 0,
            ..self.shared[kansli].clone()
        };
        self.shared[kansli].cost = others;
        self.shared[kansli].posts = None;
        let item_alone = self.shared.len();
        self.shared.push(alone);
        let part = |row: &Row| row.shared.iter().find(|part| part.kansli == kansli).cloned();
        let carriers = self.rows.iter().filter(|row| row.id != id);
        let carriers: Vec<_> = carriers.filter_map(|row| Some((row.id, part(row)?))).collect();
        for (row, part) in carriers {
            self.take_part(row, Participation { kansli: item_alone, ..part });
        }
    }
}
