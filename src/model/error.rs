//! Why the model cannot compute something.

use super::kommun::KommunId;
use super::kronor::Kronor;

/// Why a baseline, or an alternative on it, cannot be computed.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum ModelError {
    /// The base grants of this many förbund exceed the appropriation.
    #[error("the base grants of {forbund} förbund exceed the appropriation")]
    BaseGrantsExceed {
        /// Förbund in the country.
        forbund: u64,
    },
    /// The figures are too large, or have too many decimals, to be computed exactly.
    #[error("the figures are too large to be computed exactly")]
    TooLarge,
    /// The försörjningsmått sum to zero, so nothing can be shared by them: of this förbund on a calibrated
    /// basis, of the country on the national one.
    #[error("the försörjningsmått sum to zero")]
    NoForsorjningsmatt(Option<usize>),
    /// The same for inhabitants 16–64.
    #[error("the inhabitants 16–64 sum to zero")]
    NoInhabitants(Option<usize>),
    /// A förbund's state money is below the base grant.
    #[error("the state money of förbund {position} is below the base grant")]
    StateBelowBase {
        /// Which förbund.
        position: usize,
        /// Its state money, kr.
        state: Kronor,
    },
    /// The appropriation is not known, and something was asked that follows from it.
    #[error("the appropriation is not known")]
    NoAppropriation,
    /// Base grants take the whole appropriation: there is no pot to scale decided amounts with.
    #[error("the base grants take the whole appropriation")]
    NoPot,
    /// Those who left the country's förbund had all of the pot that decided amounts share, or more.
    #[error("those who left had the whole pot")]
    LeaversTakePot,
    /// What the rules leave to some förbund is so many kronor more than the appropriation has.
    #[error("the rules cost {} kr more than there are", .lacking.get())]
    RulesLack {
        /// So many kr.
        lacking: Kronor,
    },
    /// The rules cap all förbund, and so many kronor can be given to nobody.
    #[error("the rules leave {} kr that nobody may have", .left.get())]
    RulesLeave {
        /// So many kr.
        left: Kronor,
    },
    /// The förbund have more above their base grants than the appropriation leaves to the whole country.
    #[error("nothing is left for the rest of the country")]
    RestBelowZero,
    /// The guard leaves this förbund money above the base grant, and its kommuner bring nothing to divide it by.
    #[error("{forbund} has nothing to divide its money by")]
    NothingToScale {
        /// The förbund.
        forbund: String,
    },
    /// This kommun has no number that a key needs.
    #[error("a kommun has no number that a key needs")]
    KeyMissing {
        /// The kommun.
        kommun: KommunId,
        /// Whether it is the regions' key, not the kommuner's.
        regions: bool,
        /// Whether the key is a table of agreed numbers, not a column.
        agreed: bool,
    },
    /// A key's numbers of a förbund's kommuner sum to zero.
    #[error("a key sums to zero in {forbund}")]
    KeyIsZero {
        /// The förbund.
        forbund: String,
        /// Whether it is the regions' key, not the kommuner's.
        regions: bool,
    },
}
