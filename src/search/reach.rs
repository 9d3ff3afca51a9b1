//! Between what the ways to complete a grouping are worth, for every set of kommuner that is left: so that many are
//! counted at once, where none of them can be among the best.

use std::time::Instant;

use super::criterion::{By, Criterion, Sums};
use super::forbund::{Allowed, Forbund};
use super::kommun_set::KommunSet;

/// The most bytes that are used for it: without it the answer is the same, and takes longer.
const MOST_BYTES: usize = 1 << 28;

/// Sets between two looks at the clock.
const PATIENCE: usize = 1 << 8;

/// How the förbund of a grouping make up what it is worth.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Combine {
    /// They add up.
    Sum,
    /// The least counts.
    Least,
}

impl Combine {
    fn start(self) -> i64 {
        match self {
            Self::Sum => 0,
            Self::Least => i64::MAX,
        }
    }

    #[inline]
    fn with(self, one: i64, other: i64) -> i64 {
        match self {
            Self::Sum => one + other,
            Self::Least => one.min(other),
        }
    }
}

/// For every set of kommuner, and every number of förbund that it can be divided into, the least and the most that these
/// are worth together.
#[derive(Debug)]
pub(super) struct Reach {
    combine: Combine,
    width: usize,
    bounds: Vec<Option<[i64; 2]>>,
}

/// What one förbund is worth at least and at most.
#[inline]
fn part(by: By, forbund: &Forbund) -> Option<[i64; 2]> {
    let exactly = |worth: i64| [worth, worth];
    Some(match by {
        By::Insatser | By::Kansli => exactly(-forbund.kansli.unwrap_or_default()),
        By::Total | By::State => exactly(0),
        By::FarthestKm => exactly(-i64::from(forbund.farthest_km.unwrap_or_default())),
        By::Smallest => exactly(i64::try_from(forbund.inhabitants).unwrap_or(i64::MAX)),
        By::LargestShare => exactly(-i64::from(forbund.largest_share.unwrap_or_default())),
        By::Ledamoter => exactly(-i64::from(forbund.ledamoter)),
        By::Moved => {
            let kommuner = i64::from(forbund.set.count());
            [-kommuner, i64::from(forbund.together_today) - kommuner]
        }
        // What a kommun pays depends on how many förbund there are in the end.
        By::Contribution => return None,
    })
}

/// What the criteria of a search can reach: each once, though several lists name it.
#[derive(Debug)]
pub(super) struct Reaches {
    reaches: Vec<Reach>,
    /// Of each criterion the place of its own.
    places: Vec<usize>,
}

impl Reaches {
    /// Those of some criteria; `None` where one has none, or they would need too much memory or time.
    pub(super) fn new(
        allowed: &Allowed,
        criteria: &[By],
        most: usize,
        until: Option<Instant>,
    ) -> Option<Self> {
        let (mut reaches, mut known, mut places) = (Vec::new(), Vec::new(), Vec::new());
        for by in criteria {
            let place = known.iter().position(|one| one == by);
            if place.is_none() {
                known.push(*by);
                reaches.push(Reach::new(allowed, *by, most, until)?);
            }
            places.push(place.unwrap_or(known.len() - 1));
        }
        Some(Self { reaches, places })
    }

    /// That of the criterion at this place.
    #[inline]
    pub(super) fn of(&self, criterion: usize) -> &Reach {
        &self.reaches[self.places[criterion]]
    }
}

impl Reach {
    /// That of a criterion; `None` where there is none, or it would need too much memory or time.
    fn new(allowed: &Allowed, by: By, most: usize, until: Option<Instant>) -> Option<Self> {
        let combine = match by {
            By::Contribution => return None,
            By::FarthestKm | By::Smallest | By::LargestShare => Combine::Least,
            _ => Combine::Sum,
        };
        let (sets, width) = (1_usize << allowed.kommuner(), most.min(allowed.kommuner()) + 1);
        if sets * width * size_of::<Option<[i64; 2]>>() > MOST_BYTES {
            return None;
        }
        let mut bounds = vec![None; sets * width];
        bounds[0] = Some([combine.start(); 2]);
        let mut row: Vec<Option<[i64; 2]>> = vec![None; width];
        for left in 1..sets {
            if left.is_multiple_of(PATIENCE) && until.is_some_and(|until| Instant::now() >= until) {
                return None;
            }
            let left = KommunSet::numbered(left as u64);
            row.fill(None);
            allowed.first_of(left, |_, forbund| {
                let Some([least, most]) = part(by, forbund) else { return };
                let rest = left.without(forbund.set);
                let of_rest = &bounds[rest.index() * width..][..width];
                for (known, of_rest) in row[1..].iter_mut().zip(of_rest) {
                    let Some([rest_least, rest_most]) = *of_rest else { continue };
                    let found = [combine.with(least, rest_least), combine.with(most, rest_most)];
                    *known = Some(match *known {
                        None => found,
                        Some([known_least, known_most]) => {
                            [known_least.min(found[0]), known_most.max(found[1])]
                        }
                    });
                }
            });
            bounds[left.index() * width..][..width].copy_from_slice(&row);
        }
        Some(Self { combine, width, bounds })
    }

    /// The least and the most that a beginning with these sums can be worth, if so many more förbund complete it.
    #[inline]
    pub(super) fn bounds(
        &self,
        criterion: &Criterion<'_>,
        sums: &Sums,
        left: KommunSet,
        more: usize,
    ) -> Option<[i64; 2]> {
        let rest = (*self.bounds.get(left.index() * self.width + more)?)?;
        let [income_least, income_most] = match criterion.by {
            By::Insatser | By::Total | By::State => criterion.of_number[sums.forbund + more],
            _ => [0; 2],
        };
        // What is placed has moved at least as far as not even its largest parts stay together.
        let placed = match criterion.by {
            By::Insatser | By::Kansli => [-sums.kansli; 2],
            By::FarthestKm => [-i64::from(sums.farthest_km); 2],
            By::Smallest => [i64::try_from(sums.smallest).unwrap_or(i64::MAX); 2],
            By::LargestShare => [-i64::from(sums.largest_share); 2],
            By::Ledamoter => [-i64::from(sums.ledamoter); 2],
            By::Moved => {
                let placed = i64::from(sums.placed);
                [-placed, i64::from(sums.may_stay) - placed]
            }
            By::Total | By::State | By::Contribution => [0; 2],
        };
        let [least, most] = [0, 1].map(|end| self.combine.with(placed[end], rest[end]));
        Some([least + income_least, most + income_most])
    }
}
