//! What becomes of the kansli of a förbund that ceases: those who received its kommuner take its cost over.

use super::{Grouping, Row, RowId, lowest};
use crate::model::baseline::Baseline;
use crate::model::kansli::{KansliRule, share_kansli};
use crate::model::kommun::KommunId;
use crate::model::recorder::{KansliTaker, Recorder, Step};

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
    /// A förbund left without kommuner ceases, and its kansli goes to those who received its kommuner.
    pub(super) fn let_empty_rows_cease<R: Recorder>(&mut self, baseline: &Baseline, recorder: &mut R) {
        while let Some(position) = self.rows.iter().position(|row| row.members.is_empty()) {
            let ceased = self.rows.remove(position);
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
                    name: self.row(receiver.id).map(|row| row.name.clone()).unwrap_or_default(),
                    kommuner: received(receiver.id),
                    share: *share,
                    stated: receiver.stated,
                })
                .collect(),
        });
        // A shared kansli that nobody else takes part in goes to the receivers too; else the others carry it.
        let orphaned: Vec<usize> = ceased
            .shared
            .iter()
            .copied()
            .filter(|number| !self.rows.iter().any(|row| row.shared.contains(number)))
            .collect();
        let names = |stated: bool| {
            let named = receivers.iter().filter(|receiver| receiver.stated == stated);
            named.filter_map(|receiver| self.row(receiver.id)).map(|row| row.name.clone()).collect()
        };
        let rule = KansliRule::PassedOn { from: ceased.name.clone(), to: names(false), stated: names(true) };
        for (receiver, share) in receivers.into_iter().zip(shares) {
            let row = self.row_mut(receiver.id);
            if !receiver.stated {
                row.kansli = row.kansli.receive(share);
                row.rules.extend(ceased.rules.iter().cloned());
                row.shared.extend_from_slice(&orphaned);
            }
            row.rules.push(rule.clone());
        }
    }

    /// Who has the kommuner that have left a ceased förbund, outside rows left aside.
    fn receivers(&self, ceased: &Row, baseline: &Baseline) -> Vec<Receiver> {
        let mut receivers: Vec<Receiver> = Vec::new();
        for &kommun in &ceased.departed {
            let stated = self.brought_stated[kommun.index()];
            let Some(row) = self.row_of(kommun).filter(|row| !row.outside) else { continue };
            let received = baseline.kommuner.get(kommun).befolkning_16_64;
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
