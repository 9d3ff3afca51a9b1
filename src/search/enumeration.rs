//! Every grouping, one after the other: the first kommun that is in none yet takes each of the förbund that may be, and
//! so on with those that are left. Nothing is begun that cannot be completed, and nothing is allocated on the way.
//!
//! The work is shared over threads by its beginnings. What is found does not depend on how many there are: the order of
//! groupings is a total one.

use std::sync::atomic::{AtomicBool, AtomicI64, AtomicU64, AtomicUsize, Ordering};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::{Duration, Instant};

use super::completions::Completions;
use super::criterion::{By, Criterion, Sums, moved};
use super::forbund::Allowed;
use super::kommun_set::KommunSet;
use super::ranked::{Best, Front, Place};
use super::reach::Reaches;

/// What is looked for among the groupings.
#[derive(Debug)]
pub struct Wanted<'run> {
    /// What they are ranked by.
    pub rank: Criterion<'run>,
    /// How many of the best.
    pub top: usize,
    /// Criteria of which none may be better without another being worse.
    pub pareto: Vec<Criterion<'run>>,
    /// Groupings whose place is asked for.
    pub references: Vec<Place>,
}

/// What groupings must fulfil beside being made of allowed förbund.
#[derive(Clone, Debug)]
pub struct Whole {
    /// The numbers of förbund that are allowed, a bit for each.
    pub numbers: u64,
    /// Today's förbund.
    pub today: Vec<KommunSet>,
    /// The most kommuner that may have moved.
    pub most_moved: Option<u32>,
}

/// What was found.
#[derive(Clone, Debug)]
pub struct Found {
    /// The best.
    pub best: Best,
    /// The best of each number of förbund, from none on.
    pub by_number: Vec<Best>,
    /// How many there are of each number of förbund.
    pub counts: Vec<u64>,
    /// Those that nothing beats.
    pub front: Front,
    /// How many stand before each of the groupings whose place is asked for.
    pub before: Vec<u64>,
    /// Whether all were looked at.
    pub complete: bool,
}

impl Found {
    fn nothing(wanted: &Wanted<'_>, kommuner: usize) -> Self {
        Self {
            best: Best::of_most(wanted.top),
            by_number: vec![Best::of_most(1); kommuner + 1],
            counts: vec![0; kommuner + 1],
            front: Front::default(),
            before: vec![0; wanted.references.len()],
            complete: true,
        }
    }

    fn join(&mut self, other: Self) {
        self.best.join(other.best);
        for (best, other) in self.by_number.iter_mut().zip(other.by_number) {
            best.join(other);
        }
        for (count, other) in self.counts.iter_mut().zip(other.counts) {
            *count += other;
        }
        self.front.join(other.front);
        for (before, other) in self.before.iter_mut().zip(other.before) {
            *before += other;
        }
        self.complete &= other.complete;
    }
}

/// How the work is done.
pub struct Work<'run> {
    /// On so many threads.
    pub threads: usize,
    /// Until then at the latest.
    pub until: Option<Instant>,
    /// Told now and then how many groupings were looked at, and what the best of them is worth.
    pub progress: &'run mut dyn FnMut(u64, Option<i64>),
}

/// Groupings between two looks at the clock.
const PATIENCE: u64 = 1 << 14;
/// How often progress is told.
const PROGRESS: Duration = Duration::from_millis(200);
/// Kommuner that are left of which every grouping is looked at: more are first looked at together.
const FEW: usize = 3;
/// Parts of the work for each thread: the last ones are short then.
const PARTS: u64 = 64;

/// Looks at every grouping.
///
/// # Panics
/// If a thread does, which means that a promise of ours is broken.
#[must_use]
pub fn enumerate(
    allowed: &Allowed,
    completions: &Completions,
    whole: &Whole,
    wanted: &Wanted<'_>,
    work: &mut Work<'_>,
) -> Found {
    let kommuner = allowed.kommuner();
    let shared = Shared {
        kommuner: KommunSet::first(kommuner).count(),
        allowed,
        completions,
        whole,
        wanted,
        // What is ranked by and the criteria of a front are about one kommun, if about any.
        payer: wanted.pareto.iter().fold(wanted.rank.payer(), |payer, one| payer.union(one.payer())),
        reaches: reaches(allowed, completions, whole, wanted, work.until),
        until: work.until,
        late: AtomicBool::new(false),
        seen: AtomicU64::new(0),
        best: AtomicI64::new(i64::MIN),
    };
    let all = KommunSet::first(kommuner);
    let threads = work.threads.max(1);
    let count: u64 = completions.counts(all).iter().sum();
    let beginnings = shared.beginnings(all, (count / (PARTS * threads as u64)).max(PATIENCE));
    let next = AtomicUsize::new(0);
    let mut found = Found::nothing(wanted, kommuner);
    let (sender, receiver) = mpsc::channel();
    thread::scope(|scope| {
        for _ in 0..threads {
            let (shared, beginnings, next, sender) = (&shared, &beginnings, &next, sender.clone());
            scope.spawn(move || {
                let mut walk = Walk::new(shared);
                while let Some(beginning) = beginnings.get(next.fetch_add(1, Ordering::Relaxed)) {
                    walk.from(beginning);
                }
                // Nobody listens only where another thread has stopped the run.
                let _ = sender.send(walk.found());
            });
        }
        drop(sender);
        loop {
            match receiver.recv_timeout(PROGRESS) {
                Ok(part) => found.join(part),
                Err(RecvTimeoutError::Timeout) => {
                    let best = Some(shared.best.load(Ordering::Relaxed)).filter(|best| *best > i64::MIN);
                    (work.progress)(shared.seen.load(Ordering::Relaxed), best);
                }
                Err(RecvTimeoutError::Disconnected) => break,
            }
        }
    });
    found.complete &= !shared.late.load(Ordering::Relaxed);
    found
}

/// What the criteria can reach, where that is worth while: where there are more groupings than sets of kommuner.
fn reaches(
    allowed: &Allowed,
    completions: &Completions,
    whole: &Whole,
    wanted: &Wanted<'_>,
    until: Option<Instant>,
) -> Option<Reaches> {
    let all = KommunSet::first(allowed.kommuner());
    let is_many = completions.counts(all).iter().sum::<u64>() >> allowed.kommuner() > 0;
    // Who has moved in all is known of whole groupings only.
    if !is_many || whole.most_moved.is_some() {
        return None;
    }
    let criteria: Vec<By> =
        std::iter::once(&wanted.rank).chain(&wanted.pareto).map(|criterion| criterion.by).collect();
    Reaches::new(allowed, &criteria, completions.most(), until)
}

/// So many have moved at least.
#[inline]
fn least_moved(sums: &Sums) -> u32 {
    sums.placed - sums.may_stay.min(sums.placed)
}

/// What all threads see.
struct Shared<'run> {
    kommuner: u32,
    allowed: &'run Allowed,
    completions: &'run Completions,
    whole: &'run Whole,
    wanted: &'run Wanted<'run>,
    /// The kommun whose förbund a criterion asks for.
    payer: KommunSet,
    /// Where groupings need not be looked at one by one. First that of what they are ranked by, then those of the front.
    reaches: Option<Reaches>,
    until: Option<Instant>,
    late: AtomicBool,
    seen: AtomicU64,
    /// What the best of them is worth.
    best: AtomicI64,
}

/// The first förbund of some groupings.
#[derive(Clone, Debug)]
struct Beginning {
    groups: Vec<KommunSet>,
    sums: Sums,
    left: KommunSet,
}

impl Shared<'_> {
    /// Whether what is left after so many förbund can be divided as the conditions want.
    #[inline]
    fn can_complete(&self, left: KommunSet, forbund: usize) -> bool {
        self.whole.numbers >> forbund & u64::from(self.completions.numbers(left)) != 0
    }

    /// Whether so few have moved that the grouping may still be one.
    #[inline]
    fn few_moved(&self, sums: &Sums) -> bool {
        self.whole.most_moved.is_none_or(|most| least_moved(sums) <= most)
    }

    /// Beginnings of all groupings, each of at most so many if it can be parted.
    fn beginnings(&self, all: KommunSet, most: u64) -> Vec<Beginning> {
        let mut waiting = vec![Beginning { groups: Vec::new(), sums: Sums::NONE, left: all }];
        let mut found = Vec::new();
        while let Some(beginning) = waiting.pop() {
            if !self.can_complete(beginning.left, beginning.groups.len()) {
                continue;
            }
            let count: u64 = self.completions.counts(beginning.left).iter().sum();
            if count <= most || beginning.left.is_empty() {
                found.push((count, beginning));
                continue;
            }
            self.allowed.first_of(beginning.left, |place, forbund| {
                let mut groups = beginning.groups.clone();
                groups.push(forbund.set);
                let left = beginning.left.without(forbund.set);
                let sums = beginning.sums.with(place, forbund, self.payer);
                waiting.push(Beginning { groups, sums, left });
            });
        }
        // The largest first, so that none is left alone at the end.
        found.sort_by(|(one, _), (other, _)| other.cmp(one));
        found.into_iter().map(|(_, beginning)| beginning).collect()
    }
}

/// One thread on its way.
struct Walk<'run> {
    shared: &'run Shared<'run>,
    groups: [KommunSet; KommunSet::MOST],
    seen: u64,
    worths: Vec<i64>,
    found: Found,
}

impl<'run> Walk<'run> {
    fn new(shared: &'run Shared<'run>) -> Self {
        Self {
            shared,
            groups: [KommunSet::EMPTY; KommunSet::MOST],
            seen: 0,
            worths: vec![0; shared.wanted.pareto.len()],
            found: Found::nothing(shared.wanted, shared.allowed.kommuner()),
        }
    }

    fn from(&mut self, beginning: &Beginning) {
        if !self.shared.late.load(Ordering::Relaxed) {
            self.groups[..beginning.groups.len()].copy_from_slice(&beginning.groups);
            self.cover(beginning.left, &beginning.sums);
        }
    }

    fn found(mut self) -> Found {
        self.look_at_clock();
        self.found.complete = !self.shared.late.load(Ordering::Relaxed);
        self.found
    }

    fn look_at_clock(&mut self) {
        self.shared.seen.fetch_add(self.seen, Ordering::Relaxed);
        self.seen = 0;
        if let Some(first) = self.found.best.first() {
            self.shared.best.fetch_max(first.place.worth, Ordering::Relaxed);
        }
        if self.shared.until.is_some_and(|until| Instant::now() >= until) {
            self.shared.late.store(true, Ordering::Relaxed);
        }
    }

    /// Divides what is left in every way.
    fn cover(&mut self, left: KommunSet, sums: &Sums) {
        if left.is_empty() {
            self.complete(sums);
            return;
        }
        if left.len() > FEW && self.pass_by(left, sums) {
            return;
        }
        let shared = self.shared;
        shared.allowed.first_of(left, |place, forbund| {
            let rest = left.without(forbund.set);
            if !shared.can_complete(rest, sums.forbund + 1) {
                return;
            }
            let next = sums.with(place, forbund, shared.payer);
            if !shared.few_moved(&next) || shared.late.load(Ordering::Relaxed) {
                return;
            }
            self.groups[sums.forbund] = forbund.set;
            self.cover(rest, &next);
        });
    }

    /// Counts all that a beginning can become, if none of them can be among the best and none can stand beside a reference.
    fn pass_by(&mut self, left: KommunSet, sums: &Sums) -> bool {
        let shared = self.shared;
        let Some(reaches) = &shared.reaches else { return false };
        let reach = reaches.of(0);
        let (wanted, least_moved) = (shared.wanted, least_moved(sums));
        let counts = shared.completions.counts(left);
        let numbers = || {
            let is_allowed = |more: &usize| shared.whole.numbers >> (sums.forbund + more) & 1 == 1;
            (0..counts.len()).filter(|more| counts[*more] > 0).filter(is_allowed)
        };
        for more in numbers() {
            let number = sums.forbund + more;
            let Some([least, most]) = reach.bounds(&wanted.rank, sums, left, more) else { return false };
            let may_be_best = self.found.best.may_take(most, least_moved, number)
                || self.found.by_number[number].may_take(most, least_moved, number);
            let is_beside = |reference: &Place| least <= reference.worth && reference.worth <= most;
            if may_be_best || wanted.references.iter().any(is_beside) {
                return false;
            }
            if wanted.pareto.is_empty() {
                continue;
            }
            for (place, (worth, criterion)) in self.worths.iter_mut().zip(&wanted.pareto).enumerate() {
                let bounds = reaches.of(place + 1).bounds(criterion, sums, left, more);
                *worth = bounds.map_or(i64::MAX, |[_, most]| most);
            }
            if self.found.front.may_take(&self.worths) {
                return false;
            }
        }
        for more in numbers() {
            let number = sums.forbund + more;
            let [least, _] = reach.bounds(&wanted.rank, sums, left, more).expect("known from above");
            self.found.counts[number] += counts[more];
            for (reference, before) in wanted.references.iter().zip(&mut self.found.before) {
                if least > reference.worth {
                    *before += counts[more];
                }
            }
            self.seen += counts[more];
        }
        if self.seen >= PATIENCE {
            self.look_at_clock();
        }
        true
    }

    /// Looks at a grouping.
    #[inline]
    fn complete(&mut self, sums: &Sums) {
        let shared = self.shared;
        let kommuner = shared.kommuner;
        self.seen += 1;
        if self.seen >= PATIENCE {
            self.look_at_clock();
        }
        let groups = &self.groups[..sums.forbund];
        let least_moved = least_moved(sums);
        let mut known_moved = None;
        let mut moved_of = || *known_moved.get_or_insert_with(|| moved(groups, &shared.whole.today));
        if shared.whole.most_moved.is_some_and(|most| moved_of() > most) {
            return;
        }
        self.found.counts[sums.forbund] += 1;
        let [least, most] = shared.wanted.rank.bounds(sums, kommuner);
        let mut place = None;
        let mut place_of = |moved: u32| {
            *place.get_or_insert_with(|| {
                Place::of(shared.wanted.rank.worth(groups, sums, kommuner, moved), moved, groups)
            })
        };
        for (reference, before) in shared.wanted.references.iter().zip(&mut self.found.before) {
            if least > reference.worth {
                *before += 1;
            } else if reference.may_follow(most, least_moved, sums.forbund) {
                *before += u64::from(place_of(moved_of()) < *reference);
            }
        }
        if self.found.best.may_take(most, least_moved, sums.forbund) {
            self.found.best.show(&place_of(moved_of()), groups);
        }
        let of_number = &mut self.found.by_number[sums.forbund];
        if of_number.may_take(most, least_moved, sums.forbund) {
            of_number.show(&place_of(moved_of()), groups);
        }
        if shared.wanted.pareto.is_empty() {
            return;
        }
        for (worth, criterion) in self.worths.iter_mut().zip(&shared.wanted.pareto) {
            *worth = criterion.bounds(sums, kommuner)[1];
        }
        if self.found.front.may_take(&self.worths) {
            let moved = moved_of();
            for (worth, criterion) in self.worths.iter_mut().zip(&shared.wanted.pareto) {
                *worth = criterion.worth(groups, sums, kommuner, moved);
            }
            if self.found.front.may_take(&self.worths) {
                self.found.front.show(&self.worths, &Place::of(0, moved, groups), groups);
            }
        }
    }
}
