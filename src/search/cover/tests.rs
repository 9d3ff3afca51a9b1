//! Covers against every grouping, one by one.

use std::ops::ControlFlow;

use super::super::criterion::moved;
use super::super::kommun_set::KommunSet;
use super::super::matching::tests::divisions;
use super::super::random::Random;
use super::super::ranked::{Best, Place};
use super::{Column, Cover, Order, Outcome, Patience, count};

#[test]
fn the_best_covers_are_found_in_order() {
    let mut full = 0;
    for seed in 1..200_u64 {
        let mut random = Random(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15));
        let kommuner = 3 + usize::try_from(random.below(5)).expect("small");
        let parts = 1 + random.below(3);
        let mut today = vec![KommunSet::EMPTY; usize::try_from(parts).expect("small")];
        for kommun in 0..kommuner {
            let part = usize::try_from(random.below(parts + 1)).expect("small");
            if let Some(part) = today.get_mut(part) {
                *part = part.union(KommunSet::only(kommun));
            }
        }
        today.retain(|part| !part.is_empty());
        // Few different worths, so that many groupings are equal.
        let (listed, kinds) = (20 + random.below(81), 1 + random.below(5));
        let mut columns = Vec::new();
        for set in (1..1 << kommuner).map(KommunSet::numbered) {
            if random.below(100) < listed {
                let worth = 1_000 - i64::try_from(random.below(kinds)).expect("small") * 7;
                columns.push(Column { set, worth });
            }
        }
        let counts_worth = random.below(4) > 0;
        let most_moved = (random.below(3) == 0).then(|| u32::try_from(random.below(5)).expect("small"));
        let top = 1 + usize::try_from(random.below(6)).expect("small");
        let place = |groups: &[KommunSet]| {
            let worth = |set: &KommunSet| columns.iter().find(|one| one.set == *set).map(|one| one.worth);
            let sum: i64 = groups.iter().map(worth).sum::<Option<i64>>()?;
            let moved = moved(groups, &today);
            // Less than the bound now and then, as where amounts are rounded together.
            let rounded = i64::from(groups[0].len() > 2);
            let worth = if counts_worth { sum + 50 - rounded } else { -i64::from(moved) };
            most_moved.is_none_or(|most| moved <= most).then(|| Place::of(worth, moved, groups))
        };
        let cover = Cover {
            kommuner,
            columns: &columns,
            order: &Order::of(kommuner, &columns),
            today: &today,
            counts_worth,
            most_moved,
            least_key: None,
            sides: &[],
            place: &place,
            can_complete: &|left, more| left.len() >= more,
        };
        let all = divisions(kommuner);
        let mut counts = vec![0; kommuner + 1];
        let is_listed = |set: &KommunSet| columns.iter().any(|column| column.set == *set);
        for groups in all.iter().filter(|groups| groups.iter().all(is_listed)) {
            counts[groups.len()] += 1;
        }
        let mut watch = |_, _| ControlFlow::Continue(());
        assert_eq!(count(kommuner, &columns, cover.order, 1 << kommuner, &mut watch), Some(counts));
        let numbers = 1..=kommuner;
        let (mut together, mut wanted_together) = (Best::of_most(top), Best::of_most(top));
        for number in numbers {
            let (mut wanted, mut found) = (Best::of_most(top), Best::of_most(top));
            for groups in all.iter().filter(|groups| groups.len() == number) {
                if let Some(place) = place(groups) {
                    wanted.show(&place, groups);
                    wanted_together.show(&place, groups);
                }
            }
            for list in [&mut found, &mut together] {
                let watch = &mut |_, _| ControlFlow::Continue(());
                let mut patience = Patience { most: u64::MAX, until_full: false, kept: 1 << 8, watch };
                let priced = cover.priced(number, 50, None, &mut || ControlFlow::Continue(()));
                assert_eq!(cover.search(&priced, list, &mut patience), Outcome::Proved);
            }
            let wanted = wanted.into_list();
            full += usize::from(wanted.len() == top);
            assert_eq!(found.into_list(), wanted, "seed {seed}, {number} förbund");
        }
        assert_eq!(together.into_list(), wanted_together.into_list(), "seed {seed}");
    }
    assert!(full > 50, "{full}");
}

/// Where groupings must be worth so much, of what they are ranked by and of another sum, none that is gets lost.
#[test]
fn what_reaches_other_sums_is_found() {
    let (mut some, mut none) = (0, 0);
    for seed in 1..300_u64 {
        let mut random = Random(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15));
        let kommuner = 3 + usize::try_from(random.below(4)).expect("small");
        let today = [KommunSet::first(2)];
        let (mut columns, mut others) = (Vec::new(), Vec::new());
        for set in (1..1 << kommuner).map(KommunSet::numbered) {
            if random.below(100) < 80 {
                let mut worth = || i64::try_from(random.below(30)).expect("small") - 15;
                columns.push(Column { set, worth: worth() });
                others.push(Column { set, worth: worth() });
            }
        }
        let sum = |columns: &[Column], groups: &[KommunSet]| {
            let worth = |set: &KommunSet| columns.iter().find(|one| one.set == *set).map(|one| one.worth);
            groups.iter().map(worth).sum::<Option<i64>>()
        };
        let mut least = || i64::try_from(random.below(40)).expect("small") - 20;
        let (least_worth, least_other) = (least(), least());
        let place = |groups: &[KommunSet]| {
            let (worth, other) = (sum(&columns, groups)?, sum(&others, groups)?);
            let counts = worth >= least_worth && other >= least_other;
            counts.then(|| Place::of(worth, moved(groups, &today), groups))
        };
        let mut cover = Cover {
            kommuner,
            columns: &columns,
            order: &Order::of(kommuner, &columns),
            today: &today,
            counts_worth: true,
            most_moved: None,
            least_key: None,
            sides: &[],
            place: &place,
            can_complete: &|left, more| left.len() >= more,
        };
        cover.least_key = Some(cover.least_key_of(least_worth));
        for number in 1..=kommuner {
            let mut wanted = Best::of_most(2);
            for groups in divisions(kommuner).iter().filter(|groups| groups.len() == number) {
                if let Some(place) = place(groups) {
                    wanted.show(&place, groups);
                }
            }
            let mut found = Best::of_most(2);
            let priced = |columns: &[Column]| {
                let cover = Cover { columns, ..cover };
                cover.priced(number, 0, None, &mut || ControlFlow::Continue(()))
            };
            let of_others = priced(&others);
            let of_worth = priced(&columns);
            let side = Cover { columns: &others, ..cover }.side(&of_others, least_other);
            if let Some(side) = side {
                let watch = &mut |_, _| ControlFlow::Continue(());
                let mut patience = Patience { most: u64::MAX, until_full: false, kept: 1 << 6, watch };
                let outcome = Cover { sides: &[side], ..cover }.search(&of_worth, &mut found, &mut patience);
                assert_eq!(outcome, Outcome::Proved);
            }
            let wanted = wanted.into_list();
            *(if wanted.is_empty() { &mut none } else { &mut some }) += 1;
            assert_eq!(found.into_list(), wanted, "seed {seed}, {number} förbund");
        }
    }
    assert!(some > 100 && none > 100, "{some} {none}");
}

/// Stopped early, what is said to be the most that others are worth is.
#[test]
fn a_search_that_is_stopped_bounds_what_it_has_not_seen() {
    let columns: Vec<Column> = (1..1 << 8)
        .map(KommunSet::numbered)
        .filter(|set| (2..=3).contains(&set.len()))
        .map(|set| Column { set, worth: i64::try_from(set.number() * 37 % 101).expect("small") })
        .collect();
    let place = |groups: &[KommunSet]| {
        let worth = |set: &KommunSet| columns.iter().find(|one| one.set == *set).expect("listed").worth;
        Some(Place::of(groups.iter().map(worth).sum(), moved(groups, &[]), groups))
    };
    let cover = Cover {
        kommuner: 8,
        columns: &columns,
        order: &Order::of(8, &columns),
        today: &[],
        counts_worth: true,
        most_moved: None,
        least_key: None,
        sides: &[],
        place: &place,
        can_complete: &|_, _| true,
    };
    let found = |most: u64| {
        let mut list = Best::of_most(3);
        let watch = &mut |_, _| ControlFlow::Continue(());
        let priced = cover.priced(3, 0, None, &mut || ControlFlow::Continue(()));
        let mut patience = Patience { most, until_full: false, kept: 0, watch };
        let outcome = cover.search(&priced, &mut list, &mut patience);
        (outcome, list.into_list())
    };
    let (whole, best) = found(u64::MAX);
    assert_eq!((whole, best.len()), (Outcome::Proved, 3));
    let (Outcome::AtMost(most), _) = found(2) else { panic!("it was not stopped") };
    assert!(most >= cover.key(&best[0].place));
}
