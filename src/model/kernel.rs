//! From exact amounts to whole kronor: the small core that reports, and later search and uncertainty, all call.
//!
//! A side has [`Rates`], and the exact state money of any set of kommuner is [`Rates::exact_money`] of their sums. The
//! rounding rules are those of [`super::rounding`].

use super::allocation_base::RowBase;
use super::error::ModelError;
use super::kommun::KommunId;
use super::kronor::Kronor;
use super::rates::{Arithmetic, Rates};
use super::recorder::Recorder;
use super::rounding::{half_away_from_zero, largest_of_few, largest_remainders, share_between_two};
use super::shares::Shares;
use super::step::Step;

/// The memory that [`state_money`] works in; keep one and pass it again and again. Once it has grown to the number of
/// rows nothing is allocated.
#[derive(Default, Debug)]
pub struct Workspace {
    money: Vec<u64>,
    narrow: Fractions<u64>,
    wide: Fractions<u128>,
}

/// What the floors of the rows left out, and scratch memory to select among it.
#[derive(Default, Debug)]
struct Fractions<Part> {
    of_rows: Vec<Part>,
    scratch: Vec<Part>,
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
    match rates.narrow() {
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
        let (above, fraction) = arithmetic.exact(row.base);
        let whole = rates.base_grant(*row) + above;
        floors += whole;
        left_out += fraction.into();
        (*money, *left) = (whole, fraction);
        recorder.record(|| {
            let base = Kronor::exact(rates.base_grant(*row));
            let [forsorjningsmatt, befolkning] = rates.exact_parts(row.base);
            Step::RowExact { row: position, base, forsorjningsmatt, befolkning }
        });
    }
    let left = half_away_from_zero(left_out, rates.denominator()).expect("a denominator that is not zero");
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
    let [forsorjningsmatt, befolkning] = rates.parts(row.base);
    let exact = [0, forsorjningsmatt, befolkning];
    let floor = |part: u128| u64::try_from(part / rates.denominator()).expect("a side within the bounds");
    let mut components = exact.map(floor);
    components[0] = rates.base_grant(row);
    let left = whole.checked_sub(components.iter().sum()).expect("floors are at most the whole");
    let left = usize::try_from(left).expect("less than a krona for each component");
    largest_of_few(&mut components, exact.map(|part| part % rates.denominator()), left);
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
/// If the total is too large, or the state's share is zero.
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
    let [region, kommuner] = share_between_two(others, [region_share, kommuner_share]).map(Kronor::exact);
    let funded = Funded { total, region, kommuner };
    recorder.record(|| Step::Funded { row: position, state: Kronor::exact(state), total, region, kommuner });
    Ok(funded)
}

impl From<KommunId> for u32 {
    fn from(id: KommunId) -> Self {
        u32::try_from(id.index()).expect("ids have 16 bits")
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rust_decimal::Decimal;

    use super::super::allocation_base::AllocationBase;
    use super::super::fraction::Fraction;
    use super::super::rates::Bounds;
    use super::super::recorder::Silent;
    use super::*;

    fn fraction(numerator: u128, denominator: u128) -> Fraction {
        Fraction::new(numerator, denominator).expect("not divided by zero")
    }

    fn rates(per_unit: [Fraction; 2], most: u64) -> Rates {
        let all = AllocationBase { forsorjningsmatt: most, befolkning: most };
        Rates::new(Kronor::new(400_000), per_unit, Bounds { all, rows: 400 }).expect("fits")
    }

    fn row(forsorjningsmatt: u64, befolkning: u64, lowest: usize) -> RowBase {
        let base = AllocationBase { forsorjningsmatt, befolkning };
        RowBase { base, has_base_grant: true, lowest: KommunId::new(lowest) }
    }

    #[test]
    fn a_krona_left_goes_to_the_lowest_kommunkod_when_fractions_are_equal() {
        let rates = rates([fraction(1, 2), fraction(0, 1)], 10);
        let rows = [row(1, 0, 7), row(1, 0, 3)];
        let mut workspace = Workspace::default();
        assert_eq!(state_money(&rates, &rows, &mut workspace, &mut Silent), [400_000, 400_001]);
    }

    #[test]
    fn the_recorded_steps_are_those_of_the_plain_call() {
        let rates = rates([fraction(10, 3), fraction(1, 7)], 1_000);
        let rows = [row(100, 50, 0), row(33, 20, 1), RowBase { has_base_grant: false, ..row(1, 1, 2) }];
        let mut steps: Vec<Step> = Vec::new();
        let mut workspace = Workspace::default();
        let recorded = state_money(&rates, &rows, &mut workspace, &mut steps).to_vec();
        let plain = state_money(&rates, &rows, &mut workspace, &mut Silent);
        assert_eq!(recorded, plain);
        let sum: u64 = plain.iter().sum();
        assert!(steps.contains(&Step::RowExact {
            row: 2,
            base: Kronor::ZERO,
            forsorjningsmatt: fraction(10, 3),
            befolkning: fraction(1, 7),
        }));
        // 100·10/3 + 50/7 = 340 + 10/21, 33·10/3 + 20/7 = 112 + 18/21, 10/3 + 1/7 = 3 + 10/21.
        assert!(steps.contains(&Step::SideRounded {
            floors: Kronor::exact(800_455),
            fractions: fraction(38, 21),
            rounded: Kronor::exact(sum),
        }));
        assert!(steps.contains(&Step::RowRounded { row: 1, whole: Kronor::exact(400_113) }));
        assert_eq!(plain, [400_341, 400_113, 3]);
    }

    #[test]
    fn components_add_up_and_ties_go_to_forsorjningsmatt() {
        let rates = rates([fraction(1, 2); 2], 10);
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

    proptest! {
        #[test]
        fn both_paths_give_the_same_kronor(
            figures in prop::collection::vec((0_u64..100_000, 0_u64..500_000), 1..60),
            numerator in 1_u128..1_000_000,
            denominator in 1_u128..1_000_000,
        ) {
            let rows: Vec<_> = figures.iter().enumerate().map(|(position, &(h, b))| row(h, b, position)).collect();
            let narrow = rates([fraction(numerator, denominator), fraction(denominator, 999_983)], 30_000_000);
            prop_assert!(narrow.narrow().is_some());
            let wide = narrow.wide();
            let (mut one, mut other) = (Workspace::default(), Workspace::default());
            prop_assert_eq!(
                state_money(&narrow, &rows, &mut one, &mut Silent),
                state_money(&wide, &rows, &mut other, &mut Silent)
            );
            for &row in &rows {
                prop_assert_eq!(narrow.exact_money(row), wide.exact_money(row));
            }
        }
    }
}
