//! What groupings are ranked by, as a number of which more is better.

use super::forbund::Forbund;
use super::kommun_set::KommunSet;
use super::matching;
use super::share::Share;

/// What groupings are ranked by.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum By {
    /// Money for insatser, most first.
    Insatser,
    /// Income, most first.
    Total,
    /// The state's money, most first.
    State,
    /// The cost of all kanslier, least first.
    Kansli,
    /// The longest distance, least first.
    FarthestKm,
    /// Inhabitants 16–64 of the smallest förbund, most first.
    Smallest,
    /// The largest share of its förbund that a kommun has, least first.
    LargestShare,
    /// Kommuner that have moved, fewest first.
    Moved,
    /// Ledamöter of all boards, fewest first.
    Ledamoter,
    /// What a kommun contributes, least first.
    Contribution,
}

/// What the förbund of a grouping, or of a part of one, add up to.
#[derive(Clone, Copy, Debug)]
pub struct Sums {
    /// How many there are.
    pub forbund: usize,
    /// Their kanslier, as far as they are known, kr a year.
    pub kansli: i64,
    /// How many kanslier are not known.
    pub kansli_unknown: u32,
    /// The longest distance that is known, km.
    pub farthest_km: u32,
    /// How many distances are not known.
    pub places_unknown: u32,
    /// Inhabitants 16–64 of the smallest one.
    pub smallest: u64,
    /// The largest share of a kommun; zero where none counts.
    pub largest_share: Share,
    /// Ledamöter.
    pub ledamoter: u32,
    /// Their kommuner.
    pub placed: u32,
    /// At most so many of them have not moved.
    pub may_stay: u32,
    /// The place of the förbund whose kommun is asked for, among all that are allowed.
    pub payer: usize,
}

impl Sums {
    /// Of no förbund.
    pub const NONE: Self = Self {
        forbund: 0,
        kansli: 0,
        kansli_unknown: 0,
        farthest_km: 0,
        places_unknown: 0,
        smallest: u64::MAX,
        largest_share: Share::NONE,
        ledamoter: 0,
        placed: 0,
        may_stay: 0,
        payer: usize::MAX,
    };

    /// With one more, at this place among all that are allowed. `payer` is the kommun whose förbund is asked for.
    #[must_use]
    #[inline]
    pub fn with(&self, place: usize, forbund: &Forbund, payer: KommunSet) -> Self {
        Self {
            forbund: self.forbund + 1,
            kansli: self.kansli + forbund.kansli.unwrap_or_default(),
            kansli_unknown: self.kansli_unknown + u32::from(forbund.kansli.is_none()),
            farthest_km: self.farthest_km.max(forbund.farthest_km.unwrap_or_default()),
            places_unknown: self.places_unknown + u32::from(forbund.farthest_km.is_none()),
            smallest: self.smallest.min(forbund.inhabitants),
            largest_share: self.largest_share.max(forbund.largest_share.unwrap_or_default()),
            ledamoter: self.ledamoter + forbund.ledamoter,
            placed: self.placed + forbund.set.count(),
            may_stay: self.may_stay + forbund.together_today,
            payer: if forbund.set.common(payer).is_empty() { self.payer } else { place },
        }
    }
}

/// The exact value of a grouping where its sums only bound it.
pub type Exact<'run> = Box<dyn Fn(&[KommunSet]) -> i64 + Sync + 'run>;

/// A way to rank groupings.
pub struct Criterion<'run> {
    /// By what.
    pub by: By,
    /// For money: the least and the most that so many förbund have in all, before kanslier.
    pub of_number: Vec<[i64; 2]>,
    /// For a contribution: the kommun, and the least and the most that it pays in each allowed förbund, by number of
    /// förbund.
    pub payer: Option<Payer>,
    /// For money that its sums only bound: what it is, in the order in which more is better.
    pub exact: Option<Exact<'run>>,
}

/// A kommun that pays a contribution.
pub struct Payer {
    /// It alone.
    pub kommun: KommunSet,
    /// The least and the most that it pays, by place of its förbund among all that are allowed, then by number of förbund.
    pub pays: Vec<[i64; 2]>,
    /// How many numbers of förbund there are for each place.
    pub numbers: usize,
}

impl std::fmt::Debug for Criterion<'_> {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Criterion").field("by", &self.by).finish_non_exhaustive()
    }
}

impl Criterion<'_> {
    /// The kommun whose förbund is asked for, none where none is.
    #[must_use]
    pub fn payer(&self) -> KommunSet {
        self.payer.as_ref().map_or(KommunSet::EMPTY, |payer| payer.kommun)
    }

    /// The least and the most that a grouping with these sums can be worth; more is better.
    #[must_use]
    #[inline]
    pub fn bounds(&self, sums: &Sums, kommuner: u32) -> [i64; 2] {
        let exactly = |worth: i64| [worth, worth];
        match self.by {
            By::Insatser => self.of_number[sums.forbund].map(|income| income - sums.kansli),
            By::Total | By::State => self.of_number[sums.forbund],
            By::Kansli => exactly(-sums.kansli),
            By::FarthestKm => exactly(-i64::from(sums.farthest_km)),
            By::Smallest => exactly(i64::try_from(sums.smallest).unwrap_or(i64::MAX)),
            By::LargestShare => exactly(-i64::from(sums.largest_share)),
            By::Moved => [-i64::from(kommuner), i64::from(sums.may_stay) - i64::from(kommuner)],
            By::Ledamoter => exactly(-i64::from(sums.ledamoter)),
            By::Contribution => match &self.payer {
                // What it pays in each förbund was not listed.
                None => [i64::MIN, i64::MAX],
                Some(payer) => {
                    let [least, most] = payer.pays[sums.payer * payer.numbers + sums.forbund];
                    [-most, -least]
                }
            },
        }
    }

    /// What a grouping is worth that has moved so many kommuner.
    #[must_use]
    pub fn worth(&self, groups: &[KommunSet], sums: &Sums, kommuner: u32, moved: u32) -> i64 {
        if self.by == By::Moved {
            return -i64::from(moved);
        }
        let [least, most] = self.bounds(sums, kommuner);
        match &self.exact {
            Some(exact) if least < most => exact(groups),
            _ => most,
        }
    }
}

/// How many kommuner of a grouping are in another förbund than today.
#[must_use]
pub fn moved(groups: &[KommunSet], today: &[KommunSet]) -> u32 {
    groups.iter().map(|group| group.count()).sum::<u32>() - matching::staying(groups, today)
}
