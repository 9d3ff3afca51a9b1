//! What the förbund of a grouping, and the grouping as a whole, must fulfil.

use super::kommun_set::KommunSet;

/// The least and the most that a figure may be.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Limits {
    /// At least.
    pub min: Option<u64>,
    /// At most.
    pub max: Option<u64>,
}

impl Limits {
    /// Whether a figure is within them.
    #[must_use]
    pub fn allow(self, figure: u64) -> bool {
        self.min.is_none_or(|min| figure >= min) && self.max.is_none_or(|max| figure <= max)
    }

    /// Whether they allow everything.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self == Self::default()
    }
}

/// The conditions of a search.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Conditions {
    /// Whether the kommuner of a förbund must hang together.
    pub contiguous: bool,
    /// How many förbund.
    pub forbund: Limits,
    /// Kommuner of a förbund.
    pub kommuner_per_forbund: Limits,
    /// Inhabitants 16–64 of a förbund.
    pub befolkning_16_64: Limits,
    /// All inhabitants of a förbund.
    pub folkmangd: Limits,
    /// The longest distance in a förbund, km.
    pub farthest_km: Limits,
    /// Regions of a förbund.
    pub regions: Limits,
    /// The largest share of its förbund that a kommun may have, where it is not alone: numerator and denominator.
    pub largest_share: Option<[u64; 2]>,
    /// Kommuner that may have moved.
    pub moved: Limits,
    /// Kommuner that must be in one förbund.
    pub together: Vec<KommunSet>,
    /// Kommuner of which no two may be in one.
    pub apart: Vec<KommunSet>,
    /// Förbund that must stand as they are.
    pub keep: Vec<KommunSet>,
}

/// One of the conditions, for what is said of those that contradict each other.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Condition {
    /// That kommuner hang together.
    Contiguous,
    /// At least so many förbund.
    LeastForbund,
    /// At most so many.
    MostForbund,
    /// At least so many kommuner in a förbund.
    LeastKommuner,
    /// At most so many.
    MostKommuner,
    /// At least so many inhabitants 16–64 in a förbund.
    LeastBefolkning,
    /// At most so many.
    MostBefolkning,
    /// At least so many inhabitants in a förbund.
    LeastFolkmangd,
    /// At most so many.
    MostFolkmangd,
    /// At most so far.
    FarthestKm,
    /// At most so many regions in a förbund.
    Regions,
    /// At most such a share.
    LargestShare,
    /// At most so many that have moved.
    Moved,
    /// The kommuner of this position in the list are in one förbund.
    Together(usize),
    /// No two of this position are in one.
    Apart(usize),
    /// The förbund of this position stands as it is.
    Keep(usize),
}

impl Conditions {
    /// Each of them that is not empty.
    #[must_use]
    pub fn each(&self) -> Vec<Condition> {
        let whether = |stands: bool, condition: Condition| stands.then_some(condition);
        let single = [
            whether(self.contiguous, Condition::Contiguous),
            whether(self.forbund.min.is_some(), Condition::LeastForbund),
            whether(self.forbund.max.is_some(), Condition::MostForbund),
            whether(self.kommuner_per_forbund.min.is_some(), Condition::LeastKommuner),
            whether(self.kommuner_per_forbund.max.is_some(), Condition::MostKommuner),
            whether(self.befolkning_16_64.min.is_some(), Condition::LeastBefolkning),
            whether(self.befolkning_16_64.max.is_some(), Condition::MostBefolkning),
            whether(self.folkmangd.min.is_some(), Condition::LeastFolkmangd),
            whether(self.folkmangd.max.is_some(), Condition::MostFolkmangd),
            whether(self.farthest_km.max.is_some(), Condition::FarthestKm),
            whether(self.regions.max.is_some(), Condition::Regions),
            whether(self.largest_share.is_some(), Condition::LargestShare),
            whether(self.moved.max.is_some(), Condition::Moved),
        ];
        let lists = (0..self.together.len()).map(Condition::Together);
        let lists = lists.chain((0..self.apart.len()).map(Condition::Apart));
        let lists = lists.chain((0..self.keep.len()).map(Condition::Keep));
        single.into_iter().flatten().chain(lists).collect()
    }

    /// Whether a frontier can carry them, so that more kommuner can be searched than have their sets listed.
    #[must_use]
    pub fn are_carried(&self) -> bool {
        use Condition::{FarthestKm, LargestShare, Moved};
        let is_not = |condition: &Condition| matches!(condition, FarthestKm | LargestShare | Moved);
        self.contiguous && !self.each().iter().any(is_not)
    }

    /// Only some of them.
    #[must_use]
    pub fn only(&self, some: &[Condition]) -> Self {
        let has = |condition: Condition| some.contains(&condition);
        let limits = |limits: Limits, least: Option<Condition>, most: Condition| Limits {
            min: limits.min.filter(|_| least.is_some_and(has)),
            max: limits.max.filter(|_| has(most)),
        };
        let sets = |sets: &[KommunSet], condition: fn(usize) -> Condition| {
            let of = sets.iter().enumerate().filter(|(at, _)| has(condition(*at)));
            of.map(|(_, set)| *set).collect()
        };
        Self {
            contiguous: self.contiguous && has(Condition::Contiguous),
            forbund: limits(self.forbund, Some(Condition::LeastForbund), Condition::MostForbund),
            kommuner_per_forbund: limits(
                self.kommuner_per_forbund,
                Some(Condition::LeastKommuner),
                Condition::MostKommuner,
            ),
            befolkning_16_64: limits(
                self.befolkning_16_64,
                Some(Condition::LeastBefolkning),
                Condition::MostBefolkning,
            ),
            folkmangd: limits(self.folkmangd, Some(Condition::LeastFolkmangd), Condition::MostFolkmangd),
            farthest_km: limits(self.farthest_km, None, Condition::FarthestKm),
            regions: limits(self.regions, None, Condition::Regions),
            largest_share: self.largest_share.filter(|_| has(Condition::LargestShare)),
            moved: limits(self.moved, None, Condition::Moved),
            together: sets(&self.together, Condition::Together),
            apart: sets(&self.apart, Condition::Apart),
            keep: sets(&self.keep, Condition::Keep),
        }
    }

    /// The numbers of förbund that are allowed, a bit for each.
    #[must_use]
    pub fn numbers(&self, kommuner: usize) -> u64 {
        let allowed = (1..=kommuner).filter(|number| self.forbund.allow(*number as u64));
        allowed.fold(0, |bits, number| bits | 1 << number)
    }
}

impl Condition {
    /// What it is called in the file.
    #[must_use]
    pub fn path(self) -> String {
        let key = match self {
            Self::Contiguous => "contiguous",
            Self::LeastForbund => "forbund.min",
            Self::MostForbund => "forbund.max",
            Self::LeastKommuner => "kommuner_per_forbund.min",
            Self::MostKommuner => "kommuner_per_forbund.max",
            Self::LeastBefolkning => "befolkning_16_64.min",
            Self::MostBefolkning => "befolkning_16_64.max",
            Self::LeastFolkmangd => "folkmangd.min",
            Self::MostFolkmangd => "folkmangd.max",
            Self::FarthestKm => "farthest_km.max",
            Self::Regions => "regions.max",
            Self::LargestShare => "largest_share.max",
            Self::Moved => "moved.max",
            Self::Together(at) => return format!("search.together[{at}]"),
            Self::Apart(at) => return format!("search.apart[{at}]"),
            Self::Keep(at) => return format!("search.keep[{at}]"),
        };
        format!("search.{key}")
    }
}
