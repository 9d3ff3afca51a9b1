//! What a calculation tells about itself while it runs.

use super::fraction::Fraction;
use super::kronor::Kronor;

/// One step of a calculation, with the figures it was made of. Rows are numbered as they were passed in.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Step {
    /// The steps that follow are those of this side.
    Side(SideName),
    /// A shared kansli was split over the rows that take part in it.
    KansliShared {
        /// Its cost, kr.
        cost: Kronor,
        /// The rows.
        rows: Vec<usize>,
        /// Their weights.
        weights: Vec<u64>,
        /// Their shares, kr.
        shares: Vec<Kronor>,
    },
    /// The exact state money of a row, before any rounding, by component.
    RowExact {
        /// Which row.
        row: usize,
        /// The base grant, kr; nought for an outside row.
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
        /// What the floors left out.
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

/// The sides of an outcome.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
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

/// Something that listens to a calculation. Steps are passed as closures, so that one who does not listen does
/// not pay for their making.
pub trait Recorder {
    /// Takes a step, or lets it pass unmade.
    fn record(&mut self, step: impl FnOnce() -> Step);
}

/// Listens to nothing and costs nothing.
#[derive(Clone, Copy, Default, Debug)]
pub struct Silent;

impl Recorder for Silent {
    #[inline(always)]
    fn record(&mut self, _: impl FnOnce() -> Step) {}
}

impl Recorder for Vec<Step> {
    fn record(&mut self, step: impl FnOnce() -> Step) {
        self.push(step());
    }
}
