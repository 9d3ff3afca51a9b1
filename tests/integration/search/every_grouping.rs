//! Random searches against the reference: counts, the best, the best of each number, the front, and where today stands.

use finsam::analysis::search::{
    ByNumberResult, GroupingResult, GroupingValues, Limits, SearchAnswer, SearchResult, Way, search,
};
use finsam::diagnostic::Diagnostics;
use finsam::input::search::{self, MOST_ENUMERATED};
use finsam::model::kronor::Kronor;

use super::reference::{Case, Grouping, Values, draw};
use crate::reference::generate::Random;

/// Cases of a run of the tests; each computes every grouping as a scenario.
const CASES: u64 = 60;

/// Cases that are drawn for searches best first; about a third can be searched so.
const MORE_CASES: u64 = 200;

/// The answer where so few kommuner at most are enumerated, and so few förbund at most are used to cover them first.
fn answer(case: &Case, threads: usize, [most_enumerated, most_covered]: [usize; 2]) -> SearchAnswer {
    let mut warnings = Diagnostics::default();
    let loaded = search::load(&case.files(), "s.toml", &mut warnings);
    let loaded = loaded.unwrap_or_else(|problems| panic!("{problems:?}\n{}\n{}", case.baseline, case.search));
    let limits = Limits {
        most_enumerated,
        most_covered,
        memory: 1 << 30,
        threads,
        until: None,
        progress: &mut |_| {},
    };
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
        let threads = 1 + usize::try_from(seed % 3).expect("a small number");
        let found = answer(&case, threads, [MOST_ENUMERATED, 0]);
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
            assert_eq!(of_number.count, Some((of.count() + 1).to_string()));
            check(of_number.best.as_ref().expect("a best one"), first, &case, &format!("case {seed}"));
        }
        let count = |one: &ByNumberResult| one.count.clone().expect("all were counted");
        let counted: u64 =
            result.best_by_number.iter().map(|one| count(one).parse::<u64>().expect("a count")).sum();
        assert_eq!(counted, ranked.len() as u64);
        check_front(result, &ranked, &case, seed);
        let place = case.today().and_then(|today| ranked.iter().position(|one| one.groups() == today));
        assert_eq!(result.today.feasible, place.is_some(), "case {seed}\n{}\n{}", case.baseline, case.search);
        assert_eq!(result.today.rank, place.map(|place| (place + 1).to_string()), "case {seed}");
        assert_eq!(result.contradiction.is_empty(), !ranked.is_empty(), "case {seed}\n{}", case.search);
    }
    assert!((1..CASES / 2).contains(&nothing_feasible), "{nothing_feasible} of {CASES}");
}

/// All that no other grouping beats are found, and no other one.
fn check_front(result: &SearchResult, ranked: &[Grouping], case: &Case, seed: u64) {
    let mut front = case.front(ranked);
    assert!(result.groupings.pareto_proved, "case {seed}\n{}", case.search);
    assert_eq!(result.pareto.len(), front.len(), "case {seed}\n{}", case.search);
    for found in &result.pareto {
        let codes =
            |group: &Vec<usize>| group.iter().map(|at| case.kommuner[*at].code.clone()).collect::<Vec<_>>();
        let of_found = |group: &Vec<_>| group.iter().map(ToString::to_string).collect::<Vec<_>>();
        let groups: Vec<Vec<String>> = found.forbund.iter().map(of_found).collect();
        let at = front.iter().position(|one| one.groups().iter().map(codes).eq(groups.iter().cloned()));
        let at = at.unwrap_or_else(|| panic!("case {seed}: {groups:?} is beaten\n{}", case.search));
        check(found, front.remove(at), case, &format!("case {seed}, front"));
    }
}

/// Sums over all cases that are drawn for searches without enumeration.
fn over_cases(counts: impl Fn(&Case, u64) -> [usize; 3]) -> [usize; 3] {
    let of = |seed| counts(&draw(&mut Random::seeded(seed)), seed);
    (CASES..CASES + MORE_CASES).map(of).fold([0; 3], |[a, b, c], [d, e, f]| [a + d, b + e, c + f])
}

/// As if there were too many kommuner to look at all groupings, by their frontier where that is possible.
#[test]
fn searches_best_first_find_what_the_reference_finds() {
    let [in_order, nothing_feasible, placed] = over_cases(|case, seed| {
        let has_frontier = case.is_carried() && case.ranks_by_sum();
        if has_frontier { check_without_enumeration(case, seed, 0) } else { [0; 3] }
    });
    assert!(in_order > 30 && nothing_feasible > 0 && placed > 5, "{in_order} {nothing_feasible} {placed}");
}

/// The same by covering the kommuner with the förbund that may be, whatever the conditions and what is ranked by.
#[test]
fn covers_find_what_the_reference_finds() {
    let [in_order, nothing_feasible, placed] =
        over_cases(|case, seed| check_without_enumeration(case, seed, usize::MAX));
    assert!(in_order > 200 && nothing_feasible > 10 && placed > 40, "{in_order} {nothing_feasible} {placed}");
}

/// Everything that a search says of a case; how many places of the list follow another one, whether nothing is feasible,
/// and whether today is in the list.
fn check_without_enumeration(case: &Case, seed: u64, most_covered: usize) -> [usize; 3] {
    let found = answer(case, 1, [0, most_covered]);
    let result = &found.result;
    let ranked = case.ranked();
    // What neither a frontier carries nor förbund decide is not counted, unless there is nothing.
    let is_counted = case.is_carried() || case.is_of_forbund() || ranked.is_empty();
    let counted = |count: usize| is_counted.then(|| count.to_string());
    assert_eq!(found.way, Way::BestFirst, "case {seed}\n{}", case.search);
    assert_eq!(result.groupings.feasible, counted(ranked.len()), "case {seed}\n{}", case.search);
    let place = case.today().and_then(|today| ranked.iter().position(|one| one.groups() == today));
    assert_eq!(result.today.feasible, place.is_some(), "case {seed}\n{}\n{}", case.baseline, case.search);
    // So few are all looked at, so that all is proved.
    assert_eq!(result.groupings.exact, is_counted);
    assert!(result.groupings.proved && result.groupings.ties_proved);
    assert_eq!(result.best.len(), ranked.len().min(case.top), "case {seed}\n{}", case.search);
    for (at, (found, wanted)) in result.best.iter().zip(&ranked).enumerate() {
        assert_eq!(found.rank.as_deref(), Some((at + 1).to_string().as_str()));
        check(found, wanted, case, &format!("case {seed}, place {}", at + 1));
    }
    let mut all = 0;
    for of_number in &result.best_by_number {
        let of = || ranked.iter().filter(|grouping| grouping.groups().len() == of_number.forbund);
        assert_eq!(of_number.count, counted(of().count()));
        let first = of().next().expect("one that is feasible");
        check(of_number.best.as_ref().expect("a best one"), first, case, &format!("case {seed}"));
        all += of().count();
    }
    assert_eq!(all, ranked.len(), "case {seed}: a number of förbund is missing");
    check_front(result, &ranked, case, seed);
    // What kanslier decide is asked where förbund are listed to begin with.
    if most_covered > 0 {
        let enumerated = answer(case, 1, [MOST_ENUMERATED, 0]).result.best_by_fixed;
        let in_json = |flips: &Option<_>| serde_json::to_string(flips).expect("a result");
        assert_eq!(in_json(&result.best_by_fixed), in_json(&enumerated), "case {seed}\n{}", case.search);
    }
    let in_list = place.filter(|place| *place < case.top);
    assert_eq!(result.today.rank, in_list.map(|place| (place + 1).to_string()), "case {seed}");
    assert_eq!(result.contradiction.is_empty(), !ranked.is_empty(), "case {seed}\n{}", case.search);
    [result.best.len().saturating_sub(1), usize::from(ranked.is_empty()), usize::from(in_list.is_some())]
}
