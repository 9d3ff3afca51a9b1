//! Groupings ranked by their weakest förbund: the smallest, the one with the longest distance, the one of which a kommun has
//! the largest share. What is asked first is how high a level can be, such that enough groupings have no förbund below it.

use super::answer::Progress;
use super::list::List;
use super::listed::{Listed, MOST_OF_NUMBER, Part};
use crate::search::best_first::Proof;
use crate::search::cover::{Column, Outcome, Priced};
use crate::search::criterion::By;
use crate::search::forbund::Forbund;
use crate::search::ranked::{Best, Ranked};

/// Whether groupings are ranked by their weakest förbund.
pub(super) fn decides(by: By) -> bool {
    matches!(by, By::FarthestKm | By::Smallest | By::LargestShare)
}

/// What a grouping is worth that has no weaker förbund; `None` where groupings are not ranked by their weakest.
pub(super) fn worth(by: By, forbund: &Forbund) -> Option<i64> {
    match by {
        By::FarthestKm => Some(-i64::from(forbund.farthest_km.unwrap_or_default())),
        By::Smallest => Some(i64::try_from(forbund.inhabitants).unwrap_or(i64::MAX)),
        By::LargestShare => Some(-i64::from(forbund.largest_share.unwrap_or_default())),
        _ => None,
    }
}

/// What förbund are worth, the strongest first.
struct Levels {
    /// Each worth once.
    worths: Vec<i64>,
    /// How many förbund are worth as much or more.
    ends: Vec<usize>,
    columns: Vec<Column>,
    /// By number of förbund, how many levels no grouping of so many reaches.
    without: Vec<usize>,
}

/// Groupings that reach a level.
enum Reached {
    /// As many as were wanted, which are some of them.
    Enough(Vec<Ranked>),
    /// All, which are fewer.
    All(Vec<Ranked>),
    /// Some: work ended before.
    Some(Vec<Ranked>),
}

/// What is asked of groupings.
struct Asked<'run> {
    numbers: &'run [usize],
    top: usize,
    /// Beginnings that are looked at for each number and level.
    most: u64,
}

impl Levels {
    fn new(by: By, forbund: &[Forbund]) -> Self {
        let of = |one: &Forbund| (worth(by, one).expect("ranked by the weakest"), one.set);
        let mut sorted: Vec<_> = forbund.iter().map(of).collect();
        sorted.sort_unstable_by_key(|(worth, set)| (std::cmp::Reverse(*worth), *set));
        let (mut worths, mut ends) = (Vec::new(), Vec::new());
        for (at, (worth, _)) in sorted.iter().enumerate() {
            if worths.last() != Some(worth) {
                worths.push(*worth);
                ends.push(at);
            }
            *ends.last_mut().expect("one for each worth") = at + 1;
        }
        let columns = sorted.into_iter().map(|(_, set)| Column { set, worth: 0 }).collect();
        Self { worths, ends, columns, without: Vec::new() }
    }

    fn part(&self, level: usize, only: Option<i64>) -> Part<'_> {
        Part { columns: &self.columns[..self.ends[level]], counts_worth: false, only }
    }
}

impl Listed<'_> {
    /// The best groupings, of all and of each number of förbund, as far as time suffices.
    pub(super) fn by_weakest(&self, progress: &mut dyn FnMut(Progress)) -> List {
        let numbers: Vec<usize> = self.numbers().collect();
        let mut levels = Levels::new(self.rank.by, &self.forbund);
        levels.without = vec![0; numbers.last().map_or(0, |last| last + 1)];
        let asked = Asked { numbers: &numbers, top: self.rank.top, most: u64::MAX };
        let (best, proof) = self.strongest(&mut levels, &asked, progress);
        let mut by_number = Vec::new();
        for number in &numbers {
            let asked = Asked { numbers: &[*number], top: 1, most: MOST_OF_NUMBER };
            let (first, proof) = self.strongest(&mut levels, &asked, progress);
            if proof == Proof::WHOLE {
                by_number.extend(first);
            }
        }
        List { best, by_number, proof }
    }

    fn strongest(
        &self,
        levels: &mut Levels,
        asked: &Asked<'_>,
        progress: &mut dyn FnMut(Progress),
    ) -> (Vec<Ranked>, Proof) {
        let Some(last) = levels.worths.len().checked_sub(1) else { return (Vec::new(), Proof::WHOLE) };
        let unproved = Proof { values: false, ties: false, within: None };
        let mut enough = match self.reached(levels, last, asked, progress) {
            Reached::All(all) => return (all, Proof::WHOLE),
            Reached::Some(some) => return (some, unproved),
            Reached::Enough(some) => some,
        };
        // Too few groupings reach the levels before `low`, enough that of `high`.
        let (mut low, mut high) = (0, last);
        let (mut stronger, mut open) = (Vec::new(), None);
        while low < high {
            let middle = low.midpoint(high);
            match self.reached(levels, middle, asked, progress) {
                Reached::Enough(some) => (high, enough) = (middle, some),
                Reached::All(all) => (low, stronger) = (middle + 1, all),
                Reached::Some(some) => {
                    // There may be others, at best of the first level that was not looked at to the end.
                    open = open.or(Some(levels.worths[low]));
                    (low, stronger) = (middle + 1, some);
                }
            }
        }
        // Those of the level itself come in the order of ties.
        let level = levels.worths[high];
        let mut best = Best::of_most(asked.top - stronger.len());
        for ranked in enough.iter().filter(|ranked| ranked.place.worth == level) {
            best.show(&ranked.place, &ranked.groups);
        }
        let mut ties = open.is_none();
        let part = levels.part(high, Some(level));
        let mut near: Option<Priced> = None;
        for number in asked.numbers.iter().filter(|number| high >= levels.without[**number]) {
            if self.is_late() {
                ties = false;
                break;
            }
            let prices = self.priced(&part, *number, near.as_ref());
            let mut watch = self.watch(progress);
            let mut patience = self.patience(asked.most, false, &mut watch);
            let outcome = self.cover(&part, |cover| cover.search(&prices, &mut best, &mut patience));
            near = Some(prices);
            ties &= outcome == Outcome::Proved;
        }
        let mut all = Best::of_most(asked.top);
        for ranked in best.into_list().iter().chain(&stronger).chain(&enough) {
            all.show(&ranked.place, &ranked.groups);
        }
        let all = all.into_list();
        let within = open
            .map_or(0, |open| all.last().map_or(0, |last| i128::from(open) - i128::from(last.place.worth)));
        (all, Proof { values: open.is_none(), ties, within: Some(within) })
    }

    /// Groupings none of whose förbund is below a level.
    fn reached(
        &self,
        levels: &mut Levels,
        level: usize,
        asked: &Asked<'_>,
        progress: &mut dyn FnMut(Progress),
    ) -> Reached {
        let mut found = Best::of_most(asked.top);
        let mut is_all = true;
        let mut near: Option<Priced> = None;
        for number in asked.numbers {
            if level < levels.without[*number] {
                continue;
            }
            if self.is_late() {
                return Reached::Some(found.into_list());
            }
            let part = levels.part(level, None);
            let prices = self.priced(&part, *number, near.as_ref());
            let mut watch = self.watch(progress);
            let mut patience = self.patience(asked.most, true, &mut watch);
            let outcome = self.cover(&part, |cover| cover.search(&prices, &mut found, &mut patience));
            near = Some(prices);
            if found.last_of_all().is_some() {
                return Reached::Enough(found.into_list());
            }
            let has_none = !found.list().iter().any(|ranked| ranked.groups.len() == *number);
            match outcome {
                Outcome::Proved if has_none => levels.without[*number] = level + 1,
                Outcome::Proved => {}
                Outcome::AtMost(_) => is_all = false,
            }
        }
        if is_all { Reached::All(found.into_list()) } else { Reached::Some(found.into_list()) }
    }
}
