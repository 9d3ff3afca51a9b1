//! How many kommuner are in another förbund than today.
//!
//! New and old förbund are matched with each other, each with at most one, such that as many kommuner as possible are in
//! the new one that their old one is matched with. All others have moved.

use super::kommun_set::KommunSet;

/// Places for förbund and for one that stands for none.
const PLACES: usize = KommunSet::MOST + 1;

/// How many kommuner stay with their förbund, at the best matching of new and old ones.
#[must_use]
pub(super) fn staying(new: &[KommunSet], old: &[KommunSet]) -> u32 {
    // By shortest augmenting paths (Kuhn, Munkres; with potentials), the fewer ones one after the other. Both lists are
    // disjoint sets of searched kommuner, so that there are places for all.
    let (few, many) = if new.len() <= old.len() { (new, old) } else { (old, new) };
    let common = |one: usize, other: usize| few[one - 1].common(many[other - 1]).count().cast_signed();
    let mut of_few = [0_i32; PLACES];
    let mut of_many = [0_i32; PLACES];
    // Which of the few each of the many is matched with; 0 is none.
    let mut matched = [0_usize; PLACES];
    for one in 1..=few.len() {
        let mut least = [i32::MAX; PLACES];
        let mut before = [0_usize; PLACES];
        let mut seen = [false; PLACES];
        matched[0] = one;
        let mut at = 0;
        while matched[at] != 0 {
            seen[at] = true;
            let row = matched[at];
            let (mut step, mut next) = (i32::MAX, 0);
            for other in 1..=many.len() {
                if seen[other] {
                    continue;
                }
                let cost = -common(row, other) - of_few[row] - of_many[other];
                if cost < least[other] {
                    (least[other], before[other]) = (cost, at);
                }
                if least[other] < step {
                    (step, next) = (least[other], other);
                }
            }
            for other in 0..=many.len() {
                if seen[other] {
                    of_few[matched[other]] += step;
                    of_many[other] -= step;
                } else {
                    least[other] -= step;
                }
            }
            at = next;
        }
        while at != 0 {
            matched[at] = matched[before[at]];
            at = before[at];
        }
    }
    let pairs = (1..=many.len()).filter(|other| matched[*other] != 0);
    pairs.map(|other| few[matched[other] - 1].common(many[other - 1]).count()).sum()
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// By trying every matching.
    fn by_trying(new: &[KommunSet], old: &[KommunSet]) -> u32 {
        let Some((first, rest)) = new.split_first() else { return 0 };
        let without = by_trying(rest, old);
        let with = (0..old.len()).map(|taken| {
            let left: Vec<KommunSet> =
                old.iter().enumerate().filter(|(at, _)| *at != taken).map(|(_, set)| *set).collect();
            first.common(old[taken]).count() + by_trying(rest, &left)
        });
        with.max().unwrap_or_default().max(without)
    }

    /// Every division of so many kommuner.
    pub(in crate::search) fn divisions(kommuner: usize) -> Vec<Vec<KommunSet>> {
        let mut all = vec![Vec::new()];
        for kommun in 0..kommuner {
            let alone = KommunSet::only(kommun);
            let more = |division: &Vec<KommunSet>| {
                let mut grown = vec![[division.as_slice(), &[alone]].concat()];
                for place in 0..division.len() {
                    let mut joined = division.clone();
                    joined[place] = joined[place].union(alone);
                    grown.push(joined);
                }
                grown
            };
            all = all.iter().flat_map(more).collect();
        }
        all
    }

    #[test]
    fn the_best_matching_is_found() {
        let all = divisions(5);
        assert_eq!(all.len(), 52);
        for new in &all {
            for old in &all {
                assert_eq!(staying(new, old), by_trying(new, old), "{new:?} {old:?}");
                // A kommun that is in none today stays nowhere.
                assert_eq!(staying(new, &old[1..]), by_trying(new, &old[1..]), "{new:?} {old:?}");
            }
        }
    }

    #[test]
    fn who_exchange_their_kommuner_have_moved() {
        let set = |kommuner: &[usize]| kommuner.iter().copied().collect::<KommunSet>();
        let old = [set(&[0, 1, 2, 3]), set(&[4, 5])];
        assert_eq!(staying(&[set(&[0, 1, 2, 3, 4, 5])], &old), 4);
        assert_eq!(staying(&[set(&[0, 1]), set(&[2, 3, 4, 5])], &old), 4);
        assert_eq!(staying(&old, &old), 6);
    }
}
