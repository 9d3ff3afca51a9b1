//! A run: which draws are made, by how many threads, and what they add up to.

use std::num::NonZero;
use std::ops::Range;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use super::compiled::{Compiled, Workspace};
use super::drawing::{Block, Drawing};
use super::exact::Exact;
use super::figures::Asked;
use super::quantiles::{Bins, MOST_KEPT};
use super::sums::Sums;
use crate::analysis::sensitivity::varying::Varying;
use crate::input::scenario::LoadedScenario;
use crate::model::error::ModelError;

/// Draws that are made together.
const BLOCK: u64 = 512;

/// Draws by which bins are laid out, and runs are known.
const PILOT: u64 = 1_024;

/// What is drawn of which alternatives.
#[derive(Debug)]
pub struct Plan<'run> {
    pub(super) scenarios: Vec<&'run LoadedScenario>,
    pub(super) varying: Vec<Varying>,
    pub(super) asked: Asked,
    drawing: Drawing,
    /// How many draws there are in all.
    pub(super) draws: u64,
    /// What they begin with.
    pub(super) seed: u64,
}

/// Which draws are made.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Part {
    /// All of them.
    All,
    /// Those of one shard of several, counted from 1.
    Shard {
        /// Which.
        number: u64,
        /// Of how many.
        of: u64,
    },
}

/// What happens while draws are made.
pub struct Progress<'run> {
    /// Whether it is to end with what there is.
    pub stop: &'run AtomicBool,
    /// Is called with the draws that are made, now and then.
    pub report: &'run (dyn Fn(u64) + Sync),
}

impl<'run> Plan<'run> {
    /// Draws of alternatives that rest on one baseline.
    ///
    /// # Errors
    /// If an alternative cannot be computed as it stands.
    ///
    /// # Panics
    /// If there is no alternative.
    pub fn new(
        scenarios: Vec<&'run LoadedScenario>,
        varying: Vec<Varying>,
        draws: u64,
        seed: u64,
    ) -> Result<Self, ModelError> {
        let asked = Asked::of(&scenarios)?;
        let drawing = Drawing::new(&varying, seed);
        Ok(Self { scenarios, varying, asked, drawing, draws, seed })
    }

    pub(super) fn exact(&self) -> Exact<'_> {
        Exact {
            baseline: &self.scenarios[0].baseline,
            scenarios: &self.scenarios,
            varying: &self.varying,
            drawing: &self.drawing,
            asked: &self.asked,
        }
    }

    /// The first draws, whatever part is asked for.
    pub(super) fn pilot(&self) -> Sums {
        let nothing = Progress { stop: &AtomicBool::new(false), report: &|_| {} };
        self.sums(0..self.draws.min(PILOT), None, NonZero::<usize>::MIN, &nothing)
    }

    fn sums(
        &self,
        range: Range<u64>,
        bins: Option<&[Bins]>,
        threads: NonZero<usize>,
        progress: &Progress<'_>,
    ) -> Sums {
        let exact = self.exact();
        let compiled = Compiled::of(&exact);
        let next = AtomicU64::new(range.start);
        let done = AtomicU64::new(0);
        let all = Mutex::new(Sums::none(&self.asked, bins));
        let work = || {
            let mut sums = Sums::none(&self.asked, bins);
            let (mut block, mut workspace) = (Block::default(), Workspace::default());
            while !progress.stop.load(Ordering::Relaxed) {
                let first = next.fetch_add(BLOCK, Ordering::Relaxed);
                if first >= range.end {
                    break;
                }
                let count = (range.end - first).min(BLOCK);
                self.drawing.fill(first, usize::try_from(count).expect("a small block"), &mut block);
                match &compiled {
                    Some(compiled) => {
                        compiled.draw(&exact, &mut block, &mut workspace, |draw| sums.add(&self.asked, draw));
                    }
                    None => {
                        for draw in 0..block.draws {
                            if progress.stop.load(Ordering::Relaxed) {
                                break;
                            }
                            let found = exact.draw(&|number| block.columns[number][draw]);
                            sums.add(&self.asked, found.as_ref());
                        }
                    }
                }
                (progress.report)(done.fetch_add(count, Ordering::Relaxed) + count);
            }
            // Sums are whole numbers: who is ready first does not matter.
            all.lock().expect("no thread stops while it adds up").append(sums);
        };
        std::thread::scope(|scope| {
            for _ in 1..threads.get() {
                scope.spawn(work);
            }
            work();
        });
        all.into_inner().expect("no thread stops while it adds up")
    }
}

/// The draws of a part.
pub(super) fn range(draws: u64, part: Part) -> Range<u64> {
    let end = |shards: u64, of: u64| {
        let end = u128::from(draws) * u128::from(shards) / u128::from(of);
        u64::try_from(end).expect("a part of the draws")
    };
    match part {
        Part::All => 0..draws,
        Part::Shard { number, of } => end(number - 1, of)..end(number, of),
    }
}

/// Makes the draws of a part.
#[must_use]
pub(super) fn sums(plan: &Plan<'_>, part: Part, threads: NonZero<usize>, progress: &Progress<'_>) -> Sums {
    let bins = (plan.draws > MOST_KEPT).then(|| {
        let pilot = plan.pilot();
        let around = |sums: &super::sums::FigureSums| match &sums.values {
            super::quantiles::Values::All(all) => Bins::around(all),
            super::quantiles::Values::Binned(bins) => bins.clone(),
        };
        pilot.figures.iter().map(around).collect::<Vec<_>>()
    });
    plan.sums(range(plan.draws, part), bins.as_deref(), threads, progress)
}
