//! What more parties want than not: alternatives two by two.

use std::cmp::Ordering;
use std::collections::VecDeque;

/// How a party looks at an alternative, the best first: by its rank; else after all it ranks; else, where it does not
/// accept it, last. Two that it says nothing of, or rejects, are as good to it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Standing {
    /// Ranked: how many alternatives are better, and one.
    Ranked(usize),
    /// Neither ranked nor rejected.
    Unranked,
    /// Rejected.
    Rejected,
}

/// How a party looks at each alternative: one list of standings for each of its positions.
pub type Voter = Vec<Vec<Standing>>;

/// How many parties prefer which of two alternatives.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Majority {
    /// That prefer the first.
    pub first: usize,
    /// That prefer the other.
    pub other: usize,
}

impl Majority {
    /// Of two alternatives. A party counts once; where its positions contradict each other it prefers neither.
    #[must_use]
    pub fn of(voters: &[Voter], [first, other]: [usize; 2]) -> Self {
        voters.iter().fold(Self::default(), |mut sum, positions| {
            let prefers =
                |wanted| positions.iter().any(|position| position[first].cmp(&position[other]) == wanted);
            match [prefers(Ordering::Less), prefers(Ordering::Greater)] {
                [true, false] => sum.first += 1,
                [false, true] => sum.other += 1,
                _ => {}
            }
            sum
        })
    }

    /// Whether more parties prefer the first alternative to the other than not.
    fn beats(voters: &[Voter], pair: [usize; 2]) -> bool {
        let majority = Self::of(voters, pair);
        majority.first > majority.other
    }

    /// The alternative that is preferred to each of the others by more parties than not, if there is one.
    #[must_use]
    pub fn condorcet(voters: &[Voter], alternatives: usize) -> Option<usize> {
        let others = |one: usize| (0..alternatives).filter(move |other| *other != one);
        (0..alternatives)
            .find(|&one| alternatives > 1 && others(one).all(|other| Self::beats(voters, [one, other])))
    }

    /// Alternatives of which each is preferred by more parties than not to the next one, and the last to the first: a
    /// shortest such cycle, if there is one.
    #[must_use]
    pub fn cycle(voters: &[Voter], alternatives: usize) -> Option<Vec<usize>> {
        let beats: Vec<Vec<usize>> = (0..alternatives)
            .map(|one| (0..alternatives).filter(|&other| Self::beats(voters, [one, other])).collect())
            .collect();
        (0..alternatives).filter_map(|start| shortest_way_back(start, &beats)).min_by_key(Vec::len)
    }
}

/// The shortest way from a place back to it; `next` has the places that each one leads to.
fn shortest_way_back(start: usize, next: &[Vec<usize>]) -> Option<Vec<usize>> {
    let mut came_from: Vec<Option<usize>> = vec![None; next.len()];
    let mut queue = VecDeque::from([start]);
    while let Some(place) = queue.pop_front() {
        for &to in &next[place] {
            if to == start {
                let way = std::iter::successors(Some(place), |place| came_from[*place]);
                let mut way: Vec<usize> = way.collect();
                way.reverse();
                return Some(way);
            }
            if came_from[to].is_none() {
                came_from[to] = Some(place);
                queue.push_back(to);
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::Standing::{Ranked, Rejected, Unranked};
    use super::*;

    #[test]
    fn what_is_ranked_comes_before_what_is_not_and_what_is_rejected_last() {
        assert!(Ranked(1) < Ranked(2) && Ranked(9) < Unranked && Unranked < Rejected);
    }

    /// Tennessee's capital, by hand: 42 for Memphis first, 26 for Nashville, 15 for Chattanooga, 17 for Knoxville.
    /// Nashville beats Memphis 58–42, Chattanooga 68–32 and Knoxville 68–32.
    #[test]
    fn the_winner_beats_each_of_the_others() {
        let voters = [(42, [1, 2, 3, 4]), (26, [4, 1, 2, 3]), (15, [4, 3, 1, 2]), (17, [4, 3, 2, 1])];
        let parties: Vec<Voter> =
            voters.iter().flat_map(|(count, ranks)| vec![voter(ranks); *count]).collect();
        assert_eq!(Majority::condorcet(&parties, 4), Some(1));
        assert_eq!(Majority::of(&parties, [1, 0]), Majority { first: 58, other: 42 });
        assert_eq!(Majority::cycle(&parties, 4), None);
    }

    /// A beats B, B beats C and C beats A, each 2–1; D loses to all.
    #[test]
    fn a_cycle_has_no_winner_and_is_found() {
        let cycle = [[1, 2, 3], [3, 1, 2], [2, 3, 1]].map(|ranks| voter(&ranks));
        assert_eq!(Majority::condorcet(&cycle, 3), None);
        assert_eq!(Majority::cycle(&cycle, 3), Some(vec![0, 1, 2]));
        let with_last = [[4, 1, 2, 3], [4, 3, 1, 2], [4, 2, 3, 1]].map(|ranks| voter(&ranks));
        assert_eq!(Majority::cycle(&with_last, 4), Some(vec![1, 2, 3]));
        assert_eq!(Majority::condorcet(&cycle, 1), None);
    }

    #[test]
    fn equals_have_neither_a_winner_nor_a_cycle() {
        let equals = [voter(&[1, 1]), vec![vec![Unranked, Unranked]]];
        assert_eq!(Majority::condorcet(&equals, 2), None);
        assert_eq!(Majority::cycle(&equals, 2), None);
        assert_eq!(Majority::condorcet(&[], 2), None);
    }

    /// One prefers the first in one förbund and likes both in another; the other wants the opposite in each.
    #[test]
    fn a_party_counts_once_and_not_where_it_contradicts_itself() {
        let agrees = vec![vec![Ranked(1), Ranked(2)], vec![Unranked, Unranked], vec![Ranked(1), Unranked]];
        let contradicts = vec![vec![Ranked(1), Ranked(2)], vec![Rejected, Unranked]];
        let parties = [agrees, contradicts];
        assert_eq!(Majority::of(&parties, [0, 1]), Majority { first: 1, other: 0 });
        assert_eq!(Majority::of(&parties, [1, 0]), Majority { first: 0, other: 1 });
    }

    /// A party with one position that ranks all alternatives.
    fn voter(ranks: &[usize]) -> Voter {
        vec![ranks.iter().copied().map(Ranked).collect()]
    }
}
