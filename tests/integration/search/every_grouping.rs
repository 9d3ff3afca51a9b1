//! Random searches against the reference: counts, the best, the best of each number, the front, and where today stands.

use finsam::analysis::search::{GroupingResult, GroupingValues, Limits, SearchAnswer, Way, search};
use finsam::diagnostic::Diagnostics;
use finsam::input::search::{self, MOST_ENUMERATED};
use finsam::model::kronor::Kronor;

use super::reference::{Case, Grouping, Values, draw};
use crate::reference::generate::Random;

/// Cases of a run of the tests; each computes every grouping as a scenario.
const CASES: u64 = 60;

/// Cases that are drawn for searches best first; about a third can be searched so.
const MORE_CASES: u64 = 200;

fn answer(case: &Case, threads: usize, most_enumerated: usize) -> SearchAnswer {
    let mut warnings = Diagnostics::default();
    let loaded = search::load(&case.files(), "s.toml", &mut warnings);
    let loaded = loaded.unwrap_or_else(|problems| panic!("{problems:?}\n{}\n{}", case.baseline, case.search));
    let limits = Limits { most_enumerated, memory: 1 << 30, threads, until: None, progress: &mut |_| {} };
    search(&loaded, &[], limits).unwrap_or_else(|problems| panic!("{problems:?}\n{}", case.search))
}

fn same_values(found: &GroupingValues, wanted: &Values) -> bool {
    let kronor = |amount: Option<Kronor>| amount.map(Kronor::get);
    let sides = [(Some(found.state.gross), Some(found.total.gross)), (found.state.net, found.total.net)];
    let income = sides.map(|(state, total)| Some([state?.get(), total?.get()]));
    let insatser = [found.insatser.gross, found.insatser.net.flatten()];
    let wanted_insatser = wanted.income.map(|income| Some(income?[1] - wanted.kansli?));
    kronor(found.kansli) == wanted.kansli
        && found.farthest_km == Some(wanted.farthest_km)
        && found.smallest == wanted.smallest
        && found.largest_share == wanted.largest_share
        && u64::from(found.moved) == wanted.moved
        && found.ledamoter as usize == wanted.ledamoter
        && income == wanted.income
        && insatser.map(kronor) == wanted_insatser
}

fn check(found: &GroupingResult, wanted: &Grouping, case: &Case, what: &str) {
    let codes =
        |group: &Vec<usize>| group.iter().map(|at| case.kommuner[*at].code.clone()).collect::<Vec<_>>();
    let wanted_groups: Vec<Vec<String>> = wanted.groups().iter().map(codes).collect();
    let of_found = |group: &Vec<_>| group.iter().map(ToString::to_string).collect::<Vec<_>>();
    let found_groups: Vec<Vec<String>> = found.forbund.iter().map(of_found).collect();
    let context = || format!("{what}\n{}\n{}\n{}", case.baseline, case.table, case.search);
    assert_eq!(found_groups, wanted_groups, "{}\n{:?}\n{wanted:?}", context(), found.values);
    assert!(same_values(&found.values, &wanted.values), "{:?}\n{wanted:?}\n{}", found.values, context());
}

#[test]
fn random_searches_find_what_the_reference_finds() {
    let mut nothing_feasible = 0;
    for seed in 0..CASES {
        let mut random = Random::seeded(seed);
        let case = draw(&mut random);
        let found = answer(&case, 1 + usize::try_from(seed % 3).expect("a small number"), MOST_ENUMERATED);
        let result = &found.result;
        let ranked = case.ranked();
        nothing_feasible += u64::from(ranked.is_empty());
        assert_eq!(result.groupings.feasible, Some(ranked.len().to_string()), "case {seed}\n{}", case.search);
        assert!(result.groupings.exact);
        assert_eq!(result.best.len(), ranked.len().min(case.top));
        for (at, (found, wanted)) in result.best.iter().zip(&ranked).enumerate() {
            assert_eq!(found.rank.as_deref(), Some((at + 1).to_string().as_str()));
            check(found, wanted, &case, &format!("case {seed}, place {}", at + 1));
        }
        for of_number in &result.best_by_number {
            let mut of = ranked.iter().filter(|grouping| grouping.groups().len() == of_number.forbund);
            let first = of.next().expect("one that was counted");
            assert_eq!(of_number.count, (of.count() + 1).to_string());
            check(of_number.best.as_ref().expect("a best one"), first, &case, &format!("case {seed}"));
        }
        let counted: u64 =
            result.best_by_number.iter().map(|one| one.count.parse::<u64>().expect("a count")).sum();
        assert_eq!(counted, ranked.len() as u64);
        let mut front = case.front(&ranked);
        assert_eq!(result.pareto.len(), front.len(), "case {seed}\n{}", case.search);
        for found in &result.pareto {
            let codes = |group: &Vec<usize>| {
                group.iter().map(|at| case.kommuner[*at].code.clone()).collect::<Vec<_>>()
            };
            let of_found = |group: &Vec<_>| group.iter().map(ToString::to_string).collect::<Vec<_>>();
            let groups: Vec<Vec<String>> = found.forbund.iter().map(of_found).collect();
            let at = front.iter().position(|one| one.groups().iter().map(codes).eq(groups.iter().cloned()));
            let at = at.unwrap_or_else(|| panic!("case {seed}: {groups:?} is beaten\n{}", case.search));
            check(found, front.remove(at), &case, &format!("case {seed}, front"));
        }
        let place = case.today().and_then(|today| ranked.iter().position(|one| one.groups() == today));
        assert_eq!(result.today.feasible, place.is_some(), "case {seed}\n{}\n{}", case.baseline, case.search);
        assert_eq!(result.today.rank, place.map(|place| (place + 1).to_string()), "case {seed}");
        assert_eq!(result.contradiction.is_empty(), !ranked.is_empty(), "case {seed}\n{}", case.search);
    }
    assert!((1..CASES / 2).contains(&nothing_feasible), "{nothing_feasible} of {CASES}");
}

/// As if there were too many kommuner to look at all groupings.
#[test]
fn searches_best_first_find_what_the_reference_finds() {
    let (mut in_order, mut nothing_feasible, mut placed) = (0, 0, 0);
    for seed in CASES..CASES + MORE_CASES {
        let mut random = Random::seeded(seed);
        let case = draw(&mut random);
        if !case.is_carried() {
            continue;
        }
        let found = answer(&case, 1, 0);
        let result = &found.result;
        let ranked = case.ranked();
        assert_eq!(result.groupings.feasible, Some(ranked.len().to_string()), "case {seed}\n{}", case.search);
        let place = case.today().and_then(|today| ranked.iter().position(|one| one.groups() == today));
        assert_eq!(result.today.feasible, place.is_some(), "case {seed}\n{}\n{}", case.baseline, case.search);
        for of_number in &result.best_by_number {
            let of = ranked.iter().filter(|grouping| grouping.groups().len() == of_number.forbund);
            assert_eq!(of_number.count, of.count().to_string());
        }
        if !case.ranks_by_sum() {
            assert_eq!((found.way, result.best.len()), (Way::OnlyCounted, 0));
            continue;
        }
        assert_eq!(found.way, Way::BestFirst);
        // So few are all looked at, so that all is proved.
        assert!(result.groupings.exact && result.groupings.proved && result.groupings.ties_proved);
        assert_eq!(result.best.len(), ranked.len().min(case.top), "case {seed}\n{}", case.search);
        for (at, (found, wanted)) in result.best.iter().zip(&ranked).enumerate() {
            assert_eq!(found.rank.as_deref(), Some((at + 1).to_string().as_str()));
            check(found, wanted, &case, &format!("case {seed}, place {}", at + 1));
            in_order += usize::from(at > 0);
        }
        for of_number in &result.best_by_number {
            let mut of = ranked.iter().filter(|grouping| grouping.groups().len() == of_number.forbund);
            let first = of.next().expect("one that was counted");
            check(of_number.best.as_ref().expect("a best one"), first, &case, &format!("case {seed}"));
        }
        let in_list = place.filter(|place| *place < case.top);
        assert_eq!(result.today.rank, in_list.map(|place| (place + 1).to_string()), "case {seed}");
        assert_eq!(result.contradiction.is_empty(), !ranked.is_empty(), "case {seed}\n{}", case.search);
        nothing_feasible += usize::from(ranked.is_empty());
        placed += usize::from(in_list.is_some());
    }
    assert!(in_order > 30 && nothing_feasible > 0 && placed > 5, "{in_order} {nothing_feasible} {placed}");
}
