//! What is known of each step before any state is: who is in the frontier, whom the new vertex borders, who leaves.

use super::condition::Problem;
use super::error::CountError;

/// The most vertices that a frontier can have: as many as a state holds, less one label for vertices of which nothing
/// need be known.
pub(super) const MAX_WIDTH: usize = 15;

/// The passing of one vertex. Vertices of the frontier have places, from zero, in the order in which they were passed;
/// sets of places are bits, and the new vertex has the place after the last. Nothing but the end of its last wait takes
/// a vertex out of the frontier.
#[derive(Debug)]
pub(super) struct Step {
    /// The vertex of the problem that is passed.
    pub(super) vertex: usize,
    /// How many vertices the frontier has before.
    pub(super) width: usize,
    /// Places that an edge joins the new vertex with.
    pub(super) adjacent: u16,
    /// Places whose group the new vertex must be in.
    pub(super) together: u16,
    /// Places whose group the new vertex must not be in.
    pub(super) apart: u16,
    /// Places that stay in the frontier, the new one's too.
    pub(super) kept: u16,
    /// Places with a neighbour that has not been passed yet.
    pub(super) live: u16,
    /// Of each place that stays, which connected parts of what has not been passed it borders; empty where there is one
    /// part only. The 64th bit stands for all parts from the 64th on.
    pub(super) parts: Vec<u64>,
    /// Of each place, the new one's too, those that border at least as much of what has not been passed: of a place in
    /// the same piece as one of them nothing need be known. Of places that border the same the first is not covered by
    /// the others, and what has conditions to wait for is covered by none.
    pub(super) covered_by: Vec<u16>,
    /// How many vertices have not been passed after this step.
    pub(super) remaining: usize,
}

/// The steps of an order.
pub(super) fn steps(problem: &Problem, order: &[usize]) -> Result<Vec<Step>, CountError> {
    let mut position = vec![0; order.len()];
    for (number, &vertex) in order.iter().enumerate() {
        position[vertex] = number;
    }
    let mut frontier: Vec<usize> = Vec::new();
    let mut steps = Vec::with_capacity(order.len());
    for (number, &vertex) in order.iter().enumerate() {
        let later = |list: &[usize]| list.iter().any(|&other| position[other] > number);
        let width = frontier.len();
        let among = |list: &[usize]| bits(frontier.iter().map(|other| list.contains(other)));
        let (adjacent, together, apart) = (
            among(problem.graph.neighbours(vertex)),
            among(&problem.together[vertex]),
            among(&problem.apart[vertex]),
        );
        frontier.push(vertex);
        let live = bits(frontier.iter().map(|&place| later(problem.graph.neighbours(place))));
        let waiting = bits(frontier.iter().map(|&place| later(&problem.together[place])));
        let kept = live | waiting | bits(frontier.iter().map(|&place| later(&problem.apart[place])));
        let covered_by = covered_by(problem, &frontier, &position, number);
        frontier = (0..=width).filter(|place| kept >> place & 1 == 1).map(|place| frontier[place]).collect();
        if frontier.len() > MAX_WIDTH {
            return Err(CountError::TooWide { most: MAX_WIDTH });
        }
        let parts = parts(problem, &order[number + 1..], &frontier);
        let remaining = order.len() - number - 1;
        steps.push(Step {
            vertex,
            width,
            adjacent,
            together,
            apart,
            kept,
            live,
            parts,
            covered_by,
            remaining,
        });
    }
    Ok(steps)
}

/// At most sixteen, the first in the lowest bit.
fn bits(flags: impl Iterator<Item = bool>) -> u16 {
    flags.enumerate().fold(0, |bits, (place, flag)| bits | u16::from(flag) << place)
}

/// What has been passed is at most at this position.
fn covered_by(problem: &Problem, frontier: &[usize], position: &[usize], passed: usize) -> Vec<u16> {
    let later =
        |list: &[usize]| list.iter().copied().filter(|&other| position[other] > passed).collect::<Vec<_>>();
    let bordered: Vec<Vec<usize>> =
        frontier.iter().map(|&vertex| later(problem.graph.neighbours(vertex))).collect();
    let of = |place: usize| {
        let vertex = frontier[place];
        let waits = !later(&problem.together[vertex]).is_empty() || !later(&problem.apart[vertex]).is_empty();
        bits((0..frontier.len()).map(|other| {
            let covers = bordered[place].iter().all(|vertex| bordered[other].contains(vertex));
            let is_more = other < place || bordered[other].len() > bordered[place].len();
            !waits && other != place && covers && is_more && !bordered[place].is_empty()
        }))
    };
    (0..frontier.len()).map(of).collect()
}

fn parts(problem: &Problem, later: &[usize], frontier: &[usize]) -> Vec<u64> {
    let mut part: Vec<Option<u32>> = vec![None; problem.vertices()];
    let mut is_later = vec![false; problem.vertices()];
    for &vertex in later {
        is_later[vertex] = true;
    }
    let mut number = 0;
    for &start in later {
        if part[start].is_some() {
            continue;
        }
        part[start] = Some(number);
        let mut open = vec![start];
        while let Some(vertex) = open.pop() {
            for &next in problem.graph.neighbours(vertex) {
                if is_later[next] && part[next].is_none() {
                    part[next] = Some(number);
                    open.push(next);
                }
            }
        }
        number = (number + 1).min(63);
    }
    if number < 2 {
        return Vec::new();
    }
    let bordered = |vertex: usize| problem.graph.neighbours(vertex).iter().filter_map(|&next| part[next]);
    frontier.iter().map(|&vertex| bordered(vertex).fold(0, |bits, part| bits | 1 << part)).collect()
}
