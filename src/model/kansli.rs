//! What a kansli (office) costs, and whose cost it becomes when förbund change.

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::Zero;
use rust_decimal::Decimal;

use super::kommun::KommunId;
use super::kronor::Kronor;
use super::name::canonical;
use super::path::{Growth, rounded};
use super::rounding::{share_by_rank, share_exactly};
use super::shares::exact;

/// A cost as it was stated: an amount, or named items that are added up.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Cost {
    /// The sum at the prices at which it was stated.
    stated: Kronor,
    /// `None` where a sum was stated.
    items: Option<Vec<Item>>,
    /// By what it has grown since, and for how many years.
    growth: (Growth, i64),
    /// The sum, grown and rounded once.
    amount: Kronor,
}

/// An item of a cost.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Item {
    /// Its name.
    pub name: String,
    /// What it costs, kr a year, at the prices at which it was stated.
    pub cost: Kronor,
}

impl Cost {
    /// A plain sum, kr a year.
    #[must_use]
    pub fn sum(amount: Kronor) -> Self {
        Self { stated: amount, items: None, growth: (Growth::NONE, 0), amount }
    }

    /// Items, whose sum is at most [`Kronor::LARGEST_INPUT`].
    #[must_use]
    pub fn of_items(items: Vec<Item>) -> Self {
        let stated = items.iter().map(|item| item.cost).sum();
        Self { stated, items: Some(items), growth: (Growth::NONE, 0), amount: stated }
    }

    /// What it costs, kr a year.
    #[must_use]
    pub fn amount(&self) -> Kronor {
        self.amount
    }

    /// What it costs at the prices at which it was stated, kr a year.
    #[must_use]
    pub fn stated(&self) -> Kronor {
        self.stated
    }

    /// Its items; `None` for a plain sum.
    #[must_use]
    pub fn items(&self) -> Option<&[Item]> {
        self.items.as_deref()
    }

    /// The same cost with another sum at the prices at which it was stated, before it grows; items in proportion, by
    /// largest remainder.
    #[must_use]
    pub fn with_sum(&self, sum: Kronor) -> Self {
        let Some(items) = &self.items else { return Self::sum(sum) };
        let weights: Vec<u64> = items.iter().map(|item| item.cost.unsigned()).collect();
        let shares = share_by_rank(sum.unsigned(), &weights, |place| place).into_iter().map(Kronor::exact);
        let items = items.iter().zip(shares).map(|(item, cost)| Item { name: item.name.clone(), cost });
        Self::of_items(items.collect())
    }

    /// The same cost so many years after the one at whose prices it was stated; `None` if it does not fit.
    #[must_use]
    pub fn grown(&self, growth: Growth, years: i64) -> Option<Self> {
        let amount = growth.grown(self.stated, years)?;
        Some(Self { growth: (growth, years), amount, ..self.clone() })
    }

    /// Whether it has an item of this name.
    #[must_use]
    pub fn has(&self, item: &str) -> bool {
        self.items.iter().flatten().any(|of| canonical(&of.name) == canonical(item))
    }

    /// With some of its items, as if no others had been stated: rounded once, too.
    fn with(&self, mut is_kept: impl FnMut(&Item) -> bool) -> Self {
        let Some(items) = &self.items else { return self.clone() };
        let kept = Self::of_items(items.iter().filter(|item| is_kept(item)).cloned().collect());
        let (growth, years) = self.growth;
        kept.grown(growth, years).expect("less than a cost that fits")
    }

    /// Without the items of this name.
    #[must_use]
    pub(super) fn without(&self, item: &str) -> Self {
        self.with(|of| canonical(&of.name) != canonical(item))
    }

    /// With the items of this name alone.
    #[must_use]
    pub(super) fn only(&self, item: &str) -> Self {
        self.with(|of| canonical(&of.name) == canonical(item))
    }
}

/// The kansli that a förbund has of its own.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Kansli {
    /// It costs this much.
    Known(OwnKansli),
    /// There is one, and its cost was not stated.
    Unknown,
    /// A förbund was created and its kansli not mentioned: unknown, until a dissolved förbund passes its own on to it.
    Unstated,
}

/// What a known kansli consists of.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct OwnKansli {
    /// What was stated as sums, and shares of the kanslier of others; `None` where there is no such.
    plain: Option<Kronor>,
    /// What was stated by item, each rounded by itself.
    by_item: Vec<Cost>,
}

impl OwnKansli {
    /// What it costs, kr a year.
    #[must_use]
    pub fn amount(&self) -> Kronor {
        self.plain.into_iter().chain(self.by_item.iter().map(Cost::amount)).sum()
    }

    /// Whether an item of this name is in it.
    pub(super) fn has(&self, item: &str) -> bool {
        self.by_item.iter().any(|cost| cost.has(item))
    }

    /// Whether some of it is a sum, of which nobody knows what it holds.
    pub(super) fn has_plain(&self) -> bool {
        self.plain.is_some()
    }

    /// Takes out the items of this name.
    pub(super) fn take(&mut self, item: &str) {
        for cost in self.by_item.iter_mut().filter(|cost| cost.has(item)) {
            *cost = cost.without(item);
        }
    }
}

impl Kansli {
    /// None of its own.
    #[must_use]
    pub fn nothing() -> Self {
        Self::Known(OwnKansli::default())
    }

    /// One that was stated.
    #[must_use]
    pub fn stated(cost: Cost) -> Self {
        Self::Known(match cost.items {
            None => OwnKansli { plain: Some(cost.amount), by_item: Vec::new() },
            Some(_) => OwnKansli { plain: None, by_item: vec![cost] },
        })
    }

    /// The cost, if it is known.
    #[must_use]
    pub fn known(&self) -> Option<Kronor> {
        match self {
            Self::Known(own) => Some(own.amount()),
            Self::Unknown | Self::Unstated => None,
        }
    }

    /// Both together, the items of both too; unknown if one is.
    #[must_use]
    pub fn plus(self, other: &Self) -> Self {
        let (Self::Known(mut sum), Self::Known(other)) = (self, other) else { return Self::Unknown };
        sum.plain = match (sum.plain, other.plain) {
            (Some(one), Some(two)) => Some(one + two),
            (one, two) => one.or(two),
        };
        sum.by_item.extend(other.by_item.iter().cloned());
        Self::Known(sum)
    }

    /// With a share that a dissolved förbund passed on.
    #[must_use]
    pub(super) fn receive(self, passed: &Self) -> Self {
        let own = if self == Self::Unstated { Self::nothing() } else { self };
        own.plus(passed)
    }

    /// With a share of it saved, rounded once; what is left is a sum.
    #[must_use]
    pub(super) fn lessened(self, saved: Decimal) -> Self {
        let Some(cost) = self.known().filter(|_| self != Self::nothing()) else { return self };
        let left = BigRational::from_integer(cost.get().into()) * exact(Decimal::ONE - saved);
        Self::stated(Cost::sum(Kronor::new(rounded(&left).expect("a part of an amount"))))
    }

    /// Shares it over those who take it over, each given as its lowest kommunkod (which decides ties) and its weight.
    /// What is divided is a sum and has no items.
    pub(super) fn divided(&self, takers: &[(KommunId, u64)]) -> Vec<Self> {
        let Self::Known(own) = self else { return vec![Self::Unknown; takers.len()] };
        if *own == OwnKansli::default() {
            return vec![Self::nothing(); takers.len()];
        }
        let shares = share_in_order(own.amount(), takers);
        shares.into_iter().map(|share| Self::stated(Cost::sum(share))).collect()
    }
}

/// How the cost of a shared kansli is split over those who share it.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum SplitBy {
    /// By total income after all changes, gross.
    Budget,
    /// Equally.
    Lika,
    /// By inhabitants 16–64.
    Befolkning,
    /// By agreed shares.
    Shares,
}

/// What changes are assumed to save of kanslier whose cost they do not state, as shares from 0 to 1.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct AssumedSavings {
    /// A merger, of the kanslier of its parts together.
    pub merge: Option<Decimal>,
    /// Kommuner that move, of the kansli of a förbund that ceases thereby.
    pub moving: Option<Decimal>,
    /// A shared kansli, of those of the participants together.
    pub shared_kansli: Option<Decimal>,
}

/// What several förbund share.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Sharing<Id> {
    /// Who shares it, in the order in which they are named.
    pub participants: Vec<Participant<Id>>,
    /// What it costs; `None` where that is what the baseline assumes.
    pub cost: Option<Cost>,
    /// Its full-time posts, if they are stated.
    pub posts: Option<BigRational>,
    /// Whether these items alone are shared, and not all of the kansli.
    pub only_items: bool,
    /// How it is split.
    pub split_by: SplitBy,
}

/// One who takes part in a shared kansli.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Participant<Id> {
    /// Who.
    pub forbund: Id,
    /// Its share, where it is agreed; otherwise it counts as one.
    pub share: Decimal,
}

impl<Id> Sharing<Id> {
    /// The items that are shared, where it is not all of the kanslier.
    pub(super) fn items(&self) -> impl Iterator<Item = &Item> {
        self.cost.iter().filter_map(Cost::items).flatten().filter(|_| self.only_items)
    }

    /// All of a kansli, without agreed shares.
    #[must_use]
    pub fn whole(participants: impl IntoIterator<Item = Id>, cost: Cost, split_by: SplitBy) -> Self {
        let participant = |forbund| Participant { forbund, share: Decimal::ONE };
        Self {
            participants: participants.into_iter().map(participant).collect(),
            cost: Some(cost),
            posts: None,
            only_items: false,
            split_by,
        }
    }
}

/// A change that is assumed to save.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum SavedBy {
    /// A merger.
    Merge,
    /// Kommuner that move.
    Moving,
    /// A shared kansli.
    SharedKansli,
}

/// A rule that decided a cost which was not stated; each one used is named among the assumptions.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum KansliRule {
    /// A merged förbund has the sum of its parts.
    MergedSum {
        /// The merged förbund.
        forbund: String,
    },
    /// Parts of a split share the whole's by inhabitants 16–64.
    SplitByInhabitants {
        /// The förbund that was split.
        forbund: String,
    },
    /// A dissolved förbund passed its kansli on, by inhabitants 16–64 received.
    PassedOn {
        /// The dissolved förbund.
        from: String,
        /// Those whose cost it raised.
        to: Vec<String>,
        /// Those who received kommuner with a stated kansli, which includes their share already.
        stated: Vec<String>,
    },
    /// A dissolved förbund's kommuner all went outside, and its kansli ended.
    Ended {
        /// The dissolved förbund.
        from: String,
    },
    /// A kansli costs less than what it replaces, as the baseline assumes.
    Saved {
        /// The merged förbund, the one that ceased, or those that share.
        forbund: Vec<String>,
        /// What saves.
        by: SavedBy,
        /// The share that is saved.
        saved: Decimal,
    },
    /// A kansli, or items of one, are shared.
    Shared {
        /// The participants.
        forbund: Vec<String>,
        /// The items, where it is not all of the kansli.
        items: Vec<String>,
        /// The cost, kr a year.
        cost: Kronor,
        /// How it is split.
        split_by: SplitBy,
        /// Whether it is so today, on top of what the förbund state.
        is_today: bool,
    },
}

/// Shares a sum by weight; equal fractions go to the lowest kommunkod, whatever the order of the list.
pub(super) fn share_in_order(sum: Kronor, takers: &[(KommunId, u64)]) -> Vec<Kronor> {
    let weights: Vec<u64> = takers.iter().map(|(_, weight)| *weight).collect();
    let shares = share_by_rank(sum.unsigned(), &weights, |taker| takers[taker].0);
    shares.into_iter().map(Kronor::exact).collect()
}

/// Shares a sum in proportion to agreed shares; equal fractions go to the lowest kommunkod. Where only those are left who
/// took over a part without inhabitants, all count equally.
pub(super) fn share_by_agreement(sum: Kronor, shares: &[BigRational], lowest: &[KommunId]) -> Vec<Kronor> {
    let all: BigRational = shares.iter().sum();
    if all.is_zero() {
        let takers: Vec<(KommunId, u64)> = lowest.iter().map(|lowest| (*lowest, 1)).collect();
        return share_in_order(sum, &takers);
    }
    let per_share = BigRational::from_integer(BigInt::from(sum.get())) / all;
    let quotas: Vec<BigRational> = shares.iter().map(|share| share * &per_share).collect();
    let shares = share_exactly(sum.unsigned(), &quotas, |taker| lowest[taker]);
    shares.into_iter().map(Kronor::exact).collect()
}
