//! Groupings that no other one beats, by several criteria, of more kommuner than can be gone through: one after the other is
//! found in what those found so far leave open, by covering the kommuner with the förbund that the conditions allow.
//!
//! Of a zone the groupings are asked that have most of the first sum, of these those that have most of the next, then those
//! whose weakest förbund is strongest, then those in which fewest have moved: whatever is found so is beaten by none.

use std::cmp::Reverse;

use super::answer::Progress;
use super::criteria::criterion;
use super::listed::{Listed, WITH_OTHER_PRICES};
use super::weakest;
use crate::model::error::ModelError;
use crate::search::cover::{Column, Cover, Outcome, Priced, Side};
use crate::search::criterion::{By, Criterion};
use crate::search::forbund::Forbund;
use crate::search::kommun_set::KommunSet;
use crate::search::placing::worths;
use crate::search::ranked::{Best, Front, Place, Ranked};
use crate::search::zones::{Zone, Zones};

/// Beginnings that are looked at in all: a minute or less.
const MOST_WORK: u64 = 20_000_000;
/// Beginnings that are looked at for what a zone has of one number of förbund.
const MOST_OF_ZONE: u64 = 2_000_000;
/// Beginnings that take as long as finding prices does, per förbund.
const WORK_OF_PRICES: u64 = 2;
/// Beginnings of which it is kept what completing them takes off.
const KEPT: usize = 1 << 16;

/// The groupings that were found.
pub(super) struct TradeOffs {
    /// Those that none of the others beats, best by the first criterion first.
    pub(super) list: Vec<Ranked>,
    /// Whether there are no others.
    pub(super) is_whole: bool,
}

/// A criterion, and what it tells of förbund.
struct Measure<'run> {
    criterion: Criterion<'run>,
    of_forbund: OfForbund,
}

/// What a criterion tells of each listed förbund.
enum OfForbund {
    /// What it adds, at most: one list, or one for each number of förbund.
    Adds(Vec<Vec<i64>>),
    /// What a grouping is worth at most that has it, and all that there are, least first.
    Limits(Vec<i64>, Vec<i64>),
    /// Nothing: it is about who has moved in the whole grouping.
    Nothing,
}

/// Prices, of which criterion and number of förbund, and for which zone.
struct Known {
    objective: Option<usize>,
    number: usize,
    zone: Zone,
    priced: Priced,
}

/// A grouping with what it is worth by each criterion.
struct Point {
    worths: Vec<i64>,
    ranked: Ranked,
}

/// The groupings of a zone, and the förbund that they can have.
struct Part<'run> {
    zone: &'run [i64],
    /// What of the zone decides which förbund they can have and who may have moved; the least number for the others.
    tightness: Zone,
    places: Vec<usize>,
    most_moved: Option<u32>,
}

struct Search<'run, 'watch> {
    listed: &'run Listed<'run>,
    measures: Vec<Measure<'run>>,
    known: Vec<Known>,
    work: u64,
    progress: &'watch mut dyn FnMut(Progress),
}

impl Listed<'_> {
    /// The groupings that no other one beats by the criteria that are asked for.
    ///
    /// # Errors
    /// If an amount is too large.
    pub(super) fn trade_offs(&self, progress: &mut dyn FnMut(Progress)) -> Result<TradeOffs, ModelError> {
        let measures = self.rank.pareto.iter().map(|by| self.measure(*by)).collect::<Result<Vec<_>, _>>()?;
        let mut zones = Zones::all(measures.len());
        let mut search = Search { listed: self, measures, known: Vec::new(), work: 0, progress };
        let mut front = Front::default();
        let (mut is_whole, mut found) = (true, 0);
        while let Some(zone) = zones.next_open() {
            if search.is_spent() {
                is_whole = false;
                break;
            }
            (search.progress)(Progress::TradeOffs { found, open: zones.open() + 1 });
            let (point, is_proved) = search.solve(&zone, &mut zones);
            is_whole &= is_proved;
            match point {
                Some(Point { worths, ranked }) => {
                    found += 1;
                    front.show(&worths, &ranked.place, &ranked.groups);
                    zones.found(zone, &worths);
                }
                None if is_proved => zones.set_empty(zone),
                None => {}
            }
        }
        Ok(TradeOffs { list: front.into_list(), is_whole })
    }

    fn measure(&self, by: By) -> Result<Measure<'_>, ModelError> {
        let kommuner = self.problem.kommuner.len();
        let of_forbund = match by {
            By::Moved => OfForbund::Nothing,
            _ if weakest::decides(by) => {
                let limit = |one: &Forbund| weakest::worth(by, one).expect("ranked by the weakest");
                let limits: Vec<i64> = self.forbund.iter().map(limit).collect();
                let mut levels = limits.clone();
                levels.sort_unstable();
                levels.dedup();
                OfForbund::Limits(limits, levels)
            }
            _ => {
                let numbers = if by == By::Contribution { kommuner } else { 0 };
                let added = |number: usize| {
                    self.forbund.iter().map(|one| self.added(by, one, number.max(1))).collect()
                };
                OfForbund::Adds((0..=numbers).map(added).collect::<Result<_, _>>()?)
            }
        };
        let criterion = criterion(by, self.rank, self.problem, self.money, None, kommuner)?;
        Ok(Measure { criterion, of_forbund })
    }
}

impl Measure<'_> {
    /// What a förbund adds to the worth of a grouping of so many, at most.
    fn added(&self, at: usize, number: usize) -> i64 {
        match &self.of_forbund {
            OfForbund::Adds(of_numbers) => of_numbers[number.min(of_numbers.len() - 1)][at],
            OfForbund::Limits(..) | OfForbund::Nothing => 0,
        }
    }

    fn is_sum(&self) -> bool {
        matches!(self.of_forbund, OfForbund::Adds(_))
    }

    /// What so many förbund are worth at most beside what each adds.
    fn of_number(&self, number: usize) -> i64 {
        self.criterion.of_number.get(number).map_or(0, |[_, most]| *most)
    }
}

impl Search<'_, '_> {
    fn is_spent(&self) -> bool {
        self.work > MOST_WORK || self.listed.is_late()
    }

    /// A grouping of a zone that none beats, and whether that is proved; where there is none, whether that is.
    fn solve(&mut self, zone: &Zone, zones: &mut Zones) -> (Option<Point>, bool) {
        let sums: Vec<usize> = (0..self.measures.len()).filter(|at| self.measures[*at].is_sum()).collect();
        let objective = sums.first().copied();
        let mut zone = zone.clone();
        let mut found: Option<Point> = None;
        let mut is_proved = true;
        for at in sums.iter().copied().map(Some).chain(objective.is_none().then_some(None)) {
            let (point, proved) = self.best(at, &zone, at.is_none());
            let Some(point) = point else {
                is_proved &= proved && found.is_none();
                break;
            };
            if let Some(at) = at {
                is_proved &= proved;
                zone[at] = point.worths[at];
                if proved {
                    zones.set_empty(better(&zone, at));
                }
            }
            found = Some(point);
        }
        let Some(mut found) = found else { return (None, is_proved) };
        for at in 0..self.measures.len() {
            let OfForbund::Limits(_, levels) = &self.measures[at].of_forbund else { continue };
            let levels = levels.clone();
            let reached = |found: &Point| levels.partition_point(|level| *level <= found.worths[at]);
            let (mut low, mut high) = (reached(&found), levels.len());
            while low < high {
                let middle = low.midpoint(high);
                let mut stronger = zone.clone();
                stronger[at] = levels[middle];
                let (point, proved) = if zones.is_empty(&stronger) {
                    (None, true)
                } else {
                    self.best(objective, &stronger, true)
                };
                if let Some(point) = point {
                    low = reached(&point);
                    found = point;
                } else {
                    high = middle;
                    if proved {
                        zones.set_empty(stronger);
                    }
                }
            }
            zone[at] = found.worths[at];
        }
        // Of all that are as good the first by the order of ties, which begins with who has moved.
        if sums.len() != 1 || self.measures.iter().any(|one| matches!(one.of_forbund, OfForbund::Limits(..)))
        {
            let (point, proved) = self.best(objective, &zone, false);
            is_proved &= proved;
            found = point.unwrap_or(found);
        }
        (Some(found), is_proved)
    }

    /// The best grouping of a zone by a sum and then by the order of ties, or any if that is enough, and whether it is proved
    /// that none is better.
    fn best(&mut self, objective: Option<usize>, zone: &[i64], any: bool) -> (Option<Point>, bool) {
        let Some(part) = self.part(zone) else { return (None, true) };
        let mut numbers = Vec::new();
        for number in self.listed.numbers() {
            let priced = self.priced(objective, number, &part);
            numbers.push((Reverse(priced.at_most()), number));
        }
        numbers.sort_unstable();
        let mut list = Best::of_most(1);
        let mut is_proved = true;
        for (_, number) in numbers {
            is_proved &= self.search(objective, number, &part, any, &mut list);
            if any && list.first().is_some() {
                break;
            }
        }
        let found = list.into_list().into_iter().next().map(|ranked| {
            let (worths, moved) = self.worths(&ranked.groups);
            let place = Place::of(0, moved, &ranked.groups);
            Point { worths, ranked: Ranked { place, groups: ranked.groups } }
        });
        (found, is_proved)
    }

    /// Shows the list the best grouping of so many förbund; whether it is proved that none is better.
    fn search(
        &mut self,
        objective: Option<usize>,
        number: usize,
        part: &Part<'_>,
        any: bool,
        list: &mut Best,
    ) -> bool {
        let mut sides = Vec::new();
        for (at, least) in part.zone.iter().enumerate() {
            if Some(at) == objective || *least == i64::MIN || !self.measures[at].is_sum() {
                continue;
            }
            let priced = self.priced(Some(at), number, part);
            match self.cover(part, Some(at), number, &[], |cover| cover.side(&priced, *least)) {
                Some(side) => sides.push(side),
                None => return true,
            }
        }
        loop {
            if self.is_spent() {
                return false;
            }
            let (priced, is_own) = self.nearest(objective, number, &part.tightness).expect("priced before");
            let priced = priced.clone();
            let most = if is_own { MOST_OF_ZONE } else { WITH_OTHER_PRICES };
            let mut clock = self.listed.go_on();
            let mut watch = |_, _| clock();
            let mut patience = self.listed.patience(most, any, &mut watch);
            patience.kept = patience.kept.min(KEPT);
            let outcome = self
                .cover(part, objective, number, &sides, |cover| cover.search(&priced, list, &mut patience));
            let left = patience.most;
            self.work += most - left;
            if outcome == Outcome::Proved || any && list.first().is_some() {
                return true;
            }
            if is_own {
                return false;
            }
            // What cannot be covered at all is told sooner without what it is worth.
            if list.first().is_none() && self.cannot_be(number, part) {
                return true;
            }
            self.price(objective, number, part);
        }
    }

    /// Whether prices prove that no grouping is made of so many förbund of a part.
    fn cannot_be(&mut self, number: usize, part: &Part<'_>) -> bool {
        if !matches!(self.nearest(None, number, &part.tightness), Some((_, true))) {
            self.price(None, number, part);
        }
        let own = self.nearest(None, number, &part.tightness);
        own.is_some_and(|(priced, _)| priced.is_of_none())
    }

    /// The förbund that groupings of a zone can have; `None` where there are no groupings in it.
    fn part<'zone>(&self, zone: &'zone [i64]) -> Option<Part<'zone>> {
        let mut most_moved = self.listed.most_moved();
        let mut tightness = vec![i64::MIN; zone.len()];
        let mut places: Vec<usize> = (0..self.listed.forbund.len()).collect();
        for ((measure, least), tight) in self.measures.iter().zip(zone).zip(&mut tightness) {
            match &measure.of_forbund {
                OfForbund::Adds(_) => continue,
                OfForbund::Limits(limits, _) => places.retain(|at| limits[*at] >= *least),
                OfForbund::Nothing if *least > i64::MIN => {
                    let most = u32::try_from(-least).ok()?;
                    most_moved = Some(most_moved.map_or(most, |known| known.min(most)));
                }
                OfForbund::Nothing => {}
            }
            *tight = *least;
        }
        (!places.is_empty()).then_some(Part { zone, tightness, places, most_moved })
    }

    /// Prices that hold for a part, and whether they are its own.
    fn nearest(&self, objective: Option<usize>, number: usize, tightness: &Zone) -> Option<(&Priced, bool)> {
        let holds = |known: &&Known| {
            (known.objective, known.number) == (objective, number)
                && known.zone.iter().zip(tightness).all(|(known, wanted)| known <= wanted)
        };
        let is_own = |known: &Known| known.zone == *tightness;
        let known = self.known.iter().filter(holds);
        let known = known.min_by_key(|known| (!is_own(known), known.priced.at_most()))?;
        Some((&known.priced, is_own(known)))
    }

    /// Prices that hold for a part; found for all förbund where there are none.
    fn priced(&mut self, objective: Option<usize>, number: usize, part: &Part<'_>) -> Priced {
        if self.nearest(objective, number, &part.tightness).is_none() {
            let nothing = vec![i64::MIN; part.zone.len()];
            let all = self.part(&nothing).expect("some förbund are listed");
            self.price(objective, number, &all);
        }
        self.nearest(objective, number, &part.tightness).expect("found for all").0.clone()
    }

    /// Finds the prices of a part.
    fn price(&mut self, objective: Option<usize>, number: usize, part: &Part<'_>) {
        let most = objective.map_or(0, |at| self.measures[at].of_number(number));
        let mut watch = self.listed.go_on();
        // Of the wider zone, or else of what was priced last.
        let near = self.nearest(objective, number, &part.tightness).map(|(priced, _)| priced);
        let last = || self.known.iter().rev().find(|known| known.objective == objective);
        let near = near.or_else(|| last().map(|known| &known.priced));
        let priced =
            self.cover(part, objective, number, &[], |cover| cover.priced(number, most, near, &mut watch));
        self.work += WORK_OF_PRICES * part.places.len() as u64;
        let zone = part.tightness.clone();
        self.known.push(Known { objective, number, zone, priced });
    }

    fn worths(&self, groups: &[KommunSet]) -> (Vec<i64>, u32) {
        worths(self.listed.problem, self.measures.iter().map(|measure| &measure.criterion), groups)
    }

    /// Asks something of the kommuner as they are to be covered by so many förbund of a part.
    fn cover<Answer>(
        &self,
        part: &Part<'_>,
        objective: Option<usize>,
        number: usize,
        sides: &[Side],
        ask: impl FnOnce(&Cover<'_>) -> Answer,
    ) -> Answer {
        let listed = self.listed;
        let added = |at: usize| objective.map_or(0, |objective| self.measures[objective].added(at, number));
        let column = |at: &usize| Column { set: listed.forbund[*at].set, worth: added(*at) };
        let columns: Vec<Column> = part.places.iter().map(column).collect();
        let place = |groups: &[KommunSet]| {
            let (worths, moved) = self.worths(groups);
            let counts = part.most_moved.is_none_or(|most| moved <= most)
                && worths.iter().zip(part.zone).all(|(worth, least)| worth >= least);
            counts.then(|| Place::of(objective.map_or(0, |at| worths[at]), moved, groups))
        };
        let mut cover = Cover {
            kommuner: listed.problem.kommuner.len(),
            columns: &columns,
            order: &listed.order,
            today: &listed.today,
            counts_worth: objective.is_some(),
            most_moved: part.most_moved,
            least_key: None,
            sides,
            place: &place,
            can_complete: &|left, number| listed.problem.may_become(left, number),
        };
        let least = objective.map(|at| part.zone[at]).filter(|least| *least > i64::MIN);
        cover.least_key = least.map(|least| cover.least_key_of(least));
        ask(&cover)
    }
}

/// What of a zone is better by a criterion than the least in it.
fn better(zone: &Zone, at: usize) -> Zone {
    let mut better = zone.clone();
    better[at] += 1;
    better
}
