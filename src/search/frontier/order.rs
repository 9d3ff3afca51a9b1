//! The order in which vertices are passed: one whose frontier stays narrow.
//!
//! The frontier of a set of passed vertices are those that still wait for another: for a neighbour, or for one that they
//! must be together with or apart from. The number of states grows about sixfold with each vertex of the frontier, so an
//! order costs the sum of 6^width over its steps. A beam search keeps the cheapest of all sets of each size, from every
//! first vertex at once; it is a heuristic, and what it finds decides how long a count takes, never what it says.

use super::condition::Problem;

/// How much a vertex more in the frontier multiplies the states by, about.
const GROWTH: u128 = 6;
/// Beyond this width all orders are equally hopeless, and the costs still fit.
const WIDEST: u32 = 40;
/// What a set costs beyond what has been passed: as many steps more at its own width.
const LOOKAHEAD: u128 = 3;
/// Sets that are kept of each size at first, and when what was found is dear.
const BEAMS: [usize; 2] = [64, 1024];
/// An order that costs more deserves the wider beam.
const DEAR: u128 = 2_000_000;

/// The cheapest order found.
pub(super) fn cheap_order(problem: &Problem) -> Vec<usize> {
    let waits = Waits::of(problem);
    let mut best: Option<(u128, Vec<usize>)> = None;
    for beam in BEAMS {
        let found = waits.search(beam);
        if best.as_ref().is_none_or(|(cost, _)| found.0 < *cost) {
            best = Some(found);
        }
        if best.as_ref().is_some_and(|(cost, _)| *cost <= DEAR) {
            break;
        }
    }
    best.map_or_else(Vec::new, |(_, order)| order)
}

fn cost_of(width: u32) -> u128 {
    GROWTH.pow(width.min(WIDEST))
}

/// Which vertices each one waits for, as sets of bits.
struct Waits {
    lists: Vec<Vec<usize>>,
    sets: Vec<Vec<u64>>,
    words: usize,
}

/// A set of passed vertices.
struct Passed {
    set: Vec<u64>,
    frontier: Vec<u64>,
    width: u32,
    cost: u128,
    mark: u64,
}

/// A set with one vertex more than the set `from` of the beam.
#[derive(Clone, Copy)]
struct Candidate {
    mark: u64,
    cost: u128,
    width: u32,
    from: usize,
    vertex: usize,
}

impl Waits {
    fn of(problem: &Problem) -> Self {
        let vertices = problem.vertices();
        let words = vertices.div_ceil(64);
        let lists: Vec<Vec<usize>> = (0..vertices)
            .map(|vertex| {
                let conditions = problem.together[vertex].iter().chain(&problem.apart[vertex]);
                let mut list: Vec<usize> =
                    problem.graph.neighbours(vertex).iter().chain(conditions).copied().collect();
                list.sort_unstable();
                list.dedup();
                list
            })
            .collect();
        let sets = lists.iter().map(|list| {
            let mut set = vec![0; words];
            for &vertex in list {
                insert(&mut set, vertex);
            }
            set
        });
        Self { sets: sets.collect(), lists, words }
    }

    fn search(&self, beam: usize) -> (u128, Vec<usize>) {
        let empty = vec![0; self.words];
        let start = Passed { set: empty.clone(), frontier: empty, width: 0, cost: 0, mark: 0 };
        let mut kept = vec![start];
        // Of each size, which set each kept one comes from, and the vertex it has more.
        let mut steps: Vec<Vec<(usize, usize)>> = Vec::new();
        for _ in 0..self.lists.len() {
            let mut candidates: Vec<Candidate> = Vec::new();
            for (from, passed) in kept.iter().enumerate() {
                candidates.extend(self.next(passed).map(|vertex| self.candidate(passed, from, vertex)));
            }
            // The same set by different ways: the cheapest way. Two sets with the same mark are unlikely, and one of
            // them would only be lost to the search.
            candidates.sort_unstable_by_key(|found| (found.mark, found.cost, found.from, found.vertex));
            candidates.dedup_by_key(|found| found.mark);
            candidates
                .sort_unstable_by_key(|found| (found.cost + LOOKAHEAD * cost_of(found.width), found.mark));
            candidates.truncate(beam);
            steps.push(candidates.iter().map(|found| (found.from, found.vertex)).collect());
            kept = candidates.iter().map(|found| self.passed(&kept[found.from], found)).collect();
        }
        let mut place = 0;
        let mut order: Vec<usize> = Vec::with_capacity(steps.len());
        for step in steps.iter().rev() {
            let (from, vertex) = step[place];
            order.push(vertex);
            place = from;
        }
        order.reverse();
        (kept[0].cost, order)
    }

    /// The vertices that may come next: whom the frontier waits for, or any where it waits for none.
    fn next(&self, passed: &Passed) -> impl Iterator<Item = usize> {
        let mut next = vec![0; self.words];
        if passed.width == 0 {
            for vertex in 0..self.lists.len() {
                insert(&mut next, vertex);
            }
        }
        for vertex in elements(&passed.frontier) {
            next.iter_mut().zip(&self.sets[vertex]).for_each(|(word, more)| *word |= more);
        }
        next.iter_mut().zip(&passed.set).for_each(|(word, less)| *word &= !less);
        elements(&next).collect::<Vec<_>>().into_iter()
    }

    fn candidate(&self, passed: &Passed, from: usize, vertex: usize) -> Candidate {
        let leaving = self.lists[vertex].iter().filter(|&&other| self.leaves(passed, other, vertex)).count();
        let leaving = u32::try_from(leaving).expect("no more than the frontier has");
        let width = passed.width + u32::from(self.stays(passed, vertex)) - leaving;
        Candidate {
            mark: passed.mark ^ mark(vertex),
            cost: passed.cost + cost_of(width),
            width,
            from,
            vertex,
        }
    }

    /// Whether a vertex of the frontier waits for this one alone.
    fn leaves(&self, passed: &Passed, other: usize, vertex: usize) -> bool {
        let mut waited = self.sets[other].iter().zip(&passed.set).enumerate();
        contains(&passed.frontier, other)
            && waited.all(|(word, (all, seen))| {
                let rest = all & !seen;
                rest == 0 || (word == vertex / 64 && rest == 1 << (vertex % 64))
            })
    }

    /// Whether a vertex waits for another when it has been passed itself.
    fn stays(&self, passed: &Passed, vertex: usize) -> bool {
        self.sets[vertex].iter().zip(&passed.set).any(|(all, seen)| all & !seen != 0)
    }

    fn passed(&self, before: &Passed, found: &Candidate) -> Passed {
        let mut frontier = before.frontier.clone();
        for &other in
            self.lists[found.vertex].iter().filter(|&&other| self.leaves(before, other, found.vertex))
        {
            frontier[other / 64] &= !(1 << (other % 64));
        }
        if self.stays(before, found.vertex) {
            insert(&mut frontier, found.vertex);
        }
        let mut set = before.set.clone();
        insert(&mut set, found.vertex);
        Passed { set, frontier, width: found.width, cost: found.cost, mark: found.mark }
    }
}

/// A number that looks random, so that different sets of vertices have different sums (splitmix64).
fn mark(vertex: usize) -> u64 {
    let number = u64::try_from(vertex).expect("a vertex has a small number") + 1;
    let mixed = number.wrapping_mul(0x9E37_79B9_7F4A_7C15);
    let mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    mixed ^ (mixed >> 31)
}

fn insert(set: &mut [u64], vertex: usize) {
    set[vertex / 64] |= 1 << (vertex % 64);
}

fn contains(set: &[u64], vertex: usize) -> bool {
    set[vertex / 64] >> (vertex % 64) & 1 == 1
}

fn elements(set: &[u64]) -> impl Iterator<Item = usize> {
    set.iter().enumerate().flat_map(|(word, &bits)| {
        let mut rest = bits;
        std::iter::from_fn(move || {
            let bit = usize::try_from(rest.trailing_zeros()).expect("below 65");
            (rest != 0).then(|| {
                rest &= rest - 1;
                word * 64 + bit
            })
        })
    })
}
