//! Counts of groupings against what is known of them in closed form.

use finsam::search::borders::Borders;
use finsam::search::completions::Completions;
use finsam::search::forbund::{Allowed, Forbund};
use finsam::search::kommun_set::KommunSet;

/// The number of contiguous groupings by number of förbund.
fn contiguous(kommuner: usize, pairs: &[(usize, usize)]) -> Vec<u64> {
    let borders = Borders::new(kommuner, pairs);
    let mut sets = Vec::new();
    for lowest in 0..kommuner {
        let higher = KommunSet::first(kommuner).without(KommunSet::first(lowest + 1));
        borders.connected_from(lowest, higher, &mut |set| {
            sets.push(set);
            true
        });
    }
    counted(kommuner, sets)
}

fn counted(kommuner: usize, sets: impl IntoIterator<Item = KommunSet>) -> Vec<u64> {
    let forbund = |set| Forbund {
        set,
        kansli: None,
        farthest_km: None,
        inhabitants: 1,
        largest_share: None,
        ledamoter: 0,
        together_today: 0,
    };
    let allowed = Allowed::new(kommuner, sets.into_iter().map(forbund).collect());
    Completions::new(&allowed, kommuner).counts(KommunSet::first(kommuner)).to_vec()
}

fn all_pairs(kommuner: usize) -> Vec<(usize, usize)> {
    (0..kommuner).flat_map(|one| (0..one).map(move |other| (one, other))).collect()
}

fn choose(of: u64, some: u64) -> u64 {
    (0..some).fold(1, |product, at| product * (of - at) / (at + 1))
}

#[test]
fn without_borders_or_with_all_of_them_the_counts_are_stirlings() {
    // S(n, k) = k·S(n−1, k) + S(n−1, k−1).
    let mut stirling = vec![1_u64];
    for kommuner in 1..=13_usize {
        let before = stirling.clone();
        stirling = (0..=kommuner)
            .map(|parts| {
                let stays = before.get(parts).map_or(0, |count| count * parts as u64);
                stays + parts.checked_sub(1).map_or(0, |fewer| before[fewer])
            })
            .collect();
        let every = (1..1_u64 << kommuner).map(KommunSet::numbered);
        assert_eq!(counted(kommuner, every), stirling, "{kommuner} kommuner");
        assert_eq!(contiguous(kommuner, &all_pairs(kommuner)), stirling, "{kommuner} kommuner");
    }
    assert_eq!(stirling.iter().sum::<u64>(), 27_644_437);
}

#[test]
fn a_path_is_cut_between_any_two() {
    for kommuner in 1..=14_usize {
        let pairs: Vec<_> = (1..kommuner).map(|next| (next - 1, next)).collect();
        let counts = contiguous(kommuner, &pairs);
        let cuts = (0..kommuner as u64).map(|cuts| choose(kommuner as u64 - 1, cuts));
        assert_eq!(counts[1..], cuts.collect::<Vec<_>>());
    }
}

#[test]
fn a_cycle_is_cut_twice_or_more() {
    for kommuner in 3..=14_usize {
        let pairs: Vec<_> = (0..kommuner).map(|one| (one, (one + 1) % kommuner)).collect();
        let counts = contiguous(kommuner, &pairs);
        assert_eq!(counts[1], 1);
        let cuts = (2..=kommuner as u64).map(|cuts| choose(kommuner as u64, cuts));
        assert_eq!(counts[2..], cuts.collect::<Vec<_>>());
    }
}

#[test]
fn a_tree_is_cut_at_any_of_its_borders() {
    // A star and a caterpillar have as many borders as kommuner but one.
    let star: Vec<_> = (1..11).map(|leaf| (0, leaf)).collect();
    let caterpillar = [(0, 1), (1, 2), (2, 3), (3, 4), (0, 5), (1, 6), (1, 7), (2, 8), (3, 9), (4, 10)];
    for pairs in [&star[..], &caterpillar[..]] {
        let counts = contiguous(11, pairs);
        assert_eq!(counts[1..], (0..11).map(|cuts| choose(10, cuts)).collect::<Vec<_>>());
    }
}

#[test]
fn small_grids_have_as_many_as_published() {
    // Partitions of the n × n grid into connected parts: OEIS A145835, 1, 12, 1434, 1691690.
    for (side, all) in [(1, 1), (2, 12), (3, 1_434), (4, 1_691_690)] {
        let place = |row: usize, column: usize| row * side + column;
        let mut pairs = Vec::new();
        for row in 0..side {
            for column in 0..side {
                if column + 1 < side {
                    pairs.push((place(row, column), place(row, column + 1)));
                }
                if row + 1 < side {
                    pairs.push((place(row, column), place(row + 1, column)));
                }
            }
        }
        assert_eq!(contiguous(side * side, &pairs).iter().sum::<u64>(), all, "{side} × {side}");
    }
}
