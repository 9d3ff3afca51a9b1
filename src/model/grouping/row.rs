//! A row of a grouping, and the kanslier that rows share.

use std::sync::Arc;

use num_rational::BigRational;
use rust_decimal::Decimal;

use super::history::StepId;
use crate::model::change::Stated;
use crate::model::holdings::{Holding, Holdings};
use crate::model::identity::Identified;
use crate::model::kansli::{Cost, Item, Kansli, SplitBy};
use crate::model::key::Key;
use crate::model::kommun::KommunId;
use crate::model::row_id::RowId;

/// A förbund, or the row of one outside the baseline that receives kommuner.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Row {
    /// Its identity.
    pub id: RowId,
    /// Its name.
    pub name: String,
    /// Whether it represents a förbund outside the baseline.
    pub outside: bool,
    /// Its kommuner, in order of kommunkod.
    pub members: Vec<KommunId>,
    /// The cost of its own kansli, without its share of a shared one.
    pub kansli: Kansli,
    /// The shared kanslier that it takes part in; a merged förbund can have inherited several.
    pub shared: Vec<Participation>,
    /// Where it has its seat.
    pub seat: Seat,
    /// What its kommuner divide their part by, if not by the key of the baseline.
    pub key: Option<Arc<Key>>,
    /// What it has beside the money of the model.
    pub holdings: Holdings,
    /// Whether it was created and its posts not mentioned: unknown, until a dissolved förbund passes its own on to it.
    pub(super) awaits_posts: bool,
    /// Inhabitants 16–64 of its kommuner.
    pub(super) inhabitants: u64,
    /// The last of the rules that decided its kansli, where it was not stated.
    pub(super) history: Option<StepId>,
    /// Kommuner that have left it since it was created: if it is dissolved, those who have them now take over its
    /// kansli.
    pub(super) departed: Vec<KommunId>,
}

impl Row {
    /// Its lowest kommunkod, which decides ties.
    ///
    /// # Panics
    /// If it has no kommun: it is dissolved then.
    #[must_use]
    pub fn lowest(&self) -> KommunId {
        *self.members.first().expect("a row has a kommun")
    }
}

impl Row {
    /// Takes over what a change states of its key and of what it has.
    pub(super) fn take_over(&mut self, stated: &Stated) {
        if let Some(key) = &stated.key {
            self.key = Some(key.clone());
        }
        self.holdings.take_over(&stated.holdings);
    }
}

/// What a change stated that moved a kommun where it is.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub(super) struct MoveStated {
    /// The kansli of the receiver.
    pub(super) kansli: bool,
    /// Its posts.
    pub(super) posts: bool,
}

impl MoveStated {
    pub(super) fn of(stated: &Stated) -> Self {
        Self { kansli: stated.kansli.is_some(), posts: stated.holdings.of(Holding::Posts).is_some() }
    }
}

impl Row {
    /// Whether it takes part in the shared kansli at this position in [`super::Grouping::shared`].
    #[must_use]
    pub fn takes_part(&self, kansli: usize) -> bool {
        self.shared.iter().any(|part| part.kansli == kansli)
    }
}

impl Identified for Row {
    type Identity = RowId;

    fn identity(&self) -> RowId {
        self.id
    }
}

/// Where a förbund has its seat. No money depends on it.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub enum Seat {
    /// It was not stated.
    #[default]
    Unstated,
    /// In this kommun, a member.
    In(KommunId),
    /// It was in this kommun, which has left.
    Lapsed(KommunId),
}

impl Seat {
    /// A stated seat, or none.
    pub(super) fn stated(seat: Option<KommunId>) -> Self {
        seat.map_or(Self::Unstated, Self::In)
    }

    /// The kommun, where there is one now.
    #[must_use]
    pub fn kommun(self) -> Option<KommunId> {
        if let Self::In(kommun) = self { Some(kommun) } else { None }
    }
}

/// The part of a row in a shared kansli.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Participation {
    /// Which, as a position in [`super::Grouping::shared`].
    pub kansli: usize,
    /// What it counts where shares are agreed, beside those of the others; otherwise every row counts as one.
    pub share: BigRational,
}

/// What the cost of a shared kansli was added up as.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Pool {
    /// By this id it is recorded.
    pub id: RowId,
    /// The share of the sum that is assumed to be saved.
    pub saved: Decimal,
}

/// A kansli, or items of one, shared by several förbund.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SharedKansli {
    /// Its cost.
    pub cost: Cost,
    /// Its full-time posts; `None` if unknown.
    pub posts: Option<BigRational>,
    /// Whether it is items alone, and not all of the participants' kanslier.
    pub only_items: bool,
    /// What its cost was added up as, where it is assumed.
    pub pool: Option<Pool>,
    /// How it is split.
    pub split_by: SplitBy,
    /// What made it: those of the baseline are counted first, then the changes that share a kansli.
    pub sharing: usize,
    /// How many rows take part in it.
    pub(super) participants: usize,
}

impl SharedKansli {
    /// The items that are shared, where it is not all of the kanslier.
    pub(super) fn items(&self) -> impl Iterator<Item = &Item> {
        self.cost.items().into_iter().flatten().filter(|_| self.only_items)
    }

    /// Whether any row takes part in it.
    #[must_use]
    pub fn is_in_effect(&self) -> bool {
        self.participants > 0
    }
}
