//! Which of the searched kommuner border each other.

use super::kommun_set::KommunSet;

/// The borders between the searched kommuner.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Borders {
    neighbours: Vec<KommunSet>,
}

impl Borders {
    /// Those of so many kommuner, from the pairs that border each other.
    #[must_use]
    pub fn new(kommuner: usize, pairs: &[(usize, usize)]) -> Self {
        let mut neighbours = vec![KommunSet::EMPTY; kommuner];
        for &(one, other) in pairs {
            neighbours[one] = neighbours[one].union(KommunSet::only(other));
            neighbours[other] = neighbours[other].union(KommunSet::only(one));
        }
        Self { neighbours }
    }

    /// As if each of so many kommuner bordered every other one.
    #[must_use]
    pub fn everywhere(kommuner: usize) -> Self {
        let all = KommunSet::first(kommuner);
        Self { neighbours: (0..kommuner).map(|kommun| all.without(KommunSet::only(kommun))).collect() }
    }

    /// Those that border one of a set, without the set.
    #[must_use]
    pub fn around(&self, set: KommunSet) -> KommunSet {
        let all = set.iter().fold(KommunSet::EMPTY, |all, kommun| all.union(self.neighbours[kommun]));
        all.without(set)
    }

    /// The pairs that border each other, each once, the lower kommunkod first.
    pub fn pairs(&self) -> impl Iterator<Item = (usize, usize)> + '_ {
        let of = |(one, neighbours): (usize, &KommunSet)| {
            neighbours.iter().filter(move |other| one < *other).map(move |other| (one, other))
        };
        self.neighbours.iter().enumerate().flat_map(of)
    }

    /// Those that border none of the others.
    pub fn without_neighbours(&self) -> impl Iterator<Item = usize> + '_ {
        self.neighbours
            .iter()
            .enumerate()
            .filter(|(_, neighbours)| neighbours.is_empty())
            .map(|(kommun, _)| kommun)
    }

    /// Whether one can go from every kommun of a set to every other without leaving it.
    #[must_use]
    pub fn connects(&self, set: KommunSet) -> bool {
        let (mut reached, mut new) = (set.first_alone(), set.first_alone());
        while !new.is_empty() {
            new = self.around(new).common(set).without(reached);
            reached = reached.union(new);
        }
        reached == set
    }

    /// Every connected set of a kommun and some of `others`: each is grown from a smaller one, so that none is looked at
    /// that is not connected. `found` says whether larger ones are looked for that have all of its kommuner.
    pub fn connected_from(&self, first: usize, others: KommunSet, found: &mut impl FnMut(KommunSet) -> bool) {
        let alone = KommunSet::only(first);
        let excluded = KommunSet::first(self.neighbours.len()).without(others);
        self.grow(alone, self.neighbours[first].without(excluded), excluded, found);
    }

    /// Grows a connected set by those around it that are not taken by an earlier branch.
    fn grow(
        &self,
        set: KommunSet,
        mut around: KommunSet,
        mut excluded: KommunSet,
        found: &mut impl FnMut(KommunSet) -> bool,
    ) {
        if !found(set) {
            return;
        }
        while let Some(next) = around.lowest() {
            let next_alone = KommunSet::only(next);
            around = around.without(next_alone);
            excluded = excluded.union(next_alone);
            let grown = set.union(next_alone);
            let around = around.union(self.neighbours[next]).without(excluded).without(grown);
            self.grow(grown, around, excluded, found);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn connected(borders: &Borders, kommuner: usize) -> Vec<KommunSet> {
        let mut found = Vec::new();
        for lowest in 0..kommuner {
            let higher = KommunSet::first(kommuner).without(KommunSet::first(lowest + 1));
            borders.connected_from(lowest, higher, &mut |set| {
                found.push(set);
                true
            });
        }
        found
    }

    #[test]
    fn every_connected_set_is_grown_once() {
        // A path of five with a triangle at its end.
        let borders = Borders::new(6, &[(0, 1), (1, 2), (2, 3), (3, 4), (4, 5), (3, 5)]);
        let mut grown = connected(&borders, 6);
        grown.sort_unstable();
        let all = (1..64).map(KommunSet::numbered).filter(|set| borders.connects(*set));
        assert_eq!(grown, all.collect::<Vec<_>>());
    }

    #[test]
    fn growing_stops_where_it_is_told_to() {
        let mut sizes = [0; 6];
        let others = KommunSet::first(5).without(KommunSet::only(0));
        Borders::everywhere(5).connected_from(0, others, &mut |set| {
            sizes[set.len()] += 1;
            set.len() < 3
        });
        assert_eq!(sizes, [0, 1, 4, 6, 0, 0]);
    }

    #[test]
    fn those_without_neighbours_are_found() {
        let borders = Borders::new(4, &[(0, 2)]);
        assert_eq!(borders.without_neighbours().collect::<Vec<_>>(), [1, 3]);
        assert_eq!(borders.pairs().collect::<Vec<_>>(), [(0, 2)]);
        assert!(!borders.connects(KommunSet::first(3)));
    }
}
