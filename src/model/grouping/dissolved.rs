//! What happens to the kansli of a dissolved förbund: those who received its kommuner take over its cost.

use num_rational::BigRational;
use num_traits::Zero;

use super::named::Grouping;
use super::row::{Participation, Row};
use super::sharing::lessened;
use crate::model::baseline::Baseline;
use crate::model::holdings::{Holding, Holdings};
use crate::model::kansli::{Kansli, KansliRule, SavedBy};
use crate::model::kommun::KommunId;
use crate::model::recorder::Recorder;
use crate::model::row_id::RowId;
use crate::model::step::{KansliTaker, Step};

/// What part of the inhabitants 16–64 each of them received; where there are none, all count equally.
fn received(takers: &[KansliTaker], baseline: &Baseline) -> Vec<BigRational> {
    let mut inhabitants: Vec<u64> =
        takers.iter().map(|taker| baseline.figures.inhabitants(&taker.kommuner)).collect();
    if inhabitants.iter().all(|received| *received == 0) {
        inhabitants.fill(1);
    }
    let all: u64 = inhabitants.iter().sum();
    inhabitants.into_iter().map(|received| BigRational::new(received.into(), all.into())).collect()
}

impl Grouping {
    /// Dissolves those of the rows which have no kommuner left, in the order of the tables; their kansli goes to those
    /// who received the kommuner.
    pub(super) fn dissolve_empty_rows<R: Recorder>(
        &mut self,
        rows: impl Iterator<Item = RowId>,
        baseline: &Baseline,
        recorder: &mut R,
    ) {
        let mut places: Vec<usize> = rows.map(|id| self.place_of(id)).collect();
        places.sort_unstable();
        places.retain(|&place| self.rows[place].members.is_empty());
        let empty: Vec<RowId> = places.into_iter().map(|place| self.rows[place].id).collect();
        for id in empty {
            let dissolved = self.remove(self.place_of(id));
            if !dissolved.outside {
                if dissolved.holdings != Holdings::default() {
                    self.left_behind.push((dissolved.name.clone(), dissolved.holdings.clone()));
                }
                self.pass_on(dissolved, baseline, recorder);
            }
        }
    }

    fn pass_on<R: Recorder>(&mut self, mut dissolved: Row, baseline: &Baseline, recorder: &mut R) {
        if let Some(saved) = baseline.savings.moving {
            let forbund = vec![dissolved.name.clone()];
            let whole = (dissolved.id, dissolved.name.as_str());
            dissolved.kansli = lessened(whole, dissolved.kansli, saved, recorder);
            let rule = KansliRule::Saved { forbund, by: SavedBy::Moving, saved };
            dissolved.history = Some(self.history.push(dissolved.history.into_iter().collect(), rule));
        }
        let (takers, shares) = self.takers(&dissolved, baseline);
        self.pass_posts_on(&dissolved, &takers, baseline);
        if takers.is_empty() {
            self.ended.push(KansliRule::Ended { from: dissolved.name });
            return;
        }
        recorder.record(|| {
            let (from, name, cost) = (dissolved.id, dissolved.name.clone(), dissolved.kansli.known());
            Step::KansliDivided { from, name, cost, takers: takers.clone() }
        });
        // A shared kansli without other participants goes to the takers too; else the others pay for it.
        let is_orphaned = |part: &&Participation| !self.shared[part.kansli].is_in_effect();
        let orphaned: Vec<Participation> = dissolved.shared.iter().filter(is_orphaned).cloned().collect();
        let names = |stated: bool| {
            let named = takers.iter().filter(|taker| taker.stated == stated);
            named.map(|taker| taker.name.clone()).collect()
        };
        let rule =
            KansliRule::PassedOn { from: dissolved.name.clone(), to: names(false), stated: names(true) };
        // All takers share one history of the cost, however long it is.
        let passed = self.history.push(dissolved.history.into_iter().collect(), rule.clone());
        let only_reported = self.history.push(Vec::new(), rule);
        let received = received(&takers, baseline);
        for ((taker, share), received) in takers.into_iter().zip(shares).zip(received) {
            let past = self.existing(taker.row).history;
            let history = self.history.join(past, if taker.stated { only_reported } else { passed });
            let parts = orphaned
                .iter()
                .map(|part| Participation { share: self.share_of_part(part, &received), ..*part });
            let parts: Vec<Participation> = parts.collect();
            let row = self.row_mut(taker.row);
            row.history = Some(history);
            if !taker.stated {
                row.kansli = std::mem::replace(&mut row.kansli, Kansli::Unknown).receive(&share);
                row.shared.extend_from_slice(&parts);
                self.add_participant(&parts);
            }
        }
    }

    /// Its posts go as its cost does, but not to those whose posts were stated when they received its kommuner.
    fn pass_posts_on(&mut self, dissolved: &Row, takers: &[KansliTaker], baseline: &Baseline) {
        let posts = dissolved.holdings.of(Holding::Posts);
        let received = received(takers, baseline);
        let is_stated = |kommun: &KommunId| self.moved_stated[kommun.index()].posts;
        let others = takers.iter().zip(received);
        let others = others.filter(|(taker, _)| !taker.kommuner.iter().any(is_stated));
        let others: Vec<_> = others.collect();
        for (taker, received) in others {
            let passed = posts.map(|posts| posts * received);
            let row = self.row_mut(taker.row);
            let own = row.holdings.of(Holding::Posts).cloned();
            let own = if row.awaits_posts { Some(BigRational::zero()) } else { own };
            row.awaits_posts = false;
            row.holdings.set(Holding::Posts, own.zip(passed).map(|(own, passed)| own + passed));
        }
    }

    /// Who has the kommuner that have left a dissolved förbund, besides outside rows, and what each takes over.
    fn takers(&self, dissolved: &Row, baseline: &Baseline) -> (Vec<KansliTaker>, Vec<Kansli>) {
        let mut takers: Vec<KansliTaker> = Vec::new();
        for &kommun in &dissolved.departed {
            let stated = self.moved_stated[kommun.index()].kansli;
            let Some(row) = self.row_of(kommun).filter(|row| !row.outside) else { continue };
            if let Some(taker) = takers.iter_mut().find(|taker| taker.row == row.id) {
                taker.kommuner.push(kommun);
                taker.stated |= stated;
            } else {
                let (lowest, kommuner) = (row.lowest(), vec![kommun]);
                let (name, share) = (row.name.clone(), None);
                takers.push(KansliTaker { row: row.id, name, lowest, kommuner, share, stated });
            }
        }
        let inhabitants = |taker: &KansliTaker| baseline.figures.inhabitants(&taker.kommuner);
        let weights: Vec<_> = takers.iter().map(|taker| (taker.lowest, inhabitants(taker))).collect();
        let shares = dissolved.kansli.divided(&weights);
        for (taker, share) in takers.iter_mut().zip(&shares) {
            taker.share = share.known();
        }
        (takers, shares)
    }
}
