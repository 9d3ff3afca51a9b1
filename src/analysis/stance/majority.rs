//! What more parties want than not: alternatives two by two.

use std::cmp::Ordering;

/// How a party looks at an alternative, the best first: by its rank; else after all it ranks; else, where it does not
/// accept it, last. Two that it says nothing of are as good to it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Standing {
    /// Ranked: how many alternatives are better, and one.
    Ranked(usize),
    /// Neither ranked nor rejected.
    Unranked,
    /// Rejected, and not ranked.
    Rejected,
}

/// How many parties prefer which of two alternatives.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Majority {
    /// That prefer the first.
    pub first: usize,
    /// That prefer the other.
    pub other: usize,
}

impl Majority {
    /// Of parties by how they look at the two.
    #[must_use]
    pub fn of(parties: impl Iterator<Item = [Standing; 2]>) -> Self {
        parties.fold(Self::default(), |mut sum, [first, other]| {
            match first.cmp(&other) {
                Ordering::Less => sum.first += 1,
                Ordering::Greater => sum.other += 1,
                Ordering::Equal => {}
            }
            sum
        })
    }

    /// The alternative that is preferred to each of the others by more parties than not, if there is one. Each party has
    /// as many standings as there are alternatives.
    #[must_use]
    pub fn condorcet(parties: &[Vec<Standing>], alternatives: usize) -> Option<usize> {
        let beats = |one: usize, other: usize| {
            let majority = Self::of(parties.iter().map(|party| [party[one], party[other]]));
            majority.first > majority.other
        };
        let others = |one: usize| (0..alternatives).filter(move |other| *other != one);
        (0..alternatives).find(|&one| alternatives > 1 && others(one).all(|other| beats(one, other)))
    }
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
        let parties: Vec<Vec<Standing>> =
            voters.iter().flat_map(|(count, ranks)| vec![ranks.map(Ranked).to_vec(); *count]).collect();
        assert_eq!(Majority::condorcet(&parties, 4), Some(1));
        let pair = Majority::of(parties.iter().map(|party| [party[1], party[0]]));
        assert_eq!(pair, Majority { first: 58, other: 42 });
    }

    /// A beats B, B beats C and C beats A, each 2–1.
    #[test]
    fn a_circle_has_no_winner_and_nor_have_equals() {
        let circle = [[1, 2, 3], [3, 1, 2], [2, 3, 1]].map(|ranks| ranks.map(Ranked).to_vec());
        assert_eq!(Majority::condorcet(&circle, 3), None);
        let equals = [vec![Ranked(1), Ranked(1)], vec![Unranked, Unranked]];
        assert_eq!(Majority::condorcet(&equals, 2), None);
        assert_eq!(Majority::condorcet(&[], 2), None);
        assert_eq!(Majority::condorcet(&circle, 1), None);
    }
}
