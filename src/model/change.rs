//! The changes that make one grouping of another, and why one cannot be done.

use std::sync::Arc;

use super::holdings::Holdings;
use super::kansli::{Cost, Sharing};
use super::key::Key;
use super::kommun::KommunId;
use super::row_id::RowId;

/// A change, all names resolved. Positions in errors count in the lists given here.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Change {
    /// Kommuner move to a förbund, from another one or from none.
    Move {
        /// Who moves.
        kommuner: Vec<KommunId>,
        /// Where to.
        to: RowId,
        /// What is said of the receiver afterwards.
        stated: Stated,
    },
    /// Kommuner move to a förbund outside the baseline.
    MoveOutside {
        /// Who moves.
        kommuner: Vec<KommunId>,
        /// The name of that förbund.
        outside: String,
    },
    /// Two or more förbund become one.
    Merge {
        /// The parts.
        parts: Vec<RowId>,
        /// The name of the whole.
        into: String,
        /// What is said of it.
        stated: Stated,
    },
    /// A förbund becomes two or more.
    Split {
        /// The whole.
        whole: RowId,
        /// The parts; every kommun of the whole is in exactly one.
        into: Vec<Part>,
    },
    /// A förbund is created.
    Create {
        /// Its name.
        name: String,
        /// Its kommuner, from any förbund or from none.
        kommuner: Vec<KommunId>,
        /// What is said of it.
        stated: Stated,
    },
    /// Kommuner leave their förbund and are in none. A förbund that all leave is dissolved.
    Leave {
        /// Who leaves.
        kommuner: Vec<KommunId>,
    },
    /// There are more or fewer förbund in the rest of the country.
    Elsewhere {
        /// So many more; less than zero if fewer.
        more: i64,
    },
    /// Förbund share a kansli, which replaces their own, or items of it.
    ShareKansli(Sharing<RowId>),
}

impl Change {
    /// The same change with every cost that it states as another one.
    ///
    /// # Errors
    /// The first that `cost` makes of one.
    pub fn with_costs<E>(&self, cost: impl Fn(&Cost) -> Result<Cost, E>) -> Result<Self, E> {
        let mut change = self.clone();
        let stated = |stated: &mut Stated| {
            stated.kansli = stated.kansli.as_ref().map(&cost).transpose()?;
            Ok(())
        };
        match &mut change {
            Self::Move { stated: of, .. }
            | Self::Merge { stated: of, .. }
            | Self::Create { stated: of, .. } => {
                stated(of)?;
            }
            Self::Split { into, .. } => into.iter_mut().try_for_each(|part| stated(&mut part.stated))?,
            Self::ShareKansli(shared) => shared.cost = shared.cost.as_ref().map(cost).transpose()?,
            Self::MoveOutside { .. } | Self::Leave { .. } | Self::Elsewhere { .. } => {}
        }
        Ok(change)
    }
}

impl Change {
    /// Whether it states how many full-time posts a shared kansli has.
    #[must_use]
    pub fn states_shared_posts(&self) -> bool {
        matches!(self, Self::ShareKansli(sharing) if sharing.posts.is_some())
    }

    /// What it states, of each förbund that it states something of.
    pub fn stated(&self) -> impl Iterator<Item = &Stated> {
        let (one, parts): (Option<&Stated>, &[Part]) = match self {
            Self::Move { stated, .. } | Self::Merge { stated, .. } | Self::Create { stated, .. } => {
                (Some(stated), &[])
            }
            Self::Split { into, .. } => (None, into),
            Self::MoveOutside { .. } | Self::Leave { .. } | Self::Elsewhere { .. } | Self::ShareKansli(_) => {
                (None, &[])
            }
        };
        one.into_iter().chain(parts.iter().map(|part| &part.stated))
    }
}

/// A part of a split förbund.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Part {
    /// Its name.
    pub name: String,
    /// Its kommuner.
    pub kommuner: Vec<KommunId>,
    /// What is said of it.
    pub stated: Stated,
}

/// What a change states of the förbund that it makes or that receives kommuner.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Stated {
    /// What its kansli costs.
    pub kansli: Option<Cost>,
    /// The kommun where it has its seat.
    pub seat: Option<KommunId>,
    /// What its kommuner divide their part by, if not by the key of the baseline.
    pub key: Option<Arc<Key>>,
    /// What it has beside the money of the model, as far as that is stated.
    pub holdings: Holdings,
}

/// Why a change cannot be done. Nothing has been changed then.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum ChangeError {
    /// The kommun at this position is named earlier in the same change too.
    #[error("kommun {0} is named twice")]
    KommunTwice(usize),
    /// The kommun at this position is in the receiving förbund already.
    #[error("kommun {0} is there already")]
    AlreadyThere(usize),
    /// The kommun at this position is in no förbund and cannot move outside.
    #[error("kommun {0} is in no förbund")]
    NotAMember(usize),
    /// The number of other förbund in the country is not known, so that nothing follows from more of them.
    #[error("the number of other förbund is not known")]
    ElsewhereUnknown,
    /// There would be fewer than no förbund in the rest of the country, or more than there can be.
    #[error("there would be too many or too few other förbund")]
    ElsewhereOutOfRange,
    /// The kommun at this position joins from no förbund; on a calibrated basis its part is not known.
    #[error("the part of kommun {0} is not known on a calibrated basis")]
    JoinsCalibrated(usize),
    /// The name given to an outside förbund is that of a förbund.
    #[error("the outside förbund is one of the baseline")]
    OutsideIsForbund,
    /// The new name (of the part at this position, else 0) is taken.
    #[error("the name of part {0} is taken")]
    NameTaken(usize),
    /// The part at this position has the name of an earlier part.
    #[error("part {0} has the name of an earlier part")]
    PartsSameName(usize),
    /// The förbund at this position is named earlier in the same change too.
    #[error("förbund {0} is named twice")]
    ForbundTwice(usize),
    /// At least two are needed.
    #[error("at least two are needed")]
    TooFew,
    /// The förbund at the first position may have the item at the second one, but its kansli is a sum, or some of it.
    #[error("whether förbund {0} has item {1} is not known")]
    ItemUnknown(usize, usize),
    /// What the shared kansli costs is neither stated nor assumed.
    #[error("the cost of the shared kansli is not stated")]
    CostMissing,
    /// The kansli of the förbund at this position is unknown, and so is what a shared one is assumed to cost.
    #[error("the kansli of förbund {0} is unknown")]
    KansliUnknown(usize),
    /// As many shared kanslier as there can be are in effect already.
    #[error("too many shared kanslier")]
    TooManyShared,
    /// The part at this position names this kommun, which is not in the whole.
    #[error("kommun {1} of part {0} is not in the whole")]
    SplitForeign(usize, usize),
    /// The part at this position names this kommun, which is in an earlier part.
    #[error("kommun {1} of part {0} is in an earlier part")]
    SplitTwice(usize, usize),
    /// These kommuner of the whole are in no part.
    #[error("some kommuner are in no part")]
    SplitMissing(Vec<KommunId>),
    /// The seat stated for the part at this position, else for the förbund itself, is none of its kommuner.
    #[error("the seat of part {0} is not a member")]
    SeatNotAMember(usize),
    /// The förbund with this name would have no inhabitants 16–64.
    #[error("{0} would have no inhabitants 16–64")]
    NoInhabitants(String),
}
