//! From sums to whole kronor: the small core that reports, and later search and uncertainty, all call.
//!
//! A kommun has an [`AllocationBase`], a side has [`Rates`], and the exact state money of any group of kommuner is
//! `base grant + rate · Σ allocation base`. After its workspace has grown once the kernel allocates nothing.

use super::allocation_base::AllocationBase;
use super::error::ModelError;
use super::fraction::{Fraction, least_common_multiple};
use super::kommun::KommunId;
use super::kronor::Kronor;
use super::recorder::{Recorder, Step};
use super::rounding::{half_away_from_zero, largest_remainders};
use super::shares::Shares;

/// One row of a side: a förbund, or the part of an outside one that these kommuner make up.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct RowBase {
    /// The sums over its kommuner.
    pub units: AllocationBase,
    /// Whether it has a base grant; an outside row has none.
    pub has_base: bool,
    /// Its lowest kommunkod, which decides ties.
    pub lowest: KommunId,
}

/// Kronor per unit, over one common denominator.
#[derive(Clone, Debug)]
pub struct Rates {
    base: u64,
    per_forsorjningsmatt: u128,
    per_befolkning: u128,
    denominator: u128,
    /// The same in 64 bits, where they fit.
    narrow: Option<Narrow>,
}

impl Rates {
    /// Rates for sides of at most `most_rows` rows whose units sum to at most `all`.
    ///
    /// # Errors
    /// If any amount that such a side can have does not fit.
    pub fn new(
        base: Kronor,
        per_forsorjningsmatt: Fraction,
        per_befolkning: Fraction,
        all: AllocationBase,
        most_rows: usize,
    ) -> Result<Self, ModelError> {
        Self::checked(base, per_forsorjningsmatt, per_befolkning, all, most_rows).ok_or(ModelError::TooLarge)
    }

    fn checked(
        base: Kronor,
        per_forsorjningsmatt: Fraction,
        per_befolkning: Fraction,
        all: AllocationBase,
        most_rows: usize,
    ) -> Option<Self> {
        let denominator =
            least_common_multiple(per_forsorjningsmatt.denominator(), per_befolkning.denominator())?;
        let over_common = |rate: Fraction| rate.numerator().checked_mul(denominator / rate.denominator());
        let per_forsorjningsmatt = over_common(per_forsorjningsmatt)?;
        let per_befolkning = over_common(per_befolkning)?;
        // The largest numerator there can be; every later product and sum is at most this, which is why the
        // kernel may multiply without checking. The remainders of all rows together must fit too.
        let largest = per_forsorjningsmatt
            .checked_mul(u128::from(all.forsorjningsmatt))?
            .checked_add(per_befolkning.checked_mul(u128::from(all.befolkning))?)?;
        let rows = most_rows as u128 + 1;
        denominator.checked_mul(2)?.checked_mul(rows)?;
        let sum = (largest / denominator).checked_add(u128::from(base.unsigned()).checked_mul(rows)?)?;
        Kronor::from_unsigned(sum.checked_add(rows)?)?;
        let narrow = Narrow::new(per_forsorjningsmatt, per_befolkning, denominator);
        Some(Self { base: base.unsigned(), per_forsorjningsmatt, per_befolkning, denominator, narrow })
    }

    #[inline]
    fn forsorjningsmatt(&self, units: AllocationBase) -> u128 {
        self.per_forsorjningsmatt.wrapping_mul(u128::from(units.forsorjningsmatt))
    }

    #[inline]
    fn befolkning(&self, units: AllocationBase) -> u128 {
        self.per_befolkning.wrapping_mul(u128::from(units.befolkning))
    }

    #[inline]
    fn base(&self, row: RowBase) -> u64 {
        if row.has_base { self.base } else { 0 }
    }

    /// What some units bring by each part, kr.
    pub(super) fn exact_parts(&self, units: AllocationBase) -> [Fraction; 2] {
        [self.forsorjningsmatt(units), self.befolkning(units)].map(|numerator| self.fraction(numerator))
    }

    /// A numerator over the common denominator as a fraction.
    fn fraction(&self, numerator: u128) -> Fraction {
        Fraction::new(numerator, self.denominator).expect("a denominator that is not zero")
    }
}

/// Why an amount fits: no row has more than all, and that was checked when the rates were made.
const CHECKED: &str = "the rates were made for sums as large as this";

/// The memory the kernel works in; keep one and pass it again and again.
#[derive(Default, Debug)]
pub struct Workspace {
    money: Vec<u64>,
    narrow: Fractions<u64>,
    wide: Fractions<u128>,
}

/// What the floors of the rows left out, and room to select among it.
#[derive(Default, Debug)]
struct Fractions<Part> {
    of_rows: Vec<Part>,
    scratch: Vec<Part>,
}

/// Sums the kommuner's units by row: kommun `k` is in row `row_of[k]`, or in none where that is [`NO_ROW`]. `rows`
/// holds a row for each number in `row_of`, from [`RowBase::empty`].
///
/// The rows' lowest kommunkoder are the caller's: who numbers rows in the order in which kommuner first meet them
/// has them in order already.
pub fn sum_rows(units: &[AllocationBase], row_of: &[u16], rows: &mut [RowBase]) {
    for (units, &row) in units.iter().zip(row_of) {
        if let Some(row) = rows.get_mut(usize::from(row)) {
            // Sums of a whole table were checked to fit when the rates were made.
            row.units.forsorjningsmatt = row.units.forsorjningsmatt.wrapping_add(units.forsorjningsmatt);
            row.units.befolkning = row.units.befolkning.wrapping_add(units.befolkning);
        }
    }
}

/// In no row.
pub const NO_ROW: u16 = u16::MAX;

impl RowBase {
    /// A row without kommuner, to be filled by [`sum_rows`]; `lowest` decides ties between rows.
    #[must_use]
    pub fn empty(has_base: bool, lowest: KommunId) -> Self {
        Self { units: AllocationBase::default(), has_base, lowest }
    }
}

/// The state money of every row, whole kronor: the exact sum over all rows is rounded half away from zero, and
/// the rows share it by largest remainder, the lowest kommunkod first where fractions are equal.
pub fn state_money<'work, R: Recorder>(
    rates: &Rates,
    rows: &[RowBase],
    workspace: &'work mut Workspace,
    recorder: &mut R,
) -> &'work [u64] {
    let Workspace { money, narrow, wide } = workspace;
    match &rates.narrow {
        Some(quick) => allocate(rates, quick, rows, money, narrow, recorder),
        None => allocate(rates, rates, rows, money, wide, recorder),
    }
    money
}

fn allocate<A: Arithmetic, R: Recorder>(
    rates: &Rates,
    arithmetic: &A,
    rows: &[RowBase],
    money: &mut Vec<u64>,
    fractions: &mut Fractions<A::Part>,
    recorder: &mut R,
) {
    let Fractions { of_rows, scratch } = fractions;
    money.resize(rows.len(), 0);
    of_rows.resize(rows.len(), A::Part::default());
    let mut floors: u64 = 0;
    let mut left_out: u128 = 0;
    let results = money.iter_mut().zip(of_rows.iter_mut());
    for (position, (row, (money, left))) in rows.iter().zip(results).enumerate() {
        let (whole, fraction) = arithmetic.exact(row.units);
        let whole = whole.wrapping_add(rates.base(*row));
        floors = floors.wrapping_add(whole);
        left_out = left_out.wrapping_add(fraction.into());
        (*money, *left) = (whole, fraction);
        recorder.record(|| Step::RowExact {
            row: position,
            base: Kronor::exact(rates.base(*row)),
            forsorjningsmatt: rates.fraction(rates.forsorjningsmatt(row.units)),
            befolkning: rates.fraction(rates.befolkning(row.units)),
        });
    }
    let left = half_away_from_zero(left_out, rates.denominator).expect("a denominator that is not zero");
    let left = u64::try_from(left).expect("at most a krona for each row");
    recorder.record(|| Step::SideRounded {
        floors: Kronor::exact(floors),
        fractions: rates.fraction(left_out),
        rounded: Kronor::exact(floors + left),
    });
    let left = usize::try_from(left).expect("at most a krona for each row");
    let rank = |row: usize| u32::from(rows[row].lowest);
    largest_remainders(of_rows, left, rank, scratch, |row, more| money[row] += more);
    for (row, &whole) in money.iter().enumerate() {
        recorder.record(|| Step::RowRounded { row, whole: Kronor::exact(whole) });
    }
}

/// A row's whole state money by component (base grant, försörjningsmått, befolkning), by largest remainder;
/// equal fractions go to the earlier component.
pub fn state_components<R: Recorder>(
    rates: &Rates,
    row: RowBase,
    whole: u64,
    position: usize,
    recorder: &mut R,
) -> [u64; 3] {
    let parts = [rates.forsorjningsmatt(row.units), rates.befolkning(row.units)];
    let [forsorjningsmatt, befolkning] =
        parts.map(|part| u64::try_from(part / rates.denominator).expect(CHECKED));
    let mut components = [rates.base(row), forsorjningsmatt, befolkning];
    let fractions = [0, parts[0] % rates.denominator, parts[1] % rates.denominator];
    let left = whole.checked_sub(components.iter().sum()).expect("floors are at most the whole");
    let left = usize::try_from(left).expect("less than a krona for each component");
    let in_order = |component| u32::try_from(component).expect("three components");
    largest_remainders(&fractions, left, in_order, &mut Vec::with_capacity(3), |component, more| {
        components[component] += more;
    });
    recorder.record(|| Step::RowComponents { row: position, components: components.map(Kronor::exact) });
    components
}

/// The total that a row's state money leads to, and the other parties' parts of it, kr.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Funded {
    /// State, regions and kommuner together.
    pub total: Kronor,
    /// The regions' part.
    pub region: Kronor,
    /// The kommuner's part.
    pub kommuner: Kronor,
}

/// `total = state ÷ state's share`, rounded half away from zero; what is not the state's goes by largest
/// remainder to region and kommuner, region first where fractions are equal (5 § lag 2003:1210).
///
/// # Errors
/// If the total is too large, or the state's share is nought.
pub fn fund<R: Recorder>(
    state: u64,
    funding: &Shares<3>,
    position: usize,
    recorder: &mut R,
) -> Result<Funded, ModelError> {
    let [state_share, region_share, kommuner_share] = *funding.numerators();
    let total = u128::from(state)
        .checked_mul(u128::from(funding.denominator()))
        .and_then(|numerator| half_away_from_zero(numerator, u128::from(state_share)))
        .and_then(Kronor::from_unsigned)
        .ok_or(ModelError::TooLarge)?;
    let others = total.unsigned().checked_sub(state).expect("the state pays no more than all");
    // Two parts only, so the rule needs no list: the kommuner's share is what the region's leaves.
    let all = u128::from(region_share) + u128::from(kommuner_share);
    let quota = u128::from(others) * u128::from(region_share);
    let [region, kommuner] = match quota.checked_div(all) {
        None => [0, others],
        Some(floor) => {
            // The fractions of the two sum to nought or one: the larger is at least a half, and a half is a tie.
            let rest = quota % all;
            let floor = u64::try_from(floor).expect("a part of what the others pay");
            let region = floor + u64::from(rest > 0 && 2 * rest >= all);
            [region, others - region]
        }
    };
    let funded = Funded { total, region: Kronor::exact(region), kommuner: Kronor::exact(kommuner) };
    recorder.record(|| Step::Funded {
        row: position,
        state: Kronor::exact(state),
        total,
        region: funded.region,
        kommuner: funded.kommuner,
    });
    Ok(funded)
}

impl From<KommunId> for u32 {
    fn from(id: KommunId) -> Self {
        u32::try_from(id.index()).expect("ids have 16 bits")
    }
}

/// How the exact money of some units is computed: whole kronor, and the rest over the common denominator.
trait Arithmetic {
    /// The type of a rest.
    type Part: Ord + Copy + Default + Into<u128>;
    /// `(rate · units) ÷ denominator`.
    fn exact(&self, units: AllocationBase) -> (u64, Self::Part);
}

impl Arithmetic for Rates {
    type Part = u128;
    fn exact(&self, units: AllocationBase) -> (u64, u128) {
        let numerator = self.forsorjningsmatt(units).wrapping_add(self.befolkning(units));
        let whole = u64::try_from(numerator / self.denominator).expect(CHECKED);
        (whole, numerator % self.denominator)
    }
}

/// Rates that fit in 64 bits, with the reciprocal of their denominator: a quotient costs two multiplications instead
/// of a division of 128 bits (Möller & Granlund, "Improved division by invariant integers", 2011, algorithm 4).
#[derive(Clone, Copy, Debug)]
struct Narrow {
    per_forsorjningsmatt: u64,
    per_befolkning: u64,
    /// The denominator, shifted until its highest bit is set.
    normalized: u64,
    /// By how much.
    shift: u32,
    /// ⌊(2¹²⁸ − 1) ÷ normalized⌋ − 2⁶⁴.
    inverse: u64,
}

impl Narrow {
    fn new(per_forsorjningsmatt: u128, per_befolkning: u128, denominator: u128) -> Option<Self> {
        let denominator = u64::try_from(denominator).ok().filter(|&denominator| denominator > 0)?;
        let shift = denominator.leading_zeros();
        let normalized = denominator << shift;
        let inverse = u64::try_from(u128::MAX / u128::from(normalized) - (1 << 64)).ok()?;
        Some(Self {
            per_forsorjningsmatt: u64::try_from(per_forsorjningsmatt).ok()?,
            per_befolkning: u64::try_from(per_befolkning).ok()?,
            normalized,
            shift,
            inverse,
        })
    }

    /// Quotient and rest of a numerator by the denominator. The quotient must be below 2⁶⁴, which [`Rates::new`]
    /// made sure of.
    #[expect(clippy::cast_possible_truncation, reason = "high and low halves are taken on purpose")]
    #[inline]
    fn divide(&self, numerator: u128) -> (u64, u64) {
        let numerator = numerator << self.shift;
        let (high, low) = ((numerator >> 64) as u64, numerator as u64);
        let estimate = u128::from(self.inverse).wrapping_mul(u128::from(high)).wrapping_add(numerator);
        let mut quotient = ((estimate >> 64) as u64).wrapping_add(1);
        let mut remainder = low.wrapping_sub(quotient.wrapping_mul(self.normalized));
        if remainder > estimate as u64 {
            quotient = quotient.wrapping_sub(1);
            remainder = remainder.wrapping_add(self.normalized);
        }
        if remainder >= self.normalized {
            quotient = quotient.wrapping_add(1);
            remainder -= self.normalized;
        }
        (quotient, remainder >> self.shift)
    }
}

impl Arithmetic for Narrow {
    type Part = u64;
    #[inline]
    fn exact(&self, units: AllocationBase) -> (u64, u64) {
        let product = |rate: u64, units: u64| u128::from(rate).wrapping_mul(u128::from(units));
        let forsorjningsmatt = product(self.per_forsorjningsmatt, units.forsorjningsmatt);
        let befolkning = product(self.per_befolkning, units.befolkning);
        self.divide(forsorjningsmatt.wrapping_add(befolkning))
    }
}

#[cfg(test)]
mod tests {
    use super::super::recorder::Silent;
    use super::*;
    use proptest::prelude::*;
    use rust_decimal::Decimal;

    fn rates(forsorjningsmatt: (u128, u128), befolkning: (u128, u128), all: AllocationBase) -> Rates {
        let fraction = |(numerator, denominator)| Fraction::new(numerator, denominator).expect("not nought");
        Rates::new(Kronor::new(400_000), fraction(forsorjningsmatt), fraction(befolkning), all, 400)
            .expect("fits")
    }

    fn row(forsorjningsmatt: u64, befolkning: u64, lowest: usize) -> RowBase {
        RowBase {
            units: AllocationBase { forsorjningsmatt, befolkning },
            has_base: true,
            lowest: KommunId::new(lowest),
        }
    }

    #[test]
    fn a_krona_left_goes_to_the_lowest_kommunkod_when_fractions_are_equal() {
        let rates = rates((1, 2), (0, 1), AllocationBase { forsorjningsmatt: 10, befolkning: 10 });
        let rows = [row(1, 0, 7), row(1, 0, 3)];
        let mut workspace = Workspace::default();
        assert_eq!(state_money(&rates, &rows, &mut workspace, &mut Silent), [400_000, 400_001]);
    }

    #[test]
    fn the_recorded_steps_are_those_of_the_plain_call() {
        let rates = rates((10, 3), (1, 7), AllocationBase { forsorjningsmatt: 1_000, befolkning: 1_000 });
        let rows = [row(100, 50, 0), row(33, 20, 1), RowBase { has_base: false, ..row(1, 1, 2) }];
        let mut steps: Vec<Step> = Vec::new();
        let mut workspace = Workspace::default();
        let recorded = state_money(&rates, &rows, &mut workspace, &mut steps).to_vec();
        let plain = state_money(&rates, &rows, &mut workspace, &mut Silent);
        assert_eq!(recorded, plain);
        let sum: u64 = plain.iter().sum();
        assert!(steps.contains(&Step::RowExact {
            row: 2,
            base: Kronor::ZERO,
            forsorjningsmatt: Fraction::new(10, 3).expect("not nought"),
            befolkning: Fraction::new(1, 7).expect("not nought"),
        }));
        // 100·10/3 + 50/7 = 340 + 10/21, 33·10/3 + 20/7 = 112 + 18/21, 10/3 + 1/7 = 3 + 10/21.
        assert!(steps.contains(&Step::SideRounded {
            floors: Kronor::exact(800_455),
            fractions: Fraction::new(38, 21).expect("not nought"),
            rounded: Kronor::exact(sum),
        }));
        assert!(steps.contains(&Step::RowRounded { row: 1, whole: Kronor::exact(400_113) }));
        assert_eq!(plain, [400_341, 400_113, 3]);
    }

    #[test]
    fn components_add_up_and_ties_go_to_forsorjningsmatt() {
        let rates = rates((1, 2), (1, 2), AllocationBase { forsorjningsmatt: 10, befolkning: 10 });
        assert_eq!(state_components(&rates, row(1, 1, 0), 400_001, 0, &mut Silent), [400_000, 1, 0]);
        assert_eq!(state_components(&rates, row(1, 2, 0), 400_001, 0, &mut Silent), [400_000, 0, 1]);
        assert_eq!(state_components(&rates, row(1, 2, 0), 400_002, 0, &mut Silent), [400_000, 1, 1]);
    }

    #[test]
    fn region_comes_before_kommuner() {
        let half = Decimal::new(5, 1);
        let quarter = Decimal::new(25, 2);
        let funding = Shares::new([half, quarter, quarter]).expect("sum is 1");
        let funded = fund(2_206_321, &funding, 0, &mut Silent).expect("fits");
        assert_eq!(funded.total, Kronor::new(4_412_642));
        assert_eq!((funded.region, funded.kommuner), (Kronor::new(1_103_161), Kronor::new(1_103_160)));
    }

    #[test]
    fn rates_that_could_overflow_are_refused() {
        let all = AllocationBase { forsorjningsmatt: u64::MAX, befolkning: 1 };
        assert!(Rates::new(Kronor::ZERO, Fraction::ONE, Fraction::ONE, all, 10).is_err());
    }

    proptest! {
        #[test]
        fn division_by_reciprocal_is_division(
            divisor in prop_oneof![1_u64..1_000, Just(1_u64 << 63), Just(u64::MAX), 1_u64..],
            quotient in prop_oneof![Just(u64::MAX), any::<u64>()],
            rest in prop_oneof![Just(u64::MAX), any::<u64>()],
        ) {
            let rest = rest % divisor;
            let numerator = u128::from(quotient) * u128::from(divisor) + u128::from(rest);
            let narrow = Narrow::new(1, 1, u128::from(divisor)).expect("fits and is not nought");
            prop_assert_eq!(narrow.divide(numerator), (quotient, rest));
        }

        #[test]
        fn both_paths_give_the_same_kronor(
            figures in prop::collection::vec((0_u64..100_000, 0_u64..500_000), 1..60),
            numerator in 1_u128..1_000_000,
            denominator in 1_u128..1_000_000,
        ) {
            let rows: Vec<_> = figures.iter().enumerate().map(|(position, &(h, b))| row(h, b, position)).collect();
            let all = AllocationBase { forsorjningsmatt: 6_000_000, befolkning: 30_000_000 };
            let narrow = rates((numerator, denominator), (denominator, 999_983), all);
            prop_assert!(narrow.narrow.is_some());
            let wide = Rates { narrow: None, ..narrow.clone() };
            let (mut one, mut other) = (Workspace::default(), Workspace::default());
            prop_assert_eq!(
                state_money(&narrow, &rows, &mut one, &mut Silent),
                state_money(&wide, &rows, &mut other, &mut Silent)
            );
        }
    }
}
