//! The steps of a calculation, as they are recorded.

use num_rational::BigRational;

use super::allocation_base::{AllocationBase, Part};
use super::fraction::Fraction;
use super::kansli::{Cost, SplitBy};
use super::kommun::KommunId;
use super::kronor::Kronor;
use super::row_id::RowId;
use super::rules::RulesOfSide;

/// One step of a calculation, with the figures it was made of. Rows are numbered as they were passed in.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Step {
    /// What rules made of the side, where they are in force.
    Rules(RulesOfSide),
    /// The decimal of försörjningsmått that a unit is one of.
    Decimals(u32),
    /// What the country's sums hold today: the members of the baseline's förbund, and the rest.
    CountrySums {
        /// Sums over the members.
        members: AllocationBase,
        /// Sums over the rest of the country.
        rest: AllocationBase,
    },
    /// A kommun that joins from no förbund enters the country's sums.
    CountryJoined {
        /// The kommun.
        kommun: KommunId,
    },
    /// A kommun that is in no förbund any more leaves the country's sums, or takes its decided amounts out of them.
    CountryLeft {
        /// The kommun.
        kommun: KommunId,
    },
    /// What the appropriation leaves after the base grants of all förbund in the country.
    Pot {
        /// Förbund in the country.
        forbund: u64,
        /// What is left, kr.
        pot: u64,
    },
    /// `weight × pot ÷ sum`, kr per unit.
    Rate {
        /// Of what.
        part: Part,
        /// The country's sum of units.
        sum: u64,
        /// The rate.
        rate: Fraction,
    },
    /// By how much decided amounts grow or shrink with the pot.
    Scaled(Fraction),
    /// Step 0: a förbund's decided state money above the base grant, shared over its kommuner and both parts.
    Calibrated {
        /// Which förbund of the baseline.
        forbund: usize,
        /// What was shared, kr.
        above_base: Kronor,
        /// Its kommuner, in order of kommunkod.
        kommuner: Vec<KommunId>,
        /// The allocation base of each of them from now on, kr.
        parts: Vec<AllocationBase>,
    },
    /// A change stated what the kansli of a row costs.
    KansliStated {
        /// The row.
        row: RowId,
        /// Its name.
        name: String,
        /// Which part of a split it is.
        part: Option<usize>,
        /// The cost.
        cost: Cost,
    },
    /// A shared kansli replaced a row's own.
    KansliReplaced {
        /// The row.
        row: RowId,
    },
    /// A kansli costs less than it did.
    KansliLessened {
        /// The row.
        row: RowId,
        /// Its name.
        name: String,
        /// What it cost, kr.
        before: Kronor,
        /// What is left, kr.
        left: Kronor,
        /// Why.
        by: Lessened,
    },
    /// A merged förbund took over the kanslier of its parts.
    KansliMerged {
        /// The merged förbund.
        into: RowId,
        /// Its name.
        name: String,
        /// The cost, kr, if known.
        cost: Option<Kronor>,
        /// Its parts, in the order in which they were named.
        parts: Vec<KansliPart>,
    },
    /// The kansli of a förbund was divided over its parts, or over those who received its kommuner.
    KansliDivided {
        /// The förbund.
        from: RowId,
        /// Its name.
        name: String,
        /// The cost, kr, if known.
        cost: Option<Kronor>,
        /// Those who take it over.
        takers: Vec<KansliTaker>,
    },
    /// The steps that follow are those of this side.
    Side(SideName),
    /// A shared kansli was split over the rows that take part in it.
    KansliShared {
        /// What made it, as in [`super::grouping::SharedKansli::sharing`].
        sharing: usize,
        /// Its cost.
        cost: Cost,
        /// What its cost was added up as, where it is assumed.
        pool: Option<RowId>,
        /// How it is split.
        split_by: SplitBy,
        /// The rows.
        rows: Vec<usize>,
        /// What each counts, where shares are agreed.
        agreed: Vec<BigRational>,
        /// Their shares, kr.
        shares: Vec<Kronor>,
    },
    /// The exact money that follows a kommun to its row, before any rounding.
    KommunExact {
        /// Which row.
        row: usize,
        /// The kommun.
        kommun: KommunId,
        /// Its allocation base.
        base: AllocationBase,
        /// Rate × units of försörjningsmått, kr.
        forsorjningsmatt: Fraction,
        /// Rate × units of befolkning, kr.
        befolkning: Fraction,
    },
    /// The exact state money of a row, before any rounding, by component.
    RowExact {
        /// Which row.
        row: usize,
        /// The base grant, kr; zero for an outside row.
        base: Kronor,
        /// Rate × försörjningsmått, kr.
        forsorjningsmatt: Fraction,
        /// Rate × inhabitants 16–64, kr.
        befolkning: Fraction,
    },
    /// The sum over all rows of a side, rounded half away from zero.
    SideRounded {
        /// The whole kronor that the rows' floors add up to.
        floors: Kronor,
        /// The sum of the fractions below those.
        fractions: Fraction,
        /// The rounded sum.
        rounded: Kronor,
    },
    /// A row's whole kronor after the largest-remainder rule.
    RowRounded {
        /// Which row.
        row: usize,
        /// Its whole kronor.
        whole: Kronor,
    },
    /// A row's whole kronor by component.
    RowComponents {
        /// Which row.
        row: usize,
        /// Base grant, försörjningsmått part and befolkning part, kr.
        components: [Kronor; 3],
    },
    /// A row's state money turned into its total and the other parties' parts.
    Funded {
        /// Which row.
        row: usize,
        /// State money, kr.
        state: Kronor,
        /// Total, kr.
        total: Kronor,
        /// The regions' part, kr.
        region: Kronor,
        /// The kommuner's part, kr.
        kommuner: Kronor,
    },
    /// A sum shared by weight.
    Shared {
        /// What was shared.
        what: Shared,
        /// Which row.
        row: usize,
        /// The sum, kr.
        sum: Kronor,
        /// The weights, in order of kommunkod.
        weights: Vec<u64>,
        /// The shares, kr, in the same order.
        shares: Vec<u64>,
    },
}

/// Why a kansli costs less.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Lessened {
    /// Items were taken out of it, which are shared now.
    Items,
    /// The baseline assumes a saving.
    Assumption,
}

/// One whose kansli a merged förbund takes over.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct KansliPart {
    /// The row.
    pub row: RowId,
    /// Its name.
    pub name: String,
    /// The cost of its own kansli, kr, if known.
    pub cost: Option<Kronor>,
}

/// One who takes over a kansli or a part of it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct KansliTaker {
    /// The row.
    pub row: RowId,
    /// Its name.
    pub name: String,
    /// The lowest kommunkod of its kommuner, which decides ties.
    pub lowest: KommunId,
    /// The kommuner whose inhabitants 16–64 it is divided by.
    pub kommuner: Vec<KommunId>,
    /// Its share, kr, if the whole is known.
    pub share: Option<Kronor>,
    /// Whether a stated kansli holds that share already.
    pub stated: bool,
}

/// The sides of an outcome.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum SideName {
    /// Today.
    Before,
    /// Afterwards, gross.
    Gross,
    /// Afterwards, net.
    Net,
}

/// What a [`Step::Shared`] shared.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Shared {
    /// The kommuner's part over the kommuner.
    Kommuner,
    /// The regions' part over the regions.
    Regions,
}
