//! A förbund that grows by one kommun after the other: what must be carried of it to know, when it is complete, whether
//! the conditions allow it and what it is worth.
//!
//! Worth is counted in parts of a krona, and of these in steps between which there is space for how many kommuner stay,
//! by which equal groupings are ordered. What a kansli costs is carried as what rounding makes of it: the rest depends
//! on the number of förbund alone.

use std::collections::BTreeSet;

use super::conditions::Limits;
use super::criterion::{By, Criterion};
use super::frontier::{Conditions, GroupRule};
use super::kommun_set::KommunSet;
use super::problem::{KansliCost, Problem};
use super::ranked::Place;
use crate::model::board::STATE_PARTIES;
use crate::model::kommun::Kommunkod;

/// More than the kommuner that can have moved.
const TIES: i128 = KommunSet::MOST as i128 + 1;
/// The state's parties of a förbund.
const STATE: i128 = STATE_PARTIES as i128;
/// Denominators of the cost per inhabitant up to which the remainder of each förbund is carried.
const MOST_REMAINDERS: u64 = 20;
/// Today's förbund up to which it is carried how many kommuner of each a förbund has.
const MOST_TODAY: usize = 12;

/// What is known of a förbund so far. What nobody asks for is zero.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Label {
    kommuner: u64,
    befolkning_16_64: u64,
    folkmangd: u64,
    regions: u64,
    /// Of the cost per inhabitant, in its denominators.
    remainder: u64,
    /// The sets of kommuner that count nothing of which it has others too, a bit for each.
    counts: u64,
    /// The förbund of today that all its kommuner are of, and how many they are.
    of_today: Option<(u8, u8)>,
    /// How many of its kommuner are of each of today's förbund.
    stay: [u8; MOST_TODAY],
}

/// What a förbund adds to the worth of its grouping.
#[derive(Clone, Debug)]
enum Worth {
    Nothing,
    Ledamoter {
        /// Of each party on the board of a new förbund.
        per_part: i128,
        /// What those of one of today's add, for each that has others.
        today: Vec<Option<i128>>,
    },
    Kansli {
        cost: KansliCost,
        /// Whether remainders are carried; else a kansli is bounded from below by half a krona.
        is_exact: bool,
        /// What it adds that one of today's has a kansli of its own, for each that has.
        today: Vec<Option<i128>>,
    },
}

/// The rule of förbund that the conditions allow, with what they are worth at most.
#[derive(Clone, Debug)]
pub struct Carried<'run> {
    problem: &'run Problem,
    worth: Worth,
    /// Units of a krona, or of what else is counted.
    unit: i128,
    counts_staying: bool,
    /// The förbund of today of each kommun.
    today_of: Vec<Option<u8>>,
    /// The region of each kommun as a bit.
    region_of: Vec<u64>,
    carries_regions: bool,
    /// Kommuner none of which can be a förbund with others of them alone; the first of those where nobody 16–64 lives.
    counting_nothing: Vec<KommunSet>,
    carries_today: bool,
}

/// Why groupings cannot be ranked by something where there are too many kommuner to look at all.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct NotCarried;

impl<'run> Carried<'run> {
    /// What is needed to count.
    #[must_use]
    pub fn to_count(problem: &'run Problem) -> Self {
        Self::new(problem, Worth::Nothing, 1, false)
    }

    /// What is needed to rank; with how many kommuner stay or without, which leaves more to be looked at.
    ///
    /// # Errors
    /// If the criterion is not a sum over förbund.
    pub fn to_rank(problem: &'run Problem, by: By, counts_staying: bool) -> Result<Self, NotCarried> {
        let (worth, unit) = match by {
            By::Total | By::State | By::Moved => (Worth::Nothing, 1),
            By::Ledamoter => {
                let per_part = i128::from(problem.ledamoter_per_part);
                let today = problem.today.iter().map(|today| {
                    let own = problem.forbund(today.set).map(|forbund| i128::from(forbund.ledamoter));
                    let kommuner = i128::try_from(today.set.len()).expect("few kommuner");
                    own.map(|own| STATE * per_part + kommuner * per_part - own)
                        .filter(|_| today.ledamoter_per_part != problem.ledamoter_per_part)
                });
                (Worth::Ledamoter { per_part, today: today.collect() }, 1)
            }
            By::Insatser | By::Kansli => {
                let cost = problem.kansli.ok_or(NotCarried)?;
                let [_, denominator] = cost.per_inhabitant;
                let is_exact = denominator <= MOST_REMAINDERS;
                let unit = if is_exact { i128::from(denominator) } else { 2 };
                let today = problem.today.iter().map(|today| {
                    let kommuner = i128::try_from(today.set.len()).expect("few kommuner");
                    let by_formula = i128::from(cost.fixed) + i128::from(cost.per_kommun) * kommuner;
                    let by_inhabitants = per_inhabitants(cost, unit, inhabitants(problem, today.set));
                    // Rounded up, so that it bounds from above.
                    let by_inhabitants = by_inhabitants[1];
                    Some(unit * (by_formula - i128::from(today.kansli?)) + by_inhabitants)
                });
                (Worth::Kansli { cost, is_exact, today: today.collect() }, unit)
            }
            By::FarthestKm | By::Smallest | By::LargestShare | By::Contribution => return Err(NotCarried),
        };
        let counts_staying = counts_staying && (1..=MOST_TODAY).contains(&problem.today.len());
        Ok(Self::new(problem, worth, unit, counts_staying))
    }

    fn new(problem: &'run Problem, worth: Worth, unit: i128, counts_staying: bool) -> Self {
        let today_of = |kommun: usize| {
            let of = problem.today.iter().position(|today| today.set.contains(kommun));
            of.map(|of| u8::try_from(of).expect("fewer förbund than kommuner"))
        };
        let region = |kommun: usize| problem.table.get(problem.kommuner[kommun].id).region;
        let kommuner = 0..problem.kommuner.len();
        let regions: BTreeSet<_> = kommuner.clone().map(region).collect();
        let bit = |kommun| 1 << regions.iter().position(|one| *one == region(kommun)).expect("its region");
        let empty = kommuner.clone().filter(|kommun| problem.kommuner[*kommun].befolkning_16_64 == 0);
        let mut counting_nothing: Vec<KommunSet> = vec![empty.collect()];
        counting_nothing.extend(&problem.counting_nothing);
        let asks_today = match &worth {
            Worth::Nothing => false,
            Worth::Ledamoter { today, .. } | Worth::Kansli { today, .. } => today.iter().any(Option::is_some),
        };
        Self {
            carries_regions: matches!(worth, Worth::Ledamoter { .. })
                || !problem.conditions.regions.is_empty(),
            carries_today: asks_today || !problem.counting_nothing.is_empty(),
            today_of: kommuner.clone().map(today_of).collect(),
            region_of: kommuner.map(bit).collect(),
            problem,
            worth,
            unit,
            counts_staying,
            counting_nothing,
        }
    }

    /// Whether there is anything to carry but which förbund a kommun is in.
    #[must_use]
    pub fn is_plain(&self) -> bool {
        let conditions = &self.problem.conditions;
        let limits = [
            conditions.kommuner_per_forbund,
            conditions.befolkning_16_64,
            conditions.folkmangd,
            conditions.regions,
        ];
        limits.iter().all(|limits| limits.is_empty())
            && self.counting_nothing.iter().all(|set| set.is_empty())
    }

    /// What a grouping of so many förbund is worth at most, beside what its förbund add; `income` is that at most.
    #[must_use]
    pub fn of_number(&self, number: usize, criterion: &Criterion<'_>) -> i128 {
        let kommuner = i128::try_from(self.problem.kommuner.len()).expect("few kommuner");
        let forbund = i128::try_from(number).expect("few förbund");
        let income = criterion.of_number.get(number).map_or(0, |[_, most]| i128::from(*most));
        let worth = match &self.worth {
            Worth::Nothing => self.unit * income,
            // Gotland may have fewer.
            Worth::Ledamoter { per_part, .. } => {
                let codes = self.problem.kommuner.iter().map(|one| self.problem.table.get(one.id).kommunkod);
                let gotland = i128::from(codes.into_iter().any(|code| code == Kommunkod::GOTLAND));
                per_part * (gotland - STATE * forbund - kommuner)
            }
            Worth::Kansli { cost, .. } => {
                let fixed = forbund * i128::from(cost.fixed) + kommuner * i128::from(cost.per_kommun);
                let inhabitants = inhabitants(self.problem, self.problem.all());
                self.unit * (income - fixed) - per_inhabitants(*cost, self.unit, inhabitants)[0]
            }
        };
        // Whoever is in no förbund today counts as moved.
        let may_stay = self.today_of.iter().filter(|today| today.is_some() && !self.counts_staying).count();
        worth * TIES - kommuner + i128::try_from(may_stay).expect("few kommuner")
    }

    /// Where a grouping stands, on the same scale.
    #[must_use]
    pub fn key(&self, by: By, place: &Place) -> i128 {
        let worth = if by == By::Moved { 0 } else { i128::from(place.worth) };
        worth * self.unit * TIES - i128::from(place.moved)
    }

    /// How much more one is worth than another at most, in what is ranked by.
    #[must_use]
    pub fn difference(&self, by: By, more: i128, less: i128) -> i128 {
        if by == By::Moved {
            return more - less;
        }
        // What stands below the worth is less than one of it.
        let units = |key: i128| -(-key).div_euclid(TIES);
        (units(more) - units(less)).div_euclid(self.unit)
    }

    fn is_today(&self, label: &Label) -> Option<usize> {
        let (today, kommuner) = label.of_today?;
        let today = usize::from(today);
        (self.problem.today[today].set.len() == usize::from(kommuner)).then_some(today)
    }

    fn with(&self, before: Option<Label>, vertex: usize) -> Option<Label> {
        let (problem, conditions) = (self.problem, &self.problem.conditions);
        let kommun = &problem.kommuner[vertex];
        let was = before.unwrap_or(Label {
            kommuner: 0,
            befolkning_16_64: 0,
            folkmangd: 0,
            regions: 0,
            remainder: 0,
            counts: 0,
            of_today: None,
            stay: [0; MOST_TODAY],
        });
        let mut label = was;
        label.kommuner = carried(conditions.kommuner_per_forbund, was.kommuner, 1)?;
        label.befolkning_16_64 =
            carried(conditions.befolkning_16_64, was.befolkning_16_64, kommun.befolkning_16_64)?;
        label.folkmangd = carried(conditions.folkmangd, was.folkmangd, kommun.folkmangd.unwrap_or_default())?;
        if self.carries_regions {
            label.regions |= self.region_of[vertex];
            let most = conditions.regions.max;
            if most.is_some_and(|most| u64::from(label.regions.count_ones()) > most) {
                return None;
            }
        }
        if let Worth::Kansli { cost, is_exact: true, .. } = &self.worth {
            let [numerator, denominator] = cost.per_inhabitant;
            let more = u128::from(numerator) * u128::from(kommun.befolkning_16_64) % u128::from(denominator);
            let more = u64::try_from(more).expect("less than the denominator");
            label.remainder = (was.remainder + more) % denominator;
        }
        for (place, set) in self.counting_nothing.iter().enumerate() {
            // Where no kommun counts nothing, nothing need be known.
            label.counts |= u64::from(!set.is_empty() && !set.contains(vertex)) << place;
        }
        if self.carries_today {
            let own = self.today_of[vertex];
            label.of_today = match (before, own) {
                (None, Some(today)) => Some((today, 1)),
                (Some(before), Some(own)) => {
                    let same = before.of_today.filter(|(today, _)| *today == own);
                    same.map(|(today, kommuner)| (today, kommuner + 1))
                }
                (_, None) => None,
            };
        }
        if let (true, Some(today)) = (self.counts_staying, self.today_of[vertex]) {
            label.stay[usize::from(today)] += 1;
        }
        Some(label)
    }
}

impl GroupRule for Carried<'_> {
    type Label = Label;

    fn found(&self, vertex: usize) -> Option<(Label, i64)> {
        Some((self.with(None, vertex)?, 0))
    }

    fn join(&self, label: Label, vertex: usize) -> Option<(Label, i64)> {
        Some((self.with(Some(label), vertex)?, 0))
    }

    fn complete(&self, label: Label) -> Option<i64> {
        let conditions = &self.problem.conditions;
        let today = self.is_today(&label);
        let may_share = self.counting_nothing.iter().enumerate().all(|(place, set)| {
            set.is_empty() || label.counts >> place & 1 == 1 || place > 0 && today.is_some()
        });
        let regions = u64::from(label.regions.count_ones());
        let is_allowed = may_share
            && conditions.kommuner_per_forbund.min.is_none_or(|least| label.kommuner >= least)
            && conditions.befolkning_16_64.min.is_none_or(|least| label.befolkning_16_64 >= least)
            && conditions.folkmangd.min.is_none_or(|least| label.folkmangd >= least)
            && (!self.carries_regions || conditions.regions.allow(regions));
        if !is_allowed {
            return None;
        }
        let worth = match &self.worth {
            Worth::Nothing => 0,
            Worth::Ledamoter { per_part, today: own } => {
                let regions = i128::from(label.regions.count_ones());
                today.and_then(|today| own[today]).unwrap_or(-per_part * regions)
            }
            Worth::Kansli { cost, is_exact, today: own } => match today.and_then(|today| own[today]) {
                Some(worth) => worth,
                None if *is_exact => {
                    let ([_, denominator], remainder) = (cost.per_inhabitant, label.remainder);
                    let rounds_up = 2 * remainder >= denominator;
                    i128::from(remainder) - if rounds_up { i128::from(denominator) } else { 0 }
                }
                None => 1,
            },
        };
        let stay = label.stay.iter().max().copied().unwrap_or_default();
        Some(i64::try_from(worth * TIES + i128::from(stay)).expect("amounts that can be read"))
    }
}

/// A sum that counts against limits: the least alone is counted no further than to it.
fn carried(limits: Limits, before: u64, more: u64) -> Option<u64> {
    match (limits.min, limits.max) {
        (None, None) => Some(0),
        (Some(least), None) => Some((before + more).min(least)),
        (_, Some(most)) => Some(before + more).filter(|sum| *sum <= most),
    }
}

fn inhabitants(problem: &Problem, set: KommunSet) -> i128 {
    set.iter().map(|kommun| i128::from(problem.kommuner[kommun].befolkning_16_64)).sum()
}

/// What the cost per inhabitant comes to in units, rounded down and up.
fn per_inhabitants(cost: KansliCost, unit: i128, inhabitants: i128) -> [i128; 2] {
    let [numerator, denominator] = cost.per_inhabitant.map(i128::from);
    let product = unit * numerator * inhabitants;
    [product.div_euclid(denominator), -(-product).div_euclid(denominator)]
}

/// The conditions of which the frontier itself takes care. A förbund that is kept has its kommuner together and none of
/// those around it.
#[must_use]
pub fn frontier_conditions(problem: &Problem) -> Conditions {
    let conditions = &problem.conditions;
    let pairs = |sets: &[KommunSet]| {
        let of = |set: &KommunSet| {
            let kommuner: Vec<usize> = set.iter().collect();
            let pair = |(at, one): (usize, &usize)| {
                kommuner[at + 1..].iter().map(|other| (*one, *other)).collect::<Vec<_>>()
            };
            kommuner.iter().enumerate().flat_map(pair).collect::<Vec<_>>()
        };
        sets.iter().flat_map(of).collect::<Vec<_>>()
    };
    let (mut together, mut apart) = (pairs(&conditions.together), pairs(&conditions.apart));
    for kept in &conditions.keep {
        together.extend(pairs(&[*kept]));
        let others = problem.borders.around(*kept);
        apart.extend(kept.lowest().into_iter().flat_map(|one| others.iter().map(move |other| (one, other))));
    }
    let limit = |limit: Option<u64>, unlimited: usize| {
        limit.map_or(unlimited, |limit| usize::try_from(limit).unwrap_or(usize::MAX))
    };
    Conditions {
        together,
        apart,
        min_groups: limit(conditions.forbund.min, 0),
        max_groups: limit(conditions.forbund.max, usize::MAX),
    }
}
