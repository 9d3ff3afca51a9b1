//! What becomes of the kansli of a förbund that ceases: those who received its kommuner take its cost over.

use std::sync::Arc;

use super::{Grouping, Row, lowest};
use crate::model::baseline::Baseline;
use crate::model::kansli::{KansliRule, share_kansli};
use crate::model::kommun::KommunId;
use crate::model::recorder::{KansliTaker, Recorder, Step};
use crate::model::row_id::RowId;

/// A förbund that received kommuner of a ceased one.
struct Receiver {
    id: RowId,
    /// The lowest kommunkod it has now, which decides ties.
    lowest: KommunId,
    /// Inhabitants 16–64 of the kommuner it received.
    inhabitants: u64,
    /// Whether a change that brought one of them stated its kansli.
    stated: bool,
}

impl Grouping {
    /// Of the rows that kommuner have left, those that have none any more cease, in the order of the tables; their
    /// kansli goes to those who received the kommuner.
    pub(super) fn let_empty_rows_cease<R: Recorder>(
        &mut self,
        left: impl Iterator<Item = RowId>,
        baseline: &Baseline,
        recorder: &mut R,
    ) {
        let mut places: Vec<usize> = left.map(|id| self.place_of(id)).collect();
        places.sort_unstable();
        let empty: Vec<RowId> = places
            .into_iter()
            .filter(|&place| self.rows[place].members.is_empty())
            .map(|place| self.ids[place])
            .collect();
        for id in empty {
            let ceased = self.remove(self.place_of(id));
            if !ceased.outside {
                self.pass_on(&ceased, baseline, recorder);
            }
        }
    }

    fn pass_on<R: Recorder>(&mut self, ceased: &Row, baseline: &Baseline, recorder: &mut R) {
        let receivers = self.receivers(ceased, baseline);
        if receivers.is_empty() {
            self.ended.push(KansliRule::Ended { from: ceased.name.clone() });
            return;
        }
        let takers: Vec<_> = receivers.iter().map(|taker| (taker.lowest, taker.inhabitants)).collect();
        let shares = share_kansli(ceased.kansli, &takers);
        let received = |id: RowId| {
            let departed = ceased.departed.iter().copied();
            departed.filter(|kommun| self.row_of[kommun.index()] == Some(id)).collect()
        };
        recorder.record(|| Step::KansliDivided {
            from: ceased.id,
            name: ceased.name.clone(),
            cost: ceased.kansli,
            takers: receivers
                .iter()
                .zip(&shares)
                .map(|(receiver, share)| KansliTaker {
                    row: receiver.id,
                    name: self.row(receiver.id).expect("a row that received kommuner").name.clone(),
                    lowest: receiver.lowest,
                    kommuner: received(receiver.id),
                    share: *share,
                    stated: receiver.stated,
                })
                .collect(),
        });
        // A shared kansli that nobody else takes part in goes to the receivers too; else the others carry it.
        let is_orphaned = |number: &usize| self.shared[*number].carried_by == 0;
        let orphaned: Vec<usize> = ceased.shared.iter().copied().filter(is_orphaned).collect();
        let names = |stated: bool| {
            let named = receivers.iter().filter(|receiver| receiver.stated == stated);
            named.filter_map(|receiver| self.row(receiver.id)).map(|row| row.name.clone()).collect()
        };
        let rule = KansliRule::PassedOn { from: ceased.name.clone(), to: names(false), stated: names(true) };
        // All who receive share one past of the cost, as long as it may be.
        let passed = self.history.push(ceased.history.into_iter().collect(), rule.clone());
        let only_told = self.history.push(Vec::new(), rule);
        for (receiver, share) in receivers.into_iter().zip(shares) {
            if !receiver.stated {
                self.carry(&orphaned);
            }
            let place = self.place_of(receiver.id);
            let row = Arc::make_mut(&mut self.rows[place]);
            if receiver.stated {
                row.history = Some(self.history.join(row.history, only_told));
            } else {
                row.kansli = row.kansli.receive(share);
                row.shared.extend_from_slice(&orphaned);
                row.history = Some(self.history.join(row.history, passed));
            }
        }
    }

    /// Who has the kommuner that have left a ceased förbund, outside rows left aside.
    fn receivers(&self, ceased: &Row, baseline: &Baseline) -> Vec<Receiver> {
        let mut receivers: Vec<Receiver> = Vec::new();
        for &kommun in &ceased.departed {
            let stated = self.brought_stated[kommun.index()];
            let Some(row) = self.row_of(kommun).filter(|row| !row.outside) else { continue };
            let received = baseline.figures.inhabitants(&[kommun]);
            if let Some(receiver) = receivers.iter_mut().find(|receiver| receiver.id == row.id) {
                receiver.inhabitants += received;
                receiver.stated |= stated;
            } else {
                let (id, lowest) = (row.id, lowest(&row.members));
                receivers.push(Receiver { id, lowest, inhabitants: received, stated });
            }
        }
        receivers
    }
}
