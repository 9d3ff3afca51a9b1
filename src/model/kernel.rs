//! From exact amounts to whole kronor: the small core that reports, and later search and uncertainty, all call.
//!
//! A side has [`Rates`], and the exact state money of any set of kommuner is [`Rates::exact_money`] of their sums. The
//! rounding rules are those of [`super::rounding`].

use super::allocation_base::{AllocationBase, RowBase};
use super::error::ModelError;
use super::kronor::Kronor;
use super::rates::{Arithmetic, Rates};
use super::recorder::Recorder;
use super::rounding::{bits, half_away_from_zero, largest_remainders, share_between_two};
use super::shares::Shares;
use super::step::Step;

/// The memory that [`state_money`] works in; keep one and pass it again and again. Once it has grown to the number of
/// rows nothing is allocated.
#[derive(Default, Debug)]
pub struct Workspace {
    money: Vec<u64>,
    /// What the floors of the rows left out, in as many bits as the rates need.
    narrow: Vec<u64>,
    wide: Vec<u128>,
    scratch: Vec<usize>,
}

/// The state money of every row, whole kronor: the exact sum over all rows is rounded half away from zero, and
/// the rows share it by largest remainder, the lowest kommunkod first where fractions are equal.
pub fn state_money<'work>(rates: &Rates, rows: &[RowBase], workspace: &'work mut Workspace) -> &'work [u64] {
    let Workspace { money, narrow, wide, scratch } = workspace;
    match &rates.narrow {
        Some(quick) => allocate(rates, quick, rows, (money, narrow, scratch)),
        None => allocate(rates, rates, rows, (money, wide, scratch)),
    }
    money
}

fn allocate<A: Arithmetic>(
    rates: &Rates,
    arithmetic: &A,
    rows: &[RowBase],
    (money, fractions, scratch): (&mut Vec<u64>, &mut Vec<A::Part>, &mut Vec<usize>),
) {
    money.clear();
    fractions.clear();
    let mut left_out: u128 = 0;
    for row in rows {
        let (above, fraction) = arithmetic.exact(row.base);
        money.push(rates.base_grant(*row) + above);
        fractions.push(fraction);
        left_out += fraction.into();
    }
    let left = half_away_from_zero(left_out, rates.denominator()).expect("a denominator that is not zero");
    let left = usize::try_from(left).expect("at most a krona for each row");
    let rank = |row: usize| rows[row].lowest;
    largest_remainders(money, fractions, bits(rates.denominator()), left, rank, scratch);
}

/// Records how the state money of all rows comes about.
pub(super) fn record_state_money<R: Recorder>(
    rates: &Rates,
    rows: &[RowBase],
    money: &[u64],
    recorder: &mut R,
) {
    for (row, base) in rows.iter().enumerate() {
        recorder.record(|| {
            let [forsorjningsmatt, befolkning] = rates.exact_parts(base.base);
            let base = Kronor::exact(rates.base_grant(*base));
            Step::RowExact { row, base, forsorjningsmatt, befolkning }
        });
    }
    recorder.record(|| {
        let exact = || rows.iter().map(|row| rates.exact_money(*row));
        Step::SideRounded {
            floors: Kronor::exact(exact().map(|money| money.whole).sum()),
            fractions: rates.fraction(exact().map(|money| money.remainder).sum()),
            rounded: Kronor::exact(money.iter().sum()),
        }
    });
    for (row, &whole) in money.iter().enumerate() {
        recorder.record(|| Step::RowRounded { row, whole: Kronor::exact(whole) });
    }
}

/// A row's whole state money by component (base grant, försörjningsmått, befolkning), by largest remainder;
/// equal fractions go to the earlier component.
#[must_use]
pub(super) fn state_components(rates: &Rates, row: RowBase, whole: u64) -> [u64; 3] {
    match &rates.narrow {
        Some(quick) => components(rates, quick, row, whole),
        None => components(rates, rates, row, whole),
    }
}

fn components<A: Arithmetic>(rates: &Rates, arithmetic: &A, row: RowBase, whole: u64) -> [u64; 3] {
    let AllocationBase { forsorjningsmatt, befolkning } = row.base;
    let (by_forsorjningsmatt, first) = arithmetic.exact(AllocationBase { forsorjningsmatt, befolkning: 0 });
    let (by_befolkning, second) = arithmetic.exact(AllocationBase { forsorjningsmatt: 0, befolkning });
    let mut components = [rates.base_grant(row), by_forsorjningsmatt, by_befolkning];
    let left = whole.checked_sub(components.iter().sum()).expect("floors are at most the whole");
    let left = usize::try_from(left).expect("less than a krona for each component");
    let (fractions, bits) = ([A::Part::default(), first, second], bits(rates.denominator()));
    largest_remainders(&mut components, &fractions, bits, left, |component| component, &mut Vec::new());
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
pub fn fund(state: u64, funding: &Shares<3>) -> Result<Funded, ModelError> {
    let [state_share, region_share, kommuner_share] = *funding.numerators();
    let total = u128::from(state)
        .checked_mul(u128::from(funding.denominator()))
        .and_then(|numerator| half_away_from_zero(numerator, u128::from(state_share)))
        .and_then(Kronor::from_unsigned)
        .ok_or(ModelError::TooLarge)?;
    let others = total.unsigned().checked_sub(state).expect("the state pays no more than all");
    let [region, kommuner] = share_between_two(others, [region_share, kommuner_share]).map(Kronor::exact);
    Ok(Funded { total, region, kommuner })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rust_decimal::Decimal;

    use super::super::allocation_base::AllocationBase;
    use super::super::fraction::Fraction;
    use super::super::kommun::KommunId;
    use super::super::rates::Bounds;
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
        assert_eq!(state_money(&rates, &rows, &mut workspace), [400_000, 400_001]);
    }

    #[test]
    fn the_recorded_steps_are_those_of_the_allocation() {
        let rates = rates([fraction(10, 3), fraction(1, 7)], 1_000);
        let rows = [row(100, 50, 0), row(33, 20, 1), RowBase { has_base_grant: false, ..row(1, 1, 2) }];
        let mut steps: Vec<Step> = Vec::new();
        let mut workspace = Workspace::default();
        let plain = state_money(&rates, &rows, &mut workspace);
        record_state_money(&rates, &rows, plain, &mut steps);
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
        assert_eq!(state_components(&rates, row(1, 1, 0), 400_001), [400_000, 1, 0]);
        assert_eq!(state_components(&rates, row(1, 2, 0), 400_001), [400_000, 0, 1]);
        assert_eq!(state_components(&rates, row(1, 2, 0), 400_002), [400_000, 1, 1]);
    }

    #[test]
    fn region_comes_before_kommuner() {
        let half = Decimal::new(5, 1);
        let quarter = Decimal::new(25, 2);
        let funding = Shares::new([half, quarter, quarter]).expect("sum is 1");
        let funded = fund(2_206_321, &funding).expect("fits");
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
            prop_assert!(narrow.narrow.is_some());
            let mut wide = narrow.clone();
            wide.narrow = None;
            let (mut one, mut other) = (Workspace::default(), Workspace::default());
            prop_assert_eq!(
                state_money(&narrow, &rows, &mut one),
                state_money(&wide, &rows, &mut other)
            );
            for &row in &rows {
                prop_assert_eq!(narrow.exact_money(row), wide.exact_money(row));
                let whole = narrow.exact_money(row).whole;
                prop_assert_eq!(state_components(&narrow, row, whole), state_components(&wide, row, whole));
            }
        }
    }
}
