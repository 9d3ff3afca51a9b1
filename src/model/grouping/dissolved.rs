//! What happens to the kansli of a dissolved förbund: those who received its kommuner take over its cost.

use super::named::Grouping;
use super::row::Row;
use crate::model::baseline::Baseline;
use crate::model::kansli::{KansliRule, share_kansli};
use crate::model::kommun::KommunId;
use crate::model::recorder::Recorder;
use crate::model::row_id::RowId;
use crate::model::step::{KansliTaker, Step};

/// A förbund that received kommuner of a dissolved one.
struct Receiver {
    id: RowId,
    name: String,
    /// The lowest kommunkod it has now, which decides ties.
    lowest: KommunId,
    /// The kommuner it received and still has, in the order in which they left.
    kommuner: Vec<KommunId>,
    /// Whether a change that moved one of them stated its kansli.
    stated: bool,
}

impl Grouping {
    /// Dissolves those of the rows which have no kommuner left, in the order of the tables; their kansli goes to those
    /// who received the kommuner.
    pub(super) fn dissolve_empty_rows<R: Recorder>(
        &mut self,
        rows: Vec<RowId>,
        baseline: &Baseline,
        recorder: &mut R,
    ) {
        let mut places: Vec<usize> = rows.into_iter().map(|id| self.place_of(id)).collect();
        places.sort_unstable();
        places.retain(|&place| self.rows[place].members.is_empty());
        let empty: Vec<RowId> = places.into_iter().map(|place| self.rows[place].id).collect();
        for id in empty {
            let dissolved = self.remove(self.place_of(id));
            if !dissolved.outside {
                self.pass_on(&dissolved, baseline, recorder);
            }
        }
    }

    fn pass_on<R: Recorder>(&mut self, dissolved: &Row, baseline: &Baseline, recorder: &mut R) {
        let receivers = self.receivers(dissolved);
        if receivers.is_empty() {
            self.ended.push(KansliRule::Ended { from: dissolved.name.clone() });
            return;
        }
        let inhabitants = |receiver: &Receiver| baseline.figures.inhabitants(&receiver.kommuner);
        let takers: Vec<_> =
            receivers.iter().map(|receiver| (receiver.lowest, inhabitants(receiver))).collect();
        let shares = share_kansli(dissolved.kansli, &takers);
        recorder.record(|| {
            let takers = receivers.iter().zip(&shares).map(|(receiver, share)| KansliTaker {
                row: receiver.id,
                name: receiver.name.clone(),
                lowest: receiver.lowest,
                kommuner: receiver.kommuner.clone(),
                share: *share,
                stated: receiver.stated,
            });
            let (from, name) = (dissolved.id, dissolved.name.clone());
            Step::KansliDivided { from, name, cost: dissolved.kansli, takers: takers.collect() }
        });
        // A shared kansli without other participants goes to the receivers too; else the others pay for it.
        let is_orphaned = |number: &usize| !self.shared[*number].is_in_effect();
        let orphaned: Vec<usize> = dissolved.shared.iter().copied().filter(is_orphaned).collect();
        let names = |stated: bool| {
            let named = receivers.iter().filter(|receiver| receiver.stated == stated);
            named.map(|receiver| receiver.name.clone()).collect()
        };
        let rule =
            KansliRule::PassedOn { from: dissolved.name.clone(), to: names(false), stated: names(true) };
        // All who receive share one history of the cost, however long it is.
        let passed = self.history.push(dissolved.history.into_iter().collect(), rule.clone());
        let only_reported = self.history.push(Vec::new(), rule);
        for (receiver, share) in receivers.into_iter().zip(shares) {
            let past = self.rows[self.place_of(receiver.id)].history;
            let step = if receiver.stated { only_reported } else { passed };
            let history = self.history.join(past, step);
            let row = self.row_mut(receiver.id);
            row.history = Some(history);
            if !receiver.stated {
                row.kansli = row.kansli.receive(share);
                row.shared.extend_from_slice(&orphaned);
                self.add_participant(&orphaned);
            }
        }
    }

    /// Who has the kommuner that have left a dissolved förbund, besides outside rows.
    fn receivers(&self, dissolved: &Row) -> Vec<Receiver> {
        let mut receivers: Vec<Receiver> = Vec::new();
        for &kommun in &dissolved.departed {
            let stated = self.moved_stated[kommun.index()];
            let Some(row) = self.row_of(kommun).filter(|row| !row.outside) else { continue };
            if let Some(receiver) = receivers.iter_mut().find(|receiver| receiver.id == row.id) {
                receiver.kommuner.push(kommun);
                receiver.stated |= stated;
            } else {
                let (name, kommuner) = (row.name.clone(), vec![kommun]);
                receivers.push(Receiver { id: row.id, name, lowest: row.lowest(), kommuner, stated });
            }
        }
        receivers
    }
}
